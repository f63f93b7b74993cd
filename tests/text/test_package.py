# SPDX-License-Identifier: GPL-3.0-or-later
"""The door of the text layer: every name opens, and importing it costs next to nothing."""

import subprocess
import sys

import pytest

import reader.text


@pytest.mark.parametrize("name", reader.text.__all__)
def test_every_public_name_opens(name):
    assert getattr(reader.text, name).__module__.startswith("reader.text.")


def test_an_unknown_name_is_told():
    with pytest.raises(AttributeError, match="no attribute 'parse'"):
        reader.text.parse  # noqa: B018


@pytest.mark.parametrize("heavy", ["bidi", "difflib", "dataclasses", "unicodedata", "reader.text.normalise"])
def test_importing_the_package_loads_nothing_heavy(heavy, pytestconfig):
    program = f"import sys, reader.text; print({heavy!r} in sys.modules)"

    shown = subprocess.run(
        [sys.executable, "-S", "-c", program], capture_output=True, text=True, check=True, cwd=pytestconfig.rootpath
    )

    assert shown.stdout.strip() == "False"

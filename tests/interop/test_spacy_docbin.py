# SPDX-License-Identifier: GPL-3.0-or-later
"""spaCy finds in our DocBin the text and every annotation, and what it has no place for comes back to us."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from interchange.nasty import TEXTS

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def told(interop_python):
    script = str(ROOT / "tests" / "interop" / "readers" / "spacy_docbin.py")
    paths = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    done = subprocess.run(
        [interop_python, "-P", script],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
        env=os.environ | {"PYTHONPATH": paths},
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


@pytest.mark.parametrize("said", ["text", "spans", "back", "relations"])
def test_every_text_and_annotation_is_in_the_docbin(told, said):
    assert [each[said] for each in told["documents"]] == [True] * len(TEXTS)


def test_a_docbin_that_breaks_off_is_told(told):
    assert told["told"] == told["truncated"] > 10

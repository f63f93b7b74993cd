# SPDX-License-Identifier: GPL-3.0-or-later
"""Our files before the programs they are for, each in its own process of a Python that has them."""

from __future__ import annotations

import io
import json
import os
import subprocess
from pathlib import Path

import pytest
from interchange.nasty import content_of

from reader.interchange import FORMATS, Feature, Options

READERS = Path(__file__).parent / "readers"
VARIABLE = "HASHIYA_INTEROP_PYTHON"


@pytest.fixture(scope="session")
def interop_python():
    """The Python that has the other programs; ``./packaging/test interop`` makes it."""
    python = os.environ.get(VARIABLE, "")
    if not python:
        pytest.skip(f"{VARIABLE} names no Python with the other programs; ./packaging/test interop makes one")
    return python


@pytest.fixture
def asked(interop_python, tmp_path):
    """What the reader of a program says of a text exported in a format: its annotations as [words, tag]."""

    def ask(reader, form_name, text_name, *, overlapping=None):
        form = FORMATS[form_name]
        if overlapping is None:
            overlapping = {Feature.OVERLAPS, Feature.PARTS, Feature.LINES} <= form.keeps
        content = content_of(text_name, overlapping=overlapping)
        stream = io.BytesIO()
        form.write([content], stream, Options())
        path = tmp_path / f"file{form.suffix}"
        path.write_bytes(stream.getvalue())
        command = [interop_python, "-P", str(READERS / f"{reader}.py"), str(path)]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False)
        assert done.returncode == 0, done.stderr[-2000:]
        return content, json.loads(done.stdout)

    return ask

# SPDX-License-Identifier: GPL-3.0-or-later
"""A library with one text, and processes that work on it and are ended by what the test does."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from builders import TEXTS
from faults.opened import opened

TESTS = Path(__file__).parents[1]

Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture(params=["wal", "delete"])
def journal(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def path(tmp_path: Path, journal: str) -> Path:
    """A closed library whose text has every kind of character, in each journal mode in turn."""
    place = tmp_path / f"library-{journal}.hashiya"
    with opened(place) as library:
        library.texts.add("\n".join(TEXTS.values()) * 20, title="مقال")
    return place


@pytest.fixture
def start() -> Iterator[Start]:
    """Start ``python -m MODULE ARGUMENTS``; at the end of the test whatever still runs is killed."""
    with ExitStack() as running:

        def start(module: str, *arguments: object) -> subprocess.Popen[str]:
            child = subprocess.Popen(
                [sys.executable, "-m", module, *map(str, arguments)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                cwd=TESTS,
            )
            running.callback(end, child)
            return child

        yield start


def end(child: subprocess.Popen[str]) -> str:
    """Kill the process and give what it had said."""
    child.kill()
    return child.communicate()[0]

# SPDX-License-Identifier: GPL-3.0-or-later
"""Dictionary files read as an import reads them, up to lines of plain text."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from reader.importers.dictionaries import open_dictionary
from reader.importers.dictionaries.articles import lines_of
from reader.importers.dictionaries.records import SourceEntry

Read = Callable[[Path], list[tuple[tuple[str, ...], str]]]


@pytest.fixture
def near(tmp_path: Path) -> Path:
    """Where things are unpacked."""
    return tmp_path / "near"


@pytest.fixture
def entries(near: Path) -> Callable[[Path], list[SourceEntry]]:
    def read(path: Path) -> list[SourceEntry]:
        with closing(open_dictionary(path, near)) as source:
            return list(source.entries())

    return read


@pytest.fixture
def read(entries: Callable[[Path], list[SourceEntry]]) -> Read:
    """Headwords and the article as lines."""

    def in_lines(entry: SourceEntry) -> str:
        lines = lines_of(entry.body, entry.markup, entry.headwords[0])
        return "\n".join("  " * line.depth + line.text for line in lines)

    return lambda path: [(each.headwords, in_lines(each)) for each in entries(path)]

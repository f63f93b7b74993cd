# SPDX-License-Identifier: GPL-3.0-or-later
"""A real library in a file of the test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.model.document import Document
from reader.store import Library

PATIENCE_MS = 50


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.hashiya"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library.open(path, patience_ms=PATIENCE_MS) as opened:
        yield opened


@pytest.fixture
def document(library: Library, any_text: str) -> Document:
    """A document whose text is of each kind in turn."""
    return library.texts.add(any_text, title="مقال")


@pytest.fixture
def long_document(library: Library) -> Document:
    """A document of 60,000 code points in short lines."""
    return library.texts.add("كتب 😀 ABC\n" * 6_000, title="طويل")

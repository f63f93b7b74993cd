# SPDX-License-Identifier: GPL-3.0-or-later
"""A workspace over a real library with one text of each kind in turn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.model.document import Document
from reader.store import Library
from reader.text.chunks import ChunkedText
from reader.workspace import Workspace


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.hashiya"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library.open(path) as opened:
        yield opened


@pytest.fixture
def workspace(library: Library) -> Workspace:
    return Workspace(library, "سلمى")


@pytest.fixture
def document(library: Library, any_text: str) -> Document:
    return library.texts.add(any_text, title="مقال")


@pytest.fixture
def text(library: Library, document: Document) -> ChunkedText:
    return library.texts.open(document.id)

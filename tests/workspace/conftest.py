# SPDX-License-Identifier: GPL-3.0-or-later
"""A workspace over a real library with one text of each kind in turn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.model.document import Document
from reader.store import Library
from reader.store.entity_index import problems
from reader.text.chunks import ChunkedText
from reader.text.spans import Span
from reader.workspace import Workspace, edits


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


def snapshot(library):
    """All that edits can change."""
    documents = library.documents.list()
    return (
        documents,
        [library.annotations.page_after(each.id, None, 1_000) for each in documents],
        [library.relations.of_document(each.id) for each in documents],
        [library.decisions.of_document(each.id) for each in documents],
        library.tagsets.tags(),
        library.entities.list(),
        [library.entities.refusals(each.id) for each in documents],
        [library.entities.of_document(each.id) for each in documents],
        list(library.entities.ids()),
        [library.entities.mentions(each.id) for each in library.entities.list()],
        library.annotations.counts_by_tag(),
    )


@pytest.fixture
def tag(workspace, document, text):
    """Tag spans, and give the annotations in text order."""

    def tagged(*ends, tag_id="place"):
        workspace.edit(edits.tag_spans(text, document.id, [Span(*each) for each in ends], tag_id, "سلمى"))
        return workspace.library.annotations.page_after(document.id, None, 1_000)

    return tagged


@pytest.fixture
def both_ways(workspace):
    """Apply an edit, take it back, make it again, and compare all there is; gives what the edit touched."""

    def done(edit):
        library = workspace.library
        before = snapshot(library)
        changes = workspace.edit(edit)
        after = snapshot(library)
        assert workspace.undo_name == edit.name
        assert edit.name in edits.EDIT_NAMES
        workspace.undo()
        assert snapshot(library) == before
        workspace.redo()
        assert snapshot(library) == after
        assert after != before
        assert list(problems(library._connection)) == []
        return changes

    return done

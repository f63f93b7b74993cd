# SPDX-License-Identifier: GPL-3.0-or-later
"""Annotations with the titles of their documents, for lists of mentions."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model.ids import AnnotationId
from reader.store import Library
from reader.ui.controller import Controller
from reader.ui.models.entities import MentionRow


def mention_rows(controller: Controller, ids: Sequence[str]) -> list[MentionRow]:
    """The rows of those annotations that are there."""

    def read(library: Library) -> list[MentionRow]:
        found = library.annotations.find([AnnotationId(each) for each in ids])
        titles = {document.id: document.title for document in library.documents.list()}
        return [MentionRow(annotation=each, title=titles.get(each.document_id, "")) for each in found]

    nothing: list[MentionRow] = []
    return controller.ask(read, nothing)

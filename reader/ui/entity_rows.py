# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows of lists, read from the library: entities with their mentions counted, mentions with titles of documents."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model.ids import AnnotationId, EntityId
from reader.store import Library
from reader.ui.controller import Controller
from reader.ui.models.entities import EntityRow, MentionRow


def mention_rows(controller: Controller, ids: Sequence[str]) -> list[MentionRow]:
    """The rows of those annotations that are there."""

    def read(library: Library) -> list[MentionRow]:
        found = library.annotations.find([AnnotationId(each) for each in ids])
        documents = library.documents.with_keys([(identity,) for identity in {each.document_id for each in found}])
        titles = {identity: document.title for (identity,), document in documents.items()}
        return [MentionRow(annotation=each, title=titles.get(each.document_id, "")) for each in found]

    nothing: list[MentionRow] = []
    return controller.ask(read, nothing)


def entity_rows(controller: Controller, ids: Sequence[str]) -> list[EntityRow]:
    """The rows of those entities that are there."""

    def read(library: Library) -> list[EntityRow]:
        found = library.entities.find([EntityId(each) for each in ids])
        counts = library.entities.mention_counts([entity.id for entity in found])
        return [EntityRow(entity=entity, count=counts.get(entity.id, 0)) for entity in found]

    nothing: list[EntityRow] = []
    return controller.ask(read, nothing)

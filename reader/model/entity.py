# SPDX-License-Identifier: GPL-3.0-or-later
"""Entities: the people, places and bodies that annotations mention, and the links from mentions to them."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model.ids import AnnotationId, EntityId, TagId


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One thing in the world under its canonical name.

    ``translations`` are ``(language, name)``; ``external_ids`` are ``(scheme, identifier)``, such as
    ``("wikidata", "Q9248")``.
    """

    id: EntityId
    name: str
    kind: TagId | None = None
    aliases: tuple[str, ...] = ()
    translations: tuple[tuple[str, str], ...] = ()
    external_ids: tuple[tuple[str, str], ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityLink:
    """The statement that an annotation mentions an entity; an annotation mentions one entity at most."""

    annotation_id: AnnotationId
    entity_id: EntityId

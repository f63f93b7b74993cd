# SPDX-License-Identifier: GPL-3.0-or-later
"""Hashiya's own JSON: one document with its tags, annotations, relations and entities, nothing left out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TextIO

from reader.interchange.content import Content, Options
from reader.model.annotation import Annotation, Relation
from reader.model.document import Document
from reader.model.entity import Entity
from reader.model.ids import EntityId
from reader.model.tagset import Tag

FORM = 1
"""Number of the form; a reader refuses a higher one."""


def write(content: Content, stream: TextIO, _options: Options) -> None:
    """One JSON object; each record stands on a line of its own. Memory: one record, one chunk of text."""
    stream.write('{\n"format": "hashiya-document",\n')
    stream.write(f'"form": {FORM},\n"document": {_line(document_fields(content.document))},\n')
    _write_list(stream, "tags", (tag_fields(tag) for tag in content.tags))
    _write_list(stream, "entities", (_entity_fields(entity) for entity in content.entities))
    annotations = (annotation_fields(each, content.links.get(each.id)) for each in content.annotations())
    _write_list(stream, "annotations", annotations)
    _write_list(stream, "relations", (_relation_fields(each) for each in content.relations()))
    stream.write('"text": ')
    _write_text(stream, content)
    stream.write("\n}\n")


def document_fields(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "title": document.title,
        "digest": document.digest,
        "length": document.length,
        "direction": document.direction.value,
        "source": document.source,
        "encoding": document.encoding,
        "metadata": dict(document.metadata),
        "created": document.created,
        "modified": document.modified,
    }


def tag_fields(tag: Tag) -> dict[str, Any]:
    return {
        "id": tag.id,
        "tagset": tag.tagset_id,
        "names": dict(tag.names),
        "colour": tag.colour,
        "shortcut": tag.shortcut,
        "description": tag.description,
        "parent": tag.parent_id,
        "position": tag.position,
    }


def annotation_fields(annotation: Annotation, entity_id: EntityId | None = None) -> dict[str, Any]:
    return {
        "id": annotation.id,
        "start": annotation.span.start,
        "end": annotation.span.end,
        "quote": annotation.quote,
        "prefix": annotation.prefix,
        "suffix": annotation.suffix,
        "tag": annotation.tag_id,
        "note": annotation.note,
        "attributes": dict(annotation.attributes),
        "entity": entity_id,
        "author": annotation.author,
        "created": annotation.created,
        "modified": annotation.modified,
    }


def _relation_fields(relation: Relation) -> dict[str, Any]:
    return {
        "id": relation.id,
        "source": relation.source_id,
        "target": relation.target_id,
        "name": relation.name,
        "note": relation.note,
        "author": relation.author,
        "created": relation.created,
    }


def _entity_fields(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "aliases": entity.aliases,
        "translations": _by_key(entity.translations),
        "external_ids": _by_key(entity.external_ids),
        "note": entity.note,
    }


def _by_key(pairs: Iterable[tuple[str, str]]) -> dict[str, str | list[str]]:
    """The value of each key; a list of them where a key has several."""
    values: dict[str, list[str]] = {}
    for key, value in pairs:
        values.setdefault(key, []).append(value)
    return {key: found[0] if len(found) == 1 else found for key, found in values.items()}


def _write_list(stream: TextIO, key: str, records: Iterable[dict[str, Any]]) -> None:
    stream.write(f'"{key}": [')
    for number, record in enumerate(records):
        stream.write(",\n" if number else "\n")
        stream.write(_line(record))
    stream.write("],\n")


def _write_text(stream: TextIO, content: Content) -> None:
    if content.text is None:
        stream.write("null")
        return
    stream.write('"')
    for _, piece in content.text.texts():
        stream.write(_line(piece)[1:-1])
    stream.write('"')


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)

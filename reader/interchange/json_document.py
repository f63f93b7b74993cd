# SPDX-License-Identifier: GPL-3.0-or-later
"""Hashiya's own JSON: one document with its tags, annotations, relations, entities and decisions, nothing left out.

Positions are code points of ``text``, half-open.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from reader.errors import AnnotationsUnreadable, FormatTooNew
from reader.interchange.content import Content, Options
from reader.interchange.fields import Fields, by_key, read_json
from reader.interchange.format import ReadOptions, as_text, only
from reader.interchange.received import (
    Received,
    ReceivedAnnotation,
    ReceivedDecision,
    ReceivedEntity,
    ReceivedRelation,
    ReceivedTag,
)
from reader.model.annotation import Annotation, Relation
from reader.model.document import Document
from reader.model.entity import Entity
from reader.model.ids import EntityId
from reader.model.suggestion import Decision
from reader.model.tagset import Tag, Tagset
from reader.text.direction import Direction

FORM = 2
"""Number of the form; a reader refuses a higher one. Form 1 had neither tagsets nor decisions."""
_NAME = "hashiya-document"


def write(contents: Iterable[Content], stream: BinaryIO, _options: Options) -> None:
    """One JSON object; each record stands on a line of its own. Memory: one record, one chunk of text."""
    content = only(contents)
    with as_text(stream) as text:
        write_object(content, text)


def write_object(content: Content, stream: TextIO) -> None:
    """The object of one document."""
    stream.write(f'{{\n"format": "{_NAME}",\n')
    stream.write(f'"form": {FORM},\n"document": {_line(document_fields(content.document))},\n')
    _write_list(stream, "tagsets", (_tagset_fields(tagset) for tagset in content.tagsets))
    _write_list(stream, "tags", (tag_fields(tag) for tag in content.tags))
    _write_list(stream, "entities", (_entity_fields(entity) for entity in content.entities))
    annotations = (annotation_fields(each, content.links.get(each.id)) for each in content.annotations())
    _write_list(stream, "annotations", annotations)
    _write_list(stream, "relations", (_relation_fields(each) for each in content.relations()))
    _write_list(stream, "decisions", (_decision_fields(each) for each in content.decisions()))
    stream.write('"text": ')
    _write_text(stream, content)
    stream.write("\n}\n")


def read(path: Path, options: ReadOptions) -> Iterator[Received]:
    """The document of the file.

    Raises:
        FileError: AnnotationsUnreadable with the record, and FormatTooNew among them.
    """
    yield received(read_json(path, options.most_bytes), path)


def received(value: Any, path: Path) -> Received:
    """The document in a parsed object, whichever file it is from.

    Raises:
        AnnotationsUnreadable, FormatTooNew.
    """
    if not isinstance(value, Mapping) or value.get("format") != _NAME:
        raise AnnotationsUnreadable(path, "", "it is not a document of Hashiya")
    if not isinstance(value.get("form"), int) or value["form"] > FORM:
        raise FormatTooNew(path, _NAME)
    whole = Fields(value, path, "document")
    document = whole.inner("document")
    text = whole.text_or_none("text")
    return Received(
        title=document.text("title"),
        text=text,
        document_id=document.text("id"),
        digest=document.text("digest"),
        direction=Direction(document.one_of("direction", [each.value for each in Direction])),
        metadata=document.pairs("metadata"),
        source=document.text("source"),
        annotations=tuple(_annotation(each) for each in whole.records("annotations", "annotation")),
        relations=tuple(_relation(each) for each in whole.records("relations", "relation")),
        tags=tuple(_tag(each) for each in whole.records("tags", "tag")),
        entities=tuple(_entity(each) for each in whole.records("entities", "entity")),
        decisions=tuple(_decision(each) for each in whole.records("decisions", "decision")),
        tool="hashiya",
    )


def _annotation(fields: Fields) -> ReceivedAnnotation:
    return ReceivedAnnotation(
        start=fields.number("start"),
        end=fields.number("end"),
        tag=fields.text("tag"),
        quote=fields.text("quote"),
        prefix=fields.text("prefix"),
        suffix=fields.text("suffix"),
        note=fields.text("note"),
        attributes=fields.pairs("attributes"),
        author=fields.text("author"),
        created=fields.text("created"),
        modified=fields.text("modified"),
        key=fields.text("id"),
        entity=fields.text_or_none("entity") or "",
        place=fields.place,
    )


def _relation(fields: Fields) -> ReceivedRelation:
    return ReceivedRelation(
        source=fields.text("source"),
        target=fields.text("target"),
        name=fields.text("name"),
        note=fields.text("note"),
        author=fields.text("author"),
        created=fields.text("created"),
        key=fields.text("id"),
        place=fields.place,
    )


def _tag(fields: Fields) -> ReceivedTag:
    return ReceivedTag(
        key=fields.text("id"),
        names=fields.pairs("names"),
        colour=fields.text("colour"),
        shortcut=fields.text("shortcut"),
        description=fields.text("description"),
        parent=fields.text_or_none("parent") or "",
    )


def _entity(fields: Fields) -> ReceivedEntity:
    return ReceivedEntity(
        key=fields.text("id"),
        name=fields.text("name"),
        kind=fields.text_or_none("kind") or "",
        aliases=fields.texts("aliases"),
        translations=fields.pairs("translations"),
        external_ids=fields.pairs("external_ids"),
        note=fields.text("note"),
    )


def _decision(fields: Fields) -> ReceivedDecision:
    return ReceivedDecision(
        start=fields.number("start"),
        end=fields.number("end"),
        quote=fields.text("quote"),
        tag=fields.text("tag"),
        verdict=fields.one_of("verdict", ["accepted", "rejected"]),
        author=fields.text("author"),
        created=fields.text("created"),
    )


def document_fields(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "title": document.title,
        "digest": document.digest,
        "length": document.length,
        "direction": document.direction.value,
        "source": document.source,
        "encoding": document.encoding,
        "metadata": by_key(document.metadata),
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
        "attributes": by_key(annotation.attributes),
        "entity": entity_id,
        "author": annotation.author,
        "created": annotation.created,
        "modified": annotation.modified,
    }


def _tagset_fields(tagset: Tagset) -> dict[str, Any]:
    return {"id": tagset.id, "names": dict(tagset.names), "description": tagset.description}


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
        "translations": by_key(entity.translations),
        "external_ids": by_key(entity.external_ids),
        "note": entity.note,
    }


def _decision_fields(decision: Decision) -> dict[str, Any]:
    return {
        "start": decision.span.start,
        "end": decision.span.end,
        "quote": decision.quote,
        "tag": decision.tag_id,
        "verdict": decision.verdict.value,
        "author": decision.author,
        "created": decision.created,
    }


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

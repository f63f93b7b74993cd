# SPDX-License-Identifier: GPL-3.0-or-later
"""Annotations as the W3C Web Annotation Data Model has them, in JSON-LD."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from typing import Any, TextIO
from urllib.parse import quote

from reader.interchange.content import Content, Options
from reader.model.annotation import Annotation, Relation

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def write(content: Content, stream: TextIO, options: Options) -> None:
    """An annotation collection with all annotations on its first page; relations are annotations that link two others.

    Source: W3C Recommendation "Web Annotation Data Model", 23 February 2017. Positions count code points of the text.
    """
    document = _iri("document", content.document.id)
    total = sum(1 for _ in content.annotations()) + sum(1 for _ in content.relations())
    head = {
        "@context": _CONTEXT,
        "id": f"{document}#annotations",
        "type": "AnnotationCollection",
        "label": content.document.title,
        "total": total,
    }
    page = {"id": f"{document}#page-1", "type": "AnnotationPage", "startIndex": 0}
    stream.write(f'{_line(head)[:-1]},\n"first": {_line(page)[:-1]}, "items": [')
    for number, item in enumerate(_items(content, options)):
        stream.write(",\n" if number else "\n")
        stream.write(_line(item))
    stream.write("]}}\n")


def _items(content: Content, options: Options) -> Iterator[dict[str, Any]]:
    names = {tag.id: content.tag_name(tag.id, options.language) for tag in content.tags}
    for annotation in content.annotations():
        yield _annotation(annotation, names.get(annotation.tag_id, annotation.tag_id))
    for relation in content.relations():
        yield _linking(relation)


def _annotation(annotation: Annotation, tag_name: str) -> dict[str, Any]:
    body = [
        {"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": tag_name},
        {"type": "SpecificResource", "purpose": "classifying", "source": _iri("tag", annotation.tag_id)},
        *({"type": "TextualBody", "purpose": "describing", "value": f"{k}: {v}"} for k, v in annotation.attributes),
    ]
    if annotation.note:
        note = {"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": annotation.note}
        body.append(note)
    return {
        "id": _iri("annotation", annotation.id),
        "type": "Annotation",
        "motivation": "tagging",
        "creator": {"type": "Person", "name": annotation.author},
        "created": annotation.created,
        "modified": annotation.modified,
        "body": body,
        "target": {
            "type": "SpecificResource",
            "source": _iri("document", annotation.document_id),
            "selector": _selectors(annotation),
        },
    }


def _selectors(annotation: Annotation) -> list[dict[str, Any]]:
    return [
        {
            "type": "TextQuoteSelector",
            "exact": annotation.quote,
            "prefix": annotation.prefix,
            "suffix": annotation.suffix,
        },
        {"type": "TextPositionSelector", "start": annotation.span.start, "end": annotation.span.end},
    ]


def _linking(relation: Relation) -> dict[str, Any]:
    body: list[str | dict[str, Any]] = [
        _iri("annotation", relation.target_id),
        {"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": relation.name},
    ]
    if relation.note:
        body.append({"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": relation.note})
    return {
        "id": _iri("relation", relation.id),
        "type": "Annotation",
        "motivation": "linking",
        "creator": {"type": "Person", "name": relation.author},
        "created": relation.created,
        "body": body,
        "target": _iri("annotation", relation.source_id),
    }


def _iri(kind: str, identity: str) -> str:
    """A name no other thing in the world has: a UUID where the identity is one, else one of our own."""
    try:
        return uuid.UUID(hex=identity).urn
    except ValueError:
        return f"urn:hashiya:{kind}:{quote(identity, safe='')}"


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Annotations as the W3C Web Annotation Data Model has them, in JSON-LD. Positions are code points, half-open.

Other programs count UTF-16 units in this format; what they write is found again by the quotation beside the position.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO, TextIO
from urllib.parse import quote, unquote

from reader.interchange.content import Content, Options
from reader.interchange.fields import Fields, read_json
from reader.interchange.format import ReadOptions, as_text
from reader.interchange.received import Problem, Received, ReceivedAnnotation, ReceivedEntity, ReceivedRelation
from reader.model.annotation import Annotation, Relation
from reader.model.entity import Entity

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")
_WIKIDATA = "http://www.wikidata.org/entity/"


def write(contents: Iterable[Content], stream: BinaryIO, options: Options) -> None:
    """An annotation collection for each document; several of them as a list.

    All annotations are on a collection's first page; relations are annotations that link two others.
    Source: W3C Recommendation "Web Annotation Data Model", 23 February 2017.
    """
    with as_text(stream) as text:
        waiting: Content | None = None
        number = 0
        for content in contents:
            if waiting is not None:
                text.write(",\n" if number else "[")
                _write_collection(waiting, text, options)
                number += 1
            waiting = content
        if number:
            text.write(",\n")
        if waiting is not None:
            _write_collection(waiting, text, options)
        text.write("]\n" if number else "\n")


def _write_collection(content: Content, stream: TextIO, options: Options) -> None:
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
    stream.write("]}}")


def _items(content: Content, options: Options) -> Iterator[dict[str, Any]]:
    names = content.tag_names(options.language)
    entities = {entity.id: entity for entity in content.entities}
    for annotation in content.annotations():
        linked = content.links.get(annotation.id)
        entity = entities.get(linked) if linked else None
        yield _annotation(annotation, names.get(annotation.tag_id, annotation.tag_id), entity)
    for relation in content.relations():
        yield _linking(relation)


def _annotation(annotation: Annotation, tag_name: str, entity: Entity | None) -> dict[str, Any]:
    body = [
        {"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": tag_name},
        {"type": "SpecificResource", "purpose": "classifying", "source": _iri("tag", annotation.tag_id)},
        *({"type": "TextualBody", "purpose": "describing", "value": f"{k}: {v}"} for k, v in annotation.attributes),
    ]
    if annotation.note:
        note = {"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": annotation.note}
        body.append(note)
    if entity is not None:
        body += _identifying(entity)
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


def _identifying(entity: Entity) -> list[dict[str, Any]]:
    """The thing that is meant: by its number in Wikidata where it has one, else by ours; and its name."""
    number = dict(entity.external_ids).get("wikidata")
    source = _WIKIDATA + number if number else _iri("entity", entity.id)
    return [
        {"type": "SpecificResource", "purpose": "identifying", "source": source},
        {"type": "TextualBody", "purpose": "identifying", "format": "text/plain", "value": entity.name},
    ]


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


def read(path: Path, options: ReadOptions) -> Iterator[Received]:
    """The annotations of the file by the document they are about: collections, pages, or annotations alone.

    Raises:
        FileError, AnnotationsUnreadable among them.
    """
    value = read_json(path, options.most_bytes)
    reader = _Reader(path)
    for each in value if isinstance(value, list) else [value]:
        reader.take(each)
    yield from reader.documents()


@dataclass(slots=True)
class _Found:
    """What the file says about one thing."""

    annotations: list[ReceivedAnnotation] = field(default_factory=list)
    relations: list[ReceivedRelation] = field(default_factory=list)
    entities: dict[str, ReceivedEntity] = field(default_factory=dict)


class _Reader:
    """Gathers annotations by what they are about."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._count = 0
        self._titles: dict[str, str] = {}
        self._found: dict[str, _Found] = {}
        self._about: dict[str, str] = {}
        self._linking: list[Fields] = []
        self._problems: list[Problem] = []

    def take(self, value: Any) -> None:
        fields = Fields(value, self._path, f"annotation {self._count + 1}")
        kinds = _listed(fields.values.get("type"))
        if isinstance(fields.values.get("rows"), list):  # As the interface of Hypothesis answers.
            self._take_page(fields, "", items="rows")
        elif "AnnotationCollection" in kinds:
            self._take_page(
                fields.inner("first"), fields.text("label") if isinstance(fields.values.get("label"), str) else ""
            )
        elif "AnnotationPage" in kinds:
            self._take_page(fields, "")
        else:
            self._take_annotation(fields)

    def documents(self) -> Iterator[Received]:
        for each in self._linking:
            self._take_relation(each)
        for source, found in self._found.items():
            yield Received(
                title=self._titles.get(source, ""),
                document_id=_identity(source),
                source=source,
                annotations=tuple(found.annotations),
                relations=tuple(found.relations),
                entities=tuple(found.entities.values()),
                problems=tuple(self._problems),
                tool="web annotation",
            )
            self._problems.clear()

    def _take_page(self, page: Fields, title: str, items: str = "items") -> None:
        for item in page.records(items, "annotation"):
            self._count += 1
            source = self._take_annotation(item)
            if title and source:
                self._titles.setdefault(source, title)

    def _take_annotation(self, fields: Fields) -> str:
        """What it is about; "" for one that links others."""
        if "linking" in _listed(fields.values.get("motivation")) and isinstance(fields.values.get("target"), str):
            self._linking.append(fields)
            return ""
        target = _target(fields)
        source = target.text("source") or target.text("id")
        entity = _entity(fields)
        made = _received(fields, target, entity)
        found = self._found.setdefault(source, _Found())
        found.annotations += made
        if entity is not None:
            found.entities.setdefault(entity.key, entity)
        self._about[made[0].key] = source
        return source

    def _take_relation(self, fields: Fields) -> None:
        body = _listed(fields.values.get("body"))
        target = next((each for each in body if isinstance(each, str)), "")
        source = _identity(fields.text("target"))
        about = self._about.get(source)
        if about is None or not target:
            self._problems.append(Problem(place=fields.place, reason="it links annotations that the file has not"))
            return
        texts = _bodies(fields)
        self._found[about].relations.append(
            ReceivedRelation(
                source=source,
                target=_identity(target),
                name=next((text for purpose, text in texts if purpose == "tagging"), ""),
                note=next((text for purpose, text in texts if purpose == "commenting"), ""),
                author=_creator(fields),
                created=fields.text("created"),
                key=_identity(fields.text("id")),
                place=fields.place,
            )
        )


def _received(fields: Fields, target: Fields, entity: ReceivedEntity | None) -> list[ReceivedAnnotation]:
    """One for each tag of the annotation; what else is said of it stands at the first, which relations join."""
    quoted, position = _selected(target)
    texts = _bodies(fields)
    described = [text.partition(": ") for purpose, text in texts if purpose == "describing"]
    own = _tag_id(fields)
    tags = [own] if own else [text for purpose, text in texts if purpose == "tagging"] or [""]
    exact = quoted.text("exact")
    start = position.number("start") if position.values else 0
    first = ReceivedAnnotation(
        start=start,
        end=position.number("end") if position.values else start + len(exact),
        tag=tags[0],
        quote=exact,
        prefix=quoted.text("prefix"),
        suffix=quoted.text("suffix"),
        note="\n".join(text for purpose, text in texts if purpose in {"commenting", "replying", ""}),
        attributes=tuple((name, value) for name, _, value in described),
        author=_creator(fields),
        created=fields.text("created"),
        modified=fields.text("modified"),
        key=_identity(fields.text("id")) or fields.place,
        entity=entity.key if entity is not None else "",
        place=fields.place,
    )
    others = enumerate(dict.fromkeys(tags[1:]), 2)
    return [first, *(replace(first, tag=tag, note="", key=f"{first.key} {number}") for number, tag in others)]


def _target(fields: Fields) -> Fields:
    """The first target as an object: a string is what it is about as a whole."""
    targets = _listed(fields.values.get("target"))
    if not targets:
        raise fields.fail("it has no target")
    first = targets[0]
    holder = Fields({"target": {"source": first} if isinstance(first, str) else first}, fields.path, fields.place)
    target = holder.inner("target")
    if isinstance(target.values.get("source"), Mapping):
        return Fields({**target.values, "source": target.inner("source").text("id")}, fields.path, fields.place)
    return target


def _selected(target: Fields) -> tuple[Fields, Fields]:
    """The selectors by quotation and by position; an empty object for one that is missing.

    Raises:
        AnnotationsUnreadable: when there is neither.
    """
    selectors = [
        Fields(each, target.path, target.place)
        for each in _listed(target.values.get("selector"))
        if isinstance(each, Mapping)
    ]
    by_kind = {kind: each for each in reversed(selectors) for kind in _listed(each.values.get("type"))}
    nothing = Fields({}, target.path, target.place)
    quoted = by_kind.get("TextQuoteSelector", nothing)
    position = by_kind.get("TextPositionSelector", nothing)
    if not quoted.values and not position.values:
        raise target.fail("it says neither which words nor which positions it is about")
    return quoted, position


def _bodies(fields: Fields) -> list[tuple[str, str]]:
    """Purpose and text of each body that is text; without a purpose, that of the annotation's motivation is meant."""
    found = []
    for each in _listed(fields.values.get("body")):
        if isinstance(each, Mapping) and "value" in each:
            body = Fields(each, fields.path, fields.place)
            purposes = _listed(each.get("purpose")) or _listed(fields.values.get("motivation"))
            found.append((str(purposes[0]) if purposes else "", body.text("value")))
        elif isinstance(each, str) and not _IRI.match(each):  # Some programs write the words alone.
            found.append((_said(fields), each))
    value = fields.text("bodyValue")
    own = [("tagging", tag) for tag in fields.texts("tags")]  # These two are how Hypothesis has them.
    own += [("commenting", fields.text("text"))] if isinstance(fields.values.get("text"), str) else []
    return [*found, *([(_said(fields), value)] if value else []), *own]


def _said(fields: Fields) -> str:
    """The purpose of words without one of their own: a tag where tagging is the motivation, else a note."""
    return "tagging" if "tagging" in _listed(fields.values.get("motivation")) else "commenting"


def _entity(fields: Fields) -> ReceivedEntity | None:
    """What the annotation names: bodies that identify a thing, one by where it is described, one by its name."""
    sources, names = [], []
    for each in _listed(fields.values.get("body")):
        if isinstance(each, Mapping) and each.get("purpose") == "identifying":
            body = Fields(each, fields.path, fields.place)
            sources.append(body.text("source"))
            names.append(body.text("value"))
    source, name = next(filter(None, sources), ""), next(filter(None, names), "")
    if not source and not name:
        return None
    number = source.removeprefix(_WIKIDATA)
    known = (("wikidata", number),) if source.startswith(_WIKIDATA) else ()
    return ReceivedEntity(key=_identity(source) or name, name=name or source, external_ids=known)


def _tag_id(fields: Fields) -> str:
    """Our id of the tag that a body names; "" when none does."""
    for each in _listed(fields.values.get("body")):
        if isinstance(each, Mapping) and each.get("purpose") == "classifying" and isinstance(each.get("source"), str):
            source = each["source"]
            if source.startswith(("urn:uuid:", "urn:hashiya:tag:")):
                return _identity(source)
    return ""


def _creator(fields: Fields) -> str:
    creator = fields.values.get("creator")
    if isinstance(creator, Mapping):
        return Fields(creator, fields.path, fields.place).text("name")
    return creator if isinstance(creator, str) else fields.text("user")


def _listed(value: Any) -> list[Any]:
    """JSON-LD may write one value without its list."""
    return [] if value is None else list(value) if isinstance(value, list) else [value]


def _identity(iri: str) -> str:
    """The id that ``_iri`` was given; any other name as it is."""
    if iri.startswith("urn:uuid:"):
        try:
            return uuid.UUID(iri).hex
        except ValueError:
            return iri
    if iri.startswith("urn:hashiya:"):
        return unquote(iri.split(":", 3)[-1])
    return iri

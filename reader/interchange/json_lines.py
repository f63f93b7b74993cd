# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON and JSON Lines of other tools: doccano, spaCy and Prodigy, GLiNER. Each document is an object on a line.

doccano counts UTF-16 units unless its project counts graphemes (doccano/doccano issue 2290), so positions are written
in these; spaCy and Prodigy count code points, half-open; GLiNER counts tokens, the last one included.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from reader.errors import AnnotationsUnreadable
from reader.interchange.content import Content, Options
from reader.interchange.fields import Fields, by_key, parsed, read_text
from reader.interchange.format import ReadOptions, as_text
from reader.interchange.losses import covered
from reader.interchange.received import Received, ReceivedAnnotation, ReceivedRelation
from reader.interchange.tokens import tokens_of
from reader.interchange.units import from_utf16
from reader.text.offsets import Utf16Map


def write_doccano(contents: Iterable[Content], stream: BinaryIO, options: Options) -> None:
    """``text``, ``entities`` and ``relations`` as doccano's project for sequence labelling with relations has them."""
    with as_text(stream) as lines:
        for number, content in enumerate(contents, 1):
            lines.write(_line(_doccano(content, number, options)))


def _doccano(content: Content, number: int, options: Options) -> dict[str, Any]:
    text = content.whole_text()
    units = Utf16Map(text)
    names = content.tag_names(options.language)
    ids = {each.id: place for place, each in enumerate(content.annotations(), 1)}
    entities = [
        {
            "id": ids[each.id],
            "start_offset": units.to_utf16(each.span.start),
            "end_offset": units.to_utf16(each.span.end),
            "label": names.get(each.tag_id, each.tag_id),
        }
        for each in content.annotations()
    ]
    relations = [
        {"id": place, "from_id": ids[each.source_id], "to_id": ids[each.target_id], "type": each.name}
        for place, each in enumerate(content.relations(), 1)
        if each.source_id in ids and each.target_id in ids
    ]
    meta = {**by_key(content.document.metadata), "title": content.document.title, "id": content.document.id}
    return {"id": number, "text": text, "entities": entities, "relations": relations, "meta": meta}


def read_doccano(path: Path, options: ReadOptions) -> Iterator[Received]:
    """Lines with ``text`` and ``label`` (triples) or ``entities``.

    Raises:
        FileError, AnnotationsUnreadable with the line among them.
    """
    for fields in _objects(path, options):
        text = fields.text("text")
        units = Utf16Map(text)
        meta = fields.inner("meta")
        triples = fields.values.get("label", fields.values.get("labels")) or []
        yield Received(
            title=meta.text("title"),
            document_id=meta.text("id"),
            metadata=tuple(pair for pair in meta.pairs_of_texts() if pair[0] not in {"title", "id"}),
            text=text,
            annotations=(
                *(_triple(fields, each, number, units) for number, each in enumerate(_list(fields, triples), 1)),
                *(_span(each, units) for each in fields.records("entities", f"{fields.place}, entity")),
            ),
            relations=tuple(
                ReceivedRelation(
                    source=str(each.number("from_id")),
                    target=str(each.number("to_id")),
                    name=each.text("type"),
                    place=each.place,
                )
                for each in fields.records("relations", f"{fields.place}, relation")
            ),
            tool="doccano",
        )


def _span(fields: Fields, units: Utf16Map) -> ReceivedAnnotation:
    start, end = _inside(fields, units, fields.number("start_offset"), fields.number("end_offset"))
    return ReceivedAnnotation(start=start, end=end, tag=fields.text("label"), key=fields.key("id"), place=fields.place)


def _triple(fields: Fields, value: Any, number: int, units: Utf16Map) -> ReceivedAnnotation:
    is_triple = isinstance(value, list) and len(value) == 3 and isinstance(value[2], str)
    if not is_triple or not all(isinstance(each, int) and not isinstance(each, bool) for each in value[:2]):
        raise fields.fail(f"label {number} is not [start, end, name]")
    start, end = _inside(fields, units, value[0], value[1])
    place = f"{fields.place}, label {number}"
    return ReceivedAnnotation(start=start, end=end, tag=value[2], key=place, place=place)


def _inside(fields: Fields, units: Utf16Map, start: int, end: int) -> tuple[int, int]:
    """Code points of positions in UTF-16.

    Raises:
        AnnotationsUnreadable: for one outside of the text or between the halves of a character.
    """
    try:
        return from_utf16(units, start, end)
    except ValueError as error:
        raise fields.fail(str(error)) from None


def write_spacy(contents: Iterable[Content], stream: BinaryIO, options: Options) -> None:
    """``text``, ``spans`` with code points and tokens as Prodigy has them, ``meta``; ``spacy convert`` reads it too."""
    with as_text(stream) as lines:
        for content in contents:
            lines.write(_line(_prodigy(content, options)))


def _prodigy(content: Content, options: Options) -> dict[str, Any]:
    text = content.whole_text()
    tokens = [token for sentence in tokens_of(text) for token in sentence]
    names = content.tag_names(options.language)
    spans = []
    for each in content.annotations():
        first, after = covered(tokens, each.span.start, each.span.end)
        span = {
            "start": each.span.start,
            "end": each.span.end,
            "label": names.get(each.tag_id, each.tag_id),
            "id": each.id,
            "token_start": first,
            "token_end": max(first, after - 1),
        }
        more = {
            "note": each.note,
            "attributes": by_key(each.attributes),
            "author": each.author,
            "created": each.created,
            "modified": each.modified,
        }
        spans.append({**span, **{name: value for name, value in more.items() if value}})
    relations = [
        {"head_id": each.source_id, "child_id": each.target_id, "label": each.name, "note": each.note}
        for each in content.relations()
    ]
    document = content.document
    meta = {"id": document.id, "title": document.title, "metadata": by_key(document.metadata)}
    shown = [
        {"text": token.form, "start": token.start, "end": token.end, "id": number}
        for number, token in enumerate(tokens)
    ]
    return {"text": text, "spans": spans, "tokens": shown, "relations": relations, "meta": meta, "answer": "accept"}


def read_spacy(path: Path, options: ReadOptions) -> Iterator[Received]:
    """Lines with ``text`` and ``spans`` or ``entities`` (triples); others than accepted ones are left out.

    Raises:
        FileError, AnnotationsUnreadable with the line among them.
    """
    for fields in _objects(path, options):
        if fields.text("answer", "accept") != "accept":
            continue
        meta = fields.inner("meta")
        triples = fields.values.get("entities") or []
        yield Received(
            title=meta.text("title"),
            document_id=meta.text("id"),
            metadata=meta.inner("metadata").pairs_of_texts(),
            text=fields.text("text"),
            annotations=(
                *(_plain_triple(fields, each, number) for number, each in enumerate(_list(fields, triples), 1)),
                *(_prodigy_span(each) for each in fields.records("spans", f"{fields.place}, span")),
            ),
            relations=tuple(
                ReceivedRelation(
                    source=each.text("head_id"),
                    target=each.text("child_id"),
                    name=each.text("label"),
                    note=each.text("note"),
                    place=each.place,
                )
                for each in fields.records("relations", f"{fields.place}, relation")
                if "head_id" in each.values
            ),
            tool="spacy",
        )


def _plain_triple(fields: Fields, value: Any, number: int) -> ReceivedAnnotation:
    is_triple = isinstance(value, list) and len(value) == 3 and isinstance(value[2], str)
    if not is_triple or not all(isinstance(each, int) and not isinstance(each, bool) for each in value[:2]):
        raise fields.fail(f"entity {number} is not [start, end, name]")
    place = f"{fields.place}, entity {number}"
    return ReceivedAnnotation(start=value[0], end=value[1], tag=value[2], key=place, place=place)


def _prodigy_span(fields: Fields) -> ReceivedAnnotation:
    return ReceivedAnnotation(
        start=fields.number("start"),
        end=fields.number("end"),
        tag=fields.text("label"),
        note=fields.text("note"),
        attributes=fields.pairs("attributes"),
        author=fields.text("author"),
        created=fields.text("created"),
        modified=fields.text("modified"),
        key=fields.key("id") or fields.place,
        place=fields.place,
    )


def write_gliner(contents: Iterable[Content], stream: BinaryIO, options: Options) -> None:
    """A list of objects with ``tokenized_text`` and ``ner``: [first token, last token, name], for GLiNER's training."""
    with as_text(stream) as lines:
        number = 0
        lines.write("[")
        for content in contents:
            for each in _gliner(content, options):
                lines.write((",\n" if number else "\n") + json.dumps(each, ensure_ascii=False))
                number += 1
        lines.write("\n]\n")


def _gliner(content: Content, options: Options) -> Iterator[dict[str, Any]]:
    """An object for each document: GLiNER cuts what is too long itself."""
    tokens = [token for sentence in tokens_of(content.whole_text()) for token in sentence]
    names = content.tag_names(options.language)
    spans = []
    for each in content.annotations():
        first, after = covered(tokens, each.span.start, each.span.end)
        if after > first:
            spans.append([first, after - 1, names.get(each.tag_id, each.tag_id)])
    yield {"tokenized_text": [token.form for token in tokens], "ner": spans}


def read_gliner(path: Path, options: ReadOptions) -> Iterator[Received]:
    """Objects with ``tokenized_text`` and ``ner``, as a list or one a line.

    Raises:
        FileError, AnnotationsUnreadable with the record among them.
    """
    for fields in _objects(path, options):
        tokens = fields.texts("tokenized_text")
        starts, length = [], 0
        for token in tokens:
            starts.append(length)
            length += len(token) + 1
        found = []
        for number, value in enumerate(_list(fields, fields.values.get("ner") or []), 1):
            each = _plain_triple(fields, value, number)
            if not 0 <= each.start <= each.end < len(tokens):
                raise fields.fail(f"entity {number} names tokens that are not there")
            ends = starts[each.start], starts[each.end] + len(tokens[each.end])
            found.append(ReceivedAnnotation(start=ends[0], end=ends[1], tag=each.tag, key=each.key, place=each.place))
        yield Received(text=" ".join(tokens), exact=False, annotations=tuple(found), tool="gliner")


def _objects(path: Path, options: ReadOptions) -> Iterator[Fields]:
    """The objects of a JSON list, of one JSON object, or of a file with one a line."""
    text = read_text(path, options.most_bytes)
    if not text.strip():
        raise AnnotationsUnreadable(path, "", "there is nothing in it")
    if text.lstrip().startswith("["):
        value = parsed(text, path)
        for number, each in enumerate(value, 1):
            yield Fields(each, path, f"record {number}")
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield Fields(parsed(line, path, f"line {number}"), path, f"line {number}")


def _list(fields: Fields, value: Any) -> Sequence[Any]:
    if not isinstance(value, list):
        raise fields.fail("its labels are no list")
    return value


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False) + "\n"

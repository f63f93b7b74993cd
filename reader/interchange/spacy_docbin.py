# SPDX-License-Identifier: GPL-3.0-or-later
"""spaCy's DocBin (.spacy): documents as spaCy trains on them, through spaCy itself.

spaCy counts tokens; a text is cut wherever a word or one of our annotations begins or ends, so that every annotation
is a whole number of tokens, and the text comes back letter by letter. All annotations are spans of the group "sc",
where spaCy's span categoriser looks for them; those that overlap no other are entities too. What spaCy has no place
for stands in the document's ``user_data``. Positions here are code points, half-open.
Source: spacy.io, "DocBin", "Span categorizer", "Doc.user_data".
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, BinaryIO

from reader.errors import AnnotationsUnreadable, FileTooLarge, FormatUnavailable
from reader.interchange.content import Content, Options
from reader.interchange.fields import Fields, by_key, is_sound, parsed, read_bytes
from reader.interchange.format import ReadOptions
from reader.interchange.losses import without_overlaps
from reader.interchange.received import Received, ReceivedAnnotation, ReceivedEntity, ReceivedRelation
from reader.interchange.tokens import tokens_of

_GROUP, _OURS = "sc", "hashiya"
_PIECE = 1 << 20
_FAILURES = (
    *(zlib.error, ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, NotImplementedError),
    *(OSError, RuntimeError, TypeError, ValueError),
)
"""What spaCy, and msgpack and numpy under it, raise for a DocBin that does not hold together."""


def write(contents: Iterable[Content], stream: BinaryIO, options: Options) -> None:
    """A DocBin of all documents. Memory: what spaCy keeps of them.

    Raises:
        FormatUnavailable: without spaCy.
    """
    spacy = _spacy()
    bin_ = spacy.tokens.DocBin(attrs=["ENT_IOB", "ENT_TYPE", "ENT_KB_ID"], store_user_data=True)
    vocabulary = spacy.vocab.Vocab()
    for content in contents:
        bin_.add(_document(spacy.tokens, vocabulary, content, options))
    stream.write(bin_.to_bytes())


def _document(tokens: Any, vocabulary: Any, content: Content, options: Options) -> Any:
    text = content.whole_text()
    annotations = list(content.annotations())
    places, words, spaces = _cut(text, {edge for each in annotations for edge in (each.span.start, each.span.end)})
    made = tokens.Doc(vocabulary, words=words, spaces=spaces)
    number = {start: index for index, (start, _) in enumerate(places)}
    behind = {end: index + 1 for index, (_, end) in enumerate(places)}
    names = content.tag_names(options.language)
    entities = {entity.id: entity for entity in content.entities}
    spans, facts = {}, []
    for each in annotations:
        entity = entities.get(content.links[each.id]) if each.id in content.links else None
        ends = number[each.span.start], behind[each.span.end]
        known = ":".join(next(iter(entity.external_ids), ("hashiya", entity.id))) if entity is not None else ""
        spans[each.id] = tokens.Span(made, *ends, label=names.get(each.tag_id, each.tag_id), kb_id=known)
        more = {
            "note": each.note,
            "attributes": by_key(each.attributes),
            "author": each.author,
            "created": each.created,
            "modified": each.modified,
            "entity": {"id": entity.id, "name": entity.name, "ids": by_key(entity.external_ids)} if entity else None,
        }
        facts.append({"id": each.id, **{name: value for name, value in more.items() if value}})
    made.spans[_GROUP] = list(spans.values())
    kept = (each for each in without_overlaps(annotations) if each.quote == each.quote.strip())
    made.set_ents([spans[each.id] for each in kept])
    relations = [
        {"source": each.source_id, "target": each.target_id, "name": each.name, "note": each.note}
        for each in content.relations()
    ]
    document = content.document
    about = {"id": document.id, "title": document.title, "metadata": by_key(document.metadata)}
    made.user_data[_OURS] = json.dumps(about | {"spans": facts, "relations": relations}, ensure_ascii=False)
    return made


def _cut(text: str, edges: set[int]) -> tuple[list[tuple[int, int]], list[str], list[bool]]:
    """Where each token stands, its letters, and whether one space that is no token follows."""
    ends = {end for sentence in tokens_of(text) for token in sentence for end in (token.start, token.end)}
    cuts = sorted({0, len(text)} | ends | edges)
    places: list[tuple[int, int]] = []
    spaces: list[bool] = []
    for start, end in pairwise(cuts):
        begin = start
        is_free = places and places[-1][1] == start and start not in edges and not spaces[-1]
        if is_free and text[start] == " " and not text[start - 1].isspace():
            spaces[-1] = True
            begin += 1
        if begin < end:
            places.append((begin, end))
            spaces.append(False)
    return places, [text[start:end] for start, end in places], spaces


def read(path: Path, options: ReadOptions) -> Iterator[Received]:
    """The documents of a DocBin: spans of every group, and entities that are no such span.

    Raises:
        FormatUnavailable; FileError, AnnotationsUnreadable with the document among them.
    """
    spacy = _spacy()
    raw = _unpacked(read_bytes(path, options.most_bytes), path, options.most_bytes)
    try:
        # At its weakest: zlib is told to store, so that spaCy unpacks what was measured.
        found = spacy.tokens.DocBin(store_user_data=True).from_bytes(zlib.compress(raw, 0))
        documents = found.get_docs(spacy.vocab.Vocab())
        for number, document in enumerate(documents, 1):
            yield _received(document, path, f"document {number}")
    except _FAILURES as error:
        reason = f"it is no DocBin that can be read ({type(error).__name__}: {error})"
        raise AnnotationsUnreadable(path, "", reason) from None


def _unpacked(raw: bytes, path: Path, most: int) -> bytes:
    """What is packed, never more than ``most`` bytes of it."""
    reader = zlib.decompressobj()
    try:
        found = reader.decompress(raw, most)
    except zlib.error as error:
        raise AnnotationsUnreadable(path, "", f"it is no DocBin ({error})") from None
    if reader.unconsumed_tail:
        raise FileTooLarge(path, most)
    if not reader.eof:
        raise AnnotationsUnreadable(path, "", "it is no DocBin: it breaks off")
    return found


def _received(document: Any, path: Path, place: str) -> Received:
    text = document.text.replace("\r\n", "\n ")  # As long as it was, so that positions hold.
    facts = _facts(document, path, place)
    details = list(facts.records("spans", f"{place}, span"))
    ours = list(document.spans[_GROUP]) if _GROUP in document.spans else []
    found: list[ReceivedAnnotation] = []
    entities: dict[str, ReceivedEntity] = {}
    for number, span in enumerate(ours):
        fields = details[number] if len(details) == len(ours) else Fields({}, path, f"{place}, span {number + 1}")
        entity = _entity(fields, span)
        if entity is not None:
            entities.setdefault(entity.key, entity)
        found.append(_annotation(span, fields, entity))
    others = [span for name in document.spans if name != _GROUP for span in document.spans[name]]
    seen = {(each.start, each.end, each.tag) for each in found}
    for number, span in enumerate((*others, *document.ents), 1):
        if (span.start_char, span.end_char, span.label_) not in seen:
            fields = Fields({}, path, f"{place}, entity {number}")
            entity = _entity(fields, span)
            if entity is not None:
                entities.setdefault(entity.key, entity)
            found.append(_annotation(span, fields, entity))
    if not all(map(is_sound, (text, *(each.tag for each in found)))):
        raise AnnotationsUnreadable(path, place, "it has a character that no text has")
    return Received(
        title=facts.text("title"),
        document_id=facts.text("id"),
        metadata=facts.inner("metadata").pairs_of_texts(),
        text=text.replace("\r", "\n"),
        annotations=tuple(found),
        relations=tuple(
            ReceivedRelation(
                source=each.text("source"),
                target=each.text("target"),
                name=each.text("name"),
                note=each.text("note"),
                place=each.place,
            )
            for each in facts.records("relations", f"{place}, relation")
        ),
        entities=tuple(entities.values()),
        tool="spacy",
    )


def _facts(document: Any, path: Path, place: str) -> Fields:
    given = document.user_data.get(_OURS)
    return Fields(parsed(given, path, place) if isinstance(given, str) else {}, path, place)


def _annotation(span: Any, fields: Fields, entity: ReceivedEntity | None) -> ReceivedAnnotation:
    return ReceivedAnnotation(
        start=span.start_char,
        end=span.end_char,
        tag=span.label_,
        note=fields.text("note"),
        attributes=fields.pairs("attributes"),
        author=fields.text("author"),
        created=fields.text("created"),
        modified=fields.text("modified"),
        key=fields.text("id") or fields.place,
        entity=entity.key if entity is not None else "",
        place=fields.place,
    )


def _entity(fields: Fields, span: Any) -> ReceivedEntity | None:
    said = fields.inner("entity")
    if said.values:
        return ReceivedEntity(key=said.text("id"), name=said.text("name"), external_ids=said.pairs("ids"))
    known = span.kb_id_
    if not known or known == "NIL":
        return None
    is_wikidata = known[:1] == "Q" and known[1:].isdecimal()
    return ReceivedEntity(key=known, name=span.text, external_ids=(("wikidata", known),) if is_wikidata else ())


def _spacy() -> Any:
    try:
        import spacy  # noqa: PLC0415 - an optional part, and slow to load
        import spacy.tokens  # noqa: PLC0415
        import spacy.vocab  # noqa: PLC0415
    except ImportError:
        raise FormatUnavailable("spaCy DocBin", "spacy") from None
    return spacy

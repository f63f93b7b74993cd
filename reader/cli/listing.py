# SPDX-License-Identifier: GPL-3.0-or-later
"""``hashiya tags``: the documents and tags of the library, or the annotations of one document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reader.cli.cells import visible
from reader.cli.entities import Marked, fields_of, pieces_of
from reader.cli.output import say, write, write_json_object
from reader.cli.sources import Source
from reader.cli.terminal import phrase
from reader.model.document import Document
from reader.model.ids import DocumentId, TagId
from reader.model.tagset import Tag, name_in
from reader.store import Library
from reader.store.displaced import DisplacedCount

_LONGEST_QUOTE = 80


def list_library(library: Library | None, tags: list[Tag], *, as_json: bool, language: str) -> None:
    """Every document, the newest first, and every tag, each with the number of its annotations."""
    documents = library.documents.list() if library else []
    of_document = library.annotations.counts_by_document() if library else {}
    of_tag = library.annotations.counts_by_tag() if library else {}
    waiting = library.displaced.counts_by_document() if library else {}
    if as_json:
        write_json_object(
            [
                ("library", str(library.path) if library else None),
                ("documents", [_document_fields(each, of_document, waiting) for each in documents]),
                ("tags", [_tag_fields(each, of_tag) for each in tags]),
            ]
        )
        return
    for document in documents:
        write(f"{document.id[:8]}  {of_document.get(document.id, 0):>7}  {phrase(document.title)}")
        if document.id in waiting:
            say_waiting(document, waiting[document.id])
    if documents:
        write("")
    for tag in tags:
        write(f"{visible(tag.id):<14}  {of_tag.get(tag.id, 0):>7}  {phrase(name_in(tag.names, language))}")


def say_waiting(document: Document, count: DisplacedCount) -> None:
    """Say, beside the list, how many tags of the document have no sure place, and where they are."""
    say(f"{count.total} tags of it have no sure place: hashiya review {document.id[:8]}")


def list_annotations(source: Source, library: Library | None, *, suggestions: bool, as_json: bool) -> None:
    """The annotations of one document in text order; with ``suggestions`` what is proposed besides."""
    found = _marked(source, library, suggestions=suggestions)
    waiting = DisplacedCount()
    if source.document is not None and library is not None:
        waiting = library.displaced.count(source.document.id)
    if as_json:
        write_json_object(
            [
                ("title", source.title),
                ("document", source.document.id if source.document else None),
                ("doubtful", waiting.doubtful),
                ("orphans", waiting.orphans),
                ("annotations", map(fields_of, found)),
            ]
        )
        return
    for each in found:
        fields = fields_of(each)
        note = f"  — {phrase(fields['note'])}" if fields.get("note") else ""
        sign = " " if fields["kind"] == "annotation" else "?"
        write(f"{each.span.start:>9} {each.span.end:>9} {sign} {visible(each.tag_id):<14}  {_short(each.quote)}{note}")
    if source.document is not None and waiting.total:
        say_waiting(source.document, waiting)


def _marked(source: Source, library: Library | None, *, suggestions: bool) -> Iterator[Marked]:
    for piece in pieces_of(source, library, recognise=suggestions):
        yield from (each for each in piece.marked if each.span.start >= piece.start)


def _short(quote: str) -> str:
    line = " ".join(quote.split())
    return phrase(line if len(line) <= _LONGEST_QUOTE else line[: _LONGEST_QUOTE - 1] + "…")


def _document_fields(
    document: Document, counts: Mapping[DocumentId, int], waiting: Mapping[DocumentId, DisplacedCount]
) -> dict[str, Any]:
    displaced = waiting.get(document.id, DisplacedCount())
    return {
        "id": document.id,
        "title": document.title,
        "length": document.length,
        "direction": document.direction.value,
        "source": document.source,
        "created": document.created,
        "annotations": counts.get(document.id, 0),
        "doubtful": displaced.doubtful,
        "orphans": displaced.orphans,
    }


def _tag_fields(tag: Tag, counts: Mapping[TagId, int]) -> dict[str, Any]:
    return {
        "id": tag.id,
        "names": dict(tag.names),
        "colour": tag.colour,
        "parent": tag.parent_id,
        "annotations": counts.get(tag.id, 0),
    }

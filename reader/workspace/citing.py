# SPDX-License-Identifier: GPL-3.0-or-later
"""Where words of a document stand, as one cites them: title, author, page, paragraph."""

from __future__ import annotations

from pathlib import PurePath

from reader.model.ids import DocumentId
from reader.model.structure import Block
from reader.store import Library
from reader.text.chunks import ChunkedText
from reader.text.citation import Citation
from reader.text.paragraphs import paragraphs_touching
from reader.text.spans import Span


def cite(library: Library, document_id: DocumentId, span: Span) -> Citation:
    """The words of the span and where they stand.

    Paragraphs that show text are counted from the page's beginning, or, in a text without pages, from its own.
    Cost: O(text before the span on its page). For jobs where the text may be long.

    Raises:
        UnknownDocument: when there is no such document.
    """
    document = library.documents.get(document_id)
    text = library.texts.open(document_id)
    first = library.structure.page_at(document_id, span.start)
    last = library.structure.page_at(document_id, span.end - 1)
    known = dict(document.metadata)
    return Citation(
        quote=text.slice(span.start, span.end).strip("\n"),
        title=document.title,
        author=known.get("author", ""),
        page=_pages(first, last),
        paragraph=str(_paragraph_number(text, first.start if first else 0, span.start)),
        date=known.get("date", ""),
        source=known.get("address", "") or PurePath(document.source).name,
    )


def _pages(first: Block | None, last: Block | None) -> str:
    labels = [page.label for page in (first, last) if page is not None and page.label]
    return "–".join(dict.fromkeys(labels))


def _paragraph_number(text: ChunkedText, beginning: int, offset: int) -> int:
    """Which paragraph holds the offset, counted from 1. One that goes on from the page before counts."""
    number = 0
    for start, end in paragraphs_touching(text, beginning, offset):
        shown = text.slice(max(start, beginning), end)
        number += bool(shown.strip())
    return max(number, 1)

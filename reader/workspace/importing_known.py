# SPDX-License-Identifier: GPL-3.0-or-later
"""A file that was imported before and has another text now: its document is brought up to date, tags and all."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.errors import Cancelled
from reader.importers.plain_text import open_regular
from reader.model.document import Document
from reader.model.structure import Block
from reader.store import Library
from reader.store.structure import FileComment
from reader.workspace.changing_text import update_text

PART = "part"
"""Key of the metadata that says which row or member of the file ``Document.source`` a document is."""

FILE_DIGEST = "file-digest"
"""Key of the metadata, for formats that are slow to read: SHA-256 of the file, hexadecimal."""

LARGEST_UPDATED = 12_000_000
"""Code points; a longer text that has changed comes in as another document, for the two are compared in memory: ten
million with a thousand changes and 20,000 annotations take 24 seconds and 270 MB (measured on two busy cores)."""

_COMPARED = 200_000
_ALIKE = 0.5
"""The share of words that two versions of one article have in common at least; below it another one was put there."""
_WORD = re.compile(r"\w{2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Updated:
    """A document that has the text of its file again; what became of the annotations outside the unchanged parts."""

    document: Document
    moved: int
    doubtful: int
    orphans: int


def document_of_file(library: Library, path: Path, source: str) -> Document | None:
    """The document that was made of exactly this file, told without reading more than its bytes; None when nobody
    knows. O(size) where there is a document of the same place that noted the digest of its file, else O(1).
    """
    noted = {
        dict(document.metadata).get(FILE_DIGEST, ""): document for document in library.documents.with_source(source)
    }
    noted.pop("", None)
    if not noted:
        return None
    digest = hashlib.sha256()
    with open_regular(path) as opened:
        while block := opened.read(1 << 20):
            digest.update(block)
    return noted.get(digest.hexdigest())


def documents_by_part(library: Library, source: str) -> dict[tuple[str, str], list[Document]]:
    """The documents that came from this place, by it and their part of it. O(documents of the place): once a file."""
    found: dict[tuple[str, str], list[Document]] = {}
    for document in library.documents.with_source(source) if source else ():
        found.setdefault((source, dict(document.metadata).get(PART, "")), []).append(document)
    return found


def known_document(library: Library, earlier: Sequence[Document], text: str) -> Document | None:
    """The one of the documents from the same place that is an earlier version of this text; None when none is."""
    if len(text) > LARGEST_UPDATED:
        return None
    for document in earlier:
        if document.length > LARGEST_UPDATED:
            continue
        if are_alike(library.texts.open(document.id).slice(0, min(document.length, _COMPARED)), text):
            return document
    return None


def is_too_long(earlier: Sequence[Document], length: int) -> bool:
    """Whether a text of ``length`` from the place of these documents could not be compared with any of them."""
    return bool(earlier) and all(max(length, document.length) > LARGEST_UPDATED for document in earlier)


def are_alike(one: str, other: str) -> bool:
    """Whether two texts can be versions of one article: by the words they have in common, in their first pages."""
    words, others = (Counter(_WORD.findall(text[:_COMPARED])) for text in (one, other))
    most = max(words.total(), others.total())
    return most > 0 and (words & others).total() >= _ALIKE * most


def bring_up_to_date(
    library: Library,
    document: Document,
    text: str,
    author: str,
    *,
    encoding: str,
    blocks: Sequence[Block] | None = None,
    comments: Sequence[FileComment] = (),
    cancelled: Callable[[], bool] = lambda: False,
) -> Updated:
    """Give the document this text, as an edit that can be taken back.

    Raises:
        Cancelled: the document is as it was.
        LibraryError.
    """

    def check(*_: int) -> None:
        if cancelled():
            raise Cancelled

    update = update_text(library, document.id, text, author, encoding=encoding, blocks=blocks, check=check)
    if update.edit is not None:
        library.apply(update.edit, author=author, heed=check)
    now = library.documents.get(document.id)
    if comments:
        with library.transaction():
            library.structure.replace_comments(now.id, now.version, comments)
    placement = update.placement
    return Updated(document=now, moved=placement.moved, doubtful=placement.doubtful, orphans=placement.orphans)

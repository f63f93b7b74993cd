# SPDX-License-Identifier: GPL-3.0-or-later
"""A document with all that is said about it, out of the library into a file; on a connection of its own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from reader.errors import FileUnwritable
from reader.interchange import Content, Format, Options, write_file
from reader.model.annotation import Annotation
from reader.model.document import Document
from reader.model.ids import DocumentId
from reader.store import Library

_PAGE = 2000


def export_document(library_path: Path, document_id: DocumentId, form: Format, options: Options, out: Path) -> int:
    """Write the document to the file ``out``, which keeps what it had until all is written; how many annotations.

    Raises:
        FileIsFolder, FileUnwritable: also where ``out`` is the library itself.
        UnknownDocument, LibraryError.
    """
    with Library.open(library_path, create=False, read_only=True) as library:
        document = library.documents.get(document_id)
        write_document(library, content_of(library, document, with_text=True), form, options, out)
        return library.annotations.count(document_id)


def write_document(library: Library, content: Content, form: Format, options: Options, out: Path) -> None:
    """Write the content to the file ``out``, which keeps what it had until all is written.

    Raises:
        FileIsFolder, FileUnwritable: also where ``out`` is the library itself.
    """
    refuse_library_as_target(library, out)
    write_file(out, lambda stream: form.write(content, stream, options))


def refuse_library_as_target(library: Library, out: Path) -> None:
    """Nothing is written over the library.

    Raises:
        FileUnwritable: when ``out`` is the library itself.
    """
    if out.exists() and out.samefile(library.path):
        raise FileUnwritable(out, "it is the library itself")


def content_of(library: Library, document: Document, *, with_text: bool) -> Content:
    """What the library says of a document; annotations are read in pages."""
    mentioned = [entity for entity, _count in library.entities.of_document(document.id)]
    mentions = {entity.id: library.entities.mention_ids(entity.id, document.id) for entity in mentioned}
    return Content(
        document=document,
        tags=tuple(library.tagsets.tags()),
        annotations=lambda: _annotations(library, document.id),
        relations=lambda: iter(library.relations.of_document(document.id)),
        entities=tuple(sorted(mentioned, key=lambda entity: (entity.name, entity.id))),
        links={annotation_id: entity_id for entity_id, ids in mentions.items() for annotation_id in ids},
        text=library.texts.open(document.id) if with_text else None,
    )


def _annotations(library: Library, document_id: DocumentId) -> Iterator[Annotation]:
    """In text order, longest first."""
    for _, together in groupby(_by_start(library, document_id), key=lambda each: each.span.start):
        yield from sorted(together, key=lambda each: -each.span.end)


def _by_start(library: Library, document_id: DocumentId) -> Iterator[Annotation]:
    position = None
    while page := library.annotations.page_after(document_id, position, _PAGE):
        yield from page
        position = (page[-1].span.start, page[-1].id)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents with all that is said about them, out of the library into a file; on a connection of its own."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import merge
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

from reader.errors import Cancelled, FileUnwritable
from reader.interchange import Content, Feature, Format, Options, write_binary_file
from reader.interchange.content import CONFIDENCE, STATUS, SUGGESTED
from reader.model.annotation import Annotation
from reader.model.document import Document
from reader.model.ids import AnnotationId, DocumentId, TagId
from reader.model.suggestion import Suggestion, SuggestionFilter
from reader.store import Library
from reader.text.chunks import ChunkedText

_PAGE = 2000
_CONTEXT = 32
_LONGEST_NAME = 80
_NOT_IN_FILE_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+')

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What of a document counts: annotations with these tags (all for None), and suggestions from ``least`` on, or
    none where that is None. ``with_text`` is whether formats that can leave it out have the text too."""

    tags: frozenset[TagId] | None = None
    least: float | None = None
    with_text: bool = True


def export_documents(
    library_path: Path,
    document_ids: Sequence[DocumentId],
    form: Format,
    out: Path,
    *,
    options: Options,
    selection: Selection,
    progress: Progress = lambda _done, _total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> int:
    """Write the documents to the file ``out``, which keeps what it had until all is written; how many annotations.

    Where one file of the format holds one document and there are several, ``out`` becomes a zip file of them.
    Progress counts documents.

    Raises:
        Cancelled, FileIsFolder, FileUnwritable: also where ``out`` is the library itself.
        UnknownDocument, LibraryError, FormatUnavailable.
    """
    with Library.open(library_path, create=False, read_only=True) as library:
        refuse_library_as_target(library, out)
        documents = [library.documents.get(each) for each in document_ids]
        counted: Counter[str] = Counter()

        def contents() -> Iterator[Content]:
            for number, document in enumerate(documents):
                if cancelled():
                    raise Cancelled
                progress(number, len(documents))
                yield _counting(content_of(library, document, selection), counted)
            progress(len(documents), len(documents))

        write_binary_file(out, lambda stream: write_contents(contents(), len(documents), form, options, stream))
        return counted.total()


def write_contents(contents: Iterable[Content], count: int, form: Format, options: Options, stream: BinaryIO) -> None:
    """Write so many documents; a zip file of them where one file of the format holds one only."""
    if form.holds_many or count == 1:
        form.write(contents, stream, options)
        return
    taken: set[str] = set()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for content in contents:
            name = _free_name(content.document.title, form.suffix, taken)
            raw = io.BytesIO()
            form.write([content], raw, options)
            archive.writestr(name, raw.getvalue())


def losses(
    library_path: Path,
    document_ids: Sequence[DocumentId],
    form: Format,
    selection: Selection,
    cancelled: Callable[[], bool] = lambda: False,
) -> Counter[Feature]:
    """What the format would not hold of these documents: how many annotations, relations … lose something.

    Raises:
        Cancelled, UnknownDocument, LibraryError.
    """
    from reader.interchange.losses import losses_of  # noqa: PLC0415 - asked in a worker, after the window stands

    lost: Counter[Feature] = Counter()
    with Library.open(library_path, create=False, read_only=True) as library:
        for each in document_ids:
            if cancelled():
                raise Cancelled
            lost += losses_of(content_of(library, library.documents.get(each), selection), form)
    return lost


def refuse_library_as_target(library: Library, out: Path) -> None:
    """Nothing is written over the library.

    Raises:
        FileUnwritable: when ``out`` is the library itself.
    """
    if out.exists() and out.samefile(library.path):
        raise FileUnwritable(out, "it is the library itself")


def content_of(library: Library, document: Document, selection: Selection | None = None) -> Content:
    """What the library says of a document; annotations are read in pages."""
    selection = selection or Selection()
    mentioned = [entity for entity, _count in library.entities.of_document(document.id)]
    mentions = {entity.id: library.entities.mention_ids(entity.id, document.id) for entity in mentioned}
    return Content(
        document=document,
        tagsets=tuple(library.tagsets.tagsets()),
        tags=tuple(library.tagsets.tags()),
        annotations=lambda: _selected(library, document.id, selection),
        relations=lambda: iter(library.relations.of_document(document.id)),
        entities=tuple(sorted(mentioned, key=lambda entity: (entity.name, entity.id))),
        links={annotation_id: entity_id for entity_id, ids in mentions.items() for annotation_id in ids},
        decisions=lambda: iter(library.decisions.of_document(document.id)),
        text=library.texts.open(document.id) if selection.with_text else None,
        blocks=tuple(library.structure.all_blocks(document.id)) if selection.with_text else (),
        unplaced=_unplaced(library, document.id, selection),
    )


def file_name(title: str) -> str:
    """The title as a name that every file system takes, without suffix; "" when nothing of it is left."""
    name = " ".join(_NOT_IN_FILE_NAMES.sub(" ", title).split()).strip(". ")
    return name[:_LONGEST_NAME].strip(". ")


def _unplaced(library: Library, document_id: DocumentId, selection: Selection) -> int:
    """How many annotations of the selection have no sure place in the text."""
    if selection.tags is None:
        return library.displaced.count(document_id).total
    return sum(each.annotation.tag_id in selection.tags for each in library.displaced.of_document(document_id))


def _selected(library: Library, document_id: DocumentId, selection: Selection) -> Iterator[Annotation]:
    """In text order, longest first."""
    found = _annotations(library, document_id)
    if selection.least is not None:
        found = merge(found, _in_order(_suggestions(library, document_id, selection.least)), key=_order)
    wanted = selection.tags
    return found if wanted is None else (each for each in found if each.tag_id in wanted)


def _annotations(library: Library, document_id: DocumentId) -> Iterator[Annotation]:
    return _in_order(_by_start(library, document_id))


def _in_order(by_start: Iterator[Annotation]) -> Iterator[Annotation]:
    """Those that begin at one place, the longest first."""
    for _, together in groupby(by_start, key=lambda each: each.span.start):
        yield from sorted(together, key=_order)


def _order(each: Annotation) -> tuple[int, int]:
    return each.span.start, -each.span.end


def _by_start(library: Library, document_id: DocumentId) -> Iterator[Annotation]:
    position = None
    while page := library.annotations.page_after(document_id, position, _PAGE):
        yield from page
        position = (page[-1].span.start, page[-1].id)


def _suggestions(library: Library, document_id: DocumentId, least: float) -> Iterator[Annotation]:
    """Open suggestions as annotations that say so: by the recogniser, in no way as if the user had decided."""
    text = library.texts.open(document_id)
    wanted = SuggestionFilter(least=least)
    position = None
    while page := library.suggestions.open_page_after(document_id, position, _PAGE, wanted):
        last = page[-1]
        position = (last.span.start, last.span.end, last.tag_id)
        for each in page:
            yield _as_annotation(document_id, text, each)


def _as_annotation(document_id: DocumentId, text: ChunkedText, each: Suggestion) -> Annotation:
    start, end = each.span.start, each.span.end
    return Annotation(
        id=AnnotationId(f"suggestion-{start}-{end}-{each.tag_id}"),
        document_id=document_id,
        span=each.span,
        quote=each.quote,
        prefix=text.slice(start - _CONTEXT, start),
        suffix=text.slice(end, end + _CONTEXT),
        tag_id=each.tag_id,
        attributes=_attributes(each),
        author=f"hashiya:{each.source}",
        created="",
        modified="",
    )


def _attributes(each: Suggestion) -> tuple[tuple[str, str], ...]:
    value = (("value", each.value),) if each.value else ()
    return (*value, (STATUS, SUGGESTED), (CONFIDENCE, f"{each.confidence:.3f}"))


def _counting(content: Content, counted: Counter[str]) -> Content:
    """The same content, noting how many annotations were given when they are first read through."""
    given = content.annotations

    def annotations() -> Iterator[Annotation]:
        count = 0
        for each in given():
            count += 1
            yield each
        counted[content.document.id] = count

    return replace(content, annotations=annotations)


def _free_name(title: str, suffix: str, taken: set[str]) -> str:
    """A name for a member that no other has, whatever the case of its letters."""
    stem = file_name(title) or "document"
    number, name = 1, stem + suffix
    while name.casefold() in taken:
        number += 1
        name = f"{stem} ({number}){suffix}"
    taken.add(name.casefold())
    return name

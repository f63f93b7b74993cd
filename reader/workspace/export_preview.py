# SPDX-License-Identifier: GPL-3.0-or-later
"""The first lines of what an export would write, made of the beginning of its first document."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from pathlib import Path

from reader.interchange import FORMATS, Content, Feature, Format, Options
from reader.model.annotation import Annotation, Relation
from reader.model.ids import AnnotationId, DocumentId
from reader.store import Library
from reader.text.chunks import ChunkedText
from reader.workspace.exporting import Selection, content_of

MOST_CODE_POINTS = 20_000
"""Of the text; what stands behind it is not in the preview."""
MOST_ANNOTATIONS = 300
MOST_LINES = 60
LONGEST_LINE = 400
"""Code points of a line that are shown."""
_MOST_MEMBER_BYTES = 1 << 20
_SHOWN_AS = {"xlsx": "csv", "parquet": "csv", "html": "markdown", "docx": "markdown"}
"""Files nobody can read as they are: their rows or words are shown as the lines of another format."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """``text`` is the beginning of the file, "" where it is nothing that people read.

    ``members`` are the files in it when it is an archive, ``text`` is then that of ``member``. ``is_whole`` is False
    when more follows. ``is_likeness`` tells that what it says is shown, not how it is written.
    """

    text: str = ""
    is_whole: bool = True
    members: tuple[str, ...] = ()
    member: str = ""
    is_likeness: bool = False


def preview_export(
    library_path: Path, document_ids: Sequence[DocumentId], form: Format, options: Options, selection: Selection
) -> Preview:
    """What the file would begin with; the work is bounded by the figures above, however long the document is.

    Raises:
        UnknownDocument, LibraryError, FormatUnavailable, FormatCannotHold.
    """
    if not document_ids:
        return Preview()
    shown = FORMATS.get(_SHOWN_AS.get(form.name, ""), form)
    with Library.open(library_path, create=False, read_only=True) as library:
        content = content_of(library, library.documents.get(document_ids[0]), selection)
        stream = io.BytesIO()
        shown.write([_beginning(content, shown)], stream, options)
        is_cut = len(document_ids) > 1 or _is_cut(content)
    return replace(_as_text(stream.getvalue(), is_cut=is_cut), is_likeness=shown is not form)


def _beginning(content: Content, form: Format) -> Content:
    """The first annotations, and of a text that is written the first part."""
    text, end = content.text, None
    if Feature.TEXT in form.keeps or form.unit.value != "code points":
        end = MOST_CODE_POINTS
        text = None if text is None else ChunkedText.from_string(text.slice(0, end))

    def annotations() -> Iterator[Annotation]:
        found = (each for each in content.annotations() if end is None or each.span.end <= end)
        return islice(found, MOST_ANNOTATIONS)

    @cache
    def ids() -> frozenset[AnnotationId]:
        return frozenset(each.id for each in annotations())

    def relations() -> Iterator[Relation]:
        return (each for each in content.relations() if {each.source_id, each.target_id} <= ids())

    return replace(
        content,
        annotations=annotations,
        relations=relations,
        text=text,
        decisions=lambda: iter(()),
        blocks=tuple(each for each in content.blocks if end is None or each.end <= end),
    )


def _is_cut(content: Content) -> bool:
    is_long = content.document.length > MOST_CODE_POINTS
    return is_long or next(islice(content.annotations(), MOST_ANNOTATIONS, None), None) is not None


def _as_text(raw: bytes, *, is_cut: bool) -> Preview:
    if not zipfile.is_zipfile(io.BytesIO(raw)):
        return _cut_to_lines(raw, is_cut=is_cut)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        members = tuple(info.filename for info in archive.infolist() if not info.is_dir())
        for name in members:
            with archive.open(name) as member:
                found = _cut_to_lines(member.read(_MOST_MEMBER_BYTES), is_cut=is_cut)
            if found.text:
                return replace(found, members=members, member=name)
    return Preview(members=members, is_whole=not is_cut)


def _cut_to_lines(raw: bytes, *, is_cut: bool) -> Preview:
    """The first lines; nothing of what is no text in UTF-8."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return Preview(is_whole=not is_cut)
    if "\0" in text:
        return Preview(is_whole=not is_cut)
    lines = text.removeprefix("\ufeff").splitlines()
    shown = [line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE]}…" for line in lines[:MOST_LINES]]
    return Preview(text="\n".join(shown), is_whole=not is_cut and len(lines) <= MOST_LINES)

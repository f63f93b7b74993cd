# SPDX-License-Identifier: GPL-3.0-or-later
"""A file into the library, on a thread and a connection of its own, while others go on tagging."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reader.errors import Cancelled
from reader.importers import TextFile, open_text_file
from reader.model.ids import DocumentId
from reader.store import Library, Session
from reader.text.chunks import ChunkedText
from reader.text.direction import dominant_direction
from reader.text.structure import Role, roles_of

LONGEST_TITLE = 120
"""Code points; a longer first line is the beginning of the text, not its title."""

_DIRECTION_CONTROLS = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
_NOT_IN_TITLES = dict.fromkeys(map(ord, _DIRECTION_CONTROLS))
_FRONT_LINES = 40

Progress = Callable[[int, int], None]
"""``progress(done, total)`` in a unit of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """``already_there`` when the library had exactly this text before.

    ``is_updated`` when the file was imported before with another text: its document has the new one now. Of the
    annotations outside its unchanged parts ``moved`` went along, ``doubtful`` wait for review, ``orphans`` have no
    place.
    """

    document_id: DocumentId
    already_there: bool
    is_updated: bool = False
    moved: int = 0
    doubtful: int = 0
    orphans: int = 0


def import_file(
    library_path: Path,
    path: Path,
    progress: Progress,
    cancelled: Callable[[], bool],
    encoding: str | None = None,
    *,
    author: str = "",
    session: Session | None = None,
) -> Imported:
    """Bring a file's text into the library, or find it there. Memory: one chunk and one slice of the writer.

    A file that came in before with another text brings its document up to date; ``author`` did that in ``session``.
    Then the texts are in memory. The whole file is read once before anything is written, so a file that cannot be read
    leaves no trace, and one that the library has is found without writing. A third of the way is that reading.

    Raises:
        Cancelled, FileError, EncodingUnknown, LibraryError. Nothing of the document is left in the library then.
    """
    with open_text_file(path, encoding) as text_file:
        size = text_file.size_bytes
        digest = digest_of_file(text_file, lambda done, _: progress(done, 3 * size), cancelled)
        with Library.open(library_path, session=session) as library:
            known = library.documents.with_text(digest)
            if known is not None:
                return Imported(document_id=known.id, already_there=True)
            updated = _update(library, text_file, author, cancelled)
            if updated is not None:
                return updated
            return _write(library, text_file, digest, lambda done: progress(size + 2 * done, 3 * size), cancelled)


def digest_of_file(text_file: TextFile, progress: Progress, cancelled: Callable[[], bool]) -> str:
    """SHA-256 of the text in UTF-8, by which the library knows it; counts the text on the way. O(size).

    Raises:
        Cancelled, FileError.
    """
    digest = hashlib.sha256()
    text_file.count(progress, cancelled, lambda text: digest.update(text.encode()))
    return digest.hexdigest()


def title_of(text: ChunkedText, path: Path) -> str:
    """The line that stands as title over the text, else a short first line, else the name of the file."""
    first = text.chunk(0)
    lines = [first.text[start:end].translate(_NOT_IN_TITLES).strip() for start, end in first.paragraphs[:_FRONT_LINES]]
    roles = roles_of(lines, opens_document=True)
    if Role.TITLE in roles:
        return lines[roles.index(Role.TITLE)]
    line = next(filter(None, lines), "")
    return line if 0 < len(line) <= LONGEST_TITLE else readable(path.stem)


def _update(library: Library, text_file: TextFile, author: str, cancelled: Callable[[], bool]) -> Imported | None:
    """The document that had another text of this file, brought up to date; None when there is none."""
    source = readable(text_file.path.absolute())
    if not library.documents.with_source(source):
        return None
    from reader.workspace import importing_known as known  # noqa: PLC0415 - seldom

    if (text_file.text.length or 0) > known.LARGEST_UPDATED:
        return None
    text = "".join(piece for _, piece in text_file.text.texts())
    earlier = known.documents_by_part(library, source).get((source, ""), [])
    document = known.known_document(library, earlier, text)
    if document is None:
        return None
    done = known.bring_up_to_date(library, document, text, author, encoding=text_file.encoding, cancelled=cancelled)
    return Imported(
        document_id=document.id,
        already_there=False,
        is_updated=True,
        moved=done.moved,
        doubtful=done.doubtful,
        orphans=done.orphans,
    )


def _write(
    library: Library, text_file: TextFile, digest: str, progress: Callable[[int], None], cancelled: Callable[[], bool]
) -> Imported:
    text = text_file.text
    source, done, total = readable(text_file.path.absolute()), 0, sum(text.weights)
    with library.texts.begin(source=source, encoding=text_file.encoding) as writer:
        for index, piece in text.texts():
            if cancelled():
                raise Cancelled
            writer.append([piece])
            done += text.weights[index]
            progress(done * text_file.size_bytes // total)
        direction = dominant_direction(text.chunk(0).text)
        title = title_of(text, text_file.path)
        document = writer.finish(title=title, direction=direction, digest=digest, length=text.length)
    return Imported(document_id=document.id, already_there=document.id != writer.document_id)


def readable(name: Path | str) -> str:
    """A file name as text: bytes that are not UTF-8 cannot be stored."""
    return os.fsencode(name).decode("utf-8", "replace")

# SPDX-License-Identifier: GPL-3.0-or-later
"""What a name on the command line stands for: a file of text, or a document of the library."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from reader.errors import FileIsBinary, FileMissing, LibraryMissing, NoText, UnknownDocument
from reader.importers import open_text_file
from reader.importers.extracted import Options
from reader.importers.registry import TEXT, Format, detect
from reader.model.document import Document
from reader.model.structure import Block, BlockKind
from reader.store import Library
from reader.store.newcomers import Newcomer
from reader.text.chunks import ChunkedText
from reader.text.direction import Direction, dominant_direction
from reader.workspace.extraction import Extractor
from reader.workspace.importing import digest_of_file, title_of
from reader.workspace.importing_many import newcomer_of
from reader.workspace.own_library import own_library_path


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A text to show, counted. ``document`` is what the library says of it, None when the library does not have it.

    ``blocks`` are those of a file that the library does not have; of a document the library knows them.
    """

    title: str
    path: Path | None
    encoding: str
    text: ChunkedText
    direction: Direction
    document: Document | None
    blocks: tuple[Block, ...] = ()


@contextmanager
def library_for_reading(path: Path | None) -> Iterator[Library | None]:
    """The library, or None when the user has none yet and named none.

    Raises:
        LibraryMissing: when ``path`` was named and is not there.
        LibraryError.
    """
    try:
        library = Library.open(path or own_library_path(), create=False, read_only=True)
    except LibraryMissing:
        if path is not None:
            raise
        yield None
        return
    with library:
        yield library


@contextmanager
def source_named(name: str, library: Library | None, encoding: str | None = None) -> Iterator[Source]:
    """The file with this path or, when there is none, the document of the library with this id or title.

    Raises:
        FileError, EncodingUnknown: when the file cannot be read.
        UnknownDocument, FileMissing: when there is neither.
    """
    path = Path(name)
    if os.path.lexists(path):
        if library is not None:
            refuse_library(path, library.path)
        detected = detect(path, Options(encoding=encoding))
        if detected.format.id != TEXT:
            yield _extracted(path, detected.format, encoding, library)
            return
        with open_text_file(path, encoding) as text_file:
            digest = digest_of_file(text_file, lambda _done, _total: None, lambda: False)
            text = text_file.text
            document = library.documents.with_text(digest) if library else None
            yield Source(
                title=document.title if document else title_of(text, path),
                path=path,
                encoding=text_file.encoding,
                text=text,
                direction=document.direction if document else dominant_direction(text.chunk(0).text),
                document=document,
            )
        return
    document = document_named(name, library)
    assert library is not None
    yield Source(
        title=document.title,
        path=None,
        encoding=document.encoding,
        text=library.texts.open(document.id),
        direction=document.direction,
        document=document,
    )


def _extracted(path: Path, wanted: Format, encoding: str | None, library: Library | None) -> Source:
    """What stands in a file that is no plain text; of a file of many documents all, one behind the other."""
    with Extractor() as extractor:
        options = Options(encoding=encoding)
        found = list(extractor.extract(path, wanted, options, lambda _done, _total: None, lambda: False))
    if not found:
        raise NoText(path, "it is empty")
    newcomers = [newcomer_of(one, path) for one in found]
    first = newcomers[0]
    text = "\n\n".join(one.text for one in newcomers)
    document = None
    if library is not None:
        document = library.documents.with_text(hashlib.sha256(text.encode()).hexdigest())
    return Source(
        title=document.title if document else first.title if len(found) == 1 else path.name,
        path=path,
        encoding=first.encoding,
        text=ChunkedText.from_string(text),
        direction=document.direction if document else first.direction,
        document=document,
        blocks=_joined_blocks(newcomers),
    )


def _joined_blocks(newcomers: list[Newcomer]) -> tuple[Block, ...]:
    """The blocks of all, each by its place in all texts together."""
    if len(newcomers) == 1:
        return newcomers[0].blocks
    blocks, start = [], 0
    for one in newcomers:
        if not any(block.start == 0 and block.end for block in one.blocks):
            blocks.append(Block(kind=BlockKind.SECTION, start=start, end=start, level=1, label=one.title))
        blocks += [replace(block, start=block.start + start, end=block.end + start) for block in one.blocks]
        start += len(one.text) + 2
    return tuple(blocks)


def document_named(name: str, library: Library | None) -> Document:
    """The document of the library with this id, beginning of an id, or title.

    Raises:
        UnknownDocument, FileMissing: the latter when the name looks like that of a file.
    """
    if library is not None:
        try:
            return library.documents.find(_typed(name))
        except UnknownDocument:
            if not _looks_like_a_path(name):
                raise
    raise FileMissing(Path(name))


def document_or_file(name: str, library: Library) -> Document:
    """The document this name stands for; a file stands for the document that has exactly its text.

    Raises:
        FileError: when the file cannot be read.
        UnknownDocument, FileMissing.
    """
    if not os.path.lexists(name):
        return document_named(name, library)
    with source_named(name, library) as source:
        if source.document is None:
            raise UnknownDocument(name)
        return source.document


def required(library: Library | None) -> Library:
    """The library.

    Raises:
        LibraryMissing: when the user has none yet.
    """
    if library is None:
        raise LibraryMissing(own_library_path())
    return library


def refuse_library(path: Path, library_path: Path) -> None:
    """Closing any descriptor of a connected library drops its locks (POSIX), so it is never opened as a text.

    Raises:
        FileIsBinary: when the file is the library.
    """
    if path.exists() and library_path.exists() and path.samefile(library_path):
        raise FileIsBinary(path)


def _typed(name: str) -> str:
    """What the user typed, whatever the locale: terminals send UTF-8."""
    return os.fsencode(name).decode("utf-8", "replace")


def _looks_like_a_path(name: str) -> bool:
    return os.sep in name or "." in name

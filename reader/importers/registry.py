# SPDX-License-Identifier: GPL-3.0-or-later
"""Every format that can be imported, and which of them a file has: by its content first, by its suffix second."""

from __future__ import annotations

import importlib
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

from reader.errors import FileEmpty, FileMissing, FileProtected, FileUnreadable, FormatNotRead
from reader.importers import signs
from reader.importers.extracted import Importer, Notice, NoticeKind, Options

Sniff = Callable[[signs.Ends, Path], float]
"""How sure it is, 0 to 1, that a file with these ends has the format; the suffix is none of its business."""

MEBIBYTE = 1 << 20
HEAD_BYTES = 64 * 1024
TAIL_BYTES = 64 * 1024

SUFFIX_COUNTS = 0.3
"""What a fitting suffix adds to what the content tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A kind of file. ``suffixes`` are in lower case with their dot; the first one is the usual one.

    ``module`` has ``extract`` (see ``extracted.Importer``) and is imported when a file is read. A file larger than
    ``largest_bytes`` is refused before it is opened.
    """

    id: str
    suffixes: tuple[str, ...]
    sniff: Sniff
    module: str
    largest_bytes: int = 256 * MEBIBYTE

    @property
    def importer(self) -> Importer:
        return cast("Importer", importlib.import_module(self.module))


TEXT: Final = "text"
"""The format that is streamed into the library instead of being extracted."""

FORMATS: Final[tuple[Format, ...]] = (
    Format(
        id=TEXT,
        suffixes=(".txt", ".text", ".log"),
        sniff=signs.text,
        module="reader.importers.whole_text",
        largest_bytes=1 << 50,
    ),
    Format(
        id="markdown",
        suffixes=(".md", ".markdown", ".mdown"),
        sniff=signs.markdown,
        module="reader.importers.markdown",
    ),
    Format(
        id="html",
        suffixes=(".html", ".htm", ".xhtml", ".xht"),
        sniff=signs.html,
        module="reader.importers.html",
        largest_bytes=64 * MEBIBYTE,
    ),
    Format(id="mhtml", suffixes=(".mhtml", ".mht"), sniff=signs.mhtml, module="reader.importers.mhtml"),
    Format(id="docx", suffixes=(".docx", ".docm", ".dotx"), sniff=signs.docx, module="reader.importers.docx"),
    Format(id="odt", suffixes=(".odt", ".ott", ".fodt"), sniff=signs.odt, module="reader.importers.odt"),
    Format(id="epub", suffixes=(".epub",), sniff=signs.epub, module="reader.importers.epub"),
    Format(id="pdf", suffixes=(".pdf",), sniff=signs.pdf, module="reader.importers.pdf", largest_bytes=1024 * MEBIBYTE),
    Format(id="subtitles", suffixes=(".srt", ".vtt"), sniff=signs.subtitles, module="reader.importers.subtitles"),
    Format(
        id="openiti",
        suffixes=(".completed", ".inprogress"),
        sniff=signs.openiti,
        module="reader.importers.openiti",
    ),
    Format(id="table", suffixes=(".csv", ".tsv", ".tab"), sniff=signs.table, module="reader.importers.table"),
    Format(
        id="json",
        suffixes=(".jsonl", ".ndjson", ".json"),
        sniff=signs.json_records,
        module="reader.importers.json_records",
    ),
    Format(
        id="archive",
        suffixes=(".zip",),
        sniff=signs.archive,
        module="reader.importers.zipped",
        largest_bytes=2048 * MEBIBYTE,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Detected:
    """Which format a file has, and what is to be told about that."""

    format: Format
    notices: tuple[Notice, ...] = ()


def format_named(identity: str) -> Format | None:
    """The format with this id, or one of whose suffixes this is, with or without its dot."""
    wanted = identity.casefold()
    for one in FORMATS:
        if one.id == wanted or f".{wanted.removeprefix('.')}" in one.suffixes:
            return one
    return None


def detect(path: Path, options: Options) -> Detected:
    """The format of the file at ``path``. Reads 128 KB at most.

    Raises:
        FileMissing, FileIsFolder, FileUnreadable, FileEmpty.
        FileProtected: for an encrypted Office document.
        FormatNotRead: when it is a kind of file that is known but cannot be imported; ``format`` names it.
    """
    ends = read_ends(path)
    if options.as_format is not None and (named := format_named(options.as_format)) is not None:
        return Detected(format=named)
    if signs.is_encrypted_office(ends):
        raise FileProtected(path)
    suffix = path.suffix.lower()
    scores = [(one.sniff(ends, path) + SUFFIX_COUNTS * (suffix in one.suffixes), one) for one in FORMATS]
    best, found = max(scores, key=lambda score: score[0])
    if best < signs.SURE and (strange := signs.known_but_not_read(ends)) is not None:
        raise FormatNotRead(path, strange)
    if best <= SUFFIX_COUNTS:
        # Its content tells nothing: the importer its name asks for finds out, or plain text says what is wrong.
        found = found if best else FORMATS[0]
    return Detected(format=found, notices=_about_the_name(suffix, found))


def read_ends(path: Path) -> signs.Ends:
    """The first and the last bytes of a regular file.

    Raises:
        FileMissing, FileIsFolder, FileUnreadable, FileEmpty.
    """
    from reader.importers.plain_text import open_regular  # noqa: PLC0415 - the road of plain text asks nobody here

    with open_regular(path) as opened:
        size = os.fstat(opened.fileno()).st_size
        try:
            head = opened.read(HEAD_BYTES)
            opened.seek(max(size - TAIL_BYTES, 0))
            tail = opened.read(TAIL_BYTES)
        except OSError as error:
            raise FileUnreadable(path, error.strerror or str(error)) from error
    if not head:
        raise FileEmpty(path)
    return signs.Ends(head=head, tail=tail, size_bytes=size)


def is_regular(path: Path) -> bool:
    """Whether there is a file that can be read from its start to its end: no folder, pipe or device.

    Raises:
        FileMissing, FileUnreadable.
    """
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        raise FileMissing(path) from None
    except OSError as error:
        raise FileUnreadable(path, error.strerror or str(error)) from error


def _about_the_name(suffix: str, found: Format) -> tuple[Notice, ...]:
    """Tells that the name says another format, unless it is a kind of text in a file that is called text."""
    if suffix in FORMATS[0].suffixes and found.id in _TEXTS:
        return ()
    others = {other for one in FORMATS for other in one.suffixes}
    if suffix in others and suffix not in found.suffixes:
        return (Notice(kind=NoticeKind.MISLABELLED, detail=suffix),)
    return ()


_TEXTS = frozenset({TEXT, "markdown", "openiti", "subtitles"})

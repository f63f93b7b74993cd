# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole of a small file as text, for formats that have to see all of it; what does not decode is told."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from reader.errors import FileEmpty, FileIsBinary, FileTooLarge, FileUndecodable, FileUnreadable
from reader.importers.encodings import Encoding, encoding_named, guess_encoding
from reader.importers.extracted import Notice, NoticeKind
from reader.importers.plain_text import looks_binary, open_regular

_SAMPLE = 128 * 1024
_BAD_SHARE = 50
"""One bad place in so many characters, and the encoding is another one, or the file no text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """``text`` as it is in the file, but for a byte order mark; line ends are as they were."""

    text: str
    encoding: str
    notices: tuple[Notice, ...] = ()


def read_text(path: Path, encoding: str | None = None, largest_bytes: int = 1 << 28) -> Decoded:
    """The text of a file.

    Raises:
        FileMissing, FileIsFolder, FileUnreadable, FileEmpty, FileTooLarge, FileIsBinary.
        FileUndecodable: when more than a few places do not decode.
        EncodingUnknown.
    """
    return decoded(path, read_bytes(path, largest_bytes), encoding)


def read_bytes(path: Path, largest_bytes: int) -> bytes:
    """All bytes of a regular file.

    Raises:
        FileMissing, FileIsFolder, FileUnreadable, FileEmpty, FileTooLarge.
    """
    with open_regular(path) as opened:
        if os.fstat(opened.fileno()).st_size > largest_bytes:
            raise FileTooLarge(path, largest_bytes)
        pieces, left = [], largest_bytes + 1
        try:
            while left > 0 and (piece := opened.read(min(left, 1 << 22))):
                pieces.append(piece)
                left -= len(piece)
        except OSError as error:
            raise FileUnreadable(path, error.strerror or str(error)) from error
    raw = b"".join(pieces)
    if len(raw) > largest_bytes:
        raise FileTooLarge(path, largest_bytes)
    if not raw:
        raise FileEmpty(path)
    return raw


def decoded(path: Path, raw: bytes, encoding: str | None = None) -> Decoded:
    """The text these bytes of ``path`` are.

    Raises:
        FileEmpty, FileIsBinary, FileUndecodable, EncodingUnknown.
    """
    found = encoding_named(encoding, raw) if encoding else guess_encoding(samples_of(raw))
    if found.unit == 1 and looks_binary(raw[:_SAMPLE].replace(b"\0", b" ")):
        raise FileIsBinary(path)
    body = raw[found.mark :]
    text = body.decode(found.name, "replace")
    if text.count("\0") * 10 > len(text):
        raise FileIsBinary(path)
    bad = text.count("\ufffd") - _meant(body, found)
    if bad * _BAD_SHARE > len(text) and bad > 3:
        raise FileUndecodable(path, found.name, found.mark + _first_bad_byte(body, found.name))
    if not text or text.isspace():
        raise FileEmpty(path)
    notices = (Notice(kind=NoticeKind.BAD_BYTES, count=bad, detail=found.name),) if bad > 0 else ()
    return Decoded(text=text, encoding=found.name, notices=notices)


def samples_of(raw: bytes) -> list[bytes]:
    """The beginning, and pieces from the rest that begin at multiples of four bytes."""
    if len(raw) <= _SAMPLE:
        return [raw]
    step = max((len(raw) - _SAMPLE) // 3, _SAMPLE // 4) & ~3
    places = range(_SAMPLE, len(raw), step)
    return [raw[:_SAMPLE], *(raw[place : place + _SAMPLE // 4] for place in places[:3])]


def _meant(body: bytes, encoding: Encoding) -> int:
    """Replacement characters that stand in the file themselves."""
    try:
        return body.count("\ufffd".encode(encoding.name))
    except UnicodeEncodeError:
        return 0


def _first_bad_byte(body: bytes, encoding: str) -> int:
    try:
        body.decode(encoding)
    except UnicodeDecodeError as error:
        return error.start
    return 0

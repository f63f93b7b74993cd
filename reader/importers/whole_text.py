# SPDX-License-Identifier: GPL-3.0-or-later
"""Plain text that is taken in as a whole: to join its lines, to pass over bad bytes, or out of an archive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reader.errors import Cancelled
from reader.importers.decoding import read_text
from reader.importers.extracted import Cancelled as Asked
from reader.importers.extracted import Extracted, Notice, NoticeKind, Options, Progress
from reader.importers.plain_text import line_ends_as_feeds
from reader.importers.repairing import looked_through
from reader.text.line_joining import joined_lines

LARGEST_BYTES = 256 << 20


def extract(path: Path, options: Options, progress: Progress, cancelled: Asked) -> Iterator[Extracted]:
    """The text of the file; hard-wrapped lines are joined when that is asked for.

    Raises:
        Cancelled, FileError, EncodingUnknown.
    """
    if cancelled():
        raise Cancelled
    decoded = read_text(path, options.encoding, LARGEST_BYTES)
    text = line_ends_as_feeds(decoded.text).lstrip("\ufeff")
    notices = list(decoded.notices)
    if "\0" in text:
        notices.append(Notice(kind=NoticeKind.BAD_CHARACTERS, count=text.count("\0")))
        text = text.replace("\0", "")
    if options.rejoin_lines:
        text, joined = joined_lines(text)
        notices += [Notice(kind=NoticeKind.REJOINED, count=joined)] if joined else []
    progress(1, 1)
    found = Extracted(text=text, encoding=decoded.encoding, notices=tuple(notices))
    yield from looked_through(iter([found]), options)

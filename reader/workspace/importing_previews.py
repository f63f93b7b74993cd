# SPDX-License-Identifier: GPL-3.0-or-later
"""What a file would be before it is imported: the first rows of a table, the first lines in each encoding."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reader.importers.encodings import guess_encoding
from reader.importers.extracted import Options
from reader.importers.plain_text import line_ends_as_feeds, open_regular
from reader.importers.records import TablePreview
from reader.importers.registry import detect

SAMPLE_BYTES = 24 * 1024
SHOWN_CODE_POINTS = 4_000
ENCODINGS = ("utf-8", "windows-1256", "iso-8859-6", "mac-arabic", "utf-16-le", "utf-16-be", "utf-32-le", "windows-1252")
TABLES = frozenset({"table", "json"})
"""Formats of which the columns can be chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EncodingPreview:
    """The beginning of a file in one encoding. ``bad`` is how many places of it do not decode."""

    encoding: str
    text: str
    bad: int


def preview_table(*, path: Path, options: Options) -> TablePreview:
    """The first rows of a table or of records, and which columns would be taken.

    Raises:
        FileError, EncodingUnknown.
    """
    detected = detect(path, options)
    if detected.format.id == "json":
        from reader.importers import json_records  # noqa: PLC0415 - one of two

        return json_records.preview(path, options)
    from reader.importers import table  # noqa: PLC0415 - one of two

    return table.preview(path, options)


def preview_encodings(*, path: Path) -> tuple[str, list[EncodingPreview]]:
    """The encoding that is guessed, and the beginning of the file in each that it may have.

    Raises:
        FileError.
    """
    with open_regular(path) as opened:
        raw = opened.read(SAMPLE_BYTES)
    guessed = guess_encoding([raw])
    body = raw[guessed.mark :]
    previews = []
    for name in dict.fromkeys((guessed.name, *ENCODINGS)):
        unit = 4 if "32" in name else 2 if "16" in name else 1
        text = body[: len(body) - len(body) % unit].decode(name, "replace")
        is_cut = len(raw) == SAMPLE_BYTES
        bad = text[: -2 if is_cut else None].count("\ufffd") + sum(1 for char in text if char == "\0")
        shown = line_ends_as_feeds(text).replace("\0", "\ufffd")[:SHOWN_CODE_POINTS]
        previews.append(EncodingPreview(encoding=name, text=shown, bad=bad))
    return guessed.name, previews

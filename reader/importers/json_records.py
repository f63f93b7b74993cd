# SPDX-License-Identifier: GPL-3.0-or-later
"""Articles as JSON: one object a line (JSONL), or a list of objects; each a document."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from reader.errors import Cancelled, FileDamaged, NoColumn, NoText
from reader.importers.decoding import read_text
from reader.importers.extracted import Cancelled as Asked
from reader.importers.extracted import Columns, Extracted, Notice, NoticeKind, Options, Progress
from reader.importers.records import TablePreview, document_of, guessed_columns, missing_columns
from reader.importers.text_builder import TextBuilder

LARGEST_BYTES = 512 << 20
_PREVIEW = 200
_LISTS = ("articles", "documents", "items", "records", "data", "results", "posts", "rows")
"""Where a single object keeps its list of articles."""


def extract(path: Path, options: Options, progress: Progress, cancelled: Asked) -> Iterator[Extracted]:
    """A document for each object with text.

    Raises:
        Cancelled, FileError, EncodingUnknown.
        FileDamaged: when nothing in it is JSON. NoColumn: when a key asked for is in no object.
        NoText: when no object holds text.
    """
    source = _Source(path, options)
    columns = source.columns
    last: Extracted | None = None
    empty = 0
    for place, (where, values) in enumerate(source.records()):
        if cancelled():
            raise Cancelled
        document = document_of(values, columns, where, TextBuilder())
        if document is None:
            empty += 1
            continue
        if last is not None:
            yield last
        last = document
        progress(place, 0)
    if last is None:
        raise NoText(path, "no record has anything where the text should be")
    told = [*source.notices]
    told += [Notice(kind=NoticeKind.EMPTY_ROWS, count=empty)] if empty else []
    yield replace(last, notices=(*last.notices, *told), encoding=source.encoding)


def preview(path: Path, options: Options) -> TablePreview:
    """The first objects as rows of a table.

    Raises:
        FileError, EncodingUnknown.
    """
    source = _Source(path, options)
    header = source.keys
    rows = [tuple(values.get(key, "")[:400] for key in header) for _, values in islice(source.records(), 50)]
    return TablePreview(header=tuple(header), rows=tuple(rows), guessed=source.columns, has_header=True)


class _Source:
    """The objects of a file. ``notices`` is complete when all ``records`` have been read."""

    def __init__(self, path: Path, options: Options) -> None:
        self._path = path
        decoded = read_text(path, options.encoding, LARGEST_BYTES)
        self.encoding = decoded.encoding
        self.notices = list(decoded.notices)
        self._bad = 0
        self._first_bad = ""
        self._text = decoded.text
        self._whole = self._as_one()
        first = [values for _, values in islice(self.records(), _PREVIEW)]
        if not first:
            raise FileDamaged(path, "nothing in it is a JSON object")
        self.keys = list(dict.fromkeys(key for values in first for key in values))
        rows = [[values.get(key, "") for key in self.keys] for values in first]
        self.columns = options.columns or guessed_columns(self.keys, rows)
        missing = missing_columns(self.columns, self.keys)
        if missing or not self.columns.text:
            raise NoColumn(path, missing[0] if missing else "", ", ".join(self.keys[:20]))

    def records(self) -> Iterator[tuple[str, dict[str, str]]]:
        """Each object with its number, values as text; nested ones by ``outer.inner``."""
        self._bad, self._first_bad = 0, ""
        entries = enumerate(self._whole, 1) if self._whole is not None else self._by_line()
        for number, entry in entries:
            if isinstance(entry, dict):
                yield str(number), _flat(entry)
            else:
                self._bad += 1
                self._first_bad = self._first_bad or str(number)
        if self._bad:
            told = Notice(kind=NoticeKind.SKIPPED_ROWS, count=self._bad, detail=self._first_bad)
            self.notices = [one for one in self.notices if one.kind is not NoticeKind.SKIPPED_ROWS] + [told]

    def _as_one(self) -> list[Any] | None:
        """The list the whole file is; None when it is one object a line, or nothing as a whole."""
        start = self._text.lstrip("\ufeff \t\r\n")[:1]
        if start not in ("[", "{"):
            return None
        try:
            whole = json.loads(self._text.strip("\ufeff \t\r\n\x00"))
        except (ValueError, RecursionError):
            if start == "[":
                raise FileDamaged(self._path, "it is not JSON as it should be") from None
            return None
        if isinstance(whole, dict):
            inner = next((whole[key] for key in _LISTS if isinstance(whole.get(key), list)), None)
            return inner if inner is not None and any(isinstance(one, dict) for one in inner) else [whole]
        return whole if isinstance(whole, list) else None

    def _by_line(self) -> Iterator[tuple[int, Any]]:
        for number, line in enumerate(self._text.split("\n"), 1):
            line = line.strip("\ufeff \t\r\x00")  # noqa: PLW2901
            if not line:
                continue
            try:
                yield number, json.loads(line)
            except (ValueError, RecursionError):
                yield number, None


def _flat(entry: dict[str, Any], depth: int = 0, prefix: str = "") -> dict[str, str]:
    """The values as text; those of nested objects under ``outer.inner``, lists of plain values joined."""
    found: dict[str, str] = {}
    for key, value in islice(entry.items(), 1000):
        name = f"{prefix}{key}"
        if isinstance(value, dict) and depth < 2:
            found |= _flat(value, depth + 1, f"{name}.")
        elif isinstance(value, list):
            plain = [str(one) for one in value[:10_000] if isinstance(one, str | int | float)]
            found[name] = ("\n" if any(len(one) > 60 for one in plain) else ", ").join(plain)
        elif value is not None and not isinstance(value, dict):
            found[name] = value if isinstance(value, str) else str(value)
    return found


__all__ = ["Columns", "extract", "preview"]

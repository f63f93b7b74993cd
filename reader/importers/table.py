# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables of articles (CSV, TSV): each row a document."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TextIO

from reader.errors import Cancelled, FileDamaged, FileUnreadable, NoColumn, NoText
from reader.importers.decoding import samples_of
from reader.importers.encodings import Encoding, encoding_named, guess_encoding
from reader.importers.extracted import Cancelled as Asked
from reader.importers.extracted import Columns, Extracted, Notice, NoticeKind, Options, Progress
from reader.importers.plain_text import open_regular
from reader.importers.records import (
    TablePreview,
    document_of,
    guessed_columns,
    looks_like_header,
    missing_columns,
    numbered,
)

MOST_COLUMNS = 1000
LONGEST_CELL = 64 << 20
"""Code points; a longer cell is a quotation mark that was never closed."""
_PREVIEW_ROWS = 200
_SAMPLE = 1 << 20
_NEVER_CLOSED = "a quotation mark in it is never closed"


def extract(path: Path, options: Options, progress: Progress, cancelled: Asked) -> Iterator[Extracted]:
    """A document for each row with text. What could not be read is told with the last one. One row is in memory.

    Raises:
        Cancelled, FileError, EncodingUnknown.
        FileDamaged: when it cannot be read as a table. NoColumn: when a column asked for is not there.
        NoText: when no row holds text.
    """
    with _Table(path, options) as table:
        columns = table.columns
        last: Extracted | None = None
        empty = 0
        for number, row in table.rows():
            if cancelled():
                raise Cancelled
            document = document_of(dict(zip(table.header, row, strict=False)), columns, str(number))
            if document is None:
                empty += 1
                continue
            if last is not None:
                yield last
            last = document
            progress(table.done_bytes, table.size_bytes)
        if last is None:
            raise NoText(path, "no row has anything in the column of the text")
        yield _with_notices(last, table.notices(empty))


def preview(path: Path, options: Options) -> TablePreview:
    """The first rows of the table, and which columns hold what if nobody says otherwise.

    Raises:
        FileError, EncodingUnknown.
    """
    with _Table(path, options) as table:
        rows = tuple(tuple(cell[:400] for cell in row[:MOST_COLUMNS]) for _, row in islice(table.rows(), 50))
        return TablePreview(header=tuple(table.header), rows=rows, guessed=table.columns, has_header=table.has_header)


class _Table:
    """A file of rows, read as a stream; a context manager."""

    def __init__(self, path: Path, options: Options) -> None:
        self._path = path
        self._raw = open_regular(path)
        self._pending: list[str] = []
        self._too_wide: list[int] = []
        self._is_at_end = self._is_cut = False
        try:
            self.size_bytes = os.fstat(self._raw.fileno()).st_size
            sample = self._raw.read(_SAMPLE)
            encoding = _encoding_of(sample, options.encoding)
            self.encoding = encoding.name
            self._dialect = _dialect_of(sample, encoding, path)
            self._text = self._opened(encoding)
            self.header, self.has_header, self._ahead = self._begun()
            guessed = guessed_columns(self.header, [row for _, row in self._ahead])
            wanted = options.columns if options.columns is not None else guessed
            self.columns = numbered(wanted, self.header)
        except BaseException:
            self._raw.close()
            raise
        self._refuse_missing_columns()

    @property
    def done_bytes(self) -> int:
        return self._raw.tell()

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """The number of each row in the file, from 1, and its cells."""
        yield from self._ahead
        yield from self._more

    def notices(self, empty: int) -> list[Notice]:
        """What is to be told when all rows have been read, ``empty`` of them without text."""
        told = []
        if empty:
            told.append(Notice(kind=NoticeKind.EMPTY_ROWS, count=empty))
        if self._too_wide:
            told.append(Notice(kind=NoticeKind.SKIPPED_ROWS, count=len(self._too_wide), detail=str(self._too_wide[0])))
        if self._is_cut:
            told.append(Notice(kind=NoticeKind.DAMAGED, detail=_NEVER_CLOSED))
        return told

    def __enter__(self) -> _Table:
        return self

    def __exit__(self, *_: object) -> None:
        self._text.close()

    def _opened(self, encoding: Encoding) -> TextIO:
        self._raw.seek(encoding.mark)
        buffered = io.BufferedReader(self._raw, 1 << 20)  # type: ignore[type-var]
        return io.TextIOWrapper(buffered, encoding.name, errors="replace", newline="")

    def _begun(self) -> tuple[list[str], bool, list[tuple[int, list[str]]]]:
        """The names of the columns, whether the file has them, and the first rows."""
        csv.field_size_limit(LONGEST_CELL)
        self._more = self._numbered(csv.reader(self._lines(), self._dialect))
        ahead = list(islice(self._more, _PREVIEW_ROWS))
        if self._too_wide and not ahead:
            raise FileDamaged(self._path, "it has too many columns")
        if not ahead:
            raise NoText(self._path, "no row has anything in the column of the text")
        first = [cell.strip().removeprefix("\ufeff") for cell in ahead[0][1]][:MOST_COLUMNS]
        width = min(max(len(row) for _, row in ahead), MOST_COLUMNS)
        if looks_like_header(first, [row for _, row in ahead[1:]]):
            return _distinct(first, width), True, ahead[1:]
        return [str(number) for number in range(1, width + 1)], False, ahead

    def _numbered(self, rows: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
        number = 0
        while True:
            self._pending.clear()
            try:
                row = next(rows)
            except StopIteration:
                return
            except csv.Error as error:
                raise FileDamaged(self._path, _problem(error)) from error
            except OSError as error:
                raise FileUnreadable(self._path, error.strerror or str(error)) from error
            number += 1
            self._is_cut = self._is_at_end and self._ends_within_quotes()
            if len(row) > MOST_COLUMNS:
                self._too_wide.append(number)
            elif row:
                yield number, row

    def _lines(self) -> Iterator[str]:
        """Lines without the NULs at which the reader of tables would stop, none of them longer than a cell may be."""
        while line := self._text.readline(LONGEST_CELL):
            clean = line.replace("\0", "") if "\0" in line else line
            self._pending.append(clean)
            yield clean
        self._is_at_end = True

    def _ends_within_quotes(self) -> bool:
        """Whether the last row, of the lines that are pending, is only one because the file is over."""
        strict = csv.reader(self._pending, delimiter=self._dialect.delimiter, strict=True)
        try:
            for _ in strict:
                pass
        except csv.Error as error:
            return "unexpected end" in str(error)
        return False

    def _refuse_missing_columns(self) -> None:
        missing = missing_columns(self.columns, self.header)
        if missing or not self.columns.text:
            self._text.close()
            raise NoColumn(self._path, missing[0] if missing else "", ", ".join(self.header[:20]))


def _with_notices(document: Extracted, notices: list[Notice]) -> Extracted:
    return replace(document, notices=(*document.notices, *notices))


def _encoding_of(sample: bytes, wanted: str | None) -> Encoding:
    return encoding_named(wanted, sample) if wanted else guess_encoding(samples_of(sample))


def _dialect_of(sample: bytes, encoding: Encoding, path: Path) -> type[csv.Dialect]:
    """What parts cells: by the suffix, else what is most regular in the first lines."""
    text = sample[encoding.mark : encoding.mark + (1 << 16)].decode(encoding.name, "ignore")
    delimiter = "\t" if path.suffix.lower() in {".tsv", ".tab"} else _delimiter_of(text)

    class Dialect(csv.excel):
        pass

    Dialect.delimiter = delimiter
    Dialect.strict = False
    return Dialect


def _delimiter_of(text: str) -> str:
    """Of the usual ones, which most rows have the same number of."""
    best, most = ",", 0.0
    for delimiter in (",", ";", "\t", "|", "،"):
        rows = [row for row in islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), 50) if row]
        widths = [len(row) for row in rows[:-1] or rows]
        if not widths:
            continue
        usual = max(set(widths), key=widths.count)
        score = widths.count(usual) / len(widths) if usual > 1 else 0
        if score > most:
            best, most = delimiter, score
    return best


def _distinct(names: Sequence[str], width: int) -> list[str]:
    """Names of columns of which no two are the same; one without a name has its number."""
    found: list[str] = []
    for place in range(width):
        name = names[place] if place < len(names) and names[place] else str(place + 1)
        found.append(name if name not in found else f"{name} ({place + 1})")
    return found


def _problem(error: csv.Error) -> str:
    return _NEVER_CLOSED if "field larger" in str(error) else "its rows cannot be told apart"


__all__ = ["Columns", "extract", "preview"]

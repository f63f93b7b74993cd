# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables of terms, one entry a row: CSV, TSV, the three columns of OmegaT's glossaries, and XLSX.

Columns: ``source``, ``variants``, ``targets``, ``forbidden``, ``domain``, ``part_of_speech``, ``status``,
``definition``, ``note``, ``example``, ``example_source``; several values of one cell have `` | `` between them, and a
``|`` within a value is written ``\\|``. Only ``source`` is needed; ``target`` is read as ``targets``. A table without
these names is read as OmegaT's: source, target, comment (OmegaT 6 manual, "Glossaries").
"""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from pathlib import Path
from typing import BinaryIO, Final, TextIO

from reader.errors import FileIsFolder, FileMissing, FileUnreadable, RecordUnreadable
from reader.interchange.cells import cell_as_meant, safe_cell
from reader.interchange.entity_records import text_of
from reader.interchange.term_records import TermFile, TermRecord
from reader.model.term import Term, TermStatus

COLUMNS: Final = (
    *("source", "variants", "targets", "forbidden", "domain", "part_of_speech", "status"),
    *("definition", "note", "example", "example_source"),
)
_SEVERAL: Final = frozenset(("variants", "targets", "forbidden"))
_OMEGAT: Final = ("source", "targets", "note")
_ALIASES: Final = {"target": "targets", "term": "source", "translation": "targets", "comment": "note"}
_DELIMITERS: Final = "\t,;"
_PARTED: Final = re.compile(r"(?<!\\)\|")
_LINE: Final = "line"
MOST_UNPACKED_BYTES: Final = 400 << 20
"""A workbook that unpacks to more is refused: no table of terms is so large."""

Row = tuple[int, list[str]]
"""Number of the first line, from 1, and the cells."""


def write_csv(terms: Iterable[Term], stream: TextIO) -> None:
    """One row a term under a row of names; a byte order mark tells spreadsheets that it is UTF-8.

    Cells that a spreadsheet would run stand behind an apostrophe, which reading takes away.
    """
    stream.write("\ufeff")
    table = csv.writer(stream)
    table.writerow(COLUMNS)
    table.writerows([safe_cell(cell) for cell in _cells(term)] for term in terms)


def write_omegat(terms: Iterable[Term], stream: TextIO) -> None:
    """OmegaT's form: no row of names, one line for each spelling and translation, tabs between the cells."""
    for term in terms:
        comment = _on_one_line(term.note or term.definition)
        for spelling in term.spellings:
            for target in term.targets or ("",):
                stream.write(f"{_on_one_line(spelling)}\t{_on_one_line(target)}\t{comment}\n")


def write_xlsx(terms: Iterable[Term], stream: BinaryIO) -> None:
    """A workbook with one sheet that runs from right to left; cells are text, so none is run as a formula."""
    from openpyxl import Workbook  # noqa: PLC0415 - 0.2 s, only where it is used
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415

    book = Workbook(write_only=True)
    sheet = book.create_sheet("terms")
    sheet.sheet_view.rightToLeft = True
    sheet.append(COLUMNS)
    for term in terms:
        row = []
        for value in _cells(term):
            cell = WriteOnlyCell(sheet, value=_without_controls(value))
            cell.data_type = "s"
            row.append(cell)
        sheet.append(row)
    book.save(stream)


def read_table(path: Path, encoding: str | None = None) -> TermFile:
    """The terms of a table with tabs, commas or semicolons between its cells.

    Raises:
        FileMissing, FileIsFolder, FileUnreadable, FileUndecodable.
        RecordUnreadable: naming the line.
    """
    return _file_of(path, list(_rows(path, text_of(path, encoding))))


def read_xlsx(path: Path) -> TermFile:
    """The terms of the first sheet of a workbook; formulas are read as the values they had.

    Raises:
        FileMissing, FileIsFolder, FileUnreadable: also when it is no workbook.
        RecordUnreadable: naming the line.
    """
    return _file_of(path, list(_sheet_rows(path)))


def _cells(term: Term) -> Iterator[str]:
    for column in COLUMNS:
        value = getattr(term, column)
        yield " | ".join(each.replace("|", "\\|") for each in value) if column in _SEVERAL else str(value)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _without_controls(text: str) -> str:
    """XML cannot hold most control characters; a workbook has none of them."""
    return "".join(char for char in text if char >= " " or char in "\t\n")


def _rows(path: Path, text: str) -> Iterator[Row]:
    head = text.lstrip("\r\n").partition("\n")[0]
    delimiter = max(_DELIMITERS, key=head.count)
    # OmegaT quotes nothing: there a quotation mark is one.
    plain = delimiter == "\t" and not head.startswith('"')
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True, quotechar=None if plain else '"')
    before = 0
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells) and not cells[0].startswith("#"):
                yield before + 1, [cell_as_meant(cell) for cell in cells]
            before = reader.line_num
    except csv.Error as error:
        raise RecordUnreadable(path, _LINE, before + 1, "quotes", str(error)) from error


def _sheet_rows(path: Path) -> Iterator[Row]:
    from openpyxl import load_workbook  # noqa: PLC0415 - 0.2 s, only where it is used
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    _refuse_bomb(path)
    try:
        book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
        rows = [
            (number, ["" if value is None else str(value) for value in values])
            for number, values in enumerate(book.worksheets[0].iter_rows(values_only=True), 1)
        ]
        book.close()
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, IndexError, EOFError, OSError) as error:
        raise FileUnreadable(path, f"it is no workbook: {error}") from error
    yield from (row for row in rows if any(cell.strip() for cell in row[1]))


def _refuse_bomb(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(each.file_size for each in archive.infolist())
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except IsADirectoryError as error:
        raise FileIsFolder(path) from error
    except (OSError, zipfile.BadZipFile) as error:
        raise FileUnreadable(path, f"it is no workbook: {error}") from error
    if unpacked > MOST_UNPACKED_BYTES:
        raise FileUnreadable(path, f"it unpacks to {unpacked >> 20} MB, which no table of terms does")


def _file_of(path: Path, rows: Sequence[Row]) -> TermFile:
    if not rows:
        raise RecordUnreadable(path, _LINE, 1, "no-rows")
    columns, rest = _columns(path, rows)
    records = tuple(record for row in rest if (record := _record(path, columns, row)) is not None)
    if not records:
        raise RecordUnreadable(path, _LINE, rows[0][0], "no-rows")
    named = len(rest) < len(rows)
    ignored = tuple(name for name, c in zip(rows[0][1], columns, strict=False) if named and not c and name.strip())
    return TermFile(path=path, unit=_LINE, records=records, ignored=ignored)


def _columns(path: Path, rows: Sequence[Row]) -> tuple[list[str], Sequence[Row]]:
    """What each column is for, and the rows that are entries."""
    number, head = rows[0]
    names = [_ALIASES.get(name, name) for name in (cell.strip().casefold() for cell in head)]
    if "source" not in names:
        if len(head) > len(_OMEGAT):
            raise RecordUnreadable(path, _LINE, number, "no-source-column", ", ".join(head))
        return list(_OMEGAT[: max(len(row) for _, row in rows)]), rows
    columns = [name if name in COLUMNS else "" for name in names]
    twice = next((name for name in columns if name and columns.count(name) > 1), None)
    if twice is not None:
        raise RecordUnreadable(path, _LINE, number, "column-twice", twice)
    return columns, rows[1:]


def _record(path: Path, columns: Sequence[str], row: Row) -> TermRecord | None:
    number, cells = row
    if any(cell.strip() for cell in cells[len(columns) :]):
        raise RecordUnreadable(path, _LINE, number, "cells", str(len(cells) - len(columns)))
    given = {column: cell.strip() for column, cell in zip(columns, cells, strict=False) if column}
    if not any(given.values()):
        return None
    if not given.get("source"):
        raise RecordUnreadable(path, _LINE, number, "no-name")
    several = {column: tuple(_parted(given.get(column, ""))) for column in _SEVERAL}
    single = {c: given.get(c, "") for c in COLUMNS if c not in _SEVERAL and c not in ("source", "status")}
    status = _status(path, number, given.get("status", ""))
    return TermRecord(number=number, source=given["source"], status=status, **several, **single)  # type: ignore[arg-type]


def _parted(cell: str) -> Iterator[str]:
    return (value.replace("\\|", "|").strip() for value in _PARTED.split(cell) if value.strip())


def _status(path: Path, number: int, written: str) -> TermStatus:
    if not written:
        return TermStatus.PREFERRED
    try:
        return TermStatus(written.casefold())
    except ValueError as error:
        raise RecordUnreadable(path, _LINE, number, "status", written) from error

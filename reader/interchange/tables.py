# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of annotations as a workbook (XLSX) and as Parquet; columns and unit are those of the CSV table.

A workbook's cells are text, so none is run as a formula; they hold 32,767 characters, longer ones end with “…”.
"""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from reader.errors import AnnotationsUnreadable, FormatCannotHold, FormatUnavailable
from reader.interchange.content import Content, Options
from reader.interchange.csv_table import COLUMNS, checked_columns, received, rows_of
from reader.interchange.fields import read_bytes
from reader.interchange.format import ReadOptions
from reader.interchange.received import Received
from reader.interchange.zip_members import ZipMembers

_LONGEST_CELL = 32_767
_BATCH = 10_000
_WIDTHS = {"quote": 30, "tag_name": 16, "note": 40, "prefix": 24, "suffix": 24, "title": 30}
_MOST_ROWS = 1_048_576
_OPENPYXL_FAILURES = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, SyntaxError, ValueError, TypeError, AttributeError),
    *(LookupError, ArithmeticError, AssertionError, NotImplementedError, RuntimeError),
)
"""What openpyxl, zipfile and the XML reader under them raise for a workbook that does not hold together."""


def write_xlsx(contents: Iterable[Content], stream: BinaryIO, options: Options) -> None:
    """One sheet, its first row frozen and with filters, from right to left where the first text is. Memory: bounded."""
    from openpyxl import Workbook  # noqa: PLC0415 - slow to load
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = Workbook(write_only=True)
    sheet = book.create_sheet("annotations")
    sheet.freeze_panes = "A2"
    for number, name in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(name, 12)
    sheet.append(COLUMNS)
    count = 1
    for content in contents:
        if count == 1:
            sheet.sheet_view.rightToLeft = content.document.direction.value == "rtl"
        for row in rows_of(content, options):
            count += 1
            if count > _MOST_ROWS:
                raise FormatCannotHold("XLSX", f"a sheet has {_MOST_ROWS} rows at most")
            sheet.append([_cell(WriteOnlyCell, sheet, value) for value in row])
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{count}"
    book.save(stream)


def _cell(kind: Any, sheet: Any, value: str | int) -> Any:
    if isinstance(value, int):
        return value
    cell = kind(sheet, value=_fitting(value))
    cell.data_type = "s"
    return cell


def _fitting(value: str) -> str:
    """What a cell can hold: not too long, and without control characters, which XML does not allow."""
    shown = "".join(each if each in "\t\n" or each >= " " else "\ufffd" for each in value)
    return shown if len(shown) <= _LONGEST_CELL else shown[: _LONGEST_CELL - 1] + "…"


def read_xlsx(path: Path, options: ReadOptions) -> Iterator[Received]:
    """The annotations of a workbook's first sheet, by the names in its first row.

    Raises:
        FileError, AnnotationsUnreadable with the row among them.
    """
    from openpyxl import load_workbook  # noqa: PLC0415 - slow to load

    raw = read_bytes(path, options.most_bytes)
    ZipMembers(raw, path, options.most_bytes).refuse_bombs()
    try:
        with warnings.catch_warnings():  # Of what a table of annotations has no use for: names, styles.
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # What the sheet says of its size need not be true.
        yield from received(_named_rows(sheet.iter_rows(values_only=True), path), path)
    except _OPENPYXL_FAILURES as error:
        raise AnnotationsUnreadable(path, "", f"it is no workbook that can be read ({error})") from None


def _named_rows(rows: Iterable[Sequence[Any]], path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    columns: list[str] = []
    for number, cells in enumerate(rows, 1):
        if not columns:
            columns = checked_columns([_as_text(cell) for cell in cells], path)
        elif any(cell is not None for cell in cells):
            yield f"row {number}", dict(zip(columns, map(_as_text, cells), strict=False))
    if not columns:
        raise AnnotationsUnreadable(path, "", "there is no row of column names")


def _as_text(cell: Any) -> str:
    """A cell as the CSV table has it; other programs keep whole numbers as fractions, and write nothing as no number.

    >>> [_as_text(each) for each in (None, 4.0, float("nan"), "4.0", 7)]
    ['', '4', '', '4.0', '7']
    """
    if cell is None or cell != cell:  # noqa: PLR0124 - what is no number is not equal to itself
        return ""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def write_parquet(contents: Iterable[Content], stream: BinaryIO, options: Options) -> None:
    """One row an annotation, 10,000 rows a group.

    Raises:
        FormatUnavailable: without pyarrow.
    """
    pa, parquet = _arrow()
    kinds = [(name, pa.int64() if name in {"start", "end"} else pa.string()) for name in COLUMNS]
    schema = pa.schema(kinds)
    with parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
        for rows in _batches(row for content in contents for row in rows_of(content, options)):
            columns = [pa.array(values, kind) for values, (_, kind) in zip(zip(*rows, strict=True), kinds, strict=True)]
            writer.write_table(pa.Table.from_arrays(columns, schema=schema))


def read_parquet(path: Path, options: ReadOptions) -> Iterator[Received]:
    """The annotations of a table with at least the columns “start”, “end” and “tag”.

    Raises:
        FormatUnavailable; FileError, AnnotationsUnreadable among them.
    """
    pa, parquet = _arrow()
    read_bytes(path, options.most_bytes)
    try:
        file = parquet.ParquetFile(path)
        names = checked_columns(file.schema_arrow.names, path)
        yield from received(_parquet_rows(file, names), path)
    except (pa.ArrowException, OSError, ValueError) as error:
        raise AnnotationsUnreadable(path, "", f"it is no Parquet table that can be read ({error})") from None


def _parquet_rows(file: Any, names: Sequence[str]) -> Iterator[tuple[str, dict[str, str]]]:
    number = 0
    for batch in file.iter_batches(_BATCH):
        for values in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            number += 1
            yield (
                f"row {number}",
                {name: _as_text(value) for name, value in zip(names, values, strict=True)},
            )


def _batches(rows: Iterator[tuple[str | int, ...]]) -> Iterator[list[tuple[str | int, ...]]]:
    batch: list[tuple[str | int, ...]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _arrow() -> tuple[Any, Any]:
    try:
        import pyarrow  # noqa: PLC0415 - an optional part
        import pyarrow.parquet  # noqa: PLC0415
    except ImportError:
        raise FormatUnavailable("Parquet", "parquet") from None
    return pyarrow, pyarrow.parquet

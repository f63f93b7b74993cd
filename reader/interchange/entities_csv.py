# SPDX-License-Identifier: GPL-3.0-or-later
"""A table of entities, one a row, as CSV (RFC 4180), written and read.

Columns: ``id``, ``name``, ``kind`` (id or name of a tag), ``aliases`` and ``identifiers`` with `` | `` between them,
``note``, ``name:xx`` for the names in the language xx. Only ``name`` is needed; a column may also be called after a
scheme of identifiers (``wikidata``, ``geonames``, …). A ``|`` within a value is written ``\\|``.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from pathlib import Path
from typing import TextIO

from reader.errors import EntityInvalid, RecordUnreadable
from reader.interchange.cells import cell_as_meant, safe_cell
from reader.interchange.entity_records import EntityFile, EntityRecord, checked, text_of
from reader.model.entity import Entity
from reader.model.entity_rules import SCHEMES, read_identifier, written_identifiers
from reader.model.ids import EntityId

_FIXED = ("id", "name", "kind", "aliases", "identifiers", "note")
_LANGUAGE_PREFIX = "name:"
_DELIMITERS = ",;\t"
_PARTED = re.compile(r"(?<!\\)\|")
_LINE = "line"


def write(entities: Sequence[Entity], stream: TextIO) -> None:
    """One row an entity, under a row of column names; a byte order mark tells spreadsheets that it is UTF-8.

    Cells that a spreadsheet would run stand behind an apostrophe, which ``read`` takes away.
    """
    languages = sorted({language for entity in entities for language, _ in entity.translations})
    stream.write("\ufeff")
    table = csv.writer(stream)
    table.writerow([*_FIXED, *(_LANGUAGE_PREFIX + language for language in languages)])
    for entity in entities:
        table.writerow([safe_cell(cell) for cell in _row(entity, languages)])


def read(path: Path, encoding: str | None = None) -> EntityFile:
    """The entities of a table with commas, semicolons or tabs between its cells.

    Raises:
        FileMissing, FileIsFolder, FileUnreadable, FileUndecodable.
        RecordUnreadable: naming the line.
    """
    lines = iter(_rows(path, text_of(path, encoding)))
    number, head = next(lines, (1, []))
    columns = _columns(path, number, head)
    records = [record for number, row in lines if (record := _record(path, number, columns, row)) is not None]
    if not records:
        raise RecordUnreadable(path, _LINE, number, "no-rows")
    ignored = [name for name, column in zip(head, columns, strict=True) if not column and name.strip()]
    return EntityFile(path=path, unit=_LINE, records=checked(path, _LINE, records), ignored=tuple(ignored))


def _row(entity: Entity, languages: Iterable[str]) -> Iterator[str]:
    yield entity.id
    yield entity.name
    yield entity.kind or ""
    yield _joined(entity.aliases)
    yield _joined(written_identifiers(entity.external_ids))
    yield entity.note
    for language in languages:
        yield _joined(name for other, name in entity.translations if other == language)


def _joined(values: Iterable[str]) -> str:
    return " | ".join(value.replace("|", "\\|") for value in values)


def _parted(cell: str) -> list[str]:
    return [value.replace("\\|", "|").strip() for value in _PARTED.split(cell) if value.strip()]


def _rows(path: Path, text: str) -> Iterator[tuple[int, list[str]]]:
    """``(number of its first line, cells)`` of each row that is not empty."""
    head = text.lstrip("\r\n").partition("\n")[0]
    delimiter = max(_DELIMITERS, key=head.count)
    # Line ends are left to the reader, for they may stand in quotation marks.
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    before = 0
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield before + 1, cells
            before = reader.line_num
    except csv.Error as error:
        raise RecordUnreadable(path, _LINE, before + 1, "quotes", str(error)) from error


def _columns(path: Path, number: int, head: Sequence[str]) -> list[str]:
    """What each column is for: a fixed name, ``name:xx``, a scheme, or "" for what is not ours."""
    columns = [_column(cell_as_meant(name).strip()) for name in head]
    if "name" not in columns:
        raise RecordUnreadable(path, _LINE, number, "no-name-column", ", ".join(head))
    twice = next((name for name in columns if name and columns.count(name) > 1), None)
    if twice is not None:
        raise RecordUnreadable(path, _LINE, number, "column-twice", twice)
    return columns


def _column(name: str) -> str:
    small = name.casefold()
    if small in _FIXED or small in SCHEMES:
        return small
    return _LANGUAGE_PREFIX + name[len(_LANGUAGE_PREFIX) :] if small.startswith(_LANGUAGE_PREFIX) else ""


def _record(path: Path, number: int, columns: Sequence[str], row: Sequence[str]) -> EntityRecord | None:
    """The record of a row; cells that are missing at its end are empty."""
    if any(cell.strip() for cell in row[len(columns) :]):
        raise RecordUnreadable(path, _LINE, number, "cells", str(len(row) - len(columns)))
    cells = {column: cell_as_meant(cell) for column, cell in zip(columns, row, strict=False) if column}
    if not any(cell.strip() for cell in cells.values()):
        return None
    kind = cells.get("kind", "").strip()
    return EntityRecord(
        number=number,
        kinds=(kind,) if kind else (),
        entity=Entity(
            id=EntityId(cells.get("id", "").strip()),
            name=cells.get("name", ""),
            aliases=tuple(_parted(cells.get("aliases", ""))),
            translations=tuple(_translations(cells)),
            external_ids=tuple(_identifiers(path, number, cells)),
            note=cells.get("note", ""),
        ),
    )


def _translations(cells: dict[str, str]) -> Iterator[tuple[str, str]]:
    for column, cell in cells.items():
        if column.startswith(_LANGUAGE_PREFIX):
            yield from ((column[len(_LANGUAGE_PREFIX) :], name) for name in _parted(cell))


def _identifiers(path: Path, number: int, cells: dict[str, str]) -> Iterator[tuple[str, str]]:
    try:
        for written in _parted(cells.get("identifiers", "")):
            yield read_identifier(written)
    except EntityInvalid as error:
        raise RecordUnreadable(path, _LINE, number, "identifier", error.value) from error
    for scheme in SCHEMES:
        yield from ((scheme, identifier) for identifier in _parted(cells.get(scheme, "")))

# SPDX-License-Identifier: GPL-3.0-or-later
"""A table of annotations, one a row, as CSV (RFC 4180, UTF-8). Positions are code points, half-open."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from reader.errors import AnnotationsUnreadable
from reader.interchange.cells import cell_as_meant, safe_cell
from reader.interchange.content import Content, Options
from reader.interchange.fields import Fields, by_key, is_sound, parsed, read_text
from reader.interchange.format import ReadOptions, as_text
from reader.interchange.received import Received, ReceivedAnnotation, ReceivedEntity
from reader.model.annotation import Annotation

COLUMNS = (
    "id",
    "start",
    "end",
    "quote",
    "tag",
    "tag_name",
    "note",
    "entity",
    "attributes",
    "prefix",
    "suffix",
    "author",
    "created",
    "modified",
    "document",
    "title",
)
_NEEDED = ("start", "end")
"""Unless there is a quote: a table of words without positions has them found again."""
_MEANT = {"content": "quote", "label": "tag", "code": "tag", "comment": "note", "memo": "note"}
"""What columns are called in tables of other programs: Taguette, QualCoder."""
_MARKED = "\ufeff"
_LONGEST_CELL = 1 << 22


def write(contents: Iterable[Content], stream: BinaryIO, options: Options) -> None:
    """One row an annotation, under a row of column names."""
    with as_text(stream) as text:
        if options.for_spreadsheets:
            text.write(_MARKED)
        table = csv.writer(text)
        table.writerow(COLUMNS)
        for content in contents:
            for row in rows_of(content, options):
                table.writerow([_safe(cell) for cell in row] if options.for_spreadsheets else row)


def rows_of(content: Content, options: Options) -> Iterator[tuple[str | int, ...]]:
    """The cells of each annotation, in the order of ``COLUMNS``."""
    names = content.tag_names(options.language)
    entities = {entity.id: entity.name for entity in content.entities}
    about = (content.document.id, content.document.title)
    for each in content.annotations():
        linked = content.links.get(each.id)
        named = names.get(each.tag_id, each.tag_id)
        yield (*_row(each, named, entities.get(linked, "") if linked else ""), *about)


def _row(annotation: Annotation, tag_name: str, entity: str) -> tuple[str | int, ...]:
    return (
        annotation.id,
        annotation.span.start,
        annotation.span.end,
        annotation.quote,
        annotation.tag_id,
        tag_name,
        annotation.note,
        entity,
        json.dumps(by_key(annotation.attributes), ensure_ascii=False) if annotation.attributes else "",
        annotation.prefix,
        annotation.suffix,
        annotation.author,
        annotation.created,
        annotation.modified,
    )


def _safe(cell: str | int) -> str | int:
    return safe_cell(cell) if isinstance(cell, str) else cell


def read(path: Path, options: ReadOptions) -> Iterator[Received]:
    """The annotations of a table that has at least the columns "start" and "end", or "quote", and "tag" or "tag_name".

    Raises:
        FileError, AnnotationsUnreadable with the line among them.
    """
    text = read_text(path, options.most_bytes, options.encoding)
    is_marked = _is_for_spreadsheets(path)
    csv.field_size_limit(_LONGEST_CELL)
    table = csv.reader(io.StringIO(text, newline=""), strict=True)
    yield from received(_named_rows(table, path, as_meant=is_marked), path)


def received(rows: Iterable[tuple[str, Mapping[str, str]]], path: Path) -> Iterator[Received]:
    """Documents of rows: the place of each, for people, and its cells by column.

    Raises:
        AnnotationsUnreadable.
    """
    found: dict[tuple[str, str], list[ReceivedAnnotation]] = {}
    for place, row in rows:
        about = (row.get("document", ""), row.get("title", ""))
        found.setdefault(about, []).append(_annotation(row, path, place))
    for (document_id, title), its in found.items():
        entities = dict.fromkeys(each.entity for each in its if each.entity)
        yield Received(
            document_id=document_id,
            title=title or document_id,  # Some programs put the document's name there.
            annotations=tuple(its),
            entities=tuple(ReceivedEntity(key=name, name=name) for name in entities),
            tool="table",
        )


def _named_rows(table: Iterator[list[str]], path: Path, *, as_meant: bool) -> Iterator[tuple[str, dict[str, str]]]:
    number = 0
    columns: list[str] = []
    try:
        for cells in table:
            number += 1
            if not columns:
                columns = checked_columns(cells, path)
            elif any(cells):
                if len(cells) > len(columns):
                    raise AnnotationsUnreadable(path, f"row {number}", "it has more cells than there are columns")
                meant = [cell_as_meant(cell) for cell in cells] if as_meant else cells
                yield f"row {number}", dict(zip(columns, meant, strict=False))
    except csv.Error as error:
        raise AnnotationsUnreadable(path, f"row {number + 1}", str(error)) from None
    if not columns:
        raise AnnotationsUnreadable(path, "", "there is no row of column names")


def checked_columns(cells: Iterable[str], path: Path) -> list[str]:
    """The names of the columns, as we write them.

    Raises:
        AnnotationsUnreadable: when one is missing that is needed.
    """
    columns = [cell.strip().casefold().replace(" ", "_") for cell in cells]
    there = set(columns)
    columns = [name if _MEANT.get(name) in there else _MEANT.get(name, name) for name in columns]
    missing = [name for name in _NEEDED if name not in columns and "quote" not in columns]
    if missing or not {"tag", "tag_name"} & set(columns):
        wanted = missing[0] if missing else "tag"
        raise AnnotationsUnreadable(path, "row 1", f"there is no column “{wanted}”")
    return columns


def _annotation(row: Mapping[str, str], path: Path, place: str) -> ReceivedAnnotation:
    if not all(map(is_sound, row.values())):
        raise AnnotationsUnreadable(path, place, "it has a character that no text has")
    attributes = row.get("attributes", "")
    return ReceivedAnnotation(
        start=_number(row, "start", path, place),
        end=_number(row, "end", path, place),
        tag=row.get("tag") or row.get("tag_name", ""),
        quote=row.get("quote", ""),
        prefix=row.get("prefix", ""),
        suffix=row.get("suffix", ""),
        note=row.get("note", ""),
        attributes=Fields({"of": parsed(attributes, path, place)}, path, place).pairs("of") if attributes else (),
        author=row.get("author", ""),
        created=row.get("created", ""),
        modified=row.get("modified", ""),
        key=row.get("id", "") or place,
        entity=row.get("entity", ""),
        place=place,
    )


def _number(row: Mapping[str, str], name: str, path: Path, place: str) -> int:
    if name not in row:
        return 0
    try:
        return int(row[name])
    except ValueError:
        raise AnnotationsUnreadable(path, place, f"“{name}” is no whole number") from None


def _is_for_spreadsheets(path: Path) -> bool:
    """Whether it was written ``for_spreadsheets``: only then an apostrophe before a cell was put there by us."""
    with path.open("rb") as file:
        return file.read(3) == _MARKED.encode()

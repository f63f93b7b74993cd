# SPDX-License-Identifier: GPL-3.0-or-later
"""A table of annotations, one a row, as CSV (RFC 4180, UTF-8)."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from typing import TextIO

from reader.interchange.content import Content, Options
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
)

_RUN_AS_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def write(content: Content, stream: TextIO, options: Options) -> None:
    """One row an annotation, under a row of column names; ``start`` and ``end`` are code points, half-open."""
    if options.for_spreadsheets:
        stream.write("\ufeff")
    table = csv.writer(stream)
    table.writerow(COLUMNS)
    for row in _rows(content, options):
        table.writerow([_kept_from_running(cell) for cell in row] if options.for_spreadsheets else row)


def _rows(content: Content, options: Options) -> Iterator[tuple[str | int, ...]]:
    names = {tag.id: content.tag_name(tag.id, options.language) for tag in content.tags}
    entities = {entity.id: entity.name for entity in content.entities}
    for each in content.annotations():
        linked = content.links.get(each.id)
        yield _row(each, names.get(each.tag_id, each.tag_id), entities.get(linked, "") if linked else "")


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
        json.dumps(dict(annotation.attributes), ensure_ascii=False) if annotation.attributes else "",
        annotation.prefix,
        annotation.suffix,
        annotation.author,
        annotation.created,
        annotation.modified,
    )


def _kept_from_running(cell: str | int) -> str | int:
    """The cell behind an apostrophe when a spreadsheet would run it. Source: OWASP, CSV injection."""
    return f"'{cell}" if isinstance(cell, str) and cell.lstrip(" \n").startswith(_RUN_AS_FORMULAS) else cell

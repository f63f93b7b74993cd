# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables and records of articles: which column holds the text, the title and the rest, and the document of a row."""

from __future__ import annotations

import re
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

from reader.importers.extracted import Columns, Extracted
from reader.importers.text_builder import TextBuilder, one_line

_NAMES: Mapping[str, tuple[str, ...]] = {
    "text": (
        *("text", "content", "body", "article", "articlebody", "fulltext", "maintext", "document", "paragraph"),
        *("story", "description", "transcript", "النص", "نص", "المحتوى", "محتوى", "المقال", "الخبر", "المتن"),
    ),
    "title": ("title", "headline", "heading", "subject", "name", "العنوان", "عنوان", "عنوانالمقال"),
    "author": ("author", "authors", "byline", "writer", "creator", "by", "الكاتب", "كاتب", "المؤلف", "مؤلف"),
    "date": (
        *("date", "published", "publishedat", "publishdate", "pubdate", "datepublished", "created", "createdat"),
        *("time", "timestamp", "year", "التاريخ", "تاريخ", "تاريخالنشر"),
    ),
    "address": (
        "url",
        "address",
        "link",
        "source",
        "sourceurl",
        "uri",
        "permalink",
        "href",
        "الرابط",
        "رابط",
        "المصدر",
    ),
}
"""What columns are called, the likeliest first; compared without case, blanks, articles and marks."""

_SAMPLE = 200
_LONG = 60
_SHORTEST_TEXT = 20
_URL = re.compile(r"https?://\S+")
_DATE = re.compile(r"\d{4}-\d\d?-\d\d?|\d\d?[/.]\d\d?[/.]\d{2,4}")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ](\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?))?")
_PART_OF_TEXT = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePreview:
    """The first rows of a table, for whoever chooses its columns. ``guessed`` names columns of ``header``.

    ``has_header`` is False when the columns have numbers instead of names.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    guessed: Columns
    has_header: bool


def guessed_columns(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Columns:
    """Which of the columns hold what, by their names, and the text by what stands in them when no name tells."""
    folded = [_folded(name) for name in header]
    found: dict[str, str] = {}
    for field, names in _NAMES.items():
        place = next((folded.index(name) for name in names if name in folded), None)
        if place is not None and header[place] not in found.values():
            found[field] = header[place]
    if "text" not in found:
        longest = _longest_column(header, rows, set(found.values()))
        if longest is not None:
            found["text"] = longest
    if "address" in found and not _mostly(_URL, header, rows, found["address"]):
        urls = [name for name in header if _mostly(_URL, header, rows, name) and name not in found.values()]
        if urls:
            found["address"] = urls[0]
    return Columns(**found)


def looks_like_header(first: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a first row names columns: short, distinct, no numbers or addresses, or names that are known."""
    known = {name for names in _NAMES.values() for name in names}
    folded = [_folded(cell) for cell in first]
    if any(name in known for name in folded):
        return True
    if not rows or len(set(folded)) < len(folded) or not all(folded):
        return False
    if any(len(cell) > _LONG or cell.strip().isdecimal() or _URL.match(cell) or _DATE.match(cell) for cell in first):
        return False
    lengths = [len(cell) for row in rows[:_SAMPLE] for cell in row]
    return bool(lengths) and max(map(len, first)) * 3 < max(lengths)


def document_of(
    values: Mapping[str, str], columns: Columns, where: str, builder: TextBuilder | None = None
) -> Extracted | None:
    """The document of one row: ``values`` by column. None when there is no text in it. ``where`` says which row."""
    builder = builder or TextBuilder()
    for paragraph in builder.clean(values.get(columns.text, "")).split("\n"):
        if paragraph.strip():
            builder.paragraph(paragraph)
        else:
            builder.blank_line()
    if builder.is_blank:
        return None
    metadata = {}
    for key in ("author", "date", "address"):
        if column := getattr(columns, key):
            value = values.get(column, "")
            metadata[key] = iso_date(value) if key == "date" else value
    title = one_line(values.get(columns.title, ""))[:500] if columns.title else ""
    return builder.finish(title=title, metadata=tuple(metadata.items()), source_detail=where)


def iso_date(value: str) -> str:
    """A date that begins with its year as ISO 8601 writes it; any other as it stands."""
    found = _ISO.match(value.strip())
    if found is None:
        return value
    year, month, day = int(found[1]), int(found[2]), int(found[3])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return value
    return f"{year:04}-{month:02}-{day:02}" + (f"T{found[4]}" if found[4] else "")


def missing_columns(columns: Columns, header: Sequence[str]) -> list[str]:
    """The columns that were asked for and are not there."""
    return [name for field in fields(columns) if (name := getattr(columns, field.name)) and name not in header]


def numbered(columns: Columns, header: Sequence[str]) -> Columns:
    """The columns by name, also where they were asked for by number, from 1."""

    def named(wanted: str) -> str:
        if wanted in header or not wanted.isdecimal():
            return wanted
        return header[int(wanted) - 1] if 0 < int(wanted) <= len(header) else wanted

    return Columns(**{field.name: named(getattr(columns, field.name)) for field in fields(columns)})


def _folded(name: str) -> str:
    return _PART_OF_TEXT.sub("", name).casefold()


def _longest_column(header: Sequence[str], rows: Sequence[Sequence[str]], taken: set[str]) -> str | None:
    """The column with the longest texts; None when all are short."""
    best, longest = None, float(_SHORTEST_TEXT)
    for place, name in enumerate(header):
        lengths = [len(row[place]) for row in rows[:_SAMPLE] if place < len(row)]
        middle = statistics.median(lengths) if lengths else 0
        if name not in taken and middle > longest:
            best, longest = name, middle
    return best


def _mostly(pattern: re.Pattern[str], header: Sequence[str], rows: Sequence[Sequence[str]], name: str) -> bool:
    place = list(header).index(name)
    cells = [row[place].strip() for row in rows[:_SAMPLE] if place < len(row) and row[place].strip()]
    return bool(cells) and sum(1 for cell in cells if pattern.match(cell)) * 2 > len(cells)

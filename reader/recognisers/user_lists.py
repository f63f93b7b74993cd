# SPDX-License-Identifier: GPL-3.0-or-later
"""The user's own lists of names, from the text of a file: one name a line, or a table of name, tag and entity.

A line is one name; a line that begins with ``#`` is a remark. ``# tag: place`` says what the names below are. A table
has tabs, or commas or semicolons where the file is called ``.csv``; its columns are name, tag and entity, in this
order or as its first row names them (in English or Arabic). A cell left empty means: the list's tag, the name itself.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from reader.model.ids import TagId
from reader.model.name_list import LONGEST_NAME
from reader.recognisers.knowledge import KnownName

_NAME, _TAG, _ENTITY = "name", "tag", "entity"
_COLUMNS: Final = {
    "name": _NAME,
    "الاسم": _NAME,
    "اسم": _NAME,
    "tag": _TAG,
    "kind": _TAG,
    "type": _TAG,
    "الوسم": _TAG,
    "وسم": _TAG,
    "النوع": _TAG,
    "entity": _ENTITY,
    "الكيان": _ENTITY,
    "كيان": _ENTITY,
}
_USUAL_ORDER: Final = (_NAME, _TAG, _ENTITY)
_TAG_REMARK: Final = re.compile(r"#\s*(?:tag|وسم|الوسم)\s*[:=]\s*(.+)", re.IGNORECASE)
_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffd\ud800-\udfff]")
_LETTER: Final = re.compile(r"[^\W_]")


class Problem(StrEnum):
    """Why a line is skipped."""

    NO_NAME = "no-name"
    TOO_LONG = "too-long"
    NO_LETTER = "no-letter"
    UNREADABLE = "unreadable"
    UNKNOWN_TAG = "unknown-tag"
    TOO_MANY_CELLS = "too-many-cells"
    QUOTES = "quotes"


_SENTENCES: Final = {
    Problem.NO_NAME: "there is no name",
    Problem.TOO_LONG: f"the name is longer than {LONGEST_NAME} characters",
    Problem.NO_LETTER: "the name has no letter and no digit",
    Problem.UNREADABLE: "there are characters that belong to no text; is the encoding another one?",
    Problem.UNKNOWN_TAG: "the tagset has no tag “{}”",
    Problem.TOO_MANY_CELLS: "the row has more cells than name, tag and entity",
    Problem.QUOTES: "quotation marks are opened and not closed",
}


class BrokenLine(NamedTuple):
    """A line that was skipped; ``line`` counts from 1, ``detail`` is the tag that is not known, or ""."""

    line: int
    problem: Problem
    detail: str = ""

    def __str__(self) -> str:
        return f"line {self.line}: {_SENTENCES[self.problem].format(self.detail)}"


ListedName = tuple[str, TagId, str]
"""Name, tag and entity; a tag "" is the list's own, an entity "" is the name itself. There may be 100,000 of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameListRead:
    """What a file gave: each name with its tag once, in the file's order, and the lines that were skipped."""

    names: tuple[ListedName, ...]
    broken: tuple[BrokenLine, ...]


_Row = tuple[int, str, str, str]
"""Line, name, tag and entity, as written."""


def read_names(text: str, tag_of: Callable[[str], TagId | None], *, suffix: str = "") -> NameListRead:
    """The names in the text of a file that ends with ``suffix`` (``".csv"``); ``tag_of`` knows the tags. O(n)."""
    broken: list[BrokenLine] = []
    tags: dict[str, TagId | None] = {"": TagId("")}
    names: dict[ListedName, None] = {}
    has_control = _CONTROL.search(text) is not None
    for line, name, tag, entity in _rows(text, suffix.lower(), broken):
        if tag not in tags:
            tags[tag] = tag_of(tag)
        tag_id = tags[tag]
        if problem := _problem(name, entity, has_control=has_control):
            broken.append(BrokenLine(line, problem))
        elif tag_id is None:
            broken.append(BrokenLine(line, Problem.UNKNOWN_TAG, tag))
        else:
            names[name, tag_id, entity] = None
    return NameListRead(names=tuple(names), broken=tuple(sorted(broken)))


def known_names(names: Iterable[ListedName], tag_id: TagId, tags: Mapping[TagId, object]) -> Iterator[KnownName]:
    """The names as recognition wants them; ``tag_id`` is the list's own, also for names whose tag is gone.

    Without a tag that there is in the tagset nothing comes.
    """
    for name, own, entity in names:
        tag = own if own in tags else tag_id
        if tag in tags:
            yield KnownName(name=name, tag_id=tag, entity=entity or name)


def packed(names: Iterable[ListedName]) -> str:
    """The names as lines of tab-separated cells, to be kept; ``read_names`` keeps tabs and line ends out of them."""
    return "\n".join(map("\t".join, names))


def unpacked(text: str) -> Iterator[ListedName]:
    """The names of ``packed``.

    Raises:
        ValueError: when the text is none that ``packed`` made.
    """
    for line in text.split("\n") if text else ():
        name, tag, entity = line.split("\t")
        yield name, TagId(tag), entity


def _rows(text: str, suffix: str, broken: list[BrokenLine]) -> Iterator[_Row]:
    text = text.removeprefix("\ufeff")
    lines = text.split("\n")
    delimiter = _delimiter(lines, suffix)
    if not delimiter:
        yield from _plain_rows(lines)
    elif '"' in text:
        yield from _table_rows(_quoted(lines, delimiter, broken), broken)
    else:
        yield from _table_rows(((number, line.split(delimiter)) for number, line in enumerate(lines, 1)), broken)


def _delimiter(lines: Sequence[str], suffix: str) -> str:
    """What parts the cells; "" where a line is one name."""
    sample = [line for line in lines[:50] if line.strip() and not line.startswith("#")]
    if suffix != ".csv":
        return "\t" if suffix == ".tsv" or any("\t" in line.strip() for line in sample) else ""
    counts = {mark: sum(line.count(mark) for line in sample) for mark in (",", ";", "\t")}
    return max(counts, key=lambda mark: counts[mark])


def _plain_rows(lines: Sequence[str]) -> Iterator[_Row]:
    tag = ""
    for number, line in enumerate(lines, 1):
        name = line.strip()
        if name[:1] == "#":
            tag = _remarked_tag(name, tag)
        elif name:
            yield number, name, tag, ""


def _table_rows(rows: Iterable[tuple[int, list[str]]], broken: list[BrokenLine]) -> Iterator[_Row]:
    tag, is_first = "", True
    order: tuple[str, ...] = _USUAL_ORDER
    places: tuple[int, ...] = (0, 1, 2)
    for number, cells in rows:
        if cells[0].lstrip()[:1] == "#":
            tag = _remarked_tag(cells[0].strip(), tag)
            continue
        if not any(cell.strip() for cell in cells):
            continue
        header = _header(cells) if is_first else None
        is_first = False
        if header is not None:
            order = header
            places = tuple(order.index(column) if column in order else -1 for column in _USUAL_ORDER)
        elif len(cells) > len(order) and any(cell.strip() for cell in cells[len(order) :]):
            broken.append(BrokenLine(number, Problem.TOO_MANY_CELLS))
        else:
            name, own_tag, entity = (cells[at].strip() if 0 <= at < len(cells) else "" for at in places)
            yield number, name, own_tag or tag, entity


def _header(cells: Sequence[str]) -> tuple[str, ...] | None:
    """The columns where the first row names them; columns of other names are kept as they are, and not read."""
    names = [cell.strip().strip('"').lower() for cell in cells]
    order = tuple(_COLUMNS.get(name, name) for name in names)
    return order if order.count(_NAME) == 1 else None


def _quoted(lines: Sequence[str], delimiter: str, broken: list[BrokenLine]) -> Iterator[tuple[int, list[str]]]:
    """Rows with cells in quotation marks; a cell may not run over several lines, so that one slip costs one line."""
    for number, line in enumerate(lines, 1):
        if line.count('"') % 2:
            broken.append(BrokenLine(number, Problem.QUOTES))
        elif '"' in line:
            yield number, next(csv.reader([line], delimiter=delimiter), [""])
        else:
            yield number, line.split(delimiter)


def _remarked_tag(remark: str, tag: str) -> str:
    found = _TAG_REMARK.fullmatch(remark)
    return found[1].strip() if found else tag


def _problem(name: str, entity: str, *, has_control: bool) -> Problem | None:
    if not name:
        return Problem.NO_NAME
    if len(name) > LONGEST_NAME or len(entity) > LONGEST_NAME:
        return Problem.TOO_LONG
    if (has_control and (_CONTROL.search(name) or _CONTROL.search(entity))) or "\t" in name or "\t" in entity:
        return Problem.UNREADABLE
    return None if _LETTER.search(name) else Problem.NO_LETTER

# SPDX-License-Identifier: GPL-3.0-or-later
"""The numbers and bullets of a DOCX's lists: counted as Word counts, written as its levels say."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.etree import _Element as Element

from reader.importers.docx_xml import W, switch, value, whole
from reader.importers.list_markers import BULLET, numeral

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_NOT_SHOWN = ("none",)
_LETTERS_FOR_BULLETS = frozenset("o§Øüvq·")
"""What stands for a bullet in fonts of signs (Symbol, Wingdings, Courier)."""
_LONGEST_MARKER = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    start: int = 1
    style: str = "decimal"
    pattern: str = ""
    restarts: bool = True
    in_digits: bool = False


class Numbering:
    """The lists of a document; ``marker_of`` counts on with every call."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[str, list[_Level]] = {}
        self._abstract_of: dict[str, str] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counters: dict[str, list[int | None]] = {}
        if root is not None:
            self._read(root)

    def marker_of(self, list_id: str, level: int) -> str | None:
        """The marker of the next item of a list; None when there is no such list. ``level`` counts from 0."""
        abstract = self._abstract_of.get(list_id)
        levels = self._levels.get(list_id)
        if abstract is None or levels is None or not 0 <= level < len(levels):
            return None
        counters = self._counters.setdefault(abstract, [None] * _LEVELS)
        fresh = self._starts.get(list_id, {}).pop(level, None)
        now = counters[level]
        counters[level] = fresh if fresh is not None else levels[level].start if now is None else now + 1
        for deeper in range(level + 1, _LEVELS):
            if deeper >= len(levels) or levels[deeper].restarts:
                counters[deeper] = None
        return _written(levels, level, counters)

    def _read(self, root: Element) -> None:
        abstracts = {value(one, "abstractNumId"): one for one in root.iterfind(f"{W}abstractNum")}
        by_style = {value(one.find(f"{W}styleLink")): one for one in abstracts.values()}
        for one in root.iterfind(f"{W}num"):
            identity, abstract = value(one, "numId"), value(one.find(f"{W}abstractNumId"))
            element = abstracts.get(abstract)
            if element is None:
                continue
            linked = value(element.find(f"{W}numStyleLink"))
            element = by_style.get(linked, element) if linked else element
            levels = _levels_of(element)
            for override in one.iterfind(f"{W}lvlOverride"):
                self._override(identity, levels, override)
            self._levels[identity] = levels
            self._abstract_of[identity] = value(element, "abstractNumId")

    def _override(self, identity: str, levels: list[_Level], override: Element) -> None:
        level = whole(override, "ilvl", -1)
        if not 0 <= level < _LEVELS:
            return
        changed, start = override.find(f"{W}lvl"), override.find(f"{W}startOverride")
        if changed is not None:
            levels[level] = _level_of(changed)
        if start is not None:
            self._starts.setdefault(identity, {})[level] = whole(start, otherwise=1)


def _levels_of(abstract: Element) -> list[_Level]:
    levels = [_Level()] * _LEVELS
    for element in abstract.iterfind(f"{W}lvl"):
        place = whole(element, "ilvl", -1)
        if 0 <= place < _LEVELS:
            levels[place] = _level_of(element)
    return levels


def _level_of(element: Element) -> _Level:
    return _Level(
        start=whole(element.find(f"{W}start"), otherwise=1),
        style=value(element.find(f"{W}numFmt"), otherwise="decimal"),
        pattern=value(element.find(f"{W}lvlText"))[:_LONGEST_MARKER],
        restarts=value(element.find(f"{W}lvlRestart")) != "0",
        in_digits=switch(element, "isLgl") or False,
    )


def _written(levels: list[_Level], level: int, counters: list[int | None]) -> str:
    shown = levels[level]
    if shown.style == "bullet":
        return _bullet(shown.pattern)
    if shown.style in _NOT_SHOWN and not _PLACE.search(shown.pattern):
        return shown.pattern

    def number(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        count = counters[place]
        style = "decimal" if shown.in_digits else levels[place].style
        return "" if style in _NOT_SHOWN else numeral(levels[place].start if count is None else count, style)

    return _PLACE.sub(number, shown.pattern).strip()


def _bullet(pattern: str) -> str:
    """The bullet itself, or a plain one for those that only fonts of signs have."""
    sign = pattern.strip()
    return (
        sign
        if sign and not any(char in _LETTERS_FOR_BULLETS or "\ue000" <= char <= "\uf8ff" for char in sign)
        else BULLET
    )

# SPDX-License-Identifier: GPL-3.0-or-later
"""What the styles of an OpenDocument text say: kind, direction and page break of paragraphs, markers of lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml.etree import _Element as Element

from reader.importers.list_markers import BULLET, numeral
from reader.importers.style_names import kind_of_style
from reader.model.structure import BlockKind
from reader.text.direction import Direction

SPACES = "urn:oasis:names:tc:opendocument:xmlns:"
STYLE = f"{{{SPACES}style:1.0}}"
TEXT = f"{{{SPACES}text:1.0}}"
FO = f"{{{SPACES}xsl-fo-compatible:1.0}}"
_DEEPEST_CHAIN = 50
_LEVELS = 10
_DIRECTIONS = {
    "rl-tb": Direction.RIGHT_TO_LEFT,
    "rl": Direction.RIGHT_TO_LEFT,
    "lr-tb": Direction.LEFT_TO_RIGHT,
    "lr": Direction.LEFT_TO_RIGHT,
}
_LONGEST_AFFIX = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What holds for a paragraph; ``direction`` is None when nothing is said or the page decides."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    direction: Direction | None = None
    list_style: str = ""
    breaks_before: bool = False
    page_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLevel:
    bullet: str = ""
    style: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1


class Styles:
    """The styles of a document; those of its text (automatic ones) come before common ones of the same name."""

    def __init__(self, *roots: Element | None) -> None:
        self._paragraphs: dict[str, Element] = {}
        self._lists: dict[str, list[ListLevel]] = {}
        self.outline: list[ListLevel] = [ListLevel()] * _LEVELS
        self._known: dict[str, Style] = {}
        for root in reversed([root for root in roots if root is not None]):
            self._read(root)

    def of(self, name: str) -> Style:
        """What holds for a paragraph with a style of this name."""
        if name not in self._known:
            style = _named(Style(), name)
            for element in reversed(self._chain(name)):
                style = _with(style, element)
            self._known[name] = style
        return self._known[name]

    def list_level(self, name: str, level: int) -> ListLevel:
        """How a list numbers its ``level``, counted from 0; a plain bullet where nothing is said."""
        levels = self._lists.get(name)
        return levels[min(level, _LEVELS - 1)] if levels else ListLevel(bullet=BULLET)

    def _read(self, root: Element) -> None:
        for element in root.iter(f"{STYLE}style"):
            if element.get(f"{STYLE}family") == "paragraph":
                self._paragraphs[element.get(f"{STYLE}name") or ""] = element
        for element in root.iter(f"{TEXT}list-style"):
            self._lists[element.get(f"{STYLE}name") or ""] = list(_levels_of(element))
        for element in root.iter(f"{TEXT}outline-style"):
            self.outline = list(_levels_of(element))

    def _chain(self, name: str) -> list[Element]:
        """A style and those it inherits from; a circle ends where it closes."""
        chain: list[Element] = []
        seen: set[str] = set()
        while name in self._paragraphs and name not in seen and len(chain) < _DEEPEST_CHAIN:
            seen.add(name)
            chain.append(self._paragraphs[name])
            name = chain[-1].get(f"{STYLE}parent-style-name") or ""
        return chain


def _named(style: Style, name: str) -> Style:
    told = kind_of_style(name)
    return style if told is None else replace(style, kind=told[0], level=told[1])


def _with(style: Style, element: Element) -> Style:
    style = _named(style, element.get(f"{STYLE}display-name") or element.get(f"{STYLE}name") or "")
    if list_style := element.get(f"{STYLE}list-style-name"):
        style = replace(style, list_style=list_style)
    opens_page = element.get(f"{STYLE}master-page-name") or ""
    style = replace(style, breaks_before=bool(opens_page), page_number="")
    properties = element.find(f"{STYLE}paragraph-properties")
    if properties is None:
        return style
    mode = properties.get(f"{STYLE}writing-mode")
    if mode:
        style = replace(style, direction=_DIRECTIONS.get(mode))
    number = properties.get(f"{STYLE}page-number") or ""
    breaks = style.breaks_before or properties.get(f"{FO}break-before") == "page"
    return replace(style, breaks_before=breaks, page_number=number if number.isdecimal() else "")


def _levels_of(element: Element) -> Iterator[ListLevel]:
    found = {child.get(f"{TEXT}level"): child for child in element}
    otherwise = "" if element.tag == f"{TEXT}outline-style" else BULLET
    for place in range(1, _LEVELS + 1):
        level = found.get(str(place))
        yield ListLevel(bullet=otherwise) if level is None else _level(level)


def _level(element: Element) -> ListLevel:
    if element.tag == f"{TEXT}list-level-style-bullet":
        sign = (element.get(f"{TEXT}bullet-char") or BULLET).strip()
        return ListLevel(bullet=BULLET if not sign or any("\ue000" <= char <= "\uf8ff" for char in sign) else sign[:4])
    return ListLevel(
        style=element.get(f"{STYLE}num-format") or "",
        prefix=(element.get(f"{STYLE}num-prefix") or "")[:_LONGEST_AFFIX],
        suffix=(element.get(f"{STYLE}num-suffix") or "")[:_LONGEST_AFFIX],
        start=_number(element.get(f"{TEXT}start-value"), 1),
        shown=min(_number(element.get(f"{TEXT}display-levels"), 1), _LEVELS),
    )


def _number(written: str | None, otherwise: int) -> int:
    return int(written) if written and written.isdecimal() and len(written) < 7 else otherwise


class Counter:
    """Counts the items of one list, level by level."""

    def __init__(self) -> None:
        self._counts: list[int] = []

    def next(self, level: int, levels: list[ListLevel], start: str | None = None) -> str:
        """The marker of the next item at ``level``, counted from 0; ``start`` is the number it is told to have."""
        del self._counts[level + 1 :]
        while len(self._counts) <= level:
            place = len(self._counts)
            above = place < level
            self._counts.append(levels[place].start - (0 if above else 1))
        self._counts[level] = _number(start, self._counts[level] + 1)
        return _written(levels, level, self._counts)


def _written(levels: list[ListLevel], level: int, counts: list[int]) -> str:
    one = levels[level]
    if one.bullet:
        return one.bullet
    if not one.style:
        return ""
    first = max(level - one.shown + 1, 0)
    numbers = [numeral(counts[place], levels[place].style) for place in range(first, level + 1) if levels[place].style]
    return f"{one.prefix}{'.'.join(numbers)}{one.suffix}".strip()

# SPDX-License-Identifier: GPL-3.0-or-later
"""What the objects of a PDF's page tell beside their letters: replacement texts, hidden text, pictures."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

_INVISIBLE_MODE = 3
_IMAGE, _TEXT, _FORM = 3, 1, 5
_DEEPEST_FORM = 8
_MOST_OBJECTS = 300_000
_LONGEST_REPLACEMENT = 1_000
"""Bytes of a replacement text; longer ones describe pictures, and the letters have to do."""


class Box(NamedTuple):
    """Points from the lower left corner of the page."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def width(self) -> float:
        return self.right - self.left


class Replaced(NamedTuple):
    """A replacement text (``ActualText``), the box of what stands under it, where the pen stood, and how high."""

    mark: int
    text: str
    box: Box
    x: float
    levels: tuple[float, ...]


class PageObjects(NamedTuple):
    """What the page's objects tell: which stand under a replacement text, and which are not drawn."""

    replaced: dict[int, Replaced]
    hidden: frozenset[int]
    pictures: float


def objects_of(raw: Any, page: Any, area: float) -> PageObjects:
    """Looks through the objects of the page, those in forms included."""
    groups: dict[int, list[tuple[int, Box, tuple[float, float]]]] = {}
    texts: dict[int, str] = {}
    hidden: set[int] = set()
    pictures = 0.0
    for target, kind, depth in _walk(raw, page.raw):
        address = ctypes.addressof(target.contents)
        if kind == _IMAGE:
            box = _bounds(raw, target)
            pictures += max(box.width * box.height, 0) / area
        elif kind == _TEXT:
            if raw.FPDFTextObj_GetTextRenderMode(target) == _INVISIBLE_MODE:
                hidden.add(address)
            # In a form, an object does not know its place on the page; there the letters have to do.
            if depth == 0 and (found := _replacement(raw, target)) is not None:
                mark, texts[found[0]] = found[0], found[1]
                groups.setdefault(mark, []).append((address, _bounds(raw, target), _pen(raw, target)))
    replaced: dict[int, Replaced] = {}
    for mark, members in groups.items():
        largest = max(members, key=lambda member: member[1].width * member[1].height)
        levels = (largest[2][1], *(pen[1] for _, _, pen in members))
        whole = Replaced(mark, texts[mark], _around([box for _, box, _ in members]), largest[2][0], levels)
        replaced |= dict.fromkeys((address for address, _, _ in members), whole)
    return PageObjects(replaced, frozenset(hidden), min(pictures, 1.0))


def _walk(raw: Any, page: Any) -> Iterator[tuple[Any, int, int]]:
    """Every object of the page with its kind and how many forms it stands in."""
    seen = 0
    waiting = [
        (raw.FPDFPage_GetObject(page, at), 0) for at in range(min(raw.FPDFPage_CountObjects(page), _MOST_OBJECTS))
    ]
    waiting.reverse()
    while waiting and seen < _MOST_OBJECTS:
        target, depth = waiting.pop()
        if not target:
            continue
        seen += 1
        kind = raw.FPDFPageObj_GetType(target)
        if kind == _FORM and depth < _DEEPEST_FORM:
            count = min(raw.FPDFFormObj_CountObjects(target), _MOST_OBJECTS)
            waiting += [(raw.FPDFFormObj_GetObject(target, at), depth + 1) for at in range(count - 1, -1, -1)]
        else:
            yield target, kind, depth


def _replacement(raw: Any, target: Any) -> tuple[int, str] | None:
    """What tells apart the replacement text that the object stands under, and that text; None without one."""
    for at in range(min(raw.FPDFPageObj_CountMarks(target), 16)):
        mark = raw.FPDFPageObj_GetMark(target, at)
        if not mark or raw.FPDFPageObjMark_GetParamValueType(mark, b"ActualText") != raw.FPDF_OBJECT_STRING:
            continue
        length = ctypes.c_ulong()
        buffer = (ctypes.c_ubyte * _LONGEST_REPLACEMENT)()
        got = raw.FPDFPageObjMark_GetParamBlobValue(mark, b"ActualText", buffer, _LONGEST_REPLACEMENT, length)
        if got and length.value <= _LONGEST_REPLACEMENT:
            return ctypes.addressof(mark.contents), _text_string(bytes(buffer)[: length.value])
    return None


def _text_string(content: bytes) -> str:
    """A text string of PDF. Source: ISO 32000-2, 7.9.2.2."""
    if content.startswith(b"\xfe\xff"):
        return content[2:].decode("utf-16-be", "replace")
    if content.startswith(b"\xef\xbb\xbf"):
        return content[3:].decode("utf-8", "replace")
    return content.decode("latin-1")


def _pen(raw: Any, target: Any) -> tuple[float, float]:
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(target, matrix)
    return float(matrix.e), float(matrix.f)


def _bounds(raw: Any, target: Any) -> Box:
    edges = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(target, *edges)
    return Box(*(edge.value for edge in edges))


def _around(boxes: list[Box]) -> Box:
    wide = [box for box in boxes if box.width > 0] or boxes
    return Box(
        min(box.left for box in wide),
        min(box.bottom for box in wide),
        max(box.right for box in wide),
        max(box.top for box in wide),
    )

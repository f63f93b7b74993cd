# SPDX-License-Identifier: GPL-3.0-or-later
"""What is drawn on a page of a PDF: its letters, each with its place, whatever the order they were written in.

PDFium turns right-to-left runs about by guesswork; here only its letters and places are used. Letters that share a
place (a ligature, a letter with its marks) make one glyph.
"""

from __future__ import annotations

import ctypes
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import isfinite
from typing import Any, NamedTuple

from reader.importers.pdf_objects import Box, PageObjects, objects_of
from reader.text import arabic

MOST_CHARACTERS = 200_000
"""Characters of one page that are read."""
_UNMAPPED = "\ufffd"
_BOLD = 600
_MOST_COMPARED = 4_000_000
_LARGEST_SIZE = 5_000.0
_TURNS: Mapping[int, Callable[[float, float], tuple[float, float]]] = {
    90: lambda x, y: (y, -x),
    180: lambda x, y: (-x, -y),
    270: lambda x, y: (-y, x),
}
"""Where a point of a page is that is shown turned by so many degrees, clockwise."""


class Glyph(NamedTuple):
    """Letters drawn at one place, in logical order: ``left`` to ``right`` as they advance, ``level`` their height.

    ``x`` is where the pen stood; it orders letters that are drawn over one another. Neighbours of one
    ``object`` (0: unknown) were written one after the other. ``ink`` is what is drawn. ``size`` is
    that of the type, in points.
    """

    text: str
    x: float
    left: float
    right: float
    level: float
    size: float
    ink: Box
    bold: bool = False
    object: int = 0

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def is_letter(self) -> bool:
        return any(char.isalpha() or char == _UNMAPPED for char in self.text)

    @property
    def is_mark(self) -> bool:
        return all(char in arabic.MARKS or unicodedata.combining(char) for char in self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageContent:
    """All of a page. ``unmapped`` letters have no character in the file; ``hidden`` ones are not drawn (layers of OCR).

    ``pictures`` is the share of the page that pictures cover.
    """

    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    unmapped: int = 0
    hidden: int = 0
    pictures: float = 0.0
    cut: bool = False


class _Char(NamedTuple):
    text: str
    x: float
    y: float
    loose: Box
    ink: Box
    size: float
    object: int
    bold: bool


def page_content(raw: Any, page: Any) -> PageContent:
    """The letters of a page of ``pypdfium2`` and where they are drawn. O(n)."""
    width, height = page.get_size()
    objects = objects_of(raw, page, max(width * height, 1.0))
    text_page = page.get_textpage()
    try:
        chars, cut = _characters(raw, text_page)
    finally:
        text_page.close()
    chars = _upright(chars, page.get_rotation())
    glyphs = tuple(_clusters(chars, objects))
    hidden = sum(char.object in objects.hidden for char in chars)
    return PageContent(
        width=width,
        height=height,
        glyphs=glyphs,
        unmapped=sum(glyph.text.count(_UNMAPPED) for glyph in glyphs),
        hidden=hidden,
        pictures=objects.pictures,
        cut=cut,
    )


def _characters(raw: Any, text_page: Any) -> tuple[list[_Char], bool]:
    count = raw.FPDFText_CountChars(text_page.raw)
    found: list[_Char] = []
    ask = _Asker(raw, text_page.raw)
    for index in range(min(max(count, 0), MOST_CHARACTERS)):
        char = ask.char(index)
        if char is not None:
            found.append(char)
    return _whole_characters(found), count > MOST_CHARACTERS


def _is_half(char: str) -> bool:
    return "\ud800" <= char <= "\udfff"


def _whole_characters(chars: list[_Char]) -> list[_Char]:
    """Halves of UTF-16 pairs, which PDFium gives in either order, as one character; what is left of them is unknown."""
    whole: list[_Char] = []
    at = 0
    while at < len(chars):
        char = chars[at]
        following = chars[at + 1] if at + 1 < len(chars) else None
        at += 1
        if not _is_half(char.text):
            whole.append(char)
            continue
        text = _UNMAPPED
        if following is not None and _is_half(following.text) and _share_place(char, following):
            pair = sorted((char.text, following.text))
            text = (pair[0] + pair[1]).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")[:1]
            at += 1
        whole.append(char._replace(text=text))
    return whole


class _Asker:
    """Asks PDFium for one character after the other, into the same buffers."""

    def __init__(self, raw: Any, page: Any) -> None:
        self._raw, self._page = raw, page
        self._numbers = [ctypes.c_double() for _ in range(6)]
        self._loose, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self._bold: dict[int, bool] = {}

    def char(self, index: int) -> _Char | None:
        """The character with its place; None for blanks, line ends and what PDFium put in."""
        raw, page = self._raw, self._page
        target = raw.FPDFText_GetTextObject(page, index)
        if not target:
            return None
        code = raw.FPDFText_GetUnicode(page, index)
        text = self._character(index, code)
        x, y, left, right, bottom, top = self._numbers
        raw.FPDFText_GetCharOrigin(page, index, x, y)
        raw.FPDFText_GetCharBox(page, index, left, right, bottom, top)
        raw.FPDFText_GetLooseCharBox(page, index, self._loose)
        ink = Box(left.value, bottom.value, right.value, top.value)
        if not text:
            if code >= 0x20 or ink.height <= 0 or ink.width <= 0:
                return None
            text = _UNMAPPED  # a line end is not drawn: the file lacks the character of what is
        loose = Box(self._loose.left, self._loose.bottom, self._loose.right, self._loose.top)
        if not all(map(isfinite, (x.value, y.value, *ink, *loose))):
            return None  # nowhere on the page
        address = ctypes.addressof(target.contents)
        return _Char(text, x.value, y.value, loose, ink, self._size(index), address, self._is_bold(index, address))

    def _character(self, index: int, code: int) -> str:
        if code == 0 or self._raw.FPDFText_HasUnicodeMapError(self._page, index) == 1:
            return _UNMAPPED
        if code > 0x10FFFF:
            return _UNMAPPED
        char = chr(code)
        if _is_half(char):
            return char
        if char.isspace() or char in "\u00ad\u0002" or char in arabic.BIDI_CONTROLS or char == "\ufeff":
            return "-" if char in "\u00ad\u0002" else ""
        if unicodedata.category(char) in ("Cc", "Co", "Cn"):
            return _UNMAPPED
        return char

    def _size(self, index: int) -> float:
        size = self._raw.FPDFText_GetFontSize(self._page, index)
        if self._raw.FPDFText_GetMatrix(self._page, index, self._matrix):
            size *= max((self._matrix.c**2 + self._matrix.d**2) ** 0.5, 1e-6)
        return min(float(abs(size)), _LARGEST_SIZE) if isfinite(size) and size else 1.0

    def _is_bold(self, index: int, address: int) -> bool:
        known = self._bold.get(address)
        if known is None:
            flags = ctypes.c_int()
            buffer = ctypes.create_string_buffer(128)
            length = self._raw.FPDFText_GetFontInfo(self._page, index, buffer, 128, flags)
            name = buffer.value[:length].lower()
            known = b"bold" in name or b"black" in name or self._raw.FPDFText_GetFontWeight(self._page, index) >= _BOLD
            self._bold[address] = known
        return known


def _upright(chars: list[_Char], rotation: int) -> list[_Char]:
    """The characters where the reader sees them on a page that is shown turned."""
    if rotation % 360 == 0:
        return chars
    turn = _TURNS[rotation % 360]

    def turned(box: Box) -> Box:
        first, second = turn(box.left, box.bottom), turn(box.right, box.top)
        xs, ys = sorted((first[0], second[0])), sorted((first[1], second[1]))
        return Box(xs[0], ys[0], xs[1], ys[1])

    moved = []
    for char in chars:
        x, y = turn(char.x, char.y)
        moved.append(char._replace(x=x, y=y, loose=turned(char.loose), ink=turned(char.ink)))
    return moved


def _clusters(chars: list[_Char], objects: PageObjects) -> Iterator[Glyph]:
    """Characters that share a place, and objects under one replacement text, as glyphs in logical order."""
    plain = [char for char in chars if char.object not in objects.replaced]
    flips = _ligatures_are_turned(plain)
    groups = list(_replaced(chars, objects, _levels(plain)))
    single: list[Glyph] = []
    start = 0
    for end in range(1, len(plain) + 1):
        if end < len(plain) and _share_place(plain[start], plain[end]):
            continue
        single.append(_glyph(plain[start:end], flips=flips))
        start = end
    telling = groups + [glyph for glyph in single if len(glyph.text) > 1 and glyph.text[-1] in arabic.MARKS]
    unknown = sum(glyph.text == _UNMAPPED for glyph in single)
    if unknown * len(telling) > _MOST_COMPARED:
        telling = []
    yield from (glyph for glyph in single if glyph.text != _UNMAPPED or not _is_told(glyph, telling))
    yield from groups


def _levels(chars: list[_Char]) -> Counter[float]:
    """How many letters stand at each height."""
    return Counter(round(char.y, 1) for char in chars if char.text not in arabic.MARKS)


def _replaced(chars: list[_Char], objects: PageObjects, levels: Counter[float]) -> Iterator[Glyph]:
    """What stands under a replacement text is that text, where its objects are drawn."""
    done: set[int] = set()
    for char in chars:
        found = objects.replaced.get(char.object)
        if found is None or found.mark in done:
            continue
        done.add(found.mark)
        if text := "".join(found.text.split()):
            box = found.box
            level = max(found.levels, key=lambda level: levels[round(level, 1)])
            yield Glyph(text, found.x, box.left, box.right, level, char.size, box, char.bold)


def _is_told(glyph: Glyph, telling: list[Glyph]) -> bool:
    """Whether a glyph without a character is part of what another one beside it tells: a letter with its marks."""
    middle, reach = glyph.ink.middle, 1.2 * glyph.size
    slack = 0.4 * glyph.size
    return any(
        other.left - slack <= middle <= other.right + slack and abs(other.level - glyph.level) < reach
        for other in telling
    )


def _share_place(first: _Char, second: _Char) -> bool:
    if first.object != second.object or abs(first.x - second.x) > 0.01 or abs(first.y - second.y) > 0.01:
        return False
    return first.ink == second.ink


def _glyph(chars: list[_Char], *, flips: bool) -> Glyph:
    texts = [char.text for char in chars]
    text = _logical(texts, flips=flips) if len(texts) > 1 else texts[0]
    first = chars[0]
    loose = first.loose if first.loose.width > 0 else first.ink
    # Where the type does not tell how far a letter advances, at least the pen stood at its beginning.
    left = min(loose.left, first.x) if loose.left - first.x < 0.5 * first.size else loose.left
    return Glyph(text, first.x, left, loose.right, first.y, first.size, first.ink, first.bold, first.object)


def _logical(texts: list[str], *, flips: bool) -> str:
    """The letters of one glyph in logical order: a letter before its marks, lam before alef."""
    if any(text in arabic.MARKS for text in texts):
        return "".join(reversed(texts) if texts[0] in arabic.MARKS else texts)
    joined = "".join(texts)
    if not any(arabic.is_arabic_letter(char) for char in joined):
        return joined
    if joined[0] in arabic.ALEF_FORMS and joined[-1] == "ل" and len(joined) == 2:
        return joined[::-1]
    is_lam_alef = joined[0] == "ل" and joined[-1] in arabic.ALEF_FORMS and len(joined) == 2
    return joined[::-1] if flips and not is_lam_alef else joined


def _ligatures_are_turned(chars: list[_Char]) -> bool:
    """Whether PDFium gave the letters of ligatures in the wrong order, by those of lam and alef."""
    turned = right = 0
    for first, second in pairwise(chars):
        if first.object == second.object and first.ink == second.ink and first.x == second.x:
            turned += first.text in arabic.ALEF_FORMS and second.text == "ل"
            right += first.text == "ل" and second.text in arabic.ALEF_FORMS
    return turned > right

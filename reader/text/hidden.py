# SPDX-License-Identifier: GPL-3.0-or-later
"""Characters of a text that cannot be seen, and which of them could deceive whoever reads it.

Source: Unicode Technical Standard #39 (security mechanisms) and #55 (source code handling); Boucher and Anderson,
«Trojan Source» (2021), for controls of direction.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

_DIRECTING = "\u202a-\u202e\u2066-\u2069"
_IMPLICIT = "\u200e\u200f\u061c"
_JOINERS = "\u200c\u200d"
_ZERO_WIDTH = "\u200b\u2060-\u2065\u206a-\u206f\ufeff\u180e\u034f"
_FILLERS = "\u115f\u1160\u3164\uffa0\u17b4\u17b5"
_TAGS = "\U000e0000-\U000e007f"
_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"

_ALL = f"[{_DIRECTING}{_IMPLICIT}{_JOINERS}{_ZERO_WIDTH}{_FILLERS}{_TAGS}{_SELECTORS}{_CONTROLS}\u00ad]"
_DECEIVING = f"[{_DIRECTING}{_JOINERS}{_ZERO_WIDTH}{_FILLERS}{_TAGS}{_SELECTORS}{_CONTROLS}]"
_CAN_DECEIVE = f"[{_DIRECTING}{_ZERO_WIDTH}{_FILLERS}{_CONTROLS}]"
_JOINED_SCRIPTS = (
    "[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc\u0900-\u0dff\u1000-\u109f\u1780-\u18af\u200c\u200d"
    "\ufe0f\u2190-\u2bff\U0001f000-\U0001faff\U0001e900-\U0001e95f]"
)
"""What a joiner may stand beside with reason: cursive and Indic scripts, pictures."""

_BLACK_FLAG = "\U0001f3f4"
_SHORT_NAMES = {
    "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO",
    "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
    "\u200e": "LRM", "\u200f": "RLM", "\u061c": "ALM", "\u200b": "ZWSP", "\u200c": "ZWNJ", "\u200d": "ZWJ",
    "\u2060": "WJ", "\ufeff": "BOM", "\u00ad": "SHY", "\u034f": "CGJ", "\u180e": "MVS",
    "\u115f": "HF", "\u1160": "HF", "\u3164": "HF", "\uffa0": "HF",
}  # fmt: skip
_CONTROL_NAMES = {"\x00": "NULL", "\x07": "BELL", "\x08": "BACKSPACE", "\x1b": "ESCAPE", "\x7f": "DELETE"}


class Hidden(NamedTuple):
    """A character that is not seen. ``short`` is what fits into a small mark, ``name`` is that of the standard."""

    offset: int
    char: str
    short: str
    name: str
    is_suspicious: bool


_pattern = cache(re.compile)
"""Compiled when first needed: the first picture of the page needs one of them."""


def has_hidden(text: str, *, suspicious_only: bool) -> bool:
    """Whether it is worth asking ``hidden_in``. O(n), as fast as a search."""
    return _pattern(_DECEIVING if suspicious_only else _ALL).search(text) is not None


def hidden_in(text: str, *, suspicious_only: bool) -> list[Hidden]:
    """The unseen characters of a text in their order; of those that could deceive alone, or of all. O(n)."""
    found = []
    for match in _pattern(_DECEIVING if suspicious_only else _ALL).finditer(text):
        offset, char = match.start(), match[0]
        deceives = _could_deceive(text, offset, char)
        if deceives or not suspicious_only:
            found.append(Hidden(offset, char, _short(char), _name(char), deceives))
    return found


def _could_deceive(text: str, offset: int, char: str) -> bool:
    """Not what orthography and pictures need: joiners between their letters, a selector after its picture, a flag."""
    if _pattern(_CAN_DECEIVE).match(char):
        return not (char == "\ufeff" and offset == 0)
    before = text[offset - 1] if offset else ""
    if char in _JOINERS:
        after = text[offset + 1 : offset + 2]
        joined = _pattern(_JOINED_SCRIPTS)
        return not (joined.match(before) or joined.match(after))
    if "\U000e0000" <= char <= "\U000e007f":
        start = offset
        while start and "\U000e0020" <= text[start - 1] <= "\U000e007f":
            start -= 1
        return not (start and text[start - 1] == _BLACK_FLAG)
    if _is_selector(char):
        return not before or before.isspace() or _is_selector(before)
    return False


def _is_selector(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"


def _short(char: str) -> str:
    if char in _SHORT_NAMES:
        return _SHORT_NAMES[char]
    if "\U000e0020" <= char <= "\U000e007e":
        return f"TAG {chr(ord(char) - 0xE0000)}"
    if _is_selector(char):
        return "VS"
    return f"{ord(char):02X}"


def _name(char: str) -> str:
    return unicodedata.name(char, "") or _CONTROL_NAMES.get(char) or f"CONTROL {ord(char):04X}"

# SPDX-License-Identifier: GPL-3.0-or-later
"""Folded forms of a text, in which spellings that mean the same are the same, with the way back to the text.

Three profiles; each does what the one before does, and more.

``"lemma"``: what is not spelling goes.
    1. Removed: vocalisation and recitation marks, small waw and yeh, tatweel, joiners, direction controls, soft
       hyphens and other invisible signs. (Unicode 15.0, chapter 9.2; general categories Mn and Cf.)
    2. Presentation forms, mathematical and full-width letters become the letters they stand for: compatibility
       decompositions tagged isolated, initial, medial, final, font, wide, narrow, and the Latin ligatures U+FB00….
       A form that shows only a mark is removed. (UnicodeData.txt, field 5.)
    3. Digits of the three sets become 0–9; ٫ and ٬ between them become . and , (general category Nd.)
    4. The same letter with another code becomes the Arabic one: ک ی ہ ھ ە ٱ. (ArabicShaping.txt, joining groups.)
    5. Every space but the line feed becomes U+0020. (General category Zs, and the tab.)
    6. A mark that makes another letter joins its letter: ا with hamza above becomes أ, e with acute é. (UAX #15, NFC.)
``"match"``: what writers leave out or exchange within one word goes too.
    7. أ إ آ become ا, and ى becomes ي.
    8. Hyphens and dashes become -, the typographic apostrophe '. (General category Pd.)
``"search"``: what a hurried reader would type finds it.
    9. ة becomes ه, and letters lose the marks they were composed with: ؤ becomes و, ئ becomes ي, é becomes e.
       (Canonical decomposition, UnicodeData.txt, field 5.)
   10. پ چ ژ ڤ گ and their like become the letters Arabic prints instead.
   11. Capital letters become small ones. (CaseFolding.txt, full.)
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from reader.text import arabic
from reader.text.offsets import OffsetMap

Profile = Literal["search", "match", "lemma"]

_COMPATIBLE = ("<isolated>", "<initial>", "<medial>", "<final>", "<font>", "<wide>", "<narrow>")
_COMPOSING = frozenset(chr(code) for code in range(0x0300, 0x0370)) | arabic.HAMZA_MARKS
_COMPOSING_MARK = re.compile("[\u0300-\u036f\u0653-\u0655]")
_COMPOSING_RUN = re.compile("[^\u0300-\u036f\u0653-\u0655]?[\u0300-\u036f\u0653-\u0655]+")
_WITHOUT_HAMZA_MARKS = dict.fromkeys(map(ord, arabic.HAMZA_MARKS))
_REMOVED = (arabic.MARKS - arabic.HAMZA_MARKS) | arabic.INVISIBLE | arabic.SMALL_LETTERS | {arabic.TATWEEL}
_TRAILING = (arabic.MARKS | arabic.JOINERS | arabic.SMALL_LETTERS | {arabic.TATWEEL} | _COMPOSING) - {"\u034f"}
"""What belongs to the letter before it when it is removed."""

_SAME = {
    **arabic.SAME_LETTERS,
    **dict(zip(arabic.ARABIC_INDIC_DIGITS + arabic.EXTENDED_DIGITS, arabic.WESTERN_DIGITS * 2, strict=True)),
    arabic.DECIMAL_SEPARATOR: ".",
    arabic.THOUSANDS_SEPARATOR: ",",
    "\t": " ",
}
_MATCHED = {
    **dict.fromkeys(arabic.ALEF_FORMS, "ا"),
    "ى": "ي",
    **dict.fromkeys("‐‑‒–—−", "-"),
    **dict.fromkeys("\u2019\u02bc", "'"),
}
_SEARCHED = {"ة": "ه", **arabic.LOAN_LETTERS}


@dataclass(frozen=True, kw_only=True)
class Folded:
    """The folded ``text`` of an ``original``; equal texts of one profile count as the same."""

    text: str
    original: str
    profile: Profile

    @cached_property
    def map(self) -> OffsetMap:
        """From offsets of the original (source) to those of the folded text (derived); made when first asked for.

        A letter and the removed marks behind it are one block, so that a match ends after its last mark.
        """
        table = _TABLES[self.profile]
        removing = OffsetMap(_replaced(self.original, table))
        if self.profile == "search" or not _COMPOSING_MARK.search(self.original):
            return removing
        return removing.then(OffsetMap(_composed(self.original.translate(table), table)))


def fold(text: str, profile: Profile = "search") -> Folded:
    """The text folded by a profile, with its offset map. O(n); the map costs more the first time it is asked for."""
    return Folded(text=folded(text, profile), original=text, profile=profile)


def folded(text: str, profile: Profile = "search") -> str:
    """The folded text alone, as a key to compare or to look up."""
    table = _TABLES[profile]
    stripped = text.translate(table)
    if profile == "search" or not _COMPOSING_MARK.search(stripped):
        return stripped
    return _COMPOSING_RUN.sub(lambda run: _compose(run[0], table), stripped)


class _Table(dict[int, str]):
    """Code point → folded character or characters; each is worked out when it first occurs."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile

    def __missing__(self, code: int) -> str:
        value = self[code] = _folded_character(chr(code), self._profile)
        return value


def _folded_character(char: str, profile: Profile) -> str:
    if char in _REMOVED or (profile == "search" and char in _COMPOSING):
        return ""
    if char in _COMPOSING:
        return char
    if (plain := _without_form(char)) != char:
        return "".join(_TABLES[profile][ord(part)] for part in plain)
    char = " " if unicodedata.category(char) == "Zs" else _SAME.get(char, char)
    if profile == "lemma":
        return char
    char = _MATCHED.get(char, char)
    return char if profile == "match" else _searched(char)


def _without_form(char: str) -> str:
    """The characters a presentation form, mathematical or full-width letter stands for; others stay."""
    if not unicodedata.decomposition(char).startswith(_COMPATIBLE) and not "\ufb00" <= char <= "\ufb06":
        return char
    plain = unicodedata.normalize("NFKC", char)
    is_only_a_mark = all(part in arabic.MARKS or part in (" ", arabic.TATWEEL) for part in plain)
    return arabic.TATWEEL if is_only_a_mark else plain


def _searched(char: str) -> str:
    small = char.casefold()
    letters = "".join(_without_marks(part) for part in small if part not in _COMPOSING)
    return _SEARCHED.get(letters, letters)


def _without_marks(char: str) -> str:
    base = "".join(part for part in unicodedata.normalize("NFD", char) if part not in _COMPOSING)
    return base if len(base) == 1 else char


def _compose(run: str, table: _Table) -> str:
    """A character with its composing marks in one, where Unicode has one; a hamza that found no letter is left out."""
    composed = unicodedata.normalize("NFC", run).translate(_WITHOUT_HAMZA_MARKS)
    return unicodedata.normalize("NFC", composed).translate(table)


_TABLES: dict[Profile, _Table] = {"search": _Table("search"), "match": _Table("match"), "lemma": _Table("lemma")}


def _replaced(text: str, table: _Table) -> list[tuple[int, int, int]]:
    """The edits by which ``table`` changes the length of ``text``."""
    lengths = {char: len(table[ord(char)]) for char in set(text)}
    removed = frozenset(char for char, length in lengths.items() if not length)
    growing = frozenset(char for char, length in lengths.items() if length > 1)
    if not removed and not growing:
        return []
    runs = _replaced_pattern(removed, growing).finditer(text)
    if growing:
        return [(*run.span(), len(run[0].translate(table))) for run in runs]
    return [(run.start(), run.end(), 0 if text[run.start()] in removed else 1) for run in runs]


@lru_cache(maxsize=64)
def _replaced_pattern(removed: frozenset[str], growing: frozenset[str]) -> re.Pattern[str]:
    trailing, alone = _inside(removed & _TRAILING), _inside(removed - _TRAILING)
    choices = []
    if trailing:
        choices.append(f"[^{trailing}{alone}]?[{trailing}]+")
    if alone:
        choices.append(f"[{alone}]+")
    if growing:
        choices.append(f"[{_inside(growing)}]")
    return re.compile("|".join(choices), re.DOTALL)


def _inside(chars: frozenset[str]) -> str:
    return re.escape("".join(sorted(chars)))


def _composed(text: str, table: _Table) -> list[tuple[int, int, int]]:
    runs = _COMPOSING_RUN.finditer(text)
    return [(*run.span(), len(_compose(run[0], table))) for run in runs]

# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers in digits and in Arabic words, read from tokens into exact decimals."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from reader.recognisers.lexicon import FUNCTION_WORD, VERB, words
from reader.recognisers.tokens import Kind, Tokens, Word, code_points_of

LONGEST_NUMERAL: Final = 12
"""Tokens looked at for one number in words."""

_UNITS: Final = {
    "واحد": 1, "واحده": 1, "احد": 1, "احدي": 1, "اثنان": 2, "اثنين": 2, "اثنتان": 2, "اثنتين": 2, "اثنا": 2, "اثني": 2,
    "اثنتا": 2, "اثنتي": 2, "ثلاث": 3, "ثلاثه": 3, "اربع": 4, "اربعه": 4, "خمس": 5, "خمسه": 5, "ست": 6, "سته": 6,
    "سبع": 7, "سبعه": 7, "ثمان": 8, "ثماني": 8, "ثمانيه": 8, "تسع": 9, "تسعه": 9, "عشر": 10, "عشره": 10,
}  # fmt: skip
_TENS: Final = {
    stem + ending: ten
    for ten, stem in zip(range(20, 100, 10), words("عشر ثلاث اربع خمس ست سبع ثمان تسع"), strict=True)
    for ending in ("ون", "ين")
}
_HUNDREDS: Final = (
    {"ميه": 100, "مايه": 100, "ميتان": 200, "ميتين": 200, "مايتان": 200, "مايتين": 200, "ميتا": 200, "ميتي": 200}
    | {
        stem + hundred: value * 100
        for value, stem in zip(range(3, 10), words("ثلاث اربع خمس ست سبع ثمان تسع"), strict=True)
        for hundred in ("ميه", "مايه")
    }
    | {"ثمانيميه": 800, "ثمانيمايه": 800}
)
_SCALES: Final = {
    "الف": 1_000, "الفا": 1_000, "الاف": 1_000, "مليون": 10**6, "مليونا": 10**6, "ملايين": 10**6, "مليار": 10**9,
    "مليارا": 10**9, "مليارات": 10**9, "بليون": 10**9, "تريليون": 10**12, "ترليون": 10**12, "تريليونا": 10**12,
}  # fmt: skip
_DUAL_SCALES: Final = {
    "الفان": 2_000, "الفين": 2_000, "الفي": 2_000, "الفا": 2_000, "مليونان": 2 * 10**6, "مليونين": 2 * 10**6,
    "مليوني": 2 * 10**6, "ملياران": 2 * 10**9, "مليارين": 2 * 10**9, "ملياري": 2 * 10**9,
}  # fmt: skip
_FRACTIONS: Final = {"نصف": Decimal("0.5"), "ربع": Decimal("0.25")}
_ORDINAL_STEMS: Final = words("اول ثاني ثالث رابع خامس سادس سابع ثامن تاسع عاشر")
_ORDINALS: Final = (
    {"ال" + stem: value for value, stem in enumerate(_ORDINAL_STEMS, start=1)}
    | {"ال" + stem + "ه": value for value, stem in enumerate(_ORDINAL_STEMS, start=1)}
    | {"الاولي": 1, "الحادي": 1, "الحاديه": 1, "الواحد": 1, "الواحده": 1}
)
_ORDINAL_TENS: Final = {"ال" + word: value for word, value in _TENS.items()}
SHADDA: Final = "\u0651"
"""On no number word, but on the verb "ألّف" and its like."""
_FIRST_LETTERS: Final = frozenset("بلكوف")
_BEGINNINGS: Final = (
    frozenset(_UNITS)
    | frozenset(_TENS)
    | frozenset(_HUNDREDS)
    | frozenset(_DUAL_SCALES)
    | frozenset(("الف", "مليون", "مليار", "بليون", "تريليون", *_FRACTIONS))
)
_GROUPED: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number over tokens up to ``after``; ``in_words`` when no digit takes part.

    ``skip`` code points of its first token are a proclitic; ``scaled`` says that thousands, millions… are named.
    """

    after: int
    value: Decimal
    in_words: bool
    scaled: bool = False
    skip: int = 0


def number_of(word: Word) -> Decimal | None:
    """The value of a token of digits ("1,500" and "3.5" and "3,5" alike), or None for times and dates."""
    if word.kind is not Kind.NUMBER or ":" in word.key or len(word.key) > 30:
        return None
    key = word.key
    if _GROUPED.fullmatch(key):
        key = key.replace(",", "") if "," in key else key.replace(".", "")
    key = key.replace(",", ".")
    return Decimal(key) if key.count(".") <= 1 else None


def numeral_at(tokens: Tokens, index: int) -> Numeral | None:
    """The number that begins at ``index``, with the thousands, millions… behind it, or None."""
    value = number_of(tokens.words[index])
    if value is None:
        return _numeral_in_words(tokens, index)
    after = index + 1
    scaled = False
    while after < len(tokens) and tokens.words[after].key in _SCALES and after < index + 3:
        value *= _SCALES[tokens.words[after].key]
        scaled = True
        after += 1
    return Numeral(after, value, in_words=False, scaled=scaled)


def ordinal_at(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """``(after, value)`` of a definite ordinal ("الثالث", "الخامس عشر", "الحادي والعشرين"), or None."""
    if index >= len(tokens):
        return None
    key = tokens.words[index].key
    if key in _ORDINAL_TENS:
        return index + 1, _ORDINAL_TENS[key]
    value = _ORDINALS.get(key)
    if value is None:
        return None
    if index + 1 < len(tokens):
        following = tokens.words[index + 1].key
        if following in ("عشر", "عشره"):
            return index + 2, value + 10
        if following.startswith("و") and following[1:] in _ORDINAL_TENS:
            return index + 2, value + _ORDINAL_TENS[following[1:]]
    return index + 1, value


def decimal_text(value: Decimal) -> str:
    """The number without exponent and needless zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _numeral_in_words(tokens: Tokens, index: int) -> Numeral | None:
    first = tokens.words[index]
    if first.kind is not Kind.ARABIC or SHADDA in first.form or first.flags & (FUNCTION_WORD | VERB):
        return None
    if first.key[:1] in _FIRST_LETTERS and first.key[1:] in _BEGINNINGS and first.key not in _BEGINNINGS:
        numeral = _sum_of_words(tokens, index, first.key[1:])
        return replace(numeral, skip=code_points_of(first.form, 1)) if numeral else None
    return _sum_of_words(tokens, index, first.key) if first.key in _BEGINNINGS else None


def _sum_of_words(tokens: Tokens, index: int, first: str) -> Numeral | None:
    number = _WordNumber()
    after = index
    while after < min(index + LONGEST_NUMERAL, len(tokens)):
        key = first if after == index else tokens.words[after].key
        joined = after > index and key.startswith("و") and len(key) > 2
        if not number.take(key[1:] if joined else key, joined=joined, first=after == index):
            break
        after += 1
    if after == index or not number.is_number:
        return None
    return Numeral(after, number.value, in_words=True, scaled=number.scaled)


class _WordNumber:
    """Adds up number words: what is below the next thousand, and what is complete."""

    def __init__(self) -> None:
        self._complete = Decimal(0)
        self._current = Decimal(0)
        self._last = 0
        self.scaled = False
        self.is_number = False

    @property
    def value(self) -> Decimal:
        return self._complete + self._current

    def take(self, key: str, *, joined: bool, first: bool) -> bool:
        """Add one word; False when it does not go on the number."""
        if key in _SCALES and not joined and not first:
            self._complete += self._current * _SCALES[key]
            self._current, self._last = Decimal(0), 0
            self.scaled = self.is_number = True
            return True
        small = _UNITS.get(key)
        if small == 10 and not joined and 0 < self._last < 10:
            return self._add(10, 0)
        if not first and not joined:
            return key in ("ميه", "مايه") and 2 < self._last < 10 and self._multiply_hundred()
        if small is not None:
            return self._add(small, small)
        return self._take_larger(key, first=first)

    def _take_larger(self, key: str, *, first: bool) -> bool:
        if key in _TENS:
            return self._add(_TENS[key], 0)
        if key in _HUNDREDS:
            return self._add(_HUNDREDS[key], 0)
        if key in _DUAL_SCALES and (first or key != "الفا"):
            self._complete += _DUAL_SCALES[key]
            self.scaled = self.is_number = True
            return True
        if key in _SCALES and key not in ("الاف", "ملايين", "مليارات"):
            self._complete += _SCALES[key]
            self.scaled = self.is_number = True
            return True
        if first and key in _FRACTIONS:
            self._current = _FRACTIONS[key]
            return True
        return False

    def _add(self, value: int, last: int) -> bool:
        self._current += value
        self._last = last
        self.is_number = True
        return True

    def _multiply_hundred(self) -> bool:
        self._current += self._last * 99
        self._last = 0
        return True

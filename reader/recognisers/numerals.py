# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers in digits, in Arabic words of every gender and case, or in both, read from tokens into exact decimals."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from reader.recognisers.lexicon import FUNCTION_WORD, VERB, words
from reader.recognisers.tokens import Kind, Tokens, Word, code_points_of

LONGEST_NUMERAL: Final = 14
"""Tokens looked at for one number in words."""

_STEMS: Final = words("ثلاث اربع خمس ست سبع ثمان تسع")
_UNITS: Final = (
    {"واحد": 1, "واحده": 1, "واحدا": 1, "احد": 1, "احدي": 1, "حادي": 1}
    | dict.fromkeys(words("اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي"), 2)
    | {stem + ending: value for value, stem in enumerate(_STEMS, start=3) for ending in ("", "ه", "ا")}
    | {"ثماني": 8, "ثمانيه": 8, "ثمانيا": 8, "عشر": 10, "عشره": 10, "عشرا": 10}
)
_TENS: Final = {
    stem + ending: ten
    for ten, stem in zip(range(20, 100, 10), ("عشر", *_STEMS), strict=True)
    for ending in ("ون", "ين")
}
_HUNDRED: Final = frozenset(("ميه", "مايه"))
_HUNDREDS: Final = (
    dict.fromkeys(_HUNDRED, 100)
    | {hundred + ending: 200 for hundred in ("ميت", "مايت") for ending in ("ان", "ين", "ا", "ي")}
    | {stem + hundred: value * 100 for value, stem in enumerate(_STEMS, start=3) for hundred in _HUNDRED}
    | {"ثمانيميه": 800, "ثمانيمايه": 800}
)
_SCALES: Final = {
    form: value
    for value, forms in {
        1_000: "الف الفا الاف",
        10**6: "مليون مليونا ملايين",
        10**9: "مليار مليارا مليارات بليون بليونا بلايين",
        10**12: "تريليون ترليون تريليونا تريليونات",
    }.items()
    for form in forms.split()
}
_DUAL_SCALES: Final = {
    stem + ending: 2 * value
    for stem, value in (("الف", 1_000), ("مليون", 10**6), ("مليار", 10**9), ("تريليون", 10**12))
    for ending in ("ان", "ين", "ي", "ا")
    if stem == "الف" or ending != "ا"
}
_PLURAL_SCALES: Final = frozenset(words("الاف ملايين مليارات بلايين تريليونات"))
FRACTIONS: Final = {"نصف": Decimal("0.5"), "ربع": Decimal("0.25"), "ثلث": Decimal(1) / 3}
_ORDINAL_STEMS: Final = words("اول ثاني ثالث رابع خامس سادس سابع ثامن تاسع عاشر")
_ORDINALS: Final = (
    {"ال" + stem: value for value, stem in enumerate(_ORDINAL_STEMS, start=1)}
    | {"ال" + stem + "ه": value for value, stem in enumerate(_ORDINAL_STEMS, start=1)}
    | {"الاولي": 1, "الحادي": 1, "الحاديه": 1, "الواحد": 1, "الواحده": 1}
)
_ORDINAL_TENS: Final = {"ال" + word: value for word, value in _TENS.items()}
THOUSAND: Final = "الف"
"""Unvowelled the same as the verb "ألّف"."""
_ALSO_OTHER_WORDS: Final = frozenset((THOUSAND, "احد", "احدي"))
SHADDA: Final = "\u0651"
"""On no number word, but on the verb "ألّف" and its like."""
_BEGINNINGS: Final = (
    frozenset(_UNITS)
    | frozenset(_TENS)
    | frozenset(_HUNDREDS)
    | frozenset(_DUAL_SCALES)
    | frozenset(("الف", "مليون", "مليونا", "مليار", "مليارا", "بليون", "تريليون", *FRACTIONS))
)
_PROCLITICS: Final = re.compile("[وف]?[بلك]?")
_GROUPED: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}")
_THREE_DIGITS: Final = re.compile(r"\d{3}")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number over tokens up to ``after``; ``in_words`` when no digit takes part.

    ``skip`` code points of its first token are proclitics; ``scaled`` says that thousands, millions… are named.
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
    numeral = _numeral_in_digits(tokens, index) or _numeral_in_words(tokens, index)
    return _with_more_digits(tokens, numeral) if numeral and numeral.scaled else numeral


def ordinal_at(tokens: Tokens, index: int, first_key: str = "") -> tuple[int, int] | None:
    """``(after, value)`` of a definite ordinal ("الثالث", "الخامس عشر", "الحادي والعشرين"), or None.

    ``first_key`` replaces the key of its first token.
    """
    if index >= len(tokens):
        return None
    key = first_key or tokens.words[index].key
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


def definite_number(key: str) -> int | None:
    """The number of "الخمس", "الثلاثة", "العشرين", which stands behind what it counts, or None."""
    bare = key.removeprefix("ال")
    return _UNITS.get(bare) or _TENS.get(bare) if bare != key else None


def decimal_text(value: Decimal) -> str:
    """The number without exponent and needless zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _numeral_in_digits(tokens: Tokens, index: int) -> Numeral | None:
    value = number_of(tokens.words[index])
    if value is None:
        return None
    after = index + 1
    while _goes_on_in_groups(tokens, index, after):
        value = value * 1000 + int(tokens.words[after].key)
        after += 1
    scaled = False
    while after < min(len(tokens), index + 6) and tokens.words[after].key in _SCALES:
        value *= _SCALES[tokens.words[after].key]
        scaled = True
        after += 1
    return Numeral(after, value, in_words=False, scaled=scaled)


def _goes_on_in_groups(tokens: Tokens, index: int, after: int) -> bool:
    """Is the number written with a space before its last three digits: "1 500 000"?"""
    if after >= min(len(tokens), index + 4) or not _THREE_DIGITS.fullmatch(tokens.words[after].key):
        return False
    return len(tokens.words[index].key) <= 3 and tokens.words[index].key.isdigit() and _is_space_apart(tokens, after)


def _is_space_apart(tokens: Tokens, index: int) -> bool:
    return tokens.starts[index] - tokens.ends[index - 1] == 1


def _with_more_digits(tokens: Tokens, numeral: Numeral) -> Numeral:
    """With "و300 ألف" behind "5 ملايين"."""
    following = numeral.after + 1
    if following >= len(tokens) or tokens.words[numeral.after].key != "و" or not tokens.touches(following):
        return numeral
    more = _numeral_in_digits(tokens, following)
    if more is None or more.value >= 10 ** _zeros(numeral.value):
        return numeral
    return replace(numeral, after=more.after, value=numeral.value + more.value, in_words=False)


def _zeros(value: Decimal) -> int:
    text = decimal_text(value)
    return len(text) - len(text.rstrip("0"))


def _numeral_in_words(tokens: Tokens, index: int) -> Numeral | None:
    first = tokens.words[index]
    if first.kind is not Kind.ARABIC or SHADDA in first.form:
        return None
    if first.flags & (FUNCTION_WORD | VERB) and first.key not in _ALSO_OTHER_WORDS:
        return None
    if first.key in _BEGINNINGS:
        return _sum_of_words(tokens, index, first.key)
    proclitics = _PROCLITICS.match(first.key)
    letters = proclitics.end() if proclitics else 0
    for count in range(1, letters + 1):
        if first.key[count:] in _BEGINNINGS:
            numeral = _sum_of_words(tokens, index, first.key[count:])
            return replace(numeral, skip=code_points_of(first.form, count)) if numeral else None
    return None


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
    """Adds up number words: what is below the next thousand, and what is complete.

    Below a thousand each of hundreds, tens and units comes once, units before tens ("ثلاثة وعشرون"), so that
    "ثلاثة وخمسة" are two numbers.
    """

    def __init__(self) -> None:
        self._complete = Decimal(0)
        self._current = Decimal(0)
        self._unit = self._ten = self._hundred = 0
        self._fraction = Decimal(0)
        self._last_scale = 0
        self.scaled = False
        self.is_number = False

    @property
    def value(self) -> Decimal:
        return self._complete + self._current

    def take(self, key: str, *, joined: bool, first: bool) -> bool:
        """Add one word; False when it does not go on the number."""
        if self._fraction:
            return not joined and self._take_fraction_of(key)
        if joined and key in FRACTIONS and self.is_number:
            return self._take_half_more(key)
        if first and key in FRACTIONS:
            self._fraction = self._current = FRACTIONS[key]
            return True
        if not joined and not first:
            return self._take_behind(key)
        return self._take_below_thousand(key) or self._take_scale(key, first=first)

    def _take_behind(self, key: str) -> bool:
        """A word that multiplies the one before it, or makes it a teen."""
        if key in _SCALES and not (self._complete and not self._current):
            return self._multiply(_SCALES[key])
        if key in _SCALES and _SCALES[key] > self._last_scale > 0:
            self._complete *= _SCALES[key]
            self._last_scale = _SCALES[key]
            return True
        if _UNITS.get(key) == 10 and self._unit and not self._ten:
            self._ten = 10
            self._current += 10
            return True
        if key in _HUNDRED and self._unit > 2 and not self._ten and not self._hundred:
            self._current += self._unit * 99
            self._hundred, self._unit = self._unit, 0
            return True
        return False

    def _multiply(self, scale: int) -> bool:
        if self._last_scale and scale >= self._last_scale:
            return False
        self._complete += self._current * scale
        self._begin_group(scale)
        return True

    def _take_below_thousand(self, key: str) -> bool:
        value = _UNITS.get(key) or _TENS.get(key) or _HUNDREDS.get(key)
        if value is None:
            return False
        if value >= 100:
            free = not self._hundred
            self._hundred = value
        elif value >= 10:
            free = not self._ten and not (value == 10 and self._unit)
            self._ten = value
        else:
            free = not self._unit and not self._ten
            self._unit = value
        self._current += value if free else 0
        self.is_number = self.is_number or free
        return free

    def _take_scale(self, key: str, *, first: bool) -> bool:
        """A thousand, million… that stands for itself, two of them, or "وألف" at the end of a year."""
        value = _DUAL_SCALES.get(key) if first or key != "الفا" else None
        if value is None and key not in _PLURAL_SCALES:
            value = _SCALES.get(key)
        if value is None:
            return False
        scale = value // 2 if key in _DUAL_SCALES and value != _SCALES.get(key) else value
        if self._current and not self._last_scale and scale == 1_000:
            self._complete += value
            self.scaled = True
            return True
        if self._current or (self._last_scale and scale >= self._last_scale):
            return False
        self._complete += value
        self._begin_group(scale)
        return True

    def _take_half_more(self, key: str) -> bool:
        """ "مليون ونصف", "ثلاثة ونصف"; with "المليون" behind the half the same."""
        is_scaled = bool(self._last_scale) and not self._current
        self._complete += FRACTIONS[key] * (self._last_scale if is_scaled else 1)
        self._fraction = FRACTIONS[key] if is_scaled else Decimal(0)
        self._begin_group(self._last_scale, keep=True)
        return True

    def _take_fraction_of(self, key: str) -> bool:
        """The thousand or million that a fraction is of."""
        scale = _SCALES.get(key) or _SCALES.get(key.removeprefix("ال"))
        if scale is None or (self._last_scale and scale != self._last_scale):
            return False
        if not self._last_scale:
            self._complete = self._fraction * scale
            self._current = Decimal(0)
            self._begin_group(scale)
        self._fraction = Decimal(0)
        return True

    def _begin_group(self, scale: int, *, keep: bool = False) -> None:
        if not keep:
            self._current = Decimal(0)
            self._unit = self._ten = self._hundred = 0
            self._last_scale = scale
        self.scaled = self.scaled or bool(scale)
        self.is_number = True

# SPDX-License-Identifier: GPL-3.0-or-later
"""Quantities: numbers with what they count, percentages, money and measures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reader.recognisers.base import DATE, QUANTITY, Finding, finding
from reader.recognisers.lexicon import COUNTRY, FUNCTION_WORD, NATIONALITY, PLACE, VERB, words
from reader.recognisers.numerals import Numeral, decimal_text, numeral_at
from reader.recognisers.tokens import Kind, Reading, Tokens

SOURCE: Final = "numbers"
_RANGE_MARKS: Final = frozenset(("-", "–", "—", "الي"))
_PERCENT_SIGNS: Final = frozenset(("%", "٪"))
_PERCENT_WORDS: Final = frozenset(("بالميه", "بالمايه"))
_HUNDRED: Final = frozenset(("الميه", "المايه"))
_BOUNDS: Final = {
    ("اكثر", "من"): "more than",
    ("اقل", "من"): "less than",
    ("يزيد", "علي"): "more than",
    ("يزيد", "عن"): "more than",
    ("تزيد", "علي"): "more than",
    ("تزيد", "عن"): "more than",
    ("يقل", "عن"): "less than",
    ("تقل", "عن"): "less than",
}
_DENIED: Final = {"more than": "at most", "less than": "at least"}
_VERB_PREFIXES: Final = ("يت", "ست", "سي", "يس")
_ABOUT: Final = frozenset(words("نحو حوالي قرابه زهاء"))
_ADJECTIVES_OF_UNITS: Final = {
    **dict.fromkeys(words("مربع مربعا مربعه"), "²"),
    **dict.fromkeys(words("مكعب مكعبا مكعبه"), "³"),
    "ميويه": "C",
}
_CURRENCIES: Final = {"دولار": "USD", "دولارا": "USD", "دولارات": "USD", "يورو": "EUR", "ين": "JPY", "روبل": "RUB"}
_MONEY: Final = frozenset(words("جنيه جنيها جنيهات ريال ريالا ريالات درهم درهما دراهم دينار دينارا دنانير ليره ليرات"))
_MEASURES: Final = {
    form: unit
    for unit, forms in {
        "km": "كم كيلومتر كيلومترا كيلومترات",
        "m": "متر مترا امتار",
        "cm": "سم سنتيمتر سنتيمترا سنتيمترات",
        "mm": "ملم مم مليمتر مليمترا ميليمتر",
        "kg": "كغ كجم كيلوغرام كيلوغراما كيلوغرامات كيلوجرام كيلوجراما",
        "g": "غرام غراما غرامات جرام جراما",
        "t": "طن طنا اطنان",
        "l": "لتر لترا لترات ليتر ليترا",
        "ha": "هكتار هكتارا هكتارات",
        "GB": "غيغابايت جيجابايت",
        "TB": "تيرابايت",
        "MB": "ميغابايت ميجابايت",
        "MW": "ميغاواط ميجاواط ميغاوات",
        "h": "ساعه ساعات",
        "min": "دقيقه دقايق",
        "s": "ثانيه ثوان ثواني",
        "d": "يوم يوما ايام",
        "°": "درجه درجات",
    }.items()
    for form in forms.split()
}


class QuantityStage:
    """Finds quantities; numbers inside dates found before are left alone."""

    def find(self, tokens: Tokens, found: Sequence[Finding]) -> list[Finding]:
        dated = {index for each in found if each.tag == DATE for index in range(each.first, each.after)}
        results: list[Finding] = []
        index = 0
        while index < len(tokens):
            quantity = None if index in dated else _quantity_at(tokens, index)
            if quantity:
                results.append(quantity)
                index = quantity.after
            else:
                index += 1
        return results


def _quantity_at(tokens: Tokens, index: int) -> Finding | None:
    number = numeral_at(tokens, index)
    if number is None:
        return None
    upper = _upper_bound(tokens, number)
    measure = _measure_behind(tokens, upper or number)
    if measure is None or not _stands_for_quantity(tokens, index, number, measure):
        return None
    first, skip, bound = _with_bound(tokens, index, number.skip)
    value = decimal_text(number.value) + (f"/{decimal_text(upper.value)}" if upper else "")
    return finding(
        tokens,
        first,
        measure.after,
        QUANTITY,
        source=SOURCE,
        confidence=measure.confidence,
        reason=f"{bound} {measure.reason}".strip(),
        skip=skip,
        value=f"{value} {measure.unit}".strip(),
    )


def _upper_bound(tokens: Tokens, number: Numeral) -> Numeral | None:
    """The second number of "10–20" or "10 إلى 20"."""
    index = number.after
    if number.in_words or index + 1 >= len(tokens) or tokens.words[index].key not in _RANGE_MARKS:
        return None
    upper = numeral_at(tokens, index + 1) if tokens.words[index + 1].kind is Kind.NUMBER else None
    return upper if upper and upper.value > number.value else None


def _measure_behind(tokens: Tokens, number: Numeral) -> _Measure | None:
    """What stands behind a number: percent, money, a unit, a counted noun; None when it says nothing."""
    index = number.after
    if (after := _after_percent(tokens, index)) > index:
        return _Measure(after, "%", 0.95, "a percentage")
    key = tokens.words[index].key if index < len(tokens) else ""
    if key in _CURRENCIES or key in _MONEY:
        after = index + 1
        if after < len(tokens) and tokens.words[after].flags & NATIONALITY and not tokens.words[after].definite:
            after += 1
        return _Measure(after, _CURRENCIES.get(key, ""), 0.95, "an amount of money")
    if key in _MEASURES:
        adjective = tokens.words[index + 1].key if index + 1 < len(tokens) else ""
        is_adjective = adjective in _ADJECTIVES_OF_UNITS
        unit = _MEASURES[key] + _ADJECTIVES_OF_UNITS.get(adjective, "")
        return _Measure(index + 1 + is_adjective, unit, 0.9, "a measure")
    if _is_counted_noun(tokens, index):
        return _Measure(index + 1, "", 0.85 if not number.in_words else 0.7, "a number and what it counts")
    if number.scaled:
        return _Measure(index, "", 0.6, "a large number")
    return None


def _after_percent(tokens: Tokens, index: int) -> int:
    if index >= len(tokens):
        return index
    word = tokens.words[index]
    if word.form in _PERCENT_SIGNS or word.key in _PERCENT_WORDS:
        return index + 1
    in_hundred = word.key == "في" and index + 1 < len(tokens) and tokens.words[index + 1].key in _HUNDRED
    return index + 2 if in_hundred else index


def _is_counted_noun(tokens: Tokens, index: int) -> bool:
    if index >= len(tokens):
        return False
    word = tokens.words[index]
    if word.kind is not Kind.ARABIC or word.definite or len(word.key) < 3:
        return False
    if word.flags & (FUNCTION_WORD | VERB | PLACE | COUNTRY) or word.key.startswith(_VERB_PREFIXES):
        return False
    return not (word.key.startswith("و") and len(word.readings) > 1 and not word.flags)


def _stands_for_quantity(tokens: Tokens, index: int, number: Numeral, measure: _Measure) -> bool:
    """False for years, for the number of a page or article, and for "one of"."""
    word = tokens.words[index]
    if number.in_words:
        return number.value > 1 and word.key not in ("احد", "احدي")
    if tokens.touches(index) and tokens.words[index - 1].form not in ("(", "«", '"'):
        return False
    looks_like_year = len(word.key) == 4 and word.key.isdigit() and 1000 <= number.value <= 2100 and not number.scaled
    return not looks_like_year or bool(measure.unit) or _is_announced(tokens, index)


def _is_announced(tokens: Tokens, index: int) -> bool:
    """Does "more than" or "about" stand before the number?"""
    return (index > 0 and tokens.words[index - 1].key in _ABOUT) or _bound_before(tokens, index) is not None


def _with_bound(tokens: Tokens, index: int, skip: int) -> tuple[int, int, str]:
    """``(first, skip, reason)`` with "أكثر من", "لا يقل عن" and the like taken in."""
    found = _bound_before(tokens, index)
    if found is None:
        return index, skip, ""
    reading, reason = found
    if index > 2 and tokens.words[index - 3].key == "لا":
        return index - 3, 0, _DENIED[reason]
    return index - 2, reading.skip, reason


def _bound_before(tokens: Tokens, index: int) -> tuple[Reading, str] | None:
    if index < 2:
        return None
    preposition = tokens.words[index - 1].key
    for reading in tokens.words[index - 2].readings:
        reason = _BOUNDS.get((reading.key, preposition))
        if reason:
            return reading, reason
    return None


@dataclass(frozen=True, slots=True)
class _Measure:
    """What a number counts, up to token ``after``; ``unit`` as in SI, ISO 4217 or "%", or ""."""

    after: int
    unit: str
    confidence: float
    reason: str

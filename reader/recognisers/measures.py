# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands behind a number: percent, money, a unit, a stretch of time, or a noun that is counted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from reader.recognisers.lexicon import COUNTRY, FUNCTION_WORD, NATIONALITY, PLACE, VERB
from reader.recognisers.numerals import FRACTIONS, Numeral, decimal_text
from reader.recognisers.tokens import Kind, Tokens
from reader.recognisers.units import (
    CURRENCIES,
    CURRENCY_SIGNS,
    MEASURES,
    MONEY,
    NOT_MEASURES_AFTER_WORDS,
    PER,
    PERIODS,
    SQUARES,
    UNIT_ADJECTIVES,
    currency_of,
    duration,
)

PERCENT_SIGNS: Final = frozenset(("%", "٪"))
_PERCENT_WORDS: Final = frozenset(("بالميه", "بالمايه"))
_HUNDRED: Final = frozenset(("الميه", "المايه", "الماه"))
_VERB_PREFIXES: Final = ("يت", "ست", "سي", "يس")


@dataclass(frozen=True, slots=True)
class Measure:
    """What a number counts, up to token ``after``.

    ``unit`` is as in SI, ISO 4217 or "%", or ""; for a stretch of time it is a key of ``PERIODS``' values, and
    ``is_period`` is true. ``more`` is what "ونصف" behind it adds to the number.
    """

    after: int
    unit: str
    confidence: float
    reason: str
    is_period: bool = False
    more: Decimal = Decimal(0)

    def value(self, lower: Decimal, upper: Decimal | None = None) -> str:
        """The number or range with its unit, normalised."""
        numbers = [lower] if upper is None else [lower, upper]
        numbers[-1] += self.more
        if self.is_period:
            return "..".join(duration(each, self.unit) for each in numbers)
        return f"{'..'.join(map(decimal_text, numbers))} {self.unit}".strip()


def measure_behind(tokens: Tokens, number: Numeral) -> Measure | None:
    """What the number is of; None when it says nothing."""
    index = number.after
    if (after := after_percent(tokens, index)) > index:
        return Measure(after, "%", 0.95, "a percentage")
    if index >= len(tokens):
        return _bare(number)
    money = _money(tokens, index)
    if money:
        return money
    unit = unit_at(tokens, index)
    if unit and not (number.in_words and tokens.words[index].key in NOT_MEASURES_AFTER_WORDS):
        return unit
    if _is_counted_noun(tokens, index):
        return Measure(index + 1, "", 0.85 if not number.in_words else 0.7, "a number and what it counts")
    return _bare(number)


def unit_at(tokens: Tokens, index: int) -> Measure | None:
    """A unit or stretch of time with what belongs to it ("كيلومتر مربع", "كيلومترا في الساعة", "سنوات ونصف")."""
    key = tokens.words[index].key
    if key in PERIODS:
        return with_half(tokens, Measure(index + 1, PERIODS[key], 0.9, "a stretch of time", is_period=True))
    if key not in MEASURES and key[:-1] in MEASURES and key[-1:] in "23" and tokens.words[index].kind is Kind.LATIN:
        return Measure(index + 1, MEASURES[key[:-1]] + ("²" if key[-1] == "2" else "³"), 0.9, "a measure")
    if key not in MEASURES:
        return None
    return with_half(tokens, _with_power(tokens, Measure(index + 1, MEASURES[key], 0.9, "a measure")))


def with_half(tokens: Tokens, measure: Measure) -> Measure:
    """With "ونصف" or "ونصف الكيلومتر" behind it."""
    index = measure.after
    key = tokens.words[index].key if index < len(tokens) else ""
    if not key.startswith("و") or key[1:] not in FRACTIONS:
        return measure
    whole = tokens.words[index + 1].key.removeprefix("ال") if index + 1 < len(tokens) else ""
    repeated = whole in MEASURES or whole in PERIODS
    return replace(measure, after=index + 1 + repeated, more=FRACTIONS[key[1:]])


def after_percent(tokens: Tokens, index: int) -> int:
    if index >= len(tokens):
        return index
    word = tokens.words[index]
    if word.form in PERCENT_SIGNS or word.key in _PERCENT_WORDS:
        return index + 1
    in_hundred = word.key == "في" and index + 1 < len(tokens) and tokens.words[index + 1].key in _HUNDRED
    return index + 2 if in_hundred else index


def _bare(number: Numeral) -> Measure | None:
    return Measure(number.after, "", 0.6, "a large number") if number.scaled else None


def _money(tokens: Tokens, index: int) -> Measure | None:
    word = tokens.words[index]
    if word.form in CURRENCY_SIGNS:
        return (
            Measure(index + 1, CURRENCY_SIGNS[word.form], 0.95, "an amount of money") if _near(tokens, index) else None
        )
    if word.kind is Kind.LATIN and not word.form.isupper():
        return None
    if word.key not in CURRENCIES and word.key not in MONEY:
        return None
    nation = tokens.words[index + 1] if index + 1 < len(tokens) else None
    if nation and not nation.definite:
        code = currency_of(word.key, nation.key)
        if code or nation.flags & NATIONALITY:
            return Measure(index + 2, code, 0.95, "an amount of money")
    return Measure(index + 1, CURRENCIES.get(word.key, ""), 0.95, "an amount of money")


def _near(tokens: Tokens, index: int) -> bool:
    return tokens.starts[index] - tokens.ends[index - 1] <= 1


def _with_power(tokens: Tokens, unit: Measure) -> Measure:
    """With the adjective, sign or "في الساعة" that makes another unit of it."""
    index = unit.after
    if index >= len(tokens):
        return unit
    word = tokens.words[index]
    power = UNIT_ADJECTIVES.get(word.key) or (SQUARES.get(word.form) if tokens.touches(index) else None)
    if power is None and word.form in ("2", "3") and tokens.touches(index):
        power = "²" if word.form == "2" else "³"
    if power:
        return _with_power(tokens, replace(unit, after=index + 1, unit=unit.unit + power))
    per = PER.get(tokens.words[index + 1].key) if index + 1 < len(tokens) else None
    if per and (word.key == "في" or word.form == "/"):
        return replace(unit, after=index + 2, unit=f"{unit.unit}/{per}")
    return unit


def _is_counted_noun(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    if word.kind is not Kind.ARABIC or word.definite or len(word.key) < 3:
        return False
    if word.flags & (FUNCTION_WORD | VERB | PLACE | COUNTRY) or word.key.startswith(_VERB_PREFIXES):
        return False
    return not (word.key.startswith("و") and len(word.readings) > 1 and not word.flags)

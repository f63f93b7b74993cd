# SPDX-License-Identifier: GPL-3.0-or-later
"""Quantities: numbers with what they count, percentages, money, measures and stretches of time.

Values: the number and its unit ("300 km²", "250 EGP", "25 %"), an ISO 8601 duration for a stretch of time ("P3D"),
``first..last`` for a range, a fraction for a part ("2/3"). "More than" and the like are in the reason alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from reader.recognisers.base import DATE, QUANTITY, Finding, finding
from reader.recognisers.lexicon import VERB, words
from reader.recognisers.measures import PERCENT_SIGNS, Measure, after_percent, measure_behind, unit_at, with_half
from reader.recognisers.numerals import FRACTIONS, THOUSAND, Numeral, numeral_at
from reader.recognisers.tokens import Kind, Reading, Tokens, code_points_of
from reader.recognisers.units import CURRENCIES, CURRENCY_SIGNS, MEASURE_DUALS, PERIOD_DUALS

SOURCE: Final = "numbers"
_RANGE_MARKS: Final = frozenset(("-", "–", "—", "الي", "حتي"))
_BETWEEN: Final = frozenset(("بين", "وبين"))
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
_ABOUT: Final = frozenset(words("نحو حوالي قرابه زهاء"))
_CLITIC_WORDS: Final = frozenset(words("ب ل ال لل بال و ف ك وال فال وب ول"))
"""Proclitics written apart from the digits behind them: "بـ40", "الـ150"."""
_OPENING: Final = frozenset('(«"[“')
_PARTS: Final = {"ثلث": "1/3", "ثلثا": "2/3", "ثلثي": "2/3", "ثلثين": "2/3", "نصف": "1/2", "ربع": "1/4", "خمس": "1/5"}
_SURE_PARTS: Final = frozenset(("ثلث", "ثلثا", "ثلثي"))
_QUARTERS: Final = frozenset(("ثلاثه", "ثلاث"))
_NO_WHOLE: Final = frozenset(words("النهايي الاول الثاني الاخير العام الوقت الخالي الموضوعي"))
_TALES: Final = frozenset(("ليله",))


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
    word = tokens.words[index]
    if word.kind is Kind.PUNCTUATION or word.kind is Kind.LATIN:
        return _sign_first(tokens, index)
    return _counted(tokens, index) or (_unit_first(tokens, index) if word.kind is Kind.ARABIC else None)


def _sign_first(tokens: Tokens, index: int) -> Finding | None:
    """ "$500", "%25", "USD 500"."""
    word = tokens.words[index]
    is_percent = word.form in PERCENT_SIGNS
    code = CURRENCY_SIGNS.get(word.form) or (CURRENCIES.get(word.key) if word.form.isupper() else None)
    if not (is_percent or code) or index + 1 >= len(tokens) or tokens.words[index + 1].kind is not Kind.NUMBER:
        return None
    if not tokens.touches(index + 1) and word.kind is Kind.PUNCTUATION:
        return None
    number = numeral_at(tokens, index + 1)
    if number is None or (is_percent and tokens.touches(index) and tokens.words[index - 1].kind is Kind.NUMBER):
        return None
    reason = "a percentage" if is_percent else "an amount of money"
    measure = Measure(number.after, code or "%", 0.95, reason)
    return _found(tokens, index, measure, measure.value(number.value))


def _counted(tokens: Tokens, index: int) -> Finding | None:
    """A number with what stands behind it."""
    number = numeral_at(tokens, index)
    if number is None or (number.in_words and _has_quarters(tokens, index)):
        return _part(tokens, index)
    upper = _upper_bound(tokens, index, number)
    measure = measure_behind(tokens, upper or number)
    if measure is None or not _stands_for_quantity(tokens, index, number, measure):
        return _part(tokens, index) if number.in_words else None
    first, skip, bound = _with_bound(tokens, index, number.skip)
    value = measure.value(number.value, upper.value if upper else None)
    return _found(tokens, first, measure, value, skip=skip, bound=bound)


def _part(tokens: Tokens, index: int) -> Finding | None:
    """ "ثلثا الأعضاء", "ثلاثة أرباع الأعضاء"."""
    key = tokens.words[index].key
    quarters = _has_quarters(tokens, index)
    part = "3/4" if quarters else _PARTS.get(key)
    whole = index + 1 + quarters
    if part is None or whole >= len(tokens):
        return None
    noun = tokens.words[whole]
    if not noun.key.startswith("ال") or len(noun.key) < 5 or noun.key in _NO_WHOLE or noun.flags & VERB:
        return None
    sure = quarters or key in _SURE_PARTS
    return finding(
        tokens,
        index,
        whole + 1,
        QUANTITY,
        source=SOURCE,
        confidence=0.7 if sure else 0.45,
        reason="a part of what follows",
        value=part,
    )


def _has_quarters(tokens: Tokens, index: int) -> bool:
    following = tokens.words[index + 1].key if index + 1 < len(tokens) else ""
    return following == "ارباع" and tokens.words[index].key in _QUARTERS


def _unit_first(tokens: Tokens, index: int) -> Finding | None:
    """ "يومين", "كيلومترين ونصف", "ساعة ونصف": a unit that is its own number."""
    word = tokens.words[index]
    for key, skip in ((word.key, 0), (word.key[1:], 1)):
        if skip and word.key[:1] not in ("و", "ب", "ل"):
            break
        dual = _dual(key, index)
        if dual:
            measure = with_half(tokens, dual)
            skipped = code_points_of(word.form, skip) if skip else 0
            return _found(tokens, index, measure, measure.value(Decimal(2)), skip=skipped)
    follows = tokens.words[index + 1].key if index + 1 < len(tokens) else ""
    if not follows.startswith("و") or follows[1:] not in FRACTIONS:
        return None
    one = unit_at(tokens, index)
    return _found(tokens, index, one, one.value(Decimal(1))) if one and one.more else None


def _dual(key: str, index: int) -> Measure | None:
    if key in PERIOD_DUALS:
        return Measure(index + 1, PERIOD_DUALS[key], 0.75, "a stretch of time", is_period=True)
    return Measure(index + 1, MEASURE_DUALS[key], 0.75, "a measure") if key in MEASURE_DUALS else None


def _upper_bound(tokens: Tokens, index: int, number: Numeral) -> Numeral | None:
    """The second number of "10–20", "10 إلى 20", "بين 10 و20", "10% إلى 20%"."""
    at = after_percent(tokens, number.after)
    if number.in_words or at + 1 >= len(tokens):
        return None
    joined = tokens.words[at].key == "و" and index > 0 and tokens.words[index - 1].key in _BETWEEN
    if not joined and tokens.words[at].key not in _RANGE_MARKS:
        return None
    upper = numeral_at(tokens, at + 1) if tokens.words[at + 1].kind is Kind.NUMBER else None
    if upper is None or upper.value <= number.value:
        return None
    return upper if at == number.after or after_percent(tokens, upper.after) > upper.after else None


def _stands_for_quantity(tokens: Tokens, index: int, number: Numeral, measure: Measure) -> bool:
    """False for years, for the number of a page or article, for "one of", and for the verb "ألّف"."""
    word = tokens.words[index]
    if number.in_words:
        return number.value not in (0, 1) and not _is_verb_or_tale(tokens, index, number)
    if tokens.touches(index) and not _may_touch(tokens, index):
        return False
    looks_like_year = len(word.key) == 4 and word.key.isdigit() and 1000 <= number.value <= 2100 and not number.scaled
    return not looks_like_year or bool(measure.unit) or _is_announced(tokens, index)


def _is_verb_or_tale(tokens: Tokens, index: int, number: Numeral) -> bool:
    """Is "ألف" no number here: "ألف كتابا", "ألف ليلة وليلة"?"""
    if tokens.words[index].key != THOUSAND or number.after > index + 1 or number.after >= len(tokens):
        return False
    following = tokens.words[number.after].key
    return following in _TALES or following.endswith("ا") or following.startswith("ال")


def _may_touch(tokens: Tokens, index: int) -> bool:
    before = tokens.words[index - 1]
    return before.form in _OPENING or before.key in _CLITIC_WORDS


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


def _found(tokens: Tokens, first: int, measure: Measure, value: str, *, skip: int = 0, bound: str = "") -> Finding:
    return finding(
        tokens,
        first,
        measure.after,
        QUANTITY,
        source=SOURCE,
        confidence=measure.confidence,
        reason=f"{bound} {measure.reason}".strip(),
        skip=skip,
        value=value,
    )

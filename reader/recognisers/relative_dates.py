# SPDX-License-Identifier: GPL-3.0-or-later
"""Days and periods that are told from the day of writing.

Their value is a signed ISO 8601 duration from that day ("-P1D" yesterday, "P1W" next week, "P0Y" this year), or an
interval of two such ("-P5Y/P0D" the last five years). "" where no number is said ("in the last years").
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from reader.recognisers.lexicon import words
from reader.recognisers.measures import Measure, with_half
from reader.recognisers.numerals import FRACTIONS, definite_number, number_of, numeral_at
from reader.recognisers.tokens import Tokens
from reader.recognisers.units import PERIOD_DUALS, PERIODS, duration
from reader.recognisers.years import Dated, key_at

DIRECTIONS: Final = (
    dict.fromkeys(words("الماضي الماضيه الماضيين الماضيتين المنصرم المنصرمه الفايت الفايته الاخيره الاخيرين"), -1)
    | dict.fromkeys(words("المقبل المقبله المقبلين المقبلتين القادم القادمه القادمين القادمتين"), 1)
    | dict.fromkeys(words("الجاري الجاريه الحالي الحاليه"), 0)
)
PERIOD_NOUNS: Final = {
    "العام": "Y", "السنه": "Y", "الموسم": "Y", "الشهر": "M", "الاسبوع": "W", "القرن": "00Y", "العقد": "0Y",
    "الليله": "D",
}  # fmt: skip
MANY_NOUNS: Final = {
    "ال" + noun: PERIODS[noun] for noun in words("اعوام سنوات اشهر شهور اسابيع ايام ساعات دقايق عقود قرون")
} | {"ال" + noun: unit for noun, unit in PERIOD_DUALS.items() if noun.endswith("ين")}
THIS: Final = frozenset(("هذا", "هذه"))
DAYS: Final = {"امس": "-P1D", "البارحه": "-P1D", "غدا": "P1D"}
WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(
        ("الاثنين الاتنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "السبت", "الاحد"), start=1
    )
    for name in names.split()
}
AGO: Final = {"قبل": -1, "منذ": -1, "بعد": 1}
_ABOUT: Final = frozenset(words("نحو حوالي قرابه زهاء"))
_BOUNDS: Final = frozenset(("اكثر", "اقل"))
REASON: Final = "relative to the day of writing"


def relative_period(tokens: Tokens, index: int) -> Dated | None:
    """ "العام الماضي", "الأسبوع المقبل", "هذا الشهر"."""
    if key_at(tokens, index) in THIS:
        unit = PERIOD_NOUNS.get(key_at(tokens, index + 1))
        clear = unit and key_at(tokens, index + 1) not in ("العقد", "القرن") and unit != "D"
        return Dated(index + 2, duration(Decimal(0), unit), 0.8, REASON) if unit and clear else None
    unit = PERIOD_NOUNS.get(key_at(tokens, index)) or PERIOD_NOUNS.get(key_at(tokens, index)[1:])
    direction = DIRECTIONS.get(key_at(tokens, index + 1))
    if unit is None or direction is None:
        return None
    return Dated(index + 2, _signed(Decimal(direction), unit), 0.8, REASON)


def relative_periods(tokens: Tokens, index: int) -> Dated | None:
    """ "السنوات الخمس الماضية", "الأيام القادمة", "اليومين الماضيين", "الأيام الـ10 المقبلة"."""
    key = key_at(tokens, index)
    unit = MANY_NOUNS.get(key) or MANY_NOUNS.get(key[1:])
    if unit is None:
        return None
    number = Decimal(2) if key.endswith("ين") else None
    after = index + 1
    said = definite_number(key_at(tokens, after))
    if said:
        number, after = Decimal(said), after + 1
    elif key_at(tokens, after) == "ال" and after + 1 < len(tokens):
        number, after = number_of(tokens.words[after + 1]), after + 2
    direction = DIRECTIONS.get(key_at(tokens, after))
    if not direction:
        return None
    value = ""
    if number:
        away = _signed(number * direction, unit)
        value = f"{away}/P0D" if direction < 0 else f"P0D/{away}"
    return Dated(after + 1, value, 0.8, REASON)


def relative_day(tokens: Tokens, index: int) -> Dated | None:
    """ "أمس", "أمس الأول", "أمس الخميس", "غدا"."""
    key = key_at(tokens, index)
    value = DAYS.get(key) or DAYS.get(key[1:], "")
    after = index + 1
    if key_at(tokens, after) == "الاول" and key.endswith("امس"):
        after, value = after + 1, "-P2D"
    elif key_at(tokens, after) in WEEKDAYS:
        after += 1
    return Dated(after, value, 0.75, REASON)


def day_in_two_words(tokens: Tokens, index: int) -> Dated | None:
    """ "أول أمس", "بعد غد", "اليوم الخميس"."""
    pair = (key_at(tokens, index).removeprefix("و"), key_at(tokens, index + 1))
    value = {("اول", "امس"): "-P2D", ("بعد", "غد"): "P2D"}.get(pair, "")
    if pair[0] == "اليوم" and pair[1] in WEEKDAYS:
        value = "P0D"
    return Dated(index + 2, value, 0.8, REASON) if value else None


def span_ago(tokens: Tokens, index: int) -> Dated | None:
    """ "قبل ثلاثة أيام", "بعد أسبوعين", "منذ 20 عاما", "قبل نصف ساعة", "قبل شهر"; not "بعد ثلاثة أيام من القتال"."""
    key = key_at(tokens, index)
    sign = AGO.get(key) or AGO.get(key[1:])
    if not sign or index + 1 >= len(tokens):
        return None
    stretch = _stretch(tokens, _after_about(tokens, index + 1))
    if stretch is None or key_at(tokens, stretch[0]) in ("من", "علي"):
        return None
    after, number, unit = stretch
    return Dated(after, _signed(number * sign, unit), 0.75, REASON)


def _after_about(tokens: Tokens, index: int) -> int:
    """The index behind "نحو" or "أكثر من" at ``index``, or ``index``."""
    if key_at(tokens, index) in _ABOUT:
        return index + 1
    return index + 2 if key_at(tokens, index) in _BOUNDS and key_at(tokens, index + 1) == "من" else index


def _stretch(tokens: Tokens, index: int) -> tuple[int, Decimal, str] | None:
    """``(after, number, unit)`` of a stretch of time, or None."""
    key = key_at(tokens, index)
    if key in PERIOD_DUALS:
        half = with_half(tokens, Measure(index + 1, PERIOD_DUALS[key], 0, ""))
        return half.after, 2 + half.more, half.unit
    if key in FRACTIONS and key_at(tokens, index + 1) in PERIODS:
        return index + 2, FRACTIONS[key], PERIODS[key_at(tokens, index + 1)]
    number = numeral_at(tokens, index) if index < len(tokens) else None
    at = number.after if number else index
    unit = PERIODS.get(key_at(tokens, at))
    if unit is None or (number is None and not _stands_for_one(tokens, index)):
        return None
    half = with_half(tokens, Measure(at + 1, unit, 0, ""))
    return half.after, (number.value if number else Decimal(1)) + half.more, unit


def _stands_for_one(tokens: Tokens, index: int) -> bool:
    """ "قبل شهر" is one month ago, "قبل شهر رمضان" and "بعد عام 2010" are not."""
    if key_at(tokens, index) not in ("عام", "سنه", "شهر", "اسبوع", "يوم", "ساعه", "عقد", "قرن"):
        return False
    following = tokens.words[index + 1] if index + 1 < len(tokens) else None
    return following is None or not (following.form[0].isalnum() and not following.flags)


def _signed(number: Decimal, unit: str) -> str:
    return "-" + duration(-number, unit) if number < 0 else duration(number, unit)

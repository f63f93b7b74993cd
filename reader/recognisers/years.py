# SPDX-License-Identifier: GPL-3.0-or-later
"""Years alone: ranges, years marked by their calendar or announced by a noun, decades and centuries."""

from __future__ import annotations

from typing import Final

from reader.recognisers.date_values import Calendar, Moment, iso_century, iso_range, iso_value
from reader.recognisers.lexicon import FUNCTION_WORD, words
from reader.recognisers.numerals import number_of, ordinal_at
from reader.recognisers.tokens import Kind, Tokens

DASHES: Final = frozenset("-–—")
RELATIVE: Final = frozenset(
    words("الماضي الماضيه المقبل المقبله القادم القادمه الجاري الجاريه الحالي الحاليه المنصرم المنصرمه الفايت")
)
_YEAR_NOUNS: Final = frozenset(words("عام سنه العام السنه عامي سنتي اعوام الاعوام سنوات السنوات عاما موسم الموسم"))
_BEFORE_YEAR: Final = frozenset(words("منذ حتي مطلع اواخر اوايل نهايه بدايه منتصف صيف شتاء ربيع خريف قبل بعد"))
DECADES: Final = {
    article + stem + ending: decade
    for decade, stem in zip(range(2, 10), words("عشرين ثلاثين اربعين خمسين ستين سبعين ثمانين تسعين"), strict=True)
    for ending in ("يات", "ات")
    for article in ("", "ال")
}
_GREGORIAN_MARKS: Final = frozenset(("م", "ميلاديه", "ميلادي", "للميلاد", "الميلادي"))
_HIJRI_MARKS: Final = frozenset(("ه", "هجريه", "هجري", "للهجره", "الهجري"))
_IRANIAN_MARKS: Final = frozenset(("ش", "شمسيه", "شمسي"))


class Dated:
    """What a reader saw: tokens up to ``after``, the ISO value, how sure, and the reason."""

    __slots__ = ("after", "confidence", "first", "reason", "value")

    def __init__(self, after: int, value: str, confidence: float, reason: str, *, first: int | None = None) -> None:
        self.after, self.value, self.confidence, self.reason, self.first = after, value, confidence, reason, first


def year_at(tokens: Tokens, index: int, *, digits: int = 3) -> int | None:
    """The year in figures at ``index``, of at least so many digits, or None."""
    if index >= len(tokens):
        return None
    key = tokens.words[index].key
    if tokens.words[index].kind is not Kind.NUMBER or not key.isdigit() or not digits <= len(key) <= 4:
        return None
    return int(key)


def year_behind(tokens: Tokens, index: int, calendar: Calendar) -> tuple[int, int | None, Calendar]:
    """``(after, year, calendar)`` of the year behind a month, None when none stands there."""
    start = index
    if index < len(tokens) and tokens.words[index].form in ("،", ","):
        index += 1
    if index + 1 < len(tokens) and tokens.words[index].key == "من":
        index += 1
    announced = index < len(tokens) and tokens.words[index].key in _YEAR_NOUNS
    index += announced
    year = year_at(tokens, index, digits=1 if announced else 3)
    if year is None:
        return start, None, calendar
    after, marked = calendar_mark(tokens, index + 1)
    if calendar is Calendar.GREGORIAN and year < 1000 and marked is None:
        return start, None, calendar
    return after, year, marked if marked in (Calendar.HIJRI, Calendar.IRANIAN) else calendar


def calendar_mark(tokens: Tokens, index: int) -> tuple[int, Calendar | None]:
    """``(after, calendar)`` of "م", "هـ", "للهجرة" at ``index``."""
    if index >= len(tokens):
        return index, None
    key = tokens.words[index].key
    for marks, calendar in (
        (_GREGORIAN_MARKS, Calendar.GREGORIAN),
        (_HIJRI_MARKS, Calendar.HIJRI),
        (_IRANIAN_MARKS, Calendar.IRANIAN),
    ):
        if key in marks:
            return index + 1, calendar
    return index, None


def year_range(tokens: Tokens, index: int) -> Dated | None:
    """ "2026-2029", "2010 – 2015", "عامي 2010 و2015", "1446-1447هـ"."""
    first = year_at(tokens, index)
    if first is None or index + 2 >= len(tokens):
        return None
    between = tokens.words[index + 1]
    is_dual = index > 0 and tokens.words[index - 1].key in ("عامي", "سنتي", "الاعوام", "اعوام")
    joined = between.form in DASHES or between.form == "/" or (is_dual and between.key in ("و", "الي", "حتي"))
    last = year_at(tokens, index + 2)
    if not joined or last is None or not (1 <= first < last <= 2200) or (last < 1000 and not is_dual):
        return None
    after, marked = calendar_mark(tokens, index + 3)
    calendar = marked or Calendar.GREGORIAN
    if tokens.words[index + 1].form == "/" and marked is not None:
        return None
    value = iso_range(Moment(year=first, calendar=calendar), Moment(year=last, calendar=calendar))
    return Dated(after, value, 0.9, "range of years")


def marked_year(tokens: Tokens, index: int) -> Dated | None:
    """ "2025م", "1446 هـ", "1446هـ/2025م", "300 ق.م"."""
    word = tokens.words[index]
    if not word.key.isdigit() or len(word.key) > 4:
        return None
    year = int(word.key)
    if (after := _after_before_christ(tokens, index + 1)) > index + 1:
        return Dated(after, iso_value(Moment(year=1 - year)), 0.9, "year before Christ")
    after, marked = calendar_mark(tokens, index + 1)
    if marked is None or year < 1 or (marked is Calendar.GREGORIAN and year < 100) or marked is Calendar.IRANIAN:
        return None
    if marked is Calendar.GREGORIAN and not tokens.touches(index + 1) and year < 1000:
        return None
    other = year_at(tokens, after + 1) if after < len(tokens) and tokens.words[after].form in "/-" else None
    if other is not None:
        after, other_marked = calendar_mark(tokens, after + 2)
        if other_marked is Calendar.GREGORIAN or marked is Calendar.GREGORIAN:
            gregorian = year if marked is Calendar.GREGORIAN else other
            return Dated(after, iso_value(Moment(year=gregorian)), 0.95, "year in two calendars")
    return Dated(after, iso_value(Moment(year=year, calendar=marked)), 0.9, "year")


def _after_before_christ(tokens: Tokens, index: int) -> int:
    """The index behind "ق.م", "ق م" or "قبل الميلاد", or ``index``."""
    keys = [word.key for word in tokens.words[index : index + 4]]
    if keys[:2] == ["قبل", "الميلاد"]:
        return index + 2
    if keys[:3] == ["ق", ".", "م"]:
        return index + 4 if keys[3:] == ["."] else index + 3
    return index + 2 if keys[:2] == ["ق", "م"] else index


def announced_year(tokens: Tokens, index: int) -> Dated | None:
    """A year in figures behind "عام", "سنة", "منذ"…"""
    year = year_at(tokens, index)
    if year is None or index == 0:
        return None
    before = tokens.words[index - 1]
    by_noun = before.key in _YEAR_NOUNS or before.key[1:] in _YEAR_NOUNS
    by_word = before.key in _BEFORE_YEAR and 1500 <= year <= 2100
    in_year = before.key in ("في", "وفي") and 1700 <= year <= 2100 and _ends_clause(tokens, index + 1)
    if not (by_noun or by_word or in_year):
        return None
    calendar = Calendar.HIJRI if by_noun and 1300 <= year <= 1460 and len(tokens.words[index].key) == 4 else None
    value = iso_value(Moment(year=year)) if calendar is None else ""
    return Dated(index + 1, value, 0.92 if by_noun else 0.7, f"year after “{before.form}”")


def _ends_clause(tokens: Tokens, index: int) -> bool:
    if index >= len(tokens):
        return True
    word = tokens.words[index]
    return word.kind is Kind.PUNCTUATION or bool(word.flags & FUNCTION_WORD)


def century_at(tokens: Tokens, index: int) -> Dated | None:
    """ "القرن التاسع عشر", "القرن الـ19", "القرن الثالث الهجري"."""
    ordinal = ordinal_at(tokens, index + 1)
    if ordinal is None and index + 2 < len(tokens) and tokens.words[index + 1].key == "ال":
        number = number_of(tokens.words[index + 2])
        ordinal = (index + 3, int(number)) if number and number <= 30 else None
    if ordinal is None:
        return None
    after, number_of_century = ordinal
    before_christ = _after_before_christ(tokens, after)
    if before_christ > after:
        return Dated(before_christ, "", 0.9, "century")
    after, marked = calendar_mark(tokens, after)
    return Dated(after, iso_century(number_of_century, marked or Calendar.GREGORIAN), 0.9, "century")


def decade_at(tokens: Tokens, index: int) -> Dated | None:
    """ "ثمانينيات القرن العشرين", "التسعينيات"."""
    key = tokens.words[index].key
    decade = DECADES.get(key) if key in DECADES else DECADES.get(key[1:])
    if decade is None:
        return None
    after = index + 1
    value = ""
    if after < len(tokens) and tokens.words[after].key == "القرن":
        century = ordinal_at(tokens, after + 1)
        if century:
            after, value = century[0], f"{century[1] - 1:02}{decade}X"
        elif after + 1 < len(tokens) and tokens.words[after + 1].key in RELATIVE:
            after += 2
    elif not key.removeprefix("و").startswith("ال"):
        return None
    return Dated(after, value, 0.85, "decade")

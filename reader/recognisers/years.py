# SPDX-License-Identifier: GPL-3.0-or-later
"""Years alone: in figures or words, marked by their calendar or announced by a noun; ranges of them, and seasons."""

from __future__ import annotations

from typing import Final

from reader.recognisers.date_values import Calendar, Moment, iso_range, iso_value
from reader.recognisers.lexicon import FUNCTION_WORD, words
from reader.recognisers.numerals import numeral_at, ordinal_at
from reader.recognisers.tokens import Kind, Tokens
from reader.recognisers.units import CURRENCIES, MEASURES, MONEY

DASHES: Final = frozenset("-–—")
TO: Final = DASHES | {"الي", "حتي"}
BETWEEN: Final = frozenset(("بين", "وبين"))
YEAR_NOUNS: Final = frozenset(
    words("عام سنه العام السنه عامي سنتي العامين السنتين اعوام الاعوام سنوات السنوات عاما موسم الموسم سال")
)
_DUAL_NOUNS: Final = frozenset(words("عامي سنتي العامين السنتين اعوام الاعوام سنوات السنوات"))
_BEFORE_YEAR: Final = frozenset(words("منذ حتي مطلع اواخر اوايل نهايه بدايه منتصف قبل بعد غايه"))
SEASONS: Final = {"ربيع": 21, "صيف": 22, "خريف": 23, "شتاء": 24}
_PARTS: Final = {"الربع": 32, "النصف": 39}
"""ISO 8601-2: quarters are 33 to 36, halves 40 and 41."""
_GREGORIAN_MARKS: Final = frozenset(("م", "ميلاديه", "ميلادي", "للميلاد", "الميلادي", "الميلاديه"))
_HIJRI_MARKS: Final = frozenset(("ه", "هجريه", "هجري", "للهجره", "الهجري", "الهجريه"))
_IRANIAN_MARKS: Final = frozenset(("ش", "شمسيه", "شمسي"))
_LUNAR_MARKS: Final = frozenset(("ق", "قمريه", "قمري"))
_FIRST_PLAIN_YEAR, _LAST_PLAIN_YEAR = 1700, 2100
"""Figures between these are taken for years where nothing else says so."""


class Dated:
    """What a reader saw: tokens up to ``after``, the ISO value, how sure, and the reason.

    ``first`` is where it begins when that is not where it was looked for; ``moment`` what a range may go on from;
    ``weak`` says that it counts only as part of a range.
    """

    __slots__ = ("after", "confidence", "first", "moment", "reason", "value", "weak")

    def __init__(
        self,
        after: int,
        value: str,
        confidence: float,
        reason: str,
        *,
        first: int | None = None,
        moment: Moment | None = None,
        weak: bool = False,
    ) -> None:
        self.after, self.value, self.confidence, self.reason, self.first = after, value, confidence, reason, first
        self.moment, self.weak = moment, weak


def key_at(tokens: Tokens, index: int) -> str:
    """The folded key of a token, "" behind the last."""
    return tokens.words[index].key if index < len(tokens) else ""


def year_at(tokens: Tokens, index: int, *, digits: int = 3) -> int | None:
    """The year in figures at ``index``, of at least so many digits, or None."""
    key = key_at(tokens, index)
    if not key or tokens.words[index].kind is not Kind.NUMBER or not key.isdigit() or not digits <= len(key) <= 4:
        return None
    return int(key)


def _year_in_words(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """``(after, year)`` of "ألف وتسعمئة وثمانية وأربعين", or None."""
    if index >= len(tokens):
        return None
    number = numeral_at(tokens, index)
    if number is None or not number.in_words or number.value != int(number.value) or not 100 <= number.value <= 2200:
        return None
    return number.after, int(number.value)


def year_behind(tokens: Tokens, index: int, calendar: Calendar) -> tuple[int, int | None, Calendar]:
    """``(after, year, calendar)`` of the year behind a month, None when none stands there."""
    start = index
    if key_at(tokens, index) in ("،", ",", "."):
        index += 1
    if index + 1 < len(tokens) and key_at(tokens, index) == "من":
        index += 1
    announced = key_at(tokens, index) in YEAR_NOUNS
    index += announced
    year = year_at(tokens, index, digits=1 if announced else 3)
    if year is None and _is_marked_hijri(tokens, index, calendar):
        year = year_at(tokens, index, digits=1)
    if year is None:
        in_words = _year_in_words(tokens, index) if announced else None
        return (*in_words, calendar) if in_words else (start, None, calendar)
    after, marked = calendar_mark(tokens, index + 1)
    if calendar is Calendar.GREGORIAN and year < 1000 and marked is None:
        return start, None, calendar
    return after, year, marked if marked in (Calendar.HIJRI, Calendar.IRANIAN) else calendar


def _is_marked_hijri(tokens: Tokens, index: int, calendar: Calendar) -> bool:
    return calendar is Calendar.HIJRI and key_at(tokens, index + 1) in _HIJRI_MARKS


def calendar_mark(tokens: Tokens, index: int) -> tuple[int, Calendar | None]:
    """``(after, calendar)`` of "م", "هـ", "للهجرة", "هـ.ش", "هجرية شمسية" at ``index``."""
    key = key_at(tokens, index)
    if key in _GREGORIAN_MARKS:
        return index + 1, Calendar.GREGORIAN
    if key in _IRANIAN_MARKS:
        return index + 1, Calendar.IRANIAN
    if key not in _HIJRI_MARKS:
        return index, None
    second = index + 1 + (key_at(tokens, index + 1) == ".")
    if key_at(tokens, second) in _IRANIAN_MARKS:
        return second + 1, Calendar.IRANIAN
    return (second + 1 if key_at(tokens, second) in _LUNAR_MARKS else index + 1), Calendar.HIJRI


def year_range(tokens: Tokens, index: int) -> Dated | None:
    """ "2026-2029", "1939-45", "2010 – 2015", "عامي 2010 و2015", "من 2010 إلى عام 2015", "1446-1447هـ"."""
    first = year_at(tokens, index)
    if first is None or index + 2 >= len(tokens):
        return None
    at = _after_joining(tokens, index)
    last = year_at(tokens, at, digits=2) if at else None
    if last is None:
        return None
    if last < 100 and key_at(tokens, index + 1) in DASHES and tokens.touches(index + 1) and first > 1000:
        last += first - first % 100
    is_dual = index > 0 and key_at(tokens, index - 1) in _DUAL_NOUNS
    if not 1 <= first < last <= 2200 or (last < 1000 and not is_dual):
        return None
    after, marked = calendar_mark(tokens, at + 1)
    calendar = marked or Calendar.GREGORIAN
    if key_at(tokens, index + 1) == "/" and marked is not None:
        return None
    value = iso_range(Moment(year=first, calendar=calendar), Moment(year=last, calendar=calendar))
    return Dated(after, value, 0.9, "range of years")


def _after_joining(tokens: Tokens, index: int) -> int:
    """Where the second year of a range may begin; 0 when what stands behind the first joins none to it."""
    key = key_at(tokens, index + 1)
    if tokens.words[index + 1].form in DASHES or key == "/":
        return index + 2
    before = key_at(tokens, index - 1) if index else ""
    at = index + 2 + (key_at(tokens, index + 2) in YEAR_NOUNS)
    if before in _DUAL_NOUNS and key in ("و", "الي", "حتي"):
        return at
    announced = before in YEAR_NOUNS or before in BETWEEN or before in ("من", "منذ")
    joined = key in ("الي", "حتي") or (key == "و" and before in BETWEEN)
    return at if joined and announced and _are_plain_years(tokens, index, at) else 0


def _are_plain_years(tokens: Tokens, index: int, at: int) -> bool:
    """Are the figures at both places years, and no numbers of something that follows?"""
    years = (year_at(tokens, index, digits=4), year_at(tokens, at, digits=4))
    counted = key_at(tokens, at + 1)
    is_counted = counted in MEASURES or counted in MONEY or counted in CURRENCIES or counted.endswith("ا")
    return all(year and _FIRST_PLAIN_YEAR <= year <= _LAST_PLAIN_YEAR for year in years) and not is_counted


def marked_year(tokens: Tokens, index: int) -> Dated | None:
    """ "2025م", "1446 هـ", "1446هـ/2025م", "1285 هجرية شمسية", "300 ق.م"."""
    word = tokens.words[index]
    if not word.key.isdigit() or len(word.key) > 4:
        return None
    year = int(word.key)
    if (after := after_before_christ(tokens, index + 1)) > index + 1:
        return Dated(after, iso_value(Moment(year=1 - year)), 0.9, "year before Christ")
    after, marked = calendar_mark(tokens, index + 1)
    short = after == index + 2 and key_at(tokens, index + 1) in ("ش", "شمسي")
    announced = index > 0 and key_at(tokens, index - 1) in YEAR_NOUNS
    if marked is None or year < 1 or (marked is Calendar.GREGORIAN and year < 100 and not announced):
        return None
    if marked is Calendar.IRANIAN and short and not 1200 <= year <= 1500:
        return None
    if marked is Calendar.GREGORIAN and not tokens.touches(index + 1) and year < 1000 and not announced:
        return None
    value = iso_value(Moment(year=year, calendar=marked))
    other = _year_in_other_calendar(tokens, after, marked, year)
    return other or (Dated(after, value, 0.9, "year") if value else None)


def _year_in_other_calendar(tokens: Tokens, index: int, marked: Calendar, year: int) -> Dated | None:
    other = year_at(tokens, index + 1) if key_at(tokens, index) in ("/", "-") else None
    if other is None:
        return None
    after, other_marked = calendar_mark(tokens, index + 2)
    if other_marked is not Calendar.GREGORIAN and marked is not Calendar.GREGORIAN:
        return None
    gregorian = year if marked is Calendar.GREGORIAN else other
    return Dated(after, iso_value(Moment(year=gregorian)), 0.95, "year in two calendars")


def after_before_christ(tokens: Tokens, index: int) -> int:
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
    by_noun = before.key in YEAR_NOUNS or before.key[1:] in YEAR_NOUNS
    by_word = before.key in _BEFORE_YEAR and 1500 <= year <= _LAST_PLAIN_YEAR
    in_year = before.key in ("في", "وفي") and _FIRST_PLAIN_YEAR <= year <= _LAST_PLAIN_YEAR
    if not (by_noun or by_word or (in_year and _ends_clause(tokens, index + 1))):
        return None
    calendar = Calendar.HIJRI if by_noun and 1300 <= year <= 1460 and len(tokens.words[index].key) == 4 else None
    value = iso_value(Moment(year=year)) if calendar is None else ""
    return Dated(index + 1, value, 0.92 if by_noun else 0.7, f"year after “{before.form}”")


def announced_year_in_words(tokens: Tokens, index: int) -> Dated | None:
    """ "عام ألفين وثلاثة", where ``index`` is that of the noun, which is left out."""
    year = _year_in_words(tokens, index + 1)
    if year is None:
        return None
    after, marked = calendar_mark(tokens, year[0])
    value = iso_value(Moment(year=year[1], calendar=marked or Calendar.GREGORIAN))
    reason = f"year after “{tokens.words[index].form}”"
    return Dated(after, value, 0.9, reason, first=index + 1)


def season_at(tokens: Tokens, index: int) -> Dated | None:
    """ "صيف 2024", "شتاء عام 1917"."""
    season = SEASONS.get(key_at(tokens, index)) or SEASONS.get(key_at(tokens, index)[1:])
    at = index + 1 + (key_at(tokens, index + 1) in YEAR_NOUNS)
    year = year_at(tokens, at, digits=4)
    return Dated(at + 1, f"{year:04}-{season}", 0.9, "season") if season and year else None


def part_of_year(tokens: Tokens, index: int) -> Dated | None:
    """ "الربع الأول من عام 2025", "النصف الثاني من 2023"."""
    part = _PARTS.get(key_at(tokens, index), 0)
    ordinal = ordinal_at(tokens, index + 1)
    if ordinal is None or not part or ordinal[1] > (4 if part == 32 else 2):
        return None
    at = ordinal[0] + (key_at(tokens, ordinal[0]) == "من")
    at += key_at(tokens, at) in YEAR_NOUNS
    year = year_at(tokens, at, digits=4)
    return Dated(at + 1, f"{year:04}-{part + ordinal[1]}", 0.9, "part of a year") if year else None


def _ends_clause(tokens: Tokens, index: int) -> bool:
    if index >= len(tokens):
        return True
    word = tokens.words[index]
    return word.kind is Kind.PUNCTUATION or bool(word.flags & FUNCTION_WORD)

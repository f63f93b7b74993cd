# SPDX-License-Identifier: GPL-3.0-or-later
"""Dates, years, ranges, centuries and times of day, with their value in ISO 8601.

A suggestion covers what carries the date, not the nouns that introduce it ("يوم", "عام", "سنة", "شهر").
Values: ISO 8601-1 for days, months, years, times and ranges ("2025-11-26/2025-11-28"); ISO 8601-2 for what is not
said ("XXXX-11-26", "198X", "18XX"), for seasons and quarters ("2024-22"), and for what holds to within a day
("2025-03-01~[u-ca=islamic-civil]", from the Hijri calendar, which is named as in RFC 9557). What is told from the day
of writing is a signed duration (``relative_dates``), and a weekday alone the day of an unknown week ("XXXX-WXX-4").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from reader.recognisers.base import DATE, Finding, finding
from reader.recognisers.centuries import DECADES, centuries_at, century_at, decade_at
from reader.recognisers.date_values import Calendar, Moment, completed, iso_range, iso_value
from reader.recognisers.lexicon import Lexicon, words
from reader.recognisers.month_names import MONTH_NOUNS, Month, MonthNames
from reader.recognisers.numerals import ordinal_at
from reader.recognisers.relative_dates import (
    AGO,
    DAYS,
    DIRECTIONS,
    MANY_NOUNS,
    PERIOD_NOUNS,
    REASON,
    THIS,
    WEEKDAYS,
    day_in_two_words,
    relative_day,
    relative_period,
    relative_periods,
    span_ago,
)
from reader.recognisers.times import bare_time, time_of_day
from reader.recognisers.tokens import Kind, Tokens, code_points_of
from reader.recognisers.years import (
    BETWEEN,
    SEASONS,
    TO,
    YEAR_NOUNS,
    Dated,
    announced_year,
    announced_year_in_words,
    calendar_mark,
    key_at,
    marked_year,
    part_of_year,
    season_at,
    year_behind,
    year_range,
)

SOURCE: Final = "dates"
_SEPARATORS: Final = frozenset("-/.–")
_DAY_NOUNS: Final = frozenset(words("يوم صباح مساء ظهر فجر ليله عصر نهار"))
_TODAY: Final = {"اليوم": "P0D", "امس": "-P1D", "غد": "P1D"}
_AGREEING: Final = frozenset(words("الموافق المصادف الموافقه"))
_JOINT: Final = BETWEEN | frozenset(words("يومي ايام شهري اشهر"))
"""Words behind which "و" makes a range of two dates."""
_BEFORE_WEEKDAY: Final = _DAY_NOUNS | _JOINT | frozenset(WEEKDAYS)
_ENGLISH_ORDINALS: Final = frozenset(words("st nd rd th er"))
_NUMERIC_DATE: Final = re.compile(r"(\d{1,4})\.(\d{1,2})\.(\d{1,4})")
_PROCLITICS: Final = frozenset("وبلف")
_DAY_ORDINALS: Final = words(
    "الاول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر الحادي العشرون العشرين الثلاثين الثلاثون"
)

_Read = Callable[[Tokens, int], "Dated | None"]


class DateStage:
    """Finds dates; the month names come from the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._months = MonthNames(lexicon)
        self._readers = self._readers_by_word()
        self._number_readers: tuple[_Read, ...] = (
            _numeric,
            self._day_month,
            year_range,
            marked_year,
            bare_time,
            announced_year,
        )

    def find(self, tokens: Tokens, found: Sequence[Finding]) -> list[Finding]:  # noqa: ARG002
        results: list[Finding] = []
        index = 0
        while index < len(tokens):
            date = self._date_at(tokens, index)
            if date:
                results.append(date)
                index = date.after
            else:
                index += 1
        return results

    def _readers_by_word(self) -> dict[str, Sequence[_Read]]:
        readers: dict[str, list[_Read]] = {}
        for names, read in (
            ((*SEASONS,), season_at),
            ((*WEEKDAYS, *_DAY_NOUNS), self._weekday),
            (("الربع", "النصف"), part_of_year),
            (_DAY_ORDINALS, self._day_month),
            (self._months.first_words, self._month_alone),
            (DECADES, decade_at),
            ((*PERIOD_NOUNS, *THIS), relative_period),
            (MANY_NOUNS, relative_periods),
            (("اول", "بعد", "اليوم"), day_in_two_words),
            (DAYS, relative_day),
            (AGO, span_ago),
            (YEAR_NOUNS, announced_year_in_words),
            (("القرن",), century_at),
            (("القرنين", "القرنان"), centuries_at),
            (("الساعه",), time_of_day),
        ):
            for word in names:
                readers.setdefault(word, []).append(read)
        return {word: tuple(reads) for word, reads in readers.items()}

    def _date_at(self, tokens: Tokens, index: int) -> Finding | None:
        read = self._read(tokens, index)
        if read is None:
            return None
        date, skip = read
        first = index if date.first is None else date.first
        return finding(
            tokens,
            first,
            date.after,
            DATE,
            source=SOURCE,
            confidence=date.confidence,
            reason=date.reason,
            skip=skip if first == index else 0,
            value=date.value,
        )

    def _read(self, tokens: Tokens, index: int) -> tuple[Dated, int] | None:
        """The date at ``index``, as a range where it goes on as one, and code points of proclitics before it."""
        readers, skip = self._readers_at(tokens, index)
        for read in readers:
            date = read(tokens, index)
            if date is None:
                continue
            ranged = self._until(tokens, index, date) if date.moment else None
            if ranged or not date.weak:
                return ranged or date, skip
        return None

    def _readers_at(self, tokens: Tokens, index: int) -> tuple[Sequence[_Read], int]:
        word = tokens.words[index]
        if word.kind is Kind.NUMBER:
            return self._number_readers, 0
        if word.kind is Kind.PUNCTUATION:
            return (), 0
        readers = self._readers.get(word.key, ())
        if not readers and word.key[:1] in _PROCLITICS and (readers := self._readers.get(word.key[1:], ())):
            return readers, code_points_of(word.form, 1)
        return readers, 0

    def _until(self, tokens: Tokens, index: int, first: Dated) -> Dated | None:
        """The range that a second day, month or date makes of ``first``, or None."""
        at, joined = first.after, key_at(tokens, first.after)
        start = index if first.first is None else first.first
        is_joint = start > 0 and key_at(tokens, start - 1) in _JOINT
        if joined in TO or (joined == "و" and is_joint):
            last = self._second(tokens, at + 1, "")
        elif joined.startswith("و") and is_joint:
            last = self._second(tokens, at, joined[1:])
        else:
            return None
        if last is None or last.moment is None or first.moment is None:
            return None
        began = completed(first.moment, last.moment)
        value = iso_range(began, last.moment)
        reason = "range of days" if last.moment.day else "range of months"
        return Dated(last.after, value, 0.95, reason, first=first.first) if value else None

    def _second(self, tokens: Tokens, index: int, first_key: str) -> Dated | None:
        if index >= len(tokens):
            return None
        if tokens.words[index].kind is Kind.NUMBER:
            return _numeric(tokens, index) or self._day_month(tokens, index)
        month = self._months.at(tokens, index, first_key)
        return self._dated_month(tokens, month) if month else self._day_month(tokens, index, first_key)

    def _day_month(self, tokens: Tokens, index: int, first_key: str = "") -> Dated | None:
        """ "26 نوفمبر 2025", "26 – 28 نوفمبر 2025", "5 و6 و7 مايو", "الأول من مايو"."""
        day = _day_at(tokens, index, first_key)
        if day is None:
            return None
        after, first_day = day
        after, last_day = _last_day(tokens, after)
        if key_at(tokens, after) == "من":
            after += 1
        month = self._months.at(tokens, after)
        if month is None:
            return None
        after, year, calendar = year_behind(tokens, month.after, month.calendar)
        after += year is None and key_at(tokens, after) in DIRECTIONS
        first = Moment(year=year, month=month.number, day=first_day, calendar=calendar)
        if last_day is None:
            return Dated(after, iso_value(first), 0.95, "day and month", moment=first) if first.is_possible else None
        last = Moment(year=year, month=month.number, day=last_day, calendar=calendar)
        value = iso_range(first, last)
        return Dated(after, value, 0.95, "range of days") if value else None

    def _weekday(self, tokens: Tokens, index: int) -> Dated | None:
        """ "الإثنين", "صباح الإثنين", "صباح اليوم", "يوم الخميس 5 مايو"; the noun "يوم" itself is left out."""
        named = index
        while named < index + 2 and key_at(tokens, named).lstrip("و") in _DAY_NOUNS:
            named += 1
        key = key_at(tokens, named)
        first = index + (key_at(tokens, index) in ("يوم", "نهار"))
        number = WEEKDAYS.get(key) or (WEEKDAYS.get(key[1:]) if named == index else None)
        if number is None:
            return self._part_of_day(tokens, first, named) if named > first else None
        date = self._date_behind_weekday(tokens, named + 1, first)
        if date:
            return date
        has_noun = named > index or (index > 0 and key_at(tokens, index - 1) in _BEFORE_WEEKDAY)
        after = named + 1 + (key_at(tokens, named + 1) in DIRECTIONS)
        sure = has_noun or after > named + 1 or key.removeprefix("و") not in ("الاحد", "السبت")
        value = f"XXXX-WXX-{number}"
        return Dated(after, value, 0.8 if has_noun else 0.6, "weekday", first=first) if sure else None

    def _part_of_day(self, tokens: Tokens, first: int, named: int) -> Dated | None:
        """ "صباح اليوم", "مساء أمس", "مساء 5 مايو 2020"; ``named`` is where the day is."""
        value = _TODAY.get(key_at(tokens, named))
        if value:
            after = named + 1 + (key_at(tokens, named + 1) in WEEKDAYS)
            return Dated(after, value, 0.8, REASON, first=first)
        is_number = named < len(tokens) and tokens.words[named].kind is Kind.NUMBER
        date = self._day_month(tokens, named) if is_number else None
        return Dated(date.after, date.value, date.confidence, date.reason, first=first) if date else None

    def _date_behind_weekday(self, tokens: Tokens, index: int, first: int) -> Dated | None:
        opened = key_at(tokens, index) == "("
        if key_at(tokens, index) in ("،", ",", "(") or key_at(tokens, index) in _AGREEING:
            index += 1
        if index >= len(tokens):
            return None
        is_number = tokens.words[index].kind is Kind.NUMBER
        date = (_numeric(tokens, index) if is_number else None) or self._day_month(tokens, index)
        if date is None:
            return None
        closed = opened and key_at(tokens, date.after) == ")"
        return Dated(date.after + closed, date.value, 0.95, "weekday and date", first=first)

    def _month_alone(self, tokens: Tokens, index: int) -> Dated | None:
        """ "نوفمبر 2025", "رمضان 1446هـ", "March 3, 2024", "نوفمبر" alone where it can be nothing else."""
        key = tokens.words[index].key
        month = self._months.at(tokens, index, "" if key in self._months.first_words else key[1:])
        if month is None:
            return None
        return (tokens.words[index].kind is Kind.LATIN and _american(tokens, month)) or self._dated_month(
            tokens, month, announced=index > 0 and key_at(tokens, index - 1) in MONTH_NOUNS
        )

    def _dated_month(self, tokens: Tokens, month: Month, *, announced: bool = False) -> Dated:
        after, year, calendar = year_behind(tokens, month.after, month.calendar)
        moment = Moment(year=year, month=month.number, calendar=calendar)
        if year is not None:
            return Dated(after, iso_value(moment), 0.92, "month and year", moment=moment, weak=not moment.is_possible)
        if key_at(tokens, after) in DIRECTIONS:
            return Dated(after + 1, iso_value(moment), 0.85, "month", moment=moment)
        confidence = 0.8 if announced else 0.65
        return Dated(after, iso_value(moment), confidence, "month", moment=moment, weak=not (announced or month.sure))


def _american(tokens: Tokens, month: Month) -> Dated | None:
    """ "March 3, 2024"."""
    index = month.after + (key_at(tokens, month.after) == ".")
    day = _day_at(tokens, index)
    after, year, _ = year_behind(tokens, day[0], Calendar.GREGORIAN) if day else (0, None, None)
    if day is None or year is None:
        return None
    moment = Moment(year=year, month=month.number, day=day[1])
    return Dated(after, iso_value(moment), 0.9, "day and month", moment=moment) if moment.is_possible else None


def _day_at(tokens: Tokens, index: int, first_key: str = "") -> tuple[int, int] | None:
    """``(after, day)`` of a day of the month in digits or as an ordinal."""
    if index >= len(tokens):
        return None
    word = tokens.words[index]
    if word.kind is not Kind.NUMBER:
        return ordinal_at(tokens, index, first_key)
    if not word.key.isdigit() or len(word.key) > 2 or not 1 <= int(word.key) <= 31:
        return None
    has_ending = key_at(tokens, index + 1) in _ENGLISH_ORDINALS and tokens.touches(index + 1)
    return index + 1 + has_ending, int(word.key)


def _last_day(tokens: Tokens, index: int) -> tuple[int, int | None]:
    """``(after, day)`` of the last day of a range whose first ends before ``index``; the day None when it is none."""
    last = None
    for _ in range(4):
        key = key_at(tokens, index)
        if key in TO or key == "و":
            day = _day_at(tokens, index + 1)
        elif key.startswith("وال"):
            day = _day_at(tokens, index, key[1:])
        else:
            break
        if day is None:
            break
        index, last = day
    return index, last


def _numeric(tokens: Tokens, index: int) -> Dated | None:
    """ "26/11/2025", "26-11-2025", "26.11.2025", "2025-11-26", with the mark of its calendar."""
    key = tokens.words[index].key
    whole = _NUMERIC_DATE.fullmatch(key)
    if whole:
        parts = list(whole.groups())
        return _from_numbers(tokens, index + 1, parts)
    if index + 4 >= len(tokens) or len(key) > 4:
        return None
    signs = (tokens.words[index + 1].form, tokens.words[index + 3].form)
    parts = [tokens.words[at].key for at in (index, index + 2, index + 4)]
    if signs[0] not in _SEPARATORS or signs[0] != signs[1] or not all(part.isdigit() for part in parts):
        return None
    return _from_numbers(tokens, index + 5, parts)


def _from_numbers(tokens: Tokens, after: int, parts: list[str]) -> Dated | None:
    if max(map(len, parts)) != 4 or len(parts[1]) > 2:
        return None
    year, month, day = map(int, parts if len(parts[0]) == 4 else reversed(parts))
    end, marked = calendar_mark(tokens, after)
    calendar = marked or (Calendar.HIJRI if 1250 <= year <= 1500 else Calendar.GREGORIAN)
    moment = Moment(year=year, month=month, day=day, calendar=calendar)
    if not moment.is_possible or year < 1000:
        return None
    return Dated(end, iso_value(moment), 0.95, "date in figures", moment=moment)

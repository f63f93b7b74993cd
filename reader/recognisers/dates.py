# SPDX-License-Identifier: GPL-3.0-or-later
"""Dates, years, ranges, centuries and times of day, with their value in ISO 8601.

A suggestion covers what carries the date, not the nouns that introduce it ("يوم", "عام", "سنة", "شهر").
Values: ISO 8601-1 for days, months, years, times and ranges ("2025-11-26/2025-11-28"); ISO 8601-2 for what is not
said ("XXXX-11-26", "198X", "18XX") and for what holds to within a day ("2025-03-01~", from the Hijri calendar).
Words that depend on the day of writing ("أمس", a weekday alone) have no value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from reader.recognisers.base import DATE, Finding, finding
from reader.recognisers.date_values import Calendar, Moment, iso_range, iso_value
from reader.recognisers.lexicon import Lexicon, words
from reader.recognisers.numerals import ordinal_at
from reader.recognisers.times import PERIODS, relative_day, relative_period, time_of_day
from reader.recognisers.tokens import Kind, Tokens, code_points_of
from reader.recognisers.years import (
    DASHES,
    DECADES,
    RELATIVE,
    Dated,
    announced_year,
    century_at,
    decade_at,
    marked_year,
    year_behind,
    year_range,
)

SOURCE: Final = "dates"
_TO: Final = DASHES | {"الي", "حتي"}
_SEPARATORS: Final = frozenset("-/.–")
_WEEKDAYS: Final = frozenset(words("الاثنين الاتنين الثلاثاء الاربعاء الخميس الجمعه السبت الاحد"))
_DAY_NOUNS: Final = frozenset(words("يوم صباح مساء ظهر فجر ليله عصر نهار"))
_DOUBTFUL_MONTHS: Final = frozenset(words("مارس اب ماي جوان اوت صفر رجب محرم مهر دي تير شعبان رمضان شوال اذر نيسان"))
_BEFORE_CHRIST: Final = frozenset(("الميلاد", "م"))
_NUMERIC_DATE: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_PROCLITICS: Final = frozenset("وبلف")

_Read = Callable[[Tokens, int], "Dated | None"]


class DateStage:
    """Finds dates; the month names come from the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._months: dict[str, tuple[Calendar, int]] = {}
        for calendar in (Calendar.IRANIAN, Calendar.HIJRI, Calendar.GREGORIAN):
            named = lexicon.months.get(calendar.value, {})
            self._months |= {name: (calendar, number) for name, number in named.items()}
        self._readers = self._readers_by_word()

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
        months = {name.split(" ")[0] for name in self._months}
        for names, read in (
            (_WEEKDAYS | _DAY_NOUNS, self._weekday),
            (months, self._month_alone),
            (DECADES, decade_at),
            (PERIODS, relative_period),
            (("امس", "غدا", "البارحه"), relative_day),
            (("القرن",), century_at),
            (("الساعه",), time_of_day),
        ):
            for word in names:
                readers.setdefault(word, []).append(read)
        for word in words(
            "الاول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر الحادي العشرون العشرين"
        ):
            readers.setdefault(word, []).append(self._day_month)
        return {word: tuple(reads) for word, reads in readers.items()}

    def _date_at(self, tokens: Tokens, index: int) -> Finding | None:
        word = tokens.words[index]
        skip = 0
        if word.kind is Kind.NUMBER:
            readers: Sequence[_Read] = (_numeric, self._day_month, year_range, marked_year, announced_year)
        elif word.kind is Kind.ARABIC:
            readers = self._readers.get(word.key, ())
            if not readers and word.key[:1] in _PROCLITICS and (readers := self._readers.get(word.key[1:], ())):
                skip = code_points_of(word.form, 1)
        else:
            return None
        for read in readers:
            date = read(tokens, index)
            if date:
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
        return None

    def _month_at(self, tokens: Tokens, index: int) -> tuple[int, Calendar, int] | None:
        """``(after, calendar, number)`` of the month named at ``index``, with a second name behind a stroke."""
        if index >= len(tokens) or tokens.words[index].kind is not Kind.ARABIC:
            return None
        if tokens.words[index].key == "شهر":
            index += 1
        for count in (2, 1):
            named = self._months.get(" ".join(word.key for word in tokens.words[index : index + count]))
            if named and index + count <= len(tokens):
                return self._after_other_name(tokens, index + count), *named
        return None

    def _after_other_name(self, tokens: Tokens, index: int) -> int:
        """The index behind "/تشرين الثاني" or "(تشرين الثاني)" at ``index``, or ``index``."""
        if index + 1 >= len(tokens) or tokens.words[index].form not in ("/", "(", "-"):
            return index
        for count in (2, 1):
            if " ".join(word.key for word in tokens.words[index + 1 : index + 1 + count]) in self._months:
                after = index + 1 + count
                closed = after < len(tokens) and tokens.words[after].form == ")"
                return after + 1 if closed and tokens.words[index].form == "(" else after
        return index

    def _day_month(self, tokens: Tokens, index: int) -> Dated | None:
        """ "26 نوفمبر 2025", "26 – 28 نوفمبر 2025", "الأول من مايو", "28 نوفمبر – 2 ديسمبر 2025"."""
        day = _day_at(tokens, index)
        if day is None:
            return None
        after, first_day = day
        last_day = None
        if after < len(tokens) and tokens.words[after].key in _TO and (end := _day_at(tokens, after + 1)):
            after, last_day = end
        if after < len(tokens) and tokens.words[after].key == "من":
            after += 1
        month = self._month_at(tokens, after)
        if month is None:
            return None
        after, calendar, number = month
        after, year, calendar = year_behind(tokens, after, calendar)
        first = Moment(year=year, month=number, day=first_day, calendar=calendar)
        last = Moment(year=year, month=number, day=last_day or first_day, calendar=calendar)
        if not (first.is_possible and last.is_possible):
            return None
        if last_day is None and (ranged := self._until(tokens, after, first)):
            return ranged
        value = iso_value(first) if last_day is None else iso_range(first, last)
        return Dated(after, value, 0.95, "day and month" if last_day is None else "range of days")

    def _until(self, tokens: Tokens, index: int, first: Moment) -> Dated | None:
        """The range that a second day and month make of ``first``."""
        if index >= len(tokens) or tokens.words[index].key not in _TO:
            return None
        day = _day_at(tokens, index + 1)
        month = self._month_at(tokens, day[0]) if day else None
        if day is None or month is None:
            return None
        after, year, calendar = year_behind(tokens, month[0], month[1])
        last = Moment(year=year, month=month[2], day=day[1], calendar=calendar)
        began = Moment(year=first.year or year, month=first.month, day=first.day, calendar=first.calendar)
        return Dated(after, iso_range(began, last), 0.95, "range of days") if last.is_possible else None

    def _weekday(self, tokens: Tokens, index: int) -> Dated | None:
        """ "الإثنين", "صباح الإثنين", "يوم الخميس 5 مايو"; the noun "يوم" itself is left out."""
        named = index
        if tokens.words[index].key in _DAY_NOUNS and index + 1 < len(tokens):
            named = index + 1
        if tokens.words[named].key not in _WEEKDAYS and tokens.words[named].key[1:] not in _WEEKDAYS:
            return None
        has_noun = named > index or (index > 0 and tokens.words[index - 1].key in _DAY_NOUNS)
        first = named if tokens.words[index].key in ("يوم", "نهار") else index
        following = named + 1
        if following < len(tokens) and tokens.words[following].form in "،,(":
            following += 1
        date = self._day_month(tokens, following) if following < len(tokens) else None
        if date is None and following < len(tokens) and tokens.words[following].kind is Kind.NUMBER:
            date = _numeric(tokens, following)
        if date:
            closed = date.after < len(tokens) and tokens.words[date.after].form == ")"
            opened = tokens.words[following - 1].form == "("
            return Dated(date.after + (closed and opened), date.value, 0.95, "weekday and date", first=first)
        after = named + 1
        if after < len(tokens) and tokens.words[after].key in RELATIVE:
            after += 1
        sure = has_noun or after > named + 1 or tokens.words[named].key.removeprefix("و") not in ("الاحد", "السبت")
        return Dated(after, "", 0.8 if has_noun else 0.6, "weekday", first=first) if sure else None

    def _month_alone(self, tokens: Tokens, index: int) -> Dated | None:
        """ "نوفمبر 2025", "رمضان 1446هـ", "نوفمبر" alone where it can be nothing else."""
        word = tokens.words[index]
        key = word.key if word.key in self._readers else word.key[1:]
        for count in (2, 1):
            rest = [each.key for each in tokens.words[index + 1 : index + count]]
            named = self._months.get(" ".join([key, *rest]))
            if named and len(rest) == count - 1:
                break
        else:
            return None
        calendar, number = named
        after, year, calendar = year_behind(tokens, self._after_other_name(tokens, index + count), calendar)
        moment = Moment(year=year, month=number, calendar=calendar)
        if year is not None:
            return Dated(after, iso_value(moment), 0.92, "month and year")
        announced = index > 0 and tokens.words[index - 1].key in ("شهر", "شهري", "بشهر", "لشهر")
        relative = after < len(tokens) and tokens.words[after].key in RELATIVE
        if relative:
            return Dated(after + 1, "", 0.85, "month")
        if announced or (key not in _DOUBTFUL_MONTHS and calendar is Calendar.GREGORIAN):
            return Dated(after, iso_value(moment), 0.8 if announced else 0.65, "month")
        return None


def _day_at(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """``(after, day)`` of a day of the month in digits or as an ordinal."""
    if index >= len(tokens):
        return None
    word = tokens.words[index]
    if word.kind is Kind.NUMBER:
        return (
            (index + 1, int(word.key))
            if word.key.isdigit() and len(word.key) <= 2 and 1 <= int(word.key) <= 31
            else None
        )
    return ordinal_at(tokens, index)


def _numeric(tokens: Tokens, index: int) -> Dated | None:
    """ "26/11/2025", "26-11-2025", "26.11.2025", "2025-11-26"."""
    whole = _NUMERIC_DATE.fullmatch(tokens.words[index].key)
    if whole:
        return _from_numbers(index + 1, [int(part) for part in whole.groups()])
    if index + 4 >= len(tokens):
        return None
    signs = (tokens.words[index + 1].form, tokens.words[index + 3].form)
    parts = [tokens.words[at].key for at in (index, index + 2, index + 4)]
    if signs[0] not in _SEPARATORS or signs[0] != signs[1] or not all(part.isdigit() for part in parts):
        return None
    return _from_numbers(index + 5, [int(part) for part in parts]) if max(map(len, parts)) == 4 else None


def _from_numbers(after: int, parts: list[int]) -> Dated | None:
    year, month, day = parts if parts[0] > 31 else reversed(parts)
    calendar = Calendar.HIJRI if 1250 <= year <= 1500 else Calendar.GREGORIAN
    moment = Moment(year=year, month=month, day=day, calendar=calendar)
    if not moment.is_possible or not 1000 <= year <= 2200:
        return None
    return Dated(after, iso_value(moment), 0.95, "date in figures")

# SPDX-License-Identifier: GPL-3.0-or-later
"""The ISO 8601 value of a date of any calendar, as far as it is said.

What is given in another calendar is converted, and that calendar named behind it: "2026-04-14~[u-ca=islamic-civil]".
Source: ISO 8601-1 and -2; RFC 9557 for the name of the calendar.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from typing import Final

from reader.recognisers.calendars import hijri_to_gregorian, hijri_year, iranian_to_gregorian, iranian_year

_LAST_YEAR: Final = 2200
"""Of the Gregorian calendar and, as a bound, of the others."""


class Calendar(Enum):
    GREGORIAN = "gregorian"
    HIJRI = "hijri"
    IRANIAN = "iranian"


_NAMES: Final = {Calendar.GREGORIAN: "", Calendar.HIJRI: "[u-ca=islamic-civil]", Calendar.IRANIAN: "[u-ca=persian]"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A day, month or year as far as it is said; None for what is not."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    calendar: Calendar = Calendar.GREGORIAN

    @property
    def is_possible(self) -> bool:
        if self.year is not None and not self._is_year_possible(self.year):
            return False
        if self.month is not None and not 1 <= self.month <= 12:
            return False
        return self.day is None or 1 <= self.day <= self._days_in_month()

    def _is_year_possible(self, year: int) -> bool:
        return (year > -10_000 if self.calendar is Calendar.GREGORIAN else year > 0) and year <= _LAST_YEAR

    def _days_in_month(self) -> int:
        if self.month is None or self.calendar is Calendar.IRANIAN:
            return 31
        if self.calendar is Calendar.HIJRI:
            return 30
        return monthrange(self.year if self.year and self.year > 0 else 2000, self.month)[1]


def completed(first: Moment, last: Moment) -> Moment:
    """``first`` with the year and month that are said once for both, behind ``last``; and its calendar."""
    year = first.year if first.year is not None else last.year
    month = first.month if first.month is not None or first.day is None else last.month
    calendar = last.calendar if first.year is None and first.month is None else first.calendar
    return replace(first, year=year, month=month, calendar=calendar)


def iso_value(moment: Moment) -> str:
    """ISO 8601 of the moment, an interval where a month or year of another calendar covers one; "" when impossible."""
    if not moment.is_possible:
        return ""
    value = _plain_value(moment)
    return value + _NAMES[moment.calendar] if value else ""


def iso_range(first: Moment, last: Moment) -> str:
    """ISO 8601 of an interval: its first and its last day, month or year; "" when one is impossible."""
    if not (first.is_possible and last.is_possible):
        return ""
    begin, end = _plain_value(first), _plain_value(last)
    return f"{begin.split('/')[0]}/{end.split('/')[-1]}{_NAMES[last.calendar]}" if begin and end else ""


def iso_century(number: int, calendar: Calendar) -> str:
    """ISO 8601-2 of a century counted from 1: "18XX" for the nineteenth."""
    if calendar is Calendar.GREGORIAN:
        return f"{number - 1:02}XX"
    first = Moment(year=max((number - 1) * 100, 1), calendar=calendar)
    return iso_range(first, Moment(year=number * 100 - 1, calendar=calendar))


def iso_century_before_christ(number: int) -> str:
    """ISO 8601 of a century before Christ counted from 1: the fifth is "-0499/-0400" (500 to 401)."""
    return f"-{number * 100 - 1:04}/-{(number - 1) * 100:04}"


def _plain_value(moment: Moment) -> str:
    if moment.calendar is Calendar.GREGORIAN or moment.year is None:
        return _fields(moment)
    first, last = _bounds(moment)
    mark = "~" if moment.calendar is Calendar.HIJRI else ""
    return f"{first}{mark}" if first == last else f"{first}{mark}/{last}{mark}"


def _fields(moment: Moment) -> str:
    year = "XXXX" if moment.year is None else f"{moment.year:04}" if moment.year > 0 else f"-{-moment.year:04}"
    if moment.month is None:
        return year
    return f"{year}-{moment.month:02}" + (f"-{moment.day:02}" if moment.day is not None else "")


def _bounds(moment: Moment) -> tuple[date, date]:
    year = moment.year or 1
    is_hijri = moment.calendar is Calendar.HIJRI
    if moment.month is None:
        return hijri_year(year) if is_hijri else iranian_year(year)
    convert = hijri_to_gregorian if is_hijri else iranian_to_gregorian
    if moment.day is not None:
        day = convert(year, moment.month, moment.day)
        return day, day
    following = (year, moment.month + 1) if moment.month < 12 else (year + 1, 1)
    return convert(year, moment.month), convert(*following) - timedelta(days=1)

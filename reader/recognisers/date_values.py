# SPDX-License-Identifier: GPL-3.0-or-later
"""The ISO 8601 value of a date of any calendar, as far as it is said."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from reader.recognisers.calendars import hijri_to_gregorian, hijri_year, iranian_to_gregorian, iranian_year


class Calendar(Enum):
    GREGORIAN = "gregorian"
    HIJRI = "hijri"
    IRANIAN = "iranian"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A day, month or year as far as it is said; None for what is not."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    calendar: Calendar = Calendar.GREGORIAN

    @property
    def is_possible(self) -> bool:
        if self.month is not None and not 1 <= self.month <= 12:
            return False
        return self.day is None or 1 <= self.day <= self._days_in_month()

    def _days_in_month(self) -> int:
        if self.month is None or self.calendar is Calendar.IRANIAN:
            return 31
        if self.calendar is Calendar.HIJRI:
            return 30
        return monthrange(self.year or 2000, self.month)[1]


def iso_value(moment: Moment) -> str:
    """ISO 8601 of the moment, an interval where a month or year of another calendar covers one; "" when it has none."""
    if moment.calendar is Calendar.GREGORIAN:
        return _gregorian(moment)
    if moment.year is None:
        return ""
    first, last = _bounds(moment)
    mark = "~" if moment.calendar is Calendar.HIJRI else ""
    return f"{first}{mark}" if first == last else f"{first}{mark}/{last}{mark}"


def iso_range(first: Moment, last: Moment) -> str:
    """ISO 8601 of an interval: its first and its last day, month or year."""
    begin, end = iso_value(first), iso_value(last)
    return f"{begin.split('/')[0]}/{end.split('/')[-1]}" if begin and end else ""


def iso_century(number: int, calendar: Calendar) -> str:
    """ISO 8601-2 of a century counted from 1: "18XX" for the nineteenth."""
    if calendar is Calendar.GREGORIAN:
        return f"{number - 1:02}XX"
    first = Moment(year=max((number - 1) * 100, 1), calendar=calendar)
    return iso_range(first, Moment(year=number * 100 - 1, calendar=calendar))


def _gregorian(moment: Moment) -> str:
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

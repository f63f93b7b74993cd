# SPDX-License-Identifier: GPL-3.0-or-later
"""Dates of the Hijri and the Iranian calendar as Gregorian ones.

Source: the tabular Islamic calendar (civil epoch, thirty-year cycle) and the thirty-three-year cycle of the Solar
Hijri calendar, both as commonly described; the first may differ by a day from the sighted month, and is marked so.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

_HIJRI_EPOCH: Final = date(622, 7, 19).toordinal()
"""1 Muharram 1, proleptic Gregorian."""
_IRANIAN_EPOCH: Final = date(622, 3, 21).toordinal()
_IRANIAN_LEAP_YEARS: Final = frozenset((1, 5, 9, 13, 17, 22, 26, 30))
"""Years of the cycle of 33 that have 366 days."""


def hijri_to_gregorian(year: int, month: int = 1, day: int = 1) -> date:
    """The Gregorian day of a Hijri one, to within a day."""
    months = month - 1
    days = (months * 59 + 1) // 2 + (day - 1) + (year - 1) * 354 + (3 + 11 * year) // 30
    return date.fromordinal(_HIJRI_EPOCH + days)


def iranian_to_gregorian(year: int, month: int = 1, day: int = 1) -> date:
    """The Gregorian day of a Solar Hijri one, right from 1244 to 1472 (1865 to 2093)."""
    cycles, rest = divmod(year - 1, 33)
    leap_days = cycles * 8 + sum(leap <= rest for leap in _IRANIAN_LEAP_YEARS)
    days = (year - 1) * 365 + leap_days + _days_before(month) + day - 1
    return date.fromordinal(_IRANIAN_EPOCH + days)


def hijri_year(year: int) -> tuple[date, date]:
    """First and last Gregorian day of a Hijri year."""
    return hijri_to_gregorian(year), hijri_to_gregorian(year + 1) - timedelta(days=1)


def iranian_year(year: int) -> tuple[date, date]:
    return iranian_to_gregorian(year), iranian_to_gregorian(year + 1) - timedelta(days=1)


def _days_before(month: int) -> int:
    return 31 * (month - 1) if month <= 7 else 186 + 30 * (month - 7)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Known days of two other calendars fall on the Gregorian days they are known to fall on."""

from datetime import date

import pytest

from reader.recognisers.calendars import hijri_to_gregorian, hijri_year, iranian_to_gregorian, iranian_year


@pytest.mark.parametrize(
    ("year", "month", "day", "expected"),
    [
        (1, 1, 1, date(622, 7, 19)),
        (1400, 1, 1, date(1979, 11, 21)),
        (1446, 9, 1, date(2025, 3, 1)),
        (1447, 1, 1, date(2025, 6, 27)),
    ],
)
def test_hijri_day_is_right_to_within_a_day(year, month, day, expected):
    assert abs((hijri_to_gregorian(year, month, day) - expected).days) <= 1


@pytest.mark.parametrize(
    ("year", "month", "day", "expected"),
    [
        (1404, 1, 1, date(2025, 3, 21)),
        (1403, 1, 1, date(2024, 3, 20)),
        (1399, 12, 30, date(2021, 3, 20)),
        (1357, 11, 22, date(1979, 2, 11)),
        (1300, 1, 1, date(1921, 3, 21)),
    ],
)
def test_iranian_day_is_right(year, month, day, expected):
    assert iranian_to_gregorian(year, month, day) == expected


@pytest.mark.parametrize("year", range(1300, 1450))
def test_years_follow_each_other_without_a_gap(year):
    assert (hijri_year(year + 1)[0] - hijri_year(year)[1]).days == 1
    assert (iranian_year(year + 1)[0] - iranian_year(year)[1]).days == 1


def test_thirty_hijri_years_have_the_days_of_the_cycle():
    assert (hijri_to_gregorian(31) - hijri_to_gregorian(1)).days == 10_631


def test_thirty_three_iranian_years_have_the_days_of_the_cycle():
    assert (iranian_to_gregorian(1333) - iranian_to_gregorian(1300)).days == 12_053

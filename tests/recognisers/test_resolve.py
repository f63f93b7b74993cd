# SPDX-License-Identifier: GPL-3.0-or-later
"""Of overlapping findings the longest stays, then the surest, then the first; roles and events may hold names."""

from reader.recognisers.base import DATE, EVENT, ORGANISATION, PERSON, PLACE, QUANTITY, ROLE, Finding
from reader.recognisers.resolve import resolve


def found(start, end, tag, confidence=0.5):
    return Finding(
        first=0, after=1, start=start, end=end, tag=tag, source="test", confidence=confidence, reason="because"
    )


def test_longest_stays():
    long, short = found(0, 10, ORGANISATION), found(4, 8, PLACE, 0.9)
    assert resolve([short, long]) == [long]


def test_of_equal_length_the_surest_stays():
    weak, sure = found(0, 5, PLACE, 0.4), found(3, 8, PERSON, 0.9)
    assert resolve([weak, sure]) == [sure]


def test_of_equal_length_and_confidence_the_first_stays():
    first, second = found(0, 5, PLACE), found(3, 8, PERSON)
    assert resolve([second, first]) == [first]


def test_role_holds_the_name_of_a_body():
    role, body = found(0, 20, ROLE), found(8, 20, ORGANISATION)
    assert resolve([body, role]) == [role, body]


def test_event_holds_a_place():
    event, place = found(0, 12, EVENT), found(5, 12, PLACE)
    assert resolve([event, place]) == [event, place]


def test_role_and_name_on_the_same_stretch_do_not_both_stay():
    role, body = found(0, 8, ROLE, 0.8), found(0, 8, ORGANISATION, 0.5)
    assert resolve([body, role]) == [role]


def test_name_that_crosses_a_role_goes():
    role, name = found(0, 10, ROLE), found(8, 14, PERSON)
    assert resolve([role, name]) == [role]


def test_quantity_inside_a_date_goes():
    date, quantity = found(0, 12, DATE), found(0, 2, QUANTITY)
    assert resolve([quantity, date]) == [date]


def test_neighbours_stay():
    first, second = found(0, 4, PERSON), found(4, 9, PLACE)
    assert resolve([second, first]) == [first, second]

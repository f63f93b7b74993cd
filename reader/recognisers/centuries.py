# SPDX-License-Identifier: GPL-3.0-or-later
"""Decades and centuries, of any calendar and before Christ."""

from __future__ import annotations

from typing import Final

from reader.recognisers.date_values import Calendar, iso_century, iso_century_before_christ
from reader.recognisers.lexicon import words
from reader.recognisers.numerals import number_of, ordinal_at
from reader.recognisers.relative_dates import DIRECTIONS
from reader.recognisers.tokens import Tokens
from reader.recognisers.years import Dated, after_before_christ, calendar_mark, key_at

DECADES: Final = {
    article + stem + ending: decade
    for decade, stem in zip(range(2, 10), words("عشرين ثلاثين اربعين خمسين ستين سبعين ثمانين تسعين"), strict=True)
    for ending in ("يات", "ات")
    for article in ("", "ال")
}
_LATEST: Final = 30
"""No century has a higher number."""


def century_at(tokens: Tokens, index: int) -> Dated | None:
    """ "القرن التاسع عشر", "القرن الـ19", "القرن الثالث الهجري", "القرن الخامس قبل الميلاد"."""
    ordinal = _number_behind(tokens, index + 1)
    if ordinal is None:
        return None
    after, number = ordinal
    before_christ = after_before_christ(tokens, after)
    if before_christ > after:
        return Dated(before_christ, iso_century_before_christ(number), 0.9, "century")
    after, marked = calendar_mark(tokens, after)
    return Dated(after, iso_century(number, marked or Calendar.GREGORIAN), 0.9, "century")


def centuries_at(tokens: Tokens, index: int) -> Dated | None:
    """ "القرنين الثامن والعاشر"."""
    first = ordinal_at(tokens, index + 1)
    key = key_at(tokens, first[0]) if first else ""
    last = ordinal_at(tokens, first[0], key[1:]) if first and key.startswith("و") else None
    if first is None or last is None:
        return None
    after, marked = calendar_mark(tokens, last[0])
    ends = [iso_century(number, marked or Calendar.GREGORIAN) for number in (first[1], last[1])]
    value = "/".join(ends) if marked in (None, Calendar.GREGORIAN) else ""
    return Dated(after, value, 0.85, "century")


def decade_at(tokens: Tokens, index: int) -> Dated | None:
    """ "ثمانينيات القرن العشرين", "ثمانينيات القرن الماضي", "التسعينيات"."""
    key = tokens.words[index].key
    decade = DECADES.get(key) if key in DECADES else DECADES.get(key[1:])
    if decade is None or (key_at(tokens, index + 1) == "من" and key_at(tokens, index + 2).startswith("عمر")):
        return None
    after, value = index + 1, f"XX{decade}X"
    if key_at(tokens, after) == "القرن":
        century = ordinal_at(tokens, after + 1)
        if century:
            after, value = century[0], f"{century[1] - 1:02}{decade}X"
        elif key_at(tokens, after + 1) in DIRECTIONS:
            after += 2
    elif not key.removeprefix("و").startswith("ال"):
        return None
    return Dated(after, value, 0.85, "decade")


def _number_behind(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """``(after, number)`` of "التاسع عشر" or "الـ19"."""
    ordinal = ordinal_at(tokens, index)
    if ordinal is None and key_at(tokens, index) == "ال" and index + 1 < len(tokens):
        number = number_of(tokens.words[index + 1])
        return (index + 2, int(number)) if number and number <= _LATEST else None
    return ordinal

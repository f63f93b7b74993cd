# SPDX-License-Identifier: GPL-3.0-or-later
"""Times of day, and days and periods that are named from the day of writing."""

from __future__ import annotations

from typing import Final

from reader.recognisers.lexicon import words
from reader.recognisers.tokens import Kind, Tokens
from reader.recognisers.years import RELATIVE, Dated

PERIODS: Final = frozenset(words("العام السنه الشهر الاسبوع القرن العقد الموسم"))
_HOURS: Final = {
    word: hour
    for hour, word in enumerate(
        words("الواحده الثانيه الثالثه الرابعه الخامسه السادسه السابعه الثامنه التاسعه العاشره"), start=1
    )
}
_MINUTES: Final = {"والنصف": 30, "والربع": 15, "والثلث": 20}
_LONGEST_TIME: Final = 5
_AFTERNOON: Final = frozenset(words("مساء ظهرا عصرا ليلا"))
_MORNING: Final = frozenset(words("صباحا فجرا"))


def relative_period(tokens: Tokens, index: int) -> Dated | None:
    """ "العام الماضي", "الأسبوع المقبل"."""
    if index + 1 >= len(tokens) or tokens.words[index + 1].key not in RELATIVE:
        return None
    return Dated(index + 2, "", 0.8, "relative to the day of writing")


def relative_day(tokens: Tokens, index: int) -> Dated | None:
    after = index + 1
    if after < len(tokens) and tokens.words[after].key == "الاول" and tokens.words[index].key.endswith("امس"):
        after += 1
    return Dated(after, "", 0.75, "relative to the day of writing")


def time_of_day(tokens: Tokens, index: int) -> Dated | None:
    """ "الساعة 10:30 صباحاً", "الساعة الثامنة والنصف مساء"."""
    if index + 1 >= len(tokens):
        return None
    key = tokens.words[index + 1].key
    after = index + 2
    if tokens.words[index + 1].kind is Kind.NUMBER:
        hour, _, minute = key.partition(":")
        if not (hour.isdigit() and (minute or "0").isdigit()) or len(key) > _LONGEST_TIME:
            return None
        hours, minutes = int(hour), int(minute or 0)
    else:
        after, hours, minutes = _hour_in_words(tokens, index + 1)
    if after < len(tokens) and tokens.words[after].key in _AFTERNOON | _MORNING:
        hours = hours % 12 + 12 if tokens.words[after].key in _AFTERNOON else hours % 12
        after += 1
    if after == index + 1 or hours > 24 or minutes > 59:
        return None
    return Dated(after, f"T{hours:02}:{minutes:02}", 0.9, "time of day")


def _hour_in_words(tokens: Tokens, index: int) -> tuple[int, int, int]:
    """``(after, hours, minutes)``; ``after`` is ``index`` when no hour stands there."""
    hours = _HOURS.get(tokens.words[index].key)
    if hours is None:
        return index, 0, 0
    after = index + 1
    if hours in (1, 2) and after < len(tokens) and tokens.words[after].key == "عشره":
        hours, after = hours + 10, after + 1
    minutes = _MINUTES.get(tokens.words[after].key, 0) if after < len(tokens) else 0
    return (after + 1 if minutes else after), hours, minutes

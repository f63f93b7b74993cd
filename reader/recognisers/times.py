# SPDX-License-Identifier: GPL-3.0-or-later
"""Times of day, in figures and in words, with their part of the day and zone."""

from __future__ import annotations

from typing import Final

from reader.recognisers.lexicon import words
from reader.recognisers.numerals import numeral_at
from reader.recognisers.tokens import Kind, Tokens
from reader.recognisers.years import DASHES, Dated, key_at

_HOURS: Final = {
    word: hour
    for hour, word in enumerate(
        words("الواحده الثانيه الثالثه الرابعه الخامسه السادسه السابعه الثامنه التاسعه العاشره"), start=1
    )
} | {"الحاديه": 1}
_MINUTES: Final = {"والنصف": 30, "والربع": 15, "والثلث": 20}
_LESS: Final = {"ربع": 15, "ربعا": 15, "الربع": 15, "ثلث": 20, "ثلثا": 20, "الثلث": 20, "خمس": 5, "عشر": 10}
_OF_MINUTES: Final = ("دقيق", "دقايق")
_LONGEST_TIME: Final = 5
_LATE: Final = frozenset(words("مساء ظهرا عصرا ليلا م"))
_EARLY: Final = frozenset(words("صباحا فجرا ص"))
_ABBREVIATED: Final = frozenset(("م", "ص"))
_GREENWICH: Final = frozenset(words("غرينتش غرينيتش جرينتش جرينيتش"))
_TO: Final = DASHES | {"الي", "حتي", "و"}


def time_of_day(tokens: Tokens, index: int) -> Dated | None:
    """ "الساعة 10:30 صباحاً", "الساعة الثامنة والنصف مساء", "الساعة 9 صباحا إلى 5 مساء"."""
    return _with_end(tokens, _time(tokens, index + 1))


def bare_time(tokens: Tokens, index: int) -> Dated | None:
    """ "10:30 صباحا", without "الساعة"."""
    if ":" not in tokens.words[index].key or not (_LATE | _EARLY) & {key_at(tokens, index + 1)}:
        return None
    return _with_end(tokens, _time(tokens, index))


def _with_end(tokens: Tokens, first: Dated | None) -> Dated | None:
    """With the time at which it ends, where one is told with its part of the day."""
    if first is None or key_at(tokens, first.after) not in _TO:
        return first
    at = first.after + 1
    last = _time(tokens, at + (key_at(tokens, at) == "الساعه"))
    if last is None or not (key_at(tokens, last.after - 1) in _LATE | _EARLY or ":" in key_at(tokens, at)):
        return first
    return Dated(last.after, f"{first.value}/{last.value}", 0.9, "time of day")


def _time(tokens: Tokens, index: int) -> Dated | None:
    """The time at ``index``, behind "الساعة"."""
    if index >= len(tokens):
        return None
    read = _in_figures(tokens, index) if tokens.words[index].kind is Kind.NUMBER else _in_words(tokens, index)
    if read is None:
        return None
    after, minutes = read
    part = key_at(tokens, after)
    if part in _LATE | _EARLY and not (part in _ABBREVIATED and ":" not in tokens.words[index].key):
        minutes = _at_part_of_day(minutes, part)
        after += 1
    if not 0 <= minutes <= 24 * 60:
        return None
    after, zone = _after_zone(tokens, after)
    return Dated(after, f"T{minutes // 60:02}:{minutes % 60:02}{zone}", 0.9, "time of day")


def _in_figures(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """``(after, minutes from midnight)`` of "10:30", "9", "9 و20 دقيقة"."""
    key = tokens.words[index].key
    hour, _, minute = key.partition(":")
    if not (hour.isdigit() and (minute or "0").isdigit()) or len(key) > _LONGEST_TIME or int(minute or 0) > 59:
        return None
    if minute or int(hour) > 24:
        return (index + 1, int(hour) * 60 + int(minute)) if int(hour) <= 24 else None
    after, more = _minutes(tokens, index + 1)
    return after, int(hour) * 60 + more


def _in_words(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """``(after, minutes from midnight)`` of "الثامنة والنصف", "العاشرة إلا ربعا", "الثانية عشرة"."""
    hours = _HOURS.get(tokens.words[index].key)
    if hours is None:
        return None
    after = index + 1
    if hours in (1, 2) and key_at(tokens, after) == "عشره":
        hours, after = hours + 10, after + 1
    after, more = _minutes(tokens, after)
    return after, hours * 60 + more


def _minutes(tokens: Tokens, index: int) -> tuple[int, int]:
    """``(after, minutes)`` of "والنصف", "وعشر دقائق", "إلا ربعا" at ``index``; ``(index, 0)`` when there are none."""
    key = key_at(tokens, index)
    if key in _MINUTES:
        return index + 1, _MINUTES[key]
    if key == "الا" and key_at(tokens, index + 1) in _LESS:
        said = index + 2 + key_at(tokens, index + 2).startswith("دق")
        return said, -_LESS[key_at(tokens, index + 1)]
    at = index + 1 if key == "و" else index
    number = numeral_at(tokens, at) if key.startswith("و") and at < len(tokens) else None
    if number and key_at(tokens, number.after).startswith(_OF_MINUTES):
        return number.after + 1, int(number.value)
    return index, 0


def _at_part_of_day(minutes: int, part: str) -> int:
    """Minutes from midnight of a time on a clock of twelve hours."""
    hour, rest = divmod(minutes, 60)
    if hour > 12:
        return minutes
    if part in _EARLY:
        return hour % 12 * 60 + rest
    stays = (part == "ليلا" and hour < 6) or (part == "ظهرا" and hour == 11)
    after_midnight = part == "ليلا" and hour == 12
    return (hour % 12 if after_midnight else hour if stays else hour % 12 + 12) * 60 + rest


def _after_zone(tokens: Tokens, index: int) -> tuple[int, str]:
    """``(after, sign)`` of "بتوقيت غرينتش" ("Z") or "بالتوقيت المحلي" ("") at ``index``."""
    pair = (key_at(tokens, index), key_at(tokens, index + 1))
    if pair[0] == "بتوقيت" and pair[1] in _GREENWICH:
        return index + 2, "Z"
    return (index + 2 if pair == ("بالتوقيت", "المحلي") else index), ""

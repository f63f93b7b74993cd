# SPDX-License-Identifier: GPL-3.0-or-later
"""Months by their names in the calendars and countries the lexicon knows, found in a row of tokens."""

from __future__ import annotations

from typing import Final, NamedTuple

from reader.recognisers.date_values import Calendar
from reader.recognisers.lexicon import Lexicon, words
from reader.recognisers.tokens import Kind, Tokens

MONTH_NOUNS: Final = frozenset(words("شهر شهري بشهر لشهر وشهر اشهر ماه"))
_DOUBTFUL: Final = frozenset(
    words("مارس اب ماي جوان اوت صفر رجب محرم المحرم مهر دي تير شعبان رمضان شوال اذر نيسان مه جون بهمن ابان خرداد مارج")
)
"""Names of months that are other words or people's names as often."""
_JOINING: Final = frozenset(("/", "(", "-", "–"))


class Month(NamedTuple):
    """A month named by tokens up to ``after``; ``sure`` when its name is hardly ever another word."""

    after: int
    calendar: Calendar
    number: int
    sure: bool


class MonthNames:
    """The months of a lexicon. Where two calendars share a name, the Gregorian month is meant."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._months: dict[str, tuple[Calendar, int]] = {}
        for calendar in (Calendar.IRANIAN, Calendar.HIJRI, Calendar.GREGORIAN):
            named = lexicon.months.get(calendar.value, {})
            self._months |= {name: (calendar, number) for name, number in named.items()}
        self.first_words: Final = frozenset(name.split(" ")[0] for name in self._months)

    def at(self, tokens: Tokens, index: int, first_key: str = "") -> Month | None:
        """The month named at ``index``, with a second name behind a stroke; ``first_key`` replaces the first key."""
        if index < len(tokens) and tokens.words[index].key in MONTH_NOUNS:
            index += 1
        if index >= len(tokens) or tokens.words[index].kind not in (Kind.ARABIC, Kind.LATIN):
            return None
        first = first_key or tokens.words[index].key
        for count in (2, 1):
            name = " ".join([first, *(word.key for word in tokens.words[index + 1 : index + count])])
            named = self._months.get(name)
            if named and index + count <= len(tokens):
                after = self._after_other_name(tokens, index + count)
                sure = name not in _DOUBTFUL and tokens.words[index].kind is Kind.ARABIC
                return Month(after, *named, sure and named[0] is Calendar.GREGORIAN)
        return None

    def _after_other_name(self, tokens: Tokens, index: int) -> int:
        """The index behind "/تشرين الثاني" or "(تشرين الثاني)" at ``index``, or ``index``."""
        if index + 1 >= len(tokens) or tokens.words[index].form not in _JOINING:
            return index
        if tokens.words[index].form in "-–" and not tokens.touches(index):
            return index
        for count in (2, 1):
            after = index + 1 + count
            if after <= len(tokens) and " ".join(word.key for word in tokens.words[index + 1 : after]) in self._months:
                closed = after < len(tokens) and tokens.words[after].form == ")"
                return after + 1 if closed and tokens.words[index].form == "(" else after
        return index

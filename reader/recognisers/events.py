# SPDX-License-Identifier: GPL-3.0-or-later
"""Events by the word that begins their name ("مؤتمر", "قمة", "معركة"), with the year or acronym that belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reader.recognisers.base import EVENT, ORGANISATION, PLACE, Finding, finding
from reader.recognisers.lexicon import EVENT_HEAD, INSTITUTION_ADJECTIVE, NATIONALITY, words
from reader.recognisers.numerals import ordinal_at
from reader.recognisers.phrases import (
    ACRONYM,
    after_adjectives,
    after_complement,
    after_coordination,
    after_genitive,
    after_year,
    has_acronym_behind,
    is_unknown_name,
)
from reader.recognisers.tokens import Kind, Reading, Tokens

SOURCE: Final = "triggers"
_BATTLES: Final = frozenset(
    words("معركه حرب غزوه ثوره معاهده اتفاقيه اتفاق انتفاضه قمه مهرجان معرض مونديال اولمبياد بينالي سباق")
)
_NEEDS_YEAR: Final = frozenset(words("يوم اسبوع موسم حمله دوره الدوره المعرض الجايزه"))


class EventStage:
    """Finds events that are called by a name: one that is complemented, dated, or has an acronym."""

    def find(self, tokens: Tokens, found: Sequence[Finding]) -> list[Finding]:
        names = {each.first: each for each in found if each.tag in (ORGANISATION, PLACE)}
        results: list[Finding] = []
        index = 0
        while index < len(tokens):
            reading = tokens.words[index].reading_with(EVENT_HEAD)
            event = _event_at(tokens, index, reading, names) if reading else None
            if event:
                results.append(event)
                index = event.after
            else:
                index += 1
        return results


def _event_at(tokens: Tokens, index: int, reading: Reading, names: dict[int, Finding]) -> Finding | None:
    after, confidence = _after_name(tokens, index, reading, names)
    dated = after_year(tokens, after)
    if dated > after and (after > index + 1 or reading.key not in _NEEDS_YEAR):
        confidence = max(confidence, 0.8 if after > index + 1 else 0.6)
    elif reading.key in _NEEDS_YEAR and not has_acronym_behind(tokens, after):
        confidence = 0.0
    if confidence == 0.0:
        return None
    reason = f"“{tokens.written(index, reading)}” begins the name of an event"
    return finding(tokens, index, dated, EVENT, source=SOURCE, confidence=confidence, reason=reason, skip=reading.skip)


def _after_name(tokens: Tokens, index: int, reading: Reading, names: dict[int, Finding]) -> tuple[int, float]:
    """``(after, confidence)`` of the event's name; confidence 0 when it is no more than a common noun phrase."""
    following = index + 1
    if following >= len(tokens):
        return following, 0.0
    if tokens.words[following].kind is Kind.LATIN and ACRONYM.fullmatch(tokens.words[following].form):
        return following + 1, 0.8
    if reading.key.startswith("ال"):
        return _after_definite(tokens, following)
    if following in names:
        after = _after_edition(tokens, after_adjectives(tokens, names[following].after))
        is_place = names[following].tag == PLACE
        return after, 0.7 if not is_place or reading.key in _BATTLES or after > names[following].after else 0.6
    if reading.key in _BATTLES and is_unknown_name(tokens, following):
        return after_adjectives(tokens, following + 1), 0.6
    return _after_construct(tokens, following)


def _after_edition(tokens: Tokens, index: int) -> int:
    """The index behind "الحادي عشر للكتاب": which time it is held, and what it is about."""
    ordinal = ordinal_at(tokens, index)
    return after_complement(tokens, ordinal[0] if ordinal else index)


def _after_construct(tokens: Tokens, index: int) -> tuple[int, float]:
    """ "مؤتمر حفظ المخطوطات الدولي الثالث", "بطولة العالم العربي (ABC)"."""
    after = after_coordination(tokens, after_genitive(tokens, index))
    ordinal = ordinal_at(tokens, after)
    named = ordinal is not None or _has_institution(tokens, index, after) or has_acronym_behind(tokens, after)
    return (ordinal[0] if ordinal and after > index else after), 0.6 if named and after > index + 1 else 0.0


def _after_definite(tokens: Tokens, index: int) -> tuple[int, float]:
    """ "المؤتمر العالمي لتنمية الاتصالات", "المنتدى الاقتصادي العالمي"."""
    after = after_adjectives(tokens, index)
    if not _has_institution(tokens, index, after):
        return after, 0.0
    complemented = after_complement(tokens, after, any_purpose=True)
    if complemented > after:
        return complemented, 0.8
    return after, 0.6 if after > index + 1 or has_acronym_behind(tokens, after) else 0.0


def _has_institution(tokens: Tokens, first: int, after: int) -> bool:
    return any(word.flags & (INSTITUTION_ADJECTIVE | NATIONALITY) for word in tokens.words[first:after])

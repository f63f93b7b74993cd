# SPDX-License-Identifier: GPL-3.0-or-later
"""Names that the lexicon lists: places, bodies, events; and places after a word such as "city"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reader.model.ids import TagId
from reader.recognisers.base import EVENT, ORGANISATION, PERSON, PLACE, Finding, finding
from reader.recognisers.lexicon import (
    COMMON,
    COUNTRY,
    DEFINITE_ROLE_HEAD,
    FACILITY_HEAD,
    FAMOUS,
    FUNCTION_WORD,
    GIVEN_NAME,
    HONORIFIC,
    NAME_PART,
    NATIONALITY,
    ORGANISATION_HEAD,
    PLACE_HEAD,
    PLACE_NOUN,
    ROLE_HEAD,
    VERB,
    WEAK_PLACE,
    Lexicon,
    words,
)
from reader.recognisers.lexicon import EVENT as EVENT_FLAG
from reader.recognisers.lexicon import ORGANISATION as ORGANISATION_FLAG
from reader.recognisers.lexicon import PLACE as PLACE_FLAG
from reader.recognisers.people import after_name
from reader.recognisers.phrases import after_year, is_adjective, is_definite_noun, is_nationality, is_unknown_name
from reader.recognisers.tokens import Kind, Reading, Tokens

SOURCE: Final = "gazetteer"
_STATES: Final = frozenset(words("جمهوريه الجمهوريه مملكه سلطنه"))
_NATIONAL: Final = frozenset(("مجلس", "البرلمان"))
"""Many nations have one of that name: the adjective behind belongs to it."""
_BEFORE_PLACES: Final = FUNCTION_WORD | PLACE_FLAG | PLACE_HEAD | ROLE_HEAD | ORGANISATION_HEAD
_OTHERWISE_KNOWN: Final = GIVEN_NAME | NAME_PART | COMMON | VERB
_LISTED: Final = PLACE_FLAG | ORGANISATION_FLAG | EVENT_FLAG | FAMOUS
_ONLY_FAMOUS: Final = PLACE_FLAG | ORGANISATION_FLAG | EVENT_FLAG | COMMON | VERB | FUNCTION_WORD


class GazetteerStage:
    """Finds listed names, the longest at each place, behind their proclitics."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def find(self, tokens: Tokens, found: Sequence[Finding]) -> list[Finding]:  # noqa: ARG002
        results: list[Finding] = []
        index = 0
        while index < len(tokens):
            listed = self._listed_at(tokens, index) or _place_by_head(tokens, index) or _facility(tokens, index)
            if listed:
                results.append(listed)
                index = listed.after
            else:
                index += 1
        return results

    def _listed_at(self, tokens: Tokens, index: int) -> Finding | None:
        word = tokens.words[index]
        for reading in word.readings:
            phrase = self._phrase(tokens, index, reading)
            if phrase:
                return phrase
        listed = word.reading_with(_LISTED)
        return _single(tokens, index, listed) if listed and _stands_alone(tokens, index, listed) else None

    def _phrase(self, tokens: Tokens, index: int, reading: Reading) -> Finding | None:
        longest = self._lexicon.longest.get(reading.key, 0)
        if not longest:
            return None
        keys = [reading.key, *(word.key for word in tokens.words[index + 1 : index + longest])]
        for count in range(len(keys), 1, -1):
            flags = self._lexicon.flags.get(" ".join(keys[:count]), 0)
            if flags & _LISTED:
                after = index + count
                if flags & EVENT_FLAG:
                    after = after_year(tokens, after)
                if reading.key in _NATIONAL and is_nationality(tokens, after) and is_adjective(tokens, after):
                    after += 1
                return _named(tokens, index, after, skip=reading.skip, flags=flags, confidence=0.85)
        return None


def _single(tokens: Tokens, index: int, reading: Reading) -> Finding:
    flags = reading.flags
    if flags & COUNTRY and index and not reading.skip:
        state = next((head for head in tokens.words[index - 1].readings if head.key in _STATES), None)
        if state:
            return _named(tokens, index - 1, index + 1, skip=state.skip, flags=flags, confidence=0.95)
    doubtful = flags & (COMMON | NAME_PART) and not flags & (COUNTRY | FAMOUS)
    confidence = 0.92 if flags & COUNTRY else 0.75 if doubtful else 0.82
    return _named(tokens, index, index + 1, skip=reading.skip, flags=flags, confidence=confidence)


def _stands_alone(tokens: Tokens, index: int, reading: Reading) -> bool:
    """Is a listed word the name here, and not another word that is written the same?"""
    word = tokens.words[index]
    flags = reading.flags
    if flags & FAMOUS:
        return not flags & _ONLY_FAMOUS and not (reading.skip and word.flags & _OTHERWISE_KNOWN)
    surely_country = flags & COUNTRY and not flags & NATIONALITY
    if reading.skip and word.flags & (_OTHERWISE_KNOWN & ~COMMON if surely_country else _OTHERWISE_KNOWN):
        return False
    if word.kind is Kind.LATIN and not (word.form[:1].isupper() if flags & COUNTRY else word.form.isupper()):
        return False
    also_adjective = flags & COUNTRY and flags & NATIONALITY and not reading.key.endswith("ا")
    also_common = flags & PLACE_FLAG and flags & COMMON and not flags & COUNTRY
    if also_common and reading.skip:
        return False
    return not (also_adjective or also_common) or _place_may_follow(tokens, index)


def _place_may_follow(tokens: Tokens, index: int) -> bool:
    """Does a preposition or another place stand before? Else "مالي" is the adjective and not the country."""
    before = tokens.words[index - 1].flags if index else 0
    return bool(before & _BEFORE_PLACES)


def _named(tokens: Tokens, first: int, after: int, *, skip: int, flags: int, confidence: float) -> Finding:
    tag, what = _tag_of(flags)
    return finding(tokens, first, after, tag, source=SOURCE, confidence=confidence, reason=f"listed {what}", skip=skip)


def _tag_of(flags: int) -> tuple[TagId, str]:
    if flags & ORGANISATION_FLAG:
        return ORGANISATION, "organisation"
    if flags & EVENT_FLAG:
        return EVENT, "event"
    if flags & FAMOUS:
        return PERSON, "person"
    return PLACE, "country" if flags & COUNTRY else "place"


def _place_by_head(tokens: Tokens, index: int) -> Finding | None:
    """ "city of X" with an X that alone would be doubtful, and "river X" as a whole."""
    reading = tokens.words[index].reading_with(PLACE_HEAD | PLACE_NOUN)
    if reading is None or index + 1 >= len(tokens):
        return None
    following = tokens.words[index + 1]
    known = bool(following.flags & (PLACE_FLAG | WEAK_PLACE))
    if reading.flags & PLACE_NOUN:
        is_name = known or is_unknown_name(tokens, index + 1)
        if is_name and not is_definite_noun(tokens, index):
            reason = f"“{tokens.written(index, reading)}” begins the names of places"
            return finding(
                tokens, index, index + 2, PLACE, source=SOURCE, confidence=0.6, reason=reason, skip=reading.skip
            )
        return None
    if following.flags & COUNTRY:
        return None
    if known or (is_unknown_name(tokens, index + 1) and following.kind is Kind.ARABIC):
        reason = f"after “{tokens.words[index].form}”"
        confidence = 0.8 if known else 0.6
        return finding(tokens, index + 1, index + 2, PLACE, source=SOURCE, confidence=confidence, reason=reason)
    return None


def _facility(tokens: Tokens, index: int) -> Finding | None:
    """ "جامع ابن طولون", "ميدان التحرير", "برج إيفل": the building with its name."""
    reading = tokens.words[index].reading_with(FACILITY_HEAD)
    if reading is None or index + 1 >= len(tokens) or reading.key.startswith("ال"):
        return None
    after = _after_facility_name(tokens, index + 1)
    if after == index + 1:
        return None
    reason = f"“{tokens.written(index, reading)}” begins the names of places"
    return finding(tokens, index, after, PLACE, source=SOURCE, confidence=0.6, reason=reason, skip=reading.skip)


def _after_facility_name(tokens: Tokens, index: int) -> int:
    """The index behind a person's name, a place, an unknown word or one definite noun at ``index``, or ``index``."""
    word = tokens.words[index]
    if word.flags & (GIVEN_NAME | HONORIFIC | DEFINITE_ROLE_HEAD) or word.key in ("ابن", "ابو", "ابي", "ام"):
        after = after_name(tokens, index, trusted=True)
        if after > index:
            return after
        if word.flags & (HONORIFIC | DEFINITE_ROLE_HEAD):
            after = after_name(tokens, index + 1, trusted=True)
            return after if after > index + 1 else index
    if word.flags & (PLACE_FLAG | WEAK_PLACE | FAMOUS) or is_unknown_name(tokens, index):
        return index + 1
    return index + 1 if is_definite_noun(tokens, index) and not is_adjective(tokens, index) else index

# SPDX-License-Identifier: GPL-3.0-or-later
"""Bodies by the word that begins their name ("وزارة", "الاتحاد الدولي"), up to the name's natural end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reader.recognisers.base import ORGANISATION, Finding, finding
from reader.recognisers.lexicon import (
    COMMON,
    DEFINITE_ORGANISATION_HEAD,
    DEFINITE_ROLE_HEAD,
    GIVEN_NAME,
    HONORIFIC,
    INSTITUTION_ADJECTIVE,
    MEDIA_HEAD,
    NAME_PART,
    NATIONALITY,
    ORGANISATION_HEAD,
    PLACE,
    WEAK_ORGANISATION_HEAD,
    WEAK_PLACE,
    words,
)
from reader.recognisers.people import after_name
from reader.recognisers.phrases import (
    after_adjectives,
    after_complement,
    after_coordination,
    after_genitive,
    has_acronym_behind,
    is_adjective,
    is_unknown_name,
)
from reader.recognisers.tokens import Reading, Tokens

SOURCE: Final = "triggers"
_HEADS: Final = ORGANISATION_HEAD | WEAK_ORGANISATION_HEAD | DEFINITE_ORGANISATION_HEAD
_COORDINATING: Final = frozenset(words("وزاره هييه مجلس معهد كليه جامعه دايره مديريه"))
_TEAM: Final = "منتخب"
"""A national team is called by its nation alone, with neither "الوطني" nor the sport."""
_LONGEST_QUOTED_NAME: Final = 5
_CLOSING: Final = {"«": "»", '"': '"', "“": "”", "(": ")"}


class OrganisationStage:
    """Finds bodies that no list has."""

    def find(self, tokens: Tokens, found: Sequence[Finding]) -> list[Finding]:  # noqa: ARG002
        results: list[Finding] = []
        index = 0
        while index < len(tokens):
            reading = tokens.words[index].reading_with(_HEADS | MEDIA_HEAD)
            body = _body_at(tokens, index, reading) if reading else None
            if body:
                results.append(body)
            index += 1
        return results


def _body_at(tokens: Tokens, index: int, reading: Reading) -> Finding | None:
    if reading.flags & MEDIA_HEAD and (quoted := _quoted_name(tokens, index, reading)):
        return quoted
    if reading.flags & DEFINITE_ORGANISATION_HEAD:
        return _definite_body(tokens, index, reading)
    if reading.flags & (ORGANISATION_HEAD | WEAK_ORGANISATION_HEAD):
        return _construct_body(tokens, index, reading)
    return None


def _definite_body(tokens: Tokens, index: int, reading: Reading) -> Finding | None:
    """ "الاتحاد الدولي للاتصالات", "البنك المركزي المصري"."""
    after = after_adjectives(tokens, index + 1)
    adjectives = tokens.words[index + 1 : after]
    if reading.key == f"ال{_TEAM}":
        national = bool(adjectives) and bool(adjectives[0].flags & NATIONALITY)
        return _found(tokens, index, after, reading, 0.7) if national else None
    named = any(word.flags & INSTITUTION_ADJECTIVE for word in adjectives)
    explained = after_complement(tokens, after, any_purpose=True)
    if explained > after and has_acronym_behind(tokens, explained):
        return _found(tokens, index, explained, reading, 0.9)
    complemented = after_complement(tokens, after)
    if complemented > after:
        if is_adjective(tokens, complemented):
            complemented += 1
        return _found(tokens, index, complemented, reading, 0.85 if named else 0.6)
    return _found(tokens, index, after, reading, 0.6) if named else None


def _construct_body(tokens: Tokens, index: int, reading: Reading) -> Finding | None:
    """ "وزارة الاتصالات وتكنولوجيا المعلومات", "جامعة القاهرة", "شركة مايكروسوفت"."""
    strong = bool(reading.flags & ORGANISATION_HEAD)
    after = _after_proper(tokens, index + 1)
    if after > index + 1:
        if reading.flags & MEDIA_HEAD:
            reason = f"name after “{tokens.written(index, reading)}”"
            return finding(tokens, index + 1, after, ORGANISATION, source=SOURCE, confidence=0.7, reason=reason)
        if reading.key != _TEAM:
            after = after_complement(tokens, after_adjectives(tokens, after))
        return _found(tokens, index, after, reading, 0.75 if strong else 0.5)
    after = after_genitive(tokens, index + 1)
    if after == index + 1 or not strong:
        return None
    if reading.flags & WEAK_ORGANISATION_HEAD and not _ends_as_institution(tokens, after):
        return None
    if reading.key in _COORDINATING:
        after = after_coordination(tokens, after)
    complemented = after_complement(tokens, after)
    if complemented > after and is_adjective(tokens, after - 1):
        after = complemented
    return _found(tokens, index, after_adjectives(tokens, after), reading, 0.7)


def _ends_as_institution(tokens: Tokens, after: int) -> bool:
    return bool(tokens.words[after - 1].flags & (INSTITUTION_ADJECTIVE | NATIONALITY))


def _after_proper(tokens: Tokens, index: int) -> int:
    """The index behind a proper name: a place, a person's name, unknown words, Latin letters; else ``index``."""
    if index >= len(tokens):
        return index
    word = tokens.words[index]
    if word.flags & (HONORIFIC | DEFINITE_ROLE_HEAD):
        after = after_name(tokens, index + 1, trusted=True)
        return after if after > index + 1 else index
    if word.flags & GIVEN_NAME and not word.flags & PLACE and (after := after_name(tokens, index)) > index + 1:
        return after
    end = index
    while end < index + 4 and (_is_name(tokens, end) or is_unknown_name(tokens, end)):
        if end > index and not _goes_on(tokens, end):
            break
        end += 1
    return end


def _is_name(tokens: Tokens, index: int) -> bool:
    if index >= len(tokens):
        return False
    flags = tokens.words[index].flags
    return bool(flags & (PLACE | WEAK_PLACE | GIVEN_NAME)) or (bool(flags & NAME_PART) and not flags & COMMON)


def _goes_on(tokens: Tokens, index: int) -> bool:
    """May a proper name go on with this token after another?"""
    word = tokens.words[index]
    if word.flags & PLACE:
        return False
    return word.kind is tokens.words[index - 1].kind


def _quoted_name(tokens: Tokens, index: int, reading: Reading) -> Finding | None:
    """The name between quotation marks right after "صحيفة", "شركة"…"""
    opening = index + 1
    if opening < len(tokens) and is_adjective(tokens, opening):
        opening += 1
    closing = _CLOSING.get(tokens.words[opening].form) if opening < len(tokens) else None
    if closing is None or closing == ")":
        return None
    for end in range(opening + 1, min(opening + 2 + _LONGEST_QUOTED_NAME, len(tokens))):
        if tokens.words[end].form == closing and end > opening + 1:
            reason = f"quoted after “{tokens.written(index, reading)}”"
            return finding(tokens, opening + 1, end, ORGANISATION, source=SOURCE, confidence=0.75, reason=reason)
    return None


def _found(tokens: Tokens, first: int, after: int, reading: Reading, confidence: float) -> Finding:
    return finding(
        tokens,
        first,
        after,
        ORGANISATION,
        source=SOURCE,
        confidence=confidence,
        reason=f"“{tokens.written(first, reading)}” begins the name of a body",
        skip=reading.skip,
    )

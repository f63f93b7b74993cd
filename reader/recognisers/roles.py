# SPDX-License-Identifier: GPL-3.0-or-later
"""Offices and titles: "وزير الاتصالات", "الأمين العام", "رئيس الجمهورية", and the honorific before a name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reader.recognisers.base import ORGANISATION, PLACE, ROLE, Finding, finding
from reader.recognisers.lexicon import (
    DEFINITE_ROLE_HEAD,
    GIVEN_NAME,
    HONORIFIC,
    INSTITUTION_ADJECTIVE,
    NAME_PART,
    NATIONALITY,
    ROLE_HEAD,
    words,
)
from reader.recognisers.phrases import (
    after_adjectives,
    after_complement,
    after_coordination,
    after_genitive,
    is_adjective,
    is_indefinite_noun,
)
from reader.recognisers.tokens import Reading, Tokens

SOURCE: Final = "triggers"
_SPOKEN_FOR: Final = frozenset(("باسم",))
_INDEFINITE_FIELDS: Final = frozenset(words("جمهوريه وزراء حكومه دوله بلديه تحرير مجلس عام سابق"))


class RoleStage:
    """Finds offices; names of bodies and places that stand inside are left to be found as well."""

    def find(self, tokens: Tokens, found: Sequence[Finding]) -> list[Finding]:
        names = {each.first: each for each in found if each.tag in (ORGANISATION, PLACE)}
        results: list[Finding] = []
        index = 0
        while index < len(tokens):
            reading = tokens.words[index].reading_with(ROLE_HEAD | DEFINITE_ROLE_HEAD)
            role = _role_at(tokens, index, reading, names) if reading else None
            if role:
                results.append(role)
                index = role.after
            else:
                index += 1
        return results


def honorific_at(tokens: Tokens, index: int) -> Finding | None:
    """The title at ``index`` as a role of its own; for whoever knows that a name follows."""
    reading = tokens.words[index].reading_with(HONORIFIC | DEFINITE_ROLE_HEAD)
    if reading is None:
        return None
    return finding(
        tokens,
        index,
        index + 1,
        ROLE,
        source=SOURCE,
        confidence=0.75,
        reason="title before a name",
        skip=reading.skip,
    )


def _role_at(tokens: Tokens, index: int, reading: Reading, names: dict[int, Finding]) -> Finding | None:
    if reading.flags & GIVEN_NAME and index + 1 < len(tokens) and tokens.words[index + 1].flags & NAME_PART:
        return None
    if reading.flags & ROLE_HEAD and not (reading.flags & DEFINITE_ROLE_HEAD):
        after = _after_office(tokens, index + 1, names)
        if after == index + 1:
            return None
        return _found(tokens, index, after, reading, 0.85)
    after = after_adjectives(tokens, index + 1)
    named = any(word.flags & (INSTITUTION_ADJECTIVE | NATIONALITY) for word in tokens.words[index + 1 : after])
    if not named:
        spoken = _after_spoken_for(tokens, index + 1, names)
        return _found(tokens, index, spoken, reading, 0.8) if spoken > index + 1 else None
    return _found(tokens, index, _after_body(tokens, after, names), reading, 0.75)


def _after_office(tokens: Tokens, index: int, names: dict[int, Finding]) -> int:
    """The index behind the field of an office ("الاتصالات وتكنولوجيا المعلومات الإيراني"), or ``index``."""
    start = index
    while index < start + 2 and index < len(tokens) and tokens.words[index].flags & ROLE_HEAD:
        index += 1
    if index in names:
        return after_adjectives(tokens, names[index].after)
    spoken = _after_spoken_for(tokens, index, names)
    if spoken > index:
        return spoken
    if is_indefinite_noun(tokens, index) and index + 1 in names:
        return names[index + 1].after
    after = _after_field(tokens, index, names)
    return after if after > index else start


def _after_field(tokens: Tokens, index: int, names: dict[int, Finding]) -> int:
    """The index behind a field that is no name, or ``index``."""
    after = after_genitive(tokens, index)
    if after > index:
        return _after_body(tokens, after_adjectives(tokens, after_coordination(tokens, after)), names)
    if is_adjective(tokens, index):
        return after_adjectives(tokens, index)
    is_field = index < len(tokens) and tokens.words[index].key in _INDEFINITE_FIELDS
    return index + 1 if is_field else index


def _after_spoken_for(tokens: Tokens, index: int, names: dict[int, Finding]) -> int:
    """The index behind "باسم الحكومة", or ``index``."""
    if index + 1 >= len(tokens) or tokens.words[index].key not in _SPOKEN_FOR:
        return index
    if index + 1 in names:
        return names[index + 1].after
    after = after_genitive(tokens, index + 1)
    return after if after > index + 1 else index


def _after_body(tokens: Tokens, index: int, names: dict[int, Finding]) -> int:
    """The index behind "للأمم المتحدة" and the like, or ``index``."""
    if index in names and tokens.starts[index] < names[index].start and tokens.words[index].key.startswith("ل"):
        return names[index].after
    return after_complement(tokens, index)


def _found(tokens: Tokens, first: int, after: int, reading: Reading, confidence: float) -> Finding:
    return finding(
        tokens,
        first,
        after,
        ROLE,
        source=SOURCE,
        confidence=confidence,
        reason=f"“{tokens.written(first, reading)}” begins an office",
        skip=reading.skip,
    )

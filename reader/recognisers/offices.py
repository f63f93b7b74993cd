# SPDX-License-Identifier: GPL-3.0-or-later
"""Who holds which office: a role told beside a person is his, and later "the minister" is he, while only one is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reader.recognisers.base import PERSON, ROLE, Finding
from reader.recognisers.mentions import Keys
from reader.recognisers.tokens import Tokens

MOST_OFFICES: Final = 4096
_COMMAS: Final = frozenset(("،", ",", "-", "–", "("))


class Offices:
    """Offices by their words, with the names of those who hold them."""

    def __init__(self) -> None:
        self._holders: dict[Keys, dict[str, None]] = {}
        self._told: dict[str, dict[str, None]] = {}

    def give(self, keys: Keys, name: str) -> None:
        """The person holds the office, somewhere in the document."""
        for count in range(2, len(keys) + 1):
            self._holders.setdefault(keys[:count], {})[name] = None
        if len(self._holders) > MOST_OFFICES:
            self._holders = dict(list(self._holders.items())[MOST_OFFICES // 2 :])

    def tell(self, keys: Keys, name: str) -> None:
        """The text has come to this office, and may go on with the definite form of its first word."""
        self._told.setdefault(keys[0].removeprefix("ال"), {})[name] = None
        if len(self._told) > MOST_OFFICES:
            self._told = dict(list(self._told.items())[MOST_OFFICES // 2 :])

    def holder(self, keys: Keys) -> str:
        """The name of the only one known to hold the office, or one whose title goes on from it, or ""."""
        return _only(self._holders.get(keys, {}))

    def called(self, head: str) -> str:
        """The name of the only one so far whose office begins with this word, with or without the article, or ""."""
        return _only(self._told.get(head.removeprefix("ال"), {}))


def _only(names: dict[str, None]) -> str:
    return next(iter(names)) if len(names) == 1 else ""


def appositions(tokens: Tokens, found: Sequence[Finding]) -> Iterator[tuple[Finding, Finding]]:
    """Each role with the person it belongs to: the one right behind it or, behind a comma, right before it.

    ``found`` is in text order. Titles in a row belong to the person behind the last.
    """
    people = {each.first: each for each in found if each.tag == PERSON}
    ends = {each.after: each for each in found if each.tag == PERSON}
    starts = {each.first: each.after for each in found if each.tag == ROLE}
    for role in found:
        if role.tag != ROLE:
            continue
        at = role.after
        for _ in range(3):
            at = starts.get(at, at)
        comma = role.first > 0 and tokens.words[role.first - 1].form in _COMMAS
        person = people.get(at) or ends.get(role.first - comma)
        if person is not None:
            yield role, person

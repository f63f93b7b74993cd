# SPDX-License-Identifier: GPL-3.0-or-later
"""The people a document has named so far: who is meant by a name, in full, in part, or by the surname alone.

Precision first: a name that could be two people's is nobody's but its own.
"""

from __future__ import annotations

from typing import Final

from reader.recognisers.mentions import Keys

MOST_PEOPLE: Final = 4096
"""People remembered; then the older half is forgotten."""
_MOST_NAMESAKES: Final = 16
"""Namesakes that are compared; whoever shares a name with more is met as somebody new."""


class Person:
    """``name`` is what all mentions are grouped under: the fullest form when first told; ``keys`` are the fullest."""

    __slots__ = ("keys", "name")

    def __init__(self, keys: Keys, name: str) -> None:
        self.keys, self.name = keys, name


class KnownPeople:
    """People by the words of their names."""

    def __init__(self) -> None:
        self._people: dict[Keys, Person] = {}
        self._namesakes: dict[str, dict[Person, None]] = {}
        self._surnames: dict[str, dict[Person, None]] = {}

    def meet(self, keys: Keys, name: str, *, has_surname: bool) -> None:
        """Take in a name of several words; ``has_surname`` when its last word may stand for the person.

        Meet longer names first, so that they give people their names.
        """
        person = self._people.get(keys) or self._same(keys)
        if person is None:
            person = self._people[keys] = Person(keys, name)
            self._forget_old()
        elif len(keys) > len(person.keys):
            person.keys = keys
        self._people[keys] = person
        for key in {keys[0], keys[-1]}:
            self._namesakes.setdefault(key, {})[person] = None
        if has_surname:
            self._surnames.setdefault(keys[-1], {})[person] = None

    def who(self, keys: Keys) -> Person | None:
        """The one person who is meant by the name, or None."""
        if keys in self._people:
            return self._people[keys]
        if len(keys) > 1:
            return self._same(keys)
        namesakes = self._namesakes.get(keys[0], {})
        by_surname = [person for person in _few(namesakes) if person.keys[-1] == keys[0]]
        candidates = by_surname or _few(namesakes)
        return candidates[0] if len(candidates) == 1 and len(namesakes) <= _MOST_NAMESAKES else None

    def with_surname(self, key: str) -> list[Person]:
        """The people whose surname the word is, a few at most."""
        return _few(self._surnames.get(key, {}))

    def _same(self, keys: Keys) -> Person | None:
        """The one person known by a longer or shorter form of the name, or None."""
        near = self._namesakes.get(keys[-1], {}) | self._namesakes.get(keys[0], {})
        if len(near) > _MOST_NAMESAKES:
            return None
        matching = [person for person in near if _is_form_of(keys, person.keys)]
        return matching[0] if len(matching) == 1 else None

    def _forget_old(self) -> None:
        if len(self._people) <= MOST_PEOPLE:
            return
        kept = dict(list(self._people.items())[MOST_PEOPLE // 2 :])
        people = set(kept.values())
        self._people = kept
        for table in (self._namesakes, self._surnames):
            for key in list(table):
                table[key] = {person: None for person in table[key] if person in people}
                if not table[key]:
                    del table[key]


def _few(people: dict[Person, None]) -> list[Person]:
    return list(people)[: _MOST_NAMESAKES + 1]


def _is_form_of(one: Keys, other: Keys) -> bool:
    """Is the shorter the longer with words left out, at the beginning, inside or behind a patronymic?"""
    short, long = sorted((one, other), key=len)
    if len(short) < 2 or not _are_in_order(short, long):
        return False
    return short[-1] == long[-1] or long[: len(short)] == short


def _are_in_order(short: Keys, long: Keys) -> bool:
    rest = iter(long)
    return all(key in rest for key in short)

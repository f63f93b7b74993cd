# SPDX-License-Identifier: GPL-3.0-or-later
"""Names from the user's own registry and lists: found wherever they stand, before and above everything else.

They are compared folded, with and without proclitics, the longest first. Time is linear in the text, whatever the
number of names.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from reader.recognisers.base import REGISTRY, Finding, finding
from reader.recognisers.knowledge import KnownName
from reader.recognisers.mentions import Keys
from reader.recognisers.tokens import Kind, Tokens, Word, code_points_of, token_forms
from reader.text.normalise import folded

SOURCE: Final = REGISTRY
REASON: Final = "in your lists"
LONGEST_NAME: Final = 24
"""Tokens of a name that are compared; a longer one is left out."""
_LEAST_STEM: Final = 3
"""Letters of a name of one word before which a proclitic is taken off."""
_CONJUNCTIONS: Final = ("و", "ف")
_PREPOSITIONS: Final = ("ب", "ل", "ك")


class KnownNames:
    """The names, by the first word of each. Immutable, so that several documents may share it."""

    def __init__(self, names: Iterable[KnownName]) -> None:
        self._names: dict[Keys, KnownName] = {}
        self._longest: dict[str, int] = {}
        self._in_capitals: set[Keys] = set()
        for name in names:
            forms = token_forms(name.name)
            keys = tuple(folded(form) for form in forms)
            if not 0 < len(keys) <= LONGEST_NAME or keys in self._names or not any(map(str.isalnum, name.name)):
                continue
            self._names[keys] = name
            self._longest[keys[0]] = max(self._longest.get(keys[0], 0), len(keys))
            if len(forms) == 1 and forms[0].isascii() and forms[0].isupper():
                self._in_capitals.add(keys)

    def __bool__(self) -> bool:
        return bool(self._names)

    def find(self, tokens: Tokens) -> list[Finding]:
        """The names in a paragraph, which do not overlap, in text order. O(n)."""
        found: list[Finding] = []
        index = 0
        while index < len(tokens):
            each = self._at(tokens, index)
            if each:
                found.append(each)
            index = each.after if each else index + 1
        return found

    def _at(self, tokens: Tokens, index: int) -> Finding | None:
        word = tokens.words[index]
        for key, letters in _beginnings(word):
            longest = self._longest.get(key, 0)
            for count in range(min(longest, len(tokens) - index), 0, -1):
                keys = (key, *(each.key for each in tokens.words[index + 1 : index + count]))
                name = self._names.get(keys)
                if name and self._may_be(keys, word, letters):
                    return self._found(tokens, index, index + count, name, letters)
        return None

    def _may_be(self, keys: Keys, word: Word, letters: int) -> bool:
        if letters and len(keys) == 1 and (len(keys[0]) < _LEAST_STEM or word.flags):
            return False
        return keys not in self._in_capitals or word.form.isupper()

    def _found(self, tokens: Tokens, first: int, after: int, name: KnownName, letters: int) -> Finding:
        skip = code_points_of(tokens.words[first].form, letters) if letters else 0
        each = finding(tokens, first, after, name.tag_id, source=SOURCE, confidence=0.98, reason=REASON, skip=skip)
        return replace(each, entity=name.entity or name.name)


def _beginnings(word: Word) -> Iterable[tuple[str, int]]:
    """Keys with which a name may begin in this word, with the letters before it; the whole word first."""
    key = word.key
    yield key, 0
    if word.kind is not Kind.ARABIC:
        return
    taken = 0
    if key.startswith(_CONJUNCTIONS):
        taken = 1
        yield key[1:], 1
    if key[taken:].startswith(_PREPOSITIONS):
        yield key[taken + 1 :], taken + 1
        if key[taken:].startswith("لل"):
            yield "ال" + key[taken + 2 :], taken + 1


_made: list[tuple[Sequence[KnownName], KnownNames]] = []


def known_names(names: tuple[KnownName, ...]) -> KnownNames:
    """The names made ready; the last ones are kept, for a library's documents are read with the same."""
    for given, made in _made:
        if given is names:
            return made
    made = KnownNames(names)
    _made[:] = [(names, made)]
    return made

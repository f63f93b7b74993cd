# SPDX-License-Identifier: GPL-3.0-or-later
"""Dictionaries of the user: what a dictionary says of itself, and what it says of a word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Final, NewType

DictionaryId = NewType("DictionaryId", str)

LONGEST_HEADWORD: Final = 500
"""Code points; a longer headword is none that anybody would look up."""
LONGEST_ARTICLE: Final = 200_000
"""Code points of an article as it is kept; what is longer is cut, and counted."""
_LF: Final = "\n"
DEEPEST: Final = 9
"""The deepest indentation of a line of an article."""


class LineKind(StrEnum):
    """What a line of an article is; the values are how it is kept."""

    TEXT = "t"
    GRAMMAR = "g"
    """Part of speech, pronunciation, labels."""
    EXAMPLE = "e"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLine:
    """A line of an article: plain text without markup; ``depth`` is its indentation, 0 to ``DEEPEST``."""

    text: str
    kind: LineKind = LineKind.TEXT
    depth: int = 0


def packed(lines: Iterable[EntryLine]) -> str:
    """The lines as one text: a line each, with depth and kind in front of it."""
    return "\n".join(f"{min(each.depth, DEEPEST)}{each.kind.value}{each.text.replace(_LF, ' ')}" for each in lines)


def unpacked(text: str) -> tuple[EntryLine, ...]:
    """The lines that ``packed`` made the text of.

    Raises:
        ValueError: when it did not.
    """
    return tuple(
        EntryLine(text=line[2:], kind=LineKind(line[1:2]), depth=int(line[:1])) for line in text.split(_LF) if line
    )


class Match(IntEnum):
    """How a headword answers the word that was asked for, the closest first."""

    EXACT = 0
    SPELLING = 1
    """The same but for vocalisation, tatweel and the like (profile "lemma")."""
    FOLDED = 2
    """The same but for hamza forms, final yeh, teh marbuta, capitals (profile "search")."""
    ARTICLE = 3
    """As FOLDED, and one of the two has an article more than the other."""
    CLITIC = 4
    """The headword is the word without clitics."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DictionaryEntry:
    """What one dictionary says under one headword. ``source`` names the dictionary as it names itself.

    ``word`` is which of the words asked for it answers, and ``match`` how.
    """

    dictionary_id: DictionaryId
    source: str
    headword: str
    lines: tuple[EntryLine, ...]
    word: str
    match: Match

    @property
    def text(self) -> str:
        """The article as plain text, a line each, two spaces for each step of indentation."""
        return "\n".join("  " * line.depth + line.text for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """Why something of a dictionary was left out, how often, and the first places where (``places`` are English)."""

    reason: str
    count: int
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DictionaryAbout:
    """A dictionary on the user's shelf. Title, author, licence, description and languages are as it states them.

    ``entries`` counts headwords, ``articles`` the texts they lead to. ``source`` is the file it was read from, as a
    full path; ``fingerprint`` tells whether another file holds the same dictionary. ``modified`` is when it was read.
    """

    id: DictionaryId
    title: str
    format: str
    source: str
    fingerprint: str
    entries: int
    articles: int
    skipped: tuple[Skipped, ...] = ()
    author: str = ""
    licence: str = ""
    description: str = ""
    source_language: str = ""
    target_language: str = ""
    modified: str = ""
    is_on: bool = True

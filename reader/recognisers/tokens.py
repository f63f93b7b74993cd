# SPDX-License-Identifier: GPL-3.0-or-later
"""A paragraph as tokens with code-point offsets, each with what the lexicon knows of it, clitics on and off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from reader.recognisers.lexicon import (
    COMMON,
    FUNCTION_WORD,
    GIVEN_NAME,
    NAME_PART,
    PLACE,
    VERB,
    WEAK_PLACE,
    Lexicon,
)
from reader.text.arabic import DIGITS, JOINERS, LETTER_CLASS, MARK_CLASS, TATWEEL
from reader.text.clitics import ARTICLE, splits
from reader.text.normalise import folded

_DIGIT: Final = "".join(sorted(DIGITS))
_WITHIN: Final = LETTER_CLASS + MARK_CLASS + TATWEEL + "".join(sorted(JOINERS))
_TOKEN: Final = re.compile(
    rf"(?P<arabic>[{LETTER_CLASS}][{_WITHIN}]*)"
    rf"|(?P<number>[{_DIGIT}]+(?:[.,\u066b\u066c:][{_DIGIT}]+)*)"
    r"|(?P<latin>[^\W\d_](?:[^\W_])*(?:[-.&'\u2019][^\W_]+)*)"
    r"|(?P<punctuation>\S)"
)
_NAMES: Final = GIVEN_NAME | NAME_PART | PLACE | WEAK_PLACE
_ORDINARY: Final = COMMON | FUNCTION_WORD | VERB
_SUFFIXES: Final = ("هما", "ها", "هم", "نا", "ه", "ات", "ون", "ين", "ا", "ي")
_FUTURE: Final = ("سي", "ست", "سن")
"""Beginnings of verbs in the future."""
_LONGEST_KEYED: Final = 64
_KEPT_WORDS: Final = 50_000


class Kind(Enum):
    ARABIC = "arabic"
    NUMBER = "number"
    LATIN = "latin"
    PUNCTUATION = "punctuation"


@dataclass(frozen=True, slots=True)
class Reading:
    """A word without its proclitics: ``skip`` code points into the form, its folded key, and the lexicon's flags."""

    skip: int
    key: str
    flags: int
    proclitics: tuple[str, ...] = ()


class Word:
    """A form as it is written, shared by all its occurrences.

    ``readings`` begins with the whole form; the others are those without proclitics that the lexicon knows or that
    are definite or stand behind "ل". ``flags`` are those of the whole form, ``any_flags`` those of all readings
    or-ed. ``stem_common`` says that without its clitics and article it is a common word.
    """

    __slots__ = ("any_flags", "definite", "flags", "form", "key", "kind", "readings", "stem_common")

    def __init__(self, form: str, kind: Kind, readings: tuple[Reading, ...], *, stem_common: bool) -> None:
        self.form = form
        self.kind = kind
        self.readings = readings
        self.key = readings[0].key
        self.flags = readings[0].flags
        self.stem_common = stem_common
        self.any_flags = 0
        for reading in readings:
            self.any_flags |= reading.flags
        self.definite = kind is Kind.ARABIC and any(_is_definite(reading.key) for reading in readings)

    def reading_with(self, wanted: int) -> Reading | None:
        """The reading that has one of the ``wanted`` flags and strips least, or None."""
        if not self.any_flags & wanted:
            return None
        for reading in self.readings:
            if reading.flags & wanted:
                return reading
        return None


@dataclass(frozen=True, slots=True)
class Tokens:
    """A paragraph's tokens in order: ``words[i]`` stands at ``text[starts[i]:ends[i]]``, in code points."""

    text: str
    words: Sequence[Word]
    starts: Sequence[int]
    ends: Sequence[int]

    def __len__(self) -> int:
        return len(self.words)

    def written(self, index: int, reading: Reading) -> str:
        """The token as it would be written without the proclitics that the reading leaves out."""
        rest = self.words[index].form[reading.skip :]
        return "ا" + rest if rest.startswith("ل") and reading.key.startswith("ال") else rest

    def touches(self, index: int) -> bool:
        """Does the token stand right after the one before, without a space?"""
        return index > 0 and self.ends[index - 1] == self.starts[index]


class Tokeniser:
    """Makes tokens of paragraphs; keeps the words it has met, up to a bound."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._words: dict[str, Word] = {}

    def tokens(self, text: str, start: int = 0, end: int | None = None) -> Tokens:
        """The tokens of ``text[start:end]``; offsets are those of ``text``. O(n)."""
        words: list[Word] = []
        starts: list[int] = []
        ends: list[int] = []
        known = self._words
        for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
            form = match[0]
            word = known.get(form)
            if word is None:
                word = self._new_word(form, Kind(match.lastgroup))
            words.append(word)
            starts.append(match.start())
            ends.append(match.end())
        return Tokens(text, words, starts, ends)

    def _new_word(self, form: str, kind: Kind) -> Word:
        if len(self._words) >= _KEPT_WORDS:
            self._words.clear()
        readings = self._readings(form, kind)
        word = Word(form, kind, readings, stem_common=any(self._is_common(reading) for reading in readings))
        self._words[form] = word
        return word

    def _readings(self, form: str, kind: Kind) -> tuple[Reading, ...]:
        if kind is not Kind.ARABIC or len(form) > _LONGEST_KEYED:
            key = folded(form)
            return (Reading(0, key, self._lexicon.flags.get(key, 0) if len(form) <= _LONGEST_KEYED else 0),)
        whole = self._reading(form)
        kept = [whole]
        for split in splits(form):
            if split.proclitics and not split.enclitics and split.proclitics[-1] not in (ARTICLE, "س"):
                other = self._reading(split.stem, split.stem_span.start, split.proclitics)
                if other.flags or _is_definite(other.key) or _may_be_purpose(other):
                    kept.append(other)
        return tuple(sorted(kept, key=lambda reading: (reading.skip, not _is_definite(reading.key))))

    def _is_common(self, reading: Reading) -> bool:
        flags = self._lexicon.flags
        stem = reading.key[2:] if _is_definite(reading.key) else reading.key
        if (reading.flags | flags.get(stem, 0)) & _ORDINARY:
            return True
        if not reading.flags and stem.startswith(_FUTURE) and flags.get(stem[1:], 0) & _ORDINARY:
            return True
        return any(flags.get(bare, 0) & _ORDINARY for bare in _without_suffix(stem))

    def _reading(self, form: str, skip: int = 0, proclitics: tuple[str, ...] = ()) -> Reading:
        key = folded(form)
        flags = self._lexicon.flags.get(key, 0)
        if form.endswith("ى"):
            flags |= self._lexicon.flags.get(key[:-1] + "ى", 0)
        if flags & FUNCTION_WORD:
            flags = flags & ~_NAMES
        return Reading(skip, key, flags, proclitics)


def token_forms(text: str) -> list[str]:
    """The tokens of a text as they are written. O(n)."""
    return [match[0] for match in _TOKEN.finditer(text)]


def token_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where the tokens of a text stand: ``(start, end)`` in code points, half-open. O(n)."""
    return (match.span() for match in _TOKEN.finditer(text))


def code_points_of(form: str, letters: int) -> int:
    """Code points of ``form`` that its first ``letters`` take, with the marks on them."""
    seen = index = 0
    while index < len(form):
        seen += len(folded(form[index]))
        if seen > letters:
            break
        index += 1
    return index


def _without_suffix(key: str) -> Iterator[str]:
    """What ``key`` may be without a pronoun or an ending, at least three letters."""
    for suffix in _SUFFIXES:
        if key.endswith(suffix) and len(key) - len(suffix) > 2:
            stem = key.removesuffix(suffix)
            yield stem
            if stem.endswith("ت"):
                yield stem[:-1] + "ه"


def _may_be_purpose(reading: Reading) -> bool:
    """Is it an unknown noun behind "ل", as in "لرقمنة المخطوطات"?"""
    return reading.proclitics == ("ل",) and len(reading.key) > 3 and not reading.key.startswith("ل")


def _is_definite(key: str) -> bool:
    return len(key) > 3 and key.startswith("ال")

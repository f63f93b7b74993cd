# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tagger knows of a word by itself, as a row of hashes that is worked out once for each form."""

from __future__ import annotations

import threading
import zlib
from collections.abc import Iterable
from enum import IntEnum, auto
from typing import Final

import numpy as np
from numpy.typing import NDArray

from reader.recognisers import lexicon as flag
from reader.recognisers.tagger.frequencies import Frequencies
from reader.recognisers.tokens import Kind, Reading, Word
from reader.text.normalise import folded

_KEPT_ROWS: Final = 60_000
_LONGEST: Final = 40
"""Letters of a word that are looked at; what is longer is no word."""
_GROUPS: Final = (
    flag.GIVEN_NAME | flag.NAME_PART | flag.COMMON,
    flag.PLACE | flag.WEAK_PLACE | flag.COUNTRY | flag.NATIONALITY | flag.PLACE_HEAD | flag.PLACE_NOUN,
    flag.ORGANISATION
    | flag.ORGANISATION_HEAD
    | flag.WEAK_ORGANISATION_HEAD
    | flag.DEFINITE_ORGANISATION_HEAD
    | flag.INSTITUTION_ADJECTIVE
    | flag.MEDIA_HEAD,
    flag.ROLE_HEAD | flag.DEFINITE_ROLE_HEAD | flag.HONORIFIC,
    flag.EVENT_HEAD | flag.EVENT | flag.WORK_HEAD | flag.FUNCTION_WORD | flag.VERB,
)
_TITLES: Final = flag.HONORIFIC | flag.DEFINITE_ROLE_HEAD | flag.ROLE_HEAD


class Column(IntEnum):
    """What stands in each column of a row."""

    LEMMA = 0
    KEY = auto()
    CORE = auto()
    CLITICS = auto()
    KEY_PREFIX_1 = auto()
    KEY_PREFIX_2 = auto()
    KEY_PREFIX_3 = auto()
    PREFIX_2 = auto()
    PREFIX_3 = auto()
    PREFIX_4 = auto()
    SUFFIX_1 = auto()
    SUFFIX_2 = auto()
    SUFFIX_3 = auto()
    SUFFIX_4 = auto()
    SHAPE = auto()
    FLAGS = auto()
    NAMES = auto()
    PLACES = auto()
    BODIES = auto()
    ROLES = auto()
    OTHERS = auto()
    BAND = auto()
    FAMILY = auto()
    BEARERS = auto()
    KIND = auto()


class Trait(IntEnum):
    """Bits that say how a word takes part in its surroundings."""

    OPENS = 1
    CLOSES = 2
    TITLE = 4
    ENDS_SENTENCE = 8
    ARABIC = 16
    QUOTE = 32


_OPENING: Final = frozenset("([{«“‹")
_CLOSING: Final = frozenset(")]}»”›")
_ENDING: Final = frozenset(".!?؟؛…۔:")


class WordRows:
    """Rows of hashes for words, kept up to a bound; may be asked from several threads."""

    def __init__(self, frequencies: Frequencies) -> None:
        self._frequencies = frequencies
        self._lock = threading.Lock()
        self._known: dict[tuple[str, int, int, bool], int] = {}
        self._rows = np.zeros((4096, len(Column)), np.uint32)
        self._traits = np.zeros(4096, np.uint8)

    def of(self, words: Iterable[Word]) -> tuple[NDArray[np.uint32], NDArray[np.uint8]]:
        """Hashes ``(n_words, len(Column)) uint32`` and traits ``(n_words,) uint8``; hash 0 says nothing. O(n)."""
        with self._lock:
            if len(self._known) > _KEPT_ROWS:
                self._known.clear()
            known = self._known
            wanted = []
            for word in words:
                name = (word.form, word.flags, word.any_flags, word.stem_common)
                row = known.get(name)
                wanted.append(self._add(name, word) if row is None else row)
            index = np.array(wanted, np.intp)
            return self._rows[index], self._traits[index]

    def _add(self, name: tuple[str, int, int, bool], word: Word) -> int:
        row = len(self._known)
        if row == len(self._rows):
            self._rows = np.concatenate([self._rows, np.zeros_like(self._rows)])
            self._traits = np.concatenate([self._traits, np.zeros_like(self._traits)])
        self._rows[row] = _row(word, self._frequencies)
        self._traits[row] = _traits(word)
        self._known[name] = row
        return row


def hashed(column: int, value: str) -> int:
    """A number of 32 bits, the same in every run and on every machine, never 0."""
    return zlib.crc32(value.encode("utf-8", "surrogatepass"), column * 0x9E3779B1 & 0xFFFFFFFF) or 1


def core_of(word: Word, frequencies: Frequencies) -> Reading:
    """The reading that the word most likely has: with or without its proclitics."""
    if word.flags or len(word.readings) == 1 or word.kind is not Kind.ARABIC:
        return _known_stem(word, frequencies)
    return next((each for each in word.readings[1:] if each.flags), None) or _known_stem(word, frequencies)


def _known_stem(word: Word, frequencies: Frequencies) -> Reading:
    """The whole form, or where it is hardly ever written a stem behind one letter that is written far more often."""
    whole = word.readings[0]
    if word.flags or word.kind is not Kind.ARABIC:
        return whole
    for reading in word.readings[1:]:
        if frequencies.band(reading.key) > frequencies.band(whole.key):
            return reading
    if len(whole.key) > 3 and whole.key[0] in "وبلفك":
        rest = whole.key[1:]
        if frequencies.band(rest) > frequencies.band(whole.key):
            return Reading(1, rest, 0, (whole.key[0],))
    return whole


def _row(word: Word, frequencies: Frequencies) -> list[int]:
    key = word.key[:_LONGEST]
    reading = core_of(word, frequencies)
    core = reading.key[:_LONGEST]
    what = frequencies.of(core)
    values: dict[Column, str] = {
        Column.LEMMA: folded(word.form[:_LONGEST], "lemma"),
        Column.KEY: key,
        Column.CORE: core,
        Column.CLITICS: "+".join(reading.proclitics) + ("|ال" if reading.key.startswith("ال") else "|"),
        Column.SHAPE: _shape(word),
        Column.FLAGS: f"{word.flags}/{reading.flags}/{int(word.stem_common)}",
        Column.BAND: f"{what.band}",
        Column.FAMILY: f"{what.family}",
        Column.BEARERS: f"{what.bearers}",
        Column.KIND: word.kind.value if word.kind is not Kind.PUNCTUATION else word.form,
    }
    for column, group in zip(
        (Column.NAMES, Column.PLACES, Column.BODIES, Column.ROLES, Column.OTHERS), _GROUPS, strict=True
    ):
        shared = (word.flags | reading.flags) & group
        common = int(word.stem_common) if column is Column.NAMES else 0
        values[column] = f"{shared}/{common}" if shared or common else ""
    if word.kind in (Kind.ARABIC, Kind.LATIN):
        values |= _affixes(key, core)
    return [hashed(column, value) if (value := values.get(column, "")) else 0 for column in Column]


def _affixes(key: str, core: str) -> dict[Column, str]:
    """The first and last letters, those that leave at least one."""
    found = {
        column: key[:length]
        for column, length in ((Column.KEY_PREFIX_1, 1), (Column.KEY_PREFIX_2, 2), (Column.KEY_PREFIX_3, 3))
        if len(key) > length
    }
    for column, length in ((Column.PREFIX_2, 2), (Column.PREFIX_3, 3), (Column.PREFIX_4, 4)):
        if len(core) > length:
            found[column] = core[:length]
    for column, length in (
        (Column.SUFFIX_1, 1),
        (Column.SUFFIX_2, 2),
        (Column.SUFFIX_3, 3),
        (Column.SUFFIX_4, 4),
    ):
        if len(core) > length:
            found[column] = core[-length:]
    return found


def _shape(word: Word) -> str:
    form = word.form
    if word.kind is Kind.LATIN:
        return "X" if form.isupper() else "Xx" if form[:1].isupper() else "x"
    if word.kind is Kind.NUMBER:
        return f"9{min(len(form), 5)}"
    if word.kind is Kind.ARABIC:
        return f"ا{min(len(word.key), 9)}"
    return form


def _traits(word: Word) -> int:
    form = word.form
    traits = Trait.OPENS * (form in _OPENING) | Trait.CLOSES * (form in _CLOSING)
    traits |= Trait.ENDS_SENTENCE * (form in _ENDING) | Trait.QUOTE * (form == '"')
    traits |= Trait.TITLE * bool(word.any_flags & _TITLES) | Trait.ARABIC * (word.kind is Kind.ARABIC)
    return int(traits)

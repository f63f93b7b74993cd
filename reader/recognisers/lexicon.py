# SPDX-License-Identifier: GPL-3.0-or-later
"""What is known of word forms: one compact index of names, places, bodies and trigger words, by folded key."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from reader.errors import RecogniserUnavailable
from reader.resources import resource

GIVEN_NAME: Final = 1 << 0
"""A given name that is hardly ever another word: it begins a person's name by itself."""
NAME_PART: Final = 1 << 1
"""Occurs in names, and often as another word: it goes on a name, or begins one after a title."""
COMMON: Final = 1 << 2
"""A common word by its frequencies with article and suffixes: no unknown name."""
PLACE: Final = 1 << 3
WEAK_PLACE: Final = 1 << 4
"""A place whose name is also a common word or a person's name: a place only after "city", "province"…"""
COUNTRY: Final = 1 << 5
NATIONALITY: Final = 1 << 6
ORGANISATION: Final = 1 << 7
ORGANISATION_HEAD: Final = 1 << 8
WEAK_ORGANISATION_HEAD: Final = 1 << 9
"""Begins names of bodies, but ordinary phrases as often. Alone: a proper name must follow; with ``ORGANISATION_HEAD``:
a genitive that ends with an adjective of institution or nation will do."""
DEFINITE_ORGANISATION_HEAD: Final = 1 << 10
INSTITUTION_ADJECTIVE: Final = 1 << 11
ROLE_HEAD: Final = 1 << 12
DEFINITE_ROLE_HEAD: Final = 1 << 13
HONORIFIC: Final = 1 << 14
EVENT_HEAD: Final = 1 << 15
EVENT: Final = 1 << 16
PLACE_HEAD: Final = 1 << 17
PLACE_NOUN: Final = 1 << 18
WORK_HEAD: Final = 1 << 19
MEDIA_HEAD: Final = 1 << 20
FUNCTION_WORD: Final = 1 << 21
VERB: Final = 1 << 22
FAMOUS: Final = 1 << 23
"""A surname, single name or name in several words that by itself means one person known everywhere."""
FACILITY_HEAD: Final = 1 << 24
"""Begins the name of a building or square: "جامع ابن طولون", "ميدان التحرير"."""

INDEX_NAME: Final = "gazetteers/index.bin"
_MAGIC: Final = "hashiya-gazetteer 1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Folded keys with what is known of them.

    ``flags`` maps a key (one word, or several joined by single spaces) to the constants above, or-ed together.
    ``longest`` maps the first word of each key of several words to the number of words in the longest of them.
    ``months`` maps a calendar's name (``"gregorian"``, ``"hijri"``, ``"iranian"``) to month names and numbers.
    """

    flags: Mapping[str, int]
    longest: Mapping[str, int]
    months: Mapping[str, Mapping[str, int]]


def words(text: str) -> tuple[str, ...]:
    """The words of a string: how this package writes its small tables."""
    return tuple(text.split())


def pack(flags: Mapping[str, int], months: Mapping[str, Mapping[str, int]]) -> bytes:
    """The index file's content: the same bytes for the same entries, in whatever order they come."""
    lines = [_MAGIC]
    by_flags: dict[int, list[str]] = {}
    for key in sorted(flags):
        by_flags.setdefault(flags[key], []).append(key)
    lines += ["\t".join([str(value), *by_flags[value]]) for value in sorted(by_flags)]
    by_length: dict[int, list[str]] = {}
    for first, length in sorted(_longest_phrases(flags).items()):
        by_length.setdefault(length, []).append(first)
    lines += ["\t".join([f"@{length}", *by_length[length]]) for length in sorted(by_length)]
    for calendar in sorted(months):
        named = [f"{name}={number}" for name, number in sorted(months[calendar].items())]
        lines.append("\t".join([f"={calendar}", *named]))
    return zlib.compress("\n".join(lines).encode("utf-8"), 9)


def unpack(content: bytes) -> Lexicon:
    """The entries of an index file.

    Raises:
        ValueError: when the content is not an index that ``pack`` made.
    """
    try:
        lines = zlib.decompress(content).decode("utf-8").split("\n")
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if lines[0] != _MAGIC:
        raise ValueError("unknown form")
    flags: dict[str, int] = {}
    longest: dict[str, int] = {}
    months: dict[str, dict[str, int]] = {}
    for line in lines[1:]:
        label, *entries = line.split("\t")
        if label.startswith("@"):
            longest.update(dict.fromkeys(entries, int(label[1:])))
        elif label.startswith("="):
            months[label[1:]] = {name: int(number) for name, number in (entry.split("=") for entry in entries)}
        else:
            flags.update(dict.fromkeys(entries, int(label)))
    return Lexicon(flags=flags, longest=longest, months=months)


def read_lexicon(path: Path) -> Lexicon:
    """The index file at ``path``.

    Raises:
        RecogniserUnavailable: when the file is damaged or of another version.
    """
    try:
        return unpack(path.read_bytes())
    except (ValueError, OSError) as error:
        raise RecogniserUnavailable("gazetteers", f"{path.name}: {error}. Install Hashiya again.") from error


@cache
def shipped_lexicon() -> Lexicon:
    """The index that comes with the program, read once.

    Raises:
        ResourceMissing: when the installation lacks it.
        RecogniserUnavailable: when it is damaged.
    """
    return read_lexicon(resource(INDEX_NAME))


def _longest_phrases(keys: Iterable[str]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for key in keys:
        first, *others = key.split(" ")
        if others:
            longest[first] = max(longest.get(first, 0), len(others) + 1)
    return longest

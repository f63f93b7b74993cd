# SPDX-License-Identifier: GPL-3.0-or-later
"""What a reader of dictionary files gives: the dictionary's own words about itself, its entries, what it left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final, Protocol

from reader.errors import DictionaryUnreadable
from reader.model.dictionary import LONGEST_HEADWORD, Skipped

PLACES_KEPT: Final = 20
_HALF: Final = re.compile("[\ud800-\udfff]")
MOST_UNREADABLE: Final = 100
"""Of entries that are not in the encoding so many are left out; where they are also more than those that can be read,
the file is taken for damaged."""


class Markup(StrEnum):
    """How an article is written; see ``articles``."""

    PLAIN = "plain"
    HTML = "html"
    XDXF = "xdxf"
    DSL = "dsl"
    WIKI = "wiki"
    PACKED = "packed"
    """Lines already, as ``model.dictionary.packed`` makes them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """An entry as it stands in the file. ``place`` is the same for entries with the same article, None if unknown."""

    headwords: tuple[str, ...]
    body: str
    markup: Markup
    place: int | None = None


@dataclass(slots=True, kw_only=True)
class Statement:
    """What a dictionary says of itself; ``entries`` is how many it says it has, 0 where it does not say."""

    title: str
    author: str = ""
    licence: str = ""
    description: str = ""
    source_language: str = ""
    target_language: str = ""
    entries: int = 0


@dataclass(slots=True)
class Log:
    """What was left out: why, how often, and the first places. ``progress`` is where the reader is, of ``total``."""

    counts: dict[str, int] = field(default_factory=dict)
    places: dict[str, list[str]] = field(default_factory=dict)
    done: int = 0
    total: int = 0

    def skip(self, reason: str, place: str) -> None:
        self.counts[reason] = self.counts.get(reason, 0) + 1
        kept = self.places.setdefault(reason, [])
        if len(kept) < PLACES_KEPT:
            kept.append(place[:LONGEST_HEADWORD])

    def skipped(self) -> tuple[Skipped, ...]:
        return tuple(
            Skipped(reason=reason, count=count, places=tuple(self.places[reason]))
            for reason, count in self.counts.items()
        )


class Reason:
    """Why something was left out; keys of the sentences in ``ui/dictionary_messages.py``."""

    NOT_UTF8: Final = "not-utf8"
    NO_HEADWORD: Final = "no-headword"
    LONG_HEADWORD: Final = "long-headword"
    EMPTY: Final = "empty"
    CUT: Final = "cut"
    WORDCOUNT: Final = "wordcount"
    UNKNOWN_PART: Final = "unknown-part"
    REFUSED: Final = "refused"
    FAILED: Final = "failed"


class DictionarySource(Protocol):
    """A dictionary's files, open for reading once from beginning to end. ``fingerprint`` is the same for the same
    dictionary in other files.
    """

    path: Path
    format: str
    statement: Statement
    fingerprint: str
    log: Log

    def entries(self) -> Iterator[SourceEntry]:
        """Every entry in the file's order; what cannot be used is told to ``log``.

        Raises:
            DictionaryUnreadable, FileError.
        """
        ...

    def close(self) -> None: ...


def decoded(path: Path, data: bytes, log: Log, place: str, good: int) -> str | None:
    """The bytes as UTF-8; None where they are not, which ``log`` is told. ``good`` is how many were before.

    Raises:
        DictionaryUnreadable: when there are too many of them for the file to be UTF-8.
    """
    try:
        return data.decode()
    except UnicodeDecodeError:
        log.skip(Reason.NOT_UTF8, place)
        if log.counts[Reason.NOT_UTF8] > max(MOST_UNREADABLE, good):
            raise DictionaryUnreadable(path, "encoding", "UTF-8", place) from None
        return None


def one_line(text: str) -> str:
    """The text on one line, without control characters."""
    return " ".join(well_formed("".join(char if char >= " " else " " for char in text)).split())


def well_formed(text: str) -> str:
    """The text with halves of characters, which JSON can hold and UTF-8 cannot, replaced."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if _HALF.search(text) else text

# SPDX-License-Identifier: GPL-3.0-or-later
"""How far the text that came out of a PDF can be trusted.

Words of a list are counted, and whatever no sound text has: letters without characters, foreign signs inside words,
marks without a letter, single letters, words in visual order. The verdict is the worst that any of them says.
Bounds are set by the files of seventeen producers in ``tests/benchmarks/pdf.py``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from reader.errors import ResourceMissing
from reader.text import arabic
from reader.text.normalise import folded
from reader.text.visual_order import order_evidence

_WORD = re.compile(f"[{arabic.LETTER_CLASS}{arabic.MARK_CLASS}{arabic.TATWEEL}]+")
_TOKEN = re.compile(r"\S+")
_EDGES = "«»()[]{}.,:;!?،؛؟…\"'“”‘’-–—/%٪•*|<>=+&#_"
_LONE_LETTERS = frozenset("وأ")
_PREFIXES = ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ف", "ب", "ل", "ك", "س")
_SUFFIXES = ("هما", "كم", "هم", "ها", "نا", "ات", "ين", "ون", "ان", "ه", "ي", "ك", "ا", "ت", "ة")
_UNKNOWN_IN_SOUND = 0.09
"""Names and rare words: in nine of ten sound texts fewer are in no list."""
_ENOUGH = 25
"""Arabic words below which a share says nothing."""


class Verdict(StrEnum):
    GOOD = "good"
    DOUBTFUL = "doubtful"
    """Some words are wrong."""
    DAMAGED = "damaged"
    """Too many words are wrong for the text to be relied on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """Shares of the words (0 to 1) with the fault that each is named for; ``unknown`` words are in no list."""

    words: int
    unmapped: float = 0.0
    mixed: float = 0.0
    lone: float = 0.0
    unknown: float = 0.0
    backwards: bool = False

    @property
    def wrong(self) -> float:
        """The share of words that are surely wrong, 0 to 1."""
        return min(self.unmapped + self.mixed + self.lone, 1.0)

    @property
    def verdict(self) -> Verdict:
        if self.words < 3:
            return Verdict.DAMAGED if self.unmapped > 0.3 else Verdict.GOOD
        if self.backwards or self.wrong > 0.03 or self.unknown > 0.25:
            return Verdict.DAMAGED
        if self.wrong > 0.004 or self.unknown > 0.16:
            return Verdict.DOUBTFUL
        return Verdict.GOOD

    @property
    def surely_wrong(self) -> float:
        """The share of words that are wrong at the least: in sound texts up to a tenth are in no list."""
        return max(self.wrong, self.unknown - _UNKNOWN_IN_SOUND)

    @property
    def score(self) -> float:
        """For comparing two readings of one page: higher is better."""
        return -2 * self.wrong - self.unknown - self.backwards

    @property
    def reason(self) -> str:
        """The worst fault, as a word that ``ui/messages.py`` knows."""
        faults = {"unmapped": self.unmapped, "mixed": self.mixed, "lone": self.lone}
        worst = max(faults, key=lambda fault: faults[fault])
        if self.backwards:
            return "backwards"
        return worst if faults[worst] > 0.004 else "unknown"


def quality_of(text: str) -> Quality:
    """What can be told of a text by itself. O(n); the first call loads the list of words, 0.1 s."""
    tokens = _TOKEN.findall(text)
    words = [found for token in tokens for found in _WORD.findall(token)]
    count = max(len(tokens), 1)
    evidence = order_evidence(text)
    return Quality(
        words=len(tokens),
        unmapped=sum("\ufffd" in token for token in tokens) / count,
        mixed=sum(map(_is_mixed, tokens)) / count,
        lone=max(sum(map(_is_lone, words)) / max(len(words), 1) - 0.03, 0.0),
        unknown=_unknown(words),
        backwards=evidence.is_visual,
    )


def _is_mixed(token: str) -> bool:
    """Whether a sign that is none of a word's stands inside Arabic letters, or a mark where no letter is."""
    inside = token.strip(_EDGES)
    if "\ufffd" in token or not _WORD.search(inside):
        return inside != "" and all(char in arabic.MARKS for char in inside)
    if inside[0] in arabic.MARKS:
        return True
    parts = _WORD.split(inside)
    between = "".join(parts)
    return any(_is_foreign(char) for char in between)


def _is_foreign(char: str) -> bool:
    if char.isascii():
        return not char.isalnum() and char not in "-/.,:()'\"_@&+%"
    return (
        char not in arabic.DIGITS
        and char not in arabic.INVISIBLE
        and char not in "،؛«»–—…’‘“”٪٫٬"
        and not char.isalpha()
    )


def _is_lone(word: str) -> bool:
    bare = word.translate(arabic.WITHOUT_MARKS)
    return len(bare) == 0 or (len(bare) == 1 and bare not in _LONE_LETTERS)


def _unknown(words: list[str]) -> float:
    """The share of longer words that are in no list, with or without what may be put before and behind a word."""
    known = _known_words()
    asked = [key for word in words if len(key := folded(word)) >= 3]
    if len(asked) < _ENOUGH or not known:
        return 0.0
    return sum(not _is_known(key, known) for key in asked) / len(asked)


def _is_known(key: str, known: Mapping[str, int]) -> bool:
    if key in known:
        return True
    for prefix in ("", *_PREFIXES):
        if not key.startswith(prefix) or len(key) - len(prefix) < 2:
            continue
        stem = key[len(prefix) :]
        if stem in known or any(stem.endswith(end) and stem[: -len(end)] in known for end in _SUFFIXES):
            return True
    return False


@lru_cache(maxsize=1)
def _known_words() -> Mapping[str, int]:
    from reader.lexicon.frequencies import shipped_frequencies  # noqa: PLC0415 - 0.1 s that only this needs

    try:
        return shipped_frequencies()
    except ResourceMissing:
        return {}

# SPDX-License-Identifier: GPL-3.0-or-later
"""Vowel signs proposed by a machine for words that have none. The optional package text2tashkeel makes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache
from importlib.util import find_spec

from reader.errors import Cancelled, VocaliserMissing
from reader.text import arabic
from reader.text.normalise import folded
from reader.text.tashkeel import SIGNS

_MODEL = "rawi-v2-int8"
"""2.5 MB, in the package itself; of its models the one with the best figures for its size."""

_LONGEST = 600
"""Code points vocalised at once; longer texts are cut after a word."""

_WORD = re.compile(f"[{arabic.LETTER_CLASS}][{arabic.LETTER_CLASS}{arabic.MARK_CLASS}{arabic.TATWEEL}]*")

Vocalise = Callable[[str], str]


def is_vocaliser_installed() -> bool:
    """Whether signs can be made; loads nothing."""
    return find_spec("text2tashkeel") is not None


def vocalise(texts: Sequence[str], cancelled: Callable[[], bool]) -> list[dict[int, str]]:
    """For each text the signs that belong behind its letters, by offset; letters with signs of their own get none.

    What the machine would spell otherwise stays as it is written: only signs are taken from it.

    Raises:
        VocaliserMissing: when the package is not installed.
        Cancelled.
    """
    found = []
    for text in texts:
        if cancelled():
            raise Cancelled
        found.append(signs_for(text, _vocaliser()))
    return found


def signs_for(text: str, vocalise: Vocalise) -> dict[int, str]:
    """As ``vocalise`` for one text, by any function that gives a text back with signs."""
    signs: dict[int, str] = {}
    for start, end in _pieces(text):
        piece = text[start:end]
        bare = list(_WORD.finditer(piece))
        made = _WORD.findall(vocalise(piece.translate(arabic.WITHOUT_TASHKEEL)))
        for ours, theirs in _paired([word[0] for word in bare], made):
            word = bare[ours]
            signs |= {start + word.start() + at: sign for at, sign in _signs_of(word[0], made[theirs]).items()}
    return signs


@cache
def _vocaliser() -> Vocalise:
    try:
        from text2tashkeel import Diacritizer  # noqa: PLC0415 - optional, and only in the worker
    except ImportError as error:
        raise VocaliserMissing from error
    made: Vocalise = Diacritizer(_MODEL).diacritize
    return made


def _pieces(text: str) -> list[tuple[int, int]]:
    pieces, start = [], 0
    while start < len(text):
        end = min(start + _LONGEST, len(text))
        if end < len(text) and (space := text.rfind(" ", start, end)) > start:
            end = space + 1
        pieces.append((start, end))
        start = end
    return pieces


def _paired(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int]]:
    """Which word of ours each of theirs is; the machine may leave words out or run them together."""
    left, right = [folded(word, "search") for word in ours], [folded(word, "search") for word in theirs]
    if left == right:
        return [(at, at) for at in range(len(left))]
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    return [(block.a + step, block.b + step) for block in matcher.get_matching_blocks() for step in range(block.size)]


def _signs_of(ours: str, theirs: str) -> dict[int, str]:
    """The signs behind each letter of their word, by the offset of the same letter in ours."""
    letters = [at for at, char in enumerate(ours) if char not in arabic.MARKS and char != arabic.TATWEEL]
    groups: list[str] = []
    for char in theirs:
        if char in SIGNS and groups:
            groups[-1] += char
        elif char not in arabic.MARKS and char != arabic.TATWEEL:
            groups.append("")
    if len(groups) != len(letters):
        return {}
    found: Mapping[int, str] = dict(zip(letters, groups, strict=True))
    return {at: sign for at, sign in found.items() if sign and ours[at + 1 : at + 2] not in SIGNS}

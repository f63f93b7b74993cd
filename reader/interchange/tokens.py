# SPDX-License-Identifier: GPL-3.0-or-later
"""A text as tokens in sentences, for formats that know nothing smaller: words, and each mark between them alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import category

from reader.text.segment import sentences, word_bounds


class Token(NamedTuple):
    """Code points ``start`` to ``end`` of the text, half-open, and what stands there: no space in it."""

    start: int
    end: int
    form: str


def tokens_of(text: str) -> list[list[Token]]:
    """The tokens of each sentence; sentences without any are left out. Every letter is in exactly one token. O(n)."""
    found: list[list[Token]] = []
    bounds = [(span.start, span.end) for span in sentences(text)]
    tokens = _tokens(text)
    token = next(tokens, None)
    for _, end in bounds:
        sentence: list[Token] = []
        while token is not None and token.start < end:
            sentence.append(token)
            token = next(tokens, None)
        if sentence:
            found.append(sentence)
    rest = [*([token] if token is not None else []), *tokens]
    return [*found, rest] if rest else found


def _tokens(text: str) -> Iterator[Token]:
    place = 0
    for start, end in word_bounds(text):
        yield from _marks(text, place, start)
        yield from _without_spaces(text, start, end)
        place = end
    yield from _marks(text, place, len(text))


def _marks(text: str, start: int, end: int) -> Iterator[Token]:
    """Each character between two words that is no space, together with what combines with it or joins it on."""
    first = start
    while first < end:
        if text[first].isspace():
            first += 1
            continue
        after = first + 1
        while after < end and _goes_on(text, after):
            after += 1
        yield Token(first, after, text[first:after])
        first = after


def _goes_on(text: str, place: int) -> bool:
    character = text[place]
    return (category(character) in {"Mn", "Me", "Mc", "Cf", "Sk"} and not character.isspace()) or text[
        place - 1
    ] == "\u200d"


def _without_spaces(text: str, start: int, end: int) -> Iterator[Token]:
    """The word, parted at the spaces in it, if any (a number with them)."""
    first = start
    for place in range(start, end):
        if text[place].isspace():
            if place > first:
                yield Token(first, place, text[first:place])
            first = place + 1
    if end > first:
        yield Token(first, end, text[first:end])

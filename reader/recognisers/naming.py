# SPDX-License-Identifier: GPL-3.0-or-later
"""The tagger's names and those of the rules made one: it owns people and places, they fill in and mend its edges.

Source: each choice was measured on the last sixth of ANERcorp's training part and the development part of AQMAR, with
a tagger that had seen neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import log10
from typing import Final

from reader.recognisers.base import ORGANISATION, PERSON, PLACE, Finding
from reader.recognisers.resolve import resolve
from reader.recognisers.tokens import Kind, Tokens

_SURE_PERSON: Final = 0.8
"""Confidence from which a rule's person stays where the tagger has no name: one behind an office, above all."""
_OPEN_TO_PEOPLE: Final = 0.2
"""How likely the tagger must hold a name there, too."""
_SURE_PLACE: Final = 0.85
"""Confidence from which a rule's place of several words stays, with the tagger's place inside it, if any: a state with
its kind of government."""
_SURE_BODY: Final = 0.7
_DOUBTFUL_NAME: Final = 0.8
"""Confidence below which the tagger's name gives way to a rule's body around it."""
_FILLED_IN: Final = 0.9
"""The most that is left of a rule's confidence in a body where the tagger has no name."""
_LEAST_FILLED_IN: Final = 0.2
_STATE_BODIES: Final = frozenset(("وزاره", "وزارات"))
_STATE_FILLED_IN: Final = 0.8
"""The same for ministries: the annotated news, which the tagger learned from, leaves them out on purpose."""
_HYPHENS: Final = frozenset("-‐‑–")
_MOST_HYPHENS: Final = 3
_FATHATAN: Final = "\u064b"


def with_names(
    tokens: Tokens, found: Sequence[Finding], names: Sequence[Finding], outside: Sequence[float]
) -> list[Finding]:
    """What the rules found in a paragraph, with the tagger's names, so that none of one layer overlap. O(n log n).

    ``outside`` is how likely the tagger holds each token to be outside of any name, 0…1.
    """
    mended = [_mended(tokens, each) for each in names]
    at = {index: each for each in mended for index in range(each.first, each.after)}
    kept: list[Finding] = []
    replaced: set[tuple[int, int]] = set()
    for each in found:
        inside = _inside(each, at)
        chosen = _chosen(tokens, each, inside, 1 - max(outside[each.first : each.after]))
        if chosen is not None:
            kept.append(chosen)
            if each.tag in (PLACE, ORGANISATION):
                replaced.update((name.first, name.after) for name in inside)
    kept += [each for each in mended if (each.first, each.after) not in replaced]
    return resolve(kept)


def _inside(each: Finding, at: dict[int, Finding]) -> list[Finding]:
    """The tagger's names that share a token with the finding."""
    if each.tag not in (PERSON, PLACE, ORGANISATION):
        return []
    touched = {at[index].first: at[index] for index in range(each.first, each.after) if index in at}
    return list(touched.values())


def _chosen(tokens: Tokens, each: Finding, inside: Sequence[Finding], openness: float) -> Finding | None:
    """The rule's finding as it stays; None where the tagger has the word.

    ``openness`` is how likely the tagger holds all of its tokens to be in names.
    """
    if each.tag == PERSON:
        is_likely = each.confidence >= _SURE_PERSON and openness >= _OPEN_TO_PEOPLE
        return each if is_likely and not inside else None
    if each.tag == PLACE:
        holds_all = all(_holds(each, name) and name.tag == PLACE for name in inside)
        is_long = bool(inside) or each.after - each.first > 1
        return each if holds_all and is_long and each.confidence >= _SURE_PLACE else None
    if each.tag == ORGANISATION:
        return _body(tokens, each, inside, openness)
    return each


def _body(tokens: Tokens, each: Finding, inside: Sequence[Finding], openness: float) -> Finding | None:
    if inside:
        yields = all(_holds(each, name) and name.confidence < _DOUBTFUL_NAME for name in inside)
        return each if yields and each.confidence >= _SURE_BODY else None
    word = tokens.words[each.first]
    is_of_state = any(reading.key in _STATE_BODIES for reading in word.readings)
    share = _STATE_FILLED_IN if is_of_state else _filled_in(openness)
    return replace(each, confidence=each.confidence * share)


def _filled_in(openness: float) -> float:
    """What is left of a rule's confidence in a body that the tagger holds for a name with this probability.

    Source: of such bodies 11 % were right where the tagger was sure (below 0.01), 54 % from 0.05 to 0.2 and 64 to 79 %
    above, counted over texts of the kind that the tagger had learned from, and of the other kind.
    """
    return min(_FILLED_IN, max(_LEAST_FILLED_IN, 0.4 + 0.25 * log10(max(openness, 1e-6) / 0.01)))


def _holds(each: Finding, name: Finding) -> bool:
    return each.first <= name.first and name.after <= each.after


def _mended(tokens: Tokens, name: Finding) -> Finding:
    """A person's name with both sides of its hyphens, and without an indefinite accusative at its end.

    The annotated texts are neither vocalised nor do they keep hyphens, so the tagger cannot know.
    """
    if name.tag != PERSON:
        return name
    first, after = name.first, name.after
    while after - first > 1 and _FATHATAN in tokens.words[after - 1].form:
        after -= 1
    first -= sum(2 for _ in _joined(tokens, first, -1))
    after += sum(2 for _ in _joined(tokens, after - 1, 1))
    if (first, after) == (name.first, name.after):
        return name
    start = name.start if first == name.first else tokens.starts[first]
    return replace(name, first=first, after=after, start=start, end=tokens.ends[after - 1])


def _joined(tokens: Tokens, index: int, step: int) -> Iterator[int]:
    """Words joined by hyphens to the word at ``index``, going one way, a few at most."""
    end = index + 2 * step * _MOST_HYPHENS
    while index != end and 0 <= index + 2 * step < len(tokens):
        low = min(index, index + 2 * step)
        hyphen, word = tokens.words[index + step], tokens.words[index + 2 * step]
        touching = tokens.touches(low + 1) and tokens.touches(low + 2)
        if hyphen.form not in _HYPHENS or word.kind is not Kind.ARABIC or not touching:
            return
        index += 2 * step
        yield index

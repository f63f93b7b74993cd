# SPDX-License-Identifier: GPL-3.0-or-later
"""The best sequence of labels through a linear chain, how likely its parts are, and which labels may follow which."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

OUTSIDE: Final = "O"
IMPOSSIBLE: Final = np.float32(-1e6)
"""The score of what must not be; finite, so that sums of it stay numbers."""

Scores = NDArray[np.float32]
Labels = NDArray[np.intp]


class Chunk(NamedTuple):
    """Tokens ``first`` to ``after`` (half-open) of one kind, such as ``"PER"``."""

    first: int
    after: int
    kind: str


def bioes(kinds: Sequence[str]) -> tuple[str, ...]:
    """The labels of a chain over kinds of names: outside, then for each kind B(egin), I(nside), E(nd), S(ingle)."""
    return (OUTSIDE, *(f"{place}-{kind}" for kind in kinds for place in "BIES"))


def allowed_transitions(labels: Sequence[str]) -> NDArray[np.bool_]:
    """``[from, to]`` says whether ``to`` may follow ``from``; BIO and BIOES labels alike. ``(n, n)``."""
    scheme_has_ends = any(label.startswith(("E-", "S-")) for label in labels)
    return np.array([[_may_follow(one, other, scheme_has_ends) for other in labels] for one in labels])


def allowed_ends(labels: Sequence[str]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which labels may begin a sequence, and which may end it."""
    scheme_has_ends = any(label.startswith(("E-", "S-")) for label in labels)
    begins = np.array([_may_follow(OUTSIDE, label, scheme_has_ends) for label in labels])
    ends = np.array([_may_follow(label, OUTSIDE, scheme_has_ends) for label in labels])
    return begins, ends


def _may_follow(one: str, other: str, scheme_has_ends: bool) -> bool:
    goes_on = other[:2] in ("I-", "E-")
    if goes_on:
        return one[:2] in ("B-", "I-") and one[2:] == other[2:]
    return not (scheme_has_ends and one[:2] in ("B-", "I-"))


def viterbi(
    scores: Scores,
    transitions: Scores,
    *,
    begin: Scores | None = None,
    end: Scores | None = None,
    allowed: NDArray[np.bool_] | None = None,
) -> Labels:
    """The best path through one sequence, as indices of labels ``(n,)``.

    ``scores`` is ``(n, n_labels)``; ``transitions[from, to]`` is ``(n_labels, n_labels)``; ``begin`` and ``end`` add
    to the first and last label. ``allowed`` ``(n, n_labels)`` forbids labels where it is False; a token that allows
    one label alone is thereby forced. Of equal paths the one with the lower labels at the end wins. O(n).
    """
    if not len(scores):
        return np.zeros(0, np.intp)
    return viterbi_batch(scores[None], np.array([len(scores)]), transitions, begin=begin, end=end, allowed=allowed)[0]


def viterbi_batch(
    scores: Scores,
    lengths: NDArray[np.intp],
    transitions: Scores,
    *,
    begin: Scores | None = None,
    end: Scores | None = None,
    allowed: NDArray[np.bool_] | None = None,
) -> list[Labels]:
    """The best path of each of several sequences, padded to one length: ``scores`` is ``(n, longest, n_labels)``."""
    if allowed is not None:
        scores = np.where(allowed, scores, IMPOSSIBLE)
    count, longest, n_labels = scores.shape
    best = scores[:, 0] + (0.0 if begin is None else begin)
    back = np.zeros((longest, count, n_labels), np.int16)
    rows = np.arange(n_labels)
    incoming = np.ascontiguousarray(transitions.T)
    for place in range(1, longest):
        paths = best[:, None, :] + incoming[None]
        came = paths.argmax(axis=2)
        value = np.take_along_axis(paths, came[:, :, None], axis=2)[:, :, 0] + scores[:, place]
        going = (place < lengths)[:, None]
        back[place] = np.where(going, came, rows[None])
        best = np.where(going, value, best)
    label = (best + (0.0 if end is None else end)).argmax(axis=1)
    found = np.zeros((count, longest), np.intp)
    everyone = np.arange(count)
    for place in range(longest - 1, -1, -1):
        found[:, place] = label
        label = back[place, everyone, label].astype(np.intp)
    return [found[index, :length] for index, length in enumerate(lengths)]


def chunks_of(labels: Sequence[str]) -> list[Chunk]:
    """The names that a sequence of BIO or BIOES labels marks; a label that cannot go on begins one. O(n)."""
    found: list[Chunk] = []
    first, kind = 0, ""
    for index, label in enumerate([*labels, OUTSIDE]):
        place, its_kind = label[:1], label[2:]
        goes_on = kind and its_kind == kind and place in "IE"
        if kind and not goes_on:
            found.append(Chunk(first, index, kind))
            kind = ""
        if its_kind and not goes_on:
            first, kind = index, its_kind
        if kind and place in "ES":
            found.append(Chunk(first, index + 1, kind))
            kind = ""
    return found


def labels_of(chunks: Sequence[Chunk], length: int, *, with_ends: bool = True) -> list[str]:
    """The BIOES labels (BIO without ends) of ``length`` tokens with these names, which do not overlap."""
    labels = [OUTSIDE] * length
    for first, after, kind in chunks:
        for index in range(first, after):
            begins, ends = index == first, index == after - 1
            place = "S" if begins and ends else "B" if begins else "E" if ends else "I"
            labels[index] = f"{place if with_ends else 'B' if begins else 'I'}-{kind}"
    return labels

# SPDX-License-Identifier: GPL-3.0-or-later
"""How well names are recognised: suggestions compared with hand-annotated text, as the usual scorers compare them."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

from reader.model.ids import TagId
from reader.model.suggestion import Suggestion
from reader.recognisers.base import ORGANISATION, PERSON, PLACE
from reader.recognisers.gold import CLASSES, SENTENCES_IN_A_DOCUMENT, GoldDocument, read_gold

TAGS: Final = (PERSON, ORGANISATION, PLACE)
_BINS: Final = 10

Mistakes = Counter[str]
"""How often something was wrong, by the name in its surroundings."""


class Named(NamedTuple):
    """Tokens ``first`` to ``after``, half-open, with a tag."""

    first: int
    after: int
    tag: TagId


@dataclass(slots=True)
class Counts:
    """What was found and what should have been.

    ``exact`` are names found with the right tag and edges, ``edges`` those with the right edges whatever their tag, and
    ``partial`` those that only overlap one in the text.
    """

    wanted: int = 0
    found: int = 0
    exact: int = 0
    edges: int = 0
    partial: int = 0

    def add(self, other: Counts) -> None:
        for name in ("wanted", "found", "exact", "edges", "partial"):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    @property
    def precision(self) -> float:
        return _ratio(self.exact, self.found)

    @property
    def recall(self) -> float:
        return _ratio(self.exact, self.wanted)

    @property
    def f1(self) -> float:
        return _ratio(2 * self.exact, self.found + self.wanted)

    @property
    def partial_precision(self) -> float:
        """As nervaluate's "partial": right edges count one, an overlap a half; so do the next two."""
        return _ratio(self.edges + self.partial / 2, self.found)

    @property
    def partial_recall(self) -> float:
        return _ratio(self.edges + self.partial / 2, self.wanted)

    @property
    def partial_f1(self) -> float:
        return _ratio(2 * (self.edges + self.partial / 2), self.found + self.wanted)


class Bin(NamedTuple):
    """Suggestions whose confidence lies in a tenth from ``lowest`` on: how many, how sure, how often right."""

    lowest: float
    size: int
    confidence: float
    right: float


@dataclass(slots=True)
class Evaluation:
    """What came of it.

    ``by_tag`` counts each tag alone, so that only names of that tag overlap; ``micro`` counts all together. Both leave
    out suggestions below the ``threshold``; ``everything`` leaves out none, nor does the calibration, which stands on
    ``outcomes``: the confidence of each suggestion, and whether it was right, exactly.
    """

    threshold: float = 0.0
    by_tag: dict[TagId, Counts] = field(default_factory=lambda: {tag: Counts() for tag in TAGS})
    micro: Counts = field(default_factory=Counts)
    everything: Counts = field(default_factory=Counts)
    outcomes: list[tuple[float, bool]] = field(default_factory=list)
    tokens: int = 0
    sentences: int = 0
    documents: int = 0
    seconds: float = 0.0
    other_classes: dict[str, int] = field(default_factory=dict)
    wrong: dict[TagId, Mistakes] = field(default_factory=lambda: {tag: Counter() for tag in TAGS})
    missed: dict[TagId, Mistakes] = field(default_factory=lambda: {tag: Counter() for tag in TAGS})

    @property
    def tokens_per_second(self) -> float:
        return _ratio(self.tokens, self.seconds)

    @property
    def calibration(self) -> list[Bin]:
        """The bins that have suggestions."""
        bins: list[list[tuple[float, bool]]] = [[] for _ in range(_BINS)]
        for confidence, was_right in self.outcomes:
            bins[min(int(confidence * _BINS), _BINS - 1)].append((confidence, was_right))
        return [
            Bin(
                index / _BINS,
                len(its),
                sum(confidence for confidence, _ in its) / len(its),
                sum(was_right for _, was_right in its) / len(its),
            )
            for index, its in enumerate(bins)
            if its
        ]

    @property
    def calibration_error(self) -> float:
        """Expected calibration error: how far confidence is from being right, on average over suggestions, 0…1."""
        return sum(abs(each.confidence - each.right) * each.size for each in self.calibration) / max(
            len(self.outcomes), 1
        )


Recognise = Callable[[str], Sequence[Suggestion]]


def evaluate(
    paths: Iterable[Path],
    recognise: Recognise,
    *,
    threshold: float = 0.0,
    sentences_in_a_document: int = SENTENCES_IN_A_DOCUMENT,
) -> Evaluation:
    """Compare what ``recognise`` finds with the annotations of the files, all files together.

    Raises:
        GoldUnreadable: naming file and line, before anything is recognised.
    """
    documents = [document for path in paths for document in read_gold(path, sentences_in_a_document)]
    total = Evaluation(threshold=threshold)
    for document in documents:
        _add(total, document, recognise)
    return total


def _add(total: Evaluation, document: GoldDocument, recognise: Recognise) -> None:
    text = document.text
    started = time.perf_counter()
    suggestions = recognise(text)
    total.seconds += time.perf_counter() - started
    total.tokens += len(document.tokens)
    total.sentences += len(document.sentences)
    total.documents += 1
    gold = _gold(total, document)
    everything = named(document, suggestions)
    total.everything.add(counted(gold, list(everything)))
    true = set(gold)
    total.outcomes += [(confidence, each in true) for each, confidence in everything.items()]
    found = list(named(document, [each for each in suggestions if each.confidence >= total.threshold]))
    total.micro.add(counted(gold, found))
    for tag, counts in total.by_tag.items():
        counts.add(counted([each for each in gold if each.tag == tag], [each for each in found if each.tag == tag]))
    _note_mistakes(total, document, set(gold), set(found))


def _gold(total: Evaluation, document: GoldDocument) -> list[Named]:
    gold = []
    for first, after, kind in document.entities():
        if kind.upper() in CLASSES:
            gold.append(Named(first, after, CLASSES[kind.upper()]))
        else:
            total.other_classes[kind] = total.other_classes.get(kind, 0) + 1
    return gold


def _note_mistakes(total: Evaluation, document: GoldDocument, gold: set[Named], found: set[Named]) -> None:
    tokens = document.tokens
    for noted, names in ((total.wrong, found - gold), (total.missed, gold - found)):
        for first, after, tag in sorted(names):
            before, behind = tokens[max(first - 2, 0) : first], tokens[after : after + 2]
            noted[tag][f"[{' '.join(tokens[first:after])}]\t{' '.join(before)} _ {' '.join(behind)}"] += 1


def named(document: GoldDocument, suggestions: Iterable[Suggestion]) -> dict[Named, float]:
    """Suggestions of people, bodies and places as the tokens they touch, with their confidence, in text order.

    A token bears one name at most, as in a file of columns: where two suggestions touch one token, the longer stays.
    """
    spans = document.spans()
    token_at: list[int] = []
    for index, (_, end) in enumerate(spans):
        token_at += [index] * (end + 1 - len(token_at))
    ranked = sorted(
        (each for each in suggestions if each.tag_id in TAGS),
        key=lambda each: (each.span.start - each.span.end, -each.confidence, each.span.start),
    )
    taken: set[int] = set()
    found: dict[Named, float] = {}
    for each in ranked:
        name = Named(token_at[each.span.start], token_at[each.span.end - 1] + 1, each.tag_id)
        tokens = range(name.first, name.after)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            found[name] = each.confidence
    return dict(sorted(found.items()))


def counted(gold: Sequence[Named], found: Sequence[Named]) -> Counts:
    """The counts of one document; both lists are in text order, and names of neither overlap others of it. O(n).

    Source: nervaluate 1.2.1, ``PartialEvaluation``: each annotated name is taken by one that was found at most.
    """
    counts = Counts(wanted=len(gold), found=len(found), exact=len(set(gold) & set(found)))
    gold_at = {token: index for index, each in enumerate(gold) for token in range(each.first, each.after)}
    used: set[int] = set()
    for each in found:
        touched = dict.fromkeys(gold_at[token] for token in range(each.first, each.after) if token in gold_at)
        free = [index for index in touched if index not in used]
        same = [index for index in free if gold[index][:2] == each[:2]]
        counts.edges += bool(same)
        counts.partial += bool(free) and not same
        used.update((same or free)[:1])
    return counts


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0

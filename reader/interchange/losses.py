# SPDX-License-Identifier: GPL-3.0-or-later
"""What a format cannot hold of a document, counted before anything is written."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from reader.interchange.content import Content, is_suggested
from reader.interchange.format import Feature, Format
from reader.interchange.tokens import Token, tokens_of
from reader.model.annotation import Annotation

Losses = Counter[Feature]
"""How many annotations, relations … lose something; a feature that loses nothing is not in it."""

_FIELDS: dict[Feature, Callable[[Annotation], bool]] = {
    Feature.NOTES: lambda each: bool(each.note),
    Feature.ATTRIBUTES: lambda each: any(name != "status" for name, _ in each.attributes),
    Feature.STATUS: is_suggested,
}


def losses_of(content: Content, form: Format) -> Losses:
    """What the format does not hold of this document. O(n log n) in the annotations and, for tokens, the text."""
    missing = frozenset(Feature) - form.keeps
    annotations = list(content.annotations())
    lost: Losses = Counter()
    for feature in missing & _FIELDS.keys():
        lost[feature] = sum(map(_FIELDS[feature], annotations))
    if Feature.ENTITIES in missing:
        lost[Feature.ENTITIES] = sum(each.id in content.links for each in annotations)
    if Feature.RELATIONS in missing:
        lost[Feature.RELATIONS] = sum(1 for _ in content.relations())
    if Feature.OVERLAPS in missing:
        lost[Feature.OVERLAPS] = len(annotations) - len(without_overlaps(annotations))
    if Feature.UNPLACED in missing:
        lost[Feature.UNPLACED] = content.unplaced
    if missing & {Feature.PARTS, Feature.LINES}:
        lost.update(_cut(content, annotations, missing))
    return +lost


def without_overlaps(annotations: Iterable[Annotation]) -> list[Annotation]:
    """Those that stay where none may overlap: of two that do, the longer, else the earlier one. In text order."""
    ranked = sorted(annotations, key=lambda each: (-len(each.span), each.span.start, each.id))
    kept: list[Annotation] = []
    starts: list[int] = []
    for each in ranked:
        place = _place_for(each, kept, starts)
        if place is not None:
            kept.insert(place, each)
            starts.insert(place, each.span.start)
    return kept


def _place_for(each: Annotation, kept: Sequence[Annotation], starts: Sequence[int]) -> int | None:
    """Where it belongs among those in text order that overlap no other; None where it overlaps one."""
    place = bisect_left(starts, each.span.start)
    behind = place < len(kept) and kept[place].span.start < each.span.end
    before = place > 0 and kept[place - 1].span.end > each.span.start
    return None if behind or before else place


def _cut(content: Content, annotations: Sequence[Annotation], missing: frozenset[Feature]) -> Losses:
    sentences = tokens_of(content.whole_text())
    tokens = [token for sentence in sentences for token in sentence]
    starts, ends = {token.start for token in tokens}, {token.end for token in tokens}
    first = {sentence[0].start: number for number, sentence in enumerate(sentences)}
    lost: Losses = Counter()
    if Feature.PARTS in missing:
        lost[Feature.PARTS] = sum(each.span.start not in starts or each.span.end not in ends for each in annotations)
    if Feature.LINES in missing:
        lost[Feature.LINES] = sum(_crosses(each, sorted(first)) for each in annotations)
    return lost


def _crosses(each: Annotation, starts: Sequence[int]) -> bool:
    return bisect_left(starts, each.span.end) > bisect_right(starts, each.span.start)


def covered(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """First token that the stretch touches, and the one behind the last; equal when it touches none. O(log n)."""
    first = bisect_right(tokens, start, key=lambda token: token.end)
    return first, max(first, bisect_left(tokens, end, key=lambda token: token.start))

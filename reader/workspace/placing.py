# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in a text when it changes: carried over where its place is sure, else set aside whole for review."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from reader.model.annotation import Annotation
from reader.model.document import Document
from reader.model.edit import Record, RecordChange
from reader.model.entity import EntityLink
from reader.model.ids import AnnotationId
from reader.model.placement import Displaced, DisplacedLink, DisplacedRelation
from reader.model.suggestion import Decision
from reader.store import Library
from reader.store.versions import Run
from reader.text.anchor import CONTEXT, Found
from reader.text.spans import Span

Find = Callable[[Span], Found]
"""Where a span of the old text is in the new one; see ``reader.text.places``."""

Slice = Callable[[int, int], str]
"""``text[start:end]`` of the new text, clipped to it."""

_SURE = frozenset({"exact", "moved"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """The changes that carry over what does not move by itself.

    ``before`` are to be made in the old text, ``after`` in the new one. ``moved`` annotations were placed for sure,
    ``doubtful`` ones wait for review, ``orphans`` have no place; ``returned`` had none and have their own
    again.
    """

    before: tuple[RecordChange, ...] = ()
    after: tuple[RecordChange, ...] = ()
    moved: int = 0
    doubtful: int = 0
    orphans: int = 0
    returned: int = 0


NOTHING = Placement()


@dataclass(slots=True)
class _Carrying:
    """What is being gathered on the way."""

    kept: list[RecordChange] = field(default_factory=list)
    displaced: list[Displaced] = field(default_factory=list)
    removed: list[Annotation] = field(default_factory=list)


def placement_of(
    library: Library,
    document: Document,
    runs: Sequence[Run],
    find: Find,
    new_slice: Slice,
    *,
    returning: Callable[[Displaced], Span | None] = lambda _: None,
) -> Placement:
    """What has to be said of all that stands outside of ``runs``, in which things move by themselves.

    ``returning`` gives the place in the new text of an annotation that had none, when that is sure.
    """
    stays = _Stays(runs)
    carrying = _Carrying()
    for annotation in _outside(library, document, runs):
        if not stays.holds(annotation.span, annotation.prefix, annotation.suffix):
            _carry(annotation, find(annotation.span), document, new_slice, carrying)
    gone = _set_aside(library, carrying)
    back = _returned(library, document, returning, new_slice)
    old_side, new_side = _decisions(library, document, stays, find, new_slice)
    readings = _readings(library, document, stays, find, new_slice)
    proposals = _proposals(library, document, stays, find, {displaced.id for displaced, _ in back})
    after = [*carrying.kept, *new_side, *gone.after, *readings, *proposals, *restored(library, dict(back))]
    return Placement(
        before=(*gone.before, *old_side),
        after=tuple(after),
        moved=len(carrying.kept),
        doubtful=sum(not each.is_orphan for each in carrying.displaced),
        orphans=sum(each.is_orphan for each in carrying.displaced),
        returned=len(back),
    )


def quoted(annotation: Annotation, span: Span, new_slice: Slice) -> Annotation:
    """The annotation on another span, with the words and the surroundings it has there."""
    return replace(
        annotation,
        span=span,
        quote=new_slice(span.start, span.end),
        prefix=new_slice(max(0, span.start - CONTEXT), span.start),
        suffix=new_slice(span.end, span.end + CONTEXT),
    )


def restored(library: Library, placed: Mapping[Displaced, Annotation]) -> list[RecordChange]:
    """Displaced annotations get their places, and with them their entities, and the relations both of whose ends have
    places then."""
    if not placed:
        return []
    ids = [displaced.id for displaced in placed]
    links = library.displaced.links_of(ids)
    relations = library.displaced.relations_of(ids)
    ends = {end for each in relations for end in (each.relation.source_id, each.relation.target_id)}
    there = {annotation.id for annotation in library.annotations.find(ends)} | set(ids)
    whole = [each for each in relations if {each.relation.source_id, each.relation.target_id} <= there]
    return [
        *_removals([*whole, *links, *placed]),
        *_additions(placed.values()),
        *_additions(EntityLink(annotation_id=each.annotation_id, entity_id=each.entity_id) for each in links),
        *_additions(each.relation for each in whole),
    ]


class _Stays:
    """Knows what lies, with its surroundings, in one of the runs."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self._runs = sorted(run for run in runs if run.kind == "kept")
        self._starts = [run.old for run in self._runs]

    def holds(self, span: Span, prefix: str = "", suffix: str = "") -> bool:
        start, end = span.start - len(prefix), span.end + len(suffix)
        index = bisect_right(self._starts, start) - 1
        return index >= 0 and end <= self._runs[index].old + self._runs[index].length


def _outside(library: Library, document: Document, runs: Sequence[Run]) -> list[Annotation]:
    """The annotations that touch what lies between the runs, or whose surroundings may."""
    found: dict[AnnotationId, Annotation] = {}
    for span in _between(runs, document.length):
        found |= {each.id: each for each in library.annotations.overlapping(document.id, span)}
    return sorted(found.values(), key=lambda each: (each.span, each.id))


def _between(runs: Sequence[Run], length: int) -> Iterator[Span]:
    """What lies between the runs and a little around, as spans of the old text that do not overlap."""
    kept = sorted(run for run in runs if run.kind == "kept")
    edges = [(0, 0), *((run.old, run.old + run.length) for run in kept), (length, length)]
    start = end = -1
    for (_, before), (behind, _) in pairwise(edges):
        first, last = max(0, before - CONTEXT - 1), min(length, behind + CONTEXT + 1)
        if first <= end:
            end = max(end, last)
            continue
        if 0 <= start < end:
            yield Span(start, end)
        start, end = first, last
    if 0 <= start < end:
        yield Span(start, end)


def _carry(annotation: Annotation, found: Found, document: Document, new_slice: Slice, into: _Carrying) -> None:
    if found.how in _SURE and found.span is not None:
        changed = quoted(annotation, found.span, new_slice)
        into.kept.append(RecordChange(annotation, changed))
    else:
        into.removed.append(annotation)
        into.displaced.append(Displaced(annotation=annotation, version=document.version, proposed=found.span))


@dataclass(frozen=True, slots=True)
class _Sides:
    before: list[RecordChange]
    after: list[RecordChange]


def _set_aside(library: Library, carrying: _Carrying) -> _Sides:
    """Annotations without a place go out of the text with all that hangs on them."""
    ids = [annotation.id for annotation in carrying.removed]
    relations, links = library.relations.of_annotations(ids), library.entities.links_of(ids)
    before = _removals([*relations, *links, *carrying.removed])
    after: list[Record] = [*carrying.displaced]
    after += [DisplacedLink(annotation_id=each.annotation_id, entity_id=each.entity_id) for each in links]
    after += [DisplacedRelation(relation=each) for each in relations]
    return _Sides(before, _additions(after))


def _returned(
    library: Library, document: Document, returning: Callable[[Displaced], Span | None], new_slice: Slice
) -> list[tuple[Displaced, Annotation]]:
    """Annotations that were set aside before and whose place the new text has again."""
    places = ((each, returning(each)) for each in library.displaced.of_document(document.id))
    found = [(each, quoted(each.annotation, span, new_slice)) for each, span in places if span is not None]
    return [(each, annotation) for each, annotation in found if annotation.quote == each.annotation.quote]


def _proposals(
    library: Library, document: Document, stays: _Stays, find: Find, back: Iterable[AnnotationId]
) -> list[RecordChange]:
    """The places that were proposed for review, where they are now; one that is gone is proposed no more."""
    returned, changes = set(back), list[RecordChange]()
    for each in library.displaced.of_document(document.id):
        if each.proposed is None or each.id in returned or stays.holds(each.proposed):
            continue
        changes.append(RecordChange(each, replace(each, proposed=find(each.proposed).span)))
    return changes


def _decisions(
    library: Library, document: Document, stays: _Stays, find: Find, new_slice: Slice
) -> tuple[list[RecordChange], list[RecordChange]]:
    """Decisions outside of the runs: taken along where they surely go, else taken back."""
    going = [each for each in library.decisions.of_document(document.id) if not stays.holds(each.span)]
    placed: dict[tuple[Span, str], Decision] = {}
    for decision in going:
        found = find(decision.span)
        if found.how in _SURE and found.span is not None:
            quote = new_slice(found.span.start, found.span.end)
            placed.setdefault((found.span, decision.tag_id), replace(decision, span=found.span, quote=quote))
    return _removals(going), _additions(placed.values())


def _readings(library: Library, document: Document, stays: _Stays, find: Find, new_slice: Slice) -> list[RecordChange]:
    """Readings chosen outside of the runs: taken along with a word that is still written so, else taken back."""
    changes = list[RecordChange]()
    for choice in library.readings.of_document(document.id):
        span = Span(choice.start, choice.start + len(choice.quote))
        if stays.holds(span, choice.prefix, choice.suffix):
            continue
        found = find(span)
        place = found.span if found.how in _SURE else None
        if place is None or new_slice(place.start, place.end) != choice.quote:
            changes.append(RecordChange(choice, None))
            continue
        prefix, suffix = (
            new_slice(max(0, place.start - CONTEXT), place.start),
            new_slice(place.end, place.end + CONTEXT),
        )
        changes.append(RecordChange(choice, replace(choice, start=place.start, prefix=prefix, suffix=suffix)))
    return changes


def _removals(records: Iterable[Record]) -> list[RecordChange]:
    return [RecordChange(record, None) for record in records]


def _additions(records: Iterable[Record]) -> list[RecordChange]:
    return [RecordChange(None, record) for record in records]

# SPDX-License-Identifier: GPL-3.0-or-later
"""Which entity an annotation may mention: by its words, and by what else stands in the same text. The user decides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import log1p
from pathlib import Path

from reader.model.annotation import Annotation
from reader.model.entity import Entity, name_key, name_tails
from reader.model.ids import AnnotationId, DocumentId, EntityId, TagId
from reader.store import Library
from reader.text.chunks import ChunkedText
from reader.text.clitics import splits
from reader.text.spans import Span

NOT_THINGS = frozenset({TagId("date"), TagId("quantity"), TagId("role")})
"""Tags whose words seldom name one thing in the world: nothing is proposed for them unless it is asked for."""

MOST_GROUPS = 500
_LOOKED_AT = 40
_COMPANIONS = 3
_MOST_AROUND = 20
_FARTHEST_NEAR = 1_000
_MOST_WEIGHED = 16
"""Entities around the words, and candidates: each of these is held against each of those."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """An entity that may be meant, with the reasons. ``score`` only orders: higher is likelier.

    ``is_same_name`` when the words are one of its names; ``count_here`` is how often the document mentions it already;
    ``beside`` are entities of this text that stand with it in other documents, the closest first.
    """

    entity: Entity
    score: float
    is_same_name: bool = False
    count_here: int = 0
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What stands around the words: the document, the entities it mentions most, and those of the same paragraph."""

    document_id: DocumentId
    names: dict[EntityId, str] = field(default_factory=dict)
    near: frozenset[EntityId] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlinkedGroup:
    """Annotations of one document and tag with the same words that mention no entity yet; ids in text order.

    ``proposals`` are entities of this name that were not refused there.
    """

    key: str
    tag_id: TagId
    name: str
    ids: tuple[AnnotationId, ...]
    proposals: tuple[Entity, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentEntities:
    """What a document mentions, the most frequent first, and what in it mentions nothing yet; ``more`` groups that are
    not listed.
    """

    document_id: DocumentId
    linked: tuple[tuple[Entity, int], ...] = ()
    unlinked: tuple[UnlinkedGroup, ...] = ()
    more: int = 0


def surroundings_of(library: Library, document_id: DocumentId, text: ChunkedText, span: Span) -> Surroundings:
    """What stands around a span. Cost: that of its paragraph's annotations, and a look at the document's entities."""
    around = library.annotations.overlapping(document_id, _paragraph_at(text, span))
    links = library.entities.links_of([annotation.id for annotation in around if annotation.span != span])
    near = [*dict.fromkeys(link.entity_id for link in links)][:_MOST_AROUND]
    frequent = library.entities.of_document(document_id, _MOST_AROUND)
    everyone = [*library.entities.find(near), *(entity for entity, _ in frequent)]
    return Surroundings(
        document_id=document_id, names={entity.id: entity.name for entity in everyone}, near=frozenset(near)
    )


def propose(
    library: Library,
    words: str,
    tag_id: TagId | None,
    around: Surroundings,
    *,
    called: str = "",
    typed: str = "",
    limit: int = 8,
) -> list[Proposal]:
    """Entities that the words may mention, the likeliest first; with ``typed``, those with a name that begins so.

    ``called`` is what the recogniser takes the words for, "" where it says nothing.

    What was refused in this document for these words is left out, unless it was typed.
    """
    refused = {each.entity_id for each in library.entities.refusals(around.document_id) if each.key == name_key(words)}
    if typed.strip():
        found = dict.fromkeys(library.entities.beginning_with(typed, _LOOKED_AT), 0.3)
    else:
        found = _by_words(library, words)
        for entity in library.entities.named(called) if called else ():
            found[entity] = max(0.95, found.get(entity, 0.0))
        found = {entity: weight for entity, weight in found.items() if entity.id not in refused}
    likeliest = sorted(found, key=lambda entity: -_by_name(entity, found[entity], tag_id))[:_MOST_WEIGHED]
    counts = library.entities.counts_in(around.document_id, [entity.id for entity in likeliest])
    proposals = []
    for entity in likeliest:
        shared = library.entities.documents_shared(entity.id, around.names, but=around.document_id)
        company = {other: log1p(count) * (3 if other in around.near else 1) for other, count in shared.items()}
        closest = sorted(company, key=lambda other: -company[other])[:_COMPANIONS]
        here = counts.get(entity.id, 0)
        proposals.append(
            Proposal(
                entity=entity,
                score=_by_name(entity, found[entity], tag_id) + 0.2 * bool(here) + 0.1 * log1p(sum(company.values())),
                is_same_name=name_key(words) in {name_key(name) for name in entity.names},
                count_here=here,
                beside=tuple(around.names[other] for other in closest),
            )
        )
    return sorted(proposals, key=lambda each: (-each.score, each.entity.name, each.entity.id))[:limit]


def proposal_for(library: Library, annotations: Sequence[Annotation]) -> list[tuple[Entity, list[Annotation]]]:
    """For annotations that mention nothing yet: each entity that has exactly their words as a name, with them.

    Where no entity has the words, what the recogniser called the thing counts («هاشمي» that is «ستار هاشمي» in this
    text). Only where one entity has the name, its kind does not speak against it, and it was not refused there.
    """
    linked = {link.annotation_id for link in library.entities.links_of([each.id for each in annotations])}
    free = [each for each in annotations if each.id not in linked and each.tag_id not in NOT_THINGS]
    called = library.entities.recognised_as(each.id for each in free)
    by_key = _named(library, [*(each.quote for each in free), *called.values()])
    documents = {each.document_id for each in free}
    refused = {(r.document_id, r.key, r.entity_id) for id_ in documents for r in library.entities.refusals(id_)}
    found: dict[Entity, list[Annotation]] = {}
    for each in free:
        fitting = [
            entity
            for entity in by_key.get(name_key(each.quote), ()) or by_key.get(name_key(called.get(each.id, "")), ())
            if _kinds_agree(entity, each.tag_id) and (each.document_id, name_key(each.quote), entity.id) not in refused
        ]
        if len(fitting) == 1:
            found.setdefault(fitting[0], []).append(each)
    return list(found.items())


def entities_of_document(
    library_path: Path, document_id: DocumentId, cancelled: Callable[[], bool]
) -> DocumentEntities:
    """What a document mentions and what not yet; on a connection of its own, for a job.

    Raises:
        LibraryError.
    """
    with Library.open(library_path, create=False, read_only=True) as library:
        linked = tuple(library.entities.of_document(document_id))
        groups = [] if cancelled() else _grouped(library, document_id)
        shown = sorted(groups, key=lambda group: (not group.proposals, -len(group.ids)))[:MOST_GROUPS]
        return DocumentEntities(
            document_id=document_id, linked=linked, unlinked=tuple(shown), more=len(groups) - len(shown)
        )


def _grouped(library: Library, document_id: DocumentId) -> list[UnlinkedGroup]:
    """The groups in the order in which they first stand in the text."""
    ids: dict[tuple[str, TagId], list[AnnotationId]] = {}
    names: dict[tuple[str, TagId], str] = {}
    for annotation_id, tag_id, quote in library.entities.unlinked(document_id, NOT_THINGS):
        group = (name_key(quote), tag_id)
        ids.setdefault(group, []).append(annotation_id)
        names.setdefault(group, quote)
    called = library.entities.recognised_as(members[0] for members in ids.values())
    named = _named(library, [*(key for key, _ in ids), *called.values()])
    refused = {(each.key, each.entity_id) for each in library.entities.refusals(document_id)}
    return [
        UnlinkedGroup(
            key=key,
            tag_id=tag_id,
            name=names[key, tag_id],
            ids=tuple(members),
            proposals=tuple(
                entity
                for entity in named.get(key, ()) or named.get(name_key(called.get(members[0], "")), ())
                if _kinds_agree(entity, tag_id) and (key, entity.id) not in refused
            ),
        )
        for (key, tag_id), members in ids.items()
    ]


def _named(library: Library, names: Iterable[str]) -> dict[str, list[Entity]]:
    """The entities that have one of the names, by its key."""
    return {name_key(name): found for name, found in library.entities.named_one_of(names).items()}


def _by_words(library: Library, words: str) -> dict[Entity, float]:
    """Entities whose names have to do with the words, and how much."""
    found: dict[Entity, float] = {}

    def take(entities: Iterable[Entity], weight: float) -> None:
        for entity in entities:
            found[entity] = max(weight, found.get(entity, 0.0))

    spellings = list(_without_clitics(words))
    take(library.entities.named(words), 1.0)
    for entities in library.entities.named_one_of(spellings).values():
        take(entities, 0.9)
    # «الوزير ستار هاشمي» has the name of an entity in it, and an entity may have «هاشمي» in its name.
    parts = [tail for tail, left_out in name_tails(words) if left_out and len(tail) > 2]
    for entities in library.entities.named_one_of(parts).values():
        take(entities, 0.6)
    take(library.entities.beginning_with(words, _LOOKED_AT), 0.5)
    return found


def _without_clitics(words: str) -> Iterator[str]:
    """The words without what is written together with the first of them: و ف ب ك ل and the article."""
    first, space, rest = words.strip().partition(" ")
    for split in splits(first):
        if split.proclitics and not split.enclitics:
            yield split.stem + space + rest


def _by_name(entity: Entity, weight: float, tag_id: TagId | None) -> float:
    """How much the name speaks for the entity, when its kind does not speak against it."""
    return weight if _kinds_agree(entity, tag_id) else weight - 0.4


def _kinds_agree(entity: Entity, tag_id: TagId | None) -> bool:
    return entity.kind is None or tag_id is None or entity.kind == tag_id


def _paragraph_at(text: ChunkedText, span: Span) -> Span:
    """The paragraph in which the span begins, as far as it is near; at least the span."""
    index = text.chunk_at(span.start)
    start = text.start_of(index) or 0
    for first, last in text.chunk(index).paragraphs:
        if start + first <= span.start <= start + last:
            begin = max(start + first, span.start - _FARTHEST_NEAR, 0)
            return Span(min(begin, span.start), max(min(start + last, span.end + _FARTHEST_NEAR), span.end))
    return span

# SPDX-License-Identifier: GPL-3.0-or-later
"""A document as its readers see it: paragraphs with their part, the pieces between ends of tags, numbered notes."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from reader.interchange.content import CONFIDENCE, STATUS, Content, is_suggested
from reader.model.annotation import Annotation, Relation
from reader.model.document import Document
from reader.model.entity import Entity
from reader.model.ids import AnnotationId, EntityId, TagId
from reader.model.parts import is_structure, parts_of
from reader.model.structure import Block
from reader.model.tagset import Tag
from reader.text.chunks import paragraphs_of
from reader.text.direction import Direction, paragraph_direction
from reader.text.segment import word_bounds
from reader.text.spans import Span
from reader.text.structure import Part

_LANES = 4
_OWN = frozenset({STATUS, CONFIDENCE})


class Paragraph(NamedTuple):
    """Code points ``start`` to ``end`` of the document, half-open, without the line feed."""

    start: int
    end: int
    text: str
    part: Part
    direction: Direction


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One annotation as it is shown. ``number`` is that of its note, 0 where it has none; ``lane`` counts from 0.

    ``ends`` is where its label may stand: behind the word in which it ends, so that no word is torn.
    """

    annotation: Annotation
    name: str
    colour: int
    number: int
    lane: int
    ends: int
    is_suggested: bool
    entity: Entity | None

    @property
    def start(self) -> int:
        return self.annotation.span.start

    @property
    def end(self) -> int:
        return self.annotation.span.end

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """The attributes that somebody gave."""
        return tuple(pair for pair in self.annotation.attributes if pair[0] not in _OWN)


class Piece(NamedTuple):
    """Code points ``start`` to ``end`` of the document under the same tags, the longest first, and what ends there."""

    start: int
    end: int
    under: tuple[Said, ...]
    ending: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passages:
    """A document ready to be set: O(text + annotations · depth of their overlaps) in time, O(both) in memory."""

    document: Document
    text: str
    paragraphs: tuple[Paragraph, ...]
    said: tuple[Said, ...]
    relations: tuple[Relation, ...] = ()
    tags: Mapping[TagId, Tag] = field(default_factory=dict)

    def notes(self) -> Iterator[Said]:
        """The annotations that have a note of their own, by number."""
        return iter(sorted((each for each in self.said if each.number), key=lambda each: each.number))

    def mentions(self) -> dict[EntityId, list[Said]]:
        """For each entity the annotations that mention it, in text order."""
        found: dict[EntityId, list[Said]] = {}
        for each in self.said:
            if each.entity is not None:
                found.setdefault(each.entity.id, []).append(each)
        return found

    def pieces(self) -> Iterator[tuple[Paragraph, list[Piece]]]:
        """Each paragraph in its pieces, in order; all together they are the text."""
        waiting = list(reversed(self.said))
        active: list[Said] = []
        labels: list[Said] = []
        for paragraph in self.paragraphs:
            while waiting and waiting[-1].start <= paragraph.end:
                active.append(waiting.pop())
                labels.append(active[-1])
            yield paragraph, _cut(paragraph, active, labels)
            active = [each for each in active if each.end > paragraph.end + 1]
            labels = [each for each in labels if each.ends > paragraph.end + 1]


def passages_of(content: Content, language: str) -> Passages:
    """The document of ``content`` as it is shown, its tags named in ``language``."""
    text = content.whole_text()
    return Passages(
        document=content.document,
        text=text,
        paragraphs=_paragraphs(content, text),
        said=_all_said(content, text, language),
        relations=tuple(content.relations()),
        tags={tag.id: tag for tag in content.tags},
    )


def shown_metadata(document: Document) -> tuple[tuple[str, str], ...]:
    """What is told under the title, in this order: author, publisher, site, date, address."""
    about = dict(document.metadata)
    names = ("author", "publisher", "site", "date", "address")
    return tuple((name, about[name]) for name in names if about.get(name, "").strip())


class _Blocks:
    """The blocks of a content, as ``parts_of`` asks for them."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self.has_blocks = bool(blocks)
        self.is_structured = is_structure({block.kind for block in blocks})

    def blocks(self, span: Span) -> Sequence[Block]:
        return [block for block in self._blocks if block.start <= span.end and block.end >= span.start]


def _paragraphs(content: Content, text: str) -> tuple[Paragraph, ...]:
    bounds = paragraphs_of(text)
    structure = _Blocks(content.blocks)
    parts = parts_of(text, bounds, 0, structure if structure.has_blocks else None, opens_document=True)
    dominant = content.document.direction
    return tuple(
        Paragraph(start, end, text[start:end], part, part.direction or paragraph_direction(text[start:end], dominant))
        for (start, end), part in zip(bounds, parts, strict=True)
    )


def _all_said(content: Content, text: str, language: str) -> tuple[Said, ...]:
    names = content.tag_names(language)
    colours = {tag.id: _number_of(tag.colour) for tag in content.tags}
    entities = {entity.id: entity for entity in content.entities}
    annotations = sorted(content.annotations(), key=lambda each: (each.span.start, -each.span.end, each.id))
    torn = _ends_of_words(text, (each.span.end for each in annotations)) if annotations else {}
    lanes = _Lanes()
    found: list[Said] = []
    numbered = 0
    for each in annotations:
        has_note = bool(each.note.strip()) or any(name not in _OWN for name, _ in each.attributes)
        numbered += has_note
        link: EntityId | None = content.links.get(AnnotationId(each.id))
        found.append(
            Said(
                annotation=each,
                name=names.get(each.tag_id) or str(each.tag_id),
                colour=colours.get(each.tag_id, 0),
                number=numbered if has_note else 0,
                lane=lanes.take(each.span),
                ends=torn.get(each.span.end, each.span.end),
                is_suggested=is_suggested(each),
                entity=entities.get(link) if link is not None else None,
            )
        )
    return tuple(found)


def _number_of(role: str) -> int:
    """12 for ``tag-12``; 0 for no colour of the theme."""
    found = re.fullmatch(r"tag-([1-9]|1[0-2])", role)
    return int(found[1]) if found else 0


def _ends_of_words(text: str, ends: Iterable[int]) -> dict[int, int]:
    """For each end that lies within a word, where the word ends. O(n)."""
    words = list(word_bounds(text))
    starts = [start for start, _ in words]
    found = {}
    for end in ends:
        place = bisect_left(starts, end) - 1
        if place >= 0 and words[place][0] < end < words[place][1]:
            found[end] = words[place][1]
    return found


class _Lanes:
    """Which of the lines under the text each annotation has, so that those that overlap lie beneath each other."""

    def __init__(self) -> None:
        self._ends = [0] * _LANES

    def take(self, span: Span) -> int:
        free = next((lane for lane, end in enumerate(self._ends) if end <= span.start), None)
        lane = self._ends.index(min(self._ends)) if free is None else free
        self._ends[lane] = max(self._ends[lane], span.end)
        return lane


def _cut(paragraph: Paragraph, active: Sequence[Said], labels: Sequence[Said]) -> list[Piece]:
    """The pieces of one paragraph; a label that belongs into its line feed stands at its end."""
    start, end = paragraph.start, paragraph.end
    ending: dict[int, list[Said]] = {}
    for each in labels:
        if start < each.ends <= end:
            ending.setdefault(each.ends, []).append(each)
        elif each.ends == end + 1:
            ending.setdefault(end, []).append(each)
    edges = {start, end, *ending}
    for each in active:
        edges.update(place for place in (each.start, each.end) if start < place < end)
    places = sorted(edges)
    if len(places) == 1:
        return [Piece(start, end, (), tuple(ending.get(end, ())))] if ending.get(end) else []
    waiting = sorted(active, key=lambda each: each.start, reverse=True)
    under: list[Said] = []
    pieces = []
    for left, right in pairwise(places):
        while waiting and waiting[-1].start <= left:
            under.append(waiting.pop())
        under = [each for each in under if each.end > left]
        longest_first = tuple(sorted(under, key=lambda each: (each.start - each.end, each.start)))
        pieces.append(Piece(left, right, longest_first, tuple(ending.get(right, ()))))
    return pieces


def paragraph_of(paragraphs: Sequence[Paragraph], offset: int) -> int:
    """The number of the paragraph that holds an offset. O(log n)."""
    return max(0, bisect_right(paragraphs, offset, key=lambda each: each.start) - 1)

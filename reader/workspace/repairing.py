# SPDX-License-Identifier: GPL-3.0-or-later
"""What repairing a text that is stored in visual order or as shapes of letters would change, and the edit that does."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from reader.importers.repairing import PlacesAfterRepair
from reader.model.edit import Edit
from reader.model.ids import DocumentId
from reader.model.version import Origin
from reader.store import Library
from reader.store.versions import Run
from reader.text.anchor import LOST, Found
from reader.text.chunks import ChunkedText
from reader.text.reordering import Reordering, RunKind
from reader.text.repair import Finding, Order, Repaired, examined, repaired
from reader.text.spans import Span
from reader.workspace.changing_text import KnownChange, update_text

MOST_SHOWN = 200
"""Lines that a proposal shows."""
_LONGEST_SHOWN = 400
_LOOKED_AT = 100_000
"""Code points at the beginning of a document that tell whether to offer repair."""


class ChangedLine(NamedTuple):
    """A line that would change; ``number`` counts lines of the text from 1. Long lines are cut."""

    number: int
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What is wrong with a text, its repaired form, and the first lines that change. ``changed`` counts all of them."""

    finding: Finding
    made: Repaired
    shown: tuple[ChangedLine, ...]
    changed: int

    @property
    def is_needed(self) -> bool:
        return self.changed > 0


def proposal(text: str, *, words_too: bool = False, order: Order | None = None) -> Proposal:
    """What repairing the text would do; ``order`` overrules how its lines seem to be stored. O(n).

    ``words_too`` spells out words that are stored as one sign (ﷲ, ﷺ).
    """
    finding = examined(text)
    if order is not None and order is not finding.order:
        finding = replace(finding, order=order)
    made = repaired(text, finding, words_too=words_too)
    shown: list[ChangedLine] = []
    changed = 0
    for number, (before, after) in enumerate(zip(text.split("\n"), made.text.split("\n"), strict=True), 1):
        if before == after:
            continue
        changed += 1
        if len(shown) < MOST_SHOWN:
            shown.append(ChangedLine(number, before[:_LONGEST_SHOWN], after[:_LONGEST_SHOWN]))
    return Proposal(finding=finding, made=made, shown=tuple(shown), changed=changed)


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairPreview:
    """A proposal without its text: for showing. See ``Proposal``, ``Finding`` and ``Repaired``."""

    order: Order
    forms: int
    lines: int
    proved: int
    changed: int
    shown: tuple[ChangedLine, ...]


def propose_repair(
    library_path: Path, document_id: DocumentId, *, words_too: bool = False, order: Order | None = None
) -> RepairPreview:
    """What repairing a document of the library would change; an errand.

    Raises:
        LibraryError.
    """
    with Library.open(library_path, create=False, read_only=True) as library:
        found = proposal(_whole(library.texts.open(document_id)), words_too=words_too, order=order)
    return RepairPreview(
        order=found.finding.order,
        forms=found.finding.forms,
        lines=found.made.lines,
        proved=found.made.proved,
        changed=found.changed,
        shown=found.shown,
    )


def needs_repair(library_path: Path, document_id: DocumentId) -> bool:
    """Whether the letters of a document are stored wrong, by its beginning; an errand.

    Raises:
        LibraryError.
    """
    with Library.open(library_path, create=False, read_only=True) as library:
        return not examined(library.texts.open(document_id).slice(0, _LOOKED_AT)).is_sound


def repair_text(
    library: Library, document_id: DocumentId, author: str, *, words_too: bool = False, order: Order | None = None
) -> Edit:
    """A repaired version of the document's text, in which every tag stands at the same words. A wish.

    The version before stays in the library, with a map between the two.
    """
    text = _whole(library.texts.open(document_id))
    found = proposal(text, words_too=words_too, order=order)
    places = PlacesAfterRepair(text, found.made)
    known = KnownChange(runs=list(_runs(text, found.made)), find=_Finder(found.made.map).find, away=places.place)
    blocks = [places.block(block) for block in library.structure.all_blocks(document_id)]
    update = update_text(
        library, document_id, found.made.text, author,
        blocks=blocks, origin=Origin.REPAIR, name="repair-text", known=known,
    )  # fmt: skip
    return update.edit or Edit(name="repair-text", document_id=document_id, changes=())


class _Finder:
    """Where a span of the stored text is in the repaired one: sure where it stays in one piece."""

    def __init__(self, there: Reordering) -> None:
        self._there = there

    def find(self, span: Span) -> Found:
        spans = self._there.derived_spans(span)
        if not spans:
            return LOST
        return Found(span=Span(spans[0].start, spans[-1].end), how="moved" if len(spans) == 1 else "doubtful")


def _runs(text: str, made: Repaired) -> Iterator[Run]:
    """Lines that stay as they are, as kept; of the others, where each letter went."""
    kept: list[tuple[int, int]] = []
    old_at = new_at = 0
    for before, after in zip(text.split("\n"), made.text.split("\n"), strict=True):
        if before == after and before:
            kept.append((old_at, old_at + len(before)))
            yield Run(old_at, new_at, len(before))
        old_at, new_at = old_at + len(before) + 1, new_at + len(after) + 1
    for run in made.map.runs:
        if run.kind != RunKind.SAME:
            yield Run(run.from_start, run.to_start, run.length, str(run.kind))
            continue
        for start, end in _outside(kept, run.from_start, run.from_start + run.length):
            yield Run(start, run.to_start + start - run.from_start, end - start, str(run.kind))


def _outside(kept: list[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    """What of a stretch lies in none of the others, which are in order."""
    at = bisect_right(kept, (start, start)) - 1
    for first, last in kept[max(at, 0) :]:
        if first >= end:
            break
        if start < first:
            yield start, first
        start = max(start, last)
    if start < end:
        yield start, end


def _whole(text: ChunkedText) -> str:
    return "".join(piece for _, piece in text.texts())

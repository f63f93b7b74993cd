# SPDX-License-Identifier: GPL-3.0-or-later
"""What became of suggestions, read off the present state of the places that the user touched."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from reader.model.ids import TagId
from reader.model.outcome import Outcome
from reader.text.spans import Span

Place = tuple[Span, TagId]


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a document says now around the touched places.

    ``tagged`` are places that bear an annotation; ``verdicts`` are decisions, True for accepted; ``suggested`` are
    places with a suggestion, settled or not; ``before`` are outcomes known so far. ``is_looked_at`` says whether
    suggestions were looked for, without which nothing can have been missed.
    """

    tagged: Collection[Place]
    verdicts: Mapping[Place, bool]
    suggested: Collection[Place]
    before: Mapping[Place, Outcome] = field(default_factory=dict)
    is_looked_at: bool = True


def settled(touched: Iterable[Place], around: Surroundings) -> dict[Place, Outcome | None]:
    """The outcome of each touched place, and of each suggestion that a touched place corrects; None where none is left.

    The same state gives the same outcomes, however it was come by: undo and redo need nothing of their own.
    """
    own = set(touched)
    concerned = own | {
        place for place in {*around.suggested, *around.before} if any(_explains(each, place) for each in own)
    }
    return {place: _outcome(place, around) for place in concerned}


def _outcome(place: Place, around: Surroundings) -> Outcome | None:
    is_tagged = place in around.tagged
    known = around.before.get(place)
    if known is Outcome.MISSED and is_tagged:
        return known  # what the recogniser has learned of it since does not count for then
    if place in around.suggested or place in around.verdicts or known not in (None, Outcome.MISSED):
        return Outcome.ACCEPTED if is_tagged else _of_untagged(place, around)
    if not is_tagged or _is_correction(place, around):
        return None
    return Outcome.MISSED if around.is_looked_at else None


def _of_untagged(place: Place, around: Surroundings) -> Outcome | None:
    span, tag = place
    if any(other_span == span for other_span, _ in around.tagged):
        return Outcome.RETAGGED
    if any(other == tag and other_span.overlaps(span) for other_span, other in around.tagged):
        return Outcome.CORRECTED
    return Outcome.REJECTED if place in around.verdicts else None


def _is_correction(place: Place, around: Surroundings) -> bool:
    """Does the annotation here stand for a suggestion with another edge or tag?"""
    others = {
        *around.suggested,
        *around.verdicts,
        *(each for each, known in around.before.items() if _was_shown(known)),
    }
    return any(_explains(place, other) and other not in around.tagged for other in others)


def _was_shown(outcome: Outcome) -> bool:
    return outcome is not Outcome.MISSED


def _explains(annotation: Place, suggestion: Place) -> bool:
    """May the annotation be what the user made of the suggestion: same tag, other edges; or same words, other tag?"""
    span, tag = annotation
    other_span, other_tag = suggestion
    return annotation != suggestion and (span == other_span or (tag == other_tag and span.overlaps(other_span)))

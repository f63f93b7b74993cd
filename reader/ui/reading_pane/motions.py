# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the caret goes: by character (visually and logically), word, sentence, paragraph, line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QTextLayout

from reader.text.direction import Direction
from reader.text.segment import sentences, word_at, words
from reader.text.spans import Span
from reader.text.structure import Role
from reader.ui.reading_pane.flow import Flow, Place, Stretch, StretchId
from reader.ui.reading_pane.laid import LaidText

Motion = Callable[[Flow, Place], Place]


def left(flow: Flow, place: Place) -> Place:
    """One character to the left as the eye sees it."""
    return _visual(flow, place, QTextLayout.leftCursorPosition, Direction.RIGHT_TO_LEFT)


def right(flow: Flow, place: Place) -> Place:
    """One character to the right as the eye sees it."""
    return _visual(flow, place, QTextLayout.rightCursorPosition, Direction.LEFT_TO_RIGHT)


def forward(flow: Flow, place: Place) -> Place:
    """One character on in reading order."""
    stretch, laid, local16 = _local(flow, place)
    if place.offset < stretch.end:
        return _place_of(stretch, laid, laid.layout.nextCursorPosition(local16))
    beyond = _neighbour(flow, stretch.id, forwards=True)
    return place if beyond is None else Place(beyond.id.chunk, beyond.start)


def backward(flow: Flow, place: Place) -> Place:
    """One character back in reading order."""
    stretch, laid, local16 = _local(flow, place)
    if place.offset > stretch.start:
        return _place_of(stretch, laid, laid.layout.previousCursorPosition(local16))
    beyond = _neighbour(flow, stretch.id, forwards=False)
    if beyond is None:
        return place
    end = Place(beyond.id.chunk, beyond.end)
    if stretch.opens_paragraph:
        return end
    laid = flow.laid(beyond.id)  # two stretches of one paragraph: their common edge is one place
    return _place_of(beyond, laid, laid.layout.previousCursorPosition(laid.utf16.to_utf16(len(laid.text))))


def word_forward(flow: Flow, place: Place) -> Place:
    """To the end of this word, or of the next one, so that a selection takes no space with it."""
    return _unit_forward(flow, place, words)


def word_backward(flow: Flow, place: Place) -> Place:
    return _unit_backward(flow, place, words)


def word_left(flow: Flow, place: Place) -> Place:
    """A word to the left, by the paragraph's direction."""
    rtl = flow.direction_of(flow.stretch_at(place)) is Direction.RIGHT_TO_LEFT
    return word_forward(flow, place) if rtl else word_backward(flow, place)


def word_right(flow: Flow, place: Place) -> Place:
    rtl = flow.direction_of(flow.stretch_at(place)) is Direction.RIGHT_TO_LEFT
    return word_backward(flow, place) if rtl else word_forward(flow, place)


def sentence_forward(flow: Flow, place: Place) -> Place:
    return _unit_forward(flow, place, sentences)


def sentence_backward(flow: Flow, place: Place) -> Place:
    return _unit_backward(flow, place, sentences)


def paragraph_forward(flow: Flow, place: Place) -> Place:
    """To the end of the paragraph, or of the next one."""
    stretch = flow.stretch_at(place)
    if place.offset >= stretch.end and (beyond := _neighbour(flow, stretch.id, forwards=True)):
        stretch = beyond
    while not stretch.ends_paragraph and (beyond := _neighbour(flow, stretch.id, forwards=True)):
        stretch = beyond
    return Place(stretch.id.chunk, stretch.end)


def paragraph_backward(flow: Flow, place: Place) -> Place:
    """To the start of the paragraph, or of the one before."""
    stretch = flow.stretch_at(place)
    if place.offset <= stretch.start and (beyond := _neighbour(flow, stretch.id, forwards=False)):
        stretch = beyond
    while not stretch.opens_paragraph and (beyond := _neighbour(flow, stretch.id, forwards=False)):
        stretch = beyond
    return Place(stretch.id.chunk, stretch.start)


def line_start(flow: Flow, place: Place) -> Place:
    stretch, laid, _ = _local(flow, place)
    return _place_of(stretch, laid, laid.line_of(place.offset - stretch.start).start16)


def line_end(flow: Flow, place: Place) -> Place:
    """Before the space that ends the line, so that the caret stays on it."""
    stretch, laid, _ = _local(flow, place)
    line = laid.line_of(place.offset - stretch.start)
    end16 = line.end16 if line is laid.lines[-1] else laid.layout.previousCursorPosition(line.end16)
    return _place_of(stretch, laid, end16)


def text_start(_flow: Flow, _place: Place) -> Place:
    return Place(0, 0)


def text_end(flow: Flow, _place: Place) -> Place:
    return flow.end()


def word_around(flow: Flow, place: Place) -> tuple[Place, Place] | None:
    """Both ends of the word that holds a place or ends at it."""
    stretch = flow.stretch_at(place)
    text, local = flow.text_of(stretch), place.offset - stretch.start
    span = word_at(text, local) or (word_at(text, local - 1) if local else None)
    if span is None:
        return None
    return Place(place.chunk, stretch.start + span.start), Place(place.chunk, stretch.start + span.end)


def sentence_around(flow: Flow, place: Place) -> tuple[Place, Place] | None:
    stretch = flow.stretch_at(place)
    local = place.offset - stretch.start
    for span in sentences(flow.text_of(stretch)):
        if span.start <= local <= span.end:
            return Place(place.chunk, stretch.start + span.start), Place(place.chunk, stretch.start + span.end)
    return None


def paragraph_around(flow: Flow, place: Place) -> tuple[Place, Place]:
    stretch = flow.stretch_at(place)
    inside = Place(place.chunk, min(stretch.end, max(stretch.start + 1, place.offset)))
    start = inside if inside.offset <= stretch.start else paragraph_backward(flow, inside)
    end = inside if inside.offset >= stretch.end and stretch.ends_paragraph else paragraph_forward(flow, inside)
    return start, end


# Inside


def _local(flow: Flow, place: Place) -> tuple[Stretch, LaidText, int]:
    stretch = flow.stretch_at(place)
    laid = flow.laid(stretch.id)
    return stretch, laid, laid.utf16.to_utf16(min(place.offset, stretch.end) - stretch.start)


def _place_of(stretch: Stretch, laid: LaidText, local16: int) -> Place:
    return Place(stretch.id.chunk, stretch.start + laid.utf16.from_utf16(local16))


def _visual(flow: Flow, place: Place, step: Callable[[QTextLayout, int], int], forward_in: Direction) -> Place:
    stretch, laid, local16 = _local(flow, place)
    moved16 = step(laid.layout, local16)
    if moved16 != local16:
        return _place_of(stretch, laid, moved16)
    beyond = _neighbour(flow, stretch.id, forwards=flow.direction_of(stretch) is forward_in)
    if beyond is None:
        return place
    crossed = Place(beyond.id.chunk, beyond.start if flow.direction_of(stretch) is forward_in else beyond.end)
    return crossed if crossed != place else _visual_again(flow, beyond, step, crossed)


def _visual_again(flow: Flow, stretch: Stretch, step: Callable[[QTextLayout, int], int], place: Place) -> Place:
    """Across the seam of two stretches of one paragraph, whose ends are one place: a step further."""
    laid = flow.laid(stretch.id)
    return _place_of(stretch, laid, step(laid.layout, laid.utf16.to_utf16(place.offset - stretch.start)))


def _neighbour(flow: Flow, id_: StretchId, *, forwards: bool) -> Stretch | None:
    """The next stretch that shows text, in either direction."""
    step = flow.after if forwards else flow.before
    beyond = step(id_)
    while beyond is not None and flow.stretch(beyond).role is Role.BLANK:
        beyond = step(beyond)
    return None if beyond is None else flow.stretch(beyond)


def _unit_forward(flow: Flow, place: Place, units: Callable[[str], Sequence[Span]]) -> Place:
    stretch: Stretch | None = flow.stretch_at(place)
    local = place.offset - (stretch.start if stretch else 0)
    while stretch is not None:
        for span in units(flow.text_of(stretch)):
            if span.end > local:
                return Place(stretch.id.chunk, stretch.start + span.end)
        stretch, local = _neighbour(flow, stretch.id, forwards=True), -1
    return flow.end()


def _unit_backward(flow: Flow, place: Place, units: Callable[[str], Sequence[Span]]) -> Place:
    stretch: Stretch | None = flow.stretch_at(place)
    local = place.offset - (stretch.start if stretch else 0)
    while stretch is not None:
        for span in reversed(units(flow.text_of(stretch))):
            if span.start < local:
                return Place(stretch.id.chunk, stretch.start + span.start)
        stretch = _neighbour(flow, stretch.id, forwards=False)
        local = stretch.end - stretch.start + 1 if stretch else 0
    return Place(0, 0)

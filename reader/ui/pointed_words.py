# SPDX-License-Identifier: GPL-3.0-or-later
"""Words of the page: under the pointer, at a place, beside another; with their sentence and where they are drawn."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, Qt

from reader.text.direction import Direction
from reader.text.segment import sentence_at
from reader.text.spans import Span
from reader.ui.reading_pane import MarkKind, ReadingPane, motions
from reader.ui.reading_pane.flow import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointed:
    """A word on the page: where it begins and ends, its sentence, and its first code point in that."""

    start: Place
    end: Place
    sentence: str
    offset: int

    @property
    def word(self) -> str:
        return self.sentence[self.offset : self.offset + self.end.offset - self.start.offset]


class PointedWords:
    """Finds words on the page and tells where they are."""

    def __init__(self, pane: ReadingPane) -> None:
        self._pane = pane

    def under(self, point: QPointF) -> Pointed | None:
        """The word at a point of the viewport."""
        hit = self._pane.window_in_view.character_at(point.x(), point.y())
        if hit is None:
            return None
        stretch, offset = hit
        return self.at(Place(stretch.id.chunk, stretch.start + offset))

    def at(self, place: Place) -> Pointed | None:
        flow = self._pane.flow
        ends = motions.word_around(flow, place)
        if ends is None:
            return None
        start, end = ends
        stretch = flow.stretch_at(start)
        text, local = flow.text_of(stretch), start.offset - stretch.start
        sentence = sentence_at(text, local)
        if sentence is None:
            return None
        piece = text[sentence.start : sentence.end]
        return Pointed(start=start, end=end, sentence=piece, offset=local - sentence.start)

    def beside(self, pointed: Pointed, step: int) -> Pointed | None:
        """The next word to the left (negative) or to the right, as the eye sees it."""
        flow = self._pane.flow
        leftward = flow.direction_of(flow.stretch_at(pointed.start)) is Direction.RIGHT_TO_LEFT
        is_onward = (step < 0) == leftward
        beyond = motions.word_forward(flow, pointed.end) if is_onward else motions.word_backward(flow, pointed.start)
        return self.at(beyond)

    def span_of(self, pointed: Pointed) -> Span | None:
        """Its code points in the document; None while the text before it is not counted."""
        start = self._pane.flow.offset_of(pointed.start)
        return None if start is None else Span(start, start + pointed.end.offset - pointed.start.offset)

    def rect_of(self, pointed: Pointed, pointer: QPointF) -> QRect | None:
        """The word's box on the screen; of one broken over two lines, that under the pointer."""
        boxes = self._pane.window_in_view.boxes(pointed.start, pointed.end)
        if not boxes:
            return None
        box = next((each for each in boxes if each.contains(pointer)), boxes[0]).toAlignedRect()
        return QRect(self._pane.viewport().mapToGlobal(box.topLeft()), box.size())

    def direction_of(self, pointed: Pointed) -> Qt.LayoutDirection:
        """That of its paragraph."""
        flow = self._pane.flow
        rightward = flow.direction_of(flow.stretch_at(pointed.start)) is Direction.LEFT_TO_RIGHT
        return Qt.LayoutDirection.LeftToRight if rightward else Qt.LayoutDirection.RightToLeft

    def marks_on(self, pointed: Pointed) -> tuple[list[str], list[str]]:
        """The names of the tags and of the suggested tags it stands in, each once."""
        stretch = self._pane.flow.stretch_at(pointed.start)
        marks = self._pane.mark_layer.at(stretch, pointed.start.offset - stretch.start)
        tagged = [mark.label for mark in marks if mark.kind is MarkKind.ANNOTATION]
        suggested = [mark.label for mark in marks if mark.kind is MarkKind.SUGGESTION]
        return list(dict.fromkeys(tagged)), list(dict.fromkeys(suggested))

    def reveal(self, pointed: Pointed) -> None:
        """Select the word, and scroll to it when it is not in view."""
        self._pane.set_places(pointed.start, pointed.end)
        box = self._pane.window_in_view.caret_box(pointed.start)
        if box is None or box.top() < 0 or box.bottom() > self._pane.viewport().height():
            offset = self._pane.flow.offset_of(pointed.start)
            if offset is not None:
                self._pane.show_place(offset)

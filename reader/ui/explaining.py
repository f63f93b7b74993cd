# SPDX-License-Identifier: GPL-3.0-or-later
"""Words on the page explained: where the pointer rests, on a click, or by key; never in the way of anything else."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QCursor, QMouseEvent

from reader import settings as names
from reader.lexicon.lookup import Lookup
from reader.settings import Settings
from reader.text.direction import Direction
from reader.text.segment import sentence_at
from reader.text.spans import Span
from reader.ui.messages import sentence_for
from reader.ui.models.terms import ShownTerm
from reader.ui.open_lexicon import OpenLexicon
from reader.ui.popups.word import WordPopup
from reader.ui.reading_pane import MarkKind, ReadingPane, motions
from reader.ui.reading_pane.flow import Place

_NEXT_WORD_MS = 140
"""While a word is explained, the pointer needs to rest on another only so long."""
_AWAY_MS = 320
"""The pointer may be so long on the way from the word into the popup."""
_STILL_PX = 3
_SLOW_PX_PER_S = 250
_MODIFIERS = {
    "ctrl": Qt.KeyboardModifier.ControlModifier,
    "alt": Qt.KeyboardModifier.AltModifier,
    "shift": Qt.KeyboardModifier.ShiftModifier,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pointed:
    """A word on the page: where it begins and ends, its sentence, and its first code point in that."""

    start: Place
    end: Place
    sentence: str
    offset: int

    @property
    def word(self) -> str:
        return self.sentence[self.offset : self.offset + self.end.offset - self.start.offset]


class Explaining(QObject):
    """Joins page, lexicon and popup. ``is_quiet`` tells when nothing may appear uninvited."""

    def __init__(
        self,
        pane: ReadingPane,
        popup: WordPopup,
        lexicon: OpenLexicon,
        settings: Settings,
        *,
        is_quiet: Callable[[], bool],
    ) -> None:
        super().__init__(pane)
        self._pane = pane
        self._popup = popup
        self._lexicon = lexicon
        self._settings = settings
        self._is_quiet = is_quiet
        self.terms_in: Callable[[Span], Sequence[ShownTerm]] = lambda _span: ()
        """The terms that share a character with a span of the document, the longest first."""
        self._has_said = False
        self._shown: _Pointed | None = None
        self._asked: _Pointed | None = None
        self._pointer, self._moved_at = QPointF(), 0.0
        self._is_slow = True
        self._dwell = self._timer(self._on_rest)
        self._away = self._timer(self._on_away)
        pane.viewport().installEventFilter(self)
        pane.visible_changed.connect(self._on_scrolled)
        popup.neighbour_asked.connect(self.explain_neighbour)
        popup.closed.connect(self._on_closed)
        lexicon.waiting.connect(self._on_waiting)
        lexicon.opened.connect(self._on_opened)
        lexicon.failed.connect(lambda error: self._say(sentence_for(error)))

    # What the user asks for

    def explain_at_caret(self) -> None:
        """Explain the word at the caret and give the popup the keyboard."""
        if self._popup.lookup is not None and not self._popup.has_keyboard and self._shown is not None:
            self._popup.take_keyboard()
            return
        fixed, head = self._pane.places
        pointed = self._pointed(min(fixed, head))
        if pointed is not None:
            self._explain_by_key(pointed)

    def explain_neighbour(self, step: int) -> None:
        """Go on to the next word to the left (negative) or to the right, as the eye sees it."""
        if self._shown is None:
            return
        flow = self._pane.flow
        leftward = flow.direction_of(flow.stretch_at(self._shown.start)) is Direction.RIGHT_TO_LEFT
        if (step < 0) == leftward:
            beyond = motions.word_forward(flow, self._shown.end)
        else:
            beyond = motions.word_backward(flow, self._shown.start)
        pointed = self._pointed(beyond)
        if pointed is not None and pointed != self._shown:
            self._explain_by_key(pointed)

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._on_moved(event)
        elif kind == QEvent.Type.MouseButtonPress:
            self._dwell.stop()
            self._leave()
        elif kind == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            self._on_released(event)
        elif kind == QEvent.Type.Leave:
            self._dwell.stop()
            self._away.start(_AWAY_MS)
        return super().eventFilter(watched, event)

    # The pointer

    def _on_moved(self, event: QMouseEvent) -> None:
        distance = (event.position() - self._pointer).manhattanLength()
        if distance < _STILL_PX:
            return
        now = time.monotonic()
        self._is_slow = distance / max(now - self._moved_at, 1e-3) <= _SLOW_PX_PER_S
        self._pointer, self._moved_at = event.position(), now
        self._dwell.stop()
        if event.buttons() or not self._wants_hover(event.modifiers()):
            return
        delay = self._settings.get(names.GLOSS_DELAY_MS)
        is_open = self._popup.isVisible()
        self._dwell.start(min(_NEXT_WORD_MS, delay) if is_open and self._is_slow else delay)
        if is_open and not self._away.isActive():
            self._away.start(_AWAY_MS)

    def _wants_hover(self, held: Qt.KeyboardModifier) -> bool:
        wanted = _MODIFIERS.get(self._settings.get(names.GLOSS_MODIFIER))
        if wanted is not None and held == wanted:
            return True
        return self._settings.get(names.GLOSS_ON_HOVER) and held == Qt.KeyboardModifier.NoModifier

    def _on_rest(self) -> None:
        """The pointer has rested on one place."""
        if self._is_quiet() or self._popup.is_pinned or self._popup.has_keyboard or not self._pane.underMouse():
            return
        pointed = self._under(self._pointer)
        if pointed is not None and pointed != self._shown:
            self._explain(pointed, by_key=False)

    def _on_released(self, event: QMouseEvent) -> None:
        fixed, head = self._pane.places
        wants = self._settings.get(names.GLOSS_ON_CLICK) and event.button() is Qt.MouseButton.LeftButton
        if wants and fixed == head and (pointed := self._under(event.position())) is not None:
            self._explain(pointed, by_key=False)

    def _on_away(self) -> None:
        """Go when the pointer has left both the word and the popup."""
        if self._popup.is_pinned or self._popup.has_keyboard or not self._popup.isVisible():
            return
        if self._popup.rect().contains(self._popup.mapFromGlobal(QCursor.pos())):
            self._away.start(_AWAY_MS)
        elif self._shown is None or self._under(self._pointer) != self._shown or not self._pane.underMouse():
            self._leave()

    def _on_scrolled(self) -> None:
        if not self._popup.is_pinned and not self._popup.has_keyboard:
            self._leave()

    def _leave(self) -> None:
        if not self._popup.is_pinned:
            self._shown = None
            self._popup.leave()

    # Words

    def _under(self, point: QPointF) -> _Pointed | None:
        hit = self._pane.window_in_view.character_at(point.x(), point.y())
        if hit is None:
            return None
        stretch, offset = hit
        return self._pointed(Place(stretch.id.chunk, stretch.start + offset))

    def _pointed(self, place: Place) -> _Pointed | None:
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
        return _Pointed(start=start, end=end, sentence=piece, offset=local - sentence.start)

    def _explain_by_key(self, pointed: _Pointed) -> None:
        self._pane.set_places(pointed.start, pointed.end)
        self._reveal(pointed)
        self._explain(pointed, by_key=True)

    def _reveal(self, pointed: _Pointed) -> None:
        box = self._pane.window_in_view.caret_box(pointed.start)
        if box is None or box.top() < 0 or box.bottom() > self._pane.viewport().height():
            offset = self._pane.flow.offset_of(pointed.start)
            if offset is not None:
                self._pane.show_place(offset)

    def _explain(self, pointed: _Pointed, *, by_key: bool) -> None:
        """Terms are known at once; meanings come beside them when the lexicon is open."""
        self._asked = pointed if by_key else None
        self._has_said = False
        terms = self._terms_at(pointed)
        lookup = self._lexicon.look_up_in(pointed.sentence, pointed.offset)
        rect = self._rect_of(pointed)
        if rect is None or self._has_said or not (terms or (lookup is not None and (lookup.meanings or by_key))):
            return
        self._shown = pointed
        self._show(pointed, lookup, rect, terms)
        if by_key:
            self._popup.take_keyboard()

    def _show(self, pointed: _Pointed, lookup: Lookup | None, rect: QRect, terms: Sequence[ShownTerm]) -> None:
        direction = self._direction(pointed)
        if lookup is None:
            self._popup.show_sentence(pointed.word, "", rect, direction, terms=terms)
        else:
            about = self._marks_in_words(pointed)
            self._popup.show_word(lookup, rect, direction, about=about, terms=terms)

    def _terms_at(self, pointed: _Pointed) -> Sequence[ShownTerm]:
        start = self._pane.flow.offset_of(pointed.start)
        return () if start is None else self.terms_in(Span(start, start + pointed.end.offset - pointed.start.offset))

    def _marks_in_words(self, pointed: _Pointed) -> str:
        stretch = self._pane.flow.stretch_at(pointed.start)
        marks = self._pane.mark_layer.at(stretch, pointed.start.offset - stretch.start)
        tagged = [mark.label for mark in marks if mark.kind is MarkKind.ANNOTATION]
        suggested = [mark.label for mark in marks if mark.kind is MarkKind.SUGGESTION]
        said = [self.tr("Tagged: %1").replace("%1", each) for each in dict.fromkeys(tagged)]
        said += [self.tr("Suggested: %1").replace("%1", each) for each in dict.fromkeys(suggested)]
        return " · ".join(said)

    def _rect_of(self, pointed: _Pointed) -> QRect | None:
        """The word's box on the screen; of one broken over two lines, that under the pointer."""
        boxes = self._pane.window_in_view.boxes(pointed.start, pointed.end)
        if not boxes:
            return None
        box = next((each for each in boxes if each.contains(self._pointer)), boxes[0]).toAlignedRect()
        return QRect(self._pane.viewport().mapToGlobal(box.topLeft()), box.size())

    def _direction(self, pointed: _Pointed) -> Qt.LayoutDirection:
        flow = self._pane.flow
        rightward = flow.direction_of(flow.stretch_at(pointed.start)) is Direction.LEFT_TO_RIGHT
        return Qt.LayoutDirection.LeftToRight if rightward else Qt.LayoutDirection.RightToLeft

    def _say(self, sentence: str) -> None:
        """Tell why there is no answer where it was asked for by key; the resting pointer asked for nothing."""
        if self._asked is None:
            return
        rect = self._rect_of(self._asked)
        if rect is not None:
            self._shown, self._has_said = self._asked, True
            terms = self._terms_at(self._asked)
            self._popup.show_sentence(self._asked.word, sentence, rect, self._direction(self._asked), terms=terms)
            if terms:
                self._popup.take_keyboard()

    def _on_closed(self) -> None:
        """What was asked for is not wanted any more, even if it comes."""
        self._asked = None
        self._pane.setFocus()

    def _on_waiting(self) -> None:
        self._say(self.tr("The lexicon is being prepared for the first time; that takes some seconds."))

    def _on_opened(self) -> None:
        """Answer what was asked before the lexicon was there: by key, or by a pointer that still rests."""
        if self._asked is not None:
            self._explain(self._asked, by_key=True)
        elif self._shown is not None and self._popup.isVisible():
            self._explain(self._shown, by_key=False)
        elif not self._dwell.isActive():
            self._on_rest()

    def _timer(self, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(slot)
        return timer

# SPDX-License-Identifier: GPL-3.0-or-later
"""Words on the page explained: where the pointer rests, on a click, or by key; never in the way of anything else."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QCursor, QMouseEvent

from reader import settings as names
from reader.lexicon.lookup import Meaning, Scope
from reader.settings import Settings
from reader.text.spans import Span
from reader.ui.messages import sentence_for
from reader.ui.models.terms import ShownTerm
from reader.ui.open_lexicon import OpenLexicon
from reader.ui.pointed_words import Pointed, PointedWords
from reader.ui.popups.word import WordPopup
from reader.ui.popups.word_page import WordPage
from reader.ui.reading_pane import ReadingPane
from reader.ui.word_answers import WordAnswers

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


class Explaining(QObject):
    """Joins page, answers and popup. ``is_quiet`` tells when nothing may appear uninvited.

    The trail holds what was looked at since a word on the page was: first that word, then words inside the popup.
    """

    def __init__(
        self,
        pane: ReadingPane,
        popup: WordPopup,
        lexicon: OpenLexicon,
        answers: WordAnswers,
        settings: Settings,
        *,
        is_quiet: Callable[[], bool],
    ) -> None:
        super().__init__(pane)
        self._pane = pane
        self._words = PointedWords(pane)
        self._popup = popup
        self._answers = answers
        self._settings = settings
        self._is_quiet = is_quiet
        self.terms_in: Callable[[Span], Sequence[ShownTerm]] = lambda _span: ()
        """The terms that share a character with a span of the document, the longest first."""
        self.entities_in: Callable[[Span], Sequence[str]] = lambda _span: ()
        """The names of the entities that are mentioned there."""
        self._notice: str | None = None
        self._is_asking = False
        self._shown: Pointed | None = None
        self._asked: Pointed | None = None
        self._trail: list[str] = []
        self._step = 0
        self._pointer, self._moved_at = QPointF(), 0.0
        self._is_slow = True
        self._dwell = self._timer(self._on_rest)
        self._away = self._timer(self._on_away)
        self._connect(lexicon)

    def _connect(self, lexicon: OpenLexicon) -> None:
        pane, popup = self._pane, self._popup
        pane.viewport().installEventFilter(self)
        pane.visible_changed.connect(self._on_scrolled)
        popup.neighbour_asked.connect(self.explain_neighbour)
        popup.closed.connect(self._on_closed)
        popup.word_asked.connect(self.explain_word)
        popup.back_asked.connect(lambda: self._go_on_trail(-1))
        popup.forward_asked.connect(lambda: self._go_on_trail(1))
        popup.chosen.connect(self._on_chosen)
        popup.forgotten.connect(self._on_forgotten)
        self._answers.changed.connect(self._show_again)
        lexicon.waiting.connect(self._on_waiting)
        lexicon.opened.connect(self._on_opened)
        lexicon.failed.connect(lambda error: self._say(sentence_for(error)))

    # What the user asks for

    def explain_at_caret(self) -> None:
        """Explain the word at the caret and give the popup the keyboard; one that the pointer opened just gets it."""
        fixed, head = self._pane.places
        pointed = self._words.at(min(fixed, head))
        is_open = self._popup.lookup is not None and not self._popup.has_keyboard and self._shown is not None
        is_by_pointer = self._asked is None and not self._popup.is_pinned
        if is_open and (is_by_pointer or pointed in (None, self._shown)):
            self._popup.take_keyboard()
        elif pointed is not None:
            self._explain_by_key(pointed)

    def explain_neighbour(self, step: int) -> None:
        """Go on to the next word to the left (negative) or to the right, as the eye sees it."""
        pointed = None if self._shown is None else self._words.beside(self._shown, step)
        if pointed is not None and pointed != self._shown:
            self._explain_by_key(pointed)

    def explain_word(self, word: str) -> None:
        """Look up a word that stands in the popup; the place on the page is kept."""
        self._trail[self._step :] = [word]
        self._go_on_trail(1)

    @property
    def span(self) -> Span | None:
        """Where the word that is explained stands in the document; None for one inside the popup."""
        return None if self._shown is None or self._step else self._words.span_of(self._shown)

    @property
    def place_of_card(self) -> Span | None:
        """Where the word on the page stands, also while one inside the popup is looked at."""
        return None if self._shown is None else self._words.span_of(self._shown)

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
        pointed = self._words.under(self._pointer)
        if pointed is not None and pointed != self._shown:
            self._explain(pointed, by_key=False)

    def _on_released(self, event: QMouseEvent) -> None:
        fixed, head = self._pane.places
        wants = self._settings.get(names.GLOSS_ON_CLICK) and event.button() is Qt.MouseButton.LeftButton
        if wants and fixed == head and (pointed := self._words.under(event.position())) is not None:
            self._explain(pointed, by_key=False)

    def _on_away(self) -> None:
        """Go when the pointer has left both the word and the popup."""
        if self._popup.is_pinned or self._popup.has_keyboard or not self._popup.isVisible():
            return
        if self._popup.rect().contains(self._popup.mapFromGlobal(QCursor.pos())):
            self._away.start(_AWAY_MS)
        elif self._shown is None or self._words.under(self._pointer) != self._shown or not self._pane.underMouse():
            self._leave()

    def _on_scrolled(self) -> None:
        if not self._popup.is_pinned and not self._popup.has_keyboard:
            self._leave()

    def _leave(self) -> None:
        if not self._popup.is_pinned:
            self._shown = None
            self._popup.leave()

    # Showing

    def _explain_by_key(self, pointed: Pointed) -> None:
        self._words.reveal(pointed)
        self._explain(pointed, by_key=True)

    def _explain(self, pointed: Pointed, *, by_key: bool) -> None:
        """Terms are known at once; meanings come beside them when the lexicon is open."""
        self._asked = pointed if by_key else None
        page, rect = self._page_of(pointed), self._words.rect_of(pointed, self._pointer)
        if page is None or rect is None or not (by_key or page.terms or page.lookup.meanings or page.entries):
            return
        self._shown, self._trail, self._step = pointed, [], 0
        self._popup.head.show_way(can_back=False, can_forward=False)
        self._popup.show_page(page, rect, self._words.direction_of(pointed))
        if by_key and (page.sentence in (None, "") or page.terms or page.entries):
            self._popup.take_keyboard()

    def _page_of(self, pointed: Pointed) -> WordPage | None:
        """What is known of a word on the page; None while there is nothing to say."""
        span = self._words.span_of(pointed)
        terms = () if span is None else tuple(self.terms_in(span))
        self._notice, self._is_asking = None, True
        page = self._answers.in_text(pointed.sentence, pointed.offset, span)
        self._is_asking = False
        if page is None and (terms or self._notice is not None):
            page = self._answers.nothing(pointed.word)
        if page is None:
            return None
        if page.sentence is not None and self._notice is not None:
            page = replace(page, sentence=self._notice)
        return replace(page, about=self._marks_in_words(pointed, span), terms=terms)

    def _marks_in_words(self, pointed: Pointed, span: Span | None) -> str:
        tagged, suggested = self._words.marks_on(pointed)
        entities = self.entities_in(span) if span is not None and tagged else ()
        said = [self.tr("Tagged: %1").replace("%1", each) for each in tagged]
        said += [self.tr("Entity: %1").replace("%1", each) for each in entities]
        said += [self.tr("Suggested: %1").replace("%1", each) for each in suggested]
        return " · ".join(said)

    def _go_on_trail(self, by: int) -> None:
        """Show what was looked at before or after; the first is the word on the page."""
        step = self._step + by
        rect = None if self._shown is None else self._words.rect_of(self._shown, self._pointer)
        if self._shown is None or rect is None or not 0 <= step <= len(self._trail):
            return
        had_keyboard, self._step = self._popup.has_keyboard, step
        page = self._current_page()
        if page is not None:
            self._popup.head.show_way(can_back=step > 0, can_forward=step < len(self._trail))
            self._popup.show_page(page, rect, self._words.direction_of(self._shown))
        if had_keyboard:
            self._popup.take_keyboard()

    def _current_page(self) -> WordPage | None:
        if self._shown is None:
            return None
        return self._answers.alone(self._trail[self._step - 1]) if self._step else self._page_of(self._shown)

    def _show_again(self) -> None:
        """Something else is known of words now."""
        if self._popup.isVisible() and (page := self._current_page()) is not None:
            self._popup.show_again(page)

    # Choosing

    def _on_chosen(self, meaning: Meaning, scope: Scope) -> None:
        if (lookup := self._popup.lookup) is not None:
            self._answers.take(lookup.word, self.span, meaning, scope)

    def _on_forgotten(self) -> None:
        if (lookup := self._popup.lookup) is not None:
            self._answers.take_back(lookup.word, self.span)

    # The lexicon

    def _say(self, sentence: str) -> None:
        """Tell why there is no answer where it was asked for by key; the resting pointer asked for nothing."""
        if self._is_asking:
            self._notice = sentence if self._asked is not None else None
        elif self._asked is not None:
            self._explain(self._asked, by_key=True)

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

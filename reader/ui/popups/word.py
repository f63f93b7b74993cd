# SPDX-License-Identifier: GPL-3.0-or-later
"""What a word means, beside the word: it never takes the keyboard uninvited and never covers the line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont, QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from reader.lexicon.lookup import Lookup
from reader.ui.models.vocabulary import ShownWord
from reader.ui.models.word_parts import frequency_in_words
from reader.ui.popups.card import Card
from reader.ui.popups.entry_row import EntryRow
from reader.ui.popups.meaning_row import MeaningRow
from reader.ui.popups.placing import GAP_PX, move_beside
from reader.ui.popups.term_row import TermRow
from reader.ui.popups.vocabulary_row import VocabularyRow
from reader.ui.popups.walking import step_within
from reader.ui.popups.word_head import WordHead
from reader.ui.popups.word_page import WordPage
from reader.ui.popups.word_rows import WordRows

_WIDTH_PX = 460
_LOWEST_PX = 160
"""The rows get at least so much, however little room there is."""


class WordPopup(Card):
    """The terms at a word, its meanings, what dictionaries say of it.

    Signals:
        closed (): it had the keyboard and is gone; give the focus back to the page.
        neighbour_asked (int): the word so many to the left (negative) or right as the eye sees it is wanted.
        pinned (bool).
        word_asked (str): a word in the popup is to be looked up. back_asked (), forward_asked (): among those seen.
        chosen (Meaning, Scope): that is what is meant. forgotten (): what was chosen is not any more.
        root_asked (str root): the words of the root are wanted.
        term_edit_requested (str term id), term_dismissal_requested (str term id, str written), copy_requested (str).
    """

    closed = Signal()
    neighbour_asked = Signal(int)
    pinned = Signal(bool)
    word_asked = Signal(str)
    back_asked = Signal()
    forward_asked = Signal()
    chosen = Signal(object, object)
    forgotten = Signal()
    root_asked = Signal(str)
    term_edit_requested = Signal(str)
    term_dismissal_requested = Signal(str, str)
    copy_requested = Signal(str)

    def __init__(self, face: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = QFont(face)
        self._page: WordPage | None = None
        self._room = 0
        self.head = WordHead(face)
        self.word, self.frequency, self.pin = self.head.word, self.head.frequency, self.head.pin
        self.about = QLabel()
        self.board = WordRows(self._face)
        self.more, self.more_entries = self.board.more, self.board.more_entries
        self.foot, self.morphology = self.board.foot, self.board.morphology
        self.vocabulary = VocabularyRow()
        self.vocabulary_of: Callable[[str], ShownWord | None] = lambda _written: None
        """How well a written word is known; None while that is looked up, and for what is no word to learn."""
        self.is_to_learn: Callable[[str], bool] = lambda _written: False
        """Whether the answer will come: then there is room for it from the first."""
        self._scroll = _Scroll()
        self._lay_out()
        self._connect()
        self._retranslate()

    @property
    def lookup(self) -> Lookup | None:
        """The word that is shown; None while the popup is away or tells something else."""
        return self._page.lookup if self._page is not None and self.isVisible() else None

    @property
    def page(self) -> WordPage | None:
        """What is shown; None while the popup is away."""
        return self._page if self.isVisible() else None

    @property
    def rows(self) -> list[MeaningRow]:
        return self.board.meanings

    @property
    def term_rows(self) -> list[TermRow]:
        return self.board.terms

    @property
    def entry_rows(self) -> list[EntryRow]:
        return self.board.entries

    @property
    def is_pinned(self) -> bool:
        return self.pin.isChecked() and self.isVisible()

    def show_page(self, page: WordPage, rect: QRect, direction: Qt.LayoutDirection) -> None:
        """Show the word beside ``rect`` (global)."""
        self._page = page
        self.board.begin()
        self._room = self._room_beside(rect)
        self._fill()
        self._fold_to_room()
        self._scroll.verticalScrollBar().setValue(0)
        if self.is_pinned:
            self.fit()
        else:
            self.appear(rect, direction)
        self._announce()

    def show_again(self, page: WordPage) -> None:
        """The same word with more or other things known of it, where the popup stands; the keyboard stays in it."""
        had_keyboard, first = self.has_keyboard, self._page
        self._page = page
        if first is not None and first.lookup == page.lookup and first.entries == page.entries:
            self.board.show_morphology(page)
            return
        self._fill()
        self._fit_in_place()
        if had_keyboard:
            self.take_keyboard()

    def show_vocabulary(self) -> None:
        """Statuses of words may be others now."""
        if (lookup := self.lookup) is not None:
            self.vocabulary.show_word(self.vocabulary_of(lookup.word))

    def take_keyboard(self) -> None:
        """The first term or meaning gets the focus: the user asked for the popup by key."""
        first = next(iter(self.board.all), self.pin)
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Go; the focus goes back to the page when it was here."""
        had_keyboard = self.has_keyboard
        self.pin.setChecked(False)
        self.hide()
        if had_keyboard:
            self.closed.emit()

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, is_alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        backward = Qt.Key.Key_Right if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else Qt.Key.Key_Left
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and is_alt:
            (self.back_asked if key == backward else self.forward_asked).emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.neighbour_asked.emit(-1 if key == Qt.Key.Key_Left else 1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(key == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks what is here and round, and what it comes to is scrolled to."""
        stop = step_within(self, forward=forward)
        if stop is not None and self.board.isAncestorOf(stop):
            self._scroll.ensureWidgetVisible(stop, 0, 8)
        return stop is not None

    def sizeHint(self) -> QSize:
        """At its own width: at another one the height would be another too."""
        return QSize(_WIDTH_PX, super().sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _lay_out(self) -> None:
        self.setFixedWidth(_WIDTH_PX)
        self.about.setObjectName("quiet")
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self._scroll.setWidget(self.board)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for widget in (self._scroll, self._scroll.viewport(), self.board):
            widget.setAutoFillBackground(False)
            widget.setBackgroundRole(QPalette.ColorRole.NoRole)
        for widget in (self.head, self.about, self._scroll, self.vocabulary):
            self.body.addWidget(widget)

    def _connect(self) -> None:
        self.pin.toggled.connect(self.pinned)
        self.head.back_asked.connect(self.back_asked)
        self.head.forward_asked.connect(self.forward_asked)
        self.head.moved.connect(self._on_moved)
        board = self.board
        board.resized.connect(self._fit_in_place)
        board.unfolded.connect(self._on_unfolded)
        board.word_asked.connect(self.word_asked)
        board.chosen.connect(self.chosen)
        board.forgotten.connect(self.forgotten)
        board.root_asked.connect(self.root_asked)
        board.term_edit_requested.connect(self.term_edit_requested)
        board.term_dismissal_requested.connect(self.term_dismissal_requested)
        board.copy_requested.connect(self.copy_requested)

    def _retranslate(self) -> None:
        self.head.retranslate()
        if self._page is not None and self.isVisible():
            self._fill()
            self._fit_in_place()

    # Size and place

    def _room_beside(self, rect: QRect) -> int:
        """The height there is below or above the line, whichever is more: it must not be covered."""
        parent = self.parentWidget()
        if parent is None:
            return self.screen().availableGeometry().height() // 2
        top = parent.mapFromGlobal(rect.topLeft()).y()
        return max(top, parent.height() - top - rect.height()) - 2 * GAP_PX

    def _fold_to_room(self) -> None:
        """Fold away what is least wanted until all fits; then the rest is scrolled."""
        self._settle()
        while self._height() > self._room and self.board.fold_more():
            self._settle()
        self._fit_scroll()

    def fit(self) -> None:
        """Take the size that the content needs now, and the place that goes with it."""
        self.body.activate()
        self.adjustSize()
        if self._beside is not None and not self.is_pinned:
            move_beside(self, *self._beside)

    def _fit_in_place(self) -> None:
        """Take the size the content needs; the edge by the line stays where it is."""
        self._settle()
        self._fit_scroll()
        self.fit()

    def _fit_scroll(self) -> None:
        wanted = self._rows_height()
        others = self._height() - wanted
        self.board.setMinimumHeight(wanted)  # its layout's own minimum takes wrapped labels for higher than they are
        self._scroll.setFixedHeight(max(min(wanted, self._room - others), min(wanted, _LOWEST_PX)))
        self.body.invalidate()

    def _height(self) -> int:
        """What all of it needs at the popup's width, once it is settled."""
        self._scroll.setFixedHeight(self._rows_height())
        self.body.invalidate()
        return self.body.totalHeightForWidth(_WIDTH_PX) if self.body.hasHeightForWidth() else self.sizeHint().height()

    def _rows_height(self) -> int:
        layout, width = self.board.layout(), _WIDTH_PX - self.body.contentsMargins().left() * 2
        assert layout is not None
        return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()

    def _settle(self) -> None:
        """Have every label know its face and every layout its size, from the inside out."""
        inside = self.board.findChildren(QWidget)
        for widget in (self, *inside):
            widget.ensurePolished()
        for widget in (*reversed(inside), self.board):
            if (inner := widget.layout()) is not None:
                inner.invalidate()
                inner.activate()

    def _on_moved(self, by: QPoint) -> None:
        """Drag it out of the way; then it stays."""
        self.pin.setChecked(True)
        parent = self.parentWidget()
        place = self.pos() + by
        if parent is not None:
            inside = parent.rect().adjusted(0, 0, -self.width(), -self.height())
            place = QPoint(_within(place.x(), 0, inside.right()), _within(place.y(), 0, inside.bottom()))
        self.move(place)

    # Content

    def _fill(self) -> None:
        page = self._page
        assert page is not None
        lookup = page.lookup
        self.word.setText(lookup.word)
        self.frequency.setText(frequency_in_words(lookup.zipf) if lookup.meanings else "")
        self.about.setText(page.about)
        self.about.setVisible(bool(page.about))
        self.board.show_page(page)
        self._show_vocabulary_of(lookup.word)
        self.setAccessibleName(lookup.word)
        said = [row.accessibleName() for row in self.board.all]
        said = [each for each in (page.about, *said) if each]
        self.setAccessibleDescription("\n".join(said) or self.foot.text())

    def _show_vocabulary_of(self, word: str) -> None:
        policy = self.vocabulary.sizePolicy()
        page = self._page
        policy.setRetainSizeWhenHidden(page is not None and bool(page.lookup.meanings) and self.is_to_learn(word))
        self.vocabulary.setSizePolicy(policy)
        self.vocabulary.show_word(self.vocabulary_of(word))

    def _on_unfolded(self, first: QWidget) -> None:
        self._fit_in_place()
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(first, 0, 8)

    def _announce(self) -> None:
        """Have a screen reader say what came up, wherever the keyboard is."""
        if QAccessible.isActive():
            said = f"{self.accessibleName()}. {self.accessibleDescription()}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))


class _Scroll(QScrollArea):
    """Leaves all keys to the popup."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()


def _within(value: int, lowest: int, highest: int) -> int:
    return max(min(value, highest), lowest)

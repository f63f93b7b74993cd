# SPDX-License-Identifier: GPL-3.0-or-later
"""What a word means, beside the word: it never takes the keyboard uninvited and never covers the line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reader.lexicon.lookup import Lookup
from reader.ui.models.sentences import filled
from reader.ui.models.terms import ShownTerm
from reader.ui.models.word_parts import frequency_in_words
from reader.ui.popups.card import Card
from reader.ui.popups.meaning_row import MeaningRow
from reader.ui.popups.placing import GAP_PX
from reader.ui.popups.term_row import TermRow

_WIDTH_PX = 440
_OPEN_MEANINGS = 3
_LIKELY = 0.01
"""Meanings less likely than this are folded away even where there is room."""
_WORD_PX = 26
_MOST_TERMS = 3
"""Terms shown for one place; the sidebar lists them all."""


class WordPopup(Card):
    """The terms at a word, and its meanings.

    Signals:
        closed (): it had the keyboard and is gone; give the focus back to the page.
        neighbour_asked (int): the word so many to the left (negative) or right as the eye sees it is wanted.
        pinned (bool).
        term_edit_requested (str term id), term_dismissal_requested (str term id, str written), copy_requested (str).
    """

    closed = Signal()
    neighbour_asked = Signal(int)
    pinned = Signal(bool)
    term_edit_requested = Signal(str)
    term_dismissal_requested = Signal(str, str)
    copy_requested = Signal(str)

    def __init__(self, face: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = QFont(face)
        self._lookup: Lookup | None = None
        self._sentence: str | None = None
        self._terms: tuple[ShownTerm, ...] = ()
        self._is_unfolded = False
        self._most_open = _OPEN_MEANINGS
        self.word = QLabel()
        self.frequency = QLabel()
        self.rows: list[MeaningRow] = []
        self.term_rows: list[TermRow] = []
        self.more = _Button()
        self.pin = _Button()
        self.foot = QLabel()
        self.about = QLabel()
        self._meanings = QVBoxLayout()
        self._term_box = QVBoxLayout()
        self._lay_out()
        self._connect()
        self._retranslate()

    @property
    def lookup(self) -> Lookup | None:
        """The word that is shown; None while the popup is away or tells something else."""
        return self._lookup if self.isVisible() else None

    @property
    def is_pinned(self) -> bool:
        return self.pin.isChecked() and self.isVisible()

    def show_word(
        self,
        lookup: Lookup,
        rect: QRect,
        direction: Qt.LayoutDirection,
        *,
        about: str = "",
        terms: Sequence[ShownTerm] = (),
    ) -> None:
        """Show the word beside ``rect`` (global); ``about`` says where it stands, such as in which tag."""
        self._lookup, self._is_unfolded, self._sentence, self._terms = lookup, False, None, tuple(terms)
        self._most_open = _OPEN_MEANINGS
        self._fill(about)
        self._stand(rect, direction)

    def show_sentence(
        self,
        word: str,
        sentence: str,
        rect: QRect,
        direction: Qt.LayoutDirection,
        *,
        terms: Sequence[ShownTerm] = (),
    ) -> None:
        """Say why there are no meanings to show, or what is being waited for; "" says nothing of them."""
        self._lookup, self._sentence, self._terms = Lookup(word=word, meanings=()), sentence, tuple(terms)
        self._fill("")
        self._stand(rect, direction)

    def take_keyboard(self) -> None:
        """The first term or meaning gets the focus: the user asked for the popup by key."""
        first = next(iter([*self.term_rows, *self.rows]), self.pin)
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
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.neighbour_asked.emit(-1 if key == Qt.Key.Key_Left else 1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(key == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _lay_out(self) -> None:
        self.setFixedWidth(_WIDTH_PX)
        self.word.setFont(_with_size(self._face, _WORD_PX))
        self.frequency.setObjectName("quiet")
        self.foot.setObjectName("quiet")
        self.about.setObjectName("quiet")
        self.about.setWordWrap(True)
        self.foot.setWordWrap(True)
        self.pin.setCheckable(True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.word)
        head.addWidget(self.frequency)
        head.addStretch(1)
        head.addWidget(self.pin)
        self._meanings.setSpacing(4)
        self._term_box.setSpacing(4)
        self.body.addLayout(head)
        self.body.addWidget(self.about)
        self.body.addLayout(self._term_box)
        self.body.addLayout(self._meanings)
        self.body.addWidget(self.more)
        self.body.addWidget(self.foot)

    def _connect(self) -> None:
        self.more.clicked.connect(self._unfold)
        self.pin.toggled.connect(self.pinned)

    def _retranslate(self) -> None:
        self.pin.setText(self.tr("Keep open"))
        self.pin.setToolTip(self.tr("Stay beside the text until Escape is pressed"))
        if self._lookup is not None and self.isVisible():
            self._fill(self.about.text())
            self.fit()

    def _stand(self, rect: QRect, direction: Qt.LayoutDirection) -> None:
        if self.is_pinned:
            self.fit()
            return
        self._fold_to_room(rect)
        self.appear(rect, direction)

    def _fold_to_room(self, rect: QRect) -> None:
        """Fold meanings away until there is room below or above the line: it must not be covered."""
        parent = self.parentWidget()
        if parent is None:
            return
        top = parent.mapFromGlobal(rect.topLeft()).y()
        room = max(top, parent.height() - top - rect.height()) - 2 * GAP_PX
        fewest = 0 if self._terms else 1
        while self._most_open > fewest and self._height() > room:
            self._most_open -= 1
            self._fill(self.about.text())

    def _height(self) -> int:
        """What the content needs at the popup's width."""
        for widget in self.findChildren(QWidget):
            if (inner := widget.layout()) is not None:
                inner.activate()
        self.body.invalidate()
        return self.body.totalHeightForWidth(_WIDTH_PX) if self.body.hasHeightForWidth() else self.sizeHint().height()

    def _fill(self, about: str) -> None:
        lookup = self._lookup
        assert lookup is not None
        self.word.setText(lookup.word)
        self.frequency.setText(frequency_in_words(lookup.zipf) if lookup.meanings else "")
        self.about.setText(about)
        self.about.setVisible(bool(about))
        self._clear_rows()
        self._show_terms()
        shown = self._shown_meanings(lookup)
        for meaning in lookup.meanings[:shown]:
            row = MeaningRow(meaning, self._face)
            self.rows.append(row)
            self._meanings.addWidget(row)
            row.show()  # now, not when the layout comes to it: it may get the focus at once
        hidden = len(lookup.meanings) - shown
        self.more.setText(self.tr("%n more readings", "", hidden))
        self.more.setVisible(hidden > 0)
        self.foot.setText(self._foot_of(lookup))
        self.foot.setVisible(bool(self.foot.text()))
        self.setAccessibleName(lookup.word)
        said = [row.accessibleName() for row in (*self.term_rows, *self.rows)]
        self.setAccessibleDescription("\n".join(said) or self.foot.text())

    def _show_terms(self) -> None:
        for shown in self._terms[:_MOST_TERMS]:
            row = TermRow(shown, self._face)
            row.edit_requested.connect(self.term_edit_requested)
            row.dismissal_requested.connect(self.term_dismissal_requested)
            row.copy_requested.connect(self.copy_requested)
            self.term_rows.append(row)
            self._term_box.addWidget(row)
            row.show()

    def _foot_of(self, lookup: Lookup) -> str:
        if not lookup.meanings:
            return self.tr("The lexicon does not have this word.") if self._sentence is None else self._sentence
        return filled(self.tr("Source: %1"), lookup.meanings[0].reading.source)

    def _shown_meanings(self, lookup: Lookup) -> int:
        if self._is_unfolded:
            return len(lookup.meanings)
        likely = sum(meaning.probability >= _LIKELY for meaning in lookup.meanings)
        return min(max(likely, 1), self._most_open, len(lookup.meanings))

    def _unfold(self) -> None:
        self._is_unfolded = True
        self._fill(self.about.text())
        self.fit()
        self.take_keyboard()

    def _clear_rows(self) -> None:
        boxes = ((self._meanings, self.rows), (self._term_box, self.term_rows))
        for box, rows in boxes:
            for row in rows:
                box.removeWidget(row)
                row.hide()
                row.deleteLater()
        self.rows, self.term_rows = [], []


class _Button(QToolButton):
    """A button that leaves the arrow keys to the popup."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)


def _with_size(face: QFont, size_px: int) -> QFont:
    font = QFont(face)
    font.setPixelSize(size_px)
    return font

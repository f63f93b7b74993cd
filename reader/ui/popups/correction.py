# SPDX-License-Identifier: GPL-3.0-or-later
"""A small editor beside the words it corrects: Return puts the new ones in their place, Escape leaves them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent, QTextOption
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QWidget

from reader.text.correction import least_change
from reader.ui.models.sentences import layout_direction_of
from reader.ui.popups.card import Card

_WIDTH_PX = 440
_LINES = 2
_MOST_LINES = 9
_ROOM_PX = 14


class CorrectionCard(Card):
    """Edits words of the text. What Qt cannot hold as it is (a space that does not break) stays where nothing is typed.

    Signals:
        correction_wished (str words): they are to stand in the place of those shown.
        closed (): it had the keyboard and is gone; give the focus back to the page.
    """

    correction_wished = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = self._shown = ""
        self.heading = QLabel()
        self.text = QPlainTextEdit()
        self.hint = QLabel()
        self.apply = QPushButton()
        self._lay_out()
        self._retranslate()
        self.apply.clicked.connect(self.accept)
        self.text.textChanged.connect(self._on_text_changed)

    def set_quote_font(self, font: QFont) -> None:
        """The face the words are set in."""
        self.text.setFont(font)

    def edit(self, words: str, rect: QRect) -> None:
        """Open beside ``rect`` (global) on some words of the text."""
        option = QTextOption()
        way = layout_direction_of(words)
        option.setTextDirection(way)
        leftward = Qt.AlignmentFlag.AlignRight if way is Qt.LayoutDirection.RightToLeft else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(leftward | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.text.document().setDefaultTextOption(option)
        self.text.setPlainText(words)
        self._words, self._shown = words, self.text.toPlainText()
        self.text.selectAll()
        self._fit_height()
        self.appear(rect, layout_direction_of(words))
        self.text.setFocus()

    @Slot()
    def accept(self) -> None:
        """Wish for what was typed, and close."""
        words = self._with_typed(self.text.toPlainText())
        is_changed = words != self._words
        self.leave()
        if is_changed:
            self.correction_wished.emit(words)

    def leave(self) -> None:
        """Close; nothing is changed."""
        had_keyboard = self.has_keyboard
        self.hide()
        if had_keyboard:
            self.closed.emit()

    def _with_typed(self, typed: str) -> str:
        """The words with what was typed in the place of what it replaced; the rest is as it was, whatever Qt shows."""
        if len(self._shown) != len(self._words):
            return typed
        start, end, put_in = least_change(self._shown, typed, 0)
        return self._words[:start] + put_in + self._words[end:]

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return and Escape belong to the card, before the window's shortcuts; Shift+Return ends a line."""
        if isinstance(event, QKeyEvent) and watched is self.text:
            is_return = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not _has_shift(event)
            if is_return or event.key() == Qt.Key.Key_Escape:
                if event.type() == QEvent.Type.KeyPress:
                    self.accept() if is_return else self.leave()
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_text_changed(self) -> None:
        self._fit_height()
        if self.isVisible():
            self.fit()

    def _fit_height(self) -> None:
        lines = max(_LINES, min(_MOST_LINES, self.text.document().blockCount() + 1))
        self.text.setFixedHeight(lines * self.text.fontMetrics().lineSpacing() + _ROOM_PX)

    def _lay_out(self) -> None:
        self.setFixedWidth(_WIDTH_PX)
        self.text.setTabChangesFocus(True)
        self.text.installEventFilter(self)
        self.hint.setWordWrap(True)
        self.hint.setObjectName("quiet")
        foot = QHBoxLayout()
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.apply)
        self.body.addWidget(self.heading)
        self.body.addWidget(self.text)
        self.body.addLayout(foot)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Correct the text"))
        self.heading.setText(self.tr("Correct the text"))
        self.text.setAccessibleName(self.tr("Words of the text"))
        self.hint.setText(self.tr("Shift+Return begins a new paragraph. Tags move with the text."))
        self.apply.setText(self.tr("Correct"))
        self.apply.setToolTip(self.tr("Put these words in the text (Return)"))


def _has_shift(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)

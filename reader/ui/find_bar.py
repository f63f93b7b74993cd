# SPDX-License-Identifier: GPL-3.0-or-later
"""The bar above the page in which one types what to find in the document."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from reader.ui.theme import SPACE_PX

TYPING_PAUSE_MS = 200
_FIELD_WIDTH_PX = 45 * SPACE_PX


class FindBar(QFrame):
    """Asks for a phrase and steps through its places.

    Signals: phrase_requested (str, "" to forget it), next_requested (), previous_requested (), closed ().
    """

    phrase_requested = Signal(str)
    next_requested = Signal()
    previous_requested = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.field.setMaximumWidth(_FIELD_WIDTH_PX)
        self.field.installEventFilter(self)
        self._result = QLabel()
        self._result.setObjectName("quiet")
        self.previous_button, self.next_button, self.close_button = QPushButton(), QPushButton(), QPushButton()
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._asked = ""
        self._connect()
        self._arrange()
        self.retranslate()
        self.hide()

    def open(self, phrase: str = "") -> None:
        """Appear with the keyboard focus; a phrase selected on the page is taken over."""
        if phrase:
            self.field.setText(phrase)
        self.show()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.field.text():
            self._ask()

    def finish(self) -> None:
        """Close and forget the phrase."""
        self._pause.stop()
        self._asked = ""
        self.hide()
        self.phrase_requested.emit("")
        self.closed.emit()

    def show_result(self, count: int, current: int | None, *, is_complete: bool) -> None:
        """How many places were found so far, and which of them, from 0, is current."""
        if count == 0:
            self._result.setText(self.tr("Not found") if is_complete else self.tr("Looking…"))
            return
        number = self.locale().toString
        if current is None:
            self._result.setText(self.tr("%n places", "", count))
            return
        sentence = self.tr("%1 of %2")
        self._result.setText(sentence.replace("%1", number(current + 1)).replace("%2", number(count)))

    def clear_result(self) -> None:
        self._result.clear()

    @property
    def result(self) -> str:
        return self._result.text()

    def retranslate(self) -> None:
        self.field.setPlaceholderText(self.tr("Find in this document"))
        self.field.setAccessibleName(self.tr("Find in this document"))
        self.previous_button.setText(self.tr("Previous"))
        self.next_button.setText(self.tr("Next"))
        self.close_button.setText(self.tr("Close"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return and Escape belong to the bar, not to the page's shortcuts."""
        if isinstance(event, QKeyEvent) and watched is self.field:
            mine = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
            if mine and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
            if mine and event.type() == QEvent.Type.KeyPress:
                self._on_key(event)
            return mine
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.finish()
        elif self.field.text() != self._asked:
            self._ask()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.previous_requested.emit()
        else:
            self.next_requested.emit()

    def _ask(self) -> None:
        self._pause.stop()
        self._asked = self.field.text()
        self.phrase_requested.emit(self._asked)

    def _connect(self) -> None:
        self.field.textEdited.connect(lambda _text: self._pause.start())
        self.next_button.clicked.connect(self.next_requested)
        self.previous_button.clicked.connect(self.previous_requested)
        self.close_button.clicked.connect(self.finish)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * SPACE_PX, SPACE_PX, 2 * SPACE_PX, SPACE_PX)
        row.setSpacing(SPACE_PX)
        row.addWidget(self.field, 1)
        row.addWidget(self.previous_button)
        row.addWidget(self.next_button)
        row.addWidget(self._result)
        row.addStretch(1)
        row.addWidget(self.close_button)

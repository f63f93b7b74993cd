# SPDX-License-Identifier: GPL-3.0-or-later
"""The bar above the page that says what went wrong, and stays until it has been read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from reader.ui.theme import SPACE_PX


class Tone(StrEnum):
    NOTICE = "notice"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A sentence to be read, with at most one thing to do about it."""

    sentence: str
    tone: Tone = Tone.ERROR
    answer: str = ""
    on_answer: Callable[[], None] | None = None


class MessageBar(QFrame):
    """Shows the newest message; closing it shows the one before. Says nothing twice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._messages: list[Message] = []
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._more = QLabel()
        self._more.setObjectName("quiet")
        self.answer_button = QPushButton()
        self.answer_button.clicked.connect(self._on_answer)
        self.close_button = QPushButton()
        self.close_button.clicked.connect(self.close_message)
        self._arrange()
        self.hide()

    def tell(self, message: Message) -> None:
        """Put a message on top."""
        self._messages = [other for other in self._messages if other.sentence != message.sentence]
        self._messages.append(message)
        self._show_newest()

    def tell_error(self, sentence: str) -> None:
        self.tell(Message(sentence=sentence))

    def close_message(self) -> None:
        """Take the message shown away."""
        if self._messages:
            self._messages.pop()
        self._show_newest()

    @property
    def sentence(self) -> str:
        """What is shown now; "" when nothing is."""
        return self._messages[-1].sentence if self._messages else ""

    def retranslate(self) -> None:
        self.close_button.setText(self.tr("Close"))
        self._show_newest()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * SPACE_PX, SPACE_PX, 2 * SPACE_PX, SPACE_PX)
        row.setSpacing(SPACE_PX)
        row.addWidget(self._sentence, 1)
        for widget in (self._more, self.answer_button, self.close_button):
            row.addWidget(widget)
        self.retranslate()

    def _show_newest(self) -> None:
        self.setVisible(bool(self._messages))
        if not self._messages:
            return
        message = self._messages[-1]
        # A direction mark first: Qt would take the direction of a path that begins the sentence for the whole of it.
        mark = "\u200f" if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else "\u200e"
        self._sentence.setText(mark + message.sentence)
        self._sentence.setAccessibleName(message.sentence)
        self.answer_button.setText(message.answer)
        self.answer_button.setVisible(bool(message.answer))
        waiting = len(self._messages) - 1
        self._more.setText(self.tr("%n more", "", waiting))
        self._more.setVisible(waiting > 0)
        self.setProperty("tone", str(message.tone))
        self.style().unpolish(self)
        self.style().polish(self)

    def _on_answer(self) -> None:
        message = self._messages[-1]
        self.close_message()
        if message.on_answer is not None:
            message.on_answer()

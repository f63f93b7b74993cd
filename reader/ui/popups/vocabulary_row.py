# SPDX-License-Identifier: GPL-3.0-or-later
"""How well a word is known, as a row of buttons in the popup that explains it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reader.model.vocabulary import WordStatus
from reader.ui.models.sentences import filled
from reader.ui.models.vocabulary import ShownWord, status_in_words, status_on_button


class VocabularyRow(QWidget):
    """Hidden until ``show_word`` has something to show. Never takes the focus of itself; Tab reaches its buttons.

    Signals:
        status_requested (WordStatus, bool for_form): give the word this status, in this form alone or in every one.
        card_requested (): make a card of the word where it stands.
    """

    status_requested = Signal(object, bool)
    card_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: ShownWord | None = None
        self.buttons = {status: _Button() for status in WordStatus}
        self.card = _Button()
        self.only_form = QCheckBox()
        self.about = QLabel()
        self._group = QButtonGroup(self)
        self._lay_out()
        self._retranslate()
        self.show_word(None)

    def show_word(self, shown: ShownWord | None) -> None:
        """The word's status; None hides the row, for a word that is none to be learned."""
        self._shown = shown
        self.setVisible(shown is not None)
        if shown is not None:
            self.buttons[shown.status].setChecked(True)
            self.only_form.setChecked(shown.is_of_form)
            self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(2)
        for status, button in self.buttons.items():
            button.setCheckable(True)
            button.setObjectName("status")
            button.clicked.connect(lambda _checked=False, wanted=status: self._ask_for(wanted))
            self._group.addButton(button)
            line.addWidget(button)
        line.addStretch(1)
        line.addWidget(self.card)
        self.about.setObjectName("quiet")
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.about, 1)
        foot.addWidget(self.only_form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(line)
        layout.addLayout(foot)
        self.card.clicked.connect(self.card_requested)

    def _ask_for(self, status: WordStatus) -> None:
        self.status_requested.emit(status, self.only_form.isChecked())

    def _retranslate(self) -> None:
        for status, button in self.buttons.items():
            button.setText(status_on_button(status))
            button.setAccessibleName(status_in_words(status))
            button.setToolTip(status_in_words(status))
        self.card.setText(self.tr("Make card"))
        self.only_form.setText(self.tr("this form only"))
        self._say()

    def _say(self) -> None:
        shown = self._shown
        if shown is None:
            return
        status = status_in_words(shown.status)
        if shown.is_of_form:
            said = filled(self.tr("%1, this form: %2"), shown.written, status)
        else:
            said = filled(self.tr("%1: %2"), shown.lemma, status)
        self.about.setText(said)
        self.setAccessibleName(said)


class _Button(QToolButton):
    """Leaves the arrow keys to the popup."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

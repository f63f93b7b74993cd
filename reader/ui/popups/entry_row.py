# SPDX-License-Identifier: GPL-3.0-or-later
"""What one dictionary says of a word, in the popup; long articles are folded."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from reader.model.dictionary import DictionaryEntry, EntryLine
from reader.ui.models.sentences import filled, isolated
from reader.ui.popups.word_label import WordLabel, arabic_words

_HEADWORD_PX = 20
_FOLDED_LINES, _FOLDED_CHARACTERS = 5, 420
_MOST_CHARACTERS = 20_000
"""What is longer is cut in the popup: a label lays its text out as a whole."""
_MENU_WORDS = 12


class EntryRow(QFrame):
    """An article as a block that the keyboard reaches; Return folds it out and in, the menu has its words.

    Signals: word_asked (str): a word in it is to be looked up. resized (): it has been folded out or in.
    """

    word_asked = Signal(str)
    resized = Signal()

    def __init__(self, entry: DictionaryEntry, face: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self._is_open = False
        self.setObjectName("meaning")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.headword = WordLabel(entry.headword)
        font = QFont(face)
        font.setPixelSize(_HEADWORD_PX)
        self.headword.setFont(font)
        self.source = QLabel(isolated(entry.source))
        self.source.setTextFormat(Qt.TextFormat.PlainText)
        self.source.setObjectName("quiet")
        self.article = WordLabel()
        self.unfold = QToolButton()
        self.unfold.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.unfold.clicked.connect(self._turn)
        for label in (self.headword, self.article):
            label.word_asked.connect(self.word_asked)
        self._lay_out()
        self._show()
        self.setAccessibleName(filled(self.tr("%1 in %2: %3"), entry.headword, entry.source, self.article.written))

    @property
    def is_folded(self) -> bool:
        return not self._is_open and _folded(self.entry.lines) != self.entry.text[:_MOST_CHARACTERS]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._turn()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._menu().exec(event.globalPos())

    # Inside

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.headword, 1)
        head.addWidget(self.source, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 2, 8, 4)
        column.setSpacing(1)
        column.addLayout(head)
        column.addWidget(self.article)
        column.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignLeading)

    def _show(self) -> None:
        whole = self.entry.text[:_MOST_CHARACTERS]
        self.article.show_text(whole if self._is_open else _folded(self.entry.lines))
        self.article.setVisible(bool(self.article.written))
        self.unfold.setVisible(self._is_open or self.is_folded)
        self.unfold.setText(self.tr("Less") if self._is_open else self.tr("Whole entry"))

    def _turn(self) -> None:
        if self._is_open or self.is_folded:
            self._is_open = not self._is_open
            self._show()
            self.resized.emit()

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for word in arabic_words(f"{self.entry.headword} {self.article.written}")[:_MENU_WORDS]:
            action = menu.addAction(filled(self.tr("Look up %1"), word))
            action.triggered.connect(lambda _checked=False, word=word: self.word_asked.emit(word))
        return menu


def _folded(lines: Sequence[EntryLine]) -> str:
    """The beginning of an article, without the last lines or words where it is long."""
    text = "\n".join("  " * line.depth + line.text for line in lines[:_FOLDED_LINES])
    if len(text) <= _FOLDED_CHARACTERS:
        return text if len(lines) <= _FOLDED_LINES else f"{text} …"
    return text[:_FOLDED_CHARACTERS].rsplit(" ", 1)[0] + " …"

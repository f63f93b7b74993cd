# SPDX-License-Identifier: GPL-3.0-or-later
"""One meaning of a word: how it is read, what it means, what it is made of."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from reader.lexicon.lookup import Meaning
from reader.lexicon.records import Part, PartKind
from reader.text.arabic import MARKS
from reader.ui.models.sentences import filled, isolated
from reader.ui.models.word_parts import function_in_words, kind_in_words

_GLOSSES = 8
_SHORT_GLOSS = 14
_CIRCLE = "\u25cc"
"""Carries the vowel sign of a part that has no letter of its own there."""
_FORM_PX = 24
_PART_PX = 19


class MeaningRow(QFrame):
    """A meaning as a block that the keyboard reaches.

    Signals: root_asked (str root).
    """

    root_asked = Signal(str)

    def __init__(self, meaning: Meaning, face: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.meaning = meaning
        self.setObjectName("meaning")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 6)
        column.setSpacing(2)
        column.addLayout(self._heading(face))
        column.addWidget(self._glosses())
        if len(meaning.reading.parts) > 1:
            column.addWidget(self._parts(face))
        self.setAccessibleName(self._in_words())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.meaning.reading.root:
            self.root_asked.emit(self.meaning.reading.root)
        else:
            super().keyPressEvent(event)

    def _heading(self, face: QFont) -> QHBoxLayout:
        reading = self.meaning.reading
        form = QLabel(reading.form)
        form.setFont(_sized(face, _FORM_PX))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(form)
        line.addWidget(_quiet(kind_in_words(reading.part_of_speech)))
        line.addStretch(1)
        details = self._details()
        if details:
            line.addWidget(_quiet(details))
        return line

    def _details(self) -> str:
        reading = self.meaning.reading
        if reading.root and reading.lemma != reading.form:
            return filled(self.tr("from %1, root %2"), reading.lemma, _spaced(reading.root))
        if reading.root:
            return filled(self.tr("root %1"), _spaced(reading.root))
        return filled(self.tr("from %1"), reading.lemma) if reading.lemma != reading.form else ""

    def _glosses(self) -> QLabel:
        text = "; ".join(self.meaning.glosses[:_GLOSSES])
        label = QLabel(isolated(text) if text else self.tr("no gloss"))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        return label

    def _parts(self, face: QFont) -> QWidget:
        """The parts beside each other as they are written, from right to left in any interface."""
        board = QWidget()
        board.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        line = QHBoxLayout(board)
        line.setContentsMargins(0, 2, 0, 0)
        line.setSpacing(10)
        for number, part in enumerate(self.meaning.reading.parts):
            if number:
                line.addWidget(_quiet("+"))
            line.addWidget(self._part(part, face))
        line.addStretch(1)
        return board

    def _part(self, part: Part, face: QFont) -> QWidget:
        board = QWidget()
        column = QVBoxLayout(board)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        form = QLabel(_CIRCLE + part.form if part.form[:1] in MARKS else part.form)
        form.setFont(_sized(face, _PART_PX))
        form.setAlignment(Qt.AlignmentFlag.AlignCenter)
        function = _quiet(self._function(part))
        function.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(form)
        column.addWidget(function)
        return board

    def _function(self, part: Part) -> str:
        """What stands under a part: its function, under the stem its meaning."""
        if part.kind is not PartKind.STEM:
            return function_in_words(part)
        gloss = next(iter(self.meaning.glosses), "")
        return gloss if len(gloss) <= _SHORT_GLOSS else ""

    def _in_words(self) -> str:
        """The whole row as a screen reader says it."""
        reading = self.meaning.reading
        glosses = "; ".join(self.meaning.glosses[:_GLOSSES])
        return filled(self.tr("%1, %2: %3"), reading.form, kind_in_words(reading.part_of_speech), glosses)


def _quiet(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("quiet")
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _sized(face: QFont, size_px: int) -> QFont:
    font = QFont(face)
    font.setPixelSize(size_px)
    return font


def _spaced(root: str) -> str:
    """The root's letters apart, as dictionaries print them; joined by spaces that do not break the line."""
    return "\u00a0".join(root)

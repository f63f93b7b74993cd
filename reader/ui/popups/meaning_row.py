# SPDX-License-Identifier: GPL-3.0-or-later
"""One meaning of a word: how it is read, what it means, what it is made of; and the wish that it be taken."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from reader.lexicon.lookup import Meaning, Scope
from reader.lexicon.patterns import pattern_of
from reader.lexicon.records import Part, PartKind
from reader.text.arabic import MARKS
from reader.ui.models.sentences import filled, isolated
from reader.ui.models.word_parts import function_in_words, kind_in_words
from reader.ui.popups.word_label import WordLabel, arabic_words

_GLOSSES = 8
_SHORT_GLOSS = 14
_CIRCLE = "\u25cc"
"""Carries the vowel sign of a part that has no letter of its own there."""
_FORM_PX = 24
_PART_PX = 19
_MENU_WORDS = 6


class MeaningRow(QFrame):
    """A meaning as a block that the keyboard reaches: Return takes it for this place, Shift+Return for every place,
    Delete takes that back; the menu key shows all there is to do.

    ``is_in_text``: the word stands on the page, so that there is a place to take the meaning for.

    Signals:
        chosen (Scope): this is what is meant. forgotten (): what was chosen is not any more.
        root_asked (str root): the words of the root. word_asked (str): a word to look up.
    """

    chosen = Signal(object)
    forgotten = Signal()
    root_asked = Signal(str)
    word_asked = Signal(str)

    def __init__(
        self, meaning: Meaning, face: QFont, *, is_in_text: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.meaning = meaning
        self._is_in_text = is_in_text
        self.setObjectName("meaning")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.more = QToolButton()
        self.root_button = QToolButton()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 6)
        column.setSpacing(2)
        column.addLayout(self._heading(face))
        column.addWidget(self._glosses())
        if len(meaning.reading.parts) > 1:
            column.addWidget(self._parts(face))
        column.addLayout(self._details())
        self.setAccessibleName(self._in_words())
        self.setAccessibleDescription(self.tr("Return chooses this reading; the menu key shows more."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, is_shifted = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(Scope.EVERYWHERE if is_shifted or not self._is_in_text else Scope.PLACE)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.meaning.chosen:
            self.forgotten.emit()
        elif key == Qt.Key.Key_Menu or (key == Qt.Key.Key_F10 and is_shifted):
            self._show_menu(self.mapToGlobal(self.rect().center()))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._show_menu(event.globalPos())

    def menu(self) -> QMenu:
        """All there is to do with the meaning."""
        menu = QMenu(self)
        if self._is_in_text:
            here = menu.addAction(self.tr("Take this reading here"), lambda: self._choose(Scope.PLACE))
            here.setShortcut(QKeySequence(Qt.Key.Key_Return))
            here.setEnabled(self.meaning.chosen is not Scope.PLACE)
        everywhere = menu.addAction(
            self.tr("Take it wherever the word is written so"), lambda: self._choose(Scope.EVERYWHERE)
        )
        everywhere.setShortcut(QKeySequence(Qt.Modifier.SHIFT | Qt.Key.Key_Return))
        everywhere.setEnabled(self.meaning.chosen is not Scope.EVERYWHERE)
        if self.meaning.chosen:
            back = menu.addAction(self.tr("Take the choice back"), self.forgotten.emit)
            back.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        self._add_words_to(menu)
        return menu

    # Inside

    def _add_words_to(self, menu: QMenu) -> None:
        reading = self.meaning.reading
        menu.addSeparator()
        if reading.root:
            menu.addAction(
                filled(self.tr("Words of the root %1"), _spaced(reading.root)),
                lambda: self.root_asked.emit(reading.root),
            )
        for word in arabic_words(f"{reading.lemma} {' '.join(self.meaning.glosses)}")[:_MENU_WORDS]:
            action = menu.addAction(filled(self.tr("Look up %1"), word))
            action.triggered.connect(lambda _checked=False, word=word: self.word_asked.emit(word))

    def _show_menu(self, place: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _choose(self, scope: Scope) -> None:
        if self.meaning.chosen is not scope:
            self.chosen.emit(scope)

    def _heading(self, face: QFont) -> QHBoxLayout:
        reading = self.meaning.reading
        form = QLabel(reading.form)
        form.setFont(_sized(face, _FORM_PX))
        form.setContentsMargins(0, 3, 0, 0)
        self.more.setText("⋯")
        self.more.setAutoRaise(True)
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.more.setToolTip(self.tr("Choose this reading, see words of its root"))
        self.more.setAccessibleName(self.more.toolTip())
        self.more.clicked.connect(lambda: self._show_menu(self.more.mapToGlobal(self.more.rect().bottomLeft())))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(form)
        line.addWidget(_quiet(kind_in_words(reading.part_of_speech)))
        if self.meaning.chosen:
            line.addWidget(self._choice())
        line.addStretch(1)
        line.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _choice(self) -> QLabel:
        label = QLabel(self._choice_in_words())
        label.setObjectName("chosen")
        return label

    def _choice_in_words(self) -> str:
        here = self.meaning.chosen is Scope.PLACE
        return self.tr("chosen by you, here") if here else self.tr("chosen by you, everywhere")

    def _details(self) -> QHBoxLayout:
        """Lemma, root and pattern; at the end whose word this is."""
        reading = self.meaning.reading
        line = QHBoxLayout()
        line.setContentsMargins(0, 2, 0, 0)
        line.setSpacing(8)
        if reading.lemma != reading.form:
            lemma = WordLabel(filled(self.tr("from %1"), reading.lemma), is_quiet=True, is_ours=True)
            lemma.setWordWrap(False)
            lemma.word_asked.connect(self.word_asked)
            line.addWidget(lemma)
        if reading.root:
            line.addWidget(self._root())
        pattern = pattern_of(reading.lemma, reading.root)
        if pattern:
            line.addWidget(_quiet(filled(self.tr("pattern %1"), pattern)))
        line.addStretch(1)
        line.addWidget(_quiet(isolated(reading.source)))
        return line

    def _root(self) -> QToolButton:
        root = self.meaning.reading.root
        self.root_button.setObjectName("link")
        self.root_button.setText(filled(self.tr("root %1"), _spaced(root)))
        self.root_button.setToolTip(self.tr("Words of this root in your texts"))
        self.root_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.root_button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.root_button.clicked.connect(lambda: self.root_asked.emit(root))
        return self.root_button

    def _glosses(self) -> QLabel:
        text = "; ".join(self.meaning.glosses[:_GLOSSES])
        if arabic_words(text):
            label: QLabel = WordLabel(text)
            label.word_asked.connect(self.word_asked)  # type: ignore[attr-defined]
            return label
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
        said = [filled(self.tr("%1, %2: %3"), reading.form, kind_in_words(reading.part_of_speech), glosses)]
        if reading.lemma != reading.form:
            said.append(filled(self.tr("from %1"), reading.lemma))
        if reading.root:
            said.append(filled(self.tr("root %1"), _spaced(reading.root)))
        if self.meaning.chosen:
            said.append(self._choice_in_words())
        return ". ".join(said)


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

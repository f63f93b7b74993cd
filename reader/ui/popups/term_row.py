# SPDX-License-Identifier: GPL-3.0-or-later
"""One term in the word popup: what it is to be called, what it must not be called, and why it was found."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.ui.models.sentences import filled, isolated
from reader.ui.models.terms import ShownTerm, best_target, listed, status_in_words, why_in_words

_TERM_PX, _TARGET_PX = 20, 19
_LONGEST_SAID = 400


class TermRow(QFrame):
    """A term as a block that the keyboard reaches; Return edits it.

    Signals:
        edit_requested (str term id).
        dismissal_requested (str term id, str written): what stands in the text is not this term.
        copy_requested (str): take the translation to the clipboard.
    """

    edit_requested = Signal(str)
    dismissal_requested = Signal(str, str)
    copy_requested = Signal(str)

    def __init__(self, shown: ShownTerm, face: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = shown
        self.setObjectName("meaning")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.edit, self.dismiss, self.copy = (QPushButton() for _ in range(3))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 6)
        column.setSpacing(3)
        column.addLayout(self._heading(face))
        column.addWidget(self._targets())
        for label in self._details():
            column.addWidget(label)
        column.addLayout(self._buttons())
        self.setAccessibleName(self._in_words())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_requested.emit(self.shown.term.id)
        else:
            super().keyPressEvent(event)

    # Inside

    def _heading(self, face: QFont) -> QHBoxLayout:
        source = _label(self.shown.term.source)
        font = QFont(face)
        font.setPixelSize(_TERM_PX)
        source.setFont(font)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(source, 1)
        line.addWidget(_quiet(isolated(self.shown.base.name)), 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _targets(self) -> QLabel:
        target = best_target(self.shown.term)
        label = _label(target or self.tr("no translation yet"))
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if target:
            font = QFont(self.font())
            font.setPixelSize(_TARGET_PX)
            font.setWeight(QFont.Weight.DemiBold)
            label.setFont(font)
        else:
            label.setObjectName("quiet")
        return label

    def _details(self) -> list[QLabel]:
        term = self.shown.term
        found = [_label(" · ".join(map(isolated, term.targets[1:])))] if term.targets[1:] else []
        found += [self._forbidden()] if term.forbidden else []
        found += [_label(text[:_LONGEST_SAID]) for text in (term.definition, term.note) if text]
        facts = [isolated(each) for each in (term.domain, term.part_of_speech) if each]
        found.append(_quiet(" · ".join([*facts, status_in_words(term.status)])))
        why = why_in_words(self.shown)
        if why:
            found.append(_quiet(self.tr("Found: %1").replace("%1", why)))
        return found

    def _forbidden(self) -> QLabel:
        """What must not be written, said in words and struck through."""
        struck = listed([f"<s>{_escaped(isolated(each))}</s>" for each in self.shown.term.forbidden])
        label = QLabel(self.tr("Not: %1").replace("%1", struck))
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        label.setAlignment(_leading())
        label.setAccessibleName(filled(self.tr("Not to be used: %1"), ", ".join(self.shown.term.forbidden)))
        return label

    def _buttons(self) -> QHBoxLayout:
        term = self.shown.term
        self.copy.setText(self.tr("Copy translation"))
        self.edit.setText(self.tr("Edit…"))
        self.dismiss.setText(self.tr("Not this term"))
        self.dismiss.setToolTip(self.tr("These words are never again taken for the term; undo takes that back."))
        self.copy.setEnabled(bool(term.targets))
        self.copy.clicked.connect(lambda: self.copy_requested.emit(best_target(term)))
        self.edit.clicked.connect(lambda: self.edit_requested.emit(term.id))
        self.dismiss.clicked.connect(lambda: self.dismissal_requested.emit(term.id, self.shown.written))
        line = QHBoxLayout()
        line.setContentsMargins(0, 4, 0, 0)
        line.setSpacing(6)
        for button in (self.copy, self.edit, self.dismiss):
            button.setAutoDefault(False)
            line.addWidget(button)
        line.addStretch(1)
        return line

    def _in_words(self) -> str:
        """The whole row as a screen reader says it."""
        term, base = self.shown.term, self.shown.base
        said = [filled(self.tr("Term %1 of %2: %3"), term.source, base.name, "; ".join(term.targets))]
        if term.forbidden:
            said.append(filled(self.tr("Not to be used: %1"), "; ".join(term.forbidden)))
        why = why_in_words(self.shown)
        if why:
            said.append(self.tr("Found: %1").replace("%1", why))
        return ". ".join(said)


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setAlignment(_leading())
    return label


def _leading() -> Qt.AlignmentFlag:
    """Where the interface begins lines, whichever way a text runs."""
    leftward = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if leftward else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


def _quiet(text: str) -> QLabel:
    label = _label(text)
    label.setObjectName("quiet")
    return label


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

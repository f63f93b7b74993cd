# SPDX-License-Identifier: GPL-3.0-or-later
"""All that is said of a word, row beneath row: terms, meanings, dictionaries, the analyser; the least wanted folded."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from reader.lexicon.lookup import Lookup
from reader.ui.popups.entry_row import EntryRow
from reader.ui.popups.meaning_row import MeaningRow
from reader.ui.popups.morphology_line import MorphologyLine
from reader.ui.popups.term_row import TermRow
from reader.ui.popups.word_head import PopupButton
from reader.ui.popups.word_page import WordPage

_Row = TypeVar("_Row", bound=QFrame)

_OPEN_MEANINGS = 3
_OPEN_ENTRIES = 3
_LIKELY = 0.03
"""Meanings less likely than this are folded away even where there is room."""
_MOST_TERMS = 3
"""Terms shown for one place; the sidebar lists them all."""


class WordRows(QWidget):
    """Signals: as those of ``WordPopup``; resized (): what is shown needs another height now.

    unfolded (QWidget): the user asked for what was folded away; where to read on: the readings from the likeliest, of
    the entries the first that was not there.
    """

    word_asked = Signal(str)
    chosen = Signal(object, object)
    forgotten = Signal()
    root_asked = Signal(str)
    term_edit_requested = Signal(str)
    term_dismissal_requested = Signal(str, str)
    copy_requested = Signal(str)
    resized = Signal()
    unfolded = Signal(QWidget)

    def __init__(self, face: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = face
        self._page: WordPage | None = None
        self._most_open, self._most_entries = _OPEN_MEANINGS, _OPEN_ENTRIES
        self._is_unfolded = self._shows_all_entries = False
        self.meanings: list[MeaningRow] = []
        self.terms: list[TermRow] = []
        self.entries: list[EntryRow] = []
        self.more, self.more_entries = PopupButton(), PopupButton()
        self.foot = QLabel()
        self.morphology = MorphologyLine(face)
        self._term_box, self._meanings, self._entries = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._lay_out()
        self._connect()

    @property
    def all(self) -> list[QFrame]:
        """Every row that the keyboard comes to, from the top."""
        return [*self.terms, *self.meanings, *self.entries]

    def begin(self) -> None:
        """The next page is another word's: as much of it is open as there may be."""
        self._most_open, self._most_entries = _OPEN_MEANINGS, _OPEN_ENTRIES
        self._is_unfolded = self._shows_all_entries = False

    def show_page(self, page: WordPage) -> None:
        self._page = page
        self._clear()
        self._show_terms(page)
        self._show_meanings(page)
        self._show_entries(page)
        self.show_morphology(page)
        self.foot.setText(self._foot_of(page))
        self.foot.setVisible(bool(self.foot.text()))

    def show_morphology(self, page: WordPage) -> None:
        """What the analyser says; the rest stays as it is."""
        self._page = page
        self.morphology.show_morphology(page.morphology)

    def fold_more(self) -> bool:
        """Fold away what is least wanted of what is open; whether there was something."""
        page = self._page
        fewest = 0 if page is not None and page.terms else 1
        if page is None or (self._most_entries <= 1 and self._most_open <= fewest):
            return False
        if self._most_entries > 1:
            self._most_entries = 1
        else:
            self._most_open -= 1
        self.show_page(page)
        return True

    # Inside

    def _lay_out(self) -> None:
        self.foot.setObjectName("quiet")
        self.foot.setWordWrap(True)
        self.foot.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for box in (self._term_box, self._meanings, self._entries):
            box.setSpacing(4)
        column.addLayout(self._term_box)
        column.addLayout(self._meanings)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.foot)
        column.addLayout(self._entries)
        column.addWidget(self.more_entries, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.morphology)

    def _connect(self) -> None:
        self.more.clicked.connect(self._unfold)
        self.more_entries.clicked.connect(self._unfold_entries)
        self.morphology.word_asked.connect(self.word_asked)
        self.morphology.resized.connect(self.resized)

    def _show_terms(self, page: WordPage) -> None:
        for shown in page.terms[:_MOST_TERMS]:
            row = TermRow(shown, self._face)
            row.edit_requested.connect(self.term_edit_requested)
            row.dismissal_requested.connect(self.term_dismissal_requested)
            row.copy_requested.connect(self.copy_requested)
            self._put(self._term_box, self.terms, row)

    def _show_meanings(self, page: WordPage) -> None:
        meanings = page.lookup.meanings
        shown = self._shown_meanings(page.lookup)
        for meaning in meanings[:shown]:
            row = MeaningRow(meaning, self._face, is_in_text=page.is_in_text)
            row.chosen.connect(lambda scope, meaning=meaning: self.chosen.emit(meaning, scope))
            row.forgotten.connect(self.forgotten)
            row.root_asked.connect(self.root_asked)
            row.word_asked.connect(self.word_asked)
            self._put(self._meanings, self.meanings, row)
        hidden = len(meanings) - shown
        self.more.setText(self.tr("%n more readings", "", hidden))
        self.more.setVisible(hidden > 0)

    def _show_entries(self, page: WordPage) -> None:
        shown = len(page.entries) if self._shows_all_entries else min(len(page.entries), self._most_entries)
        for entry in page.entries[:shown]:
            row = EntryRow(entry, self._face)
            row.word_asked.connect(self.word_asked)
            row.resized.connect(self.resized)
            self._put(self._entries, self.entries, row)
        hidden = len(page.entries) - shown
        self.more_entries.setText(self.tr("%n more dictionary entries", "", hidden))
        self.more_entries.setVisible(hidden > 0)

    def _put(self, box: QVBoxLayout, rows: list[_Row], row: _Row) -> None:
        rows.append(row)
        box.addWidget(row)
        row.show()  # now, not when the layout comes to it: it may get the focus at once

    def _foot_of(self, page: WordPage) -> str:
        if page.lookup.meanings:
            return ""
        return self.tr("The lexicon does not have this word.") if page.sentence is None else page.sentence

    def _shown_meanings(self, lookup: Lookup) -> int:
        if self._is_unfolded:
            return len(lookup.meanings)
        likely = sum(meaning.probability >= _LIKELY or bool(meaning.chosen) for meaning in lookup.meanings)
        return min(max(likely, 1), self._most_open, len(lookup.meanings))

    def _unfold(self) -> None:
        self._is_unfolded = True
        self._show_again()
        self.unfolded.emit(self.meanings[0])

    def _unfold_entries(self) -> None:
        before, self._shows_all_entries = len(self.entries), True
        self._show_again()
        self.unfolded.emit(self.entries[before])

    def _show_again(self) -> None:
        if self._page is not None:
            self.show_page(self._page)

    def _clear(self) -> None:
        boxes = ((self._meanings, self.meanings), (self._term_box, self.terms), (self._entries, self.entries))
        for box, rows in boxes:
            for row in rows:
                box.removeWidget(row)
                row.setParent(None)  # now: what is to be deleted is not to be measured
                row.deleteLater()
        self.meanings, self.terms, self.entries = [], [], []

# SPDX-License-Identifier: GPL-3.0-or-later
"""What a dictionary says of itself, what of it was left out, and a field to try all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import (
    QFormLayout,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from reader.model.dictionary import DictionaryAbout, DictionaryEntry, LineKind
from reader.ui.dictionary_messages import place_in_words, reason_in_words
from reader.ui.models.sentences import filled, isolated

_LARGER = 1.25
_QUIET = 0.7
_BETWEEN_PX, _STEP_PX = 12, 18
_LONGEST_SHOWN = 20_000
_ROWS = ("entries", "languages", "author", "licence", "format", "source")


class DictionaryDetails(QWidget):
    """Signals: lookup_requested (str word): ``show_entries`` answers; with "" the details are wanted again."""

    lookup_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about: DictionaryAbout | None = None
        self.trial = QLineEdit(clearButtonEnabled=True)
        self.title = QLabel()
        self.labels = {name: QLabel() for name in _ROWS}
        self.values = {name: QLabel() for name in _ROWS}
        self.more = QTextEdit(readOnly=True)
        self.found = QTextEdit(readOnly=True)
        self._form = QFormLayout()
        self._pages = QStackedWidget()
        self._lay_out()
        self.trial.textChanged.connect(lambda text: self._on_typed(text.strip()))
        self._retranslate()

    def show_about(self, about: DictionaryAbout) -> None:
        """A dictionary of the shelf."""
        self._about = about
        self._fill()

    def show_entries(self, word: str, entries: Sequence[DictionaryEntry]) -> None:
        """What the dictionaries that are on say of a word."""
        if word != self.trial.text().strip():
            return
        self.found.clear()
        if entries:
            _write(self.found, entries)
        else:
            self.found.setPlainText(filled(self.tr("Nothing is found for %1."), word))
        self._pages.setCurrentWidget(self.found)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _lay_out(self) -> None:
        font = QFont(self.title.font())
        font.setPointSizeF(font.pointSizeF() * _LARGER)
        font.setWeight(QFont.Weight.DemiBold)
        self.title.setFont(font)
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(6)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading)
        for name in _ROWS:
            self.labels[name].setObjectName("quiet")
            self._form.addRow(self.labels[name], self.values[name])
        for label in (self.title, *self.values.values()):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        about = QWidget()
        layout = QVBoxLayout(about)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.title)
        layout.addLayout(self._form)
        layout.addWidget(self.more, 1)
        for page in (about, self.found):
            self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(self.trial)
        whole.addWidget(self._pages, 1)
        self.more.setTabChangesFocus(True)
        self.found.setTabChangesFocus(True)

    def _retranslate(self) -> None:
        self.trial.setPlaceholderText(self.tr("Look a word up in all that are ticked"))
        self.trial.setAccessibleName(self.tr("Look a word up in all that are ticked"))
        self.found.setAccessibleName(self.tr("What the dictionaries say"))
        self.more.setAccessibleName(self.tr("Description, and what was left out"))
        texts = {
            "entries": self.tr("Entries"),
            "languages": self.tr("Languages"),
            "author": self.tr("Author"),
            "licence": self.tr("Licence"),
            "format": self.tr("Format"),
            "source": self.tr("Read from"),
        }
        for name, text in texts.items():
            self.labels[name].setText(text)
        self._fill()

    def _fill(self) -> None:
        about = self._about
        if about is None:
            return
        locale = QLocale()
        languages = " ← " if self.isRightToLeft() else " → "
        codes = [isolated(each) for each in (about.source_language, about.target_language) if each]
        # Beside labels of the interface's language a value stands where that language begins, whatever its own is.
        start = "\u200f" if self.isRightToLeft() else "\u200e"
        values = {
            "entries": locale.toString(about.entries),
            "languages": languages.join(codes),
            "author": about.author and isolated(about.author),
            "licence": about.licence and isolated(about.licence),
            "format": isolated(about.format),
            "source": f"\u2066{about.source}\u2069",
        }
        self.title.setText(start + isolated(about.title))
        for row, name in enumerate(_ROWS):
            self.values[name].setText(start + values[name])
            self._form.setRowVisible(row, bool(values[name]))
        self._fill_more(about)

    def _fill_more(self, about: DictionaryAbout) -> None:
        """What was left out, in the interface's direction, then the dictionary's own words, each line in its own."""
        self.more.clear()
        cursor = self.more.textCursor()
        cursor.setBlockFormat(self._own_block())
        if about.skipped:
            cursor.insertText(self.tr("What was left out or changed"), _format(weight=QFont.Weight.DemiBold))
        for each in about.skipped:
            cursor.insertBlock(self._own_block())
            cursor.insertText(f"• {reason_in_words(each)}", _format())
            for place in each.places:
                cursor.insertBlock(self._own_block(_STEP_PX))
                cursor.insertText(place_in_words(place), _format())
        for number, line in enumerate(about.description[:_LONGEST_SHOWN].splitlines()):
            if about.skipped or number:
                cursor.insertBlock(QTextBlockFormat())
            else:
                cursor.setBlockFormat(QTextBlockFormat())
            cursor.insertText(line, _format())
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self.more.setTextCursor(cursor)
        self.more.setVisible(bool(about.skipped or about.description))

    def _own_block(self, indent_px: int = 0) -> QTextBlockFormat:
        block = _block(self.more, 0)
        block.setLayoutDirection(self.layoutDirection())
        (block.setRightMargin if self.isRightToLeft() else block.setLeftMargin)(indent_px)
        return block

    def _on_typed(self, word: str) -> None:
        if word:
            self.lookup_requested.emit(word)
        else:
            self._pages.setCurrentIndex(0)


def _write(page: QTextEdit, entries: Sequence[DictionaryEntry]) -> None:
    """The entries as formatted text; none of it is ever read as markup.

    Every line runs as its content does and stands on the side where the interface begins, so that a meaning is found
    under its headword whatever the two are written in.
    """
    cursor = page.textCursor()
    quiet = page.palette().color(QPalette.ColorRole.Text)
    quiet.setAlphaF(_QUIET)
    cursor.beginEditBlock()
    for number, entry in enumerate(entries):
        head = _block(page, 0)
        head.setLayoutDirection(page.layoutDirection())
        head.setTopMargin(_BETWEEN_PX if number else 0)
        if number:
            cursor.insertBlock(head)
        else:
            cursor.setBlockFormat(head)
        cursor.insertText(isolated(entry.headword), _format(weight=QFont.Weight.DemiBold, larger=True))
        cursor.insertText(f"   {isolated(entry.source)}", _format(colour=quiet))
        for line in entry.lines:
            is_quiet = line.kind is LineKind.GRAMMAR
            cursor.insertBlock(_block(page, line.depth + 1))
            form = _format(colour=quiet) if is_quiet else _format(is_italic=line.kind is LineKind.EXAMPLE)
            cursor.insertText(line.text, form)
    cursor.endEditBlock()
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    page.setTextCursor(cursor)


def _block(page: QTextEdit, depth: int) -> QTextBlockFormat:
    block = QTextBlockFormat()
    is_mirrored = page.isRightToLeft()
    side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
    block.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    (block.setRightMargin if is_mirrored else block.setLeftMargin)(_STEP_PX * depth)
    return block


def _format(
    *,
    weight: QFont.Weight = QFont.Weight.Normal,
    colour: QColor | None = None,
    is_italic: bool = False,
    larger: bool = False,
) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFontWeight(weight)
    form.setFontItalic(is_italic)
    if larger:
        form.setProperty(QTextFormat.Property.FontSizeAdjustment, 1)
    if colour is not None:
        form.setForeground(colour)
    return form

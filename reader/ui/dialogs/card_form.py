# SPDX-License-Identifier: GPL-3.0-or-later
"""One card to be read and changed: the word, its meaning, its sentence, a note."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFormLayout, QLabel, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from reader.model.vocabulary import Card
from reader.text.offsets import Utf16Map
from reader.ui.models.sentences import filled, layout_direction_of
from reader.workspace.cards import place_in

_LEMMA_PX, _SENTENCE_PX = 30, 20
_SENTENCE_LINES, _FEW_LINES = 5, 3


class CardForm(QWidget):
    """Changes are saved when the form shows another card or loses the focus; ``save`` does it at once.

    Signals: change_requested (Card, str gloss, str sentence, str note).
    """

    change_requested = Signal(object, str, str, str)

    def __init__(self, face: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: Card | None = None
        self.lemma, self.form, self.origin = QLabel(), QLabel(), QLabel()
        self.gloss, self.sentence, self.note = _Field(), _Field(), _Field()
        self._labels = {field: QLabel() for field in (self.gloss, self.sentence, self.note)}
        self._lay_out(face)
        for field in self._labels:
            field.left.connect(self.save)
        self.sentence.textChanged.connect(self._mark_word)
        self._retranslate()
        self.show_card(None, can_write=False)

    @property
    def card(self) -> Card | None:
        return self._card

    def show_card(self, card: Card | None, *, can_write: bool) -> None:
        """Show a card; what was typed on the one before is saved first, unless it is the same card anew."""
        if self._card is not None and (card is None or card.id != self._card.id):
            self.save()
        is_same = card is not None and self._card is not None and card.id == self._card.id
        self._card = card
        self.setEnabled(card is not None)
        self.lemma.setText("" if card is None else card.lemma)
        self.form.setText("" if card is None or card.form == card.lemma else card.form)
        for field, text in self._texts(card).items():
            field.setReadOnly(not can_write)
            if not (is_same and field.hasFocus()) and field.toPlainText() != text:
                field.setPlainText(text)
            field.run(layout_direction_of(text) if text else self.layoutDirection())
        self._say()
        self._mark_word()

    def save(self) -> None:
        """Ask for what was typed to be saved."""
        card = self._card
        if card is None:
            return
        gloss, sentence, note = (field.toPlainText() for field in (self.gloss, self.sentence, self.note))
        if (gloss, sentence, note) != (card.gloss, card.sentence, card.note):
            self.change_requested.emit(card, gloss, sentence, note)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _texts(self, card: Card | None) -> dict[_Field, str]:
        if card is None:
            return dict.fromkeys(self._labels, "")
        return {self.gloss: card.gloss, self.sentence: card.sentence, self.note: card.note}

    def _lay_out(self, face: QFont) -> None:
        large, reading = QFont(face), QFont(face)
        large.setPixelSize(_LEMMA_PX)
        reading.setPixelSize(_SENTENCE_PX)
        self.lemma.setFont(large)
        self.form.setFont(reading)
        self.sentence.setFont(reading)
        self.origin.setObjectName("quiet")
        self.origin.setWordWrap(True)
        for label in (self.lemma, self.form, self.origin):
            label.setTextFormat(Qt.TextFormat.PlainText)
        for field, lines in ((self.gloss, _FEW_LINES), (self.sentence, _SENTENCE_LINES), (self.note, _FEW_LINES)):
            field.setTabChangesFocus(True)
            field.setMinimumHeight(field.fontMetrics().lineSpacing() * lines + 16)
        fields = QFormLayout()
        fields.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field, label in self._labels.items():
            label.setBuddy(field)
            fields.addRow(label, field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (self.lemma, self.form):
            layout.addWidget(widget)
        layout.addLayout(fields, 1)
        layout.addWidget(self.origin)

    def _retranslate(self) -> None:
        texts = {self.gloss: self.tr("&Meaning"), self.sentence: self.tr("&Sentence"), self.note: self.tr("&Note")}
        for field, label in self._labels.items():
            label.setText(texts[field])
            field.setAccessibleName(texts[field].replace("&", ""))
        self._say()

    def _say(self) -> None:
        card = self._card
        if card is None:
            self.origin.setText("")
        elif card.source:
            self.origin.setText(filled(self.tr("From %1, %2"), card.source, card.created[:10]))
        else:
            self.origin.setText(filled(self.tr("Made on %1"), card.created[:10]))

    def _mark_word(self) -> None:
        """Underline the word in its sentence; the text itself stays as it is."""
        card, marks = self._card, []
        if card is not None:
            typed = self.sentence.toPlainText()
            start, end = (
                (card.start, card.end)
                if typed == card.sentence
                else place_in(typed, card.sentence[card.start : card.end])
            )
            if end > start:
                marks.append(self._mark(Utf16Map(typed), start, end))
        self.sentence.setExtraSelections(marks)

    def _mark(self, to_qt: Utf16Map, start: int, end: int) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.sentence.document())
        cursor.setPosition(to_qt.to_utf16(start))
        cursor.setPosition(to_qt.to_utf16(end), QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setBackground(self.palette().color(self.palette().ColorRole.Midlight).darker(108))
        look.setFontUnderline(True)
        mark.cursor, mark.format = cursor, look
        return mark


class _Field(QPlainTextEdit):
    """Signals: left (): the focus went elsewhere."""

    left = Signal()

    def run(self, direction: Qt.LayoutDirection) -> None:
        """Begin lines on the side where text of this direction begins."""
        rightward = direction is Qt.LayoutDirection.LeftToRight
        side = Qt.AlignmentFlag.AlignLeft if rightward else Qt.AlignmentFlag.AlignRight
        option = self.document().defaultTextOption()
        option.setTextDirection(direction)
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self.document().setDefaultTextOption(option)

    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.left.emit()

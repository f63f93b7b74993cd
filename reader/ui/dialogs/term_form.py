# SPDX-License-Identifier: GPL-3.0-or-later
"""The fields of one term; what nobody typed in stays as it was, to the letter."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from reader.lexicon.terms import LONGEST_TERM, term_keys
from reader.model.term import Term, TermStatus
from reader.ui.models.sentences import layout_direction_of
from reader.ui.models.terms import status_in_words

_LINES = {"variants": 2, "targets": 2, "forbidden": 2, "definition": 3, "note": 2, "example": 2}
_LISTS = frozenset({"variants", "targets", "forbidden"})
_FIRST = ("source", "targets", "variants", "forbidden", "domain")
_SECOND = ("status", "part_of_speech", "definition", "note")
_LAST = ("example", "example_source")

Field = QLineEdit | QPlainTextEdit


class TermForm(QWidget):
    """Signals: source_changed (str): what is looked for is another now; ``edited`` () with each change of any field."""

    source_changed = Signal(str)
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._term: Term | None = None
        self._shown = dict[str, str]()
        self.fields: dict[str, Field] = {key: self._made(key) for key in (*_FIRST, *_SECOND, *_LAST) if key != "status"}
        self.status = QComboBox()
        self._labels = {key: QLabel() for key in (*_FIRST, *_SECOND, *_LAST)}
        self._lay_out()
        self._connect()
        self._retranslate()

    @property
    def source(self) -> str:
        return self._text_of("source").strip()

    def show_term(self, term: Term) -> None:
        """Show a term, one that is there or a draft."""
        self._term = term
        for key, field in self.fields.items():
            value = getattr(term, key)
            _put(field, "\n".join(value) if key in _LISTS else value)
            self._shown[key] = self._text_of(key)
            self._turn(key)
        self.status.setCurrentIndex(self.status.findData(term.status.value))

    def typed(self) -> Term:
        """The term as the fields say it is."""
        assert self._term is not None
        values: dict[str, object] = {"status": TermStatus(str(self.status.currentData()))}
        for key in self.fields:
            text = self._text_of(key)
            if text != self._shown[key]:
                values[key] = _lines_of(text) if key in _LISTS else text.strip()
        return replace(self._term, **values)  # type: ignore[arg-type]

    def problem(self) -> str:
        """Why this cannot be a term, in words; "" when it can."""
        if not self.source:
            return self.tr("Write the term that is to be looked for.")
        if not term_keys(self.source):
            return self.tr("A term has letters, and %n words at most.", "", LONGEST_TERM)
        return ""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _made(self, key: str) -> Field:
        if key not in _LINES:
            return QLineEdit()
        field = QPlainTextEdit()
        field.setTabChangesFocus(True)
        field.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES[key] + 24)
        return field

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(24)
        for keys in (_FIRST, _SECOND):
            columns.addLayout(self._column(keys), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(columns)
        layout.addLayout(self._column(_LAST))

    def _column(self, keys: tuple[str, ...]) -> QFormLayout:
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for key in keys:
            widget: QWidget = self.status if key == "status" else self.fields[key]
            self._labels[key].setBuddy(widget)
            form.addRow(self._labels[key], widget)
        return form

    def _connect(self) -> None:
        for key, field in self.fields.items():
            field.textChanged.connect(lambda *_text, key=key: self._on_edited(key))
        self.status.activated.connect(lambda _row: self.edited.emit())

    def _on_edited(self, key: str) -> None:
        self._turn(key)
        if key == "source":
            self.source_changed.emit(self.source)
        self.edited.emit()

    def _retranslate(self) -> None:
        self._labels["source"].setText(self.tr("&Term in the text"))
        self._labels["targets"].setText(self.tr("T&ranslations, the best first, one on each line"))
        self._labels["variants"].setText(self.tr("Other s&pellings, one on each line"))
        self._labels["forbidden"].setText(self.tr("N&ot to be used, one on each line"))
        self._labels["domain"].setText(self.tr("&Field of knowledge"))
        self._labels["status"].setText(self.tr("&Status"))
        self._labels["part_of_speech"].setText(self.tr("&Kind of word"))
        self._labels["definition"].setText(self.tr("&Definition"))
        self._labels["note"].setText(self.tr("&Note"))
        self._labels["example"].setText(self.tr("E&xample"))
        self._labels["example_source"].setText(self.tr("Wh&ere the example is from"))
        chosen = self.status.currentData()
        self.status.clear()
        for status in TermStatus:
            self.status.addItem(status_in_words(status), status.value)
        self.status.setCurrentIndex(max(self.status.findData(chosen), 0))

    def _text_of(self, key: str) -> str:
        field = self.fields[key]
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()

    def _turn(self, key: str) -> None:
        """Let the field run as what is in it does; an empty one runs as the interface."""
        text, field = self._text_of(key), self.fields[key]
        direction = layout_direction_of(text) if text else self.layoutDirection()
        field.setLayoutDirection(direction)
        if isinstance(field, QPlainTextEdit):
            option = field.document().defaultTextOption()
            option.setTextDirection(direction)
            field.document().setDefaultTextOption(option)


def _put(field: Field, text: str) -> None:
    if isinstance(field, QLineEdit):
        field.setText(text)
        field.setCursorPosition(0)
    else:
        field.setPlainText(text)


def _lines_of(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))

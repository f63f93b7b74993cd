# SPDX-License-Identifier: GPL-3.0-or-later
"""What is known about a document: title, author, date, where it came from; to be read and corrected."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QDate, QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.model.document import Document
from reader.ui.models.sentences import isolated

FIELDS = ("author", "date", "language", "publisher", "site", "address")
"""Keys of the metadata that have a field of their own, in order; all others stand as lines «key: value»."""

TOLD = ("quality", "part", "file-digest")
"""Keys that an import writes about itself: shown, and kept as they are."""

_LEFT_TO_RIGHT = frozenset({"date", "language", "address"})
_OTHER_LINES = 3
_EXAMPLE_DATE, _EXAMPLE_LANGUAGE = "2025-11-17", "ar"
"""As ISO 8601 and BCP 47 have them."""


class MetadataDialog(QDialog):
    """Addresses are text: nothing here opens or fetches them.

    Signals: save_requested (str document id, str title, tuple of (key, value) metadata).
    """

    save_requested = Signal(str, str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self.title = QLineEdit()
        self.fields: Mapping[str, QLineEdit] = {key: QLineEdit() for key in FIELDS}
        self.others = QPlainTextEdit()
        self.notices = QLabel()
        self.about = QLabel()
        self.copy_address = QPushButton()
        self.save = QPushButton()
        self.cancel = QPushButton()
        self._labels: dict[str, QLabel] = {key: QLabel() for key in ("title", *FIELDS, "others")}
        self._lay_out()
        self._connect()
        self._retranslate()

    def show_document(self, document: Document, notices: str = "") -> None:
        """Fill the fields; ``notices`` is what the import has to say of the text, in words."""
        self._document = document
        known = dict(document.metadata)
        self.title.setText(document.title)
        for key, field in self.fields.items():
            field.setText(known.get(key, ""))
            field.setCursorPosition(0)
        others = [(key, value) for key, value in document.metadata if key not in (*FIELDS, *TOLD)]
        self.others.setPlainText("\n".join(f"{key}: {value}" for key, value in others))
        self.notices.setText(notices)
        self.notices.setVisible(bool(notices))
        self._say_about()
        self._on_edited()
        self.title.setFocus()
        self.title.selectAll()

    @property
    def metadata(self) -> tuple[tuple[str, str], ...]:
        """What stands in the fields now; what is empty is left out, what the import told stays."""
        known = () if self._document is None else self._document.metadata
        written = [(key, field.text().strip()) for key, field in self.fields.items()]
        told = [(key, value) for key, value in known if key in TOLD]
        return tuple((key, value) for key, value in (*written, *self._other_pairs(), *told) if key and value)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self._labels["title"], self.title)
        for key in FIELDS:
            form.addRow(self._labels[key], self._address_row() if key == "address" else self.fields[key])
        form.addRow(self._labels["others"], self.others)
        for key in _LEFT_TO_RIGHT:
            self.fields[key].setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for key, label in self._labels.items():
            label.setBuddy({"title": self.title, "others": self.others, **self.fields}[key])
        self.others.setTabChangesFocus(True)
        self.others.setFixedHeight(self.others.fontMetrics().lineSpacing() * _OTHER_LINES + 16)
        for told in (self.notices, self.about):
            told.setWordWrap(True)
            told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.about.setObjectName("quiet")
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(self.notices)
        layout.addWidget(self.about)
        layout.addStretch()
        layout.addLayout(foot)
        self.setMinimumWidth(560)

    def _address_row(self) -> QWidget:
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self.fields["address"], 1)
        inside.addWidget(self.copy_address)
        return row

    def _connect(self) -> None:
        self.save.setDefault(True)
        for button in (self.cancel, self.copy_address):
            button.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._save)
        self.copy_address.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.fields["address"].text().strip())
        )
        self.title.textChanged.connect(lambda _text: self._on_edited())
        self.fields["address"].textChanged.connect(lambda _text: self._on_edited())

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Details of the document"))
        words = {
            "title": self.tr("&Title"),
            "author": self.tr("A&uthor"),
            "date": self.tr("&Date"),
            "language": self.tr("&Language"),
            "publisher": self.tr("&Publisher"),
            "site": self.tr("&Site"),
            "address": self.tr("&Address"),
            "others": self.tr("&Other details"),
        }
        for key, label in self._labels.items():
            label.setText(words[key])
        self.others.setPlaceholderText(self.tr("one on each line, as name: value"))
        self.copy_address.setText(self.tr("&Copy"))
        self.fields["date"].setPlaceholderText(_EXAMPLE_DATE)
        self.fields["language"].setPlaceholderText(_EXAMPLE_LANGUAGE)
        self.save.setText(self.tr("Sa&ve"))
        self.cancel.setText(self.tr("Cancel"))
        self._say_about()

    def _say_about(self) -> None:
        document = self._document
        if document is None:
            return
        lines = [self.tr("%n characters", "", document.length)]
        if document.source:
            lines.append(self.tr("File: %1").replace("%1", isolated(document.source)))
        if part := dict(document.metadata).get("part"):
            lines.append(self.tr("Part of the file: %1").replace("%1", isolated(part)))
        added = QLocale().toString(_date_of(document.created), QLocale.FormatType.LongFormat)
        lines.append(self.tr("In the library since %1").replace("%1", isolated(added)))
        lines[0] += " · " + isolated(document.encoding)
        self.about.setText("\n".join(lines))

    def _on_edited(self) -> None:
        self.save.setEnabled(bool(self.title.text().strip()))
        self.copy_address.setEnabled(bool(self.fields["address"].text().strip()))

    def _other_pairs(self) -> list[tuple[str, str]]:
        pairs = []
        for line in self.others.toPlainText().splitlines():
            key, parted, value = line.partition(":")
            if parted:
                pairs.append((" ".join(key.split()), value.strip()))
            elif line.strip():
                pairs.append(("note", line.strip()))
        taken = {*FIELDS, *TOLD}
        return [(key, value) for key, value in dict(pairs).items() if key not in taken]

    def _save(self) -> None:
        if self._document is not None:
            title = " ".join(self.title.text().split())
            self.save_requested.emit(self._document.id, title, self.metadata)
        self.accept()


def _date_of(time: str) -> QDate:
    return QDate.fromString(time[:10], Qt.DateFormat.ISODate)

# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog that asks what a relation between two annotations is called."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QCompleter, QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from reader.model.annotation import Annotation
from reader.ui.models.tags import ShownTags
from reader.ui.popups.headline import Headline


class RelationDialog(QDialog):
    """Names a relation.

    Signals: relation_requested (str source id, str target id, str name, str note).
    """

    relation_requested = Signal(str, str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ends: tuple[Annotation, Annotation] | None = None
        self.source = Headline()
        self.target = Headline()
        self.swap = QPushButton()
        self.name = QLineEdit()
        self.name_label = QLabel()
        self.note = QLineEdit()
        self.note_label = QLabel()
        self.relate_button = QPushButton()
        self.cancel = QPushButton()
        self._lay_out()
        self._connect()
        self._retranslate()

    def set_tags(self, tags: ShownTags) -> None:
        """Names and colours of the tags."""
        self.source.set_tags(tags)
        self.target.set_tags(tags)

    def set_quote_font(self, font: QFont) -> None:
        """The face quotes are set in."""
        self.source.set_quote_font(font)
        self.target.set_quote_font(font)

    def relate(self, source: Annotation, target: Annotation, names: Sequence[str]) -> None:
        """Ask for the relation between two annotations; ``names`` in use already are offered."""
        self._ends = (source, target)
        self.source.show_annotation(source)
        self.target.show_annotation(target)
        completer = QCompleter(list(names), self.name)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name.setCompleter(completer)
        self.name.clear()
        self.note.clear()
        self.name.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _lay_out(self) -> None:
        self.name_label.setBuddy(self.name)
        self.note_label.setBuddy(self.note)
        self.relate_button.setDefault(True)
        self.swap.setAutoDefault(False)
        ends = QVBoxLayout()
        ends.setSpacing(4)
        ends.addWidget(self.source)
        ends.addWidget(self.name_label)
        ends.addWidget(self.name)
        ends.addWidget(self.target)
        foot = QHBoxLayout()
        foot.addWidget(self.swap)
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.relate_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addLayout(ends)
        layout.addWidget(self.note_label)
        layout.addWidget(self.note)
        layout.addStretch()
        layout.addLayout(foot)
        self.setMinimumWidth(420)

    def _connect(self) -> None:
        self.name.textChanged.connect(lambda text: self.relate_button.setEnabled(bool(text.strip())))
        self.swap.clicked.connect(self._on_swap)
        self.cancel.clicked.connect(self.reject)
        self.relate_button.clicked.connect(self._on_relate)
        self.relate_button.setEnabled(False)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Relate two annotations"))
        self.name_label.setText(self.tr("&Relation of the first to the second"))
        self.name.setPlaceholderText(self.tr("Such as: is member of, lies in, speaks of"))
        self.note_label.setText(self.tr("&Note"))
        self.swap.setText(self.tr("Swap"))
        self.swap.setToolTip(self.tr("The relation goes the other way"))
        self.relate_button.setText(self.tr("Relate"))
        self.cancel.setText(self.tr("Cancel"))

    def _on_swap(self) -> None:
        if self._ends is not None:
            self._ends = (self._ends[1], self._ends[0])
            self.source.show_annotation(self._ends[0])
            self.target.show_annotation(self._ends[1])

    def _on_relate(self) -> None:
        if self._ends is not None:
            source, target = self._ends
            self.relation_requested.emit(source.id, target.id, self.name.text().strip(), self.note.text().strip())
            self.accept()

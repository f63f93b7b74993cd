# SPDX-License-Identifier: GPL-3.0-or-later
"""What taking a file into a term base would do, before anything is written; the encoding can be chosen here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.model.term import Term
from reader.ui.dialogs.encoding_choice import EncodingChoice
from reader.ui.dialogs.plan_tree import PlanTree
from reader.ui.models.sentences import filled, isolated
from reader.ui.models.terms import listed
from reader.workspace.terms_import import TermImport

_TEXTS = frozenset({".csv", ".tsv", ".txt", ".tab", ".utf8"})
"""Endings of files that do not say their encoding."""


class TermImportDialog(QDialog):
    """Signals: import_requested (TermImport), encoding_chosen (str name of an encoding or "")."""

    import_requested = Signal(object)
    encoding_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: TermImport | None = None
        self._base_name = ""
        self.headline = QLabel()
        self.tree = PlanTree()
        self.encoding = EncodingChoice()
        self.import_button = QPushButton()
        self.cancel = QPushButton()
        self._lay_out()
        self._connect()
        self._retranslate()

    def begin(self, file: Path, base_name: str) -> None:
        """Another file is looked at."""
        self._plan, self._base_name = None, base_name
        self.encoding.reset()
        self.encoding.setVisible(file.suffix.lower() in _TEXTS)

    def show_plan(self, plan: TermImport) -> None:
        """What would be done."""
        self._plan = plan
        self._show()

    def show_problem(self, sentence: str) -> None:
        """Why the file cannot be read so; another encoding may help."""
        self._plan = None
        self.tree.clear()
        self.headline.setText(sentence)
        self.import_button.setEnabled(False)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _lay_out(self) -> None:
        self.resize(720, 520)
        self.headline.setWordWrap(True)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.encoding)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.import_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(self.headline)
        layout.addWidget(self.tree, 1)
        layout.addLayout(foot)
        self.import_button.setDefault(True)
        self.cancel.setAutoDefault(False)

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.reject)
        self.import_button.clicked.connect(self._on_import)
        self.encoding.chosen.connect(self.encoding_chosen)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Import terms"))
        self.tree.setAccessibleName(self.tr("What the import would do"))
        self.tree.setHeaderLabels([self.tr("Term"), self.tr("What is said of it")])
        self.encoding.retranslate(self.tr("As the file says, else UTF-8"))
        self.import_button.setText(self.tr("Import"))
        self.cancel.setText(self.tr("Cancel"))
        self._show()

    def _show(self) -> None:
        plan = self._plan
        if plan is None:
            return
        counts = (
            self.tr("%n new", "", len(plan.new)),
            self.tr("%n changed", "", len(plan.changed)),
            self.tr("%n the same", "", plan.same),
            self.tr("%n twice in the file, joined", "", plan.twice),
        )
        sentence = self.tr("%1, into the term base %2: %3, %4, %5, %6.")
        self.headline.setText(filled(sentence, plan.file.path.name, self._base_name, *counts))
        self.tree.clear()
        self.tree.add_part(self.tr("New (%1)"), len(plan.new), ((term.source, _said(term)) for term in plan.new))
        self.tree.add_part(self.tr("Changed (%1)"), len(plan.changed), self._changes(plan))
        ignored = plan.file.ignored
        self.tree.add_part(self.tr("Not imported (%1)"), len(ignored), ((name, "") for name in ignored))
        self.tree.setColumnWidth(0, 230)
        self.import_button.setEnabled(bool(plan.new or plan.changed))

    def _changes(self, plan: TermImport) -> Iterator[tuple[str, str]]:
        """Each changed term as it is and as it would be."""
        for before, after in plan.changed:
            yield before.source, filled(self.tr("now: %1; then: %2"), _said(before), _said(after))

    def _on_import(self) -> None:
        if self._plan is not None:
            plan = self._plan
            self.accept()
            self.import_requested.emit(plan)


def _said(term: Term) -> str:
    """What a term says beside its own words, in short; "—" for nothing."""
    lists = [*term.variants, *term.targets, *(f"× {each}" for each in term.forbidden)]
    texts = [each for each in (term.domain, term.definition, term.note, term.example) if each]
    return listed([isolated(each) for each in (*lists, *texts)]) or "—"

# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog in which a term is made or changed; it says when the same words are in a term base already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from reader.model.ids import TermBaseId
from reader.model.term import Term, TermBase
from reader.ui.dialogs.term_form import TermForm
from reader.ui.models.sentences import filled, isolated
from reader.ui.models.terms import best_target

_ASK_AFTER_MS = 150


class TermDialog(QDialog):
    """Signals:
    save_requested (Term before or None, Term after, str name of a new base or ""): it closes when ``done`` is called.
    same_requested (str source): which terms have this spelling? ``show_same`` answers.
    edit_requested (str term id): go on with that one instead.
    """

    save_requested = Signal(object, object, str)
    same_requested = Signal(str)
    edit_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before: Term | None = None
        self._draft: Term | None = None
        self._same: tuple[Term, TermBase] | None = None
        self.form = TermForm()
        self.base_label = QLabel()
        self.base = QComboBox()
        self.base_name = QLineEdit()
        self.warning = QLabel()
        self.edit_same = QPushButton()
        self.save = QPushButton()
        self.cancel = QPushButton()
        self._timer = QTimer(self, singleShot=True, interval=_ASK_AFTER_MS)
        self._lay_out()
        self._connect()
        self._retranslate()

    @property
    def term(self) -> Term | None:
        """The term being changed; None for one that is being made."""
        return self._before

    def show_new(self, draft: Term, bases: Sequence[TermBase]) -> None:
        """Make a term that begins as this draft; its base is proposed, if it is one of the bases."""
        self._before = None
        self._begin(draft, bases)
        self.form.fields["targets" if draft.source else "source"].setFocus()

    def show_term(self, term: Term, bases: Sequence[TermBase]) -> None:
        """Change a term."""
        self._before = term
        self._begin(term, bases)
        self.form.fields["targets"].setFocus()

    def show_same(self, found: Sequence[tuple[Term, TermBase]]) -> None:
        """The terms that have the spelling asked for."""
        mine = "" if self._draft is None else self._draft.id
        self._same = next((pair for pair in found if pair[0].id != mine), None)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _lay_out(self) -> None:
        self.warning.setWordWrap(True)
        self.base_label.setBuddy(self.base)
        self.save.setDefault(True)
        self.edit_same.setAutoDefault(False)
        self.cancel.setAutoDefault(False)
        base = QHBoxLayout()
        base.setSpacing(8)
        base.addWidget(self.base_label)
        base.addWidget(self.base, 1)
        base.addWidget(self.base_name, 1)
        warning = QHBoxLayout()
        warning.setSpacing(8)
        warning.addWidget(self.warning, 1)
        warning.addWidget(self.edit_same)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(base)
        layout.addWidget(self.form)
        layout.addLayout(warning)
        layout.addStretch()
        layout.addLayout(foot)
        self.setMinimumWidth(640)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._ask_for_same)
        self.form.source_changed.connect(lambda _source: self._timer.start())
        self.form.edited.connect(self._say)
        self.base.currentIndexChanged.connect(lambda _row: self._on_base_chosen())
        self.base_name.textChanged.connect(lambda _text: self._say())
        self.edit_same.clicked.connect(self._on_edit_same)
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._on_save)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("New term") if self._before is None else self.tr("Change the term"))
        self.base_label.setText(self.tr("Term &base"))
        self.base_name.setPlaceholderText(self.tr("Name of the new term base"))
        self.base_name.setAccessibleName(self.tr("Name of the new term base"))
        self.edit_same.setText(self.tr("Change that one"))
        self.save.setText(self.tr("Save"))
        self.cancel.setText(self.tr("Cancel"))
        if self.base.count():
            self.base.setItemText(self.base.count() - 1, self.tr("A new term base…"))
        self._say()

    def _begin(self, term: Term, bases: Sequence[TermBase]) -> None:
        self._draft, self._same = term, None
        self.base.clear()
        for base in bases:
            self.base.addItem(isolated(base.name), base.id)
        self.base.addItem("", "")
        self.base.setCurrentIndex(max(self.base.findData(term.base_id), 0) if term.base_id else 0)
        self.base_name.clear()
        self.form.show_term(term)
        self._on_base_chosen()
        self._retranslate()
        self._ask_for_same()

    def _on_base_chosen(self) -> None:
        self.base_name.setVisible(not self.base.currentData())
        self._say()

    def _ask_for_same(self) -> None:
        if self.form.source:
            self.same_requested.emit(self.form.source)
        else:
            self.show_same(())

    def _on_edit_same(self) -> None:
        if self._same is not None:
            self.edit_requested.emit(self._same[0].id)

    def _say(self) -> None:
        problem = self.form.problem() if self._draft is not None else ""
        if not problem and not self.base.currentData() and not self.base_name.text().strip():
            problem = self.tr("Give the new term base a name.")
        self.save.setEnabled(not problem)
        self.warning.setText(problem or self._same_in_words())
        self.edit_same.setVisible(not problem and self._same is not None)

    def _same_in_words(self) -> str:
        if self._same is None:
            return ""
        term, base = self._same
        if not term.targets:
            return filled(self.tr("%1 is in %2 already."), term.source, base.name)
        return filled(self.tr("%1 is in %2 already, as %3."), term.source, base.name, best_target(term))

    def _on_save(self) -> None:
        base_id = TermBaseId(str(self.base.currentData() or ""))
        name = "" if base_id else " ".join(self.base_name.text().split())
        self.save_requested.emit(self._before, replace(self.form.typed(), base_id=base_id), name)

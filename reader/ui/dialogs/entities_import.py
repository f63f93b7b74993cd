# SPDX-License-Identifier: GPL-3.0-or-later
"""What an import of entities would do, before anything is written: new, changed, in conflict, passed over."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reader.model.entity import Entity
from reader.ui.dialogs.plan_tree import PlanTree
from reader.ui.models.entities import EntityWords
from reader.ui.models.sentences import filled, isolated
from reader.ui.models.tags import ShownTags
from reader.workspace.entity_import import Change, Conflict, ImportPlan


class EntityImportDialog(QDialog):
    """Signals: import_requested (ImportPlan, bool take_theirs)."""

    import_requested = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags = ShownTags()
        self._words = EntityWords(self)
        self._plan: ImportPlan | None = None
        self.headline = QLabel()
        self.tree = PlanTree()
        self.question = QLabel()
        self.keep = QRadioButton()
        self.take = QRadioButton()
        self.import_button = QPushButton()
        self.cancel = QPushButton()
        self._lay_out()
        self._connect()
        self._retranslate()

    def set_tags(self, tags: ShownTags) -> None:
        self._tags = tags

    def show_plan(self, plan: ImportPlan) -> None:
        """What would be done."""
        self._plan = plan
        self.keep.setChecked(True)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _lay_out(self) -> None:
        self.resize(680, 520)
        self.headline.setWordWrap(True)
        self.question.setWordWrap(True)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        choices = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(self.headline)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.question)
        for button in (self.keep, self.take):
            choices.addButton(button)
            layout.addWidget(button)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.import_button)
        layout.addLayout(foot)
        self.import_button.setDefault(True)

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.reject)
        self.import_button.clicked.connect(self._on_import)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Import entities"))
        self.tree.setAccessibleName(self.tr("What the import would do"))
        self.tree.setHeaderLabels([self.tr("Entity"), self.tr("What is said of it")])
        self.question.setText(self.tr("Where the library and the file contradict each other:"))
        self.keep.setText(self.tr("The library is right; what the file says besides is added."))
        self.take.setText(self.tr("The file is right; the names of the library stay as other names."))
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
            self.tr("%n the same as in the library", "", plan.same),
        )
        self.headline.setText(filled(self.tr("%1: %2, %3, %4."), plan.path.name, *counts))
        self.tree.clear()
        self.tree.add_part(self.tr("New (%1)"), len(plan.new), map(self._new_row, plan.new))
        self.tree.add_part(self.tr("Changed (%1)"), len(plan.changed), map(self._changed_row, plan.changed))
        self.tree.add_part(
            self.tr("In contradiction (%1)"), len(plan.conflicts), map(self._conflict_row, plan.conflicts)
        )
        passed_over = [*self._passed_over(plan)]
        self.tree.add_part(self.tr("Not imported (%1)"), len(passed_over), passed_over)
        self.tree.resizeColumnToContents(0)
        self.tree.setColumnWidth(0, min(max(self.tree.columnWidth(0), 160), 300))
        has_choice = bool(plan.conflicts)
        for widget in (self.question, self.keep, self.take):
            widget.setVisible(has_choice)
        self.import_button.setEnabled(not plan.is_empty)

    def _new_row(self, entity: Entity) -> tuple[str, str]:
        others = self._words.other_names(entity)
        kind = self._words.kind(entity, self._tags)
        return entity.name, f"{kind} · {others}" if others else kind

    def _changed_row(self, change: Change) -> tuple[str, str]:
        """What is added to the entity."""
        before, after = change.before, change.keeping
        had = {*before.names, *(":".join(pair) for pair in before.external_ids)}
        has = [*after.names, *(":".join(pair) for pair in after.external_ids)]
        added = [isolated(each) for each in has if each not in had]
        if after.note != before.note:
            added.append(self.tr("a note"))
        if after.kind != before.kind:
            added.append(isolated(self._words.kind(after, self._tags)))
        if not added:
            return before.name, self.tr("is as it was")
        said = self.tr("gets %1").replace("%1", self.tr(", ").join(added))
        return before.name, said

    def _conflict_row(self, conflict: Conflict) -> tuple[str, str]:
        place = filled(
            self.tr("line %1") if self._plan is not None and self._plan.unit == "line" else self.tr("record %1"),
            self.locale().toString(conflict.number),
        )
        if conflict.field == "several":
            said = self.tr("several entities have this name, so a new one is made")
        elif not conflict.here:
            said = filled(self.tr("%1 belongs to another entity, and stays there"), conflict.there)
        else:
            here, there = (self._named(conflict.field, each) for each in (conflict.here, conflict.there))
            said = filled(self.tr("the library says %1, the file %2"), here, there)
        return conflict.entity.name, f"{said} ({place})"

    def _named(self, field: str, value: str) -> str:
        return (
            next((self._tags.name(tag.id) for tag in self._tags.tags if tag.id == value), value)
            if (field == "kind")
            else value
        )

    def _passed_over(self, plan: ImportPlan) -> Iterable[tuple[str, str]]:
        for name in plan.ignored:
            yield name, self.tr("there is no place for this")
        for kind, count in plan.unknown_kinds:
            yield kind, self.tr("no tag is called so; %n entities have no kind", "", count)

    def _on_import(self) -> None:
        if self._plan is not None:
            plan, take_theirs = self._plan, self.take.isChecked()
            self.accept()
            self.import_requested.emit(plan, take_theirs)

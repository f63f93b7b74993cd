# SPDX-License-Identifier: GPL-3.0-or-later
"""Entities out of files and into files: read and written in jobs, shown before anything is changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.store import Library
from reader.ui.controller import Controller
from reader.ui.jobs import Jobs, Task
from reader.ui.models.tags import ShownTags
from reader.workspace.entity_import import (
    ImportPlan,
    export_entities,
    import_entities,
    plan_import,
    read_entities,
)

if TYPE_CHECKING:
    from reader.ui.dialogs.entities_import import EntityImportDialog

_FILE = "entity-file"


class EntityFiles(QObject):
    """Signals: hinted (str), failed (ReaderError)."""

    hinted = Signal(str)
    failed = Signal(object)

    def __init__(self, window: QWidget, controller: Controller, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._controller = controller
        self._jobs = jobs
        self._tags = ShownTags()
        self.dialog: EntityImportDialog | None = None

    def set_tags(self, tags: ShownTags) -> None:
        self._tags = tags
        if self.dialog is not None:
            self.dialog.set_tags(tags)

    def ask_for_import(self, above: QWidget) -> None:
        """Ask which file to import."""
        name, _ = QFileDialog.getOpenFileName(
            above,
            self.tr("Import entities"),
            str(Path.home()),
            self.tr("Tables and SKOS (*.csv *.tsv *.txt *.jsonld *.json)") + ";;" + self.tr("All files (*)"),
        )
        if name:
            self.plan(Path(name))

    def plan(self, file: Path) -> None:
        """Compare a file with the library, then show what an import would do."""
        path = self._controller.library_path

        def work(_task: Task) -> ImportPlan:
            content = read_entities(file)
            with Library.open(path, create=False, read_only=True) as library:
                return plan_import(library, content)

        self._jobs.start(_FILE, work, on_success=self._show_plan, on_failure=self.failed.emit)

    def ask_for_export(self, above: QWidget) -> None:
        """Ask where to write every entity."""
        table, skos = self.tr("Table for spreadsheets (*.csv)"), self.tr("SKOS concepts (*.jsonld)")
        name, chosen = QFileDialog.getSaveFileName(
            above, self.tr("Export entities"), str(Path.home() / "entities.csv"), f"{table};;{skos}"
        )
        if name:
            file = Path(name)
            self.export(file if file.suffix else file.with_suffix(".jsonld" if chosen == skos else ".csv"))

    def export(self, file: Path) -> None:
        """Write every entity to a file."""
        path = self._controller.library_path

        def work(_task: Task) -> int:
            with Library.open(path, create=False, read_only=True) as library:
                return export_entities(library, file)

        def tell(count: int) -> None:
            self.hinted.emit(self.tr("%n entities were exported.", "", count))

        self._jobs.start(_FILE, work, on_success=tell, on_failure=self.failed.emit)

    def _show_plan(self, plan: ImportPlan) -> None:
        from reader.ui.dialogs.entities_import import EntityImportDialog  # noqa: PLC0415 - not needed to start

        if self.dialog is None:
            self.dialog = EntityImportDialog(self._window)
            self.dialog.import_requested.connect(self._import)
        self.dialog.set_tags(self._tags)
        self.dialog.show_plan(plan)
        self.dialog.open()

    def _import(self, plan: ImportPlan, take_theirs: bool) -> None:
        if self._controller.do(lambda _library: import_entities(plan, take_theirs=take_theirs)):
            self.hinted.emit(self.tr("%n new entities were imported.", "", len(plan.new)))

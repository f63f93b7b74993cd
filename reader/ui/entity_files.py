# SPDX-License-Identifier: GPL-3.0-or-later
"""Entities out of files and into files: read and written in jobs, shown before anything is changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.ui.controller import Controller
from reader.ui.dialogs.waiting import Waiting
from reader.ui.jobs import Jobs
from reader.ui.models.tags import ShownTags
from reader.workspace.entity_import import ImportPlan
from reader.workspace.worker_errands import Errand, errand

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
        work = errand("plan_entities", library_path=self._controller.library_path, path=file)
        self._start(work, self.tr("The file is being compared with the library…"), self._show_plan)

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
        work = errand("give_out_entities", library_path=self._controller.library_path, path=file)

        def tell(count: int) -> None:
            self.hinted.emit(self.tr("%n entities were exported.", "", count))

        self._start(work, self.tr("The entities are being exported…"), tell)

    def _show_plan(self, plan: ImportPlan) -> None:
        from reader.ui.dialogs.entities_import import EntityImportDialog  # noqa: PLC0415 - not needed to start

        if self.dialog is None:
            self.dialog = EntityImportDialog(self._window)
            self.dialog.import_requested.connect(self._import)
        self.dialog.set_tags(self._tags)
        self.dialog.show_plan(plan)
        self.dialog.open()

    def _import(self, plan: ImportPlan, take_theirs: bool) -> None:
        controller = self._controller
        work = errand(
            "take_in_entities",
            library_path=controller.library_path,
            session=controller.session,
            author=controller.author,
            plan=plan,
            take_theirs=take_theirs,
        )

        def tell(count: int) -> None:
            controller.look_around()
            self.hinted.emit(self.tr("%n new entities were imported.", "", count))

        self._start(work, self.tr("The entities are being imported…"), tell)

    def _start(self, work: Errand, sentence: str, then: Callable[[Any], None]) -> None:
        """Have it done in a process of its own; meanwhile nothing else can be changed."""
        waiting = Waiting(sentence, self._window)
        job = self._jobs.start(_FILE, work, on_success=then, on_failure=self.failed.emit)
        waiting.cancelled.connect(lambda: self._jobs.cancel(_FILE))
        job.ended.connect(waiting.finish)

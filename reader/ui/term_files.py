# SPDX-License-Identifier: GPL-3.0-or-later
"""Term bases out of files and into files: read and written in a worker, shown before anything is changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.errors import FileUndecodable, ReaderError
from reader.model.term import TermBase
from reader.ui.controller import Controller
from reader.ui.dialogs.export import file_name
from reader.ui.dialogs.waiting import Waiting
from reader.ui.jobs import Jobs
from reader.ui.messages import sentence_for
from reader.workspace import terms
from reader.workspace.terms_import import TermFormat, TermImport
from reader.workspace.worker_errands import Errand, errand

if TYPE_CHECKING:
    from reader.ui.dialogs.terms_import import TermImportDialog

_FILE = "term-file"


class TermFiles(QObject):
    """Signals: hinted (str), failed (ReaderError), base_made (str base id): an import made a new base."""

    hinted = Signal(str)
    failed = Signal(object)
    base_made = Signal(str)

    def __init__(self, window: QWidget, controller: Controller, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._controller = controller
        self._jobs = jobs
        self._path = Path()
        self._base: TermBase | None = None
        self._is_new = False
        self.dialog: TermImportDialog | None = None

    def ask_for_import(self, above: QWidget, base: TermBase | None) -> None:
        """Ask which file to take into the base; without one, into a new base that is called as the file."""
        kinds = [
            self.tr("Terms (*.csv *.tsv *.txt *.tab *.utf8 *.xlsx *.tbx *.xml)"),
            self.tr("All files (*)"),
        ]
        name, _ = QFileDialog.getOpenFileName(above, self.tr("Import terms"), str(Path.home()), ";;".join(kinds))
        if name:
            self.plan(Path(name), base)

    def plan(self, file: Path, base: TermBase | None) -> None:
        """Compare a file with the base, then show what an import would do."""
        from reader.ui.dialogs.terms_import import TermImportDialog  # noqa: PLC0415 - not needed to start

        if self.dialog is None:
            self.dialog = TermImportDialog(self._window)
            self.dialog.import_requested.connect(self._import)
            self.dialog.encoding_chosen.connect(self._plan_in)
        self._path, self._is_new = file, base is None
        self._base = base or self._new_base(file.stem)
        if self._base is not None:
            self.dialog.begin(file, self._base.name)
            self._plan_in("")

    def ask_for_export(self, above: QWidget, base: TermBase) -> None:
        """Ask where to write the base, and as what."""
        forms = {
            self.tr("Table for spreadsheets (*.csv)"): (TermFormat.CSV, ".csv"),
            self.tr("Excel workbook (*.xlsx)"): (TermFormat.XLSX, ".xlsx"),
            self.tr("OmegaT glossary (*.txt)"): (TermFormat.OMEGAT, ".txt"),
            self.tr("TermBase eXchange, version 3 (*.tbx)"): (TermFormat.TBX, ".tbx"),
            self.tr("TermBase eXchange, version 2 (*.tbx)"): (TermFormat.TBX_2, ".tbx"),
            self.tr("Dictionary for StarDict (*.ifo)"): (TermFormat.STARDICT, ".ifo"),
            self.tr("Dictionary for Yomitan (*.zip)"): (TermFormat.YOMITAN, ".zip"),
        }
        proposed = str(Path.home() / f"{file_name(base.name)}.csv")
        name, chosen = QFileDialog.getSaveFileName(above, self.tr("Export terms"), proposed, ";;".join(forms))
        if name:
            form, suffix = forms.get(chosen, (TermFormat.CSV, ".csv"))
            self.export(Path(name).with_suffix(suffix), form, base)

    def export(self, file: Path, form: TermFormat, base: TermBase) -> None:
        """Write the terms of a base to a file."""
        path = self._controller.library_path
        work = errand("give_out_terms", library_path=path, path=file, form=form, base_id=base.id)

        def tell(count: int) -> None:
            self.hinted.emit(self.tr("%n terms were exported.", "", count))

        self._start(work, self.tr("The terms are being exported…"), tell, self.failed.emit)

    # Inside

    def _new_base(self, name: str) -> TermBase | None:
        edit = self._controller.ask(lambda library: terms.add_base(library, name), None)
        made = None if edit is None else edit.changes[0].after
        return made if isinstance(made, TermBase) else None

    def _plan_in(self, encoding: str) -> None:
        assert self._base is not None
        work = errand(
            "plan_terms",
            library_path=self._controller.library_path,
            path=self._path,
            base_id=self._base.id,
            author=self._controller.author,
            encoding=encoding or None,
        )
        self._start(work, self.tr("The file is being compared with the term base…"), self._show, self._on_unreadable)

    def _show(self, plan: TermImport) -> None:
        assert self.dialog is not None
        self.dialog.show_plan(plan)
        self.dialog.open()

    def _on_unreadable(self, error: ReaderError) -> None:
        """A wrong encoding can be mended in the dialog; all else is told."""
        assert self.dialog is not None
        if isinstance(error, FileUndecodable) or self.dialog.isVisible():
            self.dialog.show_problem(sentence_for(error))
            self.dialog.open()
        else:
            self.failed.emit(error)

    def _import(self, plan: TermImport) -> None:
        controller, base = self._controller, self._base
        work = errand(
            "take_in_terms",
            library_path=controller.library_path,
            session=controller.session,
            author=controller.author,
            plan=plan,
            new_base=base if self._is_new else None,
        )

        def tell(count: int) -> None:
            controller.look_around()
            self.hinted.emit(self.tr("%n terms were imported or changed.", "", count))
            if self._is_new and base is not None:
                self.base_made.emit(base.id)

        self._start(work, self.tr("The terms are being imported…"), tell, self.failed.emit)

    def _start(
        self, work: Errand, sentence: str, then: Callable[[Any], None], otherwise: Callable[[ReaderError], None]
    ) -> None:
        """Have it done in a process of its own; meanwhile nothing else can be changed."""
        waiting = Waiting(sentence, self._window)
        job = self._jobs.start(_FILE, work, on_success=then, on_failure=otherwise)
        waiting.cancelled.connect(lambda: self._jobs.cancel(_FILE))
        job.ended.connect(waiting.finish)

# SPDX-License-Identifier: GPL-3.0-or-later
"""File ▸ Import annotations: a file of another program looked at in a worker, shown, and taken in as one step."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.errors import ReaderError
from reader.model.document import Document
from reader.model.ids import TagId
from reader.ui.controller import Controller
from reader.ui.dialogs.waiting import Waiting
from reader.ui.import_messages import shown_name
from reader.ui.jobs import Jobs
from reader.ui.messages import filled, sentence_for
from reader.ui.models.tags import ShownTags
from reader.workspace.worker_errands import Errand, errand

if TYPE_CHECKING:
    from reader.ui.dialogs.annotations_import import AnnotationImportDialog
    from reader.workspace.annotation_import import Outcome
    from reader.workspace.annotation_plan import ImportPlan

_JOB = "annotations-import"


class AnnotationsDesk(QObject):
    """Signals: document_requested (str id): what came in is about one text, to be shown."""

    document_requested = Signal(str)

    def __init__(self, window: QWidget, controller: Controller, jobs: Jobs) -> None:
        super().__init__(window)
        self._window = window
        self._controller = controller
        self._jobs = jobs
        self._tags = ShownTags()
        self._path = Path()
        self.dialog: AnnotationImportDialog | None = None

    def set_tags(self, tags: ShownTags) -> None:
        self._tags = tags

    def ask(self, folder: Path) -> None:
        """Ask which file to import."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Import annotations"), str(folder), self.file_filter()
        )
        if name:
            self.look_at(Path(name))

    def file_filter(self) -> str:
        """The filters of a file dialog: everything that is read, each format, all files."""
        from reader.ui.models import formats  # noqa: PLC0415 - not needed to start

        forms = [form for group in formats.in_groups(reading=True).values() for form in group]
        every = " ".join(dict.fromkeys(f"*{suffix}" for form in forms for suffix in form.suffixes))
        kinds = [f"{formats.name_of(form)} ({' '.join('*' + one for one in form.suffixes)})" for form in forms]
        known = self.tr("Annotations")
        return ";;".join([f"{known} ({every})", *kinds, self.tr("All files (*)")])

    def takes(self, paths: Sequence[Path]) -> bool:
        """Whether what was opened or dropped is surely a file of annotations; then its import is offered."""
        from reader.interchange.detecting import detect_annotations  # noqa: PLC0415 - not needed to start

        if len(paths) != 1 or not paths[0].is_file():
            return False
        found = detect_annotations(paths[0])
        if found is None or not found.is_sure:
            return False
        self.look_at(paths[0])
        return True

    def look_at(self, path: Path) -> None:
        """Show what an import of the file would do."""
        from reader.interchange.detecting import detect_annotations  # noqa: PLC0415 - not needed to start
        from reader.ui.dialogs.annotations_import import AnnotationImportDialog  # noqa: PLC0415 - as above

        if not self._controller.open_library():
            return
        if self.dialog is None:
            self.dialog = AnnotationImportDialog(self._window)
            self.dialog.look_requested.connect(self._look)
            self.dialog.import_requested.connect(self._import)
        nothing: list[Document] = []
        documents = self._controller.ask(lambda library: library.documents.list(), nothing)
        current = self._controller.document
        documents.sort(key=lambda each: current is None or each.id != current.id)
        found = detect_annotations(path)
        self._path = path
        titles = [(each.id, each.title) for each in documents]
        self.dialog.begin(path, found.form if found is not None else None, titles, self._tags)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        self._look()

    # Inside

    def _look(self) -> None:
        from reader.interchange import ReadOptions  # noqa: PLC0415 - not needed to start

        dialog = self.dialog
        if dialog is None or dialog.form is None:
            return
        work = errand(
            "plan_annotations",
            library_path=self._controller.library_path,
            path=self._path,
            form=dialog.form,
            options=ReadOptions(encoding=dialog.encoding),
            document_id=dialog.document_id,
        )
        sentence = filled(self.tr("%1 is being compared with the library…"), shown_name(self._path))
        self._start(work, sentence, dialog.show_plan)

    def _import(self, plan: ImportPlan, create_tags: bool, mapping: Mapping[str, TagId | None]) -> None:
        controller = self._controller
        work = errand(
            "take_in_annotations",
            library_path=controller.library_path,
            session=controller.session,
            author=controller.author,
            plan=plan,
            create_tags=create_tags,
            mapping=dict(mapping),
        )
        sentence = filled(self.tr("The annotations in %1 are being taken in…"), shown_name(plan.path))
        self._start(work, sentence, lambda outcome: self._on_taken_in(plan, outcome))

    def _on_taken_in(self, plan: ImportPlan, outcome: Outcome) -> None:
        self._controller.look_around()
        if self.dialog is not None:
            self.dialog.show_outcome(outcome)
        about = {each.document_id for each in plan.documents if each.document_id is not None} | {*outcome.new_documents}
        current = self._controller.document
        if len(about) == 1 and (current is None or current.id not in about):
            self.document_requested.emit(about.pop())

    def _on_failed(self, error: ReaderError) -> None:
        """Nothing was changed; another format or text may help, so the dialog stays."""
        if self.dialog is not None:
            self.dialog.show_problem(sentence_for(error))

    def _start(self, work: Errand, sentence: str, then: Callable[[Any], None]) -> None:
        """Have it done in a process of its own; meanwhile nothing else can be changed."""
        assert self.dialog is not None
        waiting = Waiting(sentence, self.dialog)
        job = self._jobs.start(
            _JOB, work, on_success=then, on_failure=self._on_failed, on_progress=waiting.show_progress
        )
        waiting.cancelled.connect(lambda: self._jobs.cancel(_JOB))
        job.ended.connect(waiting.finish)

# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog about learning at work: made when first asked for, filled by the worker, its wishes carried out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox

from reader.errors import ReaderError
from reader.model.ids import TagId
from reader.ui.controller import Controller
from reader.ui.jobs import Jobs
from reader.ui.main_window import MainWindow
from reader.ui.messages import filled, sentence_for
from reader.ui.models.tags import ShownTags
from reader.workspace.learning_result import Imported, LearningStatus
from reader.workspace.worker import Errand, errand

if TYPE_CHECKING:
    from reader.ui.dialogs.learning import LearningDialog

FILE_SUFFIX = ".hashiya-learned"
_STATUS, _CHANGE = "learning status", "learning change"


class LearningDesk(QObject):
    """Signals: forgotten (): what was learned is another now, and suggestions may be."""

    forgotten = Signal()

    def __init__(self, window: MainWindow, controller: Controller, jobs: Jobs) -> None:
        super().__init__(window)
        self._window = window
        self._controller = controller
        self._jobs = jobs
        self._tags = ShownTags()
        self.dialog: LearningDialog | None = None

    def show(self) -> None:
        if not self._controller.open_library():
            return
        dialog = self._made()
        dialog.set_tags(self._tags)
        dialog.tell("")
        self._ask()
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def set_tags(self, tags: ShownTags) -> None:
        """The tagset, the language or the theme changed."""
        self._tags = tags
        if self.dialog is not None:
            self.dialog.set_tags(tags)

    def refresh(self) -> None:
        """Something was learned."""
        if self.dialog is not None and self.dialog.isVisible():
            self._ask()

    def _made(self) -> LearningDialog:
        if self.dialog is None:
            from reader.ui.dialogs.learning import LearningDialog  # noqa: PLC0415 - seldom opened

            self.dialog = LearningDialog(self._window)
            self.dialog.forget_requested.connect(
                lambda key, tag: self._change("forget_learned_form", key=key, tag_id=TagId(tag))
            )
            self.dialog.shared_removal_requested.connect(lambda name: self._change("remove_shared_learning", name=name))
            self.dialog.reset_requested.connect(self._ask_for_reset)
            self.dialog.export_requested.connect(self._export)
            self.dialog.import_requested.connect(self._import)
        return self.dialog

    def _ask(self) -> None:
        self._jobs.start(
            _STATUS,
            errand("learning_status_of", library_path=self._controller.library_path),
            on_success=self._show,
            on_failure=self._tell_failure,
        )

    def _show(self, status: LearningStatus) -> None:
        if self.dialog is not None:
            self.dialog.show_status(status)

    def _change(self, wish: str, **arguments: Any) -> None:
        """Carry a wish out; one after the other is done, for each has a kind of its own."""
        self._jobs.start(
            f"{_CHANGE} {wish} {sorted(arguments.items())}",
            Errand(name=wish, arguments={"library_path": self._controller.library_path, **arguments}),
            on_success=self._on_changed,
            on_failure=self._tell_failure,
        )

    def _on_changed(self, status: LearningStatus) -> None:
        self._show(status)
        self.forgotten.emit()

    def _ask_for_reset(self) -> None:
        question = QMessageBox(self.dialog)
        question.setIcon(QMessageBox.Icon.Question)
        question.setWindowTitle(self.tr("Reset learning"))
        question.setText(
            self.tr("Forget all that was learned in this library, and the figures? Tags and decisions stay.")
        )
        reset = question.addButton(self.tr("Reset"), QMessageBox.ButtonRole.DestructiveRole)
        question.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        question.buttonClicked.connect(lambda button: self._change("reset_learning") if button is reset else None)
        question.finished.connect(question.deleteLater)
        question.open()

    def _export(self) -> None:
        proposed = self._controller.library_path.with_suffix(FILE_SUFFIX).name
        name, _ = QFileDialog.getSaveFileName(
            self.dialog, self.tr("Export what was learned"), str(Path.home() / proposed), self._file_filter()
        )
        if name:
            path = Path(name)
            self._jobs.start(
                f"{_CHANGE} export",
                errand("export_model", library_path=self._controller.library_path, path=path),
                on_success=lambda _forms: self._tell(
                    filled(self.tr("What was learned was written to %1. It holds names, no texts."), path.name)
                ),
                on_failure=self._tell_failure,
            )

    def _import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self.dialog, self.tr("Import what others taught"), str(Path.home()), self._file_filter()
        )
        if name:
            self._jobs.start(
                f"{_CHANGE} import",
                errand("import_model", library_path=self._controller.library_path, path=Path(name)),
                on_success=self._on_imported,
                on_failure=self._tell_failure,
            )

    def _on_imported(self, imported: Imported) -> None:
        sentence = filled(self.tr("%n forms came in from %1.", "", imported.forms), imported.title)
        if imported.unknown_tags:
            left_out = self.tr("%n tags of it are not in this tagset and were left out.", "", imported.unknown_tags)
            sentence = f"{sentence} {left_out}"
        self._tell(sentence)
        self._ask()
        self.forgotten.emit()

    def _file_filter(self) -> str:
        return f"{self.tr('What was learned')} (*{FILE_SUFFIX})"

    def _tell(self, sentence: str) -> None:
        if self.dialog is not None:
            self.dialog.tell(sentence)

    def _tell_failure(self, error: ReaderError) -> None:
        self._tell(sentence_for(error))

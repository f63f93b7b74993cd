# SPDX-License-Identifier: GPL-3.0-or-later
"""File ▸ Export: the dialog filled from the library, its looks and the export itself done in a worker."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reader import settings as names
from reader.errors import ReaderError
from reader.interchange import Feature, Options
from reader.model.document import Document
from reader.settings import Settings
from reader.ui.controller import Controller
from reader.ui.dialogs.waiting import Waiting
from reader.ui.import_messages import shown_name
from reader.ui.jobs import Jobs
from reader.ui.message_bar import Message, Tone
from reader.ui.messages import filled, sentence_for
from reader.ui.models.tags import ShownTags
from reader.workspace.export_preview import Preview
from reader.workspace.exporting import Selection
from reader.workspace.worker_errands import Errand, errand

if TYPE_CHECKING:
    from reader.ui.dialogs.export import ExportDialog, ExportWish, Offered

EXPORT, _PREVIEW, _LOSSES = "export", "export-preview", "export-losses"


class ExportDesk(QObject):
    """Signals: told (Message)."""

    told = Signal(object)

    def __init__(self, window: QWidget, controller: Controller, jobs: Jobs, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._controller = controller
        self._jobs = jobs
        self._settings = settings
        self._tags = ShownTags()
        self.dialog: ExportDialog | None = None

    def set_tags(self, tags: ShownTags) -> None:
        self._tags = tags

    def show(self) -> None:
        """Ask what to export; the open document is proposed."""
        from reader.ui.dialogs.export import ExportDialog  # noqa: PLC0415 - not needed to start

        if not self._controller.open_library():
            return
        if self.dialog is None:
            self.dialog = ExportDialog(self._window)
            self.dialog.look_requested.connect(self._look)
            self.dialog.export_requested.connect(self._export)
            self.dialog.finished.connect(self._stop_looking)
            get = self._settings.get
            self.dialog.remember(
                get(names.EXPORT_FORMAT),
                with_suggestions=get(names.EXPORT_SUGGESTIONS),
                least=get(names.EXPORT_LEAST),
            )
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        self.dialog.offer(self._offered())

    # Inside

    def _offered(self) -> Offered:
        from reader.ui.dialogs.export import Offered  # noqa: PLC0415 - not needed to start

        nothing: list[Document] = []
        found = self._controller.ask(lambda library: library.documents.list(), nothing)
        current = self._controller.document
        languages = dict.fromkeys([self._tags.language, *(one for tag in self._tags.tags for one, _ in tag.names)])
        return Offered(
            documents=tuple((each.id, each.title) for each in found),
            current=current.id if current is not None else "",
            tags=tuple((tag.id, self._tags.name(tag.id)) for tag in self._tags.tags),
            languages=tuple(languages),
            folder=self._folder(),
        )

    def _folder(self) -> Path:
        document = self._controller.document
        last = Path(self._settings.get(names.EXPORT_FOLDER) or ".")
        if last.is_absolute() and last.is_dir():
            return last
        beside = Path(document.source).parent if document is not None and document.source else Path.home()
        return beside if beside.is_dir() else Path.home()

    def _look(self, wish: ExportWish) -> None:
        """Count what is lost and show the first lines; neither holds up the window or the other."""
        common: dict[str, Any] = {
            "library_path": self._controller.library_path,
            "document_ids": list(wish.documents),
            "form": wish.form,
            "selection": _selection(wish),
        }
        options = _options(wish)
        self._jobs.start(
            _PREVIEW,
            errand("preview_export", options=options, **common),
            on_success=self._show_preview,
            on_failure=self._on_look_failed,
        )
        self._jobs.start(
            _LOSSES, errand("losses", **common), on_success=self._show_losses, on_failure=self._on_look_failed
        )

    def _show_preview(self, preview: Preview) -> None:
        if self.dialog is not None:
            self.dialog.show_preview(preview)

    def _show_losses(self, losses: Counter[Feature]) -> None:
        if self.dialog is not None:
            self.dialog.show_losses(losses)

    def _on_look_failed(self, error: ReaderError) -> None:
        if self.dialog is not None:
            self.dialog.show_failure(sentence_for(error))

    def _stop_looking(self) -> None:
        self._jobs.cancel(_PREVIEW)
        self._jobs.cancel(_LOSSES)

    def _export(self, wish: ExportWish) -> None:
        self._remember(wish)
        self._stop_looking()
        work = errand(
            "export_documents",
            library_path=self._controller.library_path,
            document_ids=list(wish.documents),
            form=wish.form,
            out=wish.path,
            options=_options(wish),
            selection=_selection(wish),
        )
        self._start(work, wish.path)

    def _start(self, work: Errand, path: Path) -> None:
        assert self.dialog is not None
        sentence = filled(self.tr("%1 is being written…"), shown_name(path))
        waiting = Waiting(sentence, self.dialog)
        job = self._jobs.start(
            EXPORT,
            work,
            on_success=lambda count: self._on_written(path, count),
            on_failure=self._on_look_failed,
            on_progress=waiting.show_progress,
        )
        waiting.cancelled.connect(lambda: self._jobs.cancel(EXPORT))
        job.ended.connect(waiting.finish)

    def _on_written(self, path: Path, count: int) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        counted = self.tr("%n tags were written", "", count)
        sentence = filled(self.tr("%1: %2."), shown_name(path), counted)
        self.told.emit(
            Message(
                sentence=sentence,
                tone=Tone.NOTICE,
                answer=self.tr("Copy the file’s path"),
                on_answer=lambda: QGuiApplication.clipboard().setText(str(path.absolute())),
            )
        )

    def _remember(self, wish: ExportWish) -> None:
        self._settings.set(names.EXPORT_FORMAT, wish.form.name)
        self._settings.set(names.EXPORT_FOLDER, str(wish.path.parent.absolute()))
        self._settings.set(names.EXPORT_SUGGESTIONS, wish.least is not None)
        if wish.least is not None:
            self._settings.set(names.EXPORT_LEAST, wish.least)


def _options(wish: ExportWish) -> Options:
    return Options(language=wish.language, for_spreadsheets=wish.for_spreadsheets)


def _selection(wish: ExportWish) -> Selection:
    return Selection(tags=wish.tags, least=wish.least, with_text=wish.with_text)

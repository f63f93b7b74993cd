# SPDX-License-Identifier: GPL-3.0-or-later
"""From a file or a document of the library to a text on the page: shown at once, taken into the library behind it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.errors import ReaderError
from reader.model.ids import DocumentId
from reader.ui.controller import Controller
from reader.ui.first_text import ShownFile, look_into
from reader.ui.jobs import Jobs
from reader.workspace.importing import Imported
from reader.workspace.worker import errand

IMPORT, RECOGNISE = "import", "recognise"


class Opening(QObject):
    """Opens one text after the other; opening another stops what is going on for the last.

    Signals:
        file_shown (ShownFile): its text is to be put on the page; it can be read but not tagged yet.
        document_ready (bool was_shown): the controller's document is open; ``was_shown`` when its text is on the page.
        progressed (str kind, int done, int total), ended (str kind): of the jobs ``IMPORT`` and ``RECOGNISE``.
        failed (ReaderError).

    ``last_path`` is the file asked for last, whether it could be opened or not.
    """

    file_shown = Signal(object)
    document_ready = Signal(bool)
    progressed = Signal(str, object, object)
    ended = Signal(str)
    failed = Signal(object)

    def __init__(self, controller: Controller, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._jobs = jobs
        self._shown: ShownFile | None = None
        self._encoding: str | None = None
        self.last_path: Path | None = None

    @property
    def is_importing(self) -> bool:
        return self._jobs.is_running(IMPORT)

    @property
    def is_busy(self) -> bool:
        return self.is_importing or self._jobs.is_running(RECOGNISE)

    def open_file(self, path: Path, encoding: str | None = None) -> None:
        """Show a file's text and take it into the library; the encoding is guessed unless it is named."""
        self.last_path = path
        try:
            shown = look_into(path, encoding)
        except ReaderError as error:
            self.failed.emit(error)
            return
        self._stop_jobs()
        self._controller.leave_document()
        self.file_shown.emit(shown)
        self._close_file()
        self.take_in(shown, encoding)

    def take_in(self, shown: ShownFile, encoding: str | None = None) -> None:
        """Take the text that is on the page into the library."""
        self._shown, self._encoding, self.last_path = shown, encoding, shown.path
        if self._controller.open_library():
            self._import(shown)

    def open_document(self, document_id: DocumentId) -> bool:
        """Show a document of the library; False when that failed, which ``Controller.failed`` has told then."""
        if not self._controller.open_document(document_id):
            return False
        self._stop_jobs()
        self.document_ready.emit(False)
        self._close_file()
        self.recognise()
        return True

    def recognise(self) -> None:
        """Look for entities in the open document."""
        document = self._controller.document
        if document is None or not self._controller.can_write:
            return
        path, document_id = self._controller.library_path, document.id

        self._jobs.start(
            RECOGNISE,
            errand("recognise_document", library_path=path, document_id=document_id),
            on_success=lambda _result: self._on_end(RECOGNISE),
            on_failure=lambda error: self._on_failure(RECOGNISE, error),
            on_progress=lambda done, total: self.progressed.emit(RECOGNISE, done, total),
        )

    def stop(self) -> None:
        """Stop the job the status line shows: taking in, or else recognising."""
        kind = IMPORT if self.is_importing else RECOGNISE
        self._jobs.cancel(kind)
        self.ended.emit(kind)

    def close(self) -> None:
        self._stop_jobs()
        self._close_file()

    def _import(self, shown: ShownFile) -> None:
        library, path, encoding = self._controller.library_path, shown.path, self._encoding

        self._jobs.start(
            IMPORT,
            errand("import_file", library_path=library, path=path, encoding=encoding),
            on_success=self._on_imported,
            on_failure=lambda error: self._on_failure(IMPORT, error),
            on_progress=lambda done, total: self.progressed.emit(IMPORT, done, total),
        )
        self.progressed.emit(IMPORT, 0, 0)

    def _on_imported(self, imported: Imported) -> None:
        self.ended.emit(IMPORT)
        if self._controller.open_document(imported.document_id):
            self.document_ready.emit(True)
            self._close_file()
            self.recognise()

    def _on_end(self, kind: str) -> None:
        self.ended.emit(kind)
        self._controller.look_around()

    def _on_failure(self, kind: str, error: ReaderError) -> None:
        self.ended.emit(kind)
        self.failed.emit(error)

    def _stop_jobs(self) -> None:
        for kind in (IMPORT, RECOGNISE):
            self._jobs.cancel(kind)
            self.ended.emit(kind)

    def _close_file(self) -> None:
        if self._shown is not None:
            self._shown.text_file.close()
            self._shown = None

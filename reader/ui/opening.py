# SPDX-License-Identifier: GPL-3.0-or-later
"""From a file or a document of the library to a text on the page: shown at once, taken into the library behind it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from reader.errors import ReaderError
from reader.model.ids import DocumentId
from reader.ui.controller import Controller
from reader.ui.first_text import ShownFile, look_into
from reader.ui.jobs import Jobs
from reader.workspace.importing import Imported
from reader.workspace.worker import Errand, errand

IMPORT, RECOGNISE = "import", "recognise"


class Opening(QObject):
    """Opens one text after the other; opening another stops what is going on for the last.

    Signals:
        file_shown (ShownFile): its text is to be put on the page; it can be read but not tagged yet.
        document_ready (bool was_shown): the controller's document is open; ``was_shown`` when its text is on the page.
        progressed (str kind, int done, int total), ended (str kind): of the jobs ``IMPORT`` and ``RECOGNISE``.
        found_until (int offset): the suggestions before it are in the library.
        updated (Imported): the file had changed since it was imported, and its document was brought up to date.
        failed (ReaderError).

    ``last_path`` is the file asked for last, whether it could be opened or not; None after a document of the library.
    """

    file_shown = Signal(object)
    document_ready = Signal(bool)
    progressed = Signal(str, object, object)
    ended = Signal(str)
    found_until = Signal(object)
    updated = Signal(object)
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
        if self._controller.library_path.exists():
            self._open_library_and_import(shown)
        else:
            self._start_import_job(
                errand("make_library", library_path=self._controller.library_path),
                lambda _: self._open_library_and_import(shown),
            )

    def open_document(self, document_id: DocumentId) -> bool:
        """Show a document of the library; False when that failed, which ``Controller.failed`` has told then."""
        if not self._controller.open_document(document_id):
            return False
        self.last_path = None
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
        self._recognise(document.id)

    def stop(self) -> None:
        """Stop the job the status line shows: taking in, or else recognising."""
        kind = IMPORT if self.is_importing else RECOGNISE
        self._jobs.cancel(kind)
        self.ended.emit(kind)

    def close(self) -> None:
        self._stop_jobs()
        self._close_file()

    def _open_library_and_import(self, shown: ShownFile) -> None:
        self.ended.emit(IMPORT)
        if self._controller.open_library():
            library_path = self._controller.library_path
            taking_in = errand(
                "import_file",
                library_path=library_path,
                path=shown.path,
                encoding=self._encoding,
                author=self._controller.author,
                session=self._controller.session,
            )
            self._start_import_job(taking_in, self._on_imported)

    def _start_import_job(self, work: Errand, on_success: Callable[[Any], None]) -> None:
        self._jobs.start(
            IMPORT,
            work,
            on_success=on_success,
            on_failure=lambda error: self._on_failure(IMPORT, error),
            on_progress=lambda done, total: self.progressed.emit(IMPORT, done, total),
        )
        self.progressed.emit(IMPORT, 0, 0)

    def _on_imported(self, imported: Imported) -> None:
        """The worker looks for entities while the page and the lists are given the library's text."""
        self.ended.emit(IMPORT)
        if imported.is_updated:
            self._controller.look_around()
            self.updated.emit(imported)
        if self._controller.can_write:
            self._recognise(imported.document_id)
        if self._controller.open_document(imported.document_id):
            self.document_ready.emit(True)
            self._close_file()
        else:
            self._jobs.cancel(RECOGNISE)

    def _recognise(self, document_id: DocumentId) -> None:
        self._jobs.start(
            RECOGNISE,
            errand("recognise_document", library_path=self._controller.library_path, document_id=document_id),
            on_success=lambda _result: self._on_end(RECOGNISE),
            on_failure=lambda error: self._on_failure(RECOGNISE, error),
            on_progress=self._on_recognised,
        )

    def _on_recognised(self, done: int, total: int) -> None:
        """Suggestions up to the offset ``done`` are in the library."""
        self.progressed.emit(RECOGNISE, done, total)
        self.found_until.emit(done)

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

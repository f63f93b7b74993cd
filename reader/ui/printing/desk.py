# SPDX-License-Identifier: GPL-3.0-or-later
"""The open document on paper: as a PDF file or on a printer, set away from the main thread."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.model.ids import DocumentId
from reader.ui.controller import Controller
from reader.ui.dialogs.waiting import Waiting
from reader.ui.jobs import Jobs, Task

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_KIND = "printing"


class PrintingDesk(QObject):
    """Signals: hinted (str), failed (ReaderError)."""

    hinted = Signal(str)
    failed = Signal(object)

    def __init__(self, window: QWidget, controller: Controller, jobs: Jobs) -> None:
        super().__init__(window)
        self._window, self._controller, self._jobs = window, controller, jobs

    def ask_for_file(self) -> None:
        """Ask where to write the open document as a PDF file."""
        document = self._controller.document
        if document is None:
            return
        from reader.workspace.exporting import file_name  # noqa: PLC0415 - seldom asked for

        name, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Save as PDF"),
            str(Path.home() / f"{file_name(document.title) or 'document'}.pdf"),
            self.tr("PDF files (*.pdf)"),
        )
        if name:
            file = Path(name)
            self.save(file if file.suffix else file.with_suffix(".pdf"))

    def save(self, file: Path) -> None:
        """Write the open document to a PDF file; an older one stays until all is written."""
        document = self._controller.document
        if document is None:
            return
        library_path, language = self._controller.library_path, _language()

        def work(task: Task) -> int:
            from reader.ui.printing.setting import save_pdf  # noqa: PLC0415 - seldom asked for

            tell, stop = _unhurried(task), task.is_cancelled
            return save_pdf(library_path, document.id, file, language, progress=tell, cancelled=stop)

        self._start(work, self.tr("The pages are being set…"))

    def print_document(self) -> None:
        """Ask for a printer and print the open document; without any printer, offer a file."""
        document = self._controller.document
        if document is None:
            return
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo  # noqa: PLC0415 - seldom asked for

        if not QPrinterInfo.availablePrinterNames():
            self.hinted.emit(self.tr("There is no printer; the pages can be saved as a PDF file."))
            self.ask_for_file()
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._window)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self._print(printer, document.id)

    def _print(self, printer: QPrinter, document_id: DocumentId) -> None:
        library_path, language = self._controller.library_path, _language()

        def work(task: Task) -> int:
            from reader.ui.printing.setting import paint_on  # noqa: PLC0415 - seldom asked for

            tell, stop = _unhurried(task), task.is_cancelled
            return paint_on(printer, library_path, document_id, language, progress=tell, cancelled=stop)

        self._start(work, self.tr("The pages are being printed…"))

    def _start(self, work: Callable[[Task], int], sentence: str) -> None:
        waiting = Waiting(sentence, self._window)
        job = self._jobs.start(_KIND, work, on_success=self._on_done, on_failure=self.failed.emit)
        job.progressed.connect(waiting.show_progress)
        waiting.cancelled.connect(lambda: self._jobs.cancel(_KIND))
        job.ended.connect(waiting.finish)

    def _on_done(self, count: int) -> None:
        self.hinted.emit(self.tr("%n pages were set.", "", count))


def _language() -> str:
    """That of the window."""
    return "ar" if QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft else "en"


def _unhurried(task: Task) -> Callable[[int, int], None]:
    """Progress that leaves the window time between two paragraphs: setting them holds the interpreter."""

    def tell(done: int, total: int) -> None:
        task.progress(done, total)
        time.sleep(0.001)

    return tell

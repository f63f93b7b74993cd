# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts whose letters are stored wrong are noticed when they are opened; repair is offered, shown before, and done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.model.document import Document
from reader.model.ids import DocumentId
from reader.ui.controller import Controller
from reader.ui.fonts import quote_font
from reader.ui.jobs import Jobs
from reader.ui.main_window import MainWindow
from reader.ui.message_bar import Message, Tone
from reader.workspace.repairing import RepairPreview, repair_text
from reader.workspace.wishes import wish
from reader.workspace.worker_errands import errand

if TYPE_CHECKING:
    from reader.ui.dialogs.repair import RepairDialog

_LOOKING, _PREVIEW = "needs-repair", "repair-preview"


class RepairDesk(QObject):
    """Signals: failed (ReaderError), picture_requested (): the file's pages are to be shown beside the text."""

    failed = Signal(object)
    picture_requested = Signal()

    def __init__(self, window: MainWindow, controller: Controller, jobs: Jobs) -> None:
        super().__init__(window)
        self._window, self._controller, self._jobs = window, controller, jobs
        self._dialog: RepairDialog | None = None
        self._told: set[DocumentId] = set()

    def on_document_changed(self) -> None:
        """Another document is open: tell once of each what is wrong with it."""
        document = self._controller.document
        self._jobs.cancel(_LOOKING)
        if document is None or document.id in self._told:
            return
        self._told.add(document.id)
        self._tell_quality(document)
        self._jobs.start(
            _LOOKING,
            errand("needs_repair", library_path=self._controller.library_path, document_id=document.id),
            on_success=lambda needed: self._offer(document.id) if needed else None,
            on_failure=self.failed.emit,
        )

    def ask(self) -> None:
        """Show what repairing the open document would change."""
        if self._controller.document is None:
            return
        if self._dialog is None:
            from reader.ui.dialogs.repair import RepairDialog  # noqa: PLC0415 - seldom asked for

            self._dialog = RepairDialog(quote_font(), self._window)
            self._dialog.options_changed.connect(self._look)
            self._dialog.repair_requested.connect(self._repair)
        self._look()
        self._dialog.open()

    def _look(self) -> None:
        document, dialog = self._controller.document, self._dialog
        if document is None or dialog is None:
            return
        dialog.show_waiting()
        self._jobs.start(
            _PREVIEW,
            errand(
                "propose_repair",
                library_path=self._controller.library_path,
                document_id=document.id,
                words_too=dialog.words_too.isChecked(),
                order=dialog.chosen_order,
            ),
            on_success=self._show,
            on_failure=self.failed.emit,
        )

    def _show(self, preview: RepairPreview) -> None:
        if self._dialog is not None:
            self._dialog.show_preview(preview)

    def _repair(self) -> None:
        document, dialog = self._controller.document, self._dialog
        if document is None or dialog is None:
            return
        self._controller.do_large(
            wish(
                repair_text,
                document_id=document.id,
                author=self._controller.author,
                words_too=dialog.words_too.isChecked(),
                order=dialog.chosen_order,
            )
        )

    def _offer(self, document_id: DocumentId) -> None:
        document = self._controller.document
        if document is not None and document.id == document_id:
            sentence = self.tr("The letters of this text are stored as they are drawn, so words in it are not found.")
            self._tell(sentence, self.tr("Repair…"), Tone.NOTICE, self.ask)

    def _tell_quality(self, document: Document) -> None:
        known = dict(document.metadata)
        sentences = {
            "damaged": self.tr("The text was damaged when it was read from its file: many words are wrong or missing."),
            "low-quality": self.tr("The text was read from its file with likely errors. Compare it with the file."),
            "needs-ocr": self.tr("Some pages of the file are pictures: their text is missing here and needs OCR."),
        }
        sentence = sentences.get(known.get("quality", ""))
        if sentence is None:
            return
        if document.source.lower().endswith(".pdf"):
            self._tell(sentence, self.tr("Show the pages"), Tone.WARNING, self.picture_requested.emit)
        else:
            self._window.messages.tell(Message(sentence=sentence, tone=Tone.WARNING))

    def _tell(self, sentence: str, answer: str, tone: Tone, on_answer: object) -> None:
        assert callable(on_answer)
        self._window.messages.tell(Message(sentence=sentence, tone=tone, answer=answer, on_answer=on_answer))

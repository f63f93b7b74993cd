# SPDX-License-Identifier: GPL-3.0-or-later
"""A text whose letters came out wrong is read again in the encoding the user finds right; it takes the place of the
one that was wrong."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.importers.extracted import Options
from reader.importers.registry import TEXT
from reader.ui.controller import Controller
from reader.ui.dialogs.encoding import EncodingDialog
from reader.ui.fonts import quote_font
from reader.ui.jobs import Jobs
from reader.ui.message_bar import Message, Tone
from reader.workspace.importing_known import Updated
from reader.workspace.importing_previews import EncodingPreview
from reader.workspace.worker_errands import errand

_JOB = "encodings"


class EncodingDesk(QObject):
    """Signals:
    text_requested (Path, str encoding): the file is to be shown in it; import_requested (Path, Options): it is to be
    taken in as told; document_requested (str id): its text has changed; told (Message), failed (ReaderError).
    """

    text_requested = Signal(object, str)
    import_requested = Signal(object, object)
    document_requested = Signal(str)
    told = Signal(object)
    failed = Signal(object)

    def __init__(self, window: QWidget, controller: Controller, jobs: Jobs) -> None:
        super().__init__(window)
        self._window = window
        self._controller = controller
        self._jobs = jobs
        self._dialog: EncodingDialog | None = None
        self._path: Path | None = None

    def ask(self, last: Path | None) -> bool:
        """Show what the file ``last``, else that of the open document, would be in each encoding; False without one."""
        document = self._controller.document
        path = last or (Path(document.source) if document is not None and document.source else None)
        if path is None:
            return False
        if document is not None and document.source != str(path.absolute()):
            document = None
        self._path = path
        if self._dialog is None:
            self._dialog = EncodingDialog(self._window)
            self._dialog.chosen.connect(self._on_chosen)
        dialog, current = self._dialog, document.encoding if document is not None else ""
        dialog.begin(path, quote_font())

        def show(found: tuple[str, list[EncodingPreview]]) -> None:
            guessed, previews = found
            dialog.show_previews(current or guessed, previews)
            dialog.open()

        self._jobs.start(_JOB, errand("preview_encodings", path=path), on_success=show, on_failure=self.failed.emit)
        return True

    def _on_chosen(self, encoding: str, rejoin: bool) -> None:
        """The open document gets the text that is right; a file that is not in the library yet is opened in it."""
        path, document = self._path, self._controller.document
        assert path is not None
        if document is None or document.source != str(path.absolute()):
            options = Options(encoding=encoding, as_format=TEXT, rejoin_lines=rejoin)
            if rejoin:
                self.import_requested.emit(path, options)
            else:
                self.text_requested.emit(path, encoding)
            return
        work = errand(
            "reread_file",
            library_path=self._controller.library_path,
            session=self._controller.session,
            author=self._controller.author,
            document_id=document.id,
            path=path,
            encoding=encoding,
            rejoin=rejoin,
        )
        self._jobs.start(_JOB, work, on_success=self._on_reread, on_failure=self.failed.emit)

    def _on_reread(self, updated: Updated) -> None:
        self._controller.look_around()
        self.document_requested.emit(updated.document.id)
        if updated.doubtful or updated.orphans:
            sentence = self.tr(
                "%n tags lost their place, for the letters are others now. They are kept for review.",
                "",
                updated.doubtful + updated.orphans,
            )
            self.told.emit(Message(sentence=sentence, tone=Tone.WARNING))

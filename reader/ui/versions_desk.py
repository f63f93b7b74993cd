# SPDX-License-Identifier: GPL-3.0-or-later
"""The versions of the open document: listed, compared by the worker, read on a page of their own, gone back to."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from reader.model.edit import Changes
from reader.model.version import TextVersion
from reader.store import Library
from reader.ui.controller import Controller
from reader.ui.dialogs.versions import VersionsDialog
from reader.ui.fonts import quote_font
from reader.ui.jobs import Jobs
from reader.ui.main_window import MainWindow
from reader.workspace import wishes
from reader.workspace.comparing import Comparison
from reader.workspace.wishes import wish
from reader.workspace.worker import errand

_COMPARING = "comparing versions"


class VersionsDesk(QObject):
    """Signals: failed (ReaderError)."""

    failed = Signal(object)

    def __init__(self, window: MainWindow, controller: Controller, jobs: Jobs) -> None:
        super().__init__(window)
        self._window = window
        self._controller = controller
        self._jobs = jobs
        self._dialog: VersionsDialog | None = None

    @property
    def dialog(self) -> VersionsDialog | None:
        """The dialog, once it has been asked for."""
        return self._dialog

    def show(self) -> None:
        """Open the list of the open document's versions."""
        if self._controller.document is None:
            return
        dialog = self._dialog or self._made()
        self._refresh()
        dialog.show()
        dialog.raise_()
        dialog.list.setFocus()

    def on_changed(self, changes: Changes) -> None:
        if self._dialog is not None and self._dialog.isVisible() and changes.documents:
            self._refresh()

    def on_document_changed(self) -> None:
        if self._dialog is not None and self._dialog.isVisible():
            self._refresh()

    def _made(self) -> VersionsDialog:
        self._dialog = dialog = VersionsDialog(self._window)
        dialog.set_quote_font(quote_font())
        dialog.comparison_requested.connect(self._compare)
        dialog.open_requested.connect(self._open)
        dialog.revert_requested.connect(self._revert)
        return dialog

    def _refresh(self) -> None:
        document, dialog = self._controller.document, self._dialog
        if dialog is None:
            return
        if document is None:
            dialog.close()
            return
        nothing: list[TextVersion] = []
        versions = self._controller.ask(lambda library: library.versions.of_document(document.id), nothing)
        dialog.show_versions(versions, document.version)

    def _compare(self, version: int) -> None:
        document = self._controller.document
        if document is None:
            return
        self._jobs.cancel(_COMPARING)
        self._jobs.start(
            _COMPARING,
            errand(
                "compare_versions",
                library_path=self._controller.library_path,
                document_id=document.id,
                old=version,
                new=document.version,
            ),
            on_success=partial(self._on_compared, version),
            on_failure=self.failed.emit,
        )

    def _on_compared(self, version: int, comparison: Comparison) -> None:
        if self._dialog is not None:
            self._dialog.show_comparison(version, comparison)

    def _open(self, number: int) -> None:
        from reader.ui.dialogs.earlier_text import EarlierTextDialog  # noqa: PLC0415 - seldom asked for

        document = self._controller.document
        if document is None:
            return

        def read(library: Library) -> EarlierTextDialog:
            page = EarlierTextDialog(self._window.pane.style_in_use, self._window)
            page.show_text(
                document, library.versions.get(document.id, number), library.texts.open_version(document.id, number)
            )
            return page

        if (page := self._controller.ask(read, None)) is not None:
            page.show()

    def _revert(self, version: int) -> None:
        document = self._controller.document
        if document is not None:
            author = self._controller.author
            self._controller.do_large(wish(wishes.revert_text, document_id=document.id, version=version, author=author))

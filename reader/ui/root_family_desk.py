# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of a root: looked for in a worker, listed in their dialog, gone to on the page; found once, remembered."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from reader.errors import ReaderError
from reader.model.ids import DocumentId
from reader.store import Library
from reader.text.spans import Span
from reader.ui.controller import Controller
from reader.ui.fonts import quote_font
from reader.ui.jobs import Jobs
from reader.ui.main_window import MainWindow
from reader.workspace.worker import errand

if TYPE_CHECKING:
    from reader.ui.dialogs.root_family import RootFamilyDialog
    from reader.workspace.root_family import FamilyIn

KIND: Final = "root-family"
_MOST_REMEMBERED: Final = 12
_Key = tuple[str, DocumentId | None, tuple[int, ...]]


class RootFamilyDesk(QObject):
    """Signals:
    document_requested (str document id): open it; then ``on_document_ready``. failed (ReaderError).
    """

    document_requested = Signal(str)
    failed = Signal(object)

    def __init__(self, window: MainWindow, controller: Controller, jobs: Jobs) -> None:
        super().__init__(window)
        self._window = window
        self._controller = controller
        self._jobs = jobs
        self._known: OrderedDict[_Key, tuple[list[FamilyIn], bool]] = OrderedDict()
        self._parts: list[FamilyIn] = []
        self._awaited: tuple[str, Span] | None = None
        self.dialog: RootFamilyDialog | None = None

    def show(self, root: str) -> None:
        """Open the dialog on a root."""
        dialog = self.dialog or self._made()
        document = self._controller.document
        here = None if document is None else document.id
        dialog.begin(root, here)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        unknown: tuple[int, ...] = ()
        key = (root, here, self._controller.ask(Library.revision, unknown))
        if key in self._known:
            self._jobs.cancel(KIND)
            self._tell_known(key)
        elif self._controller.is_open:
            self._look(key)
        else:
            dialog.end(is_whole=True)

    def on_document_ready(self, *_: object) -> None:
        """A document is on the page: go to the place it was opened for."""
        document, awaited = self._controller.document, self._awaited
        self._awaited = None
        if awaited is not None and document is not None and document.id == awaited[0]:
            self._window.pane.select(awaited[1])

    def _look(self, key: _Key) -> None:
        self._parts = []
        self._jobs.start(
            KIND,
            errand("find_root_family", library_path=self._controller.library_path, root=key[0], first=key[1]),
            on_success=lambda is_whole: self._on_end(key, is_whole),
            on_failure=self._on_failure,
            on_progress=self._on_progress,
            on_part=self._on_found,
        )

    def _on_found(self, part: object) -> None:
        self._parts.append(part)  # type: ignore[arg-type]
        if self.dialog is not None:
            self.dialog.add(part)  # type: ignore[arg-type]

    def _on_progress(self, done: int, total: int) -> None:
        if self.dialog is not None:
            self.dialog.show_progress(done, total)

    def _on_end(self, key: _Key, is_whole: bool) -> None:
        self._known[key] = (self._parts, is_whole)
        while len(self._known) > _MOST_REMEMBERED:
            self._known.popitem(last=False)
        if self.dialog is not None:
            self.dialog.end(is_whole=is_whole)

    def _on_failure(self, error: ReaderError) -> None:
        if self.dialog is not None:
            self.dialog.end(is_whole=False)
        self.failed.emit(error)

    def _tell_known(self, key: _Key) -> None:
        parts, is_whole = self._known[key]
        assert self.dialog is not None
        for part in parts:
            self.dialog.add(part)
        self.dialog.end(is_whole=is_whole)

    def _made(self) -> RootFamilyDialog:
        from reader.ui.dialogs.root_family import RootFamilyDialog  # noqa: PLC0415 - seldom asked for

        self.dialog = dialog = RootFamilyDialog(quote_font(), self._window)
        dialog.place_requested.connect(self._go)
        dialog.stopped.connect(lambda: self._jobs.cancel(KIND))
        return dialog

    def _go(self, document_id: str, span: Span) -> None:
        document = self._controller.document
        if document is not None and document.id == document_id:
            self._window.pane.select(span)
        else:
            self._awaited = (document_id, span)
            self.document_requested.emit(document_id)

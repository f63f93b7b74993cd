# SPDX-License-Identifier: GPL-3.0-or-later
"""The outline of the open document: made by the worker when its panel is first seen, and again after a change."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader.errors import ReaderError
from reader.model.edit import Changes
from reader.ui.controller import Controller
from reader.ui.jobs import Jobs
from reader.ui.sidebar.outline import OutlinePanel, OutlineState
from reader.workspace.outline import Outline
from reader.workspace.worker_errands import errand

_KIND = "outline"
_NOTHING = Outline(headings=(), pages=(), is_told_by_looks=False)


class OutlineDesk(QObject):
    """Signals: failed (ReaderError)."""

    failed = Signal(object)

    def __init__(self, panel: OutlinePanel, controller: Controller, jobs: Jobs) -> None:
        super().__init__(panel)
        self._panel = panel
        self._controller = controller
        self._jobs = jobs
        self._is_stale = False
        panel.wanted.connect(self._make_if_stale)

    def on_document_changed(self) -> None:
        """Another document is open, or none."""
        self._jobs.cancel(_KIND)
        self._panel.show_outline(_NOTHING)
        self._is_stale = self._controller.document is not None
        self._tell(is_looking=self._is_stale)
        if self._panel.isVisible():
            self._make_if_stale()

    def on_changed(self, changes: Changes) -> None:
        document = self._controller.document
        if document is not None and document.id in changes.structure_of | changes.texts_of:
            self._is_stale = True
            if self._panel.isVisible():
                self._make_if_stale()

    def _make_if_stale(self) -> None:
        document = self._controller.document
        if not self._is_stale or document is None:
            return
        self._is_stale = False
        path = self._controller.library_path
        self._jobs.start(
            _KIND,
            errand("outline_of_document", library_path=path, document_id=document.id),
            on_success=self._on_made,
            on_failure=self._on_failure,
        )

    def _on_made(self, outline: Outline) -> None:
        self._panel.show_outline(outline)
        self._tell(is_looking=False)

    def _on_failure(self, error: ReaderError) -> None:
        self._tell(is_looking=False)
        self.failed.emit(error)

    def _tell(self, *, is_looking: bool) -> None:
        has_document = self._controller.document is not None
        self._panel.show_state(OutlineState(has_document=has_document, is_looking=is_looking))

# SPDX-License-Identifier: GPL-3.0-or-later
"""The selection to the clipboard with where it stands: title, author, page, paragraph; as text and as rich text."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from reader import settings as names
from reader.errors import Cancelled
from reader.settings import Settings
from reader.store import Library
from reader.text.citation import Citation, as_html, as_text, is_pattern
from reader.ui.controller import Controller
from reader.ui.copying import AT_ONCE
from reader.ui.jobs import Jobs, Task
from reader.ui.reading_pane import ReadingPane
from reader.workspace.citing import cite

_KIND = "cite"


class Citing(QObject):
    """Signals: hinted (str sentence), failed (ReaderError)."""

    hinted = Signal(str)
    failed = Signal(object)

    def __init__(self, pane: ReadingPane, controller: Controller, jobs: Jobs, settings: Settings) -> None:
        super().__init__(pane)
        self._pane = pane
        self._controller = controller
        self._jobs = jobs
        self._settings = settings

    def copy(self) -> None:
        """Put the selected words on the clipboard with their place; a book at once is too long to be cited."""
        span, document = self._pane.selection, self._controller.document
        if span is None or document is None:
            return
        if len(span) > AT_ONCE:
            self.hinted.emit(self.tr("This is too long to be cited. Select a few sentences."))
            return
        path, document_id = self._controller.library_path, document.id

        def work(task: Task) -> Citation:
            if task.is_cancelled():
                raise Cancelled
            with Library.open(path, create=False, read_only=True) as library:
                return cite(library, document_id, span)

        self._jobs.start(_KIND, work, on_success=self._put, on_failure=self.failed.emit)

    @property
    def pattern(self) -> str:
        """The user's own, or else the usual one of the language."""
        own = self._settings.get(names.CITATION)
        return own if is_pattern(own) else self.usual_pattern()

    def usual_pattern(self) -> str:
        """As one cites in the language of the interface."""
        return self.tr("“{quote}” — {title}[, {author}][, p. {page}][, § {paragraph}]")

    def _put(self, citation: Citation) -> None:
        mirrored = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
        data = QMimeData()
        data.setText(as_text(citation, self.pattern))
        data.setHtml(as_html(citation, self.pattern, "rtl" if mirrored else "ltr"))
        QGuiApplication.clipboard().setMimeData(data)
        self.hinted.emit(self.tr("Copied with its source."))

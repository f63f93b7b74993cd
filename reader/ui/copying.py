# SPDX-License-Identifier: GPL-3.0-or-later
"""The selection to the clipboard: at once, or, where it is a book, read beside the window first."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from reader.errors import Cancelled
from reader.store import Library
from reader.text.spans import Span
from reader.ui.controller import Controller
from reader.ui.jobs import Jobs, Task
from reader.ui.reading_pane import ReadingPane

AT_ONCE = 200_000
"""Code points; more of them take longer to read than a frame."""

_KIND = "copy"
_PIECE = 1_000_000


class Copying(QObject):
    """Signals: progressed (int done, int total) in code points; ended (); failed (ReaderError)."""

    progressed = Signal(object, object)
    ended = Signal()
    failed = Signal(object)

    def __init__(self, pane: ReadingPane, controller: Controller, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._pane = pane
        self._controller = controller
        self._jobs = jobs

    @property
    def is_running(self) -> bool:
        return self._jobs.is_running(_KIND)

    def copy(self) -> None:
        """Put the selection on the clipboard. Until a very long one is there, what was on it stays."""
        span, document = self._pane.selection, self._controller.document
        if span is None or document is None or len(span) <= AT_ONCE:
            self._pane.copy()
            return
        path, document_id, wanted = self._controller.library_path, document.id, span

        def work(task: Task) -> str:
            with Library.open(path, create=False, read_only=True) as library:
                text = library.texts.open(document_id)
                return "".join(_told(task, text.slice(each.start, each.end), each, wanted) for each in _pieces(wanted))

        job = self._jobs.start(
            _KIND,
            work,
            on_success=self._on_read,
            on_failure=self.failed.emit,
            on_progress=self.progressed.emit,
        )
        job.ended.connect(self.ended)
        self.progressed.emit(0, len(span))

    def _on_read(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    def stop(self) -> None:
        """What was on the clipboard stays."""
        self._jobs.cancel(_KIND)


def _pieces(span: Span) -> list[Span]:
    return [Span(start, min(start + _PIECE, span.end)) for start in range(span.start, span.end, _PIECE)]


def _told(task: Task, text: str, piece: Span, whole: Span) -> str:
    """The text, once it is known that it is still wanted.

    Raises:
        Cancelled.
    """
    if task.is_cancelled():
        raise Cancelled
    task.progress(piece.end - whole.start, len(whole))
    return text

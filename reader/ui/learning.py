# SPDX-License-Identifier: GPL-3.0-or-later
"""Learning behind the user's back: begun a moment after each edit, in a process of its own, told to nobody."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from reader.errors import ReaderError
from reader.model.edit import Changes
from reader.text.spans import Span
from reader.ui.controller import Controller
from reader.ui.jobs import Jobs
from reader.ui.reading_pane import ReadingPane
from reader.workspace.learning_result import LearnResult
from reader.workspace.worker import errand

LEARN = "learn"
SETTLED_MS = 500
"""So long after the last edit learning begins, so that a run of decisions is learned from at once."""
OPENED_MS = 3000
"""So long after a document was read it is looked whether something was said before the program started."""
_log = logging.getLogger(__name__)


class Learning(QObject):
    """Has the worker learn whenever something was tagged or decided, and the views show what came of it.

    Signals: learned (): suggestions may be others now.
    """

    learned = Signal()

    def __init__(self, controller: Controller, jobs: Jobs, pane: ReadingPane, parent: QObject) -> None:
        super().__init__(parent)
        self._controller = controller
        self._jobs = jobs
        self._pane = pane
        self._is_wanted_again = False
        self._settled = QTimer(self, singleShot=True)
        self._settled.timeout.connect(self._start)

    @property
    def is_busy(self) -> bool:
        """Is something being learned, or about to be?"""
        return self._settled.isActive() or self._jobs.is_running(LEARN)

    @Slot(object)
    def on_changed(self, changes: Changes) -> None:
        """An edit was made, here or elsewhere."""
        if changes.annotations_of or changes.suggestions_of or changes.entities:
            self._settled.start(SETTLED_MS)

    @Slot()
    def begin(self) -> None:
        """What is known is other than it was: the open document is to follow."""
        self._settled.start(SETTLED_MS)

    @Slot()
    def on_read(self) -> None:
        """A document was looked through: what was said before the program started is learned too."""
        self._settled.start(OPENED_MS)

    def _start(self) -> None:
        if not self._controller.can_write:
            return
        if self._jobs.is_running(LEARN):
            self._is_wanted_again = True
            return
        self._is_wanted_again = False
        document = self._controller.document
        self._jobs.start(
            LEARN,
            errand(
                "learn",
                library_path=self._controller.library_path,
                document_id=None if document is None else document.id,
                around=self._around(),
            ),
            on_success=self._on_learned,
            on_failure=self._on_failure,
        )

    def _around(self) -> Span | None:
        """What is being read."""
        return self._pane.visible_span if self._controller.document is not None else None

    def _on_learned(self, result: LearnResult) -> None:
        if result.has_changed or result.refreshed:
            self._controller.look_around()
            self.learned.emit()
        if self._is_wanted_again:
            self._settled.start(SETTLED_MS)

    def _on_failure(self, error: ReaderError) -> None:
        """Nothing was lost: the history still has it, and the next edit begins anew."""
        _log.warning("learning: %s", error)

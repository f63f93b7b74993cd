# SPDX-License-Identifier: GPL-3.0-or-later
"""How many suggestions are open: counted in a job, for a large text takes longer than a window may wait."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from reader.model.ids import TagId
from reader.store import Library
from reader.ui.controller import Controller
from reader.ui.jobs import Jobs, Task

Counts = tuple[Mapping[TagId, int], int]

_KIND = "count"
_SOONEST_MS = 100


class SuggestionCounts(QObject):
    """The open suggestions of the open document as last counted: those shown by tag, and how many are ``hidden``.

    Signals: changed (): they were counted, and are others than before.
    """

    changed = Signal()

    def __init__(self, controller: Controller, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._jobs = jobs
        self.by_tag: Mapping[TagId, int] = {}
        self.hidden = 0
        self._since = QElapsedTimer()
        self._soon = QTimer(self, singleShot=True, interval=_SOONEST_MS)
        self._soon.timeout.connect(self._start)

    @property
    def total(self) -> int:
        """How many are shown."""
        return sum(self.by_tag.values())

    @property
    def is_counting(self) -> bool:
        return self._soon.isActive() or self._jobs.is_running(_KIND)

    def count_again(self) -> None:
        """Count when the present moment's work is done; several wishes become one."""
        if not self._soon.isActive():
            self._soon.start()

    def forget(self) -> None:
        """Another document is open, or none."""
        self._soon.stop()
        self._jobs.cancel(_KIND)
        self._take(({}, 0))

    def _start(self) -> None:
        document = self._controller.document
        if document is None:
            return
        if self._jobs.is_running(_KIND):
            self._soon.start()
            return
        path, document_id, least = self._controller.library_path, document.id, self._controller.least_confidence

        def work(_task: Task) -> Counts:
            with Library.open(path, create=False, read_only=True) as library:
                shown = library.suggestions.counts(document_id, least=least)
                every = library.suggestions.counts(document_id) if least > 0 else shown
                return shown, sum(every.values()) - sum(shown.values())

        self._since.start()
        self._jobs.start(_KIND, work, on_success=self._on_counted, on_failure=self._controller.failed.emit)

    def _on_counted(self, counts: Counts) -> None:
        self._soon.setInterval(max(_SOONEST_MS, self._since.elapsed()))  # at most half of the time goes into counting
        self._take(counts)

    def _take(self, counts: Counts) -> None:
        if counts != (self.by_tag, self.hidden):
            self.by_tag, self.hidden = counts
            self.changed.emit()

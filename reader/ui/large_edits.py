# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of very many records, carried out by the worker while the window stays usable for reading."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.errors import EditUnderWay
from reader.model.edit import Changes
from reader.store import Session
from reader.ui.jobs import Job, Jobs
from reader.workspace.wishes import Turn, Wish
from reader.workspace.worker import errand

LARGE_EDIT = "large edit"


class LargeEdits(QObject):
    """One at a time. Until it has ended nothing else may be edited; a stopped one has changed nothing.

    Signals:
        began ().
        progressed (int done, int total): total 0 while nobody knows.
        done (Changes): it is on the disk.
        failed (ReaderError): nothing was changed.
        ended (): however it came out; others may edit again.
    """

    began = Signal()
    progressed = Signal(object, object)
    done = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job[Changes] | None = None

    @property
    def is_running(self) -> bool:
        """Also while one that was stopped takes back what it had done."""
        return self._job is not None

    def start(
        self,
        wish: Wish | Turn,
        library_path: Path,
        author: str,
        session: Session,
        then: Callable[[], object] | None = None,
    ) -> bool:
        """Begin; False when another one is under way, which ``failed`` has told then. ``then`` follows ``done``."""
        if self.is_running:
            self.failed.emit(EditUnderWay())
            return False
        self._job = self._jobs.start(
            LARGE_EDIT,
            errand("carry_out", library_path=library_path, wish=wish, author=author, session=session),
            on_success=partial(self._on_success, then),
            on_failure=self.failed.emit,
            on_progress=self.progressed.emit,
        )
        self._job.ended.connect(self._on_ended)
        self.began.emit()
        self.progressed.emit(0, 0)
        return True

    def stop(self) -> None:
        """Have all of it taken back."""
        self._jobs.cancel(LARGE_EDIT)

    def _on_success(self, then: Callable[[], object] | None, changes: Changes) -> None:
        self.done.emit(changes)
        if then is not None:
            then()

    def _on_ended(self) -> None:
        self._job = None
        self.ended.emit()

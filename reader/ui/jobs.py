# SPDX-License-Identifier: GPL-3.0-or-later
"""Slow work away from the main thread, answered on it; answers nobody waits for any more are dropped.

Work that lets the interpreter go (SQLite, the disk) is a function run on a thread. Work that computes is an ``Errand``
run in a process of its own, for a thread that computes takes from the window what frames need.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from reader.errors import Cancelled, ReaderError
from reader.workspace.worker import Errand, Workers

R = TypeVar("R")
Progress = Callable[[int, int], None]
"""``progress(done, total)`` in any unit; total 0 while it is unknown."""
Work = Callable[["Task"], R]

MOST_AT_ONCE = 8
"""Threads; most of them only wait for a worker process or for SQLite."""


class Task:
    """What work is given to speak with the window; usable from any thread.

    ``progress(done, total)``, ``deliver(part)`` for results that are wanted before the end, ``is_cancelled()``;
    ``on_cancel(stop)`` has ``stop`` called when the job is cancelled, at once if it is already.
    """

    def __init__(
        self,
        progress: Progress,
        deliver: Callable[[object], None],
        is_cancelled: Callable[[], bool],
        on_cancel: Callable[[Callable[[], None]], None],
    ) -> None:
        self.progress = progress
        self.deliver = deliver
        self.is_cancelled = is_cancelled
        self.on_cancel = on_cancel


class Job(QObject, Generic[R]):
    """One piece of work under way. Once cancelled it tells nothing but ``ended``.

    Signals: succeeded (result), failed (ReaderError), broke (Exception: a bug of ours), progressed (done, total),
    delivered (part), ended.
    """

    succeeded = Signal(object)
    failed = Signal(object)
    broke = Signal(object)
    progressed = Signal(object, object)
    delivered = Signal(object)
    ended = Signal()

    def __init__(self, work: Work[R], parent: Jobs) -> None:
        super().__init__(parent)
        self._work = work
        self._stop = threading.Event()
        self._stops: list[Callable[[], None]] = []
        self._post = parent.called.emit

    @property
    def is_cancelled(self) -> bool:
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the work to stop; whatever it still answers is dropped."""
        self._stop.set()
        while self._stops:
            self._stops.pop()()

    def _on_cancel(self, stop: Callable[[], None]) -> None:
        self._stops.append(stop)
        if self._stop.is_set():
            self.cancel()

    def run(self) -> None:
        """Do the work on the calling thread.

        What it says goes by way of ``Jobs``: the main thread may be done with this job, and delete it, while its own
        signal was still being sent here.
        """
        result: R | None = None
        error: Exception | None = None
        try:
            result = self._work(Task(self._advance, self._hand_over, self._stop.is_set, self._on_cancel))
        except Exception as caught:  # noqa: BLE001 - told on the main thread, as an error or as a bug
            error = caught
        self._post(lambda: self._on_answered(result, error))

    def _advance(self, done: int, total: int) -> None:
        self._post(lambda: self._on_advanced(done, total))

    def _hand_over(self, part: object) -> None:
        self._post(lambda: self._on_handed_over(part))

    # On the main thread

    def _on_advanced(self, done: int, total: int) -> None:
        if not self.is_cancelled:
            self.progressed.emit(done, total)

    def _on_handed_over(self, part: object) -> None:
        if not self.is_cancelled:
            self.delivered.emit(part)

    def _on_answered(self, result: object, error: Exception | None) -> None:
        if not self.is_cancelled and not isinstance(error, Cancelled):
            self._tell(result, error)
        self.ended.emit()
        self.deleteLater()

    def _tell(self, result: object, error: Exception | None) -> None:
        if error is None:
            self.succeeded.emit(result)
        elif isinstance(error, ReaderError):
            self.failed.emit(error)
        else:
            self.broke.emit(error)


class _Runner(QRunnable):
    def __init__(self, job: Job[object]) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        self._job.run()


class Jobs(QObject):
    """Starts jobs, at most one of each kind: a new one cancels the one before.

    Signals: broke (Exception) when a job met a bug of ours; called (Callable) is for jobs alone: what is to be called
    on the main thread.
    """

    broke = Signal(object)
    called = Signal(object)

    def __init__(self, parent: QObject | None = None, workers: Workers | None = None) -> None:
        super().__init__(parent)
        self.workers = workers or Workers()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(MOST_AT_ONCE)
        self._running: dict[str, Job[object]] = {}
        self.called.connect(self._call, Qt.ConnectionType.QueuedConnection)

    @overload
    def start(
        self,
        kind: str,
        work: Work[R],
        *,
        on_success: Callable[[R], None],
        on_failure: Callable[[ReaderError], None],
        on_progress: Progress | None = None,
        on_part: Callable[[object], None] | None = None,
    ) -> Job[R]: ...

    @overload
    def start(
        self,
        kind: str,
        work: Errand,
        *,
        on_success: Callable[[Any], None],
        on_failure: Callable[[ReaderError], None],
        on_progress: Progress | None = None,
        on_part: Callable[[object], None] | None = None,
    ) -> Job[Any]: ...

    def start(
        self,
        kind: str,
        work: Work[R] | Errand,
        *,
        on_success: Callable[[R], None],
        on_failure: Callable[[ReaderError], None],
        on_progress: Progress | None = None,
        on_part: Callable[[object], None] | None = None,
    ) -> Job[R]:
        """Do the work on a thread, or an errand in a worker process.

        The callbacks are called on the main thread, unless it is cancelled first.
        """
        self.cancel(kind)
        job: Job[R] = Job(self._sent_away(work) if isinstance(work, Errand) else work, self)
        job.succeeded.connect(on_success)
        job.failed.connect(on_failure)
        job.broke.connect(self.broke)
        if on_progress is not None:
            job.progressed.connect(on_progress)
        if on_part is not None:
            job.delivered.connect(on_part)
        self._running[kind] = job  # type: ignore[assignment]
        job.ended.connect(lambda: self._forget(kind, job))
        self._pool.start(_Runner(job))  # type: ignore[arg-type]
        return job

    def cancel(self, kind: str) -> None:
        if job := self._running.pop(kind, None):
            job.cancel()

    def is_running(self, kind: str) -> bool:
        return kind in self._running

    def stop(self) -> None:
        """Cancel everything and wait until threads and processes have ended."""
        for kind in tuple(self._running):
            self.cancel(kind)
        self.workers.close()
        self._pool.waitForDone()

    @Slot(object)
    def _call(self, call: Callable[[], None]) -> None:
        call()

    def _sent_away(self, errand: Errand) -> Work[Any]:
        workers = self.workers

        def work(task: Task) -> Any:
            return workers.run(errand, progress=task.progress, deliver=task.deliver, on_cancel=task.on_cancel)

        return work

    def _forget(self, kind: str, job: Job[R]) -> None:
        if self._running.get(kind) is job:
            del self._running[kind]

# SPDX-License-Identifier: GPL-3.0-or-later
"""Slow work away from the main thread, answered on it; answers nobody waits for any more are dropped.

Work that lets the interpreter go (SQLite, the disk) is a function run on a thread. Work that computes is an ``Errand``
run in a process of its own, for a thread that computes takes from the window what frames need.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import count
from typing import Any, Generic, TypeVar, overload

from PySide6.QtCore import QObject, Qt, Signal, Slot

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


class _Slip(Generic[R]):
    """What of a job goes to the thread: the work and where to tell of it, but no Qt object of the job's.

    Only the main thread empties it: work and result may be the last to hold a window, which must not end elsewhere.
    """

    def __init__(self, work: Work[R], tell: Callable[[Callable[[Job[R]], None]], None]) -> None:
        self.work: Work[R] | None = work
        self.result: R | None = None
        self.error: BaseException | None = None
        self._tell = tell
        self._stop = threading.Event()
        self._stops: list[Callable[[], None]] = []

    @property
    def is_cancelled(self) -> bool:
        return self._stop.is_set()

    def cancel(self) -> None:
        self._stop.set()
        while self._stops:
            self._stops.pop()()

    def empty(self) -> None:
        self.work = self.result = self.error = None

    def run(self) -> None:
        """Do the work on the calling thread."""
        assert self.work is not None
        try:
            self.result = self.work(Task(self._advance, self._hand_over, self._stop.is_set, self._on_cancel))
        except BaseException as caught:  # noqa: BLE001 - told on the main thread, as an error or as a bug
            self.error = caught
        self._tell(Job.on_answered)

    def _on_cancel(self, stop: Callable[[], None]) -> None:
        self._stops.append(stop)
        if self.is_cancelled:
            self.cancel()

    def _advance(self, done: int, total: int) -> None:
        self._tell(lambda job: job.on_advanced(done, total))

    def _hand_over(self, part: object) -> None:
        self._tell(lambda job: job.on_handed_over(part))


class Job(QObject, Generic[R]):
    """One piece of work under way. Once cancelled it tells nothing but ``ended``. For the main thread alone.

    Signals: succeeded (result), failed (ReaderError), broke (Exception: a bug of ours), progressed (done, total),
    delivered (part), ended.
    """

    succeeded = Signal(object)
    failed = Signal(object)
    broke = Signal(object)
    progressed = Signal(object, object)
    delivered = Signal(object)
    ended = Signal()

    def __init__(self, slip: _Slip[R], parent: Jobs) -> None:
        super().__init__(parent)
        self._slip = slip

    def cancel(self) -> None:
        """Ask the work to stop; whatever it still answers is dropped."""
        self._slip.cancel()

    # What the thread has told

    def on_advanced(self, done: int, total: int) -> None:
        if not self._slip.is_cancelled:
            self.progressed.emit(done, total)

    def on_handed_over(self, part: object) -> None:
        if not self._slip.is_cancelled:
            self.delivered.emit(part)

    def on_answered(self) -> None:
        slip = self._slip
        if not slip.is_cancelled and not isinstance(slip.error, Cancelled):
            self._tell(slip.result, slip.error)
        slip.empty()
        self.ended.emit()
        self.deleteLater()

    def _tell(self, result: R | None, error: BaseException | None) -> None:
        if error is None:
            self.succeeded.emit(result)
        elif isinstance(error, ReaderError):
            self.failed.emit(error)
        else:
            self.broke.emit(error)


class Jobs(QObject):
    """Starts jobs, at most one of each kind: a new one cancels the one before.

    Signals: broke (Exception) when a job met a bug of ours. ``told`` is for the threads: there is something to tell.
    """

    broke = Signal(object)
    told = Signal()

    def __init__(self, parent: QObject | None = None, workers: Workers | None = None) -> None:
        super().__init__(parent)
        self.workers = workers or Workers()
        self._pool = ThreadPoolExecutor(MOST_AT_ONCE, thread_name_prefix="job")
        self._is_stopped = False
        self._running: dict[str, Job[Any]] = {}
        self._numbers = count()
        self._by_number: dict[int, Job[Any]] = {}
        self._letters: deque[tuple[int, Callable[[Job[Any]], None]]] = deque()
        self.told.connect(self._read_letter, Qt.ConnectionType.QueuedConnection)

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

        The callbacks are called on the main thread, unless it is cancelled first. Once all is stopped nothing begins.
        """
        self.cancel(kind)
        number = next(self._numbers)
        slip: _Slip[R] = _Slip(self._sent_away(work) if isinstance(work, Errand) else work, partial(self._tell, number))
        job = Job(slip, self)
        job.succeeded.connect(on_success)
        job.failed.connect(on_failure)
        job.broke.connect(self.broke)
        if on_progress is not None:
            job.progressed.connect(on_progress)
        if on_part is not None:
            job.delivered.connect(on_part)
        job.ended.connect(lambda: self._forget(kind, number))
        if self._is_stopped:
            job.cancel()
            return job
        self._running[kind] = self._by_number[number] = job
        self._pool.submit(slip.run)
        return job

    def cancel(self, kind: str) -> None:
        if job := self._running.pop(kind, None):
            job.cancel()

    def is_running(self, kind: str) -> bool:
        return kind in self._running

    def stop(self) -> None:
        """Cancel everything and wait until threads and processes have ended; what is started later does not begin."""
        self._is_stopped = True
        for kind in tuple(self._running):
            self.cancel(kind)
        self.workers.close()
        self._pool.shutdown(cancel_futures=True)

    def _tell(self, number: int, letter: Callable[[Job[Any]], None]) -> None:
        """On any thread; the signal carries nothing, so that nothing of Python's lies in Qt's queue."""
        self._letters.append((number, letter))
        self.told.emit()

    @Slot()
    def _read_letter(self) -> None:
        """One for each time the signal came, so that the window's own events have their turn between them."""
        number, letter = self._letters.popleft()
        if job := self._by_number.get(number):
            letter(job)

    def _sent_away(self, errand: Errand) -> Work[Any]:
        workers = self.workers

        def work(task: Task) -> Any:
            return workers.run(errand, progress=task.progress, deliver=task.deliver, on_cancel=task.on_cancel)

        return work

    def _forget(self, kind: str, number: int) -> None:
        job = self._by_number.pop(number)
        if self._running.get(kind) is job:
            del self._running[kind]

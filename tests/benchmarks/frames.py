# SPDX-License-Identifier: GPL-3.0-or-later
"""Frames: counted, and timed up to the end of the paint event rather than to whatever the event loop does next."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QWidget


@dataclass(slots=True)
class Cost:
    """Milliseconds: ``cpu`` of the main thread, ``wall`` of the clock."""

    cpu: float
    wall: float


def _nothing() -> None:
    return


class Watch:
    """A clock pair that starts when it is made."""

    def __init__(self) -> None:
        self._cpu, self._wall = time.thread_time(), time.perf_counter()

    def read(self) -> Cost:
        return Cost((time.thread_time() - self._cpu) * 1e3, (time.perf_counter() - self._wall) * 1e3)


class Frames(QObject):
    """Counts the frames of a viewport; ``after_frame`` runs at the end of each, inside the paint event's delivery."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self.count = 0
        self.after_frame: Callable[[], None] | None = None
        self._viewport = viewport
        self._delivering = False
        viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Paint or self._delivering or watched is not self._viewport:
            return False
        self._delivering = True
        QCoreApplication.sendEvent(watched, event)
        self._delivering = False
        self.count += 1
        if self.after_frame is not None:
            self.after_frame()
        return True

    def time_until(
        self,
        act: Callable[[], None],
        done: Callable[[], bool],
        *,
        note: Callable[[], None] = _nothing,
        seconds: float = 120.0,
    ) -> Cost:
        """What it costs from the beginning of ``act`` to the end of the first frame after which ``done()`` holds.

        ``note`` runs at that very moment, before anything else in the event loop.
        """
        found: list[Cost] = []
        gc.collect()
        watch = Watch()

        def look() -> None:
            if not found and done():
                found.append(watch.read())
                note()

        self.after_frame = look
        act()
        limit = time.monotonic() + seconds
        while not found:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
            if time.monotonic() > limit:
                raise TimeoutError("the frame waited for was never painted")
        self.after_frame = None
        return found[0]

    def time_frame(self, act: Callable[[], None]) -> Cost:
        """What ``act`` and a full repaint after it cost together."""
        before = self.count
        watch = Watch()
        act()
        self._viewport.repaint()
        cost = watch.read()
        if self.count == before:
            raise RuntimeError("no frame was painted")
        return cost

    def time_as_it_comes(self, act: Callable[[], None]) -> Cost:
        """What ``act`` and the frame cost that the event loop makes of it, which may paint a part of the page only."""
        before = self.count
        watch = Watch()
        act()
        for _ in range(100):
            QCoreApplication.sendPostedEvents()
            if self.count > before:
                return watch.read()
        raise RuntimeError("no frame was painted")


def settle(milliseconds: int = 150) -> None:
    """Let pending work of the event loop be done for a while, uncounted."""
    limit = time.monotonic() + milliseconds / 1e3
    while time.monotonic() < limit:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        time.sleep(0.001)


def idle_work() -> float:
    """Run what is pending once; milliseconds of the main thread that it took."""
    watch = Watch()
    QCoreApplication.processEvents()
    return watch.read().cpu


def resident_mb() -> float:
    """Resident memory of this process, in MB."""
    return _status_kb("VmRSS") / 1024


def peak_mb() -> float:
    """Highest resident memory of this process so far, in MB."""
    return _status_kb("VmHWM") / 1024


def _status_kb(field: str) -> int:
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(field + ":"))


@contextmanager
def no_collections() -> Iterator[None]:
    """Keep the garbage collector out of a series of frames that is short beside its rhythm."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()

# SPDX-License-Identifier: GPL-3.0-or-later
"""The window's side of its worker processes: each does one errand at a time, and one is kept warm for the next."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import reader
from reader.errors import Cancelled, WorkerEnded
from reader.workspace.worker_errands import PREPARED, Errand, errand
from reader.workspace.worker_frames import Sender, receive, unpacked_error

__all__ = ["Errand", "WorkerBug", "Workers", "errand"]

WORKER_COMMAND = "__worker__"
"""The hidden first argument of ``hashiya`` that makes a worker of it."""

MOST_IDLE = 2
"""Workers kept for the next errand: one in the middle of a long errand must not make a short one wait for a start."""

STOPPING_PATIENCE_S = 0.2
"""How long an errand waits for a worker that is being stopped before it gets a new one."""

CLOSE_PATIENCE_S = 4.0
"""A worker whose input ended has so long to roll back and end before it is killed; longer than its own patience."""


class WorkerBug(Exception):
    """An errand met a bug of ours; the message is its traceback."""


class _Process:
    """One worker process."""

    def __init__(self) -> None:
        self._popen = subprocess.Popen(
            command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if _has_error_output() else subprocess.DEVNULL,
            env=environment(),
            creationflags=creation_flags(),
        )
        assert self._popen.stdin is not None
        assert self._popen.stdout is not None
        self._sender, self._output = Sender(self._popen.stdin), self._popen.stdout
        self._number = 0
        self.is_stopping = False
        self.is_prepared = False

    @property
    def process_id(self) -> int:
        return self._popen.pid

    @property
    def is_alive(self) -> bool:
        return self._popen.poll() is None

    def begin(self, errand: Errand) -> bool:
        """Hand the errand over; False when the process has ended before it could begin."""
        self._number += 1
        self.is_stopping = False
        self.is_prepared = self.is_prepared or errand.name in PREPARED
        try:
            self._sender.send("do", self._number, errand)
        except OSError:
            return False
        return receive(self._output) == ("begun", self._number)

    def prepare(self) -> None:
        """Have it load what recognition needs, beside whatever it does."""
        self.is_prepared = True
        try:
            self._sender.send("prepare")
        except OSError:
            return  # the process has ended, which the next errand meets too

    def stop(self, number: int) -> None:
        """Ask for the end of an errand; one that is over is not harmed."""
        self.is_stopping = number == self._number
        try:
            self._sender.send("stop", number)
        except OSError:
            return  # the process has ended, which whoever waits for its answer hears too

    @property
    def number(self) -> int:
        """Of the errand begun last."""
        return self._number

    def answer(self, progress: Callable[[int, int], None], deliver: Callable[[object], None]) -> tuple[str, Any]:
        """How the errand ended: ``"done"``, ``"failed"`` or ``"broke"`` with what belongs to it; or ``"ended"``."""
        while (message := receive(self._output)) is not None:
            match message:
                case ("progress", _, done, total):
                    progress(done, total)
                case ("part", _, part):
                    deliver(part)
                case (kind, _, value):
                    return kind, value
        return "ended", self._reason()

    def close(self) -> None:
        """Its input ends, and it does so itself in a moment."""
        self._sender.close()

    def wait(self) -> None:
        """Until it has ended; one that does not is killed."""
        try:
            self._popen.wait(CLOSE_PATIENCE_S)
        except subprocess.TimeoutExpired:
            self._popen.kill()
            self._popen.wait()
        self._output.close()

    def _reason(self) -> str:
        code = self._popen.wait()
        return f"signal {-code}" if code < 0 else f"exit code {code}"


class Workers:
    """Starts workers as they are needed. Every method may be called from any thread."""

    def __init__(self) -> None:
        self._guard = threading.Condition()
        self._idle: list[_Process] = []
        self._busy: set[_Process] = set()
        self._is_closed = False

    def warm_up(self) -> None:
        """Have a worker ready. Returns as soon as its process is there, which then loads what it will need."""
        if not self._idle and not self._busy:
            process = self._started()
            process.prepare()
            self._put_back(process)

    def run(
        self,
        errand: Errand,
        *,
        progress: Callable[[int, int], None],
        deliver: Callable[[object], None],
        on_cancel: Callable[[Callable[[], None]], None],
    ) -> Any:
        """The errand's result. ``on_cancel`` is given what is to be called when the errand shall stop.

        Raises:
            ReaderError: the errand's own, with its fields; WorkerEnded when its process ended in the middle.
            WorkerBug: when it met a bug of ours.
        """
        process = self._begun(errand)
        number = process.number
        on_cancel(lambda: process.stop(number))
        try:
            kind, value = process.answer(progress, deliver)
        except BaseException:
            self._let_go(process)
            raise
        if kind in {"done", "failed"}:
            self._put_back(process)
        else:
            self._let_go(process)
        if kind == "done":
            return value
        if kind == "failed":
            raise unpacked_error(value)
        if kind == "broke":
            raise WorkerBug(value)
        raise Cancelled if self._is_closed else WorkerEnded(errand.name, value)

    @property
    def process_ids(self) -> tuple[int, ...]:
        """Of all workers there are, busy or not."""
        with self._guard:
            return tuple(process.process_id for process in (*self._busy, *self._idle))

    def close(self) -> None:
        """Stop all errands, let every worker end and wait for it. Nothing can be run afterwards."""
        with self._guard:
            self._is_closed = True
            self._guard.notify_all()
            idle, self._idle = self._idle, []
            busy = tuple(self._busy)
        for process in (*idle, *busy):
            process.close()
        for process in idle:
            process.wait()

    def _begun(self, errand: Errand) -> _Process:
        """A worker that has begun with the errand. One that had ended while it was idle is replaced by another."""
        while (process := self._taken(errand)) is not None:
            if process.begin(errand):
                return process
            self._let_go(process)
        process = self._started()
        with self._guard:
            self._busy.add(process)
            is_closed = self._is_closed
        if not is_closed and process.begin(errand):
            return process
        self._let_go(process)
        raise Cancelled if is_closed else WorkerEnded(errand.name, "it did not start")

    def _taken(self, errand: Errand) -> _Process | None:
        """One that was idle; that which has loaded what the errand needs, or else has not, if there is one."""
        with self._guard:
            self._guard.wait_for(self._may_go_on, STOPPING_PATIENCE_S)
            if self._is_closed:
                raise Cancelled
            if not self._idle:
                return None
            fitting = [process for process in self._idle if process.is_prepared == (errand.name in PREPARED)]
            process = (fitting or self._idle)[-1]
            self._idle.remove(process)
            self._busy.add(process)
            return process

    def _may_go_on(self) -> bool:
        """Not while one that is being stopped will be free in a moment: it is warm, and a new one is not."""
        return self._is_closed or bool(self._idle) or not any(process.is_stopping for process in self._busy)

    def _started(self) -> _Process:
        try:
            return _Process()
        except OSError as error:
            raise WorkerEnded("start", str(error)) from error

    def _put_back(self, process: _Process) -> None:
        with self._guard:
            self._busy.discard(process)
            keeps = not self._is_closed and len(self._idle) < MOST_IDLE
            if keeps:
                self._idle.append(process)
            self._guard.notify_all()
        if not keeps:
            self._let_go(process)

    def _let_go(self, process: _Process) -> None:
        with self._guard:
            self._busy.discard(process)
            self._guard.notify_all()
        process.close()
        process.wait()


def command(hidden: str = WORKER_COMMAND) -> list[str]:
    """What starts a worker of this very program: frozen into one file, installed, or in its checkout."""
    if getattr(sys, "frozen", False):
        return [sys.executable, hidden]
    return [sys.executable, "-P", "-m", "reader", hidden]


def environment() -> dict[str, str]:
    """Ours, and first of all paths the one our own package came from: never a folder the user happens to be in."""
    root = str(Path(reader.__file__).absolute().parent.parent)
    others = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": os.pathsep.join((root, others)) if others else root}


def creation_flags() -> int:
    """On Windows: no console, and a lower priority."""
    if sys.platform != "win32":
        return 0
    return subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS


def _has_error_output() -> bool:
    """A program without a console on Windows has none."""
    return sys.stderr is not None

# SPDX-License-Identifier: GPL-3.0-or-later
"""The worker's side: a process without a window that does one errand after the other and ends with its window."""

from __future__ import annotations

import inspect
import logging
import os
import queue
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable
from typing import IO, Any

from reader.errors import ReaderError
from reader.workspace.worker_errands import PREPARED, Errand, function_of, prepare
from reader.workspace.worker_frames import Sender, packed_error, receive

NICENESS = 5
"""The window comes first where both want a processor."""
STOP_PATIENCE_S = 3.0
"""An errand that was told to stop and goes on for so long ends with its process."""
PROGRESS_EVERY_S = 0.03

_log = logging.getLogger(__name__)


def serve() -> int:
    """Do what comes in by standard input and answer by standard output, until the input ends."""
    incoming, outgoing = own_pipes()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for the window, which then ends us
    _give_way()
    worker = _Worker(incoming, Sender(outgoing))
    worker.run()
    return 0


def own_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Standard input and output under other numbers; whoever prints by mistake writes to the error output."""
    incoming, outgoing = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(2 if _is_open(2) else nothing, 1)
    os.close(nothing)
    return os.fdopen(incoming, "rb"), os.fdopen(outgoing, "wb")


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


def _give_way() -> None:
    """On Windows the window starts us with a lower priority; elsewhere we lower our own."""
    if hasattr(os, "nice"):
        os.nice(NICENESS)


class _Worker:
    """The main thread works; a second one listens, so that a stop is heard while an errand goes on."""

    def __init__(self, incoming: IO[bytes], sender: Sender) -> None:
        self._incoming = incoming
        self._sender = sender
        self._waiting: queue.SimpleQueue[tuple[int, Errand] | None] = queue.SimpleQueue()
        self._current = 0
        self._stopped: set[int] = set()
        self._preparation: threading.Thread | None = None

    def run(self) -> None:
        threading.Thread(target=self._listen, name="listener", daemon=True).start()
        while (received := self._waiting.get()) is not None:
            number, errand = received
            self._current = number
            try:
                self._do(number, errand)
            except OSError:
                return  # nobody is there to be answered, or a bug that has been told
            finally:
                self._current = 0

    def _prepare(self) -> None:
        try:
            prepare()
        except ReaderError as error:
            _log.warning("%s", error)  # the errand that needs it meets the same and tells it

    def _listen(self) -> None:
        while (message := receive(self._incoming)) is not None:
            match message:
                case ("do", number, Errand() as errand):
                    self._waiting.put((number, errand))
                case ("stop", number):
                    self._stop(number)
                case ("prepare",):
                    self._preparation = threading.Thread(target=self._prepare, name="preparation", daemon=True)
                    self._preparation.start()
        self._waiting.put(None)
        self._stop(self._current)
        time.sleep(STOP_PATIENCE_S)
        os._exit(0)  # the window is gone, and what goes on cannot hear it

    def _stop(self, number: int) -> None:
        self._stopped.add(number)
        watch = threading.Timer(STOP_PATIENCE_S, self._end_if_deaf, [number])
        watch.daemon = True
        watch.start()

    def _end_if_deaf(self, number: int) -> None:
        if self._current == number != 0:
            os._exit(0)

    def _do(self, number: int, errand: Errand) -> None:
        self._sender.send("begun", number)
        try:
            if errand.name in PREPARED and self._preparation is not None:
                self._preparation.join()
            function = function_of(errand.name)
            result = function(**errand.arguments, **self._means(number, function))
        except ReaderError as error:
            self._sender.send("failed", number, packed_error(error))
        except BaseException as error:
            self._sender.send("broke", number, "".join(traceback.format_exception(error)))
            raise  # whatever state this has left behind ends with the process
        else:
            self._sender.send("done", number, result)

    def _means(self, number: int, function: Callable[..., Any]) -> dict[str, Any]:
        """What the function wants of the ways to speak with the window."""
        means: dict[str, Any] = {
            "progress": _Progress(self._sender, number),
            "deliver": lambda part: self._sender.send("part", number, part),
            "cancelled": lambda: number in self._stopped,
        }
        wanted = inspect.signature(function).parameters
        return {name: way for name, way in means.items() if name in wanted}


class _Progress:
    """Tells how far an errand is, as often as an eye can follow; the first and the last time always."""

    def __init__(self, sender: Sender, number: int) -> None:
        self._sender = sender
        self._number = number
        self._told = 0.0

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self._told >= PROGRESS_EVERY_S or done == total:
            self._told = now
            self._sender.send("progress", self._number, done, total)


def main() -> None:
    sys.exit(serve())

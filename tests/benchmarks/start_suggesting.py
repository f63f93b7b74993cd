# SPDX-License-Identifier: GPL-3.0-or-later
"""The program started on a file until two seconds after its first text: prints when what was painted, and pauses."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

import reader.__main__  # noqa: F401 - what the command loads before it knows that a window is wanted

WATCHED_S = 2.0


class _Look(QObject):
    """A heartbeat as fast as the event loop goes: the time between two beats is what one turn of the loop took."""

    def __init__(self, program: object) -> None:
        super().__init__()
        self._program = program
        self._found: dict[str, float] = {}
        self._pauses: list[float] = []
        self._last = 0.0
        self._beat = QTimer(self, interval=0)
        self._beat.timeout.connect(self._on_beat)

    def on_first_painted(self) -> None:
        """Told within the paint event; the pause that matters begins when that is over."""
        from tests.benchmarks.frames import Frames

        self._found["text"] = self._last = time.perf_counter()
        frames = Frames(self._program.window.pane.viewport())  # type: ignore[attr-defined]
        frames.after_frame = self._on_frame
        self._beat.start()

    def _on_frame(self) -> None:
        from tests.benchmarks.suggesting import shows_suggestion

        pane = self._program.window.pane  # type: ignore[attr-defined]
        if "suggestion" not in self._found and shows_suggestion(pane):
            self._found["suggestion"] = time.perf_counter()

    def _on_beat(self) -> None:
        now = time.perf_counter()
        self._pauses.append((now - self._last) * 1e3)
        self._last = now
        if now - self._found["text"] > WATCHED_S and "suggestion" in self._found:
            self._end()
        time.sleep(0.0005)  # the beat itself must not take a processor from the worker

    def _end(self) -> None:
        told = {name: at * 1e3 for name, at in self._found.items()}
        sys.stdout.write(json.dumps({**told, "pauses": sorted(self._pauses, reverse=True)[:40]}) + "\n")
        sys.stdout.flush()
        self._program.close()  # type: ignore[attr-defined]
        os._exit(0)


def _open(paths: list[Path]) -> int:
    """As ``app.main``, with an eye on the page and on the event loop."""
    from reader.settings import Settings, settings_path
    from reader.ui import app
    from tests.benchmarks import suggesting  # noqa: F401 - loaded before anything is timed

    application = app.make_application(sys.argv[:1])
    program = app.Program(application, Settings.load(settings_path()), None)
    look = _Look(program)
    program.window.pane.first_painted.connect(look.on_first_painted)
    program.start(paths)
    return application.exec()


if __name__ == "__main__":
    sys.exit(_open([Path(argument) for argument in sys.argv[1:]]))

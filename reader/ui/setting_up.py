# SPDX-License-Identifier: GPL-3.0-or-later
"""What happens between the first picture of a page and the whole window, in steps so short that the page stays alive.

First the worker process, which loads what it needs on another processor; then the modules of the desk, on a thread;
then the parts of the desk, one at a time.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from reader.workspace.worker import Workers

SWITCH_INTERVAL_S = 0.0005
"""How long a thread keeps the interpreter while the window waits for it."""


class SettingUp(QObject):
    """Signals: done (): the last step was taken."""

    done = Signal()
    _loaded = Signal()

    def __init__(self, workers: Workers, steps: Callable[[], Iterator[None]], parent: QObject) -> None:
        super().__init__(parent)
        self._workers = workers
        self._steps = steps
        self._left: Iterator[None] | None = None
        self._is_done = False
        self._loader = threading.Thread(target=self._load, name="modules of the desk")
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(self._take_step)
        self._loaded.connect(self._next.start)

    def begin(self) -> None:
        sys.setswitchinterval(SWITCH_INTERVAL_S)
        self._workers.warm_up()
        self._loader.start()

    def finish(self) -> None:
        """Take all steps that are left, now."""
        self._loader.join()
        while not self._is_done:
            self._take_step()

    def _load(self) -> None:
        import reader.ui.desk  # noqa: F401, PLC0415 - this is what the thread is for

        self._loaded.emit()

    def _take_step(self) -> None:
        if self._is_done:
            return
        if self._left is None:
            self._loader.join()
            self._left = self._steps()
        if next(self._left, self) is self:
            self._is_done = True
            self._next.stop()
            self.done.emit()

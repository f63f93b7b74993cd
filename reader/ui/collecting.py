# SPDX-License-Identifier: GPL-3.0-or-later
"""Cyclic garbage is collected on the main thread alone: a Qt object destroyed on another takes the program with it."""

from __future__ import annotations

import gc
import time
from typing import Final

from PySide6.QtCore import QObject, QTimer

EVERY_MS: Final = 400
FULL_EVERY_S: Final = 20.0
"""A full collection looks at everything made since ``settle``, which takes some milliseconds: not more often."""


class Collecting(QObject):
    """From its making to ``close`` no thread collects by itself; the event loop does, when there is enough to collect.

    Python collects on whatever thread happens to allocate. A dialog that was closed, or a timer, may lie in a cycle;
    collected on a thread of ``jobs``, its C++ part would stop timers and leave its parent there.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._last_full = time.monotonic()
        timer = QTimer(self, interval=EVERY_MS)
        timer.timeout.connect(self._collect)
        timer.start()

    def settle(self) -> None:
        """What is there now stays to the end, as modules and menus do: it need not be looked at again."""
        gc.freeze()

    def close(self) -> None:
        gc.unfreeze()
        gc.enable()

    def _collect(self) -> None:
        """The oldest generation that is due, by Python's own thresholds."""
        young, middle, old = (
            count > threshold for count, threshold in zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        if not young:
            return
        now = time.monotonic()
        is_full = middle and old and now - self._last_full > FULL_EVERY_S
        if is_full:
            self._last_full = now
        gc.collect(2 if is_full else 1 if middle else 0)

# SPDX-License-Identifier: GPL-3.0-or-later
"""A backup of the library each day it is used, made behind the user's back but never silently failed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from reader.store import Library
from reader.ui.jobs import Jobs, Task

FIRST_AFTER_MS = 60_000
"""Long enough after the start that reading has begun, short enough for a session of minutes to leave a backup."""
THEN_EVERY_MS = 3_600_000


class DailyBackup(QObject):
    """Looks every hour whether today's backup is there, and makes it on a thread when it is not.

    Signals: failed (ReaderError) when it could not be made.
    """

    failed = Signal(object)

    def __init__(self, library_path: Path, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._library_path = library_path
        self._jobs = jobs
        self._timer = QTimer(self, interval=FIRST_AFTER_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Make today's backup unless it is there."""
        self._timer.setInterval(THEN_EVERY_MS)
        path = self._library_path
        if not path.exists():
            return

        def work(task: Task) -> Path | None:
            with Library.open(path, create=False) as library:
                return None if library.read_only else library.back_up_daily(cancelled=task.is_cancelled)

        self._jobs.start("daily backup", work, on_success=lambda _: None, on_failure=self.failed.emit)

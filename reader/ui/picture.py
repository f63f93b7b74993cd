# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as a picture, entities and all, without anybody looking."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, QMessageLogContext, QObject, QTimer, QtMsgType, qInstallMessageHandler

from reader.errors import FileUnwritable
from reader.ui.main_window import MainWindow

LONGEST_WAIT_MS = 60_000
_LOOK_EVERY_MS = 20
_SETTLE_MS = 700
"""Lists fill in, and counts are taken, a moment after the last change."""


@contextmanager
def sparing_complaints() -> Iterator[None]:
    """Keep off standard error what the offscreen platform cannot do with windows: it is of no account to a picture."""
    earlier = qInstallMessageHandler(_pass_on)
    try:
        yield
    finally:
        qInstallMessageHandler(earlier)


def _pass_on(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if not message.startswith("This plugin does not support"):
        sys.stderr.write(message + "\n")


def save(window: MainWindow, out: Path) -> None:
    """Write a picture of the window as it is now.

    Raises:
        FileUnwritable.
    """
    if not window.grab().save(str(out)):
        raise FileUnwritable(out, "no picture could be written there")


def wait_until(is_ready: Callable[[], bool], parent: QObject) -> None:
    """Let the window live until that is so and it has settled, but not for ever."""
    loop = QEventLoop(parent)
    look = QTimer(loop, interval=_LOOK_EVERY_MS)

    def ask() -> None:
        if is_ready():
            look.stop()
            QTimer.singleShot(_SETTLE_MS, loop, loop.quit)

    look.timeout.connect(ask)
    look.start()
    QTimer.singleShot(LONGEST_WAIT_MS, loop, loop.quit)
    loop.exec()
    look.stop()

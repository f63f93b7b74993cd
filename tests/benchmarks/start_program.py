# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as ``hashiya FILE`` starts it, ended by its first painted text: prints when that was, as JSON."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

import reader.__main__  # noqa: F401 - what the command loads before it knows that a window is wanted


def _open(paths: list[Path]) -> int:
    """As ``app.main``, with an ear for the first painted text."""
    from reader.settings import Settings, settings_path
    from reader.ui import app

    application = app.make_application(sys.argv[:1])
    program = app.Program(application, Settings.load(settings_path()), None)
    program.window.pane.first_painted.connect(_tell)
    program.start(paths)
    return application.exec()


def _tell() -> None:
    found = {
        "at": time.monotonic(),
        "cpu": time.process_time(),
        "modules": len(sys.modules),
        "numpy": "numpy" in sys.modules,
    }
    sys.stdout.write(json.dumps(found) + "\n")
    sys.stdout.flush()
    os._exit(0)  # what comes after the first text is not measured


if __name__ == "__main__":
    sys.exit(_open([Path(argument) for argument in sys.argv[1:]]))

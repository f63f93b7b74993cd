# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as ``hashiya FILE`` starts it, ended by its first painted text: prints when that was, as JSON."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from reader.cli import Window, run


def _open(paths: list[Path], library_path: Path | None) -> int:
    from reader.settings import Settings, settings_path
    from reader.ui import app

    application = app.make_application(sys.argv[:1])
    program = app.Program(application, Settings.load(settings_path()), library_path)
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


def _no_picture(_text: Path | None, _picture: Path) -> None:
    raise AssertionError("a display was expected")


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:], Window(open=_open, save_picture=_no_picture)))

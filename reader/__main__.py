# SPDX-License-Identifier: GPL-3.0-or-later
"""Where ``hashiya`` begins: the window for nothing or for files alone, else the command line."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

COMMANDS = (
    *("backup", "cards", "dictionary", "doctor", "entities", "evaluate", "export", "formats", "gloss", "import"),
    *("import-annotations", "learning", "outline", "recognise", "repair", "review", "show", "tags", "termbase"),
    *("terms", "train", "versions", "vocabulary", "window"),
)
"""What a first word on the command line can mean beside a file; the command line itself is loaded only for these."""

WORKER_COMMAND = "__worker__"
"""What the window starts its worker processes with; ``reader.workspace.worker``."""

EXTRACTION_COMMAND = "__extract__"
"""What starts the process that reads untrusted files; ``reader.workspace.extraction``."""

PICTURE_COMMAND = "__pictures__"
"""What starts the process that draws pages of PDF files; ``reader.workspace.page_pictures``."""


def main() -> None:
    sys.exit(start(sys.argv[1:]))


def start(arguments: Sequence[str]) -> int:
    """Do what the arguments say; returns the exit code. The window comes up without loading the command line."""
    if arguments and arguments[0] == WORKER_COMMAND:
        from reader.workspace.worker_process import serve  # noqa: PLC0415 - the window's own helper, not for people

        return serve()
    if arguments and arguments[0] == EXTRACTION_COMMAND:
        from reader.workspace import extraction_process  # noqa: PLC0415 - a helper of the program's own likewise

        return extraction_process.serve(Path(arguments[1]))
    if arguments and arguments[0] == PICTURE_COMMAND:
        from reader.workspace import page_picture_process  # noqa: PLC0415 - as above

        return page_picture_process.serve(Path(arguments[1]))
    if _names_files_alone(arguments) and _has_display():
        return _open_window([Path(argument) for argument in arguments], None)
    from reader.cli import Window, run  # noqa: PLC0415 - a fifth of the time the window needs to come up

    return run(arguments, Window(open=_open_window, save_picture=_save_picture, has_display=_has_display))


def _names_files_alone(arguments: Sequence[str]) -> bool:
    """Whether the arguments are files that are there. Anything else is for the command line to judge."""
    if arguments and arguments[0] in COMMANDS:
        return False
    return all(not argument.startswith("-") and os.path.exists(argument) for argument in arguments)  # noqa: PTH110


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _open_window(paths: Sequence[Path], library_path: Path | None) -> int:
    from reader.ui import app  # noqa: PLC0415 - Qt is for the window only

    return app.main(paths, library_path)


def _save_picture(text_path: Path, out: Path) -> None:
    from reader.ui import app  # noqa: PLC0415 - Qt is for the window only

    app.save_picture(text_path, out)


if __name__ == "__main__":
    main()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Where ``hashiya`` begins: the command line, which opens the window when no command is given."""

from __future__ import annotations

import sys
from pathlib import Path

from reader.cli import Window, run


def main() -> None:
    sys.exit(run(sys.argv[1:], Window(open=_open_window, save_picture=_save_picture)))


def _open_window(paths: list[Path], library_path: Path | None) -> int:
    from reader.ui import app  # noqa: PLC0415 - Qt is for the window only

    return app.main(paths, library_path)


def _save_picture(text_path: Path | None, out: Path) -> None:
    from reader.ui import app  # noqa: PLC0415 - Qt is for the window only

    app.save_picture(text_path, out)


if __name__ == "__main__":
    main()

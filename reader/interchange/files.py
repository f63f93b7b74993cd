# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing a file so that at every moment its name leads to the old one or to the whole new one, never to a part."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, BinaryIO, TextIO

from reader.errors import FileIsFolder, FileUnwritable


def write_file(path: Path, write: Callable[[TextIO], None]) -> None:
    """Let ``write`` fill a file beside ``path``, make it durable, then give it the name; a link keeps leading there.

    Whatever ``write`` raises passes through, and the old file, if there was one, is untouched.

    Raises:
        FileIsFolder, FileUnwritable.
    """
    _write(path, lambda file: open(file, "w", encoding="utf-8", newline=""), write)  # noqa: PTH123, SIM115


def write_binary_file(path: Path, write: Callable[[BinaryIO], None]) -> None:
    """As ``write_file``, for formats that are no text."""
    _write(path, lambda file: open(file, "wb"), write)  # noqa: PTH123, SIM115


def _write(path: Path, opened: Callable[[Path | int], IO[Any]], write: Callable[[Any], None]) -> None:
    """``opened`` opens a path or an open descriptor for writing."""
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise FileIsFolder(path)
    try:
        if target.exists() and not stat.S_ISREG(target.stat().st_mode):
            with opened(target) as device:
                write(device)
        else:
            _replace(target, opened, write)
    except OSError as error:
        raise FileUnwritable(path, error.strerror or str(error)) from error


def _replace(target: Path, opened: Callable[[Path | int], IO[Any]], write: Callable[[Any], None]) -> None:
    number, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", suffix=".part", dir=target.parent)
    try:
        with opened(number) as part:
            write(part)
            part.flush()
            os.fsync(part.fileno())
        Path(name).chmod(_mode_for(target))
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _mode_for(target: Path) -> int:
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _sync_folder(folder: Path) -> None:
    # Some file systems have no folders to synchronise; the file itself is safe already.
    with contextlib.suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)

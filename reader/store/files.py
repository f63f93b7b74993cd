# SPDX-License-Identifier: GPL-3.0-or-later
"""The library file as a file: its header read by ordinary means, its name made to last."""

from __future__ import annotations

import os
import struct
import sys
from contextlib import suppress
from pathlib import Path

from reader.errors import LibraryCorrupt, LibraryMissing, LibraryTooNew, LibraryUnreadable, NotALibrary
from reader.store.migrations import APPLICATION_ID, MIGRATIONS

_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100
_FLOCK = "@hhqqi4x"
"""``struct flock`` of 64-bit Linux: type, whence, start, length, process."""


def refuse_foreign_file(path: Path) -> None:
    """Look at the header before SQLite touches the file. Not for a file this process has connected.

    Raises:
        NotALibrary, LibraryCorrupt, LibraryTooNew: by what the header says.
        LibraryMissing, LibraryUnreadable: when there is none to be read.
    """
    header = _header_of(path)
    if not header:
        raise LibraryCorrupt(path, "it is empty")
    if not header.strip(b"\0"):
        raise LibraryCorrupt(path, "it holds nothing but zeros")
    if not header.startswith(_MAGIC):
        raise NotALibrary(path)
    if len(header) < _HEADER_BYTES:
        raise LibraryCorrupt(path, "it was cut off")
    if not _is_ours(header):
        raise NotALibrary(path)
    form = int.from_bytes(header[60:64], "big")
    if form > len(MIGRATIONS):
        raise LibraryTooNew(path, form, len(MIGRATIONS))


def header_is_ours(path: Path) -> bool:
    """Whether the file says that it is a library, of whatever form. Not for a file this process has connected."""
    return _is_ours(_header_of(path))


def has_leftovers(path: Path) -> bool:
    """Whether there is a journal beside the file, because a program has it open or ended without closing it."""
    return any(_size_of(path.with_name(path.name + suffix)) for suffix in ("-wal", "-journal"))


def was_abandoned(path: Path) -> bool:
    """Whether a program ended without closing the library. Not for a file this process has connected.

    Where it cannot be known that somebody has the file open just now, a journal is enough.
    """
    return has_leftovers(path) and not _is_in_use(path)


def _is_in_use(path: Path) -> bool:
    """Whether another process holds one of SQLite's locks on the file; always False where only Linux would tell.

    Source: fcntl(2), F_GETLK; the locks are the 512 bytes from 1 GiB on (sqlite.org/src, os.h, PENDING_BYTE).
    """
    if sys.platform != "linux":
        return False
    import fcntl  # noqa: PLC0415 - other systems have none

    asked = struct.pack(_FLOCK, fcntl.F_WRLCK, os.SEEK_SET, 1 << 30, 512, 0)
    with path.open("rb") as file:
        answer = fcntl.fcntl(file, fcntl.F_GETLK, asked)
    return bool(struct.unpack(_FLOCK, answer)[0] != fcntl.F_UNLCK)


def remove_database(path: Path) -> None:
    """Remove a file that was not finished, with what SQLite put beside it."""
    for suffix in ("", "-journal", "-wal", "-shm"):
        with suppress(FileNotFoundError, NotADirectoryError):
            path.with_name(path.name + suffix).unlink()


def sync_folder(folder: Path) -> None:
    """Make a new name in the folder last through a power cut, where the system knows how."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _is_ours(header: bytes) -> bool:
    return header.startswith(_MAGIC) and int.from_bytes(header[68:72], "big") == APPLICATION_ID


def _header_of(path: Path) -> bytes:
    """The first 100 bytes.

    Source: sqlite.org/fileformat2.html, section 1.3: user version at 60, application id at 68, both big-endian.
    """
    if path.exists() and not path.is_file():
        raise LibraryUnreadable(path, "it is a folder" if path.is_dir() else "it is not an ordinary file")
    try:
        with path.open("rb") as file:
            return file.read(_HEADER_BYTES)
    except FileNotFoundError as error:
        raise LibraryMissing(path) from error
    except OSError as error:
        raise LibraryUnreadable(path, error.strerror or str(error)) from error


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0

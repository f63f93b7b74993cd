# SPDX-License-Identifier: GPL-3.0-or-later
"""The library file as a file: its header read by ordinary means, its name made to last."""

from __future__ import annotations

import os
from pathlib import Path

from reader.errors import LibraryCorrupt, LibraryMissing, LibraryTooNew, LibraryUnreadable, NotALibrary
from reader.store.migrations import APPLICATION_ID, MIGRATIONS

_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100


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
    """Whether a program ended without closing the library (or has it open just now)."""
    return any(_size_of(path.with_name(path.name + suffix)) for suffix in ("-wal", "-journal"))


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

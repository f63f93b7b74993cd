# SPDX-License-Identifier: GPL-3.0-or-later
"""Which files are meant by the files and folders a user names."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

MOST_FILES = 200_000
"""Files one import looks at; whoever names the root of a disk means something else."""

_PAGES = (".html", ".htm", ".xhtml", ".xht")
_BESIDE = re.compile(r"[_.-](?:files|fichiers|dateien|archivos|file|ملفات|dosyalar|bestanden|arquivos)|\.files")
"""How browsers end the name of the folder that belongs to a saved page, in the languages of their users."""
_UNWANTED = frozenset({"Thumbs.db", "desktop.ini", "__MACOSX", "$RECYCLE.BIN", "System Volume Information"})


def files_of(paths: Sequence[Path], *, spared: Path, cancelled: Callable[[], bool]) -> Iterator[Path]:
    """The files named, each once, and those in the folders named, in the order of their names.

    In folders, hidden files, links and whatever is no regular file are left out; what was named itself is given as it
    is, so that the one who reads it says what is wrong. ``spared`` is the library, which may lie among them.
    """
    seen: set[tuple[int, int]] = set()
    forbidden = {_identity(file) for file in files_of_library(spared)}
    count = 0
    for path in paths:
        for file in _below(path) if path.is_dir() else (path,):
            if cancelled() or count >= MOST_FILES:
                return
            identity = _identity(file)
            if identity is not None and (identity in seen or (file is not path and identity in forbidden)):
                continue
            if identity is not None:
                seen.add(identity)
            count += 1
            yield file


def files_of_library(path: Path) -> list[Path]:
    """The library and what SQLite keeps beside it while it is open."""
    return [path, *(path.with_name(path.name + suffix) for suffix in ("-wal", "-shm", "-journal"))]


def _below(folder: Path) -> Iterator[Path]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield folder  # its reader tells why it cannot be opened
        return
    pages = tuple(Path(entry.name).stem for entry in entries if entry.name.lower().endswith(_PAGES))
    for entry in entries:
        if entry.name.startswith(".") or entry.name in _UNWANTED or entry.is_symlink():
            continue
        if entry.is_dir(follow_symlinks=False) and _is_beside_a_page(entry.name, pages):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(Path(entry.path))
        elif entry.is_file(follow_symlinks=False):
            yield Path(entry.path)


def _is_beside_a_page(folder: str, pages: Sequence[str]) -> bool:
    """Whether a browser put into this folder what belongs to a page it saved: ``page_files`` beside ``page.html``."""
    return any(folder.startswith(page) and _BESIDE.fullmatch(folder[len(page) :]) is not None for page in pages)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino

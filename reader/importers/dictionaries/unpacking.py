# SPDX-License-Identifier: GPL-3.0-or-later
"""Dictionary files that are packed, unpacked within bounds into a folder that goes away with them."""

from __future__ import annotations

import errno
import gzip
import lzma
import os
import shutil
import tarfile
import tempfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from reader.errors import Cancelled, DictionaryUnreadable, DiskFull, FileMissing, FileUnreadable, FileUnwritable
from reader.importers.archive import Archive, safe_name

LARGEST_BYTES: Final = 4 << 30
"""Of everything that is unpacked for one dictionary."""
_MOST_TIMES: Final = 200
"""Dictionaries unpack to four to ten times their size."""
_RATIO_HOLDS_FROM_BYTES: Final = 64 << 20
_PIECE: Final = 1 << 20
_MOST_MEMBERS: Final = 20_000
_TAR_SUFFIXES: Final = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
_PREFIX: Final = "unpacked-"


class Unpacked:
    """A folder for what one dictionary needs unpacked; made when first used, gone when closed.

    ``near`` is the folder in which it is made: on the disk where the dictionary will be, not in memory as ``/tmp`` may.
    """

    def __init__(self, near: Path, cancelled: Callable[[], bool] = lambda: False) -> None:
        self._near = near
        self._cancelled = cancelled
        self._folder: Path | None = None
        self._left = LARGEST_BYTES

    @property
    def folder(self) -> Path:
        """Where things are unpacked to.

        Raises:
            FileUnwritable.
        """
        if self._folder is None:
            try:
                self._near.mkdir(mode=0o700, parents=True, exist_ok=True)
                self._folder = Path(tempfile.mkdtemp(prefix=f".{_PREFIX}{os.getpid()}-", dir=self._near))
            except OSError as error:
                raise FileUnwritable(self._near, error.strerror or str(error)) from error
        return self._folder

    def close(self) -> None:
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def gunzipped(self, path: Path) -> Path:
        """The content of a gzip file (dictzip files are such) as a file.

        Raises:
            DictionaryUnreadable: when it is damaged, or unpacks to too much.
            FileMissing, FileUnreadable, FileUnwritable, Cancelled.
        """
        target = self.folder / f"{sum(1 for _ in self.folder.iterdir())}-{path.stem[:80]}"
        packed = size_of(path)
        try:
            with gzip.open(path, "rb") as stream:
                self._copy(stream, target, path, packed)
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise DictionaryUnreadable(path, "packed", str(error)) from error
        return target

    def unpacked(self, path: Path, suffixes: Iterable[str]) -> Path:
        """A folder with the members of a zip or tar file whose names end in ``suffixes``; folders in it are flattened.

        Raises:
            DictionaryUnreadable: also when a member would lie outside.
            FileError, Cancelled.
        """
        wanted = tuple(suffixes)
        inner = self.folder / "members"
        inner.mkdir(exist_ok=True)
        if path.name.lower().endswith(_TAR_SUFFIXES):
            self._untar(path, inner, wanted)
        else:
            self._unzip(path, inner, wanted)
        return inner

    # Inside

    def _copy(self, stream: BinaryIO | gzip.GzipFile, target: Path, path: Path, packed: int) -> None:
        size = 0
        with _writing(target) as out:
            while piece := _read(stream, path):
                size += len(piece)
                self._left -= len(piece)
                self._refuse_bomb(path, size, packed)
                out.write(piece)
                if self._cancelled():
                    raise Cancelled

    def _refuse_bomb(self, path: Path, size: int, packed: int) -> None:
        if self._left < 0:
            raise DictionaryUnreadable(path, "bomb", f"more than {LARGEST_BYTES >> 30} GB")
        if size > _RATIO_HOLDS_FROM_BYTES and size > _MOST_TIMES * max(packed, 1):
            raise DictionaryUnreadable(path, "bomb", f"{packed} bytes to more than {size}")

    def _untar(self, path: Path, inner: Path, suffixes: tuple[str, ...]) -> None:
        packed = size_of(path)
        try:
            with tarfile.open(path, "r|*") as archive:
                for number, member in enumerate(archive):
                    if number >= _MOST_MEMBERS:
                        raise DictionaryUnreadable(path, "bomb", f"more than {_MOST_MEMBERS} files")
                    name = safe_name(member.name)
                    if name is None:
                        raise DictionaryUnreadable(path, "unsafe", member.name)
                    if member.isfile() and name.lower().endswith(suffixes):
                        stream = archive.extractfile(member)
                        assert stream is not None
                        self._copy(stream, inner / Path(name).name, path, packed)  # type: ignore[arg-type]
        except (tarfile.TarError, EOFError, zlib.error, lzma.LZMAError) as error:
            raise DictionaryUnreadable(path, "packed", str(error)) from error
        except OSError as error:
            raise FileUnreadable(path, error.strerror or str(error)) from error

    def _unzip(self, path: Path, inner: Path, suffixes: tuple[str, ...]) -> None:
        with Archive(path) as archive:
            if archive.refused:
                raise DictionaryUnreadable(path, "unsafe", "../")
            for member in archive.members:
                if member.name.lower().endswith(suffixes):
                    if self._cancelled():
                        raise Cancelled
                    data = archive.read(member.name)
                    with _writing(inner / Path(member.name).name) as out:
                        out.write(data)


def _read(stream: BinaryIO | gzip.GzipFile, path: Path) -> bytes:
    try:
        return stream.read(_PIECE)
    except gzip.BadGzipFile:
        raise
    except OSError as error:
        raise FileUnreadable(path, error.strerror or str(error)) from error


@contextmanager
def _writing(target: Path) -> Iterator[BinaryIO]:
    """A file that is written beside the shelf.

    Raises:
        DiskFull, FileUnwritable.
    """
    try:
        with target.open("wb") as out:
            yield out
    except OSError as error:
        if isinstance(error, gzip.BadGzipFile):
            raise
        is_full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        raise DiskFull(target) if is_full else FileUnwritable(target, error.strerror or str(error)) from error


def size_of(path: Path) -> int:
    """The size of a file in bytes.

    Raises:
        FileMissing, FileUnreadable.
    """
    try:
        return path.stat().st_size
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise FileUnreadable(path, error.strerror or str(error)) from error


def is_archive(path: Path) -> bool:
    """Whether the name is that of a zip or tar file."""
    return path.name.lower().endswith((".zip", *_TAR_SUFFIXES))


def clear_leftovers(folder: Path, is_alive: Callable[[int], bool]) -> None:
    """Remove what processes that were killed have left unpacked."""
    for path in folder.glob(f".{_PREFIX}*"):
        number = path.name.removeprefix(f".{_PREFIX}").partition("-")[0]
        if number.isdecimal() and not is_alive(int(number)):
            shutil.rmtree(path, ignore_errors=True)

# SPDX-License-Identifier: GPL-3.0-or-later
"""A file's bytes without having them in memory, whatever its size."""

from __future__ import annotations

import hashlib
import mmap
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from reader.errors import FileIsFolder, FileMissing, FileUnreadable

_END_BYTES: Final = 1 << 20
_WHOLE_BYTES: Final = 64 << 20


class Mapped:
    """The bytes of a file; slices are copies."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            with path.open("rb") as file:
                self.size = file.seek(0, 2)
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if self.size else None
        except FileNotFoundError as error:
            raise FileMissing(path) from error
        except IsADirectoryError as error:
            raise FileIsFolder(path) from error
        except (OSError, ValueError) as error:
            raise FileUnreadable(path, getattr(error, "strerror", None) or str(error)) from error

    @classmethod
    def nothing(cls) -> Mapped:
        """The bytes of a file that is not there and need not be."""
        made = cls.__new__(cls)
        made.path, made.size, made._map = Path(), 0, None
        return made

    def close(self) -> None:
        if self._map is not None:
            with suppress(BufferError):
                self._map.close()

    def part(self, start: int, end: int) -> bytes:
        return b"" if self._map is None else self._map[start:end]

    def find(self, byte: bytes, start: int, end: int) -> int:
        """Where the byte is next, before ``end``; -1 where it is not."""
        return -1 if self._map is None else self._map.find(byte, start, end)


def fingerprint_of(kind: str, files: Iterable[Mapped]) -> str:
    """What tells files of this content from others: hashes of small files, of large ones size, beginning and end."""
    hashed = hashlib.sha256(kind.encode())
    for file in files:
        hashed.update(file.size.to_bytes(8, "big"))
        if file.size <= _WHOLE_BYTES:
            for start in range(0, file.size, _END_BYTES):
                hashed.update(file.part(start, start + _END_BYTES))
        else:
            hashed.update(file.part(0, _END_BYTES))
            hashed.update(file.part(file.size - _END_BYTES, file.size))
    return hashed.hexdigest()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Zip files of strangers, whose members are read into memory within bounds; nothing is ever unpacked to the disk."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from reader.errors import AnnotationsUnreadable, FileTooLarge

_MOST_MEMBERS = 100_000
_KNOWN = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_MOST_TIMES_PACKED = 250
"""An honest member unpacks to less: the most repetitive of tables to some 150 times what it takes packed."""
_RATIO_HOLDS_FROM_BYTES = 8 << 20
_PIECE = 1 << 20
_ENCRYPTED = 0x1
_FAILURES = (
    *(zipfile.BadZipFile, zlib.error, struct.error, OSError, EOFError),
    *(NotImplementedError, RuntimeError, ValueError, OverflowError),
)
"""What ``zipfile`` raises for a file that is damaged, or of a kind it does not know."""


class ZipMembers:
    """The members of a zip file by name; all that is read together is at most ``most`` bytes.

    Raises, also each of its methods: AnnotationsUnreadable naming the member, FileTooLarge.
    """

    def __init__(self, raw: bytes, path: Path, most: int) -> None:
        self._path, self._most, self._left = path, most, most
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(raw))
        except _FAILURES as error:
            raise AnnotationsUnreadable(path, "", f"it is no zip file that can be read ({error})") from None
        self._infos = self._listed()

    @property
    def names(self) -> tuple[str, ...]:
        """In the order in which the file lists them, folders left out."""
        return tuple(self._infos)

    def read(self, name: str) -> bytes:
        """The bytes of a member, never more than are left of what may be read, whatever its head says."""
        info = self._infos.get(name)
        if info is None:
            raise AnnotationsUnreadable(self._path, name, "it is missing from the file")
        if info.flag_bits & _ENCRYPTED:
            raise AnnotationsUnreadable(self._path, name, "it is encrypted; save it without a password")
        if info.compress_type not in _KNOWN:
            raise AnnotationsUnreadable(self._path, name, "it is packed in a way that is not read")
        try:
            return self._unpacked(info)
        except _FAILURES as error:
            raise AnnotationsUnreadable(self._path, name, f"it is damaged ({error})") from None

    def refuse_bombs(self) -> None:
        """Check the sizes that the heads of all members tell, for a library that unpacks them itself.

        ``zipfile`` never unpacks more of a member than its head tells.
        """
        for info in self._infos.values():
            self._judge(info, info.file_size)
        if sum(info.file_size for info in self._infos.values()) > self._most:
            raise FileTooLarge(self._path, self._most)

    def _unpacked(self, info: zipfile.ZipInfo) -> bytes:
        pieces: list[bytes] = []
        size = 0
        with self._archive.open(info) as member:
            while piece := member.read(_PIECE):
                size += len(piece)
                self._left -= len(piece)
                if self._left < 0:
                    raise FileTooLarge(self._path, self._most)
                self._judge(info, size)
                pieces.append(piece)
        return b"".join(pieces)

    def _judge(self, info: zipfile.ZipInfo, size: int) -> None:
        if size > _RATIO_HOLDS_FROM_BYTES and size > _MOST_TIMES_PACKED * info.compress_size:
            reason = "it unpacks to far more than an honest file would, which is refused"
            raise AnnotationsUnreadable(self._path, info.filename, reason)

    def _listed(self) -> dict[str, zipfile.ZipInfo]:
        listed = self._archive.infolist()
        if len(listed) > _MOST_MEMBERS:
            raise AnnotationsUnreadable(self._path, "", f"it lists more than {_MOST_MEMBERS} files")
        found: dict[str, zipfile.ZipInfo] = {}
        for info in listed:
            if info.filename.endswith("/"):
                continue
            self._refuse_unsafe(info)
            if info.filename in found:
                raise AnnotationsUnreadable(self._path, info.filename, "it is there twice")
            found[info.filename] = info
        return found

    def _refuse_unsafe(self, info: zipfile.ZipInfo) -> None:
        """Nothing is unpacked to the disk, so such a member could do no harm; an honest program never writes one."""
        name = PurePosixPath(info.filename.replace("\\", "/"))
        shown = info.filename.encode("utf-8", "replace").decode()
        if name.is_absolute() or ".." in name.parts:
            raise AnnotationsUnreadable(self._path, shown, "its name leads out of the file, which is refused")
        if stat.S_ISLNK(info.external_attr >> 16):
            raise AnnotationsUnreadable(self._path, shown, "it is a link to another file, which is refused")

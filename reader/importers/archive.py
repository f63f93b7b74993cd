# SPDX-License-Identifier: GPL-3.0-or-later
"""Zip files of strangers, read member by member within bounds; nothing is ever unpacked to the disk."""

from __future__ import annotations

import io
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import BinaryIO

from reader.errors import FileDamaged, FileMissing, FileProtected, FileTooLarge, FileUnreadable, FileUnsafe

LARGEST_MEMBER_BYTES = 256 << 20
LARGEST_TOTAL_BYTES = 1 << 30
MOST_MEMBERS = 100_000
_MOST_TIMES_PACKED = 250
"""An honest member unpacks to less: XML of a word processor to some 20 times, the most repetitive of tables to 150."""
_RATIO_HOLDS_FROM_BYTES = 8 << 20
_DEEPEST_NESTING = 3
_PIECE = 1 << 20
_KNOWN_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2})
_LOCAL_HEADER_BYTES = 30
_ENCRYPTED = 0x1
_NAME_IS_UTF8 = 0x800


@dataclass(slots=True)
class Budget:
    """How much may still be unpacked, shared by an archive and the archives in it."""

    bytes_left: int = LARGEST_TOTAL_BYTES
    members_left: int = MOST_MEMBERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A file in an archive. ``name`` has ``/`` between its parts and never leads out of the archive."""

    name: str
    size_bytes: int
    encrypted: bool
    info: zipfile.ZipInfo = field(repr=False)


class Archive:
    """The members of a zip file. Folders, links and names that lead outside are left out and counted in ``refused``.

    Of several members with one name the last counts, as for other programs.

    Raises:
        FileDamaged: when it is no zip file.
        FileUnsafe: when it lists members that overlap, or too many.
        FileMissing, FileUnreadable.
    """

    def __init__(
        self, path: Path, *, source: BinaryIO | None = None, budget: Budget | None = None, depth: int = 0
    ) -> None:
        self.path = path
        self.refused = 0
        self._depth = depth
        self._budget = budget if budget is not None else Budget()
        self._zip = _open(path, source)
        self._members = self._listed()
        self._by_folded_name = {_folded(name): name for name in reversed(self._members)}

    @property
    def members(self) -> tuple[Member, ...]:
        """In the order in which the archive lists them."""
        return tuple(self._members.values())

    def __contains__(self, name: str) -> bool:
        return self.find(name) is not None

    def find(self, name: str) -> Member | None:
        """The member of this name; where there is none, one whose name differs in case or composition alone."""
        wanted = name if name in self._members else self._by_folded_name.get(_folded(name), "")
        return self._members.get(wanted)

    def read(self, name: str, largest_bytes: int = LARGEST_MEMBER_BYTES) -> bytes:
        """The bytes of a member, at most ``largest_bytes``.

        Raises:
            KeyError: when there is no such member.
            FileProtected: when it needs a password.
            FileTooLarge: when it, or all that was read together, is larger than allowed.
            FileDamaged: when it cannot be unpacked.
        FileUnsafe: when it unpacks to far more than an honest file would.
        """
        member = self.find(name)
        if member is None:
            raise KeyError(name)
        if member.encrypted:
            raise FileProtected(self.path)
        if member.info.compress_type not in _KNOWN_METHODS:
            raise FileDamaged(self.path, "a file in it is packed in a way that is not read")
        most = min(largest_bytes, self._budget.bytes_left)
        if member.size_bytes > most:
            raise FileTooLarge(self.path, most)
        return self._unpacked(member, most)

    def nested(self, name: str) -> Archive:
        """A zip file inside this one; the bounds hold for both together.

        Raises:
            FileUnsafe: also when archives are nested too deep.
        """
        if self._depth >= _DEEPEST_NESTING:
            raise FileUnsafe(self.path, "archives are nested in it too deep")
        source = io.BytesIO(self.read(name))
        return Archive(self.path / name, source=source, budget=self._budget, depth=self._depth + 1)

    def close(self) -> None:
        self._zip.close()

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _listed(self) -> dict[str, Member]:
        listed = self._zip.infolist()
        self._budget.members_left -= len(listed)
        if self._budget.members_left < 0:
            raise FileUnsafe(self.path, "it lists too many files")
        if _overlap(listed):
            raise FileUnsafe(self.path, "files in it overlap")
        members = {}
        for info in listed:
            name = safe_name(_name_of(info))
            if name is None or _is_link(info):
                self.refused += 1
            elif not _is_folder(info):
                self.refused += name in members
                encrypted = bool(info.flag_bits & _ENCRYPTED)
                members[name] = Member(name=name, size_bytes=info.file_size, encrypted=encrypted, info=info)
        return members

    def _unpacked(self, member: Member, most: int) -> bytes:
        pieces, size = [], 0
        try:
            with self._zip.open(member.info) as stream:
                while piece := stream.read(_PIECE):
                    size += len(piece)
                    self._check_size(member, size, most)
                    pieces.append(piece)
        except _DAMAGE as error:
            raise FileDamaged(self.path, "a file in it cannot be unpacked") from error
        except OSError as error:
            raise FileUnreadable(self.path, error.strerror or str(error)) from error
        self._budget.bytes_left -= size
        return b"".join(pieces)

    def _check_size(self, member: Member, size: int, most: int) -> None:
        if size > most:
            raise FileTooLarge(self.path, most)
        if size > _RATIO_HOLDS_FROM_BYTES and size > member.info.compress_size * _MOST_TIMES_PACKED:
            raise FileUnsafe(self.path, "it unpacks to far more than it holds")


_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, struct.error)


def safe_name(name: str) -> str | None:
    """The name with ``/`` between its parts and without ``.``; None for one that leads outside or names a drive."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".")]
    leads_out = name.startswith(("/", "\\")) or ".." in parts or (parts and parts[0][1:2] == ":")
    if leads_out or not parts or any(ord(char) < 0x20 for char in name):
        return None
    return "/".join(parts)


def resolved(base: str, reference: str) -> str | None:
    """The member that ``reference``, written in the member ``base``, names; None when it leads outside. Pure names."""
    parts = [] if reference.startswith("/") else list(PurePosixPath(base).parent.parts)
    for part in reference.split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def _open(path: Path, source: BinaryIO | None) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(source if source is not None else path)
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise FileUnreadable(path, error.strerror or str(error)) from error
    except (*_DAMAGE, IndexError) as error:
        raise FileDamaged(path, "it is cut short, or not a zip file as it should be") from error


def _name_of(info: zipfile.ZipInfo) -> str:
    """The name as it was meant: packers of macOS write UTF-8 without saying so."""
    name = info.orig_filename
    if info.flag_bits & _NAME_IS_UTF8:
        return name
    try:
        return name.encode("cp437").decode()
    except UnicodeError:
        return name


def _is_link(info: zipfile.ZipInfo) -> bool:
    return stat.S_ISLNK(info.external_attr >> 16)


def _is_folder(info: zipfile.ZipInfo) -> bool:
    return info.orig_filename.endswith(("/", "\\"))


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _overlap(listed: Iterable[zipfile.ZipInfo]) -> bool:
    """Whether two members share bytes of the file: a bomb packs the same bytes under many names."""
    places = sorted((info.header_offset, info.compress_size) for info in listed)
    ends = (offset + _LOCAL_HEADER_BYTES + size for offset, size in places)
    return any(end > following[0] for end, following in zip(ends, places[1:], strict=False))

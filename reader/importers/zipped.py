# SPDX-License-Identifier: GPL-3.0-or-later
"""A zip file of files: each of them is read as what it is, and nothing leads out of the archive."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from reader.errors import Cancelled, FileError, FormatNotRead, NoText
from reader.importers.archive import Archive, Member
from reader.importers.extracted import Cancelled as Asked
from reader.importers.extracted import Extracted, Notice, NoticeKind, Options, Progress
from reader.importers.registry import detect

MOST_TOLD = 40
"""Files left out of which each is named; the rest is counted."""
PARTS = " › "
"""Between the names of an archive in an archive, of a file in it, and of a row in that."""


def extract(path: Path, options: Options, progress: Progress, cancelled: Asked) -> Iterator[Extracted]:
    """The documents of all files in the archive, in the order of their names. What is left out is told with the last.

    Raises:
        Cancelled.
        FileDamaged, FileUnsafe, FileTooLarge, FileUnreadable: when it is no zip file, or a dangerous one.
        NoText: when there is nothing in it that can be read.
    """
    with Archive(path) as archive, tempfile.TemporaryDirectory() as folder:
        unpacking = _Unpacking(Path(folder), replace(options, as_format=None), progress, cancelled)
        last: Extracted | None = None
        for document in unpacking.documents(archive, ""):
            if last is not None:
                yield last
            last = document
        if last is None:
            raise NoText(path, "no file in it can be read")
        yield replace(last, notices=(*last.notices, *unpacking.notices()))


def wanted(name: str) -> bool:
    """Whether a file of this name is one of the user's: not what systems put beside them, nothing hidden."""
    parts = PurePosixPath(name).parts
    return not any(part.startswith((".", "__MACOSX")) or part in {"Thumbs.db", "desktop.ini"} for part in parts)


class _Unpacking:
    """The way through an archive and those in it."""

    def __init__(self, folder: Path, options: Options, progress: Progress, cancelled: Asked) -> None:
        self._folder = folder
        self._options = options
        self._progress = progress
        self._cancelled = cancelled
        self._left_out: list[str] = []
        self._refused = self._number = 0

    def documents(self, archive: Archive, above: str) -> Iterator[Extracted]:
        members = sorted((one for one in archive.members if wanted(one.name)), key=lambda member: member.name)
        self._refused += archive.refused
        for place, member in enumerate(members):
            if self._cancelled():
                raise Cancelled
            self._progress(place, len(members))
            try:
                yield from self._documents_of(archive, member, above)
            except FileError as error:
                self._left_out.append(f"{above}{member.name} ({_reason(error)})")

    def notices(self) -> list[Notice]:
        """What is to be told about files that were left out."""
        told = [Notice(kind=NoticeKind.SKIPPED_MEMBERS, count=1, detail=name) for name in self._left_out[:MOST_TOLD]]
        more = len(self._left_out) - len(told) + self._refused
        return [*told, Notice(kind=NoticeKind.SKIPPED_MEMBERS, count=more)] if more else told

    def _documents_of(self, archive: Archive, member: Member, above: str) -> Iterator[Extracted]:
        raw = archive.read(member.name)
        self._number += 1
        path = self._folder / f"{self._number}{PurePosixPath(member.name).suffix[:12]}"
        path.write_bytes(raw)
        del raw
        try:
            detected = detect(path, self._options)
            if detected.format.id == "archive":
                with archive.nested(member.name) as inner:
                    yield from self.documents(inner, f"{above}{member.name}{PARTS}")
                return
            for one in detected.format.importer.extract(
                path, self._options, lambda _done, _total: None, self._cancelled
            ):
                detail = f"{above}{member.name}" + (f"{PARTS}{one.source_detail}" if one.source_detail else "")
                yield replace(one, source_detail=detail, notices=(*detected.notices, *one.notices))
        finally:
            path.unlink(missing_ok=True)


def _reason(error: FileError) -> str:
    """A word or two: the report is about the archive, and its sentences would name a file that is gone."""
    if isinstance(error, FormatNotRead):
        return error.format
    return str(getattr(error, "reason", "")) or type(error).__name__

# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies of a library that were looked at before they are called a backup."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from reader.errors import BackupFailed, Cancelled, LibraryError
from reader.model.ids import new_id
from reader.store.check import Asked, Progress, check, page_problems, row_counts
from reader.store.connection import (
    PATIENCE_MS,
    Connection,
    before_connecting,
    connect,
    disconnect,
    identity_of,
    settle,
    settle_journal,
)
from reader.store.files import header_is_ours, remove_database, sync_folder
from reader.store.migrations import MIGRATIONS, form_of

KEPT_LAST = 5
KEPT_DAYS = 7
_DAY_S = 86_400


def back_up(
    connection: Connection, target: Path, *, progress: Progress | None = None, cancelled: Asked | None = None
) -> None:
    """Copy the library to ``target`` as it is now; one file, which only its owner may read.

    The copy is checked as ``hashiya doctor`` checks a library and counted against the original before it takes the
    place of what was at ``target``, which may be an older backup only.

    Raises:
        BackupFailed: saying why; ``target`` is then as it was.
        Cancelled: when ``cancelled`` says so; likewise.
    """
    tell, asked = progress or (lambda _: None), cancelled or (lambda: False)
    target = target.absolute()
    unfinished = target.with_name(f".{target.name}.{new_id()}")
    try:
        _refuse_target(connection, target)
        _prepare(unfinished)
        _copy_and_check(connection, unfinished, target, tell, asked)
        _put_in_place(unfinished, target)
    except Cancelled:
        raise
    except (OSError, LibraryError) as error:
        raise error if isinstance(error, BackupFailed) else BackupFailed(target, _reason(error)) from error
    finally:
        remove_database(unfinished)


@dataclass(frozen=True, slots=True, kw_only=True)
class AutomaticBackup:
    """A backup beside the library. ``number`` grows with each, for the day may come from a wrong clock."""

    path: Path
    number: int
    day: str
    before_migration: bool


def automatic_backups(library: Path) -> list[AutomaticBackup]:
    """The library's automatic backups, oldest first."""
    return [backup for backup in _numbered(library) if not backup.before_migration]


def back_up_automatically(
    connection: Connection, day: date, *, progress: Progress | None = None, cancelled: Asked | None = None
) -> Path:
    """A new backup in the folder ``backups`` beside the library; older ones are thinned out once it is there.

    Raises:
        BackupFailed: saying why; all earlier backups are then kept.
    """
    target = _next_name(connection.path, day)
    _remove_unfinished(connection.path)
    back_up(connection, target, progress=progress, cancelled=cancelled)
    backups = automatic_backups(connection.path)
    for backup in set(backups) - set(worth_keeping(backups)):
        backup.path.unlink(missing_ok=True)
    return target


def back_up_before_migration(connection: Connection) -> Path:
    """A copy of a library of an older form, checked as far as any form can be. It is never thinned out.

    Raises:
        BackupFailed: saying why.
    """
    target = _next_name(connection.path, datetime.now(UTC).date(), suffix=f"-form-{form_of(connection)}")
    back_up(connection, target)
    return target


def worth_keeping(backups: Sequence[AutomaticBackup]) -> list[AutomaticBackup]:
    """Of backups, oldest first: the last five, and the last one of each of the last seven days that have any."""
    last_of_day = {backup.day: backup for backup in backups}
    recent = sorted(last_of_day.values(), key=lambda backup: backup.number)[-KEPT_DAYS:]
    kept = {*backups[-KEPT_LAST:], *recent}
    return [backup for backup in backups if backup in kept]


def _copy_and_check(connection: Connection, unfinished: Path, target: Path, tell: Progress, asked: Asked) -> None:
    copy = connect(unfinished, read_only=False, patience_ms=PATIENCE_MS)
    copy.path = target  # Failures name the file that the user knows of.
    try:
        counts = _copy(connection, copy, lambda part: tell(part / 2), asked)
        settle(copy, patience_ms=PATIENCE_MS)
        settle_journal(copy, wal=False)
        problem = next(iter(_problems(copy, lambda part: tell((1 + part) / 2), asked)), None)
        if problem is not None:
            raise BackupFailed(target, f"the copy was checked, and: {problem}")
        if row_counts(copy) != counts:
            raise BackupFailed(target, "the copy does not hold as much as the library")
    finally:
        disconnect(copy)


def _copy(connection: Connection, copy: Connection, tell: Progress, asked: Asked) -> tuple[tuple[str, int], ...]:
    """Copy one state of the library, whoever is writing meanwhile; how many rows each table has in that state."""

    def heard(remaining: int, total: int) -> None:
        if asked():
            raise Cancelled
        tell(1 - remaining / max(total, 1))

    connection.execute("begin")
    try:
        counts = row_counts(connection)
        connection.copy_into(copy, heard)
    finally:
        connection.execute("rollback")
    return counts


def _problems(copy: Connection, tell: Progress, asked: Asked) -> Iterable[str]:
    if form_of(copy) < len(MIGRATIONS):
        return page_problems(copy)
    return check(copy, progress=tell, cancelled=asked).problems


def _refuse_target(connection: Connection, target: Path) -> None:
    if not target.exists():
        return
    if identity_of(target) == connection.identity:
        raise BackupFailed(target, "this is the library itself")
    with before_connecting(target) as is_free:
        if not is_free or not header_is_ours(target):
            raise BackupFailed(target, "another file stands there")


def _prepare(unfinished: Path) -> None:
    unfinished.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def _put_in_place(unfinished: Path, target: Path) -> None:
    descriptor = os.open(unfinished, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    unfinished.replace(target)
    sync_folder(target.parent)


def _next_name(library: Path, day: date, suffix: str = "") -> Path:
    number = max((backup.number for backup in _numbered(library)), default=0) + 1
    return _folder_of(library) / f"{library.stem}-{number:06d}-{day.isoformat()}{suffix}{library.suffix}"


def _numbered(library: Path) -> list[AutomaticBackup]:
    """All backups beside the library, oldest first."""
    name = re.compile(
        rf"{re.escape(library.stem)}-(\d{{6,}})-(\d{{4}}-\d\d-\d\d)(-form-\d+)?{re.escape(library.suffix)}"
    )
    folder = _folder_of(library)
    found = [
        AutomaticBackup(path=path, number=int(match[1]), day=match[2], before_migration=match[3] is not None)
        for path in (folder.iterdir() if folder.is_dir() else ())
        if (match := name.fullmatch(path.name))
    ]
    return sorted(found, key=lambda backup: backup.number)


def _remove_unfinished(library: Path) -> None:
    """Remove what backups left that were killed while they copied, more than a day ago."""
    name = re.compile(re.escape(f".{library.stem}-") + r".*\.[0-9a-f]{32}")
    for path in _folder_of(library).glob(".*"):
        if name.fullmatch(path.name) and time.time() - path.stat().st_mtime > _DAY_S:
            remove_database(path)


def _folder_of(library: Path) -> Path:
    return library.absolute().parent / "backups"


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return str(error).removeprefix(f"{error.path}: ") if isinstance(error, LibraryError) else str(error)

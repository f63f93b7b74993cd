# SPDX-License-Identifier: GPL-3.0-or-later
"""A day of use leaves a backup, and a failure to make one is told."""

from __future__ import annotations

from pathlib import Path

from hand import Start
from pytestqt.qtbot import QtBot

from reader.errors import ReaderError
from reader.resources import resource
from reader.store import Library

SAMPLE = next(iter(sorted(resource("samples").glob("*.txt"))))


def test_a_day_leaves_one_backup(qtbot: QtBot, start: Start, library_path: Path) -> None:
    hand = start(SAMPLE)
    folder = library_path.parent / "backups"
    daily = hand.program.desk.daily_backup
    daily.look()
    qtbot.waitUntil(lambda: len(list(folder.glob("*"))) == 1, timeout=20_000)
    hand.wait_for_rest()
    daily.look()
    hand.wait_for_rest()
    (backup,) = folder.glob("*")
    with Library.open(backup, create=False, read_only=True) as library:
        assert library.documents.count() == 1
        assert library.check().is_whole


def test_a_backup_that_cannot_be_made_is_told(qtbot: QtBot, start: Start, library_path: Path) -> None:
    hand = start(SAMPLE)
    (library_path.parent / "backups").write_text("in the way", encoding="utf-8")
    with qtbot.waitSignal(hand.program.desk.daily_backup.failed, timeout=20_000) as told:
        hand.program.desk.daily_backup.look()
    assert told.args is not None
    assert isinstance(told.args[0], ReaderError)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Where one reads is found again, also when the program had no time to say goodbye."""

from __future__ import annotations

import shutil
from pathlib import Path

from hand import Start
from pytestqt.qtbot import QtBot

from reader.resources import resource
from reader.settings import LAST_DOCUMENT, PLACES, Settings, settings_path

SAMPLE = next(iter(sorted(resource("samples").glob("*.txt"))))


def test_the_place_is_on_disk_soon_after_the_page_stands_still(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    hand = start(SAMPLE)
    document = hand.program.desk.controller.document
    assert document is not None
    qtbot.waitUntil(lambda: Settings.load(settings_path()).get(LAST_DOCUMENT) == document.id, timeout=5000)
    hand.pane.show_place(2500)
    offset = hand.pane.top_offset
    qtbot.waitUntil(lambda: Settings.load(settings_path()).get(PLACES).get(document.id) == offset, timeout=10_000)

    killed = tmp_path / "as the kill left it"
    shutil.copy(settings_path(), killed)
    hand.program.close()
    shutil.copy(killed, settings_path())
    again = start()
    assert again.program.desk.controller.document == document
    assert again.pane.top_offset == offset

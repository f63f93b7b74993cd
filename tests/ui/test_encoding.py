# SPDX-License-Identifier: GPL-3.0-or-later
"""A text in an old encoding can be put right from the window when the guess was wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from hand import Hand, Start
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.ui.dialogs.encoding import EncodingDialog

TEXT = "قالت المعلمة إن الدرس الأول يبدأ في الصباح الباكر.\nثم انصرف الجميع إلى بيوتهم."


def choose(hand: Hand, encoding: str) -> None:
    """Pick the encoding in the dialog when it is up and press its button."""
    hand.wait(lambda: hand.program.window.findChildren(EncodingDialog))
    (dialog,) = hand.program.window.findChildren(EncodingDialog)
    hand.wait(dialog.isVisible)
    (item,) = dialog.list.findItems(encoding, Qt.MatchFlag.MatchStartsWith)
    dialog.list.setCurrentItem(item)
    dialog.open_button.click()


@pytest.mark.parametrize(("written", "chosen"), [("windows-1256", "Windows-1256"), ("mac_arabic", "Mac Arabic")])
def test_a_text_read_wrongly_is_read_anew(
    qtbot: QtBot, start: Start, tmp_path: Path, written: str, chosen: str
) -> None:
    path = tmp_path / "درس.txt"
    path.write_bytes(TEXT.encode(written))
    hand = start()
    hand.desk.open_file_in(path, "iso-8859-6" if written == "windows-1256" else "windows-1256")
    hand.wait_for_rest()
    assert hand.text != TEXT
    hand.desk.actions["open_encoded"].trigger()
    choose(hand, chosen)
    hand.wait(lambda: hand.text == TEXT)
    hand.wait_for_rest()


def test_a_file_that_could_not_be_read_can_be_tried_in_another(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(TEXT.encode("windows-1256"))
    hand = start()
    with qtbot.waitSignal(hand.desk.opening.failed):
        hand.desk.open_file_in(path, "utf-8")
    hand.desk.actions["open_encoded"].trigger()
    choose(hand, "Windows-1256")
    hand.wait(lambda: hand.text == TEXT)
    hand.wait_for_rest()

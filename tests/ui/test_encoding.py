# SPDX-License-Identifier: GPL-3.0-or-later
"""A text in an old encoding can be put right from the window when the guess was wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from hand import Start
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

TEXT = "قالت المعلمة إن الدرس الأول يبدأ في الصباح الباكر.\nثم انصرف الجميع إلى بيوتهم."


def choose(hand: object, encoding: str) -> None:
    """Pick the encoding in the dialog that is up and press its button."""
    (dialog,) = hand.program.window.findChildren(QInputDialog)  # type: ignore[attr-defined]
    dialog.setTextValue(encoding)
    dialog.accept()


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

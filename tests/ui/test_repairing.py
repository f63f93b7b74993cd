# SPDX-License-Identifier: GPL-3.0-or-later
"""A text whose letters are stored wrong is noticed; its repair is shown first, done when asked, and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from arabic_reshaper import reshape
from articles_for_pdf import ARTICLES, truth_of
from bidi import get_display
from hand import Hand, Start
from PySide6.QtCore import Qt

TRUTH = truth_of(ARTICLES["news"])
DRAWN = "\n".join(get_display(reshape(line), base_dir="R") for line in TRUTH.split("\n"))


@pytest.fixture
def drawn(tmp_path: Path) -> Path:
    path = tmp_path / "قديم.txt"
    path.write_text(DRAWN, encoding="utf-8")
    return path


def _offered(start: Start, drawn: Path, language: str = "en") -> Hand:
    hand = start(drawn, language=language)
    hand.wait(hand.desk.window.messages.isVisible)
    return hand


def test_the_repair_is_offered_when_the_text_opens(start: Start, drawn: Path, language: str) -> None:
    hand = _offered(start, drawn, language)
    assert hand.text == DRAWN
    assert hand.desk.window.messages.answer_button.isVisible()


def test_what_would_change_is_shown_before_anything_does(start: Start, drawn: Path) -> None:
    hand = _offered(start, drawn)
    hand.desk.actions["repair_text"].trigger()
    dialog = hand.desk.repairing._dialog
    hand.wait(lambda: dialog.lines.rowCount() == 8)
    assert dialog.lines.item(0, 1).text() == TRUTH.split("\n")[0]
    assert dialog.lines.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert hand.text == DRAWN
    dialog.reject()


def test_the_repaired_text_is_shown_and_undo_brings_the_old_one_back(start: Start, drawn: Path) -> None:
    hand = _offered(start, drawn)
    hand.desk.actions["repair_text"].trigger()
    dialog = hand.desk.repairing._dialog
    hand.wait(dialog.repair.isEnabled)
    dialog.repair.click()
    hand.wait(lambda: hand.text.startswith("افتتاح مكتبة المدينة"))
    hand.desk.actions["undo"].trigger()
    hand.wait(lambda: hand.text == DRAWN)


def test_a_sound_text_is_not_bothered(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "سليم.txt"
    path.write_text(TRUTH, encoding="utf-8")
    hand = start(path)
    hand.wait(lambda: not hand.desk.jobs.is_running("needs-repair"))
    assert not hand.desk.window.messages.isVisible()
    hand.desk.actions["repair_text"].trigger()
    dialog = hand.desk.repairing._dialog
    hand.wait(lambda: "Nothing" in dialog.finding.text())
    assert not dialog.repair.isEnabled()
    dialog.reject()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Very many suggestions decided at once: by a process of its own, in one step of undo, and it can be stopped."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import suggestion
from hand import Hand, Start
from PySide6.QtWidgets import QMessageBox

from reader.store import Library
from reader.text.spans import Span
from reader.workspace.wishes import LARGE

MANY = LARGE + 1500
LINE = "وصل هاشمي إلى باكو 𞸀 WTDC-25 كَتَبَ.\n"


@pytest.fixture
def hand(start: Start, tmp_path: Path, library_path: Path) -> Hand:
    path = tmp_path / "many.txt"
    path.write_text(LINE * MANY, encoding="utf-8")
    opened: Hand = start(path)
    document = opened.desk.controller.document
    assert document is not None
    at = LINE.index("باكو")
    spans = [Span(number * len(LINE) + at, number * len(LINE) + at + 4) for number in range(MANY)]
    with Library.open(library_path) as library:
        library.suggestions.replace(document.id, "test", [suggestion(opened.text, span) for span in spans])
    opened.desk.controller.look_around()
    opened.wait(lambda: opened.desk.counts.total == MANY and not opened.desk.counts.is_counting)
    return opened


def count(hand: Hand) -> int:
    document = hand.desk.controller.document
    assert document is not None
    return hand.desk.controller.ask(lambda library: library.annotations.count(document.id), -1)


def ask(hand: Hand, action: str) -> None:
    hand.desk.actions[action].trigger()
    hand.wait(lambda: hand.window.findChildren(QMessageBox))
    box = hand.window.findChildren(QMessageBox)[-1]
    assert str(MANY) in box.text()
    box.button(QMessageBox.StandardButton.Ok).click()


def rest(hand: Hand) -> None:
    hand.wait(lambda: not hand.desk.controller.is_busy, 60_000)


def test_very_many_are_accepted_and_taken_back_in_one_step(hand: Hand) -> None:
    ask(hand, "accept_all")
    rest(hand)
    accepted = count(hand)
    hand.desk.actions["undo"].trigger()
    rest(hand)

    assert accepted == MANY
    assert count(hand) == 0
    hand.wait(lambda: hand.desk.counts.total == MANY)


def test_very_many_are_rejected_and_the_window_shows_it(hand: Hand) -> None:
    ask(hand, "reject_all")
    rest(hand)

    hand.wait(lambda: hand.desk.counts.total == 0)
    assert count(hand) == 0
    assert "reject" in hand.desk.actions["undo"].text()


def test_stopped_it_changes_nothing_or_all(hand: Hand) -> None:
    ask(hand, "accept_all")
    hand.window.status.stop_button.click()
    rest(hand)

    assert count(hand) in (0, MANY)
    assert hand.desk.controller.session

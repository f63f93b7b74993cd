# SPDX-License-Identifier: GPL-3.0-or-later
"""The selection goes to the clipboard verbatim, also where it is a book, and what is stopped leaves the clipboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from hand import Hand, Start
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from reader.text.spans import Span
from reader.ui.copying import AT_ONCE

CTRL = Qt.KeyboardModifier.ControlModifier
LINE = "زار 😀 𞸀 القَاهِرَةَ in 2020\n"


@pytest.fixture
def hand(start: Start, tmp_path: Path) -> Hand:
    path = tmp_path / "book.txt"
    path.write_text(LINE * 60_000, "utf-8")
    opened = start(path, wait=False)
    opened.wait(lambda: opened.program.desk is not None and opened.desk.controller.document is not None, 60_000)
    opened.desk.opening.stop()
    QApplication.clipboard().setText("before")
    return opened


def test_a_book_is_copied_verbatim_beside_the_window(hand: Hand) -> None:
    hand.pane.setFocus()
    hand.press(Qt.Key.Key_A, CTRL)
    hand.press(Qt.Key.Key_C, CTRL)
    meanwhile = (QApplication.clipboard().text(), hand.window.status.activity)
    hand.wait(lambda: not hand.desk.copying.is_running, 60_000)

    assert meanwhile == ("before", "Copying the selection…")
    assert QApplication.clipboard().text() == LINE * 60_000
    assert hand.window.status.activity == ""


def test_a_part_longer_than_a_piece_is_copied_to_the_letter(hand: Hand) -> None:
    hand.pane.select(Span(7, 1_200_011))
    hand.desk.copying.copy()
    hand.wait(lambda: not hand.desk.copying.is_running, 60_000)

    assert QApplication.clipboard().text() == (LINE * 60_000)[7:1_200_011]


def test_less_is_there_at_once(hand: Hand) -> None:
    hand.pane.select(Span(3, AT_ONCE))
    hand.desk.copying.copy()

    assert QApplication.clipboard().text() == (LINE * 60_000)[3:AT_ONCE]


def test_what_is_stopped_leaves_the_clipboard_as_it_was(hand: Hand) -> None:
    hand.pane.select(Span(0, 1_200_000))
    hand.desk.copying.copy()
    hand.window.status.stop_button.click()
    hand.wait(lambda: hand.window.status.activity == "", 60_000)

    assert QApplication.clipboard().text() == "before"

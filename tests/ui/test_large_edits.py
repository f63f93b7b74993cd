# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of very many records in the real window: it stays usable for reading, and they are whole or not at all."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest
from hand import Hand, Start
from PySide6.QtCore import QElapsedTimer, Qt, QTimer

from reader.model.suggestion import EVERY_SUGGESTION
from reader.text.spans import Span
from reader.workspace.wishes import LARGE

CTRL = Qt.KeyboardModifier.ControlModifier
MANY = 30_000


@pytest.fixture
def hand(start: Start, tmp_path: Path) -> Hand:
    path = tmp_path / "نص.txt"
    path.write_text("زار 😀 محمد القَاهِرَةَ in 2020\n" * (MANY // 10), "utf-8")
    return start(path)


def tag_many(hand: Hand, number: int = MANY) -> bool:
    return hand.desk.controller.tag((Span(place, place + 2) for place in range(number)), "person")


def count(hand: Hand) -> int:
    return hand.desk.window.status.counts[0]


def wait_for_end(hand: Hand) -> None:
    hand.wait(lambda: not hand.desk.controller.is_busy, 60_000)


def test_very_many_tags_are_made_undone_and_made_again(hand: Hand) -> None:
    is_done_at_once = tag_many(hand)
    wait_for_end(hand)
    made = count(hand)
    hand.press(Qt.Key.Key_Z, CTRL)
    undoing = hand.desk.controller.is_busy
    wait_for_end(hand)
    undone = count(hand)
    hand.press(Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    wait_for_end(hand)

    assert (is_done_at_once, made, undoing, undone, count(hand)) == (False, MANY, True, 0, MANY)
    assert hand.window.messages.sentence == ""


def test_the_window_goes_on_meanwhile(hand: Hand) -> None:
    longest, clock = [0], QElapsedTimer()
    beat = QTimer(interval=0)

    def on_beat() -> None:
        longest[0] = max(longest[0], clock.restart())

    beat.timeout.connect(on_beat)
    tag_many(hand)
    clock.start()
    beat.start()
    hand.wait(lambda: "Saving the change" in hand.window.status.activity)
    hand.pane.scroll_by(3000)
    hand.wait(lambda: not hand.desk.controller.is_busy, 60_000)
    beat.stop()

    assert longest[0] < 500  # on a machine that does other things too; the figure is for the benchmarks
    assert hand.window.status.activity == ""


def test_nothing_else_is_edited_meanwhile_and_that_is_told(hand: Hand) -> None:
    tag_many(hand)
    done = hand.desk.controller.tag([Span(0, 4)], "place")

    assert not done
    assert "large change is still being made" in hand.window.messages.sentence
    assert not hand.desk.actions["undo"].isEnabled()
    wait_for_end(hand)
    assert count(hand) == MANY
    assert hand.desk.controller.tag([Span(0, 4)], "place")


def test_a_stopped_one_is_taken_back_whole(hand: Hand) -> None:
    hand.wait(lambda: not hand.desk.opening.is_busy)
    tag_many(hand)
    hand.desk.large_edits.progressed.connect(
        lambda done, _total: hand.window.status.stop_button.click() if done > MANY // 2 else None
    )
    wait_for_end(hand)
    hand.desk.controller.look_around()

    assert hand.desk.controller.annotations_in(Span(0, 100)) == []
    assert hand.desk.controller.undo_name is None
    assert hand.window.messages.sentence == ""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_when_its_process_is_killed_that_is_told_and_nothing_was_changed(hand: Hand) -> None:
    def kill(done: int, _total: int) -> None:
        if done > MANY // 2:
            for process_id in hand.desk.jobs.workers.process_ids:
                os.kill(process_id, signal.SIGKILL)

    hand.desk.large_edits.progressed.connect(kill)
    tag_many(hand)
    wait_for_end(hand)

    assert "ended too early" in hand.window.messages.sentence
    assert hand.desk.controller.annotations_in(Span(0, 100)) == []


def test_closing_waits_for_it_and_after_a_restart_all_is_there(hand: Hand, start: Start) -> None:
    tag_many(hand)
    closed_at_once = hand.window.close()
    hint = hand.window.status.hint
    hand.wait(lambda: not hand.window.isVisible(), 60_000)
    hand.program.close()
    again = start()

    assert not closed_at_once
    assert "closes when the change is saved" in hint
    assert count(again) == MANY


def test_all_suggestions_are_accepted_in_one_step(hand: Hand) -> None:
    number = hand.desk.deciding.count(EVERY_SUGGESTION)
    assert number > LARGE

    hand.desk.deciding.accept_all(EVERY_SUGGESTION)
    wait_for_end(hand)
    accepted = count(hand)
    hand.desk.controller.undo()
    wait_for_end(hand)

    assert (accepted, count(hand)) == (number, 0)
    assert hand.desk.deciding.count(EVERY_SUGGESTION) == number

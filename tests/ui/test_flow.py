# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole road in the real window: open, recognise, select, tag, note, undo, restart, find again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hand import Hand, Start
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from reader.text.spans import Span

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NOTE = "ملاحظة Note"


def mixed_phrase(text: str) -> str:
    """An Arabic word and the Latin one that follows it in the same line."""
    found = re.search(r"[\u0621-\u064a]+ \(?[A-Za-z][A-Za-z0-9-]+", text)
    assert found is not None
    return found[0]


@pytest.fixture
def hand(start: Start, article: Path, language: str) -> Hand:
    return start(article, language=language)


@pytest.fixture
def tagged(hand: Hand) -> Span:
    """A span over both directions, selected with the mouse and tagged with a key."""
    span = hand.span_of(mixed_phrase(hand.text))
    hand.drag_over(span)
    hand.press("4")
    return span


def test_entities_are_suggested_on_the_page(hand: Hand) -> None:
    assert hand.desk.marks(Span(0, 3000))


def test_a_mixed_phrase_selected_with_the_mouse_is_what_gets_the_tag(hand: Hand, tagged: Span) -> None:
    assert [(each.span, each.tag_id, each.quote) for each in hand.annotations] == [
        (tagged, "place", hand.text[tagged.start : tagged.end])
    ]


def test_a_note_is_written_and_saved_by_keyboard(hand: Hand, tagged: Span) -> None:
    hand.press(Qt.Key.Key_M, CTRL)
    hand.wait(hand.desk.note.isVisible)
    hand.press(NOTE)
    hand.press(Qt.Key.Key_Return, CTRL)

    assert [each.note for each in hand.annotations] == [NOTE]


def test_undo_and_redo_take_the_tag_away_and_bring_it_back(hand: Hand, tagged: Span) -> None:
    hand.press(Qt.Key.Key_Z, CTRL)
    after_undo = hand.annotations
    hand.press(Qt.Key.Key_Z, CTRL | SHIFT)

    assert after_undo == []
    assert [each.span for each in hand.annotations] == [tagged]


def test_after_a_restart_the_tag_is_there_and_can_be_undone(hand: Hand, tagged: Span, start: Start) -> None:
    hand.program.close()
    again = start()
    found = [each.span for each in again.annotations]
    again.press(Qt.Key.Key_Z, CTRL)

    assert found == [tagged]
    assert again.annotations == []


def test_a_tagged_phrase_is_found_again_by_searching(hand: Hand, tagged: Span) -> None:
    hand.pane.go_to(0)
    hand.press(Qt.Key.Key_F, CTRL)
    hand.press(hand.text[tagged.start : tagged.end])
    hand.wait(lambda: hand.desk.search.is_complete and hand.desk.search.count)

    assert hand.pane.selection == tagged


def test_the_keyboard_alone_selects_tags_removes_and_walks(hand: Hand) -> None:
    hand.pane.setFocus()
    hand.press(Qt.Key.Key_Home, CTRL)
    hand.press(Qt.Key.Key_Left, CTRL | SHIFT)
    hand.press("1")
    tagged = [each.tag_id for each in hand.annotations]
    hand.press(Qt.Key.Key_Home, CTRL)
    hand.press(Qt.Key.Key_F8)
    hand.press(Qt.Key.Key_Delete)

    assert tagged == ["person"]
    assert hand.annotations == []


def test_an_arabic_digit_gives_the_tag_too(hand: Hand) -> None:
    hand.drag_over(hand.span_of(mixed_phrase(hand.text)))
    hand.press("٤")

    assert [each.tag_id for each in hand.annotations] == ["place"]


def test_a_suggestion_is_accepted_and_the_next_rejected_by_keys(hand: Hand) -> None:
    hand.pane.setFocus()
    hand.press(Qt.Key.Key_F6)
    first = hand.desk.current.suggestion
    hand.press(Qt.Key.Key_Return)
    second = hand.desk.current.suggestion
    hand.press(Qt.Key.Key_Backspace)

    assert first is not None
    assert second is not None
    assert [(each.span, each.tag_id) for each in hand.annotations] == [(first.span, first.tag_id)]
    assert second not in hand.desk.controller.suggestions_in(second.span)


def test_clicking_a_tag_selects_it_in_the_sidebar(hand: Hand, tagged: Span) -> None:
    hand.desk.current.clear()
    hand.click_on(tagged)

    current = hand.desk.current.annotation
    assert current is not None
    assert current.span == tagged


def test_a_second_window_sees_the_tag(hand: Hand, start: Start, article: Path) -> None:
    other = start(article)
    hand.drag_over(hand.span_of(mixed_phrase(hand.text)))
    hand.press("4")

    other.wait(lambda: other.desk.window.status.counts[0] == 1)
    assert [each.tag_id for each in other.annotations] == ["place"]


def test_copying_gives_the_text_in_logical_order(hand: Hand) -> None:
    phrase = mixed_phrase(hand.text)
    hand.drag_over(hand.span_of(phrase))
    hand.press(Qt.Key.Key_C, CTRL)

    assert QApplication.clipboard().text() == phrase

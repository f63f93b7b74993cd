# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of all occurrences: ticked by the user, tagged in one step."""

from __future__ import annotations

import time

import pytest
from builders import TEXTS, span_of
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QStyleOptionViewItem
from ui.models.fakes import shown_tags

from reader.text.direction import Direction
from reader.text.spans import Span
from reader.ui.dialogs.occurrence_row import OccurrenceDelegate
from reader.ui.dialogs.occurrences import OccurrencesDialog
from reader.ui.models.occurrences import Occurrence, OccurrenceForm

Key = Qt.Key
DIRECTIONS = [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
WORDS = {"plain": "مدينة", "vocalised": "الطَّالِبُ", "mixed": "WTDC-25", "astral": "كلمة"}


def occurrence(number: int, form: OccurrenceForm = OccurrenceForm.BARE) -> Occurrence:
    return Occurrence(
        span=Span(20 * number, 20 * number + 4), before="زار مدينة ", keyword="باكو", after=" أمس", form=form
    )


@pytest.fixture
def dialog(qtbot) -> OccurrencesDialog:
    made = OccurrencesDialog()
    qtbot.addWidget(made)
    made.set_tags(shown_tags())
    made.begin("باكو", "place")
    made.add([occurrence(1), occurrence(2, OccurrenceForm.PROCLITIC), occurrence(3)])
    made.finish()
    made.show()
    qtbot.waitActive(made)
    return made


def bare(dialog, row):
    return dialog.model.index(row, 0, dialog.model.index(0, 0))


def test_the_button_gives_the_tag_to_all_ticked_in_text_order(qtbot, dialog):
    with qtbot.waitSignal(dialog.tag_requested) as wish:
        qtbot.mouseClick(dialog.give, Qt.MouseButton.LeftButton)

    assert wish.args == [[Span(20, 24), Span(40, 44), Span(60, 64)], "place"]
    assert not dialog.isVisible()


def test_return_in_the_list_gives_the_tag(qtbot, dialog):
    dialog.rows.setFocus()

    with qtbot.waitSignal(dialog.tag_requested):
        qtbot.keyClick(dialog.rows, Key.Key_Return)


def test_space_unticks_the_selected_row(qtbot, dialog):
    dialog.rows.setCurrentIndex(bare(dialog, 0))

    qtbot.keyClick(dialog.rows, Key.Key_Space)

    assert dialog.model.ticked_spans() == [Span(40, 44), Span(60, 64)]
    assert "2" in dialog.give.text()


def test_space_on_a_group_unticks_all_of_it(qtbot, dialog):
    dialog.rows.setCurrentIndex(dialog.model.index(0, 0))

    qtbot.keyClick(dialog.rows, Key.Key_Space)

    assert dialog.model.ticked_spans() == [Span(40, 44)]


def test_a_click_on_the_tick_of_a_row_unticks_it(qtbot, dialog):
    option = QStyleOptionViewItem()
    dialog.rows.initViewItemOption(option)
    option.rect = dialog.rows.visualRect(bare(dialog, 0))
    line = dialog.rows.itemDelegate().line_rect(option)
    place = option.rect.center()
    place.setX((option.rect.left() + line.left()) // 2)

    qtbot.mouseClick(dialog.rows.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert dialog.model.ticked_count == 2


def test_nothing_ticked_gives_nothing(qtbot, dialog):
    qtbot.mouseClick(dialog.tick_none, Qt.MouseButton.LeftButton)
    assert not dialog.give.isEnabled()

    qtbot.mouseClick(dialog.tick_all, Qt.MouseButton.LeftButton)
    assert dialog.give.isEnabled()


def test_going_to_a_row_shows_it_on_the_page(qtbot, dialog):
    with qtbot.waitSignal(dialog.occurrence_chosen) as chosen:
        dialog.rows.setCurrentIndex(bare(dialog, 1))

    assert chosen.args == [Span(60, 64)]


def test_another_tag_can_be_given(qtbot, dialog):
    with qtbot.waitSignal(dialog.tag_selected) as selected:
        dialog.tag.setCurrentIndex(dialog.tag.findData("event"))
    with qtbot.waitSignal(dialog.tag_requested) as wish:
        qtbot.mouseClick(dialog.give, Qt.MouseButton.LeftButton)

    assert selected.args == ["event"]
    assert wish.args[1] == "event"


def test_closing_while_places_still_come_in_stops_the_search(qtbot, dialog):
    dialog.begin("باكو", "place")

    with qtbot.waitSignal(dialog.search_cancelled), qtbot.assertNotEmitted(dialog.tag_requested):
        qtbot.keyClick(dialog, Key.Key_Escape)


def test_closing_afterwards_stops_nothing(qtbot, dialog):
    with qtbot.assertNotEmitted(dialog.search_cancelled):
        dialog.reject()


def test_a_phrase_that_is_nowhere_is_said_to_be(dialog):
    dialog.begin("غائب", "")
    dialog.finish()

    assert "No place" in dialog.headline.text()
    assert not dialog.give.isEnabled()


def test_fifty_thousand_places_come_in_quickly(qtbot, dialog):
    places = [occurrence(number, list(OccurrenceForm)[number % 6]) for number in range(1, 50_001)]
    dialog.begin("باكو", "place")

    began = time.perf_counter()
    for start in range(0, 50_000, 1_000):
        dialog.add(places[start : start + 1_000])
    dialog.finish()
    dialog.rows.viewport().grab()

    assert time.perf_counter() - began < 30
    assert dialog.model.ticked_count == 50_000


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_in_both_directions_the_tick_leads_and_the_line_follows(qtbot, dialog, direction):
    dialog.setLayoutDirection(direction)
    option = QStyleOptionViewItem()
    option.initFrom(dialog.rows)
    option.rect = dialog.rows.visualRect(bare(dialog, 0))

    line = dialog.rows.itemDelegate().line_rect(option)

    room_left, room_right = line.left() - option.rect.left(), option.rect.right() - line.right()
    assert (room_right > room_left) == (direction == Qt.LayoutDirection.RightToLeft)


@pytest.mark.parametrize("kind", list(WORDS))
def test_the_keyword_is_found_in_the_line_and_the_line_is_shaped_whole(qtbot, dialog, kind):
    text, word = TEXTS[kind].replace("\n", " "), WORDS[kind]
    span = span_of(text, word)
    found = Occurrence(
        span=span,
        before=text[: span.start],
        keyword=word,
        after=text[span.end :],
        direction=Direction.RIGHT_TO_LEFT,
    )
    delegate = OccurrenceDelegate(dialog)
    delegate.set_quote_font(QFont(dialog.font()))

    layout, middle = delegate.keyword_at(found)

    line = layout.lineAt(0)
    units = len(text[: span.start].encode("utf-16-le")) // 2
    edges = sorted([line.cursorToX(units)[0], line.cursorToX(units + len(word.encode("utf-16-le")) // 2)[0]])
    assert layout.text() == text
    assert edges[0] < middle < edges[1]

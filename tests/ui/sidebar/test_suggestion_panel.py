# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of suggestions, used as a user does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QStyleOptionViewItem
from ui.models.fakes import SuggestionsInMemory, shown_tags, suggestion

from reader.text.spans import Span
from reader.ui.sidebar.suggestions import SuggestionPanel

Key = Qt.Key
DIRECTIONS = [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]


@pytest.fixture
def source() -> SuggestionsInMemory:
    return SuggestionsInMemory([suggestion(number) for number in range(450)])


@pytest.fixture
def panel(qtbot, source) -> SuggestionPanel:
    made = SuggestionPanel()
    qtbot.addWidget(made)
    made.set_tags(shown_tags())
    made.set_source(source)
    made.resize(320, 500)
    made.show()
    qtbot.waitActive(made)
    made.entries.setFocus()
    return made


def option_for(panel, row):
    option = QStyleOptionViewItem()
    option.initFrom(panel.entries)
    option.rect = panel.entries.visualRect(panel.model.index(row))
    return option


def only(panel, tag_id):
    panel.tags_menu.choose(frozenset({tag_id}))


def test_going_to_an_entry_chooses_it(qtbot, panel):
    place = panel.entries.visualRect(panel.model.index(2)).center()

    with qtbot.waitSignal(panel.suggestion_chosen) as chosen:
        qtbot.mouseClick(panel.entries.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert chosen.args == [suggestion(2)]


@pytest.mark.parametrize("key", [Key.Key_A, Key.Key_Return])
def test_a_key_accepts_what_is_selected(qtbot, panel, key):
    panel.set_current(suggestion(3))

    with qtbot.waitSignal(panel.accept_requested) as wish:
        qtbot.keyClick(panel.entries, key)

    assert wish.args == [[suggestion(3)]]


@pytest.mark.parametrize("key", [Key.Key_R, Key.Key_Delete])
def test_a_key_rejects_what_is_selected(qtbot, panel, key):
    panel.set_current(suggestion(3))

    with qtbot.waitSignal(panel.reject_requested) as wish:
        qtbot.keyClick(panel.entries, key)

    assert wish.args == [[suggestion(3)]]


def test_choosing_from_outside_makes_no_echo(qtbot, panel):
    with qtbot.assertNotEmitted(panel.suggestion_chosen):
        panel.set_current(suggestion(400))

    assert panel.selected() == [suggestion(400)]


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_the_buttons_of_a_row_accept_and_reject_it(qtbot, panel, direction):
    panel.setLayoutDirection(direction)
    accept, reject = panel.entries.itemDelegate().buttons(option_for(panel, 1))

    with qtbot.waitSignal(panel.accept_requested) as accepted, qtbot.assertNotEmitted(panel.suggestion_chosen):
        qtbot.mouseClick(panel.entries.viewport(), Qt.MouseButton.LeftButton, pos=accept.center())
    with qtbot.waitSignal(panel.reject_requested) as rejected:
        qtbot.mouseClick(panel.entries.viewport(), Qt.MouseButton.LeftButton, pos=reject.center())

    assert accepted.args == rejected.args == [[suggestion(1)]]


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_the_buttons_stand_at_the_trailing_side(panel, direction):
    panel.setLayoutDirection(direction)
    option = option_for(panel, 1)

    accept, reject = panel.entries.itemDelegate().buttons(option)

    middle = option.rect.center().x()
    is_mirrored = direction == Qt.LayoutDirection.RightToLeft
    assert (accept.center().x() < middle) == is_mirrored
    assert (reject.center().x() < accept.center().x()) == is_mirrored
    assert option.rect.contains(accept)
    assert option.rect.contains(reject)


def test_an_accepted_suggestion_goes_and_the_next_one_is_current(qtbot, panel, source):
    panel.set_current(suggestion(3))
    source.open.remove(suggestion(3))

    panel.refresh()

    assert panel.selected() == [suggestion(4)]


def test_accept_all_says_how_many_and_of_what(qtbot, panel):
    only(panel, "place")
    qtbot.waitUntil(lambda: "50" in panel.accept_all.text())

    with qtbot.waitSignal(panel.accept_all_requested) as wish:
        qtbot.mouseClick(panel.accept_all, Qt.MouseButton.LeftButton)

    assert "Place" in panel.accept_all.text()
    assert wish.args == [["place"], ""]


def test_reject_all_without_a_filter_means_all_tags(qtbot, panel):
    qtbot.waitUntil(lambda: "450" in panel.reject_all.text())

    with qtbot.waitSignal(panel.reject_all_requested) as wish:
        qtbot.mouseClick(panel.reject_all, Qt.MouseButton.LeftButton)

    assert wish.args == [[], ""]


def test_the_filter_shows_only_the_chosen_tag(panel):
    only(panel, "person")

    assert {one.tag_id for one in panel.model.records} == {"person"}


def test_nothing_open_offers_to_look_again(qtbot, panel):
    panel.set_source(SuggestionsInMemory([]))
    assert panel.empty.isVisible()

    with qtbot.waitSignal(panel.recognition_requested):
        qtbot.mouseClick(panel.empty.button, Qt.MouseButton.LeftButton)


def test_while_the_recogniser_runs_the_progress_is_seen(panel):
    panel.set_progress(0.25)
    assert panel.progress.isVisible()
    assert panel.progress.value() == 250

    panel.set_progress(None)
    assert not panel.progress.isVisible()


def test_suggestions_that_come_in_appear_without_moving_what_is_seen(qtbot, panel, source):
    panel.entries.verticalScrollBar().setValue(400)
    top = panel.model.record(panel.entries.indexAt(QPoint(60, 5)).row())
    source.open.append(suggestion(2, tag="work"))

    panel.refresh()

    assert panel.model.record(panel.entries.indexAt(QPoint(60, 5)).row()) == top


def test_the_list_follows_the_page(qtbot, panel):
    panel.follow(Span(4_000, 4_100))

    qtbot.waitUntil(lambda: panel.model.record(panel.entries.indexAt(QPoint(60, 5)).row()).span.start == 4_000)


def test_the_reason_and_confidence_are_told_to_screen_readers(panel):
    heard = panel.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert suggestion(0).reason in heard
    assert "50%" in heard

# SPDX-License-Identifier: GPL-3.0-or-later
"""The board of tags beside a selection, used with mouse and keys while the page keeps the focus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from ui.models.fakes import annotation, default_tags, make_tag, shown_tags
from ui.models.typing_keys import type_text

from reader.text.direction import Direction
from reader.ui.popups.placing import place_beside
from reader.ui.popups.present_tag import PresentTag
from reader.ui.popups.tag_picker import TagPicker

Key = Qt.Key
DIRECTIONS = [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
RTL, LTR = Direction.RIGHT_TO_LEFT, Direction.LEFT_TO_RIGHT
SELECTION = QRect(300, 60, 120, 28)


class Page(QWidget):
    """Stands for the reading pane: it has the focus and remembers the keys that reached it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.keys: list[int] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.keys.append(event.key())


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.page = Page(made)
    made.page.setGeometry(0, 0, 800, 600)
    made.show()
    qtbot.waitActive(made)
    made.page.setFocus()
    return made


@pytest.fixture
def picker(window) -> TagPicker:
    made = TagPicker(window)
    made.set_tags(shown_tags())
    return made


def show(picker, rect=SELECTION, present=(), direction=RTL):
    """Show it for a selection at ``rect`` of the window."""
    top_left = picker.parentWidget().mapToGlobal(rect.topLeft())
    picker.show_for(QRect(top_left, rect.size()), present, direction)


@pytest.mark.parametrize("direction", [RTL, LTR])
@pytest.mark.parametrize("place", [(10, 10), (300, 60), (660, 40), (400, 560), (5, 300), (690, 570)])
def test_it_lies_whole_in_the_window_and_never_over_the_selection(picker, place, direction):
    rect = QRect(QPoint(*place), QSize(100, 28))

    show(picker, rect, direction=direction)

    assert picker.parentWidget().rect().contains(picker.geometry())
    assert not picker.geometry().intersects(rect)


def test_a_selection_as_high_as_the_window_gets_it_at_its_side():
    bounds = QRect(0, 0, 800, 600)
    anchor = QRect(300, 0, 480, 600)

    place = place_beside(anchor, QSize(240, 300), bounds, Qt.LayoutDirection.RightToLeft)

    assert bounds.contains(QRect(place, QSize(240, 300)))
    assert not QRect(place, QSize(240, 300)).intersects(anchor)


def test_it_begins_where_the_selected_line_begins():
    bounds, anchor, size = QRect(0, 0, 800, 600), QRect(300, 60, 400, 28), QSize(240, 300)

    leftward = QRect(place_beside(anchor, size, bounds, Qt.LayoutDirection.RightToLeft), size)
    rightward = QRect(place_beside(anchor, size, bounds, Qt.LayoutDirection.LeftToRight), size)

    assert leftward.right() == anchor.right()
    assert rightward.left() == anchor.left()


def test_appearing_leaves_the_focus_on_the_page(window, picker):
    show(picker)

    assert picker.isVisible()
    assert window.page.hasFocus()


@pytest.mark.parametrize("key", ["4", "٤", "۴"])
def test_a_tags_key_pressed_on_the_page_chooses_it(qtbot, window, picker, key):
    show(picker)

    with qtbot.waitSignal(picker.tag_chosen) as chosen:
        type_text(window.page, key)

    assert chosen.args == ["place"]
    assert window.page.keys == []
    assert not picker.isVisible()


def test_keys_that_are_not_its_own_reach_the_page(qtbot, window, picker):
    show(picker)

    qtbot.keyClick(window.page, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)

    assert window.page.keys[-1] == Key.Key_Right
    assert picker.isVisible()


def test_without_the_picker_every_key_reaches_the_page(qtbot, window, picker):
    show(picker)
    picker.leave()

    qtbot.keyClick(window.page, Key.Key_4)

    assert window.page.keys == [Key.Key_4]


def test_escape_on_the_page_closes_it(qtbot, window, picker):
    show(picker)

    qtbot.keyClick(window.page, Key.Key_Escape)

    assert not picker.isVisible()
    assert window.page.keys == []


def test_going_to_another_part_of_the_window_puts_it_away(qtbot, window, picker):
    other = Page(window)
    other.show()
    show(picker)

    with qtbot.assertNotEmitted(picker.closed):
        other.setFocus()

    assert not picker.isVisible()
    assert other.hasFocus()


def test_a_click_chooses_a_tag(qtbot, picker):
    show(picker)
    row = picker.rows.visualItemRect(picker.rows.item(1)).center()

    with qtbot.waitSignal(picker.tag_chosen) as chosen:
        qtbot.mouseClick(picker.rows.viewport(), Qt.MouseButton.LeftButton, pos=row)

    assert chosen.args == ["role"]


def test_return_gives_the_tag_given_last(qtbot, window, picker):
    show(picker)
    type_text(window.page, "6")
    show(picker)

    with qtbot.waitSignal(picker.tag_chosen) as chosen:
        qtbot.keyClick(window.page, Key.Key_Return)

    assert chosen.args == ["date"]


def test_a_letter_starts_the_filter_and_return_chooses(qtbot, window, picker):
    show(picker)

    type_text(window.page, "م")
    type_text(picker.filter, "كان")
    with qtbot.waitSignal(picker.tag_chosen) as chosen:
        qtbot.keyClick(picker.filter, Key.Key_Return)

    assert picker.filter.text() == "مكان"
    assert chosen.args == ["place"]
    assert window.page.hasFocus()


def test_the_arrows_walk_through_the_tags_from_the_filter(qtbot, window, picker):
    show(picker)
    qtbot.keyClick(window.page, Key.Key_Tab)

    qtbot.keyClick(picker.filter, Key.Key_Down)
    with qtbot.waitSignal(picker.tag_chosen) as chosen:
        qtbot.keyClick(picker.filter, Key.Key_Return)

    assert chosen.args == ["role"]


def test_a_digit_in_a_typed_name_is_no_shortcut(qtbot, window, picker):
    show(picker)
    qtbot.keyClick(window.page, Key.Key_Tab)

    with qtbot.assertNotEmitted(picker.tag_chosen):
        type_text(picker.filter, "v2")

    assert picker.filter.text() == "v2"


@pytest.mark.parametrize("name", ["مخطوط", "كِتَابٌ", "ISO 8601", "رمز 𞸀🙂"])
def test_a_typed_name_that_no_tag_has_makes_a_new_one(qtbot, window, picker, name):
    show(picker)
    qtbot.keyClick(window.page, Key.Key_Tab)
    picker.filter.setText(name)
    picker.rows.setCurrentRow(picker.rows.count() - 1)

    with qtbot.waitSignal(picker.new_tag_requested) as wish:
        qtbot.keyClick(picker.filter, Key.Key_Return)

    assert wish.args == [name]


def test_the_name_of_a_tag_offers_no_second_one(picker):
    show(picker)

    picker.filter.setText("PLACE")

    assert picker.rows.count() == 1


def test_escape_in_the_filter_gives_the_focus_back(qtbot, window, picker):
    show(picker)
    qtbot.keyClick(window.page, Key.Key_Tab)
    assert picker.filter.hasFocus()

    with qtbot.waitSignal(picker.closed):
        qtbot.keyClick(picker.filter, Key.Key_Escape)

    assert window.page.hasFocus()
    assert not picker.isVisible()


def test_a_tag_that_is_there_can_be_taken_away(qtbot, picker):
    show(picker, present=[annotation(1), annotation(2)])
    button = picker.findChildren(PresentTag)[0]

    with qtbot.waitSignal(picker.removal_requested) as wish:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert wish.args == [[annotation(1).id]]
    assert picker.isVisible()
    assert not picker.geometry().intersects(SELECTION)


def test_all_occurrences_are_asked_for_with_the_tag_at_hand(qtbot, picker):
    show(picker)
    picker.rows.make_current("event")

    with qtbot.waitSignal(picker.all_occurrences_requested) as wish:
        qtbot.mouseClick(picker.occurrences, Qt.MouseButton.LeftButton)

    assert wish.args == ["event"]


def test_it_goes_when_the_window_changes_its_size(picker):
    show(picker)

    picker.parentWidget().resize(700, 500)

    assert not picker.isVisible()


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_in_both_directions_the_chip_leads_and_the_key_trails(picker, direction):
    picker.parentWidget().setLayoutDirection(direction)
    show(picker, present=[annotation(1)])
    rows = picker.rows
    option = rows.itemDelegate()
    from PySide6.QtWidgets import QStyleOptionViewItem

    item = QStyleOptionViewItem()
    item.initFrom(rows)
    item.rect = rows.visualItemRect(rows.item(0))
    chip, name, key = option.places(item, rows.model().index(0, 0))

    ordered = [chip.center().x(), name.center().x(), key.center().x()]
    assert ordered == sorted(ordered, reverse=direction == Qt.LayoutDirection.RightToLeft)
    assert not chip.intersects(name)
    assert not name.intersects(key)


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_in_both_directions_a_present_tag_has_its_cross_at_the_trailing_side(picker, direction):
    picker.parentWidget().setLayoutDirection(direction)
    show(picker, present=[annotation(1)])

    chip, name, cross = picker.findChildren(PresentTag)[0].places()

    ordered = [chip.center().x(), name.center().x(), cross.center().x()]
    assert ordered == sorted(ordered, reverse=direction == Qt.LayoutDirection.RightToLeft)


def test_many_tags_scroll_instead_of_growing_over_the_window(picker):
    many = [*default_tags(), *(make_tag(f"t{n}", n, (("en", f"Tag {n}"),)) for n in range(9, 60))]
    picker.set_tags(shown_tags(tags=many))

    show(picker)

    assert picker.height() < 420
    assert picker.parentWidget().rect().contains(picker.geometry())


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_window_of_its_own_stays_on_the_screen(qtbot):
    alone = TagPicker()
    qtbot.addWidget(alone)
    alone.set_tags(shown_tags())
    screen = alone.screen().availableGeometry()

    alone.show_for(QRect(screen.bottomRight() - QPoint(40, 30), QSize(40, 28)), (), RTL)

    assert screen.contains(alone.geometry())

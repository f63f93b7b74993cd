# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes and attributes are edited beside the annotation, and what was typed is never lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from ui.models.fakes import annotation, shown_tags
from ui.models.typing_keys import type_text

from reader.ui.popups.attributes import named_once
from reader.ui.popups.note import NotePopup

Key = Qt.Key
DIRECTIONS = [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
CONTROL = Qt.KeyboardModifier.ControlModifier
TEXTS = ["ملاحظة", "مُلَاحَظَةٌ", "see ص 12 also", "رمز 𞸀 🙂"]


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.other = QLineEdit()
    QVBoxLayout(made).addWidget(made.other)
    made.show()
    qtbot.waitActive(made)
    return made


@pytest.fixture
def popup(window) -> NotePopup:
    made = NotePopup(window)
    made.set_tags(shown_tags())
    return made


def rect_in(window) -> QRect:
    return QRect(window.mapToGlobal(QPoint(300, 100)), QSize(100, 28))


def open_for(popup, **fields):
    popup.edit(replace(annotation(3), **fields), rect_in(popup.parentWidget()))


@pytest.mark.parametrize("text", TEXTS)
def test_control_return_saves_what_was_typed(qtbot, popup, text):
    open_for(popup)
    assert popup.text.hasFocus()
    type_text(popup.text, text)

    with qtbot.waitSignal(popup.note_saved) as saved:
        qtbot.keyClick(popup.text, Key.Key_Return, CONTROL)

    assert saved.args == [annotation(3).id, text, ()]
    assert not popup.isVisible()


def test_return_alone_begins_a_new_line(qtbot, popup):
    open_for(popup, note="أول")

    qtbot.keyClick(popup.text, Key.Key_Return)
    type_text(popup.text, "ثانٍ")

    assert popup.text.toPlainText() == "أول\nثانٍ"


def test_the_button_saves_too(qtbot, popup):
    open_for(popup)
    type_text(popup.text, "س")

    with qtbot.waitSignal(popup.note_saved):
        qtbot.mouseClick(popup.save, Qt.MouseButton.LeftButton)


def test_leaving_for_another_part_of_the_window_saves(qtbot, window, popup):
    open_for(popup)
    type_text(popup.text, "س")

    with qtbot.waitSignal(popup.note_saved) as saved, qtbot.assertNotEmitted(popup.closed):
        window.other.setFocus()

    assert saved.args[1] == "س"
    assert window.other.hasFocus()


def test_opening_another_annotation_saves_the_first(qtbot, popup):
    open_for(popup)
    type_text(popup.text, "س")

    with qtbot.waitSignal(popup.note_saved) as saved:
        popup.edit(annotation(4), rect_in(popup.parentWidget()))

    assert saved.args == [annotation(3).id, "س", ()]
    assert popup.annotation == annotation(4)
    assert popup.text.toPlainText() == ""


def test_asking_for_the_same_note_again_keeps_what_was_typed(qtbot, popup):
    open_for(popup, note="قديم")
    type_text(popup.text, " وجديد")

    with qtbot.assertNotEmitted(popup.note_saved):
        open_for(popup, note="قديم")

    assert popup.text.toPlainText() == "قديم وجديد"


def test_an_unchanged_note_is_not_saved_again(qtbot, popup):
    open_for(popup, note="قديم", attributes=(("certainty", "high"),))

    with qtbot.assertNotEmitted(popup.note_saved):
        popup.finish()


def test_escape_closes_at_once_when_nothing_changed(qtbot, popup):
    open_for(popup, note="قديم")

    with qtbot.waitSignal(popup.closed), qtbot.assertNotEmitted(popup.note_saved):
        qtbot.keyClick(popup.text, Key.Key_Escape)

    assert not popup.isVisible()


def test_escape_asks_when_something_was_typed(qtbot, popup):
    open_for(popup)
    type_text(popup.text, "س")

    qtbot.keyClick(popup.text, Key.Key_Escape)

    assert popup.isVisible()
    assert popup.question.isVisible()
    assert popup.question.save.hasFocus()


def test_the_question_can_be_answered_with_discard(qtbot, popup):
    open_for(popup)
    type_text(popup.text, "س")
    qtbot.keyClick(popup.text, Key.Key_Escape)

    with qtbot.assertNotEmitted(popup.note_saved):
        qtbot.mouseClick(popup.question.discard, Qt.MouseButton.LeftButton)

    assert not popup.isVisible()


def test_a_second_escape_goes_on_writing(qtbot, popup):
    open_for(popup)
    type_text(popup.text, "س")
    qtbot.keyClick(popup.text, Key.Key_Escape)

    qtbot.keyClick(popup.question.save, Key.Key_Escape)

    assert popup.text.hasFocus()
    assert popup.text.toPlainText() == "س"
    assert not popup.question.isVisible()


def test_escape_in_an_attribute_asks_too(qtbot, popup):
    open_for(popup)
    qtbot.mouseClick(popup.add_attribute, Qt.MouseButton.LeftButton)
    row = popup.attributes.rows[0]
    type_text(row.name, "نوع")

    qtbot.keyClick(row.name, Key.Key_Escape)

    assert popup.question.isVisible()


def test_attributes_are_added_changed_and_removed(qtbot, popup):
    open_for(popup, attributes=(("a", "1"), ("b", "2")))
    qtbot.mouseClick(popup.attributes.rows[0].remove, Qt.MouseButton.LeftButton)
    popup.attributes.rows[0].value.setText("3")
    qtbot.mouseClick(popup.add_attribute, Qt.MouseButton.LeftButton)
    new = popup.attributes.rows[1]
    assert new.name.hasFocus()
    type_text(new.name, "نوع")
    type_text(new.value, "هيئة")

    with qtbot.waitSignal(popup.note_saved) as saved:
        popup.finish()

    assert saved.args[2] == (("b", "3"), ("نوع", "هيئة"))


def test_saving_that_failed_can_be_taken_up_again(qtbot, popup):
    open_for(popup)
    type_text(popup.text, "طويل")
    popup.finish()

    popup.reopen()

    assert popup.isVisible()
    assert popup.text.toPlainText() == "طويل"
    with qtbot.waitSignal(popup.note_saved) as saved:
        popup.finish()
    assert saved.args[1] == "طويل"


def test_text_from_an_input_method_arrives(qtbot, popup):
    open_for(popup)
    event = QInputMethodEvent("", [])
    event.setCommitString("كتاب")

    QApplication.sendEvent(popup.text, event)

    assert popup.text.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert popup.text.toPlainText() == "كتاب"


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_in_both_directions_it_lies_whole_in_the_window_beside_the_words(popup, direction):
    window = popup.parentWidget()
    window.setLayoutDirection(direction)

    open_for(popup, note="س", attributes=(("a", "1"), ("b", "2")))

    assert window.rect().contains(popup.geometry())
    assert not popup.geometry().intersects(QRect(300, 100, 100, 28))
    assert not popup.text.geometry().intersects(popup.attributes.geometry())


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_in_both_directions_the_headline_begins_with_the_chip(popup, direction):
    popup.parentWidget().setLayoutDirection(direction)
    open_for(popup)

    chip, quote, tag = popup.headline.places("Place")

    ordered = [chip.center().x(), quote.center().x(), tag.center().x()]
    assert ordered == sorted(ordered, reverse=direction == Qt.LayoutDirection.RightToLeft)


def test_it_stays_when_the_window_changes_its_size(popup):
    open_for(popup)

    popup.parentWidget().resize(760, 560)

    assert popup.isVisible()


def test_attributes_are_named_once_and_never_dropped():
    pairs = [("a", "1"), ("a", "2"), ("", "3"), ("", ""), (" b ", " 4 "), ("c", "")]

    assert named_once(pairs, "unnamed") == (("a", "1"), ("a 2", "2"), ("unnamed", "3"), ("b", "4"), ("c", ""))

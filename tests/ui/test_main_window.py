# SPDX-License-Identifier: GPL-3.0-or-later
"""The window's own behaviour: messages that stay, menus, search, themes, dialogs in both languages, dropped files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hand import Hand, Start
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QMessageBox

from reader import settings as names
from reader.text.spans import Span
from reader.ui.message_bar import Message, MessageBar, Tone

CTRL = Qt.KeyboardModifier.ControlModifier
DIALOGS = ("library", "tagset", "export", "backup", "keys", "about")


def first_word(hand: Hand) -> Span:
    return Span(0, hand.text.index(" "))


def tag_first_word(hand: Hand) -> None:
    hand.pane.select(first_word(hand))
    hand.pane.setFocus()
    hand.press("1")


@pytest.fixture
def hand(start: Start) -> Hand:
    return start()


def test_messages_stay_until_they_are_closed_and_none_is_said_twice(qtbot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    for sentence in ("first", "second", "first"):
        bar.tell_error(sentence)
    newest = bar.sentence
    bar.close_message()
    before = bar.sentence
    bar.close_message()

    assert (newest, before, bar.sentence) == ("first", "second", "")
    assert bar.isHidden()


def test_a_message_offers_something_to_do(qtbot) -> None:
    done: list[str] = []
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.tell(Message(sentence="?", tone=Tone.NOTICE, answer="Do it", on_answer=lambda: done.append("done")))
    bar.answer_button.click()

    assert done == ["done"]
    assert bar.sentence == ""


def test_undo_says_what_it_takes_back(hand: Hand) -> None:
    tag_first_word(hand)

    assert hand.desk.actions["undo"].text() == "&Undo: setting a tag"
    hand.desk.actions["undo"].trigger()
    assert not hand.desk.actions["undo"].isEnabled()


def test_the_status_line_counts_tags_and_suggestions(hand: Hand) -> None:
    tag_first_word(hand)
    hand.wait(lambda: hand.window.status.counts[0] == 1)

    assert hand.window.status.counts[1] > 0


def test_the_tags_menu_lists_the_tagset_with_its_keys(hand: Hand) -> None:
    shortcuts = {
        action.objectName(): action.shortcut().toString()
        for menu in hand.window.menu_bar.findChildren(QMenu)
        for action in menu.actions()
        if action.objectName().startswith("tag ")
    }

    assert shortcuts["tag person"] == "1"
    assert shortcuts["tag work"] == "9"


def test_searching_counts_steps_and_forgets(hand: Hand) -> None:
    hand.press(Qt.Key.Key_F, CTRL)
    hand.press("النهر")
    hand.wait(lambda: hand.desk.search.is_complete and hand.desk.search.count > 1)
    first = hand.pane.selection
    hand.press(Qt.Key.Key_Return)
    second = hand.pane.selection
    hand.press(Qt.Key.Key_Escape)

    assert first is not None
    assert second is not None
    assert first.start < second.start
    assert hand.desk.search.count == 0
    assert hand.desk.find_bar.isHidden()
    assert QApplication.focusWidget() is hand.pane


def test_what_is_not_there_is_not_found(hand: Hand) -> None:
    hand.press(Qt.Key.Key_F, CTRL)
    hand.press("zzzz")
    hand.wait(lambda: hand.desk.search.phrase and hand.desk.search.is_complete)

    assert hand.desk.find_bar.result == "Not found"


def test_digits_typed_into_the_find_bar_give_no_tags(hand: Hand) -> None:
    hand.pane.select(first_word(hand))
    hand.press(Qt.Key.Key_F, CTRL)
    hand.press("12")

    assert hand.desk.find_bar.field.text().endswith("12")
    assert hand.annotations == []


def test_every_theme_changes_page_and_frame_and_is_kept(hand: Hand) -> None:
    for theme in ("sepia", "dark", "light"):
        hand.desk.actions[f"theme_{theme}"].trigger()

        assert hand.pane.style_in_use.colour("page") == hand.desk.preferences.theme.colour("page")
        assert hand.desk.settings.get(names.THEME) == theme


def test_zoom_is_kept_and_goes_back(hand: Hand) -> None:
    hand.desk.actions["zoom_in"].trigger()
    larger = hand.pane.style_in_use.size_px
    hand.desk.actions["zoom_reset"].trigger()

    assert larger > names.TEXT_SIZE_PX.default
    assert hand.pane.style_in_use.size_px == names.TEXT_SIZE_PX.default


def test_the_sidebar_goes_and_comes_back(hand: Hand) -> None:
    hand.press(Qt.Key.Key_F9)
    gone = hand.window.sidebar.isVisible()
    hand.press(Qt.Key.Key_F9)

    assert not gone
    assert hand.window.sidebar.isVisible()


@pytest.mark.parametrize("action", DIALOGS)
def test_every_dialog_opens_in_each_language(start: Start, language: str, action: str) -> None:
    hand = start(language=language)
    hand.desk.actions[action].trigger()
    shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]

    assert len(shown) == 1
    assert shown[0].windowTitle()
    assert shown[0].layoutDirection() is hand.window.layoutDirection()
    shown[0].close()


def test_all_suggestions_are_accepted_after_a_question_and_undone_in_one_step(hand: Hand) -> None:
    expected = hand.window.status.counts[1]
    hand.desk.actions["accept_all"].trigger()
    question = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox))
    question.button(QMessageBox.StandardButton.Ok).click()
    accepted = len(hand.annotations)
    hand.desk.actions["undo"].trigger()

    assert accepted == expected
    assert hand.annotations == []


def test_all_occurrences_are_listed_and_tagged_in_one_step(hand: Hand) -> None:
    hand.pane.select(hand.span_of("النهر"))
    hand.desk.actions["tag_occurrences"].trigger()
    dialog = hand.desk.occurrences.dialog
    assert dialog is not None
    hand.wait(lambda: not hand.desk.jobs.is_running("occurrences"))
    dialog.give.click()
    tagged = len(hand.annotations)
    hand.desk.actions["undo"].trigger()

    assert tagged > 1
    assert hand.annotations == []


def test_a_dropped_file_is_opened(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "dropped.txt"
    path.write_text("نصٌّ أُسقط هنا.", "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    point, button, none = QPointF(50, 50), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(point.toPoint(), Qt.DropAction.CopyAction, data, button, none)
    QApplication.sendEvent(hand.window, enter)
    QApplication.sendEvent(
        hand.window, QDropEvent(point, Qt.DropAction.CopyAction, data, button, none, QEvent.Type.Drop)
    )
    hand.wait(lambda: hand.program.is_at_rest)

    assert enter.isAccepted()
    assert hand.text == "نصٌّ أُسقط هنا."
    assert hand.desk.settings.get(names.RECENT_FILES)[0] == str(path)


def test_a_new_tag_typed_into_the_picker_is_made_and_given(hand: Hand) -> None:
    hand.pane.select(first_word(hand))
    hand.desk.make_tag("نهر")

    tag_id = hand.annotations[0].tag_id
    assert hand.desk.marks.tags.name(tag_id) == "نهر"


def test_a_relation_is_drawn_when_one_of_its_ends_is_set_off(hand: Hand) -> None:
    words = [Span(0, 4), Span(6, 10)]
    hand.desk.controller.tag(words, "person")
    first, second = hand.annotations
    hand.desk.controller.relate(first.id, second.id, "يعرف", "")
    hand.desk.tagging.choose_annotation(first.id)

    assert [(arc.source, arc.target, arc.label) for arc in hand.pane.arcs] == [(first.span, second.span, "يعرف")]


def test_the_page_menu_offers_what_can_be_done_with_a_tag(hand: Hand) -> None:
    hand.desk.controller.tag([Span(0, 4)], "person")
    hand.desk.views.show_page_menu(hand.window.pos(), 1)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = [action.objectName() for action in menu.actions()]
    menu.close()

    assert "note" in offered
    assert "remove" in offered
    assert "tag_occurrences" not in offered


def test_scrolling_away_closes_the_tag_picker(hand: Hand) -> None:
    hand.drag_over(first_word(hand))
    shown = hand.desk.picker.isVisible()
    hand.pane.scroll_by(200)

    assert shown
    assert not hand.desk.picker.isVisible()


def test_a_note_that_cannot_be_saved_keeps_the_window_open(hand: Hand, library_path: Path) -> None:
    tag_first_word(hand)
    hand.press(Qt.Key.Key_M, CTRL)
    hand.press("not lost")
    library_path.rename(library_path.with_suffix(".moved"))
    closed = hand.window.close()
    library_path.with_suffix(".moved").rename(library_path)

    assert not closed
    assert "moved, deleted or replaced" in hand.window.messages.sentence
    assert hand.desk.note.text.toPlainText() == "not lost"
    assert hand.window.close()
    assert [each.note for each in hand.annotations] == ["not lost"]


def test_tagging_while_a_large_text_comes_in_is_answered(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_text("جملة من نص طويل جداً يدخل المكتبة الآن.\n" * 300_000, "utf-8")
    hand = start(path, wait=False)
    hand.wait(lambda: hand.program.desk is not None and hand.desk.opening.is_importing)
    hand.wait(lambda: hand.desk.controller.is_open)
    hand.pane.setFocus()
    hand.press("1")

    assert hand.desk.opening.is_importing
    assert "still being taken into the library" in hand.window.status.hint
    assert "Taking the text" in hand.window.status.activity


def test_stopping_an_import_leaves_the_text_to_be_read(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_text("جملة من نص طويل جداً يدخل المكتبة الآن.\n" * 300_000, "utf-8")
    hand = start(path, wait=False)
    hand.wait(lambda: hand.program.desk is not None and hand.desk.opening.is_importing)
    hand.window.status.stop_button.click()
    hand.pane.scroll_by(5000)

    assert hand.window.status.activity == ""
    assert hand.desk.controller.document is None
    assert hand.pane.text.chunk(0).text.startswith("جملة")

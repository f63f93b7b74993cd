# SPDX-License-Identifier: GPL-3.0-or-later
"""The menu Document in the real window: outline, details, direction of paragraphs; copying with citation."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hand import Hand, Start
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from reader.text.direction import Direction
from reader.text.spans import Span
from reader.ui.dialogs.metadata import MetadataDialog

BODY = "هذه فقرة طويلة من المتن فيها كلام كثير يكفي لأن تكون متنا لا عنوانا، ومعها كلام آخر يطيلها كما ينبغي. "
TEXT = (
    f"عنوان المقال هنا\n\n{BODY * 2}\nفصل أول بلا نقطة\n{BODY * 3}\n"
    f"WTDC-25 مؤتمر الاتصالات {BODY}\nفصل ثان بلا نقطة\n{BODY * 30}\n"
)


@pytest.fixture
def hand(start: Start, tmp_path: Path, language: str) -> Hand:
    path = tmp_path / "مقال.txt"
    path.write_text(TEXT, "utf-8")
    return start(path, language=language)


@pytest.fixture
def english(start: Start, tmp_path: Path) -> Hand:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, "utf-8")
    return start(path)


def titles(hand: Hand) -> list[str]:
    model = hand.desk.sidebar.outline.model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def direction_of(hand: Hand, phrase: str) -> Direction:
    flow = hand.pane.flow
    return flow.direction_of(flow.stretch_at(flow.place_of(hand.text.index(phrase))))


def test_the_outline_is_opened_searched_and_gone_to_by_keys(hand: Hand) -> None:
    hand.desk.actions["outline"].trigger()
    panel = hand.desk.sidebar.outline
    hand.wait(lambda: len(titles(hand)) == 3)
    panel.search.setFocus()
    hand.press("فصل ثان")
    assert titles(hand) == ["فصل ثان بلا نقطة"]
    hand.press(Qt.Key.Key_Return)
    assert hand.pane.caret == hand.text.index("فصل ثان")
    assert hand.pane.hasFocus()
    panel.search.clear()
    hand.wait(lambda: panel.model.index(2).data(int(Qt.ItemDataRole.UserRole) + 2))


def test_a_text_without_headings_says_so(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "plain.txt"
    path.write_text(f"{BODY}.\n{BODY}.\n", "utf-8")
    hand = start(path)
    hand.desk.actions["outline"].trigger()
    hand.wait(lambda: "no headings" in hand.desk.sidebar.outline.empty.sentence.text())


def test_one_key_turns_the_paragraph_round_and_undo_takes_it_back(hand: Hand) -> None:
    phrase = "WTDC-25"
    assert direction_of(hand, phrase) is Direction.RIGHT_TO_LEFT
    hand.pane.go_to(hand.text.index(phrase) + 3)
    hand.pane.setFocus()
    turn = hand.desk.actions["turn_paragraph"].trigger
    turn()
    turn()
    assert direction_of(hand, phrase) is Direction.LEFT_TO_RIGHT
    assert direction_of(hand, "فصل ثان") is Direction.RIGHT_TO_LEFT
    assert hand.pane.caret == hand.text.index(phrase) + 3
    hand.desk.actions["undo"].trigger()
    hand.desk.actions["undo"].trigger()
    assert direction_of(hand, phrase) is Direction.RIGHT_TO_LEFT
    assert hand.desk.controller.undo_name != "turn-paragraphs"


def test_a_direction_that_was_given_is_there_after_a_restart(english: Hand, start: Start) -> None:
    english.pane.go_to(english.text.index("WTDC"))
    english.desk.actions["runs_rightward"].trigger()
    english.program.close()
    again = start()
    assert direction_of(again, "WTDC-25") is Direction.LEFT_TO_RIGHT


def test_words_are_copied_with_where_they_stand(hand: Hand, language: str) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    hand.pane.select(hand.span_of("WTDC-25"))
    hand.desk.actions["copy_citation"].trigger()
    hand.wait(lambda: "هنا" in clipboard.text())
    wanted = {"en": "“WTDC-25” — عنوان المقال هنا, § 5", "ar": "«WTDC-25» — عنوان المقال هنا، الفقرة 5"}
    assert clipboard.text() == wanted[language]
    assert clipboard.mimeData().hasHtml()


def test_plain_copying_takes_the_words_alone(english: Hand) -> None:
    english.pane.select(english.span_of("WTDC-25 مؤتمر"))
    english.desk.actions["copy"].trigger()
    assert QGuiApplication.clipboard().text() == "WTDC-25 مؤتمر"


def test_details_are_changed_by_keyboard_and_undone(hand: Hand) -> None:
    hand.desk.actions["details"].trigger()
    dialog = next(each for each in hand.window.findChildren(MetadataDialog))
    hand.wait(dialog.title.hasFocus)
    hand.press("عنوان آخر")
    dialog.fields["author"].setFocus()
    hand.press("سلمى")
    dialog.fields["address"].setText("https://example.org/a?b=c")
    dialog.others.setPlainText("keywords: اتصالات")
    hand.press(Qt.Key.Key_Return)
    hand.wait(lambda: not dialog.isVisible())
    document = hand.desk.controller.document
    assert document is not None
    assert document.title == "عنوان آخر"
    assert document.metadata == (
        ("author", "سلمى"),
        ("address", "https://example.org/a?b=c"),
        ("keywords", "اتصالات"),
    )
    assert "عنوان آخر" in hand.window.windowTitle()
    hand.desk.actions["undo"].trigger()
    assert hand.desk.controller.document is not None
    assert hand.desk.controller.document.metadata == ()


def test_what_an_import_says_of_itself_is_kept_when_details_change(english: Hand) -> None:
    document = english.desk.controller.document
    assert document is not None

    told = (("quality", "low-quality"), ("part", "row 3"))
    dialog = MetadataDialog(english.window)
    dialog.show_document(replace(document, metadata=told), "remark")
    assert dialog.metadata == told
    assert dialog.notices.text() == "remark"
    dialog.title.clear()
    assert not dialog.save.isEnabled()


def test_the_shortcuts_are_in_the_menu(english: Hand) -> None:
    keys = {id_: english.desk.actions[id_].shortcut().toString() for id_ in ("details", "outline", "turn_paragraph")}
    assert keys == {"details": "Ctrl+I", "outline": "Ctrl+Shift+T", "turn_paragraph": "Ctrl+Shift+X"}
    menus = [action.text().replace("&", "") for action in english.window.menu_bar.actions()]
    assert "Document" in menus


def test_the_page_reads_on_where_it_was_when_a_paragraph_is_turned(english: Hand) -> None:
    english.pane.start_at(english.text.index("فصل ثان"))
    before = english.pane.visible_span
    english.desk.actions["turn_paragraph"].trigger()
    assert isinstance(before, Span)
    assert english.pane.visible_span is not None
    assert english.pane.visible_span.start == before.start

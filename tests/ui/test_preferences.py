# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog of preferences in the real window: what is set holds at once, everywhere, and after a restart."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hand import Hand, Start
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QMessageBox
from recognisers.neural import tiny_models

from reader import settings as names
from reader.resources import resource
from reader.settings import Settings, settings_path
from reader.text.spans import Span
from reader.ui.dialogs.preferences.dialog import PreferencesDialog
from reader.ui.dialogs.preferences.fields import BoxField, ChoiceField, NumberField, ShareField, SwitchesField
from reader.ui.dialogs.preferences.name_lists import PROBLEMS, NameListsPage, problem_in_words
from reader.ui.dialogs.preferences.neural import NeuralPage

SAMPLE = next(iter(sorted(resource("samples").glob("*.txt"))))
CONTROL = Qt.KeyboardModifier.ControlModifier
WORDS = ["زار", "الوزير", "مدينة", "باكو", "سالم", "الحارثي", "person", "place"]


def opened(hand: Hand, action: str = "preferences") -> PreferencesDialog:
    hand.desk.actions[action].trigger()
    dialog = hand.desk.preferences_desk.dialog
    assert dialog is not None
    hand.wait(dialog.isVisible)
    return dialog


@pytest.fixture
def hand(start: Start) -> Hand:
    return start(SAMPLE)


# Any setting


def test_the_key_opens_the_dialog_on_its_first_page(hand: Hand) -> None:
    hand.press(Qt.Key.Key_Comma, CONTROL)
    dialog = hand.desk.preferences_desk.dialog

    assert dialog is not None
    assert dialog.isVisible()
    assert dialog.stack.currentIndex() == 0


def test_the_size_of_the_text_holds_at_once_and_after_a_restart(start: Start) -> None:
    hand = start(SAMPLE)
    field = opened(hand).pages["reading"].fields["text_size_px"]
    assert isinstance(field, NumberField)
    field.box.setValue(40)

    assert hand.pane.zoom(0) == 40
    hand.program.close()
    assert start(SAMPLE).pane.zoom(0) == 40


def test_closing_the_dialog_keeps_what_was_set(hand: Hand) -> None:
    dialog = opened(hand)
    field = dialog.pages["suggestions"].fields["learning"]
    assert isinstance(field, BoxField)
    field.box.click()
    hand.qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
    assert json.loads(settings_path().read_text("utf-8"))["learning"] is False


def test_theme_and_language_are_those_of_the_menus(hand: Hand) -> None:
    page = opened(hand).pages["reading"]
    theme, language = page.fields["theme"], page.fields["language"]
    assert isinstance(theme, ChoiceField)
    assert isinstance(language, ChoiceField)
    hand.desk.actions["theme_sepia"].trigger()
    assert theme.list.currentData() == "sepia"

    theme.list.setCurrentIndex(theme.list.findData("dark"))
    theme.list.activated.emit(theme.list.currentIndex())
    assert hand.desk.actions["theme_dark"].isChecked()
    assert hand.desk.preferences.theme.is_dark

    language.list.activated.emit(language.list.findData("ar"))
    assert hand.window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    hand.wait(lambda: page.title.text() == "القراءة")


def test_the_menu_and_the_box_say_the_same(hand: Hand) -> None:
    field = opened(hand).pages["suggestions"].fields["suggestions_shown"]
    assert isinstance(field, BoxField)
    hand.desk.actions["show_suggestions"].trigger()
    assert not field.box.isChecked()

    field.box.click()
    assert hand.desk.actions["show_suggestions"].isChecked()


def test_the_slider_hides_suggestions_at_once(hand: Hand) -> None:
    hand.wait(lambda: hand.desk.counts.total > 0)
    field = opened(hand).pages["suggestions"].fields["suggestion_threshold"]
    assert isinstance(field, ShareField)
    before = hand.desk.counts.total
    field.slider.setValue(95)

    hand.wait(lambda: hand.desk.counts.total < before)
    assert hand.desk.least_confidence.value == 0.95
    hand.desk.actions["more_suggestions"].trigger()
    assert field.slider.value() == 90


# Finding a setting


@pytest.mark.parametrize(
    ("language", "query", "page", "fields"),
    [
        ("en", "LINES", "reading", {"line_height", "measure_em", "justified"}),
        ("ar", "سُطُور", "reading", {"line_height", "justified"}),
        ("en", "money", "suggestions", {"stages_off"}),
        ("ar", "threads", "neural", {"neural_threads"}),
    ],
)
def test_the_search_shows_what_matches(start: Start, language: str, query: str, page: str, fields: set[str]) -> None:
    dialog = opened(start(SAMPLE, language=language))
    dialog.search.setText(query)

    shown = {name for name, field in dialog.pages[page].fields.items() if not field.isHidden()}
    assert fields <= shown
    assert dialog.stack.currentWidget() is dialog.pages[page]
    dialog.search.clear()
    assert not any(field.isHidden() for field in dialog.pages[page].fields.values())
    assert not any(dialog.entries.item(row).isHidden() for row in range(dialog.entries.count()))


def test_the_search_says_when_there_is_nothing(hand: Hand) -> None:
    dialog = opened(hand)
    dialog.search.setText("qqq")

    assert dialog.stack.currentWidget() is dialog.nothing
    assert all(dialog.entries.item(row).isHidden() for row in range(dialog.entries.count()))


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_controls_stand_at_the_trailing_side(hand: Hand, direction: Qt.LayoutDirection) -> None:
    dialog = opened(hand)
    dialog.setLayoutDirection(direction)
    field = dialog.pages["reading"].fields["theme"]
    assert isinstance(field, ChoiceField)
    hand.wait(lambda: (field.list.x() > field.label.x()) == (direction is Qt.LayoutDirection.LeftToRight))
    assert (dialog.entries.x() < dialog.stack.x()) == (direction is Qt.LayoutDirection.LeftToRight)


# The neural model


def neural_page(hand: Hand, folder: Path) -> NeuralPage:
    page = opened(hand).neural
    page.choose(str(folder))
    hand.wait(page.status.text)
    return page


def tag_box(page: NeuralPage, row: int) -> QComboBox:
    box = page.kinds.cellWidget(row, 1)
    assert isinstance(box, QComboBox)
    return box


def test_a_model_is_chosen_and_tried_on_a_sentence(hand: Hand, tmp_path: Path) -> None:
    folder = tiny_models.save_label_model(tmp_path / "نموذج", tiny_models.word_piece(WORDS), {"باكو": "B-LOC"})
    page = neural_page(hand, folder)
    assert [page.kinds.item(row, 0).text() for row in range(3)] == ["PER", "LOC", "ORG"]
    assert [tag_box(page, row).currentData() for row in range(3)] == ["person", "place", "organisation"]

    page.sentence.setText("زار الوزير مَدِينَةَ بَاكُو 😀")
    page.try_button.click()
    hand.wait(lambda: "بَاكُو" in page.outcome.text(), 30_000)
    assert "Place" in page.outcome.text()


def test_what_a_kind_is_can_be_changed_and_is_kept(hand: Hand, tmp_path: Path) -> None:
    folder = tiny_models.save_label_model(tmp_path / "model", tiny_models.word_piece(WORDS), {})
    page = neural_page(hand, folder)
    box = tag_box(page, 1)
    box.setCurrentIndex(box.findData("event"))
    box.activated.emit(box.currentIndex())

    assert hand.desk.settings.get(names.NEURAL_TAGS) == ["PER=person", "LOC=event", "ORG=organisation"]
    page.choose(str(tiny_models.save_label_model(tmp_path / "other", tiny_models.word_piece(WORDS), {})))
    assert hand.desk.settings.get(names.NEURAL_TAGS) == []


def test_kinds_without_a_tag_are_counted(hand: Hand, tmp_path: Path) -> None:
    labels = ("O", "B-PERS", "B-MISC", "B-WEBSITE")
    folder = tiny_models.save_label_model(tmp_path / "model", tiny_models.word_piece(WORDS), {}, labels=labels)

    assert "2 kinds have no tag yet" in neural_page(hand, folder).status.text()


def test_a_gliner_model_takes_the_users_own_kinds(hand: Hand, tmp_path: Path) -> None:
    folder = tiny_models.save_span_model(tmp_path / "gliner", WORDS, {("باكو", "باكو"): "place"})
    page = neural_page(hand, folder)
    assert page.kinds.item(0, 0).text() == "person"
    while page.kinds.rowCount() > 2:
        page.kinds.setCurrentCell(page.kinds.rowCount() - 1, 0)
        page.remove.click()
    page.kinds.item(1, 0).setText("place")
    box = tag_box(page, 1)
    box.activated.emit(box.findData("place"))
    assert [each.split("=")[0] for each in hand.desk.settings.get(names.NEURAL_TAGS)] == ["person", "place"]

    page.sentence.setText("زار مدينة باكو")
    page.try_button.click()
    hand.wait(lambda: "باكو" in page.outcome.text(), 30_000)


def test_a_folder_without_a_model_is_told_and_cannot_be_tried(hand: Hand, tmp_path: Path) -> None:
    page = neural_page(hand, tmp_path)

    assert "model.onnx" in page.status.text()
    assert str(tmp_path) in page.status.text()
    assert not page.try_button.isEnabled()
    assert not page.on.isEnabled()


def test_a_model_that_fails_says_why(hand: Hand, tmp_path: Path) -> None:
    folder = tiny_models.save_label_model(tmp_path / "model", tiny_models.word_piece(WORDS), {}, outputs=9)
    page = neural_page(hand, folder)
    page.try_button.click()

    hand.wait(lambda: "do not fit together" in page.outcome.text(), 30_000)
    assert page.try_button.isEnabled()


# Lists of names


def names_page(hand: Hand) -> NameListsPage:
    dialog = opened(hand, "name_lists")
    assert dialog.stack.currentWidget() is dialog.names
    return dialog.names


def test_lists_are_added_switched_read_again_and_removed(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "مدن.csv"
    path.write_text("باكو,place\nعدن,nothing\n", "utf-8")
    page = names_page(hand)
    assert not page.empty.isHidden()
    page.add_files([path])
    hand.wait(lambda: page.table.rowCount() == 1, 30_000)
    assert (page.table.item(0, 0).text(), page.table.item(0, 2).text(), page.table.item(0, 3).text()) == (
        "مدن",
        "1",
        "1",
    )
    assert "Line \u20682\u2069" in page.skipped.item(0).text()
    assert "nothing" in page.skipped.item(0).text()

    page.table.item(0, 0).setCheckState(Qt.CheckState.Unchecked)
    hand.wait(lambda: page.current is not None and not page.current.is_on)
    path.write_text("باكو,place\nعدن,place\n", "utf-8")
    page.again.click()
    hand.wait(lambda: page.table.item(0, 2).text() == "2", 30_000)
    page.remove.click()
    page.findChild(QMessageBox).button(QMessageBox.StandardButton.Cancel).click()
    assert page.table.rowCount() == 1
    hand.wait(lambda: page.findChild(QMessageBox) is None)
    page.remove.click()
    page.findChild(QMessageBox).button(QMessageBox.StandardButton.Ok).click()
    hand.wait(lambda: page.table.rowCount() == 0)
    assert not page.empty.isHidden()


def test_a_file_that_holds_no_text_is_told(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "names.txt"
    path.write_bytes(b"PK\x03\x04" + bytes(100))
    page = names_page(hand)
    page.add_files([path])

    hand.wait(lambda: str(path) in page.outcome.text(), 30_000)
    assert page.table.rowCount() == 0


def test_the_usual_tag_of_a_list_can_be_changed(hand: Hand, tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_text("باكو\n", "utf-8")
    page = names_page(hand)
    page.add_files([tmp_path / "names.txt"])
    hand.wait(lambda: page.table.rowCount() == 1, 30_000)
    box = page.table.cellWidget(0, 1)
    assert isinstance(box, QComboBox)
    assert box.currentData() == "person"
    box.activated.emit(box.findData("place"))

    hand.wait(lambda: page.current is not None and page.current.tag_id == "place")


@pytest.mark.parametrize("problem", PROBLEMS)
def test_every_problem_of_a_line_has_its_sentence(hand: Hand, problem: str) -> None:
    told = problem_in_words(12, problem, "لا شيء")

    assert "12" in told
    assert "%" not in told


def test_stages_are_switched_off_by_their_boxes(hand: Hand) -> None:
    field = opened(hand).pages["suggestions"].fields["stages_off"]
    assert isinstance(field, SwitchesField)
    field.boxes["dates"].click()

    assert hand.desk.settings.get(names.STAGES_OFF) == ["dates"]


# What recognition makes of it


def suggested(hand: Hand) -> set[tuple[str, str]]:
    found = hand.desk.controller.suggestions_in(Span(0, len(hand.text)), 0.0)
    return {(each.quote, each.tag_id) for each in found}


def test_names_of_a_list_are_suggested_at_once(start: Start, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("زار الوَزِيرُ زَرقُونَ الجديدة 😀 ثم عاد.\n", "utf-8")
    (tmp_path / "names.csv").write_text("زرقون الجديدة,place,زرقون\n", "utf-8")
    hand = start(tmp_path / "text.txt")
    page = names_page(hand)
    page.add_files([tmp_path / "names.csv"])

    hand.wait(lambda: ("زَرقُونَ الجديدة", "place") in suggested(hand), 30_000)
    page.table.item(0, 0).setCheckState(Qt.CheckState.Unchecked)
    hand.wait(lambda: ("زَرقُونَ الجديدة", "place") not in suggested(hand), 30_000)


def test_the_neural_model_suggests_once_it_is_on(start: Start, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("زار مَدِينَةَ بَاكُو 😀 ثم عاد.\n", "utf-8")
    folder = tiny_models.save_label_model(tmp_path / "model", tiny_models.word_piece(WORDS), {"باكو": "B-ORG"})
    hand = start(tmp_path / "text.txt")
    page = neural_page(hand, folder)
    page.on.click()

    hand.wait(lambda: ("بَاكُو", "organisation") in suggested(hand), 30_000)
    page.on.click()
    hand.wait(lambda: ("بَاكُو", "organisation") not in suggested(hand), 30_000)


def test_a_model_that_is_gone_is_told_and_all_else_is_suggested(start: Start, tmp_path: Path) -> None:
    settings = Settings.load(settings_path())
    settings.set(names.NEURAL, True)
    settings.set(names.NEURAL_FOLDER, str(tmp_path / "gone"))
    settings.save()
    hand = start(SAMPLE)

    hand.wait(lambda: str(tmp_path / "gone") in hand.window.messages.sentence, 30_000)
    hand.wait(lambda: suggested(hand))

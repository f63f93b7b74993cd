# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog of dictionaries in the real window: taken in by the worker, ordered, switched, removed, tried."""

from __future__ import annotations

from pathlib import Path

import pytest
from dictionary_files import write_stardict, write_yomitan, yomitan_row
from hand import Hand, Start
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QMessageBox

from reader.model.dictionary import DictionaryAbout
from reader.settings import LANGUAGE
from reader.ui.dialogs.dictionaries import DictionariesDialog
from reader.workspace import terms
from reader.workspace.dictionaries import own_shelf
from reader.workspace.terms_import import TermFormat

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def hand(start: Start, tmp_path: Path, language: str) -> Hand:
    path = tmp_path / "text.txt"
    path.write_text("قرأ الوزير كتابا في باكو 😀.\n", encoding="utf-8")
    return start(path, language=language)


def opened(hand: Hand) -> DictionariesDialog:
    hand.desk.actions["dictionaries"].trigger()
    dialog = hand.desk.dictionaries.dialog
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


def taken_in(hand: Hand, *paths: Path) -> DictionariesDialog:
    dialog = opened(hand)
    before = dialog.list.entries.count()
    dialog.addition_requested.emit(list(paths))
    hand.wait(lambda: dialog.list.entries.count() == before + len(paths), 60_000)
    hand.wait(dialog.outcome.isVisible)
    return dialog


def on_shelf() -> list[DictionaryAbout]:
    return own_shelf().all()[0]


def test_without_a_dictionary_it_says_what_to_do(hand: Hand) -> None:
    dialog = opened(hand)
    assert dialog.empty.isVisible()
    assert dialog.empty.button.text()
    assert not dialog.list.remove.isEnabled()


def test_file_is_taken_in_and_told(hand: Hand, tmp_path: Path) -> None:
    dialog = taken_in(hand, write_stardict(tmp_path / "small"))
    assert [each.title for each in on_shelf()] == ["The small one"]
    assert "The small one" in dialog.outcome.text()
    assert "The small one" in dialog.details.title.text()
    assert not dialog.progress.isVisible()


def test_dictionary_that_is_there_already_is_told_and_not_taken_in(hand: Hand, tmp_path: Path) -> None:
    path = write_stardict(tmp_path / "small")
    dialog = taken_in(hand, path)
    dialog.addition_requested.emit([path])
    hand.wait(lambda: dialog.outcome.objectName() == "failure", 60_000)
    assert len(on_shelf()) == 1


def test_second_dictionary_of_the_same_name_is_asked_about(hand: Hand, tmp_path: Path) -> None:
    dialog = taken_in(hand, write_stardict(tmp_path / "one"))
    dialog.addition_requested.emit([write_stardict(tmp_path / "two", [("كتاب", "another")])])
    hand.wait(lambda: dialog.findChild(QMessageBox) is not None, 60_000)
    dialog.findChild(QMessageBox).button(QMessageBox.StandardButton.Ok).click()
    hand.wait(lambda: len(on_shelf()) == 2, 60_000)


def test_second_dictionary_of_the_same_name_can_be_refused(hand: Hand, tmp_path: Path) -> None:
    dialog = taken_in(hand, write_stardict(tmp_path / "one"))
    dialog.addition_requested.emit([write_stardict(tmp_path / "two", [("كتاب", "another")])])
    hand.wait(lambda: dialog.findChild(QMessageBox) is not None, 60_000)
    dialog.findChild(QMessageBox).button(QMessageBox.StandardButton.Cancel).click()
    hand.wait(lambda: not dialog.progress.isVisible())
    assert len(on_shelf()) == 1


def test_broken_file_is_told_with_its_name_and_leaves_nothing(hand: Hand, tmp_path: Path) -> None:
    path = write_stardict(tmp_path / "broken")
    path.with_suffix(".idx").write_bytes(b"cut")
    dialog = opened(hand)
    dialog.addition_requested.emit([path])
    hand.wait(lambda: dialog.outcome.objectName() == "failure", 60_000)
    assert "small.idx" in dialog.outcome.text()
    assert on_shelf() == []


def test_good_file_behind_a_broken_one_is_taken_in(hand: Hand, tmp_path: Path) -> None:
    dialog = opened(hand)
    good = write_yomitan(tmp_path / "good.zip", [yomitan_row("كتاب", "book")])
    dialog.addition_requested.emit([tmp_path / "none.ifo", good])
    hand.wait(lambda: len(on_shelf()) == 1, 60_000)
    hand.wait(lambda: "none.ifo" in dialog.outcome.text())


def test_dictionary_that_is_not_ticked_is_not_asked(hand: Hand, tmp_path: Path) -> None:
    dialog = taken_in(hand, write_stardict(tmp_path / "small"))
    with hand.qtbot.waitSignal(hand.desk.dictionaries.changed):
        dialog.list.entries.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert not on_shelf()[0].is_on


def test_order_is_changed_with_the_keyboard(hand: Hand, tmp_path: Path) -> None:
    first, second = write_stardict(tmp_path / "a", name="first"), write_stardict(tmp_path / "b", name="second")
    second.with_suffix(".dict").write_bytes(second.with_suffix(".dict").read_bytes()[::-1])
    dialog = taken_in(hand, first, second)
    dialog.list.entries.setCurrentRow(1)
    dialog.list.entries.setFocus()
    hand.qtbot.keyClick(dialog.list.entries, Qt.Key.Key_Up, ALT)
    hand.wait(lambda: [each.title for each in on_shelf()] == ["The second one", "The first one"])


def test_dictionary_is_removed_after_a_question(hand: Hand, tmp_path: Path) -> None:
    dialog = taken_in(hand, write_stardict(tmp_path / "small"))
    dialog.list.remove.click()
    dialog.findChild(QMessageBox).button(QMessageBox.StandardButton.Ok).click()
    hand.wait(dialog.empty.isVisible)
    assert on_shelf() == []


def test_word_is_tried_in_all_that_are_on(hand: Hand, tmp_path: Path) -> None:
    dialog = taken_in(hand, write_stardict(tmp_path / "small"))
    dialog.details.trial.setText("وكتاب")
    hand.wait(lambda: "the book" in dialog.details.found.toPlainText())


def test_what_was_left_out_is_shown(hand: Hand, tmp_path: Path) -> None:
    dialog = taken_in(hand, write_stardict(tmp_path / "small", [("كتاب", "book"), ("فارغ", "  ")]))
    assert "فارغ" in dialog.details.more.toPlainText()


def test_stopping_leaves_nothing(hand: Hand, tmp_path: Path) -> None:
    many = [(f"كلمة{number}", "book " * 40) for number in range(150_000)]
    path = write_stardict(tmp_path / "many", many)
    dialog = opened(hand)
    dialog.addition_requested.emit([path])
    hand.wait(lambda: dialog.progress.value() > 50, 60_000)
    dialog.stop.click()
    hand.wait(lambda: not dialog.progress.isVisible())
    assert on_shelf() == []
    hand.wait(lambda: not [each for each in own_shelf().folder.iterdir() if each.name.startswith(".")])


def test_language_changes_while_it_is_open(hand: Hand, tmp_path: Path) -> None:
    dialog = taken_in(hand, write_stardict(tmp_path / "small"))
    before = dialog.windowTitle()
    other = "language_en" if hand.desk.settings.get(LANGUAGE) == "ar" else "language_ar"
    hand.desk.actions[other].trigger()
    hand.wait(lambda: dialog.windowTitle() != before)


@pytest.mark.parametrize(("name", "form"), [("out.ifo", TermFormat.STARDICT), ("out.zip", TermFormat.YOMITAN)])
def test_term_base_goes_out_as_a_dictionary_and_comes_in_as_one(
    hand: Hand, tmp_path: Path, name: str, form: TermFormat
) -> None:
    controller = hand.desk.controller
    assert controller.do(lambda library: terms.add_base(library, "الاتصالات"))
    (base,) = controller.ask(lambda library: library.terms.bases(), [])
    term = terms.new_term(base.id, "شَبَكة", "test", targets=("network",))
    assert controller.do(lambda _library: terms.add_terms([term]))
    hand.desk.term_bases.files.export(tmp_path / name, form, base)
    hand.wait((tmp_path / name).exists, 60_000)
    dialog = taken_in(hand, tmp_path / name)
    dialog.details.trial.setText("بالشبكة")
    hand.wait(lambda: "network" in dialog.details.found.toPlainText())


def test_files_dropped_on_the_dialog_are_taken_in(hand: Hand, tmp_path: Path) -> None:
    write_stardict(tmp_path / "folder")
    dialog = opened(hand)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "folder"))])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    dialog.dropEvent(drop)
    hand.wait(lambda: len(on_shelf()) == 1, 60_000)
    hand.wait(dialog.outcome.isVisible)

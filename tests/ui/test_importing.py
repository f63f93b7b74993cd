# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of every kind come in through the window: opened, dropped, pasted; what came of it is told and can be kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from hand import Hand, Start
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication

from reader.settings import RECENT_FILES
from reader.store.structure import FileComment
from reader.ui.dialogs.import_columns import ImportColumnsDialog
from reader.ui.import_messages import shown_name
from tests.fuzz import seeds_light as light


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "ملفات"
    path.mkdir()
    (path / "a.md").write_text(light.MARKDOWN, "utf-8")
    (path / "b.srt").write_text(light.SUBRIP, "utf-8")
    (path / "c.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(20))
    return path


def drop(hand: Hand, *paths: Path, text: str = "") -> None:
    mime = QMimeData()
    if paths:
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    else:
        mime.setText(text)
    buttons, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    hand.window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, buttons, modifiers))


def wait_for_report(hand: Hand) -> None:
    hand.wait(lambda: hand.desk.importing.report is not None, 60_000)


def test_a_file_of_another_kind_is_read_and_opened(start: Start, folder: Path) -> None:
    hand = start(folder / "a.md")

    assert hand.text.startswith("عنوان رئيسي\nفقرة غليظة")
    assert str(folder / "a.md") in hand.desk.settings.get(RECENT_FILES)


def test_a_folder_that_is_dropped_is_imported_with_a_report(start: Start, folder: Path, language: str) -> None:
    hand = start(language=language)
    drop(hand, folder)
    wait_for_report(hand)

    dialog = hand.desk.importing.dialog
    assert dialog.isVisible()
    groups = [dialog.tree.topLevelItem(row) for row in range(dialog.tree.topLevelItemCount())]
    assert [group.childCount() for group in groups] == [1, 2]
    assert "c.png" in groups[0].child(0).text(0)


def test_a_row_of_the_report_opens_its_document(start: Start, folder: Path) -> None:
    hand = start()
    drop(hand, folder)
    wait_for_report(hand)

    hand.desk.importing.dialog.open_button.click()

    hand.wait(lambda: hand.desk.controller.document.title == "عنوان")
    hand.wait_for_rest()


def test_the_report_can_be_copied(start: Start, folder: Path) -> None:
    hand = start()
    drop(hand, folder)
    wait_for_report(hand)

    hand.desk.importing.dialog.copy_button.click()

    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("2 documents imported. 1 file was not imported.\n\nNot imported (1)\n- c.png")
    QGuiApplication.clipboard().clear()


def test_what_is_there_already_can_be_imported_anyway(start: Start, folder: Path) -> None:
    hand = start()
    for _ in range(2):
        drop(hand, folder)
        wait_for_report(hand)
    dialog = hand.desk.importing.dialog
    assert dialog.again_button.isVisible()

    dialog.again_button.click()
    wait_for_report(hand)

    assert dialog.headline.text() == "2 documents imported."
    assert not dialog.again_button.isVisible()


def test_a_text_with_nuls_opens_without_them_and_that_is_told(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "nul.txt"
    path.write_bytes("كلام\0 بعده 😀".encode())
    hand = start()

    hand.desk.open_files([path])

    hand.wait(lambda: hand.text == "كلام بعده 😀")
    hand.wait_for_rest()
    assert "1" in hand.window.messages.sentence


def test_text_that_is_dropped_becomes_a_document(start: Start) -> None:
    hand = start()
    drop(hand, text="نص من برنامج آخر\nوسطر ثانٍ 𞤀𞤣")

    hand.wait(lambda: hand.text == "نص من برنامج آخر\nوسطر ثانٍ 𞤀𞤣")
    hand.wait_for_rest()

    assert hand.desk.controller.document.source == ""


def test_text_on_the_clipboard_becomes_a_document(start: Start) -> None:
    hand = start()
    QGuiApplication.clipboard().setText("نص ملصق في حاشية")

    hand.desk.actions["paste"].trigger()

    hand.wait(lambda: hand.text == "نص ملصق في حاشية")
    hand.wait_for_rest()
    QGuiApplication.clipboard().clear()


def test_an_empty_clipboard_is_told(start: Start) -> None:
    hand = start()
    QGuiApplication.clipboard().clear()

    hand.desk.actions["paste"].trigger()

    assert hand.window.messages.sentence == "There is no text on the clipboard."


def test_columns_of_a_table_are_chosen_before_it_comes_in(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "مقالات.csv"
    path.write_text(light.CSV, "utf-8")
    hand = start()
    hand.desk.open_files([path])
    hand.wait(lambda: any(d.import_button.isEnabled() for d in hand.window.findChildren(ImportColumnsDialog)))
    (dialog,) = hand.window.findChildren(ImportColumnsDialog)
    assert dialog.choices["text"].currentData() == "body"

    dialog.choices["text"].setCurrentIndex(dialog.choices["text"].findData("author"))
    dialog.import_button.click()

    hand.wait(lambda: hand.text == "زيد")
    hand.wait_for_rest()


def test_a_damaged_file_is_told_and_the_page_stays(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "مقطوع.zip"
    path.write_bytes(b"PK\x03\x04" + bytes(40))
    hand = start()
    before = hand.text

    hand.desk.open_files([path])

    hand.wait(lambda: hand.window.messages.sentence)
    assert "is damaged" in hand.window.messages.sentence
    assert hand.text == before


def test_stopping_an_import_keeps_what_has_come(start: Start, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(400):
        (folder / f"{number:03}.md").write_text(f"# عنوان {number}\n\n" + "كلام " * 2000, "utf-8")
    hand = start()
    drop(hand, folder)
    hand.wait(hand.desk.importing.dialog.tree.topLevelItemCount)

    hand.desk.importing.dialog.close_button.click()

    report = hand.desk.importing.report
    assert report is not None
    assert report.was_stopped
    assert not hand.desk.importing.is_running
    hand.wait(lambda: not hand.desk.jobs.is_running("import-files"))


def test_comments_of_a_file_become_notes_and_undo_takes_them_back(start: Start, folder: Path) -> None:
    hand = start(folder / "a.md")
    document = hand.desk.controller.document

    def add(library) -> None:
        with library.transaction():
            comments = [FileComment(start=0, end=5, text="رأي", author="زيد", created="2025-01-01")]
            library.structure.replace_comments(document.id, document.version, comments)

    hand.desk.controller.ask(add, None)
    hand.desk.actions["take_comments"].trigger()

    (note,) = hand.annotations
    assert (note.note, dict(note.attributes)["comment-author"], note.quote) == ("رأي", "زيد", "عنوان")
    hand.desk.controller.undo()
    assert hand.annotations == []


def test_names_of_files_are_shown_without_what_turns_letters_around() -> None:
    assert shown_name(Path("evil\u202egnp\n.exe")) == "evil\ufffdgnp\ufffd.exe"

# SPDX-License-Identifier: GPL-3.0-or-later
"""Export and import of annotations in the real window: with its worker, real libraries and real files."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from builders import TEXTS, suggestion
from hand import Hand, Start
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication

from reader.settings import EXPORT_FORMAT, EXPORT_SUGGESTIONS
from reader.store import Library
from reader.text.spans import Span
from reader.ui.dialogs.annotations_import import AnnotationImportDialog
from reader.ui.dialogs.export import ExportDialog
from reader.ui.dialogs.waiting import Waiting
from reader.ui.export_desk import EXPORT

TITLE = "مقال في الرموز"
TEXT = f"{TITLE}\n\n{TEXTS['astral']}\n{TEXTS['mixed']}"
SIGN = Span(TEXT.index("𞸀"), TEXT.index("𞸀") + 1)


@pytest.fixture
def hand(start: Start, tmp_path: Path, language: str) -> Hand:
    path = tmp_path / "مقال.txt"
    path.write_text(TEXT, encoding="utf-8")
    return start(path, language=language)


def exporting(hand: Hand, form: str, out: Path | None = None) -> ExportDialog:
    """The dialog with a format chosen and what it says of it."""
    hand.desk.actions["export"].trigger()
    dialog = hand.desk.dialogs.exporting.dialog
    assert dialog is not None
    assert dialog.isVisible()
    dialog.formats.choose(form)
    if out is not None:
        dialog.path.setText(str(out))
    return dialog


def settled(hand: Hand, dialog: ExportDialog) -> None:
    """Both looks have answered: the first lines stand there, and what is lost."""
    counting = dialog.tr("Counting…")
    hand.wait(lambda: dialog.preview.toPlainText() and dialog.losses.text() not in {"", counting}, 60_000)


def exported(hand: Hand, dialog: ExportDialog) -> None:
    dialog.export.click()
    hand.wait(lambda: not dialog.isVisible(), 60_000)


def importing(hand: Hand, file: Path) -> AnnotationImportDialog:
    hand.desk.dialogs.annotations.look_at(file)
    return looked_at(hand)


def looked_at(hand: Hand) -> AnnotationImportDialog:
    """The dialog when the file has been compared with the library, or could not be read."""
    dialog = hand.desk.dialogs.annotations.dialog
    assert dialog is not None
    hand.wait(lambda: dialog.tree.topLevelItemCount() or dialog.failure.isVisible(), 60_000)
    return dialog


def taken_in(hand: Hand, dialog: AnnotationImportDialog) -> None:
    dialog.import_button.click()
    hand.wait(lambda: not dialog.import_button.isVisible(), 60_000)


def table(path: Path, *rows: tuple[int, int, str]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["start", "end", "quote", "tag", "title"])
        for start, end, tag in rows:
            writer.writerow([start, end, TEXT[start:end] if end <= len(TEXT) else "", tag, TITLE])
    return path


def tag_words(hand: Hand, *spans: Span) -> None:
    assert hand.desk.controller.tag(spans, "place")


def test_what_gets_lost_and_the_first_lines_are_shown_before_anything_is_written(hand: Hand, tmp_path: Path) -> None:
    tag_words(hand, Span(SIGN.start - 3, SIGN.end + 4), SIGN)
    dialog = exporting(hand, "conll2002", tmp_path / "out.conll")
    settled(hand, dialog)

    assert dialog.losses.text().startswith("• ")
    assert "-DOCSTART- O" in dialog.preview.toPlainText()
    assert not (tmp_path / "out.conll").exists()


def test_a_file_is_written_and_its_path_can_be_copied(hand: Hand, tmp_path: Path) -> None:
    tag_words(hand, SIGN)
    exported(hand, exporting(hand, "json", tmp_path / "out.json"))

    written = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert [(each["start"], each["end"], each["quote"]) for each in written["annotations"]] == [
        (SIGN.start, SIGN.end, "𞸀")
    ]
    hand.window.messages.answer_button.click()
    assert QGuiApplication.clipboard().text() == str(tmp_path / "out.json")
    QGuiApplication.clipboard().clear()


def test_suggestions_are_exported_when_wanted_and_marked_so(hand: Hand, tmp_path: Path) -> None:
    document = hand.desk.controller.document
    assert document is not None
    with Library.open(hand.desk.controller.library_path) as library:
        library.suggestions.replace(document.id, "test", [suggestion(TEXT, hand.span_of("باكو"), confidence=0.9)])
    dialog = exporting(hand, "json", tmp_path / "out.json")
    dialog.suggestions.setChecked(True)
    dialog.least.setValue(70)
    exported(hand, dialog)

    (written,) = json.loads((tmp_path / "out.json").read_text("utf-8"))["annotations"]
    assert written["attributes"]["status"] == "suggested"
    assert hand.desk.settings.get(EXPORT_SUGGESTIONS)
    assert hand.desk.settings.get(EXPORT_FORMAT) == "json"


def test_a_file_that_cannot_be_written_is_told_in_the_dialog_and_leaves_nothing(hand: Hand, tmp_path: Path) -> None:
    there = tmp_path / "there.json"
    there.mkdir()
    dialog = exporting(hand, "json", tmp_path / "x.json")
    (tmp_path / "x.json").symlink_to("/proc/nowhere/x.json")
    dialog.export.click()
    hand.wait(dialog.failure.isVisible, 60_000)

    assert dialog.isVisible()
    assert dialog.failure.text()
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".")] == []


def test_cancelling_the_dialog_writes_nothing(hand: Hand, tmp_path: Path) -> None:
    dialog = exporting(hand, "bundle", tmp_path / "out.hashiya-bundle")
    settled(hand, dialog)
    dialog.cancel.click()

    assert not dialog.isVisible()
    assert not (tmp_path / "out.hashiya-bundle").exists()


def test_unknown_tags_are_made_and_one_undo_takes_all_back(hand: Hand, tmp_path: Path) -> None:
    file = table(tmp_path / "tags.csv", (SIGN.start, SIGN.end, "رمز"), (0, 5, "Place"), (8, 12, "Sigel"))
    dialog = importing(hand, file)
    assert len(dialog._new_tags) == 2
    taken_in(hand, dialog)

    assert {each.quote for each in hand.annotations} == {"𞸀", TEXT[0:5], TEXT[8:12]}
    hand.desk.actions["undo"].trigger()
    assert hand.annotations == []
    assert {tag.id for tag in hand.desk.controller.tags()} & {"Sigel"} == set()


def test_an_unknown_tag_can_be_one_of_the_library_or_be_left_out(hand: Hand, tmp_path: Path) -> None:
    dialog = importing(hand, table(tmp_path / "tags.csv", (SIGN.start, SIGN.end, "رمز"), (8, 12, "Sigel")))
    dialog._new_tags["رمز"].setCurrentIndex(dialog._new_tags["رمز"].findData("place"))
    dialog.make.setChecked(False)
    taken_in(hand, dialog)

    assert [(each.quote, each.tag_id) for each in hand.annotations] == [("𞸀", "place")]


def test_what_does_not_fit_is_listed_with_its_reason_and_can_be_copied(hand: Hand, tmp_path: Path) -> None:
    dialog = importing(hand, table(tmp_path / "tags.csv", (SIGN.start, SIGN.end, "Place"), (3, 99_999, "Place")))
    dialog.copy.click()

    copied = QGuiApplication.clipboard().text()
    assert "tags.csv" in copied
    assert "99999 is outside of the text" in copied
    QGuiApplication.clipboard().clear()


def test_a_file_that_is_broken_is_told_and_nothing_changes(hand: Hand, tmp_path: Path) -> None:
    file = tmp_path / "broken.json"
    file.write_text('{"format": "hashiya-document", "annotations": [', "utf-8")
    dialog = importing(hand, file)

    assert "broken.json" in dialog.failure.text()
    assert not dialog.import_button.isEnabled()
    assert hand.annotations == []


def test_a_file_without_a_text_is_given_one_by_hand(hand: Hand, tmp_path: Path) -> None:
    file = tmp_path / "tags.csv"
    file.write_text(f"start,end,quote,tag,title\n{SIGN.start},{SIGN.end},𞸀,place,nowhere\n", "utf-8")
    dialog = importing(hand, file)
    assert not dialog.import_button.isEnabled()

    dialog.document_box.setCurrentIndex(1)
    dialog.document_box.activated.emit(1)
    hand.wait(dialog.import_button.isEnabled, 60_000)
    taken_in(hand, dialog)

    assert [each.quote for each in hand.annotations] == ["𞸀"]


def test_a_file_of_annotations_that_is_dropped_is_looked_at(hand: Hand, tmp_path: Path) -> None:
    file = table(tmp_path / "dropped.csv", (SIGN.start, SIGN.end, "Place"))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    buttons, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    hand.window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, buttons, modifiers))

    dialog = looked_at(hand)
    assert dialog.isVisible()
    assert dialog.import_button.isEnabled()


def test_a_text_that_comes_with_its_annotations_is_opened(hand: Hand, tmp_path: Path) -> None:
    file = tmp_path / "other.jsonl"
    file.write_text(json.dumps({"text": TEXTS["vocalised"], "label": [[0, 6, "Place"]]}) + "\n", "utf-8")
    taken_in(hand, importing(hand, file))
    hand.wait_for_rest()

    assert hand.text == TEXTS["vocalised"]
    assert [each.quote for each in hand.annotations] == [TEXTS["vocalised"][0:6]]


def test_an_export_that_is_stopped_leaves_what_was_there(hand: Hand, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    out.write_text("kept", "utf-8")
    dialog = exporting(hand, "json", out)
    assert dialog.warning.text()
    dialog.export.click()
    (waiting,) = dialog.findChildren(Waiting)
    waiting.cancelled.emit()
    hand.wait(lambda: not hand.desk.jobs.is_running(EXPORT), 60_000)
    hand.wait_for_rest()

    assert dialog.isVisible()
    assert out.read_text("utf-8") == "kept"
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".out")] == []

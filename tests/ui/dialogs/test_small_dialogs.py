# SPDX-License-Identifier: GPL-3.0-or-later
"""Library, export, backup, relation and about."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import doc
from PySide6.QtCore import Qt
from ui.models.fakes import annotation, shown_tags
from ui.models.typing_keys import type_text

from reader.model.ids import DocumentId, TagId
from reader.ui.dialogs.about import AboutDialog, Credit
from reader.ui.dialogs.backup import BackupDialog, BackupRow
from reader.ui.dialogs.checklist import Checklist
from reader.ui.dialogs.documents import DocumentsDialog
from reader.ui.dialogs.export import ExportDialog, Offered, file_name
from reader.ui.dialogs.relation import RelationDialog
from reader.ui.dialogs.tag_deletion import TagDeletionDialog
from reader.ui.models.documents import Column, DocumentRow

pops_up = pytest.mark.qt_log_ignore("This plugin does not support")
"""For tests in which a menu opens: the offscreen platform cannot raise it and says so."""

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
DIRECTIONS = [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
ROWS = [
    DocumentRow(document=doc(id=DocumentId("a"), title="WTDC-25 مؤتمر", modified="2026-01-02T00:00:00.000Z")),
    DocumentRow(document=doc(id=DocumentId("b"), title="مقال قديم", modified="2025-01-02T00:00:00.000Z")),
    DocumentRow(document=doc(id=DocumentId("c"), title="A note 🙂", modified="2024-01-02T00:00:00.000Z")),
]


def shown(qtbot, dialog):
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitActive(dialog)
    return dialog


@pytest.fixture
def library(qtbot) -> DocumentsDialog:
    dialog = DocumentsDialog()
    dialog.show_documents(ROWS, "b")
    return shown(qtbot, dialog)


@pytest.fixture
def export(qtbot, tmp_path) -> ExportDialog:
    dialog = ExportDialog()
    titles = (("a", "WTDC-25: مؤتمر"), ("b", "مقال قديم"))
    dialog.offer(Offered(documents=titles, current="a", tags=(("place", "Place"),), folder=tmp_path))
    dialog.formats.choose("json")
    return shown(qtbot, dialog)


@pytest.fixture
def relation(qtbot) -> RelationDialog:
    dialog = RelationDialog()
    dialog.set_tags(shown_tags())
    dialog.relate(annotation(1), annotation(2), ["عضو في", "works for"])
    return shown(qtbot, dialog)


# The library


def test_the_current_document_is_selected_and_return_opens_it(qtbot, library):
    with qtbot.waitSignal(library.open_requested) as wish:
        qtbot.keyClick(library.table, Key.Key_Return)

    assert wish.args == ["b"]


def test_the_newest_document_comes_first(library):
    assert "WTDC-25" in library.sorted.index(0, Column.TITLE).data()


def test_typing_finds_a_title_and_return_opens_it(qtbot, library):
    type_text(library.filter, "note")
    assert library.sorted.rowCount() == 1

    with qtbot.waitSignal(library.open_requested) as wish:
        qtbot.keyClick(library.filter, Key.Key_Return)

    assert wish.args == ["c"]


def test_a_double_click_opens(qtbot, library):
    place = library.table.visualRect(library.sorted.index(0, 0)).center()
    qtbot.mouseClick(library.table.viewport(), LEFT, pos=place)

    with qtbot.waitSignal(library.open_requested) as wish:
        qtbot.mouseDClick(library.table.viewport(), LEFT, pos=place)

    assert wish.args == ["a"]


def test_a_title_that_is_nowhere_is_said_to_be(qtbot, library):
    library.filter.setText("لا يوجد")
    assert library.empty.isVisible()
    assert not library.open_button.isEnabled()

    qtbot.mouseClick(library.empty.button, LEFT)

    assert library.sorted.rowCount() == 3


def test_an_empty_library_offers_to_open_a_file(qtbot, library):
    library.show_documents([])

    with qtbot.waitSignal(library.file_requested):
        qtbot.mouseClick(library.empty.button, LEFT)


# Export


def test_the_file_is_named_after_the_document(export, tmp_path):
    assert Path(export.path.text()) == tmp_path / "WTDC-25 مؤتمر.json"


def test_another_format_changes_the_suffix_and_is_exported(qtbot, export, tmp_path):
    export.formats.choose("csv")

    with qtbot.waitSignal(export.export_requested) as wish:
        qtbot.mouseClick(export.export, LEFT)

    (wanted,) = wish.args
    assert (wanted.form.name, wanted.path) == ("csv", tmp_path / "WTDC-25 مؤتمر.csv")
    assert (wanted.documents, wanted.tags, wanted.least) == (("a",), None, None)


def test_several_documents_of_one_each_go_into_a_zip_file(export, tmp_path):
    export.documents.setCurrentIndex(export.documents.findData("all"))
    export.documents.activated.emit(export.documents.currentIndex())
    assert export.path.text().endswith(".zip")

    export.formats.choose("bundle")

    assert export.path.text().endswith(".hashiya-bundle")
    assert export.wish.documents == ("a", "b")


def test_a_name_that_was_typed_stays_and_gets_the_right_ending(export, tmp_path):
    export.path.setText(str(tmp_path / "mine.json"))
    export.formats.choose("conll2002")

    assert export.path.text() == str(tmp_path / "mine.conll")


def test_typing_finds_a_format_by_the_program_it_is_for(export):
    export.formats.filter.setText("maxqda")

    shown = [each.text(0) for each in export.formats._items() if not each.isHidden()]
    assert len(shown) == 1
    assert "REFI-QDA" in shown[0]


def test_documents_are_chosen_by_ticking(qtbot, export):
    qtbot.mouseClick(export.choose_documents, LEFT)
    asking = export.findChild(Checklist)
    asking.entries.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert not asking.take.isEnabled()
    asking.entries.item(1).setCheckState(Qt.CheckState.Checked)
    asking.take.click()

    assert export.wish.documents == ("b",)
    assert export.path.text().endswith("مقال قديم.json")


def test_a_library_without_texts_says_so(qtbot, tmp_path):
    dialog = shown(qtbot, ExportDialog())
    dialog.offer(Offered(documents=(), folder=tmp_path))

    assert "no text" in dialog.losses.text()
    assert not dialog.export.isEnabled()


def test_a_file_that_exists_is_warned_of(export, tmp_path):
    (tmp_path / "there.json").write_text("x", "utf-8")

    export.path.setText(str(tmp_path / "there.json"))

    assert "replaced" in export.warning.text()
    assert export.export.isEnabled()


def test_a_folder_that_does_not_exist_is_refused(export, tmp_path):
    export.path.setText(str(tmp_path / "nowhere" / "x.json"))

    assert not export.export.isEnabled()


@pytest.mark.parametrize(
    ("title", "expected"), [("a/b: c?", "a b c"), ("...", "annotations"), ("", "annotations"), ("𞸀 🙂", "𞸀 🙂")]
)
def test_a_title_becomes_a_name_for_every_file_system(title, expected):
    assert file_name(title) == expected


# Backup


def test_the_library_and_its_backups_are_shown(qtbot, tmp_path):
    dialog = BackupDialog()
    dialog.show_library(
        tmp_path / "l.hashiya", 2048, [BackupRow(path=Path("b.hashiya"), made="2026-01-01T00:00:00.000Z", size_bytes=5)]
    )
    shown(qtbot, dialog)

    assert str(tmp_path / "l.hashiya") in dialog.place.text()
    assert "b.hashiya" in dialog.rows.item(0).text()


def test_the_outcome_of_a_backup_is_told(qtbot, tmp_path):
    dialog = shown(qtbot, BackupDialog())

    dialog.show_result(None, "The disk is full.")
    assert dialog.outcome.text() == "The disk is full."

    dialog.show_result(tmp_path / "copy")
    assert str(tmp_path / "copy") in dialog.outcome.text()
    assert dialog.make.isEnabled()


# Relation


@pops_up
def test_a_relation_needs_a_name(qtbot, relation):
    assert not relation.relate_button.isEnabled()
    type_text(relation.name, "عضو في")

    with qtbot.waitSignal(relation.relation_requested) as wish:
        qtbot.mouseClick(relation.relate_button, LEFT)

    assert wish.args == [annotation(1).id, annotation(2).id, "عضو في", ""]


def test_a_relation_can_be_turned_round(qtbot, relation):
    qtbot.mouseClick(relation.swap, LEFT)
    type_text(relation.name, "x")
    type_text(relation.note, "ملاحظة")

    with qtbot.waitSignal(relation.relation_requested) as wish:
        qtbot.mouseClick(relation.relate_button, LEFT)

    assert wish.args == [annotation(2).id, annotation(1).id, "x", "ملاحظة"]


def test_names_used_before_are_offered(relation):
    completer = relation.name.completer()

    completer.setCompletionPrefix("عضو")

    assert completer.currentCompletion() == "عضو في"


# About


def test_each_work_shows_its_licence(qtbot):
    dialog = AboutDialog("1.2", [Credit(name="Amiri", purpose="face", licence="OFL", text="FREE TEXT")], "GPL TEXT")
    shown(qtbot, dialog)
    assert "1.2" in dialog.version.text()
    assert dialog.text.toPlainText() == "GPL TEXT"

    dialog.rows.setCurrentRow(1)

    assert "FREE TEXT" in dialog.text.toPlainText()


# Both directions


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_in_both_directions_the_button_that_acts_stands_at_the_trailing_end(library, export, relation, direction):
    pairs = [
        (library, library.file_button, library.open_button),
        (export, export.cancel, export.export),
        (relation, relation.swap, relation.relate_button),
    ]
    for dialog, first, last in pairs:
        dialog.setLayoutDirection(direction)
        dialog.layout().activate()
        is_mirrored = direction == Qt.LayoutDirection.RightToLeft
        assert (last.geometry().center().x() < first.geometry().center().x()) == is_mirrored
        assert not first.geometry().intersects(last.geometry())


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_in_both_directions_backup_about_and_deletion_open_whole(qtbot, tmp_path, direction):
    backup = BackupDialog()
    backup.show_library(tmp_path / "l.hashiya", 1, [])
    about = AboutDialog("1.2", [Credit(name="Amiri", purpose="face", licence="OFL")], "GPL")
    deletion = TagDeletionDialog(shown_tags(), TagId("place"), 3)
    is_mirrored = direction == Qt.LayoutDirection.RightToLeft
    pairs = [
        (backup, backup.close_button, backup.make),
        (about, about.text, about.rows),
        (deletion, deletion.cancel, deletion.delete),
    ]
    for dialog, one, other in pairs:
        dialog.setLayoutDirection(direction)
        shown(qtbot, dialog)
        x = [part.mapTo(dialog, part.rect().center()).x() for part in (one, other)]
        is_after = (x[1] < x[0]) == is_mirrored
        assert is_after == (dialog is not about)
        assert all(dialog.rect().contains(part.mapTo(dialog, part.rect().topLeft())) for part in (one, other))

# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog of term bases in the real window: bases, their terms in a table, files in and out."""

from __future__ import annotations

from pathlib import Path

import pytest
from hand import Hand, Start
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QMessageBox

from reader.model.term import Term, TermBase
from reader.ui.dialogs.term_bases import TermBasesDialog
from reader.ui.models.term_table import NOTE, PAGE, SOURCE, STATUS, TARGETS
from reader.workspace import terms
from reader.workspace.terms_import import TermFormat
from reader.workspace.wishes import LARGE

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def hand(start: Start, tmp_path: Path, language: str) -> Hand:
    path = tmp_path / "text.txt"
    path.write_text("زار الوزير والشبكات في باكو 😀.\n", encoding="utf-8")
    return start(path, language=language)


def add_base(hand: Hand, name: str, *sources: str, **fields: object) -> list[Term]:
    controller = hand.desk.controller
    assert controller.do(lambda library: terms.add_base(library, name))
    made = [terms.new_term(bases_of(hand)[-1].id, source, "test", **fields) for source in sources]
    assert not made or controller.do(lambda _library: terms.add_terms(made))
    return made


def bases_of(hand: Hand) -> list[TermBase]:
    return hand.desk.controller.ask(lambda library: library.terms.bases(), [])


def terms_of(hand: Hand) -> list[Term]:
    found = [hand.desk.controller.ask(lambda library, b=b: library.terms.of_base(b.id), []) for b in bases_of(hand)]
    return [term for each in found for term in each]


def opened(hand: Hand) -> TermBasesDialog:
    hand.desk.actions["term_bases"].trigger()
    dialog = hand.desk.term_bases.dialog
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


def shown(dialog: TermBasesDialog) -> list[str]:
    return [dialog.model.term(row).source for row in range(dialog.model.rowCount())]


def test_without_a_base_it_says_what_to_do(hand: Hand) -> None:
    dialog = opened(hand)
    assert dialog.empty.isVisible()
    assert dialog.empty.sentence.text()
    assert not dialog.buttons["give_out"].isEnabled()


def test_base_is_made_by_name(hand: Hand) -> None:
    dialog = opened(hand)
    dialog.bases.add.click()
    box = dialog.findChild(QInputDialog)
    box.setTextValue("  الاتصالات ")
    box.accept()
    assert [base.name for base in bases_of(hand)] == ["الاتصالات"]
    assert dialog.base == bases_of(hand)[0]


def test_base_that_is_not_ticked_is_used_no_more(hand: Hand) -> None:
    add_base(hand, "الاتصالات", "شبكة")
    hand.wait(lambda: hand.desk.terms.found.count == 1, 60_000)
    opened(hand).bases.entries.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert not bases_of(hand)[0].is_on
    hand.wait(lambda: hand.desk.terms.found.count == 0, 60_000)


def test_bases_change_places_and_the_chosen_one_stays_chosen(hand: Hand) -> None:
    add_base(hand, "أولى")
    add_base(hand, "ثانية", "شبكة")
    dialog = opened(hand)
    dialog.bases.entries.setCurrentRow(1)
    dialog.bases.up.click()
    assert [base.name for base in bases_of(hand)] == ["ثانية", "أولى"]
    assert (dialog.base.name, shown(dialog)) == ("ثانية", ["شبكة"])


def test_name_and_languages_are_changed(hand: Hand) -> None:
    add_base(hand, "أولى")
    dialog = opened(hand)
    dialog.bases.name.setText("House 2026")
    dialog.bases.target_language.setText("fr")
    dialog.bases.target_language.editingFinished.emit()
    (base,) = bases_of(hand)
    assert (base.name, base.target_language) == ("House 2026", "fr")


def test_removing_a_base_asks_and_undo_brings_all_of_it_back(hand: Hand) -> None:
    add_base(hand, "أولى", "شبكة", "وزير")
    dialog = opened(hand)
    dialog.bases.remove.click()
    box = dialog.findChild(QMessageBox)
    assert "2" in box.informativeText() or "ن" in box.informativeText()
    next(button for button in box.buttons() if box.buttonRole(button) == QMessageBox.ButtonRole.AcceptRole).click()
    assert (bases_of(hand), shown(dialog)) == ([], [])
    dialog.undo_requested.emit()
    assert len(terms_of(hand)) == 2
    assert len(shown(dialog)) == 2


@pytest.mark.parametrize(
    ("phrase", "found"), [("الشبكات", []), ("شَبَكَة", ["شبكة"]), ("minis", ["وزير"]), ("", ["شبكة", "وزير"])]
)
def test_search_finds_any_spelling_and_translation(hand: Hand, phrase: str, found: list[str]) -> None:
    add_base(hand, "أولى", "شبكة", targets=("network",))
    made = terms.new_term(bases_of(hand)[0].id, "وزير", "test", targets=("minister",))
    hand.desk.controller.do(lambda _library: terms.add_terms([made]))
    dialog = opened(hand)
    dialog.search.setText("x")
    dialog.search.setText(phrase)
    hand.wait(lambda: shown(dialog) == found)


def test_fields_are_changed_in_place(hand: Hand) -> None:
    add_base(hand, "أولى", "شبكة", targets=("net",))
    dialog = opened(hand)
    assert dialog.model.setData(dialog.model.index(0, TARGETS), " network ; mesh;")
    assert terms_of(hand)[0].targets == ("network", "mesh")
    assert dialog.model.data(dialog.model.index(0, TARGETS)) == "network; mesh"


def test_what_one_line_cannot_hold_is_not_changed_in_place(hand: Hand) -> None:
    add_base(hand, "أولى", "شبكة", targets=("a;b",), note="سطر\nسطر")
    model = opened(hand).model
    editable = [
        bool(model.flags(model.index(0, each)) & Qt.ItemFlag.ItemIsEditable) for each in (SOURCE, TARGETS, STATUS, NOTE)
    ]
    assert editable == [True, False, False, False]


def test_term_cannot_lose_its_words_in_place(hand: Hand) -> None:
    add_base(hand, "أولى", "شبكة")
    model = opened(hand).model
    assert not model.setData(model.index(0, SOURCE), " … ")
    assert terms_of(hand)[0].source == "شبكة"


def test_selected_terms_are_removed_by_key_and_brought_back(hand: Hand) -> None:
    add_base(hand, "أولى", "شبكة", "وزير")
    dialog = opened(hand)
    dialog.table.setFocus()
    dialog.table.selectAll()
    dialog.buttons["remove"].click()
    assert terms_of(hand) == []
    dialog.undo_requested.emit()
    assert shown(dialog) == ["شبكة", "وزير"]


def test_long_base_is_read_as_one_scrolls(hand: Hand) -> None:
    add_base(hand, "طويلة", *(f"كلمة {number:04}" for number in range(2 * PAGE + 5)))
    dialog = opened(hand)
    assert dialog.model.rowCount() < 2 * PAGE
    dialog.table.scrollToBottom()
    dialog.model.fetchMore(dialog.model.index(-1, -1))
    hand.wait(lambda: dialog.model.rowCount() >= 2 * PAGE)
    assert "405" in dialog.count.text()


def test_import_shows_what_it_would_do_and_writes_nothing_before_ok(hand: Hand, tmp_path: Path) -> None:
    (known,) = add_base(hand, "أولى", "شبكة", targets=("net",))
    file = tmp_path / "terms.csv"
    file.write_text("source,target\nشبكة,network\nوزير,minister\nالوزير,Minister\n", encoding="utf-8")
    opened(hand)
    hand.desk.term_bases.files.plan(file, bases_of(hand)[0])
    hand.wait(lambda: (box := hand.desk.term_bases.files.dialog) is not None and box.isVisible(), 60_000)
    assert terms_of(hand) == [known]
    hand.desk.term_bases.files.dialog.import_button.click()
    hand.wait(lambda: len(terms_of(hand)) == 2, 60_000)
    assert terms_of(hand)[0].targets == ("net", "network")
    hand.desk.controller.undo()
    assert terms_of(hand) == [known]


def test_file_in_another_encoding_can_be_read_after_choosing_it(hand: Hand, tmp_path: Path) -> None:
    file = tmp_path / "قديم.csv"
    file.write_bytes("source,target\nشبكة,network\n".encode("windows-1256"))
    hand.desk.actions["term_bases"].trigger()
    files = hand.desk.term_bases.files
    files.plan(file, None)
    hand.wait(lambda: files.dialog is not None and files.dialog.isVisible(), 60_000)
    assert not files.dialog.import_button.isEnabled()
    files.dialog.encoding.box.setCurrentIndex(files.dialog.encoding.box.findData("windows-1256"))
    files.dialog.encoding_chosen.emit("windows-1256")
    hand.wait(files.dialog.import_button.isEnabled, 60_000)
    files.dialog.import_button.click()
    hand.wait(lambda: [term.source for term in terms_of(hand)] == ["شبكة"], 60_000)
    hand.wait(lambda: hand.desk.term_bases.dialog.base is not None and hand.desk.term_bases.dialog.base.name == "قديم")


def test_broken_file_is_told_and_nothing_is_touched(hand: Hand, tmp_path: Path) -> None:
    (known,) = add_base(hand, "أولى", "شبكة")
    file = tmp_path / "broken.tbx"
    file.write_text("<tbx", encoding="utf-8")
    with hand.qtbot.waitSignal(hand.desk.term_bases.failed, timeout=60_000) as told:
        hand.desk.term_bases.files.plan(file, bases_of(hand)[0])
    assert "broken.tbx" in str(told.args[0])
    assert terms_of(hand) == [known]


def test_dialog_tells_what_came_of_a_file_and_begins_anew_without_that(hand: Hand, tmp_path: Path) -> None:
    """The window's own messages lie behind the dialog."""
    bases = hand.desk.term_bases
    file = tmp_path / "broken.tbx"
    file.write_text("<tbx", encoding="utf-8")
    bases.show()
    assert bases.dialog is not None
    outcome = bases.dialog.outcome
    bases.files.plan(file, None)
    hand.wait(outcome.isVisible, 60_000)
    assert "broken.tbx" in outcome.text()
    assert outcome.objectName() == "failure"
    assert bases_of(hand) == []
    bases.show()
    assert outcome.isHidden()


@pytest.mark.parametrize("form", list(TermFormat))
def test_base_is_written_in_each_format(start: Start, tmp_path: Path, form: TermFormat) -> None:
    path = tmp_path / "text.txt"
    path.write_text("نص.\n", encoding="utf-8")
    hand = start(path)
    add_base(hand, "أولى", "شَبَكة 😀", targets=("network",))
    out = tmp_path / "out"
    with hand.qtbot.waitSignal(hand.desk.term_bases.hinted, timeout=60_000):
        hand.desk.term_bases.files.export(out, form, bases_of(hand)[0])
    written = list(tmp_path.glob("out*"))  # StarDict is three files with endings of their own
    assert len(written) == (3 if form is TermFormat.STARDICT else 1)
    assert sum(file.stat().st_size for file in written) > 20


def test_base_of_very_many_terms_is_removed_while_the_window_stays_free(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("نص.\n", encoding="utf-8")
    hand = start(path)
    add_base(hand, "كبيرة", *(f"كلمة {number}" for number in range(LARGE + 10)))
    dialog = opened(hand)
    dialog.bases.remove.click()
    box = dialog.findChild(QMessageBox)
    next(button for button in box.buttons() if box.buttonRole(button) == QMessageBox.ButtonRole.AcceptRole).click()
    hand.wait(lambda: bases_of(hand) == [], 60_000)
    hand.wait(dialog.empty.isVisible)

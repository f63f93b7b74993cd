# SPDX-License-Identifier: GPL-3.0-or-later
"""How well words are known, in the real window: by key, on the page, in the sidebar, as cards."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hand import Hand, Start
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from small_lexicon import install_tables

from reader.model.vocabulary import Card, WordScope, WordStatus
from reader.settings import LEARNING_WORDS_SHOWN, NEW_WORDS_SHOWN
from reader.text.spans import Span
from reader.ui.dialogs.cards import CardsDialog
from reader.ui.models.word_table import Kind
from reader.ui.reading_pane import Mark, MarkKind
from reader.ui.sidebar.vocabulary import VocabularyPanel
from reader.workspace.vocabulary_figures import vocabulary_in

ALT = Qt.KeyboardModifier.AltModifier
TEXTS = {
    "plain": "كتب كتابه في مكتبة باكو. قرأ كتاب في المكتبة.\n",
    "vocalised": "كُتُب كِتَابُهُ فِي مَكْتَبَة بَاكُو. قَرَأَ كِتَاب فِي المَكْتَبَة.\n",
    "mixed": "كتب (ITU) كتابه في WTDC-25 مكتبة 2025 باكو. قرأ كتاب 5G في المكتبة.\n",
    "astral": "😀 كتب كتابه في 𞸀 مكتبة باكو. 👩‍🚀 قرأ كتاب في المكتبة.\n",
}
BOOKS = {"vocalised": ["كُتُب", "كِتَابُهُ", "كِتَاب"]}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("vocabulary") / "site"
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
    return written(tmp_path, TEXTS["plain"])


@pytest.fixture
def hand(start: Start, text_path: Path) -> Hand:
    return start(text_path)


def written(folder: Path, text: str) -> Path:
    path = folder / "text.txt"
    path.write_text(text, encoding="utf-8")
    return path


def settle(hand: Hand) -> None:
    words = hand.desk.vocabulary
    hand.wait(lambda: not words.page.is_looking and not words.counting.is_counting, 30_000)


def put_caret_on(hand: Hand, word: str) -> None:
    start = hand.text.index(word)
    hand.pane.select(Span(start, start + 1))
    hand.pane.setFocus()


def press_status(hand: Hand, word: str, key: Qt.Key) -> None:
    put_caret_on(hand, word)
    before = statuses(hand)
    hand.press(key, ALT)
    hand.wait(lambda: statuses(hand) != before)
    settle(hand)


def statuses(hand: Hand) -> dict[str, WordStatus]:
    return hand.desk.controller.ask(
        lambda library: {state.word: state.status for state in library.vocabulary.states()}, {}
    )


def cards_of(hand: Hand) -> list[Card]:
    return hand.desk.controller.ask(lambda library: library.vocabulary.cards(), [])


def marks_of(hand: Hand) -> list[Mark]:
    """Asked for once, as the page does, so that all words are looked up, then again."""
    hand.desk.marks(Span(0, len(hand.text)))
    settle(hand)
    return [mark for mark in hand.desk.marks(Span(0, len(hand.text))) if mark.kind is MarkKind.WORD]


def marked_words(hand: Hand, marks: Sequence[Mark]) -> list[str]:
    return [hand.text[mark.span.start : mark.span.end] for mark in sorted(marks, key=lambda mark: mark.span.start)]


def open_panel(hand: Hand) -> VocabularyPanel:
    panel = hand.desk.sidebar.vocabulary
    hand.desk.sidebar.setCurrentWidget(panel)
    hand.wait(lambda: hand.desk.vocabulary.counting.figures is not None, 30_000)
    settle(hand)
    return panel


def lemmas_in(panel: VocabularyPanel) -> list[str]:
    return [panel.model.row(number).lemma for number in range(panel.model.rowCount())]


def select_lemma(panel: VocabularyPanel, lemma: str) -> None:
    panel.table.selectRow(lemmas_in(panel).index(lemma))
    panel.table.setFocus()


# By key, on the page


def test_one_key_says_how_well_the_word_at_the_caret_is_known(start: Start, tmp_path: Path, kind: str) -> None:
    hand = start(written(tmp_path, TEXTS[kind]))

    press_status(hand, BOOKS.get(kind, ["كتب"])[0], Qt.Key.Key_2)

    assert statuses(hand) == {"كِتاب": WordStatus.LEARNING_2}


def test_every_form_of_a_word_being_learned_is_marked(start: Start, tmp_path: Path, kind: str) -> None:
    hand = start(written(tmp_path, TEXTS[kind]))
    books = BOOKS.get(kind, ["كتب", "كتابه", "كتاب"])

    press_status(hand, books[0], Qt.Key.Key_3)

    marks = marks_of(hand)
    assert marked_words(hand, marks) == books
    assert {(mark.colour, mark.label) for mark in marks} == {("word-learning", "3")}


def test_nothing_is_marked_and_nothing_looked_up_before_a_word_is_learned(hand: Hand) -> None:
    assert marks_of(hand) == []
    assert not hand.desk.vocabulary.page.is_on


def test_new_words_are_marked_where_that_is_wanted_but_no_names(hand: Hand) -> None:
    hand.desk.actions["show_new_words"].trigger()
    press_status(hand, "كتب", Qt.Key.Key_5)
    hand.wait(lambda: marks_of(hand), 20_000)

    marks = marks_of(hand)

    assert marked_words(hand, marks) == ["في", "قرأ", "في", "المكتبة"]  # «مكتبة باكو» is a place
    assert {(mark.colour, mark.label) for mark in marks} == {("word-new", "")}


def test_marks_are_switched_off_and_stay_so(start: Start, text_path: Path) -> None:
    hand = start(text_path)
    press_status(hand, "كتب", Qt.Key.Key_1)

    hand.desk.actions["show_learning_words"].trigger()

    assert marks_of(hand) == []
    assert not hand.desk.settings.get(LEARNING_WORDS_SHOWN)
    hand.program.close()
    again = start(text_path)
    assert not again.desk.actions["show_learning_words"].isChecked()
    assert not again.desk.settings.get(NEW_WORDS_SHOWN)


def test_undo_takes_a_status_back_and_the_mark_goes(hand: Hand) -> None:
    press_status(hand, "كتب", Qt.Key.Key_1)

    hand.desk.actions["undo"].trigger()

    assert statuses(hand) == {}
    assert marks_of(hand) == []


def test_a_mark_does_not_change_the_letters(hand: Hand) -> None:
    settle(hand)
    hand.pane.setFocus()
    made = hand.pane.layouts_made

    press_status(hand, "مكتبة", Qt.Key.Key_1)

    assert hand.pane.layouts_made == made


def test_a_key_on_no_word_says_so(start: Start, tmp_path: Path) -> None:
    hand = start(written(tmp_path, "2025 ، باكو\n"))
    put_caret_on(hand, "2025")

    hand.press(Qt.Key.Key_5, ALT)

    assert "right-to-left" in hand.window.status._hint.text()
    assert statuses(hand) == {}


def test_a_form_alone_is_given_a_status(hand: Hand) -> None:
    settle(hand)
    vocabulary = hand.desk.vocabulary
    vocabulary.set_status("كتب", WordStatus.KNOWN, True)
    hand.wait(lambda: statuses(hand))

    states = hand.desk.controller.ask(lambda library: library.vocabulary.states(), [])
    assert [(state.scope, state.key) for state in states] == [(WordScope.FORM, "كتب")]
    shown = vocabulary.shown("كتب")
    assert shown is not None
    assert (shown.status, shown.is_of_form) == (WordStatus.KNOWN, True)
    other = vocabulary.shown("كتاب")
    hand.wait(lambda: vocabulary.shown("كتاب") is not None)
    other = vocabulary.shown("كتاب")
    assert other is not None
    assert other.status is WordStatus.NEW


# The sidebar


def test_the_panel_has_the_figures_that_the_command_line_has(start: Start, tmp_path: Path, kind: str) -> None:
    hand = start(written(tmp_path, TEXTS[kind]))
    press_status(hand, BOOKS.get(kind, ["كتب"])[0], Qt.Key.Key_5)
    open_panel(hand)

    document = hand.desk.controller.document
    assert document is not None
    figures = hand.desk.controller.ask(
        lambda library: vocabulary_in(library, document.id, library.texts.open(document.id)), None
    )

    assert hand.desk.vocabulary.counting.figures == figures


def test_the_panel_lists_what_is_worth_learning_and_digits_change_it(hand: Hand) -> None:
    panel = open_panel(hand)
    assert lemmas_in(panel) == ["فِي", "كِتاب", "مَكتَبَة", "قرأ"]
    select_lemma(panel, "كِتاب")

    hand.press("5")

    assert statuses(hand) == {"كِتاب": WordStatus.KNOWN}
    assert lemmas_in(panel) == ["فِي", "مَكتَبَة", "قرأ"]
    assert [row.lemma for row in panel.selected] == ["مَكتَبَة"]


def test_alt_and_a_digit_mean_the_list_when_one_is_in_it(hand: Hand) -> None:
    panel = open_panel(hand)
    select_lemma(panel, "قرأ")

    hand.press(Qt.Key.Key_6, ALT)

    assert statuses(hand) == {"قرأ": WordStatus.IGNORED}


def test_return_goes_from_place_to_place_and_round(hand: Hand) -> None:
    panel = open_panel(hand)
    select_lemma(panel, "كِتاب")
    places = []
    for _ in range(4):
        hand.press(Qt.Key.Key_Return)
        places.append(hand.pane.selection)

    words = [hand.text[span.start : span.end] for span in places if span is not None]
    assert words == ["كتب", "كتابه", "كتاب", "كتب"]
    assert panel.table.hasFocus()


def test_the_list_is_sorted_by_any_column_and_by_worth_again(hand: Hand) -> None:
    panel = open_panel(hand)

    panel.sort_by(2)
    assert lemmas_in(panel)[0] == "كِتاب"
    panel.sort_by(0)
    assert lemmas_in(panel) == sorted(lemmas_in(panel))
    panel.sort_by(-1)

    assert lemmas_in(panel)[0] == "فِي"


def test_other_kinds_of_words_are_listed(hand: Hand) -> None:
    panel = open_panel(hand)

    panel.model.show(panel._state.figures.listed, Kind.NAMES)  # type: ignore[union-attr]

    assert lemmas_in(panel) == ["باكُو"]


def test_the_rest_is_known_after_a_question_and_undo_takes_all_of_it_back(hand: Hand) -> None:
    panel = open_panel(hand)
    panel.rest.click()
    box = next(each for each in hand.window.findChildren(QMessageBox) if each.isVisible())
    next(button for button in box.buttons() if button.text() == "Mark as known").click()
    hand.wait(lambda: len(statuses(hand)) == 4, 30_000)
    settle(hand)
    assert lemmas_in(panel) == []
    assert not panel.rest.isEnabled()

    hand.desk.actions["undo"].trigger()
    hand.wait(lambda: not statuses(hand), 30_000)

    settle(hand)
    assert len(lemmas_in(panel)) == 4


def test_the_panel_says_what_it_has_nothing_of(start: Start, tmp_path: Path, language: str) -> None:
    hand = start(written(tmp_path, "Only Latin here 2025.\n"), language=language)
    panel = open_panel(hand)

    assert panel.empty.isVisible()
    assert panel.empty.sentence.text()


# Cards


def make_card(hand: Hand, word: str) -> Card:
    put_caret_on(hand, word)
    count = len(cards_of(hand))
    hand.press(Qt.Key.Key_C, ALT)
    hand.wait(lambda: len(cards_of(hand)) > count, 30_000)
    return cards_of(hand)[0]


def cards_dialog(hand: Hand) -> CardsDialog:
    hand.desk.actions["cards"].trigger()
    dialog = hand.desk.cards.dialog
    assert dialog is not None
    hand.wait(lambda: dialog.isVisible() and not hand.desk.jobs.is_running("list-cards"))
    return dialog


def test_one_key_makes_a_card_of_the_word_at_the_caret(start: Start, tmp_path: Path, kind: str) -> None:
    hand = start(written(tmp_path, TEXTS[kind]))
    word = BOOKS.get(kind, ["كتب", "كتابه"])[1]

    card = make_card(hand, word)

    assert (card.lemma, card.gloss) == ("كِتاب", "book")
    assert card.sentence[card.start : card.end] == word
    assert statuses(hand) == {"كِتاب": WordStatus.LEARNING_1}


def test_cards_of_the_selected_words_are_made_in_one_step(hand: Hand) -> None:
    panel = open_panel(hand)
    panel.table.selectAll()

    panel.cards.click()
    hand.wait(lambda: len(cards_of(hand)) == 4, 30_000)

    hand.desk.actions["undo"].trigger()
    assert cards_of(hand) == []
    assert statuses(hand) == {}


def test_a_card_is_changed_in_the_dialog_and_undone(hand: Hand) -> None:
    make_card(hand, "كتابه")
    dialog = cards_dialog(hand)

    dialog.form.gloss.setPlainText("his book")
    dialog.form.note.setPlainText("😀 ملاحظة")
    dialog.form.save()
    hand.wait(lambda: cards_of(hand)[0].gloss == "his book")
    assert cards_of(hand)[0].note == "😀 ملاحظة"

    dialog.undo_requested.emit()

    assert cards_of(hand)[0].gloss == "book"


def test_what_is_typed_is_saved_when_the_dialog_is_closed(hand: Hand) -> None:
    make_card(hand, "كتابه")
    dialog = cards_dialog(hand)
    dialog.form.gloss.setPlainText("typed")

    dialog.close()

    assert cards_of(hand)[0].gloss == "typed"


def test_cards_are_searched_and_removed(hand: Hand) -> None:
    make_card(hand, "كتابه")
    make_card(hand, "المكتبة")
    dialog = cards_dialog(hand)
    dialog.search.setText("library")
    hand.wait(lambda: dialog.model.rowCount() == 1)

    dialog.buttons["remove"].click()

    hand.wait(lambda: len(cards_of(hand)) == 1)
    assert cards_of(hand)[0].gloss == "book"


def test_cards_are_exported_from_the_dialog(hand: Hand, tmp_path: Path) -> None:
    make_card(hand, "كتابه")
    out = tmp_path / "cards.apkg"

    hand.desk.cards.export(out, [])

    hand.wait(out.exists, 30_000)
    hand.wait(lambda: not hand.desk.jobs.is_running("card-file"))


def test_the_dialog_says_that_there_are_no_cards_yet(start: Start, text_path: Path, language: str) -> None:
    hand = start(text_path, language=language)
    dialog = cards_dialog(hand)

    assert dialog.empty.isVisible()
    assert not dialog.form.isEnabled()
    right = Qt.LayoutDirection.RightToLeft
    assert (dialog.layoutDirection() is right) == (language == "ar")
    dialog.close()
    QApplication.processEvents()


# Lists


def test_a_list_of_known_words_is_taken_in_and_undone(hand: Hand, tmp_path: Path) -> None:
    words = tmp_path / "words.txt"
    words.write_text("كتاب\nمكتبة\n12\n", encoding="utf-8")

    hand.desk.vocabulary_files.take_in(words)
    hand.wait(lambda: len(statuses(hand)) == 2, 30_000)
    hand.wait(lambda: "2 words are known" in hand.window.status._hint.text())

    hand.desk.actions["undo"].trigger()
    assert statuses(hand) == {}


def test_a_list_that_is_not_there_is_told(hand: Hand, tmp_path: Path) -> None:
    hand.desk.vocabulary_files.take_in(tmp_path / "nowhere.txt")

    hand.wait(lambda: "nowhere.txt" in hand.window.messages.sentence, 30_000)

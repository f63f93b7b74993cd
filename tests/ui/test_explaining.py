# SPDX-License-Identifier: GPL-3.0-or-later
"""Words are explained on the page: by key, by a resting pointer, by a click; and the popup goes when it should."""

from __future__ import annotations

from pathlib import Path

import pytest
from hand import Hand, Start
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from small_lexicon import install_tables

from reader import settings as names
from reader.ui.popups.word import WordPopup

CTRL = Qt.KeyboardModifier.ControlModifier
TEXT = "كتاب قرأت وبالكتاب في WTDC-25 😀 كُتُب المكتبة.\nفي باكو.\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of packages with the small lexicon, and beside it the cache it is compiled into once."""
    folder = tmp_path_factory.mktemp("explaining") / "site"
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
def hand(lexicon: None, start: Start, text_path: Path, language: str) -> Hand:
    return start(text_path, language=language)


def popup_of(hand: Hand) -> WordPopup:
    return hand.desk.words.popup


def shown_word(hand: Hand) -> str:
    lookup = popup_of(hand).lookup
    return "" if lookup is None else lookup.word


def explain(hand: Hand, word: str) -> None:
    hand.pane.setFocus()
    hand.pane.go_to(hand.span_of(word).start)
    hand.press(Qt.Key.Key_D, CTRL)
    hand.wait(lambda: shown_word(hand) == word and popup_of(hand).rows, 60_000)


def point_at(hand: Hand, word: str) -> QPoint:
    """Move the pointer onto the word, as a hand does that knows where it goes."""
    rect = hand.pane.rect_of(hand.span_of(word))
    assert rect is not None
    QTest.mouseMove(hand.pane.viewport(), rect.center())
    return rect.center()


@pytest.mark.parametrize("word", ["وبالكتاب", "كُتُب", "باكو"])
def test_a_key_explains_the_word_at_the_caret_and_gives_the_popup_the_keyboard(hand: Hand, word: str) -> None:
    explain(hand, word)
    assert popup_of(hand).has_keyboard
    assert hand.pane.selection == hand.span_of(word)


def test_escape_closes_and_returns_the_focus(hand: Hand) -> None:
    explain(hand, "وبالكتاب")
    hand.press(Qt.Key.Key_Escape)
    assert not popup_of(hand).isVisible()
    assert hand.pane.hasFocus()


def test_arrows_go_to_the_word_beside_as_the_eye_sees_it(hand: Hand) -> None:
    explain(hand, "وبالكتاب")
    hand.press(Qt.Key.Key_Left)
    assert shown_word(hand) == "في"
    hand.press(Qt.Key.Key_Right)
    assert shown_word(hand) == "وبالكتاب"
    hand.press(Qt.Key.Key_Right)
    assert shown_word(hand) == "قرأت"


def test_unlikely_readings_are_folded_away_and_tab_walks_them_all(hand: Hand) -> None:
    explain(hand, "كتاب")
    assert len(popup_of(hand).rows) == 1
    hand.qtbot.mouseClick(popup_of(hand).more, Qt.MouseButton.LeftButton)
    first, second = popup_of(hand).rows
    assert first.hasFocus()
    hand.press(Qt.Key.Key_Tab)
    assert second.hasFocus()


def test_popup_does_not_cover_the_line_it_explains(hand: Hand) -> None:
    explain(hand, "وبالكتاب")
    rect = hand.pane.rect_of(hand.span_of("وبالكتاب"))
    top_left = popup_of(hand).parentWidget().mapFromGlobal(hand.pane.viewport().mapToGlobal(rect.topLeft()))
    assert not popup_of(hand).geometry().intersects(rect.translated(top_left - rect.topLeft()))


def test_meanings_are_folded_away_where_the_window_leaves_little_room(hand: Hand) -> None:
    hand.window.resize(hand.window.width(), 540)
    explain(hand, "كتاب")
    hand.qtbot.mouseClick(popup_of(hand).more, Qt.MouseButton.LeftButton)
    hand.press(Qt.Key.Key_Escape)
    explain(hand, "باكو")
    rect = hand.pane.rect_of(hand.span_of("باكو"))
    line = hand.pane.viewport().mapToGlobal(rect.topLeft()).y()
    top = popup_of(hand).mapToGlobal(QPoint(0, 0)).y()
    assert top >= line + rect.height() or top + popup_of(hand).height() <= line


def test_word_the_lexicon_lacks_is_told_when_asked_for(hand: Hand) -> None:
    explain_key(hand, "قرأت")
    hand.wait(lambda: shown_word(hand) == "قرأت")
    assert popup_of(hand).rows == []
    assert popup_of(hand).foot.text()


def explain_key(hand: Hand, word: str) -> None:
    hand.pane.setFocus()
    hand.pane.go_to(hand.span_of(word).start)
    hand.press(Qt.Key.Key_D, CTRL)


def test_reading_of_a_vocalised_word_follows_its_vowels(hand: Hand) -> None:
    explain(hand, "كُتُب")
    assert [row.meaning.glosses for row in popup_of(hand).rows] == [("books",)]


def test_tag_of_the_word_is_told(hand: Hand) -> None:
    hand.pane.select(hand.span_of("باكو"))
    hand.desk.controller.tag([hand.span_of("باكو")], "place")
    explain(hand, "باكو")
    hand.wait(popup_of(hand).about.text)


def test_resting_pointer_opens_the_popup_without_taking_the_keyboard(
    lexicon: None, start: Start, text_path: Path
) -> None:
    hand = start(text_path, hover=True)
    hand.pane.setFocus()
    explain(hand, "باكو")
    hand.press(Qt.Key.Key_Escape)
    point_at(hand, "المكتبة")
    hand.wait(lambda: shown_word(hand) == "المكتبة")
    assert hand.pane.hasFocus()


def test_the_first_word_a_pointer_rests_on_is_explained_once_the_lexicon_is_open(
    lexicon: None, start: Start, text_path: Path
) -> None:
    hand = start(text_path, hover=True)
    point_at(hand, "في")
    point_at(hand, "المكتبة")
    hand.wait(lambda: shown_word(hand) == "المكتبة", 25_000)


def test_passing_pointer_opens_nothing(lexicon: None, start: Start, text_path: Path) -> None:
    hand = start(text_path, hover=True)
    explain(hand, "باكو")
    hand.press(Qt.Key.Key_Escape)
    for word in ("وبالكتاب", "في", "المكتبة", "باكو"):
        point_at(hand, word)
    rest = hand.pane.viewport().rect().bottomLeft()
    QTest.mouseMove(hand.pane.viewport(), rest)
    hand.qtbot.wait(600)
    assert not popup_of(hand).isVisible()


def test_without_hovering_the_pointer_explains_nothing(hand: Hand) -> None:
    explain(hand, "باكو")
    hand.press(Qt.Key.Key_Escape)
    point_at(hand, "المكتبة")
    hand.qtbot.wait(600)
    assert not popup_of(hand).isVisible()


def test_a_click_explains_where_that_is_wished(hand: Hand) -> None:
    hand.desk.settings.set(names.GLOSS_ON_CLICK, True)
    explain(hand, "باكو")
    hand.press(Qt.Key.Key_Escape)
    hand.qtbot.mouseClick(hand.pane.viewport(), Qt.MouseButton.LeftButton, pos=point_at(hand, "المكتبة"))
    assert shown_word(hand) == "المكتبة"


def test_scrolling_takes_an_uninvited_popup_away_and_leaves_a_kept_one(hand: Hand) -> None:
    hand.desk.settings.set(names.GLOSS_ON_CLICK, True)
    explain(hand, "باكو")
    popup_of(hand).pin.setChecked(True)
    hand.pane.setFocus()
    hand.pane.visible_changed.emit(hand.pane.visible_span)
    assert popup_of(hand).isVisible()
    popup_of(hand).pin.setChecked(False)
    hand.pane.visible_changed.emit(hand.pane.visible_span)
    assert not popup_of(hand).isVisible()


def test_broken_lexicon_is_told_where_a_word_was_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, start: Start, text_path: Path, language: str
) -> None:
    folder = install_tables(tmp_path / "broken")
    (folder / "dictSuffixes").write_text("one\ttwo\n")
    monkeypatch.syspath_prepend(tmp_path / "broken")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "broken"))
    hand = start(text_path, language=language)
    explain_key(hand, "باكو")
    hand.wait(lambda: "dictSuffixes" in popup_of(hand).foot.text(), 60_000)
    assert popup_of(hand).rows == []

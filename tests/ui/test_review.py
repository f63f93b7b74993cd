# SPDX-License-Identifier: GPL-3.0-or-later
"""Suggestions decided on in the real window: by keyboard alone, by mouse, one by one and many at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from builders import suggestion
from hand import Hand, Start
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QToolTip

from reader.model.suggestion import Suggestion
from reader.settings import SUGGESTION_THRESHOLD, Settings, settings_path
from reader.store import Library
from reader.text.spans import Span

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

TEXTS = {
    "vocalised": "كَتَبَ الوَزِيرُ هَاشِمِي رِسَالَةً إِلَى وَزِيرِ الثَّقَافَةِ.\nثُمَّ زَارَ بَاكُو وَبَاكُو مَدِينَةٌ.\n",
    "mixed": "افتتح هاشمي مؤتمر WTDC-25 Baku في باكو.\nوقال هاشمي إن 5G قادم إلى باكو عام 2025.\n",
    "astral": "الرمز 𞸀 يليه 😀 ثم هاشمي في باكو 𞸁𞸂.\nوزار هاشمي 👩‍🚀 باكو مرة أخرى.\n",
}
WORDS = {"vocalised": ("هَاشِمِي", "بَاكُو"), "mixed": ("هاشمي", "باكو"), "astral": ("هاشمي", "باكو")}


def places_of(text: str, word: str) -> list[Span]:
    found, at = [], text.find(word)
    while at >= 0:
        found.append(Span(at, at + len(word)))
        at = text.find(word, at + 1)
    return found


def proposals(text: str, name: str, place: str) -> list[Suggestion]:
    """Every mention of the two words: people are sure, places less so the later they stand."""
    people = [suggestion(text, span, "person", entity=name, confidence=0.9) for span in places_of(text, name)]
    places = [
        suggestion(text, span, "place", entity=place, confidence=0.7 - 0.1 * number, reason="listed place")
        for number, span in enumerate(places_of(text, place))
    ]
    return sorted(people + places, key=lambda each: each.span)


def put(hand: Hand, library_path: Path, made: list[Suggestion]) -> None:
    """Another program's recogniser was here; the window takes note of it."""
    document = hand.desk.controller.document
    assert document is not None
    with Library.open(library_path) as library:
        library.suggestions.replace(document.id, "test", made)
    hand.desk.controller.look_around()
    shown = sum(each.confidence >= hand.desk.least_confidence.value for each in made)
    hand.wait(lambda: hand.desk.counts.total == shown and not hand.desk.counts.is_counting)


@pytest.fixture(params=list(TEXTS))
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def made(kind: str) -> list[Suggestion]:
    return proposals(TEXTS[kind], *WORDS[kind])


@pytest.fixture
def hand(start: Start, tmp_path: Path, library_path: Path, kind: str, made: list[Suggestion]) -> Hand:
    path = tmp_path / f"{kind}.txt"
    path.write_text(TEXTS[kind], encoding="utf-8")
    opened: Hand = start(path)
    put(opened, library_path, made)
    opened.pane.setFocus()
    return opened


@pytest.fixture
def anywhere(hand: Hand) -> Callable[[], Span]:
    """Where the suggestion under review has its edges."""

    def span() -> Span:
        assert hand.desk.review.span is not None
        return hand.desk.review.span

    return span


def given(hand: Hand) -> list[tuple[Span, str]]:
    return [(each.span, each.tag_id) for each in hand.annotations]


def open_ones(hand: Hand) -> list[Suggestion]:
    return list(hand.desk.controller.suggestions_in(Span(0, len(hand.text)), 0.0))


def confirm(hand: Hand) -> str:
    """Say yes to the question; what it was."""
    hand.wait(lambda: hand.window.findChildren(QMessageBox))
    box = hand.window.findChildren(QMessageBox)[-1]
    sentence = box.text()
    hand.wait(lambda: QApplication.focusWidget() is box.defaultButton())
    hand.press(Key.Key_Return)
    hand.wait(lambda: not hand.window.findChildren(QMessageBox))
    hand.window.activateWindow()
    hand.wait(lambda: QApplication.focusWidget() is hand.pane)
    return sentence


def test_all_is_decided_by_keyboard_alone(hand: Hand, made: list[Suggestion]) -> None:
    hand.press(Key.Key_F6)
    for number in range(len(made)):
        hand.press(Key.Key_Return if number % 2 == 0 else Key.Key_Backspace)

    assert given(hand) == [(each.span, each.tag_id) for each in made[::2]]
    assert open_ones(hand) == []
    assert not hand.desk.suggestion_card.isVisible()
    assert "left" in hand.window.status.hint


def test_tab_goes_on_and_back_and_round_without_deciding(hand: Hand, made: list[Suggestion]) -> None:
    hand.press(Key.Key_F6)
    seen = []
    for key in (Key.Key_Tab, Key.Key_Backtab, Key.Key_Backtab, Key.Key_Tab):
        hand.press(key, SHIFT if key == Key.Key_Backtab else Qt.KeyboardModifier.NoModifier)
        seen.append(hand.desk.current.suggestion)

    assert seen == [made[1], made[0], made[-1], made[0]]
    assert given(hand) == []


def test_the_review_begins_where_one_reads(hand: Hand, made: list[Suggestion]) -> None:
    hand.pane.go_to(made[2].span.start - 1)
    hand.press(Key.Key_F6)

    assert hand.desk.current.suggestion == made[2]


def test_escape_leaves_the_suggestion_open(hand: Hand, made: list[Suggestion]) -> None:
    hand.press(Key.Key_F6)
    hand.press(Key.Key_Escape)

    assert hand.desk.current.suggestion is None
    assert not hand.desk.suggestion_card.isVisible()
    assert open_ones(hand) == made


def test_the_card_says_why_and_covers_neither_the_line_nor_the_edge(hand: Hand, made: list[Suggestion]) -> None:
    hand.press(Key.Key_F6)
    hand.press(Key.Key_Tab)
    card = hand.desk.suggestion_card
    line = hand.pane.rect_of(made[1].span)
    assert line is not None
    corner = hand.window.mapFromGlobal(hand.pane.viewport().mapToGlobal(line.topLeft()))

    assert card.isVisible()
    assert "Why: " in card.reason.text()
    assert made[1].quote in card.sentence
    assert not card.geometry().intersects(line.translated(corner - line.topLeft()))
    assert hand.window.rect().contains(card.geometry())


def test_undo_comes_back_to_the_decision_undone(hand: Hand, made: list[Suggestion]) -> None:
    hand.press(Key.Key_F6)
    hand.press(Key.Key_Return)
    hand.press(Key.Key_Backspace)
    hand.press(Key.Key_Z, CTRL)
    after_one = hand.desk.current.suggestion
    hand.press(Key.Key_Z, CTRL)
    after_two = hand.desk.current.suggestion
    hand.press(Key.Key_Z, CTRL | SHIFT)

    assert (after_one, after_two) == (made[1], made[0])
    assert hand.desk.current.suggestion == made[1]
    assert given(hand) == [(made[0].span, "person")]


def test_a_digit_accepts_with_another_tag(hand: Hand, made: list[Suggestion]) -> None:
    hand.press(Key.Key_F6)
    hand.press("٤")

    assert given(hand) == [(made[0].span, "place")]
    assert made[0] not in open_ones(hand)
    assert hand.desk.current.suggestion == made[1]


def test_a_tag_is_chosen_from_the_picker_too(hand: Hand, made: list[Suggestion]) -> None:
    hand.press(Key.Key_F6)
    hand.press(Key.Key_T, CTRL)
    hand.wait(hand.desk.picker.isVisible)
    hand.press("3")

    assert given(hand) == [(made[0].span, "organisation")]


def test_widened_by_a_word_it_is_accepted_so_and_undone_in_one_step(
    hand: Hand, made: list[Suggestion], anywhere: Callable[[], Span]
) -> None:
    hand.press(Key.Key_F6)
    hand.press(Key.Key_Up, SHIFT)
    wider = anywhere()
    hand.press(Key.Key_Return)
    accepted, left = given(hand), open_ones(hand)
    hand.press(Key.Key_Z, CTRL)

    assert wider.end == made[0].span.end
    assert hand.text[wider.start - 1 : wider.start].strip() == ""
    assert accepted == [(wider, "person")]
    assert left == made[1:]
    assert open_ones(hand) == made
    assert given(hand) == []


def test_the_end_follows_the_arrow_as_the_eye_sees_it(
    hand: Hand, made: list[Suggestion], anywhere: Callable[[], Span]
) -> None:
    hand.press(Key.Key_F6)
    before = hand.pane.rect_of(anywhere())
    hand.press(Key.Key_Left, SHIFT)
    wider = hand.pane.rect_of(anywhere())
    hand.press(Key.Key_Right, SHIFT)

    assert before is not None
    assert wider is not None
    assert wider.left() < before.left()
    assert wider.right() == before.right()
    assert anywhere() == made[0].span


def test_particles_and_letters_have_their_keys(
    hand: Hand, made: list[Suggestion], anywhere: Callable[[], Span]
) -> None:
    hand.press(Key.Key_F6)
    hand.press(Key.Key_Right, CTRL)
    shorter = anywhere()
    hand.press(Key.Key_Left, CTRL)
    again = anywhere()
    hand.press(Key.Key_Down, CTRL)
    later = anywhere()

    assert (shorter.start, again) == (made[0].span.start, made[0].span)
    assert shorter.end < made[0].span.end
    assert later.start > made[0].span.start
    assert "No " not in hand.window.status.hint


@pytest.mark.parametrize("kind", ["mixed"], indirect=True)
def test_within_latin_letters_the_arrow_goes_as_they_run(
    hand: Hand, library_path: Path, anywhere: Callable[[], Span]
) -> None:
    latin = hand.span_of("WTDC")
    put(hand, library_path, [suggestion(hand.text, latin, "event", confidence=0.9)])
    hand.press(Key.Key_F6)
    before = hand.pane.rect_of(anywhere())
    hand.press(Key.Key_Right, CTRL)
    wider = hand.pane.rect_of(anywhere())

    assert anywhere() == Span(latin.start, latin.end + 1)
    assert before is not None
    assert wider is not None
    assert wider.right() > before.right()
    assert wider.left() == before.left()


def test_the_mark_and_the_card_show_the_edges_as_they_will_be(
    hand: Hand, made: list[Suggestion], anywhere: Callable[[], Span]
) -> None:
    hand.press(Key.Key_F6)
    hand.press(Key.Key_Left, SHIFT)
    marks = [mark for mark in hand.desk.marks(Span(0, len(hand.text))) if mark.key == hand.pane.current_mark]

    assert [mark.span for mark in marks] == [anywhere()]
    assert hand.text[anywhere().start : anywhere().end] in hand.desk.suggestion_card.corrected.text()
    hand.press(Key.Key_Escape)
    assert {mark.span for mark in hand.desk.marks(Span(0, len(hand.text)))} == {each.span for each in made}


def test_an_edge_is_dragged_with_the_mouse(hand: Hand, made: list[Suggestion], anywhere: Callable[[], Span]) -> None:
    hand.click_on(made[0].span)
    word = hand.pane.rect_of(made[0].span)
    assert word is not None
    edge, further = QPoint(word.left() + 1, word.center().y()), QPoint(word.left() - 40, word.center().y())
    viewport = hand.pane.viewport()
    hand.qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=edge)
    hand.qtbot.mouseMove(viewport, further)
    hand.qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=further)

    assert anywhere().start == made[0].span.start
    assert anywhere().end > made[0].span.end
    assert open_ones(hand) == made


def test_a_click_on_the_page_and_on_the_card_is_the_mouses_road(hand: Hand, made: list[Suggestion]) -> None:
    hand.click_on(made[1].span)
    shown = hand.desk.suggestion_card.isVisible()
    hand.qtbot.mouseClick(hand.desk.suggestion_card.buttons["accept"], Qt.MouseButton.LeftButton)

    assert shown
    assert given(hand) == [(made[1].span, made[1].tag_id)]


def test_all_mentions_of_one_thing_are_accepted_after_a_sentence_with_their_number(
    hand: Hand, made: list[Suggestion]
) -> None:
    same = [each for each in made if each.tag_id == "place" and each.confidence >= 0.5]
    hand.pane.go_to(same[0].span.start)
    hand.press(Key.Key_F6)
    hand.press(Key.Key_Return, SHIFT)
    sentence = confirm(hand)
    accepted = given(hand)
    hand.press(Key.Key_Z, CTRL)

    assert sentence == f"Accept {len(same)} suggestions of “\u2068{same[0].quote}\u2069”?"
    assert accepted == [(each.span, "place") for each in same]
    assert (given(hand), open_ones(hand)) == ([], made)


def test_a_kind_is_rejected_at_once(hand: Hand, made: list[Suggestion]) -> None:
    hand.press(Key.Key_F6)
    hand.desk.actions["reject_kind"].trigger()
    confirm(hand)

    assert [each.tag_id for each in open_ones(hand)] == ["place"] * (len(made) - 1 if len(made) == 3 else 2)


def test_the_slider_hides_weak_ones_from_page_list_counts_and_keys(hand: Hand, made: list[Suggestion]) -> None:
    hand.desk.sidebar.suggestions.filter_bar.slider.setValue(80)
    hand.wait(lambda: hand.desk.counts.total == sum(each.confidence >= 0.8 for each in made))
    sure = [each for each in made if each.confidence >= 0.8]
    hand.press(Key.Key_F6)
    seen = {hand.desk.current.suggestion.span}  # type: ignore[union-attr]
    for _ in made:
        hand.press(Key.Key_Tab)
        seen.add(hand.desk.current.suggestion.span)  # type: ignore[union-attr]

    assert {mark.span for mark in hand.desk.marks(Span(0, len(hand.text)))} == {each.span for each in sure}
    assert seen == {each.span for each in sure}
    assert hand.desk.counts.hidden == len(made) - len(sure)
    assert hand.window.status.counts[1] == len(sure)


def test_what_was_chosen_with_the_slider_is_kept(hand: Hand, start: Start) -> None:
    hand.press(Key.Key_F7, CTRL)
    hand.press(Key.Key_F7, CTRL)
    hand.program.close()

    assert Settings.load(settings_path()).get(SUGGESTION_THRESHOLD) == 0.65
    again: Hand = start()
    assert again.desk.sidebar.suggestions.filter_bar.least == 0.65


def test_when_all_are_hidden_the_list_says_so_and_shows_them(hand: Hand, made: list[Suggestion]) -> None:
    hand.desk.sidebar.setCurrentIndex(1)
    panel = hand.desk.sidebar.suggestions
    hand.desk.least_confidence.set(0.95)
    hand.wait(panel.empty.isVisible)
    hand.wait(lambda: f"{len(made)} weaker" in panel.empty.sentence.text())
    hand.qtbot.mouseClick(panel.empty.button, Qt.MouseButton.LeftButton)

    hand.wait(lambda: not panel.empty.isVisible())
    assert hand.desk.least_confidence.value == 0.0


def test_the_tree_is_decided_by_keyboard(hand: Hand, made: list[Suggestion]) -> None:
    hand.desk.sidebar.setCurrentIndex(1)
    tree = hand.desk.sidebar.suggestions.lists.tree
    model = hand.desk.sidebar.suggestions.lists.group_model
    hand.wait(lambda: model.rowCount() == 2)
    tree.setFocus()
    hand.press(Key.Key_Home)
    group = model.record(tree.currentIndex())
    hand.press(Key.Key_Right)
    hand.press(Key.Key_Down)
    mention = model.record(tree.currentIndex())
    hand.press("a")

    assert isinstance(mention, Suggestion)
    assert mention.tag_id == group.tag_id  # type: ignore[union-attr]
    assert given(hand) == [(mention.span, mention.tag_id)]


def test_after_a_restart_nothing_decided_comes_back(
    hand: Hand, made: list[Suggestion], start: Start, library_path: Path
) -> None:
    hand.press(Key.Key_F6)
    hand.press(Key.Key_Left, SHIFT)
    hand.press(Key.Key_Return)
    hand.press(Key.Key_Backspace)
    hand.program.close()
    again: Hand = start()
    put(again, library_path, made[2:])
    with Library.open(library_path) as library:
        document = library.documents.list()[0]
        library.suggestions.replace(document.id, "test 2", made)
        assert library.suggestions.open_page_after(document.id, None, 99) == made[2:]


def test_a_tooltip_says_why(hand: Hand, made: list[Suggestion]) -> None:
    rect = hand.pane.rect_of(made[0].span)
    assert rect is not None
    viewport = hand.pane.viewport()
    event = QHelpEvent(QEvent.Type.ToolTip, rect.center(), viewport.mapToGlobal(rect.center()))
    QApplication.sendEvent(viewport, event)
    said = hand.desk.tips.sentences_at(rect.center().x(), rect.center().y())
    QToolTip.hideText()

    assert len(said) == 1
    assert f"\u2068{made[0].quote}\u2069" in said[0]
    assert "90%" in said[0]


def test_a_screen_reader_hears_the_suggestion(hand: Hand, made: list[Suggestion]) -> None:
    hand.press(Key.Key_F6)

    assert made[0].quote in hand.desk.suggestion_card.sentence
    assert "90%" in hand.desk.suggestion_card.sentence

# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading and selecting where the page shows fewer or more vowel signs than the text has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from builders import TEXTS
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from reader.text.chunks import ChunkedText
from reader.text.segment import words
from reader.text.spans import Span
from reader.text.tashkeel import SIGNS, Tashkeel
from reader.ui.reading_pane import Mark, MarkKind, ReadingPane

MakePane = Callable[..., ReadingPane]
MIXED = "قَالَ مُؤْتَمَر WTDC-25 😀 إِنَّ كَتَبَ 𞸀 الطالب لا يكفي.\nوهذه فقرة بلا تشكيل كُتب فيها قليل."
ALL = {**TEXTS, "all": MIXED}


def fatha_on_all(text: str) -> Mapping[int, str]:
    return {at: "\u064e" for at, char in enumerate(text) if "\u0628" <= char <= "\u0647"}


@pytest.fixture(params=[Tashkeel.HIDDEN, Tashkeel.GENERATED])
def way(request: pytest.FixtureRequest) -> Tashkeel:
    return Tashkeel(request.param)


@pytest.fixture
def show(make_pane: MakePane, way: Tashkeel) -> Callable[[str], ReadingPane]:
    def make(text: str) -> ReadingPane:
        pane = make_pane(text, tashkeel=way)
        pane.set_signs(fatha_on_all)
        return pane

    return make


def test_signs_are_hidden_or_added_on_the_page(show: Callable[[str], ReadingPane], way: Tashkeel) -> None:
    pane = show(TEXTS["vocalised"] + "\nكتب")
    displayed = [laid.layout.text() for _, laid, _ in pane.window_in_view.in_view()]
    if way is Tashkeel.HIDDEN:
        assert SIGNS.isdisjoint("".join(displayed))
    else:
        assert displayed[-1] == "كَتَبَ"
    pane.select_all()
    assert pane.selected_text() == TEXTS["vocalised"] + "\nكتب"


@pytest.mark.parametrize("text", ALL.values(), ids=ALL)
def test_every_word_is_found_where_it_is_drawn(show: Callable[[str], ReadingPane], text: str) -> None:
    pane = show(text)
    for word in words(text):
        rect = pane.rect_of(word)
        assert rect is not None
        found = pane.window_in_view.character_at(rect.center().x(), rect.center().y())
        assert found is not None
        stretch, local = found
        assert word.start <= stretch.start + local < word.end


@pytest.mark.parametrize("text", ALL.values(), ids=ALL)
def test_dragging_over_a_word_selects_all_of_it(show: Callable[[str], ReadingPane], qtbot: QtBot, text: str) -> None:
    pane = show(text)
    word = next(each for each in words(text) if len(each) > 3 and "\u0621" <= text[each.start] <= "\u064a")
    rect = pane.rect_of(word)
    assert rect is not None
    view, y = pane.viewport(), rect.center().y()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(rect.right() + 1, y))
    qtbot.mouseMove(view, QPoint(rect.center().x(), y))
    qtbot.mouseMove(view, QPoint(rect.left(), y))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(rect.left(), y))
    assert pane.selection == word
    pane.copy()
    assert QGuiApplication.clipboard().text() == text[word.start : word.end]


@pytest.mark.parametrize("text", ALL.values(), ids=ALL)
def test_the_caret_stops_at_every_letter_there_and_back(
    show: Callable[[str], ReadingPane], qtbot: QtBot, text: str
) -> None:
    pane = show(text)
    there: list[int | None] = []
    while pane.caret != len(text):
        there.append(pane.caret)
        qtbot.keyClick(pane, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    back: list[int | None] = []
    while pane.caret != 0:
        qtbot.keyClick(pane, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
        back.append(pane.caret)
    assert there == back[::-1]
    assert all(text[place] not in SIGNS for place in there if place is not None)


@pytest.mark.parametrize("text", ALL.values(), ids=ALL)
def test_switching_moves_no_mark_and_no_selection(make_pane: MakePane, text: str) -> None:
    pane = make_pane(text)
    word = next(each for each in words(text) if len(each) > 3)
    mark = Mark(word, MarkKind.ANNOTATION, "key", "tag-1", "")
    pane.set_signs(fatha_on_all)
    pane.set_marks(lambda span: [mark] if span.overlaps(word) else [])
    pane.select(word)
    for way in (*Tashkeel, Tashkeel.PRINTED):
        pane.set_style(replace(pane.style_in_use, tashkeel=way))
        assert pane.selection == word
        stretch = pane.flow.stretch_at(pane.flow.place_of(word.start))
        (placed,) = pane.mark_layer.on(stretch)
        rect = pane.rect_of(word)
        assert rect is not None
        line, left, right = placed.boxes[0]
        assert line.top >= 0
        assert abs((right - left) - rect.width()) <= 3


def test_a_span_of_hidden_signs_alone_is_shown_by_its_letter(make_pane: MakePane) -> None:
    text = "كَتَبَ الطَّالِبُ"
    pane = make_pane(text, tashkeel=Tashkeel.HIDDEN)
    sign, letter = pane.rect_of(Span(1, 2)), pane.rect_of(Span(0, 1))
    assert sign == letter


def test_made_signs_have_a_colour_of_their_own(make_pane: MakePane) -> None:
    pane = make_pane("كتب", tashkeel=Tashkeel.GENERATED)
    plain = pane.viewport().grab().toImage()
    pane.set_signs(fatha_on_all)
    image = pane.viewport().grab().toImage()
    accent = pane.style_in_use.colour("accent")

    def has_accent(picture: object) -> bool:
        return any(
            picture.pixelColor(x, y) == accent  # type: ignore[attr-defined]
            for x in range(pane.viewport().width())
            for y in range(120)
        )

    assert has_accent(image)
    assert not has_accent(plain)


def test_signs_that_come_while_the_text_is_not_counted_are_shown(make_pane: MakePane) -> None:
    pieces = [f"كتب {number}\n" * 300 for number in range(4)]
    pane = make_pane("", tashkeel=Tashkeel.GENERATED)
    pane.show_text(ChunkedText(pieces.__getitem__, [len(piece) for piece in pieces]))
    pane.scroll_by(777)
    before = [(shown.stretch.id, shown.origin.y()) for shown in pane.window_in_view.in_view()]
    pane.set_signs(fatha_on_all)
    after = [(shown.stretch.id, shown.origin.y()) for shown in pane.window_in_view.in_view()]
    assert after == before
    assert "\u064e" in pane.window_in_view.in_view()[0].laid.layout.text()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Flags where characters stand that cannot be seen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from builders import TEXTS
from PySide6.QtGui import QImage

from reader.text.spans import Span
from reader.ui.reading_pane import HiddenMarks, ReadingPane
from reader.ui.reading_pane.hidden_marks import flags_on

MakePane = Callable[..., ReadingPane]
SPOOF = "دفع المبلغ \u202e001\u202c دينار كاملا.\nوهذه فقرة أخرى لا شيء مخفيا فيها."


def flags(pane: ReadingPane) -> list[str]:
    return [flag.words for shown in pane.window_in_view.in_view() for flag in flags_on(pane.style_in_use, shown)]


def picture(pane: ReadingPane) -> QImage:
    return pane.viewport().grab().toImage()


def test_an_override_is_flagged_and_told_where_its_flag_is(make_pane: MakePane) -> None:
    pane = make_pane(SPOOF)
    assert flags(pane) == ["RLO", "PDF"]
    flag = next(f for shown in pane.window_in_view.in_view() for f in flags_on(pane.style_in_use, shown))
    told = pane.hidden_at(flag.box.center().x(), flag.box.center().y())
    assert [each.name for each in told] == ["RIGHT-TO-LEFT OVERRIDE"]
    assert pane.hidden_at(5, 5) == ()


def test_the_setting_decides_what_is_flagged(make_pane: MakePane) -> None:
    text = "كلمة\u200f و\u202bكلمة\u202c"
    assert flags(make_pane(text)) == ["RLE", "PDF"]
    assert flags(make_pane(text, hidden_marks=HiddenMarks.ALL)) == ["RLM", "RLE", "PDF"]
    assert flags(make_pane(text, hidden_marks=HiddenMarks.NONE)) == []


def test_characters_at_one_place_share_a_flag(make_pane: MakePane) -> None:
    assert flags(make_pane("كلمة\u2066\u2067\u2068 أخرى")) == ["LRI +2"]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_flags_move_no_letter(make_pane: MakePane, text: str) -> None:
    spoofed = text.replace(" ", " \u2066\u2069", 1)
    shown, plain = make_pane(spoofed), make_pane(spoofed, hidden_marks=HiddenMarks.NONE)
    assert flags(shown)
    assert flags(plain) == []
    for offset in range(len(spoofed)):
        assert shown.rect_of(Span(offset, offset + 1)) == plain.rect_of(Span(offset, offset + 1))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_without_hidden_characters_looks_the_same(make_pane: MakePane, text: str) -> None:
    assert picture(make_pane(text)) == picture(make_pane(text, hidden_marks=HiddenMarks.NONE))


def test_a_flag_is_seen(make_pane: MakePane) -> None:
    assert picture(make_pane(SPOOF)) != picture(make_pane(SPOOF, hidden_marks=HiddenMarks.NONE))


def test_the_text_is_copied_with_what_is_hidden(make_pane: MakePane) -> None:
    pane = make_pane(SPOOF)
    pane.select_all()
    assert pane.selected_text() == SPOOF

# SPDX-License-Identifier: GPL-3.0-or-later
"""Vowel signs on the page of the real window: by menu and key, made by the worker, kept over a restart."""

from __future__ import annotations

from pathlib import Path

import pytest
from hand import Hand, Start

from reader import settings as names
from reader.text.tashkeel import SIGNS, Tashkeel

TEXT = "كتب الطالبُ رسالة طويلة إلى أستاذه في المدينة، ثم ذهب إلى المكتبة. " * 3 + "\nوهذه فقرة ثانية 😀.\n"


@pytest.fixture
def hand(start: Start, tmp_path: Path) -> Hand:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, "utf-8")
    return start(path)


def displayed(hand: Hand) -> str:
    return "".join(laid.layout.text() for _, laid, _ in hand.pane.window_in_view.in_view())


def count(text: str) -> int:
    return sum(char in SIGNS for char in text)


def test_one_key_goes_round_the_three_ways(hand: Hand) -> None:
    pytest.importorskip("text2tashkeel")
    switch = hand.desk.actions["next_tashkeel"].trigger
    switch()
    assert count(displayed(hand)) == 0
    switch()
    hand.wait(lambda: count(displayed(hand)) > 3 * count(TEXT), 30_000)
    assert hand.text == TEXT
    switch()
    assert count(displayed(hand)) == count(TEXT)
    assert hand.pane.style_in_use.tashkeel is Tashkeel.PRINTED


def test_the_menu_shows_which_way_is_chosen_and_it_is_kept(hand: Hand, start: Start) -> None:
    hand.desk.actions["tashkeel_hidden"].trigger()
    assert hand.desk.actions["tashkeel_hidden"].isChecked()
    assert hand.desk.settings.get(names.TASHKEEL) == "hidden"
    hand.program.close()
    again = start()
    assert again.desk.actions["tashkeel_hidden"].isChecked()
    assert count(displayed(again)) == 0


def test_where_nothing_can_make_signs_the_window_says_so(hand: Hand) -> None:
    hand.desk.preferences.can_make_signs = lambda: False
    hand.desk.actions["tashkeel_generated"].trigger()
    assert hand.desk.actions["tashkeel_printed"].isChecked()
    assert hand.pane.style_in_use.tashkeel is Tashkeel.PRINTED


def test_a_citation_pattern_is_set_in_the_preferences(hand: Hand) -> None:
    hand.desk.preferences.set(names.CITATION, "{quote} ({title})")
    assert hand.desk.document_desk.citing.pattern == "{quote} ({title})"
    hand.desk.preferences.set(names.CITATION, "{nonsense}")
    assert hand.desk.document_desk.citing.pattern == hand.desk.document_desk.citing.usual_pattern()

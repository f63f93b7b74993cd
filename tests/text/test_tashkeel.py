# SPDX-License-Identifier: GPL-3.0-or-later
"""Places in a text and in what is shown of it lead to each other."""

from __future__ import annotations

import pytest
from any_text import texts
from builders import TEXTS
from hypothesis import given, strategies

from reader.text import arabic
from reader.text.offsets import Utf16Map
from reader.text.tashkeel import SIGNS, ShownText, generated, hidden

VOCALISED = TEXTS["vocalised"]
MIXED = "قَالَ WTDC-25 😀 كَتَبَ 𞸀 مُؤْتَمَر\u0654 ـَ"


def check(shown: ShownText) -> None:
    """Every way there and back ends where it began, or behind what is not shown."""
    stored, length16 = shown.stored, Utf16Map(shown.text).length16
    places = [shown.to_utf16(offset) for offset in range(len(stored) + 1)]
    assert places == sorted(places)
    assert (places[0], places[-1]) == (0, length16)
    for offset, place in enumerate(places):
        back = shown.from_utf16(place)
        assert back >= offset
        assert all(char in SIGNS for char in stored[offset:back])
        assert shown.to_utf16(back) == place


@pytest.mark.parametrize("text", [*TEXTS.values(), MIXED])
def test_places_lead_there_and_back_without_signs(text: str) -> None:
    shown = hidden(text)
    if shown is None:
        assert SIGNS.isdisjoint(text)
    else:
        assert shown.text == text.translate(arabic.WITHOUT_TASHKEEL)
        check(shown)


@given(texts)
def test_any_text_without_signs(text: str) -> None:
    shown = hidden(text)
    if shown is not None:
        check(shown)
        assert len(shown.text) < len(text) or shown.text == text


@given(texts, strategies.data())
def test_any_text_with_signs_made_for_it(text: str, data: strategies.DataObject) -> None:
    offsets = strategies.integers(0, max(len(text) - 1, 0))
    signs = data.draw(strategies.dictionaries(offsets, strategies.sampled_from(["\u064e", "\u0651\u0650", ""])))
    shown = generated(text, signs)
    if shown is None:
        return
    check(shown)
    assert "".join(char for at, char in enumerate(shown.text) if at not in shown.made) == text


def test_letters_that_have_signs_keep_theirs() -> None:
    shown = generated("كتُب", {0: "\u064e", 1: "\u064e", 3: "\u0652"})
    assert shown is not None
    assert shown.text == "كَتُبْ"
    assert shown.made == {1, 5}
    assert shown.letters_with_made == {0, 4}


def test_spelling_stays_when_signs_go() -> None:
    assert hidden("ٱلْقُرْآن") is not None
    shown = hidden("مسؤ\u0654ول رَأ\u0653ى")
    assert shown is not None
    assert shown.text == "مسؤ\u0654ول رأ\u0653ى"
    assert hidden("بلا تشكيل") is None


def test_a_sign_that_stands_alone_stays() -> None:
    assert hidden(" \u064e ") is None or hidden(" \u064e ").text == " \u064e "
    shown = hidden("\u064eكَ")
    assert shown is not None
    assert shown.text == "\u064eك"

# SPDX-License-Identifier: GPL-3.0-or-later
"""Which unseen characters are found, and which of them could deceive."""

from __future__ import annotations

import pytest
from any_text import texts
from builders import TEXTS
from hypothesis import given

from reader.text.hidden import has_hidden, hidden_in


def suspicious(text: str) -> list[str]:
    return [each.short for each in hidden_in(text, suspicious_only=True)]


@pytest.mark.parametrize("char", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u2060\u3164\x00\x1b")
def test_what_can_deceive_is_suspicious_everywhere(char: str) -> None:
    assert len(suspicious(f"كلمة{char}أخرى")) == 1
    assert len(suspicious(f"word{char}other")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم",
        "هـ\u200d",
        "👩\u200d🚀",
        "क्\u200dष",
        "❤\ufe0f",
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "(Baku)\u200f 2025",
        "Donau\u00addampf",
        "\ufeffبداية الملف",
        *TEXTS.values(),
    ],
)
def test_what_writing_needs_is_not_suspicious(text: str) -> None:
    assert suspicious(text) == []


def test_joiners_in_latin_words_and_hidden_letters_are_suspicious() -> None:
    assert suspicious("pay\u200dpal pay\u200cpal") == ["ZWJ", "ZWNJ"]
    assert suspicious("ok\U000e0068\U000e0069") == ["TAG h", "TAG i"]
    assert suspicious("x\U000e0100\U000e0101") == ["VS"]


def test_all_of_them_can_be_asked_for() -> None:
    found = hidden_in("a\u200fb\u00adc\u202ed", suspicious_only=False)
    assert [(each.offset, each.short, each.is_suspicious) for each in found] == [
        (1, "RLM", False),
        (3, "SHY", False),
        (5, "RLO", True),
    ]
    assert found[2].name == "RIGHT-TO-LEFT OVERRIDE"


@given(texts)
def test_each_is_told_at_its_own_place_once(text: str) -> None:
    found = hidden_in(text, suspicious_only=False)
    assert [text[each.offset] for each in found] == [each.char for each in found]
    assert [each.offset for each in found] == sorted({each.offset for each in found})
    assert bool(found) == has_hidden(text, suspicious_only=False)
    assert {each.offset for each in hidden_in(text, suspicious_only=True)} <= {each.offset for each in found}

# SPDX-License-Identifier: GPL-3.0-or-later
"""Signs that a machine makes are put behind the letters they belong to, whatever else the machine changes."""

from __future__ import annotations

import pytest
from any_text import texts
from builders import TEXTS
from hypothesis import given

from reader.errors import Cancelled
from reader.text.tashkeel import SIGNS, generated
from reader.workspace.vocalising import signs_for, vocalise

MADE = {
    "كتب": "كَتَبَ",
    "الطالب": "الطَّالِبُ",
    "ان": "إِنَّ",
    "العلم": "العِلْمَ",
    "نور": "نُورٌ",
    "مؤتمر": "مُؤْتَمَرُ",
}


def machine(text: str) -> str:
    """A machine that knows a few words, leaves out what is no letter, and spells one word otherwise."""
    words = ["".join(char for char in word if char.isalpha() or char in SIGNS) for word in text.split()]
    return " ".join(MADE.get(word, word) for word in words if word)


def shown(text: str) -> str:
    found = generated(text, signs_for(text, machine))
    return text if found is None else found.text


def test_each_letter_gets_its_own_signs() -> None:
    assert shown("كتب الطالب.") == "كَتَبَ الطَّالِبُ."


def test_spelling_stays_as_it_is_written() -> None:
    assert shown("ان العلم نور") == "اِنَّ العِلْمَ نُورٌ"


def test_words_that_the_machine_leaves_out_move_nothing() -> None:
    assert shown("😀 كتب 2025 (ITU) 𞸀 مؤتمر WTDC-25") == "😀 كَتَبَ 2025 (ITU) 𞸀 مُؤْتَمَرُ WTDC-25"


def test_signs_of_the_text_itself_stay_alone_on_their_letters() -> None:
    assert shown("كُتب") == "كُتَبَ"


@given(texts)
def test_the_letters_are_those_of_the_text_in_any_case(text: str) -> None:
    signs = signs_for(text, machine)
    assert all(0 <= at < len(text) and set(made) <= SIGNS for at, made in signs.items())


def test_very_long_texts_are_vocalised_in_pieces() -> None:
    assert shown("كتب " * 1000) == "كَتَبَ " * 1000


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_package_makes_signs_for_real_text(text: str) -> None:
    pytest.importorskip("text2tashkeel")
    (signs,) = vocalise([text], lambda: False)
    found = generated(text, signs)
    bare = [char for char in text if "\u0621" <= char <= "\u064a"]
    vocalised = sum(char in SIGNS for char in text if found is None) if found is None else len(found.made)
    assert vocalised > 0 or sum(char in SIGNS for char in text) > len(bare) / 2


def test_work_that_nobody_waits_for_stops() -> None:
    with pytest.raises(Cancelled):
        vocalise(["كلام"], lambda: True)

# SPDX-License-Identifier: GPL-3.0-or-later
"""What two texts share is found exactly, whatever was changed, and fast on long texts."""

import random
import time

import pytest
from any_text import texts, texts_with_span
from hypothesis import given
from hypothesis import strategies as st

from reader.text.diff import changes, kept
from reader.text.spans import Span


@given(texts, texts)
def test_what_is_kept_is_the_same_in_both_and_in_order(old, new):
    stretches = kept(old, new)

    assert all(
        old[at_old : at_old + length] == new[at_new : at_new + length] and length
        for at_old, at_new, length in stretches
    )
    ends = [(at_old + length, at_new + length) for at_old, at_new, length in stretches]
    assert all(
        end_old <= start_old and end_new <= start_new
        for (end_old, end_new), (start_old, start_new, _) in zip(ends, stretches[1:], strict=False)
    )


@given(texts)
def test_of_an_unchanged_text_all_is_kept(text):
    assert changes(text, text).is_identity


@given(texts, texts)
def test_the_map_turns_the_old_text_into_the_new(old, new):
    rebuilt = old
    for start, end, first, last in reversed(changes(old, new).blocks()):
        rebuilt = rebuilt[:start] + new[first:last] + rebuilt[end:]

    assert rebuilt == new


@given(texts_with_span(), st.text("كلمة \n", max_size=9))
def test_one_edit_touches_nothing_outside_it(case, inserted):
    text, start, end = case

    blocks = changes(text, text[:start] + inserted + text[end:]).blocks()

    assert sum(length for _, _, length in kept(text, text[:start] + inserted + text[end:])) >= len(text) - (end - start)
    assert len(blocks) <= max(end - start, len(inserted))


def test_a_changed_word_leaves_its_neighbours_alone():
    old, new = "أكد وزير الاتصالات أهمية المشاركة.", "أكد وزير الخارجية أهمية المشاركة."

    offsets = changes(old, new)

    assert offsets.derived_span(Span(4, 8)) == Span(4, 8)
    assert new[offsets.derived_start(old.index("أهمية")) :].startswith("أهمية")


SENTENCES = ["انعقد المؤتمر رقم {0} في باكو.", "وقال الوزير {0} إن العمل مستمر، وسيستمر.", "واختتم {0} أعماله؟"]


def long_text(separator):
    chance = random.Random(3)
    return separator.join(chance.choice(SENTENCES).format(number) for number in range(30_000))


def edited(text, times):
    chance = random.Random(5)
    for _ in range(times):
        place = chance.randrange(len(text) - 9)
        text = text[:place] + chance.choice(["", "كلمة ", "\n", "ـ"]) + text[place + chance.choice([0, 1, 9]) :]
    return text


@pytest.mark.parametrize("separator", ["\n", "\n\n", " "])
def test_a_text_of_a_million_characters_with_small_edits_is_compared_in_good_time(separator):
    old = long_text(separator)
    new = edited(old, 40)
    begun = time.process_time()

    stretches = kept(old, new)

    assert time.process_time() - begun < 20
    assert sum(length for _, _, length in stretches) > len(old) - 40 * 60


@pytest.mark.parametrize("unit", ["ب", "ب\n", "كلمة واحدة تتكرر. "])
def test_a_text_that_repeats_itself_takes_no_longer(unit):
    old = unit * (1_000_000 // len(unit))
    begun = time.process_time()

    kept(old, edited(old, 10))

    assert time.process_time() - begun < 20

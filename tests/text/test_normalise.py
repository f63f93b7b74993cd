# SPDX-License-Identifier: GPL-3.0-or-later
"""Folding makes equal what means the same, and every folded place leads back to the text."""

import random
import time

import pytest
from any_text import PLAIN, texts
from hypothesis import given
from hypothesis import strategies as st

from reader.text import arabic
from reader.text.normalise import fold, folded
from reader.text.spans import Span

PROFILES = ["lemma", "match", "search"]
profiles = st.sampled_from(PROFILES)


@pytest.mark.parametrize(
    ("text", "lemma", "match", "search"),
    [
        ("بِالمُؤتَمَرِ", "بالمؤتمر", "بالمؤتمر", "بالموتمر"),
        ("الـــمؤتمر\u200f", "المؤتمر", "المؤتمر", "الموتمر"),
        ("هٰذا", "هذا", "هذا", "هذا"),
        ("أُمّة إلى آسيا", "أمة إلى آسيا", "امة الي اسيا", "امه الي اسيا"),
        ("ٱلله", "الله", "الله", "الله"),
        ("ﻻ ﷲ", "لا الله", "لا الله", "لا الله"),
        ("\ufe70ب\ufe77", "ب", "ب", "ب"),
        ("٢٠٢٥ و۲۰۲۶ ١٬٥٠٠٫٧٥", "2025 و2026 1,500.75", "2025 و2026 1,500.75", "2025 و2026 1,500.75"),
        ("کتابی", "كتابي", "كتابي", "كتابي"),
        ("می\u200cروم", "ميروم", "ميروم", "ميروم"),
        ("پاریس گاز چاد", "پاريس گاز چاد", "پاريس گاز چاد", "باريس كاز جاد"),
        ("أ\u00a0ب\tج\nد", "أ ب ج\nد", "ا ب ج\nد", "ا ب ج\nد"),
        ("ا\u0654 و\u0654 ي\u0654 ا\u0653", "أ ؤ ئ آ", "ا ؤ ئ ا", "ا و ي ا"),
        ("و\u064f\u0654", "ؤ", "ؤ", "و"),
        ("ه\u0654", "ه", "ه", "ه"),
        ("بوغدان–مارتن", "بوغدان–مارتن", "بوغدان-مارتن", "بوغدان-مارتن"),
        ("Café e\u0301 STRASSE ß ﬁn", "Café é STRASSE ß fin", "Café é STRASSE ß fin", "cafe e strasse ss fin"),
        ("ＷＴＤＣ", "WTDC", "WTDC", "wtdc"),
        ("\U0001ee00\U0001ee01 😀", "اب 😀", "اب 😀", "اب 😀"),
        ("한국 हिन्दी", "한국 हिन्दी", "한국 हिन्दी", "한국 हिन्दी"),
        ("", "", "", ""),
    ],
)
def test_profiles_fold_by_their_rules(text, lemma, match, search):
    assert (folded(text, "lemma"), folded(text, "match"), folded(text, "search")) == (lemma, match, search)


@given(texts, profiles)
def test_folding_what_is_folded_changes_nothing(text, profile):
    once = folded(text, profile)

    assert folded(once, profile) == once


@given(texts)
def test_a_stricter_profile_tells_apart_no_more_than_a_looser_one(text):
    assert folded(folded(text, "lemma"), "match") == folded(text, "match")
    assert folded(folded(text, "match"), "search") == folded(text, "search")


@given(texts, profiles)
def test_every_folded_character_leads_back_to_what_folds_to_it(text, profile):
    form = fold(text, profile)
    origins = [form.map.source_span(Span(at, at + 1)) for at in range(len(form.text))]

    assert None not in origins
    assert all(
        char in folded(text[origin.start : origin.end], profile)
        for char, origin in zip(form.text, origins, strict=True)
    )


@given(texts, profiles)
def test_the_map_ends_where_the_texts_end(text, profile):
    form = fold(text, profile)

    assert form.map.derived_end(len(text)) == len(form.text) or not folded(text[-1:], profile)
    assert form.map.source_end(len(form.text)) <= len(text)


@given(texts, profiles)
def test_every_character_that_is_kept_leads_to_its_folded_form_and_back(text, profile):
    form = fold(text, profile)
    kept = [(at, result) for at in range(len(text)) if (result := form.map.derived_span(Span(at, at + 1)))]

    assert all(form.map.source_span(result).contains(at) for at, result in kept)


@given(st.text(PLAIN, min_size=1, max_size=8), st.text("\u064e\u0651\u0640\u0650", max_size=4))
def test_marks_change_no_key_and_belong_to_the_letter_before(word, marks):
    vocalised = "".join(letter + marks for letter in word)
    form = fold(vocalised, "lemma")

    assert form.text == word
    assert form.map.source_span(Span(0, 1)) == Span(0, 1 + len(marks))


def test_a_direction_control_behind_a_word_is_left_out_of_its_span():
    form = fold("قال مُؤتَمَرٌ\u200f هنا", "match")
    start = form.text.index("مؤتمر")

    span = form.map.source_span(Span(start, start + 5))

    assert form.original[span.start : span.end] == "مُؤتَمَرٌ"


def test_folding_on_each_kind_of_text(any_text):
    form = fold(any_text, "search")
    words = form.text.split()
    starts = [form.text.index(word) for word in words]
    spans = [form.map.source_span(Span(start, start + len(word))) for start, word in zip(starts, words, strict=True)]

    assert [folded(any_text[span.start : span.end]) for span in spans] == words


def vocalised_chunk(length):
    chance = random.Random(7)
    letters = chance.choices(PLAIN + " ", k=length // 2)
    return "".join(letter + chance.choice(sorted(arabic.HARAKAT)) for letter in letters)


@pytest.mark.parametrize("profile", PROFILES)
def test_a_chunk_of_256_kb_is_folded_in_linear_time(profile):
    """60 ms of the processor are the aim; what is asserted tells linear work from quadratic on any machine."""
    chunk = vocalised_chunk(128 * 1024)

    assert min(seconds_to_fold(chunk, profile) for _ in range(5)) < 2


def seconds_to_fold(text, profile):
    begun = time.process_time()
    assert not fold(text, profile).map.is_identity
    return time.process_time() - begun

# SPDX-License-Identifier: GPL-3.0-or-later
"""Forms are remembered however they are vocalised or joined, and what was refused stays away."""

from __future__ import annotations

import pytest

from reader.recognisers.base import finding
from reader.recognisers.learning.forms import form_key, key_of
from reader.recognisers.learning.memory import MOST_FORMS, FormCount, FormMemory
from reader.recognisers.lexicon import shipped_lexicon
from reader.recognisers.tokens import Tokeniser


@pytest.fixture(scope="module")
def tokens():
    return Tokeniser(shipped_lexicon()).tokens


def memory_of(*forms, tag="place", **counts):
    return FormMemory({(form_key(form), tag): FormCount(**(counts or {"tagged": 1})) for form in forms})


def quotes(memory, text, tokens):
    return [text[each.start : each.end] for each in memory.find(tokens(text))]


@pytest.mark.parametrize(
    "written",
    ["بَحْمَدُون", "بحمدون", "بحمـدون", "بحمدون\u064d", "ﺑﺤﻤﺪﻭﻥ"],
    ids=["vocalised", "plain", "tatweel", "mark", "forms"],
)
def test_a_form_is_the_same_however_it_is_written(written):
    assert form_key(written) == "بحمدون"


@pytest.mark.parametrize("quote", ["", " ", "،", "… !", "كلمة " * 40])
def test_what_is_no_form_has_no_key(quote):
    assert form_key(quote) == ""


def test_the_article_comes_back_behind_lam():
    assert form_key("لاتحاد", "ل") == form_key("الاتحاد")
    assert form_key("لاتحاد", " ") != form_key("الاتحاد")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("عاد إلى بحمدون أمس", ["بحمدون"]),
        ("عَادَ إِلَى بَحْمَدُونَ أَمْسِ", ["بَحْمَدُونَ"]),
        ("في Beirut وبحمدون 2025", ["بحمدون"]),
        ("😀 𞸀 لبحمدون 𞸁", ["بحمدون"]),
        ("وَبِبَحْمَدُونَ", ["بَحْمَدُونَ"]),
        ("بحمدوني", []),
    ],
    ids=["plain", "vocalised", "mixed", "astral", "two clitics", "another word"],
)
def test_a_form_is_found_without_its_clitics(text, found, tokens):
    assert quotes(memory_of("بحمدون"), text, tokens) == found


def test_forms_of_several_words_are_found_whole(tokens):
    text = "وقال نادي الصخرة إن نادي الصفا غاب عن نادي"

    assert quotes(memory_of("نادي الصخرة"), text, tokens) == ["نادي الصخرة"]


def test_the_article_swallowed_by_lam_does_not_hide_a_form(tokens):
    assert quotes(memory_of("الصخرة"), "جمهور للصخرة", tokens) == ["لصخرة"]


@pytest.mark.parametrize("text", ["زار بحمدون", "زَارَ بَحْمَدُونَ", "visit بحمدون (2)", "𞸀😀 زار بحمدون"])
def test_a_refused_form_is_known_wherever_it_stands(text, tokens):
    memory = memory_of("بحمدون", refused=1)
    read = tokens(text)
    index = next(i for i, word in enumerate(read.words) if word.key == "بحمدون")
    found = finding(read, index, index + 1, "place", source="test", confidence=0.9, reason="")
    other = finding(read, index, index + 1, "person", source="test", confidence=0.9, reason="")

    assert memory.is_refused(read, found)
    assert not memory.is_refused(read, other)


def test_a_form_refused_here_and_tagged_there_is_not_refused(tokens):
    memory = memory_of("بحمدون", refused=3, tagged=1)
    read = tokens("بحمدون")
    found = finding(read, 0, 1, "place", source="test", confidence=0.9, reason="")

    assert not memory.is_refused(read, found)
    assert quotes(memory, "بحمدون", tokens) == ["بحمدون"]


def test_the_key_of_a_finding_leaves_out_its_clitics(tokens):
    read = tokens("قال وبحمدون الجميلة")
    found = finding(read, 1, 3, "place", source="test", confidence=0.9, reason="", skip=1)

    assert key_of(read, found.first, found.after, found.start) == form_key("بحمدون الجميلة")


def test_confidence_follows_what_became_of_the_form():
    sure, doubtful = FormCount(tagged=9), FormCount(tagged=2, left=20)

    assert sure.confidence(is_ordinary=False) > 0.9
    assert FormCount(tagged=1).confidence(is_ordinary=True) < FormCount(tagged=1).confidence(is_ordinary=False)
    assert doubtful.confidence(is_ordinary=False) < 0.3


def test_what_is_taken_back_is_unlearned():
    memory = FormMemory()
    memory.add("باكو", "place", FormCount(tagged=2))
    memory.add("باكو", "place", FormCount(tagged=-2))

    assert len(memory) == 0


def test_the_own_word_counts_over_that_of_others():
    own, other = memory_of("باكو", refused=1), FormMemory({("باكو", "place"): FormCount(tagged=9)})

    assert own.over(other).count("باكو", "place").is_refused


def test_a_memory_without_bound_is_cut_to_what_is_known_best():
    memory = FormMemory({(f"كلمة{i}", "place"): FormCount(tagged=1 + i % 7) for i in range(MOST_FORMS + 500)})

    kept = memory.bounded()

    assert len(kept) == MOST_FORMS
    assert kept.count("كلمة6", "place").tagged == 7
    assert kept.count("كلمة0", "place").tagged == 0


def test_finding_forms_takes_no_longer_for_many_forms(tokens):
    memory = FormMemory({(f"كلمة{i} أخرى", "place"): FormCount(tagged=1) for i in range(20_000)})
    read = tokens("كلمة وأخرى " * 2000)

    assert memory.find(read) == []


@pytest.mark.parametrize("text", ["", "ل", "و" * 5000, "\u064e\u064f", "😀" * 200, "للللل " * 300])
def test_strange_text_is_no_trouble(text, tokens):
    assert memory_of("بحمدون").find(tokens(text)) == []

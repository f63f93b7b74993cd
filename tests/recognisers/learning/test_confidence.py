# SPDX-License-Identifier: GPL-3.0-or-later
"""What the reader keeps rejecting sinks, what is accepted rises, and nothing else moves."""

from __future__ import annotations

import pytest
from builders import suggestion

from reader.recognisers.base import finding
from reader.recognisers.learning.confidence import MOST_FEATURES, ConfidenceModel, features_of, reason_kind
from reader.recognisers.learning.usefulness import doubt, most_useful_first, usefulness
from reader.recognisers.lexicon import shipped_lexicon
from reader.recognisers.tokens import Tokeniser
from reader.text.spans import Span


@pytest.fixture(scope="module")
def tokens():
    return Tokeniser(shipped_lexicon()).tokens


def found(read, index, *, reason="behind “مدينة”", source="places"):
    return finding(read, index, index + 1, "place", source=source, confidence=0.8, reason=reason)


def rejected(tokens, times, **fields):
    model = ConfidenceModel()
    for number in range(times):
        read = tokens(f"مدينة كلمة{number} هنا")
        each = found(read, 1, **fields)
        shown = model.judged(each.confidence, features_of(read, each))
        model.learn(features_of(read, each), shown, was_right=False)
    return model


def judged(model, tokens, **fields):
    read = tokens("مدينة أخرى هناك")
    each = found(read, 1, **fields)
    return model.judged(each.confidence, features_of(read, each))


def test_one_rejection_does_not_sink_all_of_its_kind(tokens):
    assert judged(rejected(tokens, 1), tokens) > 0.6


def test_what_is_rejected_again_and_again_sinks_below_the_threshold(tokens):
    assert judged(rejected(tokens, 30), tokens) < 0.5


def test_a_word_that_is_rejected_a_few_times_sinks_below_the_threshold(tokens):
    model = ConfidenceModel()
    read = tokens("مدينة صور هنا")
    each = found(read, 1)
    for _ in range(4):
        model.learn(features_of(read, each), model.judged(0.8, features_of(read, each)), was_right=False)

    assert model.judged(0.8, features_of(read, each)) < 0.5


def test_other_kinds_keep_most_of_their_confidence(tokens):
    model = rejected(tokens, 15)

    assert judged(model, tokens, source="people", reason="a given name") > judged(model, tokens) + 0.1


def test_acceptance_raises(tokens):
    model = ConfidenceModel()
    read = tokens("مدينة صور هنا")
    each = found(read, 1)
    for _ in range(5):
        model.learn(features_of(read, each), 0.5, was_right=True)

    assert model.judged(0.5, features_of(read, each)) > 0.7


def test_an_empty_model_changes_nothing(tokens):
    read = tokens("مدينة صور")

    assert ConfidenceModel().judged(0.123, features_of(read, found(read, 1))) == 0.123


def test_the_shift_is_bounded_so_that_it_can_turn(tokens):
    model = rejected(tokens, 500)

    assert judged(model, tokens) > 0


def test_a_reason_is_the_same_kind_whatever_it_quotes():
    assert reason_kind("surname of “محمد علي”") == reason_kind("surname of “x”")
    assert reason_kind("like 12 places") == reason_kind("like 3 places")


@pytest.mark.parametrize("text", ["بحمدون", "بَحْمَدُونُ", "Beirut بحمدون", "😀𞸀 بحمدون 𞸁"])
def test_features_do_not_depend_on_how_words_are_written(text, tokens):
    read = tokens(text)
    index = next(i for i, word in enumerate(read.words) if word.key == "بحمدون")

    assert "place form بحمدون" in features_of(read, found(read, index))


def test_the_model_stays_small():
    model = ConfidenceModel({f"place form {i}": i / 1e6 for i in range(MOST_FEATURES + 10)})

    kept = model.bounded()

    assert len(kept) == MOST_FEATURES
    assert "place form 0" not in kept.weights


def test_doubtful_suggestions_that_stand_for_many_are_most_useful():
    content = "باكو باكو باكو صور دمشق"
    places = [(0, 4), (5, 9), (10, 14)]
    many = [suggestion(content, Span(*at), confidence=0.6) for at in places]
    lone = suggestion(content, Span(15, 18), confidence=0.6)
    sure = suggestion(content, Span(19, 23), confidence=0.99)

    ranked = most_useful_first([sure, lone, *many], lambda each: each.quote)

    assert ranked == [*many, lone, sure]


def test_certainty_leaves_no_doubt():
    assert (doubt(0.0), doubt(1.0), doubt(0.5)) == (0.0, 0.0, 1.0)
    assert usefulness([], lambda each: each.quote) == []

# SPDX-License-Identifier: GPL-3.0-or-later
"""What became of a suggestion is read off the present state, so that undo needs nothing of its own."""

from __future__ import annotations

from reader.model.outcome import Outcome, Score, wilson
from reader.recognisers.learning.outcomes import Surroundings, settled
from reader.text.spans import Span

HERE, WIDER, ELSEWHERE = Span(4, 8), Span(2, 8), Span(20, 25)


def state(**fields):
    return Surroundings(**({"tagged": (), "verdicts": {}, "suggested": ()} | fields))


def test_an_accepted_suggestion():
    place = (HERE, "place")

    assert settled([place], state(tagged=[place], verdicts={place: True}, suggested=[place])) == {
        place: Outcome.ACCEPTED
    }


def test_tagging_by_hand_what_was_suggested_accepts_it():
    place = (HERE, "place")

    assert settled([place], state(tagged=[place], suggested=[place])) == {place: Outcome.ACCEPTED}


def test_a_rejected_suggestion():
    place = (HERE, "place")

    assert settled([place], state(verdicts={place: False}, suggested=[place])) == {place: Outcome.REJECTED}


def test_other_edges_correct_the_suggestion_and_nothing_was_missed():
    shown, made = (HERE, "place"), (WIDER, "place")
    found = settled([shown, made], state(tagged=[made], verdicts={shown: False}, suggested=[shown]))

    assert found == {shown: Outcome.CORRECTED, made: None}


def test_other_edges_by_hand_correct_a_suggestion_that_nobody_decided():
    shown, made = (HERE, "place"), (WIDER, "place")

    assert settled([made], state(tagged=[made], suggested=[shown])) == {shown: Outcome.CORRECTED, made: None}


def test_another_tag_on_the_same_words():
    shown, made = (HERE, "person"), (HERE, "place")
    found = settled([shown, made], state(tagged=[made], verdicts={shown: False}, suggested=[shown]))

    assert found == {shown: Outcome.RETAGGED, made: None}


def test_an_accepted_one_whose_tag_was_then_changed():
    shown, made = (HERE, "person"), (HERE, "place")
    found = settled([shown, made], state(tagged=[made], verdicts={shown: True}, before={shown: Outcome.ACCEPTED}))

    assert found[shown] is Outcome.RETAGGED


def test_what_nobody_suggested_was_missed():
    made = (HERE, "place")

    assert settled([made], state(tagged=[made], suggested=[(ELSEWHERE, "place")])) == {made: Outcome.MISSED}


def test_nothing_is_missed_where_nobody_looked():
    made = (HERE, "place")

    assert settled([made], state(tagged=[made], is_looked_at=False)) == {made: None}


def test_what_is_learned_later_does_not_undo_a_miss():
    made = (HERE, "place")
    found = settled([made], state(tagged=[made], suggested=[made], before={made: Outcome.MISSED}))

    assert found == {made: Outcome.MISSED}


def test_what_was_undone_has_no_outcome():
    place = (HERE, "place")

    assert settled([place], state(suggested=[place], before={place: Outcome.ACCEPTED})) == {place: None}
    assert settled([place], state(before={place: Outcome.MISSED})) == {place: None}


def test_a_correction_that_was_undone_leaves_the_suggestion_open():
    shown, made = (HERE, "place"), (WIDER, "place")
    found = settled([made], state(suggested=[shown], before={shown: Outcome.CORRECTED}))

    assert found == {made: None, shown: None}


def test_both_a_name_and_a_name_within_it_may_be_right():
    inner, outer = (HERE, "place"), (WIDER, "place")
    around = state(tagged=[inner, outer], verdicts={inner: True, outer: True}, suggested=[inner, outer])

    assert settled([inner, outer], around) == {inner: Outcome.ACCEPTED, outer: Outcome.ACCEPTED}


def test_figures_count_corrected_ones_as_wrong():
    score = Score(accepted=6, rejected=1, corrected=2, retagged=1, missed=3)

    assert (score.shown, score.wanted) == (10, 12)
    assert (score.precision, score.recall) == (0.6, 0.5)
    assert round(score.f1, 4) == round(2 * 0.6 * 0.5 / 1.1, 4)


def test_figures_of_nothing_are_none():
    assert (Score().precision, Score().recall, Score().f1) == (None, None, None)


def test_the_interval_is_wilsons():
    low, high = wilson(8, 10)

    assert (round(low, 3), round(high, 3)) == (0.490, 0.943)
    assert wilson(0, 0) == (0.0, 1.0)
    assert wilson(0, 5)[0] == 0.0
    assert wilson(5, 5)[1] == 1.0

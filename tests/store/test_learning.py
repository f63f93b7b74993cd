# SPDX-License-Identifier: GPL-3.0-or-later
"""Learned models, outcomes and the edits that learning has not seen yet, in a real library."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import NOW, annotation, suggestion

from reader.model.edit import Edit, RecordChange
from reader.model.outcome import Outcome, Score, SuggestionOutcome
from reader.store import Library
from reader.text.spans import Span
from reader.workspace import edits


def outcome(document, start, end, tag="place", kind=Outcome.ACCEPTED, **fields):
    made = SuggestionOutcome(
        document_id=document.id, span=Span(start, end), tag_id=tag, outcome=kind, source="test", confidence=0.5,
        created=NOW,
    )  # fmt: skip
    return replace(made, **fields)


def put(library, *outcomes):
    with library.transaction():
        library.learning.put_outcomes(outcomes)


def tag(library, document, start, end):
    added = annotation(document.id, Span(start, end))
    library.apply(
        Edit(name="add-annotation", document_id=document.id, changes=(RecordChange(None, added),)), author="test"
    )
    return library.learning.last_edit()[0]


def test_a_model_is_kept_as_it_was_given(library):
    with library.transaction():
        library.learning.put_model("own", "1", b"\x00one")
        library.learning.put_model("own", "2", b"\xfftwo")
        library.learning.put_model("other", "1", b"")

    kept = library.learning.model("own")

    assert (kept.version, kept.content) == ("2", b"\xfftwo")
    assert library.learning.model_names() == ["other", "own"]


def test_a_model_that_is_not_there_is_none(library):
    assert library.learning.model("own") is None
    assert library.learning.version_of("own") is None


def test_a_model_can_be_removed(library):
    with library.transaction():
        library.learning.put_model("own", "1", b"x")
    with library.transaction():
        library.learning.delete_model("own")

    assert library.learning.model_names() == []


def test_an_outcome_takes_the_place_of_the_one_before(library, document):
    put(library, outcome(document, 2, 5), outcome(document, 8, 9))
    put(library, outcome(document, 2, 5, kind=Outcome.REJECTED))

    found = library.learning.outcomes_over(document.id, Span(0, document.length))

    assert [(each.span.start, each.outcome) for each in found] == [(2, Outcome.REJECTED), (8, Outcome.ACCEPTED)]


def test_outcomes_are_read_back_as_they_were_kept(library, document):
    given = outcome(document, 2, 5, kind=Outcome.RETAGGED, source="gazetteer", confidence=0.75)
    put(library, given)

    assert library.learning.outcomes_over(document.id, Span(2, 3)) == [given]


def test_only_outcomes_that_begin_in_the_span_are_given(library, document):
    put(library, outcome(document, 2, 9), outcome(document, 5, 6), outcome(document, 9, 10))

    found = library.learning.outcomes_over(document.id, Span(3, 9))

    assert [each.span for each in found] == [Span(5, 6)]


def test_outcomes_are_counted_by_tag(library, document):
    put(
        library,
        outcome(document, 1, 2),
        outcome(document, 3, 4, kind=Outcome.MISSED),
        outcome(document, 1, 2, "person"),
    )

    scores = library.learning.scores_by_tag()

    assert scores == {"place": Score(accepted=1, missed=1), "person": Score(accepted=1)}


def test_outcomes_are_counted_by_document_in_order_of_work(library):
    first, second = (library.texts.add(text, title=text) for text in ("كتاب أول", "كتاب ثان"))
    put(library, outcome(second, 0, 4, created="2025-01-01"), outcome(first, 0, 4, created="2025-01-02"))

    found = library.learning.scores_by_document(10)

    assert [(each.document_id, each.score.accepted) for each in found] == [(second.id, 1), (first.id, 1)]
    assert [each.document_id for each in library.learning.scores_by_document(1)] == [first.id]


def test_outcomes_are_forgotten_on_request(library, document):
    put(library, outcome(document, 1, 2))
    with library.transaction():
        library.learning.forget_outcomes()

    assert library.learning.scores_by_tag() == {}


def test_edits_are_told_once_each(library, document):
    first, second = tag(library, document, 0, 2), tag(library, document, 3, 5)

    found = library.learning.edits_since(first, 0, [], 100)

    assert [(each.id, each.is_done) for each in found] == [(second, True)]


def test_what_was_taken_back_is_told_again(library, document):
    edit = tag(library, document, 0, 2)
    tag(library, document, 3, 5)
    _, turn = library.learning.last_edit()
    library.undo()
    library.undo()

    found = library.learning.edits_since(edit + 1, turn, [], 100)

    assert [(each.id, each.is_done) for each in found] == [(edit, False), (edit + 1, False)]


def test_what_was_made_again_is_told_when_asked_for(library, document):
    edit = tag(library, document, 0, 2)
    library.undo()
    undone = library.learning.undone_edits()
    last, turn = library.learning.last_edit()
    library.redo()

    assert undone == [edit]
    assert [(each.id, each.is_done) for each in library.learning.edits_since(last, turn, undone, 100)] == [(edit, True)]


def test_what_can_no_longer_be_made_again_is_still_told(library, document):
    edit = tag(library, document, 0, 2)
    library.undo()
    newer = tag(library, document, 3, 5)

    found = library.learning.edits_since(edit, 0, [], 100)

    assert [(each.id, each.is_done) for each in found] == [(edit, False), (newer, True)]


def test_edits_come_in_portions(library, document):
    ids = [tag(library, document, start, start + 1) for start in range(5)]

    assert [each.id for each in library.learning.edits_since(0, 0, [], 2)] == ids[:2]


def test_documents_in_which_something_was_said_are_named(library):
    first, _, third = (library.texts.add(text, title=text) for text in ("كتاب أول", "كتاب ثان", "كتاب ثالث"))
    tag(library, third, 0, 4)
    tag(library, first, 0, 4)

    assert library.learning.documents_with_marks() == [first.id, third.id]


def test_nothing_is_kept_when_the_transaction_fails(library, document):
    def write_and_fail():
        with library.transaction():
            library.learning.put_model("own", "1", b"x")
            library.learning.put_outcomes([outcome(document, 1, 2)])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write_and_fail()

    assert library.learning.model_names() == []
    assert library.learning.scores_by_tag() == {}


def test_outcomes_of_an_older_window_are_seen(path, library, document):
    with Library.open(path) as other:
        put(other, outcome(document, 1, 2))

    assert library.learning.scores_by_tag() == {"place": Score(accepted=1)}


def cached(library, document):
    return library.learning.suggestions_over(document.id, Span(0, document.length))


def replace_within(library, document, start, end, suggestions):
    with library.transaction():
        return library.learning.replace_within(document.id, Span(start, end), suggestions)


@pytest.fixture
def content(any_text):
    return any_text


def test_suggestions_in_a_stretch_are_replaced_and_others_stay(library, document, content):
    old = [suggestion(content, Span(*at)) for at in [(0, 3), (4, 6), (10, 14)]]
    library.suggestions.replace(document.id, "1", old)
    new = suggestion(content, Span(5, 6))

    changed = replace_within(library, document, 3, 9, [new])

    assert changed == 2
    assert cached(library, document) == [old[0], new, old[2]]


def test_what_stays_as_it_was_is_not_written_again(library, document, content):
    same = [suggestion(content, Span(0, 3)), suggestion(content, Span(4, 6))]
    library.suggestions.replace(document.id, "1", same)

    assert replace_within(library, document, 0, document.length, same) == 0


def test_a_suggestion_that_changes_its_confidence_is_written_again(library, document, content):
    old = suggestion(content, Span(4, 6))
    library.suggestions.replace(document.id, "1", [old])

    assert replace_within(library, document, 0, document.length, [replace(old, confidence=0.2)]) == 1
    assert [each.confidence for each in cached(library, document)] == [0.2]


def test_what_reaches_over_the_edge_is_left_alone(library, document, content):
    over = suggestion(content, Span(2, 6))
    library.suggestions.replace(document.id, "1", [over])

    replace_within(library, document, 4, 12, [suggestion(content, Span(3, 7)), suggestion(content, Span(10, 12))])

    assert [each.span for each in cached(library, document)] == [Span(2, 6), Span(10, 12)]


def test_decided_suggestions_stay_decided_when_made_anew(library, document, content):
    old = suggestion(content, Span(4, 6))
    library.suggestions.replace(document.id, "1", [old])
    library.apply(edits.reject_suggestions(document.id, [old], "test"), author="test")

    replace_within(library, document, 0, document.length, [replace(old, confidence=0.99)])

    assert library.suggestions.open_overlapping(document.id, Span(0, document.length)) == []


def test_the_version_of_complete_suggestions_can_be_raised(library, document, content):
    library.suggestions.replace(document.id, "1", [])
    with library.transaction():
        library.learning.set_version(document.id, "2")

    assert library.suggestions.version_of(document.id) == "2"


def test_the_sides_of_an_edit_are_told_in_portions(library, document, content):
    spans = [Span(0, 2), Span(3, 5), Span(6, 7)]
    text = library.texts.open(document.id)
    library.apply(edits.tag_spans(text, document.id, spans, "place", "test"), author="test")
    edit, _ = library.learning.last_edit()

    first = library.learning.sides_of(edit, 0, 2)
    rest = library.learning.sides_of(edit, first[-1].row, 2)

    found = [each.after for each in (*first, *rest)]
    assert [(side.start, side.end, side.tag_id, side.verdict) for side in found] == [
        (0, 2, "place", ""),
        (3, 5, "place", ""),
        (6, 7, "place", ""),
    ]
    assert [side.quote for side in found] == [content[span.start : span.end] for span in spans]
    assert [side.before for side in found] == ["", content[2], content[5]]
    assert all(each.before is None for each in (*first, *rest))


def test_a_decision_is_told_with_its_verdict(library, document, content):
    given = suggestion(content, Span(4, 6))
    library.apply(edits.reject_suggestions(document.id, [given], "test"), author="test")

    (change,) = library.learning.sides_of(library.learning.last_edit()[0], 0, 10)

    assert (change.after.verdict, change.after.quote) == ("rejected", content[4:6])


def test_other_records_of_an_edit_are_not_told(library, document, content):
    text = library.texts.open(document.id)
    library.apply(edits.change_document(document, title="آخر"), author="test")

    assert library.learning.sides_of(library.learning.last_edit()[0], 0, 10) == []
    assert text.length == document.length


def test_the_places_of_a_tag_are_given_the_last_first(library, document):
    for start in (3, 0, 7):
        tag(library, document, start, start + 1)

    assert library.learning.last_places("place", 2) == [(document.id, Span(7, 8)), (document.id, Span(0, 1))]


def test_some_places_are_spread_over_the_recent_ones(library, document):
    for start in range(12):
        tag(library, document, start, start + 1)

    found = [span.start for _, span in library.learning.some_places(["place", "person"], 3, 9)]

    assert found == [5, 8, 11]
    assert library.learning.some_places(["person"], 3, 9) == []

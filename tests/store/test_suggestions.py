# SPDX-License-Identifier: GPL-3.0-or-later
"""Cached suggestions: open until decided about or annotated, and open again after undo."""

from __future__ import annotations

import pytest
from builders import suggestion

from reader.store import Library
from reader.text.spans import Span
from reader.workspace import Workspace, edits


@pytest.fixture
def workspace(library):
    return Workspace(library, "test")


@pytest.fixture
def suggested(library, document, any_text):
    """Three suggestions, two of them on one span."""
    made = [
        suggestion(any_text, Span(0, 4), "person"),
        suggestion(any_text, Span(0, 4), "place", value="x"),
        suggestion(any_text, Span(5, 9), "place"),
    ]
    library.suggestions.replace(document.id, "rules 1", made)
    return made


def open_ones(library, document):
    return library.suggestions.open_page_after(document.id, None, 100)


def test_suggestions_come_back_as_they_were(library, document, suggested):
    assert open_ones(library, document) == suggested
    assert library.suggestions.open_overlapping(document.id, Span(3, 6)) == suggested
    assert library.suggestions.open_overlapping(document.id, Span(8, 9)) == suggested[2:]


def test_longest_one_comes_first_where_several_begin(library, document, any_text):
    short, long = suggestion(any_text, Span(0, 3)), suggestion(any_text, Span(0, 9))
    library.suggestions.replace(document.id, "1", [short, long])

    assert library.suggestions.open_overlapping(document.id, Span(0, 1)) == [long, short]


def test_version_is_known_only_when_all_have_come(library, document, suggested):
    assert library.suggestions.version_of(document.id) == "rules 1"
    library.suggestions.begin(document.id, "rules 2")
    library.suggestions.append(document.id, suggested[:1])
    assert (library.suggestions.version_of(document.id), open_ones(library, document)) == (None, suggested[:1])
    library.suggestions.finish(document.id)
    assert library.suggestions.version_of(document.id) == "rules 2"


def test_suggestion_made_twice_is_kept_once(library, document, suggested):
    library.suggestions.append(document.id, suggested)

    assert open_ones(library, document) == suggested


def test_rejected_suggestion_stays_away_also_from_the_next_recogniser(library, document, suggested, workspace):
    workspace.edit(edits.reject_suggestions(document.id, suggested[:1], "test"))
    library.suggestions.replace(document.id, "rules 2", suggested)

    assert open_ones(library, document) == suggested[1:]
    assert library.suggestions.open_overlapping(document.id, Span(0, 1)) == suggested[1:2]
    assert library.suggestions.counts(document.id) == {"place": 2}


def test_accepted_suggestion_is_an_annotation_and_no_suggestion(library, document, suggested, workspace):
    text = library.texts.open(document.id)
    workspace.edit(edits.accept_suggestions(text, document.id, suggested[1:2], "test"))

    assert open_ones(library, document) == [suggested[0], suggested[2]]
    (made,) = library.annotations.on_span(document.id, Span(0, 4))
    assert (made.quote, made.tag_id) == (suggested[1].quote, "place")
    assert dict(made.attributes) == {"value": "x", "provenance": "test"}


def test_suggestion_that_was_tagged_by_hand_is_not_open(library, document, suggested, workspace):
    workspace.edit(edits.tag_spans(library.texts.open(document.id), document.id, [Span(5, 9)], "place", "test"))

    assert open_ones(library, document) == suggested[:2]
    workspace.undo()
    assert open_ones(library, document) == suggested


def test_undo_opens_what_was_decided(library, document, suggested, workspace):
    text = library.texts.open(document.id)
    workspace.edit(edits.accept_suggestions(text, document.id, suggested[:2], "test"))
    workspace.edit(edits.reject_suggestions(document.id, suggested[2:], "test"))
    assert open_ones(library, document) == []

    workspace.undo(), workspace.undo()
    assert open_ones(library, document) == suggested


def test_suggestion_of_a_deleted_tag_is_not_shown(library, document, suggested, workspace):
    workspace.edit(edits.delete_tag(library, "place"))

    assert open_ones(library, document) == suggested[:1]


def test_pages_go_both_ways(library, document, suggested):
    last = suggested[2]
    position = (last.span.start, last.span.end, last.tag_id)

    assert library.suggestions.open_page_before(document.id, position, 1) == suggested[1:2]
    assert library.suggestions.open_page_before(document.id, None, 2) == suggested[1:]
    assert library.suggestions.open_page_after(document.id, (0, 4, "person"), 1) == suggested[1:2]
    assert library.suggestions.open_page_after(document.id, None, 9, ["person"]) == suggested[:1]


def test_suggestions_outlive_a_restart(path, any_text):
    with Library.open(path) as library:
        document = library.texts.add(any_text, title="x")
        made = [suggestion(any_text, Span(1, 3))]
        library.suggestions.replace(document.id, "1", made)
    with Library.open(path) as library:
        assert open_ones(library, document) == made

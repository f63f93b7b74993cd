# SPDX-License-Identifier: GPL-3.0-or-later
"""Suggestions accepted as corrected, and many at once: one step of undo each, and nothing comes back."""

from __future__ import annotations

import pytest
from builders import TEXTS, suggestion

from reader.errors import SpanOutsideText
from reader.model.suggestion import SuggestionFilter, Verdict
from reader.store import Library
from reader.text.spans import Span
from reader.workspace import Workspace, deciding


@pytest.fixture(params=list(TEXTS))
def content(request):
    return TEXTS[request.param]


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.hashiya") as opened:
        yield opened


@pytest.fixture
def workspace(library):
    return Workspace(library, "سلمى")


@pytest.fixture
def document(library, content):
    return library.texts.add(content, title="مقال")


@pytest.fixture
def proposed(library, document, content):
    """A date of two words' beginning, and the same place with another tag."""
    made = [
        suggestion(content, Span(0, 4), "date", value="2025", source="rules", confidence=0.8),
        suggestion(content, Span(0, 9), "place", source="lists", confidence=0.6),
        suggestion(content, Span(5, 9), "date", source="rules", confidence=0.3),
    ]
    library.suggestions.replace(document.id, "1", made)
    return made


def corrected(library, document, suggestion_, **changes):
    wanted = {"span": suggestion_.span, "tag_id": suggestion_.tag_id} | changes
    return deciding.accept_corrected(
        library, library.texts.open(document.id), document.id, suggestion_, "سلمى", **wanted
    )


def open_ones(library, document):
    return library.suggestions.open_page_after(document.id, None, 99)


def annotations(library, document):
    return library.annotations.page_after(document.id, None, 99)


def test_a_widened_suggestion_becomes_a_tag_on_the_wider_span(library, document, content, proposed, workspace):
    workspace.edit(corrected(library, document, proposed[0], span=Span(0, 9)))

    (made,) = annotations(library, document)
    assert (made.span, made.quote, made.tag_id) == (Span(0, 9), content[:9], "date")
    assert dict(made.attributes) == {"provenance": "rules"}


def test_a_corrected_suggestion_does_not_come_back(library, document, proposed, workspace):
    workspace.edit(corrected(library, document, proposed[0], span=Span(0, 9)))
    library.suggestions.replace(document.id, "2", proposed)

    assert open_ones(library, document) == proposed[1:]
    assert library.decisions.find(document.id, Span(0, 4), "date").verdict is Verdict.REJECTED


def test_another_tag_keeps_value_and_provenance(library, document, proposed, workspace):
    edit = corrected(library, document, proposed[0], tag_id="quantity")
    workspace.edit(edit)

    (made,) = annotations(library, document)
    assert (made.span, made.tag_id) == (Span(0, 4), "quantity")
    assert dict(made.attributes) == {"value": "2025", "provenance": "rules"}
    assert edit.name == "retag-suggestion"


def test_correcting_into_another_suggestion_accepts_that_one(library, document, proposed, workspace):
    workspace.edit(corrected(library, document, proposed[0], span=Span(0, 9), tag_id="place"))

    assert library.decisions.find(document.id, Span(0, 9), "place").verdict is Verdict.ACCEPTED
    assert open_ones(library, document) == proposed[2:]


def test_correcting_nothing_is_accepting(library, document, proposed, workspace):
    edit = corrected(library, document, proposed[0])
    workspace.edit(edit)

    assert edit.name == "accept-suggestion"
    assert library.decisions.find(document.id, Span(0, 4), "date").verdict is Verdict.ACCEPTED


def test_one_undo_takes_a_correction_back_also_after_a_restart(library, document, proposed, workspace, tmp_path):
    workspace.edit(corrected(library, document, proposed[0], span=Span(0, 9), tag_id="place"))
    library.close()
    with Library.open(tmp_path / "library.hashiya") as again:
        Workspace(again, "سلمى").undo()
        assert open_ones(again, document) == [proposed[0], proposed[1], proposed[2]]
        assert annotations(again, document) == []


def test_a_span_outside_the_text_changes_nothing(library, document, content, proposed):
    with pytest.raises(SpanOutsideText):
        corrected(library, document, proposed[0], span=Span(0, len(content) + 1))


@pytest.mark.parametrize(
    ("wanted", "decided"),
    [
        (SuggestionFilter(tag_ids=frozenset({"date"})), [0, 2]),
        (SuggestionFilter(least=0.5), [0, 1]),
        (SuggestionFilter(below=0.5), [2]),
        (SuggestionFilter(within=Span(0, 3)), [0, 1]),
    ],
)
def test_many_are_decided_in_one_step(library, document, proposed, wanted, decided):
    workspace = Workspace(library, "سلمى")
    text = library.texts.open(document.id)
    workspace.edit(deciding.accept_all(library, text, document.id, wanted, "سلمى"))
    accepted = {(each.span, each.tag_id) for each in annotations(library, document)}
    workspace.undo()
    workspace.edit(deciding.reject_all(library, document.id, wanted, "سلمى"))
    left = open_ones(library, document)
    workspace.undo()

    assert accepted == {(proposed[number].span, proposed[number].tag_id) for number in decided}
    assert left == [each for number, each in enumerate(proposed) if number not in decided]
    assert open_ones(library, document) == proposed

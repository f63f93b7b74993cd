# SPDX-License-Identifier: GPL-3.0-or-later
"""Cached suggestions: open until decided about or annotated, and open again after undo."""

from __future__ import annotations

import pytest
from builders import suggestion
from store.raw import raw

from reader.model.suggestion import SuggestionFilter, SuggestionOrder
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


def only(*tag_ids, **narrowed):
    return SuggestionFilter(tag_ids=frozenset(tag_ids) or None, **narrowed)


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
    assert library.suggestions.open_page_after(document.id, None, 9, only("person")) == suggested[:1]


def test_suggestions_outlive_a_restart(path, any_text):
    with Library.open(path) as library:
        document = library.texts.add(any_text, title="x")
        made = [suggestion(any_text, Span(1, 3))]
        library.suggestions.replace(document.id, "1", made)
    with Library.open(path) as library:
        assert open_ones(library, document) == made


# Narrowed, grouped, ranked


@pytest.fixture
def mentions(library, document, any_text):
    """Two things: one mentioned three times, with and without harakat, and one of another tag, mentioned once."""
    made = [
        suggestion(any_text, Span(0, 4), "person", entity="سيّد هاشمي", confidence=0.4),
        suggestion(any_text, Span(5, 9), "person", entity="سيد هاشمي", confidence=0.9),
        suggestion(any_text, Span(6, 8), "place", quote="باكُو", confidence=0.6),
        suggestion(any_text, Span(10, 14), "person", entity="سيد هاشمي", confidence=0.7),
    ]
    library.suggestions.replace(document.id, "1", made)
    return made


def test_weak_suggestions_are_left_out_everywhere(library, document, mentions):
    strong = [mentions[1], mentions[3]]
    wanted = only(least=0.65)

    assert library.suggestions.open_page_after(document.id, None, 9, wanted) == strong
    assert library.suggestions.open_page_before(document.id, None, 9, wanted) == strong
    assert library.suggestions.open_overlapping(document.id, Span(0, 15), least=0.65) == strong
    assert library.suggestions.counts(document.id, least=0.65) == {"person": 2}
    assert library.suggestions.count(document.id, wanted) == 2
    assert library.suggestions.count(document.id, only(below=0.65)) == 2


def test_mentions_of_one_thing_are_one_group_however_they_are_spelt(library, document, mentions):
    groups = library.suggestions.open_groups(document.id, None, 9)

    assert [(each.tag_id, each.name, each.count, each.best, each.first) for each in groups] == [
        ("person", "سيّد هاشمي", 3, 0.9, 0),
        ("place", "باكُو", 1, 0.6, 6),
    ]


def test_groups_come_in_pages(library, document, mentions):
    first = library.suggestions.open_groups(document.id, None, 1)
    second = library.suggestions.open_groups(document.id, first[0], 9)

    assert [each.tag_id for each in first + second] == ["person", "place"]
    assert library.suggestions.open_groups(document.id, second[0], 9) == []


def test_members_of_a_group_come_in_text_order_and_in_pages(library, document, mentions):
    group = library.suggestions.open_groups(document.id, None, 1)[0]
    place = (group.tag_id, group.key)

    assert library.suggestions.open_members(document.id, *place, None, 2) == mentions[:2]
    assert library.suggestions.open_members(document.id, *place, (5, 9, "person"), 2) == mentions[3:]
    assert library.suggestions.open_members(document.id, *place, None, 9, only(least=0.5)) == mentions[1::2]


def test_a_text_finds_quotes_and_entities_past_their_harakat(library, document, mentions):
    assert library.suggestions.open_page_after(document.id, None, 9, only(text="باكو")) == mentions[2:3]
    assert [each.count for each in library.suggestions.open_groups(document.id, None, 9, only(text="هَاشِمي"))] == [3]


def test_a_group_and_a_stretch_can_be_meant(library, document, mentions):
    group = library.suggestions.open_groups(document.id, None, 1)[0]

    assert library.suggestions.count(document.id, only("person", group=group.key)) == 3
    assert library.suggestions.count(document.id, only("person", group=group.key), 2) == 2
    assert library.suggestions.count(document.id, only(within=Span(5, 10))) == 2


def test_the_surest_come_first_when_ranked(library, document, mentions):
    ranked = library.suggestions.open_ranked(document.id, SuggestionOrder.CONFIDENCE, 3)

    assert [each.confidence for each in ranked] == [0.9, 0.7, 0.6]


def test_what_is_doubtful_and_stands_for_many_is_the_most_useful(library, document, mentions):
    ranked = library.suggestions.open_ranked(document.id, SuggestionOrder.USEFULNESS, 9)

    assert [(each.tag_id, each.confidence) for each in ranked] == [
        ("person", 0.4),
        ("person", 0.7),
        ("place", 0.6),
        ("person", 0.9),
    ]


@pytest.mark.parametrize("any_text", ["ا" * 20])
def test_pages_are_read_in_the_order_of_an_index(library, document, mentions, path):
    """A million suggestions come page by page in no time only as long as nothing has to be sorted."""
    with raw(path) as connection:
        plans = []
        for index, order in (("in_order", "s.start"), ("by_group", "s.tag_id, s.group_key, s.start")):
            sql = f"""explain query plan select s.start from suggestions as s indexed by open_suggestions_{index}
                where s.document_id = 'x' and s.is_open = 1 and s.confidence > 0.5 order by {order}, s."end" limit 9"""
            plans += [row[3] for row in connection.execute(sql)]

    assert len(plans) == 2
    assert all("COVERING INDEX" in plan for plan in plans)


def test_many_suggestions_are_forgotten_and_added_in_short_transactions(library):
    """Whoever saves a tag meanwhile waits for one slice; the whole is as if it had been written at once."""
    content = "زار 😀 محمدٌ WTDC " * 200
    document = library.texts.add(content, title="x")
    many = [suggestion(content, Span(at, at + 1 + at % 3)) for at in range(1500)]

    library.suggestions.begin(document.id, "1")
    library.suggestions.append(document.id, many)
    first = library.suggestions.open_page_after(document.id, None, 2000)
    library.suggestions.begin(document.id, "2")
    emptied = library.suggestions.open_page_after(document.id, None, 2000)
    library.suggestions.append(document.id, many[::2])
    library.suggestions.finish(document.id)

    assert (first, emptied) == (many, [])
    assert library.suggestions.open_page_after(document.id, None, 2000) == many[::2]
    assert library.suggestions.version_of(document.id) == "2"

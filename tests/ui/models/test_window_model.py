# SPDX-License-Identifier: GPL-3.0-or-later
"""The windowed list models: pages at both ends, bounded memory, minimal news for views."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from ui.models.fakes import AnnotationsInMemory, SuggestionsInMemory, annotation, shown_tags, suggestion

from reader.model.ids import AnnotationId, TagId
from reader.model.suggestion import EVERY_SUGGESTION
from reader.ui.models.annotations import AnnotationFilter, AnnotationListModel, AnnotationRole
from reader.ui.models.suggestions import SuggestionListModel, SuggestionRole, position_of
from reader.ui.models.windows import LONGEST_WINDOW, PAGE


@pytest.fixture
def model(qtbot) -> AnnotationListModel:
    made = AnnotationListModel()
    made.set_tags(shown_tags())
    return made


def strict(model):
    """Watch a model: every breach of the rules for item models fails the test."""
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_a_million_annotations_open_by_reading_two_pages_at_most(model):
    source = AnnotationsInMemory(1_000_000)

    model.set_source(source, 5_000_000)

    assert source.rows_given <= 2 * PAGE
    assert model.record(model.row_at(5_000_000)).span.start == 5_000_000


def test_opening_does_not_take_longer_with_many_annotations(model):
    model.set_source(AnnotationsInMemory(1_000))
    source = AnnotationsInMemory(1_000_000)

    began = time.perf_counter()
    model.set_source(source, 9_000_000)

    assert time.perf_counter() - began < 10


def test_walking_through_all_rows_keeps_memory_bounded(model):
    model.set_source(AnnotationsInMemory(5_000))
    strict(model)
    seen = {record.id for record in model.records}
    longest = 0

    while model.fetch_after():
        seen |= {record.id for record in model.records}
        longest = max(longest, model.rowCount())

    assert len(seen) == 5_000
    assert longest <= LONGEST_WINDOW


def test_walking_back_reaches_the_first_row_again(model):
    model.set_source(AnnotationsInMemory(3_000), 29_000)
    strict(model)

    while model.fetch_before():
        pass

    assert model.record(0).id == annotation(0).id
    assert not model.has_more_before
    assert model.has_more_after


def test_rows_stay_in_text_order_whichever_way_they_came(model):
    model.set_source(AnnotationsInMemory(3_000), 15_000)

    model.fetch_before()
    model.fetch_after()
    model.fetch_before()

    starts = [record.span.start for record in model.records]
    assert starts == sorted(set(starts))


def test_refresh_tells_only_the_row_that_is_new(model, qtbot):
    source = AnnotationsInMemory(100)
    source.numbers.remove(50)
    model.set_source(source)
    strict(model)
    source.numbers.insert(50, 50)

    with qtbot.waitSignal(model.rowsInserted) as inserted, qtbot.assertNotEmitted(model.modelReset):
        model.refresh()

    assert inserted.args[1:] == [50, 50]


def test_refresh_tells_only_the_row_that_is_gone(model, qtbot):
    source = AnnotationsInMemory(100)
    model.set_source(source)
    strict(model)
    source.remove(99)

    with qtbot.waitSignal(model.rowsRemoved) as removed, qtbot.assertNotEmitted(model.modelReset):
        model.refresh()

    assert removed.args[1:] == [99, 99]


def test_refresh_tells_only_the_row_that_changed(model, qtbot):
    source = AnnotationsInMemory(100)
    model.set_source(source)
    source.changed[7] = replace(annotation(7), note="جديد")

    with qtbot.waitSignal(model.dataChanged) as changed:
        model.refresh()

    assert (changed.args[0].row(), changed.args[1].row()) == (7, 7)
    assert model.index(7).data(AnnotationRole.NOTE) == "جديد"


def test_refresh_finds_what_was_added_after_the_last_row(model):
    source = AnnotationsInMemory(10)
    model.set_source(source)
    source.numbers.append(10)

    model.refresh()

    assert model.record(10).id == annotation(10).id


def test_refresh_finds_the_first_annotation_of_an_empty_document(model):
    source = AnnotationsInMemory(0)
    model.set_source(source)
    source.numbers.append(3)

    model.refresh()

    assert model.rowCount() == 1


def test_removing_everything_leaves_an_empty_list(model):
    source = AnnotationsInMemory(10)
    model.set_source(source)
    strict(model)
    source.numbers.clear()

    model.refresh()

    assert model.rowCount() == 0


def test_when_all_rows_of_the_window_are_gone_those_before_are_shown(model):
    source = AnnotationsInMemory(1_000)
    model.set_source(source, 9_990)
    del source.numbers[800:]

    model.refresh()

    assert model.record(model.rowCount() - 1).id == annotation(799).id


def test_finding_a_far_annotation_moves_the_window_there(model):
    model.set_source(AnnotationsInMemory(100_000))

    row = model.find(AnnotationId("00090000"))

    assert row is not None
    assert model.record(row).id == "00090000"


def test_an_annotation_that_is_gone_is_not_found(model):
    source = AnnotationsInMemory(1_000)
    source.remove(900)
    model.set_source(source)

    assert model.find(AnnotationId("00000900")) is None


def test_the_filter_goes_to_the_source(model):
    model.set_source(AnnotationsInMemory(1_000))

    model.set_filter(AnnotationFilter(tag_ids=frozenset({TagId("place")})), 0)

    assert {record.tag_id for record in model.records} == {"place"}


def test_roles_say_everything_of_an_annotation(model):
    source = AnnotationsInMemory(10)
    source.changed[3] = replace(annotation(3), note="ملاحظة", attributes=(("certainty", "high"),))
    model.set_source(source)

    index = model.index(3)

    assert index.data(Qt.ItemDataRole.DisplayRole) == annotation(3).quote
    assert index.data(AnnotationRole.TAG_NAME) == "Place"
    assert index.data(AnnotationRole.COLOUR_ROLE) == "tag-4"
    assert index.data(AnnotationRole.AUTHOR) == "سعاد"
    assert index.data(AnnotationRole.ID) == "00000003"
    assert index.data(AnnotationRole.SPAN) == annotation(3).span
    assert index.data(AnnotationRole.ATTRIBUTES) == (("certainty", "high"),)


def test_screen_readers_hear_tag_quote_and_note(model):
    source = AnnotationsInMemory(10)
    source.changed[3] = replace(annotation(3), note="ملاحظة")
    model.set_source(source)

    heard = model.index(3).data(Qt.ItemDataRole.AccessibleTextRole)

    assert all(part in heard for part in ("Place", annotation(3).quote, "ملاحظة"))


def test_a_list_without_source_is_empty_and_whole(model):
    assert model.rowCount() == 0
    assert model.is_whole


def test_suggestions_are_paged_like_annotations(qtbot):
    model = SuggestionListModel()
    strict(model)
    model.show_of(SuggestionsInMemory([suggestion(number) for number in range(1_000)]), EVERY_SUGGESTION)

    while model.fetch_after():
        pass

    assert model.record(model.rowCount() - 1) == suggestion(999)
    assert model.rowCount() <= LONGEST_WINDOW


def test_suggestions_of_two_tags_on_one_span_are_two_rows(qtbot):
    model = SuggestionListModel()
    both = [suggestion(4, tag="person"), suggestion(4, tag="place")]

    model.show_of(SuggestionsInMemory(both), EVERY_SUGGESTION)

    assert [model.index(row).data(SuggestionRole.TAG_ID) for row in range(2)] == ["person", "place"]


def test_a_far_suggestion_is_found(qtbot):
    model = SuggestionListModel()
    model.show_of(SuggestionsInMemory([suggestion(number) for number in range(2_000)]), EVERY_SUGGESTION)

    row = model.find(position_of(suggestion(1_800)))

    assert row is not None
    assert model.index(row).data(SuggestionRole.RECORD) == suggestion(1_800)

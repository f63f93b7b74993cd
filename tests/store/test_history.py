# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits: all or nothing, taken back and made again, by the right window, also after a restart."""

from __future__ import annotations

import json
import time
from dataclasses import replace

import pytest
from builders import annotation, relation

from reader.errors import EditConflict
from reader.model.edit import Changes, Edit, RecordChange
from reader.store import Library
from reader.text.spans import Span


def adding(*records, name="add-annotation"):
    changes = tuple(RecordChange(None, record) for record in records)
    return Edit(name=name, document_id=records[0].document_id, changes=changes)


def changing(before, after, name="change-annotation"):
    return Edit(name=name, document_id=before.document_id, changes=(RecordChange(before, after),))


def tags_of(library, document):
    return [each.span.start for each in library.annotations.page_after(document.id, None, 1_000)]


@pytest.fixture
def made(document):
    return [annotation(document.id, Span(start, start + 2)) for start in range(5)]


def test_edit_tells_what_it_touched(library, document, made):
    changes = library.apply(adding(made[0]), author="سلمى")

    assert changes == Changes(annotations_of=frozenset({document.id}), suggestions_of=frozenset({document.id}))


def test_edit_is_kept_with_its_author_and_what_it_changed(library, document, made):
    edit = adding(made[0], made[1])
    library.apply(edit, author="سلمى")
    (entry,) = library.history.entries(document.id)

    assert (entry.name, entry.author, entry.changes, entry.state) == ("add-annotation", "سلمى", 2, "done")
    assert library.history.changes_of(entry.id) == edit.changes
    assert library.history.entries("another document") == []


def test_history_reads_well_as_json(library, document, made):
    library.apply(adding(made[0]), author="سلمى")
    kind, before, after = library._connection.row("select record, before, after from history_changes")

    assert (kind, before) == ("annotations", None)
    assert json.loads(after)["tag_id"] == "place"


def test_undo_and_redo_go_back_and_forth(library, document, made):
    for each in made[:3]:
        library.apply(adding(each), author="x")

    library.undo(), library.undo()
    assert tags_of(library, document) == [0]
    library.redo()
    assert tags_of(library, document) == [0, 1]
    library.redo(), library.redo()
    assert tags_of(library, document) == [0, 1, 2]


def test_nothing_to_undo_is_no_failure(library):
    assert (library.undo(), library.redo()) == (Changes(), Changes())
    assert (library.history.undo_name, library.history.redo_name) == (None, None)


def test_new_edit_ends_the_line_of_redo_but_not_the_record_of_it(library, document, made):
    library.apply(adding(made[0]), author="x")
    library.undo()
    library.apply(adding(made[1]), author="x")

    assert (library.history.redo_name, library.redo()) == (None, Changes())
    assert [entry.state for entry in library.history.entries()] == ["done", "dropped"]


def test_undo_and_redo_go_on_after_a_restart(path, any_text):
    with Library.open(path) as library:
        document = library.texts.add(any_text, title="x")
        first, second, third = (annotation(document.id, Span(start, start + 2)) for start in range(3))
        library.apply(adding(first), author="x")
        library.apply(adding(second), author="x")
        library.apply(adding(third, name="third"), author="x")
        library.undo()
    with Library.open(path) as library:
        assert (library.history.undo_name, library.history.redo_name) == ("add-annotation", "third")
        library.redo()
        library.undo(), library.undo()
        assert tags_of(library, document) == [0]
    with Library.open(path) as library:
        library.redo(), library.redo()
        assert tags_of(library, document) == [0, 1, 2]


def test_two_windows_do_not_take_back_each_others_work(path, library, document, made):
    with Library.open(path) as other:
        library.apply(adding(made[0]), author="x")
        other.apply(adding(made[1]), author="y")
        library.apply(adding(made[2]), author="x")

        other.undo()
        assert tags_of(library, document) == [0, 2]
        assert (other.undo(), other.history.undo_name) == (Changes(), None)
        library.undo(), library.undo()
        assert tags_of(library, document) == []
        other.redo(), other.redo()
        assert tags_of(library, document) == [1]


def test_window_opened_later_can_take_back_what_came_before_it(path, library, document, made):
    library.apply(adding(made[0]), author="x")
    with Library.open(path) as later:
        library.apply(adding(made[1]), author="x")
        later.undo()
        assert tags_of(later, document) == [1]


def test_new_edit_in_one_window_leaves_the_others_line_of_redo(path, library, document, made):
    with Library.open(path) as other:
        library.apply(adding(made[0]), author="x")
        library.undo()
        other.apply(adding(made[1]), author="y")

        library.redo()
        assert tags_of(library, document) == [0, 1]


def test_edit_of_a_record_that_changed_elsewhere_is_refused_whole(path, library, document, made):
    library.apply(adding(made[0]), author="x")
    with Library.open(path) as other:
        other.apply(changing(made[0], replace(made[0], note="أولًا")), author="y")
        stale = (RecordChange(None, made[1]), RecordChange(made[0], replace(made[0], note="ثانيًا")))
        with pytest.raises(EditConflict):
            library.apply(Edit(name="both", document_id=document.id, changes=stale), author="x")

    assert tags_of(library, document) == [0]
    assert library.annotations.get(made[0].id).note == "أولًا"
    assert library.history.undo_name == "add-annotation"


def test_record_that_exists_cannot_be_added_and_a_missing_one_not_removed(library, document, made):
    library.apply(adding(made[0]), author="x")
    with pytest.raises(EditConflict):
        library.apply(adding(replace(made[0], note="x")), author="x")
    with pytest.raises(EditConflict):
        library.apply(adding(made[1]).inverse, author="x")


def test_undo_of_what_changed_elsewhere_is_refused_once_and_then_passed_over(path, library, document, made):
    library.apply(adding(made[0]), author="x")
    library.apply(adding(made[1]), author="x")
    with Library.open(path) as other:
        other.apply(changing(made[1], replace(made[1], note="من نافذة أخرى")), author="y")

    with pytest.raises(EditConflict):
        library.undo()
    assert tags_of(library, document) == [0, 1]
    library.undo()
    assert tags_of(library, document) == [1]


def test_records_may_change_several_times_in_one_edit(library, document, made):
    second, third = replace(made[0], note="ب"), replace(made[0], note="ج")
    steps = (RecordChange(None, made[0]), RecordChange(made[0], second), RecordChange(second, third))
    library.apply(Edit(name="steps", document_id=document.id, changes=steps), author="x")
    assert library.annotations.get(made[0].id) == third

    library.undo()
    assert tags_of(library, document) == []
    library.redo()
    assert library.annotations.get(made[0].id) == third


def test_records_that_depend_on_each_other_come_and_go_in_order(library, document, made):
    edit = adding(made[0], made[1], relation(made[0], made[1]))
    library.apply(edit, author="x")
    library.undo()
    assert (tags_of(library, document), library.relations.of_document(document.id)) == ([], [])
    library.redo()
    assert len(library.relations.of_document(document.id)) == 1


def test_same_tag_on_the_same_words_by_the_same_person_is_no_second_annotation(library, document, made):
    library.apply(adding(made[0]), author="x")
    twin = replace(made[0], id="twin")

    assert library.apply(adding(twin), author="x") == Changes()
    assert (tags_of(library, document), len(library.history.entries())) == ([0], 1)


@pytest.mark.parametrize(
    "fields",
    [{"tag_id": "person"}, {"author": "other"}, {"span": Span(0, 3)}, {"note": "جديد"}, {"attributes": (("a", "b"),)}],
    ids=str,
)
def test_annotation_that_brings_anything_new_is_added(library, document, made, fields):
    library.apply(adding(made[0]), author="x")
    library.apply(adding(replace(made[0], id="twin", **fields)), author="x")

    assert library.annotations.count(document.id) == 2


def test_only_the_new_part_of_an_edit_is_done_and_undone(library, document, made):
    library.apply(adding(made[0]), author="x")
    library.apply(adding(replace(made[0], id="twin"), made[1]), author="x")
    assert tags_of(library, document) == [0, 1]

    library.undo()
    assert tags_of(library, document) == [0]


def test_twin_that_a_relation_speaks_of_is_added(library, document, made):
    library.apply(adding(made[0]), author="x")
    twin = replace(made[0], id="twin")
    library.apply(adding(twin, made[1], relation(twin, made[1])), author="x")

    assert tags_of(library, document) == [0, 0, 1]


def test_undo_brings_a_record_back_even_if_a_twin_was_made_meanwhile(path, library, document, made):
    library.apply(adding(made[0]), author="x")
    library.apply(adding(made[0]).inverse, author="x")
    with Library.open(path) as other:
        other.apply(adding(replace(made[0], id="twin")), author="x")

    library.undo()
    assert tags_of(library, document) == [0, 0]


@pytest.mark.slow
def test_edit_of_a_hundred_thousand_changes_is_done_undone_and_redone(library, long_document):
    """Budget: ten times what it took when this was written."""
    starts = range(long_document.length - 6)
    made = [annotation(long_document.id, Span(start, start + length)) for length in (3, 5) for start in starts][
        :100_000
    ]
    start = time.perf_counter()
    library.apply(adding(*made), author="x")
    assert library.annotations.count(long_document.id) == 100_000

    library.undo()
    assert library.annotations.count(long_document.id) == 0
    library.redo()
    assert library.annotations.count(long_document.id) == 100_000
    assert time.perf_counter() - start < 120


def test_failure_in_the_middle_of_a_transaction_leaves_nothing(library, document):
    def fail():
        library._connection.execute("update documents set title = 'changed'")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), library.transaction():
        fail()
    assert library.documents.get(document.id).title == "مقال"


def test_bug_of_ours_is_not_called_an_expected_failure(library, document):
    with pytest.raises(Exception, match="CHECK constraint") as told, library.transaction():
        library._connection.execute("update documents set direction = 'up'")
    assert type(told.value).__name__ == "IntegrityError"

# SPDX-License-Identifier: GPL-3.0-or-later
"""Occurrences in groups with ticks, and the table of documents."""

from __future__ import annotations

import time

import pytest
from builders import doc
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from reader.text.spans import Span
from reader.ui.models.documents import SORT_ROLE, Column, DocumentRow, DocumentTableModel
from reader.ui.models.occurrences import Occurrence, OccurrenceForm, OccurrenceModel, form_of

CHECK = Qt.ItemDataRole.CheckStateRole


def occurrence(number: int, form: OccurrenceForm = OccurrenceForm.BARE, *, is_tagged: bool = False) -> Occurrence:
    return Occurrence(
        span=Span(10 * number, 10 * number + 4),
        before="في ",
        keyword="باكو",
        after=" أمس",
        form=form,
        is_tagged=is_tagged,
    )


@pytest.fixture
def model(qtbot) -> OccurrenceModel:
    made = OccurrenceModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.add([occurrence(1, OccurrenceForm.PROCLITIC), occurrence(2), occurrence(3, is_tagged=True)])
    return made


def group(model, row):
    return model.index(row, 0, QModelIndex())


@pytest.mark.parametrize(
    ("proclitics", "enclitics", "form"),
    [
        ((), (), OccurrenceForm.BARE),
        (("ال",), (), OccurrenceForm.ARTICLE),
        (("و",), (), OccurrenceForm.PROCLITIC),
        (("و", "ال"), (), OccurrenceForm.PROCLITIC_ARTICLE),
        (("لل",), (), OccurrenceForm.PROCLITIC_ARTICLE),
        ((), ("ها",), OccurrenceForm.ENCLITIC),
        (("ب",), ("ها",), OccurrenceForm.BOTH_SIDES),
    ],
)
def test_the_form_is_what_stands_around_the_phrase(proclitics, enclitics, form):
    assert form_of(proclitics, enclitics) is form


def test_groups_stand_in_a_fixed_order_whatever_came_first(model):
    assert [group(model, row).data() for row in range(model.rowCount())] == [
        "As it is (2)",
        "With a particle before it (1)",
    ]


def test_what_is_tagged_already_comes_unticked(model):
    assert model.ticked_spans() == [occurrence(1).span, occurrence(2).span]


def test_a_group_ticked_in_part_says_so(model):
    assert Qt.CheckState(group(model, 0).data(CHECK)) == Qt.CheckState.PartiallyChecked
    assert Qt.CheckState(group(model, 1).data(CHECK)) == Qt.CheckState.Checked


def test_ticking_a_group_ticks_its_rows(model):
    model.setData(group(model, 0), Qt.CheckState.Checked, CHECK)

    assert model.ticked_count == 3


def test_unticking_a_row_is_told(qtbot, model):
    row = model.index(0, 0, group(model, 1))

    with qtbot.waitSignal(model.ticks_changed) as told:
        model.setData(row, Qt.CheckState.Unchecked, CHECK)

    assert told.args == [1, 3]
    assert Qt.CheckState(group(model, 1).data(CHECK)) == Qt.CheckState.Unchecked


def test_another_tag_unticks_what_has_it(model):
    model.show_tagged(frozenset({occurrence(2).span}))

    assert model.ticked_spans() == [occurrence(1).span, occurrence(3).span]


def test_rows_that_come_later_join_their_group(model):
    model.add([occurrence(9), occurrence(8, OccurrenceForm.ARTICLE)])

    assert model.rowCount() == 3
    assert model.count_of(OccurrenceForm.BARE) == 3


def test_fifty_thousand_rows_are_ticked_at_once(qtbot):
    model = OccurrenceModel()
    model.add([occurrence(number) for number in range(1, 50_001)])

    began = time.perf_counter()
    model.tick_all(False)
    model.tick_all(True)

    assert time.perf_counter() - began < 20
    assert model.ticked_count == 50_000


def test_documents_are_a_sound_model(qtbot):
    model = DocumentTableModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)

    model.show_documents([DocumentRow(document=doc(title="WTDC-25 مؤتمر", length=9289), annotation_count=12)])

    assert "9" in model.index(0, Column.LENGTH).data()
    assert model.index(0, Column.LENGTH).data(SORT_ROLE) == 9289
    assert model.index(0, Column.ANNOTATIONS).data() == "12"


def test_tags_that_wait_for_review_are_counted_where_there_are_any(qtbot):
    model = DocumentTableModel()
    model.show_documents([DocumentRow(document=doc(title="مقال"), waiting_count=3), DocumentRow(document=doc())])

    assert [model.index(row, Column.WAITING).data() for row in range(2)] == ["3", ""]
    assert "3 tags" in model.index(0, Column.WAITING).data(Qt.ItemDataRole.ToolTipRole)
    assert model.has_waiting


def test_a_document_without_a_title_is_named_so(qtbot):
    model = DocumentTableModel()

    model.show_documents([DocumentRow(document=doc(title=""))])

    assert model.index(0, Column.TITLE).data() == "Without a title"

# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists of 100,000 rows read what they show; what is gone shows nothing; rows say what they are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from ui.models.fakes import annotation, shown_tags

from reader.model.entity import Entity
from reader.ui.models.document_entities import DocumentEntityModel, Heading
from reader.ui.models.entities import RECORD_ROLE, EntityListModel, EntityRow, EntityWords
from reader.ui.models.paged import PAGE, PAGES_KEPT
from reader.workspace.entity_proposals import DocumentEntities, Proposal, UnlinkedGroup

IDS = [f"{number:06d}" for number in range(100_000)]


@pytest.fixture
def model(qapp):
    """A list of 100,000 entities that remembers how it was asked."""
    made = EntityListModel()
    made.asked = []

    def fetch(ids):
        made.asked.append(len(ids))
        return [EntityRow(entity=Entity(id=each, name=f"كيان {each}")) for each in ids if each != "000003"]

    made.set_source(fetch)
    made.set_ids(IDS)
    return made


def test_model_keeps_the_rules_of_qt(model, qtmodeltester):
    model.set_ids(IDS[:300])
    qtmodeltester.check(model)


def test_only_the_pages_that_are_shown_are_read(model):
    assert model.rowCount() == 100_000
    names = [model.index(row).data() for row in (0, 50, 99_999)]
    assert (names, model.asked) == (["كيان 000000", "كيان 000050", "كيان 099999"], [PAGE, PAGE])


def test_no_more_pages_are_kept_than_fit(model):
    for row in range(0, 100_000, PAGE):
        model.record(row)
    assert len(model._pages) == PAGES_KEPT


def test_row_that_is_gone_shows_nothing(model):
    assert (model.record(3), model.index(3).data()) == (None, None)


def test_same_rows_are_read_anew_without_losing_the_place(model, qtbot):
    model.record(0)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.set_ids(list(IDS))
    model.record(0)
    assert model.asked == [PAGE, PAGE]


def test_other_rows_reset_the_list(model, qtbot):
    with qtbot.waitSignal(model.modelReset):
        model.set_ids(["b", "a"])
    assert (model.row_of("a"), model.row_of("x")) == (1, None)


def test_row_tells_screen_readers_kind_mentions_and_other_names(model):
    entity = Entity(id="b", name="باكو", kind="place", aliases=("Bakı",))
    model.set_source(lambda _ids: [EntityRow(entity=entity, count=2)])
    model.set_tags(shown_tags())
    model.set_ids(["b"])
    described = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert all(part in described for part in ("باكو", shown_tags().name("place"), "2 mentions", "Bakı"))


# The tree of a document


@pytest.fixture
def tree(qapp):
    made = DocumentEntityModel()
    found = {each: replace(annotation(number, quote="بـاكو"), id=each) for number, each in enumerate("123")}
    made.set_sources(lambda _id: ["1", "2"], lambda ids: [found[each] for each in ids if each in found])
    group = UnlinkedGroup(key="itu", tag_id="organisation", name="ITU", ids=("3",))
    baku = Entity(id="b", name="باكو", kind="place")
    made.show_content(DocumentEntities(document_id="d", linked=((baku, 2),), unlinked=(group,), more=4))
    return made


def test_tree_keeps_the_rules_of_qt(tree, qtmodeltester):
    qtmodeltester.check(tree, force_py=True)


def test_tree_has_entities_then_what_is_linked_to_none(tree):
    kinds = [type(tree.top(row)) for row in range(tree.rowCount())]
    assert kinds == [Heading, EntityRow, Heading, UnlinkedGroup, Heading]
    assert tree.keys() == ["", "b", "", "organisation itu", ""]
    assert "4" in tree.index(4).data()


def test_mentions_are_read_when_their_entity_is_opened(tree):
    entity = tree.index(1)
    assert tree.hasChildren(entity)
    assert [tree.index(row, 0, entity).data(RECORD_ROLE).id for row in range(tree.rowCount(entity))] == ["1", "2"]
    assert tree.parent(tree.index(1, 0, entity)) == entity


def test_headings_cannot_be_selected(tree):
    assert not tree.flags(tree.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert tree.flags(tree.index(1)) & Qt.ItemFlag.ItemIsSelectable


# Words


def test_offer_names_what_the_words_do_not(qapp):
    baku = Entity(id="b", name="باكو", note="عاصمة")
    group = UnlinkedGroup(key="x", tag_id="place", name="باكو", ids=("1", "2"), proposals=(baku,))
    assert "عاصمة" in EntityWords().offer(group)


def test_reasons_name_company_and_number(qapp):
    proposal = Proposal(entity=Entity(id="b", name="باكو"), score=1, count_here=2, beside=("هاشمي",))
    reasons = EntityWords().reasons(proposal)
    assert "2 times in this text" in reasons
    assert "هاشمي" in reasons

# SPDX-License-Identifier: GPL-3.0-or-later
"""Every kind of record comes back from the file as it went in, and refers only to what is there."""

from __future__ import annotations

import pytest
from builders import NOW, annotation, relation, tag
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import EditConflict, UnknownTag
from reader.model.edit import Edit, RecordChange
from reader.model.entity import Entity, EntityLink
from reader.model.ids import TagsetId
from reader.model.suggestion import Decision, Verdict
from reader.model.tagset import Tagset
from reader.store.records import packed, packed_list, unpacked, unpacked_list
from reader.text.spans import Span


def write(library, *pairs):
    changes = tuple(RecordChange(before, after) for before, after in pairs)
    return library.apply(Edit(name="change", document_id=None, changes=changes), author="test")


def entity(**fields):
    values = {"id": "e1", "name": "باكو", "kind": "place", "aliases": ("Baku", "Bakı")}
    return Entity(**values | fields)


def decision(document):
    return Decision(
        document_id=document.id,
        span=Span(0, 4),
        quote="كتب",
        tag_id="term",
        verdict=Verdict.REJECTED,
        author="test",
        created=NOW,
    )


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)


@given(st.lists(st.tuples(words, words)))
def test_pairs_come_back_in_order_and_with_repeated_names(pairs):
    assert unpacked(packed(pairs)) == tuple(pairs)


@given(st.lists(words))
def test_lists_come_back(values):
    assert unpacked_list(packed_list(values)) == tuple(values)


def test_relation_comes_back_and_is_found_from_both_ends(library, document):
    source, target = annotation(document.id, Span(0, 2)), annotation(document.id, Span(3, 5))
    joined = relation(source, target, "يعمل في")
    write(library, (None, source), (None, target), (None, joined))

    assert library.relations.of_document(document.id) == [joined]
    assert library.relations.of_annotation(source.id) == library.relations.of_annotation(target.id) == [joined]
    assert library.relations.names() == ["يعمل في"]


def test_entity_comes_back_and_is_found_by_every_name(library):
    baku = entity(translations=(("en", "Baku City"),), external_ids=(("wikidata", "Q9248"),), note="عاصمة")
    write(library, (None, baku))

    assert library.entities.get("e1") == baku
    assert [library.entities.named(name) for name in ("باكو", "Bakı", "Baku City", "Bak")] == [[baku]] * 3 + [[]]
    assert library.entities.of_kind("place") == library.entities.list() == [baku]


def test_link_joins_an_annotation_to_an_entity(library, document):
    mention = annotation(document.id, Span(0, 2))
    link = EntityLink(annotation_id=mention.id, entity_id="e1")
    write(library, (None, mention), (None, entity()), (None, link))

    assert library.entities.links_of([mention.id]) == library.entities.mentions("e1") == [link]


def test_decision_comes_back(library, document):
    rejected = decision(document)
    write(library, (None, rejected))

    assert library.decisions.of_document(document.id) == library.decisions.by_tag("term") == [rejected]
    assert library.decisions.find(document.id, Span(0, 4), "term") == rejected
    assert library.decisions.find(document.id, Span(0, 3), "term") is None


def test_tags_are_given_in_the_users_order_each_before_its_nested_ones(library):
    city = tag("city", parent_id="place", position=1)
    river = tag("river", parent_id="place", position=0)
    write(library, (None, city), (None, river))

    ids = [each.id for each in library.tagsets.tags()]
    assert ids[ids.index("place") : ids.index("event")] == ["place", "river", "city"]


def test_tagset_of_ones_own_holds_tags_of_its_own(library):
    legal = Tagset(id=TagsetId("law"), names=(("ar", "قانون"),), description="وسوم قانونية")
    court = tag("court", tagset_id="law")
    write(library, (None, legal), (None, court))

    assert library.tagsets.tagset("law") == legal
    assert library.tagsets.tags("law") == [court]
    assert [tagset.id for tagset in library.tagsets.tagsets()] == ["default", "law"]


def test_unknown_tag_and_tagset_are_told(library):
    with pytest.raises(UnknownTag):
        library.tagsets.get("nothing")
    with pytest.raises(UnknownTag):
        library.tagsets.tagset("nothing")


REFERENCES = {
    "annotation of an unknown tag": lambda document: annotation(document.id, Span(0, 2), "nothing"),
    "annotation in an unknown document": lambda _: annotation("nothing", Span(0, 2)),
    "tag under an unknown one": lambda _: tag("x", parent_id="nothing"),
    "entity of an unknown kind": lambda _: entity(kind="nothing"),
    "link of an unknown annotation": lambda _: EntityLink(annotation_id="nothing", entity_id="nothing"),
}


@pytest.mark.parametrize("make", REFERENCES.values(), ids=REFERENCES.keys())
def test_record_that_refers_to_what_another_window_removed_is_refused(library, document, make):
    with pytest.raises(EditConflict):
        write(library, (None, make(document)))
    assert library.history.entries() == []


def test_tag_that_annotations_have_cannot_go_alone(library, document):
    write(library, (None, annotation(document.id, Span(0, 2), "place")))
    with pytest.raises(EditConflict):
        write(library, (library.tagsets.get("place"), None))
    assert library.tagsets.get("place").id == "place"


def test_removed_document_is_out_of_sight_and_comes_back_with_its_text(library, document, any_text):
    write(library, (document, None))
    assert (library.documents.list(), library.documents.by_digest(document.digest)) == ([], None)

    library.undo()
    assert library.documents.list() == [document]
    assert library.texts.open(document.id).slice(0, 9_999) == any_text


def test_removed_document_that_came_in_anew_is_restored_beside_it(library, document, any_text):
    write(library, (document, None))
    anew = library.texts.add(any_text, title="جديد")

    library.undo()

    assert {each.id for each in library.documents.list()} == {anew.id, document.id}


def test_document_with_annotations_cannot_go_without_them(library, document):
    write(library, (None, annotation(document.id, Span(0, 2))))
    with pytest.raises(EditConflict):
        write(library, (document, None))
    assert library.documents.list() == [document]

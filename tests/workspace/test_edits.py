# SPDX-License-Identifier: GPL-3.0-or-later
"""Every wish as an edit: what it does, that undo takes it back whole, and that redo makes it again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import suggestion

from reader.errors import SpanOutsideText, SpanTooLong, TagInUse
from reader.model.edit import Changes
from reader.model.entity import Entity
from reader.model.suggestion import Verdict
from reader.text.chunks import ChunkedText
from reader.text.spans import Span
from reader.workspace import Workspace, edits, entities

# Annotations


def test_tagged_span_is_quoted_with_its_context(both_ways, library, document, text, any_text):
    changes = both_ways(edits.tag_spans(text, document.id, [Span(5, 12)], "place", "سلمى", "ملاحظة"))
    (made,) = library.annotations.on_span(document.id, Span(5, 12))

    assert changes == Changes(annotations_of=frozenset({document.id}), suggestions_of=frozenset({document.id}))
    assert (made.prefix, made.quote, made.suffix) == (any_text[:5], any_text[5:12], any_text[12:44])
    assert (made.author, made.note, made.tag_id) == ("سلمى", "ملاحظة", "place")


def test_many_spans_are_one_step(both_ways, library, document, text):
    both_ways(edits.tag_spans(text, document.id, [Span(0, 3), Span(4, 6), Span(0, 3)], "place", "سلمى"))

    assert library.annotations.count(document.id) == 2


def test_several_tags_may_stand_on_one_span_and_overlap(tag):
    tag((0, 5)), tag((0, 5), tag_id="person")
    found = tag((3, 8), (0, 20))

    assert sorted((each.span.start, each.span.end, each.tag_id) for each in found) == [
        (0, 5, "person"),
        (0, 5, "place"),
        (0, 20, "place"),
        (3, 8, "place"),
    ]


def test_tagging_the_same_again_changes_nothing_and_is_no_step(tag, workspace, document, text):
    tag((0, 5))
    again = edits.tag_spans(text, document.id, [Span(0, 5)], "place", "سلمى")

    assert workspace.edit(again) == Changes()
    workspace.undo()
    assert workspace.undo_name is None


def test_another_person_may_put_the_same_tag(tag, library, document, text):
    tag((0, 5))
    Workspace(library, "Noor").edit(edits.tag_spans(text, document.id, [Span(0, 5)], "place", "Noor"))

    assert library.annotations.authors(document.id) == ["Noor", "سلمى"]


@pytest.mark.parametrize(
    ("span", "error"), [(Span(0, 10_000), SpanOutsideText), (Span(9_999, 10_000), SpanOutsideText)]
)
def test_span_outside_the_text_is_refused(document, text, span, error):
    with pytest.raises(error):
        edits.tag_spans(text, document.id, [span], "place", "سلمى")


def test_span_longer_than_a_quote_may_be_is_refused(document):
    text = ChunkedText.from_string("س" * 200_000)
    with pytest.raises(SpanTooLong):
        edits.tag_spans(text, document.id, [Span(0, 100_001)], "place", "سلمى")


def test_removing_takes_relations_and_links_along(tag, workspace, both_ways, library, document):
    first, second, third = tag((0, 3), (4, 6), (7, 9))
    workspace.edit(edits.add_relation(first, second, "قرب", "سلمى"))
    workspace.edit(edits.add_relation(third, first, "قرب", "سلمى"))
    workspace.edit(entities.add_entity(library, Entity(id="e", name="باكو"), [first]))
    changes = both_ways(edits.remove_annotations(library, [first.id]))

    assert changes.relations_of == {document.id}
    assert (library.relations.of_document(document.id), library.entities.mentions("e")) == ([], [])
    assert library.annotations.page_after(document.id, None, 9) == [second, third]


def test_removing_what_is_gone_is_nothing(workspace, library):
    assert workspace.edit(edits.remove_annotations(library, ["gone"])) == Changes()


def test_note_tag_and_attributes_are_changed(tag, both_ways, library):
    (made,) = tag((0, 5))
    both_ways(edits.change_annotation(made, note="ن", tag_id="person", attributes=(("a", "b"),)))
    changed = library.annotations.get(made.id)

    assert (changed.note, changed.tag_id, changed.attributes) == ("ن", "person", (("a", "b"),))
    assert (changed.created, changed.modified >= made.modified) == (made.created, True)


def test_edges_are_moved_and_the_quote_with_them(tag, both_ways, library, text, any_text):
    (made,) = tag((3, 8))
    both_ways(edits.change_annotation(made, span=Span(1, 9), text=text))
    changed = library.annotations.get(made.id)

    assert (changed.prefix, changed.quote, changed.suffix) == (any_text[:1], any_text[1:9], any_text[9:41])


def test_change_to_the_same_is_no_step(tag, workspace):
    (made,) = tag((3, 8))

    assert workspace.edit(edits.change_annotation(made, note="", tag_id="place")) == Changes()
    assert workspace.undo_name == "add-annotation"


def test_all_occurrences_get_another_tag_in_one_step(tag, both_ways, library, document):
    both_ways(edits.retag_annotations(tag((0, 3), (4, 6)), "event"))

    assert library.annotations.counts_by_tag(document.id) == {"event": 2}


# Relations


def test_relation_is_made_renamed_and_removed(tag, both_ways, library, document):
    first, second = tag((0, 3), (4, 6))
    both_ways(edits.add_relation(first, second, "قرب", "سلمى"))
    (made,) = library.relations.of_annotation(first.id)
    both_ways(edits.change_relation(made, name="في", note="ن"))
    (changed,) = library.relations.of_annotation(second.id)
    assert (changed.name, changed.note) == ("في", "ن")
    both_ways(edits.remove_relation(changed))
    assert library.relations.of_document(document.id) == []


def test_relation_of_an_annotation_to_itself_is_a_bug(tag):
    (made,) = tag((0, 3))
    with pytest.raises(ValueError, match="two annotations"):
        edits.add_relation(made, made, "x", "سلمى")


# Tags

NAMES = (("ar", "نهر"), ("en", "River"))


def test_new_tag_comes_last(both_ways, library):
    changes = both_ways(edits.add_tag(library, NAMES, "tag-10", shortcut="r"))

    assert changes == Changes(tagset=True)
    assert (library.tagsets.tags()[-1].names, library.tagsets.tags()[-1].position) == (NAMES, 9)


def test_tag_is_renamed_and_recoloured(both_ways, library):
    before = library.tagsets.get("place")
    both_ways(edits.change_tag(before, replace(before, names=NAMES, colour="tag-12", shortcut="")))

    assert library.tagsets.get("place").names == NAMES


def test_tags_are_reordered(both_ways, library):
    ids = [tag.id for tag in library.tagsets.tags()]
    both_ways(edits.reorder_tags(library, ids[::-1]))

    assert [tag.id for tag in library.tagsets.tags()] == ids[::-1]


def test_tags_are_nested_and_taken_out_of_the_nest(both_ways, library):
    both_ways(edits.reorder_tags(library, ["event", "date"], parent_id="place"))
    ids = [tag.id for tag in library.tagsets.tags()]
    assert ids[ids.index("place") :][:3] == ["place", "event", "date"]

    both_ways(edits.reorder_tags(library, ["date"]))
    assert library.tagsets.get("date").parent_id is None


@pytest.mark.parametrize("parent", ["place", "event"])
def test_tag_cannot_stand_under_itself(workspace, library, parent):
    workspace.edit(edits.reorder_tags(library, ["event"], parent_id="place"))
    with pytest.raises(ValueError, match="under itself"):
        edits.reorder_tags(library, ["place"], parent_id=parent)


def test_merged_tags_leave_their_annotations_entities_and_nested_tags_to_one(tag, workspace, both_ways, library):
    tag((0, 3), tag_id="event"), tag((4, 6), tag_id="work"), tag((7, 9))
    workspace.edit(edits.reorder_tags(library, ["term"], parent_id="event"))
    workspace.edit(entities.add_entity(library, Entity(id="e", name="x", kind="event")))
    both_ways(edits.merge_tags(library, ["event", "work", "place"], "place"))

    assert library.annotations.counts_by_tag() == {"place": 3}
    assert library.tagsets.get("term").parent_id == "place"
    assert library.entities.get("e").kind == "place"
    assert {"event", "work"} & {each.id for each in library.tagsets.tags()} == set()


def test_tag_can_be_merged_into_one_nested_under_it(workspace, both_ways, library):
    workspace.edit(edits.reorder_tags(library, ["event"], parent_id="place"))
    both_ways(edits.merge_tags(library, ["place"], "event"))

    assert library.tagsets.get("event").parent_id is None


def test_several_nested_tags_can_be_merged_into_one_outside(workspace, both_ways, library):
    workspace.edit(edits.reorder_tags(library, ["event"], parent_id="place"))
    workspace.edit(edits.reorder_tags(library, ["term"], parent_id="event"))
    both_ways(edits.merge_tags(library, ["place", "event"], "work"))

    assert library.tagsets.get("term").parent_id == "work"


def test_tags_can_be_merged_into_a_grandchild(workspace, both_ways, library):
    workspace.edit(edits.reorder_tags(library, ["event"], parent_id="place"))
    workspace.edit(edits.reorder_tags(library, ["term", "date"], parent_id="event"))
    both_ways(edits.merge_tags(library, ["place", "event"], "term"))

    assert library.tagsets.get("term").parent_id is None
    assert library.tagsets.get("date").parent_id == "term"


def test_deleting_a_tag_asks_what_becomes_of_its_annotations(tag, library):
    tag((0, 3), (4, 6))
    with pytest.raises(TagInUse) as told:
        edits.delete_tag(library, "place")

    assert (told.value.name, told.value.count) == ("Place", 2)


def test_deleted_tag_takes_its_annotations_along_when_told_to(tag, workspace, both_ways, library, document):
    first, second = tag((0, 3), (4, 6))
    workspace.edit(edits.add_relation(first, second, "قرب", "سلمى"))
    both_ways(edits.delete_tag(library, "place", delete_annotations=True))

    assert library.annotations.count(document.id) == 0
    assert "place" not in {each.id for each in library.tagsets.tags()}


def test_deleted_tag_leaves_its_annotations_to_another_when_told_to(tag, both_ways, library):
    tag((0, 3), (4, 6))
    both_ways(edits.delete_tag(library, "place", move_to="event"))

    assert library.annotations.counts_by_tag() == {"event": 2}


def test_tags_nested_under_a_deleted_one_move_up_with_their_annotations(tag, workspace, both_ways, library):
    tag((0, 3), tag_id="event")
    workspace.edit(edits.reorder_tags(library, ["event"], parent_id="place"))
    both_ways(edits.delete_tag(library, "place"))

    assert library.tagsets.get("event").parent_id is None
    assert library.annotations.counts_by_tag() == {"event": 1}


def test_tags_nested_under_a_deleted_one_share_its_fate_when_told_to(tag, workspace, both_ways, library):
    tag((0, 3), tag_id="term")
    workspace.edit(edits.reorder_tags(library, ["event"], parent_id="place"))
    workspace.edit(edits.reorder_tags(library, ["term"], parent_id="event"))
    with pytest.raises(TagInUse):
        edits.delete_tag(library, "place", delete_nested=True)
    both_ways(edits.delete_tag(library, "place", delete_nested=True, move_to="work"))

    assert {"place", "event", "term"} & {each.id for each in library.tagsets.tags()} == set()
    assert library.annotations.counts_by_tag() == {"work": 1}


def test_relation_between_two_tags_that_go_is_removed_once(tag, workspace, both_ways, library, document):
    tag((0, 3))
    first, second = tag((4, 6), tag_id="event")
    workspace.edit(edits.add_relation(first, second, "قرب", "سلمى"))
    workspace.edit(edits.reorder_tags(library, ["event"], parent_id="place"))
    both_ways(edits.delete_tag(library, "place", delete_nested=True, delete_annotations=True))

    assert library.relations.of_document(document.id) == []


def test_annotations_cannot_move_to_a_tag_that_goes_too(tag, workspace, library):
    tag((0, 3))
    workspace.edit(edits.reorder_tags(library, ["event"], parent_id="place"))
    with pytest.raises(ValueError, match="deleted"):
        edits.delete_tag(library, "place", delete_nested=True, move_to="event")


# Suggestions


def test_accepting_all_is_one_step(both_ways, library, document, text, any_text):
    proposed = [suggestion(any_text, Span(0, 3)), suggestion(any_text, Span(4, 6), "date", value="2025-11-17")]
    changes = both_ways(edits.accept_suggestions(text, document.id, proposed, "سلمى"))

    assert changes.annotations_of == changes.suggestions_of == {document.id}
    assert library.annotations.counts_by_tag() == {"place": 1, "date": 1}
    assert {each.verdict for each in library.decisions.of_document(document.id)} == {Verdict.ACCEPTED}


def test_rejecting_makes_no_annotation(both_ways, library, document, any_text):
    both_ways(edits.reject_suggestions(document.id, [suggestion(any_text, Span(0, 3))], "سلمى"))

    assert library.annotations.count(document.id) == 0
    assert [each.verdict for each in library.decisions.of_document(document.id)] == [Verdict.REJECTED]


# Documents


def test_document_gets_another_title(both_ways, library, document):
    assert both_ways(edits.change_document(document, title="عنوان")) == Changes(documents=True)
    assert library.documents.get(document.id).title == "عنوان"


def test_removed_document_comes_back_with_all_that_was_said_about_it(tag, workspace, both_ways, library, document):
    first, second = tag((0, 3), (4, 6))
    workspace.edit(edits.add_relation(first, second, "قرب", "سلمى"))
    both_ways(edits.remove_document(library, document))

    assert library.documents.list() == []
    workspace.undo()
    assert library.annotations.count(document.id) == 2


def test_every_name_of_an_edit_is_one_the_menu_can_have_words_for(library, workspace):
    assert len(set(edits.EDIT_NAMES)) == len(edits.EDIT_NAMES)
    assert all(name == name.lower() and " " not in name for name in edits.EDIT_NAMES)

# SPDX-License-Identifier: GPL-3.0-or-later
"""What a user does to entities: made, linked, merged, split, deleted; each one step of undo, nothing lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import suggestion

from reader.errors import EditConflict, EntityInvalid
from reader.model.edit import Edit
from reader.model.entity import Entity, name_key
from reader.text.spans import Span
from reader.workspace import edits, entities

BAKU = Entity(id="e", name="باكو", kind="place")
CITY = Entity(id="f", name="مدينة باكو", kind="place", aliases=("Bakı",), external_ids=(("wikidata", "Q9248"),))


@pytest.fixture
def add(workspace, library):
    """Put entities into the library, with the annotations that mention them."""

    def added(entity, *mentions):
        workspace.edit(entities.add_entity(library, entity, mentions))
        return library.entities.get(entity.id)

    return added


def mentions(library, entity_id):
    return {link.annotation_id for link in library.entities.mentions(entity_id)}


def test_entity_is_made_with_its_mentions_changed_and_deleted(tag, both_ways, library):
    first, second = tag((0, 3), (4, 6))
    both_ways(entities.add_entity(library, BAKU, [first, second]))
    assert library.entities.mention_counts(["e"]) == {"e": 2}

    both_ways(entities.change_entity(BAKU, renamed := replace(BAKU, name="Bakı")))
    both_ways(entities.delete_entities(library, [renamed]))
    assert (library.entities.list(), library.entities.links_of([first.id])) == ([], [])


def test_making_an_entity_takes_its_mentions_from_the_one_they_had(tag, both_ways, library, add):
    (first,) = tag((0, 3))
    add(BAKU, first)
    both_ways(entities.add_entity(library, CITY, [first]))
    assert (mentions(library, "e"), mentions(library, "f")) == (set(), {first.id})


def test_annotation_mentions_one_entity_at_a_time(tag, both_ways, library, add):
    (mention,) = tag((0, 3))
    add(BAKU), add(CITY)
    both_ways(entities.link(library, [mention], "e"))
    both_ways(entities.link(library, [mention], "f"))
    assert (library.entities.mentions("e"), len(library.entities.mentions("f"))) == ([], 1)

    both_ways(entities.unlink(library, [mention]))
    assert library.entities.entity_of(mention.id) is None


def test_linking_again_is_no_step_of_undo(tag, workspace, library, add):
    (mention,) = tag((0, 3))
    add(BAKU, mention)
    assert entities.link(library, [mention], "e").changes == ()


def test_several_are_linked_in_one_step(tag, both_ways, library, add, document):
    found = tag((0, 3), (4, 6), (7, 9))
    add(BAKU, found[0])
    edit = entities.link(library, found, "e")
    both_ways(edit)
    assert (edit.name, edit.document_id, len(edit.changes)) == ("link-entities", document.id, 2)


def test_merging_joins_mentions_names_identifiers_and_notes(tag, both_ways, library, add):
    first, second = tag((0, 3), (4, 6))
    kept = add(replace(BAKU, note="عاصمة", translations=(("en", "Baku"),)), first)
    gone = add(replace(CITY, note="على بحر قزوين"), second)
    both_ways(entities.merge(library, [kept, gone], kept))

    (result,) = library.entities.list()
    assert (result.id, result.name, result.aliases) == ("e", "باكو", ("Bakı", "مدينة باكو"))
    assert (result.translations, result.external_ids) == ((("en", "Baku"),), (("wikidata", "Q9248"),))
    assert result.note == "عاصمة\n\nعلى بحر قزوين"
    assert mentions(library, "e") == {first.id, second.id}


def test_merging_takes_the_kind_from_whoever_has_one(library, add):
    without = add(replace(BAKU, kind=None))
    assert entities.merged([without, add(CITY)], without).entity.kind == "place"


def test_merging_tells_where_the_entities_contradict_each_other():
    event = replace(CITY, id="g", kind="event", external_ids=(("wikidata", "Q1"),))
    result = entities.merged([CITY, event], CITY)
    assert result.conflicts == (("kind", ("place", "event")), ("wikidata", ("Q9248", "Q1")))
    assert result.entity.external_ids == (("wikidata", "Q9248"), ("wikidata", "Q1"))


def test_merging_takes_what_the_user_decided_about_a_conflict(both_ways, library, add):
    kept, gone = add(BAKU), add(CITY)
    both_ways(entities.merge(library, [kept, gone], kept, replace(kept, name="باكو العاصمة")))
    assert library.entities.get("e").name == "باكو العاصمة"


def test_refusals_follow_the_entity_they_are_of_into_a_merger(both_ways, library, add, document):
    kept, gone = add(BAKU), add(CITY)
    for entity_id in ("e", "f"):
        library.apply(entities.refuse(library, document.id, ["القاهرة"], entity_id, "سلمى"), author="سلمى")
    library.apply(entities.refuse(library, document.id, ["طنطا"], "f", "سلمى"), author="سلمى")
    both_ways(entities.merge(library, [kept, gone], kept))

    assert [(each.key, each.entity_id) for each in library.entities.refusals(document.id)] == [
        (name_key("القاهرة"), "e"),
        (name_key("طنطا"), "e"),
    ]


def test_splitting_moves_the_chosen_mentions_to_a_new_entity(tag, both_ways, library, add):
    first, second = tag((0, 3), (4, 6))
    add(BAKU, first, second)
    both_ways(entities.split(library, BAKU, [second], entities.new_entity("باكو القديمة", "place")))

    (new,) = library.entities.named("باكو القديمة")
    assert (mentions(library, "e"), mentions(library, new.id)) == ({first.id}, {second.id})


def test_only_mentions_of_the_entity_can_be_split_off(tag, library, add):
    first, second = tag((0, 3), (4, 6))
    add(BAKU, first)
    with pytest.raises(EditConflict):
        entities.split(library, BAKU, [first, second], CITY)


def test_refused_link_is_remembered_and_linking_after_all_forgets_it(tag, both_ways, library, add, document):
    (mention,) = tag((0, 3))
    add(BAKU)
    both_ways(entities.refuse(library, document.id, [mention.quote, mention.quote], "e", "سلمى"))
    assert [each.key for each in library.entities.refusals(document.id)] == [name_key(mention.quote)]
    assert entities.refuse(library, document.id, [mention.quote], "e", "سلمى").changes == ()

    both_ways(entities.link(library, [mention], "e"))
    assert library.entities.refusals(document.id) == []


def test_deleted_annotations_take_their_links_along_and_bring_them_back(tag, workspace, both_ways, library, add):
    first, second = tag((0, 3), (4, 6))
    add(BAKU, first, second)
    both_ways(edits.remove_annotations(library, [first.id]))
    assert library.entities.mention_counts(["e"]) == {"e": 1}

    workspace.undo()
    assert mentions(library, "e") == {first.id, second.id}


def test_removed_document_takes_its_mentions_along(tag, both_ways, library, add, document):
    add(BAKU, *tag((0, 3), (4, 6)))
    both_ways(edits.remove_document(library, document))
    assert (library.entities.list(), library.entities.documents_of("e")) == ([BAKU], [])


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "  "),
        ("translations", (("Englisch!", "Baku"),)),
        ("external_ids", (("wikidata", "9248"),)),
        ("external_ids", (("geonames", "baku"),)),
    ],
)
def test_field_that_cannot_be_is_refused(library, field, value):
    with pytest.raises(EntityInvalid):
        entities.add_entity(library, replace(BAKU, **{field: value}))


# Alike


@pytest.fixture
def mixed(library):
    """A text in which the same words come several times, differently spelt."""
    content = "زار أحمد القاهرة، ثم عاد أَحْمَد إلى القاهره. قال احمد 😀: Ahmed."
    return library.texts.add(content, title="ثلاثة"), content


def tagged(library, document, content, phrase, tag_id="person"):
    start = content.index(phrase)
    text = library.texts.open(document.id)
    library.apply(edits.tag_spans(text, document.id, [Span(start, start + len(phrase))], tag_id, "سلمى"), author="سلمى")
    (found,) = library.annotations.on_span(document.id, Span(start, start + len(phrase)))
    return found


def test_annotations_of_the_same_words_go_together_however_they_are_spelt(library, mixed):
    first, *others = (tagged(library, *mixed, phrase) for phrase in ("أحمد", "أَحْمَد", "احمد"))
    tagged(library, *mixed, "القاهرة", "place")
    assert entities.alike(library, first) == [first, *others]


def test_annotations_that_are_linked_already_do_not_go_with_others(library, mixed, add):
    first, second, third = (tagged(library, *mixed, phrase) for phrase in ("أحمد", "أَحْمَد", "احمد"))
    add(BAKU, second)
    assert entities.alike(library, first) == [first, third]
    assert entities.alike(library, first, also_of="e") == [first, second, third]


def test_annotations_of_one_group_of_the_recogniser_go_together(library, mixed):
    document, content = mixed
    first, second = (tagged(library, *mixed, phrase) for phrase in ("أحمد", "Ahmed"))
    suggestions = [
        suggestion(content, each.span, "person", entity="أحمد زويل", source="rules") for each in (first, second)
    ]
    library.suggestions.replace(document.id, "1", suggestions)
    assert entities.alike(library, second) == [second, first]


def test_alike_everywhere_looks_into_the_other_documents(library, mixed):
    other = library.texts.add("أحمد وحده", title="آخر")
    first, far = tagged(library, *mixed, "أحمد"), tagged(library, other, "أحمد وحده", "أحمد")
    assert entities.alike(library, first) == [first]
    assert set(entities.alike(library, first, everywhere=True)) == {first, far}


def test_selected_words_are_tagged_and_linked_in_one_step(text, both_ways, library, add, document):
    add(BAKU)
    both_ways(entities.tag_and_link(text, document.id, Span(2, 5), BAKU, "سلمى"))
    (made,) = library.annotations.on_span(document.id, Span(2, 5))
    assert (made.tag_id, made.quote, mentions(library, "e")) == ("place", text.slice(2, 5), {made.id})


def test_words_without_a_tag_cannot_be_linked_to_an_entity_without_a_kind(text, document):
    with pytest.raises(EntityInvalid, match="no kind"):
        entities.tag_and_link(text, document.id, Span(2, 5), replace(BAKU, kind=None), "سلمى")


def test_edit_of_nothing_is_nothing(workspace, library):
    assert entities.unlink(library, []).changes == ()
    assert entities.link(library, [], "e") == Edit(name="link-entities", document_id=None, changes=())

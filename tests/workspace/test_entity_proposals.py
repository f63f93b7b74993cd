# SPDX-License-Identifier: GPL-3.0-or-later
"""Which entity is proposed for words: by name however spelt, by company; refused ones stay away; the user decides."""

from __future__ import annotations

import pytest
from builders import suggestion

from reader.model.entity import Entity
from reader.text.spans import Span
from reader.workspace import edits, entities
from reader.workspace.entity_proposals import (
    entities_of_document,
    proposal_for,
    propose,
    surroundings_of,
)

CONTENT = "زار هاشمي باكو 😀.\nوقال هَاشِمِي في بَاكُو وبباكو إن ITU معه.\nAli"
AHMAD = Entity(id="ahmad", name="أحمد هاشمي", kind="person")
SATTAR = Entity(id="sattar", name="ستار هاشمي", kind="person", aliases=("هاشمي",))
BAKU = Entity(id="baku", name="باكو", kind="place", translations=(("en", "Baku"),))
TOWN = Entity(id="town", name="باكو", kind="event")


@pytest.fixture
def registry(library):
    for entity in (AHMAD, SATTAR, BAKU, TOWN):
        library.apply(entities.add_entity(library, entity), author="سلمى")
    return library


@pytest.fixture
def text_of(library):
    """A document of the library with some text; gives what ``tagged`` wants."""

    def made(content, title="مقال"):
        return library.texts.add(content, title=title), content

    return made


def tagged(library, where, phrase, tag_id, occurrence=1):
    document, content = where
    start = -1
    for _ in range(occurrence):
        start = content.index(phrase, start + 1)
    span = Span(start, start + len(phrase))
    edit = edits.tag_spans(library.texts.open(document.id), document.id, [span], tag_id, "سلمى")
    library.apply(edit, author="سلمى")
    return library.annotations.on_span(document.id, span)[0]


def ids_for(library, annotation, **more):
    text = library.texts.open(annotation.document_id)
    around = surroundings_of(library, annotation.document_id, text, annotation.span)
    return [each.entity.id for each in propose(library, annotation.quote, annotation.tag_id, around, **more)]


def link(library, entity_id, *annotations):
    library.apply(entities.link(library, annotations, entity_id), author="سلمى")


def test_name_is_known_however_it_is_spelt_and_the_fitting_kind_comes_first(registry, text_of):
    mention = tagged(registry, text_of(CONTENT), "بَاكُو", "place")
    assert ids_for(registry, mention) == ["baku", "town"]


def test_name_is_known_behind_what_is_written_with_it(registry, text_of):
    mention = tagged(registry, text_of(CONTENT), "وبباكو", "place")
    assert ids_for(registry, mention)[0] == "baku"


def test_part_of_a_name_is_proposed_after_the_whole(registry, text_of):
    mention = tagged(registry, text_of(CONTENT), "هاشمي", "person")
    assert ids_for(registry, mention) == ["sattar", "ahmad"]


def test_company_in_other_texts_decides_between_namesakes(registry, text_of):
    one, other = text_of("أحمد هاشمي في باكو", "١"), text_of("هاشمي وباكو", "٢")
    link(registry, "ahmad", tagged(registry, one, "أحمد هاشمي", "person"))
    link(registry, "baku", tagged(registry, one, "باكو", "place"), tagged(registry, other, "باكو", "place"))
    registry.apply(entities.change_entity(SATTAR, Entity(id="sattar", name="ستار هاشمي", kind="person")), author="سلمى")
    mention = tagged(registry, other, "هاشمي", "person")

    text = registry.texts.open(mention.document_id)
    around = surroundings_of(registry, mention.document_id, text, mention.span)
    first, second = propose(registry, "هاشمي", "person", around)
    assert (first.entity.id, first.beside, second.beside) == ("ahmad", ("باكو",), ())


def test_what_the_document_mentions_already_comes_first(registry, text_of):
    where = text_of(CONTENT)
    link(registry, "ahmad", tagged(registry, where, "هاشمي", "person"))
    registry.apply(entities.change_entity(SATTAR, Entity(id="sattar", name="ستار هاشمي", kind="person")), author="سلمى")
    assert ids_for(registry, tagged(registry, where, "هَاشِمِي", "person"))[0] == "ahmad"


def test_refused_entity_is_not_proposed_again_but_found_by_typing(registry, text_of):
    mention = tagged(registry, text_of(CONTENT), "باكو", "place")
    registry.apply(entities.refuse(registry, mention.document_id, ["بَاكو"], "baku", "سلمى"), author="سلمى")
    assert "baku" not in ids_for(registry, mention)
    assert ids_for(registry, mention, typed="baku") == ["baku"]


def test_refusal_in_one_document_says_nothing_of_another(registry, text_of):
    first = tagged(registry, text_of(CONTENT), "باكو", "place")
    second = tagged(registry, text_of("في باكو", "آخر"), "باكو", "place")
    registry.apply(entities.refuse(registry, first.document_id, ["باكو"], "baku", "سلمى"), author="سلمى")
    assert ids_for(registry, second)[0] == "baku"


def test_one_proposal_is_made_where_the_name_leaves_no_choice(registry, text_of):
    where = text_of(CONTENT)
    places = [tagged(registry, where, phrase, "place") for phrase in ("باكو", "بَاكُو")]
    person = tagged(registry, where, "هاشمي", "person")
    assert proposal_for(registry, [*places, person]) == [(BAKU, places), (SATTAR, [person])]

    registry.apply(entities.add_entity(registry, Entity(id="2", name="باكو", kind="place")), author="سلمى")
    assert proposal_for(registry, places) == []


def test_what_the_recogniser_takes_the_words_for_counts_where_nobody_has_them_as_a_name(registry, text_of):
    document, content = where = text_of("وقال الوزير 😀")
    mention = tagged(registry, where, "الوزير", "person")
    found = suggestion(content, mention.span, "person", entity="ستار هاشمي")
    registry.suggestions.replace(document.id, "1", [found])

    assert proposal_for(registry, [mention]) == [(SATTAR, [mention])]
    text = registry.texts.open(document.id)
    around = surroundings_of(registry, document.id, text, mention.span)
    assert [each.entity for each in propose(registry, "الوزير", "person", around, called="ستار هاشمي")] == [SATTAR]
    (group,) = entities_of_document(registry.path, document.id, lambda: False).unlinked
    assert group.proposals == (SATTAR,)


def test_what_is_linked_gets_no_proposal(registry, text_of):
    mention = tagged(registry, text_of(CONTENT), "باكو", "place")
    link(registry, "town", mention)
    assert proposal_for(registry, [mention]) == []


def test_document_tells_what_it_mentions_and_what_not_yet(registry, text_of):
    where = text_of(CONTENT)
    first, second = (tagged(registry, where, phrase, "place") for phrase in ("باكو", "بَاكُو"))
    stranger, baku = tagged(registry, where, "Ali", "person"), tagged(registry, where, "هاشمي", "person")
    tagged(registry, where, "زار", "date")
    link(registry, "sattar", baku)

    found = entities_of_document(registry.path, where[0].id, lambda: False)
    assert [(entity.id, count) for entity, count in found.linked] == [("sattar", 1)]
    assert [(group.name, group.ids, [each.id for each in group.proposals]) for group in found.unlinked] == [
        ("باكو", (first.id, second.id), ["baku"]),
        ("Ali", (stranger.id,), []),
    ]
    assert found.more == 0

# SPDX-License-Identifier: GPL-3.0-or-later
"""Entities found by every part of every name, by identifier, by company; what is derived from them stays true."""

from __future__ import annotations

from dataclasses import replace

import pytest
from any_text import texts
from builders import annotation
from hypothesis import given
from store.raw import raw

from reader.model.edit import Edit, RecordChange
from reader.model.entity import Entity, EntityLink, name_key, name_tails
from reader.store import EntityOrder, Library
from reader.store.entity_index import fill, problems
from reader.text.spans import Span

NILE = Entity(id="n", name="جامعة النيل", kind="organisation", aliases=("Nile University",))
BAKU = Entity(id="b", name="بَاكُو", kind="place", translations=(("en", "Baku"),), external_ids=(("wikidata", "Q9248"),))
TOWN = Entity(id="t", name="باكو القديمة", aliases=("𞸀 😀",))
EVERYONE = (NILE, BAKU, TOWN)


def write(library, *changes):
    made = tuple(RecordChange(*change) for change in changes)
    return library.apply(Edit(name="test", document_id=None, changes=made), author="x")


@pytest.fixture
def registry(library):
    write(library, *((None, entity) for entity in EVERYONE))
    return library.entities


@pytest.fixture
def mention(library):
    """Let an annotation in a document mention an entity."""

    def made(document, start, entity_id):
        span = Span(start, start + 2)
        found = annotation(document.id, span, quote=library.texts.open(document.id).slice(span.start, span.end))
        write(library, (None, found), (None, EntityLink(annotation_id=found.id, entity_id=entity_id)))
        return found.id

    return made


def ids(entities):
    return [entity.id for entity in entities]


@pytest.mark.parametrize(
    ("name", "tails"),
    [
        ("جامعة النيل", [("جامعه النيل", 0), ("النيل", 1), ("نيل", 1)]),
        ("الأمم  المتحدة", [("الامم المتحده", 0), ("امم المتحده", 1), ("المتحده", 1), ("متحده", 1)]),
        ("ال", [("ال", 0)]),
        ("ـ", [("", 0)]),
        ("𞸀 😀", [("ا 😀", 0), ("😀", 1)]),
    ],
)
def test_name_is_found_from_each_of_its_words_on_and_behind_the_article(name, tails):
    assert list(name_tails(name)) == tails


@given(texts)
def test_only_the_whole_name_has_no_word_left_out(text):
    tails = list(name_tails(text))
    assert tails[0] == (name_key(text), 0)
    assert all(words > 0 and name_key(text).endswith(tail) for tail, words in tails[1:])


def test_name_is_the_same_however_it_is_spelt(registry):
    assert [ids(registry.named(name)) for name in ("باكو", "بـاكو", "BAKU", "النيل")] == [["b"], ["b"], ["b"], []]
    found = registry.named_one_of(["باكو", "nile  university", "x"])
    assert {name: ids(entities) for name, entities in found.items()} == {"باكو": ["b"], "nile  university": ["n"]}


@pytest.mark.parametrize(
    ("typed", "found"),
    [("باك", ["b", "t"]), ("نيل", ["n"]), ("القد", ["t"]), ("uni", ["n"]), ("😀", ["t"]), ("كو", [])],
)
def test_beginning_of_any_word_finds_whole_names_first(registry, typed, found):
    assert ids(registry.beginning_with(typed, 9)) == found


def test_what_is_typed_is_narrowed_by_kind_and_number(registry):
    assert ids(registry.beginning_with("با", 9, "place")) == ["b"]
    assert ids(registry.beginning_with("", 1)) != []


def test_list_is_in_the_order_of_folded_names_and_narrowed(registry):
    assert registry.ids() == ["b", "t", "n"]
    assert registry.ids("كو") == ["b", "t"]
    assert registry.ids("Q9248") == ["b"]
    assert (registry.ids(kinds=frozenset({None})), registry.ids(kinds=frozenset({"place", None}))) == (
        ["t"],
        ["b", "t"],
    )
    assert registry.kinds() == {"organisation": 1, "place": 1, None: 1}


def test_entity_whose_name_folds_to_nothing_is_listed_all_the_same(registry, library):
    write(library, (None, Entity(id="z", name="ـ")))
    assert "z" in registry.ids()
    assert list(problems(library._connection)) == []


def test_identifier_finds_its_entity(registry):
    assert ids(registry.with_identifier("wikidata", "Q9248")) == ["b"]
    assert registry.with_identifiers([("wikidata", "Q9248"), ("wikidata", "Q1")]) == {("wikidata", "Q9248"): "b"}


def test_names_of_all_entities_are_given_once_with_kind_and_canonical_name(registry):
    assert list(registry.names())[:2] == [
        ("جامعة النيل", "organisation", "جامعة النيل"),
        ("Nile University", "organisation", "جامعة النيل"),
    ]
    assert len(list(registry.names())) == 6


def test_changed_and_deleted_entities_are_found_by_what_they_are_now(registry, library):
    write(library, (BAKU, renamed := replace(BAKU, name="باكي", external_ids=())), (TOWN, None))
    assert [ids(registry.named(name)) for name in ("باكو", "باكي", "باكو القديمة")] == [[], ["b"], []]
    assert registry.with_identifier("wikidata", "Q9248") == []
    library.undo()
    assert (registry.named("باكو"), renamed.name) == ([BAKU], "باكي")


def test_numbers_of_mentions_follow_their_links(registry, library, document, mention):
    first = mention(document, 0, "b")
    mention(document, 3, "b"), mention(document, 6, "n")
    assert registry.mention_counts(["b", "n", "t"]) == {"b": 2, "n": 1}
    assert [(entity.id, count) for entity, count in registry.of_document(document.id)] == [("b", 2), ("n", 1)]
    assert registry.ids(order=EntityOrder.MENTIONS) == ["b", "n", "t"]

    write(library, (EntityLink(annotation_id=first, entity_id="b"), EntityLink(annotation_id=first, entity_id="t")))
    assert registry.mention_counts(["b", "t"]) == {"b": 1, "t": 1}
    assert registry.entity_of(first) == TOWN


def test_mentions_come_by_title_and_place(registry, library, mention):
    second, first = library.texts.add("كلمات كثيرة هنا", title="ب"), library.texts.add("وهناك كلمات", title="أ")
    expected = [mention(first, 4, "b"), mention(second, 0, "b"), mention(second, 6, "b")]
    assert registry.mention_ids("b") == expected
    assert registry.mention_ids("b", second.id) == expected[1:]
    assert registry.documents_of("b") == [(first.id, 1), (second.id, 2)]


def test_company_is_counted_in_documents(registry, library, mention):
    one, two = library.texts.add("نص أول طويل", title="١"), library.texts.add("نص ثان طويل", title="٢")
    for document, entity_id in ((one, "b"), (one, "n"), (two, "b"), (two, "n"), (two, "t")):
        mention(document, "bnt".index(entity_id) * 3, entity_id)
    assert [(entity.id, count) for entity, count in registry.beside("b", 9)] == [("n", 2), ("t", 1)]
    assert registry.documents_shared("b", ["n", "t", "b"], but=two.id) == {"n": 1}
    assert registry.documents_shared("b", ["n", "t"]) == {"n": 2, "t": 1}
    assert registry.counts_in(two.id, ["t", "x", "b"]) == {"t": 1, "b": 1}


def test_library_of_the_first_form_gets_its_index(registry, library, document, mention):
    mention(document, 0, "b")
    for table in ("entity_names", "entity_identifiers", "entity_documents"):
        library._connection.execute(f"delete from {table}")
    assert len(list(problems(library._connection))) == 3

    fill(library._connection)
    assert list(problems(library._connection)) == []
    assert (ids(registry.named("Baku")), registry.mention_counts(["b"])) == (["b"], {"b": 1})


@pytest.mark.parametrize(
    "damage",
    [
        "delete from entity_names where folded = 'baku'",
        "insert into entity_names values ('x', 'b', 0, 0)",
        "update entity_identifiers set identifier = 'Q1'",
        "update entity_documents set count = 7",
        "insert into entity_documents values ('n', 'x', 1)",
    ],
)
def test_check_finds_an_index_that_is_not_true(path, document, damage):
    with Library.open(path) as library:
        found = annotation(document.id, Span(0, 2), quote=library.texts.open(document.id).slice(0, 2))
        link = EntityLink(annotation_id=found.id, entity_id="b")
        write(library, (None, found), *((None, entity) for entity in EVERYONE), (None, link))
        assert library.check().is_whole
    with raw(path) as connection:
        connection.execute(damage)
    with Library.open(path, read_only=True) as library:
        assert any("entit" in problem or "mentions" in problem for problem in library.check().problems)

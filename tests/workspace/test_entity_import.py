# SPDX-License-Identifier: GPL-3.0-or-later
"""What an import would do is told first; then it is one step that loses nothing; a broken file changes nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reader.errors import FileUnwritable, RecordUnreadable
from reader.interchange.entity_records import EntityFile, EntityRecord
from reader.model.entity import Entity
from reader.workspace import entities
from reader.workspace.entity_import import export_entities, import_entities, plan_import, read_entities

BAKU = Entity(id="e", name="باكو", kind="place", aliases=("بَاكُو",), external_ids=(("wikidata", "Q9248"),), note="عاصمة")
AHMAD = Entity(id="a", name="أحمد زويل", kind="person")


@pytest.fixture
def registry(workspace, library):
    for entity in (BAKU, AHMAD):
        workspace.edit(entities.add_entity(library, entity))
    return library


def file_of(*records, kinds=()):
    made = tuple(EntityRecord(number=n, entity=each, kinds=kinds) for n, each in enumerate(records, 2))
    return EntityFile(path=Path("e.csv"), unit="line", records=made)


def entity(name, **fields):
    return Entity(id=fields.pop("id", ""), name=name, **fields)


def test_what_the_library_lacks_is_new(registry, both_ways):
    plan = plan_import(registry, file_of(entity("القاهرة"), kinds=("مكان",)))
    (new,) = plan.new
    assert (new.name, new.kind, len(new.id), plan.changed, plan.conflicts) == ("القاهرة", "place", 32, (), ())

    both_ways(import_entities(plan))
    assert registry.entities.named("القاهرة") == [new]


def test_new_entity_keeps_the_id_of_its_file(registry):
    assert plan_import(registry, file_of(entity("القاهرة", id="c"))).new[0].id == "c"


@pytest.mark.parametrize(
    "record",
    [
        entity("باكو القديمة", id="e"),
        entity("باكو القديمة", external_ids=(("wikidata", "Q9248"),)),
        entity("بـاكو", aliases=("باكو القديمة",)),
    ],
    ids=["by id", "by identifier", "by name"],
)
def test_record_finds_the_entity_it_is_about(registry, both_ways, record):
    more = replace(record, translations=(("en", "Baku"),), note="على بحر قزوين")
    both_ways(import_entities(plan_import(registry, file_of(more))))

    found = registry.entities.get("e")
    assert (found.name, found.translations) == ("باكو", (("en", "Baku"),))
    assert (found.note, set(found.aliases) >= {"بَاكُو", "باكو القديمة"}) == ("عاصمة\n\nعلى بحر قزوين", True)


def test_what_says_nothing_new_changes_nothing(registry, workspace):
    plan = plan_import(registry, file_of(replace(BAKU, id=""), entity("أحمد زويل")))
    assert (plan.same, plan.is_empty, import_entities(plan).changes) == (2, True, ())


def test_contradictions_are_told_and_the_library_stays_right(registry, both_ways):
    record = entity("مدينة باكو", id="e", external_ids=(("wikidata", "Q1"),))
    plan = plan_import(registry, file_of(record, kinds=("event",)))
    assert [(each.number, each.field, each.here, each.there) for each in plan.conflicts] == [
        (2, "name", "باكو", "مدينة باكو"),
        (2, "kind", "place", "event"),
        (2, "identifier", "wikidata:Q9248", "wikidata:Q1"),
    ]
    both_ways(import_entities(plan))
    assert registry.entities.get("e") == replace(BAKU, aliases=("بَاكُو", "مدينة باكو"))


def test_in_contradictions_the_file_can_be_right(registry, both_ways):
    record = entity("مدينة باكو", id="e", external_ids=(("wikidata", "Q1"),))
    both_ways(import_entities(plan_import(registry, file_of(record, kinds=("event",))), take_theirs=True))

    found = registry.entities.get("e")
    assert (found.name, found.kind, found.external_ids) == ("مدينة باكو", "event", (("wikidata", "Q1"),))
    assert (set(found.aliases), found.note) == ({"بَاكُو", "باكو"}, "عاصمة")


def test_identifier_of_another_entity_stays_with_it(registry):
    plan = plan_import(registry, file_of(entity("أحمد زويل", id="a", external_ids=(("wikidata", "Q9248"),))))
    assert [(each.field, each.entity.id, each.there) for each in plan.conflicts] == [
        ("identifier", "a", "wikidata:Q9248")
    ]
    assert plan.is_empty


def test_namesakes_that_cannot_be_the_same_are_new(registry):
    person = file_of(entity("باكو", external_ids=(("geonames", "1"),)), kinds=("person",))
    other_city = file_of(entity("باكو", external_ids=(("wikidata", "Q2"),)))
    assert [len(plan_import(registry, each).new) for each in (person, other_city)] == [1, 1]


def test_name_that_several_entities_have_is_told(registry, workspace):
    workspace.edit(entities.add_entity(registry, entity("أَحمد زويل", id="b")))
    plan = plan_import(registry, file_of(entity("احمد زويل")))
    assert [(each.field, each.here) for each in plan.conflicts] == [("several", "a, b")]
    assert len(plan.new) == 1


def test_kinds_that_no_tag_is_called_are_told(registry):
    plan = plan_import(registry, file_of(entity("س"), entity("ص"), kinds=("كوكب",)))
    assert (plan.unknown_kinds, [each.kind for each in plan.new]) == ((("كوكب", 2),), [None, None])


def test_records_about_one_entity_add_up(registry, both_ways):
    plan = plan_import(registry, file_of(entity("باكو", aliases=("١",)), entity("بَاكو", aliases=("٢",))))
    both_ways(import_entities(plan))
    assert set(registry.entities.get("e").aliases) >= {"١", "٢", "بَاكُو"}


@pytest.mark.parametrize("name", ["كيانات.csv", "entities.jsonld"])
def test_exported_entities_are_the_same_when_they_come_back(registry, tmp_path, name):
    assert export_entities(registry, tmp_path / name) == 2
    plan = plan_import(registry, read_entities(tmp_path / name))
    assert (plan.same, plan.is_empty, plan.conflicts) == (2, True, ())


@pytest.mark.parametrize("name", ["كيانات.csv", "entities.jsonld"])
def test_exported_entities_fill_another_library(registry, tmp_path, name):
    from reader.store import Library

    export_entities(registry, tmp_path / name)
    with Library.open(tmp_path / "other.hashiya") as other:
        other.apply(import_entities(plan_import(other, read_entities(tmp_path / name))), author="x")
        assert other.entities.list() == registry.entities.list()


def test_broken_file_changes_nothing(registry, tmp_path):
    (tmp_path / "e.csv").write_text("name,wikidata\nالقاهرة,Q85\nطنطا,tanta\n", encoding="utf-8")
    with pytest.raises(RecordUnreadable, match="line 3"):
        plan_import(registry, read_entities(tmp_path / "e.csv"))
    assert len(registry.entities.list()) == 2


def test_library_is_not_overwritten_by_its_entities(registry):
    with pytest.raises(FileUnwritable):
        export_entities(registry, registry.path)

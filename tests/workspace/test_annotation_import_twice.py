# SPDX-License-Identifier: GPL-3.0-or-later
"""What the library has already does not come in again, and what belongs to it is joined to it."""

from __future__ import annotations

import dataclasses
import io
import json

import pytest
from interchange.nasty import TEXTS, content_of

from reader.interchange import FORMATS, Options
from reader.model.entity import Entity
from reader.model.ids import EntityId, TagId
from reader.store import Library
from reader.workspace import entities
from reader.workspace.annotation_import import take_in_annotations
from reader.workspace.annotation_plan import plan_annotations


@pytest.fixture
def path(tmp_path):
    found = tmp_path / "library.hashiya"
    Library.open(found).close()
    return found


def file_of(tmp_path, name, content):
    stream = io.BytesIO()
    FORMATS[name].write([content], stream, Options())
    file = tmp_path / f"file{FORMATS[name].suffix}"
    file.write_bytes(stream.getvalue())
    return file


def taken(path, file, name, *, create_tags=True):
    plan = plan_annotations(path, file, FORMATS[name])
    return plan, take_in_annotations(path, None, "رقية", plan, create_tags=create_tags)


def everything(path):
    with Library.open(path, create=False, read_only=True) as library:
        (document,) = library.documents.list()
        annotations = library.annotations.page_after(document.id, None, 10_000)
        relations = library.relations.of_document(document.id)
        links = library.entities.links_of([each.id for each in annotations])
        return annotations, relations, links, library.entities.list(), library.tagsets.tags()


@pytest.mark.parametrize("name", ["bundle", "json", "conllu", "brat", "tei", "spacy-jsonl", "label-studio", "refi-qda"])
@pytest.mark.parametrize("text_name", ["mixed", "astral", "crowd", "lines"])
def test_the_same_file_twice_adds_nothing(path, tmp_path, name, text_name):
    file = file_of(tmp_path, name, content_of(text_name))
    _, first = taken(path, file, name)
    before = everything(path)

    _, again = taken(path, file, name)

    assert first.annotations == sum(1 for _ in content_of(text_name).annotations())
    assert (again.annotations, again.relations, again.new_tags) == (0, 0, 0)
    assert everything(path) == before


def test_a_relation_between_annotations_that_were_there_is_kept(path, tmp_path):
    content = content_of("mixed")
    taken(path, file_of(tmp_path, "bundle", dataclasses.replace(content, relations=lambda: iter(()))), "bundle")
    assert not everything(path)[1]

    _, outcome = taken(path, file_of(tmp_path, "bundle", content), "bundle")

    (relation,) = everything(path)[1]
    (sent,) = content.relations()
    assert (outcome.annotations, outcome.relations) == (0, 1)
    assert (relation.source_id, relation.target_id, relation.name) == (sent.source_id, sent.target_id, sent.name)


def test_a_mention_of_an_annotation_that_was_there_is_kept(path, tmp_path):
    content = content_of("mixed")
    taken(path, file_of(tmp_path, "bundle", dataclasses.replace(content, links={}, entities=())), "bundle")

    taken(path, file_of(tmp_path, "bundle", content), "bundle")

    assert [link.entity_id for link in everything(path)[2]] == ["e" * 32]


def test_tags_come_with_all_that_is_said_of_them(path, tmp_path):
    taken(path, file_of(tmp_path, "bundle", content_of("mixed")), "bundle")

    tags = {tag.id: tag for tag in everything(path)[4]}
    made = tags[TagId("odd-tag")]
    assert dict(made.names) == {"en": "Odd / tag & <co>", "ar": "وسم غريب"}
    assert (made.parent_id, made.colour, made.description) == (TagId("place"), "tag-3", "وصف\nفي سطرين")


def jsonl_like(tmp_path, tags, annotations):
    text = TEXTS["plain"]
    value = {"format": "hashiya-document", "form": 2, "document": {"title": "م", "direction": "rtl"}}
    value |= {"tags": tags, "annotations": annotations, "text": text}
    file = tmp_path / "made.json"
    file.write_text(json.dumps(value), encoding="utf-8")
    return file


def said(start, end, tag, **more):
    return {"start": start, "end": end, "tag": tag, "id": f"{start}-{end}-{tag}", **more}


def test_a_new_tag_brings_those_it_stands_under_and_a_circle_of_them_ends(path, tmp_path):
    tags = [
        {"id": "a1", "names": {"ar": "جذر"}, "colour": "tag-4", "parent": None},
        {"id": "b1", "names": {"ar": "فرع"}, "colour": "tag-5", "parent": "a1", "shortcut": "q"},
        {"id": "c1", "names": {"ar": "دائرة"}, "colour": "blue", "parent": "d1"},
        {"id": "d1", "names": {"ar": "دائرة أخرى"}, "colour": "", "parent": "c1"},
    ]
    file = jsonl_like(tmp_path, tags, [said(0, 3, "b1"), said(4, 10, "c1")])

    taken(path, file, "json")

    made = {tag.id: tag for tag in everything(path)[4]}
    assert (made["b1"].parent_id, made["b1"].shortcut) == ("a1", "q")
    assert made["c1"].parent_id in {None, "d1"}
    assert {made["c1"].parent_id, made["d1"].parent_id} != {"c1", "d1"}
    assert made["c1"].colour.startswith("tag-")


def test_two_tags_of_one_name_stay_two(path, tmp_path):
    tags = [{"id": key, "names": {"ar": "سفينة"}, "colour": "tag-4"} for key in ("aa1", "bb2")]
    file = jsonl_like(tmp_path, tags, [said(0, 3, "aa1"), said(0, 3, "bb2")])

    taken(path, file, "json")

    assert sorted(each.tag_id for each in everything(path)[0]) == ["aa1", "bb2"]


def test_two_annotations_of_one_id_both_come_in(path, tmp_path):
    one = said(0, 3, "place") | {"id": "a" * 32}
    file = jsonl_like(tmp_path, [], [one, one | {"start": 4, "end": 10}])

    taken(path, file, "json")

    assert [(each.span.start, each.span.end) for each in everything(path)[0]] == [(0, 3), (4, 10)]


def test_what_a_file_says_twice_comes_in_once_and_other_notes_stay(path, tmp_path):
    rows = ["start,end,tag,note,title", *["0,3,place,,م"] * 2, "0,3,place,أ,م", "0,3,place,ب,م"]
    file = tmp_path / "tags.csv"
    file.write_text("\n".join(rows), encoding="utf-8")
    with Library.open(path) as library:
        library.texts.add(TEXTS["plain"], title="م")

    plan, _ = taken(path, file, "csv")
    again, _ = taken(path, file, "csv")

    assert sorted(each.note for each in everything(path)[0]) == ["", "أ", "ب"]
    assert (plan.documents[0].already_there, again.documents[0].already_there) == (1, 4)


def test_an_entity_that_is_there_learns_its_other_names_and_keeps_its_own(path, tmp_path):
    ours = Entity(
        id=EntityId("f" * 32), name="باكو", kind=TagId("place"), translations=(("en", "Bakou"),), note="ملاحظتي"
    )
    with Library.open(path) as library:
        library.apply(entities.add_entity(library, ours), author="x")

    taken(path, file_of(tmp_path, "bundle", content_of("mixed")), "bundle")

    (entity,) = everything(path)[3]
    assert (entity.id, entity.name, entity.note) == (ours.id, "باكو", "ملاحظتي")
    assert entity.translations == (("en", "Bakou"), ("en", "Baku"))
    assert (entity.aliases, entity.external_ids) == (("باكـو",), (("wikidata", "Q9248"),))


def test_an_entity_of_the_same_name_and_another_number_is_another_one(path, tmp_path):
    ours = Entity(id=EntityId("f" * 32), name="باكو", kind=TagId("place"), external_ids=(("wikidata", "Q1"),))
    with Library.open(path) as library:
        library.apply(entities.add_entity(library, ours), author="x")

    taken(path, file_of(tmp_path, "bundle", content_of("mixed")), "bundle")

    assert sorted(each.id for each in everything(path)[3]) == ["e" * 32, "f" * 32]

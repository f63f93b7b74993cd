# SPDX-License-Identifier: GPL-3.0-or-later
"""Entities as tables and as SKOS: written and read back whole, others' files read, wrong ones told with their place."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest
from any_text import full_texts
from hypothesis import given, strategies

from reader.errors import FileMissing, FileUndecodable, RecordUnreadable
from reader.interchange import entities_csv, entities_skos
from reader.interchange.cells import cell_as_meant, safe_cell
from reader.model.entity import Entity

PERSON = Entity(
    id="0123456789abcdef0123456789abcdef",
    name="أحمد بن عليّ",
    kind="person",
    aliases=("أَحْمَد", "ابن علي | الكاتب", "𞸀 😀"),
    translations=(("en", "Ahmad b. ʿAlī"), ("fr", "Ahmad, dit « Ali »")),
    external_ids=(("wikidata", "Q42"), ("geonames", "587084"), ("shelfmark", "MS-1")),
    note='سطران:\nالثاني "بعلامات"، و=1+1',
)
FORMULA = Entity(id="x 1", name="=HYPERLINK(1)", aliases=("-1", "@cmd", "'=x", "+٥"), note="\tx\u2028y\x1cz\x0b")
LATIN = Entity(id="y", name="ʿAyn", translations=(("ar", "عين"), ("en", "Ain"), ("en", "Ayn")))
ALL = (PERSON, FORMULA, LATIN)


def written(form, entities=ALL):
    stream = StringIO()
    form.write(entities, stream)
    return stream.getvalue()


def read(tmp_path, text, name="entities.csv"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    form = entities_skos if path.suffix == ".jsonld" else entities_csv
    return form.read(path)


def same(entity):
    """What of an entity does not depend on the order of its languages; the kind is read as a word."""
    return (
        entity.id, entity.name, entity.aliases, sorted(entity.translations), entity.external_ids, entity.note.strip()
    )  # fmt: skip


@pytest.mark.parametrize(("form", "name"), [(entities_csv, "e.csv"), (entities_skos, "e.jsonld")])
def test_what_is_written_reads_back_whole(tmp_path, form, name):
    content = read(tmp_path, written(form), name)
    assert [same(record.entity) for record in content.records] == [same(entity) for entity in ALL]
    assert [record.kinds for record in content.records] == [("person",), (), ()]
    assert content.ignored == ()


def test_cells_of_a_table_are_nothing_a_spreadsheet_would_run():
    for row in csv.reader(StringIO(written(entities_csv).removeprefix("\ufeff"))):
        assert [cell for cell in row if cell.lstrip().startswith(("=", "+", "-", "@"))] == []


@given(strategies.one_of(full_texts, strategies.text("'=+-@\t \nاa", max_size=8)))
def test_safe_cell_is_undone(text):
    assert cell_as_meant(safe_cell(text)) == text


def test_name_that_begins_with_an_apostrophe_stays_as_it_is():
    assert safe_cell("'Abd al-Rahman") == cell_as_meant("'Abd al-Rahman") == "'Abd al-Rahman"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_tables_come_with_other_delimiters_and_columns(tmp_path, delimiter):
    lines = ["Name", "WIKIDATA", "name:en", "colour"], ["باكو", "q9248", "Baku", "red"]
    content = read(tmp_path, "\r\n".join(delimiter.join(line) for line in lines))
    (record,) = content.records
    assert (record.entity.name, record.entity.external_ids) == ("باكو", (("wikidata", "Q9248"),))
    assert (record.number, record.entity.translations, content.ignored) == (2, (("en", "Baku"),), ("colour",))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_table_of_a_spreadsheet_is_read_by_its_mark(tmp_path, encoding):
    assert read(tmp_path, "name\nباكو\n".encode(encoding)).records[0].entity.name == "باكو"


def test_encoding_can_be_named(tmp_path):
    path = tmp_path / "e.csv"
    path.write_bytes("name\nباكو\n".encode("windows-1256"))
    assert entities_csv.read(path, "windows-1256").records[0].entity.name == "باكو"


def test_table_in_another_encoding_is_told(tmp_path):
    with pytest.raises(FileUndecodable, match=r"e\.csv"):
        read(tmp_path, "name\nباكو\n".encode("windows-1256"), "e.csv")


BROKEN_TABLES = {
    "no name column": ("kind,note\nperson,x\n", 1, "no-name-column"),
    "two columns of one name": ("name,note,note\nx,y,z\n", 1, "column-twice"),
    "nothing below": ("name,kind\n", 1, "no-rows"),
    "more cells than columns": ('name,note\nx,"a\nb"\ny,a,b,c\n', 4, "cells"),
    "no name": ("name,kind\nباكو,place\n,person\n", 3, "no-name"),
    "open quotation mark": ('name\nx\n"y\n', 3, "quotes"),
    "same id twice": ("id,name\n7,x\n8,y\n7,z\n", 4, "id-twice"),
    "one QID for two": ("name,identifiers\nx,Q1\ny,wikidata:q1\n", 3, "identifier-twice"),
    "no identifier": ("name,identifiers\nx,Baku\n", 2, "identifier"),
    "no QID": ("name,wikidata\nx,9248\n", 2, "identifier"),
    "no language": ("name,name:english!\nx,y\n", 2, "language"),
}


@pytest.mark.parametrize(("text", "line", "problem"), BROKEN_TABLES.values(), ids=BROKEN_TABLES.keys())
def test_broken_table_is_told_with_its_line(tmp_path, text, line, problem):
    with pytest.raises(RecordUnreadable, match=r"e\.csv") as told:
        read(tmp_path, text, "e.csv")
    assert (told.value.unit, told.value.number, told.value.problem) == ("line", line, problem)


def test_missing_file_is_told(tmp_path):
    with pytest.raises(FileMissing):
        entities_csv.read(tmp_path / "nothing.csv")


# SKOS


def skos(tmp_path, content):
    return read(tmp_path, json.dumps(content, ensure_ascii=False), "e.jsonld")


def concept(number, **more):
    return {"@id": f"http://x.org/{number}", "@type": "skos:Concept", "skos:prefLabel": f"c{number}"} | more


def test_every_concept_stands_on_a_line_and_the_context_in_the_file():
    content = json.loads(written(entities_skos))
    assert content["@context"]["skos"] == "http://www.w3.org/2004/02/skos/core#"
    assert content["@graph"][0]["id"] == "urn:uuid:01234567-89ab-cdef-0123-456789abcdef"
    assert content["@graph"][0]["exactMatch"][0] == "http://www.wikidata.org/entity/Q42"


def test_expanded_form_of_a_converter_is_read(tmp_path):
    core = "http://www.w3.org/2004/02/skos/core#"
    node = {
        "@id": "http://www.wikidata.org/entity/Q9248",
        "@type": [core + "Concept"],
        core + "prefLabel": [{"@value": "Baku", "@language": "en"}, {"@value": "باكو", "@language": "ar"}],
        core + "altLabel": [{"@value": "باكُو", "@language": "ar"}, {"@value": "Bakou", "@language": "fr"}],
        core + "exactMatch": [{"@id": "https://sws.geonames.org/587084/"}],
        core + "definition": [{"@value": "عاصمة"}],
        core + "related": [{"@id": "http://x.org/1"}],
    }
    content = skos(tmp_path, [node])
    entity = content.records[0].entity
    assert (entity.name, entity.aliases, entity.note) == ("باكو", ("باكُو",), "عاصمة")
    assert entity.translations == (("en", "Baku"), ("fr", "Bakou"))
    assert entity.external_ids == (("wikidata", "Q9248"), ("geonames", "587084"))
    assert content.ignored == ("skos:related",)


def test_language_maps_and_terms_of_a_context_are_read(tmp_path):
    context = {
        "s": "http://www.w3.org/2004/02/skos/core#",
        "label": {"@id": "s:prefLabel", "@container": "@language"},
        "is": {"@id": "s:exactMatch", "@type": "@id"},
        "uri": "@id",
        "a": "@type",
    }
    node = {"uri": "http://x.org/baku", "a": "s:Concept", "label": {"ar": "باكو", "en": ["Baku"]}, "is": "wd:Q9248"}
    entity = skos(tmp_path, {"@context": context, "@graph": [node]}).records[0].entity
    assert (entity.name, entity.translations) == ("باكو", (("en", "Baku"),))
    assert entity.external_ids == (("iri", "http://x.org/baku"), ("wikidata", "Q9248"))


def test_usual_words_are_known_when_the_context_lies_elsewhere(tmp_path):
    node = {"id": "http://x.org/1", "type": "Concept", "prefLabel": {"@value": "باكو", "@language": "ar"}}
    content = skos(tmp_path, {"@context": "http://www.w3.org/2004/02/skos/context.jsonld", "@graph": [node]})
    assert content.records[0].entity.name == "باكو"


def test_kind_is_taken_from_the_type_and_from_what_is_broader(tmp_path):
    nodes = [
        concept(1, **{"skos:prefLabel": {"@value": "مكان", "@language": "ar"}}),
        concept(2, **{"skos:broader": {"@id": "http://x.org/1"}}),
        concept(3, **{"skos:broader": [{"@id": "http://x.org/2"}, {"@id": "http://x.org/1"}]}),
        concept(4, **{"@type": ["skos:Concept", "foaf:Person"]}),
    ]
    content = skos(tmp_path, nodes)
    assert [record.kinds for record in content.records] == [(), ("مكان",), ("c2", "مكان"), ("person",)]
    assert content.ignored == ("skos:broader",)


def test_concept_said_in_two_pieces_is_one(tmp_path):
    nodes = [concept(1), {"@id": "http://x.org/1", "@type": "skos:Concept", "skos:altLabel": ["c"]}]
    assert [record.entity.aliases for record in skos(tmp_path, nodes).records] == [("c",)]


BROKEN_SKOS = {
    "broken JSON": ('{"@graph": [\n{"@id": }]}', "line", 2, "json"),
    "nesting without end": ("[" * 100_000, "record", 1, "json"),
    "no concept": ('{"@id": "http://x.org/1", "http://x.org/name": "x"}', "record", 1, "no-concepts"),
    "a number as id": ('[{"@id": 3, "@type": "skos:Concept"}]', "record", 1, "field"),
    "truth as label": ('[{"@type": "skos:Concept", "skos:prefLabel": true}]', "record", 1, "field"),
    "no label": (json.dumps([concept(1), {"@id": "urn:x", "@type": "skos:Concept"}]), "record", 2, "no-name"),
    "same concept twice": (json.dumps([concept(1), concept(2), concept(1)]), "record", 3, "id-twice"),
    "one QID for two": (
        json.dumps([concept(n, **{"skos:exactMatch": {"@id": "wd:Q1"}}) for n in (1, 2)]), "record", 2,
        "identifier-twice",
    ),
    "broader in a circle": (
        json.dumps([concept(0), *(concept(n, **{"skos:broader": {"@id": f"http://x.org/{n % 3 + 1}"}})
                    for n in (1, 2, 3))]), "record", 2, "circle",
    ),
    "broader than itself": (json.dumps([concept(1, **{"skos:broader": "http://x.org/1"})]), "record", 1, "circle"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "unit", "number", "problem"), BROKEN_SKOS.values(), ids=BROKEN_SKOS.keys())
def test_broken_skos_is_told_with_its_place(tmp_path, text, unit, number, problem):
    with pytest.raises(RecordUnreadable, match=r"e\.jsonld") as told:
        read(tmp_path, text, "e.jsonld")
    assert (told.value.unit, told.value.number, told.value.problem) == (unit, number, problem)


def test_long_chain_of_broader_concepts_is_walked_without_end_of_stack(tmp_path):
    nodes = [concept(n, **{"skos:broader": {"@id": f"http://x.org/{n + 1}"}}) for n in range(1, 300)]
    assert len(skos(tmp_path, [*nodes, concept(300)]).records) == 300

# SPDX-License-Identifier: GPL-3.0-or-later
"""``hashiya entities`` in real processes: what it lists, takes in, gives out and merges; wrong input told."""

from __future__ import annotations

import csv
import io

import pytest
from builders import span_of

from reader.model.entity import Entity
from reader.store import Library
from reader.workspace import edits
from reader.workspace.entities import add_entity

TABLE = (
    "id,name,kind,aliases,name:en,identifiers\nb,باكو,place,مدينة باكو,Baku,wikidata:Q9248\nh,ستار هاشمي,person,,,\n"
)


@pytest.fixture
def registry(library, article):
    """The library with an entity that is mentioned once, in an article."""
    content = article.read_text(encoding="utf-8")
    with Library.open(library) as opened:
        (document,) = opened.documents.list()
        span = span_of(content, "باكو", 2)
        opened.apply(
            edits.tag_spans(opened.texts.open(document.id), document.id, [span], "place", "سلمى"), author="سلمى"
        )
        mention = opened.annotations.on_span(document.id, span)[0]
        baku = Entity(id="b", name="باكو", kind="place", aliases=("=cmd",))
        opened.apply(add_entity(opened, baku, [mention]), author="سلمى")
        opened.apply(add_entity(opened, Entity(id="h", name="ستار هاشمي", kind="person")), author="سلمى")
    return library


def test_list_gives_each_entity_with_its_mentions(hashiya, registry):
    done = hashiya("entities", "list", "--library", registry, "--json")
    assert [(each["id"], each["name"], each["mentions"]) for each in done.json["entities"]] == [
        ("b", "باكو", 1),
        ("h", "ستار هاشمي", 0),
    ]


def test_list_is_narrowed_by_text_and_kind(hashiya, registry):
    lines = [
        hashiya("entities", "list", *more, "--library", registry).out.splitlines()
        for more in (["هاشمى"], ["--kind", "place"], ["شيء"])
    ]
    assert [[line.split()[0] for line in each] for each in lines] == [["h"], ["b"], []]


def test_list_as_a_table_is_safe_in_a_spreadsheet(hashiya, registry):
    rows = list(csv.DictReader(io.StringIO(hashiya("entities", "list", "--csv", "--library", registry).out[1:])))
    assert (rows[0]["name"], rows[0]["aliases"]) == ("باكو", "'=cmd")


def test_show_gives_every_place_with_its_context(hashiya, registry):
    done = hashiya("entities", "show", "باكو", "--library", registry, "--json")
    (place,) = done.json["places"]
    assert (place["text"], place["tag"], place["end"] - place["start"]) == ("باكو", "place", 4)
    assert place["before"].endswith("إلى ")
    assert "إلى [باكو] يوم" in hashiya("entities", "show", "b", "--library", registry).out


def test_import_tells_what_it_would_do_and_does_it(hashiya, registry, tmp_path):
    (tmp_path / "e.csv").write_text(TABLE, encoding="utf-8")
    first = hashiya("entities", "import", "e.csv", "--dry-run", "--library", registry, "--json").json
    assert (first["written"], [each["id"] for each in first["changed"]], first["same"]) == (False, ["b"], 1)

    second = hashiya("entities", "import", "e.csv", "--library", registry)
    assert (second.code, "0 new, 1 changed, 1 the same: imported." in second.err) == (0, True)
    assert hashiya("entities", "show", "wikidata:Q9248", "--library", registry, "--json").json["id"] == "b"


@pytest.mark.parametrize("name", ["out.csv", "out.jsonld"])
def test_what_is_exported_is_the_same_when_it_comes_back(hashiya, registry, name):
    assert hashiya("entities", "export", "--out", name, "--library", registry, "--json").json["entities"] == 2
    plan = hashiya("entities", "import", name, "--library", registry, "--json").json
    assert (plan["same"], plan["new"], plan["changed"], plan["conflicts"]) == (2, [], [], [])


def test_merge_joins_what_is_said_of_both(hashiya, registry):
    done = hashiya("entities", "merge", "h", "باكو", "--library", registry, "--json")
    assert (done.json["entity"]["aliases"], done.json["entity"]["mentions"]) == (["=cmd", "باكو"], 1)
    assert done.json["conflicts"] == [{"field": "kind", "values": ["person", "place"]}]


WRONG = {
    "no such file": (["import", "nothing.csv"], "nothing.csv"),
    "broken table": (["import", "broken.csv"], "broken.csv: line 3: there is no name"),
    "broken JSON": (["import", "broken.jsonld"], "broken.jsonld: line 1: this is not JSON"),
    "wrong encoding": (["import", "old.csv"], "byte 6 is not utf-8"),
    "no such entity": (["show", "طنطا"], "no entity “طنطا”"),
    "a name of two": (["merge", "b", "مشترك"], "2 entities are called “مشترك”"),
    "no such folder": (["export", "--out", "nowhere/x.csv"], "x.csv"),
}


@pytest.mark.parametrize(("arguments", "says"), WRONG.values(), ids=WRONG.keys())
def test_wrong_input_is_told_and_changes_nothing(hashiya, registry, tmp_path, arguments, says):
    (tmp_path / "broken.csv").write_text("name,kind\nالقاهرة,place\n,person\n", encoding="utf-8")
    (tmp_path / "broken.jsonld").write_text("{", encoding="utf-8")
    (tmp_path / "old.csv").write_bytes("name\n\nباكو".encode("windows-1256"))
    with Library.open(registry) as opened:
        for identity in ("1", "2"):
            opened.apply(add_entity(opened, Entity(id=identity, name="مشترك")), author="x")
    done = hashiya("entities", *arguments, "--library", registry)

    assert (done.code, done.out) == (1, "")
    assert says in done.err
    with Library.open(registry) as opened:
        assert len(opened.entities.list()) == 4

# SPDX-License-Identifier: GPL-3.0-or-later
"""Versions of a text and tags without a place, told on the command line."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from builders import span_of

from reader.model.ids import TagId
from reader.store import Library
from reader.workspace import changing_text, edits

OLD = "زار الوزير مدينة باكو يوم الاثنين.\nوعاد منها في اليوم التالي.\n"


@pytest.fixture
def library_path(tmp_path):
    path = tmp_path / "library.hashiya"
    with Library.open(path) as library:
        document = library.texts.add(OLD, title="زيارة")
        spans = [span_of(OLD, "باكو"), span_of(OLD, "اليوم التالي")]
        text = library.texts.open(document.id)
        library.apply(edits.tag_spans(text, document.id, spans, TagId("place"), "x"), author="x")
        new = OLD.replace("مدينة باكو", "مدينة شوشة").replace("وعاد منها في اليوم التالي.\n", "")
        update = changing_text.update_text(library, document.id, new, "سلمى")
        library.apply(update.edit, author="سلمى")
    return path


def hashiya(library_path, *arguments):
    command = [sys.executable, "-m", "reader", "--library", str(library_path), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")


def test_versions_are_listed_with_their_figures(library_path):
    found = json.loads(hashiya(library_path, "versions", "زيارة", "--json").stdout)

    assert found["version"] == 2
    assert [(each["version"], each["origin"], each["author"]) for each in found["versions"]] == [
        (2, "update", "سلمى"),
        (1, "import", ""),
    ]
    assert hashiya(library_path, "versions", "زيارة").stdout.startswith("*    2")


def test_text_of_an_earlier_version_is_printed_as_it_was(library_path):
    assert hashiya(library_path, "versions", "زيارة", "--text", "1").stdout == OLD


def test_version_that_is_not_there_is_told(library_path):
    done = hashiya(library_path, "versions", "زيارة", "--text", "9")

    assert done.returncode == 1
    assert "version 9" in done.stderr


def test_tags_without_a_sure_place_are_listed(library_path):
    found = json.loads(hashiya(library_path, "review", "زيارة", "--json").stdout)

    assert (found["doubtful"] + found["orphans"], len(found["tags"])) == (2, 2)
    assert {each["quote"] for each in found["tags"]} == {"باكو", "اليوم التالي"}
    assert "orphan" in hashiya(library_path, "review", "زيارة").stdout


def test_tags_without_a_place_are_told_where_tags_are_listed(library_path):
    alone, of_one = hashiya(library_path, "tags"), hashiya(library_path, "tags", "زيارة")
    as_json = json.loads(hashiya(library_path, "tags", "--json").stdout)["documents"][0]

    assert "tags of it have no sure place: hashiya review" in alone.stderr
    assert "tags of it have no sure place: hashiya review" in of_one.stderr
    assert as_json["annotations"] + as_json["doubtful"] + as_json["orphans"] == 2
    assert as_json["orphans"] or as_json["doubtful"]


def test_an_export_tells_of_the_tags_that_are_not_in_it(library_path, tmp_path):
    out = tmp_path / "out.json"
    done = hashiya(library_path, "export", "زيارة", "--format", "json", "--out", str(out))

    assert done.returncode == 0
    assert "2 tags without a sure place" in done.stderr

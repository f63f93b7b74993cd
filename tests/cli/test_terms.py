# SPDX-License-Identifier: GPL-3.0-or-later
"""Term bases without a window: taken in, found in a text, written out."""

from __future__ import annotations

import pytest
from small_lexicon import install_tables

TABLE = "source,target,note\nشبكة,network,\nالجيل الخامس,fifth generation,5G\n"
TEXT = "WTDC-25 😀: وبالشبكات تعمل أجهزة الجِيلِ الخامس.\n"


@pytest.fixture
def termbase(hashiya, tmp_path):
    """A library with a term base of two terms."""
    (tmp_path / "terms.csv").write_text(TABLE, encoding="utf-8")
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    done = hashiya("termbase", "--library", "l.hashiya", "import", "terms.csv", "--into", "اتصالات")
    assert done.code == 0, done.err
    return lambda *arguments: hashiya(*arguments, "--library", "l.hashiya")


def test_terms_in_a_text_have_their_code_points_and_why_they_match(termbase):
    found = termbase("terms", "text.txt", "--json").json["terms"]
    assert [(each["text"], each["targets"]) for each in found] == [
        ("الشبكات", ["network"]),
        ("الجِيلِ الخامس", ["fifth generation"]),
    ]
    assert all(TEXT[each["start"] : each["end"]] == each["text"] for each in found)
    assert found[0]["why"] == ["و", "ب", "ات"]


def test_import_again_changes_nothing_and_says_so(termbase):
    done = termbase("termbase", "import", "terms.csv", "--into", "اتصالات", "--json")
    assert done.json == {"term_base": "اتصالات", "new": 0, "changed": 0, "same": 2}


def test_same_words_with_another_translation_are_joined(termbase, tmp_path):
    (tmp_path / "more.csv").write_text("source,target\nالشبكة,grid\n", encoding="utf-8")
    assert termbase("termbase", "import", "more.csv", "--into", "اتصالات", "--json").json["changed"] == 1
    found = termbase("terms", "text.txt", "--json").json["terms"]
    assert found[0]["targets"] == ["network", "grid"]


def test_dry_run_changes_nothing(termbase, tmp_path):
    (tmp_path / "more.csv").write_text("source,target\nوزير,minister\n", encoding="utf-8")
    done = termbase("termbase", "import", "more.csv", "--into", "اتصالات", "--dry-run", "--json")
    assert done.json["new"] == 1
    assert termbase("termbase", "--json").json["term_bases"][0]["terms"] == 2


@pytest.mark.parametrize("name", ["out.csv", "out.tsv", "out.xlsx", "out.tbx"])
def test_base_goes_out_and_comes_in_again(termbase, name):
    assert termbase("termbase", "export", "اتصالات", name).code == 0
    done = termbase("termbase", "import", name, "--into", "نسخة", "--json")
    assert done.json["new"] == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("export", "none", "out.csv"), "none"),
        (("export", "اتصالات", "out.zzz"), "out.zzz"),
        (("import", "text.txt", "--into", "x", "--format", "tbx"), "text.txt"),
    ],
)
def test_failure_is_told_with_its_cause(termbase, arguments, said):
    done = termbase("termbase", *arguments)
    assert done.code != 0
    assert said in done.err
    assert len(termbase("termbase", "--json").json["term_bases"]) == 1


def test_broken_plural_is_found_by_its_lemma_and_the_first_time_too(hashiya, environment, termbase, tmp_path):
    install_tables(tmp_path / "site")
    (tmp_path / "books.csv").write_text("source,target\nكتاب,volume\n", encoding="utf-8")
    (tmp_path / "books.txt").write_text("😀 WTDC-25: كُتُب قديمة.\n", encoding="utf-8")
    assert termbase("termbase", "import", "books.csv", "--into", "كتب").code == 0
    more = {"PYTHONPATH": f"{tmp_path / 'site'}:{environment['PYTHONPATH']}"}
    done = hashiya("terms", "books.txt", "--library", "l.hashiya", "--json", more=more)
    assert [(each["text"], each["targets"], each["why"]) for each in done.json["terms"]] == [
        ("كُتُب", ["volume"], ["كِتاب"])
    ]

# SPDX-License-Identifier: GPL-3.0-or-later
"""Export, import and the list of formats on the command line."""

from __future__ import annotations

import zipfile

import pytest


def test_the_list_of_formats_says_what_each_does_not_keep(hashiya):
    listed = {each["name"]: each for each in hashiya("formats", "--json").json}

    assert listed["bundle"]["loses"] == []
    assert "relations" in listed["csv"]["loses"]
    assert all(name in hashiya("formats").out for name in listed)


def test_what_is_lost_is_counted_before_it_is_written(hashiya, tagged, tmp_path):
    done = hashiya("export", "--library", tagged, "--all", "--out", tmp_path / "tags.csv")

    assert "3 annotations written" in done.err
    assert (tmp_path / "tags.csv").read_text("utf-8").count("\n") == 4


def test_what_is_lost_is_said_in_words(hashiya, tagged, tmp_path):
    done = hashiya("export", "--library", tagged, "--all", "--tag", "place", "--out", tmp_path / "tags.conll")
    refused = hashiya("export", "--library", tagged, "--all", "--no-text", "--out", tmp_path / "none.conllu")

    assert done.code == 0
    assert refused.code == 1
    assert "without the text" in refused.err
    assert not (tmp_path / "none.conllu").exists()


def test_several_documents_of_one_each_become_a_zip_file(hashiya, tagged, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("نص آخر قصير", encoding="utf-8")
    hashiya("import", "--library", tagged, other)
    out = tmp_path / "all.zip"

    assert hashiya("export", "--library", tagged, "--all", "--format", "json", "--out", out).code == 0

    with zipfile.ZipFile(out) as archive:
        assert len(archive.namelist()) == 2
        assert all(name.endswith(".json") for name in archive.namelist())


@pytest.mark.parametrize("name", ["out.json", "out.hashiya-bundle"])
def test_what_was_exported_comes_into_another_library(hashiya, tagged, tmp_path, name):
    out, other = tmp_path / name, tmp_path / "other.hashiya"
    hashiya("export", "--library", tagged, "--all", "--out", out)
    hashiya("import", "--library", other, _text(tmp_path))

    told = hashiya("import-annotations", "--library", other, out, "--json")

    assert (told.code, told.json["annotations"], told.json["left_out"]) == (0, 3, 0)
    again = hashiya("import-annotations", "--library", other, out, "--json")
    assert (again.json["annotations"], again.json["already_there"]) == (0, 3)


def test_a_dry_run_changes_nothing(hashiya, tagged, tmp_path):
    out, other = tmp_path / "out.json", tmp_path / "other.hashiya"
    hashiya("export", "--library", tagged, "--all", "--out", out)
    hashiya("import", "--library", other, _text(tmp_path))
    before = hashiya("doctor", "--library", other, "--json").json

    assert hashiya("import-annotations", "--library", other, out, "--dry-run", "--json").json["annotations"] == 3
    assert hashiya("doctor", "--library", other, "--json").json == before


def test_something_left_out_has_an_exit_code_of_its_own(hashiya, tagged, tmp_path):
    file = tmp_path / "tags.csv"
    file.write_text("start,end,tag\n0,999999,place\n", encoding="utf-8")

    done = hashiya("import-annotations", "--library", tagged, file, "--document", "no such document")
    assert done.code == 1

    done = hashiya("import-annotations", "--library", tagged, file)
    assert (done.code, "--document" in done.err) == (3, True)


def _text(tmp_path):
    path = tmp_path / "text.txt"
    path.write_text("نص لمكتبة أخرى", encoding="utf-8")
    return path


def test_a_tag_of_the_file_can_be_said_to_be_one_of_the_library(hashiya, tagged, tmp_path):
    file, other = tmp_path / "tags.csv", tmp_path / "other.hashiya"
    text = _text(tmp_path)
    hashiya("import", "--library", other, text)
    file.write_text("start,end,tag\n0,2,Stadt\n0,3,Unsinn\n", encoding="utf-8")
    options = ("--document", text, "--map", "stadt=place", "--map", "Unsinn=")

    told = hashiya("import-annotations", "--library", other, file, *options, "--json")

    assert (told.json["annotations"], told.json["left_out"], told.json["new_tags"]) == (1, 1, [])
    again = hashiya("import-annotations", "--library", other, file, *options, "--json")
    assert (again.json["annotations"], again.json["already_there"]) == (0, 1)
    assert hashiya("import-annotations", "--library", other, file, "--map", "Stadt=nothing").code == 1
    assert hashiya("import-annotations", "--library", other, file, "--map", "Stadt").code == 2

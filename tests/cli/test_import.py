# SPDX-License-Identifier: GPL-3.0-or-later
"""hashiya import and hashiya outline: every format, the same report, exit codes a script can use."""

import json

import pytest

from tests.fuzz import seeds_light as light


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "ملفات"
    path.mkdir()
    (path / "a.md").write_text(light.MARKDOWN, encoding="utf-8")
    (path / "b.csv").write_text(light.CSV, encoding="utf-8")
    return path


@pytest.fixture
def new(tmp_path):
    return tmp_path / "new.hashiya"


def test_a_folder_comes_in_and_a_summary_is_told(hashiya, folder, new):
    done = hashiya("import", "--library", new, folder)

    assert done.code == 0
    assert len(done.out.splitlines()) == 3
    assert "2 files: 3 documents imported, 0 brought up to date, 0 already there, 0 files skipped." in done.err
    assert "1 pictures are not kept" in done.err


def test_the_report_as_json_tells_each_document(hashiya, folder, new):
    report = hashiya("import", "--library", new, folder, "--json").json

    assert [(one["title"], one["part"], one["format"], one["outcome"]) for one in report["imported"]] == [
        ("عنوان", "", "markdown", "imported"), ("عنوان", "2", "table", "imported"), ("آخر", "3", "table", "imported"),
    ]  # fmt: skip
    assert (report["failed"], report["files"]) == ([], 2)
    assert report["imported"][0]["notices"][0]["kind"] == "dropped-images"


def test_one_that_fails_makes_the_exit_code_one(hashiya, folder, new):
    (folder / "c.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(9))

    done = hashiya("import", "--library", new, folder, "--json")

    assert done.code == 1
    assert [one["error"] for one in done.json["failed"]] == ["FormatNotRead"]
    assert len(done.json["imported"]) == 3


def test_an_empty_folder_is_no_success(hashiya, tmp_path, new):
    (tmp_path / "empty").mkdir()

    assert hashiya("import", "--library", new, tmp_path / "empty").code == 1


def test_columns_are_named(hashiya, folder, new):
    done = hashiya(
        "import", "--library", new, folder / "b.csv", "--column", "text=author", "--column", "title=1", "--json"
    )

    assert [one["title"] for one in done.json["imported"]] == ["عنوان", "آخر"]
    assert [one["length"] for one in done.json["imported"]] == [3, 4]


@pytest.mark.parametrize(
    "options",
    [["--as", "klingon"], ["--column", "title=x"], ["--column", "text"], ["--column", "colour=red"]],
)
def test_wrong_options_end_with_two(hashiya, folder, new, options):
    assert hashiya("import", "--library", new, folder, *options).code == 2
    assert not new.exists()


def test_a_file_is_read_as_one_says(hashiya, folder, new):
    (one,) = hashiya("import", "--library", new, folder / "a.md", "--as", "text", "--json").json["imported"]

    assert (one["format"], one["length"]) == ("text", len(light.MARKDOWN))


def test_the_same_text_again_when_asked(hashiya, folder, new):
    first = hashiya("import", "--library", new, folder / "a.md", "--json").json["imported"][0]
    again = hashiya("import", "--library", new, folder / "a.md", "--again", "--json").json["imported"][0]

    assert first["document"] != again["document"]
    assert again["outcome"] == "imported"


def test_lines_are_joined_when_asked(hashiya, tmp_path, new):
    wrapped = "هذا سطر من نص كسرت أسطره عند عرض معين\nفلا ينتهي سطر منه بنهاية جملة إلا قليلا\nوهكذا كلام.\n\nفقرة\n"
    (tmp_path / "a.txt").write_text(wrapped, encoding="utf-8")

    done = hashiya("import", "--library", new, tmp_path / "a.txt", "--rejoin")

    assert done.code == 0
    assert "2 hard-wrapped lines were joined" in done.err


def test_formats_are_listed(hashiya):
    formats = hashiya("import", "--list-formats", "--json").json["formats"]

    assert {"format": "subtitles", "suffixes": [".srt", ".vtt"]} in formats
    assert "docx" in hashiya("import", "--list-formats").out


def test_names_of_files_reach_the_terminal_without_controls(hashiya, folder, new):
    (folder / "a\x1b[31m\u202e.png").write_bytes(b"\x89PNG\r\n\x1a\n")

    done = hashiya("import", "--library", new, folder)

    assert "\x1b" not in done.err + done.out
    assert "\u202e" not in done.err + done.out


def test_the_outline_of_a_file_and_of_its_document_is_the_same(hashiya, tmp_path, new):
    (tmp_path / "book").write_text(light.OPENITI, encoding="utf-8")
    of_file = hashiya("outline", tmp_path / "book", "--json").json
    hashiya("import", "--library", new, tmp_path / "book")
    of_document = hashiya("outline", "--library", new, "البيان", "--json").json

    assert of_file["outline"] == [{"kind": "heading", "level": 1, "start": 0, "text": "باب", "page": "1/1"}]
    assert of_document | {"document": None} == of_file


def test_any_format_can_be_shown(hashiya, tmp_path):
    (tmp_path / "a.jsonl").write_text(json.dumps({"title": "ع", "text": "نص أول"}), encoding="utf-8")

    shown = hashiya("show", tmp_path / "a.jsonl", "--json").json

    assert [one["text"] for one in shown["paragraphs"]] == ["نص أول"]

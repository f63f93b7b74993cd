# SPDX-License-Identifier: GPL-3.0-or-later
"""``hashiya recognise`` with a format: what is found, printed, with nothing kept."""

import json

import pytest

from reader.recognisers import recognise
from reader.store import Library

FIELDS = ["start", "end", "text", "tag", "confidence", "reason", "value", "entity"]
TEXTS = {
    "plain": "زار محمود درويش مدينة باكو في 5 مايو 2020.",
    "vocalised": "زَارَ مَحْمُودُ دَرْوِيشٍ مَدِينَةَ بَاكُو فِي 5 مَايُو 2020.",
    "mixed": "WTDC-25: زار محمود درويش (Mahmoud Darwish) باكو في 5 مايو 2020.",
    "astral": "😀 زار محمود درويش 𞸀 باكو 👩‍🚀 في 5 مايو 2020.",
}


@pytest.fixture
def files(tmp_path):
    """Five texts, each with its own number."""
    paths = []
    for number in range(5):
        path = tmp_path / f"text {number}.txt"
        path.write_text(
            f"وصل {number + 3} وزراء إلى باكو في {number + 3} مايو 2020.\n" * (6 - number), encoding="utf-8"
        )
        paths.append(path)
    return paths


@pytest.mark.parametrize("kind", TEXTS)
def test_json_is_a_list_of_what_the_recognisers_find(hashiya, tmp_path, kind):
    path = tmp_path / "text.txt"
    path.write_text(TEXTS[kind], encoding="utf-8")
    found = hashiya("recognise", path, "--json").json

    assert [list(each) for each in found] == [FIELDS] * len(found)
    assert [(each["start"], each["end"], each["text"], each["tag"]) for each in found] == [
        (each.span.start, each.span.end, each.quote, each.tag_id) for each in recognise(TEXTS[kind])
    ]
    assert all(TEXTS[kind][each["start"] : each["end"]] == each["text"] for each in found)


def test_values_are_normalised(hashiya, tmp_path):
    path = tmp_path / "text.txt"
    path.write_text(TEXTS["plain"], encoding="utf-8")
    assert [each["value"] for each in hashiya("recognise", path, "--json").json if each["tag"] == "date"] == [
        "2020-05-05"
    ]


def test_json_lines_name_the_file(hashiya, files):
    lines = [json.loads(line) for line in hashiya("recognise", *files, "--jsonl").out.splitlines()]

    assert [list(each) for each in lines] == [["file", *FIELDS]] * len(lines)
    assert list(dict.fromkeys(each["file"] for each in lines)) == [str(path) for path in files]


def test_json_of_several_files_is_a_list_of_files(hashiya, files):
    read = hashiya("recognise", *files, "--json").json

    assert [each["file"] for each in read] == [str(path) for path in files]
    assert all(list(each["suggestions"][0]) == FIELDS for each in read)


def test_columns_have_a_token_a_line_and_the_names_last(hashiya, tmp_path):
    path = tmp_path / "text.txt"
    path.write_text("قال الوزير أحمد درويش كلمة في باكو.\nعاد أمس.", encoding="utf-8")
    lines = hashiya("recognise", path, "--conll").out.split("\n")
    rows = [line.split("\t") for line in lines if line]

    assert {len(row) for row in rows} == {6}
    labels = {row[0]: row[-1] for row in rows}
    assert (labels["أحمد"], labels["درويش"], labels["باكو"], labels["كلمة"]) == ("B-PER", "I-PER", "B-LOC", "O")
    assert next(row[4] for row in rows if row[0] == "الوزير") == "B-ROLE"
    assert next(row[1] for row in rows if row[0] == "أمس") == "B-DATE"
    assert lines.index("") == [row[0] for row in rows].index(".") + 1


def test_columns_of_several_files_are_parted(hashiya, files):
    out = hashiya("recognise", *files, "--conll").out
    assert out.count("-DOCSTART-") == len(files)


@pytest.mark.parametrize("form", ["--json", "--jsonl", "--conll"])
def test_several_processes_give_the_same_in_the_same_order(hashiya, files, form):
    alone = hashiya("recognise", *files, form)
    together = hashiya("recognise", *files, form, "--jobs", 3)

    assert (together.code, together.out, together.err) == (0, alone.out, "")


@pytest.mark.parametrize("form", ["--json", "--jsonl", "--conll"])
def test_a_text_without_names_has_nothing(hashiya, tmp_path, form):
    path = tmp_path / "text.txt"
    path.write_text("كلمة", encoding="utf-8")
    done = hashiya("recognise", path, form)

    nothing = {"--json": "[]\n", "--jsonl": "", "--conll": "كلمة\tO\tO\tO\tO\tO\n\n"}
    assert (done.code, done.out) == (0, nothing[form])


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_file_that_cannot_be_read_does_not_keep_the_others_back(hashiya, files, tmp_path, jobs):
    missing = tmp_path / "missing.txt"
    done = hashiya("recognise", files[0], missing, files[1], "--json", "--jobs", jobs)

    assert done.code == 1
    assert [bool(each["suggestions"]) for each in done.json] == [True, False, True]
    assert "missing.txt" in done.json[1]["error"]
    assert done.err.count("\n") == 1


def test_a_file_that_cannot_be_read_gives_an_empty_list_and_a_sentence(hashiya, tmp_path):
    binary = tmp_path / "binary"
    binary.write_bytes(b"\x7fELF\x00\x01\x02\x03" * 40)
    done = hashiya("recognise", binary, "--json")

    assert (done.code, done.json) == (1, [])
    assert str(binary) in done.err


def test_printing_makes_no_library(hashiya, article, tmp_path):
    assert hashiya("recognise", article, "--jsonl").code == 0
    assert list(tmp_path.rglob("*.hashiya")) == []


def test_printing_keeps_nothing_in_a_library_that_is_named(hashiya, library, article):
    with Library.open(library) as opened:
        (document,) = opened.documents.list()
        before = opened.suggestions.counts(document.id)
    assert hashiya("recognise", "--library", library, article, "--json").json
    with Library.open(library) as opened:
        assert opened.suggestions.counts(document.id) == before


def test_a_document_of_the_library_is_read_by_its_title(hashiya, library):
    title = hashiya("tags", "--library", library, "--json").json["documents"][0]["title"]
    assert hashiya("recognise", "--library", library, title, "--json").json


def test_window_and_command_line_find_the_same(hashiya, library, article):
    printed = hashiya("recognise", article, "--json").json
    hashiya("recognise", "--library", library, article)
    with Library.open(library) as opened:
        (document,) = opened.documents.list()
        kept = opened.suggestions.counts(document.id)
    assert sum(kept.values()) == len(printed)


@pytest.mark.parametrize("arguments", [["--json", "--jobs", "0"], ["--jsonl", "--keep"], ["--jobs", "2"]])
def test_arguments_that_do_not_go_together_are_refused(hashiya, article, arguments):
    done = hashiya("recognise", article, *arguments)
    assert done.code == 2
    assert done.out == ""


def test_a_library_that_is_named_and_missing_is_told(hashiya, article, tmp_path):
    done = hashiya("recognise", article, "--json", "--library", tmp_path / "none.hashiya")
    assert done.code == 1
    assert "there is no library here" in done.err


def test_a_text_of_many_chunks_has_offsets_of_the_whole(hashiya, tmp_path):
    text = "وصل الوفد إلى باكو في 5 مايو 2020 مع 40 وزيرا.\n" * 4_000
    path = tmp_path / "long.txt"
    path.write_text(text, encoding="utf-8")
    lines = [json.loads(line) for line in hashiya("recognise", path, "--jsonl").out.splitlines()]

    assert all(text[each["start"] : each["end"]] == each["text"] for each in lines)
    assert len(lines) >= 12_000

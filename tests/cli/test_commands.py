# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands work together: a file in, what is tagged in it out, and every wrong line of command refused."""

import csv
import io
import json
import os
import subprocess
import sys
import time
import unicodedata

import pytest
from builders import annotation

from reader.model.edit import Edit, RecordChange
from reader.store import Library
from reader.text.spans import Span

TITLE = "مؤتمر الاتصالات في باكو"


@pytest.fixture
def text(article):
    return article.read_text(encoding="utf-8")


def test_help_names_every_command(hashiya):
    out = hashiya("--help").out

    assert all(f"\n  {name} " in out for name in ("show", "tags", "import", "recognise", "export", "backup", "doctor"))


@pytest.mark.parametrize("command", ["show", "tags", "import", "recognise", "export", "backup", "doctor"])
def test_every_command_has_help_a_library_and_json(hashiya, command):
    done = hashiya(command, "--help")

    assert (done.code, done.err) == (0, "")
    assert "--library" in done.out
    assert "--json" in done.out


@pytest.mark.parametrize(
    "line",
    [
        ["nonsense"],
        ["show"],
        ["import"],
        ["export"],
        ["backup"],
        ["show", "--width", "wide", "x"],
        ["show", "--width", "2", "x"],
        ["show", "--nonsense"],
        ["export", "x", "--format", "pdf"],
        ["export", "x", "--json"],
        ["--nonsense"],
    ],
)
def test_a_wrong_command_line_ends_with_two(hashiya, line):
    done = hashiya(*line)

    assert (done.code, done.out) == (2, "")
    assert "Usage: hashiya" in done.err


def test_help_comes_at_once(environment):
    """With a bare interpreter as measure, for machines differ."""

    def seconds(*arguments):
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], env=environment, check=True, capture_output=True)
        return time.perf_counter() - start

    bare = min(seconds("-c", "pass") for _ in range(5))
    ours = min(seconds("-m", "reader", "--help") for _ in range(5))
    assert ours - bare < 0.25


def test_help_loads_neither_qt_nor_sqlite_nor_numpy(environment):
    script = (
        "import sys; from reader.cli import Window, run\n"
        "run(['--help'], Window(open=None, save_picture=None, has_display=None))\n"
        "print(sorted({'PySide6', 'sqlite3', 'pysqlite3', 'numpy', 'sqlite_utils'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], env=environment, check=True, capture_output=True, text=True)

    assert done.stdout.endswith("[]\n")


def test_import_tells_what_the_library_has_now(hashiya, article, tmp_path):
    first = hashiya("import", "--library", tmp_path / "new.hashiya", article, "--json").json["imported"][0]
    again = hashiya("import", "--library", tmp_path / "new.hashiya", article, "--json").json["imported"][0]

    assert (first["file"], first["title"], first["already_there"]) == (str(article), TITLE, False)
    assert again == first | {"already_there": True, "outcome": "already-there"}


def test_the_library_can_be_named_before_the_command(hashiya, library):
    assert hashiya("--library", library, "tags", "--json").json == hashiya("tags", "--library", library, "--json").json


def test_the_own_library_lies_in_the_data_folder(hashiya, article, tmp_path):
    hashiya("import", article)

    assert (tmp_path / "data" / "hashiya" / "library.hashiya").exists()
    assert hashiya("tags", "--json").json["documents"][0]["title"] == TITLE


def test_without_any_library_there_are_no_documents_but_tags(hashiya):
    done = hashiya("tags", "--json")

    assert (done.code, done.json["library"], done.json["documents"]) == (0, None, [])
    assert [each["id"] for each in done.json["tags"]][:3] == ["person", "role", "organisation"]


def test_tags_lists_documents_and_counts(hashiya, tagged):
    found = hashiya("tags", "--library", tagged, "--json").json

    assert [(each["title"], each["annotations"]) for each in found["documents"]] == [(TITLE, 3)]
    assert {each["id"]: each["annotations"] for each in found["tags"] if each["annotations"]} == {
        "person": 1,
        "role": 1,
        "term": 1,
    }


@pytest.mark.parametrize("by", ["file", "title", "id", "beginning"])
def test_tags_of_a_document_by_any_of_its_names(hashiya, tagged, article, text, by):
    with Library.open(tagged) as opened:
        identity = opened.documents.list()[0].id
    name = {"file": article, "title": TITLE, "id": identity, "beginning": identity[:8]}[by]

    found = hashiya("tags", "--library", tagged, name, "--json").json

    assert [each["tag"] for each in found["annotations"]] == ["person", "role", "term"]
    assert all(text[each["start"] : each["end"]] == each["quote"] for each in found["annotations"])


def test_a_title_is_found_in_every_locale(hashiya, tagged):
    locale = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"}

    assert hashiya("tags", "--library", tagged, TITLE, "--json", more=locale).json["title"] == TITLE


def test_suggestions_are_listed_beside_tags_never_twice(hashiya, tagged):
    found = hashiya("tags", "--library", tagged, TITLE, "--suggestions", "--json").json["annotations"]

    assert {each["kind"] for each in found} == {"annotation", "suggestion"}
    places = [(each["start"], each["end"], each["tag"]) for each in found]
    assert len(set(places)) == len(places)


def test_a_text_the_library_lacks_has_no_tags_and_that_is_told(hashiya, article):
    done = hashiya("tags", article)

    assert (done.code, done.out) == (0, "")
    assert "the library does not have this text" in done.err


def test_show_knows_the_tags_of_a_file_the_library_has(hashiya, tagged, article):
    found = hashiya("show", "--library", tagged, article, "--no-recognise", "--json").json["entities"]

    assert [(each["kind"], each["tag"]) for each in found] == [
        ("annotation", "person"),
        ("annotation", "role"),
        ("annotation", "term"),
    ]


def test_recognise_keeps_what_it_found(hashiya, library):
    done = hashiya("recognise", "--library", library, TITLE, "--keep", "--json")

    with Library.open(library) as opened:
        (document,) = opened.documents.list()
        assert sum(opened.suggestions.counts(document.id).values()) == done.json["recognised"][0]["suggestions"] > 0


def test_recognise_takes_a_new_file_in_first(hashiya, tmp_path, article):
    done = hashiya("recognise", "--library", tmp_path / "new.hashiya", article, "--keep", "--json")

    assert done.json["recognised"][0]["title"] == TITLE


@pytest.mark.parametrize("form", ["json", "csv", "web-annotation"])
def test_export_writes_a_file_or_the_output_alike(hashiya, tagged, tmp_path, form):
    out = tmp_path / "out"
    told = hashiya("export", "--library", tagged, TITLE, "--format", form, "--out", out, "--json")

    assert (told.json["annotations"], told.json["out"]) == (3, str(out))
    assert hashiya("export", "--library", tagged, TITLE, "--format", form).out.encode() == out.read_bytes()


def test_export_as_json_is_the_whole_document(hashiya, tagged, text):
    found = hashiya("export", "--library", tagged, TITLE).json

    assert found["text"] == text
    assert [text[each["start"] : each["end"]] for each in found["annotations"]] == [
        "الدكتور ستار هاشمي",
        "الدكتور",
        "😀 𞸀",
    ]


def test_export_for_spreadsheets_runs_no_formula(hashiya, tagged):
    out = hashiya("export", "--library", tagged, TITLE, "--format", "csv", "--for-spreadsheets").out

    assert next(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))["note"] == "'=ملاحظة"


def test_export_without_a_library_says_so(hashiya, article):
    done = hashiya("export", article)

    assert done.code == 1
    assert "there is no library here" in done.err


def test_backup_makes_a_library_like_the_one_it_copies(hashiya, tagged, tmp_path):
    copy = tmp_path / "copy.hashiya"
    done = hashiya("backup", "--library", tagged, copy, "--json")

    assert done.code == 0
    assert done.json == {"library": str(tagged), "backup": str(copy), "bytes": copy.stat().st_size, "documents": 1}
    assert hashiya("export", "--library", copy, TITLE).out == hashiya("export", "--library", tagged, TITLE).out


def test_a_backup_that_cannot_be_made_leaves_the_older_one(hashiya, tagged, tmp_path):
    other = tmp_path / "notes.txt"
    other.write_text("my notes", encoding="utf-8")

    done = hashiya("backup", "--library", tagged, other)

    assert done.code == 1
    assert "the backup was not made" in done.err
    assert other.read_text(encoding="utf-8") == "my notes"


def test_doctor_finds_nothing_wrong_with_a_good_library(hashiya, tagged):
    done = hashiya("doctor", "--library", tagged, "--json")

    assert [each for each in done.json["checks"] if not each["fine"]] == []
    assert (done.code, done.json["fine"], done.json["library"]["problems"]) == (0, True, [])
    assert done.json["library"]["counts"]["annotations"] == 3


def test_doctor_finds_a_changed_letter(hashiya, tagged):
    raw = tagged.read_bytes()
    tagged.write_bytes(
        raw.replace("بحر قزوين".encode(), b"") if b"Caspian" not in raw else raw.replace(b"Caspian", b"caspian")
    )

    done = hashiya("doctor", "--library", tagged)

    assert done.code == 1
    assert "BAD  library" in done.out
    assert hashiya("doctor", "--library", tagged, "--json").json["fine"] is False


@pytest.mark.parametrize("line", [["tags"], ["tags", TITLE], ["doctor"], ["import", "ARTICLE"], ["recognise", TITLE]])
def test_every_listing_is_readable_text_without_commands_to_the_terminal(hashiya, tagged, article, line):
    done = hashiya(*[article if each == "ARTICLE" else each for each in line], "--library", tagged)

    assert done.code == 0
    assert TITLE in done.out or line == ["doctor"] or "الدكتور" in done.out
    assert "\x1b" not in done.out


def test_a_note_cannot_speak_to_the_terminal(hashiya, library):
    with Library.open(library) as opened:
        (document,) = opened.documents.list()
        made = annotation(document.id, Span(0, 5), "term", quote="مؤتمر", note="\x1b]0;title\x07 سطر\nآخر")
        change = RecordChange(None, made)
        opened.apply(Edit(name="add-annotation", document_id=document.id, changes=(change,)), author="test")

    out = hashiya("tags", "--library", library, TITLE).out

    assert "␛]0;title␇ سطر␊آخر" in out


def test_without_a_display_the_article_is_printed_and_the_window_drawn(hashiya, article, tmp_path, environment):
    if "DISPLAY" in environment or sys.platform != "linux":
        pytest.skip("there is a display")
    done = hashiya("window", article, "--picture", tmp_path / "page.png")

    assert "there is no display" in done.err
    assert "WTDC-25" in done.out
    assert done.code == 0
    assert (tmp_path / "page.png").read_bytes().startswith(b"\x89PNG")


def test_json_of_commands_that_list_is_one_object(hashiya, tagged):
    for line in (["tags"], ["tags", TITLE], ["show", TITLE], ["doctor"], ["recognise", TITLE, "--keep"]):
        assert isinstance(json.loads(hashiya(*line, "--library", tagged, "--json").out), dict)


@pytest.mark.parametrize(("more", "shown"), [({}, "وكاب يف"), ({"HASHIYA_TERMINAL_ORDERS": "1"}, "في باكو")])
def test_a_terminal_gets_titles_in_visual_order_unless_it_orders_itself(tagged, environment, more, shown):
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "reader", "tags", "--library", str(tagged)]
    with subprocess.Popen(command, stdout=theirs, env=environment | more) as process:
        os.close(theirs)
        with open(ours, "rb", buffering=0) as terminal:  # noqa: PTH123 - a descriptor
            raw = terminal.read(100_000)
        process.wait()

    assert shown in unicodedata.normalize("NFKC", raw.decode())


def test_every_command_is_known_where_the_program_begins() -> None:
    from reader.__main__ import COMMANDS
    from reader.cli.commands import hashiya

    assert sorted(hashiya.commands) == sorted(COMMANDS)

# SPDX-License-Identifier: GPL-3.0-or-later
"""``hashiya show`` prints an article in order, with its entities, in any locale, to any reader."""

import json
import os
import re
import subprocess
import sys
import unicodedata

import pytest

RED = re.compile("\x1b\\[[0-9;]*m")


def letters(text):
    """Presentation forms as the letters they are; a ligature as its letters in visual order, from left to right."""
    return "".join(unicodedata.normalize("NFKC", char)[::-1] if "\ufb50" <= char <= "\ufeff" else char for char in text)


def test_lines_are_ordered_and_stand_at_the_right_edge(hashiya, article):
    done = hashiya("show", article, "--width", 60, "--no-recognise")

    lines = letters(done.out).splitlines()
    assert (done.code, done.err) == (0, "")
    assert lines[0].strip() == "وكاب يف تالاصتالا رمتؤم"
    assert len(done.out.splitlines()[0]) == 60
    assert " ".join(lines[2].split()) == "17 نينثإلا موي وكاب ىلإ يمشاه راتس روتكدلا تالاصتالا ريزو لصو"
    assert "WTDC-25 رمتؤم" in letters(done.out)
    assert lines[-1] == "The city of Baku lies on the Caspian Sea."


def test_marks_are_kept(hashiya, article):
    shown = hashiya("show", article, "--no-recognise").out
    written = article.read_text(encoding="utf-8")

    assert written.count("\u064e") > 5
    assert [shown.count(chr(mark)) for mark in range(0x64B, 0x653)] == [
        written.count(chr(mark)) for mark in range(0x64B, 0x653)
    ]


def test_no_line_is_longer_than_asked_for(hashiya, article):
    out = hashiya("show", article, "--width", 32, "--no-recognise").out

    widths = [sum(unicodedata.category(char) != "Mn" for char in line) for line in out.splitlines()]
    assert max(widths) <= 32


def test_entities_are_coloured_where_colours_are_asked_for_and_told_below(hashiya, article):
    done = hashiya("show", article, "--colour")

    assert "\x1b[38;5;" in done.out
    assert RED.sub("", done.out) == hashiya("show", article).out
    assert re.search(r"Place\S* \d", done.out.splitlines()[-1])


def test_there_is_no_colour_where_nobody_sees_it(hashiya, article):
    assert "\x1b" not in hashiya("show", article).out


def test_a_terminal_that_orders_text_gets_the_text_as_it_is(hashiya, article):
    out = hashiya("show", article, "--terminal-orders", "--no-recognise").out

    assert out == article.read_text(encoding="utf-8")


def test_json_tells_paragraphs_and_entities_with_offsets_in_code_points(hashiya, article):
    found = hashiya("show", article, "--json").json
    text = article.read_text(encoding="utf-8")

    assert found["title"] == "مؤتمر الاتصالات في باكو"
    assert (found["length"], found["direction"], found["encoding"]) == (len(text), "rtl", "utf-8")
    assert all(text[each["start"] : each["end"]] == each["text"] for each in found["paragraphs"])
    assert found["paragraphs"][-1]["direction"] == "ltr"
    assert found["entities"]
    assert all(text[each["start"] : each["end"]] == each["quote"] for each in found["entities"])
    assert {each["kind"] for each in found["entities"]} == {"suggestion"}


@pytest.mark.parametrize(
    "locale",
    [
        {"LANG": "C", "LC_ALL": "C"},
        {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1:replace"},
        {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"},
    ],
)
def test_output_is_utf8_in_every_locale(hashiya, article, locale):
    done = hashiya("show", article, "--no-recognise", more=locale)

    assert (done.code, done.err) == (0, "")
    assert done.out == hashiya("show", article, "--no-recognise").out


def test_a_reader_that_goes_away_is_no_trouble(tmp_path, environment):
    path = tmp_path / "long.txt"
    path.write_text("سطر طويل من النص العربي يتكرر\n" * 100_000, encoding="utf-8")
    command = [sys.executable, "-m", "reader", "show", str(path), "--no-recognise"]

    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as process:
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()
        code = process.wait(60)

    assert (code, said) == (0, b"")


def test_a_full_disk_behind_the_output_is_told(article, environment):
    command = [sys.executable, "-m", "reader", "show", str(article), "--no-recognise"]
    with open("/dev/full", "w") as full:  # noqa: PTH123
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, env=environment, check=False)

    assert done.returncode == 1
    assert b"cannot be written" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_text_cannot_speak_to_the_terminal(hashiya, tmp_path):
    path = tmp_path / "nasty.txt"
    path.write_text("سلام \x1b[31m أحمر \x1b]0;title\x07 نص\n" + "سطر آخر من نص عادي\n" * 20, encoding="utf-8")

    for options in (["--no-colour"], ["--terminal-orders", "--no-colour"], ["--json"]):
        out = hashiya("show", path, *options).out
        assert not any(unicodedata.category(char) == "Cc" and char != "\n" for char in out)


def test_a_file_name_cannot_speak_to_the_terminal(hashiya, tmp_path):
    done = hashiya("show", tmp_path / "no\x1b[31m.txt")

    assert done.code == 1
    assert "no␛[31m.txt" in done.err


def test_a_file_name_that_is_not_utf8_is_shown_and_escaped(hashiya, tmp_path):
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(path, "wb") as opened:  # noqa: PTH123
        opened.write("نص قصير".encode())

    done = hashiya("show", os.fsdecode(path), "--json", "--no-recognise")

    assert done.code == 0
    assert json.loads(done.out)["path"].endswith("caf\udce9.txt")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1256", "iso-8859-6"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_files_of_every_encoding_look_the_same(hashiya, tmp_path, encoding, end):
    lines = ["قال الوزير إن المدينة الجديدة ستفتح أبوابها", "", "ثم عاد إلى مكتبه في العاصمة"]
    path = tmp_path / "text.txt"
    path.write_bytes(end.join(lines).encode(encoding))

    found = hashiya("show", path, "--json", "--no-recognise").json

    assert [each["text"] for each in found["paragraphs"]] == lines


def test_an_encoding_can_be_named(hashiya, tmp_path):
    path = tmp_path / "text.txt"
    path.write_bytes("نص".encode("iso-8859-6"))

    assert hashiya("show", path, "--encoding", "iso-8859-6", "--json").json["paragraphs"][0]["text"] == "نص"
    assert hashiya("show", path, "--encoding", "klingon").code == 1

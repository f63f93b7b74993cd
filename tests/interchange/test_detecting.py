# SPDX-License-Identifier: GPL-3.0-or-later
"""A file of annotations is known by its content, whatever it is called."""

from __future__ import annotations

import io

import pytest
from interchange.nasty import TEXTS, content_of

from reader.errors import FormatUnavailable
from reader.interchange import FORMATS, Feature, Options
from reader.interchange.detecting import detect_annotations

SAME_FILE = {"tei-inline": "tei", "xlsx": None, "spacy-docbin": None}
"""Both kinds of TEI are read by either; a workbook and a packed DocBin look as others do."""
READ_BACK = [name for name, form in FORMATS.items() if form.is_read and form.is_written]


@pytest.mark.parametrize("text_name", ["mixed", "vocalised", "astral", "markup", "joiners"])
@pytest.mark.parametrize("name", READ_BACK)
def test_what_we_write_is_known_under_a_wrong_name(name, text_name, tmp_path):
    form, path = FORMATS[name], tmp_path / "نتيجة.dat"
    stream = io.BytesIO()
    keeps_all = {Feature.OVERLAPS, Feature.PARTS, Feature.LINES} <= form.keeps
    try:
        form.write([content_of(text_name, overlapping=keeps_all)], stream, Options())
    except FormatUnavailable as error:
        pytest.skip(str(error))
    path.write_bytes(stream.getvalue())

    found = detect_annotations(path)

    wanted = SAME_FILE.get(name, name)
    assert (found and found.form.name) == wanted
    assert found is None or found.is_sure


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("task.json", '[{"data": {"text": "x"}, "annotations": [{"result": []}]}]', "label-studio"),
        ("spans.jsonl", '{"text": "x", "label": [[0, 1, "A"]]}\n', "doccano"),
        ("a.txt", "T1\tPerson 0 4;6 8\tزار\n", "brat"),
        ("b.xml", '<?xml version="1.0"?><xmi:XMI xmlns:xmi="http://www.omg.org/XMI"/>', "uima-xmi"),
    ],
)
def test_files_of_other_programs_are_known(name, content, expected, tmp_path):
    path = tmp_path / name
    path.write_text(content, "utf-8")

    assert detect_annotations(path).form.name == expected


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("name", ["مقال.txt", "page.html", "notes.md"])
def test_a_text_is_no_file_of_annotations(name, text, tmp_path):
    path = tmp_path / name
    path.write_text(text, "utf-8")

    assert detect_annotations(path) is None


def test_a_table_of_articles_is_no_table_of_annotations_for_sure(tmp_path):
    path = tmp_path / "articles.csv"
    path.write_text("title,text,date\nعنوان,نص,2025\n", "utf-8")

    assert not detect_annotations(path).is_sure


def test_a_file_that_cannot_be_read_has_the_format_of_its_name(tmp_path):
    assert detect_annotations(tmp_path / "nowhere.conllu").form.name == "conllu"
    assert detect_annotations(tmp_path / "nowhere.xyz") is None

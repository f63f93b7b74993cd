# SPDX-License-Identifier: GPL-3.0-or-later
"""Markdown, subtitles, OpenITI, tables, records, archives and whole texts: what a reader sees, where it stands."""

import csv
import io
import json
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import FileDamaged, FileIsBinary, FileUndecodable, NoColumn, NoText
from reader.importers.extracted import Columns, NoticeKind, Options
from reader.importers.registry import detect
from reader.importers.table import preview
from reader.model.structure import BlockKind
from tests.fuzz import seeds_light as light


def silent(_done, _total):
    return


@pytest.fixture
def read(tmp_path):
    def take(content, name, options=Options()):  # noqa: B008 - frozen
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        importer = detect(path, options).format.importer
        return list(importer.extract(path, options, silent, lambda: False))

    return take


def parts_of(document):
    return [(one.kind.value, one.level, one.label, document.text[one.start : one.end]) for one in document.blocks]


def told(document):
    return {notice.kind: (notice.count, notice.detail) for notice in document.notices}


# Markdown


def test_markdown_becomes_text_and_blocks(read):
    (document,) = read(light.MARKDOWN, "a.md")

    assert document.text.splitlines()[:3] == ["عنوان رئيسي", "فقرة غليظة ورابط مع صورة.", "بند"]
    assert parts_of(document) == [
        ("heading", 1, "", "عنوان رئيسي"),
        ("item", 1, "•", "بند"),
        ("item", 2, "1.", "داخلي"),
        ("quotation", 1, "", "اقتباس"),
        ("row", 1, "1", "أ\tب"),
        ("row", 0, "1", "١\t٢"),
        ("code", 0, "", "code"),
    ]


def test_footnotes_of_markdown_stand_at_the_end_with_their_names(read):
    (document,) = read(
        "متن😀[^1] وآخر[^أ] و[^none].\n\n[^1]: حاشية *أولى*\n  تتمتها.\n\nفقرة.\n\n[^أ]: ثانية\n\n"
        "```\n[^1]: شفرة\n```\n",
        "a.md",
    )

    assert document.text == "متن😀[1] وآخر[أ] و[^none].\nفقرة.\n[^1]: شفرة\nحاشية أولى تتمتها.\nثانية"
    assert [part for part in parts_of(document) if part[0] == "note"] == [
        ("note", 0, "1", "حاشية أولى تتمتها."),
        ("note", 0, "أ", "ثانية"),
    ]


def test_what_stands_before_a_markdown_text_is_its_metadata(read):
    (document,) = read(light.MARKDOWN, "a.md")

    assert (document.title, document.metadata) == ("عنوان", (("date", "2025-01-02"),))


def test_markdown_runs_nothing_and_fetches_nothing(read):
    (document,) = read("نص ![x](http://x.example/a.png)\n\n<script>alert(1)</script>\n", "a.md")

    assert document.text == "نص x"
    assert told(document) == {NoticeKind.DROPPED_IMAGES: (1, ""), NoticeKind.DROPPED_FRAMES: (1, "")}


def test_offsets_in_markdown_hold_for_any_text(read, any_text):
    line = " ".join(any_text.split())
    (document,) = read(f"{line}\n\n# عنوان\n", "a.md")

    assert parts_of(document)[-1] == ("heading", 1, "", "عنوان")


def test_markdown_of_markup_alone_has_no_text(read):
    with pytest.raises(NoText):
        read("<!-- x -->\n\n---\n", "a.md")


# Subtitles


def test_each_cue_of_subrip_is_a_paragraph_with_its_times(read):
    (document,) = read(light.SUBRIP, "a.srt")

    assert parts_of(document) == [
        ("cue", 0, "00:00:01,000 --> 00:00:02,500", "مرحبا\nبكم"),
        ("cue", 0, "00:00:03,000 --> 00:00:04,000", "وداعا"),
    ]


def test_webvtt_leaves_notes_and_marks_of_voices_out(read):
    (document,) = read(light.WEBVTT, "a.vtt")

    assert (document.title, document.text) == ("عنوان", "مرحبا & أهلا")


def test_subtitles_without_blank_lines_are_told_apart_all_the_same(read):
    (document,) = read(light.SUBRIP.replace("\n\n", "\n"), "a.srt")

    assert document.text == "مرحبا\nبكم\nوداعا"


def test_subtitles_that_end_in_the_middle_are_told(read):
    (document,) = read(light.SUBRIP + "\n3\n00:00:05,000 --> 00:00:06,000\n", "a.srt")

    assert NoticeKind.INCOMPLETE in told(document)


def test_a_file_called_subtitles_without_times_is_damaged(read):
    with pytest.raises(FileDamaged):
        read("نص بلا توقيت", "a.srt", Options(as_format="subtitles"))


# OpenITI


def test_openiti_keeps_pages_and_headings_and_cleans_the_text(read):
    (document,) = read(light.OPENITI, "a")

    assert document.text == "باب\nكلام أول يتبع هنا ثم صفحة ثانية\nشطر … شطر"
    assert parts_of(document) == [
        ("page", 0, "1/1", ""),
        ("heading", 1, "", "باب"),
        ("page", 0, "1/2", ""),
        ("quotation", 1, "", "شطر … شطر"),
    ]
    (second,) = [one for one in document.blocks if one.label == "1/2"]
    assert document.text[second.start :].startswith("ثم صفحة")


def test_the_header_of_openiti_is_metadata(read):
    (document,) = read(light.OPENITI, "a")

    assert (document.title, dict(document.metadata)) == ("البيان", {"author": "الجاحظ", "language": "ar"})


# Tables and records


def test_each_row_with_text_is_a_document(read):
    first, second = read(light.CSV, "a.csv")

    assert (first.title, first.text, first.source_detail) == ("عنوان", 'نص أول\nسطر "ثان"', "2")
    assert dict(first.metadata) == {"author": "زيد", "date": "2020-01-05", "address": "http://a.example/c"}
    assert (second.title, second.text) == ("آخر", "نص")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1256"])
def test_a_table_is_read_whatever_parts_its_cells(read, delimiter, encoding):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows([["العنوان", "النص"], ["أ", "نص من كلمات, و; وغيرها"]] * 1)

    (document,) = read(out.getvalue().encode(encoding), "a.csv")

    assert (document.title, document.text) == ("أ", "نص من كلمات, و; وغيرها")


def test_the_longest_column_is_the_text_where_no_name_tells(read):
    rows = "\n".join(f"{n},كلمة,هذا نص طويل من الكلمات رقم {n} يقرأ" for n in range(9))

    documents = read(rows, "a.csv")

    assert len(documents) == 9
    assert documents[0].text.startswith("هذا نص طويل")


def test_columns_are_chosen_by_name_or_number(read):
    for columns in (Columns(text="author"), Columns(text="3")):
        assert [one.text for one in read(light.CSV, "a.csv", Options(columns=columns))] == ["زيد", "عمرو"]


def test_a_column_that_is_not_there_is_told(read):
    with pytest.raises(NoColumn) as failure:
        read(light.CSV, "a.csv", Options(columns=Columns(text="klingon")))

    assert failure.value.wanted == "klingon"


def test_a_quotation_mark_that_is_never_closed_is_told(read):
    *_, last = read(light.CSV + 'آخر,"نص مفتوح\nوسطر\n', "a.csv")

    assert told(last)[NoticeKind.DAMAGED][1] == "a quotation mark in it is never closed"


def test_a_row_of_a_million_cells_is_left_out(read):
    *_, last = read(light.CSV + "," * 1_000_000 + "\n", "a.csv")

    assert told(last)[NoticeKind.SKIPPED_ROWS] == (1, "4")


def test_a_table_of_a_million_columns_is_damaged(read):
    with pytest.raises(FileDamaged):
        read("x," * 1_000_000, "a.csv")


def test_the_preview_of_a_table_names_its_columns(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(light.CSV, encoding="utf-8")

    seen = preview(path, Options())

    assert seen.header == ("title", "body", "author", "date", "url")
    assert seen.guessed == Columns(text="body", title="title", author="author", date="date", address="url")
    assert seen.has_header


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1), max_size=6)
)
def test_cells_come_back_as_they_were_written(tmp_path_factory, texts):
    wanted = [text.strip() for text in texts if text.replace("\ufeff", "").strip()]
    path = tmp_path_factory.mktemp("table") / "a.csv"
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([["title", "text"], *([f"ع{n}", text] for n, text in enumerate(texts))])
    if not wanted:
        return
    found = list(detect(path, Options()).format.importer.extract(path, Options(), silent, lambda: False))

    assert [one.text for one in found] == [
        text.strip(" \t\n\u00a0").removeprefix("\ufeff") for text in texts if text.replace("\ufeff", "").strip()
    ]


@pytest.mark.parametrize("shape", [light.JSONL, json.dumps(light.RECORDS), json.dumps({"articles": light.RECORDS})])
def test_records_are_documents_whatever_holds_them(read, shape):
    documents = read(shape, "a.json")

    assert [(one.title, one.text) for one in documents] == [(f"ع{n}", f"نص {n}\nسطر") for n in range(3)]


def test_lines_that_are_no_json_are_counted(read):
    *_, last = read(light.JSONL + "\n{bad\n[1]\n", "a.jsonl")

    assert told(last)[NoticeKind.SKIPPED_ROWS] == (2, "4")


@pytest.mark.parametrize("raw", ["[" * 200_000, '{"a":' * 200_000, "[1, 2", "{}", '{"a": 1}'])
def test_deep_or_empty_json_is_an_expected_failure(read, raw):
    with pytest.raises((FileDamaged, NoText, NoColumn)):
        read(raw, "a.json")


# Archives


def zipped(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_each_file_of_an_archive_is_read_as_what_it_is(read):
    documents = read(zipped({"ب/a.md": light.MARKDOWN, "b.srt": light.SUBRIP, "c.csv": light.CSV}), "a.zip")

    assert [one.source_detail for one in documents] == ["b.srt", "c.csv › 2", "c.csv › 3", "ب/a.md"]


def test_an_archive_in_an_archive_is_read(read):
    (document,) = read(zipped({"in.zip": zipped({"a.txt": light.TEXT})}), "a.zip")

    assert document.source_detail == "in.zip › a.txt"


def test_what_leads_out_of_an_archive_and_what_is_no_text_is_left_out_and_told(read):
    members = {
        "../evil.txt": "شر",
        "/abs.txt": "شر",
        "x.png": b"\x89PNG\r\n\x1a\n" + bytes(9),
        ".hid": "x",
        "a.txt": "نص",
    }

    (document,) = read(zipped(members), "a.zip")

    assert document.text == "نص"
    assert [(n.count, n.detail) for n in document.notices] == [(1, "x.png (PNG)"), (2, "")]


def test_an_archive_without_texts_says_so(read):
    with pytest.raises(NoText):
        read(zipped({"x.png": b"\x89PNG\r\n\x1a\n" + bytes(9)}), "a.zip")


def test_a_bomb_in_an_archive_is_left_out(read):
    (document,) = read(zipped({"bomb.txt": bytes(300 << 20), "a.txt": "نص"}), "a.zip")

    assert document.text == "نص"
    assert document.notices[0].detail.startswith("bomb.txt")


# Whole texts


def test_bad_bytes_are_replaced_and_counted(read):
    (document,) = read("كلام طويل ".encode() * 50 + b"\xd8", "a.txt")

    assert document.text.endswith("\ufffd")
    assert told(document)[NoticeKind.BAD_BYTES] == (1, "utf-8")


def test_a_wrong_encoding_is_refused(read):
    with pytest.raises(FileUndecodable):
        read("كلام طويل ".encode("windows-1256") * 50, "a.txt", Options(encoding="utf-8"))


def test_nul_bytes_in_a_text_are_left_out_many_are_no_text(read):
    (document,) = read("كلام\0 طويل ".encode() * 3, "a.txt")
    assert document.text == "كلام طويل " * 3
    with pytest.raises(FileIsBinary):
        read(bytes(4000), "a.txt")


def test_hard_wrapped_lines_are_joined_when_asked(read):
    wrapped = "هذا سطر من نص كسرت أسطره عند عرض معين\nفلا ينتهي سطر منه بنهاية جملة إلا قليلا\nوهكذا.\n\nفقرة ثانية\n"

    (document,) = read(wrapped, "a.txt", Options(rejoin_lines=True))

    assert document.text.split("\n")[0].endswith("قليلا وهكذا.")
    assert told(document)[NoticeKind.REJOINED][0] == 2
    assert BlockKind.PARAGRAPH not in {block.kind for block in document.blocks}

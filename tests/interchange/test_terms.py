# SPDX-License-Identifier: GPL-3.0-or-later
"""Terms come and go as tables and TBX; what is broken or hostile is named, and nothing of it is believed."""

from __future__ import annotations

import io
import zipfile

import pytest
from openpyxl import Workbook, load_workbook

from reader.errors import FileIsFolder, FileMissing, FileUndecodable, FileUnreadable, RecordUnreadable
from reader.interchange import terms_table, terms_tbx
from reader.model.ids import TermBaseId, TermId
from reader.model.term import Term, TermBase, TermStatus

BASE = TermBase(id=TermBaseId("b"), name="مصطلحات & terms", source_language="ar", target_language="en")
FULL = Term(
    id=TermId("1"),
    base_id=BASE.id,
    source="شَبَكة | ثانية",
    variants=("شبكات", "5G 😀"),
    targets=("network", "net"),
    forbidden=("web",),
    domain="اتصالات",
    part_of_speech="noun",
    status=TermStatus.ADMITTED,
    definition="تعريف، فيه فاصلة \U0001ee00",
    note='ملاحظة "مقتبسة"\nسطر ثان',
    example="في الشَّبَكة",
    example_source="wtdc-25.txt",
    author="x",
    created="",
    modified="",
)
FORMULA = Term(
    id=TermId("2"), base_id=BASE.id, source="=SUM(A1)", targets=("@cmd", "-1"), author="x", created="", modified=""
)
FIELDS = terms_table.COLUMNS


def fields_of(record):
    return {name: getattr(record, name) for name in FIELDS}


def csv_of(terms, path):
    with path.open("w", encoding="utf-8", newline="") as stream:
        terms_table.write_csv(terms, stream)
    return path


def tbx_of(terms, path, version):
    with path.open("w", encoding="utf-8", newline="") as stream:
        terms_tbx.write_tbx(BASE, terms, stream, version)
    return path


def test_csv_reads_back_whole(tmp_path):
    file = terms_table.read_table(csv_of([FULL, FORMULA], tmp_path / "a.csv"))
    assert [fields_of(record) for record in file.records] == [fields_of(FULL), fields_of(FORMULA)]


def test_csv_holds_no_cell_that_a_spreadsheet_runs(tmp_path):
    text = csv_of([FORMULA], tmp_path / "a.csv").read_text("utf-8-sig")
    assert "'=SUM(A1)" in text


def test_xlsx_reads_back_whole_and_is_text_from_right_to_left(tmp_path):
    path = tmp_path / "a.xlsx"
    with path.open("wb") as stream:
        terms_table.write_xlsx([FULL, FORMULA], stream)
    file = terms_table.read_xlsx(path)
    assert [fields_of(record) for record in file.records] == [fields_of(FULL), fields_of(FORMULA)]
    sheet = load_workbook(path).active
    assert sheet.sheet_view.rightToLeft
    assert sheet["A3"].data_type == "s"


def test_omegat_has_a_line_for_each_spelling_and_translation(tmp_path):
    stream = io.StringIO()
    terms_table.write_omegat([FULL], stream)
    lines = [line.split("\t") for line in stream.getvalue().splitlines()]
    assert len(lines) == 6
    assert lines[0][:2] == ["شَبَكة | ثانية", "network"]


def test_omegat_is_read_without_a_row_of_names(tmp_path):
    path = tmp_path / "glossary.txt"
    path.write_text('# comment\nشبكة\tnetwork\tin "IT"\nوزير\tminister\n', encoding="utf-8")
    records = terms_table.read_table(path).records
    assert [(r.source, r.targets, r.note) for r in records] == [
        ("شبكة", ("network",), 'in "IT"'),
        ("وزير", ("minister",), ""),
    ]


def test_other_encodings_are_read_when_they_are_named(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes("source;target\nشبكة;network\n".encode("cp1256"))
    assert terms_table.read_table(path, "cp1256").records[0].source == "شبكة"
    with pytest.raises(FileUndecodable, match=r"a\.csv"):
        terms_table.read_table(path)


@pytest.mark.parametrize(
    ("text", "problem", "line"),
    [
        ("", "no-rows", 1),
        ("source,target\n", "no-rows", 1),
        ("one,two,three,four\nx,y,z,w\n", "no-source-column", 1),
        ("source,target,target\nx,y,z\n", "column-twice", 1),
        ("source,target\n,y\n", "no-name", 2),
        ("source,target\nx,y,z\n", "cells", 2),
        ("source,status\nx,excellent\n", "status", 2),
        ('source,target\n"x,y\n', "quotes", 2),
    ],
)
def test_broken_table_is_named_with_its_line(tmp_path, text, problem, line):
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RecordUnreadable, match=r"a\.csv") as caught:
        terms_table.read_table(path)
    assert (caught.value.problem, caught.value.number) == (problem, line)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not a zip", b"just text"])
def test_what_is_no_workbook_is_told(tmp_path, content):
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    with pytest.raises(FileUnreadable, match="no workbook"):
        terms_table.read_xlsx(path)


def test_workbook_that_unpacks_without_end_is_refused(tmp_path):
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/a.xml", "w") as member:
        for _ in range(terms_table.MOST_UNPACKED_BYTES // (1 << 20) + 1):
            member.write(bytes(1 << 20))
    with pytest.raises(FileUnreadable, match="unpacks to"):
        terms_table.read_xlsx(path)


def test_formula_of_a_workbook_is_its_value(tmp_path):
    book = Workbook()
    book.active.append(["source", "target"])
    book.active.append(["شبكة", '=HYPERLINK("http://example.org","x")'])
    book.save(tmp_path / "a.xlsx")
    assert terms_table.read_xlsx(tmp_path / "a.xlsx").records[0].targets == ()


@pytest.mark.parametrize("version", [terms_tbx.V2, terms_tbx.V3])
def test_tbx_reads_back_with_its_languages(tmp_path, version):
    file = terms_tbx.read_tbx(tbx_of([FULL], tmp_path / "a.tbx", version))
    (record,) = file.records
    expected = fields_of(FULL) | {"note": 'ملاحظة "مقتبسة" سطر ثان'}
    assert fields_of(record) == expected
    assert (file.source_language, file.target_language) == ("ar", "en")


@pytest.mark.parametrize("version", [terms_tbx.V2, terms_tbx.V3])
def test_tbx_leaves_out_what_xml_cannot_hold(tmp_path, version):
    term = Term(
        id=TermId("1"), base_id=BASE.id, source="a\x00\x1b<b>&", targets=("c",), author="", created="", modified=""
    )
    (record,) = terms_tbx.read_tbx(tbx_of([term], tmp_path / "a.tbx", version)).records
    assert record.source == "a<b>&"


DCT = """<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body>
<conceptEntry id="1"><min:subjectField>telecom</min:subjectField>
<langSec xml:lang="en-GB"><termSec><term>network</term></termSec></langSec>
<langSec xml:lang="ar-EG"><basic:definition>تعريف</basic:definition><termSec><term>شبكة</term>
<min:partOfSpeech>noun</min:partOfSpeech></termSec></langSec></conceptEntry>
<conceptEntry id="2"><langSec xml:lang="en"><termSec><term>alone</term></termSec></langSec></conceptEntry>
</body></text></tbx>"""


def test_tbx_of_others_is_read_in_its_other_style_too(tmp_path):
    path = tmp_path / "a.tbx"
    path.write_text(DCT, encoding="utf-8")
    file = terms_tbx.read_tbx(path)
    (record,) = file.records
    assert (record.source, record.targets, record.domain) == ("شبكة", ("network",), "telecom")
    assert (record.definition, record.part_of_speech) == ("تعريف", "noun")
    assert file.ignored


BOMB = """<!DOCTYPE martif [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;">]>
<martif><text><body>
<termEntry><langSet xml:lang="ar"><tig><term>&b;</term></tig></langSet></termEntry></body></text></martif>"""
OUTSIDE = """<!DOCTYPE martif [<!ENTITY a SYSTEM "file:///etc/hostname">]>
<martif><text><body>
<termEntry><langSet xml:lang="ar"><tig><term>&a;</term></tig></langSet></termEntry></body></text></martif>"""


@pytest.mark.parametrize(
    ("text", "problem"),
    [(BOMB, "entities"), (OUTSIDE, "entities"), ("<martif><text>", "xml"), ("<html/>", "no-terms"), ("", "xml")],
)
def test_hostile_or_broken_tbx_is_refused(tmp_path, text, problem):
    path = tmp_path / "a.tbx"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RecordUnreadable, match=r"a\.tbx") as caught:
        terms_tbx.read_tbx(path)
    assert caught.value.problem == problem


def test_doctype_that_declares_nothing_is_fetched_from_nowhere_and_read(tmp_path):
    path = tbx_of([FULL], tmp_path / "a.tbx", terms_tbx.V2)
    head, rest = path.read_text("utf-8").split("\n", 1)
    path.write_text(f'{head}\n<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">\n{rest}', encoding="utf-8")
    assert terms_tbx.read_tbx(path).records[0].source == FULL.source


@pytest.mark.parametrize("read", [terms_table.read_table, terms_table.read_xlsx, terms_tbx.read_tbx])
def test_missing_file_and_folder_are_told(tmp_path, read):
    with pytest.raises(FileMissing):
        read(tmp_path / "none")
    with pytest.raises((FileIsFolder, FileUnreadable)):
        read(tmp_path)

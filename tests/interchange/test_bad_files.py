# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of annotations that are broken or hostile: an error that names the file, or a clean import; never a crash."""

from __future__ import annotations

import io
import json
import random
import stat
import time
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import AnnotationsUnreadable, FileError, FileIsFolder, FileMissing, FileTooLarge
from reader.interchange import FORMATS, ReadOptions
from reader.interchange.zip_members import ZipMembers
from reader.store import Library
from reader.workspace.annotation_import import take_in_annotations
from reader.workspace.annotation_plan import plan_annotations
from tests.fuzz.annotations import check, originals, readable
from tests.fuzz.harness import any_damage

READ = sorted(readable())
ZIPPED = [name for name in READ if name in {"bundle", "brat", "refi-qda", "uima-xmi", "xlsx"}]
XML = {
    "tei": "{}",
    "tei-inline": "{}",
    "refi-qda": "project.qde",
    "uima-xmi": "document.xmi",
    "xlsx": "xl/workbook.xml",
}
JSON = ("json", "web-annotation", "doccano", "spacy-jsonl", "label-studio", "gliner", "uima-json")
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb">'
    + "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10 if n else "&b;" * 10}">' for n in range(12))
    + "]><a>&b11;</a>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>'
PLAIN_DTD = '<?xml version="1.0"?><!DOCTYPE a SYSTEM "http://a.example/a.dtd"><a/>'
DEEP = "<a>" * 50_000 + "</a>" * 50_000


def written(tmp_path, name, data):
    path = tmp_path / f"bad{FORMATS[name].suffix}"
    path.write_bytes(data)
    return path


def refused(tmp_path, name, data, options=None):
    """The error that a file with these bytes ends in."""
    path = written(tmp_path, name, data)
    began = time.monotonic()
    with pytest.raises(FileError) as told:
        list(FORMATS[name].read(path, options or ReadOptions()))
    assert str(path) in str(told.value)
    assert time.monotonic() - began < 20
    return told.value


def archive(members, **given):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, **given) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return out.getvalue()


def with_member(name, member, data):
    """Our own export with one member changed."""
    with zipfile.ZipFile(io.BytesIO(originals(FORMATS[name])[0])) as old:
        members = {each: old.read(each) for each in old.namelist()}
    return archive(members | {member: data})


@pytest.mark.parametrize("name", READ)
def test_a_file_that_breaks_off_anywhere_is_told_or_read(tmp_path, name):
    whole = originals(FORMATS[name])[0]
    for place in range(0, len(whole), max(1, len(whole) // 40)):
        check(FORMATS[name], whole[:place], tmp_path)


@pytest.mark.parametrize("name", READ)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(number=st.integers(0, 2**32))
def test_whatever_is_done_to_our_own_files_is_told_or_read(tmp_path, name, number):
    check(FORMATS[name], any_damage(originals(FORMATS[name]), random.Random(number)), tmp_path)


@pytest.mark.parametrize("name", READ)
@pytest.mark.parametrize("encoding", ["utf-16", "windows-1256", "utf-32"])
def test_another_encoding_is_told_or_read(tmp_path, name, encoding):
    text = originals(FORMATS[name])[0].decode("utf-8", "ignore")
    check(FORMATS[name], text.encode(encoding, "replace"), tmp_path)


@pytest.mark.parametrize("name", READ)
@pytest.mark.parametrize("data", [b"", b"\0" * 1000, b"\xff\xfe\x00\xd8", b"PK\x05\x06" + b"\0" * 18, b"[" * 200_000])
def test_what_is_no_such_file_is_told(tmp_path, name, data):
    assert isinstance(refused(tmp_path, name, data), FileError)


@pytest.mark.parametrize("name", READ)
def test_a_folder_and_a_file_that_is_not_there_are_told(tmp_path, name):
    with pytest.raises(FileMissing):
        list(FORMATS[name].read(tmp_path / f"none{FORMATS[name].suffix}", ReadOptions()))
    folder = tmp_path / f"folder{FORMATS[name].suffix}"
    folder.mkdir()
    with pytest.raises((FileIsFolder, AnnotationsUnreadable)):  # A folder of nothing is no folder of brat's.
        list(FORMATS[name].read(folder, ReadOptions()))


@pytest.mark.parametrize("name", READ)
def test_a_file_that_is_larger_than_it_may_be_is_told(tmp_path, name):
    data = originals(FORMATS[name])[0]

    assert isinstance(refused(tmp_path, name, data, ReadOptions(most_bytes=len(data) // 2)), FileTooLarge)


@pytest.mark.parametrize("name", [name for name in XML if name in READ])
@pytest.mark.parametrize("xml", [BOMB, OUTSIDE, PLAIN_DTD, DEEP], ids=["bomb", "outside", "dtd", "deep"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_xml_that_is_hostile_is_refused(tmp_path, name, xml, encoding):
    raw = xml.replace('"1.0"?>', f'"1.0" encoding="{encoding}"?>').encode(encoding)

    refused(tmp_path, name, raw if XML[name] == "{}" else with_member(name, XML[name], raw))


@pytest.mark.parametrize("name", ZIPPED)
def test_an_archive_that_unpacks_to_far_more_is_refused(tmp_path, name):
    with zipfile.ZipFile(io.BytesIO(originals(FORMATS[name])[0])) as old:
        member = next(each for each in old.namelist() if each.endswith((".txt", ".xmi", ".json", "sheet1.xml")))

    refused(tmp_path, name, with_member(name, member, b" " * (64 << 20)))


@pytest.mark.parametrize("name", ZIPPED)
@pytest.mark.parametrize("member", ["../../outside.txt", "/etc/outside.txt", "a\\..\\..\\outside.txt"])
def test_a_member_that_leads_out_of_the_archive_is_refused(tmp_path, name, member):
    assert "leads out" in str(refused(tmp_path, name, with_member(name, member, b"x")))


@pytest.mark.parametrize("name", ZIPPED)
def test_a_member_that_is_a_link_is_refused(tmp_path, name):
    out = io.BytesIO(originals(FORMATS[name])[0])
    with zipfile.ZipFile(out, "a") as made:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        made.writestr(link, "/etc/passwd")

    assert "link" in str(refused(tmp_path, name, out.getvalue()))


@pytest.mark.parametrize("name", ZIPPED)
def test_a_member_that_is_there_twice_is_refused(tmp_path, name):
    out = io.BytesIO(originals(FORMATS[name])[0])
    with zipfile.ZipFile(out, "a") as made, pytest.warns(UserWarning, match="Duplicate"):
        made.writestr(made.namelist()[0], b"other")

    assert "twice" in str(refused(tmp_path, name, out.getvalue()))


def test_an_encrypted_member_is_told(tmp_path):
    raw = bytearray(archive({"a.ann": "T1\tX 0 1\tب\n", "a.txt": "ب"}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(mark) + place] |= 1

    assert "encrypted" in str(refused(tmp_path, "brat", bytes(raw)))


def test_what_is_read_of_an_archive_is_bounded_over_all_members(tmp_path):
    path = tmp_path / "x.zip"
    chance = random.Random(1)
    raw = archive({f"{number}.txt": chance.randbytes(1000) for number in range(5)})
    members = ZipMembers(raw, path, 3500)

    with pytest.raises(FileTooLarge):
        [members.read(name) for name in members.names]


@pytest.mark.parametrize("name", [name for name in JSON if name in READ])
@pytest.mark.parametrize("value", ["\\u0000", "\\ud800", "\\udc00\\ud800"])
def test_characters_that_no_text_has_are_told(tmp_path, name, value):
    whole = originals(FORMATS[name])[0].decode()
    word = "انطلق"
    assert word in whole

    refused(tmp_path, name, whole.replace(word, value).encode())


def test_positions_that_cut_a_character_are_told(tmp_path):
    line = json.dumps({"text": "😀 باكو", "label": [[1, 3, "X"]]}, ensure_ascii=False)
    assert "line 1" in str(refused(tmp_path, "doccano", line.encode()))

    tsv = "#FORMAT=WebAnno TSV 3.3\n#T_SP=custom.X|value\n\n#Text=😀\n1-1\t0-2\t😀\t_\t\n1-1.1\t0-1\t😀\tA[1]\t\n"
    assert "line 6" in str(refused(tmp_path, "webanno-tsv", tsv.encode()))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("webanno-tsv", "#FORMAT=WebAnno TSV 3.3\n#T_SP=x.X|value\n\n1-1\t99999999999-99999999999999\tب\t_\t\n"),
        ("webanno-tsv", f"#FORMAT=WebAnno TSV 3.3\n#T_SP=x.X|value\n\n1-1\t{'9' * 5000}-{'9' * 5000}\tب\t_\t\n"),
        ("webanno-tsv", "#FORMAT=WebAnno TSV 3.3\n#T_SP=x.X|value\n\n1-1\t900000000-900000001\tب\t_\t\n"),
        ("conllu", f"{'9' * 5000}\tب" + "\t_" * 8 + "\n"),
        ("brat", f"T1\tX 0 {'9' * 5000}\tب\n"),
        ("csv", f"start,end,tag\n0,{'9' * 5000},X\n"),
        ("doccano", f'{{"text": "ب", "label": [[0, {"9" * 5000}, "X"]]}}'),
    ],
)
def test_numbers_without_measure_are_told_and_take_no_memory(tmp_path, name, content):
    data = archive({"a.ann": content, "a.txt": "ب"}) if name == "brat" else content.encode()

    refused(tmp_path, name, data)


def test_a_million_columns_are_read_or_told(tmp_path):
    check(FORMATS["csv"], ("start,end,tag," + "x," * 1_000_000 + "\n0,1,X\n").encode(), tmp_path)
    check(FORMATS["conll2002"], ("ب " * 400_000 + "O\n").encode(), tmp_path)


def test_two_annotations_of_one_name_are_told_in_brat(tmp_path):
    raw = archive({"a.ann": "T1\tX 0 1\tب\nT1\tY 0 1\tب\n", "a.txt": "ب"})

    assert "line 2" in str(refused(tmp_path, "brat", raw))


def test_relations_in_a_circle_come_in_and_those_to_nothing_are_reported(tmp_path):
    lines = "T1\tplace 0 4\tباكو\nT2\tplace 5 9\tباكو\nR1\ta Arg1:T1 Arg2:T2\nR2\ta Arg1:T2 Arg2:T1\n"
    wrong = "R3\ta Arg1:T1 Arg2:T1\nR4\ta Arg1:T1 Arg2:T9\n"
    path = written(tmp_path, "brat", archive({"a.ann": lines + wrong, "a.txt": "باكو باكو"}))
    library = tmp_path / "library.hashiya"
    Library.open(library).close()

    plan = plan_annotations(library, path, FORMATS["brat"])
    outcome = take_in_annotations(library, None, "x", plan, create_tags=False)

    assert (outcome.annotations, outcome.relations) == (2, 2)
    assert [each.place for each in plan.problems] == ["a.ann, line 5", "a.ann, line 6"]


def test_codes_that_stand_in_each_other_without_end_are_refused(tmp_path):
    deep = '<Code guid="{}" name="x">' * 5000
    codes = "".join(deep.replace("{}", str(number), 1) for number in range(1)) + "</Code>" * 5000
    xml = f'<Project xmlns="urn:QDA-XML:project:1.0"><CodeBook><Codes>{codes}</Codes></CodeBook></Project>'

    assert "nested" in str(refused(tmp_path, "refi-qda", archive({"project.qde": xml})))


@pytest.mark.parametrize("name", READ)
def test_a_file_that_is_refused_leaves_the_library_as_it_is(tmp_path, name):
    library = tmp_path / "library.hashiya"
    with Library.open(library) as opened:
        opened.texts.add("زار الوزير مدينة باكو.", title="مقال")
    before = library.read_bytes()
    path = written(tmp_path, name, b"\xff\xfe{[<")

    with pytest.raises(FileError):
        plan_annotations(library, path, FORMATS[name])

    assert library.read_bytes() == before

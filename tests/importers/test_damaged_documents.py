# SPDX-License-Identifier: GPL-3.0-or-later
# ruff: noqa: E501 - markup is as wide as markup is
"""DOCX, ODT and EPUB files with bytes and elements changed at random: a text, or an error of ours that names the file."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office_files import docx, epub, odt, packed, read, w_p, w_r

from reader.errors import FileError

LIST = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)


def a_docx(path: Path) -> Path:
    body = w_p("عنوان", '<w:pStyle w:val="h"/>') + w_p(
        "بند", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    )
    body += w_p(runs='<w:commentRangeStart w:id="1"/>' + w_r("نص") + '<w:commentRangeEnd w:id="1"/>')
    body += f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{w_p("خلية")}</w:tc><w:tc>{w_p("أخرى")}</w:tc></w:tr></w:tbl>'
    style = '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/></w:style>'
    comments = f'<w:comment w:id="1" w:author="س">{w_p("تعليق")}</w:comment>'
    return docx(path, body, styles=style, numbering=LIST, comments=comments)


def an_odt(path: Path) -> Path:
    body = (
        '<text:h text:outline-level="1">عنوان</text:h><text:list><text:list-item><text:p>بند</text:p></text:list-item></text:list>'
        '<text:p>نص<text:s text:c="2"/><text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>حاشية</text:p></text:note-body></text:note></text:p>"
    )
    return odt(path, body)


def an_epub(path: Path) -> Path:
    contents = '<nav epub:type="toc"><ol><li><a href="a.xhtml#x">فصل</a></li></ol></nav>'
    return epub(path, {"a": '<h1 id="x">فصل</h1><p>نص</p>', "b": "<ul><li>بند</li></ul>"}, nav=contents)


MAKERS = {"docx": a_docx, "odt": an_odt, "epub": an_epub}


def is_sound(path: Path, format_id: str) -> bool:
    """Whether reading gives a text whose blocks and comments lie in it, or an error of ours that names the file."""
    try:
        got = read(path, format_id)
    except FileError as error:
        return error.path == path
    spans = [*((block.start, block.end) for block in got.blocks), *((one.start, one.end) for one in got.comments)]
    return bool(got.text) and all(0 <= start <= end <= len(got.text) for start, end in spans)


@pytest.mark.parametrize("format_id", MAKERS)
@settings(max_examples=120, deadline=None)
@given(
    cut=st.integers(0, 5000),
    places=st.lists(st.tuples(st.integers(0, 6000), st.binary(min_size=1, max_size=4)), max_size=8),
)
def test_bytes_that_are_damaged(tmp_path_factory, format_id, cut, places):
    path = MAKERS[format_id](tmp_path_factory.mktemp("damaged") / f"a.{format_id}")
    data = bytearray(path.read_bytes())
    for place, junk in places:
        data[place % len(data) : place % len(data) + len(junk)] = junk
    path.write_bytes(data[: max(len(data) - cut, 1)])
    assert is_sound(path, format_id)


@pytest.mark.parametrize("format_id", MAKERS)
@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_markup_that_is_damaged(tmp_path_factory, format_id, data):
    folder = tmp_path_factory.mktemp("damaged")
    with zipfile.ZipFile(MAKERS[format_id](folder / "whole")) as archive:
        members = {name: archive.read(name).decode() for name in archive.namelist()}
    name = data.draw(st.sampled_from(sorted(members)))
    for _ in range(data.draw(st.integers(1, 4))):
        pieces = members[name].replace(">", ">\0").split("\0")
        at, other = (data.draw(st.integers(0, len(pieces) - 1)) for _ in range(2))
        change = data.draw(st.sampled_from(["drop", "double", "swap", "number", "empty"]))
        pieces[at] = {
            "drop": "", "double": pieces[at] * 2, "swap": pieces[other], "number": pieces[at].replace('"1"', '"-99999999999"'),
            "empty": pieces[at].replace('"1"', '""'),
        }[change]  # fmt: skip
        members[name] = "".join(pieces)
    if data.draw(st.booleans()):
        members.pop(data.draw(st.sampled_from(sorted(members))))
    assert is_sound(packed(folder / f"a.{format_id}", dict(members)), format_id)

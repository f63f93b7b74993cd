# SPDX-License-Identifier: GPL-3.0-or-later
"""A file is what its content says, then what its name says."""

import os
import zipfile

import pytest

from reader.errors import FileEmpty, FileIsFolder, FileMissing, FileProtected, FileUnreadable, FormatNotRead
from reader.importers.extracted import NoticeKind, Options
from reader.importers.registry import FORMATS, detect, format_named
from tests.fuzz import seeds_light as light

HTML = "<!DOCTYPE html><html dir=rtl><body><p>نص</p></body></html>"
MHTML = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"


@pytest.fixture
def saved(tmp_path):
    def save(content, name):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return save


def found(path):
    return detect(path, Options()).format.id


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        (light.TEXT, "a.txt", "text"),
        (light.TEXT, "بلا", "text"),
        (light.TEXT.encode("utf-16"), "a.txt", "text"),
        (light.TEXT.encode("utf-32"), "a.txt", "text"),
        (light.TEXT.encode("windows-1256", "ignore"), "a.txt", "text"),
        (light.MARKDOWN, "a.md", "markdown"),
        (light.MARKDOWN, "a.txt", "text"),
        (light.SUBRIP, "a.srt", "subtitles"),
        (light.SUBRIP.replace("\n", "\r\n"), "a", "subtitles"),
        (light.WEBVTT, "a.txt", "subtitles"),
        (light.OPENITI, "0255Jahiz.Bayan.JK000001-ara1", "openiti"),
        (light.CSV, "a.csv", "table"),
        (light.CSV, "a.txt", "text"),
        (light.CSV.replace(",", "\t"), "a.tsv", "table"),
        (light.JSONL, "a.jsonl", "json"),
        (light.JSONL, "a.json", "json"),
        (HTML, "a.html", "html"),
        (HTML, "a.txt", "html"),
        (HTML.encode("utf-16"), "a.txt", "html"),
        ("<!-- محفوظة -->\n" + HTML, "a", "html"),
        (MHTML, "a.mhtml", "mhtml"),
        (MHTML, "a.html", "mhtml"),
        (b"%PDF-1.7\n", "a.pdf", "pdf"),
        (b"%PDF-1.7\n", "a.docx", "pdf"),
    ],
)
def test_content_decides_then_the_suffix(saved, content, name, expected):
    assert found(saved(content, name)) == expected


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        (["[Content_Types].xml", "word/document.xml"], "docx"),
        (["mimetype=application/vnd.oasis.opendocument.text", "content.xml"], "odt"),
        (["mimetype=application/epub+zip", "META-INF/container.xml"], "epub"),
        (["META-INF/container.xml", "OEBPS/content.opf"], "epub"),
        (["a.txt", "b.txt"], "archive"),
    ],
)
@pytest.mark.parametrize("name", ["a.zip", "a.txt", "a"])
def test_a_zip_is_what_is_in_it(tmp_path, members, expected, name):
    with zipfile.ZipFile(tmp_path / name, "w") as archive:
        for member in members:
            file, _, content = member.partition("=")
            archive.writestr(file, content or "x")

    assert found(tmp_path / name) == expected


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"{\\rtf1 x}", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\x1f\x8b\x08\0", "gzip"),
        (b"SQLite format 3\0", "SQLite"),
    ],
)
def test_a_kind_that_is_not_read_is_named(saved, content, kind):
    with pytest.raises(FormatNotRead) as failure:
        found(saved(content + bytes(100), "a.txt"))

    assert failure.value.format == kind


def test_an_encrypted_office_document_is_told(saved):
    raw = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000) + "EncryptedPackage".encode("utf-16-le") + bytes(500)

    with pytest.raises(FileProtected):
        found(saved(raw, "a.docx"))


def test_another_suffix_than_the_content_is_told(saved):
    (notice,) = detect(saved(HTML, "a.docx"), Options()).notices

    assert (notice.kind, notice.detail) == (NoticeKind.MISLABELLED, ".docx")


def test_a_text_may_be_called_text_whatever_kind_it_is(saved):
    assert detect(saved(light.OPENITI, "a.txt"), Options()).notices == ()


def test_the_user_overrules_the_content(saved):
    assert detect(saved(HTML, "a.html"), Options(as_format="text")).format.id == "text"


@pytest.mark.parametrize("name", ["md", ".md", "markdown", "Markdown"])
def test_a_format_is_known_by_its_name_and_suffixes(name):
    assert format_named(name).id == "markdown"


def test_nobody_has_an_unknown_format():
    assert format_named("klingon") is None


def test_no_two_formats_share_a_suffix():
    suffixes = [suffix for one in FORMATS for suffix in one.suffixes]
    assert len(suffixes) == len(set(suffixes))


def test_what_is_no_file_is_told_and_nothing_waits(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "empty").touch()
    for name, error in {"": FileIsFolder, "none": FileMissing, "pipe": FileUnreadable, "empty": FileEmpty}.items():
        with pytest.raises(error):
            detect(tmp_path / name, Options())

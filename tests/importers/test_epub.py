# SPDX-License-Identifier: GPL-3.0-or-later
# ruff: noqa: E501 - markup is as wide as markup is
"""Books: reading order, contents, pages, notes, metadata; books that are damaged, protected or hostile."""

from __future__ import annotations

import pytest
from office_files import epub, notices, packed, page_places, read, shown

from reader.errors import FileCopyProtected, FileDamaged, FileProtected, FileUnsafe, NoText
from reader.importers.extracted import NoticeKind

ENCRYPTION = (
    '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:e="http://www.w3.org/2001/04/xmlenc#">'
    '<e:EncryptedData><e:EncryptionMethod Algorithm="{way}"/><e:CipherData><e:CipherReference URI="{name}"/></e:CipherData>'
    "</e:EncryptedData></encryption>"
)
OBFUSCATED = "http://www.idpf.org/2008/embedding"


def nav(inside: str, kind: str = "toc") -> str:
    return f'<nav epub:type="{kind}"><ol>{inside}</ol></nav>'


def test_chapters_come_in_the_order_of_the_spine(tmp_path):
    spine = '<itemref idref="b"/><itemref idref="a"/><itemref idref="b"/><itemref idref="none"/>'
    got = read(epub(tmp_path / "a.epub", {"a": "<p>أول</p>", "b": "<p>ثان</p>"}, spine=spine), "epub")
    assert got.text == "ثان\nأول"
    assert notices(got) == {NoticeKind.SKIPPED_MEMBERS: 1}


def test_what_stands_beside_the_text_is_left_out_and_told(tmp_path):
    spine = '<itemref idref="a"/><itemref idref="b" linear="no"/>'
    got = read(epub(tmp_path / "a.epub", {"a": "<p>متن</p>", "b": "<p>جانب</p>"}, spine=spine), "epub")
    assert (got.text, notices(got)) == ("متن", {NoticeKind.DROPPED_PARTS: 1})


def test_entries_of_the_contents_are_sections_unless_the_text_shows_them(tmp_path):
    chapters = {
        "a": '<p>نص</p><p id="x">وسط</p>',
        "b": "<h2>الفصل الثاني</h2><p>نص</p>",
        "c": '<p class="t" id="t">الفصل الثالث</p><p>نص</p>',
    }
    entries = (
        '<li><a href="a.xhtml">الباب الأول</a><ol><li><a href="a.xhtml#x">في وسطه</a></li></ol></li>'
        '<li><a href="b.xhtml"><b>الفصل</b> الثاني</a></li><li><a href="c.xhtml#t">الفصل الثالث</a></li>'
    )
    got = read(epub(tmp_path / "a.epub", chapters, nav=nav(entries)), "epub")
    outline = [
        (block.kind.value, block.level, block.label or got.text[block.start : block.end]) for block in got.blocks
    ]
    assert outline == [
        ("section", 1, "الباب الأول"), ("section", 2, "في وسطه"), ("heading", 2, "الفصل الثاني"), ("heading", 1, "الفصل الثالث"),
    ]  # fmt: skip
    assert got.text[got.blocks[1].start :].startswith("وسط")


def test_the_contents_of_an_older_book_are_read_from_its_ncx(tmp_path):
    ncx = (
        "<navMap><navPoint><navLabel><text>باب</text></navLabel><content src='a.xhtml'/><navPoint><navLabel><text>فصل</text>"
        "</navLabel><content src='a.xhtml#x'/></navPoint></navPoint></navMap><pageList><pageTarget><navLabel><text>٧</text>"
        "</navLabel><content src='a.xhtml#p'/></pageTarget></pageList>"
    )
    body = '<p>نص</p><p id="x">آخر <a id="p"></a>صفحة</p>'
    got = read(epub(tmp_path / "a.epub", {"a": body}, ncx=ncx, spine_attributes='toc="ncx"'), "epub")
    assert [(block.label, block.level) for block in got.blocks if block.kind.value == "section"] == [
        ("باب", 1),
        ("فصل", 2),
    ]
    assert page_places(got) == [("٧", "صفحة")]


def test_page_breaks_in_the_text_are_pages(tmp_path):
    body = '<p>أول <span epub:type="pagebreak" title="12"/>ثان</p><div role="doc-pagebreak" aria-label="13"></div><p>ثالث</p>'
    assert page_places(read(epub(tmp_path / "a.epub", {"a": body}), "epub")) == [("12", "ثان\nثا"), ("13", "ثالث")]


def test_notes_of_a_book(tmp_path):
    body = (
        '<p>كلمة<a epub:type="noteref" href="#n1">1</a> أخرى</p><aside epub:type="footnote" id="n1"><p>حاشية</p></aside>'
        '<p>سطر<sup><a href="n.xhtml#n2">٢</a></sup></p>'
    )
    assert shown(read(epub(tmp_path / "a.epub", {"a": body}), "epub")) == [
        ("", "", "كلمة[1] أخرى"), ("note", "1", "حاشية"), ("", "", "سطر[٢]"),
    ]  # fmt: skip


def test_metadata_of_a_book(tmp_path):
    metadata = (
        "<dc:title>كتاب</dc:title><dc:creator>ليلى</dc:creator><dc:creator>سامر</dc:creator><dc:language>ar</dc:language>"
        "<dc:date>2020-05-01T00:00:00Z</dc:date><dc:publisher>الدار</dc:publisher><dc:identifier>isbn:1</dc:identifier>"
    )
    got = read(epub(tmp_path / "a.epub", {"a": "<p>نص</p>"}, metadata=metadata), "epub")
    assert (got.title, dict(got.metadata)) == (
        "كتاب",
        {"author": "ليلى، سامر", "date": "2020-05-01", "language": "ar", "publisher": "الدار", "identifier": "isbn:1"},
    )


def test_pages_that_turn_rightwards_say_the_direction(tmp_path):
    path = epub(tmp_path / "a.epub", {"a": "<p>نص</p>"}, spine_attributes='page-progression-direction="rtl"')
    assert read(path, "epub").direction == "rtl"


def test_a_page_that_is_no_xml_is_read_as_a_browser_would(tmp_path):
    extra = {"OEBPS/a.xhtml": "<html><body><p>أول<br>ثان &nbsp;&hellip;<p>ثالث"}
    assert read(epub(tmp_path / "a.epub", {"a": ""}, extra=extra), "epub").text == "أول\nثان \u00a0…\nثالث"


def test_entities_of_a_page_are_never_expanded(tmp_path):
    bomb = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "yyyy">]><html><body><p>نص &x;&y;</p></body></html>'
    got = read(epub(tmp_path / "a.epub", {"a": ""}, extra={"OEBPS/a.xhtml": bomb}), "epub")
    assert "نص" in got.text
    assert "root:" not in got.text
    assert "yyyy" not in got.text


def test_a_book_under_copy_protection_is_told(tmp_path):
    encryption = ENCRYPTION.format(way="http://www.w3.org/2001/04/xmlenc#aes128-cbc", name="OEBPS/a.xhtml")
    path = epub(tmp_path / "a.epub", {"a": "<p>x</p>"}, extra={"META-INF/encryption.xml": encryption})
    with pytest.raises(FileCopyProtected):
        read(path, "epub")


def test_scrambled_fonts_do_no_harm(tmp_path):
    extra = {
        "META-INF/encryption.xml": ENCRYPTION.format(way=OBFUSCATED, name="OEBPS/font.otf"),
        "OEBPS/font.otf": b"x",
    }
    assert read(epub(tmp_path / "a.epub", {"a": "<p>نص</p>"}, extra=extra), "epub").text == "نص"


def test_a_book_whose_container_is_missing_is_found_by_its_package(tmp_path):
    path = epub(
        tmp_path / "a.epub", {"a": "<p>نص</p>"}, extra={"META-INF/container.xml": "<container/>", "mimetype": "x"}
    )
    assert read(path, "epub").text == "نص"


@pytest.mark.parametrize(
    "members", [{"x": "y"}, {"a.opf": "<package/>"}, {"a.opf": "<"}, {"META-INF/container.xml": ""}]
)
def test_a_book_without_a_package_is_told(tmp_path, members):
    with pytest.raises(FileDamaged):
        read(packed(tmp_path / "a.epub", members), "epub")


def test_a_book_of_pictures_is_told(tmp_path):
    with pytest.raises(NoText):
        read(epub(tmp_path / "a.epub", {"a": '<img src="a.png"/>'}), "epub")


@pytest.mark.parametrize(
    "name",
    ["../../../etc/passwd", "/etc/passwd", "http://127.0.0.1:9/a.xhtml", "file:///etc/passwd", "%2e%2e/%2e%2e/x"],
)
def test_pages_outside_the_book_are_not_opened(tmp_path, name):
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
        f'<item id="b" href="{name}" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/>'
        "</spine></package>"
    )
    got = read(epub(tmp_path / "a.epub", {"a": "<p>نص</p>"}, extra={"OEBPS/book.opf": package}), "epub")
    assert (got.text, notices(got)) == ("نص", {NoticeKind.SKIPPED_MEMBERS: 1})


def test_a_bomb_in_a_book_is_refused(tmp_path):
    path = epub(tmp_path / "a.epub", {"a": ""}, extra={"OEBPS/a.xhtml": b" " * (90 << 20)})
    with pytest.raises(FileUnsafe):
        read(path, "epub")


def test_contents_that_lead_in_circles_or_nowhere_do_no_harm(tmp_path):
    entries = (
        '<li><a href="nav.xhtml">دائرة</a></li><li><a href="none.xhtml#x">لا شيء</a></li><li><a href="a.xhtml#none">نص</a></li>'
        * 50
    )
    spine = '<itemref idref="nav"/><itemref idref="a"/>'
    got = read(epub(tmp_path / "a.epub", {"a": "<p>نص</p>"}, nav=nav(entries), spine=spine), "epub")
    assert got.text == "نص"


def test_a_member_under_a_password_is_told(tmp_path):
    path = epub(tmp_path / "a.epub", {"a": "<p>نص</p>"})
    data = bytearray(path.read_bytes())
    at = 0
    while (at := data.find(b"PK\x01\x02", at + 1)) >= 0:
        data[at + 8] |= 1
    path.write_bytes(data)
    with pytest.raises(FileProtected):
        read(path, "epub")

# SPDX-License-Identifier: GPL-3.0-or-later
# ruff: noqa: E501 - markup is as wide as markup is
"""OpenDocument texts: what is kept of them, what is left out, and what is refused."""

from __future__ import annotations

import pytest
from office_files import DC, ODF, ODF_NAMES, notices, odt, packed, page_places, read, shown

from reader.errors import FileDamaged, FileProtected, FileUnsafe, NoText
from reader.importers.extracted import NoticeKind

STYLES = (
    '<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph"/>'
    '<style:style style:name="Title" style:family="paragraph"/><style:style style:name="Quotations" style:family="paragraph"/>'
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="أ, ب, ت, ..." '
    'style:num-suffix=")"/><text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2" '
    'style:num-suffix="."/><text:list-level-style-bullet text:level="3" text:bullet-char="&#xE4C4;"/></text:list-style>'
)
AUTOMATIC = (
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>'
    '<style:style style:name="P2" style:family="paragraph"><style:paragraph-properties style:writing-mode="lr-tb"/></style:style>'
    '<style:style style:name="P3" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>'
)


def test_text_is_verbatim_with_its_marks(tmp_path):
    text = "كَتَبَ\u200f ﻻ ـ\u200c\u00a0(WTDC) 𐤀"
    assert read(odt(tmp_path / "a.odt", f"<text:p>{text}</text:p>"), "odt").text == text


def test_white_space_is_collapsed_as_the_format_prescribes(tmp_path):
    body = '<text:p>  أ \n ب<text:s text:c="3"/>ج<text:tab/>د<text:line-break/> هـ<text:span> و</text:span> <text:s/></text:p>'
    assert read(odt(tmp_path / "a.odt", body), "odt").text == "أ ب   ج\tد\n هـ و"


def test_kinds_come_from_outline_levels_and_styles(tmp_path):
    body = (
        '<text:p text:style-name="Title">ع</text:p><text:h text:outline-level="3">ر</text:h><text:p text:style-name="P1">ق</text:p>'
        '<text:p text:style-name="Heading_20_2">س</text:p><text:p>ف</text:p>'
    )
    got = read(odt(tmp_path / "a.odt", body, styles=STYLES, automatic=AUTOMATIC), "odt")
    assert [line[0] for line in shown(got)] == ["title", "heading3", "quotation", "heading2", ""]
    assert got.title == "ع"


def test_lists_have_the_markers_that_are_shown(tmp_path):
    def item(inside: str) -> str:
        return f"<text:list-item>{inside}</text:list-item>"

    deepest = "<text:list>" + item("<text:p>٥</text:p>") + "</text:list>"
    inner = "<text:list>" + item("<text:p>٣</text:p>") + item("<text:p>٤</text:p>" + deepest) + "</text:list>"
    body = (
        '<text:list text:style-name="L">'
        + item("<text:p>١</text:p><text:p>تتمة</text:p>")
        + item("<text:p>٢</text:p>" + inner)
    )
    body += item("<text:p>٦</text:p>") + '</text:list><text:list text:style-name="L" text:continue-numbering="true">'
    body += (
        item("<text:p>٧</text:p>")
        + '</text:list><text:list text:style-name="L">'
        + item("<text:p>٨</text:p>")
        + "</text:list>"
    )
    got = shown(read(odt(tmp_path / "a.odt", body, styles=STYLES), "odt"))
    assert [line[1] for line in got] == ["أ)", "", "ب)", "ب.1.", "ب.2.", "•", "ت)", "ث)", "أ)"]
    assert [line[0] for line in got[:6]] == ["item1", "", "item1", "item2", "item2", "item3"]


def test_the_number_of_a_heading_is_part_of_it(tmp_path):
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1" style:num-prefix="الباب "/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>'
    )
    headings = "".join(f'<text:h text:outline-level="{level}">ع</text:h>' for level in (1, 2, 2, 1))
    got = read(odt(tmp_path / "a.odt", headings, styles=outline), "odt")
    assert got.text == "الباب 1 ع\n1.1 ع\n1.2 ع\nالباب 2 ع"


def test_rows_notes_and_frames(tmp_path):
    body = (
        "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>أ</text:p></table:table-cell>"
        '<table:table-cell table:number-columns-spanned="2"><text:p>ب</text:p><text:p>ت</text:p></table:table-cell>'
        "<table:covered-table-cell/></table:table-row></table:table-header-rows></table:table>"
        '<text:p>كلمة<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        "<text:p>حاشية</text:p></text:note-body></text:note><draw:frame><draw:text-box><text:p>إطار</text:p></draw:text-box>"
        "</draw:frame><draw:frame><draw:image/></draw:frame></text:p>"
    )
    got = read(odt(tmp_path / "a.odt", body), "odt")
    assert shown(got) == [("row1", "1", "أ\tب ت\t"), ("", "", "كلمة[1]"), ("", "", "إطار"), ("note", "1", "حاشية")]
    assert notices(got) == {NoticeKind.DROPPED_IMAGES: 1}


def test_comments_cover_the_words_they_are_about(tmp_path):
    body = (
        '<text:p>قال <office:annotation office:name="n1"><dc:creator>سامر</dc:creator><dc:date>2024-03-16T10:00:00.5</dc:date>'
        '<text:p>من هو؟</text:p></office:annotation>مُدير 𐤀<office:annotation-end office:name="n1"/> ذلك</text:p>'
    )
    got = read(odt(tmp_path / "a.odt", body), "odt")
    (comment,) = got.comments
    assert got.text[comment.start : comment.end] == "مُدير 𐤀"
    assert (comment.text, comment.author, comment.created) == ("من هو؟", "سامر", "2024-03-16T10:00:00")


def test_deletions_stay_out_wherever_the_file_keeps_them(tmp_path):
    body = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>قديم</text:p></text:deletion>'
        '</text:changed-region><text:changed-region text:id="c2"><text:insertion/></text:changed-region></text:tracked-changes>'
        '<text:p>ثابت <text:change-start text:change-id="c2"/>جديد<text:change-end text:change-id="c2"/>'
        '<text:change-start text:change-id="c1"/> قديم<text:span> جدا</text:span><text:change-end text:change-id="c1"/>.</text:p>'
    )
    got = read(odt(tmp_path / "a.odt", body), "odt")
    assert got.text == "ثابت جديد."
    assert notices(got) == {NoticeKind.TRACKED_CHANGES: 2}


def test_pages_begin_where_the_program_laid_them_out(tmp_path):
    body = (
        "<text:p>أولى<text:soft-page-break/>ثانية</text:p>"
        '<text:p text:style-name="P3"/><text:soft-page-break/><text:p>ثالثة</text:p>'
    )
    got = read(odt(tmp_path / "a.odt", body, automatic=AUTOMATIC), "odt")
    assert page_places(got) == [("1", "أولىثا"), ("2", "ثانية\n"), ("3", "ثالثة")]


def test_pages_have_no_numbers_where_not_all_of_them_were_laid_out(tmp_path):
    body = "<text:p>أولى<text:soft-page-break/>لاحقة</text:p>"
    meta = '<meta:document-statistic meta:page-count="{}"/>'
    got = [read(odt(tmp_path / f"{n}.odt", body, meta=meta.format(n)), "odt") for n in (8, 2)]
    assert [page_places(one) for one in got] == [[("", "لاحقة")], [("1", "أولىلا"), ("2", "لاحقة")]]


def test_pages_that_hold_too_much_have_no_numbers(tmp_path):
    body = f"<text:p>{'كلمة ' * 3000}<text:soft-page-break/>لاحقة</text:p>"
    assert page_places(read(odt(tmp_path / "a.odt", body), "odt")) == [("", "لاحقة")]


def test_direction_is_kept_where_the_letters_leave_it_open(tmp_path):
    body = '<text:p text:style-name="P2">كتاب means a book</text:p><text:p>نص عربي طويل يغلب على المستند كله</text:p>'
    got = read(odt(tmp_path / "a.odt", body, automatic=AUTOMATIC), "odt")
    assert [(block.start, str(block.direction)) for block in got.blocks] == [(0, "ltr")]


def test_styles_that_inherit_in_a_circle_end_somewhere(tmp_path):
    circle = "".join(
        f'<style:style style:name="{name}" style:parent-style-name="{other}" style:family="paragraph"/>'
        for name, other in (("a", "b"), ("b", "a"))
    )
    path = odt(tmp_path / "a.odt", '<text:p text:style-name="a">نص</text:p>', styles=circle)
    assert read(path, "odt").text == "نص"


def test_metadata(tmp_path):
    meta = (
        "<dc:title>ع</dc:title><meta:initial-creator>ليلى</meta:initial-creator><dc:creator>غيرها</dc:creator>"
        "<meta:creation-date>2024-03-15T08:00:00</meta:creation-date><dc:language>ar-EG</dc:language>"
    )
    got = read(odt(tmp_path / "a.odt", "<text:p>نص</text:p>", meta=meta), "odt")
    assert (got.title, dict(got.metadata)) == ("ع", {"author": "ليلى", "date": "2024-03-15", "language": "ar-EG"})


def test_a_flat_file_is_read_alike(tmp_path):
    path = tmp_path / "a.fodt"
    body = "<office:body><office:text><text:p>نص</text:p></office:text></office:body>"
    meta = "<office:meta><dc:title>ع</dc:title></office:meta>"
    path.write_text(f"<office:document {ODF_NAMES} {DC}>{meta}{body}</office:document>", encoding="utf-8")
    got = read(path, "odt")
    assert (got.text, got.title) == ("نص", "ع")


def test_a_password_is_told(tmp_path):
    manifest = f'<m:manifest xmlns:m="{ODF}manifest:1.0"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    with pytest.raises(FileProtected):
        read(odt(tmp_path / "a.odt", "x", manifest=manifest), "odt")


def test_entities_of_its_own_are_refused(tmp_path):
    bomb = f'<!DOCTYPE d [<!ENTITY a "{"ha" * 99}">]><office:document-content {ODF_NAMES}>&a;</office:document-content>'
    with pytest.raises(FileUnsafe):
        read(packed(tmp_path / "a.odt", {"content.xml": bomb}), "odt")


@pytest.mark.parametrize("content", ["", "<x", "<x/>", "<a>" * 3000])
def test_a_damaged_document_is_told(tmp_path, content):
    with pytest.raises((FileDamaged, NoText)):
        read(packed(tmp_path / "a.odt", {"content.xml": content}), "odt")


def test_a_package_of_something_else_is_told(tmp_path):
    with pytest.raises(FileDamaged):
        read(packed(tmp_path / "a.odt", {"x": "y"}), "odt")

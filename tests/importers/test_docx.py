# SPDX-License-Identifier: GPL-3.0-or-later

"""Documents of Word: what is kept of them, what is left out, and what is refused."""

from __future__ import annotations

import zipfile

import pytest
from office_files import R, docx, notices, packed, page_places, read, shown, w_p, w_r

from reader.errors import FileDamaged, FileProtected, FileTooLarge, FileUnsafe, FormatNotRead, NoText
from reader.importers.extracted import NoticeKind

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
HEADING = (
    '<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="mine"><w:name w:val="My style"/><w:basedOn w:val="a1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="q"><w:name w:val="Quote"/></w:style>'
)
LISTS = (
    '<w:abstractNum w:abstractNumId="7">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="arabicAlpha"/><w:lvlText w:val="%1)"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="hindiNumbers"/><w:lvlText w:val="%1-%2"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
    "</w:lvlOverride></w:num>"
)


def style(identity: str) -> str:
    return f'<w:pStyle w:val="{identity}"/>'


def item(level: int, number: int = 3) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def field(code: str, result: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return f"{mark('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{mark('separate')}{w_r(result)}{mark('end')}"


def test_text_is_verbatim_with_its_marks(tmp_path):
    text = "كَتَبَ\u200f ﻻ ـ\u200c\u00a0(WTDC) 𐤀"
    assert read(docx(tmp_path / "a.docx", w_p(text)), "docx").text == text


def test_headings_are_told_by_name_inheritance_and_outline_level(tmp_path):
    body = w_p("أ", style("a1")) + w_p("ب", style("mine")) + w_p("ج", '<w:outlineLvl w:val="3"/>') + w_p("د")
    got = shown(read(docx(tmp_path / "a.docx", body, styles=HEADING), "docx"))
    assert [line[0] for line in got] == ["heading2", "heading2", "heading4", ""]


def test_the_paragraph_styled_as_title_is_the_title(tmp_path):
    path = docx(
        tmp_path / "a.docx", w_p("العنوان", style("t")) + w_p("نص"), styles=HEADING, core="<dc:title>x</dc:title>"
    )
    assert read(path, "docx").title == "العنوان"


def test_styles_that_inherit_in_a_circle_end_somewhere(tmp_path):
    circle = (
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="x"/><w:basedOn w:val="b"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>'
    )
    assert shown(read(docx(tmp_path / "a.docx", w_p("نص", style("a")), styles=circle), "docx"))[0][0] == "heading1"


def test_list_items_have_the_markers_word_shows(tmp_path):
    levels = (0, 0, 1, 1, 2, 0, 1)
    body = "".join(w_p("نص", item(level)) for level in levels) + w_p("نص", item(0, 4)) + w_p("نص", item(0, 4))
    got = shown(read(docx(tmp_path / "a.docx", body, numbering=LISTS), "docx"))
    assert [line[1] for line in got] == ["أ)", "ب)", "ب-١", "ب-٢", "•", "ت)", "ت-١", "ج)", "ح)"]
    assert [line[0] for line in got[:3]] == ["item1", "item1", "item2"]


def test_the_number_of_a_heading_is_part_of_it(tmp_path):
    pattern = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:lvlText w:val="الباب %1:"/></w:lvl></w:abstractNum>'
    )
    numbering = pattern + '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
    runs = '<w:commentRangeStart w:id="1"/>' + w_r("الحبر") + '<w:commentRangeEnd w:id="1"/>'
    body = w_p(runs=runs, properties=style("a1") + item(0))
    comments = f'<w:comment w:id="1">{w_p("ت")}</w:comment>'
    got = read(docx(tmp_path / "a.docx", body, styles=HEADING, numbering=numbering, comments=comments), "docx")
    assert shown(got) == [("heading2", "", "الباب 1: الحبر")]
    assert got.text[got.comments[0].start : got.comments[0].end] == "الحبر"


def test_rows_of_a_table_are_cells_parted_by_tabs(tmp_path):
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{w_p(text)}</w:tc>"

    rows = (
        cell("القسم") + cell("العدد"),
        cell("الخرائط", '<w:vMerge w:val="restart"/>') + cell("٤٢"),
        cell("", "<w:vMerge/>") + cell("١"),
        cell("كل شيء", '<w:gridSpan w:val="2"/>'),
    )
    body = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
    got = shown(read(docx(tmp_path / "a.docx", body + w_p("نص")), "docx"))
    assert [line[2] for line in got] == ["القسم\tالعدد", "الخرائط\t٤٢", "\t١", "كل شيء\t", "نص"]
    assert [line[0] for line in got] == ["row"] * 4 + [""]


def test_notes_stand_at_the_end_and_their_numbers_in_the_text(tmp_path):
    body = w_p(
        "كلمة",
        runs='<w:r><w:footnoteReference w:id="2"/></w:r>' + w_r("، ثم") + '<w:r><w:endnoteReference w:id="5"/></w:r>',
    )
    separator = f'<w:footnote w:id="0" w:type="separator">{w_p("x")}</w:footnote>'
    footnotes = f'{separator}<w:footnote w:id="2">{w_p("حاشية")}</w:footnote>'
    endnotes = f'<w:endnote w:id="5">{w_p("تعليق ختامي")}</w:endnote>'
    got = shown(read(docx(tmp_path / "a.docx", body, footnotes=footnotes, endnotes=endnotes), "docx"))
    assert got == [("", "", "كلمة[1]، ثم[i]"), ("note", "1", "حاشية"), ("note", "i", "تعليق ختامي")]


def test_comments_cover_the_words_they_are_about(tmp_path):
    runs = (
        w_r("قال ") + '<w:commentRangeStart w:id="4"/>' + w_r("مُدير 𐤀") + '<w:commentRangeEnd w:id="4"/>'
        '<w:r><w:commentReference w:id="4"/></w:r>' + w_r(" ذلك")
    )  # fmt: skip
    comments = (
        f'<w:comment w:id="4" w:author="سامر" w:date="2024-03-16T10:00:00Z">{w_p("من هو؟")}{w_p("راجع")}</w:comment>'
    )
    got = read(docx(tmp_path / "a.docx", w_p("سطر") + w_p(runs=runs), comments=comments), "docx")
    (comment,) = got.comments
    assert got.text[comment.start : comment.end] == "مُدير 𐤀"
    assert (comment.text, comment.author, comment.created) == ("من هو؟\nراجع", "سامر", "2024-03-16T10:00:00Z")


def test_a_comment_reaches_over_paragraphs(tmp_path):
    body = w_p(runs='<w:commentRangeStart w:id="0"/>' + w_r("أول")) + w_p(
        runs=w_r("ثان") + '<w:commentRangeEnd w:id="0"/>'
    )
    got = read(docx(tmp_path / "a.docx", body, comments=f'<w:comment w:id="0">{w_p("ت")}</w:comment>'), "docx")
    assert got.text[got.comments[0].start : got.comments[0].end] == "أول\nثان"


def test_tracked_changes_are_accepted_and_counted(tmp_path):
    runs = (
        f'<w:ins w:id="1">{w_r("جديد ")}</w:ins><w:del w:id="2"><w:r><w:delText>قديم</w:delText></w:r></w:del>'
        f'<w:moveFrom w:id="3">{w_r("منقول")}</w:moveFrom>{w_r("ثابت ")}<w:moveTo w:id="4">{w_r("منقول")}</w:moveTo>'
    )
    got = read(docx(tmp_path / "a.docx", w_p(runs=runs)), "docx")
    assert got.text == "جديد ثابت منقول"
    assert notices(got)[NoticeKind.TRACKED_CHANGES] == 4


def test_a_deleted_paragraph_mark_joins_two_paragraphs(tmp_path):
    body = w_p("أول ", '<w:rPr><w:del w:id="1"/></w:rPr>') + w_p("ثان") + w_p("ثالث")
    assert read(docx(tmp_path / "a.docx", body), "docx").text == "أول ثان\nثالث"


def test_fields_give_their_results_and_not_their_codes(tmp_path):
    nested = field("IF 1", "نتيجة " + "</w:t></w:r>" + field("DATE", "اليوم") + "<w:r><w:t>")
    runs = w_r("قبل ") + nested + '<w:fldSimple w:instr="PAGE">' + w_r(" ٧") + "</w:fldSimple>"
    assert read(docx(tmp_path / "a.docx", w_p(runs=runs)), "docx").text == "قبل نتيجة اليوم ٧"


def test_signs_breaks_and_hyphens_become_characters(tmp_path):
    runs = (
        "<w:r><w:t>أ</w:t><w:tab/><w:t>ب</w:t><w:noBreakHyphen/><w:t>ج</w:t><w:softHyphen/><w:t>د</w:t><w:br/>"
        '<w:t>هـ</w:t><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Symbol" w:char="F061"/></w:r>'
    )
    assert read(docx(tmp_path / "a.docx", w_p(runs=runs)), "docx").text == "أ\tب\u2011ج\u00adد\nهـ✓α"


def test_hidden_text_headers_and_pictures_stay_out(tmp_path):
    runs = w_r("ظاهر") + w_r("خفي", "<w:vanish/>") + "<w:r><w:drawing><a:blip xmlns:a='a'/></w:drawing></w:r>"
    got = read(docx(tmp_path / "a.docx", w_p(runs=runs), header=w_p("رأس الصفحة")), "docx")
    assert got.text == "ظاهر"
    assert notices(got) == {NoticeKind.DROPPED_IMAGES: 1}


def test_text_boxes_come_once_behind_their_paragraph(tmp_path):
    box = f"<w:txbxContent>{w_p('في الإطار')}</w:txbxContent>"
    both = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )
    assert read(docx(tmp_path / "a.docx", w_p("نص", runs=f"<w:r>{both}</w:r>")), "docx").text == "نص\nفي الإطار"


def test_pages_are_where_word_laid_them_out(tmp_path):
    rendered = "<w:r><w:lastRenderedPageBreak/></w:r>"
    body = (
        w_p("أولى", runs=rendered + w_r("ثانية"))
        + w_p("", runs='<w:r><w:br w:type="page"/></w:r>')
        + w_p("", runs=rendered + w_r("ثالثة"))
    )
    got = read(docx(tmp_path / "a.docx", body), "docx")
    assert page_places(got) == [("1", "أولىثا"), ("2", "ثانية\n"), ("3", "ثالثة")]


def test_direction_is_kept_where_the_letters_leave_it_open(tmp_path):
    body = w_p("كتاب means a book in Arabic", '<w:bidi w:val="0"/>') + w_p("نص عربي طويل يغلب على المستند كله")
    got = read(docx(tmp_path / "a.docx", body), "docx")
    assert [(block.start, str(block.direction)) for block in got.blocks] == [(0, "ltr")]


def test_direction_is_not_forced_against_all_letters(tmp_path):
    body = w_p("نص عربي في فقرة تُركت على حالها", '<w:bidi w:val="0"/>') + w_p("Only Latin", "<w:bidi/>")
    assert read(docx(tmp_path / "a.docx", body), "docx").blocks == ()


def test_metadata_comes_from_the_properties(tmp_path):
    core = "<dc:creator>ليلى</dc:creator><dcterms:created>2024-03-15T08:00:00Z</dcterms:created><dc:title>ع</dc:title>"
    got = read(docx(tmp_path / "a.docx", w_p("نص"), core=core), "docx")
    assert (got.title, got.metadata) == ("ع", (("author", "ليلى"), ("date", "2024-03-15")))


def test_the_strict_dialect_is_read_alike(tmp_path):
    assert read(docx(tmp_path / "a.docx", w_p("نص"), namespace=STRICT), "docx").text == "نص"


def test_what_lies_outside_is_told_and_not_fetched(tmp_path):
    path = docx(tmp_path / "a.docx", w_p("نص"))
    outside = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
        f'Type="{R}/attachedTemplate" Target="http://127.0.0.1:9/x.dotm" TargetMode="External"/></Relationships>'
    )
    members = {"word/_rels/document.xml.rels": outside}
    got = read(_with_members(path, members), "docx")
    assert notices(got) == {NoticeKind.NOTHING_FETCHED: 1}


def _with_members(path, members):
    with zipfile.ZipFile(path) as archive:
        old = {name: archive.read(name) for name in archive.namelist()}
    return packed(path, old | members)


def test_a_password_is_told(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(FileProtected):
        read(path, "docx")


def test_an_old_word_document_under_a_new_name_is_told(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    with pytest.raises(FormatNotRead):
        read(path, "docx")


def test_entities_of_its_own_are_refused(tmp_path):
    path = docx(tmp_path / "a.docx", w_p("نص"))
    bomb = '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///etc/passwd">]><x>&c;</x>'
    with pytest.raises(FileUnsafe):
        read(_with_members(path, {"word/document.xml": bomb}), "docx")


@pytest.mark.parametrize("content", ["", "<x", "<w:p/>", "<a>" * 5000, "\x00\x00"])
def test_a_damaged_main_part_is_told(tmp_path, content):
    path = _with_members(docx(tmp_path / "a.docx", w_p("نص")), {"word/document.xml": content})
    with pytest.raises((FileDamaged, NoText)):
        read(path, "docx")


def test_a_package_without_a_main_part_is_told(tmp_path):
    with pytest.raises(FileDamaged, match="missing"):
        read(packed(tmp_path / "a.docx", {"x": "y"}), "docx")


def test_a_document_without_letters_is_told(tmp_path):
    with pytest.raises(NoText):
        read(docx(tmp_path / "a.docx", w_p()), "docx")


def test_tables_nested_eighty_deep_are_read(tmp_path):
    body = w_p("لبّ")
    for _ in range(80):
        body = f"<w:tbl><w:tr><w:tc>{body}</w:tc></w:tr></w:tbl>"
    assert read(docx(tmp_path / "a.docx", body), "docx").text == "لبّ"


def test_a_part_that_is_far_too_large_is_refused(tmp_path):
    path = _with_members(docx(tmp_path / "a.docx", w_p("نص")), {"word/document.xml": bytes(97 << 20)})
    with pytest.raises((FileTooLarge, FileUnsafe)):
        read(path, "docx")

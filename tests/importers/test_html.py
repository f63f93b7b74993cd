# SPDX-License-Identifier: GPL-3.0-or-later
# ruff: noqa: E501 - the pages are as wide as pages are
"""Saved web pages: the article and its structure, encodings, what the page says about itself, hostile pages."""

from __future__ import annotations

import time
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office_files import notices, read, shown
from web_pages import JUNK, NAV, PAGES, SENTENCES, TITLE, WebPage, news, paragraphs

from reader.errors import FileError, NoText
from reader.importers.dates import iso_date
from reader.importers.extracted import Extracted, NoticeKind, Options
from reader.model.structure import BlockKind

WHOLE = Options(whole_page=True)


def page(tmp_path, html: str | bytes, options: Options | None = None) -> Extracted:
    path = tmp_path / "page.html"
    path.write_bytes(html.encode() if isinstance(html, str) else html)
    return read(path, "html", options)


def body(tmp_path, html: str, options: Options = WHOLE) -> Extracted:
    return page(tmp_path, f"<html><body>{html}</body></html>", options)


def share_right(web_page: WebPage, text: str) -> float:
    """F1 of the words."""
    wanted, got = Counter(" ".join(web_page.article).split()), Counter(text.split())
    both = (wanted & got).total()
    return 2 * both / (wanted.total() + got.total())


@pytest.mark.parametrize("web_page", PAGES, ids=lambda one: one.name)
def test_the_article_is_what_a_reader_calls_the_article(tmp_path, web_page):
    got = page(tmp_path, web_page.html)
    assert got.text == "\n".join(web_page.article)
    assert share_right(web_page, got.text) == 1.0
    assert [junk for junk in JUNK if junk in got.text] == []


@pytest.mark.parametrize("web_page", PAGES, ids=lambda one: one.name)
def test_the_page_says_who_wrote_it_when_and_where(tmp_path, web_page):
    got = page(tmp_path, web_page.html)
    metadata = dict(got.metadata)
    wanted = {"author": web_page.author, "date": web_page.date, "address": web_page.address}
    assert {key: metadata.get(key, "") for key in wanted} == wanted
    assert metadata["language"] == web_page.language
    assert got.title == web_page.article[0]


@pytest.mark.parametrize("web_page", PAGES, ids=lambda one: one.name)
def test_the_title_is_marked_as_such_once(tmp_path, web_page):
    titles = [line for line in shown(page(tmp_path, web_page.html)) if line[0] == "title"]
    assert [line[2] for line in titles] == [web_page.article[0]]


def test_verse_is_an_article_where_the_page_says_so(tmp_path):
    html = f"<body>{NAV}<article><h1>أبيات</h1><p>قفا نبكِ<br>من ذكرى</p><p>حبيبٍ ومنزلِ</p></article><footer>جميع الحقوق</footer>"
    got = page(tmp_path, html)
    assert (got.text, notices(got)) == ("أبيات\nقفا نبكِ\nمن ذكرى\nحبيبٍ ومنزلِ", {})


def test_the_heading_of_the_article_is_the_title_and_not_the_name_of_the_site(tmp_path):
    html = f"<title>الحبر - موسوعة الورق والحبر</title><body><h1>موسوعة الورق والحبر</h1><main><h1>الحبر</h1>{paragraphs(0, 1, 2)}"
    got = page(tmp_path, html)
    assert (got.title, got.text.split("\n")[0]) == ("الحبر", "الحبر")


def test_the_whole_page_is_there_when_asked_for(tmp_path):
    got = page(tmp_path, news().html, WHOLE)
    assert [junk for junk in JUNK[:4] if junk not in got.text] == []
    assert NoticeKind.WHOLE_PAGE not in notices(got)


def test_a_page_without_an_article_is_taken_whole_and_that_is_told(tmp_path):
    got = page(tmp_path, f"<html><body>{NAV}<p>سطر</p></body></html>")
    assert "سطر" in got.text
    assert NoticeKind.WHOLE_PAGE in notices(got)


def test_structure_of_a_page(tmp_path):
    html = (
        "<h2>ع</h2><p>ف</p><ol start=3><li>أ<ul><li>ب</li></ul>تتمة</li><li value=9>ج</li></ol>"
        '<ol type=I><li>د</li></ol><ol style="list-style-type: arabic-indic"><li>هـ</li></ol>'
        "<blockquote><p>ق</p><h3>ر</h3></blockquote><pre>  س\n\tش</pre><figure><img src=x><figcaption>ص</figcaption></figure>"
    )
    assert shown(body(tmp_path, html)) == [
        ("heading2", "", "ع"), ("", "", "ف"), ("item1", "3.", "أ"), ("item2", "•", "ب"), ("", "", "تتمة"),
        ("item1", "9.", "ج"), ("item1", "I.", "د"), ("item1", "١.", "هـ"), ("quotation", "", "ق"), ("heading3", "", "ر"),
        ("code", "", "  س"), ("", "", "\tش"), ("caption", "", "ص"),
    ]  # fmt: skip


def test_cells_that_reach_over_others_keep_the_columns(tmp_path):
    html = "<table><caption>جدول</caption><tr><th>أ<th>ب<th>ج<tr><td rowspan=2>١<td colspan=2>٢<tr><td>٣<td><p>٤</p><p>٥</p></table>"
    assert shown(body(tmp_path, html)) == [
        ("caption", "", "جدول"), ("row1", "1", "أ\tب\tج"), ("row", "1", "١\t٢\t"), ("row", "1", "\t٣\t٤ ٥"),
    ]  # fmt: skip


def test_a_page_without_a_body_tag_has_its_text_all_the_same(tmp_path):
    page = tmp_path / "page.html"
    text = "كلام المقال هنا وفيه ما يكفي. " * 20
    page.write_text(f"<!doctype html><title>عنوان</title><nav>قائمة</nav><article><h1>عنوان</h1><p>{text}</article>")
    assert read(page, "html").text == f"عنوان\n{text.strip()}"


def test_neighbouring_tables_stay_two(tmp_path):
    html = "<table><thead><tr><th>أ<th>ب<tbody><tr><td>١<td>٢</table><table><tr><td>٣<td>٤<tr><td>٥<td>٦</table>"
    assert shown(body(tmp_path, html)) == [
        ("row1", "1", "أ\tب"), ("row", "1", "١\t٢"), ("row", "2", "٣\t٤"), ("row", "2", "٥\t٦"),
    ]  # fmt: skip


@pytest.mark.parametrize("value", ['="<x>"', "=<x", "='>'", "/"])
def test_thousands_of_attributes_cost_no_time_whatever_they_hold(tmp_path, value):
    many = " ".join(f"a{number}{value}" for number in range(20_000))
    begun = time.monotonic()
    assert "مرحبا" in body(tmp_path, f"<div {many}>مرحبا</div>").text
    assert time.monotonic() - begun < 10


def test_a_table_that_only_arranges_the_page_is_no_table(tmp_path):
    html = f"<table><tr><td><h1>ع</h1>{paragraphs(0)}</td><td><table><tr><td>أ<td>ب<tr><td>ج<td>د</table></td></tr></table>"
    kinds = [line[0] for line in shown(body(tmp_path, html))]
    assert kinds == ["title", "", "row", "row"]


def test_notes_have_their_numbers_and_lose_their_backlinks(tmp_path):
    html = (
        '<p>كلمة<sup><a href="#fn1">1</a></sup>.</p><section class="footnotes"><ol><li id="fn1">حاشية '
        '<a href="#r" class="footnote-back">↩</a></li></ol></section><aside role="doc-footnote"><p>أخرى</p></aside>'
    )
    assert shown(body(tmp_path, html)) == [("", "", "كلمة[1]."), ("note", "1.", "حاشية"), ("note", "", "أخرى")]


def test_inline_markup_leaves_the_text_as_it_is(tmp_path):
    html = (
        "<p>ال<b>كتا</b>بُ\u200f&nbsp;&rlm;(x<sup>2</sup>)&zwnj;ـ &shy;<br>س<br><br/>ط<q>ق</q> <ruby>漢<rp>(</rp><rt>かん</rt>"
        "<rp>)</rp></ruby> <ruby>字<rt>じ</rt></ruby> <bdi>a</bdi>&lt;b&gt; ﻻ 𐤀</p>"
    )
    assert body(tmp_path, html).text == ("الكتابُ\u200f\u00a0\u200f(x2)\u200cـ \u00ad\nس\nط“ق” 漢(かん) 字(じ) a<b> ﻻ 𐤀")


def test_white_space_is_collapsed_as_html_prescribes(tmp_path):
    html = "<div>  أ\n\t ب <span> ج </span> د\u00a0 \u00a0هـ</div>\n<div> </div><p>و"
    assert body(tmp_path, html).text == "أ ب ج د\u00a0 \u00a0هـ\nو"


def test_direction_of_the_page_and_of_a_paragraph(tmp_path):
    html = f'<html dir="rtl"><body><p>{SENTENCES[0]}</p><p dir="ltr">كتاب means a book</p></body></html>'
    got = page(tmp_path, html, WHOLE)
    assert got.direction == "rtl"
    assert [(block.kind, block.direction) for block in got.blocks] == [(BlockKind.PARAGRAPH, "ltr")]


def test_characters_that_cannot_be_kept_are_replaced(tmp_path):
    got = body(tmp_path, "<p>أ&#0;ب&#xD800;ج&#146;د&bogus;هـ&#x110000;</p>")
    assert got.text == "أ\ufffdب\ufffdج’د&bogus;هـ\ufffd"


ARABIC = f"<html><head><meta charset={{}}></head><body><h1>{TITLE}</h1>{paragraphs(0, 1, 2, 3)}</body></html>"


@pytest.mark.parametrize(
    ("declared", "real"),
    [
        ("windows-1256", "windows-1256"), ("utf-8", "utf-8"), ("iso-8859-6", "iso-8859-6"), ("utf-8", "windows-1256"),
        ("iso-8859-1", "windows-1256"), ("windows-1256", "utf-8"), ("nonsense", "windows-1256"), ("utf-16", "utf-8"),
        ("utf-8", "utf-16"), ("utf-8", "utf-8-sig"),
    ],
)  # fmt: skip
def test_the_encoding_is_what_the_bytes_bear_out(tmp_path, declared, real):
    html = ARABIC.format(declared)
    if real == "iso-8859-6":
        html = html.replace("(بدقة 600 dpi)", "").replace("\u200f", "")
    assert page(tmp_path, html.encode(real)).text.split("\n")[:2] == [TITLE, SENTENCES[0]]


def test_an_encoding_the_user_names_beats_all(tmp_path):
    html = ARABIC.format("utf-8").encode("windows-1256")
    got = page(tmp_path, html, Options(encoding="iso-8859-6"))
    assert got.encoding == "iso-8859-6"
    assert TITLE not in got.text


def test_where_a_browser_saved_the_page_from_is_its_address(tmp_path):
    html = f"<!DOCTYPE html>\n<!-- saved from url=(0024)https://example.org/abc -->\n<html><body>{paragraphs(0, 1)}"
    assert dict(page(tmp_path, html).metadata)["address"] == "https://example.org/abc"


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2024-03-15T08:30:00+03:00", "2024-03-15"), ("١٥ آذار/مارس ٢٠٢٤", "2024-03-15"), ("15 مارس 2024", "2024-03-15"),
        ("الجمعة، 1 كانون الثاني 2021", "2021-01-01"), ("March 5, 2024", "2024-03-05"), ("25/12/2020", "2020-12-25"),
        ("05/06/2020", "05/06/2020"), ("2024-02-31", "2024-02-31"), ("أمس", "أمس"), ("2019", "2019"), ("", ""),
    ],
)  # fmt: skip
def test_dates_are_iso_where_there_is_one_way_to_read_them(written, iso):
    assert iso_date(written) == iso


def test_nothing_is_fetched_or_run(tmp_path, no_network):
    html = (
        '<base href="http://127.0.0.1:9/"><link rel=stylesheet href="http://127.0.0.1:9/a.css"><script src="//127.0.0.1:9/x">'
        '</script><img src="http://127.0.0.1:9/a.png" onerror="x()"><iframe src="file:///etc/passwd"></iframe>'
        '<object data="data:text/html,<p>لا"></object><p style="background:url(http://127.0.0.1:9/b)">نص</p><svg><text>لا</text></svg>'
    )
    got = body(tmp_path, html)
    assert got.text == "نص"
    assert notices(got) == {NoticeKind.DROPPED_IMAGES: 2, NoticeKind.DROPPED_FRAMES: 2}


@pytest.fixture
def no_network(monkeypatch):
    import socket

    def refuse(*_arguments):
        raise AssertionError("something tried to reach a network")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.mark.parametrize("html", ["", " ", "<html></html>", "<html><body><img src=x></body></html>", "<!-- x -->"])
def test_a_page_without_text_is_told(tmp_path, html):
    with pytest.raises((NoText, FileError)):
        page(tmp_path, html)


HOSTILE = {
    "deep": "<div>" * 100_000 + "لبّ" + "</div>" * 100_000,
    "deep lists": "<ul><li>" * 20_000 + "لبّ",
    "deep tables": "<table><tr><td>" * 3_000 + "لبّ",
    "deep inline": "<b><i><font>" * 30_000 + "لبّ",
    "huge attribute": f'<p title="{"x" * 12_000_000}">لبّ</p>',
    "data address": f'<img src="data:image/png;base64,{"A" * 8_000_000}"><p>لبّ</p>',
    "many attributes": f"<p {' '.join(f'a{n}=b' for n in range(100_000))}>لبّ</p>",
    "one long line": f"<p>{'كلمة ' * 400_000}لبّ</p>",
    "many marks": f"<p>ل{chr(0x301) * 300_000}ب</p><p>لبّ</p>",
    "deep json": f'<script type="application/ld+json">{"[" * 200_000}</script><p>لبّ</p>',
    "wide spans": "<table><tr><th>أ</th>" + "<td rowspan=99999 colspan=99999>ب</td>" * 300 + "</table><p>لبّ</p>",
    "unclosed": "<p>" * 200_000 + "لبّ",
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("options", [Options(), WHOLE], ids=["article", "whole"])
def test_hostile_pages_keep_their_text_within_bounds(tmp_path, name, options):
    began = time.process_time()
    got = page(tmp_path, HOSTILE[name], options)
    assert "لب" in got.text
    assert time.process_time() - began < 60


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<div dir=rtl>", "</div>", "<table>", "<tr>", "<td>", "</table>", "<ul>", "<li>", "<pre>", "نص ",
             "<br>", "<a href='#x'>", "</a>", "<h1>", "</h1>", "<sup>", "&nbsp;", "\x00", "<!--", "-->", "<q>", "<rt>", "a\u202e",
             "<blockquote>", "<article>", "<nav>", "<![CDATA[", "<script>", "</script>", "<svg>", "<template>", "\ud800"]
        ),
        max_size=60,
    )
)  # fmt: skip
def test_any_tangle_of_tags_gives_a_text_or_an_error_of_ours(tmp_path_factory, parts):
    path = tmp_path_factory.mktemp("page") / "a.html"
    path.write_bytes("".join(parts).encode("utf-8", "surrogatepass"))
    try:
        got = read(path, "html")
    except FileError:
        return
    assert not set(got.text) & {"\0", "\r", *map(chr, range(0xD800, 0xE000))}
    assert all(block.end <= len(got.text) for block in got.blocks)

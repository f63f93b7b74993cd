# SPDX-License-Identifier: GPL-3.0-or-later
"""Small saved pages, office documents, books and PDF files, as they should be."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from tests import office_files, pdf_files, web_pages
from tests.fuzz import seeds_light as light

ROWS = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>أ</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
CHANGED = (
    '<w:p><w:ins w:author="زيد"><w:r><w:t>جديد</w:t></w:r></w:ins>'
    "<w:del><w:r><w:delText>قديم</w:delText></w:r></w:del></w:p>"
)
NOTED = '<w:p><w:r><w:t>نص</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
MHTML = (
    'From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
    "Content-Type: text/html; charset=utf-8\r\nContent-Location: https://example.org/a\r\n\r\n{}\r\n--x--\r\n"
)


def _written(write: Callable[[Path], Path]) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return write(Path(folder) / "seed").read_bytes()


def _docx() -> bytes:
    body = office_files.w_p("عنوان", '<w:pStyle w:val="Heading1"/><w:bidi/>') + ROWS + CHANGED + NOTED
    notes = '<w:footnote w:id="2"><w:p><w:r><w:t>حاشية</w:t></w:r></w:p></w:footnote>'
    return _written(lambda path: office_files.docx(path, body, footnotes=notes))


def _odt() -> bytes:
    heading = '<text:h text:outline-level="1">عنوان</text:h>'
    body = f'{heading}<text:p>فقرة <text:span>فيها</text:span><text:s text:c="3"/></text:p>'
    return _written(lambda path: office_files.odt(path, body, meta="<dc:creator>زيد</dc:creator>"))


def _epub() -> bytes:
    chapters = {"one": "<h1>باب</h1><p>نص أول</p>", "two": "<h1>باب ثانٍ</h1><p>نص <b>آخر</b></p><ul><li>بند</li></ul>"}
    nav = '<nav epub:type="toc"><ol><li><a href="one.xhtml">باب</a></li><li><a href="two.xhtml">ثانٍ</a></li></ol></nav>'
    return _written(lambda path: office_files.epub(path, chapters, nav=nav, metadata="<dc:title>كتاب</dc:title>"))


def _pdf() -> bytes:
    lines = ["عنوان المقال", "في الفقرة الأولى كلام طويل عن أهل المدينة", "وفي الثانية كلام آخر"]
    pages = [pdf_files.article(lines), pdf_files.article(lines[::-1])]
    return pdf_files.Pdf(pages=pages, outline=[("باب", 0)], info="/Title (x)").content()


def _page(make: Callable[[], web_pages.WebPage]) -> Callable[[], bytes]:
    page = make().html.encode()
    return lambda: page


SEEDS = {
    "html": [_page(web_pages.news), _page(web_pages.encyclopedia), _page(web_pages.blogger)],
    "mhtml": [lambda: MHTML.format(web_pages.news().html).encode()],
    "docx": [_docx],
    "odt": [_odt],
    "epub": [_epub],
    "pdf": [_pdf],
    "archive": [_epub, light.archive],
}

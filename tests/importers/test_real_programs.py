# SPDX-License-Identifier: GPL-3.0-or-later
# ruff: noqa: E501 - the article is as wide as it is
"""One Arabic article as Pandoc 2.17 and LibreOffice 7.4 write it: all of them come in alike."""

from __future__ import annotations

import pytest
from office_files import notices, read, shown

from reader.importers.extracted import NoticeKind
from tests.test_architecture import ROOT

FOLDER = ROOT / "tests" / "data" / "documents"
ARTICLE = [
    ("title", "", "معرض المخطوطات"),
    ("subtitle", "", "تقرير من الميناء"),
    ("", "", "ليلى حداد"),
    ("", "", "2024-03-15"),
    ("heading1", "", "مقدمة"),
    (
        "",
        "",
        "افتتحت الوزارةُ صباحَ أمسِ معرضًا يضم أكثر من 300 مخطوط.[1] وفيه نسخ مرقمنة (600 dpi) لم تُعرض من قبل، ورابط إلى الفهرس.",
    ),
    ("heading2", "", "ما فيه"),
    ("item1", "•", "مصحف بخط مغربي"),
    ("item1", "•", "خريطة للساحل"),
    ("item2", "–", "نسخة ملونة"),
    ("item2", "–", "نسخة أصلية"),
    ("item1", "1.", "جرد"),
    ("item1", "2.", "تصوير"),
    ("item2", "a.", "بالأبيض والأسود"),
    ("item2", "b.", "بالألوان"),
    ("quotation", "", "إن الورق يصبر أكثر مما نصبر."),
    ("caption", "", "جدول المقتنيات"),
    ("row1", "1", "القسم\tالعدد"),
    ("row", "1", "الخرائط\t٤٢"),
    ("row", "1", "الرسائل\t120"),
    ("", "", "هذه جملة أضيفت وهذه  كلمة، مدير المعرض قال ذلك."),
    ("", "", "WTDC-25 مؤتمر في باكو."),
    ("code", "", "مكتبة/"),
    ("", "", "   خرائط/"),
    ("", "", "النهاية."),
    ("note", "1", "سجل المكتبة، ص ١٢."),
]


@pytest.mark.parametrize("name", ["pandoc.docx", "libreoffice.docx", "libreoffice.odt"])
def test_a_document_comes_in_with_all_its_structure(name):
    got = read(FOLDER / name, name.rpartition(".")[2])
    bullets = str.maketrans("–", "•")
    assert [(kind, label.translate(bullets), text) for kind, label, text in shown(got)] == [
        (kind, label.translate(bullets), text) for kind, label, text in ARTICLE
    ]
    assert notices(got) == {NoticeKind.TRACKED_CHANGES: 2}
    assert dict(got.metadata)["author"] == "ليلى حداد"


@pytest.mark.parametrize("name", ["pandoc.docx", "libreoffice.docx", "libreoffice.odt"])
def test_its_comment_is_about_the_same_words(name):
    got = read(FOLDER / name, name.rpartition(".")[2])
    (comment,) = got.comments
    assert got.text[comment.start : comment.end] == "مدير المعرض"
    assert (comment.text, comment.author, comment.created[:10]) == ("راجع الاسم", "سامر قاسم", "2024-03-16")


def test_a_book_comes_in_with_all_its_structure():
    got = read(FOLDER / "pandoc.epub", "epub")
    wanted = [line for line in ARTICLE if line[0] not in ("title", "subtitle", "")]
    shown_lines = [line for line in shown(got) if line[0] and line[2] != "معرض المخطوطات"]
    plain = str.maketrans("", "", "•–.")
    assert [(kind, label.translate(plain), text) for kind, label, text in shown_lines] == [
        (kind, label.translate(plain), text) for kind, label, text in wanted
    ]
    assert (got.title, dict(got.metadata)["date"]) == ("معرض المخطوطات", "2024-03-15")

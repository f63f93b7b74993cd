# SPDX-License-Identifier: GPL-3.0-or-later
"""PDF files give their text in reading order with its structure, say what cannot be trusted, and do no harm."""

from __future__ import annotations

import contextlib
import unicodedata
from pathlib import Path

import pytest
from pdf_files import Line, Pdf, article

from reader.errors import Cancelled, FileDamaged, FileError, FileProtected, NoText
from reader.importers import pdf
from reader.importers.extracted import Extracted, NoticeKind, Options
from reader.model.structure import BlockKind

FULL = "وقال الوزير في كلمته أمام أعضاء المجلس إن الحكومة تعمل على تطوير المدارس في كل مدينة"
REST = "ولا بد من زيارة المكتبة (بنيت عام 1932) كل أسبوع."


def _read(path: Path) -> Extracted:
    return next(pdf.extract(path, Options(), lambda _done, _total: None, lambda: False))


def _blocks(found: Extracted, kind: BlockKind) -> list[str]:
    return [found.text[block.start : block.end] for block in found.blocks if block.kind is kind]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "مقال.pdf"


def test_lines_become_paragraphs_in_reading_order(path: Path) -> None:
    Pdf([article([FULL, FULL, REST, FULL, REST])]).write(path)
    assert _read(path).text.split("\n") == [f"{FULL} {FULL} {REST}", f"{FULL} {REST}"]


@pytest.mark.parametrize(
    "line",
    [
        "اعتمدت المكتبة معيار MARC 21 وبرنامج Koha الحر، وبلغت كلفتها 3,750,000 دينار (نحو 1.2 مليون دولار).",
        "اتصل بالرقم 555-0134 من الساعة 8:30 إلى 20:00 كل يوم ثلاثاء: لا إعارة بعدها.",
        "بلغت النسبة 40% في عام ٢٠٢٥، و«لا معنى لمدينة بلا كتاب».",
        "كَتَبَ الطَّالِبُ رِسَالَةً إِلَى أُسْتَاذِهِ ثُمَّ ذَهَبَ إِلَى المَكْتَبَةِ.",
        "الرمز 𞸀 يليه رمز آخر ثم كلمة باكو.",
    ],
)
def test_numbers_latin_words_brackets_and_vowels_stand_where_they_belong(path: Path, line: str) -> None:
    Pdf([article([FULL, line])]).write(path)
    assert unicodedata.normalize("NFC", line) in unicodedata.normalize("NFC", _read(path).text)


def test_shapes_of_letters_become_letters(path: Path) -> None:
    from arabic_reshaper import reshape

    Pdf([[Line(reshape("قال إن الكتاب لا يمل"), 700)]]).write(path)
    assert _read(path).text == "قال إن الكتاب لا يمل"


def test_columns_are_read_from_the_right_one_after_the_other(path: Path) -> None:
    short = "وقال الوزير في كلمته أمام أعضاء المجلس"
    right = [Line(f"{short} {number}", 700 - 18 * number, right=545) for number in range(1, 8)]
    left = [Line(f"{short} {number + 50}", 694 - 18 * number, right=275) for number in range(1, 8)]
    Pdf([[*right, *left]]).write(path)
    numbers = [int(word) for word in _read(path).text.split() if word.isdecimal()]
    assert numbers == [*range(1, 8), *range(51, 58)]


def test_headers_footers_and_page_numbers_are_left_out_and_pages_kept(path: Path) -> None:
    own = ("السلام", "الأندلس", "الوادي", "المدينة")
    pages = [
        [
            Line("تقرير مصلحة المياه", 815, size=9),
            *article([f"زار الوفد حي {name} يوم الثلاثاء.", f"وأشاد الوفد بأهل حي {name} كثيرا."]),
            Line(str(number + 11), 30, right=300),
        ]
        for number, name in enumerate(own)
    ]
    Pdf(pages).write(path)
    found = _read(path)
    assert "تقرير مصلحة المياه" not in found.text
    assert [block.label for block in found.blocks if block.kind is BlockKind.PAGE] == ["11", "12", "13", "14"]
    assert [block.level for block in found.blocks if block.kind is BlockKind.PAGE] == [1, 2, 3, 4]


def test_labels_of_pages_are_those_of_the_file(path: Path) -> None:
    Pdf([article([REST]), article([REST]), article([REST])], labels="0 << /S /r >> 2 << /S /D /St 7 >>").write(path)
    assert [block.label for block in _read(path).blocks if block.kind is BlockKind.PAGE] == ["i", "ii", "7"]


def test_a_paragraph_goes_on_over_a_page_and_the_page_begins_inside_it(path: Path) -> None:
    Pdf([article([FULL, FULL]), article([REST])]).write(path)
    found = _read(path)
    assert found.text == f"{FULL} {FULL} {REST}"
    assert [block.start for block in found.blocks if block.kind is BlockKind.PAGE] == [0, 2 * len(FULL) + 2]


def test_larger_lines_are_title_and_headings(path: Path) -> None:
    lines = [
        Line("افتتاح مكتبة المدينة", 780, size=24),
        *article([FULL, REST], top=740),
        Line("إقبال كبير في اليوم الأول", 680, size=16),
        *article([FULL, REST], top=640),
    ]
    Pdf([lines]).write(path)
    found = _read(path)
    assert (found.title, _blocks(found, BlockKind.TITLE)) == ("افتتاح مكتبة المدينة", ["افتتاح مكتبة المدينة"])
    assert _blocks(found, BlockKind.HEADING) == ["إقبال كبير في اليوم الأول"]


def test_bookmarks_make_headings_where_they_stand_and_sections_elsewhere(path: Path) -> None:
    lines = article(["الفصل الأول", FULL, REST])
    Pdf([lines, article([FULL, REST])], outline=[("الفصل الأول", 0), ("ملحق", 1)]).write(path)
    found = _read(path)
    assert _blocks(found, BlockKind.HEADING) == ["الفصل الأول"]
    assert [block.label for block in found.blocks if block.kind is BlockKind.SECTION] == ["ملحق"]


def test_rows_of_a_table_are_read_from_the_right(path: Path) -> None:
    rows = [("الحي", "السكان"), ("الأندلس", "12,400"), ("السلام", "8,950")]
    cells = [
        Line(cell, 700 - 20 * number, right=545 - 200 * column)
        for number, row in enumerate(rows)
        for column, cell in enumerate(row)
    ]
    Pdf([cells]).write(path)
    assert _blocks(_read(path), BlockKind.ROW) == ["\t".join(row) for row in rows]


def test_what_the_file_says_of_itself_is_kept(path: Path) -> None:
    Pdf([article([REST])], info="/Author (Layla) /CreationDate (D:20251014120000Z) /Title (book.docx)").write(path)
    found = _read(path)
    known = dict(found.metadata)
    assert (known["author"], known["date"], found.title) == ("Layla", "2025-10-14", "")
    assert len(known[pdf.FILE_DIGEST]) == 64


def test_a_note_in_small_type_is_a_note(path: Path) -> None:
    note = "(1) انظر كتاب المدن القديمة، ص 12."
    Pdf([[*article([FULL, REST] * 4), Line(note, 120, size=8)]]).write(path)
    assert _blocks(_read(path), BlockKind.NOTE) == [note]


def test_a_latin_word_that_was_divided_is_joined(path: Path) -> None:
    lines = ["This is a sentence in a language that divides its words, an exam-", "ple of which is here."]
    Pdf([[Line(lines[0], 700, base="L"), Line(lines[1], 682, right=281, base="L")]]).write(path)
    assert "an example of which" in _read(path).text


def test_a_bullet_makes_an_item(path: Path) -> None:
    Pdf(
        [[*article([FULL, REST]), Line("• قاعة المطالعة", 700, right=525), Line("• قاعة الأطفال", 682, right=525)]]
    ).write(path)
    found = _read(path)
    assert _blocks(found, BlockKind.ITEM) == ["قاعة المطالعة", "قاعة الأطفال"]
    assert {block.label for block in found.blocks if block.kind is BlockKind.ITEM} == {"•"}


# What cannot be trusted


def test_good_text_is_called_good(path: Path) -> None:
    Pdf([article([FULL, REST] * 6)]).write(path)
    assert _read(path).notices == ()


def test_words_that_do_not_exist_are_told_as_damage(path: Path) -> None:
    Pdf([article(["قثصض طظغخ حجذز شسيب لاتن مكطظ زورذ ءئؤر ىةوز"] * 12)]).write(path)
    kinds = {notice.kind for notice in _read(path).notices}
    assert kinds & {NoticeKind.DAMAGED, NoticeKind.LOW_QUALITY}


def test_a_scan_says_that_it_needs_ocr(path: Path) -> None:
    Pdf([[], []], picture_pages=(0, 1)).write(path)
    with pytest.raises(NoText, match="OCR"):
        _read(path)


def test_scanned_pages_among_others_are_counted(path: Path) -> None:
    Pdf([article([FULL, REST]), []], picture_pages=(1,)).write(path)
    notice = next(one for one in _read(path).notices if one.kind is NoticeKind.NEEDS_OCR)
    assert (notice.count, notice.detail) == (1, "2")


# Passwords and damage


def test_a_password_is_told(path: Path) -> None:
    Pdf([article([REST])], user_password="secret").write(path)
    with pytest.raises(FileProtected):
        _read(path)


def test_a_file_that_only_its_owner_may_change_opens(path: Path) -> None:
    Pdf([article([REST])], user_password="").write(path)
    assert _read(path).text == REST


def test_every_truncation_is_a_clear_error_or_a_text(path: Path) -> None:
    whole = Pdf([article([FULL, REST]), article([REST])]).content()
    for length in range(0, len(whole), 97):
        path.write_bytes(whole[:length])
        _text_or_error(path)


def test_other_bytes_in_the_file_are_a_clear_error_or_a_text(path: Path) -> None:
    whole = bytearray(Pdf([article([FULL, REST])]).content())
    for at in range(9, len(whole), 61):
        damaged = bytearray(whole)
        damaged[at] ^= 0xFF
        path.write_bytes(damaged)
        _text_or_error(path)


def _text_or_error(path: Path) -> None:
    with contextlib.suppress(FileError):
        assert isinstance(_read(path).text, str)


def test_what_is_no_pdf_is_told(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 40)
    with pytest.raises(FileDamaged):
        _read(path)


def test_a_tree_of_pages_that_leads_back_to_itself_ends(path: Path) -> None:
    content = Pdf([article([REST])]).content().replace(b"/Kids [6 0 R] /Count 1", b"/Kids [2 0 R] /Count 9")
    path.write_bytes(content)
    _text_or_error(path)


def test_a_million_pages_that_are_not_there_take_no_time(path: Path) -> None:
    content = Pdf([article([REST])]).content().replace(b"/Count 1", b"/Count 999999")
    path.write_bytes(content)
    _text_or_error(path)


def test_actions_scripts_and_remote_files_are_ignored(path: Path) -> None:
    actions = (
        "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> "
        "/AA << /WC << /S /Launch /F (calc.exe) >> /DS << /S /GoToR /F (//example.org/x.pdf) >> >>"
    )
    Pdf([article([REST])], catalog=actions).write(path)
    assert _read(path).text == REST


def test_a_giant_page_is_read_like_any_other(path: Path) -> None:
    Pdf([article([REST])], media=(14400, 14400)).write(path)
    assert _read(path).text == REST


def test_it_stops_when_it_is_cancelled(path: Path) -> None:
    Pdf([article([REST])]).write(path)
    with pytest.raises(Cancelled):
        next(pdf.extract(path, Options(), lambda _done, _total: None, lambda: True))


def test_a_page_that_cannot_be_read_is_told_and_the_others_are_there(path: Path) -> None:
    pages = [article([f"هذه صفحة {name} وما فيها."]) for name in ("أولى", "ثانية", "ثالثة")]
    path.write_bytes(Pdf(pages).content().replace(b"8 0 obj\n<< /Type /Page ", b"8 0 obj\n<< /Type /Pabe ", 1))
    found = _read(path)
    assert "أولى" in found.text
    assert "ثالثة" in found.text


def test_letters_that_stand_nowhere_are_left_out(path: Path) -> None:
    content = Pdf([article([FULL, REST])]).content()
    path.write_bytes(content.replace(b" 762.00 Tm", b" 1e39e9 Tm", 1))
    assert FULL in _read(path).text

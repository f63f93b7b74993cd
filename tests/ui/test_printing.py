# SPDX-License-Identifier: GPL-3.0-or-later
"""The article on paper: every letter can be found again, notes stand beside their lines, long ones flow on."""

from __future__ import annotations

import io
import re
import zlib
from dataclasses import replace

import pypdfium2
import pytest
from builders import TEXTS as TEXTS_OF_WINDOW
from hand import Hand, Start
from interchange.nasty import TEXTS, annotation, content_of
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QImage, QPainter, QRawFont
from PySide6.QtPrintSupport import QPrinter

from reader.errors import Cancelled
from reader.interchange.passages import passages_of
from reader.store import Library
from reader.text.chunks import ChunkedText
from reader.text.spans import Span
from reader.ui.dialogs.waiting import Waiting
from reader.ui.fonts import load_reading_face
from reader.ui.printing.composing import Composer
from reader.ui.printing.pdf_file import PdfFile
from reader.ui.printing.setting import paint_on
from reader.ui.printing.sheet import HEIGHT, WIDTH, Sheet, glyphs_of
from reader.ui.theme import load_theme

PARAGRAPH = "زار الوزير مدينة باكو يوم الاثنين ووعد منها في اليوم التالي وقال إن المؤتمر ينعقد بمشاركة كثيرين. "


@pytest.fixture(autouse=True)
def face(qapp) -> None:
    load_reading_face()


def composer(content, language="ar") -> Composer:
    return Composer(passages_of(content, language), language, load_theme("light"))


def pdf_of(content, language="ar") -> pypdfium2.PdfDocument:
    stream = io.BytesIO()
    file = PdfFile(stream, content.document.title, "ar", right_to_left=True)
    for sheet in composer(content, language).pages():
        file.add(sheet)
    file.finish()
    return pypdfium2.PdfDocument(stream.getvalue())


def letters(text: str) -> str:
    """What is left of a text when spaces, and what cannot be seen, are left out."""
    return "".join(char for char in text if char.isalnum())


def shown_letters(sheets: list[Sheet]) -> str:
    return letters("".join(glyph.text for sheet in sheets for run in sheet.glyphs for glyph in glyphs_of(run)))


def with_text(text: str, *spans: tuple[int, int], note: str = "") -> object:
    content = content_of("plain", overlapping=False)
    document = replace(content.document, length=len(text), metadata=(), title="عنوان")
    made = [annotation(text, document, 2 * number, Span(*span), note=note) for number, span in enumerate(spans)]
    return replace(
        content,
        document=document,
        text=ChunkedText.from_string(text),
        annotations=lambda: iter(made),
        relations=lambda: iter(()),
        links={},
    )


@pytest.mark.parametrize("text_name", TEXTS)
def test_every_letter_of_the_text_is_on_the_page(text_name):
    sheets = list(composer(content_of(text_name)).pages())
    found = shown_letters(sheets)

    for char in set(letters(TEXTS[text_name])):
        assert found.count(char) >= TEXTS[text_name].count(char), char


def test_the_words_of_a_line_can_be_copied_from_the_file():
    (page,) = list(pdf_of(with_text("زار الوزير مدينة باكو يوم الاثنين")))
    text = page.get_textpage().get_text_range()

    assert "زار الوزير مدينة باكو" in text


def test_vowel_signs_and_ligatures_can_be_copied_from_the_file():
    text = "كَتَبَ إلا لله محمد"
    (page,) = list(pdf_of(with_text(text)))
    found = page.get_textpage().get_text_range()

    assert all(found.count(char) >= text.count(char) for char in set(text))
    assert "محمد" in found
    assert "إلا" in found


def test_the_reading_face_is_embedded():
    (page,) = list(pdf_of(with_text("زار الوزير")))
    objects = [each for each in page.get_objects() if isinstance(each, pypdfium2.PdfTextObj)]

    assert objects
    assert all(each.get_font().is_embedded for each in objects)


def test_a_tag_in_the_middle_of_a_word_does_not_change_its_glyphs():
    text = PARAGRAPH * 2
    whole, tagged = (next(composer(each).pages()) for each in (with_text(text), with_text(text, (6, 8))))

    def body(sheet: Sheet) -> list[list[int]]:
        return [run.run.glyphIndexes() for run in sheet.glyphs if run.run.rawFont().pixelSize() == 270]

    assert body(whole)
    assert body(whole) == body(tagged)


def test_a_note_stands_in_the_outer_margin_beside_its_line():
    text = "\n".join([PARAGRAPH * 2] * 4)
    place = text.rindex("باكو")
    (sheet,) = composer(with_text(text, (place, place + 4), note="حاشية عن المدينة")).pages()
    note = [run for run in sheet.glyphs if "حاشية" in run.text.decode("utf-16-le")]
    line = [run for run in sheet.glyphs if run.run.rawFont().pixelSize() == 270]
    (label,) = [run for run in sheet.glyphs if run.run.rawFont().pixelSize() == 112]

    assert max(run.x for run in note) < min(run.x for run in line)
    assert abs(min(glyph.y for run in note for glyph in glyphs_of(run)) - next(glyphs_of(label)).y) < 900


def test_a_long_note_flows_on_to_the_next_pages_and_loses_nothing():
    note = "\n".join(f"سطر رقم {number} من حاشية طويلة جدا" for number in range(150))
    sheets = list(composer(with_text("زار الوزير باكو", (11, 15), note=note)).pages())

    assert len(sheets) > 1
    wanted = letters(note)
    found = shown_letters(sheets)
    assert all(found.count(char) >= wanted.count(char) for char in set(wanted))


def test_nothing_stands_beyond_the_edges_of_the_paper():
    for name in TEXTS:
        for sheet in composer(content_of(name)).pages():
            for run in sheet.glyphs:
                for glyph in glyphs_of(run):
                    assert 0 < glyph.x < WIDTH
                    assert 0 < glyph.y < HEIGHT


def test_pages_are_numbered_and_headed():
    sheets = list(composer(with_text("\n".join([PARAGRAPH * 4] * 30))).pages())
    said = [{run.text.decode("utf-16-le") for run in sheet.glyphs} for sheet in sheets]

    assert len(sheets) > 2
    assert "١" in said[0]
    assert {"٢", "عنوان"} <= said[1]


def test_a_very_long_paragraph_is_set_in_bounded_stretches():
    sheets = list(composer(with_text(PARAGRAPH * 300)).pages())
    found = shown_letters(sheets)

    assert found.count("ز") >= (PARAGRAPH * 300).count("ز")
    assert max(len(run.text) for sheet in sheets for run in sheet.glyphs) < 2 * 5000


def test_setting_stops_when_it_is_cancelled():
    with pytest.raises(Cancelled):
        list(composer(with_text(PARAGRAPH)).pages(cancelled=lambda: True))


def test_a_sheet_can_be_painted_for_a_printer():
    (sheet,) = composer(with_text(PARAGRAPH, (0, 3))).pages()
    image = QImage(1190, 1684, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(1190 / WIDTH, 1684 / HEIGHT)
    sheet.paint(painter)
    painter.end()

    assert any(image.pixelColor(x, y).lightness() < 60 for x in range(400, 1100) for y in range(140, 320))


def test_an_embedded_face_draws_the_glyphs_that_are_used():
    stream = io.BytesIO()
    file = PdfFile(stream, "عنوان", "ar", right_to_left=True)
    (sheet,) = composer(with_text(PARAGRAPH * 2)).pages()
    file.add(sheet)
    file.finish()
    packed = re.findall(rb"stream\n(.*?)\nendstream", stream.getvalue(), re.DOTALL)
    programs = [each for each in map(zlib.decompress, packed) if each.startswith(b"\0\1\0\0")]
    faces = [QRawFont(QByteArray(program), 100) for program in programs]
    body = [run for run in sheet.glyphs if run.run.rawFont().pixelSize() == 270]
    used = {glyph.number for run in body for glyph in glyphs_of(run) if glyph.text.isalnum()}

    assert used
    assert any(all(not face.pathForGlyph(number).isEmpty() for number in used) for face in faces)
    assert max(map(len, programs)) < 200_000


def test_the_printer_gets_every_page(tmp_path):
    with Library.open(tmp_path / "library.db") as library:
        document = library.texts.add("\n".join([PARAGRAPH * 4] * 30), title="عنوان")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    asked = {"progress": lambda _done, _total: None, "cancelled": lambda: False}
    count = paint_on(printer, tmp_path / "library.db", document.id, "ar", **asked)

    assert count > 2
    with pypdfium2.PdfDocument(tmp_path / "printed.pdf") as file:
        assert len(file) == count


@pytest.fixture
def hand(start: Start, tmp_path, language: str) -> Hand:
    path = tmp_path / "مقال.txt"
    path.write_text(TEXTS_OF_WINDOW["mixed"], encoding="utf-8")
    return start(path, language=language)


def test_the_open_document_is_saved_as_a_file_from_the_window(hand, tmp_path):
    out = tmp_path / "صفحات.pdf"
    assert hand.desk.actions["save_pdf"].isEnabled()
    hand.desk.printing.save(out)
    hand.wait(out.exists, 30_000)

    with pypdfium2.PdfDocument(out) as file:
        assert len(file) == 1
    hand.wait(lambda: not hand.desk.window.findChildren(Waiting), 10_000)
    assert [each.name for each in tmp_path.glob(".*part")] == []


def test_a_file_that_cannot_be_written_is_told(hand, tmp_path, qtbot):
    with qtbot.waitSignal(hand.desk.printing.failed, timeout=30_000) as told:
        hand.desk.printing.save(tmp_path)

    assert str(tmp_path) in str(told.args[0])

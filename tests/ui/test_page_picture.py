# SPDX-License-Identifier: GPL-3.0-or-later
"""The picture of the page stands beside the text, follows it, leads back to it, and says why when it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest
from hand import Hand, Start
from pdf_files import Pdf, article
from PySide6.QtCore import QPoint, Qt

from reader.ui.page_picture import place_of_line

WORDS = "وقال الوزير في كلمته أمام أعضاء المجلس إن الحكومة تعمل على تطوير المدارس في كل مدينة"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    names = ("الأولى", "الثانية", "الثالثة")
    pages = [article([f"هذه هي الصفحة {name}.", *[f"{WORDS}."] * 30], step=22) for name in names]
    return Pdf(pages, labels="0 << /S /D /St 41 >>").write(tmp_path / "كتاب.pdf")


def _shown(start: Start, book: Path, language: str = "en") -> Hand:
    hand = start(book, language=language)
    hand.wait(lambda: hand.text.startswith("هذه هي الصفحة"))
    hand.desk.actions["page_picture"].trigger()
    hand.wait(hand.desk.page_picture.view.place.text)
    return hand


def test_the_picture_is_shown_with_the_name_of_its_page(start: Start, book: Path, language: str) -> None:
    hand = _shown(start, book, language)
    view = hand.desk.page_picture.view
    assert "41" in view.place.text()
    assert view.sheet.width() > 200
    assert hand.desk.actions["page_picture"].isChecked()


def test_it_follows_the_text(start: Start, book: Path) -> None:
    hand = _shown(start, book)
    hand.desk.window.pane.start_at(hand.text.index("الصفحة الثالثة"))
    hand.wait(lambda: hand.desk.page_picture.view.page == 2)


def test_turning_its_pages_moves_the_text(start: Start, book: Path) -> None:
    hand = _shown(start, book)
    hand.desk.page_picture.view.later.click()
    hand.wait(lambda: hand.desk.page_picture.view.page == 1)
    top = hand.desk.window.pane.top_offset
    assert abs(top - hand.text.index("هذه هي الصفحة الثانية")) < 200


def test_a_click_on_a_line_leads_to_it_in_the_text(start: Start, book: Path) -> None:
    hand = _shown(start, book)
    sheet = hand.desk.page_picture.view.sheet
    place = QPoint(round(sheet.width() * 0.85), round(sheet.height() * (842 - 780 - 4) / 842))
    hand.desk.window.pane.start_at(300)
    hand.qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=place)
    hand.wait(lambda: hand.desk.window.pane.caret == hand.text.index("هذه هي الصفحة الأولى"))


def test_it_can_be_made_larger(start: Start, book: Path) -> None:
    hand = _shown(start, book)
    view = hand.desk.page_picture.view
    before = view.sheet.width()
    view.larger.click()
    hand.wait(lambda: view.sheet.width() > 1.1 * before)


def test_a_file_that_has_changed_is_told(start: Start, book: Path) -> None:
    hand = start(book)
    hand.wait(lambda: hand.text.startswith("هذه هي الصفحة"))
    Pdf([article(["نص آخر"])]).write(book)
    hand.desk.actions["page_picture"].trigger()
    hand.wait(lambda: "changed" in hand.desk.page_picture.view.message.text())


def test_a_file_that_is_gone_is_told(start: Start, book: Path) -> None:
    hand = start(book)
    hand.wait(lambda: hand.text.startswith("هذه هي الصفحة"))
    book.unlink()
    hand.desk.actions["page_picture"].trigger()
    hand.wait(lambda: "no longer" in hand.desk.page_picture.view.message.text())


def test_a_text_from_elsewhere_has_no_picture(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "مقال.txt"
    path.write_text("نص قصير\n", encoding="utf-8")
    hand = start(path)
    hand.desk.actions["page_picture"].trigger()
    hand.wait(lambda: "does not come" in hand.desk.page_picture.view.message.text())


def test_closing_it_unchecks_its_command(start: Start, book: Path) -> None:
    hand = _shown(start, book)
    hand.desk.page_picture.view.close_button.click()
    assert not hand.desk.actions["page_picture"].isChecked()
    assert not hand.desk.page_picture.view.isVisible()


def test_a_line_is_found_by_its_first_words() -> None:
    text = "كَتَبَ الطالب رسالة 😀\nثم ذهب إلى المكتبة"
    assert place_of_line(text, "ثم ذهب إلى") == text.index("ثم")
    assert place_of_line(text, "كتب الطالب") == 0
    assert place_of_line(text, "غير موجود") == 0

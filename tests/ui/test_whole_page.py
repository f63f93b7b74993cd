# SPDX-License-Identifier: GPL-3.0-or-later
"""A saved web page opens as its article; all of the page is there on request, and tags stay with their words."""

from __future__ import annotations

from pathlib import Path

from hand import Start
from web_pages import SENTENCES, news


def saved_page(folder: Path) -> Path:
    path = folder / "خبر.html"
    path.write_text(news().html, encoding="utf-8")
    return path


def test_the_whole_page_is_read_on_request(start: Start, tmp_path: Path) -> None:
    hand = start(saved_page(tmp_path))
    assert "نستخدم ملفات الارتباط" not in hand.text
    document = hand.desk.controller.document

    hand.desk.actions["whole_page"].trigger()

    hand.wait(lambda: "نستخدم ملفات الارتباط" in hand.text, 60_000)
    assert SENTENCES[0] in hand.text
    assert hand.desk.controller.document.id == document.id


def test_a_text_that_comes_from_no_page_says_so(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "نص.txt"
    path.write_text(SENTENCES[0], encoding="utf-8")
    hand = start(path)
    told = []
    hand.desk.importing.told.connect(told.append)

    hand.desk.importing.read_whole_page()

    assert len(told) == 1
    assert hand.text == SENTENCES[0]

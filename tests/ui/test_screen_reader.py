# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen reader finds the text of the article in the real window."""

from __future__ import annotations

from pathlib import Path

from hand import Start
from PySide6.QtGui import QAccessible


def test_the_page_is_a_document_with_its_text(start: Start, article: Path) -> None:
    hand = start(article)
    page = QAccessible.queryAccessibleInterface(hand.program.window.pane)
    assert page.role() is QAccessible.Role.Document
    served = page.textInterface()
    first_line = article.read_text(encoding="utf-8").split("\n")[0]
    assert served.text(0, len(first_line)) == first_line

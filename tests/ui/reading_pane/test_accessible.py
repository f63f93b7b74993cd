# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader is told of the page, asked through Qt's accessibility tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from builders import TEXTS
from pages import ARTICLE
from PySide6.QtGui import QAccessible, QAccessibleTextInterface

from reader.ui.reading_pane import ReadingPane, accessible


@pytest.fixture(scope="module", autouse=True)
def installed() -> Iterator[None]:
    accessible.install()
    return


def text_of(pane: ReadingPane) -> QAccessibleTextInterface:
    interface = QAccessible.queryAccessibleInterface(pane)
    assert interface is not None
    assert interface.role() is QAccessible.Role.Document
    return interface.textInterface()


@pytest.mark.parametrize("kind", list(TEXTS))
def test_the_text_in_view_is_served_verbatim(make_pane: Callable[..., ReadingPane], kind: str) -> None:
    served = text_of(make_pane(TEXTS[kind]))
    assert served.text(0, served.characterCount()).rstrip("\n") == TEXTS[kind]


def test_the_caret_is_told_and_can_be_set(pane: ReadingPane) -> None:
    served = text_of(pane)
    pane.go_to(ARTICLE.index("الدكتور"))
    position = served.cursorPosition()
    assert served.text(position, position + 7) == "الدكتور"
    wanted = served.text(0, served.characterCount()).index("WTDC")
    served.setCursorPosition(wanted)
    assert pane.caret == ARTICLE.index("WTDC")


def test_a_letter_is_found_where_it_stands(pane: ReadingPane) -> None:
    served = text_of(pane)
    position = served.text(0, served.characterCount()).index("سيد")
    box = served.characterRect(position)
    assert box.width() > 2
    assert abs(served.offsetAtPoint(box.center()) - position) <= 1


def test_a_pane_that_is_gone_leaves_no_trap(make_pane: Callable[..., ReadingPane], qtbot: object) -> None:
    for _ in range(20):
        pane = make_pane()
        assert text_of(pane).characterCount() > 0
        pane.close()
        pane.deleteLater()

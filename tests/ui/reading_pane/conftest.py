# SPDX-License-Identifier: GPL-3.0-or-later
"""A pane with the shipped face, plain colours and a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pages import ARTICLE, SHIPPED_FACES, reading_style
from PySide6.QtGui import QFontDatabase
from pytestqt.qtbot import QtBot

from reader.text.chunks import ChunkedText
from reader.text.direction import Direction
from reader.ui.reading_pane import ReadingPane


@pytest.fixture(scope="session", autouse=True)
def shipped_faces(qapp: object) -> None:
    for face in SHIPPED_FACES:
        assert QFontDatabase.addApplicationFont(str(face)) >= 0


@pytest.fixture
def make_pane(qtbot: QtBot) -> Iterator[Callable[..., ReadingPane]]:
    def make(text: str = ARTICLE, *, width: int = 700, height: int = 600, **style: object) -> ReadingPane:
        pane = ReadingPane(reading_style(**style))
        qtbot.addWidget(pane)
        pane.resize(width, height)
        pane.show_text(ChunkedText.from_string(text), Direction.RIGHT_TO_LEFT)
        pane.show()
        qtbot.waitExposed(pane)
        return pane

    return make


@pytest.fixture
def pane(make_pane: Callable[..., ReadingPane]) -> ReadingPane:
    return make_pane()

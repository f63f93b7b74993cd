# SPDX-License-Identifier: GPL-3.0-or-later
"""A user of the real window, for tests: mouse, keyboard, and waiting for what comes of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.model.annotation import Annotation
from reader.text.spans import Span
from reader.ui.app import Program
from reader.ui.desk import Desk


class Hand:
    """What a user does with a program: the window, mouse and keyboard, and waiting for what comes of it."""

    def __init__(self, qtbot: QtBot, program: Program) -> None:
        self.qtbot = qtbot
        self.program = program
        self.window = program.window
        self.pane = program.window.pane

    @property
    def desk(self) -> Desk:
        assert self.program.desk is not None
        return self.program.desk

    @property
    def text(self) -> str:
        text = self.desk.controller.text
        assert text is not None
        return "".join(piece for _, piece in text.texts())

    @property
    def annotations(self) -> list[Annotation]:
        return list(self.desk.controller.annotations_in(Span(0, len(self.text))))

    def wait(self, is_so: Callable[[], object], timeout_ms: int = 10_000) -> None:
        self.qtbot.waitUntil(lambda: bool(is_so()), timeout=timeout_ms)

    def wait_for_rest(self) -> None:
        self.wait(lambda: self.program.is_at_rest, 60_000)

    def press(self, key: Qt.Key | str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key as on the keyboard: whoever has the focus gets it."""
        target = QApplication.focusWidget() or self.pane
        if isinstance(key, str):
            for character in key:
                self._type(target, character)
        else:
            self.qtbot.keyClick(target, key, modifier)

    def _type(self, target: QWidget, character: str) -> None:
        """As the keyboard does, an Arabic one where need be: ``QTest.keyClicks`` knows ASCII only."""
        if character.isascii():
            self.qtbot.keyClicks(target, character)
            return
        for action in (QTest.KeyAction.Press, QTest.KeyAction.Release):
            modifier = Qt.KeyboardModifier.NoModifier
            QTest.sendKeyEvent(action, target, Qt.Key.Key_unknown, character, modifier, -1)

    def span_of(self, phrase: str) -> Span:
        start = self.text.index(phrase)
        return Span(start, start + len(phrase))

    def drag_over(self, span: Span) -> None:
        """Select with the mouse, from the first letter's beginning to the last one's end."""
        self.pane.reveal(span)
        viewport = self.pane.viewport()
        start, end = self._edge(span.start, at_end=False), self._edge(span.end - 1, at_end=True)
        self.qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
        self.qtbot.mouseMove(viewport, (start + end) / 2)
        self.qtbot.mouseMove(viewport, end)
        self.qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)

    def click_on(self, span: Span) -> None:
        self.pane.reveal(span)
        middle = (span.start + span.end) // 2
        rect = self.pane.rect_of(Span(middle, middle + 1))
        assert rect is not None
        self.qtbot.mouseClick(self.pane.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())

    def _edge(self, offset: int, *, at_end: bool) -> QPoint:
        rect = self.pane.rect_of(Span(offset, offset + 1))
        assert rect is not None
        if self.text[offset].isascii():
            x = rect.right() - 1 if at_end else rect.left() + 1
        else:
            x = rect.left() if at_end else rect.right() + 1
        return QPoint(x, rect.center().y())


Start = Callable[..., Hand]

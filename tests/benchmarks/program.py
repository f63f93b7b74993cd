# SPDX-License-Identifier: GPL-3.0-or-later
"""The program's real window as a subject of the benchmarks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from reader.importers import open_text_file
from reader.text.direction import Direction
from reader.ui.fonts import load_reading_face
from reader.ui.main_window import MainWindow
from reader.ui.reading_pane import ReadingStyle
from reader.ui.theme import load_theme
from tests.benchmarks.frames import Frames, settle
from tests.benchmarks.subjects import Geometry

PAGE_PX = 800
"""Width of the page's viewport: the longest line and its smallest margins."""


class Program:
    def __init__(self, geometry: Geometry, *, justified: bool) -> None:
        theme = load_theme("light")
        style = ReadingStyle(colours=theme.roles)
        style = replace(style, line_height=1.0, paragraph_gap_em=0.0, justified=justified, size_px=geometry.font_px)
        self.window = MainWindow(style)
        self.window.resize(1280, 900)
        self.window.show()
        self.frames = Frames(self.window.pane.viewport())
        settle()
        self.widen(geometry.viewport_width - self.window.pane.viewport().width())
        settle()

    def open(self, path: Path) -> None:
        self._file = open_text_file(path)
        self.window.pane.show_text(self._file.text, Direction.RIGHT_TO_LEFT)

    def shows_text(self) -> bool:
        return self.window.pane.layouts_made > 0

    def layouts(self) -> int:
        return self.window.pane.layouts_made

    def visible_stretches(self) -> int:
        return sum(1 for _ in self.window.pane.window_in_view.visible())

    def is_importing(self) -> bool:
        return False

    def keep(self, path: Path) -> None: ...

    def finish(self) -> None:
        settle()

    def scroll(self, notches: int) -> None:
        self.window.pane.scroll_by(notches * 3 * self._line_px())

    def _line_px(self) -> float:
        return self.window.pane.fontMetrics().lineSpacing()

    def jump(self, share: float) -> None:
        bar = self.window.pane.verticalScrollBar()
        bar.setValue(int(bar.maximum() * share))

    def widen(self, pixels: int) -> None:
        self.window.resize(self.window.width() + pixels, self.window.height())

    def close(self) -> None:
        self.window.close()


def page_geometry() -> dict[str, int]:
    """What the program's page measures in its own window, in pixels."""
    wanted = Geometry(viewport_width=PAGE_PX, viewport_height=0, column=0, font_px=24)
    QApplication([])
    load_reading_face()
    program = Program(wanted, justified=True)
    pane = program.window.pane
    size = pane.viewport().size()
    return {
        "viewport_width": size.width(),
        "viewport_height": size.height(),
        "column": round(pane.flow.width),
        "font_px": wanted.font_px,
    }

# SPDX-License-Identifier: GPL-3.0-or-later
"""What is compared: Qt's two text widgets here, each in a main window; the program itself in ``hashiya``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette, QTextOption
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from reader.ui.fonts import load_reading_face
from tests.benchmarks.frames import Frames, settle

FAMILY = "Amiri"


@dataclass(frozen=True, slots=True, kw_only=True)
class Geometry:
    """What every subject must share, in pixels: viewport and column of text; what is left between them is margin."""

    viewport_width: int
    viewport_height: int
    column: int
    font_px: int


class Subject(Protocol):
    """A window with a page of text. ``frames`` counts its page's frames."""

    frames: Frames

    def open(self, path: Path) -> None:
        """Begin to show the text of a file; the frame that shows it comes later."""

    def shows_text(self) -> bool:
        """Whether the frame just painted had text on it."""

    def scroll(self, notches: int) -> None:
        """Scroll by so many notches of a wheel, three lines each."""

    def jump(self, share: float) -> None:
        """Go to a place by its share of the document, 0 to 1."""

    def widen(self, pixels: int) -> None:
        """Make the column of text wider, or narrower, by so much."""

    def finish(self) -> None:
        """Wait until everything that an opening began has been done."""

    def close(self) -> None: ...

    def layouts(self) -> int:
        """Paragraphs laid out since the text was opened; 0 where nobody counts."""

    def visible_stretches(self) -> int: ...

    def is_importing(self) -> bool: ...


def page_font(geometry: Geometry) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(geometry.font_px)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def notch_px(geometry: Geometry) -> int:
    """What one notch of the wheel scrolls by: three lines of the page."""
    return 3 * round(QFontMetricsF(page_font(geometry)).height())


def started(name: str, geometry: Geometry) -> Subject:
    """An application with one window, on the screen and at rest. Names: ``hashiya``, ``hashiya ragged``, the peers'."""
    QApplication.instance() or QApplication([])
    load_reading_face()
    if name in _PEERS:
        return _PEERS[name](geometry)
    from tests.benchmarks.program import ProgramWindow

    return ProgramWindow(geometry, justified=name != "hashiya ragged")


class Peer:
    """What QTextEdit and QPlainTextEdit have in common. They read and decode the whole file: they know no other way."""

    def __init__(self, edit: QTextEdit | QPlainTextEdit, geometry: Geometry) -> None:
        self.edit = edit
        self.frames = Frames(edit.viewport())
        self.window = QMainWindow()
        self._notch_px = notch_px(geometry)
        edit.setFont(page_font(geometry))
        edit.setFrameStyle(0)
        edit.setReadOnly(True)
        edit.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        palette = edit.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor("#fffdf8"))
        edit.setPalette(palette)
        document = edit.document()
        document.setDocumentMargin((geometry.viewport_width - geometry.column) / 2)
        document.setUndoRedoEnabled(False)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)  # leading, which is the right edge in right-to-left text
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        self._show(geometry)

    def _show(self, geometry: Geometry) -> None:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignHCenter)
        bar = self.edit.verticalScrollBar().sizeHint().width()
        self.edit.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.edit.setFixedSize(geometry.viewport_width + bar, geometry.viewport_height)
        self.window.setCentralWidget(page)
        self.window.resize(geometry.viewport_width, geometry.viewport_height)
        self.window.show()
        settle()

    def open(self, path: Path) -> None:
        self.edit.setPlainText(path.read_text(encoding="utf-8"))

    def shows_text(self) -> bool:
        return self.edit.document().characterCount() > 1

    def jump(self, share: float) -> None:
        bar = self.edit.verticalScrollBar()
        bar.setValue(int(bar.maximum() * share))

    def widen(self, pixels: int) -> None:
        self.edit.setFixedWidth(self.edit.width() + pixels)
        self._activate(self.edit)

    def finish(self) -> None:
        settle()

    def close(self) -> None:
        self.window.close()

    def layouts(self) -> int:
        return 0

    def visible_stretches(self) -> int:
        return 0

    def is_importing(self) -> bool:
        return False

    @staticmethod
    def _activate(edit: QAbstractScrollArea) -> None:
        """Have the layout resize the widget now, not with the next event."""
        parent = edit.parentWidget()
        layout = parent.layout() if parent is not None else None
        if layout is not None:
            layout.activate()


class TextEditPeer(Peer):
    def __init__(self, geometry: Geometry) -> None:
        super().__init__(QTextEdit(), geometry)

    def scroll(self, notches: int) -> None:
        bar = self.edit.verticalScrollBar()
        bar.setValue(bar.value() + notches * self._notch_px)


class PlainTextEditPeer(Peer):
    """Its scroll bar counts lines."""

    def __init__(self, geometry: Geometry) -> None:
        super().__init__(QPlainTextEdit(), geometry)

    def scroll(self, notches: int) -> None:
        bar = self.edit.verticalScrollBar()
        bar.setValue(bar.value() + notches * 3)


_PEERS = {"QTextEdit": TextEditPeer, "QPlainTextEdit": PlainTextEditPeer}

# SPDX-License-Identifier: GPL-3.0-or-later
"""The window: a page in the middle, a sidebar at its trailing side, a status line below."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QMenuBar, QSplitter, QVBoxLayout, QWidget

from reader.ui.message_bar import MessageBar
from reader.ui.reading_pane import ReadingPane
from reader.ui.status_line import StatusLine
from reader.ui.theme import SPACE_PX

if TYPE_CHECKING:
    from reader.ui.reading_pane import ReadingStyle

_HEAD_HEIGHT_PX = 5 * SPACE_PX
"""Kept free from the first picture on, so that the page does not move when the menus come."""

_SMALLEST_PAGE_PX = 30 * SPACE_PX


class MainWindow(QMainWindow):
    """Places the panes. What stands in it at once is what the first picture of a page needs; the rest is added later.

    Signals:
        language_changed (): every text is to be taken anew.
        files_dropped (list of Path).
        data_dropped (QMimeData): text, or a part of a page of another program.
    """

    language_changed = Signal()
    files_dropped = Signal(list)
    data_dropped = Signal(object)

    def __init__(self, style: ReadingStyle) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.may_close: Callable[[], bool] = lambda: True
        self.menu_bar = QMenuBar()  # for one made by Qt, PySide would look through every class there is (6 ms)
        self.messages = MessageBar()
        self.pane = ReadingPane(style)
        self.status = StatusLine()
        self.sidebar = QFrame()
        self.sidebar.setObjectName("sidebar")
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._above_page = QVBoxLayout()
        self._arrange()

    def put_beside_page(self, widget: QWidget, width_px: int) -> None:
        """Add a pane between the page and the sidebar."""
        sidebar_px = self._splitter.sizes()[-1]
        self._splitter.insertWidget(1, widget)
        self._splitter.setSizes([max(self.width() - width_px - sidebar_px, _SMALLEST_PAGE_PX), width_px, sidebar_px])

    def put_above_page(self, widget: QWidget) -> None:
        """Add a bar between the messages and the page."""
        self._above_page.addWidget(widget)

    def fill_sidebar(self, panel: QWidget) -> None:
        """Put the panel into the sidebar, in place of what was there."""
        layout = self.sidebar.layout()
        assert layout is not None
        while (item := layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        layout.addWidget(panel)

    @property
    def sidebar_width_px(self) -> int:
        return self._splitter.sizes()[-1]

    def set_sidebar(self, *, shown: bool, width_px: int) -> None:
        self.sidebar.setVisible(shown)
        between = self._splitter.sizes()[1:-1]
        self._splitter.setSizes([max(self.width() - width_px - sum(between), _SMALLEST_PAGE_PX), *between, width_px])

    def show_title(self, title: str) -> None:
        self.setWindowTitle(f"{title} — Hashiya" if title else "Hashiya")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.messages.retranslate()
            self.status.retranslate()
            self.language_changed.emit()
        elif event.type() == QEvent.Type.LayoutDirectionChange:
            self._splitter.refresh()  # it does not turn round by itself (Qt 6.11)

    def closeEvent(self, event: QCloseEvent) -> None:
        """What was typed and could not be saved keeps the window open."""
        if self.may_close():
            super().closeEvent(event)
        else:
            event.ignore()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        mime = event.mimeData()
        is_ours = event.source() is not None
        if any(url.isLocalFile() for url in mime.urls()) or (not is_ours and (mime.hasText() or mime.hasHtml())):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if paths:
            self.files_dropped.emit(paths)
        else:
            self.data_dropped.emit(event.mimeData())

    def put_beside_menus(self, widget: QWidget) -> None:
        """Add buttons at the trailing end of the line of menus."""
        self._beside_menus.addWidget(widget)

    def _head(self) -> QWidget:
        head = QWidget()
        head.setFixedHeight(_HEAD_HEIGHT_PX)
        self._beside_menus = QHBoxLayout(head)
        self._beside_menus.setContentsMargins(0, 0, 0, 0)
        self._beside_menus.addWidget(self.menu_bar, 1, Qt.AlignmentFlag.AlignVCenter)
        return head

    def _arrange(self) -> None:
        page = QFrame()
        page.setObjectName("pageFrame")
        page.setMinimumWidth(_SMALLEST_PAGE_PX)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.messages)
        column.addLayout(self._above_page)
        column.addWidget(self.pane, 1)
        panel = QVBoxLayout(self.sidebar)
        panel.setContentsMargins(0, 0, 0, 0)
        self._splitter.addWidget(page)
        self._splitter.addWidget(self.sidebar)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(0, 1)
        whole = QWidget()
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._splitter, 1)
        rows.addWidget(self.status)
        self.setCentralWidget(whole)
        self.setMenuWidget(self._head())
        self.pane.setFocus()

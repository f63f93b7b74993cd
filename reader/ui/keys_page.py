# SPDX-License-Identifier: GPL-3.0-or-later
"""The page that lists every key: those of the menus from their table, those of the page by heart."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from reader.ui.actions import Actions, Menu
from reader.ui.i18n import isolated, translate
from reader.ui.theme import SPACE_PX

_SIZE = QSize(560, 680)


class KeysPage(QDialog):
    """Closes with Escape."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        self.resize(_SIZE)
        self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Keys"))
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(3 * SPACE_PX, SPACE_PX, 3 * SPACE_PX, 3 * SPACE_PX)
        grid.setHorizontalSpacing(3 * SPACE_PX)
        grid.setColumnStretch(0, 1)
        _add_group(grid, self.tr("On the page"), self._page_keys())
        for menu in Menu:
            _add_group(grid, translate("Actions", menu.value), self._menu_keys(menu))
        self._area.setWidget(table)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _menu_keys(self, menu: Menu) -> list[tuple[str, str]]:
        return [
            (action.text(), "  ".join(isolated(_name(key)) for key in action.shortcuts()))
            for _, action in self._actions.of_menu(menu)
            if action.shortcuts()
        ]

    def _page_keys(self) -> list[tuple[str, str]]:
        shift, control, alt = (_name(QKeySequence(f"{name}+A"))[:-2] for name in ("Shift", "Ctrl", "Alt"))
        return [
            (self.tr("Tag the selected words"), "1 … 9"),
            (self.tr("Move the caret by characters and lines"), "← → ↑ ↓"),
            (self.tr("Move by words and paragraphs"), f"{control}+← → ↑ ↓"),
            (self.tr("Move by sentences"), f"{alt}+↑ ↓"),
            (self.tr("Select while moving"), f"{shift}+← → ↑ ↓"),
            (self.tr("Start and end of the line; with Ctrl of the text"), "Home  End"),
            (self.tr("While a suggestion is set off: give it another tag"), "1 … 9"),
            (self.tr("While a suggestion is set off: go to the next, to the previous one"), f"Tab  {shift}+Tab"),
            (self.tr("Let the selection go, close what has popped up"), "Esc"),
        ]


def _add_group(grid: QGridLayout, title: str, rows: list[tuple[str, str]]) -> None:
    if not rows:
        return
    heading = QLabel(_plain(title))
    font = heading.font()
    font.setBold(True)
    heading.setFont(font)
    heading.setContentsMargins(0, 2 * SPACE_PX, 0, 0)
    grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
    for text, keys in rows:
        row = grid.rowCount()
        grid.addWidget(QLabel(_plain(text)), row, 0)
        shown = QLabel(isolated(keys))
        shown.setObjectName("quiet")
        grid.addWidget(shown, row, 1, Qt.AlignmentFlag.AlignLeading)


def _name(key: QKeySequence) -> str:
    return key.toString(QKeySequence.SequenceFormat.NativeText)


def _plain(text: str) -> str:
    """A menu's text without the signs of its mnemonic."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")

# SPDX-License-Identifier: GPL-3.0-or-later
"""The page that lists every key: those of the menus from their table, those of the page by heart."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from reader.ui.actions import Actions, Menu
from reader.ui.i18n import isolated, translate

_SIZE = QSize(520, 640)


class KeysPage(QDialog):
    """Closes with Escape."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.text = QTextBrowser()
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)
        self.resize(_SIZE)
        self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Keys"))
        parts = [_table(self.tr("On the page"), self._page_keys())]
        for menu in Menu:
            rows = [
                (action.text(), ", ".join(_name(key) for key in action.shortcuts()))
                for _, action in self._actions.of_menu(menu)
                if action.shortcuts()
            ]
            parts.append(_table(translate("Actions", menu.value), rows))
        self.text.setHtml("".join(parts))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _page_keys(self) -> list[tuple[str, str]]:
        keys = "{} + {}".format
        shift, control = _name(QKeySequence("Shift+A"))[:-2], _name(QKeySequence("Ctrl+A"))[:-2]
        return [
            (self.tr("Tag the selected words"), "1 … 9"),
            (self.tr("Move the caret by characters and lines"), "← → ↑ ↓"),
            (self.tr("Move by words and paragraphs"), keys(control, "← → ↑ ↓")),
            (self.tr("Move by sentences"), keys("Alt", "↑ ↓")),
            (self.tr("Select while moving"), keys(shift, "← → ↑ ↓")),
            (self.tr("Start and end of the line; with Ctrl of the text"), "Home, End"),
            (self.tr("Let the selection go, close what has popped up"), "Esc"),
        ]


def _name(key: QKeySequence) -> str:
    return key.toString(QKeySequence.SequenceFormat.NativeText)


def _table(title: str, rows: list[tuple[str, str]]) -> str:
    cells = "".join(
        f"<tr><td width='70%'>{escape(_plain(text))}</td><td>{escape(isolated(key))}</td></tr>" for text, key in rows
    )
    return f"<h3>{escape(_plain(title))}</h3><table width='100%' cellpadding='4'>{cells}</table>" if rows else ""


def _plain(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")

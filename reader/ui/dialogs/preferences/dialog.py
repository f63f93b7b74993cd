# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog of preferences: pages at the side, a search above them; every change holds at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.settings import Setting, Settings
from reader.text.normalise import folded
from reader.ui.dialogs.preferences.name_lists import NameListsPage
from reader.ui.dialogs.preferences.neural import NeuralPage
from reader.ui.dialogs.preferences.page import Page
from reader.ui.dialogs.preferences.rows import PAGES, READING, SUGGESTIONS, WORDS
from reader.ui.i18n import translate
from reader.ui.theme import SPACE_PX

_SIDE_PX, _ENTRY_PX = 200, 4 * SPACE_PX


class PreferencesDialog(QDialog):
    """Shows settings and asks for changes of them; knows no store.

    Signals: value_requested (Setting, object): the user set something; it holds at once.
    """

    value_requested = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit()
        self.entries = QListWidget()
        self.stack = QStackedWidget()
        self.nothing = QLabel()
        self.close_button = QPushButton()
        self.neural = NeuralPage()
        self.names = NameListsPage()
        self.pages: Mapping[str, Page] = {
            "reading": Page(READING),
            "words": Page(WORDS),
            "suggestions": Page(SUGGESTIONS),
            "neural": self.neural,
            "names": self.names,
        }
        self._lay_out()
        self._connect()
        self._retranslate()
        self.entries.setCurrentRow(0)

    def show_settings(self, settings: Settings) -> None:
        """Show what is set now on every page."""
        for page in self.pages.values():
            page.show_settings(settings)

    def show_setting(self, setting: Setting[Any], value: Any) -> None:
        """Something was set, here or in a menu."""
        for page in self.pages.values():
            page.show_setting(setting, value)

    def go_to(self, page_id: str) -> None:
        """Open a page; the search is forgotten."""
        self.search.clear()
        self.entries.setCurrentRow(list(self.pages).index(page_id))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _lay_out(self) -> None:
        self.search.setClearButtonEnabled(True)
        self.entries.setFixedWidth(_SIDE_PX)
        self.nothing.setObjectName("quiet")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for page in self.pages.values():
            item = QListWidgetItem()
            item.setSizeHint(QSize(0, _ENTRY_PX))
            self.entries.addItem(item)
            self.stack.addWidget(page)
        self.stack.addWidget(self.nothing)
        self.close_button.setAutoDefault(False)
        side = QVBoxLayout()
        side.setSpacing(SPACE_PX)
        side.addWidget(self.search)
        side.addWidget(self.entries, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, SPACE_PX, 0)
        foot.addStretch()
        foot.addWidget(self.close_button)
        main = QVBoxLayout()
        main.setSpacing(SPACE_PX)
        main.addWidget(self.stack, 1)
        main.addLayout(foot)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * SPACE_PX, 2 * SPACE_PX, SPACE_PX, 2 * SPACE_PX)
        layout.setSpacing(0)
        layout.addLayout(side)
        layout.addLayout(main, 1)
        self.resize(860, 620)

    def _connect(self) -> None:
        self.entries.currentRowChanged.connect(self._on_page_chosen)
        self.search.textChanged.connect(self._on_searched)
        self.search.returnPressed.connect(self._on_search_entered)
        self.close_button.clicked.connect(self.accept)
        for page in self.pages.values():
            page.value_requested.connect(self.value_requested)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.search.setFocus)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Preferences"))
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search"))
        self.entries.setAccessibleName(self.tr("Pages"))
        self.close_button.setText(self.tr("Close"))
        self.nothing.setText(self.tr("No setting is called so."))
        for index, (page_id, title) in enumerate(PAGES.items()):
            told = translate("Preferences", title)
            self.entries.item(index).setText(told)
            self.pages[page_id].title.setText(told)

    @Slot(int)
    def _on_page_chosen(self, row: int) -> None:
        if row >= 0:
            self.stack.setCurrentIndex(row)

    @Slot(str)
    def _on_searched(self, text: str) -> None:
        query = folded(" ".join(text.split()))
        found = []
        for index, (page_id, page) in enumerate(self.pages.items()):
            is_page = bool(query) and query in folded(self.entries.item(index).text())
            matches = page.search("" if is_page else query) or is_page
            self.entries.item(index).setHidden(not matches)
            found += [page_id] if matches else []
        self._show_first(found)

    def _on_search_entered(self) -> None:
        """From the search into what it found."""
        page = self.stack.currentWidget()
        if page is not None:
            page.setFocus()

    def _show_first(self, found: list[str]) -> None:
        ids = list(self.pages)
        current = self.entries.currentRow()
        if not found:
            self.stack.setCurrentWidget(self.nothing)
        elif current < 0 or ids[current] not in found:
            self.entries.setCurrentRow(ids.index(found[0]))
        else:
            self.stack.setCurrentIndex(current)

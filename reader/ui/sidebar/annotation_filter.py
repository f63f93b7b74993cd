# SPDX-License-Identifier: GPL-3.0-or-later
"""What narrows the list of annotations: words, tags, author."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from reader.ui.models.annotations import AnnotationFilter, AnnotationSource
from reader.ui.models.sentences import on_one_line
from reader.ui.models.tags import ShownTags
from reader.ui.sidebar.tag_menu import TagFilterButton, menu_text

_TYPING_RESTS_MS = 250


class AnnotationFilterBar(QWidget):
    """What narrows the list: words, tags, author.

    Signals: filter_changed (AnnotationFilter), a moment after the user stopped typing.
    """

    filter_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: AnnotationSource | None = None
        self.text = QLineEdit(clearButtonEnabled=True)
        self.tags_button = TagFilterButton()
        self.tags_menu = self.tags_button.tags_menu
        self.author = AuthorChoice()
        self._rest_timer = QTimer(self, singleShot=True, interval=_TYPING_RESTS_MS)
        self._lay_out()
        self._rest_timer.timeout.connect(self._tell)
        self.text.textChanged.connect(lambda _text: self._rest_timer.start())
        self.text.returnPressed.connect(self._tell)
        self.tags_menu.selection_changed.connect(lambda _chosen: self._tell())
        self.tags_menu.aboutToShow.connect(self._on_menu_about_to_show)
        self.author.author_chosen.connect(lambda _author: self._tell())
        self._retranslate()

    @property
    def filter(self) -> AnnotationFilter:
        author = self.author.author
        return AnnotationFilter(tag_ids=self.tags_menu.chosen, author=author, text=self.text.text().strip())

    def set_tags(self, tags: ShownTags) -> None:
        self.tags_button.set_tags(tags)

    def set_source(self, source: AnnotationSource | None) -> None:
        """The counts and authors offered come from here."""
        self._source = source
        self.author.set_source(source)
        self.setEnabled(source is not None)

    @Slot()
    def clear(self) -> None:
        """Let everything pass again."""
        self.text.clear()
        self.author.choose("")
        self.tags_menu.choose(frozenset())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.tags_button)
        row.addWidget(self.author)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 6)
        layout.setSpacing(6)
        layout.addWidget(self.text)
        layout.addLayout(row)

    def _retranslate(self) -> None:
        self.text.setPlaceholderText(self.tr("Search quotes and notes"))
        self.text.setAccessibleName(self.tr("Search quotes and notes"))
        self.author.retranslate()

    def _tell(self) -> None:
        self._rest_timer.stop()
        self.filter_changed.emit(self.filter)

    def _on_menu_about_to_show(self) -> None:
        if self._source is not None:
            self.tags_menu.set_counts(self._source.counts_by_tag())


class AuthorChoice(QToolButton):
    """All authors or one of them; they are looked up when the menu opens, for that reads every annotation.

    Signals: author_chosen (str author, "" for all).
    """

    author_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: AnnotationSource | None = None
        self.author = ""
        self.authors_menu = QMenu(self)
        self.authors_menu.aboutToShow.connect(self._fill)
        self.setMenu(self.authors_menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.retranslate()

    def set_source(self, source: AnnotationSource | None) -> None:
        """Another document's authors; all of them are chosen."""
        self._source = source
        self.author = ""
        self.retranslate()

    def choose(self, author: str) -> None:
        """Let one author pass, or all for "", and tell so."""
        self.author = author
        self.retranslate()
        self.author_chosen.emit(author)

    def retranslate(self) -> None:
        name = menu_text(on_one_line(self.author, 24)) if self.author else self.tr("All authors")
        self.setText(f"{name} ▾")
        self.setAccessibleName(self.tr("Filter by author"))
        self.setAccessibleDescription(name)

    def _fill(self) -> None:
        self.authors_menu.clear()
        authors = () if self._source is None else self._source.authors()
        for author in ("", *authors):
            text = menu_text(author) if author else self.tr("All authors")
            action = self.authors_menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(author == self.author)
            action.triggered.connect(lambda _checked=False, chosen=author: self.choose(chosen))

# SPDX-License-Identifier: GPL-3.0-or-later
"""What narrows the list of annotations: words, tags, author."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reader.ui.models.annotations import AnnotationFilter, AnnotationSource
from reader.ui.models.sentences import isolated
from reader.ui.models.tags import ShownTags
from reader.ui.sidebar.tag_menu import TagFilterButton

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
        self.author.activated.connect(lambda _row: self._tell())
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
        self.author.setCurrentIndex(0)
        self.tags_menu.choose(frozenset())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.tags_button)
        row.addWidget(self.author, 1)
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


class AuthorChoice(QComboBox):
    """All authors or one of them; they are looked up when the list opens, for that reads every annotation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: AnnotationSource | None = None
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.retranslate()

    @property
    def author(self) -> str:
        """The author chosen, "" for all."""
        return str(self.currentData() or "")

    def set_source(self, source: AnnotationSource | None) -> None:
        """Another document's authors; all of them are chosen."""
        self._source = source
        self._fill(())

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Filter by author"))
        self._fill([author] if (author := self.author) else ())

    def showPopup(self) -> None:
        if self._source is not None:
            self._fill(self._source.authors())
        super().showPopup()

    def _fill(self, authors: Sequence[str]) -> None:
        chosen = self.author
        self.clear()
        self.addItem(self.tr("All authors"), "")
        for author in authors:
            self.addItem(isolated(author), author)
        self.setCurrentIndex(max(self.findData(chosen), 0))

# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of one root in the library: those of the open text first, with how often and where they stand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.model.ids import DocumentId
from reader.text.direction import Direction
from reader.ui.dialogs.occurrence_row import OccurrenceDelegate
from reader.ui.models.occurrences import Index, Occurrence, OccurrenceRole
from reader.ui.models.sentences import filled, isolated
from reader.ui.theme import SPACE_PX
from reader.workspace.root_family import FamilyIn, FamilyPlace, FamilyWord

_WORD, _GLOSS, _HERE, _ELSEWHERE = range(4)
_PLACE = int(OccurrenceRole.RECORD) + 100
_WORD_PX, _ROOT_PX = 21, 26
_ROOM_PX = 6
"""Vocalised words are higher than their face says."""
_FILL_ALPHA = 60


class RootFamilyDialog(QDialog):
    """Stays open beside the text; Return or a double click on a place goes there.

    Signals:
        place_requested (str document id, Span). stopped (): closed, or the search is not wanted any more.
    """

    place_requested = Signal(str, object)
    stopped = Signal()

    def __init__(self, face: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = QFont(face)
        self._root = ""
        self._here: DocumentId | None = None
        self._items: dict[tuple[str, str], QTreeWidgetItem] = {}
        self._is_searching = self._is_whole = False
        self.headline, self.state = QLabel(), QLabel()
        self.tree = QTreeWidget()
        self.progress = QProgressBar()
        self.close_button = QPushButton()
        self._lay_out()
        self.tree.itemActivated.connect(self._on_activated)
        self.close_button.clicked.connect(self.reject)
        self.finished.connect(lambda _result: self.stopped.emit())
        self._retranslate()

    def begin(self, root: str, here: DocumentId | None) -> None:
        """Another root is looked for; ``here`` is the text that is open."""
        self._root, self._here = root, here
        self._items.clear()
        self.tree.clear()
        self._is_searching, self._is_whole = True, False
        self.progress.setRange(0, 0)
        self._tell()

    def show_progress(self, done: int, total: int) -> None:
        """So many code points of so many have been looked through."""
        self.progress.setRange(0, max(total, 1) >> 10 or 1)
        self.progress.setValue(done >> 10)

    def add(self, part: FamilyIn) -> None:
        """The words of one more text."""
        for word in part.words:
            self._add_word(part, word)
        first = self.tree.topLevelItem(0)
        if first is not None and self.tree.currentItem() is None:
            self.tree.setCurrentItem(first)
        self._tell()

    def end(self, *, is_whole: bool) -> None:
        """All has been looked through, or as much as is looked through at all."""
        self._is_searching, self._is_whole = False, is_whole
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _lay_out(self) -> None:
        font = QFont(self._face)
        font.setPixelSize(_ROOT_PX)
        self.headline.setFont(font)
        self.state.setObjectName("quiet")
        self.state.setWordWrap(True)
        self.tree.setColumnCount(4)
        self.tree.setUniformRowHeights(False)
        self.tree.setAlternatingRowColors(False)
        self.tree.setItemDelegate(_PlaceDelegate(self.tree, self._face))
        header = self.tree.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_GLOSS, QHeaderView.ResizeMode.Stretch)
        header.setStretchLastSection(False)
        self.progress.setTextVisible(False)
        self.close_button.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.addWidget(self.state, 1)
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE_PX, 2 * SPACE_PX, 2 * SPACE_PX, 2 * SPACE_PX)
        layout.setSpacing(SPACE_PX)
        layout.addWidget(self.headline)
        layout.addWidget(self.progress)
        layout.addWidget(self.tree, 1)
        layout.addLayout(foot)
        self.resize(720, 560)

    def _add_word(self, part: FamilyIn, word: FamilyWord) -> None:
        item = self._items.get((word.lemma, word.part_of_speech))
        if item is None:
            item = self._new_item(word)
        is_here = part.document_id == self._here
        column = _HERE if is_here else _ELSEWHERE
        item.setData(
            column, Qt.ItemDataRole.DisplayRole, int(item.data(column, Qt.ItemDataRole.DisplayRole)) + word.count
        )
        under = item if is_here else self._group(item, part, word)
        for place in word.places:
            item_of_place = _place_item(part, place)
            under.addChild(item_of_place)
            item_of_place.setFirstColumnSpanned(True)

    def _new_item(self, word: FamilyWord) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self.tree, [word.lemma, isolated(word.gloss)])
        font = QFont(self._face)
        font.setPixelSize(_WORD_PX)
        item.setFont(_WORD, font)
        for column in (_HERE, _ELSEWHERE):
            item.setData(column, Qt.ItemDataRole.DisplayRole, 0)
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignCenter)
        self._items[word.lemma, word.part_of_speech] = item
        return item

    def _group(self, item: QTreeWidgetItem, part: FamilyIn, word: FamilyWord) -> QTreeWidgetItem:
        group = QTreeWidgetItem(item, [f"{isolated(part.title)} ({word.count})"])
        group.setFirstColumnSpanned(True)
        return group

    def _on_activated(self, item: QTreeWidgetItem, _column: int) -> None:
        place = item.data(_WORD, _PLACE)
        if place is not None:
            self.place_requested.emit(*place)
        else:
            item.setExpanded(not item.isExpanded())

    def _tell(self) -> None:
        self.progress.setVisible(self._is_searching)
        if self._is_searching:
            sentence = self.tr("Looking through your texts…")
        elif not self._items:
            sentence = self.tr("No word of this root stands in your texts.")
        else:
            sentence = self.tr("%n words of this root", "", len(self._items))
            if not self._is_whole:
                sentence += " " + self.tr("Not all texts were looked through: there are too many.")
        self.state.setText(sentence)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Words of one root"))
        self.headline.setText(filled(self.tr("Root %1"), "\u00a0".join(self._root)))
        self.tree.setHeaderLabels(
            [self.tr("Word"), self.tr("Meaning"), self.tr("In this text"), self.tr("In other texts")]
        )
        self.tree.setAccessibleName(self.tr("Words of one root"))
        self.close_button.setText(self.tr("Close"))
        self._tell()

    def showEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        self._retranslate()
        super().showEvent(event)


class _PlaceDelegate(OccurrenceDelegate):
    """Places as a concordance, without ticks; words and texts as Qt draws them."""

    def __init__(self, parent: QWidget, face: QFont) -> None:
        super().__init__(parent)
        self.set_quote_font(face)
        fill = QColor(parent.palette().color(QPalette.ColorRole.Highlight))
        fill.setAlpha(_FILL_ALPHA)
        self.set_keyword_fill(fill)

    def sizeHint(self, option, index: Index) -> QSize:  # type: ignore[no-untyped-def]
        return QSize(60, super().sizeHint(option, index).height() + _ROOM_PX)

    def _draw_tick(self, _painter, _option, _index) -> None:  # type: ignore[no-untyped-def]
        return


def _place_item(part: FamilyIn, place: FamilyPlace) -> QTreeWidgetItem:
    item = QTreeWidgetItem()
    shown = Occurrence(
        span=place.span, before=place.before, keyword=place.written, after=place.after,
        direction=Direction.RIGHT_TO_LEFT,
    )  # fmt: skip
    item.setData(_WORD, int(OccurrenceRole.RECORD), shown)
    item.setData(_WORD, _PLACE, (part.document_id, place.span))
    item.setData(_WORD, Qt.ItemDataRole.AccessibleTextRole, f"{place.before}{place.written}{place.after}")
    return item

# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of formats in its groups, narrowed by typing; those that cannot be used say why."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QTreeWidget, QTreeWidgetItem, QTreeWidgetItemIterator, QVBoxLayout, QWidget

from reader.interchange import FORMATS, Format
from reader.ui.i18n import translate
from reader.ui.models import formats
from reader.ui.models.sentences import isolated

_NAME = Qt.ItemDataRole.UserRole
_WORDS = Qt.ItemDataRole.UserRole + 1
_ROW_PADDING_PX = 10


class FormatList(QWidget):
    """Signals: chosen (Format): another one is current."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter = QLineEdit(clearButtonEnabled=True)
        self.tree = QTreeWidget()
        self._heads: list[QTreeWidgetItem] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.filter)
        layout.addWidget(self.tree, 1)
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setItemsExpandable(False)
        self.tree.setIndentation(14)
        self.filter.textChanged.connect(self._on_filter_typed)
        self.tree.currentItemChanged.connect(lambda _now, _before: self._on_current_changed())
        self._fill()

    @property
    def current(self) -> Format | None:
        item = self.tree.currentItem()
        name = item.data(0, _NAME) if item is not None else None
        return FORMATS.get(name) if name else None

    def choose(self, name: str) -> None:
        """Make a format current; the first one where there is none of this name that can be used."""
        items = self._items()
        wanted = next((each for each in items if each.data(0, _NAME) == name and not each.isDisabled()), items[0])
        self.tree.setCurrentItem(wanted)
        self.tree.scrollToItem(wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down reach the list also from the filter."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.filter.hasFocus():
            self.tree.setFocus()
            self.tree.keyPressEvent(event)
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            current = self.current
            self._fill()
            self.choose(current.name if current is not None else "")
        super().changeEvent(event)

    # Inside

    def _fill(self) -> None:
        self.filter.setPlaceholderText(self.tr("Find a format"))
        self.filter.setAccessibleName(self.tr("Find a format"))
        self.tree.setAccessibleName(self.tr("Formats"))
        self.tree.blockSignals(True)
        self.tree.clear()
        self._heads = []
        for group, forms in formats.in_groups().items():
            title = translate("Formats", group.value)
            head = QTreeWidgetItem(self.tree, [title])
            self._heads.append(head)
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = head.font(0)
            font.setBold(True)
            head.setFont(0, font)
            head.setSizeHint(0, self._row_size())
            for form in forms:
                head.addChild(self._row(form, title))
        self.tree.expandAll()
        self.tree.blockSignals(False)

    def _row(self, form: Format, group: str) -> QTreeWidgetItem:
        name, purpose, reason = formats.name_of(form), formats.purpose_of(form), formats.why_unavailable(form)
        item = QTreeWidgetItem([isolated(name)])
        item.setData(0, _NAME, form.name)
        item.setData(0, _WORDS, f"{name} {group} {purpose} {form.title} {' '.join(form.suffixes)}".casefold())
        item.setToolTip(0, reason or purpose)
        item.setSizeHint(0, self._row_size())
        if reason:
            item.setDisabled(True)
        return item

    def _row_size(self) -> QSize:
        return QSize(100, self.fontMetrics().height() + _ROW_PADDING_PX)

    def _items(self) -> list[QTreeWidgetItem]:
        found, walk = [], QTreeWidgetItemIterator(self.tree)
        while (item := walk.value()) is not None:
            if item.data(0, _NAME):
                found.append(item)
            walk += 1
        return found

    def _on_filter_typed(self, text: str) -> None:
        wanted = text.strip().casefold().split()
        for item in self._items():
            item.setHidden(not all(word in item.data(0, _WORDS) for word in wanted))
        for head in self._heads:
            head.setHidden(all(item.isHidden() for item in self._items() if item.parent() is head))

    def _on_current_changed(self) -> None:
        if (form := self.current) is not None:
            self.chosen.emit(form)

# SPDX-License-Identifier: GPL-3.0-or-later
"""The leading half of the entities dialog: all entities of the library, searched, narrowed by kind, ordered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.model.ids import TagId
from reader.ui.dialogs.entities_rows import EntityDelegate
from reader.ui.models.entities import EntityListModel
from reader.ui.models.sentences import filled, isolated
from reader.ui.models.tags import ShownTags
from reader.ui.sidebar.empty_state import EmptyState
from reader.ui.sidebar.tag_menu import tag_icon

_SEARCH_AFTER_MS = 150
_ANY = "*"


class EntityList(QWidget):
    """Signals:
    ids_requested (): what is searched, narrowed or ordered changed; ``text``, ``kinds`` and ``by_mentions`` tell.
    selection_changed ().
    creation_requested (), merge_requested (), deletion_requested (), import_requested ().
    """

    ids_requested = Signal()
    selection_changed = Signal()
    creation_requested = Signal()
    merge_requested = Signal()
    deletion_requested = Signal()
    import_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags = ShownTags()
        self._wanted_id = ""
        self._total = 0
        self.model = EntityListModel(self)
        self.search = QLineEdit(clearButtonEnabled=True)
        self.kind = QComboBox()
        self.order = QComboBox()
        self.entries = QListView()
        self.delegate = EntityDelegate(self.entries)
        self.empty = EmptyState()
        self.count = QLabel()
        self.new_button = QPushButton()
        self.merge_button = QPushButton()
        self.delete_button = QPushButton()
        self._pages = QStackedWidget()
        self._timer = QTimer(self, singleShot=True, interval=_SEARCH_AFTER_MS)
        self._lay_out()
        self._connect()
        self.retranslate()

    # What is asked for

    @property
    def text(self) -> str:
        return self.search.text().strip()

    @property
    def kinds(self) -> frozenset[TagId | None] | None:
        """The kind the list is narrowed to; None for all, {None} for those without one."""
        chosen = str(self.kind.currentData() if self.kind.currentData() is not None else _ANY)
        return None if chosen == _ANY else frozenset({TagId(chosen) if chosen else None})

    @property
    def by_mentions(self) -> bool:
        return self.order.currentIndex() == 1

    @property
    def selected_ids(self) -> list[str]:
        rows = sorted(index.row() for index in self.entries.selectionModel().selectedRows())
        return [self.model.id_at(row) for row in rows]

    # What is shown

    def set_tags(self, tags: ShownTags) -> None:
        self._tags = tags
        self.delegate.set_tags(tags)
        self.model.set_tags(tags)
        self._fill_kinds()

    def set_quote_font(self, font: QFont) -> None:
        self.delegate.painter.set_quote_font(font)

    def show_ids(self, ids: Sequence[str], total: int) -> None:
        """The entities to list; ``total`` is how many the library has. What was selected stays so."""
        selected = [self._wanted_id] if self._wanted_id else self.selected_ids
        self._total = total
        self.model.set_ids(ids)
        self._pages.setCurrentWidget(self.entries if ids else self.empty)
        self._select(selected)
        self._say()

    def select(self, entity_id: str) -> None:
        """Select the entity, now or when it is listed."""
        self._wanted_id = entity_id
        if self.model.row_of(entity_id) is None:
            self.search.clear()
            self.kind.setCurrentIndex(0)
            self.ids_requested.emit()
        else:
            self._select([entity_id])

    def show_kind_counts(self, counts: Mapping[TagId | None, int]) -> None:
        """How many entities there are of each kind."""
        for row in range(self.kind.count()):
            kind = str(self.kind.itemData(row))
            count = sum(counts.values()) if kind == _ANY else counts.get(TagId(kind) if kind else None, 0)
            name = str(self.kind.itemData(row, Qt.ItemDataRole.UserRole + 1))
            self.kind.setItemText(row, filled("%1 (%2)", name, self.locale().toString(count)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down reach the list also from the search; Delete deletes."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.search.hasFocus():
            self.entries.setFocus()
            self.entries.keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Delete and self.entries.hasFocus() and self.selected_ids:
            self.deletion_requested.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("Find a name or an identifier"))
        self.search.setAccessibleName(self.tr("Find a name or an identifier"))
        self.kind.setAccessibleName(self.tr("Kind"))
        self.order.setAccessibleName(self.tr("Order"))
        self.entries.setAccessibleName(self.tr("Entities"))
        by = self.order.currentIndex()
        self.order.clear()
        self.order.addItems([self.tr("By name"), self.tr("By mentions")])
        self.order.setCurrentIndex(max(by, 0))
        self.new_button.setText(self.tr("New…"))
        self.merge_button.setText(self.tr("Merge…"))
        self.merge_button.setToolTip(self.tr("Select two or more entities that are the same thing."))
        self.delete_button.setText(self.tr("Delete…"))
        self._fill_kinds()
        self._say()

    # Inside

    def _lay_out(self) -> None:
        self.entries.setModel(self.model)
        self.entries.setItemDelegate(self.delegate)
        self.entries.setUniformItemSizes(True)
        self.entries.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.entries.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.entries.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.entries.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.entries.setMouseTracking(True)
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._pages.addWidget(self.entries)
        self._pages.addWidget(self.empty)
        self.count.setObjectName("quiet")
        narrowing = QHBoxLayout()
        narrowing.setSpacing(8)
        narrowing.addWidget(self.kind, 3)
        narrowing.addWidget(self.order, 2)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.new_button, self.merge_button, self.delete_button):
            button.setAutoDefault(False)
            foot.addWidget(button)
        foot.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 1, 0)  # in a mirrored splitter the edge itself is cut off (Qt 6.11)
        layout.setSpacing(8)
        layout.addWidget(self.search)
        layout.addLayout(narrowing)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.count)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self._timer.timeout.connect(self.ids_requested)
        self.search.textChanged.connect(lambda _text: self._timer.start())
        self.kind.activated.connect(lambda _row: self.ids_requested.emit())
        self.order.activated.connect(lambda _row: self.ids_requested.emit())
        self.entries.selectionModel().selectionChanged.connect(lambda _new, _old: self._on_selected())
        self.new_button.clicked.connect(self.creation_requested)
        self.merge_button.clicked.connect(self.merge_requested)
        self.delete_button.clicked.connect(self.deletion_requested)
        self.empty.action_requested.connect(self._on_empty_action)

    def _select(self, ids: Sequence[str]) -> None:
        rows = [row for row in map(self.model.row_of, ids) if row is not None]
        if self._wanted_id and rows:
            self._wanted_id = ""
        if not rows and self.model.rowCount():
            rows = [min(max(self.entries.currentIndex().row(), 0), self.model.rowCount() - 1)]
        selection = self.entries.selectionModel()
        if rows and [index.row() for index in selection.selectedRows()] != rows:
            clear = QItemSelectionModel.SelectionFlag.ClearAndSelect
            selection.setCurrentIndex(self.model.index(rows[0]), clear)
            for row in rows[1:]:
                selection.select(self.model.index(row), QItemSelectionModel.SelectionFlag.Select)
            self.entries.scrollTo(self.model.index(rows[0]))
        self._on_selected()

    def _on_selected(self) -> None:
        count = len(self.entries.selectionModel().selectedRows())
        self.merge_button.setEnabled(count > 1)
        self.delete_button.setEnabled(count > 0)
        self.selection_changed.emit()

    def _fill_kinds(self) -> None:
        chosen = self.kind.currentData()
        self.kind.clear()
        self._add_kind(self.tr("All kinds"), _ANY)
        for tag, depth in self._tags.in_order:
            self._add_kind("   " * depth + isolated(self._tags.name(tag.id)), tag.id)
            self.kind.setItemIcon(self.kind.count() - 1, tag_icon(self._tags.colour(tag.id)))
        self._add_kind(self.tr("Without a kind"), "")
        self.kind.setCurrentIndex(max(self.kind.findData(chosen), 0) if chosen is not None else 0)

    def _add_kind(self, name: str, kind: str) -> None:
        self.kind.addItem(name, kind)
        self.kind.setItemData(self.kind.count() - 1, name, Qt.ItemDataRole.UserRole + 1)

    def _say(self) -> None:
        shown = self.model.rowCount()
        self.count.setText(self.tr("%n entities", "", shown) if shown else "")
        if self._total:
            self.empty.say(self.tr("No entity has such a name, or is of this kind."), self.tr("Show all entities"))
        else:
            self.empty.say(
                self.tr(
                    "An entity is a person, a place, a body or a thing that texts mention, under whatever names. "
                    "Link a tag to one with Ctrl+K, or import a list."
                ),
                self.tr("Import…"),
            )

    def _on_empty_action(self) -> None:
        if not self._total:
            self.import_requested.emit()
            return
        self.search.clear()
        self.kind.setCurrentIndex(0)
        self.ids_requested.emit()

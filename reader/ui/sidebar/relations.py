# SPDX-License-Identifier: GPL-3.0-or-later
"""The relations of one annotation, with the other ends to jump to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.model.annotation import Annotation, Relation
from reader.ui.models.sentences import filled, isolated, on_one_line
from reader.ui.models.tags import ShownTags
from reader.ui.sidebar.tag_menu import tag_icon

_ROWS_SHOWN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRelation:
    """A relation as seen from one of its ends; ``other`` is the annotation at the other end."""

    relation: Relation
    other: Annotation
    is_outgoing: bool


class RelationList(QWidget):
    """The relations of the current annotation; hidden while it has none.

    Signals:
        annotation_chosen (str id): jump to the annotation at the other end.
        removal_requested (list of str relation ids).
    """

    annotation_chosen = Signal(str)
    removal_requested = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags = ShownTags()
        self._relations: tuple[ShownRelation, ...] = ()
        self.heading = QLabel()
        self.heading.setObjectName("quiet")
        self.entries = QListWidget()
        self.entries.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.entries.customContextMenuRequested.connect(self._on_menu_wanted)
        self.entries.itemActivated.connect(self._on_activated)
        self.entries.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(4)
        layout.addWidget(self.heading)
        layout.addWidget(self.entries)
        self.hide()
        self._retranslate()

    def set_tags(self, tags: ShownTags) -> None:
        self._tags = tags
        self.show_relations(self._relations)

    def show_relations(self, relations: Sequence[ShownRelation]) -> None:
        """Replace what is listed."""
        self._relations = tuple(relations)
        self.entries.clear()
        for shown in self._relations:
            self.entries.addItem(self._item(shown))
        rows = min(len(self._relations), _ROWS_SHOWN)
        self.entries.setFixedHeight(rows * max(self.entries.sizeHintForRow(0), 24) + 4)
        self.setVisible(bool(self._relations))

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Delete removes the relation that has the focus; the window's own Delete stays out of it."""
        wanted = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        if watched is not self.entries or not wanted:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            self._remove_current()
            return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.LayoutDirectionChange):
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.heading.setText(self.tr("Relations"))
        self.entries.setAccessibleName(self.tr("Relations of the chosen annotation"))
        self.show_relations(self._relations)

    def _item(self, shown: ShownRelation) -> QListWidgetItem:
        quote, name = on_one_line(shown.other.quote, 120), shown.relation.name
        icon = tag_icon(self._tags.colour(shown.other.tag_id))
        item = QListWidgetItem(icon, f"{isolated(name)} {self._arrow(shown)} {isolated(quote)}")
        tag = self._tags.name(shown.other.tag_id)
        item.setToolTip(filled(self.tr("%1 (%2). Return goes there, Delete removes the relation."), quote, tag))
        sentence = self.tr("Relation %1 to: %2") if shown.is_outgoing else self.tr("Relation %1 from: %2")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, filled(sentence, name, quote))
        return item

    def _arrow(self, shown: ShownRelation) -> str:
        """Towards the other annotation or from it, as the line runs."""
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return "←" if is_mirrored == shown.is_outgoing else "→"

    def _on_menu_wanted(self, place: QPoint) -> None:
        if self._current() is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Go to the other annotation"), self._go_to_current)
        menu.addAction(self.tr("Remove this relation"), self._remove_current)
        menu.popup(self.entries.viewport().mapToGlobal(place))

    def _current(self) -> ShownRelation | None:
        row = self.entries.currentRow()
        return self._relations[row] if 0 <= row < len(self._relations) else None

    def _on_activated(self, _item: QListWidgetItem) -> None:
        self._go_to_current()

    def _go_to_current(self) -> None:
        shown = self._current()
        if shown is not None:
            self.annotation_chosen.emit(shown.other.id)

    def _remove_current(self) -> None:
        shown = self._current()
        if shown is not None:
            self.removal_requested.emit([shown.relation.id])


class RelationBanner(QWidget):
    """Says that the other end of a relation is to be chosen; hidden while none is.

    Signals: confirmed ().
    """

    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source: Annotation | None = None
        self._question = QLabel()
        self._question.setWordWrap(True)
        self.relate = QPushButton()
        self.cancel = QPushButton()
        self.relate.clicked.connect(self.confirmed)
        self.cancel.clicked.connect(self.stop)
        buttons = QHBoxLayout()
        buttons.addWidget(self.relate)
        buttons.addWidget(self.cancel)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 4, 10, 8)
        layout.addWidget(self._question)
        layout.addLayout(buttons)
        self.hide()

    def start(self, source: Annotation) -> None:
        """Ask for the other end of a relation that begins at ``source``."""
        self.source = source
        self._retranslate()
        self.show()

    @Slot()
    def stop(self) -> None:
        """The other end is chosen, or none will be."""
        self.source = None
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        quote = "" if self.source is None else on_one_line(self.source.quote, 60)
        sentence = self.tr("Choose the annotation that “%1” is related to, then press Return.")
        self._question.setText(filled(sentence, quote))
        self.relate.setText(self.tr("Relate"))
        self.cancel.setText(self.tr("Cancel"))

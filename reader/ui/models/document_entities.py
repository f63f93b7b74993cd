# SPDX-License-Identifier: GPL-3.0-or-later
"""What the open document mentions, as a tree: each entity with its mentions, then what is linked to none yet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from reader.model.annotation import Annotation
from reader.model.ids import AnnotationId, DocumentId, EntityId
from reader.ui.models.entities import RECORD_ROLE, EntityRow, EntityWords
from reader.ui.models.sentences import isolated, on_one_line
from reader.ui.models.tags import ShownTags
from reader.ui.models.windows import Index
from reader.workspace.entity_proposals import DocumentEntities, UnlinkedGroup

_MOST_MENTIONS = 500
"""Mentions listed under one entity; the dialog has all of them."""

_TOP = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A row that says what the rows below it are."""

    text: str


Top = Heading | EntityRow | UnlinkedGroup
Shown = Top | Annotation


class DocumentEntityModel(QAbstractItemModel):
    """Two levels: entities and groups with headings; below each its annotations, read when it is opened."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tags = ShownTags()
        self._mentions: Callable[[EntityId], Sequence[AnnotationId]] = lambda _id: ()
        self._find: Callable[[Sequence[AnnotationId]], Sequence[Annotation]] = lambda _ids: ()
        self._content: DocumentEntities | None = None
        self._rows: list[Top] = []
        self._children: dict[int, tuple[Annotation, ...]] = {}

    def set_sources(
        self,
        mentions: Callable[[EntityId], Sequence[AnnotationId]],
        find: Callable[[Sequence[AnnotationId]], Sequence[Annotation]],
    ) -> None:
        """Where the mentions of an entity in the document come from, and the annotations themselves."""
        self._mentions, self._find = mentions, find

    def set_tags(self, tags: ShownTags) -> None:
        self._tags = tags
        self.show_content(self._content)

    @property
    def document_id(self) -> DocumentId | None:
        return None if self._content is None else self._content.document_id

    def show_content(self, content: DocumentEntities | None) -> None:
        """Another document's entities, or what they are now."""
        self.beginResetModel()
        self._content = content
        self._children.clear()
        self._rows = [] if content is None else list(_rows_of(content))
        self.endResetModel()

    def top(self, row: int) -> Top | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def record(self, index: Index) -> Shown | None:
        """What a row shows."""
        if not index.isValid():
            return None
        if index.internalId() == _TOP:
            return self.top(index.row())
        children = self._children_of(int(index.internalId()) - 1)
        return children[index.row()] if index.row() < len(children) else None

    def keys(self) -> list[str]:
        """What tells the top rows apart, in their order; "" for headings."""
        return [key_of(row) for row in self._rows]

    # Qt

    def index(self, row: int, column: int = 0, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if column or row < 0 or row >= self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, 0, parent.row() + 1 if parent.isValid() else _TOP)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        if not index.isValid() or index.internalId() == _TOP:
            return QModelIndex()
        return self.createIndex(int(index.internalId()) - 1, 0, _TOP)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        if not parent.isValid():
            return len(self._rows)
        return len(self._children_of(parent.row())) if parent.internalId() == _TOP else 0

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 1

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008 - Qt's own signature
        if not parent.isValid():
            return bool(self._rows)
        return parent.internalId() == _TOP and not isinstance(self._rows[parent.row()], Heading)

    def flags(self, index: Index) -> Qt.ItemFlag:
        record = self.record(index)
        if record is None:
            return Qt.ItemFlag.NoItemFlags
        if isinstance(record, Heading):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        record = self.record(index)
        if record is None:
            return None
        if role == RECORD_ROLE:
            return record
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._described(record)
        return None

    def _described(self, record: Shown) -> str:
        if isinstance(record, Heading):
            return record.text
        words = EntityWords()
        if isinstance(record, EntityRow):
            kind = words.kind(record.entity, self._tags)
            return f"{isolated(record.entity.name)} — {isolated(kind)}, {words.mentions(record.count)}"
        if isinstance(record, UnlinkedGroup):
            tag = self._tags.name(record.tag_id)
            return f"{isolated(record.name)} — {isolated(tag)}. {words.offer(record)}"
        return on_one_line(f"{record.prefix}{record.quote}{record.suffix}")

    def _children_of(self, row: int) -> tuple[Annotation, ...]:
        if row not in self._children:
            top = self._rows[row]
            ids: Sequence[AnnotationId] = ()
            if isinstance(top, EntityRow):
                ids = self._mentions(top.entity.id)
            elif isinstance(top, UnlinkedGroup):
                ids = top.ids
            self._children[row] = tuple(self._find(ids[:_MOST_MENTIONS])) if ids else ()
        return self._children[row]


def _rows_of(content: DocumentEntities) -> Sequence[Top]:
    rows: list[Top] = []
    words = EntityWords()
    if content.linked:
        rows.append(Heading(text=words.linked()))
        rows += [EntityRow(entity=entity, count=count) for entity, count in content.linked]
    if content.unlinked:
        rows.append(Heading(text=words.unlinked()))
        rows += content.unlinked
    if content.more:
        rows.append(Heading(text=words.more(content.more)))
    return rows


def key_of(row: Top) -> str:
    """What tells the row from others also when it is read anew."""
    if isinstance(row, EntityRow):
        return row.entity.id
    return f"{row.tag_id} {row.key}" if isinstance(row, UnlinkedGroup) else ""

# SPDX-License-Identifier: GPL-3.0-or-later
"""Open suggestions grouped by what they name: entities, largest first, and under each its mentions in their context."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import count

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt, Signal

from reader.model.suggestion import EVERY_SUGGESTION, Suggestion, SuggestionFilter, SuggestionGroup, group_of
from reader.ui.models.sentences import filled, on_one_line
from reader.ui.models.suggestion_words import confidence_in_words, suggestion_in_words
from reader.ui.models.suggestions import GroupSource, position_of
from reader.ui.models.tags import ShownTags
from reader.ui.models.windows import Index

GROUPS, MENTIONS = 200, 100
"""Rows read at once."""

CONTEXT = 60
"""Code points shown on each side of a mention."""

_NOWHERE = QModelIndex()


class GroupRole(IntEnum):
    """``RECORD`` is a ``SuggestionGroup`` or a ``Suggestion``; ``AROUND`` the text before and after a mention."""

    RECORD = Qt.ItemDataRole.UserRole + 1
    AROUND = RECORD + 1


@dataclass(slots=True)
class _Branch:
    id: int
    group: SuggestionGroup
    mentions: list[Suggestion] = field(default_factory=list)
    is_whole: bool = False


class SuggestionGroupModel(QAbstractItemModel):
    """Groups with their mentions; both come in pages as they are scrolled to or opened.

    A group keeps its place when its number changes: the list stays still under the user's hand. Memory grows with what
    was looked at, not with the document.

    Signals: answered (): groups were read.
    """

    answered = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source: GroupSource | None = None
        self._wanted = EVERY_SUGGESTION
        self._tags = ShownTags()
        self._ids = count(1)
        self._branches: list[_Branch] = []
        self._rows: dict[int, int] = {}
        self._last: SuggestionGroup | None = None
        self._has_more = False
        self._asked = 0
        self._is_stale = False
        self.is_asking = False

    # Content

    def show_of(self, source: GroupSource | None, wanted: SuggestionFilter) -> None:
        """Show these groups of a source; None empties the list."""
        self._source, self._wanted = source, wanted
        self.beginResetModel()
        self._branches, self._rows = [], {}
        self._last, self._has_more = None, False
        self._asked += 1  # what is still to be answered was asked of another list
        self.is_asking = self._is_stale = False
        self.endResetModel()
        self.refresh()

    def set_tags(self, tags: ShownTags) -> None:
        self._tags = tags
        if self._branches:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._branches) - 1, 0))

    def refresh(self) -> None:
        """Read anew what is shown, and tell views only what differs; once more if that is being done already."""
        if self.is_asking:
            self._is_stale = True
        else:
            self._ask(None, max(len(self._branches), GROUPS), self._take)

    def record(self, index: Index) -> SuggestionGroup | Suggestion | None:
        """What stands in the row."""
        if not index.isValid():
            return None
        branch = self._branch_of(index)
        if branch is not None:
            return branch.mentions[index.row()] if index.row() < len(branch.mentions) else None
        return self._branches[index.row()].group if index.row() < len(self._branches) else None

    def first_of(self, group: SuggestionGroup) -> Suggestion | None:
        """The first mention of a group."""
        found = () if self._source is None else self._source.members(group, None, 1, self._wanted)
        return found[0] if found else None

    def find(self, suggestion: Suggestion) -> tuple[QModelIndex, QModelIndex]:
        """The rows of its group and of itself, as far as they have been read; invalid ones where they have not."""
        key = group_of(suggestion)
        for branch in self._branches:
            if (branch.group.tag_id, branch.group.key) == (suggestion.tag_id, key):
                group = self._index_of(branch)
                found = [
                    row for row, each in enumerate(branch.mentions) if position_of(each) == position_of(suggestion)
                ]
                return group, self.index(found[0], 0, group) if found else QModelIndex()
        return QModelIndex(), QModelIndex()

    # Qt

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        if not parent.isValid():
            return len(self._branches)
        if self._branch_of(parent) is not None:
            return 0
        return len(self._branches[parent.row()].mentions)

    def columnCount(self, _parent: Index = _NOWHERE) -> int:
        return 1

    def hasChildren(self, parent: Index = _NOWHERE) -> bool:
        return not parent.isValid() or self._branch_of(parent) is None

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        if not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, column, self._branches[parent.row()].id if parent.isValid() else 0)

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        branch = self._branch_of(index) if index.isValid() else None
        return QModelIndex() if branch is None else self._index_of(branch)

    def canFetchMore(self, parent: Index) -> bool:
        if not parent.isValid():
            return self._has_more and not self.is_asking
        return self._branch_of(parent) is None and not self._branches[parent.row()].is_whole

    def fetchMore(self, parent: Index) -> None:
        if not self.canFetchMore(parent):
            return
        if not parent.isValid():
            self._ask(self._last, GROUPS, self._add)
        else:
            self._read_mentions(self._branches[parent.row()])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        record = self.record(index)
        if record is None:
            return None
        if role == GroupRole.RECORD:
            return record
        if isinstance(record, SuggestionGroup):
            return self._group_data(record, role)
        return self._mention_data(record, role)

    # Inside

    def _mention_data(self, mention: Suggestion, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return mention.quote
        if role == GroupRole.AROUND:
            return ("", "") if self._source is None else self._source.around(mention.span, CONTEXT)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return suggestion_in_words(mention, self._tags)
        return None

    def _group_data(self, group: SuggestionGroup, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return group.name
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            sentence = self.tr("“%1”, perhaps %2: %n mentions, the surest %3.", "", group.count)
            name, tag = on_one_line(group.name), self._tags.name(group.tag_id)
            return filled(sentence, name, tag, confidence_in_words(group.best))
        return None

    def _ask(
        self, after: SuggestionGroup | None, limit: int, then: Callable[[int, Sequence[SuggestionGroup]], None]
    ) -> None:
        if self._source is None:
            return
        self._asked += 1
        question, self.is_asking = self._asked, True

        def answer(groups: Sequence[SuggestionGroup]) -> None:
            if question == self._asked:
                self.is_asking = False
                then(limit, groups)
                self.answered.emit()
                if self._is_stale:
                    self._is_stale = False
                    self.refresh()

        self._source.ask_groups(after, limit, self._wanted, answer)

    def _add(self, limit: int, groups: Sequence[SuggestionGroup]) -> None:
        """The next page came."""
        self._note_end(limit, groups)
        known = {_identity(branch.group) for branch in self._branches}
        new = [group for group in groups if _identity(group) not in known]
        self._insert(len(self._branches), new)

    def _take(self, limit: int, groups: Sequence[SuggestionGroup]) -> None:
        """The groups shown, as they are now."""
        self._note_end(limit, groups)
        fresh = {_identity(group): group for group in groups}
        for row in range(len(self._branches) - 1, -1, -1):
            if _identity(self._branches[row].group) not in fresh:
                self._remove(row)
        for branch in self._branches:
            self._renew(branch, fresh.pop(_identity(branch.group)))
        places = {_identity(group): place for place, group in enumerate(groups)}
        for identity, group in fresh.items():
            self._insert(min(places[identity], len(self._branches)), [group])

    def _note_end(self, limit: int, groups: Sequence[SuggestionGroup]) -> None:
        self._has_more = len(groups) == limit
        self._last = groups[-1] if groups else self._last

    def _renew(self, branch: _Branch, group: SuggestionGroup) -> None:
        has_changed, branch.group = branch.group != group, group
        if has_changed:
            index = self._index_of(branch)
            self.dataChanged.emit(index, index)
            self._renew_mentions(branch)

    def _renew_mentions(self, branch: _Branch) -> None:
        if self._source is None or not (branch.mentions or branch.is_whole):
            return
        limit = max(len(branch.mentions), MENTIONS)
        fresh = list(self._source.members(branch.group, None, limit, self._wanted))
        wanted = {position_of(each) for each in fresh}
        parent = self._index_of(branch)
        for row in range(len(branch.mentions) - 1, -1, -1):
            if position_of(branch.mentions[row]) not in wanted:
                self.beginRemoveRows(parent, row, row)
                del branch.mentions[row]
                self.endRemoveRows()
        known = {position_of(each) for each in branch.mentions}
        for row, mention in enumerate(fresh):
            if position_of(mention) not in known:
                self.beginInsertRows(parent, row, row)
                branch.mentions.insert(row, mention)
                self.endInsertRows()
        branch.is_whole = len(fresh) < limit

    def _read_mentions(self, branch: _Branch) -> None:
        if self._source is None:
            return
        place = position_of(branch.mentions[-1]) if branch.mentions else None
        page = self._source.members(branch.group, place, MENTIONS, self._wanted)
        branch.is_whole = len(page) < MENTIONS
        if page:
            first = len(branch.mentions)
            self.beginInsertRows(self._index_of(branch), first, first + len(page) - 1)
            branch.mentions += page
            self.endInsertRows()

    def _insert(self, row: int, groups: Sequence[SuggestionGroup]) -> None:
        if not groups:
            return
        self.beginInsertRows(QModelIndex(), row, row + len(groups) - 1)
        self._branches[row:row] = [_Branch(next(self._ids), group) for group in groups]
        self._number()
        self.endInsertRows()

    def _remove(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._branches[row]
        self._number()
        self.endRemoveRows()

    def _number(self) -> None:
        self._rows = {branch.id: row for row, branch in enumerate(self._branches)}

    def _branch_of(self, index: Index) -> _Branch | None:
        """The branch a mention's row hangs on; None for a group's own row."""
        row = self._rows.get(int(index.internalId()))
        return None if row is None else self._branches[row]

    def _index_of(self, branch: _Branch) -> QModelIndex:
        return self.createIndex(self._rows[branch.id], 0, 0)


def _identity(group: SuggestionGroup) -> tuple[str, str]:
    return group.tag_id, group.key

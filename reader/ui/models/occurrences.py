# SPDX-License-Identifier: GPL-3.0-or-later
"""Occurrences of a phrase with their context, grouped by form, each with a tick: a tree model for many rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum, StrEnum

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from reader.text.direction import Direction
from reader.text.spans import Span

Index = QModelIndex | QPersistentModelIndex


class OccurrenceForm(StrEnum):
    """What stands around the phrase inside its word."""

    BARE = "bare"
    ARTICLE = "article"
    PROCLITIC = "proclitic"
    PROCLITIC_ARTICLE = "proclitic-article"
    ENCLITIC = "enclitic"
    BOTH_SIDES = "both-sides"


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One place where a phrase stands.

    ``span`` (code points of the document) is what would be tagged; ``before``, ``keyword`` and ``after`` are one
    line of text around it. ``is_tagged`` says that the tag is already there, so the row comes unticked.
    """

    span: Span
    before: str
    keyword: str
    after: str
    form: OccurrenceForm = OccurrenceForm.BARE
    direction: Direction = Direction.RIGHT_TO_LEFT
    is_tagged: bool = False


FORMS = tuple(OccurrenceForm)
_NUMBERS = {form: number for number, form in enumerate(FORMS, start=1)}
_GROUP_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
_ROW_FLAGS = _GROUP_FLAGS | Qt.ItemFlag.ItemNeverHasChildren
_ARTICLES = frozenset({"ال", "لل"})


def form_of(proclitics: Sequence[str], enclitics: Sequence[str]) -> OccurrenceForm:
    """The group of a match with these particles before and pronouns after it."""
    has_article = any(part in _ARTICLES for part in proclitics)
    has_particle = any(part != "ال" for part in proclitics)
    if enclitics:
        return OccurrenceForm.BOTH_SIDES if proclitics else OccurrenceForm.ENCLITIC
    if has_article:
        return OccurrenceForm.PROCLITIC_ARTICLE if has_particle else OccurrenceForm.ARTICLE
    return OccurrenceForm.PROCLITIC if has_particle else OccurrenceForm.BARE


class OccurrenceRole(IntEnum):
    """What ``data()`` gives beside text and tick: ``RECORD`` for an occurrence, ``FORM`` for a group."""

    RECORD = Qt.ItemDataRole.UserRole + 1
    FORM = RECORD + 1


@dataclass(slots=True)
class _Group:
    rows: list[Occurrence] = field(default_factory=list)
    ticks: bytearray = field(default_factory=bytearray)
    ticked: int = 0


class OccurrenceModel(QAbstractItemModel):
    """Groups of occurrences by form, each row with a tick, each group with a tick for all of its rows.

    Signals: ticks_changed (int ticked, int all).
    """

    ticks_changed = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups = {form: _Group() for form in FORMS}
        self._shown: list[OccurrenceForm] = []

    # Content

    def clear(self) -> None:
        """Empty the list."""
        self.beginResetModel()
        self._groups = {form: _Group() for form in FORMS}
        self._shown = []
        self.endResetModel()
        self._tell()

    def add(self, occurrences: Sequence[Occurrence]) -> None:
        """Add rows at the end of their groups, ticked unless the tag is already there."""
        for form in FORMS:
            rows = [one for one in occurrences if one.form is form]
            if rows:
                self._add_to(form, rows)
        self._tell()

    def tick_all(self, is_ticked: bool) -> None:
        """Tick every row, or none."""
        for form in self._shown:
            self._tick_group(form, is_ticked)
        self._tell()

    def show_tagged(self, spans: frozenset[Span]) -> None:
        """These places have the tag now: they are told apart and unticked, the others ticked."""
        for form in self._shown:
            group = self._groups[form]
            group.rows = [replace(one, is_tagged=one.span in spans) for one in group.rows]
            group.ticks = bytearray(not one.is_tagged for one in group.rows)
            group.ticked = sum(group.ticks)
            self._group_changed(form)
        self._tell()

    @property
    def count(self) -> int:
        return sum(len(group.rows) for group in self._groups.values())

    @property
    def ticked_count(self) -> int:
        return sum(group.ticked for group in self._groups.values())

    def ticked_spans(self) -> list[Span]:
        """The spans of the ticked rows in text order."""
        groups = self._groups.values()
        return sorted(one.span for group in groups for one, tick in zip(group.rows, group.ticks, strict=True) if tick)

    def count_of(self, form: OccurrenceForm) -> int:
        return len(self._groups[form].rows)

    # Qt

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if parent.isValid():
            form = self._shown[parent.row()]
            is_there = parent.internalId() == 0 and 0 <= row < len(self._groups[form].rows)
            return self.createIndex(row, 0, _NUMBERS[form]) if is_there and column == 0 else QModelIndex()
        is_there = column == 0 and 0 <= row < len(self._shown)
        return self.createIndex(row, 0, 0) if is_there else QModelIndex()

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        if not index.isValid() or index.internalId() == 0:
            return QModelIndex()
        return self._group_index(FORMS[index.internalId() - 1])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self._shown)
        return 0 if parent.internalId() else len(self._groups[self._shown[parent.row()]].rows)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _ROW_FLAGS if index.internalId() else _GROUP_FLAGS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if index.internalId() == 0:
            return self._group_data(self._shown[index.row()], role)
        return self._row_data(self._groups[FORMS[index.internalId() - 1]], index.row(), role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole:
            return False
        is_ticked = Qt.CheckState(value) != Qt.CheckState.Unchecked
        if index.internalId() == 0:
            self._tick_group(self._shown[index.row()], is_ticked)
        else:
            self._tick_row(FORMS[index.internalId() - 1], index, is_ticked)
        self._tell()
        return True

    # Inside

    def _group_data(self, form: OccurrenceForm, role: int) -> object:
        group = self._groups[form]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.group_name(form, len(group.rows))
        if role == OccurrenceRole.FORM:
            return form
        if role == Qt.ItemDataRole.CheckStateRole:
            if group.ticked == 0:
                return Qt.CheckState.Unchecked
            is_full = group.ticked == len(group.rows)
            return Qt.CheckState.Checked if is_full else Qt.CheckState.PartiallyChecked
        return None

    def _row_data(self, group: _Group, row: int, role: int) -> object:
        occurrence = group.rows[row]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{occurrence.before}{occurrence.keyword}{occurrence.after}"
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if group.ticks[row] else Qt.CheckState.Unchecked
        return occurrence if role == OccurrenceRole.RECORD else None

    def group_name(self, form: OccurrenceForm, count: int) -> str:
        """What a group is called, with how many rows it has."""
        names = {
            OccurrenceForm.BARE: self.tr("As it is (%n)", "", count),
            OccurrenceForm.ARTICLE: self.tr("With the article (%n)", "", count),
            OccurrenceForm.PROCLITIC: self.tr("With a particle before it (%n)", "", count),
            OccurrenceForm.PROCLITIC_ARTICLE: self.tr("With a particle and the article (%n)", "", count),
            OccurrenceForm.ENCLITIC: self.tr("With a pronoun after it (%n)", "", count),
            OccurrenceForm.BOTH_SIDES: self.tr("With something on both sides (%n)", "", count),
        }
        return names[form]

    def _group_index(self, form: OccurrenceForm) -> QModelIndex:
        return self.createIndex(self._shown.index(form), 0, 0)

    def _add_to(self, form: OccurrenceForm, rows: Sequence[Occurrence]) -> None:
        if form not in self._shown:
            at = sum(FORMS.index(shown) < FORMS.index(form) for shown in self._shown)
            self.beginInsertRows(QModelIndex(), at, at)
            self._shown.insert(at, form)
            self.endInsertRows()
        group = self._groups[form]
        first = len(group.rows)
        self.beginInsertRows(self._group_index(form), first, first + len(rows) - 1)
        group.rows.extend(rows)
        group.ticks.extend(not one.is_tagged for one in rows)
        group.ticked = sum(group.ticks)
        self.endInsertRows()

    def _tick_row(self, form: OccurrenceForm, index: Index, is_ticked: bool) -> None:
        group = self._groups[form]
        group.ticked += is_ticked - group.ticks[index.row()]
        group.ticks[index.row()] = is_ticked
        here = self.index(index.row(), 0, self._group_index(form))
        self.dataChanged.emit(here, here, [Qt.ItemDataRole.CheckStateRole])
        above = self._group_index(form)
        self.dataChanged.emit(above, above, [Qt.ItemDataRole.CheckStateRole])

    def _tick_group(self, form: OccurrenceForm, is_ticked: bool) -> None:
        group = self._groups[form]
        group.ticks = bytearray([is_ticked]) * len(group.rows)
        group.ticked = len(group.rows) if is_ticked else 0
        self._group_changed(form)

    def _group_changed(self, form: OccurrenceForm) -> None:
        above = self._group_index(form)
        self.dataChanged.emit(above, above, [Qt.ItemDataRole.CheckStateRole])
        last = len(self._groups[form].rows) - 1
        self.dataChanged.emit(self.index(0, 0, above), self.index(last, 0, above))

    def _tell(self) -> None:
        self.ticks_changed.emit(self.ticked_count, self.count)

# SPDX-License-Identifier: GPL-3.0-or-later
"""The open suggestions of a document as a list model that holds only those around the place being read."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from enum import IntEnum
from typing import Protocol

from PySide6.QtCore import QObject, Qt

from reader.model.ids import TagId
from reader.model.suggestion import EVERY_SUGGESTION, Suggestion, SuggestionFilter
from reader.text.spans import Span
from reader.ui.models.reasons import reason_in_words
from reader.ui.models.sentences import filled, on_one_line
from reader.ui.models.tags import ShownTags
from reader.ui.models.windows import Index, WindowModel

SuggestionPosition = tuple[int, int, str]
"""``(start, end, tag id)`` of a suggestion: its place in the order of the list, and its identity."""


class SuggestionSource(Protocol):
    """Where open suggestions come from. It tells expected failures by its own road and then gives nothing."""

    def page_after(
        self, position: SuggestionPosition | None, limit: int, wanted: SuggestionFilter
    ) -> Sequence[Suggestion]:
        """The first ``limit`` suggestions whose ``(start, end, tag id)`` is greater."""

    def page_before(
        self, position: SuggestionPosition | None, limit: int, wanted: SuggestionFilter
    ) -> Sequence[Suggestion]:
        """The last ``limit`` suggestions whose ``(start, end, tag id)`` is smaller, in text order."""

    def counts_by_tag(self) -> Mapping[TagId, int]: ...


class SuggestionRole(IntEnum):
    """What ``data()`` gives beside the display text."""

    POSITION = Qt.ItemDataRole.UserRole + 1
    SPAN = POSITION + 1
    QUOTE = POSITION + 2
    TAG_ID = POSITION + 3
    TAG_NAME = POSITION + 4
    COLOUR_ROLE = POSITION + 5
    REASON = POSITION + 6
    CONFIDENCE = POSITION + 7
    RECORD = POSITION + 8


def position_of(suggestion: Suggestion) -> SuggestionPosition:
    return (suggestion.span.start, suggestion.span.end, suggestion.tag_id)


_FIELDS: dict[int, Callable[[Suggestion], object]] = {
    SuggestionRole.POSITION: position_of,
    SuggestionRole.SPAN: lambda suggestion: suggestion.span,
    SuggestionRole.QUOTE: lambda suggestion: suggestion.quote,
    SuggestionRole.TAG_ID: lambda suggestion: suggestion.tag_id,
    SuggestionRole.REASON: lambda suggestion: reason_in_words(suggestion.reason),
    SuggestionRole.CONFIDENCE: lambda suggestion: suggestion.confidence,
    SuggestionRole.RECORD: lambda suggestion: suggestion,
}


class SuggestionListModel(WindowModel[Suggestion]):
    """Open suggestions in text order around a place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source: SuggestionSource | None = None
        self._wanted = EVERY_SUGGESTION
        self._tags = ShownTags()

    @property
    def wanted(self) -> SuggestionFilter:
        """What is shown."""
        return self._wanted

    def set_source(self, source: SuggestionSource | None, offset: int = 0) -> None:
        """Show another document's suggestions around ``offset``; None empties the list."""
        self._source = source
        self.open_at(offset)

    def set_wanted(self, wanted: SuggestionFilter, offset: int) -> None:
        """Show only these, around ``offset``."""
        self._wanted = wanted
        self.open_at(offset)

    def set_tags(self, tags: ShownTags) -> None:
        self._tags = tags
        self.show_anew()

    def find(self, position: SuggestionPosition) -> int | None:
        """Row of the suggestion, after moving the window to it if need be; None when it is not open or hidden."""
        row = self.row_of(position)
        if row is None and not self.covers(position[0]):
            self.open_at(position[0])
            row = self.row_of(position)
        return row

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        suggestion = self.record(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return suggestion.quote
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._description(suggestion)
        return self._own_data(suggestion, role)

    def _own_data(self, suggestion: Suggestion, role: int) -> object:
        if role == SuggestionRole.TAG_NAME:
            return self._tags.name(suggestion.tag_id)
        if role == SuggestionRole.COLOUR_ROLE:
            tag = self._tags.tag(suggestion.tag_id)
            return tag.colour if tag is not None else ""
        value_of = _FIELDS.get(role)
        return None if value_of is None else value_of(suggestion)

    def _description(self, suggestion: Suggestion) -> str:
        sentence = self.tr("Perhaps %1: “%2”. Reason: %3. Confidence: %4.")
        name, quote = self._tags.name(suggestion.tag_id), on_one_line(suggestion.quote)
        return filled(sentence, name, quote, reason_in_words(suggestion.reason), f"{suggestion.confidence:.0%}")

    def _identity(self, record: Suggestion) -> Hashable:
        return position_of(record)

    def _span(self, record: Suggestion) -> Span:
        return record.span

    def _page_after(self, record: Suggestion | None, limit: int) -> Sequence[Suggestion]:
        if self._source is None:
            return ()
        position = None if record is None else position_of(record)
        return self._source.page_after(position, limit, self._wanted)

    def _page_from(self, offset: int, limit: int) -> Sequence[Suggestion]:
        return () if self._source is None else self._source.page_after((offset, 0, ""), limit, self._wanted)

    def _page_before(self, record: Suggestion | None, offset: int, limit: int) -> Sequence[Suggestion]:
        if self._source is None:
            return ()
        position = (offset, 0, "") if record is None else position_of(record)
        return self._source.page_before(position, limit, self._wanted)

# SPDX-License-Identifier: GPL-3.0-or-later
"""The annotations of a document as a list model that holds only those around the place being read."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

from PySide6.QtCore import QObject, Qt

from reader.model.annotation import Annotation
from reader.model.ids import AnnotationId, TagId
from reader.text.spans import Span
from reader.ui.models.sentences import filled, on_one_line
from reader.ui.models.tags import ShownTags
from reader.ui.models.windows import Index, WindowModel

AnnotationPosition = tuple[int, str]
"""``(start, id)`` of an annotation: its place in the order of the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotationFilter:
    """Which annotations to show: those with one of the tags, by the author, with the text in quote or note.

    An empty field lets everything pass.
    """

    tag_ids: frozenset[TagId] = frozenset()
    author: str = ""
    text: str = ""


EVERYTHING = AnnotationFilter()


class AnnotationSource(Protocol):
    """Where a list of annotations comes from. It tells expected failures by its own road and then gives nothing."""

    def page_after(
        self, position: AnnotationPosition | None, limit: int, wanted: AnnotationFilter
    ) -> Sequence[Annotation]:
        """The first ``limit`` annotations whose ``(start, id)`` is greater; from the beginning for None."""

    def page_before(
        self, position: AnnotationPosition | None, limit: int, wanted: AnnotationFilter
    ) -> Sequence[Annotation]:
        """The last ``limit`` annotations whose ``(start, id)`` is smaller, in text order."""

    def get(self, annotation_id: AnnotationId) -> Annotation | None: ...

    def count(self) -> int:
        """Annotations in the document, whatever the filter."""

    def counts_by_tag(self) -> Mapping[TagId, int]: ...

    def authors(self) -> Sequence[str]: ...


class AnnotationRole(IntEnum):
    """What ``data()`` gives beside the display text."""

    ID = Qt.ItemDataRole.UserRole + 1
    SPAN = ID + 1
    QUOTE = ID + 2
    TAG_ID = ID + 3
    TAG_NAME = ID + 4
    COLOUR_ROLE = ID + 5
    NOTE = ID + 6
    AUTHOR = ID + 7
    ATTRIBUTES = ID + 8
    RECORD = ID + 9


_FIELDS: dict[int, Callable[[Annotation], object]] = {
    AnnotationRole.ID: lambda annotation: annotation.id,
    AnnotationRole.SPAN: lambda annotation: annotation.span,
    AnnotationRole.QUOTE: lambda annotation: annotation.quote,
    AnnotationRole.TAG_ID: lambda annotation: annotation.tag_id,
    AnnotationRole.NOTE: lambda annotation: annotation.note,
    AnnotationRole.AUTHOR: lambda annotation: annotation.author,
    AnnotationRole.ATTRIBUTES: lambda annotation: annotation.attributes,
    AnnotationRole.RECORD: lambda annotation: annotation,
}


class AnnotationListModel(WindowModel[Annotation]):
    """Annotations in text order around a place, filtered by the source."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source: AnnotationSource | None = None
        self._filter = EVERYTHING
        self._tags = ShownTags()

    @property
    def filter(self) -> AnnotationFilter:
        return self._filter

    def set_source(self, source: AnnotationSource | None, offset: int = 0) -> None:
        """Show another document's annotations around ``offset``; None empties the list."""
        self._source = source
        self.open_at(offset)

    def set_filter(self, wanted: AnnotationFilter, offset: int) -> None:
        """Show only what the filter lets pass, around ``offset``."""
        self._filter = wanted
        self.open_at(offset)

    def set_tags(self, tags: ShownTags) -> None:
        self._tags = tags
        self.show_anew()

    def find(self, annotation_id: AnnotationId) -> int | None:
        """Row of the annotation, after moving the window to it if need be; None when the filter hides it."""
        row = self.row_of(annotation_id)
        if row is not None or self._source is None:
            return row
        annotation = self._source.get(annotation_id)
        if annotation is None or self.covers(annotation.span.start):
            return None
        self.open_at(annotation.span.start)
        return self.row_of(annotation_id)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        annotation = self.record(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return annotation.quote
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._description(annotation)
        return self._own_data(annotation, role)

    def _own_data(self, annotation: Annotation, role: int) -> object:
        if role == AnnotationRole.TAG_NAME:
            return self._tags.name(annotation.tag_id)
        if role == AnnotationRole.COLOUR_ROLE:
            tag = self._tags.tag(annotation.tag_id)
            return tag.colour if tag is not None else ""
        value_of = _FIELDS.get(role)
        return None if value_of is None else value_of(annotation)

    def _description(self, annotation: Annotation) -> str:
        name, quote = self._tags.name(annotation.tag_id), on_one_line(annotation.quote)
        if annotation.note:
            return filled(self.tr("%1: “%2”. Note: %3"), name, quote, on_one_line(annotation.note))
        return filled(self.tr("%1: “%2”"), name, quote)

    def _identity(self, record: Annotation) -> Hashable:
        return record.id

    def _span(self, record: Annotation) -> Span:
        return record.span

    def _page_after(self, record: Annotation | None, limit: int) -> Sequence[Annotation]:
        if self._source is None:
            return ()
        position = None if record is None else (record.span.start, record.id)
        return self._source.page_after(position, limit, self._filter)

    def _page_from(self, offset: int, limit: int) -> Sequence[Annotation]:
        return () if self._source is None else self._source.page_after((offset, ""), limit, self._filter)

    def _page_before(self, record: Annotation | None, offset: int, limit: int) -> Sequence[Annotation]:
        if self._source is None:
            return ()
        position = (offset, "" if record is None else record.id)
        return self._source.page_before(position, limit, self._filter)

# SPDX-License-Identifier: GPL-3.0-or-later
"""The annotations of the document beside the page: a list to filter, walk through and change them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from reader.text.spans import Span
from reader.ui.models.annotations import AnnotationSource
from reader.ui.models.tags import ShownTags
from reader.ui.sidebar.relations import ShownRelation


class AnnotationPanel(QWidget):
    """The document's annotations. Knows no store and no other widget.

    Signals:
        annotation_chosen (str id): the user went to an entry; the page should show it.
        jump_requested (str id): the user wants to be on the page, at the annotation (Return, double click).
        removal_requested (list of str ids).
        tag_change_requested (list of str ids, str tag id).
        note_requested (str id, QRect global): note and attributes are to be edited beside that rectangle.
        relation_requested (str source id, str target id).
        relation_removal_requested (list of str relation ids).
        entity_link_requested (str id).
    """

    annotation_chosen = Signal(str)
    jump_requested = Signal(str)
    removal_requested = Signal(list)
    tag_change_requested = Signal(list, str)
    note_requested = Signal(str, object)
    relation_requested = Signal(str, str)
    relation_removal_requested = Signal(list)
    entity_link_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def set_tags(self, tags: ShownTags) -> None:
        """Names, order and colours of the tags; call again when the tagset, the theme or the language changes."""

    def set_quote_font(self, font: QFont) -> None:
        """The face quotes are set in."""

    def set_source(self, source: AnnotationSource | None, offset: int = 0) -> None:
        """Show another document's annotations around ``offset``; None empties the panel."""

    def show_relations(self, annotation_id: str, relations: Sequence[ShownRelation]) -> None:
        """The relations of an annotation; ignored when it is not the current one any more."""

    @Slot()
    def refresh(self) -> None:
        """Read what is shown anew, after an edit."""

    @Slot(object)
    def follow(self, span: Span) -> None:
        """The page shows ``span`` now: bring its annotations into view unless the user is busy in the list."""

    @Slot(str)
    def set_current(self, annotation_id: str) -> None:
        """Select the annotation without telling so; "" selects none."""

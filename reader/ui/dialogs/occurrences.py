# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog that lists every place of a phrase with its context, to tag those that are ticked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QWidget

from reader.ui.models.occurrences import Occurrence
from reader.ui.models.tags import ShownTags


class OccurrencesDialog(QDialog):
    """All occurrences of a phrase. Knows no store and no other widget.

    Signals:
        tag_requested (list of Span, str tag id): give the tag to all of them in one step.
        occurrence_chosen (Span): the user went to a row; the page may show it.
        tag_selected (str tag id): another tag is to be given; the rows' ``is_tagged`` may be others now.
        search_cancelled (): the dialog was closed while occurrences were still coming in.
    """

    tag_requested = Signal(list, str)
    occurrence_chosen = Signal(object)
    tag_selected = Signal(str)
    search_cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def set_tags(self, tags: ShownTags) -> None:
        """Names, order and colours of the tags."""

    def set_quote_font(self, font: QFont) -> None:
        """The face the lines are set in."""

    def begin(self, phrase: str, tag_id: str) -> None:
        """A search for ``phrase`` begins; ``tag_id`` (or "") is the tag the user meant. Empties the list."""

    def add(self, occurrences: Sequence[Occurrence]) -> None:
        """More of them were found, in text order."""

    def finish(self) -> None:
        """The search has ended."""

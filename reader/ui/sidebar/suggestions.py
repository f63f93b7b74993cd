# SPDX-License-Identifier: GPL-3.0-or-later
"""What the recognisers propose, beside the page: a list to accept from and reject."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from reader.text.spans import Span
from reader.ui.models.suggestions import SuggestionSource
from reader.ui.models.tags import ShownTags


class SuggestionPanel(QWidget):
    """The document's open suggestions. Knows no store and no other widget.

    Signals:
        suggestion_chosen (Suggestion): the user went to an entry; the page should show it.
        jump_requested (Suggestion): the user wants to be on the page, there (double click).
        accept_requested (list of Suggestion), reject_requested (list of Suggestion).
        accept_all_requested (list of str tag ids), reject_all_requested (list of str tag ids): every open
            suggestion of these tags in the document; an empty list means of all tags.
        recognition_requested (): nothing was looked for yet; look now.
    """

    suggestion_chosen = Signal(object)
    jump_requested = Signal(object)
    accept_requested = Signal(list)
    reject_requested = Signal(list)
    accept_all_requested = Signal(list)
    reject_all_requested = Signal(list)
    recognition_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def set_tags(self, tags: ShownTags) -> None:
        """Names, order and colours of the tags; call again when the tagset, the theme or the language changes."""

    def set_quote_font(self, font: QFont) -> None:
        """The face quotes are set in."""

    def set_source(self, source: SuggestionSource | None, offset: int = 0) -> None:
        """Show another document's suggestions around ``offset``; None empties the panel."""

    def set_progress(self, share: float | None) -> None:
        """How far the recogniser has come, 0…1; None when it is not running."""

    @Slot()
    def refresh(self) -> None:
        """Read what is shown anew, after an edit or while suggestions come in."""

    @Slot(object)
    def follow(self, span: Span) -> None:
        """The page shows ``span`` now: bring its suggestions into view unless the user is busy in the list."""

    def set_current(self, span: Span | None, tag_id: str = "") -> None:
        """Select the suggestion of that tag on that span without telling so; None selects none."""

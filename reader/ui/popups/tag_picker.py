# SPDX-License-Identifier: GPL-3.0-or-later
"""A small board of tags that appears beside a selection."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from reader.model.annotation import Annotation
from reader.text.direction import Direction
from reader.ui.models.tags import ShownTags


class TagPicker(QWidget):
    """Gives a tag to the selection, or takes one away. It does not take the keyboard focus on appearing.

    Give it the main window as parent: it then floats inside that window. While it is shown it looks at the keys
    the focused widget gets: a tag's shortcut chooses, a letter starts the filter, Escape closes.

    Signals:
        tag_chosen (str tag id).
        removal_requested (list of str annotation ids): a tag that is already on the span is to go.
        new_tag_requested (str name): make a tag of this name and give it.
        all_occurrences_requested (str tag id): look for the phrase everywhere; "" when no tag was meant.
        closed ().
    """

    tag_chosen = Signal(str)
    removal_requested = Signal(list)
    new_tag_requested = Signal(str)
    all_occurrences_requested = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def set_tags(self, tags: ShownTags) -> None:
        """Names, order and colours of the tags; call again when the tagset, the theme or the language changes."""

    def show_for(self, rect: QRect, present: Sequence[Annotation], direction: Direction) -> None:
        """Appear beside a selection.

        ``rect`` is the selection in global coordinates; the picker never covers it. ``present`` are the annotations
        that stand on just this span; ``direction`` is that of the selected text.
        """

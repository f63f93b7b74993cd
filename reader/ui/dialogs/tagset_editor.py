# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog in which users make, change, order, merge and delete tags."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from reader.model.ids import TagId
from reader.ui.models.tags import ShownTags


class TagsetEditor(QDialog):
    """Shows the tags and asks for changes of them; each is an edit that can be undone. Knows no store.

    Signals:
        tag_addition_requested (tuple of (language, name), str colour role, str parent tag id or ""):
            a new tag at the end of its level.
        tag_change_requested (Tag before, Tag after): names, colour, shortcut or description.
        order_requested (list of Tag): every tag whose parent or position becomes another, as it is to be.
        merge_requested (str tag id, str tag id it becomes part of).
        deletion_requested (str tag id, str tag id its annotations move to): "" deletes them with it.
    """

    tag_addition_requested = Signal(object, str, str)
    tag_change_requested = Signal(object, object)
    order_requested = Signal(list)
    merge_requested = Signal(str, str)
    deletion_requested = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def show_tags(self, tags: ShownTags, counts: Mapping[TagId, int]) -> None:
        """The tags and how many annotations each has in the whole library; call again after every edit."""

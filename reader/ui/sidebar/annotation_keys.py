# SPDX-License-Identifier: GPL-3.0-or-later
"""What the keys mean in the list of annotations."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from reader.model.tagset import Tag
from reader.ui.models.tags import ShownTags
from reader.ui.sidebar.window_list import key_is, typed

_N_ON_ARABIC_KEYBOARDS = "ى"
"""What the key N gives on the usual Arabic keyboard."""


class Wish(Enum):
    """What a key asks for; a tag's own key asks for that tag."""

    JUMP = auto()
    REMOVE = auto()
    NOTE = auto()
    RELATE = auto()
    STOP_RELATING = auto()


def wish_of(event: QKeyEvent, tags: ShownTags, *, is_relating: bool) -> Wish | Tag | None:
    """The wish, or None for a key that has no meaning of its own here."""
    if key_is(event, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return Wish.RELATE if is_relating else Wish.JUMP
    if is_relating and key_is(event, Qt.Key.Key_Escape):
        return Wish.STOP_RELATING
    if key_is(event, Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        return Wish.REMOVE
    tag = tags.with_shortcut(typed(event))
    if tag is not None:
        return tag
    asks_for_note = key_is(event, Qt.Key.Key_N, Qt.Key.Key_F2) or typed(event) == _N_ON_ARABIC_KEYBOARDS
    return Wish.NOTE if asks_for_note else None

# SPDX-License-Identifier: GPL-3.0-or-later
"""Which key moves the caret how. Up, Down and the page keys need the view and are the pane's own."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from reader.ui.reading_pane import motions
from reader.ui.reading_pane.motions import Motion

_NONE = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier

_MOTIONS: Mapping[tuple[Qt.Key, Qt.KeyboardModifier], Motion] = {
    (Qt.Key.Key_Left, _NONE): motions.left,
    (Qt.Key.Key_Right, _NONE): motions.right,
    (Qt.Key.Key_Left, _CTRL): motions.word_left,
    (Qt.Key.Key_Right, _CTRL): motions.word_right,
    (Qt.Key.Key_Left, _ALT): motions.forward,
    (Qt.Key.Key_Right, _ALT): motions.backward,
    (Qt.Key.Key_Up, _CTRL): motions.paragraph_backward,
    (Qt.Key.Key_Down, _CTRL): motions.paragraph_forward,
    (Qt.Key.Key_Up, _ALT): motions.sentence_backward,
    (Qt.Key.Key_Down, _ALT): motions.sentence_forward,
    (Qt.Key.Key_Home, _NONE): motions.line_start,
    (Qt.Key.Key_End, _NONE): motions.line_end,
    (Qt.Key.Key_Home, _CTRL): motions.text_start,
    (Qt.Key.Key_End, _CTRL): motions.text_end,
}


def motion_for(event: QKeyEvent) -> Motion | None:
    """The motion a key asks for; Shift, which extends the selection, makes no difference here."""
    modifiers = event.modifiers() & (_CTRL | _ALT)
    return _MOTIONS.get((Qt.Key(event.key()), modifiers))

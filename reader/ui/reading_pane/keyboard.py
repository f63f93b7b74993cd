# SPDX-License-Identifier: GPL-3.0-or-later
"""What the keyboard does on the page: which key moves the caret how, and the moves that need the view."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent

from reader.ui.reading_pane import motions
from reader.ui.reading_pane.flow import Place
from reader.ui.reading_pane.motions import Motion

if TYPE_CHECKING:
    from reader.ui.reading_pane.pane import ReadingPane

_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
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
_LINES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}

_CARET_MARGIN_LINES = 1.5
_PROBES = 12
"""So many half lines are looked at for the next line of text: blank paragraphs and headings leave wide gaps."""
_SETTLED_MS = 250
"""A selection made by keys counts as finished when no key has come for so long."""


class KeyHand:
    """Turns key presses into motions of the caret; with Shift, the selection's fixed end stays. One per pane."""

    def __init__(self, pane: ReadingPane) -> None:
        self._pane = pane
        self._goal_x: float | None = None
        self._settled = QTimer(pane, interval=_SETTLED_MS, singleShot=True)
        self._settled.timeout.connect(pane.tell_finished)

    def forget_goal(self) -> None:
        """The next line key starts from where the caret is: something else has moved it."""
        self._goal_x = None

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key asks for; False when it is none of the page's keys."""
        key, extend = Qt.Key(event.key()), bool(event.modifiers() & _SHIFT)
        fixed, head = self._pane.places
        motion = _MOTIONS.get((key, event.modifiers() & (_CTRL | _ALT)))
        if motion is not None:
            self._goal_x = None
            self._move(motion(self._pane.flow, head), extend)
        elif key in _LINES:
            self._move_by_lines(_LINES[key], extend)
        elif key in _PAGES:
            self._move_by_page(_PAGES[key], extend)
        elif key == Qt.Key.Key_Escape and fixed != head:
            self._pane.set_places(head, head)
        else:
            return False
        return True

    def _move(self, head: Place, extend: bool) -> None:
        fixed, _ = self._pane.places
        self._pane.set_places(fixed if extend else head, head)
        self._keep_caret_in_view()
        if extend:
            self._settled.start()

    def _move_by_lines(self, lines: int, extend: bool) -> None:
        self._keep_caret_in_view()
        box = self._pane.window_in_view.caret_box(self._pane.places[1])
        if box is not None:
            self._goal_x = box.x() if self._goal_x is None else self._goal_x
            self._move(self._line_beyond(box.center().y(), lines, box.height(), self._goal_x), extend)

    def _line_beyond(self, y: float, lines: int, height: float, goal_x: float) -> Place:
        """The place under the goal x on the next line that shows text, scrolling when it is out of view."""
        view = self._pane.window_in_view
        for step in range(1, _PROBES):
            if not 0 <= y + lines * height * (0.5 * step + 0.25) <= view.height:
                y -= view.scroll_by(round(lines * height * 2))
                self._pane.moved()
            place = view.place_at(goal_x, y + lines * height * (0.5 * step + 0.25))
            box = view.caret_box(place)
            if box is not None and abs(box.center().y() - y) > 1 and (box.center().y() > y) == (lines > 0):
                return place
        return self._pane.places[1]

    def _move_by_page(self, pages: int, extend: bool) -> None:
        view = self._pane.window_in_view
        box = view.caret_box(self._pane.places[1])
        y, x = (box.center().y(), box.x()) if box is not None else (0.0, 0.0)
        self._goal_x = x if self._goal_x is None else self._goal_x
        wanted = round(pages * (view.height - self._pane.line_px))
        y += wanted - view.scroll_by(wanted)  # where the page could not go, the caret goes
        self._pane.moved()
        self._move(view.place_at(self._goal_x, min(max(y, 0.0), float(view.height))), extend)

    def _keep_caret_in_view(self) -> None:
        view, margin = self._pane.window_in_view, _CARET_MARGIN_LINES * self._pane.line_px
        head = self._pane.places[1]
        box = view.caret_box(head)
        if box is None:
            view.show_at(head, view.height / 3)
            self._pane.moved()
        elif box.top() < margin:
            self._pane.scroll_by(box.top() - margin)
        elif box.bottom() > view.height - margin:
            self._pane.scroll_by(box.bottom() - (view.height - margin))

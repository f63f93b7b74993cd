# SPDX-License-Identifier: GPL-3.0-or-later
"""Tab inside a popup: from one thing to the next as the eye goes, and round, not out into the window."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget


def step_within(popup: QWidget, *, forward: bool) -> QWidget | None:
    """Move the focus to the next stop in the popup, from the last to the first; returns it, or None without any."""
    stops = stops_in(popup)
    if not stops:
        return None
    focused = QApplication.focusWidget()
    if focused in stops:
        stop = stops[(stops.index(focused) + (1 if forward else -1)) % len(stops)]
    else:
        stop = stops[0 if forward else -1]
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stop.setFocus(reason)
    return stop


def stops_in(popup: QWidget) -> list[QWidget]:
    """What Tab comes to: line by line from the top, along each line as the interface runs."""
    is_leftward = popup.layoutDirection() == Qt.LayoutDirection.RightToLeft
    stops = [each for each in popup.findChildren(QWidget) if _is_stop(each, popup)]
    return sorted(stops, key=lambda each: _place(each, popup, is_leftward=is_leftward))


def _is_stop(widget: QWidget, popup: QWidget) -> bool:
    """Of buttons in a group Qt lets Tab come to one alone, the arrows to the others; in a popup arrows go elsewhere."""
    is_of_group = isinstance(widget, QAbstractButton) and widget.group() is not None
    takes_tab = is_of_group or bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return takes_tab and widget.isEnabled() and widget.isVisibleTo(popup)


def _place(widget: QWidget, popup: QWidget, *, is_leftward: bool) -> tuple[int, int]:
    top, x = widget.mapTo(popup, QPoint(0, 0)).y(), widget.mapTo(popup, widget.rect().center()).x()
    return top, -x if is_leftward else x

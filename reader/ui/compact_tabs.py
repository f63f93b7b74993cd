# SPDX-License-Identifier: GPL-3.0-or-later
"""A tab bar for a narrow column: the open tab has its icon and name, the others their icons alone."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStyle, QStyleOptionTab, QTabBar


class CompactTabBar(QTabBar):
    """A closed tab shows its icon, and a short word where it has one (a count); its name is in its tooltip.

    Screen readers are told every name.
    """

    def __init__(self) -> None:
        super().__init__()
        self._short: dict[int, str] = {}
        self.setExpanding(False)
        self.setDrawBase(False)

    def name_tab(self, index: int, name: str, short: str = "") -> None:
        """Name a tab; ``short`` is what stands beside its icon while it is closed."""
        self._short[index] = short
        whole = f"{name} ({short})" if short else name
        self.setTabText(index, whole)
        self.setTabToolTip(index, whole)
        self.setAccessibleTabName(index, whole)

    def tabSizeHint(self, index: int) -> QSize:
        """Room for what is shown."""
        hint = super().tabSizeHint(index)
        if index != self.currentIndex():
            gone = self.tabText(index).replace("&", "")
            short = self._short.get(index, "")
            metrics = self.fontMetrics()
            kept_px = metrics.horizontalAdvance(short) if short else -self._gap_px()
            hint.setWidth(hint.width() - metrics.horizontalAdvance(gone) + kept_px)
        return hint

    def minimumTabSizeHint(self, index: int) -> QSize:
        """As wide as what is shown: no tab is pushed away."""
        return self.tabSizeHint(index)

    def initStyleOption(self, option: QStyleOptionTab, index: int) -> None:
        """What is painted of a tab."""
        super().initStyleOption(option, index)
        if index != self.currentIndex():
            option.text = self._short.get(index, "")

    def _gap_px(self) -> int:
        return self.style().pixelMetric(QStyle.PixelMetric.PM_TabBarIconSize, None, self) // 4

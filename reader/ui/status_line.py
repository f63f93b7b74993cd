# SPDX-License-Identifier: GPL-3.0-or-later
"""The line under the page: what is going on, how many tags there are, and how far the reader has come."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from reader.ui.theme import SPACE_PX

_PROGRESS_WIDTH_PX = 15 * SPACE_PX


class StatusLine(QWidget):
    """One quiet line.

    Signals: stop_requested (): the work shown by the progress bar is to stop. placing_requested (): the tags without a
    sure place are to be shown.
    """

    stop_requested = Signal()
    placing_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._activity = QLabel()
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(_PROGRESS_WIDTH_PX)
        self.stop_button = QToolButton()
        self.stop_button.clicked.connect(self.stop_requested)
        self.displaced_button = QToolButton()
        self.displaced_button.clicked.connect(self.placing_requested)
        self.displaced_button.hide()
        self._displaced = 0
        self._hint = QLabel()
        self._tags = QLabel()
        self._suggestions = QLabel()
        self._place = QLabel()
        self._counts = (0, 0)
        self._arrange()
        self.retranslate()
        self.end_activity()

    def minimumSizeHint(self) -> QSize:
        """Narrower than its texts: a long sentence must not hold the window wide."""
        return QSize(0, super().minimumSizeHint().height())

    def show_activity(self, sentence: str, done: int = 0, total: int = 0) -> None:
        """Say what is being done; ``total`` 0 means that nobody knows how long it takes."""
        self._activity.setText(sentence)
        self._progress.setRange(0, 1000 if total else 0)
        if total:
            self._progress.setValue(min(1000, done * 1000 // total))
        for widget in (self._activity, self._progress, self.stop_button):
            widget.show()

    def end_activity(self) -> None:
        for widget in (self._activity, self._progress, self.stop_button):
            widget.hide()
        self._progress.setRange(0, 1)

    @property
    def activity(self) -> str:
        return self._activity.text() if not self._activity.isHidden() else ""

    def show_hint(self, sentence: str) -> None:
        """Say something in passing; nothing that must not be missed."""
        self._hint.setText(sentence)

    @property
    def hint(self) -> str:
        return self._hint.text()

    @property
    def counts(self) -> tuple[int, int]:
        """Tags and open suggestions."""
        return self._counts

    def show_counts(self, tags: int, suggestions: int) -> None:
        self._counts = (tags, suggestions)
        self._tags.setText(self.tr("%n tags", "", tags))
        self._suggestions.setText(self.tr("%n suggestions", "", suggestions))
        self._suggestions.setVisible(suggestions > 0)

    def show_displaced(self, count: int) -> None:
        """So many tags have no sure place in the text."""
        self._displaced = count
        self.displaced_button.setText(self.tr("%n tags without a place", "", count))
        self.displaced_button.setToolTip(self.tr("Look at them and find their places"))
        self.displaced_button.setVisible(count > 0)

    def show_place(self, share: float | None) -> None:
        """How far into the text the page is, 0…1."""
        self._place.setText("" if share is None else self.locale().toString(round(share * 100)) + self.tr("%"))

    def retranslate(self) -> None:
        self.stop_button.setText(self.tr("Stop"))
        self.show_counts(*self._counts)
        self.show_displaced(self._displaced)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * SPACE_PX, SPACE_PX // 2, 2 * SPACE_PX, SPACE_PX // 2)
        row.setSpacing(2 * SPACE_PX)
        row.addWidget(self._activity)
        row.addWidget(self._progress, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.stop_button)
        row.addWidget(self._hint)
        row.addStretch(1)
        row.addWidget(self.displaced_button)
        for label in (self._suggestions, self._tags, self._place):
            row.addWidget(label)

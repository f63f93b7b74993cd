# SPDX-License-Identifier: GPL-3.0-or-later
"""The versions of a document's text: when each came, how much it changed, what exactly, and the way back to it."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QEvent, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from reader.model.version import Origin, TextVersion
from reader.ui.models.sentences import filled, layout_direction_of
from reader.workspace.comparing import Comparison, Difference
from reader.workspace.reviewing import Passage

_ROW_PADDING_PX = 14
_LINE_END = re.compile(r"\s*\n\s*")


class VersionsDialog(QDialog):
    """Lists versions, the newest first; the one in force is on top or marked.

    Signals:
        comparison_requested (int version): what it differs in from the one in force; ``show_comparison`` follows.
        open_requested (int version): show its text, to be read.
        revert_requested (int version): it is to be in force again.
    """

    comparison_requested = Signal(int)
    open_requested = Signal(int)
    revert_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._versions: list[TextVersion] = []
        self._in_force = 0
        self._comparison: Comparison | None = None
        self.headline = QLabel()
        self.list = QListWidget()
        self.changes_title = QLabel()
        self.changes = QTextEdit()
        self.open_button, self.revert_button, self.close_button = QPushButton(), QPushButton(), QPushButton()
        self._lay_out()
        self._connect()
        self._retranslate()

    def set_quote_font(self, font: QFont) -> None:
        """The face passages are set in."""
        self.changes.setFont(font)

    def show_versions(self, versions: Sequence[TextVersion], in_force: int) -> None:
        """The versions there are; the newest but the one in force is chosen."""
        self._versions, self._in_force = list(versions), in_force
        self._fill()
        others = [row for row, each in enumerate(self._versions) if each.version != in_force]
        self.list.setCurrentRow(others[0] if others else 0)
        self._on_row()

    def show_comparison(self, version: int, comparison: Comparison) -> None:
        """What the version differs in from the one in force."""
        if version == self.version:
            self._comparison = comparison
            self._show_changes()

    @property
    def version(self) -> int:
        """The version that is chosen; 0 for none."""
        row = self.list.currentRow()
        return self._versions[row].version if 0 <= row < len(self._versions) else 0

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _fill(self) -> None:
        row = self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        for version in self._versions:
            item = QListWidgetItem(self._label(version))
            item.setSizeHint(
                QSize(10, (item.text().count("\n") + 1) * self.list.fontMetrics().lineSpacing() + _ROW_PADDING_PX)
            )
            self.list.addItem(item)
        self.list.setCurrentRow(row)
        self.list.blockSignals(False)

    def _label(self, version: TextVersion) -> str:
        time = QDateTime.fromString(version.created, Qt.DateFormat.ISODateWithMs).toLocalTime()
        when = QLocale().toString(time, QLocale.FormatType.ShortFormat)
        what = {
            Origin.IMPORT: self.tr("Imported, %1"),
            Origin.UPDATE: self.tr("File read again, %1"),
            Origin.CORRECTION: self.tr("Corrected, %1"),
            Origin.REVERT: self.tr("Gone back to, %1"),
            Origin.REPAIR: self.tr("Repaired, %1"),
        }[version.origin]
        head = filled(what, when)
        if version.version == self._in_force:
            head = filled(self.tr("%1 — shown now"), head)
        return head + "\n" + self._figures(version)

    def _figures(self, version: TextVersion) -> str:
        if version.based_on is None:
            return self.tr("%n characters", "", version.length)
        places = self.tr("%n places changed", "", version.places)
        removed = self.tr("%n characters removed", "", version.removed)
        added = self.tr("%n characters added", "", version.added)
        return places + "\n" + filled(self.tr("%1, %2"), removed, added)

    def _on_row(self) -> None:
        is_earlier = self.version not in {0, self._in_force}
        self._comparison = None
        self.open_button.setEnabled(self.version != 0)
        self.revert_button.setEnabled(is_earlier)
        self._show_changes()
        if is_earlier:
            self.comparison_requested.emit(self.version)

    def _show_changes(self) -> None:
        if self.version in {0, self._in_force}:
            self.changes_title.setText(self.tr("This is the text on the page."))
            self.changes.clear()
            return
        if self._comparison is None:
            self.changes_title.setText(self.tr("Comparing…"))
            self.changes.clear()
            return
        found = self._comparison
        if not found.count:
            self.changes_title.setText(self.tr("It is the same as the text on the page."))
            self.changes.clear()
            return
        self.changes_title.setText(self.tr("It differs from the text on the page in %n places:", "", found.count))
        self.changes.setHtml("".join(self._difference(each) for each in found.differences))

    def _difference(self, each: Difference) -> str:
        old, new = (
            self.palette().color(QPalette.ColorRole.PlaceholderText),
            self.palette().color(QPalette.ColorRole.Highlight),
        )
        strike = f"color: {old.name()}; text-decoration: line-through"
        ground = f"background-color: rgba({new.red()}, {new.green()}, {new.blue()}, 0.25)"
        way = _way(each.new if each.new.words else each.old)
        return (
            f'<p dir="{way}">…{_escaped(each.new.before)}<span style="{strike}">{_escaped(each.old.words)}</span>'
            f'<span style="{ground}">{_escaped(each.new.words)}</span>{_escaped(each.new.behind)}…</p>'
        )

    def _lay_out(self) -> None:
        self.resize(820, 540)
        self.headline.setWordWrap(True)
        self.list.setFixedWidth(310)
        self.list.setWordWrap(True)
        self.changes.setReadOnly(True)
        self.changes.setTabChangesFocus(True)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(self.changes_title)
        right.addWidget(self.changes, 1)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.list)
        middle.addLayout(right, 1)
        foot = QHBoxLayout()
        for button in (self.open_button, self.revert_button):
            button.setAutoDefault(False)
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        self.close_button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(self.headline)
        layout.addLayout(middle, 1)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(lambda _row: self._on_row())
        self.list.itemActivated.connect(lambda _item: self.open_requested.emit(self.version))
        self.open_button.clicked.connect(lambda: self.open_requested.emit(self.version))
        self.revert_button.clicked.connect(lambda: self.revert_requested.emit(self.version))
        self.close_button.clicked.connect(self.reject)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Versions of the text"))
        self.headline.setText(self.tr("Every text this document has had is kept. Going back to one can be undone."))
        self.list.setAccessibleName(self.tr("Versions"))
        self.changes.setAccessibleName(self.tr("What was changed"))
        self.open_button.setText(self.tr("&Read it"))
        self.revert_button.setText(self.tr("&Go back to this version"))
        self.close_button.setText(self.tr("Close"))
        self._fill()
        self._show_changes()


def _way(passage: Passage) -> str:
    whole = passage.before + passage.words + passage.behind
    return "rtl" if layout_direction_of(whole) is Qt.LayoutDirection.RightToLeft else "ltr"


def _escaped(text: str) -> str:
    return html.escape(_LINE_END.sub(" ¶ ", text))

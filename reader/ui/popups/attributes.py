# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows in which the attributes of an annotation, names with values, are edited."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

Attributes = tuple[tuple[str, str], ...]


class AttributeRows(QWidget):
    """Attributes as pairs of fields.

    Signals: size_changed () after a row was added or removed.
    """

    size_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[AttributeRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)

    @property
    def rows(self) -> Sequence[AttributeRow]:
        return tuple(self._rows)

    def show_attributes(self, attributes: Attributes) -> None:
        """Replace all rows."""
        for row in tuple(self._rows):
            self._drop(row)
        for name, value in attributes:
            self.add_row(name, value)
        self.setVisible(bool(self._rows))

    def attributes(self) -> Attributes:
        """What the fields say, as ``named_once`` makes it storable."""
        return named_once([(row.name.text(), row.value.text()) for row in self._rows], self.tr("unnamed"))

    def add_row(self, name: str = "", value: str = "") -> AttributeRow:
        """A further row, at the end."""
        row = AttributeRow(name, value)
        row.remove.clicked.connect(lambda: self._on_remove(row))
        self._rows.append(row)
        self._layout.addWidget(row)
        self.show()
        self.size_changed.emit()
        return row

    def _on_remove(self, row: AttributeRow) -> None:
        self._drop(row)
        self.setVisible(bool(self._rows))
        self.size_changed.emit()

    def _drop(self, row: AttributeRow) -> None:
        self._rows.remove(row)
        self._layout.removeWidget(row)
        row.hide()
        row.deleteLater()


class AttributeRow(QWidget):
    """A name, a value, and a button that removes both."""

    def __init__(self, name: str, value: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = QLineEdit(name)
        self.value = QLineEdit(value)
        self.remove = QToolButton()
        self.remove.setText("✕")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.name, 2)
        layout.addWidget(self.value, 3)
        layout.addWidget(self.remove)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.name.setPlaceholderText(self.tr("Name"))
        self.name.setAccessibleName(self.tr("Name of the attribute"))
        self.value.setPlaceholderText(self.tr("Value"))
        self.value.setAccessibleName(self.tr("Value of the attribute"))
        self.remove.setToolTip(self.tr("Remove this attribute"))
        self.remove.setAccessibleName(self.tr("Remove this attribute"))


def named_once(pairs: Sequence[tuple[str, str]], unnamed: str) -> Attributes:
    """The pairs without empty ones, each with a name of its own: what was typed is kept whatever was typed."""
    named: dict[str, str] = {}
    for typed_name, value in pairs:
        name = typed_name.strip() or (unnamed if value.strip() else "")
        if not name:
            continue
        free, number = name, 2
        while free in named:
            free, number = f"{name} {number}", number + 1
        named[free] = value.strip()
    return tuple(named.items())

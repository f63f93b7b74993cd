# SPDX-License-Identifier: GPL-3.0-or-later
"""A page of the preferences: settings one below the other, and what else belongs there; it scrolls."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from reader.settings import Setting, Settings
from reader.ui.dialogs.preferences.fields import field_for
from reader.ui.dialogs.preferences.rows import Row
from reader.ui.theme import SPACE_PX


class Page(QScrollArea):
    """Fields for rows of the table; pages with more derive from it. Knows no settings but those it is shown.

    Signals: value_requested (Setting, object): the user set something.
    """

    value_requested = Signal(object, object)

    def __init__(self, rows: Sequence[Row] = ()) -> None:
        super().__init__()
        self.title = QLabel()
        self.fields = {row.setting.name: field_for(row) for row in rows}
        self._body = QWidget()
        self.content = QVBoxLayout(self._body)
        self.content.setContentsMargins(3 * SPACE_PX, 2 * SPACE_PX, 3 * SPACE_PX, 2 * SPACE_PX)
        self.content.setSpacing(2 * SPACE_PX + SPACE_PX // 2)
        self.content.addWidget(self.title)
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.35)
        self.title.setFont(font)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.build()
        self.content.addStretch()
        self.setWidget(self._body)
        self.retranslate()

    def build(self) -> None:
        """Put what the page has below its title."""
        self.add_fields()

    def add_fields(self) -> None:
        for name in self.fields:
            self.add_field(name)

    def add_field(self, name: str) -> None:
        field = self.fields[name]
        self.content.addWidget(field)
        field.value_changed.connect(lambda value, setting=field.row.setting: self.value_requested.emit(setting, value))

    def show_settings(self, settings: Settings) -> None:
        """Show what is set now."""
        for field in self.fields.values():
            field.show_value(settings.get(field.row.setting))

    def show_setting(self, setting: Setting[Any], value: Any) -> None:
        """One of them was set, here or elsewhere."""
        if setting.name in self.fields:
            self.fields[setting.name].show_value(value)

    def search(self, query: str) -> bool:
        """Show only what matches the folded query; whether anything does. With "" all is shown."""
        found = [field for field in self.fields.values() if not query or field.matches(query)]
        for field in self.fields.values():
            field.setVisible(not query or field in found)
        return bool(found)

    def retranslate(self) -> None:
        """Take the texts from the translation installed now."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def tell(label: QLabel, text: str, *, is_failure: bool = False) -> None:
    """Show a sentence, set off where it tells of a failure; nothing where there is none."""
    name = "failure" if is_failure else "quiet"
    if label.objectName() != name:
        label.setObjectName(name)
        label.style().unpolish(label)
        label.style().polish(label)
    label.setText(text)
    label.setVisible(bool(text))


def quiet_label(text: str = "") -> QLabel:
    """A label for explanations."""
    label = QLabel(text)
    label.setObjectName("quiet")
    label.setWordWrap(True)
    return label

# SPDX-License-Identifier: GPL-3.0-or-later
"""One setting as something to set: box, list, number, slider, or a group of boxes; told as soon as it is changed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from reader.text.normalise import folded
from reader.ui.dialogs.preferences.rows import Control, Row
from reader.ui.i18n import translate
from reader.ui.theme import SPACE_PX

CONTROL_WIDTH_PX, CONTROL_HEIGHT_PX = 240, 30
_PER_CENT = 100


class SettingField(QWidget):
    """A row of the table. Knows no settings.

    Signals: value_changed (object): the user set it.
    """

    value_changed = Signal(object)

    def __init__(self, row: Row) -> None:
        super().__init__()
        self.row = row
        self.label = QLabel()
        self.hint = QLabel()
        self.hint.setObjectName("quiet")
        for label in (self.label, self.hint):
            label.setWordWrap(True)
        self._lay_out()
        self.retranslate()

    def show_value(self, value: Any) -> None:
        """Show what is set, without telling anybody."""
        raise NotImplementedError

    def matches(self, query: str) -> bool:
        """Whether the folded query is in one of the row's texts, in the language shown or in English."""
        row = self.row
        texts = [row.label, row.hint, *row.choices.values()]
        return any(query in folded(text) for each in texts for text in (each, translate("Preferences", each)))

    def retranslate(self) -> None:
        self.label.setText(translate("Preferences", self.row.label))
        self.hint.setText(translate("Preferences", self.row.hint))
        self.hint.setVisible(bool(self.row.hint))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        raise NotImplementedError

    def _on_set(self, value: Any) -> None:
        self.value_changed.emit(value)

    def _beside(self, control: QWidget) -> None:
        """The words at the leading side, the control at the trailing one."""
        self.label.setBuddy(control)
        control.setFixedSize(CONTROL_WIDTH_PX, CONTROL_HEIGHT_PX)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(2 * SPACE_PX)
        layout.setVerticalSpacing(SPACE_PX // 2)
        layout.addWidget(self.label, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(control, 0, 1)
        layout.addWidget(self.hint, 1, 0, 1, 2)
        layout.setColumnStretch(0, 1)


class BoxField(SettingField):
    """On or off."""

    def _lay_out(self) -> None:
        self.box = QCheckBox()
        self.box.toggled.connect(self._on_set)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_PX // 2)
        layout.addWidget(self.box)
        layout.addWidget(self.hint)
        self.label.hide()

    def show_value(self, value: Any) -> None:
        with QSignalBlocker(self.box):
            self.box.setChecked(value)

    def retranslate(self) -> None:
        super().retranslate()
        self.box.setText(translate("Preferences", self.row.label).replace("&", "&&"))
        self.setFocusProxy(self.box)


class ChoiceField(SettingField):
    """One of several."""

    def _lay_out(self) -> None:
        self.list = QComboBox()
        for value in self.row.choices:
            self.list.addItem("", value)
        self.list.activated.connect(lambda index: self.value_changed.emit(self.list.itemData(index)))
        self._beside(self.list)
        self.setFocusProxy(self.list)

    def show_value(self, value: Any) -> None:
        self.list.setCurrentIndex(self.list.findData(value))

    def retranslate(self) -> None:
        super().retranslate()
        for index, text in enumerate(self.row.choices.values()):
            self.list.setItemText(index, translate("Preferences", text))
        self.list.setAccessibleName(self.label.text())


class NumberField(SettingField):
    """A number within bounds."""

    def _lay_out(self) -> None:
        setting, row = self.row.setting, self.row
        lowest, highest = setting.lowest or 0, setting.highest if setting.highest is not None else 1_000_000
        self.box: QSpinBox | QDoubleSpinBox
        if isinstance(setting.default, float):
            self.box = QDoubleSpinBox()
            self.box.setDecimals(0 if row.step >= 1 else 2)
            self.box.setRange(lowest, highest)
            self.box.setSingleStep(row.step)
        else:
            self.box = QSpinBox()
            self.box.setRange(int(lowest), int(highest))
        if row.unit:
            self.box.setSuffix(f" {row.unit}")
        self.box.setKeyboardTracking(False)
        self.box.valueChanged.connect(self._on_set)
        self._beside(self.box)
        self.setFocusProxy(self.box)

    def show_value(self, value: Any) -> None:
        with QSignalBlocker(self.box):
            self.box.setValue(value)

    def retranslate(self) -> None:
        super().retranslate()
        self.box.setAccessibleName(self.label.text())


class TextField(SettingField):
    """Words of the user's own."""

    def _lay_out(self) -> None:
        self.line = QLineEdit()
        self.line.setClearButtonEnabled(True)
        self.line.editingFinished.connect(lambda: self.value_changed.emit(self.line.text()))
        self._beside(self.line)
        self.setFocusProxy(self.line)

    def show_value(self, value: Any) -> None:
        if self.line.text() != value:
            self.line.setText(value)

    def retranslate(self) -> None:
        super().retranslate()
        self.line.setAccessibleName(self.label.text())


class ShareField(SettingField):
    """A part of one, by a slider that tells it in per cent."""

    def _lay_out(self) -> None:
        setting = self.row.setting
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(round((setting.lowest or 0) * _PER_CENT), round((setting.highest or 1) * _PER_CENT))
        self.slider.setSingleStep(5)
        self.slider.setPageStep(10)
        self.told = QLabel()
        self.told.setMinimumWidth(self.told.fontMetrics().horizontalAdvance("100 %%"))
        self.slider.valueChanged.connect(self._on_moved)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.slider, 1)
        row.addWidget(self.told)
        self._beside(both)
        self.label.setBuddy(self.slider)
        self.setFocusProxy(self.slider)

    def show_value(self, value: Any) -> None:
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(value * _PER_CENT))
        self._tell()

    def retranslate(self) -> None:
        super().retranslate()
        self.slider.setAccessibleName(self.label.text())
        self._tell()

    def _on_moved(self, value: int) -> None:
        self._tell()
        self.value_changed.emit(value / _PER_CENT)

    def _tell(self) -> None:
        self.told.setText(f"\u2068{QLocale().toString(self.slider.value())} %\u2069")


class SwitchesField(SettingField):
    """A list of what is off: one box for each item that is on."""

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_PX)
        layout.addWidget(self.label)
        layout.addWidget(self.hint)
        self.boxes = {item: QCheckBox() for item in self.row.choices}
        for box in self.boxes.values():
            layout.addWidget(box)
            box.toggled.connect(self._on_toggled)
        self.setFocusProxy(next(iter(self.boxes.values())))

    def show_value(self, value: Any) -> None:
        for item, box in self.boxes.items():
            with QSignalBlocker(box):
                box.setChecked(item not in value)

    def retranslate(self) -> None:
        super().retranslate()
        for item, box in self.boxes.items():
            box.setText(translate("Preferences", self.row.choices[item]).replace("&", "&&"))

    def _on_toggled(self) -> None:
        self.value_changed.emit([item for item, box in self.boxes.items() if not box.isChecked()])


def field_for(row: Row) -> SettingField:
    """What sets a setting of this type."""
    kinds: dict[Control, type[SettingField]] = {Control.SHARE: ShareField, Control.SWITCHES: SwitchesField}
    if row.control in kinds:
        return kinds[row.control](row)
    if row.choices:
        return ChoiceField(row)
    if isinstance(row.setting.default, str):
        return TextField(row)
    return BoxField(row) if isinstance(row.setting.default, bool) else NumberField(row)

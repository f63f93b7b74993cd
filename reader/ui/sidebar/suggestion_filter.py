# SPDX-License-Identifier: GPL-3.0-or-later
"""What narrows and orders the list of suggestions: words, tags, order, and how sure they must be."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QSlider, QToolButton, QVBoxLayout, QWidget

from reader.model.suggestion import SuggestionFilter
from reader.ui.models.sentences import filled
from reader.ui.models.suggestion_words import confidence_in_words
from reader.ui.models.tags import ShownTags
from reader.ui.sidebar.tag_menu import TagFilterButton

_TYPING_RESTS_MS = 250
_SLIDING_RESTS_MS = 60
_PER_CENT = 100
_STEP = 5

ORDERS = ("text", "names", "confidence", "usefulness")


class SuggestionFilterBar(QWidget):
    """Words, tags, order and confidence.

    Signals:
        filter_changed (SuggestionFilter), a moment after the user stopped typing.
        order_chosen (str): one of ``ORDERS``.
        least_chosen (float): hide what is less sure, 0…1; also while the slider is drawn.
    """

    filter_changed = Signal(object)
    order_chosen = Signal(str)
    least_chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QLineEdit(clearButtonEnabled=True)
        self.tags_button = TagFilterButton()
        self.tags_menu = self.tags_button.tags_menu
        self.order = OrderChoice()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self._least_label, self._hidden_label = QLabel(), QLabel()
        self._hidden = 0
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_RESTS_MS)
        self._sliding = QTimer(self, singleShot=True, interval=_SLIDING_RESTS_MS)
        self._lay_out()
        self._connect()
        self._retranslate()

    @property
    def filter(self) -> SuggestionFilter:
        return SuggestionFilter(tag_ids=self.tags_menu.chosen or None, text=self.text.text().strip())

    @property
    def least(self) -> float:
        return self.slider.value() / _PER_CENT

    def set_tags(self, tags: ShownTags) -> None:
        self.tags_button.set_tags(tags)

    def set_least(self, least: float) -> None:
        """Show this without telling so."""
        if round(least * _PER_CENT) != self.slider.value():
            with QSignalBlocker(self.slider):
                self.slider.setValue(round(least * _PER_CENT))
        self._say_least()

    def set_hidden(self, hidden: int) -> None:
        """How many are too weak to be shown."""
        self._hidden = hidden
        self._hidden_label.setText(self.tr("%n weaker ones are hidden", "", hidden))
        self._hidden_label.setVisible(hidden > 0)

    def clear(self) -> None:
        """Let every word and tag pass again."""
        self.text.clear()
        self.tags_menu.choose(frozenset())
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _lay_out(self) -> None:
        self.slider.setRange(0, _PER_CENT)
        self.slider.setSingleStep(_STEP)
        self.slider.setPageStep(2 * _STEP)
        self._least_label.setBuddy(self.slider)
        self._hidden_label.setObjectName("quiet")
        self._hidden_label.hide()
        choices = QHBoxLayout()
        choices.setSpacing(6)
        choices.addWidget(self.tags_button)
        choices.addWidget(self.order)
        choices.addStretch()
        least = QHBoxLayout()
        least.setSpacing(8)
        least.addWidget(self._least_label)
        least.addWidget(self.slider, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 6)
        layout.setSpacing(6)
        layout.addWidget(self.text)
        layout.addLayout(choices)
        layout.addLayout(least)
        layout.addWidget(self._hidden_label)

    def _connect(self) -> None:
        self.text.textChanged.connect(lambda _text: self._typing.start())
        self.text.returnPressed.connect(self._tell)
        self._typing.timeout.connect(self._tell)
        self.tags_menu.selection_changed.connect(lambda _chosen: self._tell())
        self.order.order_chosen.connect(self.order_chosen)
        self.slider.valueChanged.connect(self._on_slid)
        self.slider.sliderReleased.connect(self._tell_least)
        self._sliding.timeout.connect(self._tell_least)

    def _retranslate(self) -> None:
        self.text.setPlaceholderText(self.tr("Search suggestions"))
        self.text.setAccessibleName(self.tr("Search suggestions"))
        self.slider.setAccessibleName(self.tr("Hide suggestions that are less sure"))
        self.slider.setToolTip(self.tr("Hide suggestions that are less sure"))
        self.order.retranslate()
        self.set_hidden(self._hidden)
        self._say_least()

    def _say_least(self) -> None:
        widest = filled(self.tr("At least %1"), confidence_in_words(1.0))
        self._least_label.setMinimumWidth(self._least_label.fontMetrics().horizontalAdvance(widest))
        self._least_label.setText(filled(self.tr("At least %1"), confidence_in_words(self.least)))
        self.slider.setAccessibleDescription(confidence_in_words(self.least))

    def _tell(self) -> None:
        self._typing.stop()
        self.filter_changed.emit(self.filter)

    def _on_slid(self, _value: int) -> None:
        self._say_least()
        if not self._sliding.isActive():
            self._sliding.start()

    def _tell_least(self) -> None:
        self._sliding.stop()
        self.least_chosen.emit(self.least)


class OrderChoice(QToolButton):
    """How the list is ordered.

    Signals: order_chosen (str): one of ``ORDERS``.
    """

    order_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value = ORDERS[0]
        self._menu = QMenu(self)
        group = QActionGroup(self)
        self.choices = {order: self._menu.addAction("") for order in ORDERS}
        for order, action in self.choices.items():
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _checked=False, chosen=order: self._choose(chosen))
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.retranslate()

    def show_order(self, order: str) -> None:
        """Show this without telling so."""
        self.value = order
        self.choices[order].setChecked(True)
        self.setText(f"{self.choices[order].text()} ▾")
        self.setAccessibleDescription(self.choices[order].text())

    def retranslate(self) -> None:
        self.choices["text"].setText(self.tr("In text order"))
        self.choices["names"].setText(self.tr("Grouped by name"))
        self.choices["confidence"].setText(self.tr("Surest first"))
        self.choices["usefulness"].setText(self.tr("Most useful first"))
        self.setAccessibleName(self.tr("Order of the list"))
        self.setToolTip(self.tr("Most useful first: those whose answer teaches the program most."))
        self.show_order(self.value)

    def _choose(self, order: str) -> None:
        self.show_order(order)
        self.order_chosen.emit(order)

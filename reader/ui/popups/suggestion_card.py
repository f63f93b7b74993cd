# SPDX-License-Identifier: GPL-3.0-or-later
"""A quiet card beside the suggestion that is being decided on: what, why, how sure, and the keys."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeySequence, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QStyle, QWidget

from reader.model.suggestion import Suggestion
from reader.ui.i18n import isolated
from reader.ui.models.reasons import reason_in_words
from reader.ui.models.sentences import filled, on_one_line
from reader.ui.models.suggestion_words import confidence_in_words, suggestion_in_words
from reader.ui.models.tags import ShownTags
from reader.ui.popups.card import Card
from reader.ui.popups.key_button import KeyButton
from reader.ui.sidebar.deciding_delegate import draw_confidence
from reader.ui.sidebar.entries import draw_chip

_WIDTH_PX = 372
_LONGEST_SHOWN = 90
_BAR = QSize(56, 5)
_CHIP = QSize(4, 16)

MENTIONS_COUNTED = 1000
"""Other mentions are counted up to here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSuggestion:
    """What the card says: ``corrected`` is the text of the edges as the user moved them, "" as long as they are the
    suggestion's own; ``mentions`` counts the open suggestions of the same thing, this one included.
    """

    suggestion: Suggestion
    corrected: str
    mentions: int


class SuggestionCard(Card):
    """Floats inside the window, never takes the focus; keys are the page's.

    Signals: accept_requested (), reject_requested (), tag_requested (): offer other tags, next_requested (),
    all_accept_requested (), all_reject_requested (): decide on all mentions of the same thing.
    """

    accept_requested = Signal()
    reject_requested = Signal()
    tag_requested = Signal()
    next_requested = Signal()
    all_accept_requested = Signal()
    all_reject_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags = ShownTags()
        self._shown: ShownSuggestion | None = None
        self.head = _Head()
        self.corrected, self.reason, self.value, self.entity = (_quiet_line() for _ in range(4))
        self.buttons = {name: KeyButton() for name in ("accept", "reject", "tag", "next", "all", "none")}
        self.hints = {name: KeyButton(is_hint=True) for name in ("start", "end")}
        self._lay_out()
        self._connect()
        self.retranslate()

    def set_tags(self, tags: ShownTags) -> None:
        """Names and colours of the tags; call again when the tagset, the theme or the language changes."""
        self._tags = tags
        if self._shown is not None:
            self.say(self._shown)

    def set_quote_font(self, font: QFont) -> None:
        self.corrected.setFont(font)

    @property
    def sentence(self) -> str:
        """All that the card says of the suggestion, as screen readers get it."""
        return self.accessibleName()

    def say(self, shown: ShownSuggestion) -> None:
        """Show this."""
        self._shown = shown
        suggestion = shown.suggestion
        self.head.show_suggestion(suggestion, self._tags)
        self.corrected.setText(isolated(on_one_line(shown.corrected, _LONGEST_SHOWN)))
        self.corrected.setVisible(bool(shown.corrected))
        self.reason.setText(filled(self.tr("Why: %1"), reason_in_words(suggestion.reason)))
        self.value.setText(filled(self.tr("Read as: %1"), suggestion.value))
        self.value.setVisible(bool(suggestion.value))
        self._say_entity(shown)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        for line in (self.corrected, self.reason, self.value, self.entity):
            line.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)  # isolates hide from Qt which way a text runs
        self.setAccessibleName(suggestion_in_words(suggestion, self._tags))

    def show_beside(self, rect: QRect, direction: Qt.LayoutDirection) -> None:
        """Appear beside ``rect`` (global), or go there."""
        self.setFixedWidth(_WIDTH_PX)
        self.appear(rect, direction)

    def leave(self) -> None:
        """Stay: whoever shows the card moves it along with what it is about."""

    def retranslate(self) -> None:
        """Take every text anew."""
        say = {name: button.say for name, button in (self.buttons | self.hints).items()}
        shift = _name_of("Shift+A")[:-1]
        say["accept"](_name_of("Return"), self.tr("Accept"))
        say["reject"](_name_of("Backspace"), self.tr("Reject"))
        say["tag"]("1 … 9", self.tr("Another tag"))
        say["next"](_name_of("Tab"), self.tr("Next"))
        say["all"](_name_of("Shift+Return"), self.tr("Accept all"))
        say["none"](_name_of("Shift+Backspace"), self.tr("Reject all"))
        say["end"](f"{shift}← →", self.tr("Move the end"))
        say["start"](f"{shift}↑ ↓", self.tr("Move the start"))
        if self._shown is not None:
            self.say(self._shown)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # Inside

    def _say_entity(self, shown: ShownSuggestion) -> None:
        others = shown.mentions - 1
        name = on_one_line(shown.suggestion.entity or shown.suggestion.quote, _LONGEST_SHOWN)
        if shown.mentions > MENTIONS_COUNTED:
            sentence = self.tr("“%1”: more than %2 other mentions")
            self.entity.setText(filled(sentence, name, self.locale().toString(MENTIONS_COUNTED)))
        elif others:
            self.entity.setText(filled(self.tr("“%1”: %n other mentions", "", others), name))
        else:
            self.entity.setText(filled(self.tr("“%1”"), name))
        has_name = bool(shown.suggestion.entity) and shown.suggestion.entity != shown.suggestion.quote
        self.entity.setVisible(others > 0 or has_name)
        for name in ("all", "none"):
            self.buttons[name].setVisible(others > 0)

    def _lay_out(self) -> None:
        self.body.setSpacing(4)
        for widget in (self.head, self.corrected, self.reason, self.value, self.entity):
            self.body.addWidget(widget)
        line = QFrame()
        line.setFrameShape(QFrame.Shape.NoFrame)
        line.setFixedHeight(1)
        line.setAutoFillBackground(True)
        line.setBackgroundRole(QPalette.ColorRole.Mid)
        self.body.addSpacing(4)
        self.body.addWidget(line)
        grid = QGridLayout()
        grid.setContentsMargins(0, 2, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        rows = (("accept", "reject"), ("all", "none"), ("tag", "next"), ("end", "start"))
        for row, names in enumerate(rows):
            for column, name in enumerate(names):
                grid.addWidget((self.buttons | self.hints)[name], row, column)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)

    def _connect(self) -> None:
        self.buttons["accept"].clicked.connect(self.accept_requested)
        self.buttons["reject"].clicked.connect(self.reject_requested)
        self.buttons["tag"].clicked.connect(self.tag_requested)
        self.buttons["next"].clicked.connect(self.next_requested)
        self.buttons["all"].clicked.connect(self.all_accept_requested)
        self.buttons["none"].clicked.connect(self.all_reject_requested)


class _Head(QWidget):
    """The tag's chip and name; at the trailing side the confidence, as a bar and a number."""

    def __init__(self) -> None:
        super().__init__()
        self._tags = ShownTags()
        self._suggestion: Suggestion | None = None
        self._name = QLabel()
        self._number = QLabel()
        self._number.setObjectName("quiet")
        font = self._name.font()
        font.setBold(True)
        self._name.setFont(font)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addSpacing(_CHIP.width() + 8)
        row.addWidget(self._name)
        row.addStretch(1)
        row.addSpacing(_BAR.width() + 8)
        row.addWidget(self._number)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_suggestion(self, suggestion: Suggestion, tags: ShownTags) -> None:
        self._suggestion, self._tags = suggestion, tags
        self._name.setText(isolated(on_one_line(tags.name(suggestion.tag_id), 30)))
        self._number.setText(confidence_in_words(suggestion.confidence))
        self._number.setAccessibleName(filled(self.tr("Confidence: %1"), self._number.text()))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._suggestion is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, middle = self.rect(), self.rect().center().y()
        chip = QRect(0, middle - _CHIP.height() // 2, _CHIP.width(), _CHIP.height())
        draw_chip(
            painter, QStyle.visualRect(self.layoutDirection(), box, chip), self._tags.colour(self._suggestion.tag_id)
        )
        number = self._number.geometry()
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = number.right() + 9 if is_mirrored else number.left() - 8 - _BAR.width()
        bar = QRect(left, middle - _BAR.height() // 2, _BAR.width(), _BAR.height())
        draw_confidence(painter, bar, self._suggestion.confidence, self.palette(), self.layoutDirection())


def _quiet_line() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label


def _name_of(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)

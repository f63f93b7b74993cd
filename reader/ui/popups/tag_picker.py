# SPDX-License-Identifier: GPL-3.0-or-later
"""A small board of tags that appears beside a selection."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from reader.model.annotation import Annotation
from reader.text.direction import Direction
from reader.ui.models.sentences import qt_direction
from reader.ui.models.tags import ShownTags
from reader.ui.popups.card import Card
from reader.ui.popups.present_tag import PresentTag
from reader.ui.popups.tag_rows import TagRows
from reader.ui.sidebar.window_list import key_is, typed

_WIDTH_PX = 248


class TagPicker(Card):
    """Gives a tag to the selection, or takes one away. It does not take the keyboard focus on appearing.

    Give it the main window as parent: it then floats inside that window. While it is shown it looks at the keys
    the focused widget gets: a tag's shortcut chooses, Return chooses the tag given last, any other letter goes to
    the filter, Tab leads into it, Escape closes.

    Signals:
        tag_chosen (str tag id).
        removal_requested (list of str annotation ids): a tag that is already on the span is to go.
        new_tag_requested (str name): make a tag of this name and give it.
        all_occurrences_requested (str tag id): look for the phrase everywhere; the tag is the one the user was at.
        closed (): it had the keyboard and is gone; give the focus back to the page.
    """

    tag_chosen = Signal(str)
    removal_requested = Signal(list)
    new_tag_requested = Signal(str)
    all_occurrences_requested = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags = ShownTags()
        self._last_tag_id = ""
        self._watched: QWidget | None = None
        self.present = QWidget()
        self._present_buttons = QVBoxLayout(self.present)
        self.filter = QLineEdit()
        self.rows = TagRows()
        self.occurrences = QPushButton()
        self._lay_out()
        self._connect()
        self._retranslate()

    def set_tags(self, tags: ShownTags) -> None:
        """Names, order and colours of the tags; call again when the tagset, the theme or the language changes."""
        self._tags = tags
        self.rows.set_tags(tags)

    def show_for(self, rect: QRect, present: Sequence[Annotation], direction: Direction) -> None:
        """Appear beside a selection.

        ``rect`` is the selection in global coordinates; the picker never covers it. ``present`` are the annotations
        that stand on just this span; ``direction`` is that of the selected text.
        """
        self._show_present(present)
        self.filter.clear()
        self.rows.filter("")
        self.rows.make_current(self._last_tag_id)
        self.setFixedWidth(_WIDTH_PX)
        self.appear(rect, qt_direction(direction))
        self._watch(QApplication.focusWidget())

    @Slot()
    def leave(self) -> None:
        """Close without choosing: the selection is gone, or the page has moved."""
        if self.isHidden():
            return
        had_focus, watched = self.has_keyboard, self._watched
        self.hide()
        if had_focus and watched is not None:
            watched.setFocus()
        if had_focus:
            self.closed.emit()

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the focused widget, which keeps the focus; and those of the filter."""
        if isinstance(event, QKeyEvent) and watched in (self._watched, self.filter):
            handle = self._on_filter_key if watched is self.filter else self._on_page_key
            if event.type() == QEvent.Type.ShortcutOverride and handle(event, is_claim=True):
                event.accept()
                return True
            return event.type() == QEvent.Type.KeyPress and handle(event, is_claim=False)
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._watch(None)
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _lay_out(self) -> None:
        self._present_buttons.setContentsMargins(0, 0, 0, 0)
        self._present_buttons.setSpacing(2)
        self.body.addWidget(self.present)
        self.body.addWidget(self.filter)
        self.body.addWidget(self.rows)
        self.body.addWidget(self.occurrences)
        self.filter.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.occurrences.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _connect(self) -> None:
        self.filter.installEventFilter(self)
        self.filter.textChanged.connect(self._on_filter_typed)
        self.rows.tag_chosen.connect(self._choose)
        self.rows.new_tag_requested.connect(self._make)
        self.occurrences.clicked.connect(self._on_occurrences_clicked)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Tags for the selection"))
        self.filter.setPlaceholderText(self.tr("Find or make a tag"))
        self.filter.setAccessibleName(self.tr("Find or make a tag"))
        self.rows.setAccessibleName(self.tr("Tags"))
        self.occurrences.setText(self.tr("All occurrences…"))
        self.rows.set_tags(self._tags)

    def _show_present(self, present: Sequence[Annotation]) -> None:
        for button in self.present.findChildren(PresentTag):
            self._present_buttons.removeWidget(button)
            button.hide()
            button.deleteLater()
        for annotation in present:
            button = PresentTag(self._tags.name(annotation.tag_id), self._tags.colour(annotation.tag_id))
            button.clicked.connect(lambda _checked=False, one=annotation: self._remove(one))
            self._present_buttons.addWidget(button)
        self.present.setVisible(bool(present))
        self._given = tuple(present)

    def _remove(self, annotation: Annotation) -> None:
        self._show_present([one for one in self._given if one.id != annotation.id])
        self.fit()
        self.removal_requested.emit([annotation.id])

    def _watch(self, widget: QWidget | None) -> None:
        if self._watched is not None:
            self._watched.removeEventFilter(self)
        self._watched = None if widget is None or self.isAncestorOf(widget) else widget
        if self._watched is not None:
            self._watched.installEventFilter(self)

    def _on_page_key(self, event: QKeyEvent, *, is_claim: bool) -> bool:
        character = typed(event)
        tag = self._tags.with_shortcut(character)
        if tag is not None:
            return is_claim or self._choose(tag.id)
        if key_is(event, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return is_claim or self._choose_current()
        if key_is(event, Qt.Key.Key_Escape):
            return is_claim or self._close()
        if key_is(event, Qt.Key.Key_Tab):
            return is_claim or self._into_filter("")
        if character.isalpha():
            return is_claim or self._into_filter(character)
        return False

    def _on_filter_key(self, event: QKeyEvent, *, is_claim: bool) -> bool:
        tag = self._tags.with_shortcut(typed(event)) if not self.filter.text() else None
        if tag is not None:
            return is_claim or self._choose(tag.id)
        if key_is(event, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return is_claim or self._choose_current()
        if key_is(event, Qt.Key.Key_Escape):
            return is_claim or self._close()
        if key_is(event, Qt.Key.Key_Down, Qt.Key.Key_Up):
            return is_claim or self._step(1 if event.key() == Qt.Key.Key_Down else -1)
        return False

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        """The user went to another part of the window: the picker is in the way there."""
        if self._watched is None or now is None or now is self._watched or self.isAncestorOf(now):
            return
        if now.window() is self.window():
            self.hide()

    def _on_filter_typed(self, text: str) -> None:
        self.rows.filter(text)
        self.fit()

    def _into_filter(self, character: str) -> bool:
        self.filter.setFocus(Qt.FocusReason.OtherFocusReason)
        self.filter.insert(character)
        return True

    def _step(self, by: int) -> bool:
        self.rows.step(by)
        return True

    def _choose_current(self) -> bool:
        self.rows.choose_current()
        return True

    def _choose(self, tag_id: str) -> bool:
        self._last_tag_id = tag_id
        self.leave()
        self.tag_chosen.emit(tag_id)
        return True

    def _make(self, name: str) -> None:
        self.leave()
        self.new_tag_requested.emit(name)

    def _close(self) -> bool:
        self.leave()
        return True

    def _on_occurrences_clicked(self) -> None:
        tag_id = self.rows.current_tag_id
        self.leave()
        self.all_occurrences_requested.emit(tag_id)

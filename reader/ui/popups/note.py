# SPDX-License-Identifier: GPL-3.0-or-later
"""Note and attributes of one annotation, edited beside it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.model.annotation import Annotation
from reader.ui.models.sentences import layout_direction_of
from reader.ui.models.tags import ShownTags
from reader.ui.popups.attributes import AttributeRows, Attributes
from reader.ui.popups.card import Card
from reader.ui.popups.headline import Headline

_WIDTH_PX = 356
_TEXT_HEIGHT_PX = 104


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    annotation: Annotation
    note: str
    attributes: Attributes
    rect: QRect

    @property
    def is_changed(self) -> bool:
        return (self.note, self.attributes) != (self.annotation.note, self.annotation.attributes)


class NotePopup(Card):
    """Edits the note and the attributes of an annotation; what was typed is never lost.

    Ctrl+Return, leaving for another part of the window and closing save; Escape closes at once when nothing was
    changed and asks otherwise.

    Signals:
        note_saved (str annotation id, str note, tuple of (name, value) attributes): only when something changed.
        closed (): it had the keyboard and is gone; give the focus back to the page.
    """

    note_saved = Signal(str, str, object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._annotation: Annotation | None = None
        self._rect = QRect()
        self._last: _Draft | None = None
        self.headline = Headline()
        self.text = QTextEdit()
        self.attributes = AttributeRows()
        self.add_attribute = QToolButton()
        self.save = QPushButton()
        self.foot = QWidget()
        self.question = _Question()
        self._lay_out()
        self._connect()
        self._retranslate()

    def set_tags(self, tags: ShownTags) -> None:
        """Names and colours of the tags."""
        self.headline.set_tags(tags)

    def set_quote_font(self, font: QFont) -> None:
        """The face quotes are set in."""
        self.headline.set_quote_font(font)

    @property
    def annotation(self) -> Annotation | None:
        """The annotation being edited; None while the popup is closed."""
        return self._annotation

    def edit(self, annotation: Annotation, rect: QRect) -> None:
        """Open beside ``rect`` (global); what was open before is saved first. The same annotation just stays open."""
        if self._annotation is not None and self._annotation.id == annotation.id:
            self.text.setFocus()
            return
        self.finish()
        self._open(annotation, annotation.note, annotation.attributes, rect)

    @Slot()
    def finish(self) -> None:
        """Save what was changed and close: also before the window closes or another document opens."""
        draft = self._draft()
        self._close()
        if draft is not None and draft.is_changed:
            self._last = draft
            self.note_saved.emit(draft.annotation.id, draft.note, draft.attributes)

    @Slot()
    def discard(self) -> None:
        """Close without saving."""
        self._close()

    @Slot()
    def reopen(self) -> None:
        """Open again with what was typed last: saving it has failed."""
        if self._last is not None and self._annotation is None:
            self._open(self._last.annotation, self._last.note, self._last.attributes, self._last.rect)

    def leave(self) -> None:
        """The window's size changed; the card stays, for it is being written in."""
        self.fit()

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_escape()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and _has_control(event):
            self.finish()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape and Ctrl+Return belong to the popup wherever its focus is, before the window's shortcuts."""
        if isinstance(event, QKeyEvent) and watched is self.text and _is_ours(event):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _lay_out(self) -> None:
        self.setFixedWidth(_WIDTH_PX)
        self.text.setFixedHeight(_TEXT_HEIGHT_PX)
        self.text.setAcceptRichText(False)
        self.text.setTabChangesFocus(True)
        self.text.installEventFilter(self)
        foot = QHBoxLayout(self.foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self.add_attribute)
        foot.addStretch()
        foot.addWidget(self.save)
        self.body.addWidget(self.headline)
        self.body.addWidget(self.text)
        self.body.addWidget(self.attributes)
        self.body.addWidget(self.foot)
        self.body.addWidget(self.question)
        self.question.hide()

    def _connect(self) -> None:
        self.save.clicked.connect(self.finish)
        self.add_attribute.clicked.connect(self._on_add_attribute)
        self.attributes.size_changed.connect(self._on_size_changed)
        self.question.save.clicked.connect(self.finish)
        self.question.discard.clicked.connect(self.discard)
        self.question.go_on.clicked.connect(self._go_on)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Note and attributes"))
        self.text.setPlaceholderText(self.tr("Write a note…"))
        self.text.setAccessibleName(self.tr("Note"))
        self.add_attribute.setText(self.tr("+ Attribute"))
        self.add_attribute.setToolTip(self.tr("Add a name and a value, such as “certainty: high”."))
        self.save.setText(self.tr("Save"))
        self.save.setToolTip(self.tr("Save and close (Ctrl+Return)"))
        self.question.retranslate()

    def _open(self, annotation: Annotation, note: str, attributes: Attributes, rect: QRect) -> None:
        self._annotation, self._rect = annotation, rect
        self.headline.show_annotation(annotation)
        self.text.setPlainText(note)
        self.text.moveCursor(self.text.textCursor().MoveOperation.End)
        self.attributes.show_attributes(attributes)
        self.question.hide()
        self.foot.show()
        self.appear(rect, layout_direction_of(annotation.quote))
        self.text.setFocus()

    def _draft(self) -> _Draft | None:
        if self._annotation is None:
            return None
        note = self.text.toPlainText()
        return _Draft(annotation=self._annotation, note=note, attributes=self.attributes.attributes(), rect=self._rect)

    def _close(self) -> None:
        had_focus = self.has_keyboard
        self._annotation = None
        self.hide()
        if had_focus:
            self.closed.emit()

    def _on_escape(self) -> None:
        draft = self._draft()
        if draft is None or not draft.is_changed:
            self._close()
        elif self.question.isVisible():
            self._go_on()
        else:
            self._ask(True)
            self.question.save.setFocus()

    def _go_on(self) -> None:
        self._ask(False)
        self.text.setFocus()

    def _ask(self, is_asking: bool) -> None:
        self.foot.setVisible(not is_asking)
        self.question.setVisible(is_asking)
        self.fit()

    def _on_add_attribute(self) -> None:
        self.attributes.add_row().name.setFocus()

    def _on_size_changed(self) -> None:
        if self._annotation is not None:
            self.fit()

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._annotation is None or now is None or self.isAncestorOf(now):
            return
        if now.window() is self.window():
            self.finish()


class _Question(QWidget):
    """Asks what is to become of changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = QLabel()
        self.save = QPushButton()
        self.discard = QPushButton()
        self.go_on = QPushButton()
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (self.save, self.discard, self.go_on):
            buttons.addWidget(button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._sentence)
        layout.addLayout(buttons)

    def retranslate(self) -> None:
        self._sentence.setText(self.tr("Save the changes?"))
        self.save.setText(self.tr("Save"))
        self.discard.setText(self.tr("Discard"))
        self.go_on.setText(self.tr("Go on writing"))


def _has_control(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def _is_ours(event: QKeyEvent) -> bool:
    saves = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and _has_control(event)
    return saves or event.key() == Qt.Key.Key_Escape

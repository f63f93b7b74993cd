# SPDX-License-Identifier: GPL-3.0-or-later
"""The fields of one tag in the tagset editor; each change is told when its field is left."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QTextEdit, QWidget

from reader.model.ids import TagId
from reader.model.tagset import Names, Tag
from reader.ui.dialogs.swatches import Swatches
from reader.ui.models.sentences import filled
from reader.ui.models.tags import ShownTags

LANGUAGES = ("ar", "en")
"""Languages a tag can be named in here; names in others are kept as they are."""


class TagForm(QWidget):
    """Names, colour, key and description of a tag.

    Signals: change_requested (Tag before, Tag after).
    """

    change_requested = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags = ShownTags()
        self._tag: Tag | None = None
        self.names = {language: QLineEdit() for language in LANGUAGES}
        self.colours = Swatches()
        self.shortcut = QLineEdit()
        self.description = SavedText()
        self.warning = QLabel()
        self._labels = {key: QLabel() for key in (*LANGUAGES, "colour", "shortcut", "description")}
        self._lay_out()
        self._connect()
        self._retranslate()

    def show_tag(self, tags: ShownTags, tag_id: str) -> None:
        """Show a tag; what was typed for another one must have been saved.

        When the same tag is shown anew, what is being typed stays; all else becomes what the tag says now.
        """
        before, tag = self._tag, tags.tag(TagId(tag_id))
        self._tags, self._tag = tags, tag
        if before is None or tag is None or before.id != tag.id:
            before = None
            self._warn("")
        self.setEnabled(tag is not None)
        self.colours.set_colours(tags.colours)
        for language, field in self.names.items():
            _show(field, _name(before, language), _name(tag, language), is_new=before is None)
        _show(self.shortcut, _shortcut(before), _shortcut(tag), is_new=before is None)
        described = "" if tag is None else tag.description
        if before is None or self.description.toPlainText().strip() == before.description:
            self.description.show_text(described)
        if tag is not None:
            self.colours.choose(tag.colour)

    @Slot()
    def save(self) -> None:
        """Ask for what was typed to be stored, if it is a change and can be."""
        if self._tag is None:
            return
        wanted = replace(
            self._tag,
            names=self._wanted_names(self._tag),
            shortcut=self._wanted_shortcut(self._tag),
            description=self.description.toPlainText().strip(),
        )
        self._request(wanted)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _lay_out(self) -> None:
        self.shortcut.setMaxLength(1)
        self.shortcut.setFixedWidth(56)
        self.description.setFixedHeight(96)
        self.warning.setWordWrap(True)
        fields: dict[str, QWidget] = {
            **self.names,
            "colour": self.colours,
            "shortcut": self.shortcut,
            "description": self.description,
        }
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(10)
        layout.setHorizontalSpacing(12)
        layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for key, field in fields.items():
            self._labels[key].setBuddy(field)
            layout.addRow(self._labels[key], field)
        layout.addRow(self.warning)

    def _connect(self) -> None:
        for field in self.names.values():
            field.editingFinished.connect(self.save)
        self.shortcut.textEdited.connect(self._on_shortcut_typed)
        self.shortcut.editingFinished.connect(self.save)
        self.description.editing_finished.connect(self.save)
        self.colours.role_chosen.connect(self._on_role_chosen)

    def _retranslate(self) -> None:
        self._labels["ar"].setText(self.tr("Name in &Arabic"))
        self._labels["en"].setText(self.tr("Name in &English"))
        self._labels["colour"].setText(self.tr("Colour"))
        self._labels["shortcut"].setText(self.tr("&Key"))
        self._labels["description"].setText(self.tr("&Description"))
        self.shortcut.setToolTip(self.tr("One digit or letter that gives this tag to the selection."))
        self.description.setPlaceholderText(self.tr("What belongs under this tag, and what does not"))
        self.colours.retranslate()

    def _wanted_names(self, tag: Tag) -> Names:
        typed = {language: field.text().strip() for language, field in self.names.items()}
        if not any(typed.values()):
            self._warn(self.tr("A tag needs a name in at least one language."))
            return tag.names
        kept = [(language, name) for language, name in tag.names if language not in typed]
        return tuple([(language, name) for language, name in typed.items() if name] + kept)

    def _wanted_shortcut(self, tag: Tag) -> str:
        typed = self.shortcut.text().strip().lower()
        return tag.shortcut if self._holder_of(typed) is not None else typed

    def _holder_of(self, shortcut: str) -> Tag | None:
        """The other tag that has this key already."""
        holder = self._tags.with_shortcut(shortcut)
        return None if self._tag is None or holder is None or holder.id == self._tag.id else holder

    def _on_shortcut_typed(self, text: str) -> None:
        holder = self._holder_of(text.strip())
        if holder is None:
            self._warn("")
        else:
            sentence = self.tr("%1 is the key of the tag %2 already. Choose another, or take it from that tag first.")
            self._warn(filled(sentence, text.strip().upper(), self._tags.name(holder.id)))

    def _on_role_chosen(self, role: str) -> None:
        if self._tag is not None:
            self._request(replace(self._tag, colour=role))

    def _request(self, wanted: Tag) -> None:
        before = self._tag
        if before is not None and wanted != before:
            self._tag = wanted
            self.change_requested.emit(before, wanted)

    def _warn(self, sentence: str) -> None:
        self.warning.setText(sentence)


class SavedText(QTextEdit):
    """Plain text of several lines that tells when it is left.

    Signals: editing_finished ().
    """

    editing_finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)

    def show_text(self, text: str) -> None:
        """Replace the text unless it is the same, so that the caret stays."""
        if self.toPlainText() != text:
            self.setPlainText(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.editing_finished.emit()


def _show(field: QLineEdit, before: str, now: str, *, is_new: bool) -> None:
    """Put ``now`` into the field unless something else than ``before`` has been typed there."""
    if (is_new or field.text().strip() == before) and field.text() != now:
        field.setText(now)


def _name(tag: Tag | None, language: str) -> str:
    return "" if tag is None else dict(tag.names).get(language, "")


def _shortcut(tag: Tag | None) -> str:
    return "" if tag is None else tag.shortcut.upper()

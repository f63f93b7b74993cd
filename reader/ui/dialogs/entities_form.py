# SPDX-License-Identifier: GPL-3.0-or-later
"""The fields of one entity; each change is told when its field is left."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from reader.errors import EntityInvalid
from reader.model.entity import Entity
from reader.model.entity_rules import read_identifier, tidied, written_identifiers
from reader.model.ids import TagId
from reader.ui.dialogs.tag_form import SavedText
from reader.ui.messages import sentence_for
from reader.ui.models.sentences import isolated
from reader.ui.models.tags import ShownTags
from reader.ui.sidebar.tag_menu import tag_icon

_LINES_SHOWN = 2
ROMANISED = "ar-Latn"
"""The language of an Arabic name in Latin letters. Source: RFC 5646; IANA registry, script Latn."""


class EntityForm(QWidget):
    """Name, kind, other names, names in other languages, identifiers and note of an entity.

    Signals:
        change_requested (Entity before, Entity after).
        romanisation_requested (str name): give spellings in Latin letters, by ``offer_romanised``.
    """

    change_requested = Signal(object, object)
    romanisation_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags = ShownTags()
        self._entity: Entity | None = None
        self._shown = dict[str, str]()
        self.name = QLineEdit()
        self.kind = QComboBox()
        self.aliases = SavedText()
        self.translations = SavedText()
        self.identifiers = SavedText()
        self.note = SavedText()
        self.romanise = QPushButton()
        self.warning = QLabel()
        self._labels = {key: QLabel() for key in ("name", "kind", "aliases", "translations", "identifiers", "note")}
        self._lay_out()
        self._connect()
        self._retranslate()

    @property
    def entity(self) -> Entity | None:
        return self._entity

    def set_tags(self, tags: ShownTags) -> None:
        self._tags = tags
        self._fill_kinds()

    def show_entity(self, entity: Entity | None) -> None:
        """Show an entity; what was typed for another one must have been saved.

        When the same entity is shown anew, a field in which something else is being typed keeps that.
        """
        before, self._entity = self._entity, entity
        is_new = before is None or entity is None or before.id != entity.id
        if is_new or before != entity:
            self.warning.clear()
        old, now = _texts(None if is_new else before), _texts(entity)
        for key, field in self._fields().items():
            if is_new or (_text_of(field) == self._shown[key] and old[key] != now[key]):
                self._put(key, now[key])
        self._fill_kinds()
        self.setEnabled(entity is not None)

    def offer_romanised(self, name: str, spellings: tuple[str, ...]) -> None:
        """Spellings of the name in Latin letters: the user takes those that fit by leaving them in the field."""
        if self._entity is None or self._entity.name != name:
            return
        present = {text for _, text in self._entity.translations}
        lines = [f"{ROMANISED}: {spelling}" for spelling in spellings if spelling not in present]
        if lines:
            text = self.translations.toPlainText().rstrip()
            self.translations.setPlainText("\n".join(filter(None, [text, *lines])))
            self.translations.setFocus()

    def set_can_romanise(self, *, is_possible: bool) -> None:
        self.romanise.setVisible(is_possible)

    @Slot()
    def save(self) -> None:
        """Ask for what was typed to be stored, if it is a change and can be; else say why not."""
        if self._entity is None:
            return
        try:
            wanted = self._typed(self._entity)
        except EntityInvalid as error:
            self.warning.setText(sentence_for(error))
            return
        self.warning.clear()
        before, self._entity = self._entity, wanted
        for key, text in _texts(wanted).items():
            self._put(key, text)
        if wanted != before:
            self.change_requested.emit(before, wanted)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _put(self, key: str, text: str) -> None:
        """Let a field say this; what it says then is known not to be typed."""
        field = self._fields()[key]
        _show(field, text)
        self._shown[key] = _text_of(field)

    def _fields(self) -> dict[str, QLineEdit | SavedText]:
        return {
            "name": self.name,
            "aliases": self.aliases,
            "translations": self.translations,
            "identifiers": self.identifiers,
            "note": self.note,
        }

    def _lay_out(self) -> None:
        height = self.fontMetrics().lineSpacing() * _LINES_SHOWN + 22
        for field in (self.aliases, self.translations, self.identifiers, self.note):
            field.setFixedHeight(height)
        self.warning.setWordWrap(True)
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        translations = QHBoxLayout()
        translations.setSpacing(6)
        translations.addWidget(self.translations, 1, Qt.AlignmentFlag.AlignTop)
        side = QVBoxLayout()
        side.addWidget(self.romanise)
        side.addStretch()
        translations.addLayout(side)
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(8)
        layout.setHorizontalSpacing(12)
        layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for key, label in self._labels.items():
            widget: QWidget = self.kind if key == "kind" else self._fields()[key]
            label.setBuddy(widget)
            if key == "translations":
                layout.addRow(label, translations)
            else:
                layout.addRow(label, widget)
        layout.addRow(self.warning)

    def _connect(self) -> None:
        self.name.editingFinished.connect(self.save)
        self.kind.activated.connect(lambda _row: self.save())
        for field in (self.aliases, self.translations, self.identifiers, self.note):
            field.editing_finished.connect(self.save)
        self.romanise.clicked.connect(self._on_romanise)

    def _retranslate(self) -> None:
        self._labels["name"].setText(self.tr("&Name"))
        self._labels["kind"].setText(self.tr("&Kind"))
        self._labels["aliases"].setText(self.tr("&Other names"))
        self._labels["translations"].setText(self.tr("In other &languages"))
        self._labels["identifiers"].setText(self.tr("&Identifiers"))
        self._labels["note"].setText(self.tr("No&te"))
        self.aliases.setPlaceholderText(self.tr("One on each line"))
        self.translations.setPlaceholderText(self.tr("One on each line, such as en: Baku"))
        self.identifiers.setPlaceholderText(self.tr("One on each line, such as wikidata:Q9248 or geonames:587084"))
        self.note.setPlaceholderText(self.tr("What tells it from others of its name"))
        self.romanise.setText(self.tr("In Latin letters"))
        self.romanise.setToolTip(self.tr("Offers spellings of the Arabic name; take away those that do not fit."))
        self._fill_kinds()

    def _fill_kinds(self) -> None:
        kind = None if self._entity is None else self._entity.kind
        self.kind.clear()
        self.kind.addItem(self.tr("Without a kind"), "")
        for tag, depth in self._tags.in_order:
            name = "   " * depth + isolated(self._tags.name(tag.id))
            self.kind.addItem(tag_icon(self._tags.colour(tag.id)), name, tag.id)
        self.kind.setCurrentIndex(max(self.kind.findData(kind or ""), 0))

    def _typed(self, entity: Entity) -> Entity:
        kind = str(self.kind.currentData() or "")
        typed = {
            "name": self.name.text(),
            "aliases": tuple(_lines(self.aliases)),
            "translations": tuple(_translation(line) for line in _lines(self.translations)),
            "external_ids": tuple(read_identifier(line) for line in _lines(self.identifiers)),
            "note": self.note.toPlainText(),
        }
        # A field nobody typed in keeps what the entity has: Qt's editors turn some spaces into others.
        for key, field in self._fields().items():
            if _text_of(field) == self._shown.get(key):
                typed.pop("external_ids" if key == "identifiers" else key)
        return tidied(replace(entity, kind=TagId(kind) if kind else None, **typed))  # type: ignore[arg-type]

    def _on_romanise(self) -> None:
        if self._entity is not None:
            self.romanisation_requested.emit(self._entity.name)


def _lines(field: SavedText) -> list[str]:
    return [line.strip() for line in field.toPlainText().splitlines() if line.strip()]


def _translation(line: str) -> tuple[str, str]:
    language, colon, name = line.partition(":")
    if not colon or not name.strip():
        raise EntityInvalid("language", line)
    return language.strip(), name.strip()


def _texts(entity: Entity | None) -> dict[str, str]:
    """What the fields say of an entity."""
    if entity is None:
        return dict.fromkeys(("name", "aliases", "translations", "identifiers", "note"), "")
    return {
        "name": entity.name,
        "aliases": "\n".join(entity.aliases),
        "translations": "\n".join(f"{language}: {name}" for language, name in entity.translations),
        "identifiers": "\n".join(written_identifiers(entity.external_ids)),
        "note": entity.note,
    }


def _text_of(field: QLineEdit | SavedText) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _show(field: QLineEdit | SavedText, text: str) -> None:
    if _text_of(field) == text:
        return
    if isinstance(field, QLineEdit):
        field.setText(text)
    else:
        field.show_text(text)

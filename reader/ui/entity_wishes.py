# SPDX-License-Identifier: GPL-3.0-or-later
"""What the user wants done to entities in their dialog: asked for where need be, then made one step each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog, QMessageBox, QWidget

from reader.errors import ReaderError
from reader.model.annotation import Annotation
from reader.model.entity import Entity
from reader.model.ids import AnnotationId, TagId
from reader.ui.controller import Controller
from reader.ui.entity_edits import EntityEdits
from reader.ui.entity_rows import entity_rows
from reader.ui.jobs import Jobs
from reader.ui.messages import filled
from reader.ui.models.tags import ShownTags
from reader.workspace import entities

if TYPE_CHECKING:
    from reader.ui.dialogs.entities_merge import EntityMergeDialog


class EntityWishes(QObject):
    """Signals: failed (ReaderError), made (str entity id): it is there now, and may be shown."""

    failed = Signal(object)
    made = Signal(str)

    def __init__(self, window: QWidget, controller: Controller, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._controller = controller
        self._edits = EntityEdits(window, controller, jobs, self)
        self._edits.failed.connect(self.failed)
        self._tags = ShownTags()
        self.merge_dialog: EntityMergeDialog | None = None

    def set_tags(self, tags: ShownTags) -> None:
        self._tags = tags
        if self.merge_dialog is not None:
            self.merge_dialog.set_tags(tags)

    def change(self, before: Entity, after: Entity) -> None:
        self._controller.do(lambda _library: entities.change_entity(before, after))

    def unlink(self, annotation_ids: Sequence[str]) -> None:
        wanted = [AnnotationId(each) for each in annotation_ids]
        self._edits.do(lambda library: entities.unlink(library, library.annotations.find(wanted)), len(wanted))

    def ask_for_new(self, above: QWidget, kinds: frozenset[TagId | None] | None) -> None:
        """A new entity; of the kind the list is narrowed to."""
        kind = next(iter(kinds)) if kinds else None
        label = self.tr("Name of the person, place or thing")
        self._ask_for_name(above, self.tr("New entity"), label, "", lambda name: self._add(name, kind))

    def ask_for_deletion(self, above: QWidget, ids: Sequence[str]) -> None:
        """The entities go, when the user is sure."""
        rows = entity_rows(self._controller, ids)
        if not rows:
            return
        links = sum(row.count for row in rows)
        if len(rows) == 1:
            question = filled(self.tr("Delete the entity %1?"), rows[0].entity.name)
        else:
            question = self.tr("Delete %n entities?", "", len(rows))
        box = QMessageBox(QMessageBox.Icon.Question, "Hashiya", question, parent=above)
        tags = self.tr("%n tags lose their link; the tags themselves stay.", "", links) if links else ""
        box.setInformativeText(" ".join(filter(None, [tags, self.tr("One undo takes all of it back.")])))
        box.setStandardButtons(QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel)
        gone = [row.entity for row in rows]
        box.accepted.connect(
            lambda: self._edits.do(lambda library: entities.delete_entities(library, gone), links + len(gone))
        )
        box.finished.connect(box.deleteLater)
        box.open()

    def ask_for_merge(self, above: QWidget, ids: Sequence[str]) -> None:
        """The entities become one; the user says which name is the first, and what is right where they contradict."""
        from reader.ui.dialogs.entities_merge import EntityMergeDialog  # noqa: PLC0415 - not needed to start

        rows = entity_rows(self._controller, ids)
        if len(rows) < 2:
            return
        if self.merge_dialog is None:
            self.merge_dialog = EntityMergeDialog(above)
            self.merge_dialog.merge_requested.connect(self._merge)
        self.merge_dialog.set_tags(self._tags)
        self.merge_dialog.show_entities(rows)
        self.merge_dialog.open()

    def ask_for_split(self, above: QWidget, entity: Entity | None, annotation_ids: Sequence[str]) -> None:
        """The mentions become those of another entity, whose name the user gives."""
        nothing = list[Annotation]()
        wanted = [AnnotationId(each) for each in annotation_ids]
        found = self._controller.ask(lambda library: library.annotations.find(wanted), nothing)
        if entity is None or not found:
            return
        label = self.tr("Name of the other entity, which the %n selected mentions get", "", len(found))
        title, proposed = self.tr("Split off"), found[0].quote
        self._ask_for_name(above, title, label, proposed, lambda name: self._split(entity, found, name))

    def _add(self, name: str, kind: TagId | None) -> None:
        entity = self._new(name, kind)
        if entity is not None and self._controller.do(lambda library: entities.add_entity(library, entity)):
            self.made.emit(entity.id)

    def _merge(self, merged: list[Entity], into: Entity, result: Entity) -> None:
        links = sum(row.count for row in entity_rows(self._controller, [entity.id for entity in merged]))
        self._edits.do(
            lambda library: entities.merge(library, merged, into, result), links, lambda: self.made.emit(into.id)
        )

    def _split(self, entity: Entity, mentions: Sequence[Annotation], name: str) -> None:
        new = self._new(name, entity.kind)
        if new is not None:
            self._edits.do(
                lambda library: entities.split(library, entity, mentions, new),
                len(mentions),
                lambda: self.made.emit(new.id),
            )

    def _new(self, name: str, kind: TagId | None) -> Entity | None:
        """An entity of this name; None when it cannot have it, which is told."""
        try:
            return entities.new_entity(name, kind)
        except ReaderError as error:
            self.failed.emit(error)
            return None

    def _ask_for_name(self, above: QWidget, title: str, label: str, proposed: str, then: Callable[[str], None]) -> None:
        dialog = QInputDialog(above)
        dialog.setWindowTitle(title)
        dialog.setLabelText(label)
        dialog.setTextValue(proposed)
        dialog.setOkButtonText(title)
        dialog.setCancelButtonText(self.tr("Cancel"))
        dialog.textValueSelected.connect(lambda name: then(name) if name.strip() else None)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

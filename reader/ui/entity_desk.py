# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog of entities and all that is asked from it: lists read in jobs, edits made, files imported and exported."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader import settings as names
from reader.model.edit import Changes
from reader.model.entity import Entity
from reader.model.ids import AnnotationId, EntityId, TagId
from reader.settings import Settings
from reader.store import EntityOrder, Library
from reader.ui.controller import Controller
from reader.ui.entity_files import EntityFiles
from reader.ui.entity_rows import entity_rows, mention_rows
from reader.ui.entity_wishes import EntityWishes
from reader.ui.fonts import quote_font
from reader.ui.jobs import Jobs, Task
from reader.ui.models.tags import ShownTags
from reader.workspace.romanising import can_romanise, romanised

if TYPE_CHECKING:
    from reader.ui.dialogs.entities import EntitiesDialog

_LIST, _MENTIONS, _ROMANISE = "entity-list", "entity-mentions", "romanise"
_BESIDE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listed:
    ids: tuple[EntityId, ...]
    total: int
    kinds: dict[TagId | None, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mentioned:
    entity_id: EntityId
    ids: tuple[AnnotationId, ...]
    documents: int
    beside: tuple[tuple[Entity, int], ...]


class EntityDesk(QObject):
    """Signals: hinted (str), failed (ReaderError), mention_requested (str document id, str annotation id)."""

    hinted = Signal(str)
    failed = Signal(object)
    mention_requested = Signal(str, str)

    def __init__(self, window: QWidget, controller: Controller, jobs: Jobs, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._controller = controller
        self._jobs = jobs
        self._settings = settings
        self._tags = ShownTags()
        self._shown_id = ""
        self.dialog: EntitiesDialog | None = None
        self.wishes = EntityWishes(window, controller, jobs, self)
        self.files = EntityFiles(window, controller, jobs, self)
        self.files.hinted.connect(self.hinted)
        self.wishes.made.connect(self._select)
        for part in (self.files, self.wishes):
            part.failed.connect(self.failed)

    def set_tags(self, tags: ShownTags) -> None:
        self._tags = tags
        self.files.set_tags(tags)
        self.wishes.set_tags(tags)
        if self.dialog is not None:
            self.dialog.set_tags(tags)

    def show(self, entity_id: str = "") -> None:
        """Bring the dialog up, on an entity if one is named."""
        if not self._controller.open_library():
            return
        dialog = self.dialog or self._made()
        dialog.show_linking(self._settings.get(names.ENTITY_LINKING))
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        if entity_id:
            dialog.list.select(entity_id)
        self.refresh()

    def refresh(self) -> None:
        """Show anew what is open."""
        if self.dialog is not None and self.dialog.isVisible():
            self._read_list()

    def on_changed(self, changes: Changes) -> None:
        """An edit, ours or another program's, has touched something."""
        if changes.entities or changes.annotations_of or changes.documents:
            self.refresh()

    # Reading

    def _read_list(self) -> None:
        assert self.dialog is not None
        asked = self.dialog.list
        text, kinds = asked.text, asked.kinds
        order = EntityOrder.MENTIONS if asked.by_mentions else EntityOrder.NAME
        path = self._controller.library_path

        def work(_task: Task) -> _Listed:
            with Library.open(path, create=False, read_only=True) as library:
                return _Listed(
                    ids=tuple(library.entities.ids(text, kinds, order)),
                    total=library.entities.count(),
                    kinds=library.entities.kinds(),
                )

        self._jobs.start(_LIST, work, on_success=self._on_listed, on_failure=self.failed.emit)

    def _on_listed(self, listed: _Listed) -> None:
        if self.dialog is not None:
            self.dialog.list.show_kind_counts(listed.kinds)
            self.dialog.list.show_ids(listed.ids, listed.total)
            self.dialog.export_button.setEnabled(listed.total > 0)

    def _on_selected(self) -> None:
        """Another entity is selected, or the same one is to be read anew."""
        assert self.dialog is not None
        ids = self.dialog.list.selected_ids
        rows = entity_rows(self._controller, ids) if len(ids) == 1 else []
        entity = rows[0].entity if rows else None
        if self.dialog.form.entity is not None and (entity is None or entity.id != self.dialog.form.entity.id):
            self.dialog.form.save()
        self.dialog.show_entity(entity, len(ids))
        if entity is None:
            self._shown_id = ""
            return
        if entity.id != self._shown_id:
            self._shown_id = entity.id
            self.dialog.mentions.show_mentions((), 0)
            self.dialog.mentions.show_beside(())
        self._read_mentions(entity.id)

    def _read_mentions(self, entity_id: EntityId) -> None:
        path = self._controller.library_path

        def work(_task: Task) -> _Mentioned:
            with Library.open(path, create=False, read_only=True) as library:
                return _Mentioned(
                    entity_id=entity_id,
                    ids=tuple(library.entities.mention_ids(entity_id)),
                    documents=len(library.entities.documents_of(entity_id)),
                    beside=tuple(library.entities.beside(entity_id, _BESIDE)),
                )

        self._jobs.start(_MENTIONS, work, on_success=self._on_mentioned, on_failure=self.failed.emit)

    def _on_mentioned(self, found: _Mentioned) -> None:
        if self.dialog is not None and found.entity_id == self._shown_id:
            self.dialog.mentions.show_mentions(found.ids, found.documents)
            self.dialog.mentions.show_beside(found.beside)

    # Wishes

    def _go_to(self, annotation_id: str) -> None:
        annotation = self._controller.annotation(annotation_id)
        if annotation is not None:
            self.mention_requested.emit(annotation.document_id, annotation.id)

    def _select(self, entity_id: str) -> None:
        if self.dialog is not None:
            self.dialog.list.select(entity_id)

    def _romanise(self, name: str) -> None:
        def work(_task: Task) -> tuple[str, ...]:
            return romanised(name)

        def offer(spellings: tuple[str, ...]) -> None:
            if self.dialog is not None:
                self.dialog.form.offer_romanised(name, spellings)

        self._jobs.start(_ROMANISE, work, on_success=offer, on_failure=self.failed.emit)

    def _choose_linking(self, choice: str) -> None:
        self._settings.set(names.ENTITY_LINKING, choice)

    # Inside

    def _made(self) -> EntitiesDialog:
        from reader.ui.dialogs.entities import EntitiesDialog  # noqa: PLC0415 - not needed to start

        self.dialog = dialog = EntitiesDialog(self._window)
        dialog.set_quote_font(quote_font())
        dialog.set_tags(self._tags)
        dialog.form.set_can_romanise(is_possible=can_romanise())
        dialog.list.model.set_source(lambda ids: entity_rows(self._controller, ids))
        dialog.mentions.model.set_source(lambda ids: mention_rows(self._controller, ids))
        dialog.list.ids_requested.connect(self._read_list)
        dialog.list.selection_changed.connect(self._on_selected)
        dialog.list.creation_requested.connect(lambda: self.wishes.ask_for_new(dialog, dialog.list.kinds))
        dialog.list.deletion_requested.connect(lambda: self.wishes.ask_for_deletion(dialog, dialog.list.selected_ids))
        dialog.list.merge_requested.connect(lambda: self.wishes.ask_for_merge(dialog, dialog.list.selected_ids))
        dialog.form.change_requested.connect(self.wishes.change)
        dialog.form.romanisation_requested.connect(self._romanise)
        dialog.mentions.mention_chosen.connect(self._go_to)
        dialog.mentions.split_requested.connect(lambda ids: self.wishes.ask_for_split(dialog, dialog.form.entity, ids))
        dialog.mentions.unlink_requested.connect(self.wishes.unlink)
        dialog.mentions.entity_chosen.connect(dialog.list.select)
        dialog.import_requested.connect(lambda: self.files.ask_for_import(dialog))
        dialog.export_requested.connect(lambda: self.files.ask_for_export(dialog))
        dialog.undo_requested.connect(self._controller.undo)
        dialog.linking_chosen.connect(self._choose_linking)
        return dialog

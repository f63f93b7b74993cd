# SPDX-License-Identifier: GPL-3.0-or-later
"""All tags of the library that may mention the same as one of them: looked for in a job, listed, some chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.model.annotation import Annotation
from reader.model.entity import Entity
from reader.model.ids import AnnotationId
from reader.store import Library
from reader.ui.controller import Controller
from reader.ui.entity_rows import mention_rows
from reader.ui.fonts import quote_font
from reader.ui.jobs import Jobs, Task
from reader.ui.models.tags import ShownTags
from reader.workspace import entities

if TYPE_CHECKING:
    from reader.ui.dialogs.entities_alike import AlikeDialog

_ALIKE = "entities-alike"


class EntityAlike(QObject):
    """Signals: link_requested (Entity, list of Annotation), failed (ReaderError)."""

    link_requested = Signal(object, list)
    failed = Signal(object)

    def __init__(self, window: QWidget, controller: Controller, jobs: Jobs) -> None:
        super().__init__(window)
        self._window = window
        self._controller = controller
        self._jobs = jobs
        self._tags = ShownTags()
        self.dialog: AlikeDialog | None = None

    def set_tags(self, tags: ShownTags) -> None:
        self._tags = tags
        if self.dialog is not None:
            self.dialog.set_tags(tags)

    def list(self, entity: Entity, annotation: Annotation) -> None:
        """Look for the tags like this one, then list them."""
        path = self._controller.library_path

        def work(_task: Task) -> tuple[AnnotationId, ...]:
            with Library.open(path, create=False, read_only=True) as library:
                return tuple(each.id for each in entities.alike(library, annotation, everywhere=True))

        def show(ids: tuple[AnnotationId, ...]) -> None:
            self._show(entity, ids)

        self._jobs.start(_ALIKE, work, on_success=show, on_failure=self.failed.emit)

    def _show(self, entity: Entity, ids: Sequence[AnnotationId]) -> None:
        from reader.ui.dialogs.entities_alike import AlikeDialog  # noqa: PLC0415 - not needed to start

        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = dialog = AlikeDialog(self._window)
        dialog.set_quote_font(quote_font())
        dialog.set_tags(self._tags)
        dialog.model.set_source(lambda wanted: mention_rows(self._controller, wanted))
        dialog.ask(entity.name, ids)
        dialog.chosen.connect(lambda chosen: self._link(entity, chosen))
        dialog.open()

    def _link(self, entity: Entity, ids: Sequence[str]) -> None:
        wanted, nothing = [AnnotationId(each) for each in ids], tuple[Annotation, ...]()
        found = self._controller.ask(lambda library: tuple(library.annotations.find(wanted)), nothing)
        self.link_requested.emit(entity, [*found])

# SPDX-License-Identifier: GPL-3.0-or-later
"""Offers to link new tags whose words are the name of one entity: quietly, or at once, or never, as the user set it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader import settings as names
from reader.model.annotation import Annotation
from reader.model.edit import Changes
from reader.model.entity import Entity
from reader.settings import Settings
from reader.store import HistoryEntry, Library
from reader.ui.controller import Controller
from reader.ui.messages import filled
from reader.workspace import entities
from reader.workspace.entity_proposals import proposal_for

Offers = list[tuple[Entity, list[Annotation]]]


class EntityOffers(QObject):
    """Looks at what each edit has added to the open document.

    Signals:
        changed (int): so many tags have the name of an entity now, and a link is offered.
        hinted (str).
    """

    changed = Signal(int)
    hinted = Signal(str)

    def __init__(self, controller: Controller, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._controller = controller
        self._settings = settings
        self._seen_entry = 0
        self._offers: Offers = []

    @property
    def count(self) -> int:
        """Tags that have the name of an entity, and no link yet."""
        return sum(len(found) for _, found in self._offers)

    def on_document_changed(self) -> None:
        nothing: list[HistoryEntry] = []
        newest = self._controller.ask(lambda library: library.history.entries(limit=1), nothing)
        self._seen_entry = newest[0].id if newest else 0
        self._become([])

    def on_changed(self, changes: Changes) -> None:
        """An edit, ours or another program's, has touched something."""
        document = self._controller.document
        if document is not None and (document.id in changes.annotations_of or changes.entities):
            self._look()

    def accept(self) -> None:
        """Link everything that is offered, in one step."""
        offers = self._offers
        groups = [(entity.id, found) for entity, found in offers]
        if not groups or not self._controller.do(lambda library: entities.link_each(library, groups)):
            return
        count = sum(len(found) for _, found in offers)
        if len(offers) == 1:
            self.hinted.emit(filled(self.tr("%n tags are linked to %1 now.", "", count), offers[0][0].name))
        else:
            self.hinted.emit(self.tr("%n tags are linked now.", "", count))

    def _look(self) -> None:
        """What was offered may be linked, refused or gone by now, and there may be new tags."""
        document, how = self._controller.document, self._settings.get(names.ENTITY_LINKING)
        if document is None or how == "off":
            self._become([])
            return
        offered = [each.id for _, found in self._offers for each in found]

        def read(library: Library) -> tuple[int, Offers]:
            entry, added = entities.latest_additions(library, document.id, self._seen_entry)
            return entry, proposal_for(library, [*library.annotations.find(offered), *added])

        nothing: tuple[int, Offers] = (self._seen_entry, [])
        before = self.count
        self._seen_entry, offers = self._controller.ask(read, nothing)
        self._become(offers)
        if how == "link" and offers:
            self.accept()
        elif self.count > before:
            self.hinted.emit(self.tr("%n tags have the name of an entity. Ctrl+Shift+K links them.", "", self.count))

    def _become(self, offers: Offers) -> None:
        had, self._offers = self.count, offers
        if had != self.count:
            self.changed.emit(self.count)

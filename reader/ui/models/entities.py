# SPDX-License-Identifier: GPL-3.0-or-later
"""The library's entities and their mentions as list models, and what is said of them in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt

from reader.model.annotation import Annotation
from reader.model.entity import Entity
from reader.ui.models.paged import PagedModel
from reader.ui.models.sentences import filled, isolated, on_one_line
from reader.ui.models.tags import ShownTags
from reader.workspace.entity_proposals import Proposal, UnlinkedGroup

RECORD_ROLE = Qt.ItemDataRole.UserRole + 1
"""The record of a row."""

_NAMES_SHOWN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityRow:
    """An entity and how many annotations mention it."""

    entity: Entity
    count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRow:
    """An annotation that mentions an entity, and the title of its document."""

    annotation: Annotation
    title: str
    is_here: bool = False


class EntityListModel(PagedModel[EntityRow]):
    """Entities with their mentions counted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tags = ShownTags()

    def set_tags(self, tags: ShownTags) -> None:
        self._tags = tags
        self.read_anew()

    def id_of(self, record: EntityRow) -> str:
        return record.entity.id

    def shown(self, record: EntityRow, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return record.entity.name
        if role == RECORD_ROLE:
            return record
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._description(record)
        return None

    def _description(self, record: EntityRow) -> str:
        words = EntityWords()
        kind = words.kind(record.entity, self._tags)
        return f"{isolated(record.entity.name)} — {isolated(kind)}. {words.detail(record)}"


class MentionListModel(PagedModel[MentionRow]):
    """The mentions of one entity, by document and place."""

    def id_of(self, record: MentionRow) -> str:
        return record.annotation.id

    def shown(self, record: MentionRow, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return record.annotation.quote
        if role == RECORD_ROLE:
            return record
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            each = record.annotation
            title = EntityWords().title(record)
            return filled("%1: %2", title, on_one_line(f"{each.prefix}{each.quote}{each.suffix}"))
        return None


class EntityWords(QObject):
    """What is said of entities, in the language shown."""

    def kind(self, entity: Entity, tags: ShownTags) -> str:
        """What kind of thing it is."""
        return self.tr("Without a kind") if entity.kind is None else tags.name(entity.kind)

    def detail(self, row: EntityRow) -> str:
        """How often it is mentioned, and its other names."""
        mentions, others = self.mentions(row.count), self.other_names(row.entity)
        return f"{mentions} · {others}" if others else mentions

    def other_names(self, entity: Entity) -> str:
        """The first of its other names, in one line."""
        return self.list(entity.names[1 : 1 + _NAMES_SHOWN])

    def list(self, names: Iterable[str]) -> str:
        return self.tr(", ").join(isolated(name) for name in names)

    def mentions(self, count: int) -> str:
        if count:
            return self.tr("%n mentions", "", count)
        return self.tr("not mentioned")

    def times(self, count: int) -> str:
        return self.tr("%n times", "", count)

    def title(self, row: MentionRow) -> str:
        """The title of the document, as it is called where it has none."""
        return row.title or self.tr("Without a title")

    def reasons(self, proposal: Proposal) -> str:
        """Why the entity is proposed: its name, its company, what it is called besides."""
        entity, parts = proposal.entity, []
        if proposal.count_here:
            parts.append(self.tr("%n times in this text", "", proposal.count_here))
        if proposal.beside:
            parts.append(self.tr("stands elsewhere with %1").replace("%1", self.list(proposal.beside)))
        if not parts and entity.note:
            parts.append(isolated(on_one_line(entity.note, 80)))
        if others := self.other_names(entity):
            parts.append(others)
        return " · ".join(parts)

    def offer(self, group: UnlinkedGroup) -> str:
        """How often the words of a group stand in the text, and which entity they may be."""
        parts = [self.times(len(group.ids))] if len(group.ids) > 1 else []
        if len(group.proposals) == 1:
            parts.append(filled(self.tr("perhaps %1"), _told(group.proposals[0], group.name)))
        elif group.proposals:
            parts.append(self.tr("perhaps one of %n entities", "", len(group.proposals)))
        return " · ".join(parts)

    def linked(self) -> str:
        return self.tr("In this text")

    def unlinked(self) -> str:
        return self.tr("Not linked yet")

    def more(self, count: int) -> str:
        return self.tr("and %n more", "", count)


def _told(entity: Entity, words: str) -> str:
    """The entity's name, or, where the words are that, what else it is known by."""
    if entity.name != words:
        return entity.name
    others = [name for name in entity.names if name != words]
    note = on_one_line(entity.note, 40) if entity.note else ""
    return note or (others[0] if others else entity.name)

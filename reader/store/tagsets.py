# SPDX-License-Identifier: GPL-3.0-or-later
"""Tagsets and their tags."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import cast

from reader.errors import UnknownTag
from reader.model.ids import TagId, TagsetId
from reader.model.tagset import Tag, Tagset
from reader.resources import resource
from reader.store.connection import Connection, Value
from reader.store.records import Key, RecordTable, Row, packed, unpacked


class TagTable(RecordTable[Tag]):
    table = "tags"
    noun = "tag"
    columns = ("id", "tagset_id", "names", "colour", "shortcut", "description", "parent_id", "position")

    def all(self) -> list[Tag]:
        return self._records(f"select {self.selected()} from tags order by tagset_id, position, id")

    def row_of(self, record: Tag) -> Row:
        return (
            record.id,
            record.tagset_id,
            packed(record.names),
            record.colour,
            record.shortcut,
            record.description,
            record.parent_id,
            record.position,
        )

    def record_of(self, row: Sequence[Value]) -> Tag:
        identity, tagset_id, names, colour, shortcut, description, parent_id, position = row
        return Tag(
            id=TagId(str(identity)),
            tagset_id=TagsetId(str(tagset_id)),
            names=unpacked(str(names)),
            colour=str(colour),
            shortcut=str(shortcut),
            description=str(description),
            parent_id=None if parent_id is None else TagId(str(parent_id)),
            position=cast("int", position),
        )

    def key_of(self, record: Tag) -> Key:
        return (record.id,)


class TagsetTable(RecordTable[Tagset]):
    table = "tagsets"
    noun = "tagset"
    columns = ("id", "names", "description")

    def all(self) -> list[Tagset]:
        return self._records(f"select {self.selected()} from tagsets order by id")

    def row_of(self, record: Tagset) -> Row:
        return record.id, packed(record.names), record.description

    def record_of(self, row: Sequence[Value]) -> Tagset:
        identity, names, description = map(str, row)
        return Tagset(id=TagsetId(identity), names=unpacked(names), description=description)

    def key_of(self, record: Tagset) -> Key:
        return (record.id,)


class TagsetRepository:
    """The tagsets of the library and the tags in them."""

    def __init__(self, connection: Connection) -> None:
        self.tag_table = TagTable(connection)
        self.tagset_table = TagsetTable(connection)

    def tagsets(self) -> list[Tagset]:
        return self.tagset_table.all()

    def tagset(self, tagset_id: TagsetId) -> Tagset:
        """The tagset.

        Raises:
            UnknownTag: when there is none.
        """
        found = self.tagset_table.with_keys([(tagset_id,)])
        if not found:
            raise UnknownTag(tagset_id)
        return found[(tagset_id,)]

    def tags(self, tagset_id: TagsetId | None = None) -> list[Tag]:
        """The tags in the order the user gave them, each followed by those nested under it."""
        tags = [tag for tag in self.tag_table.all() if tagset_id in {None, tag.tagset_id}]
        return _nested(tags, None)

    def get(self, tag_id: TagId) -> Tag:
        """The tag.

        Raises:
            UnknownTag: when there is none.
        """
        found = self.tag_table.with_keys([(tag_id,)])
        if not found:
            raise UnknownTag(tag_id)
        return found[(tag_id,)]

    def add_default(self) -> None:
        """Put the tagset that comes with the program into a new library."""
        tagset, tags = read_tagset(resource("tagsets/default.json").read_text(encoding="utf-8"))
        self.tagset_table.insert([tagset])
        self.tag_table.insert(tags)


def _nested(tags: Sequence[Tag], parent_id: TagId | None) -> list[Tag]:
    found = []
    for tag in tags:
        if tag.parent_id == parent_id:
            found += [tag, *_nested(tags, tag.id)]
    return found


def read_tagset(text: str) -> tuple[Tagset, list[Tag]]:
    """A tagset file: JSON with id, names, description and tags, whose order is that of the user."""
    content = json.loads(text)
    tagset = Tagset(
        id=TagsetId(content["id"]), names=tuple(content["names"].items()), description=content["description"]
    )
    tags = [
        Tag(
            id=TagId(tag["id"]),
            tagset_id=tagset.id,
            names=tuple(tag["names"].items()),
            colour=tag["colour"],
            shortcut=tag["shortcut"],
            description=tag["description"],
            position=position,
        )
        for position, tag in enumerate(content["tags"])
    ]
    return tagset, tags

# SPDX-License-Identifier: GPL-3.0-or-later
"""Wishes about the tagset, turned into edits that the controller applies."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from reader.model.edit import Edit
from reader.model.ids import TagId
from reader.model.tagset import Names, Tag
from reader.store import Library
from reader.ui.controller import Controller
from reader.workspace import edits, wishes
from reader.workspace.wishes import LARGE, Wish, wish


class TagsetController(QObject):
    """Each wish is one step of undo; failures are told by the controller."""

    def __init__(self, controller: Controller, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller

    def add(self, names: Names, colour: str, parent_id: str = "") -> TagId | None:
        """A new tag; its id when it was made."""
        made: list[Edit] = []

        def edit(library: Library) -> Edit:
            made.append(edits.add_tag(library, names, colour, parent_id=TagId(parent_id) if parent_id else None))
            return made[0]

        if not self._controller.do(edit):
            return None
        tag = made[0].changes[0].after
        assert isinstance(tag, Tag)
        return tag.id

    def change(self, before: Tag, after: Tag) -> None:
        self._controller.do(lambda _library: edits.change_tag(before, after))

    def place(self, tag_ids: Sequence[str], parent_id: str) -> None:
        """These tags, in this order, stand under the parent, or at the top where that is ""."""
        wanted, parent = [TagId(tag_id) for tag_id in tag_ids], TagId(parent_id) if parent_id else None
        self._controller.do(lambda library: edits.reorder_tags(library, wanted, parent))

    def merge(self, tag_id: str, into: str) -> None:
        merge = wish(wishes.merge_tags, tag_ids=[TagId(tag_id)], into=TagId(into))
        self._do(merge, tag_id)

    def delete(self, tag_id: str, move_to: str) -> None:
        """The tag goes; its annotations get ``move_to``, or go too where that is ""."""
        target = TagId(move_to) if move_to else None
        self._do(wish(wishes.delete_tag, tag_id=TagId(tag_id), move_to=target), tag_id)

    def _do(self, wish: Wish, tag_id: str) -> None:
        """By the worker where very many annotations have the tag."""
        counts: dict[TagId, int] = self._controller.ask(lambda library: library.annotations.counts_by_tag(), {})
        if counts.get(TagId(tag_id), 0) > LARGE:
            self._controller.do_large(wish)
        else:
            self._controller.do(wish)

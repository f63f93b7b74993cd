# SPDX-License-Identifier: GPL-3.0-or-later
"""What the library says of the parts of the open document, for the page."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model.document import Document
from reader.model.parts import is_structure
from reader.model.structure import Block, BlockKind
from reader.text.spans import Span
from reader.ui.controller import Controller


class PageStructure:
    """The parts of one document; asked anew, for another document or after a change, by making another."""

    def __init__(self, controller: Controller, document: Document) -> None:
        self._controller = controller
        self._document_id = document.id
        nothing: frozenset[BlockKind] = frozenset()
        kinds = controller.ask(lambda library: library.structure.kinds(document.id), nothing)
        self._has_blocks = bool(kinds)
        self._is_structured = is_structure(kinds)

    @property
    def has_blocks(self) -> bool:
        return self._has_blocks

    @property
    def is_structured(self) -> bool:
        return self._is_structured

    def blocks(self, span: Span) -> Sequence[Block]:
        if not self._has_blocks:
            return ()
        nothing: list[Block] = []
        return self._controller.ask(
            lambda library: library.structure.blocks(self._document_id, span.start, span.end), nothing
        )

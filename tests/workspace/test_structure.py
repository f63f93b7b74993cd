# SPDX-License-Identifier: GPL-3.0-or-later
"""Paragraphs that a user made run one way, over a real library."""

from __future__ import annotations

import pytest
from structured import block_of

from reader.errors import EditConflict
from reader.model.document import Document
from reader.model.structure import Block, BlockKind
from reader.store import Library
from reader.text.chunks import ChunkedText
from reader.text.direction import Direction
from reader.text.paragraphs import paragraph_at
from reader.workspace import Workspace
from reader.workspace.changing_text import update_text
from reader.workspace.structure import forced_direction, turn_paragraphs

LTR, RTL = Direction.LEFT_TO_RIGHT, Direction.RIGHT_TO_LEFT


def blocks(library: Library, document: Document) -> list[Block]:
    return library.structure.all_blocks(document.id)


def test_a_paragraph_is_turned_and_undo_turns_it_back(
    workspace: Workspace, document: Document, text: ChunkedText
) -> None:
    library, here = workspace.library, paragraph_at(text, 5)
    assert here is not None
    changes = workspace.edit(turn_paragraphs(library, document.id, 5, 5, LTR))
    assert changes.structure_of == {document.id}
    assert blocks(library, document) == [Block(kind=BlockKind.PARAGRAPH, start=here.start, end=here.end, direction=LTR)]
    assert forced_direction(library, document.id, here) is LTR
    workspace.undo()
    assert blocks(library, document) == []
    workspace.redo()
    assert forced_direction(library, document.id, here) is LTR


def test_all_selected_paragraphs_are_turned_as_one_step(
    workspace: Workspace, document: Document, any_text: str
) -> None:
    workspace.edit(turn_paragraphs(workspace.library, document.id, 0, len(any_text), LTR))
    assert [block.direction for block in blocks(workspace.library, document)] == [LTR, LTR]
    workspace.edit(turn_paragraphs(workspace.library, document.id, 0, 1, RTL))
    assert [block.direction for block in blocks(workspace.library, document)] == [RTL, LTR]
    workspace.edit(turn_paragraphs(workspace.library, document.id, 0, len(any_text), None))
    assert blocks(workspace.library, document) == []
    workspace.undo()
    assert [block.direction for block in blocks(workspace.library, document)] == [RTL, LTR]


def test_turning_to_where_it_runs_already_changes_nothing(workspace: Workspace, document: Document) -> None:
    assert turn_paragraphs(workspace.library, document.id, 0, 3, None).changes == ()
    workspace.edit(turn_paragraphs(workspace.library, document.id, 0, 3, LTR))
    assert turn_paragraphs(workspace.library, document.id, 0, 3, LTR).changes == ()


def test_a_heading_that_is_turned_stays_a_heading(workspace: Workspace, document: Document, any_text: str) -> None:
    heading = block_of(any_text, any_text.split("\n", maxsplit=1)[0], BlockKind.HEADING, level=2)
    with workspace.library.transaction():
        workspace.library.structure.add(document.id, document.version, [heading])
    workspace.edit(turn_paragraphs(workspace.library, document.id, 0, 0, LTR))
    assert heading in blocks(workspace.library, document)
    assert len(blocks(workspace.library, document)) == 2


def test_an_edit_by_another_window_meanwhile_is_not_overwritten(workspace: Workspace, document: Document) -> None:
    ours = turn_paragraphs(workspace.library, document.id, 0, 0, LTR)
    workspace.edit(turn_paragraphs(workspace.library, document.id, 0, 0, RTL))
    with pytest.raises(EditConflict):
        workspace.edit(ours)
    assert blocks(workspace.library, document)[0].direction is RTL


def test_a_direction_outlives_another_text_from_the_file(
    workspace: Workspace, document: Document, any_text: str
) -> None:
    library, lines = workspace.library, any_text.split("\n")
    workspace.edit(turn_paragraphs(library, document.id, len(any_text), len(any_text), LTR))
    changed = f"سطر جديد في أول النص\n{any_text}"
    heading = block_of(changed, "سطر جديد في أول النص", BlockKind.HEADING, level=1)
    for blocks_of_file in (None, [heading]):
        update = update_text(library, document.id, changed, "سلمى", blocks=blocks_of_file)
        assert update.edit is not None
        workspace.edit(update.edit)
        start = changed.index(lines[1])
        forced = Block(kind=BlockKind.PARAGRAPH, start=start, end=start + len(lines[1]), direction=LTR)
        assert forced in blocks(library, document)
        workspace.undo()

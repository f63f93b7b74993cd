# SPDX-License-Identifier: GPL-3.0-or-later
"""A process that tags without end and says each id once it is on the disk: ``python -m faults.tagger FILE AUTHOR [N]``.

Every fifth time it takes its last edit back and makes it again; it says so, too.
"""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

from faults.opened import opened

from reader.errors import ReaderError
from reader.text.spans import Span
from reader.workspace import Workspace, edits


def main(path: Path, author: str, rounds: int | None) -> None:
    with opened(path, create=False, patience_ms=30_000) as library:
        workspace = Workspace(library, author)
        document = library.documents.list()[0]
        text = library.texts.open(document.id)
        length = document.length - 10
        print("ready", flush=True)
        for number in itertools.count() if rounds is None else range(rounds):
            start = number * 7 % length
            edit = edits.tag_spans(text, document.id, [Span(start, start + 5)], "place", author, note=str(number))
            workspace.edit(edit)
            print("tagged", edit.changes[0].after.id, start, flush=True)
            if number % 5 == 4:
                print("undoing", edit.changes[0].after.id, flush=True)
                workspace.undo()
                print("undone", edit.changes[0].after.id, flush=True)
                workspace.redo()
                print("tagged", edit.changes[0].after.id, start, flush=True)


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else None)
    except ReaderError as error:
        print("failed", type(error).__name__, flush=True)

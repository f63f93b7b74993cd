# SPDX-License-Identifier: GPL-3.0-or-later
"""A process that tags without end and says each id once it is on the disk.

``python -m faults.tagger FILE AUTHOR [N [GO]]``: N times, and not before there is a file GO.

Every fifth time it takes its last edit back and makes it again; it says so, too.
"""

from __future__ import annotations

import itertools
import sys
import time
from pathlib import Path

from faults.opened import opened

from reader.errors import ReaderError
from reader.text.spans import Span
from reader.workspace import Workspace, edits


def main(path: Path, author: str, rounds: int | None, go: Path | None) -> None:
    with opened(path, create=False, patience_ms=30_000) as library:
        workspace = Workspace(library, author)
        document = library.documents.list()[0]
        text = library.texts.open(document.id)
        length = document.length - 10
        print("ready", flush=True)
        while go is not None and not go.exists():
            time.sleep(0.002)
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
        given = sys.argv[3:]
        main(
            Path(sys.argv[1]),
            sys.argv[2],
            int(given[0]) if given else None,
            Path(given[1]) if len(given) > 1 else None,
        )
    except ReaderError as error:
        print("failed", type(error).__name__, flush=True)

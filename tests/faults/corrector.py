# SPDX-License-Identifier: GPL-3.0-or-later
"""A process that corrects one text without end, and says each version once it is on the disk.

``python -m faults.corrector FILE AUTHOR [SECONDS]``. Now and then it takes its last correction back, or gives the
document another text altogether.
"""

from __future__ import annotations

import itertools
import random
import sys
import time
from pathlib import Path

from faults.opened import opened

from reader.errors import EditConflict, ReaderError
from reader.workspace import Workspace
from reader.workspace.changing_text import correct_text, update_text


def main(path: Path, author: str, seconds: float) -> None:
    chance, until = random.Random(author), time.monotonic() + seconds
    with opened(path, create=False, patience_ms=30_000) as library:
        workspace = Workspace(library, author)
        document_id = library.documents.list()[0].id
        print("ready", flush=True)
        for number in itertools.count():
            if time.monotonic() > until:
                return
            text = library.texts.open(document_id)
            start = chance.randrange(text.length - 30)
            words = text.slice(start, start + chance.randrange(12))
            try:
                if number % 7 == 6:
                    whole = text.slice(0, text.length)
                    edit = update_text(library, document_id, whole[20:] + whole[:20], author).edit
                else:
                    place = (start, start + len(words))
                    edit = correct_text(library, document_id, place, f" {number} ", words, author)
                workspace.edit(edit)
                if number % 5 == 4:
                    workspace.undo()
            except EditConflict:
                continue  # another process was first
            print("version", library.versions.in_force(document_id), flush=True)


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]), sys.argv[2], float(sys.argv[3]) if len(sys.argv) > 3 else 3600)
    except ReaderError as error:
        print("failed", type(error).__name__, error, flush=True)

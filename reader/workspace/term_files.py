# SPDX-License-Identifier: GPL-3.0-or-later
"""Term bases out of files and into files as errands: each on a connection of its own, in a worker process."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reader.model.edit import RecordChange
from reader.model.ids import TermBaseId
from reader.model.term import TermBase
from reader.store import Library, Session
from reader.workspace.terms_import import TermFormat, TermImport, plan_import, read_terms, write_terms


def plan_terms(library_path: Path, path: Path, base_id: TermBaseId, author: str, encoding: str | None) -> TermImport:
    """What taking in a file would do to a base; nothing is written. ``encoding`` None: as the file says or is guessed.

    Raises:
        FormatUnknown, FileError, RecordUnreadable, LibraryError.
    """
    file = read_terms(path, None, encoding)
    with Library.open(library_path, create=False, read_only=True) as library:
        return plan_import(library, base_id, file, author)


def take_in_terms(
    library_path: Path, session: Session | None, author: str, plan: TermImport, new_base: TermBase | None
) -> int:
    """Apply the plan for a window, whose ``session`` can undo it in one step; how many terms are new or changed.

    ``new_base`` is made with it, where there is one.

    Raises:
        LibraryError, EditConflict.
    """
    edit = plan.edit
    if new_base is not None:
        edit = replace(edit, changes=(RecordChange(None, new_base), *edit.changes))
    with Library.open(library_path, create=False, session=session) as library:
        library.apply(edit, author=author)
    return len(plan.new) + len(plan.changed)


def give_out_terms(library_path: Path, path: Path, form: TermFormat, base_id: TermBaseId) -> int:
    """Write the terms of a base to a file; how many they are.

    Raises:
        FileIsFolder, FileUnwritable, LibraryError, EditConflict.
    """
    with Library.open(library_path, create=False, read_only=True) as library:
        found = library.terms.of_base(base_id)
        write_terms(path, form, library.terms.base(base_id), found)
    return len(found)

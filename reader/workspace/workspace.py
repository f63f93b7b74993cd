# SPDX-License-Identifier: GPL-3.0-or-later
"""What a user does to a library: every change is an edit, and every edit can be taken back."""

from __future__ import annotations

from reader.model.edit import Changes, Edit
from reader.store import Heed, Library, nobody_heeds


class Workspace:
    """A library and who works in it. Edits come from ``reader.workspace.edits``."""

    def __init__(self, library: Library, author: str) -> None:
        self.library = library
        self.author = author

    def edit(self, edit: Edit, heed: Heed = nobody_heeds) -> Changes:
        """Apply the edit; when this returns, it is on the disk. No changes when there was nothing to do.

        ``heed(done, total)`` is told how far it is; what it raises has all of the edit taken back.

        Raises:
            EditConflict: when a stored record is not what the edit started from.
            LibraryError: when the library cannot be written.
        """
        return self.library.apply(edit, author=self.author, heed=heed)

    def undo(self, heed: Heed = nobody_heeds) -> Changes:
        """Take the last edit back, also one from before a restart; no changes when there is none.

        Raises:
            EditConflict: when something else changed the same since; the next undo takes the edit before it.
        """
        return self.library.undo(heed)

    def redo(self, heed: Heed = nobody_heeds) -> Changes:
        """Make the edit that was undone last again; no changes when there is none.

        Raises:
            EditConflict: as ``undo``.
        """
        return self.library.redo(heed)

    @property
    def undo_name(self) -> str | None:
        """``Edit.name`` of what undo would take back; None when there is nothing."""
        return self.library.history.undo_name

    @property
    def redo_name(self) -> str | None:
        """``Edit.name`` of what redo would make again; None when there is nothing."""
        return self.library.history.redo_name

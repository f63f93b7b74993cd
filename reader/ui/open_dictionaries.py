# SPDX-License-Identifier: GPL-3.0-or-later
"""The user's dictionaries behind the window: opened when a word is asked for, and anew when their shelf changes."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.model.dictionary import DictionaryEntry
    from reader.workspace.dictionaries import Dictionaries

_Stamp = tuple[tuple[str, int, int], ...]


class OpenDictionaries:
    """Answers from files that are open; looking whether the shelf has changed costs some microseconds."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._opened: Dictionaries | None = None
        self._stamp: _Stamp | None = None

    def entries_of(self, words: Sequence[str]) -> tuple[DictionaryEntry, ...]:
        """What the dictionaries say of the spellings of a word, the best first."""
        return tuple(self._current().entries_of(words))

    def close(self) -> None:
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def _current(self) -> Dictionaries:
        from reader.workspace.dictionaries import (  # noqa: PLC0415 - loaded with the lexicon, on a thread
            open_dictionaries,
            own_dictionaries_folder,
        )

        if self._folder is None:
            self._folder = own_dictionaries_folder()
        stamp = _stamp_of(self._folder)
        if self._opened is None or stamp != self._stamp:
            self.close()
            self._opened, self._stamp = open_dictionaries(self._folder), stamp
        return self._opened


def _stamp_of(folder: Path) -> _Stamp:
    """Which files stand on the shelf, and when each was written."""
    try:
        with os.scandir(folder) as files:
            found = [(file.name, file.stat()) for file in files if not file.name.startswith(".")]
    except OSError:
        return ()
    return tuple(sorted((name, stat.st_mtime_ns, stat.st_size) for name, stat in found))

# SPDX-License-Identifier: GPL-3.0-or-later
"""What became of an import: every document, every file that was left out and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reader.errors import ReaderError
from reader.importers.extracted import Notice
from reader.model.ids import DocumentId
from reader.workspace.worker_frames import PackedError, packed_error, unpacked_error


class Outcome(StrEnum):
    IMPORTED = "imported"
    UPDATED = "updated"
    """A document that came from the same place has this text now; what was tagged in it moved along."""
    ALREADY_THERE = "already-there"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedPart:
    """One document that came, or a file of which nothing did.

    ``part`` tells which row or member of the file it is. ``document_id`` is None, and ``failure`` is there, when it was
    skipped. ``comments`` is how many remarks in the file wait to become notes. Of the annotations that did not stand in
    unchanged parts of an updated text ``moved`` went along, ``doubtful`` wait for review, ``orphans`` have no place.
    """

    path: Path
    outcome: Outcome
    part: str = ""
    document_id: DocumentId | None = None
    title: str = ""
    length: int = 0
    format: str = ""
    notices: tuple[Notice, ...] = ()
    comments: int = 0
    moved: int = 0
    doubtful: int = 0
    orphans: int = 0
    failure: PackedError | None = None

    @property
    def error(self) -> ReaderError | None:
        return None if self.failure is None else unpacked_error(self.failure)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportStep:
    """File ``number`` of so many, counted from 1, is being read."""

    path: Path
    number: int
    files: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """All that came of an import. ``was_stopped`` when the user did so: the rest was not looked at."""

    parts: tuple[ImportedPart, ...]
    files: int
    seconds: float = 0.0
    was_stopped: bool = False

    def count(self, outcome: Outcome) -> int:
        return Counter(part.outcome for part in self.parts)[outcome]

    @property
    def documents(self) -> tuple[DocumentId, ...]:
        """Of everything that is in the library now, each once, in the order of the files."""
        return tuple(dict.fromkeys(part.document_id for part in self.parts if part.document_id is not None))

    @property
    def is_smooth(self) -> bool:
        """Whether all came in and there is nothing to tell."""
        return not self.was_stopped and all(
            part.outcome is not Outcome.SKIPPED and not part.notices for part in self.parts
        )


def skipped(path: Path, error: ReaderError, *, format: str = "") -> ImportedPart:  # noqa: A002 - what it is
    return ImportedPart(path=path, outcome=Outcome.SKIPPED, failure=packed_error(error), format=format)

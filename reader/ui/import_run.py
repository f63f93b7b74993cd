# SPDX-License-Identifier: GPL-3.0-or-later
"""One import in the worker process: what was asked for, what has come in so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from reader.errors import ReaderError
from reader.importers.extracted import Options
from reader.ui.controller import Controller
from reader.ui.jobs import Jobs
from reader.workspace.importing_report import ImportedPart, ImportReport, ImportStep
from reader.workspace.worker_errands import errand

JOB = "import-files"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportWish:
    """What is to be imported; ``is_one`` when a single file was asked for, whose document is to be opened then."""

    paths: tuple[Path, ...]
    options: Options = field(default_factory=Options)
    again: bool = False
    is_one: bool = False
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listener:
    """Who is told of an import: of its end, its failure, how far it is, and of every part of it."""

    on_end: Callable[[ImportReport], None]
    on_failure: Callable[[ReaderError], None]
    on_progress: Callable[[int, int], None]
    on_part: Callable[[ImportStep | ImportedPart], None]


class ImportRun:
    """At most one goes on at a time."""

    def __init__(self, controller: Controller, jobs: Jobs, listener: Listener) -> None:
        self._controller = controller
        self._jobs = jobs
        self._listener = listener
        self._parts: list[ImportedPart] = []
        self.step: ImportStep | None = None

    @property
    def is_running(self) -> bool:
        return self._jobs.is_running(JOB)

    def start(self, wish: ImportWish) -> None:
        """Begin; the library is open."""
        self._parts, self.step = [], None
        work = errand(
            "import_files",
            library_path=self._controller.library_path,
            paths=list(wish.paths),
            options=wish.options,
            again=wish.again,
            source=wish.source,
            author=self._controller.author,
            session=self._controller.session,
        )
        self._jobs.start(
            JOB,
            work,
            on_success=self._listener.on_end,
            on_failure=self._listener.on_failure,
            on_progress=self._listener.on_progress,
            on_part=self._on_part,
        )

    def stop(self) -> None:
        """Stop at once; what has come in stays."""
        self._jobs.cancel(JOB)

    def report_so_far(self) -> ImportReport:
        """What had come in when the import was stopped."""
        return ImportReport(parts=tuple(self._parts), files=self.step.files if self.step else 0, was_stopped=True)

    def _on_part(self, part: object) -> None:
        if isinstance(part, ImportStep):
            self.step = part
        elif isinstance(part, ImportedPart):
            self._parts.append(part)
        else:
            return
        self._listener.on_part(part)

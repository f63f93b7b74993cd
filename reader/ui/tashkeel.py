# SPDX-License-Identifier: GPL-3.0-or-later
"""Vowel signs for the page that no file has: made in the worker for what is in view, kept in memory alone."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import ReaderError, VocaliserMissing
from reader.text.tashkeel import Tashkeel
from reader.ui.jobs import Jobs
from reader.ui.reading_pane import ReadingPane
from reader.workspace.vocalising import is_vocaliser_installed
from reader.workspace.worker import errand

_KIND = "vocalise"
_KEPT = 2_000
_AT_ONCE = 24
_NO_SIGNS: Mapping[int, str] = {}


class MadeSigns(QObject):
    """Gives the page the signs it asks for as soon as the worker has made them.

    Signals: failed (ReaderError): none can be made.
    """

    failed = Signal(object)

    def __init__(self, pane: ReadingPane, jobs: Jobs) -> None:
        super().__init__(pane)
        self._pane = pane
        self._jobs = jobs
        self._known: OrderedDict[str, Mapping[int, str]] = OrderedDict()
        self._wanted: OrderedDict[str, None] = OrderedDict()
        self._asked: Sequence[str] = ()
        self._has_failed = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._ask)
        pane.set_signs(self.signs)

    def signs(self, text: str) -> Mapping[int, str]:
        """The signs for a text's letters; none as long as they are not made."""
        found = self._known.get(text)
        if found is not None:
            self._known.move_to_end(text)
            return found
        if not self._has_failed and text.strip():
            self._wanted[text] = None
            self._soon.start()
        return _NO_SIGNS

    def can_make(self) -> bool:
        """Whether signs can be made; else ``failed`` tells what is missing."""
        self._has_failed = not is_vocaliser_installed()
        if self._has_failed:
            self.failed.emit(VocaliserMissing())
        return not self._has_failed

    def _ask(self) -> None:
        if self._jobs.is_running(_KIND) or not self._wanted:
            return
        if self._pane.style_in_use.tashkeel is not Tashkeel.GENERATED:
            self._wanted.clear()
            return
        latest = list(reversed(self._wanted))[:_AT_ONCE]  # what came into view last is looked at now
        self._asked = latest
        work = errand("vocalise", texts=latest)
        job = self._jobs.start(_KIND, work, on_success=self._on_made, on_failure=self._on_failure)
        job.ended.connect(self._soon.start)

    def _on_made(self, made: Sequence[Mapping[int, str]]) -> None:
        for text, signs in zip(self._asked, made, strict=True):
            self._known[text] = signs
            self._wanted.pop(text, None)
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)
        self._pane.signs_changed()

    def _on_failure(self, error: ReaderError) -> None:
        self._has_failed = True
        self._wanted.clear()
        self.failed.emit(error)

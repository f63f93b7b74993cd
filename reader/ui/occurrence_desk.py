# SPDX-License-Identifier: GPL-3.0-or-later
"""All occurrences of a phrase: looked for in a job, listed in their dialog, tagged in one step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.text.direction import Direction
from reader.text.spans import Span
from reader.ui.controller import Controller
from reader.ui.dialogs.occurrences import OccurrencesDialog
from reader.ui.fonts import quote_font
from reader.ui.jobs import Jobs
from reader.ui.models.occurrences import Occurrence, form_of
from reader.ui.models.tags import ShownTags
from reader.workspace.finding import Occurrence as Found
from reader.workspace.worker import errand

_KIND = "occurrences"


class OccurrenceDesk(QObject):
    """Signals: place_chosen (Span), failed (ReaderError)."""

    place_chosen = Signal(object)
    failed = Signal(object)

    def __init__(self, window: QWidget, controller: Controller, jobs: Jobs) -> None:
        super().__init__(window)
        self._window = window
        self._controller = controller
        self._jobs = jobs
        self._tags = ShownTags()
        self._dialog: OccurrencesDialog | None = None
        self._spans: list[Span] = []

    @property
    def dialog(self) -> OccurrencesDialog | None:
        """The dialog, once it has been asked for."""
        return self._dialog

    def set_tags(self, tags: ShownTags) -> None:
        self._tags = tags
        if self._dialog is not None:
            self._dialog.set_tags(tags)

    def list_all(self, phrase: str, tag_id: str) -> None:
        """Open the dialog on the places of the phrase; ``tag_id`` (or "") is the tag that is meant."""
        document = self._controller.document
        if document is None:
            return
        dialog = self._dialog or self._made()
        dialog.set_tags(self._tags)
        dialog.begin(phrase, tag_id)
        self._spans = []
        path = self._controller.library_path
        work = errand("occurrences_in_document", library_path=path, document_id=document.id, phrase=phrase)
        self._jobs.start(_KIND, work, on_success=self._on_end, on_failure=self._on_failure, on_part=self._on_found)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def _made(self) -> OccurrencesDialog:
        self._dialog = dialog = OccurrencesDialog(self._window)
        dialog.set_quote_font(quote_font())
        dialog.tag_requested.connect(self._controller.tag)
        dialog.occurrence_chosen.connect(self.place_chosen)
        dialog.tag_selected.connect(self._show_tagged)
        dialog.search_cancelled.connect(lambda: self._jobs.cancel(_KIND))
        return dialog

    def _on_found(self, found: object) -> None:
        assert isinstance(found, list)
        document = self._controller.document
        if self._dialog is not None and document is not None:
            self._spans += [each.span for each in found]
            self._dialog.add([_shown(each, document.direction) for each in found])

    def _on_end(self, _count: int) -> None:
        if self._dialog is not None:
            self._dialog.finish()
            self._show_tagged(self._dialog.chosen_tag_id)

    def _on_failure(self, error: object) -> None:
        self._on_end(0)
        self.failed.emit(error)

    def _show_tagged(self, tag_id: str) -> None:
        """Tell the dialog which of the places have the tag already."""
        if self._dialog is not None:
            self._dialog.show_tagged(frozenset(_with_tag(self._controller, self._spans, tag_id)))


def _with_tag(controller: Controller, spans: Sequence[Span], tag_id: str) -> list[Span]:
    return [
        span for span in spans if any(annotation.tag_id == tag_id for annotation in controller.annotations_on(span))
    ]


def _shown(found: Found, direction: Direction) -> Occurrence:
    return Occurrence(
        span=found.span,
        before=found.before,
        keyword=found.keyword,
        after=found.after,
        form=form_of(found.proclitics, found.enclitics),
        direction=direction,
    )

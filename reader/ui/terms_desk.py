# SPDX-License-Identifier: GPL-3.0-or-later
"""What has to do with term bases: terms of the open document, making and changing them, saying what is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from reader.lexicon.terms import TermMatch
from reader.model.edit import Changes, Edit, RecordChange
from reader.model.ids import TermBaseId, TermId
from reader.model.term import Term, TermBase
from reader.store import Library
from reader.text.segment import sentence_at
from reader.text.spans import Span
from reader.ui.controller import Controller
from reader.ui.document_terms import DocumentTerms
from reader.ui.jobs import Jobs, Task
from reader.ui.models.sentences import filled
from reader.ui.models.terms import ShownTerm
from reader.ui.sidebar.terms import TermPanel, TermState
from reader.workspace import terms

if TYPE_CHECKING:
    from reader.ui.dialogs.term import TermDialog

_SAME = "same-terms"
_AROUND = 600
"""Code points on either side of a selection within which its sentence is looked for."""


class TermsDesk(QObject):
    """Signals: hinted (str), failed (ReaderError)."""

    hinted = Signal(str)
    failed = Signal(object)

    def __init__(self, window: QWidget, panel: TermPanel, controller: Controller, jobs: Jobs) -> None:
        super().__init__(window)
        self._window = window
        self._panel = panel
        self._controller = controller
        self._jobs = jobs
        self._last_base = TermBaseId("")
        self.found = DocumentTerms(controller, jobs, self)
        self.found.failed.connect(self.failed)
        self.found.started.connect(self._show_state)
        self.found.changed.connect(self._show_state)
        self.found.ended.connect(self._show_state)
        panel.set_source(self)
        panel.edit_requested.connect(self.edit)
        panel.dismissal_requested.connect(self.dismiss)
        panel.copy_requested.connect(self.copy)
        self.dialog: TermDialog | None = None

    def on_changed(self, changes: Changes) -> None:
        """An edit, ours or another program's, has touched something."""
        self.found.on_changed(changes)
        if changes.terms:
            self._show_state()

    # What was found

    def shown_in(self, span: Span) -> list[ShownTerm]:
        """The terms that share a character with the span, the longest first."""
        matches = sorted(self.found.within(span), key=lambda match: -len(match.span))
        return self.shown(matches)

    def shown(self, matches: Sequence[TermMatch]) -> list[ShownTerm]:
        """The matches with their terms; those whose term is gone are left out."""
        text = self._controller.text
        if text is None or not matches:
            return []
        nothing = dict[TermId, tuple[Term, TermBase]]()
        known = self._controller.ask(lambda library: _terms_and_bases(library, matches), nothing)
        return [
            ShownTerm(
                match=match,
                term=known[match.term_id][0],
                base=known[match.term_id][1],
                written=text.slice(match.span.start, match.span.end),
            )
            for match in matches
            if match.term_id in known
        ]

    def between(self, first: int, last: int) -> list[ShownTerm]:
        """The matches of these numbers, half-open, with their terms."""
        return self.shown(self.found.between(first, last))

    def number_at(self, offset: int) -> int:
        return self.found.number_at(offset)

    def number_of(self, match: TermMatch) -> int:
        return self.found.number_of(match)

    def _show_state(self) -> None:
        found = self.found
        self._panel.show_state(
            TermState(
                has_document=self._controller.document is not None,
                has_terms=found.has_terms,
                is_looking=found.is_looking,
                is_cut=found.stopped_at is not None,
                count=found.count,
            )
        )

    # Wishes

    def dismiss(self, term_id: str, written: str) -> None:
        """These written words are never this term."""
        author = self._controller.author
        if self._controller.do(lambda library: terms.dismiss(library, TermId(term_id), written, author)):
            self.hinted.emit(filled(self.tr("%1 is not taken for this term any more; undo takes that back."), written))

    def copy(self, text: str) -> None:
        QApplication.clipboard().setText(text)
        self.hinted.emit(filled(self.tr("Copied: %1"), text))

    def ask_for_new(self, selection: Span | None, base_id: str = "") -> None:
        """A new term, from the selected words where there are some."""
        if not self._controller.open_library():
            return
        dialog = self._dialog()
        dialog.show_new(self._draft(selection, TermBaseId(base_id) or self._last_base), self._bases())
        dialog.open()

    def edit(self, term_id: str) -> None:
        """Change a term."""
        found = self._controller.ask(lambda library: library.terms.find([TermId(term_id)]), list[Term]())
        if found:
            dialog = self._dialog()
            dialog.show_term(found[0], self._bases())
            dialog.open()

    # Inside

    def _dialog(self) -> TermDialog:
        from reader.ui.dialogs.term import TermDialog  # noqa: PLC0415 - not needed to start

        above = QApplication.activeModalWidget() or QApplication.activeWindow() or self._window
        if self.dialog is not None and self.dialog.isVisible():
            return self.dialog
        if self.dialog is None:
            self.dialog = TermDialog(self._window)
            self.dialog.save_requested.connect(self._save)
            self.dialog.same_requested.connect(self._tell_same)
            self.dialog.edit_requested.connect(self.edit)
        if above is not self.dialog.parentWidget() and above is not self.dialog:
            self.dialog.setParent(above, self.dialog.windowFlags())
        return self.dialog

    def _bases(self) -> list[TermBase]:
        return self._controller.ask(lambda library: library.terms.bases(), [])

    def _draft(self, selection: Span | None, base_id: TermBaseId) -> Term:
        source = example = example_source = ""
        text, document = self._controller.text, self._controller.document
        if selection is not None and text is not None and document is not None:
            source = text.slice(selection.start, selection.end)
            start = max(selection.start - _AROUND, 0)
            around = text.slice(start, selection.end + _AROUND)
            sentence = sentence_at(around, selection.start - start)
            if sentence is not None:
                example, example_source = around[sentence.start : sentence.end].strip(), document.title
        author = self._controller.author
        return terms.new_term(base_id, source, author, example=example, example_source=example_source)

    def _tell_same(self, source: str) -> None:
        """Looked for on a thread: in 50,000 terms it takes 60 ms."""
        path = self._controller.library_path

        def work(_task: Task) -> list[tuple[Term, TermBase]]:
            with Library.open(path, create=False, read_only=True) as library:
                bases = {base.id: base for base in library.terms.bases()}
                return [(term, bases[term.base_id]) for term in library.terms.with_spelling(source)]

        def show(found: list[tuple[Term, TermBase]]) -> None:
            if self.dialog is not None and self.dialog.form.source == source:
                self.dialog.show_same(found)

        self._jobs.start(_SAME, work, on_success=show, on_failure=self.failed.emit)

    def _save(self, before: Term | None, after: Term, new_base: str) -> None:
        if self._controller.do(lambda library: _saving(library, before, after, new_base)) and self.dialog is not None:
            saved = self._controller.ask(lambda library: library.terms.find([after.id]), list[Term]())
            self._last_base = saved[0].base_id if saved else self._last_base
            self.dialog.accept()


def _saving(library: Library, before: Term | None, after: Term, new_base: str) -> Edit:
    """One step, with the new base where one is wanted."""
    changes: list[RecordChange] = []
    if new_base:
        made = terms.add_base(library, new_base)
        changes += made.changes
        base = made.changes[0].after
        assert isinstance(base, TermBase)
        after = replace(after, base_id=base.id)
    edit = terms.add_terms([after]) if before is None else terms.change_term(before, after)
    return replace(edit, changes=(*changes, *edit.changes))


def _terms_and_bases(library: Library, matches: Sequence[TermMatch]) -> dict[TermId, tuple[Term, TermBase]]:
    bases = {base.id: base for base in library.terms.bases()}
    found = library.terms.find({match.term_id for match in matches})
    return {term.id: (term, bases[term.base_id]) for term in found if term.base_id in bases}

# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog of term bases with the library behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog, QMessageBox, QWidget

from reader.errors import ReaderError
from reader.model.edit import Changes
from reader.model.ids import TermBaseId, TermId
from reader.model.term import Term, TermBase
from reader.store import Library
from reader.ui.controller import Controller
from reader.ui.jobs import Jobs, Task
from reader.ui.messages import sentence_for
from reader.ui.models.sentences import filled
from reader.ui.models.term_table import PAGE, Place
from reader.ui.term_files import TermFiles
from reader.workspace import terms
from reader.workspace.wishes import LARGE, Wish, wish

if TYPE_CHECKING:
    from reader.ui.dialogs.term_bases import TermBasesDialog

_SEARCH = "search-terms"


class TermBasesDesk(QObject):
    """Signals: hinted (str), failed (ReaderError), term_requested (str base id), term_edit_requested (str term id)."""

    hinted = Signal(str)
    failed = Signal(object)
    term_requested = Signal(str)
    term_edit_requested = Signal(str)

    def __init__(self, window: QWidget, controller: Controller, jobs: Jobs) -> None:
        super().__init__(window)
        self._window = window
        self._controller = controller
        self._jobs = jobs
        self.files = TermFiles(window, controller, jobs, self)
        self.files.hinted.connect(self._on_done)
        self.files.failed.connect(self._on_failed)
        self.files.base_made.connect(self._choose)
        self.dialog: TermBasesDialog | None = None

    def show(self) -> None:
        """Bring the dialog up."""
        if not self._controller.open_library():
            return
        dialog = self.dialog or self._made()
        dialog.model.can_edit = self._controller.can_write
        dialog.show_outcome("")
        dialog.bases.show_bases(self._bases())
        self._show_terms()
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def on_changed(self, changes: Changes) -> None:
        """An edit, ours or another program's, has touched something."""
        dialog = self.dialog
        if dialog is None or not dialog.isVisible() or not changes.terms:
            return
        before = dialog.base
        dialog.bases.show_bases(self._bases())
        if before is None or dialog.base is None or before.id != dialog.base.id or dialog.search.text().strip():
            self._show_terms()
        else:
            dialog.read_anew(self._count())

    # Inside

    def _on_done(self, sentence: str) -> None:
        """Said in the dialog, which covers the window's own messages."""
        if self.dialog is not None:
            self.dialog.show_outcome(sentence)
        self.hinted.emit(sentence)

    def _on_failed(self, error: ReaderError) -> None:
        if self.dialog is not None:
            self.dialog.show_outcome(sentence_for(error), is_failure=True)
        self.failed.emit(error)

    def _made(self) -> TermBasesDialog:
        from reader.ui.dialogs.term_bases import TermBasesDialog  # noqa: PLC0415 - not needed to start

        self.dialog = dialog = TermBasesDialog(self._window)
        dialog.terms_requested.connect(self._show_terms)
        dialog.bases.creation_requested.connect(self._ask_for_base)
        dialog.bases.change_requested.connect(self._change_base)
        dialog.bases.removal_requested.connect(self._ask_for_removal)
        dialog.bases.order_requested.connect(self._order)
        dialog.term_requested.connect(self.term_requested)
        dialog.term_edit_requested.connect(self.term_edit_requested)
        dialog.term_change_requested.connect(self._change_term)
        dialog.removal_requested.connect(self._remove)
        dialog.import_requested.connect(lambda: self.files.ask_for_import(dialog, dialog.base))
        dialog.export_requested.connect(self._export)
        dialog.undo_requested.connect(self._controller.undo)
        dialog.redo_requested.connect(self._controller.redo)
        return dialog

    def _bases(self) -> list[TermBase]:
        return self._controller.ask(lambda library: library.terms.bases(), [])

    def _count(self) -> int:
        base = None if self.dialog is None else self.dialog.base
        return 0 if base is None else self._controller.ask(lambda library: library.terms.count(base.id), 0)

    def _show_terms(self) -> None:
        """The first page, which a search in 50,000 terms takes 60 ms to find, comes from a thread then."""
        dialog, path = self.dialog, self._controller.library_path
        if dialog is None:
            return
        self._jobs.cancel(_SEARCH)
        base, phrase = dialog.base, dialog.search.text().strip()
        if base is None or not phrase:
            dialog.show_terms(self._page, self._count())
            return

        def work(_task: Task) -> list[Term]:
            with Library.open(path, create=False, read_only=True) as library:
                return library.terms.page(base.id, phrase, None, PAGE)

        def show(found: list[Term]) -> None:
            dialog.show_terms(self._page, self._count(), found)

        self._jobs.start(_SEARCH, work, on_success=show, on_failure=self.failed.emit)

    def _page(self, after: Place | None, limit: int) -> Sequence[Term]:
        base = None if self.dialog is None else self.dialog.base
        nothing: list[Term] = []
        if self.dialog is None or base is None:
            return nothing
        phrase = self.dialog.search.text()
        return self._controller.ask(lambda library: library.terms.page(base.id, phrase, after, limit), nothing)

    def _choose(self, base_id: str) -> None:
        if self.dialog is not None:
            self.dialog.bases.choose(base_id)

    def _ask_for_base(self) -> None:
        dialog = QInputDialog(self.dialog or self._window)
        dialog.setWindowTitle(self.tr("New term base"))
        dialog.setLabelText(self.tr("Name, such as that of a client or a field of knowledge"))
        dialog.setOkButtonText(self.tr("Make it"))
        dialog.setCancelButtonText(self.tr("Cancel"))
        dialog.textValueSelected.connect(self._add_base)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _add_base(self, typed: str) -> None:
        name = " ".join(typed.split())
        if name and self._controller.do(lambda library: terms.add_base(library, name)):
            self._choose(self._bases()[-1].id)

    def _change_base(self, before: TermBase, after: TermBase) -> None:
        self._controller.do(lambda _library: terms.change_base(before, after))

    def _order(self, ids: list[str]) -> None:
        wanted = [TermBaseId(each) for each in ids]
        self._controller.do(lambda library: terms.order_bases(library, wanted))

    def _ask_for_removal(self, base: TermBase) -> None:
        count = self._controller.ask(lambda library: library.terms.count(base.id), 0)
        question = filled(self.tr("Remove the term base %1?"), base.name)
        box = QMessageBox(QMessageBox.Icon.Question, "Hashiya", question, parent=self.dialog or self._window)
        going = self.tr("Its %n terms go with it.", "", count) if count else self.tr("There are no terms in it.")
        box.setInformativeText(going + " " + self.tr("One undo takes all of it back."))
        remove = box.addButton(self.tr("Remove"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        remove.clicked.connect(lambda: self._do(wish(terms.remove_base, base_id=base.id), count))
        box.finished.connect(box.deleteLater)
        box.open()

    def _change_term(self, before: Term, after: Term) -> None:
        self._controller.do(lambda _library: terms.change_term(before, after))

    def _remove(self, ids: list[str]) -> None:
        wanted = [TermId(each) for each in ids]
        if self._do(wish(terms.remove_terms, term_ids=wanted), len(wanted)):
            self.hinted.emit(self.tr("%n terms were removed; undo takes that back.", "", len(wanted)))

    def _do(self, wanted: Wish, count: int) -> bool:
        """At once, or by the worker where it changes more records than a frame has time for."""
        return self._controller.do_large(wanted) if count > LARGE else self._controller.do(wanted)

    def _export(self) -> None:
        if self.dialog is not None and self.dialog.base is not None:
            self.files.ask_for_export(self.dialog, self.dialog.base)

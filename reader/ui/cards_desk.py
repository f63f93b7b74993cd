# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog of cards with the library behind it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.model.edit import Changes
from reader.model.ids import CardId
from reader.model.vocabulary import Card
from reader.store import Library
from reader.ui.controller import Controller
from reader.ui.dialogs.waiting import Waiting
from reader.ui.jobs import Jobs, Task
from reader.workspace import cards
from reader.workspace.wishes import LARGE, wish
from reader.workspace.worker_errands import errand

if TYPE_CHECKING:
    from reader.ui.dialogs.cards import CardsDialog

_LISTING: Final = "list-cards"
_FILE: Final = "card-file"


class CardsDesk(QObject):
    """Signals: hinted (str), failed (ReaderError)."""

    hinted = Signal(str)
    failed = Signal(object)

    def __init__(self, window: QWidget, controller: Controller, jobs: Jobs) -> None:
        super().__init__(window)
        self._window = window
        self._controller = controller
        self._jobs = jobs
        self.dialog: CardsDialog | None = None

    def show(self) -> None:
        """Bring the dialog up."""
        if not self._controller.open_library():
            return
        dialog = self.dialog or self._made()
        self._read()
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def on_changed(self, changes: Changes) -> None:
        """An edit, ours or another program's, has touched something."""
        if changes.vocabulary and self.dialog is not None and self.dialog.isVisible():
            self._read()

    def export(self, path: Path, card_ids: list[str]) -> None:
        """Write these cards, or all when there are none of them, to a file whose name tells the format."""
        library_path = self._controller.library_path
        work = errand("give_out_cards", library_path=library_path, path=path, card_ids=card_ids or None)
        waiting = Waiting(self.tr("The cards are being exported…"), self.dialog or self._window)

        def tell(count: int) -> None:
            said = self.tr("%n cards were exported.", "", count)
            self.hinted.emit(said)
            if self.dialog is not None:
                self.dialog.tell(said)

        job = self._jobs.start(_FILE, work, on_success=tell, on_failure=self.failed.emit)
        waiting.cancelled.connect(lambda: self._jobs.cancel(_FILE))
        job.ended.connect(waiting.finish)

    # Inside

    def _made(self) -> CardsDialog:
        from reader.ui.dialogs.cards import CardsDialog  # noqa: PLC0415 - not needed to start

        self.dialog = dialog = CardsDialog(self._window)
        dialog.cards_requested.connect(self._read)
        dialog.change_requested.connect(self._change)
        dialog.removal_requested.connect(self._remove)
        dialog.export_requested.connect(self._ask_for_export)
        dialog.undo_requested.connect(self._controller.undo)
        dialog.redo_requested.connect(self._controller.redo)
        return dialog

    def _read(self) -> None:
        """Read on a thread: ten thousand cards take a tenth of a second."""
        dialog, path = self.dialog, self._controller.library_path
        if dialog is None:
            return
        phrase = dialog.phrase

        def work(_task: Task) -> tuple[list[Card], int]:
            with Library.open(path, create=False, read_only=True) as library:
                return library.vocabulary.cards(phrase), library.vocabulary.count_cards()

        def show(found: tuple[list[Card], int]) -> None:
            dialog.show_cards(found[0], found[1], can_write=self._controller.can_write)

        self._jobs.start(_LISTING, work, on_success=show, on_failure=self.failed.emit)

    def _change(self, card: Card, gloss: str, sentence: str, note: str) -> None:
        self._controller.do(lambda _library: cards.change_card(card, gloss=gloss, sentence=sentence, note=note))

    def _remove(self, ids: list[str]) -> None:
        wanted = wish(cards.remove_cards, card_ids=[CardId(each) for each in ids])
        done = self._controller.do_large(wanted) if len(ids) > LARGE else self._controller.do(wanted)
        if done and self.dialog is not None:
            self.dialog.tell(self.tr("%n cards were removed; undo takes that back.", "", len(ids)))

    def _ask_for_export(self, ids: list[str]) -> None:
        forms = {
            self.tr("Package for Anki (*.apkg)"): ".apkg",
            self.tr("Table for spreadsheets (*.csv)"): ".csv",
        }
        proposed = str(Path.home() / "hashiya.apkg")
        above = self.dialog or self._window
        name, chosen = QFileDialog.getSaveFileName(above, self.tr("Export cards"), proposed, ";;".join(forms))
        if name:
            self.export(Path(name).with_suffix(forms.get(chosen, ".apkg")), ids)

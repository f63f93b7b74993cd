# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialogs: each made when it is first asked for, filled from the library, its wishes passed on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog

from reader import __version__
from reader.errors import ReaderError
from reader.model.annotation import Annotation
from reader.model.ids import TagId
from reader.settings import Settings
from reader.store import Library
from reader.ui.actions import Actions
from reader.ui.annotations_desk import AnnotationsDesk
from reader.ui.controller import Controller
from reader.ui.credits import our_licence, works
from reader.ui.dialogs.about import AboutDialog
from reader.ui.dialogs.backup import BackupDialog, BackupRow
from reader.ui.dialogs.documents import DocumentsDialog
from reader.ui.dialogs.relation import RelationDialog
from reader.ui.dialogs.tagset_editor import TagsetEditor
from reader.ui.export_desk import ExportDesk
from reader.ui.fonts import quote_font
from reader.ui.jobs import Jobs, Task
from reader.ui.keys_page import KeysPage
from reader.ui.main_window import MainWindow
from reader.ui.messages import sentence_for
from reader.ui.models.documents import DocumentRow
from reader.ui.models.tags import ShownTags
from reader.ui.tagset_controller import TagsetController

ENCODINGS = {
    "Windows-1256": "windows-1256",
    "UTF-8": "utf-8",
    "UTF-16": "utf-16",
    "ISO-8859-6": "iso-8859-6",
    "Mac Arabic": "mac_arabic",
}
"""What a file can be opened in by the user's word: the encodings Arabic texts are met in, the likeliest first."""


class DialogDesk(QObject):
    """Signals:
    files_requested (list of Path), document_requested (str id), failed (ReaderError),
    hinted (str).
    """

    files_requested = Signal(list)
    document_requested = Signal(str)
    failed = Signal(object)
    hinted = Signal(str)

    def __init__(
        self, window: MainWindow, controller: Controller, jobs: Jobs, actions: Actions, settings: Settings
    ) -> None:
        super().__init__(window)
        self._window = window
        self._controller = controller
        self._tagset = TagsetController(controller, self)
        self._jobs = jobs
        self._actions = actions
        self.exporting = ExportDesk(window, controller, jobs, settings)
        self.annotations = AnnotationsDesk(window, controller, jobs)
        self._tags = ShownTags()
        self._documents: DocumentsDialog | None = None
        self._editor: TagsetEditor | None = None
        self._relation: RelationDialog | None = None
        self._backup: BackupDialog | None = None

    def set_tags(self, tags: ShownTags) -> None:
        """The tagset, the language or the theme changed."""
        self._tags = tags
        self.exporting.set_tags(tags)
        self.annotations.set_tags(tags)
        if self._editor is not None:
            self._editor.show_tags(tags, self._counts())
        if self._relation is not None:
            self._relation.set_tags(tags)

    def refresh(self) -> None:
        """Something in the library changed: show anew what is open."""
        if self._editor is not None and self._editor.isVisible():
            self._editor.show_tags(self._tags, self._counts())
        if self._documents is not None and self._documents.isVisible():
            self._show_documents(self._documents)

    # Files and documents

    def ask_for_file(self, folder: Path, kinds: str) -> None:
        """Ask which files to open; ``kinds`` are the filters of the dialog."""
        names, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Open a text"), str(folder), kinds)
        if names:
            self.files_requested.emit([Path(name) for name in names])

    def show_library(self) -> None:
        if not self._controller.open_library():
            return
        if self._documents is None:
            self._documents = DocumentsDialog(self._window)
            self._documents.open_requested.connect(self.document_requested)
            self._documents.file_requested.connect(self._actions["open"].trigger)
        self._show_documents(self._documents)
        _bring_up(self._documents)

    # Tags and relations

    def edit_tagset(self) -> None:
        if self._editor is None:
            self._editor = TagsetEditor(self._window)
            self._editor.tag_addition_requested.connect(self._tagset.add)
            self._editor.tag_change_requested.connect(self._tagset.change)
            self._editor.order_requested.connect(self._tagset.place)
            self._editor.merge_requested.connect(self._tagset.merge)
            self._editor.deletion_requested.connect(self._tagset.delete)
            self._editor.undo_requested.connect(self._controller.undo)
        self._editor.show_tags(self._tags, self._counts())
        _bring_up(self._editor)

    def add_tag(self, name: str) -> str:
        """Make a tag of this name in the language shown; its id, or "" when that failed."""
        used = {tag.colour for tag in self._tags.tags}
        free = [role for role in self._tags.colours.roles() if role not in used]
        colour = free[0] if free else self._tags.colours.roles()[len(self._tags) % 12]
        return self._tagset.add(((self._tags.language, name),), colour) or ""

    def ask_relation(self, source: Annotation, target: Annotation) -> None:
        if self._relation is None:
            self._relation = RelationDialog(self._window)
            self._relation.set_quote_font(quote_font())
            self._relation.relation_requested.connect(self._controller.relate)
        self._relation.set_tags(self._tags)
        self._relation.relate(source, target, self._controller.ask(lambda library: library.relations.names(), []))
        _bring_up(self._relation)

    # Backup

    def back_up(self) -> None:
        if not self._controller.open_library():
            return
        if self._backup is None:
            self._backup = BackupDialog(self._window)
            self._backup.backup_requested.connect(self._on_backup_requested)
        self._show_backups(self._backup)
        _bring_up(self._backup)

    # Help

    def show_keys(self) -> None:
        page = KeysPage(self._actions, self._window)
        _bring_up_once(page)

    def show_about(self) -> None:
        about = AboutDialog(__version__, works(), our_licence(), self._window)
        about.set_title_font(quote_font())
        _bring_up_once(about)

    # Inside

    def _counts(self) -> Mapping[TagId, int]:
        nothing: dict[TagId, int] = {}
        return self._controller.ask(lambda library: library.annotations.counts_by_tag(), nothing)

    def _show_documents(self, dialog: DocumentsDialog) -> None:
        def read(library: Library) -> list[DocumentRow]:
            counts = library.annotations.counts_by_document()
            waiting = library.displaced.counts_by_document()
            return [
                DocumentRow(
                    document=document,
                    annotation_count=counts.get(document.id, 0),
                    waiting_count=waiting[document.id].total if document.id in waiting else 0,
                )
                for document in library.documents.list()
            ]

        current = self._controller.document
        nothing: list[DocumentRow] = []
        dialog.show_documents(self._controller.ask(read, nothing), current.id if current is not None else "")

    def _show_backups(self, dialog: BackupDialog) -> None:
        path = self._controller.library_path
        folder = path.absolute().parent / "backups"
        files = sorted(folder.glob(f"*{path.suffix}"), key=lambda file: file.stat().st_mtime, reverse=True)
        dialog.show_library(path, path.stat().st_size if path.exists() else 0, [_backup_row(file) for file in files])

    def _on_backup_requested(self, target: Path) -> None:
        path = self._controller.library_path

        def work(task: Task) -> Path:
            with Library.open(path, create=False) as library:
                library.backup_to(target, cancelled=task.is_cancelled)
            return target

        self._jobs.start("backup", work, on_success=self._on_backup_made, on_failure=self._on_backup_failed)

    def _on_backup_made(self, target: Path) -> None:
        if self._backup is not None:
            self._show_backups(self._backup)
            self._backup.show_result(target)

    def _on_backup_failed(self, error: ReaderError) -> None:
        if self._backup is not None:
            self._backup.show_result(None, sentence_for(error))


def _backup_row(file: Path) -> BackupRow:
    found = file.stat()
    made = datetime.fromtimestamp(found.st_mtime, UTC).isoformat(timespec="seconds")
    return BackupRow(path=file, made=made, size_bytes=found.st_size)


def _bring_up(dialog: QDialog) -> None:
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()


def _bring_up_once(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _bring_up(dialog)

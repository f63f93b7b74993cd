# SPDX-License-Identifier: GPL-3.0-or-later
"""Importing, as the user sees it: which files, how they are to be read, how far it is, what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reader.errors import FileIsBinary, ReaderError
from reader.importers.extracted import NoticeKind, Options
from reader.importers.plain_text import looks_binary, open_text_file
from reader.importers.registry import TEXT, detect
from reader.interchange.files import write_file
from reader.ui.controller import Controller
from reader.ui.dialogs.importing import ImportDialog
from reader.ui.import_filters import ask_for_files, ask_for_folder, ask_where_to_save, suffixes_of
from reader.ui.import_messages import notice_sentence, shown_name
from reader.ui.import_run import ImportRun, ImportWish, Listener
from reader.ui.import_tables import ImportTables
from reader.ui.jobs import Jobs
from reader.ui.message_bar import Message, Tone
from reader.ui.messages import filled
from reader.ui.pasted_text import PastedText
from reader.workspace.file_comments import take_comments, waiting_comments
from reader.workspace.importing import Imported
from reader.workspace.importing_previews import TABLES
from reader.workspace.importing_report import ImportedPart, ImportReport, ImportStep, Outcome

_HEAD = 1 << 16
_TOLD_AT_ONCE = frozenset(NoticeKind) - {
    NoticeKind.COMMENTS,
    NoticeKind.DROPPED_IMAGES,
    NoticeKind.DROPPED_FRAMES,
    NoticeKind.DROPPED_PARTS,
    NoticeKind.NOTHING_FETCHED,
    NoticeKind.EMPTY_ROWS,
    NoticeKind.REJOINED,
}
"""What is told above the page when a single file was opened; the rest is in the report."""


class ImportingDesk(QObject):
    """Signals:
    document_requested (str id), text_requested (Path: a plain text, to be shown at once), told (Message),
    failed (ReaderError), progressed (str sentence, int done, int total), ended (), taken_in (ImportReport).
    """

    document_requested = Signal(str)
    text_requested = Signal(object)
    told = Signal(object)
    failed = Signal(object)
    progressed = Signal(str, object, object)
    ended = Signal()
    taken_in = Signal(object)

    def __init__(self, window: QWidget, controller: Controller, jobs: Jobs) -> None:
        super().__init__(window)
        self._window = window
        self._controller = controller
        listener = Listener(
            on_end=self._on_end, on_failure=self._on_failure, on_progress=self._on_progress, on_part=self._on_part
        )
        self._run = ImportRun(controller, jobs, listener)
        self._dialog: ImportDialog | None = None
        self.tables = ImportTables(window, jobs, self.open_as)
        self._wish: ImportWish | None = None
        self._pasted = PastedText()

    @property
    def dialog(self) -> ImportDialog:
        return self._made_dialog()

    @property
    def report(self) -> ImportReport | None:
        """What came of the last import; None while one goes on, and before the first."""
        return self._dialog.report if self._dialog is not None else None

    @property
    def is_running(self) -> bool:
        return self._run.is_running

    def ask_for_files(self, folder: Path) -> None:
        """Ask which files to import."""
        self.import_paths(ask_for_files(self._window, folder))

    def ask_for_folder(self, folder: Path) -> None:
        """Ask which folder's files to import."""
        self.import_paths(ask_for_folder(self._window, folder))

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open what was named: one plain text is shown at once, one other file when it has been read; of several
        files and of folders the report is shown."""
        if len(paths) != 1 or paths[0].is_dir():
            self.import_paths(paths)
            return
        path = paths[0]
        try:
            found = detect(path, Options())
        except ReaderError as error:
            self.failed.emit(error)
            return
        if found.format.id == TEXT and _can_be_shown_at_once(path):
            self.text_requested.emit(path)
        elif found.format.id in TABLES:
            self.tables.ask(path)
        else:
            self.start(ImportWish(paths=(path,), is_one=True))

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Import files and folders; a single table is asked about first."""
        if len(paths) == 1 and paths[0].suffix.lower() in suffixes_of("table", "json"):
            self.open_paths(paths)
        elif paths:
            self.start(ImportWish(paths=tuple(paths)))

    def open_as(self, path: Path, options: Options) -> None:
        """Import one file as told, and open what comes."""
        self.start(ImportWish(paths=(path,), options=options, is_one=True))

    def paste(self) -> None:
        """What is on the clipboard becomes a document: files that were copied, a page, or text."""
        mime: QMimeData | None = QGuiApplication.clipboard().mimeData()  # None where nothing was ever copied
        self.take_data(QMimeData() if mime is None else mime)

    def take_data(self, mime: QMimeData) -> None:
        """What was pasted or dropped: files, a part of a web page, or text."""
        paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if paths:
            self.open_paths(paths)
            return
        text, name = (mime.html(), "pasted.html") if mime.hasHtml() else (mime.text(), "pasted.txt")
        if not (mime.text() or text).strip():
            self.told.emit(Message(sentence=self.tr("There is no text on the clipboard."), tone=Tone.NOTICE))
            return
        self._take_text(text, name)

    def take_comments(self) -> None:
        """The comments that stood in the open document's file become notes, one step of undo."""
        document = self._controller.document
        if document is None:
            return
        count = self._controller.ask(lambda library: len(waiting_comments(library, document.id)), 0)
        author = self._controller.author
        if not count:
            sentence = self.tr("No comment of the file waits to become a note.")
            self.told.emit(Message(sentence=sentence, tone=Tone.NOTICE))
        elif self._controller.do(lambda library: take_comments(library, document.id, author)):
            self.told.emit(Message(sentence=self.tr("%n comments became notes.", "", count), tone=Tone.NOTICE))

    def read_whole_page(self) -> None:
        """The open article gets the text of all its page, menus and the like too; its tags move along."""
        document = self._controller.document
        path = Path(document.source) if document is not None and document.source else None
        if path is None or path.suffix.lower() not in suffixes_of("html", "mhtml") or not path.is_file():
            sentence = self.tr("This text does not come from a saved web page.")
            self.told.emit(Message(sentence=sentence, tone=Tone.NOTICE))
            return
        self.open_as(path, Options(whole_page=True))

    def tell_of_update(self, done: Imported | ImportedPart) -> None:
        """The file of a document had changed: say what became of its tags."""
        told = [self.tr("The file had changed, and the text was brought up to date.")]
        if done.doubtful:
            told.append(self.tr("%n tags wait for review, for their place is not sure.", "", done.doubtful))
        if done.orphans:
            told.append(self.tr("%n tags have no place any more and are kept.", "", done.orphans))
        tone = Tone.WARNING if done.doubtful or done.orphans else Tone.NOTICE
        self.told.emit(Message(sentence=" ".join(told), tone=tone))

    def show_report(self) -> None:
        """The report of the last import again."""
        if self._dialog is not None:
            self._bring_up(self._dialog)
        else:
            self.told.emit(Message(sentence=self.tr("Nothing was imported yet."), tone=Tone.NOTICE))

    def stop(self) -> None:
        """Stop the import; what has come in stays."""
        if self.is_running:
            self._run.stop()
            self._on_end(self._run.report_so_far())

    # Inside

    def start(self, wish: ImportWish) -> None:
        if not self._controller.open_library():
            return
        self.stop()
        self._wish = wish
        dialog = self._made_dialog()
        dialog.begin()
        if not wish.is_one:
            self._bring_up(dialog)
        self._run.start(wish)
        self._on_progress(0, 0)

    def _on_progress(self, done: int, total: int) -> None:
        if self._dialog is not None:
            self._dialog.show_progress(done, total)
        name = shown_name(self._run.step.path) if self._run.step else ""
        sentence = filled(self.tr("Importing %1…"), name) if name else self.tr("Importing…")
        self.progressed.emit(sentence, done, total)

    def _on_part(self, part: ImportStep | ImportedPart) -> None:
        assert self._dialog is not None
        if isinstance(part, ImportStep):
            self._dialog.show_step(part)
        else:
            self._dialog.add_part(part)

    def _on_end(self, report: ImportReport) -> None:
        wish, self._wish = self._wish, None
        self._pasted.forget()
        self.ended.emit()
        assert self._dialog is not None
        self._dialog.show_report(report)
        self._controller.look_around()
        self.taken_in.emit(report)
        if wish is not None and wish.is_one:
            self._tell_of_one(report)

    def _tell_of_one(self, report: ImportReport) -> None:
        """A single file: its document is opened; the report is shown only where there is more to it."""
        errors = [error for part in report.parts if (error := part.error) is not None]
        if not report.documents:
            if errors:
                self.failed.emit(errors[0])
            return
        self.document_requested.emit(report.documents[0])
        if len(report.documents) > 1:
            assert self._dialog is not None
            self._bring_up(self._dialog)
            return
        for part in report.parts:
            if part.outcome is Outcome.UPDATED:
                self.tell_of_update(part)
        comments = sum(part.comments for part in report.parts)
        if comments:
            sentence = self.tr("The file holds %n comments. Keep them as notes in the text?", "", comments)
            answer = self.tr("Keep as notes")
            self.told.emit(Message(sentence=sentence, tone=Tone.NOTICE, answer=answer, on_answer=self.take_comments))
        notices = [
            notice_sentence(notice) for part in report.parts for notice in part.notices if notice.kind in _TOLD_AT_ONCE
        ]
        if report.parts and report.parts[0].outcome is Outcome.ALREADY_THERE:
            notices = []
        if notices:
            sentence = " ".join(notices[:3])
            answer = self.tr("Details")
            self.told.emit(Message(sentence=sentence, tone=Tone.WARNING, answer=answer, on_answer=self.show_report))

    def _on_failure(self, error: ReaderError) -> None:
        self._pasted.forget()
        self.ended.emit()
        if self._dialog is not None:
            self._dialog.show_report(self._run.report_so_far())
        self.failed.emit(error)

    def _made_dialog(self) -> ImportDialog:
        if self._dialog is None:
            self._dialog = ImportDialog(self._window)
            self._dialog.stop_requested.connect(self.stop)
            self._dialog.open_requested.connect(self.document_requested)
            self._dialog.again_requested.connect(self._import_again)
            self._dialog.save_requested.connect(self._save)
        return self._dialog

    def _import_again(self, paths: list[Path]) -> None:
        self.start(ImportWish(paths=tuple(paths), again=True))

    def _save(self, text: str) -> None:
        path = ask_where_to_save(self._window)
        if path is not None:
            try:
                write_file(path, lambda out: out.writelines([text]))
            except ReaderError as error:
                self.failed.emit(error)

    def _bring_up(self, dialog: ImportDialog) -> None:
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def _take_text(self, text: str, name: str) -> None:
        self.stop()
        try:
            path = self._pasted.keep(text, name)
        except ReaderError as error:
            self.failed.emit(error)
            return
        options = Options(as_format="html" if name.endswith(".html") else TEXT, encoding="utf-8")
        self.start(ImportWish(paths=(path,), options=options, is_one=True, source=""))


def _can_be_shown_at_once(path: Path) -> bool:
    """Whether the page can show a text as it stands; one with NULs in it has to be cleaned first."""
    try:
        with path.open("rb") as opened:
            if not looks_binary(opened.read(_HEAD)):
                return True
        open_text_file(path).close()
    except FileIsBinary:
        return False
    except (ReaderError, OSError):
        return True  # Whoever shows it tells what is wrong.
    return True

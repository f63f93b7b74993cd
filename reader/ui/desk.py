# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything around the page, built once its first picture is painted."""

from __future__ import annotations

import getpass
import logging
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from reader import settings as names
from reader.errors import ReaderError, ResourceMissing
from reader.model.document import Document
from reader.model.ids import DocumentId
from reader.resources import resource
from reader.settings import Settings
from reader.ui.actions import Actions
from reader.ui.bulk import Bulk
from reader.ui.cards_desk import CardsDesk
from reader.ui.confidence import LeastConfidence
from reader.ui.controller import Controller
from reader.ui.copying import Copying
from reader.ui.correcting import Correcting
from reader.ui.counting import SuggestionCounts
from reader.ui.current import Current
from reader.ui.daily_backup import DailyBackup
from reader.ui.deciding import Deciding
from reader.ui.dialog_desk import DialogDesk
from reader.ui.dictionaries_desk import DictionariesDesk
from reader.ui.document_desk import DocumentDesk
from reader.ui.encoding_desk import EncodingDesk
from reader.ui.entity_alike import EntityAlike
from reader.ui.entity_desk import EntityDesk
from reader.ui.entity_linking import EntityLinking
from reader.ui.entity_offers import EntityOffers
from reader.ui.find_bar import FindBar
from reader.ui.first_text import ShownFile
from reader.ui.fonts import quote_font
from reader.ui.i18n import InterfaceLanguage
from reader.ui.importing_desk import ImportingDesk
from reader.ui.jobs import Jobs
from reader.ui.large_edits import LargeEdits
from reader.ui.learning import Learning
from reader.ui.learning_desk import LearningDesk
from reader.ui.main_window import MainWindow
from reader.ui.mention_jump import MentionJump
from reader.ui.menus import Menus
from reader.ui.message_bar import Message, Tone
from reader.ui.messages import filled, sentence_for
from reader.ui.occurrence_desk import OccurrenceDesk
from reader.ui.opening import Opening
from reader.ui.page_picture import PagePictureDesk
from reader.ui.placing_desk import PlacingDesk
from reader.ui.popups.mark_tips import MarkTips
from reader.ui.popups.note import NotePopup
from reader.ui.popups.suggestion_card import SuggestionCard
from reader.ui.popups.tag_picker import TagPicker
from reader.ui.preferences import Preferences
from reader.ui.preferences_desk import PreferencesDesk
from reader.ui.printing.desk import PrintingDesk
from reader.ui.reading_pane import accessible
from reader.ui.reading_place import ReadingPlace
from reader.ui.repair_desk import RepairDesk
from reader.ui.review import Review
from reader.ui.search import Search
from reader.ui.sidebar.annotations import AnnotationPanel
from reader.ui.sidebar.suggestions import SuggestionPanel
from reader.ui.sidebar_tabs import SidebarTabs
from reader.ui.sources import DocumentSuggestions, PageMarks
from reader.ui.tagging import Tagging
from reader.ui.term_bases_desk import TermBasesDesk
from reader.ui.terms_desk import TermsDesk
from reader.ui.versions_desk import VersionsDesk
from reader.ui.views import Views
from reader.ui.vocabulary_desk import VocabularyDesk
from reader.ui.vocabulary_files import VocabularyFiles
from reader.ui.wires import connect
from reader.ui.words_desk import WordsDesk
from reader.workspace.importing_report import ImportReport
from reader.workspace.own_library import own_library_path
from reader.workspace.worker import Workers

SAMPLES = "samples"
APPLICATION_ICON = "icons/hashiya.svg"
_log = logging.getLogger(__name__)


class Desk(QObject):
    """The parts of the window. A part knows the ones it is given, and ``wires`` joins the rest."""

    def __init__(
        self,
        window: MainWindow,
        settings: Settings,
        language: InterfaceLanguage,
        library_path: Path | None,
        workers: Workers | None = None,
    ) -> None:
        super().__init__(window)
        self.window = window
        self.settings = settings
        self.language = language
        self._library_path = library_path or own_library_path()
        self._workers = workers

    def build(self) -> Iterator[None]:
        """Make the parts, step by step: after each the window can do something else before the next.

        Nothing of the desk may be used before the last step is done.
        """
        window, settings = self.window, self.settings
        accessible.install()
        self.jobs = Jobs(self, self._workers)
        self.current = Current(self)
        self.actions = Actions(self)
        author = settings.get(names.AUTHOR) or _user_name()
        self.controller = Controller(self._library_path, author, self)
        self.large_edits = LargeEdits(self.jobs, self)
        self.controller.large = self.large_edits
        self.copying = Copying(window.pane, self.controller, self.jobs, self)
        self.deciding = Deciding(self.controller)
        self.least_confidence = LeastConfidence(settings, self.controller, self)
        self.opening = Opening(self.controller, self.jobs, self)
        self.importing = ImportingDesk(window, self.controller, self.jobs)
        self.encodings = EncodingDesk(window, self.controller, self.jobs)
        self.search = Search(self.jobs, self.controller.library_path, self)
        self.counts = SuggestionCounts(self.controller, self.jobs, self)
        self.suggestions = DocumentSuggestions(self.controller, self.counts, self.jobs)
        self.marks = PageMarks(self.controller, self.search)
        self.preferences = Preferences(window, self.actions, settings, self.language)
        yield
        yield from self._build_widgets()
        yield from self._build_suggestion_parts()
        self.tagging = Tagging(
            window.pane,
            self.controller,
            self.current,
            self.suggestions,
            review=self.review,
            picker=self.picker,
            note=self.note,
        )
        self._build_desks()
        self.place = ReadingPlace(window, self.controller, self.opening, settings)
        self._build_text_parts()
        self.views = Views(self)
        yield
        window.may_close = self.may_close
        window.setWindowIcon(QIcon(str(resource(APPLICATION_ICON))))
        connect(self)
        yield
        yield from self.views.retell_in_steps()
        self.menus.show_recent(self.place.recent_files())
        if settings.problem:
            self._tell_settings_problem()

    def _build_desks(self) -> None:
        window, settings = self.window, self.settings
        self.document_desk = DocumentDesk(window, self.sidebar.outline, self.controller, self.jobs, settings)
        self._build_file_parts()
        self.daily_backup = DailyBackup(self.controller.library_path, self.jobs, self)
        self.dialogs = DialogDesk(window, self.controller, self.jobs, self.actions, settings)
        self.preferences_desk = PreferencesDesk(
            window, self.controller, self.jobs, self.preferences, self.least_confidence
        )
        self.occurrences = OccurrenceDesk(window, self.controller, self.jobs)
        self.entities = EntityDesk(window, self.controller, self.jobs, settings)
        self.linking = EntityLinking(window, window.pane, self.sidebar.entities, self.controller, self.jobs)
        self.offers = EntityOffers(self.controller, settings, self)
        self.alike = EntityAlike(window, self.controller, self.jobs)
        self.mention_jump = MentionJump(self.controller, self.tagging, self.open_document, self)
        self.learning = Learning(self.controller, self.jobs, window.pane, self)
        self.learning_desk = LearningDesk(window, self.controller, self.jobs)

    def _build_file_parts(self) -> None:
        self.page_picture = PagePictureDesk(self.window, self.controller, self.jobs)
        self.repairing = RepairDesk(self.window, self.controller, self.jobs)
        self.printing = PrintingDesk(self.window, self.controller, self.jobs)

    def _build_widgets(self) -> Iterator[None]:
        self.menus = Menus(self.window, self.window.pane, self.actions)
        yield
        self.find_bar = FindBar()
        self.window.put_above_page(self.find_bar)
        yield
        annotations = AnnotationPanel()
        yield
        suggestions = SuggestionPanel()
        yield
        self.sidebar = SidebarTabs(quote_font(), annotations, suggestions)
        yield
        self.window.fill_sidebar(self.sidebar)
        yield
        self.picker = TagPicker(self.window)
        yield
        self.note = NotePopup(self.window)
        self.note.set_quote_font(quote_font())
        yield

    def _build_suggestion_parts(self) -> Iterator[None]:
        self.suggestion_card = SuggestionCard(self.window)
        self.suggestion_card.set_quote_font(quote_font())
        self.review = Review(
            self.window.pane,
            self.controller,
            self.current,
            deciding=self.deciding,
            source=self.suggestions,
            marks=self.marks,
            card=self.suggestion_card,
        )
        yield
        self.bulk = Bulk(
            self.window,
            self.window.pane,
            self.current,
            deciding=self.deciding,
            source=self.suggestions,
        )
        self.sidebar.suggestions.set_order(self.settings.get(names.SUGGESTION_ORDER))
        self.sidebar.suggestions.show_least(self.least_confidence.value)
        self.tips = MarkTips(self.window.pane, self.suggestions)
        yield
        self.words = WordsDesk(
            self.window, self.actions, self.jobs, self.settings, self.controller, is_quiet=self._is_quiet
        )
        self.tips.gives_way = self.words.popup.isVisible
        self.terms = TermsDesk(self.window, self.sidebar.terms, self.controller, self.jobs)
        self.term_bases = TermBasesDesk(self.window, self.controller, self.jobs)
        self.dictionaries = DictionariesDesk(self.window, self.jobs)
        self.vocabulary = VocabularyDesk(
            self.window, self.window.pane, self.sidebar.vocabulary, self.controller, self.jobs
        )
        self.cards = CardsDesk(self.window, self.controller, self.jobs)
        self.vocabulary_files = VocabularyFiles(self.window, self.controller, self.jobs)
        self.marks.words_in = self.vocabulary.page.marks_in
        self.marks.terms_within = self.terms.found.within
        self.words.explaining.terms_in = self.terms.shown_in
        yield

    def _build_text_parts(self) -> None:
        """What changes the text, and what has to be looked at then."""
        self.correcting = Correcting(
            self.window, self.controller, self.opening, self.current, self.search, self.settings
        )
        self.placing = PlacingDesk(self.window, self.controller)
        self.versions = VersionsDesk(self.window, self.controller, self.jobs)

    def _is_quiet(self) -> bool:
        """Whether something stands on the page already that the user is busy with."""
        cards = (self.picker, self.note, self.suggestion_card)
        return any(card.isVisible() for card in cards) or QApplication.activePopupWidget() is not None

    # Opening and closing

    def take_in(self, first: ShownFile) -> None:
        """Go on with the file whose text is on the page already."""
        self.place.on_file_on_page(first)
        self.opening.take_in(first)

    def open_last(self) -> None:
        """The document read last, else the sample article."""
        last = DocumentId(self.settings.get(names.LAST_DOCUMENT))
        if last and self.controller.open_library() and self._knows(last) and self.opening.open_document(last):
            return
        self.open_sample()

    def open_sample(self) -> None:
        """The bundled article."""
        try:
            self.open_files(sorted(resource(SAMPLES).glob("*.txt")))
        except ResourceMissing as error:
            self.tell(error)

    def open_files(self, paths: Sequence[Path]) -> None:
        """Open a file; several, and folders, are imported; annotations of another program are shown first."""
        if paths and not self.dialogs.annotations.takes(paths):
            self.importing.open_paths(paths)

    def open_file(self, path: Path) -> None:
        self.open_files([path])

    def show_text(self, path: Path) -> None:
        """Show a plain text at once, and take it in behind the page."""
        self.open_file_in(path, None)

    def open_file_in(self, path: Path, encoding: str | None) -> None:
        """Open a file in the encoding named."""
        self._leave()
        self.opening.open_file(path, encoding)
        self.menus.show_recent(self.place.recent_files())

    def ask_for_encoding(self) -> None:
        """Have the open text, or the file asked for last, read in an encoding that the user chooses."""
        if not self.encodings.ask(self.opening.last_path):
            self.actions["open"].trigger()

    def on_taken_in(self, report: ImportReport) -> None:
        """Files have come in: one that was opened is among the recent ones."""
        if len(report.parts) == 1 and report.documents and report.parts[0].path.is_file():
            self.settings.remember_file(report.parts[0].path.absolute())
            self.menus.show_recent(self.place.recent_files())

    def open_document(self, document_id: str) -> None:
        self._leave()
        self.opening.open_document(DocumentId(document_id))

    def may_close(self) -> bool:
        """Whether everything wished is saved; a note that could not be is on the screen again, with the reason.

        A large edit that is under way is waited for: then the window closes by itself.
        """
        self.note.finish()
        if self.large_edits.is_running:
            self.window.status.show_hint(self.tr("The window closes when the change is saved."))
            self.large_edits.ended.connect(self.window.close, Qt.ConnectionType.SingleShotConnection)
            return False
        return self.note.annotation is None

    def stop(self) -> None:
        """Stop the work that the status line shows."""
        if self.large_edits.is_running:
            self.large_edits.stop()
        elif self.importing.is_running:
            self.importing.stop()
        elif self.copying.is_running:
            self.copying.stop()
        else:
            self.opening.stop()

    def close(self) -> None:
        """Save what is typed and where one reads; stop all work; let the library go."""
        self._leave()
        self.preferences.remember_sidebar()
        self.place.remember_window()
        self.jobs.stop()
        self.page_picture.close()
        self.words.close()
        self.opening.close()
        self.controller.close()
        try:
            self.settings.save()
        except OSError as error:
            _log.warning("the settings could not be saved: %s", error)

    # Telling and asking

    def tell(self, error: ReaderError) -> None:
        """Show what went wrong until it has been read."""
        _log.warning("%s", error)
        self.window.messages.tell_error(sentence_for(error))

    def raise_bug(self, error: Exception) -> None:
        """A job met a bug of ours: it goes to the crash dialog."""
        raise error

    def make_tag(self, name: str) -> None:
        """A new tag of this name, given to the selection."""
        if tag_id := self.dialogs.add_tag(name):
            self.tagging.give_tag(tag_id)

    def find(self, phrase: str) -> None:
        """Look for the phrase from where one reads; "" forgets the last one."""
        document = self.controller.document
        if document is None or not phrase:
            self.search.forget()
        else:
            self.search.start(document.id, phrase, self.window.pane.top_offset or 0)

    def _leave(self) -> None:
        """Before another document: what is typed is saved, the place is kept, nothing is set off."""
        self.note.finish()
        self.picker.leave()
        self.linking.leave()
        self.place.remember()
        self.search.forget()
        self.current.clear()

    def _knows(self, document_id: DocumentId) -> bool:
        nothing: list[Document] = []
        documents = self.controller.ask(lambda library: library.documents.list(), nothing)
        return any(document.id == document_id for document in documents)

    def _tell_settings_problem(self) -> None:
        sentence = self.tr("The settings in %1 could not be read (%2); the usual ones are in use.")
        message = filled(sentence, self.settings.path, self.settings.problem)
        self.window.messages.tell(Message(sentence=message, tone=Tone.WARNING))


def _user_name() -> str:
    """The name of the system's user, or "" on a system that knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""

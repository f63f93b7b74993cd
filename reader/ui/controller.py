# SPDX-License-Identifier: GPL-3.0-or-later
"""Wishes in, ``changed`` and ``failed`` out: the only road from the window to the library."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import DocumentNotReady, EditUnderWay, LibraryReadOnly, ReaderError
from reader.model.annotation import Annotation, Relation
from reader.model.document import Document
from reader.model.edit import Changes, Edit
from reader.model.ids import AnnotationId, DocumentId, TagId
from reader.model.suggestion import Suggestion
from reader.model.tagset import Tag
from reader.store import Library, Session
from reader.text.chunks import ChunkedText
from reader.text.spans import Span
from reader.workspace import Workspace, edits, wishes
from reader.workspace.edits import TEXT_EDITS
from reader.workspace.wishes import LARGE, Turn, Wish, wish

if TYPE_CHECKING:
    from reader.ui.large_edits import LargeEdits

T = TypeVar("T")
Then = Callable[[], object] | None

LOOK_AROUND_MS = 500
"""How often to look whether another window or program wrote to the library."""


class Controller(QObject):
    """Turns each wish into an edit and applies it; answers what the views ask.

    ``least_confidence`` is what a suggestion must have for the user to see it, 0…1.

    Signals:
        changed (Changes): after each edit, also another program's.
        failed (ReaderError): nothing was changed, and the user must be told.
        document_changed (): another document, or none, is open.
        library_opened (): there are tags now.
    """

    changed = Signal(object)
    failed = Signal(object)
    document_changed = Signal()
    library_opened = Signal()

    def __init__(self, library_path: Path, author: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library_path = library_path
        self.author = author
        self.document: Document | None = None
        self.text: ChunkedText | None = None
        self.least_confidence = 0.0
        self.large: LargeEdits | None = None
        self._workspace: Workspace | None = None
        self._seen_version = 0
        self._seen_revision: tuple[int, ...] = ()
        self._watch = QTimer(self, interval=LOOK_AROUND_MS)
        self._watch.timeout.connect(self.look_around)

    # The library

    def open_library(self) -> bool:
        """Open the library unless it is open; False when that failed, which ``failed`` has told then."""
        if self._workspace is None:
            try:
                library = Library.open(self.library_path)
                self._workspace = Workspace(library, self.author)
                self._seen_version = library.data_version()
                self._seen_revision = library.revision()
            except ReaderError as error:
                self.failed.emit(error)
                return False
            self._watch.start()
            self.library_opened.emit()
        return True

    def close(self) -> None:
        self._watch.stop()
        self.document = self.text = None
        if self._workspace is not None:
            self._workspace.library.close()
            self._workspace = None

    @property
    def is_open(self) -> bool:
        return self._workspace is not None

    @property
    def is_busy(self) -> bool:
        """Whether an edit of very many records is under way: until it has ended no other is made."""
        return self.large is not None and self.large.is_running

    @property
    def session(self) -> Session | None:
        """Whose edits undo takes back; None while the library is not open."""
        return None if self._workspace is None else self._workspace.library.session

    @property
    def can_write(self) -> bool:
        return self._workspace is not None and not self._workspace.library.read_only

    def ask(self, question: Callable[[Library], T], otherwise: T) -> T:
        """The library's answer; ``otherwise`` when it is not open or cannot answer, which ``failed`` tells then."""
        if self._workspace is None:
            return otherwise
        try:
            return question(self._workspace.library)
        except ReaderError as error:
            self.failed.emit(error)
            return otherwise

    def look_around(self) -> bool:
        """Tell the views when another connection has written to the library, and whether edits or suggestions only."""
        version = self.ask(Library.data_version, self._seen_version)
        if version == self._seen_version:
            return False
        revision = self.ask(Library.revision, self._seen_revision)
        has_edits = revision != self._seen_revision
        self._seen_version, self._seen_revision = version, revision
        self.changed.emit(self._everything() if has_edits else Changes(suggestions_of=self._shown()))
        return True

    # The document

    def open_document(self, document_id: DocumentId) -> bool:
        """Make a document of the library the current one."""
        if not self.open_library():
            return False
        found = self.ask(lambda library: (library.documents.get(document_id), library.texts.open(document_id)), None)
        if found is None:
            return False
        self.document, self.text = found
        self.document_changed.emit()
        return True

    def leave_document(self) -> None:
        if self.document is not None:
            self.document = self.text = None
            self.document_changed.emit()

    # What the page and the lists show

    def annotation(self, annotation_id: str) -> Annotation | None:
        nothing: list[Annotation] = []
        found = self.ask(lambda library: library.annotations.find([AnnotationId(annotation_id)]), nothing)
        return found[0] if found else None

    def annotations_in(self, span: Span) -> Sequence[Annotation]:
        document = self.document
        if document is None:
            return ()
        return self.ask(lambda library: library.annotations.overlapping(document.id, span), [])

    def annotations_on(self, span: Span) -> Sequence[Annotation]:
        """Those on exactly this span."""
        document = self.document
        if document is None:
            return ()
        return self.ask(lambda library: library.annotations.on_span(document.id, span), [])

    def suggestions_in(self, span: Span, least: float | None = None) -> Sequence[Suggestion]:
        """The open ones that are at least so sure; without ``least``, those that the user wants to see."""
        document = self.document
        lowest = self.least_confidence if least is None else least
        if document is None:
            return ()
        return self.ask(lambda library: library.suggestions.open_overlapping(document.id, span, least=lowest), [])

    def relations_of(self, annotation: Annotation) -> list[tuple[Relation, Annotation, Annotation]]:
        """Each relation of the annotation with its source and its target."""

        def read(library: Library) -> list[tuple[Relation, Annotation, Annotation]]:
            relations = library.relations.of_annotation(annotation.id)
            ends = {end for relation in relations for end in (relation.source_id, relation.target_id)}
            known = {each.id: each for each in library.annotations.find(ends)}
            return [(each, known[each.source_id], known[each.target_id]) for each in relations]

        return self.ask(read, [])

    def tags(self) -> Sequence[Tag]:
        return self.ask(lambda library: library.tagsets.tags(), [])

    # Wishes about annotations; each is one step of undo, and True when it was done

    def tag(self, spans: Iterable[Span], tag_id: str) -> bool:
        """Give a tag to the spans."""
        wanted = tuple(spans)
        document, text = self.document, self.text
        if document is None or text is None:
            return self._refuse(DocumentNotReady())
        if len(wanted) > LARGE:
            return self.do_large(
                wish(wishes.tag, document_id=document.id, spans=wanted, tag_id=TagId(tag_id), author=self.author)
            )
        return self.do(lambda _library: edits.tag_spans(text, document.id, wanted, TagId(tag_id), self.author))

    def remove(self, ids: Iterable[str]) -> bool:
        wanted = [AnnotationId(annotation_id) for annotation_id in ids]
        if len(wanted) > LARGE:
            return self.do_large(wish(wishes.remove, ids=wanted))
        return self.do(lambda library: edits.remove_annotations(library, wanted))

    def change_tag(self, ids: Iterable[str], tag_id: str) -> bool:
        wanted = [AnnotationId(annotation_id) for annotation_id in ids]
        if len(wanted) > LARGE:
            return self.do_large(wish(wishes.retag, ids=wanted, tag_id=TagId(tag_id)))
        return self.do(
            lambda library: edits.retag_annotations(library.annotations.find(wanted), TagId(tag_id)),
        )

    def change_note(self, annotation_id: str, note: str, attributes: edits.Attributes) -> bool:
        wanted = AnnotationId(annotation_id)
        return self.do(
            lambda library: edits.change_annotation(
                library.annotations.get(wanted), note=note, attributes=tuple(attributes)
            )
        )

    def change_span(self, annotation_id: str, span: Span) -> bool:
        wanted, text = AnnotationId(annotation_id), self.text
        return self.do(lambda library: edits.change_annotation(library.annotations.get(wanted), span=span, text=text))

    def relate(self, source_id: str, target_id: str, name: str, note: str) -> bool:
        def edit(library: Library) -> Edit:
            source = library.annotations.get(AnnotationId(source_id))
            target = library.annotations.get(AnnotationId(target_id))
            return edits.add_relation(source, target, name, self.author, note)

        return self.do(edit)

    def remove_relations(self, ids: Iterable[str]) -> bool:
        """One step of undo for each."""
        wanted, document = frozenset(ids), self.document
        if document is None:
            return self._refuse(DocumentNotReady())
        nothing: list[Relation] = []
        relations = self.ask(lambda library: library.relations.of_document(document.id), nothing)
        return all(self.do(partial(_removal, each)) for each in relations if each.id in wanted)

    # Undo and redo

    @property
    def undo_name(self) -> str | None:
        """``Edit.name`` of what undo would take back."""
        workspace = self._workspace
        return None if workspace is None else self.ask(lambda _library: workspace.undo_name, None)

    @property
    def redo_name(self) -> str | None:
        workspace = self._workspace
        return None if workspace is None else self.ask(lambda _library: workspace.redo_name, None)

    def do(self, make: Callable[[Library], Edit]) -> bool:
        """Make an edit from the library as it is and apply it; True when that was done."""
        return self._apply(lambda workspace: workspace.edit(make(workspace.library)))

    def do_large(self, wish: Wish, then: Then = None) -> bool:
        """Have an edit of very many records made, by the worker where there is one; True when it is done already.

        Otherwise ``changed`` tells when it is, and ``then`` is called, or ``failed`` tells why not; until then nothing
        else is edited.
        """
        return self.do(wish) if self.large is None else self._send_away(wish, self.large, then)

    def undo(self) -> None:
        self._turn("undo", Workspace.undo, lambda library: library.history.undo_size)

    def redo(self) -> None:
        self._turn("redo", Workspace.redo, lambda library: library.history.redo_size)

    def _turn(self, turn: Turn, step: Callable[[Workspace], Changes], size: Callable[[Library], int]) -> None:
        changes_text = (self.undo_name if turn == "undo" else self.redo_name) in TEXT_EDITS
        if self.large is not None and (changes_text or self.ask(size, 0) > LARGE):
            self._send_away(turn, self.large)
        else:
            self._apply(step)

    def _send_away(self, wish: Wish | Turn, large: LargeEdits, then: Then = None) -> bool:
        if self._workspace is None:
            return self._refuse(DocumentNotReady())
        if not self.can_write:
            return self._refuse(LibraryReadOnly(self.library_path))
        large.start(wish, self.library_path, self.author, self._workspace.library.session, then)
        return False

    def _apply(self, step: Callable[[Workspace], Changes]) -> bool:
        if self._workspace is None:
            return self._refuse(DocumentNotReady())
        if self.is_busy:
            return self._refuse(EditUnderWay())
        try:
            changes = step(self._workspace)
        except ReaderError as error:
            return self._refuse(error)
        self._see_own_edit()
        self.changed.emit(changes)
        return True

    def _see_own_edit(self) -> None:
        """Our own edit is none of others; unless one of theirs came before it, which ``look_around`` will then tell."""
        revision = self.ask(Library.revision, self._seen_revision)
        if self.ask(Library.data_version, self._seen_version) == self._seen_version:
            self._seen_revision = revision

    def _refuse(self, error: ReaderError) -> bool:
        self.failed.emit(error)
        return False

    def _shown(self) -> frozenset[DocumentId]:
        return frozenset() if self.document is None else frozenset({self.document.id})

    def _everything(self) -> Changes:
        """What another program's write may have touched of what is shown."""
        shown = self._shown()
        return Changes(
            annotations_of=shown,
            relations_of=shown,
            suggestions_of=shown,
            structure_of=shown,
            documents=True,
            tagset=True,
            entities=True,
            terms=True,
            vocabulary=True,
            readings=True,
        )


def _removal(relation: Relation, _library: Library) -> Edit:
    return edits.remove_relation(relation)

# SPDX-License-Identifier: GPL-3.0-or-later
"""The library: one SQLite file that holds texts and everything said about them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from reader.errors import LibraryMissing, LibraryReadOnly, LibraryReplaced
from reader.model.annotation import Annotation, Relation
from reader.model.document import Document
from reader.model.edit import Changes, Edit
from reader.model.entity import Entity, EntityLink, EntityRefusal
from reader.model.placement import Displaced, DisplacedLink, DisplacedRelation
from reader.model.reading import ReadingChoice
from reader.model.structure import StoredBlock
from reader.model.suggestion import Decision
from reader.model.tagset import Tag, Tagset
from reader.model.term import Term, TermBase, TermDismissal
from reader.model.version import TextVersion
from reader.model.vocabulary import Card, WordState
from reader.store.annotations import AnnotationRepository
from reader.store.backup import automatic_backups, back_up, back_up_automatically
from reader.store.check import Asked, CheckReport, Progress, check
from reader.store.connection import PATIENCE_MS, Connection, disconnect, identity_of
from reader.store.decisions import DecisionRepository
from reader.store.displaced import DisplacedRepository
from reader.store.documents import DocumentRepository
from reader.store.entities import EntityRepository
from reader.store.history import Heed, History, Session, Tables, nobody_heeds
from reader.store.learning import LearningRepository
from reader.store.name_lists import NameListRepository
from reader.store.opening import create_library, open_connection
from reader.store.readings import ReadingRepository
from reader.store.relations import RelationRepository
from reader.store.structure import StructureRepository
from reader.store.suggestions import SuggestionRepository
from reader.store.tagsets import TagsetRepository
from reader.store.terms import TermRepository
from reader.store.texts import TextRepository
from reader.store.versions import VersionRepository
from reader.store.vocabulary import VocabularyRepository


class Library:
    """An open library. Use it in the thread that opened it; every thread, and every process, may open its own.

    Reading methods of the repositories may be used at any time. Records change by ``apply`` alone, so that the history
    is complete; texts come in by ``texts.begin``, suggestions by ``suggestions.replace``.

    Raises, each of its methods: LibraryLocked, LibraryReadOnly, LibraryReplaced, LibraryCorrupt, LibraryFailing and
    DiskFull, when the file gives cause for it; nothing is changed then.
    """

    def __init__(
        self, connection: Connection, *, journal: str, read_only: bool, session: Session | None = None
    ) -> None:
        self._connection = connection
        self.path = connection.path
        self.journal = journal
        self.read_only = read_only
        self.documents = DocumentRepository(connection)
        self.texts = TextRepository(connection, self.documents, self.transaction)
        self.structure = StructureRepository(connection)
        self.versions = VersionRepository(connection, self.transaction)
        self.displaced = DisplacedRepository(connection)
        self.annotations = AnnotationRepository(connection)
        self.relations = RelationRepository(connection)
        self.tagsets = TagsetRepository(connection)
        self.entities = EntityRepository(connection)
        self.decisions = DecisionRepository(connection)
        self.suggestions = SuggestionRepository(connection, self.transaction)
        self.name_lists = NameListRepository(connection, self.transaction)
        self.learning = LearningRepository(connection)
        self.terms = TermRepository(connection)
        self.vocabulary = VocabularyRepository(connection)
        self.readings = ReadingRepository(connection, self.transaction)
        self.history = History(connection, self._tables(), self.transaction, session, self.texts.open)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        create: bool = True,
        read_only: bool = False,
        patience_ms: int = PATIENCE_MS,
        wal: bool | None = None,
        session: Session | None = None,
    ) -> Library:
        """The library in the file ``path``; a new one when there is none and ``create`` is set.

        A file that cannot be written is opened for reading; ``Library.read_only`` tells. ``patience_ms`` is how long
        a method waits for another program that is writing. ``wal`` overrules the choice of the journal. ``session`` is
        that of another connection for which this one works: what it does, that one can undo.

        Raises:
            LibraryMissing, LibraryUnreadable, LibraryLocked: when the file cannot be opened.
            NotALibrary, LibraryTooNew, LibraryCorrupt: when it holds something else; it is left as it is.
        """
        if not os.path.lexists(path):
            if read_only or not create:
                raise LibraryMissing(path)
            create_library(path)
        connection, journal, read_only = open_connection(path, read_only=read_only, patience_ms=patience_ms, wal=wal)
        try:
            return cls(connection, journal=journal, read_only=read_only, session=session)
        except BaseException:
            disconnect(connection)
            raise

    @property
    def session(self) -> Session:
        """Whose edits undo takes back; for a connection that works for this one."""
        return self.history.session

    def close(self) -> None:
        """Let the file go; the library cannot be used any more."""
        disconnect(self._connection)

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything written in the block is kept when it ends, or nothing when it fails. Does not nest.

        Raises:
            LibraryReplaced: when the file at ``path`` is no longer the one that was opened.
        """
        if self.read_only:
            raise LibraryReadOnly(self.path)
        self._refuse_another_file()
        self._connection.execute("begin immediate")
        try:
            yield
            self._connection.execute("commit")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("rollback")
            raise
        self._refuse_another_file()

    def apply(self, edit: Edit, *, author: str, heed: Heed = nobody_heeds) -> Changes:
        """Apply an edit in one transaction and keep it in the history; see ``History.apply``.

        Raises:
            EditConflict: when a stored record is not what the edit started from.
        """
        return self.history.apply(edit, author=author, heed=heed)

    def undo(self, heed: Heed = nobody_heeds) -> Changes:
        return self.history.undo(heed)

    def redo(self, heed: Heed = nobody_heeds) -> Changes:
        return self.history.redo(heed)

    def check(self, *, progress: Progress | None = None, cancelled: Asked | None = None) -> CheckReport:
        """Look at everything in the file; see ``CheckReport``. Slow: for a job with a library of its own."""
        return check(self._connection, progress=progress, cancelled=cancelled)

    def backup_to(self, path: Path, *, progress: Progress | None = None, cancelled: Asked | None = None) -> None:
        """Copy the library to ``path`` and check the copy before it takes the place of an older one.

        Raises:
            BackupFailed: saying why; what was at ``path`` is still there.
        """
        back_up(self._connection, path, progress=progress, cancelled=cancelled)

    def back_up_daily(self, *, progress: Progress | None = None, cancelled: Asked | None = None) -> Path | None:
        """A backup beside the library, unless today has one already. Slow: for a job with a library of its own.

        Raises:
            BackupFailed: saying why; all earlier backups are still there.
        """
        today = datetime.now(UTC).date()
        if any(backup.day == today.isoformat() for backup in automatic_backups(self.path)):
            return None
        return back_up_automatically(self._connection, today, progress=progress, cancelled=cancelled)

    def data_version(self) -> int:
        """A number that becomes another when another connection, of this program or not, has changed the library."""
        return int(self._connection.value("pragma data_version"))

    def keep_readable(self) -> None:
        """Let others read during the longest of our transactions: with a rollback journal, all of it stays in memory
        until it is committed; with a write-ahead log nobody waits anyway."""
        if self.journal == "delete":
            self._connection.execute("pragma cache_spill = 0")

    def revision(self) -> tuple[int, ...]:
        """Numbers of which one becomes another with every edit, undo, redo and every document that comes in.

        What is cached (suggestions) leaves them as they are. O(1) but for the edits that are undone.
        """
        row = self._connection.row("""select (select coalesce(max(id), 0) from history),
            (select coalesce(max(turn), 0) from history), (select count(*) from history where state = 'undone'),
            (select count(*) from documents)""")
        return tuple(row)

    def _refuse_another_file(self) -> None:
        if identity_of(self.path) != self._connection.identity:
            raise LibraryReplaced(self.path)

    def _tables(self) -> Tables:
        return {
            Document: self.documents,
            TextVersion: self.versions.table,
            Displaced: self.displaced.table,
            DisplacedRelation: self.displaced.relation_table,
            DisplacedLink: self.displaced.link_table,
            Annotation: self.annotations,
            Relation: self.relations,
            Tag: self.tagsets.tag_table,
            Tagset: self.tagsets.tagset_table,
            Entity: self.entities.entity_table,
            EntityLink: self.entities.link_table,
            EntityRefusal: self.entities.refusal_table,
            Term: self.terms.term_table,
            TermBase: self.terms.base_table,
            TermDismissal: self.terms.dismissal_table,
            WordState: self.vocabulary.state_table,
            Card: self.vocabulary.card_table,
            ReadingChoice: self.readings.choice_table,
            StoredBlock: self.structure.block_table,
            Decision: self.decisions,
        }

# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a library is whole: its pages, its references, every text, every annotation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.errors import Cancelled, LibraryCorrupt, NotALibrary, UnknownDocument
from reader.model.annotation import Annotation
from reader.model.ids import DocumentId
from reader.store import entity_index
from reader.store.annotations import AnnotationRepository, checksum_of, searched_text
from reader.store.bins import bin_of
from reader.store.connection import Connection, sqlite_version
from reader.store.documents import DocumentRepository
from reader.store.migrations import form_of
from reader.store.texts import TextRepository
from reader.text.chunks import ChunkedText

COUNTED = (
    "documents",
    "annotations",
    "relations",
    "tags",
    "entities",
    "entity_links",
    "decisions",
    "history",
    "displaced",
)
_PAGE = 5000
_MOST_PROBLEMS = 100
_STEPS_BETWEEN_LOOKS = 100_000

Progress = Callable[[float], None]
Asked = Callable[[], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What a check found. ``problems`` are English sentences, at most 100; none when the library is whole.

    ``counts`` are ``(table, rows)``. ``form`` is the number of the file's form, ``journal`` its journal mode.
    """

    path: Path
    problems: tuple[str, ...]
    counts: tuple[tuple[str, int], ...]
    form: int
    journal: str
    sqlite_version: str

    @property
    def is_whole(self) -> bool:
        return not self.problems


def check(connection: Connection, *, progress: Progress | None = None, cancelled: Asked | None = None) -> CheckReport:
    """Look at everything in the library. Cost: the whole file is read, twice.

    ``progress`` hears the part done, 0…1.

    Raises:
        Cancelled: when ``cancelled`` says so.
    """
    tell, asked = progress or (lambda _: None), cancelled or (lambda: False)
    problems: list[str] = []
    parts = (_pages, _references, _texts, _blocks, _annotations, _quotes, _displaced, _counters, _entities)
    connection.set_progress_handler(asked, _STEPS_BETWEEN_LOOKS)
    try:
        for number, part in enumerate(parts):
            tell(number / len(parts))
            problems += _found_by(part, connection, asked)
        tell(1.0)
        counts = _found_counts(connection)
    finally:
        connection.set_progress_handler(None, 0)
    return CheckReport(
        path=connection.path,
        problems=tuple(problems[:_MOST_PROBLEMS]),
        counts=counts,
        form=form_of(connection),
        journal=str(connection.value("pragma journal_mode")),
        sqlite_version=sqlite_version(),
    )


def row_counts(connection: Connection) -> tuple[tuple[str, int], ...]:
    """How many rows each table of ours has, by name; of any form of the file."""
    names = connection.rows(
        r"select name from sqlite_schema where type = 'table' and name not like 'sqlite\_%' escape '\' order by name"
    )
    return tuple((str(name), int(connection.value(f'select count(*) from "{name}"'))) for (name,) in names)


def page_problems(connection: Connection) -> Iterator[str]:
    """What SQLite itself finds wrong: pages, indexes, references. For any form of the file."""
    yield from _pages(connection, lambda: False)
    yield from _references(connection, lambda: False)


def _found_by(part: Callable[[Connection, Asked], Iterator[str]], connection: Connection, asked: Asked) -> list[str]:
    """The problems that one part of the check finds; that it cannot read the file is one, too."""
    found: list[str] = []
    try:
        for problem in part(connection, asked):
            found.append(problem)
            if len(found) >= _MOST_PROBLEMS:
                break
    except LibraryCorrupt as error:
        found.append(f"Something cannot be read: {error.detail}.")
    except (NotALibrary, UnknownDocument) as error:
        found.append(f"Something cannot be read: {error}")
    return found


def _found_counts(connection: Connection) -> tuple[tuple[str, int], ...]:
    try:
        return tuple(pair for pair in row_counts(connection) if pair[0] in COUNTED)
    except LibraryCorrupt:
        return ()


def _pages(connection: Connection, _: Asked) -> Iterator[str]:
    for (found,) in connection.rows(f"pragma integrity_check({_MOST_PROBLEMS})"):
        if found != "ok":
            yield f"The file's pages do not belong together: {found}."


def _references(connection: Connection, _: Asked) -> Iterator[str]:
    for table, rowid, parent, _key in connection.rows("pragma foreign_key_check"):
        yield f"Row {rowid} of {table} refers to one of {parent} that is missing."


def _texts(connection: Connection, asked: Asked) -> Iterator[str]:
    documents, texts = _repositories(connection)
    for document in documents.list():
        _stop_when(asked)
        if texts.digest_of(document.id) != document.digest:
            yield f"The text of document {document.id} is not the one that was brought in."


def _blocks(connection: Connection, _: Asked) -> Iterator[str]:
    """Whether the structure of each version, and the comments of its file, lie within its text."""
    for table, what in (("blocks", "structure of"), ("file_comments", "set of comments in the file of")):
        sql = f"""select distinct document_id from {table} left join versions using (document_id, version)
            where "end" > coalesce(length, 0)"""
        for (document_id,) in connection.rows(sql):
            yield f"The {what} document {document_id} reaches beyond its text."


def _annotations(connection: Connection, asked: Asked) -> Iterator[str]:
    """Each annotation's checksum, and whether it stands in the bin where questions look for it."""
    repository = AnnotationRepository(connection)
    sql = f"""select rowid, folded, bin, checksum, {repository.selected()} from annotations
        where rowid > ? order by rowid limit {_PAGE}"""
    last = 0
    while rows := connection.rows(sql, [last]):
        _stop_when(asked)
        last = rows[-1][0]
        for _rowid, searched, place, checksum, *row in rows:
            if not _is_as_written(row, searched, place, checksum):
                yield f"Annotation {row[0]} was changed by something else than Hashiya."


def _is_as_written(row: Sequence[Any], searched: Any, place: Any, checksum: Any) -> bool:
    try:
        derived = bin_of(row[2], row[3]), searched_text(row[4], row[8])
        return bool(checksum_of(row) == checksum and derived == (place, searched))
    except (TypeError, AttributeError):  # A value of another type than its column has.
        return False


def _quotes(connection: Connection, asked: Asked) -> Iterator[str]:
    """Whether each annotation's quote is what stands in its span."""
    documents, texts = _repositories(connection)
    for document in documents.list():
        text = texts.open(document.id)
        for annotation in _annotations_of(AnnotationRepository(connection), document.id, asked):
            if not _is_quoted(annotation, text):
                yield f"Annotation {annotation.id} does not stand on the words it quotes."


def _annotations_of(repository: AnnotationRepository, document_id: DocumentId, asked: Asked) -> Iterator[Annotation]:
    position = None
    while page := repository.page_after(document_id, position, _PAGE):
        _stop_when(asked)
        position = (page[-1].span.start, page[-1].id)
        yield from page


def _is_quoted(annotation: Annotation, text: ChunkedText) -> bool:
    return text.slice(annotation.span.start, annotation.span.end) == annotation.quote


def _displaced(connection: Connection, _: Asked) -> Iterator[str]:
    """Whether each annotation without a place has its words, and a place that is proposed for it lies in the text; and
    whether both ends of each relation that waits with them are there. References are looked at with all others."""
    sql = """select displaced.id, displaced.quote = '' or length(displaced.quote) <> displaced."end" - displaced.start,
            coalesce(proposed_end > documents.length, 0)
        from displaced join documents on documents.id = displaced.document_id"""
    for annotation_id, has_other_words, is_outside in connection.rows(sql):
        if has_other_words:
            yield f"Annotation {annotation_id}, which has no place, does not have the words that it stood on."
        if is_outside:
            yield f"The place proposed for annotation {annotation_id} lies beyond the text."
    for (relation_id,) in connection.rows(_WITHOUT_ENDS):
        yield f"Relation {relation_id}, which has no place, begins or ends at an annotation that is missing."


_WITHOUT_ENDS = """with ends (id) as (select id from annotations union all select id from displaced)
    select id from displaced_relations where source_id not in ends or target_id not in ends order by id"""


def _counters(connection: Connection, _: Asked) -> Iterator[str]:
    columns = "document_id, tag_id, author"
    counted = connection.rows(f"select {columns}, count(*) from annotations group by {columns} order by {columns}")
    kept = connection.rows(f"select {columns}, count from annotation_counts order by {columns}")
    if counted != kept:
        yield "The numbers of annotations kept by document and tag are not those of the annotations."


def _entities(connection: Connection, _: Asked) -> Iterator[str]:
    yield from entity_index.problems(connection)


def _repositories(connection: Connection) -> tuple[DocumentRepository, TextRepository]:
    documents = DocumentRepository(connection)
    return documents, TextRepository(connection, documents, _no_transaction)


def _no_transaction() -> AbstractContextManager[None]:
    raise AssertionError("a check writes nothing")


def _stop_when(asked: Asked) -> None:
    if asked():
        raise Cancelled

# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of every kind into the library, many at once: each by itself, so that one that fails harms no other."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from reader.errors import Cancelled, EncodingUnknown, FileError, FileIsBinary, FileUndecodable, NoText
from reader.importers.extracted import Extracted, Notice, NoticeKind, Options
from reader.importers.registry import TEXT, Detected, detect, format_named
from reader.model.document import Document
from reader.model.structure import BlockKind
from reader.store import Library, Session
from reader.store.newcomers import BroughtIn, Newcomer
from reader.store.structure import FileComment
from reader.store.versions import Run
from reader.text.chunks import ChunkedText
from reader.text.direction import dominant_direction
from reader.workspace.extraction import Extractor
from reader.workspace.importing import import_file, readable, title_of
from reader.workspace.importing_known import (
    PART,
    bring_up_to_date,
    document_of_file,
    documents_by_part,
    is_too_long,
    known_document,
)
from reader.workspace.importing_paths import files_of, files_of_library
from reader.workspace.importing_report import ImportedPart, ImportReport, ImportStep, Outcome, skipped

STREAMED_FROM = 4 << 20
"""Bytes; a plain text as large comes in piece by piece, a smaller one with others in one transaction."""
BATCH_CODE_POINTS = 1 << 21
BATCH_DOCUMENTS = 100
BATCH_SECONDS = 1.0
"""Whatever is reached first; what waits for its transaction is lost when the process ends, and only that."""

QUALITY = "quality"
"""Key of the metadata that says, by the kind of a notice, that a text is not to be trusted blindly."""
_DOUBTS = (
    NoticeKind.DAMAGED,
    NoticeKind.LOW_QUALITY,
    NoticeKind.NEEDS_OCR,
    NoticeKind.INCOMPLETE,
    NoticeKind.BAD_BYTES,
)

Deliver = Callable[[object], None]


def import_files(
    *,
    library_path: Path,
    paths: Sequence[Path],
    options: Options,
    progress: Callable[[int, int], None],
    deliver: Deliver,
    cancelled: Callable[[], bool],
    again: bool = False,
    source: str | None = None,
    author: str = "",
    session: Session | None = None,
) -> ImportReport:
    """Bring files and all files in folders into the library; the report tells what became of each.

    ``deliver`` is given an ``ImportStep`` for each file and an ``ImportedPart`` for each document. ``progress`` counts
    bytes. What has come in when the user stops it stays. With ``again`` a text comes in although it is there.
    ``source`` is where the texts are said to come from, when that is not the files (the clipboard). A file whose text
    has changed since it came in brings its document up to date, which ``author`` did in ``session``.

    Raises:
        LibraryError: when the library cannot be written.
    """
    began = time.monotonic()
    with ExitStack() as stack:
        library = stack.enter_context(Library.open(library_path, session=session))
        extractor = stack.enter_context(Extractor())
        job = _Import(library, extractor, options, deliver, _How(again=again, source=source, author=author))
        files = list(files_of(paths, spared=library_path, cancelled=cancelled))
        was_stopped = job.run(files, progress, cancelled)
    return ImportReport(
        parts=tuple(job.parts), files=len(files), seconds=time.monotonic() - began, was_stopped=was_stopped
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _How:
    """What holds for all files of an import; see ``import_files``."""

    again: bool
    source: str | None
    author: str


class _Import:
    """One import: files in their order; documents wait for their transaction together."""

    def __init__(
        self,
        library: Library,
        extractor: Extractor,
        options: Options,
        deliver: Deliver,
        how: _How,
    ) -> None:
        self._library = library
        self._extractor = extractor
        self._options = options
        self._deliver = deliver
        self._how = how
        self._waiting = _Waiting()
        self._earlier: dict[tuple[str, str], list[Document]] = {}
        self._cancelled: Callable[[], bool] = lambda: False
        self.parts: list[ImportedPart] = []

    def run(self, files: Sequence[Path], progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> bool:
        """Take in the files; True when it was stopped before the last of them."""
        self._cancelled = cancelled
        sizes = [max(_size_of(path), 1) for path in files]
        total, before = sum(sizes), 0
        try:
            for number, (path, size) in enumerate(zip(files, sizes, strict=True), 1):
                if cancelled():
                    raise Cancelled
                self._deliver(ImportStep(path=path, number=number, files=len(files)))
                progress(before, total)
                self._take(path, size, _within(progress, before, size, total), cancelled)
                before += size
            self._flush()
        except Cancelled:
            with suppress(Cancelled):
                self._flush()
            return True
        progress(total, total)
        return False

    def _take(self, path: Path, size: int, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> None:
        name = ""
        try:
            self._refuse_library(path)
            detected = detect(path, self._options)
            name = detected.format.id
            if name == TEXT and size >= STREAMED_FROM and not self._changes_text and not self._how.again:
                self._flush()
                self._stream(path, progress, cancelled)
            elif (known := self._known(path)) is not None:
                self._flush()
                self._settle(_already_there(path, name, known))
            else:
                self._extract(path, detected, progress, cancelled)
        except (FileError, EncodingUnknown) as error:
            self._flush()
            self._settle(skipped(path, error, format=name))

    @property
    def _changes_text(self) -> bool:
        return self._options.rejoin_lines or self._options.repair

    def _known(self, path: Path) -> Document | None:
        """The document of exactly this file, where that can be told before the file is read as the user wants it."""
        if self._how.again or self._options != Options():
            return None
        return document_of_file(self._library, path, readable(path.absolute()))

    def _refuse_library(self, path: Path) -> None:
        """Closing any descriptor of a connected library drops its locks (POSIX), so it is never opened as a text."""
        if any(path.exists() and one.exists() and path.samefile(one) for one in files_of_library(self._library.path)):
            raise FileIsBinary(path)

    def _stream(self, path: Path, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> None:
        earlier = self._library.documents.with_source(readable(path.absolute()))
        try:
            imported = import_file(
                self._library.path,
                path,
                progress,
                cancelled,
                self._options.encoding,
                author=self._how.author,
                session=self._library.session,
            )
        except FileUndecodable:
            wanted = format_named(TEXT)
            assert wanted is not None
            self._extract(path, Detected(format=wanted), progress, cancelled)
            return
        document = self._library.documents.get(imported.document_id)
        outcome = Outcome.ALREADY_THERE if imported.already_there else Outcome.IMPORTED
        part = ImportedPart(
            path=path,
            outcome=Outcome.UPDATED if imported.is_updated else outcome,
            document_id=document.id,
            title=document.title,
            length=document.length,
            format=TEXT,
            moved=imported.moved,
            doubtful=imported.doubtful,
            orphans=imported.orphans,
        )
        self._settle(_told_apart(part, [one for one in earlier if one.id != document.id]))

    def _extract(
        self,
        path: Path,
        detected: Detected,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> None:
        found, empty = 0, 0
        self._earlier |= documents_by_part(self._library, source_of(path, self._how.source))
        for one in self._extracted(path, detected, progress, cancelled):
            if not one.text.strip():
                empty += 1
                continue
            notices = (*(detected.notices if not found else ()), *one.notices)
            found += 1
            about = _About(path, detected.format.id, one.source_detail, notices)
            self._waiting.add(about, newcomer_of(one, path, notices, source=self._how.source))
            if self._waiting.is_full:
                self._flush()
        if not found:
            raise NoText(path, "nothing in it can be read" if empty else "it is empty")

    def _extracted(
        self,
        path: Path,
        detected: Detected,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> Iterable[Extracted]:
        """Plain text is read here and now: nothing but our own code sees it. All else is read in another process."""
        if detected.format.id == TEXT:
            return detected.format.importer.extract(path, self._options, progress, cancelled)
        return self._extractor.extract(path, detected.format, self._options, progress, cancelled)

    def _flush(self) -> None:
        """Write what waits, in one transaction; what has changed since it came in last, each by itself.

        Raises:
            Cancelled: what is new was written, and some of what has changed was not.
        """
        waiting, self._waiting = self._waiting, _Waiting()
        fresh, stopped = [], None
        for about, newcomer in waiting.all:
            document = None if self._how.again else self._earlier_version(about, newcomer)
            if document is None:
                fresh.append((about, newcomer))
                continue
            try:
                self._update(about, newcomer, document)
            except Cancelled as error:
                stopped = error
        brought = self._library.texts.add_all([one for _, one in fresh], again=self._how.again) if fresh else []
        for (about, newcomer), one in zip(fresh, brought, strict=True):
            part = _settled(about, one, newcomer)
            earlier = self._earlier.get((newcomer.source, about.part), [])
            self._settle(_told_apart(part, [] if self._how.again else earlier))
        if stopped is not None:
            raise stopped

    def _earlier_version(self, about: _About, newcomer: Newcomer) -> Document | None:
        """The document that came from the same place with another text; None when the library has this very text."""
        earlier = self._earlier.get((newcomer.source, about.part), [])
        if not earlier:
            return None
        if self._library.documents.with_text(hashlib.sha256(newcomer.text.encode()).hexdigest()) is not None:
            return None
        return known_document(self._library, earlier, newcomer.text)

    def _update(self, about: _About, newcomer: Newcomer, document: Document) -> None:
        updated = bring_up_to_date(
            self._library,
            document,
            newcomer.text,
            self._how.author,
            encoding=newcomer.encoding,
            blocks=newcomer.blocks,
            comments=newcomer.comments,
            cancelled=self._cancelled,
        )
        part = _settled(about, BroughtIn(document=updated.document, already_there=False), newcomer)
        self._settle(
            replace(
                part,
                outcome=Outcome.UPDATED,
                moved=updated.moved,
                doubtful=updated.doubtful,
                orphans=updated.orphans,
            )
        )

    def _settle(self, part: ImportedPart) -> None:
        self.parts.append(part)
        self._deliver(part)


class _About(NamedTuple):
    """Where a document came from; ``format`` is the id of one."""

    path: Path
    format: str
    part: str
    notices: tuple[Notice, ...]


class _Waiting:
    """Documents that are to be written together."""

    def __init__(self) -> None:
        self.all: list[tuple[_About, Newcomer]] = []
        self._code_points = 0
        self._since = time.monotonic()

    def add(self, about: _About, newcomer: Newcomer) -> None:
        self.all.append((about, newcomer))
        self._code_points += len(newcomer.text)

    @property
    def is_full(self) -> bool:
        return (
            len(self.all) >= BATCH_DOCUMENTS
            or self._code_points >= BATCH_CODE_POINTS
            or time.monotonic() - self._since > BATCH_SECONDS
        )


def source_of(path: Path, source: str | None) -> str:
    """Where a document is said to come from: its file, unless something else is said."""
    return readable(path.absolute()) if source is None else source


def newcomer_of(one: Extracted, path: Path, notices: Sequence[Notice] = (), *, source: str | None = None) -> Newcomer:
    """The document an importer found in a file, as the library takes it."""
    doubt = next((notice.kind.value for kind in _DOUBTS for notice in notices if notice.kind is kind), None)
    metadata = [(key, value) for key, value in one.metadata if value and key not in {QUALITY, PART}]
    metadata += [(PART, one.source_detail)] if one.source_detail else []
    metadata += [(QUALITY, doubt)] if doubt else []
    original = one.original
    return Newcomer(
        text=one.text,
        title=_title_of(one, path),
        direction=one.direction or dominant_direction(one.text[:65_536]),
        source=source_of(path, source),
        encoding=one.encoding,
        metadata=tuple(metadata),
        blocks=one.blocks,
        comments=tuple(
            FileComment(start=c.start, end=c.end, text=c.text, author=c.author, created=c.created) for c in one.comments
        ),
        original=original.text if original else None,
        original_blocks=original.blocks if original else (),
        runs=tuple(Run(*run) for run in original.runs) if original else (),
    )


def _title_of(one: Extracted, path: Path) -> str:
    """The title the file gives, else that of its blocks, else what stands as one over the text."""
    if one.title:
        return one.title
    named = next((block for block in one.blocks if block.kind is BlockKind.TITLE), None)
    if named is None and one.blocks and one.blocks[0].kind is BlockKind.HEADING and one.blocks[0].start == 0:
        named = one.blocks[0]
    if named is not None and (title := " ".join(one.text[named.start : named.end].split())):
        return title
    file = Path(one.source_detail.rpartition(" › ")[2]) if one.source_detail and not _is_row(one) else path
    return title_of(ChunkedText.from_string(one.text), file)


def _is_row(one: Extracted) -> bool:
    return one.source_detail.rpartition(" › ")[2].isdecimal()


def _settled(about: _About, one: BroughtIn, newcomer: Newcomer) -> ImportedPart:
    return ImportedPart(
        path=about.path,
        outcome=Outcome.ALREADY_THERE if one.already_there else Outcome.IMPORTED,
        part=about.part,
        document_id=one.document.id,
        title=one.document.title,
        length=one.document.length,
        format=about.format,
        notices=about.notices,
        comments=0 if one.already_there else len(newcomer.comments),
    )


def _told_apart(part: ImportedPart, earlier: Sequence[Document]) -> ImportedPart:
    """The same, saying so where what was there ``earlier`` could not be brought up to date because of its length."""
    if part.outcome is not Outcome.IMPORTED or not is_too_long(earlier, part.length):
        return part
    return replace(part, notices=(*part.notices, Notice(kind=NoticeKind.TOO_LONG_TO_COMPARE)))


def _already_there(path: Path, name: str, document: Document) -> ImportedPart:
    return ImportedPart(
        path=path,
        outcome=Outcome.ALREADY_THERE,
        document_id=document.id,
        title=document.title,
        length=document.length,
        format=name,
    )


def _within(progress: Callable[[int, int], None], before: int, size: int, total: int) -> Callable[[int, int], None]:
    """Progress of one file as progress of all; ``size`` and ``total`` in bytes."""

    def tell(done: int, of: int) -> None:
        progress(before + (min(done, of) * size // of if of else 0), total)

    return tell


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0

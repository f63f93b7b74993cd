# SPDX-License-Identifier: GPL-3.0-or-later
"""``hashiya recognise`` with a format: what is found in files, to standard output, as it is found; keeps nothing.

Several files may be read by several processes at once; what they found comes in the files' order all the same.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from typing import Final, TextIO, cast

from reader.cli.name_files import names_from
from reader.cli.output import as_json, say
from reader.cli.progress import Progress
from reader.cli.sources import document_named, library_for_reading, refuse_library
from reader.cli.suggestion_formats import Form, Piece, writer_of
from reader.errors import ReaderError, WorkerEnded
from reader.importers import open_text_file
from reader.model.ids import TagId
from reader.model.recognition import NeuralChoice, tags_from
from reader.recognisers import DocumentRecogniser, KnownName
from reader.recognisers.neural import load, look_into, require_extra
from reader.store import Library
from reader.text.chunks import ChunkedText
from reader.text.spans import Span
from reader.workspace.knowledge import knowledge_for

_AHEAD: Final = 2
"""Files read ahead of the one that is written, per process."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What to read with what: ``library`` is None where the shipped knowledge is all."""

    library: Path | None
    uses_library: bool
    encoding: str | None
    form: Form
    known: tuple[KnownName, ...] = ()
    model: NeuralChoice | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Files of names, ``tag`` that of names without one; the folder of a neural model, ``kinds`` what its are."""

    paths: tuple[Path, ...] = ()
    tag: str = ""
    model: Path | None = None
    kinds: tuple[str, ...] = ()


def recognise_texts(
    library: Path | None,
    names: Sequence[str],
    encoding: str | None,
    *,
    form: str,
    jobs: int,
    given: Given = Given(),
) -> int:
    """Write what is found in each text; the exit code is 1 when one of them could not be read.

    ``library`` is used where it is named, and the user's own where a text is none of a file. Names that are
    ``given`` come before all that is known, a model that is given takes the place of that in the preferences.

    Raises:
        LibraryError, ResourceMissing, RecogniserUnavailable.
        FileError, UnknownTag: when a list cannot be read.
        ModelUnusable: when the model cannot be used.
    """
    uses_library = library is not None or not all(map(os.path.lexists, names))
    known = _names_in(given, library if uses_library else None, encoding, uses_library=uses_library)
    model = _model_in(given)
    task = Task(
        library=library,
        uses_library=uses_library,
        encoding=encoding,
        form=cast("Form", form),
        known=known,
        model=model,
    )
    several = len(names) > 1
    failed = 0
    if task.form == "json" and several:
        sys.stdout.write("[")
    for number, (name, write) in enumerate(_texts(task, names, jobs)):
        _write_before(task, name, number, several=several)
        error = write(sys.stdout)
        _write_behind(task, error, several=several)
        if error is not None:
            say(error)
            failed += 1
    if task.form == "json":
        sys.stdout.write("\n]\n" if several else "\n")
    return 1 if failed else 0


def _model_in(given: Given) -> NeuralChoice | None:
    """The model that is given, when it can be used: told before any process is started."""
    if given.model is None:
        return None
    look_into(given.model)
    require_extra(given.model)
    return NeuralChoice(folder=given.model, tags=tags_from(given.kinds))


def _names_in(lists: Given, library: Path | None, encoding: str | None, *, uses_library: bool) -> tuple[KnownName, ...]:
    if not lists.paths:
        return ()
    if not uses_library:
        return names_from(lists.paths, lists.tag, None, encoding)
    with library_for_reading(library) as opened:
        return names_from(lists.paths, lists.tag, opened, encoding)


def _write_before(task: Task, name: str, number: int, *, several: bool) -> None:
    if task.form == "json" and several:
        sys.stdout.write(f"{',' if number else ''}\n{{{as_json('file')}: {as_json(name)}, {as_json('suggestions')}: ")
    if task.form == "conll" and several:
        sys.stdout.write("\t".join(["-DOCSTART-", *["O"] * 5]) + "\n\n")


def _write_behind(task: Task, error: str | None, *, several: bool) -> None:
    if task.form == "json" and several:
        sys.stdout.write("}" if error is None else f", {as_json('error')}: {as_json(error)}}}")


Write = Callable[[TextIO], "str | None"]
"""Writes what was found in a text; returns the sentence that says why it could not be read to its end, or None."""


def _texts(task: Task, names: Sequence[str], jobs: int) -> Iterator[tuple[str, Write]]:
    jobs = min(jobs, len(names))
    if jobs > 1:
        yield from _in_processes(task, names, jobs)
        return
    with _Reader(task) as reader:
        for name in names:
            yield name, lambda out, name=name: reader.write(name, out)  # type: ignore[misc]


def _in_processes(task: Task, names: Sequence[str], jobs: int) -> Iterator[tuple[str, Write]]:
    """Each process writes a text's part into a file of its own, so that memory stays bounded.

    Raises:
        WorkerEnded: when the system ended one of them.
    """
    context = get_context("spawn")
    with (
        tempfile.TemporaryDirectory(prefix="hashiya-") as folder,
        ProcessPoolExecutor(jobs, mp_context=context, initializer=_prepare, initargs=(task,)) as pool,
    ):
        coming = iter(enumerate(names))
        under_way: deque[tuple[str, Path, Future[str | None]]] = deque()
        while True:
            while len(under_way) < jobs * _AHEAD and (following := next(coming, None)):
                number, name = following
                part = Path(folder) / str(number)
                under_way.append((name, part, pool.submit(_write_part, name, part)))
            if not under_way:
                return
            name, part, result = under_way.popleft()
            try:
                error = result.result()
            except BrokenProcessPool as failure:
                raise WorkerEnded("recognise", "the system ended it, perhaps for want of memory") from failure
            yield name, lambda out, part=part, error=error: _copy(part, out, error)  # type: ignore[misc]


def _copy(part: Path, out: TextIO, error: str | None) -> str | None:
    with part.open(encoding="utf-8", newline="") as written:
        shutil.copyfileobj(written, out)
    part.unlink()
    return error


_reader: _Reader | None = None
"""That of this process, when it is one of several."""


def _prepare(task: Task) -> None:
    global _reader  # noqa: PLW0603 - a process of a pool has nothing else to keep it in
    _reader = _Reader(task).__enter__()


def _write_part(name: str, part: Path) -> str | None:
    assert _reader is not None
    with part.open("w", encoding="utf-8", errors="backslashreplace", newline="") as out:
        return _reader.write(name, out)


class _Reader:
    """Reads texts with the knowledge of a library or with what is shipped."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._library: Library | None = None

    def __enter__(self) -> _Reader:
        if self._task.uses_library:
            self._opened = library_for_reading(self._task.library)
            self._library = self._opened.__enter__()
        knowledge = knowledge_for(self._library)
        neural = load(self._task.model) if self._task.model is not None else knowledge.neural
        self._knowledge = replace(knowledge, names=(*self._task.known, *knowledge.names), neural=neural)
        return self

    def __exit__(self, *_: object) -> None:
        if self._task.uses_library:
            self._opened.__exit__(None, None, None)

    def write(self, name: str, out: TextIO) -> str | None:
        """Write what is found in the text; returns why it could not be read to its end, or None."""
        is_open = False
        try:
            with self._text(name) as (text, decided), Progress(name) as progress:
                is_open = True
                writer_of(self._task.form)(out, name, self._pieces(text, decided, progress))
        except ReaderError as error:
            if self._task.form == "json" and not is_open:
                out.write("[]")
            return str(error)
        return None

    @contextmanager
    def _text(self, name: str) -> Iterator[tuple[ChunkedText, set[tuple[Span, TagId]]]]:
        """The text, and what the user has decided in it already.

        Raises:
            FileError, EncodingUnknown, UnknownDocument, FileMissing.
        """
        path = Path(name)
        if os.path.lexists(path):
            if self._library is not None:
                refuse_library(path, self._library.path)
            with open_text_file(path, self._task.encoding) as opened:
                yield opened.text, set()
            return
        document = document_named(name, self._library)
        assert self._library is not None
        decided = {(each.span, each.tag_id) for each in self._library.decisions.of_document(document.id)}
        yield self._library.texts.open(document.id), decided

    def _pieces(self, text: ChunkedText, decided: set[tuple[Span, TagId]], progress: Progress) -> Iterator[Piece]:
        recogniser = DocumentRecogniser(self._knowledge)
        start = 0
        for number, (_, piece) in enumerate(text.texts(), start=1):
            found = [replace(each, span=each.span.shifted(start)) for each in recogniser.read(piece)]
            kept = [each for each in found if (each.span, each.tag_id) not in decided]
            yield Piece(start=start, text=piece, found=kept)
            start += len(piece)
            progress(number, len(text))

# SPDX-License-Identifier: GPL-3.0-or-later
"""``hashiya import`` and ``hashiya recognise``: files into the library, suggestions into its cache."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from reader.cli.output import say, write, write_json
from reader.cli.progress import Progress
from reader.cli.sources import document_named, refuse_library
from reader.cli.terminal import phrase
from reader.errors import ReaderError
from reader.importers.extracted import Options
from reader.importers.registry import FORMATS
from reader.model.ids import DocumentId
from reader.store import Library
from reader.workspace.import_sentences import said
from reader.workspace.importing_many import import_files as import_all
from reader.workspace.importing_report import ImportedPart, ImportReport, ImportStep, Outcome
from reader.workspace.own_library import own_library_path

_KNOWN = {Outcome.ALREADY_THERE: "  (was there already)", Outcome.UPDATED: "  (text brought up to date)"}


def import_files(
    library_path: Path | None, paths: Sequence[Path], options: Options, *, again: bool, as_json: bool
) -> int:
    """Take each file in, and each in folders; the exit code is 1 when one of them could not be, whatever became of
    the others."""
    with Progress("") as progress:

        def told(part: object) -> None:
            if isinstance(part, ImportStep):
                progress.name(f"{part.number}/{part.files} {part.path.name}")
            elif isinstance(part, ImportedPart):
                progress.wipe()
                _tell(part, as_json=as_json)

        library = library_path or own_library_path()
        report = import_all(
            library_path=library,
            paths=paths,
            options=options,
            progress=progress,
            deliver=told,
            cancelled=lambda: False,
            again=again,
            author=_user_name(),
        )
    if as_json:
        write_json(_as_json(report))
    elif report.files > 1 or len(report.parts) != 1:
        say(_summary(report))
    return 1 if report.count(Outcome.SKIPPED) or not report.parts else 0


def list_formats(*, as_json: bool) -> None:
    """Every format that can be imported, with its suffixes."""
    if as_json:
        write_json({"formats": [{"format": one.id, "suffixes": list(one.suffixes)} for one in FORMATS]})
        return
    for one in FORMATS:
        write(f"{one.id:<12}{' '.join(one.suffixes)}")


def recognise(library_path: Path | None, names: Sequence[str], encoding: str | None, *, as_json: bool) -> int:
    """Look for entities in each text; a file is taken in first. The exit code is 1 when one could not be read."""
    library = library_path or own_library_path()

    def look(document_id: DocumentId, name: str) -> dict[str, Any]:
        from reader.workspace.recognising import recognise_document  # noqa: PLC0415

        fields = _document_fields(library, document_id)
        with Progress(name) as progress:
            count = recognise_document(library, document_id, progress, lambda: False)
        return fields | {"suggestions": count}

    def line(done: dict[str, Any]) -> str:
        return f"{done['document']}  {done['suggestions']:>7}  {phrase(done['title'])}"

    return _each(names, lambda name: _documents_of(library, name, encoding), look, line, as_json=as_json)


def _tell(part: ImportedPart, *, as_json: bool) -> None:
    error = part.error
    if error is not None:
        say(str(error))
        return
    where = f"{part.path}, {part.part}" if part.part else str(part.path)
    for notice in part.notices:
        say(f"{where}: {said(notice)}.")
    if part.outcome is Outcome.UPDATED:
        say(
            f"{where}: the file had changed; {part.moved} tags moved, {part.doubtful} wait for review, "
            f"{part.orphans} have no place any more."
        )
    if part.comments:
        say(f"{where}: {part.comments} comments can be taken as notes in the window.")
    if not as_json:
        write(f"{part.document_id}  {phrase(part.title)}{_KNOWN.get(part.outcome, '')}")


def _summary(report: ImportReport) -> str:
    counts = {outcome: report.count(outcome) for outcome in Outcome}
    return (
        f"{report.files} files: {counts[Outcome.IMPORTED]} documents imported, {counts[Outcome.UPDATED]} brought up to "
        f"date, {counts[Outcome.ALREADY_THERE]} already there, {counts[Outcome.SKIPPED]} files skipped."
    )


def _as_json(report: ImportReport) -> dict[str, Any]:
    done, failed = [], []
    for part in report.parts:
        error = part.error
        if error is not None:
            failed.append({"file": str(part.path), "error": type(error).__name__, "message": str(error)})
            continue
        done.append(
            {
                "file": str(part.path),
                "part": part.part,
                "document": part.document_id,
                "title": part.title,
                "length": part.length,
                "format": part.format,
                "outcome": part.outcome.value,
                "already_there": part.outcome is Outcome.ALREADY_THERE,
                "comments": part.comments,
                "moved": part.moved,
                "doubtful": part.doubtful,
                "orphans": part.orphans,
                "notices": [
                    {"kind": one.kind.value, "count": one.count, "detail": one.detail, "message": said(one)}
                    for one in part.notices
                ],
            }
        )
    return {"imported": done, "failed": failed, "files": report.files}


def _each(
    names: Iterable[str],
    documents_of: Callable[[str], Iterable[DocumentId]],
    work: Callable[[DocumentId, str], dict[str, Any]],
    line: Callable[[dict[str, Any]], str],
    *,
    as_json: bool,
) -> int:
    done, failed = [], []
    for name in names:
        try:
            for document_id in documents_of(name):
                done.append(work(document_id, name))
                if not as_json:
                    write(line(done[-1]))
        except ReaderError as error:
            say(str(error))
            failed.append({"file": name, "error": type(error).__name__, "message": str(error)})
    if as_json:
        write_json({"recognised": done, "failed": failed})
    return 1 if failed else 0


def _documents_of(library: Path, name: str, encoding: str | None) -> list[DocumentId]:
    """The documents a name stands for; a file is taken in first.

    Raises:
        ReaderError: when there is none, or nothing of the file could be taken in.
    """
    if not os.path.lexists(name):
        with Library.open(library, create=False, read_only=True) as opened:
            return [document_named(name, opened).id]
    refuse_library(Path(name), library)
    with Progress(name) as progress:
        report = import_all(
            library_path=library,
            paths=[Path(name)],
            options=Options(encoding=encoding),
            progress=progress,
            deliver=lambda _: None,
            cancelled=lambda: False,
        )
    for part in report.parts:
        error = part.error
        if error is not None and not report.documents:
            raise error
    return list(report.documents)


def _document_fields(library: Path, document_id: DocumentId) -> dict[str, Any]:
    with Library.open(library, create=False, read_only=True) as opened:
        document = opened.documents.get(document_id)
    return {"document": document.id, "title": document.title, "length": document.length}


def _user_name() -> str:
    """Who brings texts up to date: the author of the settings, else the user of this machine, where it has a name."""
    import getpass  # noqa: PLC0415 - seldom needed

    from reader.settings import AUTHOR, Settings, settings_path  # noqa: PLC0415 - likewise

    try:
        return Settings.load(settings_path()).get(AUTHOR) or getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""

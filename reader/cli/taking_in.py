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
from reader.model.ids import DocumentId
from reader.store import Library
from reader.workspace.importing import Imported, import_file
from reader.workspace.own_library import own_library_path


def import_files(library_path: Path | None, files: Sequence[Path], encoding: str | None, *, as_json: bool) -> int:
    """Take each file in; the exit code is 1 when one of them could not be, whatever became of the others."""
    library = library_path or own_library_path()

    def take_in(name: str) -> dict[str, Any]:
        imported = _import(library, Path(name), encoding)
        return {
            "file": name,
            **_document_fields(library, imported.document_id),
            "already_there": imported.already_there,
        }

    def line(done: dict[str, Any]) -> str:
        known = "  (was there already)" if done["already_there"] else ""
        return f"{done['document']}  {phrase(done['title'])}{known}"

    return _each(map(str, files), take_in, line, "imported", as_json=as_json)


def recognise(library_path: Path | None, names: Sequence[str], encoding: str | None, *, as_json: bool) -> int:
    """Look for entities in each text; a file is taken in first. The exit code is 1 when one could not be read."""
    library = library_path or own_library_path()

    def look(name: str) -> dict[str, Any]:
        document_id = _document_id(library, name, encoding)
        fields = _document_fields(library, document_id)
        from reader.workspace.recognising import recognise_document  # noqa: PLC0415

        with Progress(name) as progress:
            count = recognise_document(library, document_id, progress, lambda: False)
        return fields | {"suggestions": count}

    def line(done: dict[str, Any]) -> str:
        return f"{done['document']}  {done['suggestions']:>7}  {phrase(done['title'])}"

    return _each(names, look, line, "recognised", as_json=as_json)


def _each(
    names: Iterable[str],
    work: Callable[[str], dict[str, Any]],
    line: Callable[[dict[str, Any]], str],
    key: str,
    *,
    as_json: bool,
) -> int:
    done, failed = [], []
    for name in names:
        try:
            done.append(work(name))
        except ReaderError as error:
            say(str(error))
            failed.append({"file": name, "error": type(error).__name__, "message": str(error)})
        else:
            if not as_json:
                write(line(done[-1]))
    if as_json:
        write_json({key: done, "failed": failed})
    return 1 if failed else 0


def _document_id(library: Path, name: str, encoding: str | None) -> DocumentId:
    if os.path.lexists(name):
        return _import(library, Path(name), encoding).document_id
    with Library.open(library, create=False, read_only=True) as opened:
        return document_named(name, opened).id


def _import(library: Path, path: Path, encoding: str | None) -> Imported:
    refuse_library(path, library)
    with Progress(str(path)) as progress:
        return import_file(library, path, progress, lambda: False, encoding)


def _document_fields(library: Path, document_id: DocumentId) -> dict[str, Any]:
    with Library.open(library, create=False, read_only=True) as opened:
        document = opened.documents.get(document_id)
    return {"document": document.id, "title": document.title, "length": document.length}

# SPDX-License-Identifier: GPL-3.0-or-later
"""Terms into a base and out of it, as files: what an import would do is known before it is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from reader.errors import FormatUnknown
from reader.interchange.files import write_binary_file, write_file
from reader.interchange.term_records import TermFile, TermRecord
from reader.interchange.terms_stardict import write_stardict
from reader.interchange.terms_table import read_table, read_xlsx, write_csv, write_omegat, write_xlsx
from reader.interchange.terms_tbx import V2, V3, read_tbx, write_tbx
from reader.interchange.terms_yomitan import write_yomitan
from reader.lexicon.terms import term_keys
from reader.model.edit import Edit, RecordChange
from reader.model.ids import TermBaseId, now
from reader.model.term import Term, TermBase
from reader.store import Library
from reader.workspace.terms import new_term


class TermFormat(StrEnum):
    """The formats; the values are what users call them."""

    CSV = "csv"
    OMEGAT = "omegat"
    XLSX = "xlsx"
    TBX = "tbx"
    TBX_2 = "tbx2"
    STARDICT = "stardict"
    YOMITAN = "yomitan"


_SUFFIXES = {
    ".csv": TermFormat.CSV,
    ".tsv": TermFormat.OMEGAT,
    ".txt": TermFormat.OMEGAT,
    ".tab": TermFormat.OMEGAT,
    ".utf8": TermFormat.OMEGAT,
    ".xlsx": TermFormat.XLSX,
    ".tbx": TermFormat.TBX,
    ".xml": TermFormat.TBX,
    ".ifo": TermFormat.STARDICT,
    ".zip": TermFormat.YOMITAN,
}
_WRITTEN_ONLY = frozenset((TermFormat.STARDICT, TermFormat.YOMITAN))
"""Dictionaries, whose articles are for reading: what in them was a translation and what a note cannot be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermImport:
    """What an import would do: terms that are new, terms that would gain something, and what is there already.

    ``changed`` holds pairs of before and after. ``twice`` are records whose words stood in the file before; they are
    joined with the first.
    """

    file: TermFile
    base_id: TermBaseId
    new: tuple[Term, ...]
    changed: tuple[tuple[Term, Term], ...]
    same: int
    twice: int

    @property
    def edit(self) -> Edit:
        """All of it as one step."""
        changes = [RecordChange(None, term) for term in self.new]
        changes += [RecordChange(before, after) for before, after in self.changed]
        return Edit(name="import-terms", document_id=None, changes=tuple(changes))


def format_of(path: Path) -> TermFormat:
    """The format by the file's name.

    Raises:
        FormatUnknown: when the name tells none.
    """
    try:
        return _SUFFIXES[path.suffix.lower()]
    except KeyError as error:
        raise FormatUnknown(path, ", ".join(sorted(_SUFFIXES))) from error


def read_terms(path: Path, form: TermFormat | None = None, encoding: str | None = None) -> TermFile:
    """The terms of a file, in the format named or by its name.

    Raises:
        FormatUnknown, FileError, RecordUnreadable.
    """
    match form or format_of(path):
        case TermFormat.CSV | TermFormat.OMEGAT:
            return read_table(path, encoding)
        case TermFormat.XLSX:
            return read_xlsx(path)
        case TermFormat.TBX | TermFormat.TBX_2:
            return read_tbx(path)
        case TermFormat.STARDICT | TermFormat.YOMITAN:
            raise FormatUnknown(path, ", ".join(each for each, form in sorted(_SUFFIXES.items()) if _is_read(form)))


def _is_read(form: TermFormat) -> bool:
    return form not in _WRITTEN_ONLY


def write_terms(path: Path, form: TermFormat, base: TermBase, terms: Sequence[Term]) -> None:
    """Write the terms of a base; the file is whole or as it was.

    Raises:
        FileIsFolder, FileUnwritable.
    """
    if form is TermFormat.XLSX:
        write_binary_file(path, lambda stream: write_xlsx(terms, stream))
        return
    if form is TermFormat.YOMITAN:
        write_binary_file(path, lambda stream: write_yomitan(base, terms, stream))
        return
    if form is TermFormat.STARDICT:
        write_stardict(path, base, terms)
        return
    writers: dict[TermFormat, Callable[..., None]] = {
        TermFormat.CSV: lambda stream: write_csv(terms, stream),
        TermFormat.OMEGAT: lambda stream: write_omegat(terms, stream),
        TermFormat.TBX: lambda stream: write_tbx(base, terms, stream, V3),
        TermFormat.TBX_2: lambda stream: write_tbx(base, terms, stream, V2),
    }
    write_file(path, writers[form])


def plan_import(library: Library, base_id: TermBaseId, file: TermFile, author: str) -> TermImport:
    """Compare a file with a base. Entries of the same words are joined: nothing that is there is lost or replaced."""
    present = {_key(term.source): term for term in library.terms.of_base(base_id)}
    wanted: dict[str, Term] = {}
    twice = 0
    for record in file.records:
        key = _key(record.source)
        known = wanted.get(key) or present.get(key)
        twice += key in wanted
        wanted[key] = _joined(known, record) if known else _made(base_id, record, author)
    changed = [(present[key], term) for key, term in wanted.items() if key in present and present[key] != term]
    time = now()
    return TermImport(
        file=file,
        base_id=base_id,
        new=tuple(term for key, term in wanted.items() if key not in present),
        changed=tuple((before, replace(after, modified=time)) for before, after in changed),
        same=sum(key in present and present[key] == term for key, term in wanted.items()),
        twice=twice,
    )


def _made(base_id: TermBaseId, record: TermRecord, author: str) -> Term:
    return new_term(
        base_id,
        record.source,
        author,
        variants=record.variants,
        targets=record.targets,
        forbidden=record.forbidden,
        domain=record.domain,
        part_of_speech=record.part_of_speech,
        status=record.status,
        definition=record.definition,
        note=record.note,
        example=record.example,
        example_source=record.example_source,
    )


def _joined(term: Term, record: TermRecord) -> Term:
    """The term with what the record has besides; a text that is there already stays as it is."""
    spellings = [each for each in (record.source, *record.variants) if each not in term.spellings]
    return replace(
        term,
        variants=(*term.variants, *dict.fromkeys(spellings)),
        targets=tuple(dict.fromkeys((*term.targets, *record.targets))),
        forbidden=tuple(dict.fromkeys((*term.forbidden, *record.forbidden))),
        domain=term.domain or record.domain,
        part_of_speech=term.part_of_speech or record.part_of_speech,
        definition=term.definition or record.definition,
        note=term.note or record.note,
        example=term.example or record.example,
        example_source=term.example_source or record.example_source,
    )


def _key(source: str) -> str:
    return " ".join(term_keys(source)) or source

# SPDX-License-Identifier: GPL-3.0-or-later
"""Dictionaries onto the user's shelf: looked at first, then read once into a file of our own, whole or not at all."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from reader.errors import Cancelled, DictionaryKnown, DictionaryUnreadable
from reader.importers.dictionaries import dictd, open_dictionary
from reader.importers.dictionaries.articles import is_cut, lines_of
from reader.importers.dictionaries.records import DictionarySource, Reason, SourceEntry, well_formed
from reader.importers.dictionaries.unpacking import clear_leftovers
from reader.model.dictionary import LONGEST_HEADWORD, DictionaryAbout, DictionaryId, EntryLine
from reader.model.ids import new_id, now
from reader.store.dictionary_file import FreshEntry, build_dictionary_file, clear_unfinished
from reader.store.processes import Process
from reader.text.headwords import headword_keys
from reader.workspace.dictionaries import Shelf

Progress = Callable[[int, int], None]

_TOLD_AFTER: Final = 500
"""Entries between two reports of progress."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DictionaryPlan:
    """What a file holds, before anything is written. ``entries`` is 0 where the dictionary does not say how many.

    ``same`` is the title under which this very dictionary is on the shelf, ``alike`` lists those of its name.
    """

    path: Path
    title: str
    format: str
    entries: int
    author: str
    licence: str
    source_language: str
    target_language: str
    same: str = ""
    alike: tuple[str, ...] = ()


def plan_dictionary(folder: Path, path: Path) -> DictionaryPlan:
    """What taking in a file would do; nothing is written but what is unpacked for a moment.

    Raises:
        DictionaryUnreadable, FileError.
    """
    with closing(open_dictionary(path, folder)) as source:
        present = Shelf(folder=folder).all()[0]
        stated = source.statement
        return DictionaryPlan(
            path=path,
            title=stated.title,
            format=source.format,
            entries=stated.entries,
            author=stated.author,
            licence=stated.licence,
            source_language=stated.source_language,
            target_language=stated.target_language,
            same=next((each.title for each in present if _is_same(each, source)), ""),
            alike=tuple(each.title for each in present if each.title.casefold() == stated.title.casefold()),
        )


def import_dictionary(
    folder: Path,
    path: Path,
    *,
    progress: Progress = lambda _done, _total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> DictionaryAbout:
    """Put the dictionary in a file, an archive or a folder on the shelf, as the last one.

    Raises:
        DictionaryKnown: when it is there already.
        DictionaryUnreadable, FileError: when it cannot be read. Nothing is left of it then.
        Cancelled, LibraryError (DiskFull and its like): likewise.
    """
    shelf = Shelf(folder=folder)
    clear_leftovers(folder, _is_alive)
    clear_unfinished(folder, _is_alive)
    with closing(open_dictionary(path, folder, cancelled)) as source:
        known = next((each for each in shelf.all()[0] if _is_same(each, source)), None)
        if known is not None:
            raise DictionaryKnown(path, known.title)
        id_ = DictionaryId(new_id())

        def finished(entries: int, articles: int) -> DictionaryAbout:
            if not entries:
                raise DictionaryUnreadable(path, "empty")
            return _about(id_, source, entries, articles)

        return build_dictionary_file(
            shelf.path_of(id_), _fresh_entries(source, progress, cancelled), finished, cancelled=cancelled
        )


def system_dictionaries(folder: Path) -> list[DictionaryPlan]:
    """The dictd dictionaries installed on this machine; ``same`` is set for those that are on the shelf.

    One that cannot be read is left out: it is nothing the user asked for.
    """
    plans = []
    for place in dictd.SYSTEM_FOLDERS:
        for path in sorted(place.glob("*.index")) if place.is_dir() else ():
            try:
                plans.append(plan_dictionary(folder, path))
            except DictionaryUnreadable:
                continue
    return plans


def _is_same(about: DictionaryAbout, source: DictionarySource) -> bool:
    return bool(source.fingerprint) and about.fingerprint == source.fingerprint


def _fresh_entries(source: DictionarySource, progress: Progress, cancelled: Callable[[], bool]) -> Iterator[FreshEntry]:
    for number, entry in enumerate(source.entries()):
        if number % _TOLD_AFTER == 0:
            if cancelled():
                raise Cancelled
            progress(source.log.done, source.log.total)
        fresh = _fresh(source, entry)
        if fresh is not None:
            yield fresh


def _fresh(source: DictionarySource, entry: SourceEntry) -> FreshEntry | None:
    """The entry as it is kept; None where nothing of it can be."""
    where = well_formed(entry.headwords[0]) if entry.headwords else ""
    words = [
        (word, keys)
        for word in dict.fromkeys(well_formed(each).strip() for each in entry.headwords)
        if (keys := _keys(source, word))
    ]
    if not words:
        return None
    if not entry.body.strip():
        source.log.skip(Reason.EMPTY, where)
        return None
    if is_cut(entry.body):
        source.log.skip(Reason.CUT, where)
    return FreshEntry(headwords=tuple(words), lines=partial(_lines, source, entry, words[0][0]), place=entry.place)


def _keys(source: DictionarySource, word: str) -> tuple[str, ...]:
    """The keys of a headword; () for one that is none."""
    if len(word) > LONGEST_HEADWORD:
        source.log.skip(Reason.LONG_HEADWORD, word)
        return ()
    keys = headword_keys(word)
    if not keys:
        source.log.skip(Reason.NO_HEADWORD, word)
    return keys


def _lines(source: DictionarySource, entry: SourceEntry, headword: str) -> tuple[EntryLine, ...]:
    lines = lines_of(entry.body, entry.markup, headword)
    if not lines:
        source.log.skip(Reason.EMPTY, headword)
    return lines


def _about(id_: DictionaryId, source: DictionarySource, entries: int, articles: int) -> DictionaryAbout:
    stated = source.statement
    return DictionaryAbout(
        id=id_,
        title=stated.title,
        format=source.format,
        source=str(source.path.absolute()),
        fingerprint=source.fingerprint,
        entries=entries,
        articles=articles,
        skipped=source.log.skipped(),
        author=stated.author,
        licence=stated.licence,
        description=stated.description,
        source_language=stated.source_language,
        target_language=stated.target_language,
        modified=now(),
    )


def _is_alive(number: int) -> bool:
    return Process(machine=platform.node(), number=number, started="").runs

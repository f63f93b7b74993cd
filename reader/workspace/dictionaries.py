# SPDX-License-Identifier: GPL-3.0-or-later
"""The user's dictionaries: the shelf they stand on, and what those that are on say of a word."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, TextIO

from reader.errors import DictionaryDamaged, FileUnwritable, UnknownDictionary
from reader.interchange.files import write_file
from reader.lexicon.morphology import agrees_with_hamza, agrees_with_marks
from reader.model.dictionary import DictionaryAbout, DictionaryEntry, DictionaryId, Match
from reader.store.dictionary_file import SUFFIX, DictionaryFile, StoredEntry, known_files
from reader.text import arabic
from reader.text.headwords import key_of, stem_keys, whole_keys
from reader.text.normalise import folded

MOST_SHOWN: Final = 24
"""Entries of one answer."""
_SHELF: Final = "shelf.json"
_SHORTEST_ID: Final = 4


def own_dictionaries_folder() -> Path:
    """``dictionaries`` in the platform's folder for a program's data; it need not exist yet."""
    from reader.workspace.own_library import own_library_path  # noqa: PLC0415 - platformdirs, where it is asked for

    return own_library_path().with_name("dictionaries")


class Dictionaries:
    """The dictionaries that are on, in the user's order. To be used and closed on the thread that opened them.

    ``problems`` are those that cannot be read; the others work without them.
    """

    def __init__(self, files: Sequence[DictionaryFile], problems: Sequence[DictionaryDamaged] = ()) -> None:
        self._files = tuple(files)
        self.problems = list(problems)

    @property
    def abouts(self) -> tuple[DictionaryAbout, ...]:
        """What each of them says of itself."""
        return tuple(file.about for file in self._files)

    def close(self) -> None:
        for file in self._files:
            file.close()

    def entries_of(self, words: Sequence[str], most: int = MOST_SHOWN) -> list[DictionaryEntry]:
        """What the dictionaries say of the words: first by the word first asked for, then as it stands before as it is
        without clitics, then in the order of the dictionaries. Each article once; about 0.2 ms for a dictionary.

        Words are spellings of one thing, such as a word as it is written and its lemma; they may be phrases.
        """
        found: dict[tuple[str, int], DictionaryEntry] = {}
        for word in dict.fromkeys(words):
            for key, entry in self._of_word(word):
                found.setdefault(key, entry)
        return list(found.values())[:most]

    def _of_word(self, word: str) -> list[tuple[tuple[str, int], DictionaryEntry]]:
        asked = _Asked(word)
        if not asked.keys:
            return []
        found = [
            (asked.entry(file.about, each), place, each)
            for place, file in enumerate(self._files)
            for each in self._read(file, asked.keys)
        ]
        if any(asked.is_sure(entry) for entry, _, _ in found):
            found = [each for each in found if each[0].match is not Match.CLITIC]
        found.sort(key=lambda each: _rank(*each))
        return [((entry.dictionary_id, each.article_id), entry) for entry, _, each in found]

    def _read(self, file: DictionaryFile, keys: frozenset[str]) -> list[StoredEntry]:
        try:
            return file.find(keys)
        except DictionaryDamaged as error:
            self.problems.append(error)
            self._files = tuple(each for each in self._files if each is not file)
            file.close()
            return []


def _rank(entry: DictionaryEntry, place: int, found: StoredEntry) -> tuple[bool, int, int, bool, int, int]:
    """What stands whole comes first; of stems the longest, for fewer letters of it were taken for clitics. A headword
    with other vowels or another hamza than were written comes behind the others of its dictionary.
    """
    is_stem = entry.match is Match.CLITIC
    length = -len(found.key) if is_stem else 0
    return is_stem, length, place, _contradicts(entry.word, entry.headword), entry.match, len(entry.headword)


def _contradicts(word: str, headword: str) -> bool:
    has_marks = any(char in arabic.TASHKEEL for char in headword)
    return (has_marks and not agrees_with_marks(word, headword)) or not agrees_with_hamza(word, headword)


class _Asked:
    """A word that is asked for: its keys, and how an answer relates to it."""

    def __init__(self, word: str) -> None:
        self._word = word
        self._spelling = " ".join(folded(word, "lemma").split())
        self._key = key_of(word)
        self._whole = whole_keys(word)
        self.keys = self._whole | stem_keys(word)

    def entry(self, about: DictionaryAbout, found: StoredEntry) -> DictionaryEntry:
        return DictionaryEntry(
            dictionary_id=about.id,
            source=about.title,
            headword=found.headword,
            lines=found.lines,
            word=self._word,
            match=self._match(found),
        )

    def is_sure(self, entry: DictionaryEntry) -> bool:
        """Whether the whole word is meant, so that letters in it are no clitics: كتاب is not ك and تاب."""
        if entry.match is not Match.ARTICLE:
            return entry.match <= Match.SPELLING
        spelling = folded(entry.headword, "lemma")
        return self._spelling.endswith(spelling) or spelling.endswith(self._spelling)

    def _match(self, found: StoredEntry) -> Match:
        if found.headword == self._word:
            return Match.EXACT
        spelling = " ".join(folded(found.headword, "lemma").split())
        if spelling == self._spelling:
            return Match.SPELLING
        if key_of(spelling) == self._key:
            return Match.FOLDED
        return Match.ARTICLE if found.key in self._whole else Match.CLITIC


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Where the user's dictionaries stand: a folder with a file for each, and one that tells their order."""

    folder: Path

    def all(self) -> tuple[list[DictionaryAbout], list[DictionaryDamaged]]:
        """Every dictionary in the user's order, new ones last, and those that cannot be read."""
        abouts: list[DictionaryAbout] = []
        problems: list[DictionaryDamaged] = []
        for path in known_files(self.folder):
            try:
                file = DictionaryFile.open(path)
            except DictionaryDamaged as error:
                problems.append(error)
                continue
            abouts.append(file.about)
            file.close()
        order, off = self._told()
        places = {id_: place for place, id_ in enumerate(order)}
        abouts.sort(key=lambda each: (places.get(each.id, len(order)), each.modified))
        return [replace(each, is_on=each.id not in off) for each in abouts], problems

    def path_of(self, id_: DictionaryId) -> Path:
        return self.folder / f"{id_}{SUFFIX}"

    def switch(self, id_: DictionaryId, *, is_on: bool) -> None:
        """Have a dictionary asked, or not.

        Raises:
            UnknownDictionary, FileUnwritable.
        """
        self._required(id_)
        order, off = self._told()
        self._tell(order, (off - {id_}) if is_on else (off | {id_}))

    def order(self, ids: Iterable[DictionaryId]) -> None:
        """Set the order; those that are not named come after.

        Raises:
            FileUnwritable.
        """
        self._tell(list(dict.fromkeys(ids)), self._told()[1])

    def remove(self, id_: DictionaryId) -> None:
        """Take a dictionary off the shelf; the file it was read from stays where it is.

        Raises:
            UnknownDictionary, FileUnwritable.
        """
        self._required(id_)
        try:
            self.path_of(id_).unlink()
        except OSError as error:
            raise FileUnwritable(self.path_of(id_), error.strerror or str(error)) from error
        order, off = self._told()
        self._tell([each for each in order if each != id_], off - {id_})

    def named(self, name: str) -> DictionaryAbout:
        """The dictionary with this id, beginning of an id, or title.

        Raises:
            UnknownDictionary: when there is none, or several.
        """
        abouts = self.all()[0]
        wanted = name.casefold()
        by_name = [each for each in abouts if each.id == name or each.title.casefold() == wanted]
        by_id = [each for each in abouts if len(name) >= _SHORTEST_ID and each.id.startswith(name)]
        by_part = [each for each in abouts if wanted and wanted in each.title.casefold()]
        by_start = [each for each in by_part if each.title.casefold().startswith(wanted)]
        found = by_name or by_id or by_start or by_part
        if len(found) != 1:
            raise UnknownDictionary(name, len(found))
        return found[0]

    # Inside

    def _required(self, id_: DictionaryId) -> None:
        if not self.path_of(id_).is_file():
            raise UnknownDictionary(id_)

    def _told(self) -> tuple[list[DictionaryId], frozenset[DictionaryId]]:
        """Order, and which are off. A damaged list costs the order, never a dictionary."""
        try:
            told = json.loads((self.folder / _SHELF).read_text("utf-8"))
            order, off = told["order"], told["off"]
        except (OSError, ValueError, KeyError, TypeError):
            return [], frozenset()
        if not (isinstance(order, list) and isinstance(off, list)):
            return [], frozenset()
        return [DictionaryId(str(each)) for each in order], frozenset(DictionaryId(str(each)) for each in off)

    def _tell(self, order: Sequence[DictionaryId], off: frozenset[DictionaryId]) -> None:
        told = json.dumps({"order": list(order), "off": sorted(off)}, indent=1)
        write_file(self.folder / _SHELF, lambda stream: _write(stream, told))


def _write(stream: TextIO, text: str) -> None:
    stream.write(text)


def own_shelf() -> Shelf:
    return Shelf(folder=own_dictionaries_folder())


def open_dictionaries(folder: Path | None = None) -> Dictionaries:
    """The dictionaries on the user's shelf (or in another folder) that are on. Costs about a millisecond each."""
    shelf = Shelf(folder=folder or own_dictionaries_folder())
    abouts, problems = shelf.all()
    files: list[DictionaryFile] = []
    for about in abouts:
        if about.is_on:
            try:
                files.append(DictionaryFile.open(shelf.path_of(about.id)))
            except DictionaryDamaged as error:
                problems.append(error)
    return Dictionaries(files, problems)

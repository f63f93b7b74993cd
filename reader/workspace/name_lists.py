# SPDX-License-Identifier: GPL-3.0-or-later
"""The user's lists of names: read from files into the library, and given to recognition."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from reader.errors import Cancelled, FileTooLarge
from reader.importers import open_text_file
from reader.model.ids import TagId, new_id, now
from reader.model.name_list import NameList
from reader.model.tagset import Tag
from reader.recognisers.knowledge import KnownName
from reader.recognisers.user_lists import BrokenLine, NameListRead, known_names, packed, read_names, unpacked
from reader.store import Library
from reader.text.normalise import folded

LARGEST_FILE_BYTES: Final = 64 << 20
NOTES_KEPT: Final = 100
"""Of the lines that could not be read so many are kept with the list; all are counted."""


def read_name_file(
    path: Path, tags: Sequence[Tag], *, encoding: str | None = None, cancelled: Callable[[], bool] = lambda: False
) -> NameListRead:
    """The names in a file of the user's, its encoding guessed unless given.

    Raises:
        FileError: when the file cannot be read, or is larger than ``LARGEST_FILE_BYTES``.
        EncodingUnknown, Cancelled.
    """
    pieces: list[str] = []
    with open_text_file(path, encoding) as file:
        if file.size_bytes > LARGEST_FILE_BYTES:
            raise FileTooLarge(path, LARGEST_FILE_BYTES)
        file.count(cancelled=cancelled, read=pieces.append)
    by_name = tags_by_name(tags)
    return read_names("".join(pieces), lambda name: by_name.get(folded(name)), suffix=path.suffix)


def names_in_files(
    paths: Sequence[Path], tags: Sequence[Tag], tag_id: TagId, *, encoding: str | None = None
) -> tuple[tuple[KnownName, ...], tuple[tuple[Path, BrokenLine], ...]]:
    """The names in files that go into no library, and the lines that were skipped; for the command line.

    ``tag_id`` is the tag of names without one of their own.

    Raises:
        FileError: when a file cannot be read, or is larger than ``LARGEST_FILE_BYTES``.
        EncodingUnknown.
    """
    known: list[KnownName] = []
    broken: list[tuple[Path, BrokenLine]] = []
    ids = {tag.id: tag for tag in tags}
    for path in paths:
        read = read_name_file(path, tags, encoding=encoding)
        known += known_names(read.names, tag_id, ids)
        broken += ((path, line) for line in read.broken)
    return tuple(known), tuple(broken)


def tags_by_name(tags: Iterable[Tag]) -> dict[str, TagId]:
    """The tags by id and by each of their names, folded as for a search; an id comes before a name."""
    found = {folded(name): tag.id for tag in tags for _, name in tag.names}
    return {**found, **{folded(tag.id): tag.id for tag in tags}}


def add_name_list(
    library_path: Path, path: Path, tag_id: TagId, cancelled: Callable[[], bool] = lambda: False
) -> NameList:
    """Read a file into the library as a list that is on; one read from this file before is read anew.

    Raises:
        FileError, Cancelled, LibraryError.
    """
    with Library.open(library_path, create=False) as library:
        read = read_name_file(path, library.tagsets.tags(), cancelled=cancelled)
        if cancelled():
            raise Cancelled
        source = str(path.absolute())
        before = next((each for each in library.name_lists.all() if each.source == source), None)
        made = _list_of(read, path, before.id if before else new_id(), before.tag_id if before else tag_id)
        library.name_lists.put(made, packed(read.names))
        return made


def names_of(library: Library) -> tuple[KnownName, ...]:
    """The names of the lists that are on, in the lists' order; the same object while nothing has changed.

    Raises:
        LibraryError.
    """
    lists = [each for each in library.name_lists.all() if each.is_on]
    if not lists:
        return ()
    tags = tuple(tag.id for tag in library.tagsets.tags())
    return _names(tuple((library.name_lists.content(each.id), each.tag_id) for each in lists), tags)


@lru_cache(maxsize=4)
def _names(contents: tuple[tuple[str, TagId], ...], tags: tuple[TagId, ...]) -> tuple[KnownName, ...]:
    """Kept, because it is asked for again with each text that is opened."""
    known = dict.fromkeys(tags)
    return tuple(name for content, tag_id in contents for name in known_names(unpacked(content), tag_id, known))


def _list_of(read: NameListRead, path: Path, list_id: str, tag_id: TagId) -> NameList:
    return NameList(
        id=list_id,
        title=path.stem,
        source=str(path.absolute()),
        tag_id=tag_id,
        is_on=True,
        names=len(read.names),
        skipped=len(read.broken),
        notes=tuple((each.line, each.problem.value, each.detail) for each in read.broken[:NOTES_KEPT]),
        modified=now(),
    )

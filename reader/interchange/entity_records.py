# SPDX-License-Identifier: GPL-3.0-or-later
"""Entities as files of others have them: records with their place in the file, before the library is asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.errors import EntityInvalid, FileIsFolder, FileMissing, FileUndecodable, FileUnreadable, RecordUnreadable
from reader.model.entity import Entity
from reader.model.entity_rules import tidied
from reader.model.ids import EntityId

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityRecord:
    """One entity of a file. ``number`` is its line or its place among the records, from 1.

    ``entity.id`` is "" where the file gives none; ``entity.kind`` is None: ``kinds`` are the ids or names of tags that
    the file says it by, the likeliest first.
    """

    number: int
    entity: Entity
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityFile:
    """What a file says of entities; ``unit`` is what ``number`` counts, ``ignored`` what in it nothing was made of."""

    path: Path
    unit: str
    records: tuple[EntityRecord, ...]
    ignored: tuple[str, ...] = ()


def text_of(path: Path, encoding: str | None = None) -> str:
    """The text of a file in UTF-8, in UTF-16 with its mark, or in the encoding named.

    Raises:
        FileMissing, FileIsFolder, FileUnreadable, FileUndecodable.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except IsADirectoryError as error:
        raise FileIsFolder(path) from error
    except OSError as error:
        raise FileUnreadable(path, error.strerror or str(error)) from error
    marked = next((name for mark, name in _MARKS if raw.startswith(mark)), None)
    name = encoding or marked or "utf-8"
    try:
        return raw.decode(name).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise FileUndecodable(path, name, error.start) from error
    except LookupError as error:
        raise FileUnreadable(path, f"there is no encoding {name}") from error


def checked(path: Path, unit: str, records: Iterable[EntityRecord]) -> tuple[EntityRecord, ...]:
    """The records with tidy fields, when no two are of the same id or identifier.

    Raises:
        RecordUnreadable: naming the record.
    """
    tidy = [_tidied(path, unit, record) for record in records]
    _refuse_twice(path, unit, tidy)
    return tuple(tidy)


def _tidied(path: Path, unit: str, record: EntityRecord) -> EntityRecord:
    try:
        entity = tidied(record.entity)
    except EntityInvalid as error:
        problem = "no-name" if error.field == "name" and not error.value.strip() else error.field
        raise RecordUnreadable(path, unit, record.number, problem, error.value) from error
    return EntityRecord(number=record.number, entity=entity, kinds=record.kinds)


def _refuse_twice(path: Path, unit: str, records: Sequence[EntityRecord]) -> None:
    ids, identifiers = set[EntityId](), set[tuple[str, str]]()
    for record in records:
        entity = record.entity
        if entity.id and entity.id in ids:
            raise RecordUnreadable(path, unit, record.number, "id-twice", entity.id)
        for pair in entity.external_ids:
            if pair in identifiers:
                raise RecordUnreadable(path, unit, record.number, "identifier-twice", ":".join(pair))
        ids.add(entity.id)
        identifiers.update(entity.external_ids)

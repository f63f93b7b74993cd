# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of names given on the command line; lines that cannot be read are told and skipped."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from reader.cli.output import say
from reader.errors import UnknownTag
from reader.model.tagset import Tag
from reader.recognisers import KnownName
from reader.resources import resource
from reader.store import Library
from reader.store.tagsets import read_tagset
from reader.text.normalise import folded
from reader.workspace.name_lists import names_in_files, tags_by_name

_LINES_TOLD: Final = 20


def names_from(paths: Sequence[Path], tag: str, library: Library | None, encoding: str | None) -> tuple[KnownName, ...]:
    """The names in the files; ``tag`` is that of names without one, known by id or by any of its names.

    Raises:
        UnknownTag, FileError, EncodingUnknown, LibraryError.
    """
    tags = library.tagsets.tags() if library is not None else _default_tags()
    tag_id = tags_by_name(tags).get(folded(tag))
    if tag_id is None:
        raise UnknownTag(tag)
    known, broken = names_in_files(paths, tags, tag_id, encoding=encoding)
    for path, line in broken[:_LINES_TOLD]:
        say(f"{path}: {line}")
    if len(broken) > _LINES_TOLD:
        say(f"{len(broken) - _LINES_TOLD} more lines were skipped.")
    return known


def _default_tags() -> list[Tag]:
    return read_tagset(resource("tagsets/default.json").read_text(encoding="utf-8"))[1]

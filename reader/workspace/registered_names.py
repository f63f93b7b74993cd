# SPDX-License-Identifier: GPL-3.0-or-later
"""The names in the library's registry of entities, as recognition takes them."""

from __future__ import annotations

import zlib
from functools import lru_cache
from typing import Final

from reader.recognisers.knowledge import KnownName
from reader.store import Library

MOST_NAMES: Final = 200_000
_SHORTEST: Final = 2

Names = tuple[KnownName, ...]


def registered_names(library: Library) -> Names:
    """Every name of every entity that has a kind; the same object while they are the same.

    Raises:
        LibraryError.
    """
    return _kept(
        tuple(
            KnownName(name=name, tag_id=kind, entity=canonical)
            for name, kind, canonical in library.entities.names()
            if kind is not None and len(name) >= _SHORTEST
        )[:MOST_NAMES]
    )


def state_of_registry(library: Library) -> str:
    """Changes when the registered names become others; "" where there are none."""
    state = count = 0
    for name, kind, canonical in library.entities.names():
        if kind is not None:
            state = zlib.crc32(f"{name}\0{kind}\0{canonical}\n".encode("utf-8", "surrogatepass"), state)
            count += 1
    return f"{count:x}-{state:08x}" if count else ""


@lru_cache(maxsize=2)
def _kept(names: Names) -> Names:
    """The same object for equal names: whoever gets it keeps what it makes of it."""
    return names


@lru_cache(maxsize=2)
def joined_names(first: Names, second: Names) -> Names:
    """Two sorts of names as one, those that come first first; the same object for the same two."""
    return (*first, *second)

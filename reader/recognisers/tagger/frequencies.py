# SPDX-License-Identifier: GPL-3.0-or-later
"""How often a word is written, and how its family of forms behaves: one compact table by hashed key."""

from __future__ import annotations

import zlib
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from reader.errors import RecogniserUnavailable
from reader.resources import resource

TABLE_NAME: Final = "gazetteers/frequencies.bin"
_MAGIC: Final = b"hashiya-frequencies 1\n"


class Behaviour(NamedTuple):
    """What is known of a form: 0 throughout for one that is not listed.

    ``band`` grows with the logarithm of the frequency, 1 to 15. ``family`` joins two bits each that say how often the
    form takes the article, a pronoun, a plural or verb's ending: names hardly do. ``bearers`` joins how many people
    have it as given name and as another part of their name, in proportion to how often it is written.
    """

    band: int
    family: int
    bearers: int


UNKNOWN: Final = Behaviour(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Frequencies:
    """``hashes`` are sorted CRC-32 of folded forms without article; ``packed`` holds what is known of each."""

    hashes: Sequence[int]
    packed: Sequence[int]

    def of(self, key: str) -> Behaviour:
        """What is known of a folded form, which may have the article. O(log n)."""
        stem = key[2:] if len(key) > 4 and key.startswith("ال") else key
        wanted = zlib.crc32(stem.encode("utf-8", "surrogatepass"))
        place = bisect_left(self.hashes, wanted)
        if place == len(self.hashes) or self.hashes[place] != wanted:
            return UNKNOWN
        value = self.packed[place]
        return Behaviour(value & 15, value >> 4 & 255, value >> 12 & 15)

    def band(self, key: str) -> int:
        return self.of(key).band


NOTHING_KNOWN: Final = Frequencies((), ())


def pack(entries: dict[str, Behaviour]) -> bytes:
    """The table file's content: the same bytes for the same entries. Of forms with one hash the more frequent stays."""
    import numpy as np  # noqa: PLC0415 - what only looks words up does without

    by_hash: dict[int, int] = {}
    for key in sorted(entries):
        band, family, bearers = entries[key]
        hashed = zlib.crc32(key.encode("utf-8"))
        value = band | family << 4 | bearers << 12
        if hashed not in by_hash or by_hash[hashed] & 15 < band:
            by_hash[hashed] = value
    hashes = np.array(sorted(by_hash), "<u4")
    values = np.array([by_hash[int(each)] for each in hashes], "<u2")
    return _MAGIC + len(hashes).to_bytes(4, "little") + hashes.tobytes() + values.tobytes()


def unpack(content: bytes) -> Frequencies:
    """The table in a file's content.

    Raises:
        ValueError: when the content is not what ``pack`` made.
    """
    if not content.startswith(_MAGIC):
        raise ValueError("unknown form")
    start = len(_MAGIC) + 4
    count = int.from_bytes(content[len(_MAGIC) : start], "little")
    if len(content) != start + count * 6:
        raise ValueError("not of the length that it says")
    hashes = memoryview(content[start : start + count * 4]).cast("I")
    return Frequencies(hashes, memoryview(content[start + count * 4 :]).cast("H"))


@cache
def shipped_frequencies() -> Frequencies:
    """The table that comes with the program, read once.

    Raises:
        ResourceMissing: when the installation lacks it.
        RecogniserUnavailable: when it is damaged.
    """
    return read_frequencies(resource(TABLE_NAME))


def read_frequencies(path: Path) -> Frequencies:
    """The table file at ``path``.

    Raises:
        RecogniserUnavailable: when the file is damaged or of another version.
    """
    try:
        return unpack(path.read_bytes())
    except (ValueError, OSError) as error:
        raise RecogniserUnavailable("frequencies", f"{path.name}: {error}. Install Hashiya again.") from error

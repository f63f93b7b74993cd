# SPDX-License-Identifier: GPL-3.0-or-later
"""How often Arabic word forms are written: one compact list, by folded key, in bands of the Zipf scale.

Source of the scale: W. van Heuven and others, SUBTLEX-UK, Quarterly Journal of Experimental Psychology 67 (2014): the
logarithm to base 10 of the occurrences in a thousand million words.
"""

from __future__ import annotations

import lzma
from collections.abc import Mapping
from typing import Final

from reader.errors import ResourceMissing
from reader.resources import resource

LIST_NAME: Final = "lexicon/frequencies.xz"
_MAGIC: Final = "hashiya-frequencies 1"
TENTHS: Final = 10
"""Bands are tenths of the Zipf scale."""


def pack(forms: Mapping[str, int]) -> bytes:
    """The file's content for forms and their Zipf values in tenths; the same bytes for the same list."""
    bands: dict[int, list[str]] = {}
    for form in sorted(forms):
        bands.setdefault(forms[form], []).append(form)
    lines = [_MAGIC, *("\t".join([str(band), *bands[band]]) for band in sorted(bands, reverse=True))]
    return lzma.compress("\n".join(lines).encode("utf-8"), preset=9)


def unpack(content: bytes) -> dict[str, int]:
    """Forms and their Zipf values in tenths, the commonest first.

    Raises:
        ValueError: when the content is not a list that ``pack`` made.
    """
    try:
        first, *lines = lzma.decompress(content).decode("utf-8").split("\n")
    except (lzma.LZMAError, UnicodeDecodeError) as error:
        raise ValueError(str(error)) from error
    if first != _MAGIC:
        raise ValueError("unknown form")
    found: dict[str, int] = {}
    for line in lines:
        band, *forms = line.split("\t")
        found.update(dict.fromkeys(forms, int(band)))
    return found


def shipped_frequencies() -> dict[str, int]:
    """The list that comes with the program, read anew at each call: about 0.1 s, for whoever compiles a lexicon.

    Raises:
        ResourceMissing: when the installation lacks it or it is damaged.
    """
    try:
        return unpack(resource(LIST_NAME).read_bytes())
    except (OSError, ValueError) as error:
        raise ResourceMissing(LIST_NAME) from error

# SPDX-License-Identifier: GPL-3.0-or-later
"""Positions of strangers in their own unit, as code points, where they are positions at all."""

from __future__ import annotations

from reader.text.offsets import ByteMap, Utf16Map


def from_utf16(units: Utf16Map, start: int, end: int) -> tuple[int, int]:
    """Code points of two positions in UTF-16 units.

    Raises:
        ValueError: for one outside of the text, or between the halves of a surrogate pair.
    """
    return _one(units, start), _one(units, end)


def from_utf8(units: ByteMap, start: int, end: int) -> tuple[int, int]:
    """Code points of two positions in UTF-8 bytes.

    Raises:
        ValueError: for one outside of the text, or within the bytes of a character.
    """
    for byte in (start, end):
        if not 0 <= byte <= units.length8 or units.to_utf8(units.from_utf8(byte)) != byte:
            raise ValueError(f"byte {byte} is no position in the text, or cuts a character")
    return units.from_utf8(start), units.from_utf8(end)


def _one(units: Utf16Map, unit: int) -> int:
    index = units.from_utf16(unit) if 0 <= unit <= units.length16 else -1
    if index < 0 or units.to_utf16(index) != unit:
        raise ValueError(f"{unit} is no position in the text, or cuts a character")
    return index

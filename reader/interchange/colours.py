# SPDX-License-Identifier: GPL-3.0-or-later
"""Colours for tags where a format wants one: the roles of the theme in its light form."""

from __future__ import annotations

_COLOURS = (
    "#d9a300",
    "#3f8f5f",
    "#4a78c9",
    "#b0568f",
    "#c2613f",
    "#5f8a9c",
    "#8a7a3f",
    "#7a63b8",
    "#3f9c8a",
    "#a34d4d",
    "#6f8f3f",
    "#566a7f",
)


def hex_colour(role: str) -> str:
    """``#rrggbb`` for a role such as ``tag-3``; the first for anything else."""
    number = role.rpartition("-")[2]
    return _COLOURS[(int(number) - 1) % len(_COLOURS)] if number.isdecimal() else _COLOURS[0]


def role_of(colour: str) -> str:
    """The role whose colour is nearest to ``#rrggbb``; "" for what is no colour."""
    wanted = _parts(colour)
    if wanted is None:
        return ""
    distances = [sum((a - b) ** 2 for a, b in zip(wanted, _parts(each) or (0, 0, 0), strict=True)) for each in _COLOURS]
    return f"tag-{distances.index(min(distances)) + 1}"


def _parts(colour: str) -> tuple[int, ...] | None:
    digits = colour.removeprefix("#")
    if len(digits) != 6 or not all(each in "0123456789abcdefABCDEF" for each in digits):
        return None
    return tuple(int(digits[place : place + 2], 16) for place in (0, 2, 4))

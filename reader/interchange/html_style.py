# SPDX-License-Identifier: GPL-3.0-or-later
"""The style of the page for reading: the rules of a resource, with the colours of the program's themes."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from typing import Any

from reader.resources import resource

_ROLES = ("page", "ink", "heading", "quiet", "accent", "border", "panel")
_LANES = 4
_TAGS = 12


@lru_cache(maxsize=1)
def style_sheet() -> str:
    """The whole style sheet."""
    light, dark = _variables("light"), _variables("dark")
    tags = "".join(_of_tag(number) for number in range(_TAGS + 1))
    screen = f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}"
    rules = resource("pages/reading.css").read_text("utf-8")
    return f":root{{{light}}}\n{screen}\n{rules}{tags}"


def _variables(theme: str) -> str:
    table: dict[str, Any] = tomllib.loads(resource(f"themes/{theme}.toml").read_text("utf-8"))
    roles, tags = table["roles"], table["tags"]
    plain = "".join(f"--{role}:{roles[role]};" for role in _ROLES)
    grey = f"--c0:{roles['quiet']};--b0:{roles['panel']};"
    pairs = ((number, tags[f"tag-{number}"]) for number in range(1, _TAGS + 1))
    return plain + grey + "".join(f"--c{number}:{pair['line']};--b{number}:{pair['fill']};" for number, pair in pairs)


def _of_tag(number: int) -> str:
    """Fill, ink of its label and its line in each lane, unbroken or dashed."""
    line = f"var(--c{number})"
    solid, dashed = (
        f"linear-gradient({line},{line})",
        f"repeating-linear-gradient(90deg,{line} 0 4px,transparent 4px 7px)",
    )
    rules = f".f{number}{{--f:var(--b{number})}}.t{number}{{color:{line}}}"
    lanes = (f".u{lane}-{number}{{--i{lane}:{solid}}}.s{lane}-{number}{{--i{lane}:{dashed}}}" for lane in range(_LANES))
    return f"{rules}{''.join(lanes)}\n"

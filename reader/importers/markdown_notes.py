# SPDX-License-Identifier: GPL-3.0-or-later
"""Footnotes of Markdown, which CommonMark does not know: ``[^1]`` in the text, ``[^1]: words`` on a line of its own.

Source: the syntax of PHP Markdown Extra, which Pandoc and GitHub share.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_NOTE = re.compile(r" {0,3}\[\^([^\]\s^]{1,60})\]:[ \t]*(.*)")
_MARK = re.compile(r"\[\^([^\]\s^]{1,60})\](?!:)")
_INDENT = re.compile(r"(?: {2,}|\t)\S")


class WithNotes(NamedTuple):
    """The text without its footnotes, and these by their names in the order they stand."""

    text: str
    notes: dict[str, str]


def parted(text: str) -> WithNotes:
    """Part the footnotes from a text; lines that are indented, or follow without a blank one, go on. O(n)."""
    if "[^" not in text:
        return WithNotes(text, {})
    kept: list[str] = []
    notes: dict[str, list[str]] = {}
    open_note: list[str] | None = None
    fence = ""
    for line in text.split("\n"):
        fence = _fence_behind(line, fence)
        told = None if fence else _NOTE.fullmatch(line)
        if told is not None:
            open_note = notes.setdefault(told[1], [])
            open_note.append(told[2])
        elif open_note is not None and not fence and (_INDENT.match(line) or (open_note[-1] and line.strip())):
            open_note.append(line.strip())
        elif open_note is not None and not line.strip():
            open_note.append("")
            kept.append(line)
        else:
            open_note = None
            kept.append(line)
    return WithNotes("\n".join(kept), {name: " ".join(" ".join(lines).split()) for name, lines in notes.items()})


def with_marks(text: str, notes: dict[str, str]) -> str:
    """The words of a paragraph with ``[1]`` for ``[^1]`` where there is such a note."""
    return _MARK.sub(lambda mark: f"[{mark[1]}]" if mark[1] in notes else mark[0], text) if notes else text


def _fence_behind(line: str, fence: str) -> str:
    """Which fence of code is open behind a line; ``fence`` is the one before it, "" for none."""
    found = _FENCE.match(line)
    if found is None:
        return fence
    if not fence:
        return found[1]
    return "" if found[1].startswith(fence) else fence

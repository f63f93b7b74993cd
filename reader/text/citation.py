# SPDX-License-Identifier: GPL-3.0-or-later
"""A quotation with where it stands, written by a pattern."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import asdict, dataclass
from html import escape

PLACES = ("quote", "title", "author", "page", "paragraph", "date", "source")
"""What a pattern may name in braces: «{quote}» — {title}[, p. {page}]."""

_PLACE = re.compile(r"\{([a-z]+)\}")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Words of a text and where they stand; what is not known is "".

    ``page`` is a label or two of them («12–13»), ``paragraph`` a number, ``source`` an address or a file's name.
    """

    quote: str
    title: str
    author: str = ""
    page: str = ""
    paragraph: str = ""
    date: str = ""
    source: str = ""


def as_text(citation: Citation, pattern: str) -> str:
    """The citation by the pattern. What stands in brackets is left out where something it names is not known."""
    return _filled(pattern, citation, str, str)


def as_html(citation: Citation, pattern: str, direction: str) -> str:
    """The same as one paragraph of HTML that runs ``"rtl"`` or ``"ltr"``; each part in it runs by its own letters."""
    inside = _filled(pattern, citation, lambda words: escape(words, quote=False), _part)
    return f'<p dir="{direction}">{inside}</p>'


def is_pattern(pattern: str) -> bool:
    """Whether all that it names is known, and it has the words themselves."""
    named = _PLACE.findall(pattern)
    return "quote" in named and all(name in PLACES for name in named)


def _filled(
    pattern: str, citation: Citation, write_words: Callable[[str], str], write_part: Callable[[str], str]
) -> str:
    values = asdict(citation)
    known = _OPTIONAL.sub(
        lambda part: part[1] if all(values.get(name) for name in _PLACE.findall(part[1])) else "", pattern
    )
    written, end = [], 0
    for place in _PLACE.finditer(known):
        written += [write_words(known[end : place.start()]), write_part(values.get(place[1], place[0]))]
        end = place.end()
    return "".join([*written, write_words(known[end:])])


def _part(value: str) -> str:
    lines = escape(value, quote=False).replace("\n", "<br>")
    return f'<span dir="auto">{lines}</span>'

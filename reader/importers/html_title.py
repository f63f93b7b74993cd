# SPDX-License-Identifier: GPL-3.0-or-later
"""The heading of a page that is the article's title, and the lines between it and the article."""

from __future__ import annotations

from lxml.etree import _Element as Element

from reader.importers.html_article import words_of
from reader.importers.html_metadata import SITE_PARTS, beginning_of, headings_of
from reader.importers.markup import Piece
from reader.importers.markup_tags import word_set
from reader.importers.text_builder import one_line
from reader.model.structure import BlockKind

_STANDFIRST = word_set(
    "standfirst subtitle subheading subheadline subhead deck dek lead lede excerpt summary intro teaser kicker"
)
_STANDFIRST_PAIRS = frozenset(
    {"sub-title", "sub-heading", "sub-headline", "article-summary", "article-lead", "post-excerpt"}
)
_SHORTEST = 2
_LONGEST = 600
_STEPS_UP = 3
_LONGEST_HEADING = 1500


def title_heading(page: Element, article: Element, title: str) -> Element | None:
    """The heading that is the title: the one whose words stand in the title the page gives itself, or the only h1.

    One that stands in the article counts only as long as it begins it; None when the title is not shown as a heading.
    """
    wanted = one_line(title)
    named = [(_rank(heading, article, wanted), heading) for heading in headings_of(page)]
    best = max(named, key=lambda ranked: ranked[0], default=None)
    if best is not None and best[0][0]:
        return best[1]
    first = [one for one in headings_of(page) if one.tag == "h1" and beginning_of(one, _LONGEST_HEADING).strip()]
    inside = [heading for heading in first if _is_in(heading, article)]
    return inside[0] if len(inside) == 1 else first[0] if len(first) == 1 else None


def _rank(heading: Element, article: Element, title: str) -> tuple[bool, bool, bool, bool]:
    """Whether a heading says what the title says; then what speaks for it among several that do."""
    text = one_line(beginning_of(heading, _LONGEST_HEADING))
    parts = {one_line(part) for part in SITE_PARTS.split(title)}
    fits = len(text) >= _SHORTEST and (text in parts or text == title or title in text or _most_of(text, title))
    return fits and bool(title), _is_in(heading, article), heading.tag == "h1", title.startswith(text)


def _most_of(text: str, title: str) -> bool:
    return text in title and len(text) * 2 > len(title)


def standfirsts_of(heading: Element, article: Element) -> list[Piece]:
    """Lines beside the title that call themselves its subtitle or summary, unless they stand in the article."""
    if _is_in(heading, article):
        return []
    above, found = heading.getparent(), []
    for _ in range(_STEPS_UP):
        if above is None or _is_in(article, above):
            break
        above = above.getparent()
    beside = [] if above is None else list(heading.itersiblings()) + list(heading.itersiblings(preceding=True))
    for element in beside:
        words, pairs = words_of(element) if isinstance(element.tag, str) else (frozenset(), frozenset())
        text = one_line("".join(element.itertext())) if words & _STANDFIRST or pairs & _STANDFIRST_PAIRS else ""
        if _SHORTEST <= len(text) <= _LONGEST:
            found.append(Piece(text=text, kind=BlockKind.SUBTITLE))
    return found


def _is_in(element: Element, outer: Element) -> bool:
    return any(above is outer for above in element.iterancestors())

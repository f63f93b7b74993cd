# SPDX-License-Identifier: GPL-3.0-or-later
"""Selectors: a quotation with its surroundings, and how to find it again in a changed text.

Never silently at a wrong place: what is not certain is called doubtful, for a person to look at.
Source: W3C Web Annotation Data Model, sections 4.2.4 and 4.2.5, for what a selector holds.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from reader.errors import SpanOutsideText
from reader.text.diff import Kept, changes_between, kept
from reader.text.normalise import Folded, fold, folded
from reader.text.offsets import OffsetMap
from reader.text.singular import is_once
from reader.text.spans import Span

CONTEXT = 32
"""Code points a selector keeps of what stands before and behind the quotation."""

How = Literal["exact", "moved", "doubtful", "lost"]

_ENOUGH = 16
"""So many code points of surroundings prove a place; fewer are a hint."""
_HINT = 8
_SOLID = 8 * CONTEXT
"""A stretch of this length that two versions share is not mistaken for another one like it."""
_MOST_PLACES = 10_000
"""Places of one quotation that are weighed; a letter or a space can have millions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selector:
    """What a span was when it was chosen; ``start`` in code points, surroundings up to 32 code points."""

    quote: str
    prefix: str
    suffix: str
    start: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.start + len(self.quote))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Where a selector points in a text now.

    ``how`` is "exact" (same place, same words, same surroundings), "moved" (certain, at another place or with other
    marks on its letters), "doubtful" (``span`` is the best guess, to be shown to a person) or "lost" (no ``span``).
    """

    span: Span | None
    how: How


LOST = Found(span=None, how="lost")


def select(text: str, span: Span) -> Selector:
    """The selector of a span.

    Raises:
        SpanOutsideText: when the text is shorter.
    """
    if span.end > len(text):
        raise SpanOutsideText(span.start, span.end, len(text))
    return Selector(
        quote=text[span.start : span.end],
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
        start=span.start,
    )


def find_again(selector: Selector, text: str, old_text: str | None = None) -> Found:
    """Where the selector points in ``text``; ``old_text`` is the text it was made in, if there is one.

    With the old text the changes between the two decide, and surroundings confirm. Without it, or when the
    quotation was cut out, the quotation with its surroundings is searched: once in full is certain, anything
    less is doubtful. For many selectors of one text make a ``Revision`` once.
    """
    if old_text is None:
        return _Searched(text).find(selector)
    return Revision(old_text, text).find(selector)


class Revision:
    """Two versions of a text, for finding many selectors again. The comparison is made when first needed."""

    def __init__(self, old: str, new: str) -> None:
        self.old = old
        self.new = new
        self._searched = _Searched(new)

    @cached_property
    def _kept(self) -> list[Kept]:
        return kept(self.old, self.new)

    @cached_property
    def map(self) -> OffsetMap:
        """Offsets of the old version (source) to those of the new one (derived)."""
        return changes_between(self._kept, len(self.old), len(self.new))

    def find(self, selector: Selector) -> Found:
        """As ``find_again``; a selector that was not made in the old version is searched by its surroundings."""
        if self.old[selector.start : selector.span.end] != selector.quote:
            return self._searched.find(selector)
        if self.old == self.new:
            return Found(span=selector.span, how="exact")
        span = self.map.derived_span(selector.span)
        if span is None or self.new[span.start : span.end] != selector.quote:
            return self._changed(selector, span)
        if not self._is_confirmed(selector, span.start):
            return Found(span=span, how="doubtful")
        return Found(span=span, how="exact" if span.start == selector.start else "moved")

    def _is_confirmed(self, selector: Selector, start: int) -> bool:
        """Whether a place given by the comparison is certain.

        It is when all around is as it was and much of the text with it, or when what is as it was occurs only once.
        """
        left, right = _agreement(selector, self.new, start)
        is_whole = left == len(selector.prefix) and right == len(selector.suffix)
        if is_whole and self._length_kept_around(selector.start) >= _SOLID:
            return True
        around = selector.prefix[len(selector.prefix) - left :] + selector.quote + selector.suffix[:right]
        return is_once(around, self.old, self.new)

    def _length_kept_around(self, offset: int) -> int:
        """Length of the stretch around an offset of the old version that the new one has as well."""
        index = bisect_right(self._kept, (offset, len(self.new), 0)) - 1
        return self._kept[index][2] if index >= 0 else 0

    def _changed(self, selector: Selector, span: Span | None) -> Found:
        """The quotation was changed or cut: perhaps pasted elsewhere, perhaps only vocalised, perhaps rewritten."""
        if span is not None and _is_same_word(selector.quote, self.new[span.start : span.end]):
            return Found(span=span, how="moved")
        elsewhere = self._searched.find(selector)
        if elsewhere.how in ("exact", "moved"):
            is_only_one = len(list(_places(self.old, _in_full(selector)))) == 1
            return Found(span=elsewhere.span, how="moved" if is_only_one else "doubtful")
        if span is not None and len(span) <= 2 * len(selector.quote) + CONTEXT:
            return Found(span=span, how="doubtful")
        return elsewhere


class _Searched:
    """A text in which quotations are searched by their surroundings; folded when first needed."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def form(self) -> Folded:
        return fold(self.text, "match")

    def find(self, selector: Selector) -> Found:
        before = len(selector.prefix)
        full = _in_full(selector)
        if selector.start >= before and self.text.startswith(full, selector.start - before):
            return Found(span=selector.span, how="exact")
        places = [place + before for place in _places(self.text, full)]
        if places:
            nearest = min(places, key=lambda place: abs(place - selector.start))
            is_certain = len(places) == 1 and _is_telling(selector)
            return Found(span=_span_at(nearest, selector), how="moved" if is_certain else "doubtful")
        return self._folded(selector) or self._partly(selector) or self._between(selector)

    def _folded(self, selector: Selector) -> Found | None:
        """The one place where quotation and surroundings agree but for marks and letter forms."""
        prefix, quote, suffix = (folded(part, "match") for part in (selector.prefix, selector.quote, selector.suffix))
        places = list(_places(self.form.text, prefix + quote + suffix)) if quote.strip() else []
        if len(places) != 1:
            return None
        start = places[0] + len(prefix)
        span = self.form.map.source_span(Span(start, start + len(quote)))
        return Found(span=span, how="moved" if _is_telling(selector) else "doubtful") if span else None

    def _partly(self, selector: Selector) -> Found | None:
        """The place of the quotation whose surroundings agree best, if they do at all or there is only one place."""
        places = list(_places(self.text, selector.quote))
        if not places:
            return None
        agreed = {place: sum(_agreement(selector, self.text, place)) for place in places}
        best = max(places, key=lambda place: (agreed[place], -abs(place - selector.start)))
        if len(places) > 1 and agreed[best] < _HINT:
            return None
        return Found(span=_span_at(best, selector), how="doubtful")

    def _between(self, selector: Selector) -> Found:
        """What stands between the old surroundings now, where they are found once and not far from one another."""
        before, behind = selector.prefix[-_ENOUGH:], selector.suffix[:_ENOUGH]
        if len(before) < _HINT or len(behind) < _HINT or not is_once(before, self.text):
            return LOST
        start = self.text.index(before) + len(before)
        end = self.text.find(behind, start, start + 2 * len(selector.quote) + 2 * CONTEXT)
        return Found(span=Span(start, end), how="doubtful") if end > start else LOST


def _in_full(selector: Selector) -> str:
    return selector.prefix + selector.quote + selector.suffix


def _is_telling(selector: Selector) -> bool:
    return len(_in_full(selector)) >= _ENOUGH


def _span_at(start: int, selector: Selector) -> Span:
    return Span(start, start + len(selector.quote))


def _places(text: str, wanted: str) -> Iterator[int]:
    """Where ``wanted`` begins in the text, overlaps included, at most ``_MOST_PLACES`` times."""
    at = text.find(wanted)
    for _ in range(_MOST_PLACES):
        if at < 0:
            return
        yield at
        at = text.find(wanted, at + 1)


def _agreement(selector: Selector, text: str, start: int) -> tuple[int, int]:
    """Code points right before and right behind the place that are as they were around the quotation."""
    end = start + len(selector.quote)
    before = text[max(0, start - len(selector.prefix)) : start]
    left = _common_length(before[::-1], selector.prefix[::-1])
    return left, _common_length(text[end : end + len(selector.suffix)], selector.suffix)


def _common_length(first: str, second: str) -> int:
    shared = 0
    for one, two in zip(first, second, strict=False):
        if one != two:
            break
        shared += 1
    return shared


def _is_same_word(quote: str, changed: str) -> bool:
    """Whether only marks, letter forms and the like differ."""
    key = folded(quote, "match").strip()
    return bool(key) and key == folded(changed, "match").strip()

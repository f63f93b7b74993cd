# SPDX-License-Identifier: GPL-3.0-or-later
"""Where what a file of others says stands in a text of ours, which may be another version of the file's.

A position is believed when the words there are those that the file quotes; else the words are looked for, and where
they are not found for sure, the annotation is reported and left out. Nothing is guessed.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from reader.interchange.received import Problem, Received, ReceivedAnnotation, ReceivedDecision, ReceivedRelation
from reader.interchange.units import from_utf16
from reader.model.annotation import LONGEST_ANNOTATION
from reader.text.anchor import Revision, Selector
from reader.text.offsets import Utf16Map
from reader.text.spans import Span

CONTEXT = 32
"""Code points that are kept of what stands before and behind an annotation."""


class Placer:
    """Places what is said of one document; ``found_again`` counts annotations that stood elsewhere than they said."""

    def __init__(self, received: Received, text: str) -> None:
        self._received, self._text = received, text
        given = received.text
        self._given = text if given is None else given
        self._is_same = given is None or given == text
        self._revision = Revision(self._given, text)
        self._letters = None if given is None or received.exact else _places_by_letters(given, text)
        self._units = Utf16Map(self._given) if received.annotations and _counts_utf16(received, self._given) else None
        self.found_again = 0

    def annotations(self) -> tuple[list[ReceivedAnnotation], list[Problem]]:
        """Those that have a place, with their words as they stand there, and what is wrong with the others."""
        found: list[ReceivedAnnotation] = []
        problems: list[Problem] = []
        for each in self._received.annotations:
            span, reason = self._place(self._counted(each))
            if span is None:
                problems.append(Problem(place=each.place or each.key, reason=reason))
                continue
            if (span.start, span.end) != (each.start, each.end):
                self.found_again += 1
            found.append(replace(each, start=span.start, end=span.end, quote=self._text[span.start : span.end]))
        return found, problems

    def decisions(self) -> tuple[list[ReceivedDecision], list[Problem]]:
        """As ``annotations``."""
        found: list[ReceivedDecision] = []
        problems: list[Problem] = []
        for number, each in enumerate(self._received.decisions, 1):
            said = ReceivedAnnotation(start=each.start, end=each.end, tag=each.tag, quote=each.quote)
            span, reason = self._place(said)
            if span is None:
                problems.append(Problem(place=f"decision {number}", reason=reason))
            else:
                words = self._text[span.start : span.end]
                found.append(replace(each, start=span.start, end=span.end, quote=words))
        return found, problems

    def _counted(self, each: ReceivedAnnotation) -> ReceivedAnnotation:
        """With code points for the UTF-16 units that this document turned out to be counted in."""
        if self._units is None:
            return each
        try:
            start, end = from_utf16(self._units, each.start, each.end)
        except ValueError:
            return each
        return replace(each, start=start, end=end)

    def _place(self, each: ReceivedAnnotation) -> tuple[Span | None, str]:
        given = self._given
        is_within = 0 <= each.start < each.end <= len(given)
        if not each.tag:
            return None, "it has no tag"
        if not is_within and not each.quote:
            return None, f"{each.start} to {each.end} is outside of the text, which has {len(given)} characters"
        if is_within and each.quote in {"", given[each.start : each.end]}:
            return self._moved(each, given) if not self._is_same else (_checked(Span(each.start, each.end)))
        return self._by_quote(each)

    def _moved(self, each: ReceivedAnnotation, given: str) -> tuple[Span | None, str]:
        if self._letters is not None:
            first, last = self._letters[each.start], self._letters[each.end - 1]
            return (None, "there is nothing but space") if first < 0 or last < 0 else _checked(Span(first, last + 1))
        selector = Selector(
            quote=given[each.start : each.end],
            prefix=given[max(0, each.start - CONTEXT) : each.start],
            suffix=given[each.end : each.end + CONTEXT],
            start=each.start,
        )
        found = self._revision.find(selector)
        if found.span is None or found.how not in {"exact", "moved"}:
            return None, f"“{_short(selector.quote)}” is not found for sure in the library's text"
        return _checked(found.span)

    def _by_quote(self, each: ReceivedAnnotation) -> tuple[Span | None, str]:
        """Where the quoted words stand, if only once, or once with these surroundings."""
        if self._text.count(each.quote) == 1:
            start = self._text.index(each.quote)
            return _checked(Span(start, start + len(each.quote)))
        around = each.prefix + each.quote + each.suffix
        if around != each.quote and self._text.count(around) == 1:
            start = self._text.index(around) + len(each.prefix)
            return _checked(Span(start, start + len(each.quote)))
        what = "stands at several places" if each.quote in self._text else "is not in the text"
        return None, f"the words at {each.start} to {each.end} are others, and “{_short(each.quote)}” {what}"


def joined(
    received: Received, annotations: list[ReceivedAnnotation]
) -> tuple[tuple[ReceivedRelation, ...], list[Problem]]:
    """The relations whose two ends are among the annotations, each once, and what is wrong with the others."""
    counts = Counter(each.key for each in received.annotations if each.key)
    placed = {each.key for each in annotations if each.key}
    found: dict[tuple[str, str, str, str], ReceivedRelation] = {}
    problems: list[Problem] = []
    for number, each in enumerate(received.relations, 1):
        ends = (each.source, each.target)
        reason = ""
        if any(key not in counts for key in ends):
            reason = "it joins an annotation that the file has not"
        elif any(counts[key] > 1 for key in ends):
            reason = "several annotations have the name of one that it joins"
        elif any(key not in placed for key in ends):
            reason = "an annotation that it joins is left out"
        elif each.source == each.target:
            reason = "it joins an annotation with itself"
        if reason:
            problems.append(Problem(place=each.place or f"relation {number}", reason=reason))
        else:
            found.setdefault((*ends, each.name, each.note), each)
    return tuple(found.values()), problems


def _counts_utf16(received: Received, text: str) -> bool:
    """Whether more of the quoted words stand where the positions say in UTF-16 units than in code points.

    Programs that run in a browser count these, whatever their format asks for. It makes a difference only behind a
    letter beyond U+FFFF.
    """
    units = Utf16Map(text)
    if units.length16 == len(text):
        return False
    points = wide = 0
    for each in received.annotations:
        if each.quote and 0 <= each.start < each.end <= units.length16:
            points += text[each.start : each.end] == each.quote
            start, end = units.from_utf16(each.start), units.from_utf16(each.end)
            wide += text[start:end] == each.quote
    return wide > points


def _places_by_letters(given: str, text: str) -> list[int] | None:
    """For each code point of ``given`` the place of the same one in ``text``, -1 for spaces; None where the two differ
    in more than their spaces. O(n)."""
    ours = [place for place, letter in enumerate(text) if not letter.isspace()]
    theirs = [place for place, letter in enumerate(given) if not letter.isspace()]
    if len(ours) != len(theirs) or any(text[a] != given[b] for a, b in zip(ours, theirs, strict=True)):
        return None
    places = [-1] * len(given)
    for a, b in zip(ours, theirs, strict=True):
        places[b] = a
    return places


def _checked(span: Span) -> tuple[Span | None, str]:
    if len(span) > LONGEST_ANNOTATION:
        return None, f"it covers {len(span)} characters, more than {LONGEST_ANNOTATION}"
    return span, ""


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"

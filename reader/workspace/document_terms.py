# SPDX-License-Identifier: GPL-3.0-or-later
"""The terms of all term bases that are on, found in a document chunk by chunk, on a connection of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reader.errors import Cancelled, LexiconDamaged, LexiconMissing
from reader.lexicon.terms import LemmasOf, TermMatch
from reader.model.ids import DocumentId
from reader.store import Library
from reader.text.chunks import ChunkedText
from reader.text.spans import Span
from reader.workspace.readings import choices_of
from reader.workspace.terms import Terms, terms_of

if TYPE_CHECKING:
    from reader.workspace.words import Words

MOST_MATCHES: Final = 200_000
"""Matches of one document that are handed over; what follows in the text is not looked through."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsIn:
    """The matches within ``[start, end)`` of a document, in its order; they replace what was known of it."""

    start: int
    end: int
    matches: tuple[TermMatch, ...]


def terms_in_document(
    library_path: Path,
    document_id: DocumentId,
    deliver: Callable[[TermsIn], None],
    cancelled: Callable[[], bool],
    most: int = MOST_MATCHES,
) -> int | None:
    """Hand over the terms of the document chunk by chunk; twice where a lexicon is ready: first without it, at once,
    then with other forms of words, such as broken plurals, which takes longer.

    Returns the offset behind which nothing was looked for because there were more than ``most``; None when all was.

    Raises:
        Cancelled, LibraryError.
    """
    with Library.open(library_path, create=False, read_only=True) as library:
        reading = _Reading(library.texts.open(document_id), terms_of(library), deliver, cancelled)
        stopped_at = reading.go(None, most)
        words = _open_words()
        if words is None:
            return stopped_at
        words.chosen = choices_of(library).everywhere
        try:
            return reading.go(words.sure_lemmas_of, most)
        finally:
            words.close()


@dataclass(frozen=True, slots=True)
class _Reading:
    """Goes through a text. A term that is cut by the end of a chunk is not found."""

    text: ChunkedText
    terms: Terms
    deliver: Callable[[TermsIn], None]
    cancelled: Callable[[], bool]

    def go(self, lemmas_of: LemmasOf | None, most: int) -> int | None:
        """Hand over what each chunk has; returns where that was enough, or None."""
        start = count = 0
        for _, chunk in self.text.texts():
            if self.cancelled():
                raise Cancelled
            matches = self.terms.find(chunk, lemmas_of)
            kept = matches[: most - count]
            is_full = len(kept) < len(matches)
            end = start + (max((each.span.end for each in kept), default=0) if is_full else len(chunk))
            self.deliver(TermsIn(start=start, end=end, matches=_shifted(kept, start)))
            if is_full:
                return end
            count, start = count + len(kept), end
        return None


def _shifted(matches: Sequence[TermMatch], by: int) -> tuple[TermMatch, ...]:
    return tuple(replace(each, span=Span(each.span.start + by, each.span.end + by)) for each in matches)


def _open_words() -> Words | None:
    """The lexicon when it has been compiled; it is an extra, and terms are found without it too."""
    from reader.workspace.words import ready_lexicon, words_in  # noqa: PLC0415 - 0.2 s, which the window does not need

    try:
        path = ready_lexicon()
        return None if path is None else words_in(path)
    except (LexiconMissing, LexiconDamaged):
        return None

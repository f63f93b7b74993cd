# SPDX-License-Identifier: GPL-3.0-or-later
"""Suggestions that are shown are made anew in place when more is known, without a word against what was decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from reader.errors import Cancelled
from reader.model.ids import DocumentId, TagId
from reader.model.suggestion import Suggestion
from reader.recognisers import VERSION, DocumentRecogniser, Knowledge
from reader.recognisers.base import ORGANISATION, PERSON, PLACE
from reader.recognisers.learning.forms import form_key
from reader.recognisers.learning.model import LearnedModel
from reader.store import Library
from reader.text.chunks import ChunkedText
from reader.text.spans import Span
from reader.workspace import learned_models
from reader.workspace.applied_options import options_now, version_with
from reader.workspace.learning import knowledge_of, learn_from
from reader.workspace.learning_lessons import look_around
from reader.workspace.learning_result import LearnResult
from reader.workspace.registered_names import state_of_registry

WHOLE: Final = 200_000
"""Code points up to which a document is read anew as a whole when it is opened; a longer one keeps what it has."""
AT_ONCE: Final = 60_000
"""Code points up to which it is read anew as a whole after each edit; of a longer one only what is in view."""
_BEFORE, _BEHIND = 6_000, 12_000
"""Code points before and behind what is in view that are read anew with it."""
_EDGE: Final = 4_000
_DOCUMENT: Final = "document"
_BIN_BITS: Final = 7
_NAMES: Final = frozenset((PERSON, PLACE, ORGANISATION))

Asked = Callable[[], bool]
Progress = Callable[[int, int], None]


def version_of(library: Library, length: int) -> str:
    """What keys the cached suggestions of a document of this length: the program's and what the library taught.

    A long document keeps what it has: whatever is read of it is made anew then and there.
    """
    taught = _known_of(library) if length <= WHOLE else ""
    return version_with(f"{VERSION}+{taught}" if taught else VERSION, library, options_now())


def _known_of(library: Library) -> str:
    return ".".join(filter(None, (learned_models.revision(library), state_of_registry(library))))


def learn(
    library_path: Path,
    document_id: DocumentId | None = None,
    around: Span | None = None,
    cancelled: Asked = lambda: False,
) -> LearnResult:
    """Learn from what the user did, then bring the suggestions of the open document up to date where it is read.

    Raises:
        Cancelled, LibraryError, ResourceMissing, RecogniserUnavailable.
    """
    with Library.open(library_path, create=False) as library:
        learned = learn_from(library, cancelled)
        if document_id is None or not (learned.has_changed or _is_behind(library, document_id)):
            return learned
        return replace(learned, refreshed=refresh(library, document_id, around, cancelled))


def _is_behind(library: Library, document_id: DocumentId) -> bool:
    """Was a document that is kept up to date read with less than is known now?"""
    present = library.suggestions.version_of(document_id)
    length = library.documents.get(document_id).length
    return present is not None and length <= AT_ONCE and present != version_of(library, length)


def refresh(
    library: Library,
    document_id: DocumentId,
    around: Span | None,
    cancelled: Asked,
    progress: Progress = lambda _done, _total: None,
) -> int:
    """Read a document anew with what is known now, whole or around a place; how many suggestions became others.

    Does nothing for a document that has not been read at all. ``progress(done, total)`` counts code points of it.

    Raises:
        Cancelled, UnknownDocument, LibraryError.
    """
    if library.read_only or library.suggestions.version_of(document_id) is None:
        return 0
    text = library.texts.open(document_id)
    length = text.length or 0
    version = version_of(library, length)
    knowledge = knowledge_of(library)
    if length > AT_ONCE and (around is None or len(around) < length):
        return 0 if around is None else _refresh_view(library, document_id, text, around, knowledge, cancelled)
    recogniser = DocumentRecogniser(knowledge)
    changed = start = 0
    for _, piece in text.texts():
        if cancelled():
            raise Cancelled
        within = told_within(progress, start, len(piece), length)
        read = recogniser.read(piece, cancelled=cancelled, progress=within)
        if piece:
            changed += _replaced(library, document_id, Span(start, start + len(piece)), read)
        start += len(piece)
    with library.transaction():
        library.learning.set_version(document_id, version)
    return changed


def _refresh_view(  # noqa: PLR0917 - the order in which one says it
    library: Library,
    document_id: DocumentId,
    text: ChunkedText,
    around: Span,
    knowledge: Knowledge,
    cancelled: Asked,
) -> int:
    """The same for the paragraphs in view and some around, keeping what only the rest of the document could tell."""
    start = _cut(text, max(around.start - _BEFORE, 0))
    end = max(_cut(text, min(around.end + _BEHIND, text.length or 0)), start + 1)
    found = DocumentRecogniser(knowledge).read(text.slice(start, end), cancelled=cancelled)
    return _replaced(library, document_id, Span(start, end), found, keeping=knowledge.learned or LearnedModel())


def _cut(text: ChunkedText, offset: int) -> int:
    """The beginning of the paragraph at the offset, or of a word where it is a long one."""
    if offset >= (text.length or 0):
        return text.length or 0
    lead = text.slice(offset - _EDGE, offset)
    place = max(lead.rfind("\n"), lead.rfind(" ") if "\n" not in lead else -1)
    return offset - len(lead) + place + 1 if len(lead) == _EDGE or place >= 0 else 0


def told_within(progress: Progress, start: int, length: int, total: int) -> Progress:
    """Tells of parts of the chunk of ``length`` that begins at ``start``, counted in any unit."""

    def tell(done: int, of: int) -> None:
        progress(start + length * done // max(of, 1), total)

    return tell


def undecided(library: Library, document_id: DocumentId, span: Span, found: Iterable[Suggestion]) -> list[Suggestion]:
    """Those of the suggestions in the stretch that say nothing against what the user decided there.

    Left out: other edges of what was tagged with the same tag or refused, and another name on words tagged as one. What
    the user decided itself stays, so that it is known to have been seen.
    """
    said = look_around(library, document_id, span, with_outcomes=False)
    settled = {place for place, accepted in said.verdicts.items() if not accepted} | set(said.tagged)
    if not settled:
        return list(found)
    near = _ByPlace(settled)
    return [each for each in found if (each.span, each.tag_id) in settled or not _against(each, near)]


class _ByPlace:
    """Places found by what they overlap."""

    def __init__(self, places: Iterable[tuple[Span, TagId]]) -> None:
        self._bins: dict[int, list[tuple[Span, TagId]]] = {}
        for place in places:
            for number in _bins(place[0]):
                self._bins.setdefault(number, []).append(place)

    def overlapping(self, span: Span) -> Iterator[tuple[Span, TagId]]:
        """Each of them, some more than once."""
        return (place for number in _bins(span) for place in self._bins.get(number, ()) if place[0].overlaps(span))


def _bins(span: Span) -> range:
    return range(span.start >> _BIN_BITS, (span.end - 1 >> _BIN_BITS) + 1)


def _against(each: Suggestion, settled: _ByPlace) -> bool:
    return any(
        tag == each.tag_id or (span == each.span and tag in _NAMES and each.tag_id in _NAMES)
        for span, tag in settled.overlapping(each.span)
    )


def _replaced(
    library: Library,
    document_id: DocumentId,
    span: Span,
    found: Iterable[Suggestion],
    *,
    keeping: LearnedModel | None = None,
) -> int:
    """Put what was found in the stretch, counted from its beginning, in the place of what was there.

    ``keeping`` says that it is a part of the document, and which forms were refused.
    """
    kept = undecided(library, document_id, span, [replace(each, span=each.span.shifted(span.start)) for each in found])
    with library.transaction():
        if keeping is not None:
            kept += _from_elsewhere(library.learning.suggestions_over(document_id, span), kept, keeping)
        return library.learning.replace_within(document_id, span, kept)


def _from_elsewhere(
    present: Iterable[Suggestion], found: Sequence[Suggestion], learned: LearnedModel
) -> list[Suggestion]:
    """What only the text as a whole could tell, where reading a part of it told nothing, unless it was refused."""
    taken = _ByPlace((each.span, each.tag_id) for each in found)
    return [
        each
        for each in present
        if each.source == _DOCUMENT
        and not any(taken.overlapping(each.span))
        and not learned.memory.count(form_key(each.quote), each.tag_id).is_refused
    ]

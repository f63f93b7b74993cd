# SPDX-License-Identifier: GPL-3.0-or-later
"""From touched places to lessons: what became of suggestions there, and the passages around, read chunk by chunk."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from reader.model.ids import DocumentId, TagId, now
from reader.model.outcome import Outcome, SuggestionOutcome
from reader.model.suggestion import Suggestion
from reader.recognisers.learning.forms import form_key
from reader.recognisers.learning.learner import Verdict
from reader.recognisers.learning.lessons import Excerpt, Lesson, Mark
from reader.recognisers.learning.outcomes import Place, Surroundings, settled
from reader.settings import SUGGESTION_THRESHOLD
from reader.store import Library
from reader.text.chunks import ChunkedText
from reader.text.spans import Span

LONGEST_PASSAGE: Final = 2000
"""Code points of a paragraph around a mark that are learned from; a longer paragraph is cut at spaces."""
_CONTEXT: Final = 1500
"""Code points before and behind a passage in which its words are seen."""
_NEAR: Final = 1500
"""Touched places no further apart than this are looked at together."""
_LONGEST_MARK: Final = 2000
SHOWN_FROM: Final = SUGGESTION_THRESHOLD.default
"""A suggestion less sure than this is hidden from most readers, and no passage waits for a word about it."""


@dataclass(slots=True)
class Findings:
    """What the touched places of a document came to.

    ``outcomes`` are new or other ones, ``gone`` those that are none any more. ``refusals`` are forms with a tag that
    were refused (1) or are so no longer (-1), with the time. ``verdicts`` come with the text of their passage, from
    whose beginning their marks count.
    """

    outcomes: list[SuggestionOutcome] = field(default_factory=list)
    gone: list[tuple[DocumentId, Span, TagId]] = field(default_factory=list)
    refusals: list[tuple[str, TagId, int, str]] = field(default_factory=list)
    excerpts: list[Excerpt] = field(default_factory=list)
    verdicts: list[tuple[str, Verdict]] = field(default_factory=list)


class Surrounded(NamedTuple):
    """Everything said in a stretch of a document."""

    tagged: frozenset[Place]
    verdicts: dict[Place, bool]
    suggestions: list[Suggestion]
    outcomes: dict[Place, SuggestionOutcome]

    def is_open(self, each: Suggestion) -> bool:
        place = (each.span, each.tag_id)
        return place not in self.tagged and place not in self.verdicts and each.confidence >= SHOWN_FROM


def look_around(library: Library, document_id: DocumentId, span: Span, *, with_outcomes: bool = True) -> Surrounded:
    """What is said in the stretch, and in what reaches into it."""
    wider = Span(max(span.start - _LONGEST_MARK, 0), span.end)
    learning = library.learning
    annotations = library.annotations.overlapping(document_id, span)
    outcomes = learning.outcomes_over(document_id, wider) if with_outcomes else []
    return Surrounded(
        frozenset((each.span, each.tag_id) for each in annotations),
        {(place, tag): accepted for place, tag, accepted in learning.verdicts_over(document_id, wider)},
        learning.suggestions_over(document_id, span),
        {(each.span, each.tag_id): each for each in outcomes},
    )


class Reader:
    """Looks at the touched places of one document.

    ``is_rebuilding`` means that all is learned anew: then every verdict and refusal counts, not only those that came
    since, and nothing that was tagged before anybody looked for suggestions counts as missed by them.
    """

    def __init__(self, library: Library, document_id: DocumentId, *, is_rebuilding: bool = False) -> None:
        self._library = library
        self._id = document_id
        self._text: ChunkedText = library.texts.open(document_id)
        self._is_looked_at = library.suggestions.version_of(document_id) is not None
        self._is_rebuilding = is_rebuilding
        self.found = Findings()

    def look_at(self, touched: Collection[Place], *, most_lessons: int) -> Findings:
        """What became of the places, and lessons from the passages they lie in, ``most_lessons`` at most.

        Raises: LibraryError.
        """
        length = self._text.length or 0
        places = sorted((each for each in touched if each[0].end <= length), key=lambda each: (each[0], each[1]))
        lessons_left = most_lessons
        for cluster in _clusters(places):
            stretch = Span(cluster[0][0].start, max(span.end for span, _ in cluster))
            around = look_around(self._library, self._id, stretch)
            self._settle(cluster, around)
            if lessons_left > 0:
                lessons_left -= self.learn_from(cluster, lessons_left)
        return self.found

    def whole(self, most_lessons: int) -> list[Excerpt]:
        """A document whose every suggestion is settled, as lessons: all of it, or about so many from its beginning."""
        found = []
        for index in range(len(self._text)):
            start = self._text.start_of(index) or 0
            chunk = self._text.chunk(index)
            passages = [piece for begin, end in chunk.paragraphs for piece in _pieces(chunk.text, begin, end)]
            around = look_around(self._library, self._id, Span(start, start + max(len(chunk.text), 1)))
            lessons = [self._lesson(piece, start, around, (), is_settled=True) for piece in passages]
            found.append(Excerpt(text=chunk.text, lessons=tuple(lessons)))
            if sum(len(each.lessons) for each in found) >= most_lessons:
                break
        return found

    # Outcomes

    def _settle(self, cluster: Sequence[Place], around: Surrounded) -> None:
        shown = {(each.span, each.tag_id): each for each in around.suggestions}
        surroundings = Surroundings(
            tagged=around.tagged,
            verdicts=around.verdicts,
            suggested=() if self._is_rebuilding else shown.keys(),
            before={place: each.outcome for place, each in around.outcomes.items()},
            is_looked_at=self._is_looked_at and not self._is_rebuilding,
        )
        for place, outcome in sorted(settled(cluster, surroundings).items()):
            before = around.outcomes.get(place)
            is_other = outcome is not (None if before is None else before.outcome)
            if is_other or self._is_rebuilding:
                self._note_outcome(place, outcome, before, shown.get(place), is_other=is_other)

    def _note_outcome(
        self,
        place: Place,
        outcome: Outcome | None,
        before: SuggestionOutcome | None,
        shown: Suggestion | None,
        *,
        is_other: bool,
    ) -> None:
        span, tag = place
        time = now() if is_other or before is None else before.created
        if outcome is None and is_other:
            self.found.gone.append((self._id, span, tag))
        elif outcome is not None and is_other:
            self.found.outcomes.append(self._outcome(place, outcome, before, shown, time))
        was_refused = before is not None and before.outcome.is_refusal and not self._is_rebuilding
        refusals = (outcome is not None and outcome.is_refusal) - was_refused
        if refusals:
            self.found.refusals.append((self._key(span), tag, refusals, time))
        if outcome is not None and outcome is not Outcome.MISSED and shown is not None:
            self._note_verdict(shown, was_right=outcome is Outcome.ACCEPTED)

    def _outcome(
        self,
        place: Place,
        outcome: Outcome,
        before: SuggestionOutcome | None,
        shown: Suggestion | None,
        time: str,
    ) -> SuggestionOutcome:
        known = shown or before
        return SuggestionOutcome(
            document_id=self._id,
            span=place[0],
            tag_id=place[1],
            outcome=outcome,
            source="" if known is None else known.source,
            confidence=0.0 if known is None else known.confidence,
            created=time,
        )

    def _note_verdict(self, shown: Suggestion, *, was_right: bool) -> None:
        passage = self._passage_at(shown.span.start)
        verdict = Verdict(
            mark=_mark(shown.span, shown.tag_id, passage.start),
            source=shown.source,
            reason=shown.reason,
            confidence=shown.confidence,
            was_right=was_right,
        )
        self.found.verdicts.append((self._text.slice(passage.start, passage.end), verdict))

    def _key(self, span: Span) -> str:
        quote = self._text.slice(span.start - 1, span.end)
        return form_key(quote[1:], quote[:1]) if span.start else form_key(quote)

    # Lessons

    def learn_from(self, cluster: Sequence[Place], most: int) -> int:
        """Lessons from the passages in which the places lie; how many."""
        passages = sorted({self._passage_at(span.start) for span, _ in cluster})[:most]
        touched = frozenset(cluster)
        for group in _neighbours(passages):
            window = self._window(group[0].start, group[-1].end)
            around = look_around(self._library, self._id, Span(group[0].start, group[-1].end))
            lessons = [
                self._lesson((each.start - window.start, each.end - window.start), window.start, around, touched)
                for each in group
            ]
            excerpt = Excerpt(text=self._text.slice(window.start, window.end), lessons=tuple(lessons))
            self.found.excerpts.append(excerpt)
        return len(passages)

    def _lesson(
        self,
        piece: tuple[int, int],
        shift: int,
        around: Surrounded,
        touched: Collection[Place],
        *,
        is_settled: bool = False,
    ) -> Lesson:
        """What is said of one piece, ``shift`` code points into the document; marks count from there too."""
        own = Span(piece[0] + shift, max(piece[1], piece[0] + 1) + shift)
        tagged = [place for place in around.tagged if own.covers(place[0])]
        refused = {place for place, accepted in around.verdicts.items() if not accepted and own.covers(place[0])}
        refused |= {
            place
            for place, each in around.outcomes.items()
            if each.outcome is Outcome.RETAGGED and own.covers(place[0])
        }
        is_read = bool(tagged or refused) and not any(
            around.is_open(each) for each in around.suggestions if own.overlaps(each.span)
        )
        return Lesson(
            start=piece[0],
            end=piece[1],
            tagged=tuple(sorted(_mark(span, tag, shift) for span, tag in tagged)),
            refused=tuple(sorted(_mark(span, tag, shift) for span, tag in refused if (span, tag) not in around.tagged)),
            is_settled=is_settled or (is_read and self._is_looked_at),
            is_new=bool(touched) and all(place in touched for place in (*tagged, *refused)),
        )

    def _passage_at(self, offset: int) -> Span:
        """The paragraph around the offset, or the piece of it that is looked at."""
        index = self._text.chunk_at(offset)
        start = self._text.start_of(index) or 0
        chunk = self._text.chunk(index)
        starts = [begin for begin, _ in chunk.paragraphs]
        begin, end = chunk.paragraphs[max(bisect_right(starts, offset - start) - 1, 0)]
        for piece_start, piece_end in _pieces(chunk.text, begin, end):
            if offset - start < piece_end or piece_end == end:
                return Span(piece_start + start, max(piece_end, piece_start + 1) + start)
        raise AssertionError("the pieces cover the paragraph")

    def _window(self, start: int, end: int) -> Span:
        return Span(max(start - _CONTEXT, 0), min(end + _CONTEXT, self._text.length or 0))


def excerpts_at(library: Library, places: Iterable[tuple[DocumentId, Span]]) -> list[Excerpt]:
    """The passages of these places as lessons, each once, with all that is said of them."""
    by_document: dict[DocumentId, set[Place]] = {}
    for document_id, span in places:
        by_document.setdefault(document_id, set()).add((span, TagId("")))
    found: list[Excerpt] = []
    for document_id, touched in by_document.items():
        reader = Reader(library, document_id, is_rebuilding=True)
        for cluster in _clusters(sorted(touched)):
            reader.learn_from(cluster, len(cluster))
        found += reader.found.excerpts
    return found


def _mark(span: Span, tag: TagId, shift: int) -> Mark:
    return Mark(span.start - shift, span.end - shift, tag)


def _clusters(places: Sequence[Place]) -> Iterator[list[Place]]:
    """The places, which are in text order, in groups that lie close together."""
    cluster: list[Place] = []
    end = 0
    for place in places:
        if cluster and place[0].start > end + _NEAR:
            yield cluster
            cluster = []
        cluster.append(place)
        end = max(end, place[0].end)
    if cluster:
        yield cluster


def _neighbours(passages: Sequence[Span]) -> Iterator[list[Span]]:
    """Passages that follow each other closely, together."""
    group: list[Span] = []
    for passage in passages:
        if group and passage.start - group[-1].end > _CONTEXT:
            yield group
            group = []
        group.append(passage)
    if group:
        yield group


def _pieces(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The paragraph whole, or in pieces of ``LONGEST_PASSAGE`` cut at spaces."""
    while end - begin > LONGEST_PASSAGE:
        space = text.rfind(" ", begin + LONGEST_PASSAGE // 2, begin + LONGEST_PASSAGE)
        cut = space + 1 if space > 0 else begin + LONGEST_PASSAGE
        yield begin, cut
        begin = cut
    yield begin, end

# SPDX-License-Identifier: GPL-3.0-or-later
"""Annotations of others beside the library: what fits where is worked out before anything is written.

A position is believed when the words there are those that the file quotes; else the words are looked for, and where
they are not found for sure, the annotation is reported and left out. Nothing is guessed.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reader.errors import Cancelled
from reader.interchange import Format, ReadOptions
from reader.interchange.received import Problem, Received, ReceivedAnnotation, ReceivedTag
from reader.model.annotation import LONGEST_ANNOTATION, Annotation
from reader.model.document import Document
from reader.model.ids import DocumentId, TagId
from reader.model.tagset import Tag
from reader.store import Library
from reader.text.anchor import Revision, Selector
from reader.text.normalise import folded
from reader.text.spans import Span

CONTEXT = 32
"""Code points that are kept of what stands before and behind an annotation."""

Progress = Callable[[int, int], None]

_NO_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A document of the file and where it belongs: ``document_id``, or None for a text that will be taken in anew.

    ``found_again`` counts annotations whose words stood elsewhere than the file said; ``already_there`` those that the
    library has. ``problems`` are annotations and relations that are left out, with the reason.
    """

    title: str
    document_id: DocumentId | None
    annotations: tuple[ReceivedAnnotation, ...]
    found_again: int
    already_there: int
    problems: tuple[Problem, ...]
    received: Received


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """What an import would do; nothing is done yet.

    ``tags`` gives the library's tag for each name in the file; ``new_tags`` are those that it lacks. ``unplaced`` are
    documents of the file whose text neither it nor the library has.
    """

    path: Path
    form: str
    documents: tuple[Placed, ...]
    tags: Mapping[str, TagId]
    new_tags: tuple[ReceivedTag, ...]
    unplaced: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many annotations would be taken in, those with new tags among them."""
        return sum(len(each.annotations) for each in self.documents)

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(problem for each in self.documents for problem in each.problems)


def plan_annotations(
    library_path: Path,
    path: Path,
    form: Format,
    *,
    options: ReadOptions | None = None,
    document_id: DocumentId | None = None,
    progress: Progress = lambda _done, _total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> ImportPlan:
    """Read the file and compare it with the library; ``document_id`` is what a file without a text is about.

    Raises:
        Cancelled, FileError (AnnotationsUnreadable among them), UnknownDocument, LibraryError, FormatUnavailable.
    """
    with Library.open(library_path, create=False, read_only=True) as library:
        return _Planner(library, path, form, document_id).plan(options or ReadOptions(), progress, cancelled)


class _Planner:
    def __init__(self, library: Library, path: Path, form: Format, document_id: DocumentId | None) -> None:
        self._library, self._path, self._form = library, path, form
        self._document = None if document_id is None else library.documents.get(document_id)
        self._tags = tags_by_name(library.tagsets.tags())
        self._wanted: dict[str, ReceivedTag] = {}

    def plan(self, options: ReadOptions, progress: Progress, cancelled: Callable[[], bool]) -> ImportPlan:
        documents: list[Placed] = []
        unplaced: list[str] = []
        for number, received in enumerate(self._form.read(self._path, options), 1):
            if cancelled():
                raise Cancelled
            progress(number, 0)
            placed = self._placed(received)
            if placed is None:
                unplaced.append(received.title or received.source or f"document {number}")
            else:
                documents.append(placed)
        known, new = self._divided(documents)
        return ImportPlan(
            path=self._path,
            form=self._form.name,
            documents=tuple(documents),
            tags=known,
            new_tags=new,
            unplaced=tuple(unplaced),
        )

    def _placed(self, received: Received) -> Placed | None:
        """Where the document belongs; None when nobody has its text."""
        document = self._document or _document_of(self._library, received)
        if document is None and received.text is None:
            return None
        text = received.text or ""
        if document is not None:
            text = "".join(piece for _, piece in self._library.texts.open(document.id).texts())
        placer = _Placer(received, text)
        annotations, problems = placer.placed()
        there = self._already_there(document, annotations)
        kept = tuple(each for each, is_there in zip(annotations, there, strict=True) if not is_there)
        return Placed(
            title=document.title if document is not None else received.title,
            document_id=None if document is None else document.id,
            annotations=kept,
            found_again=placer.found_again,
            already_there=sum(there),
            problems=(*received.problems, *problems),
            received=received,
        )

    def _already_there(self, document: Document | None, annotations: Sequence[ReceivedAnnotation]) -> list[bool]:
        """Whether the library has the annotation: by its id, or by place, tag and author."""
        if document is None:
            return [False] * len(annotations)
        found = []
        by_span: dict[tuple[int, int], list[Annotation]] = {}
        for each in annotations:
            ends = (each.start, each.end)
            if ends not in by_span:
                by_span[ends] = self._library.annotations.on_span(document.id, Span(*ends))
            tag_id = self._tags.get(tag_key(each.tag))
            found.append(
                any(
                    one.id == each.key or (one.tag_id == tag_id and (not each.author or one.author == each.author))
                    for one in by_span[ends]
                )
            )
        return found

    def _divided(self, documents: Iterable[Placed]) -> tuple[dict[str, TagId], tuple[ReceivedTag, ...]]:
        """The library's tag for each name that is used, and the tags it lacks."""
        known: dict[str, TagId] = {}
        new: dict[str, ReceivedTag] = {}
        for each in documents:
            given = {tag.key: tag for tag in each.received.tags}
            for name in dict.fromkeys(annotation.tag for annotation in each.annotations):
                tag = given.get(name) or ReceivedTag(key=name)
                names = (name, *(text for _, text in tag.names))
                tag_id = next((self._tags[tag_key(one)] for one in names if tag_key(one) in self._tags), None)
                if tag_id is not None:
                    known[name] = tag_id
                elif name not in known:
                    new.setdefault(name, tag)
        return known, tuple(new.values())


class _Placer:
    """Where the annotations of one document stand in a text that may differ from the file's."""

    def __init__(self, received: Received, text: str) -> None:
        self._received, self._text = received, text
        given = received.text
        self._is_same = given is None or given == text
        self._revision = Revision(text if given is None else given, text)
        self._letters = None if given is None or received.exact else _places_by_letters(given, text)
        self.found_again = 0

    def placed(self) -> tuple[list[ReceivedAnnotation], list[Problem]]:
        found: list[ReceivedAnnotation] = []
        problems: list[Problem] = []
        for each in self._received.annotations:
            span, reason = self._place(each)
            if span is None:
                problems.append(Problem(place=each.place or each.key, reason=reason))
                continue
            if (span.start, span.end) != (each.start, each.end):
                self.found_again += 1
            found.append(replace(each, start=span.start, end=span.end, quote=self._text[span.start : span.end]))
        return found, problems

    def _place(self, each: ReceivedAnnotation) -> tuple[Span | None, str]:
        given = self._received.text if self._received.text is not None else self._text
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


def _document_of(library: Library, received: Received) -> Document | None:
    """The library's document: by its id, by the digest of its text, or, for a file without text, by its title."""
    digest = received.digest
    if received.text is not None:
        digest = hashlib.sha256(received.text.encode()).hexdigest()
    if digest and (found := library.documents.by_digest(digest)) is not None:
        return found
    ours = library.documents.with_keys([(received.document_id,)]) if received.document_id else {}
    if ours:
        return next(iter(ours.values()))
    if received.text is None and received.title:
        titled = [each for each in library.documents.list() if each.title == received.title]
        return titled[0] if len(titled) == 1 else None
    return None


def tags_by_name(tags: Iterable[Tag]) -> dict[str, TagId]:
    """Tags by id and by their names in every language, folded; of two with one name the first counts."""
    found: dict[str, TagId] = {}
    for tag in tags:
        for name in (tag.id, *(name for _, name in tag.names)):
            found.setdefault(tag_key(name), tag.id)
    return found


def tag_key(name: str) -> str:
    """What names of one tag share: formats that have no spaces or marks in names write low lines for them."""
    return " ".join(_NO_LETTERS.sub(" ", folded(name, "search").casefold()).split()) or name


def _checked(span: Span) -> tuple[Span | None, str]:
    if len(span) > LONGEST_ANNOTATION:
        return None, f"it covers {len(span)} characters, more than {LONGEST_ANNOTATION}"
    return span, ""


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"

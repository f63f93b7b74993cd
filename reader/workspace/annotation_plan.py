# SPDX-License-Identifier: GPL-3.0-or-later
"""Annotations of others beside the library: what fits where is worked out before anything is written."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from reader.errors import Cancelled
from reader.interchange import Format, ReadOptions
from reader.interchange.received import (
    Problem,
    Received,
    ReceivedAnnotation,
    ReceivedDecision,
    ReceivedRelation,
    ReceivedTag,
)
from reader.model.annotation import Annotation
from reader.model.document import Document
from reader.model.ids import AnnotationId, DocumentId, TagId
from reader.model.tagset import Tag
from reader.store import Library
from reader.text.normalise import folded
from reader.text.spans import Span
from reader.workspace.annotation_placing import Placer, joined
from reader.workspace.extraction import Extractor

Progress = Callable[[int, int], None]

_NO_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A document of the file and where it belongs: ``document_id``, or None for a text that will be taken in anew.

    ``found_again`` counts annotations whose words stood elsewhere than the file said; ``already_there`` those that the
    library has, or that the file says twice. ``present`` gives for the key of each that the library has, its id there.
    ``relations`` and ``decisions`` are those that can be taken in. ``problems`` are annotations, relations and
    decisions that are left out, with the reason.
    """

    title: str
    document_id: DocumentId | None
    annotations: tuple[ReceivedAnnotation, ...]
    found_again: int
    already_there: int
    problems: tuple[Problem, ...]
    received: Received
    present: Mapping[str, AnnotationId] = field(default_factory=dict)
    twins: Mapping[str, str] = field(default_factory=dict)
    relations: tuple[ReceivedRelation, ...] = ()
    decisions: tuple[ReceivedDecision, ...] = ()


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

    The file is read in a process of its own with limits of time and memory, as texts are.

    Raises:
        Cancelled, FileError (AnnotationsUnreadable among them), UnknownDocument, LibraryError, FormatUnavailable.
    """
    with Library.open(library_path, create=False, read_only=True) as library, Extractor() as extractor:
        planner = _Planner(library, path, form, document_id)
        given = extractor.annotations(path, form.name, options or ReadOptions(), progress, cancelled)
        return planner.plan(given, progress, cancelled)


class _Planner:
    def __init__(self, library: Library, path: Path, form: Format, document_id: DocumentId | None) -> None:
        self._library, self._path, self._form = library, path, form
        self._document = None if document_id is None else library.documents.get(document_id)
        self._tags = tags_by_name(library.tagsets.tags())
        self._wanted: dict[str, ReceivedTag] = {}

    def plan(self, given: Iterable[Received], progress: Progress, cancelled: Callable[[], bool]) -> ImportPlan:
        documents: list[Placed] = []
        unplaced: list[str] = []
        for number, received in enumerate(given, 1):
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
        placer = Placer(received, text)
        annotations, problems = placer.annotations()
        relations, unjoined = joined(received, annotations)
        decisions, undecided = placer.decisions()
        kept, twins = _once(received, annotations)
        present = self._present(document, kept, received)
        new = tuple(each for each in kept if id(each) not in present)
        return Placed(
            title=document.title if document is not None else received.title,
            document_id=None if document is None else document.id,
            annotations=new,
            found_again=placer.found_again,
            already_there=len(annotations) - len(new),
            problems=(*received.problems, *problems, *unjoined, *undecided),
            received=received,
            present={each.key: present[id(each)] for each in kept if id(each) in present and each.key},
            twins=twins,
            relations=relations,
            decisions=tuple(decisions),
        )

    def _present(
        self, document: Document | None, annotations: Sequence[ReceivedAnnotation], received: Received
    ) -> dict[int, AnnotationId]:
        """For the identity of each annotation that the library has, its id: the same id, or place, tag and author.

        One that brings a note or attributes which those at its place lack is another one.
        """
        if document is None or not annotations:
            return {}
        own = self._library.annotations.find({AnnotationId(each.key) for each in annotations if each.key})
        by_id = {str(each.id): each for each in own if each.document_id == document.id}
        by_ends: dict[tuple[int, int], list[Annotation]] = {}
        if self._library.annotations.count(document.id):
            whole = Span(0, max(each.end for each in annotations))
            for one in self._library.annotations.overlapping(document.id, whole):
                by_ends.setdefault((one.span.start, one.span.end), []).append(one)
        named = {tag.key: self._known(tag.key, tag) for tag in received.tags}
        found: dict[int, AnnotationId] = {}
        for each in annotations:
            tag_id = named.get(each.tag) or self._tags.get(tag_key(each.tag))
            here = (one for one in by_ends.get((each.start, each.end), ()) if is_same(one, each, tag_id))
            same = by_id.get(each.key) or next(here, None)
            if same is not None:
                found[id(each)] = same.id
        return found

    def _known(self, key: str, tag: ReceivedTag) -> TagId | None:
        """The library's tag for one of the file: by its id or key, else by one of its names."""
        names = (key, *(text for _, text in tag.names))
        return next((self._tags[tag_key(one)] for one in names if tag_key(one) in self._tags), None)

    def _divided(self, documents: Iterable[Placed]) -> tuple[dict[str, TagId], tuple[ReceivedTag, ...]]:
        """The library's tag for each name that is used, and the tags it lacks, each behind the one it stands under."""
        known: dict[str, TagId] = {}
        new: dict[str, ReceivedTag] = {}
        for each in documents:
            given = {tag.key: tag for tag in each.received.tags}
            for name in _named_in(each, given):
                tag = given.get(name) or ReceivedTag(key=name)
                tag_id = self._known(name, tag)
                if tag_id is not None:
                    known[name] = tag_id
                elif name not in new:
                    new |= self._with_those_above(tag, given, new)
        return known, tuple(new.values())

    def _with_those_above(
        self, tag: ReceivedTag, given: Mapping[str, ReceivedTag], new: Mapping[str, ReceivedTag]
    ) -> dict[str, ReceivedTag]:
        """The tag behind those it stands under which are new too. A circle of tags ends where it closes."""
        line = [tag]
        seen = {tag.key}
        while (above := given.get(line[-1].parent)) is not None and above.key not in seen:
            seen.add(above.key)
            line.append(above)
        wanted = [each for each in reversed(line) if each is tag or self._known(each.key, each) is None]
        return {each.key: each for each in wanted if each.key not in new}


def _named_in(placed: Placed, given: Mapping[str, ReceivedTag]) -> dict[str, None]:
    """The tags that a document of the file needs: those of its annotations, and all that a library of ours sent."""
    names = dict.fromkeys(annotation.tag for annotation in placed.annotations)
    if placed.received.tool == "hashiya" or not placed.received.text:
        names |= dict.fromkeys(given)
    return names


def _once(
    received: Received, annotations: Sequence[ReceivedAnnotation]
) -> tuple[list[ReceivedAnnotation], dict[str, str]]:
    """The annotations without those that say the same as another, and for the key of each such one that of the other.

    What another library of ours has twice stays so.
    """
    if received.tool == "hashiya":
        return list(annotations), {}
    found: dict[ReceivedAnnotation, ReceivedAnnotation] = {}
    twins: dict[str, str] = {}
    for each in annotations:
        said = replace(each, key="", place="", prefix="", suffix="", created="", modified="")
        first = found.setdefault(said, each)
        if first is not each and each.key:
            twins[each.key] = first.key
    return list(found.values()), twins


def is_same(one: Annotation, each: ReceivedAnnotation, tag_id: TagId | None) -> bool:
    """Whether an annotation of the library on the same span says all that one of the file says."""
    return (
        one.tag_id == tag_id
        and (not each.author or one.author == each.author)
        and (not each.note or one.note == each.note)
        and set(each.attributes) <= set(one.attributes)
    )


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

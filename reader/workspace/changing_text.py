# SPDX-License-Identifier: GPL-3.0-or-later
"""A document gets another text, and everything that stands in it moves along or is set aside whole: one edit."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial

from reader.errors import EditConflict
from reader.model.document import Document
from reader.model.edit import Edit, RecordChange
from reader.model.ids import DocumentId, now
from reader.model.placement import Displaced
from reader.model.structure import Block
from reader.model.version import Origin, TextVersion
from reader.store import Library
from reader.store.versions import Run, StoredChunk, VersionDraft
from reader.text.anchor import Found
from reader.text.chunks import LONGEST_CHUNK, ChunkedText, split_into_chunks
from reader.text.correction import Correction, least_change
from reader.text.diff import changes_between
from reader.text.places import Places
from reader.text.spans import Span
from reader.workspace.comparing import places_of_change
from reader.workspace.placing import NOTHING, Find, Placement, placement_of
from reader.workspace.structure_moving import Away, moved_blocks, with_directions

Check = Callable[[], None]
"""Called now and then in what takes long; it may raise an error to give up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextUpdate:
    """An edit that changes a text, and what it does: see ``Placement``. None where the text is the same."""

    edit: Edit | None
    placement: Placement = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownChange:
    """What became of each place of a text. ``runs`` lead from the old text to the new one; in those that are "kept",
    which are whole lines, things move by themselves; the others are noted with the version, for showing the old text.
    ``changed`` are code points removed and added, for each place that is called changed; None for what is between runs.
    """

    runs: Sequence[Run]
    find: Find
    away: Away
    changed: Sequence[tuple[int, int]] | None = None


def correct_text(  # noqa: PLR0917 - the order in which one says it
    library: Library,
    document_id: DocumentId,
    span: tuple[int, int],
    words: str,
    instead_of: str,
    author: str,
) -> Edit:
    """Other ``words`` in the place of those from ``span[0]`` to ``span[1]``, half-open; the two may be equal.

    Cost: the text is read once; what is written is a few chunks, and what stands behind the place.

    Raises:
        EditConflict: when what stands there is not ``instead_of``.
    """
    document = library.documents.get(document_id)
    old = library.texts.open_version(document_id, document.version)
    start, end = span
    if old.slice(start, end) != instead_of or not 0 <= start <= end <= document.length:
        raise EditConflict("text")
    start, end, words = least_change(instead_of, tidy(words), start)
    if start == end and not words:
        return _nothing(document_id)
    correction = Correction(old.slice, start, end, words)
    runs = _nonempty([Run(0, 0, start), Run(end, start + len(words), document.length - end)])
    draft = library.versions.begin(document_id)
    _write_correction(library, draft, old, correction)
    version = _version(document, draft, Origin.CORRECTION, author, [(end - start, len(words))])

    def away(offset: int) -> int:
        return offset if offset <= start else max(start + len(words), offset + correction.growth)

    placement_for = partial(placement_of, library, document, runs, correction.find)
    update = _edit(library, draft, document, version, runs, placement_for, away, "correct-text")
    return update.edit or _nothing(document_id)


def update_text(
    library: Library,
    document_id: DocumentId,
    text: str,
    author: str,
    *,
    source: str | None = None,
    encoding: str | None = None,
    blocks: Sequence[Block] | None = None,
    origin: Origin = Origin.UPDATE,
    name: str = "update-text",
    known: KnownChange | None = None,
    check: Check = lambda: None,
) -> TextUpdate:
    """Another text for the document, such as its file has now. ``blocks`` are its structure; without them the old one
    moves along, as far as its paragraphs are there. What became of what is looked up, unless it is ``known``.

    ``check`` is called now and then, and may raise an error to give up: then nothing of the new version is left.
    Cost: O(n log n) of the text where the changes are small; both texts are held in memory.
    """
    document = library.documents.get(document_id)
    old = library.texts.open_version(document_id, document.version)
    old_text, new_text = _whole(old), tidy(text)
    if old_text == new_text:
        return TextUpdate(edit=None)
    change = known or _looked_up(old_text, new_text, check)
    runs = [run for run in change.runs if run.kind == "kept"]
    draft = library.versions.begin(document_id)
    with _whole_or_not_at_all(draft):
        _write_update(draft, library.versions.chunks(document_id, document.version), runs, new_text)
        version = replace(
            _version(document, draft, origin, author, _changed(change, runs, len(old_text), len(new_text))),
            source=document.source if source is None else source,
            encoding=document.encoding if encoding is None else encoding,
        )
        placement_for = partial(
            placement_of, library, document, runs, _checking(change.find, check),
            returning=partial(_as_before, library, document_id, hashlib.sha256(new_text.encode()).hexdigest()),
        )  # fmt: skip
        return _edit(library, draft, document, version, change.runs, placement_for, change.away, name, blocks=blocks)


@contextmanager
def _whole_or_not_at_all(draft: VersionDraft) -> Iterator[None]:
    try:
        yield
    except BaseException:
        draft.abandon()
        raise


def _checking(find: Find, check: Check) -> Find:
    """The same, with a call of ``check`` before each place that is looked for."""

    def found(span: Span) -> Found:
        check()
        return find(span)

    return found


def _looked_up(old_text: str, new_text: str, check: Check) -> KnownChange:
    """What can be told from the two texts alone."""
    places = Places(old_text, new_text, check)
    cores = [(stretch.core, stretch.new - stretch.old) for stretch in places.written.stretches]
    runs = [Run(core[0], core[0] + by, core[1] - core[0]) for core, by in cores if core is not None]
    blocks = places_of_change(old_text, new_text, changes_between(places.written.same, len(old_text), len(new_text)))
    changed = [(end - start, last - first) for start, end, first, last in blocks]
    return KnownChange(runs=runs, find=places.find, away=places.map.derived_start, changed=changed)


def revert_text(
    library: Library, document_id: DocumentId, version: int, author: str, check: Check = lambda: None
) -> TextUpdate:
    """The text of an earlier version is in force again, as a new version. What had its place then has it again.

    ``check`` as in ``update_text``.

    Raises:
        LibraryCorrupt: when there is no such version.
    """
    earlier = library.versions.get(document_id, version)
    text = _whole(library.texts.open_version(document_id, version))
    blocks = library.structure.all_blocks(document_id, version=version)
    return update_text(
        library, document_id, text, author,
        source=earlier.source, encoding=earlier.encoding, blocks=blocks, origin=Origin.REVERT, name="revert-text",
        check=check,
    )  # fmt: skip


def tidy(text: str) -> str:
    """The text as the library keeps it: line feeds alone end lines, and there is no mark of byte order."""
    return text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff").encode("utf-8", "replace").decode()


def _edit(  # noqa: PLR0917 - a version and all that comes with it
    library: Library,
    draft: VersionDraft,
    document: Document,
    version: TextVersion,
    runs: Sequence[Run],
    placement_for: Callable[..., Placement],
    away: Away,
    name: str,
    *,
    blocks: Sequence[Block] | None = None,
) -> TextUpdate:
    draft.finish(document.version, runs)
    new = library.texts.open_version(document.id, draft.version)
    version = replace(version, digest=_digest(new), length=new.length or 0)
    before = library.structure.all_blocks(document.id, version=document.version)
    if blocks is None:
        blocks = moved_blocks(before, away, new)
    elif version.origin is Origin.UPDATE:
        blocks = with_directions(blocks, before, away, new)
    draft.put_blocks(blocks)
    placement = placement_for(new.slice)
    after = replace(
        document,
        digest=version.digest,
        length=version.length,
        source=version.source,
        encoding=version.encoding,
        version=version.version,
        modified=version.created,
    )
    change = [RecordChange(None, version), RecordChange(document, after)]
    edit = Edit(name=name, document_id=document.id, changes=(*placement.before, *change, *placement.after))
    return TextUpdate(edit=edit, placement=placement)


def _nothing(document_id: DocumentId) -> Edit:
    return Edit(name="correct-text", document_id=document_id, changes=())


def _version(
    document: Document, draft: VersionDraft, origin: Origin, author: str, changed: Sequence[tuple[int, int]]
) -> TextVersion:
    """The record of a version; ``changed`` are code points removed and added, for each place."""
    return TextVersion(
        document_id=document.id,
        version=draft.version,
        digest="",
        length=0,
        encoding=document.encoding,
        source=document.source,
        created=now(),
        author=author,
        origin=origin,
        based_on=document.version,
        places=len(changed),
        removed=sum(removed for removed, _ in changed),
        added=sum(added for _, added in changed),
    )


def _nonempty(runs: Sequence[Run]) -> list[Run]:
    return [run for run in runs if run.length]


def _write_correction(library: Library, draft: VersionDraft, old: ChunkedText, correction: Correction) -> None:
    """All chunks but those that the correction touches are those of the version in force."""
    chunks = library.versions.chunks(draft.document_id, old.version or 1)
    first, last = old.chunk_at(correction.start), old.chunk_at(max(correction.start, correction.end - 1))
    from_ = old.start_of(first) or 0
    text = "".join(old.chunk(index).text for index in range(first, last + 1))
    text = text[: correction.start - from_] + correction.words + text[correction.end - from_ :]
    draft.keep(chunks[:first])
    for piece in _pieces(text):
        draft.append(piece)
    draft.keep(chunks[last + 1 :])
    if not text and len(chunks) == last - first + 1:
        draft.append("")


def _pieces(text: str) -> Iterator[str]:
    """The text as one chunk while it is not too long for one."""
    if text:
        yield from split_into_chunks(text) if len(text) > LONGEST_CHUNK else (text,)


def _write_update(draft: VersionDraft, chunks: Sequence[StoredChunk], runs: Sequence[Run], text: str) -> None:
    """Chunks that are the same in both versions are shared; what lies between them is written."""
    done = 0
    for chunk, at in _shared(chunks, runs):
        if at < done:
            continue
        for piece in split_into_chunks(text[done:at]) if at > done else ():
            draft.append(piece)
        draft.keep([chunk])
        done = at + chunk.length
    if done < len(text) or not text:
        for piece in split_into_chunks(text[done:]):
            draft.append(piece)


def _shared(chunks: Sequence[StoredChunk], runs: Sequence[Run]) -> list[tuple[StoredChunk, int]]:
    """The chunks that lie whole in one of the runs, and where they begin in the new text, in its order."""
    found, start, index = list[tuple[StoredChunk, int]](), 0, 0
    ordered = sorted(runs)
    for chunk in chunks:
        while index < len(ordered) and ordered[index].old + ordered[index].length <= start:
            index += 1
        if index < len(ordered) and chunk.length:
            run = ordered[index]
            if run.old <= start and start + chunk.length <= run.old + run.length:
                found.append((chunk, run.new + start - run.old))
        start += chunk.length
    return sorted(found, key=lambda pair: pair[1])


def _changed(change: KnownChange, runs: Sequence[Run], old_length: int, new_length: int) -> Sequence[tuple[int, int]]:
    return _gaps_between(runs, old_length, new_length) if change.changed is None else change.changed


def _gaps_between(runs: Sequence[Run], old_length: int, new_length: int) -> list[tuple[int, int]]:
    """Code points that were removed and added between the runs, for each place where any were."""
    gaps, old_at, new_at = list[tuple[int, int]](), 0, 0
    for run in [*sorted(runs), Run(old_length, new_length, 0)]:
        removed, added = max(0, run.old - old_at), max(0, run.new - new_at)
        if removed or added:
            gaps.append((removed, added))
        old_at, new_at = run.old + run.length, max(new_at, run.new + run.length)
    return gaps


def _as_before(library: Library, document_id: DocumentId, digest: str, displaced: Displaced) -> Span | None:
    """Where a displaced annotation stood, when the text is again the one in which it did."""
    then = library.versions.find(document_id, displaced.version)
    return displaced.annotation.span if then is not None and then.digest == digest else None


def _whole(text: ChunkedText) -> str:
    return "".join(piece for _, piece in text.texts())


def _digest(text: ChunkedText) -> str:
    digest = hashlib.sha256()
    for _, piece in text.texts():
        digest.update(piece.encode("utf-8"))
    return digest.hexdigest()

# SPDX-License-Identifier: GPL-3.0-or-later
"""What an importer makes of a file: text, its structure, what the file says about itself, and what is to be told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from reader.model.structure import Block
from reader.text.direction import Direction

Progress = Callable[[int, int], None]
"""``progress(done, total)`` in any unit of the importer's own; total 0 while it is unknown."""
Cancelled = Callable[[], bool]


class NoticeKind(StrEnum):
    """What the user is told about an import that went well otherwise; ``Notice.count`` and ``detail`` fill it."""

    MISLABELLED = "mislabelled"
    """The name says another format (detail: the suffix) than the content."""
    BAD_CHARACTERS = "bad-characters"
    """``count`` NULs, lone surrogates and the like were dropped or replaced."""
    BAD_BYTES = "bad-bytes"
    """``count`` places did not decode and became U+FFFD."""
    DAMAGED = "damaged"
    """The file, or what could be read of it, is damaged (detail); the text may be wrong or incomplete. ``count``, where
    it is known, is the share of wrong words in hundredths."""
    INCOMPLETE = "incomplete"
    """The file ends in the middle; what there was is imported."""
    CUT_SHORT = "cut-short"
    """Something was larger than what is taken in (detail: what) and was cut."""
    SKIPPED_ROWS = "skipped-rows"
    """``count`` rows or records could not be read (detail: the first)."""
    EMPTY_ROWS = "empty-rows"
    """``count`` rows or records without text."""
    SKIPPED_MEMBERS = "skipped-members"
    """``count`` files of an archive were left out (detail: the first, and why)."""
    TRACKED_CHANGES = "tracked-changes"
    """``count`` tracked changes were accepted."""
    COMMENTS = "comments"
    """``count`` comments are offered as notes."""
    DROPPED_IMAGES = "dropped-images"
    """``count`` pictures are not kept."""
    DROPPED_FRAMES = "dropped-frames"
    """``count`` frames, scripts or embedded things are not kept."""
    DROPPED_PARTS = "dropped-parts"
    """``count`` parts of another kind are not kept (detail: which)."""
    NOTHING_FETCHED = "nothing-fetched"
    """``count`` things the file wanted from elsewhere were not fetched."""
    WHOLE_PAGE = "whole-page"
    """No article was found in the page, so all of it was taken."""
    NEEDS_OCR = "needs-ocr"
    """``count`` pages are pictures without text."""
    LOW_QUALITY = "low-quality"
    """The text was extracted, but likely has errors (detail) in ``count`` hundredths of the words."""
    VISUAL_ORDER = "visual-order"
    """``count`` lines stand in visual order; repair is offered, or done."""
    PRESENTATION_FORMS = "presentation-forms"
    """``count`` letters are presentation forms; repair is offered, or done."""
    REJOINED = "rejoined"
    """``count`` hard-wrapped lines were joined."""
    TOO_LONG_TO_COMPARE = "too-long-to-compare"
    """The file had another text before, and either is too long to be compared: this one is a document of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something to be told in the report; ``detail`` is a name or number out of the file, not a sentence."""

    kind: NoticeKind
    count: int = 0
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A remark somebody made in the file about code points ``start`` to ``end`` of the text, half-open.

    ``created`` is ISO 8601, or empty.
    """

    start: int
    end: int
    text: str
    author: str = ""
    created: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """The text as it stood in the file before it was repaired.

    ``runs`` lead from the original to ``Extracted.text``: ``(from_start, to_start, length, kind)`` in code points, in
    the order of ``to_start``; what is in no run has no counterpart.
    """

    text: str
    runs: tuple[tuple[int, int, int, str], ...] = ()
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """One document out of a file.

    ``text`` is verbatim, line feeds between its paragraphs; no carriage return, byte order mark, NUL or lone surrogate
    is in it. An empty ``title`` is derived from the text. Keys of ``metadata``: author, date (ISO 8601 where it can be
    parsed), language (BCP 47), address, publisher, site… ``direction`` is None when the letters decide.
    ``source_detail`` tells which row or which member of an archive this is.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    title: str = ""
    metadata: tuple[tuple[str, str], ...] = ()
    comments: tuple[Comment, ...] = ()
    notices: tuple[Notice, ...] = ()
    direction: Direction | None = None
    encoding: str = "utf-8"
    source_detail: str = ""
    original: Original | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Which columns of a table, or keys of a record, hold what: their names, or their numbers from 1; empty: none."""

    text: str = ""
    title: str = ""
    author: str = ""
    date: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How the user wants files to be read. Plain values, for it crosses processes.

    ``encoding`` overrules the guess, ``as_format`` (``Format.id``) the detection, ``columns`` the guess of columns.
    ``rejoin_lines`` joins hard-wrapped lines; ``whole_page`` keeps menus and the like of web pages; ``repair`` has text
    in visual order or presentation forms repaired, which otherwise is only told (see ``repairing``).
    """

    encoding: str | None = None
    as_format: str | None = None
    rejoin_lines: bool = False
    whole_page: bool = False
    repair: bool = False
    columns: Columns | None = None
    extra: tuple[tuple[str, str], ...] = field(default=())


class Importer(Protocol):
    """What the module of each format has."""

    def extract(self, path: Path, options: Options, progress: Progress, cancelled: Cancelled) -> Iterator[Extracted]:
        """The documents in the file, one after the other. ``path`` is a regular file that can be read.

        Raises:
            Cancelled: soon after ``cancelled()`` gives True.
            FileError: naming ``path``, when there is nothing to import. What was given before is not taken in then.
        """
        ...

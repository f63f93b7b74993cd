# SPDX-License-Identifier: GPL-3.0-or-later
"""HTML and XHTML trees as paragraphs: what each is for, its level, marker and direction. Nothing is laid out or run."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace

from lxml import etree
from lxml.etree import _Element as Element

from reader.importers.list_markers import BULLET, marker
from reader.importers.markup_tables import is_table_of_data, rows_of
from reader.importers.markup_tags import BLOCKS, DROPPED, direction_told, local_name, types_of
from reader.model.structure import BlockKind
from reader.text.direction import Direction

_BLANKS = re.compile("[ \t\n\f\r]+")
_BREAK = "\x0b"
_MARK = "\x0e"
_AROUND_BREAK = re.compile(f"(?: ?{_BREAK} ?)+")
_CONTROLS = str.maketrans("", "", f"{_BREAK}{_MARK}")
_TRIMMED = " \t\n\u00a0"
_HEADING = re.compile(r"h([1-6])")
_NOTE_ID = re.compile(r"(?:cite_note|endnote|footnote|_?ftn|_?edn|fn|en|note)[-:_.]?\D{0,12}\d", re.IGNORECASE)
_NOTE_TYPES = frozenset({"footnote", "endnote", "rearnote", "note", "doc-footnote", "doc-endnote"})
_NOTE_LISTS = frozenset({"footnotes", "endnotes", "rearnotes", "doc-endnotes", "references", "footnote-list"})
_NOTE_TAGS = frozenset({"li", "p", "div", "aside", "dd"})
_BACKLINKS = frozenset({"doc-backlink", "mw-cite-backlink", "footnote-backref", "footnote-back", "reversefootnote"})
_NOTE_MARKS = frozenset({"noteref", "doc-noteref", "footnote-ref", "footnoteref"})
_NOTE_MARK = re.compile(r"\w{1,5}|[*†‡§]{1,4}")
_PAGE_TYPES = frozenset({"pagebreak", "doc-pagebreak"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A paragraph of a page.

    ``anchors`` are the ids that stand before or in it, each with its offset in ``text``; ``pages`` likewise the labels
    of pages that begin there.
    """

    text: str
    kind: BlockKind
    level: int = 0
    label: str = ""
    direction: Direction | None = None
    anchors: tuple[tuple[str, int], ...] = ()
    pages: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """What an open element says about the paragraphs in it."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    direction: Direction | None = None
    verbatim: bool = False
    depth: int = 0
    notes: bool = False
    list_label: str = ""


@dataclass(slots=True)
class Dropped:
    """What was met and not kept."""

    images: int = 0
    frames: int = 0


@dataclass(slots=True)
class MarkupReader:
    """Reads one tree; ``leave_out`` are elements that are passed over with everything in them.

    ``hidden_too`` keeps what the page hides until somebody clicks.
    """

    leave_out: Collection[Element] = ()
    hidden_too: bool = False
    dropped: Dropped = field(default_factory=Dropped)
    note_labels: dict[str, str] = field(default_factory=dict)
    """The number with which the text referred to the note of this id."""
    _buffer: list[str] = field(default_factory=list)
    _labels: list[tuple[str, str]] = field(default_factory=list)
    _counters: dict[Element, int] = field(default_factory=dict)
    _item_label: str = ""
    _tables: int = 0

    def pieces(self, root: Element) -> Iterator[Piece]:
        """The paragraphs below ``root``, in their order. O(n), without recursion."""
        frames = [_Frame(direction=None)]
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            name = local_name(element)
            block = name in BLOCKS
            if event == "start":
                if block:
                    yield from self._flush(frames[-1])
                frames.append(self._opened(element, name, frames[-1]))
                if self._passes_over(element, name):
                    walk.skip_subtree()
                elif name == "table" and is_table_of_data(element):
                    yield from self._table(element, frames[-1])
                    walk.skip_subtree()
                else:
                    self._begin(element, name)
                continue
            if block:
                yield from self._flush(frames[-1])
            else:
                self._add(_drawn_around(element, name)[1])
            frames.pop()
            if element is not root:
                self._add(element.tail)
        yield from self._flush(frames[-1])

    def _passes_over(self, element: Element, name: str) -> bool:
        if name in ("img", "picture", "svg"):
            self.dropped.images += 1
            return True
        if name in ("iframe", "object", "embed", "video", "audio", "frame"):
            self.dropped.frames += 1
            return True
        if name in DROPPED or element in self.leave_out or types_of(element) & _BACKLINKS:
            return True
        return not self.hidden_too and _is_hidden(element)

    def _begin(self, element: Element, name: str) -> None:
        if identity := element.get("id") or (name == "a" and element.get("name")):
            self._set_mark("", identity)
        if types_of(element) & _PAGE_TYPES:
            self._set_mark("page", element.get("title") or element.get("aria-label") or (element.text or "").strip())
        elif name == "br":
            self._buffer.append(_BREAK)
        elif name == "wbr":
            self._buffer.append("\u200b")
        else:
            if name == "a" and _is_bare_note_mark(element):
                written = "".join(element.itertext()).strip()
                self.note_labels[(element.get("href") or "").rpartition("#")[2]] = written
            self._add(_drawn_around(element, name)[0])
            self._add(element.text)

    def _set_mark(self, kind: str, label: str) -> None:
        self._buffer.append(_MARK)
        self._labels.append((kind, label))

    def _add(self, text: str | None) -> None:
        if text:
            self._buffer.append(text.translate(_CONTROLS))

    def _opened(self, element: Element, name: str, outer: _Frame) -> _Frame:
        """What holds inside ``element``."""
        told = direction_told(element)
        frame = replace(outer, direction=told) if told is not None else outer
        types = types_of(element)
        if types & _NOTE_LISTS:
            frame = replace(frame, notes=True)
        if heading := _HEADING.fullmatch(name):
            return replace(frame, kind=BlockKind.HEADING, level=int(heading[1]))
        if "heading" in types and (element.get("aria-level") or "").isdecimal():
            return replace(frame, kind=BlockKind.HEADING, level=min(int(element.get("aria-level")), 6))
        if _is_note(element, name, types, inside_notes=frame.notes):
            self._item_label = self._number_of(element, name) or self.note_labels.get(element.get("id") or "", "")
            return replace(frame, kind=BlockKind.NOTE, level=0)
        if frame.kind is BlockKind.NOTE:
            return frame
        return self._opened_container(element, name, frame)

    def _opened_container(self, element: Element, name: str, frame: _Frame) -> _Frame:
        if name in ("ul", "ol", "menu", "dir"):
            self._counters[element] = _whole_number(element.get("start"), 1)
            return replace(frame, depth=frame.depth + 1)
        if name == "li":
            self._item_label = self._number_of(element, name)
            return replace(frame, kind=BlockKind.ITEM, level=max(frame.depth, 1))
        if name == "dd":
            self._item_label = BULLET
            return replace(frame, kind=BlockKind.ITEM, level=frame.depth + 1)
        if name in _KINDS:
            return replace(frame, kind=_KINDS[name], verbatim=frame.verbatim or _KINDS[name] is BlockKind.CODE)
        return frame

    def _number_of(self, element: Element, name: str) -> str:
        """The marker of a list item, as a browser would draw it."""
        parent = element.getparent()
        if name != "li" or parent is None:
            return ""
        if local_name(parent) != "ol":
            return BULLET
        number = _whole_number(element.get("value"), self._counters.get(parent, 1))
        self._counters[parent] = number + 1
        return marker(number, _style_of(parent))

    def _flush(self, frame: _Frame) -> Iterator[Piece]:
        """The paragraph gathered so far, if there is anything in it; anchors and pages before it wait for the next one.

        A second paragraph of a list item is a plain one.
        """
        raw = "".join(self._buffer)
        text = raw.replace(_BREAK, "\n") if frame.verbatim else _collapsed(raw, frame.kind)
        text, places = _without_marks(text, "\n" if frame.verbatim else _TRIMMED)
        if not text.strip(_TRIMMED):
            self._buffer = [_MARK] * len(self._labels)
            return
        found = [(kind, label, place) for (kind, label), place in zip(self._labels, places, strict=True)]
        label, self._item_label = self._item_label if frame.kind in _LABELLED else "", ""
        kind = BlockKind.PARAGRAPH if frame.kind is BlockKind.ITEM and not label else frame.kind
        self._buffer, self._labels = [], []
        yield Piece(
            text=text,
            kind=kind,
            level=frame.level if kind is frame.kind else 0,
            label=label,
            direction=frame.direction,
            anchors=tuple((label, place) for kind, label, place in found if not kind),
            pages=tuple((label, place) for kind, label, place in found if kind),
        )

    def _table(self, table: Element, frame: _Frame) -> Iterator[Piece]:
        if identity := table.get("id"):
            self._set_mark("", identity)
        self._tables += 1
        for kind, text, heads in rows_of(table, self._passes_over):
            self._buffer.append(text)
            self._item_label = str(self._tables)
            yield from self._flush(replace(frame, kind=kind, level=int(heads), verbatim=True))
        self._item_label = ""


_KINDS = {
    "blockquote": BlockKind.QUOTATION,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "pre": BlockKind.CODE,
    "listing": BlockKind.CODE,
    "xmp": BlockKind.CODE,
}
_LABELLED = (BlockKind.ITEM, BlockKind.NOTE, BlockKind.ROW)


def _collapsed(raw: str, kind: BlockKind) -> str:
    """White space as HTML prescribes: one space for each stretch, none beside a break. Several breaks are as one."""
    text = _AROUND_BREAK.sub(_BREAK, _BLANKS.sub(" ", raw))
    return text.replace(_BREAK, " " if kind in (BlockKind.HEADING, BlockKind.CAPTION) else "\n")


def _without_marks(text: str, trimmed: str) -> tuple[str, list[int]]:
    """The text without marks and without white space around it, and where in it the marks stood."""
    parts = text.split(_MARK)
    whole, places = parts[0], []
    for part in parts[1:]:
        places.append(len(whole))
        whole += part[1:] if whole[-1:] in (" ", "\n") and part[:1] == " " else part
    leading = len(whole) - len(whole.lstrip(trimmed))
    stripped = whole.strip(trimmed)
    return stripped, [min(max(place - leading, 0), len(stripped)) for place in places]


def _is_note(element: Element, name: str, types: frozenset[str], *, inside_notes: bool) -> bool:
    if types & _NOTE_TYPES and name in BLOCKS:
        return True
    if name == "li" and inside_notes:
        return True
    return name in _NOTE_TAGS and bool(_NOTE_ID.match(element.get("id") or ""))


def _is_hidden(element: Element) -> bool:
    if element.get("hidden") is not None:
        return True
    style = (element.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style


def _drawn_around(element: Element, name: str) -> tuple[str, str]:
    """What stands around an element that plain text has no other way to show.

    Quotation marks, parentheses of a ruby annotation that brings none, brackets of the raised number of a note.
    """
    if name == "q":
        return "“", "”"
    if name == "a" and _is_bare_note_mark(element):
        return "[", "]"
    parent = element.getparent() if name == "rt" else None
    if parent is None or any(local_name(child) == "rp" for child in parent):
        return "", ""
    return "(", ")"


def _is_bare_note_mark(link: Element) -> bool:
    """Whether a link is the raised number of a note, without anything that would part it from the word before it."""
    if "#" not in (link.get("href") or "") or len(link) > 1:
        return False
    parent = link.getparent()
    raised = parent is not None and local_name(parent) == "sup"
    raised = raised or (len(link) == 1 and local_name(link[0]) == "sup")
    if not raised and not types_of(link) & _NOTE_MARKS:
        return False
    return _NOTE_MARK.fullmatch("".join(link.itertext()).strip()) is not None


def _whole_number(written: str | None, otherwise: int) -> int:
    digits = (written or "").strip()
    return int(digits) if digits.isdecimal() and len(digits) < 7 else otherwise


def _style_of(ordered_list: Element) -> str:
    found = re.search(r"list-style(?:-type)?\s*:\s*([\w-]+)", ordered_list.get("style") or "")
    return found[1] if found else ordered_list.get("type") or "decimal"

# SPDX-License-Identifier: GPL-3.0-or-later
"""The inside of an OpenDocument paragraph: white space, tabs, breaks, fields, notes, comments, what is in frames."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from reader.importers.marked_text import MarkedText, MarkKind
from reader.importers.odt_styles import SPACES, TEXT

OFFICE = f"{{{SPACES}office:1.0}}"
DRAW = f"{{{SPACES}drawing:1.0}}"
TABLE = f"{{{SPACES}table:1.0}}"
DC = "{http://purl.org/dc/elements/1.1/}"
META = f"{{{SPACES}meta:1.0}}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_BLANKS = re.compile("[ \t\r\n]+")
_MOST_SPACES = 1000
_LEFT_OUT = frozenset(
    [f"{TEXT}{name}" for name in ("tracked-changes", "script", "bookmark", "hidden-paragraph", "note-citation")]
    + [f"{TEXT}{name}" for name in ("sequence-decls", "variable-decls", "user-field-decls", "ruby-text", "toc-mark")]
)
_CHARACTERS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}


@dataclass(slots=True)
class Found:
    """What was met on the way through a document. ``notes`` are the bodies of notes with their labels."""

    images: int = 0
    embedded: int = 0
    footnotes: list[tuple[str, Element]] = field(default_factory=list)
    endnotes: list[tuple[str, Element]] = field(default_factory=list)
    annotations: dict[str, Element] = field(default_factory=dict)


class InlineReader:
    """Reads the paragraphs of one document in order; ``begin_page`` is told of pages that begin by themselves."""

    def __init__(self, found: Found, begin_page: Callable[[MarkedText], None], deletions: frozenset[str]) -> None:
        self.found = found
        self._deletions = deletions
        self._deleted: set[str] = set()
        self._begin_page = begin_page
        self._boxes: list[Element] = []
        self.page_is_fresh = True
        """Whether nothing has been read since a page began."""

    def read(self, paragraph: Element, text: MarkedText) -> list[Element]:
        """Add the text of a paragraph; text boxes in it come back, to be read after it."""
        self._boxes = []
        self._inside(paragraph, text)
        return self._boxes

    def read_mark(self, element: Element, text: MarkedText) -> None:
        """Heed a mark that stands between paragraphs: a page, the ends of a tracked change."""
        self._element(element, text)

    def _inside(self, element: Element, text: MarkedText) -> None:
        self._add(element.text, text)
        for child in element:
            self._element(child, text)
            self._add(child.tail, text)

    def _add(self, written: str | None, text: MarkedText) -> None:
        """White space counts once, and not at all behind white space or at the beginning.

        Source: OpenDocument 1.3, part 3, section 6.1.2.
        """
        if not written or self._deleted:
            return
        collapsed = _BLANKS.sub(" ", written)
        if collapsed.startswith(" ") and (not text.parts or text.parts[-1][-1:] in (" ", "")):
            collapsed = collapsed[1:]
        if collapsed:
            self.page_is_fresh = self.page_is_fresh and collapsed == " "
            text.add(collapsed)

    def _element(self, element: Element, text: MarkedText) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in _LEFT_OUT:
            return
        if tag in (f"{TEXT}change-start", f"{TEXT}change-end"):
            self._change(element.get(f"{TEXT}change-id") or "", begins=tag == f"{TEXT}change-start")
        elif tag == f"{TEXT}soft-page-break":
            self._begin_page(text)
        elif self._deleted:
            self._inside(element, text)
        else:
            self._kept(element, tag, text)

    def _change(self, identity: str, *, begins: bool) -> None:
        """Deletions that the file keeps in their places are passed over."""
        if begins and identity in self._deletions:
            self._deleted.add(identity)
        elif not begins:
            self._deleted.discard(identity)

    def _kept(self, element: Element, tag: str, text: MarkedText) -> None:
        if tag == f"{TEXT}s":
            count = element.get(f"{TEXT}c") or "1"
            text.add(" " * (min(int(count), _MOST_SPACES) if count.isdecimal() and len(count) < 9 else 1))
        elif tag in _CHARACTERS:
            text.add(_CHARACTERS[tag])
        elif tag == f"{TEXT}note":
            self._note(element, text)
        elif tag == f"{OFFICE}annotation":
            self._annotation(element, text)
        elif tag == f"{OFFICE}annotation-end":
            text.mark(MarkKind.COMMENT_END, element.get(f"{OFFICE}name") or "")
        elif tag.startswith(DRAW):
            self._frame(element)
        elif tag == f"{TEXT}ruby":
            self._ruby(element, text)
        elif element.get(f"{TEXT}display") != "none":
            self._inside(element, text)

    def _note(self, note: Element, text: MarkedText) -> None:
        """The citation stands in the text, the note itself at the end."""
        citation, body = note.find(f"{TEXT}note-citation"), note.find(f"{TEXT}note-body")
        label = "".join(citation.itertext()).strip() if citation is not None else ""
        endnote = note.get(f"{TEXT}note-class") == "endnote"
        if body is not None:
            (self.found.endnotes if endnote else self.found.footnotes).append((label, body))
        text.add(f"[{label}]" if label else "")

    def _annotation(self, element: Element, text: MarkedText) -> None:
        name = element.get(f"{OFFICE}name") or f"#{len(self.found.annotations)}"
        self.found.annotations.setdefault(name, element)
        text.mark(MarkKind.COMMENT_START, name)

    def _ruby(self, element: Element, text: MarkedText) -> None:
        base, above = element.find(f"{TEXT}ruby-base"), element.find(f"{TEXT}ruby-text")
        if base is not None:
            self._inside(base, text)
        written = "".join(above.itertext()).strip() if above is not None else ""
        text.add(f"({written})" if written else "")

    def _frame(self, element: Element) -> None:
        self._boxes += self.boxes_of(element)

    def boxes_of(self, element: Element) -> list[Element]:
        """The text boxes in a drawing; pictures and other things in it are counted."""
        boxes = list(element.iter(f"{DRAW}text-box"))
        names = {below.tag for below in element.iter()}
        if names & {f"{DRAW}object", f"{DRAW}object-ole", f"{DRAW}plugin", f"{DRAW}applet", f"{DRAW}floating-frame"}:
            self.found.embedded += 1
        elif f"{DRAW}image" in names and not boxes:
            self.found.images += 1
        return [box for box in boxes if not any(above in boxes for above in box.iterancestors())]

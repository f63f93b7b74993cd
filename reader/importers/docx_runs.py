# SPDX-License-Identifier: GPL-3.0-or-later
"""The runs of a DOCX paragraph as text: breaks, signs, fields' results, tracked changes, notes, ends of comments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from reader.importers.docx_xml import W, switch, value
from reader.importers.marked_text import MarkedText, MarkKind

_CHARACTERS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "ptab": "\t"}
_TRANSPARENT_NAMES = (
    "hyperlink ins moveTo smartTag customXml fldSimple sdt sdtContent dir bdo r oMath oMathPara rubyBase e sup sub num "
    "den f sSup sSub d rad deg nary ruby m mr"
)
_TRANSPARENT = frozenset(_TRANSPARENT_NAMES.split())
_DROPPED_CHANGES = frozenset({"del", "moveFrom"})
_KEPT_CHANGES = frozenset({"ins", "moveTo"})
_SIGNS = {
    "symbol": dict(zip("abgdezhqiklmnxoprstufcyw", "αβγδεζηθικλμνξοπρστυφχψω", strict=True))
    | {"·": "•", "®": "→", "¬": "←"},
    "wingdings": {
        "ü": "✓",
        "û": "✗",
        "§": "▪",
        "l": "●",
        "n": "■",
        "q": "□",
        "à": "→",
        "ß": "←",
        "J": "☺",
        "(": "☎",
        "*": "✉",
    },
}
"""Letters that fonts of signs draw otherwise. Source: the encodings of the fonts Symbol and Wingdings."""
_PRIVATE = 0xF000


@dataclass(slots=True)
class Found:
    """What was met on the way through a document."""

    changes: int = 0
    images: int = 0
    embedded: int = 0
    pages: bool = False
    notes: list[tuple[str, str, str]] = field(default_factory=list)
    """Kind (footnote, endnote), id and label of the notes in the order in which the text refers to them."""
    numbers: Counter[str] = field(default_factory=Counter)


class RunReader:
    """Reads the paragraphs of one document in order. ``label_of`` writes the number of a note of a kind.

    A field may begin in one paragraph and end in another, so one reader reads them all.
    """

    def __init__(self, found: Found, label_of: Callable[[str, int], str]) -> None:
        self.found = found
        self._label_of = label_of
        self._fields: list[bool] = []
        self._boxes: list[Element] = []
        self.page = 1
        self._page_is_fresh = True

    def read(self, paragraph: Element, text: MarkedText) -> list[Element]:
        """Add the text of a paragraph; what stands in text boxes comes back, to be read after it."""
        self._boxes = []
        for child in paragraph:
            self._element(child, text)
        return self._boxes

    def _element(self, element: Element, text: MarkedText) -> None:
        name = _name(element)
        if name in _DROPPED_CHANGES:
            self.found.changes += 1
            return
        if name in _KEPT_CHANGES:
            self.found.changes += 1
        if name == "r":
            if not _is_hidden(element):
                self._children(element, text)
        elif name == "ruby":
            self._ruby(element, text)
        elif name in _TRANSPARENT:
            self._children(element, text)
        elif name in ("AlternateContent", "Choice", "Fallback"):
            self._alternative(element, text)
        else:
            self._leaf(element, name, text)

    def _children(self, element: Element, text: MarkedText) -> None:
        for child in element:
            self._element(child, text)

    def _leaf(self, element: Element, name: str, text: MarkedText) -> None:
        if name == "fldChar":
            self._field(value(element, "fldCharType"))
        elif name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
            kind = MarkKind.COMMENT_START if name == "commentRangeStart" else MarkKind.COMMENT_END
            text.mark(kind, value(element, "id"))
        elif name in ("drawing", "pict", "object"):
            self._drawing(element, name)
        elif any(self._fields):
            return
        elif name == "t":
            self._add(element.text or "", text)
        elif name in _CHARACTERS:
            text.add(_CHARACTERS[name])
        elif name == "br":
            self._break(element, text)
        elif name == "lastRenderedPageBreak":
            self.begin_page(text, laid_out=True)
        elif name == "sym":
            self._add(_sign(value(element, "font"), value(element, "char")), text)
        elif name in ("footnoteReference", "endnoteReference"):
            self._reference(name.removesuffix("Reference"), element, text)

    def _add(self, written: str, text: MarkedText) -> None:
        self._page_is_fresh = self._page_is_fresh and not written.strip()
        text.add(written)

    def _field(self, kind: str) -> None:
        """Between its beginning and its separator stands a field's code, which nobody reads; then its result."""
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _break(self, element: Element, text: MarkedText) -> None:
        kind = value(element, "type", "textWrapping")
        if kind == "page":
            self.begin_page(text)
        elif kind == "textWrapping":
            text.add("\n")

    def begin_page(self, text: MarkedText, *, laid_out: bool = False) -> None:
        """A page begins here. Where Word ``laid_out`` one and nothing has been read since the last, it is the same."""
        if laid_out and self._page_is_fresh:
            return
        self.page += 1
        self._page_is_fresh = True
        text.mark(MarkKind.PAGE, str(self.page) if self.found.pages else "")

    def _reference(self, kind: str, element: Element, text: MarkedText) -> None:
        identity = value(element, "id")
        if switch_attribute(element, "customMarkFollows"):
            self.found.notes.append((kind, identity, ""))
            return
        self.found.numbers[kind] += 1
        label = self._label_of(kind, self.found.numbers[kind])
        self.found.notes.append((kind, identity, label))
        text.add(f"[{label}]")

    def _ruby(self, element: Element, text: MarkedText) -> None:
        base, above = element.find(f"{W}rubyBase"), element.find(f"{W}rt")
        if base is not None:
            self._children(base, text)
        if above is not None:
            text.add("(")
            self._children(above, text)
            text.add(")")

    def _alternative(self, element: Element, text: MarkedText) -> None:
        """The same thing drawn in several ways: the first one counts."""
        first = next((child for child in element if _name(child) in ("Choice", "Fallback")), None)
        for child in first if first is not None else ():
            self._element(child, text)

    def _drawing(self, element: Element, name: str) -> None:
        boxes = [below for below in element.iter() if _name(below) == "txbxContent"]
        outermost = [box for box in boxes if not any(above in boxes for above in box.iterancestors())]
        self._boxes += outermost
        kinds = {_name(below) for below in element.iter()}
        if name == "object" or kinds & {"chart", "relIds"}:
            self.found.embedded += 1
        elif not boxes and kinds & {"blip", "imagedata"}:
            self.found.images += 1


def _name(element: Element) -> str:
    """The local name as it is written, for WordprocessingML tells names apart by their case."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def switch_attribute(element: Element, name: str) -> bool:
    return value(element, name).lower() in ("1", "true", "on")


def _is_hidden(run: Element) -> bool:
    properties = run.find(f"{W}rPr")
    return switch(properties, "vanish") is True


def _sign(font: str, written: str) -> str:
    """The character a font of signs draws for a code; the code's own character for fonts that are not known."""
    try:
        code = int(written, 16)
    except ValueError:
        return ""
    if not 0 < code < 0x110000 or 0xD800 <= code < 0xE000:
        return ""
    drawn = _SIGNS.get(font.strip().lower(), {})
    return drawn.get(chr(code - _PRIVATE) if code >= _PRIVATE and code < _PRIVATE + 256 else chr(code), chr(code))

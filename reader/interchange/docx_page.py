# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents as a Word document: tagged words on a coloured ground, and each tag a comment by whoever set it.

A comment says the tag's name, the note, attributes and who or what is meant; comments overlap as tags do. The text is
written as it is, paragraphs with Word's own styles, right to left where they run so. It is not read back as tags: our
reader of Word documents takes the comments as notes. Source: ECMA-376, part 1, WordprocessingML.
"""

from __future__ import annotations

import re
import tempfile
import tomllib
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import BinaryIO, TextIO, cast

from reader.interchange import docx_parts
from reader.interchange.content import Content, Options
from reader.interchange.page_words import words_in
from reader.interchange.passages import Paragraph, Passages, Piece, Said, passages_of, shown_metadata
from reader.interchange.xml_text import escaped, refuse_controls
from reader.resources import resource
from reader.text.direction import Direction, dominant_direction
from reader.text.structure import Role

_IN_MEMORY = 1 << 22
_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff"
_LEFT_RUN = re.compile(f"[^\\W\\d_{_RIGHT}](?:[^{_RIGHT}\t]*[^\\W_{_RIGHT}])?")
"""Letters that run left to right, with what stands between them and the figures behind them."""
_LEFT_MARK = "\u200e"
_NUMBER = re.compile(r"(\d{1,6})[.)]?")
_DEEPEST_HEADING, _DEEPEST_LIST = 6, 9
_STYLES = {
    Role.TITLE: "Title",
    Role.SUBTITLE: "Subtitle",
    Role.KICKER: "Subtitle",
    Role.QUOTATION: "Quote",
    Role.CAPTION: "Caption",
    Role.NOTE: "FootnoteText",
    Role.CODE: "HTMLPreformatted",
}


def write(contents: Iterable[Content], stream: BinaryIO, options: Options) -> None:
    """One document of Word, each of ours on a page of its own. Memory: one document; the rest lies in files.

    Raises:
        FormatCannotHold: for a text with a control character.
    """
    with (
        tempfile.SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", newline="") as body,
        tempfile.SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", newline="") as comments,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive,
    ):
        word = _Word(cast("TextIO", body), cast("TextIO", comments), options)
        for content in contents:
            word.add(passages_of(content, options.language))
        word.finish(archive)


class _Word:
    """A document of Word while ours are added."""

    def __init__(self, body: TextIO, comments: TextIO, options: Options) -> None:
        self._body, self._comments, self._language = body, comments, options.language
        self._words = words_in(options.language)
        self._titles: list[str] = []
        self._ways: list[Direction] = []
        self._count = 0
        self._starts: list[int] = []
        self._lists: dict[int, tuple[int, int]] = {}
        """For each level the list that is counted there and its last number."""

    def add(self, passages: Passages) -> None:
        document = passages.document
        self._titles.append(document.title)
        self._ways.append(document.direction)
        self._body.writelines(self._paragraphs(passages))

    def finish(self, archive: zipfile.ZipFile) -> None:
        """Write all parts."""
        right_to_left = not self._ways or self._ways[0] is Direction.RIGHT_TO_LEFT
        title = self._titles[0] if len(self._titles) == 1 else self._words["documents"]
        archive.writestr("[Content_Types].xml", docx_parts.content_types())
        archive.writestr("_rels/.rels", docx_parts.package_links())
        archive.writestr("docProps/core.xml", _core(title))
        archive.writestr("word/_rels/document.xml.rels", docx_parts.document_links())
        archive.writestr("word/styles.xml", docx_parts.styles(right_to_left=right_to_left))
        archive.writestr("word/numbering.xml", docx_parts.numbering(self._starts))
        archive.writestr("word/settings.xml", docx_parts.settings())
        bidi = "<w:bidi/>" if right_to_left else ""
        page = f'<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1300" w:right="1300" w:bottom="1300" w:left="1300" w:header="700" w:footer="700" w:gutter="0"/>{bidi}</w:sectPr>'  # noqa: E501 - one element
        _write_part(archive, "document", "<w:body>", self._body, f"{page}</w:body>")
        _write_part(archive, "comments", "", self._comments, "")

    def _paragraphs(self, passages: Passages) -> Iterator[str]:
        refuse_controls(passages.text, "DOCX")
        document = passages.document
        breaks = "<w:pageBreakBefore/>" if len(self._titles) > 1 else ""
        own = next((each for each in passages.paragraphs if each.part.role is Role.TITLE), None)
        if own is None or own.text.strip() != document.title.strip():
            yield self._plain(document.title, "Title", breaks)
            breaks = ""
        about = shown_metadata(document)
        if about:
            yield self._about(about, breaks)
            breaks = ""
        writing = _Writing(self, passages, breaks)
        for _, together in groupby(passages.pieces(), key=_is_row):
            group = list(together)
            if _is_row(group[0]):
                yield from writing.table(group)
                yield "<w:p/>" if group[-1][0] is passages.paragraphs[-1] else ""
            else:
                yield from map(writing.paragraph, group)

    def _plain(self, text: str, style: str, extra: str) -> str:
        clean = _without_controls(" ".join(text.split()))
        way = dominant_direction(clean)
        return f"<w:p>{_properties(style, way, extra)}{_runs(clean, '')}</w:p>"

    def _about(self, about: Iterable[tuple[str, str]], extra: str) -> str:
        """Where the document is from; a date keeps its order among Arabic words."""
        runs = []
        for number, (name, value) in enumerate(about):
            clean = _without_controls(" ".join(value.split()))
            runs.append(_runs(f"{' · ' if number else ''}{self._words[name]}: ", ""))
            runs.append(_run(f"{_LEFT_MARK}{clean}", "", is_right=False) if clean[:1].isdecimal() else _runs(clean, ""))
        way = dominant_direction(self._words["author"])
        return f"<w:p>{_properties('Caption', way, extra)}{''.join(runs)}</w:p>"

    def comment(self, each: Said) -> int:
        """The number of a new comment."""
        number, note = self._count, each.annotation
        self._count += 1
        about = [self._words["suggested"]] if each.is_suggested else []
        if each.entity is not None:
            about.append(f"= {each.entity.name}")
        name = each.name + (f" ({', '.join(about)})" if about else "")
        lines = [*note.note.split("\n")] if note.note.strip() else []
        lines += [f"{name}: {value}" for name, value in each.facts]
        shown = _comment_line(name, bold=True) + "".join(map(_comment_line, lines))
        author = _quoted(note.author or "?")
        day = (
            f' w:date="{note.created[:19]}Z"' if re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d.*", note.created) else ""
        )
        initials = _quoted(note.author[:1] or "?")
        self._comments.write(
            f'<w:comment w:id="{number}" w:author="{author}"{day} w:initials="{initials}">{shown}</w:comment>\n'
        )
        return number

    def list_of(self, level: int, label: str) -> int:
        """Which list an item belongs to: that of bullets, or one that counts on, or a new one."""
        found = _NUMBER.fullmatch(label.strip("() "))
        if found is None:
            return 1
        number = int(found[1])
        known = self._lists.get(level)
        if known is None or known[1] + 1 != number:
            self._starts.append(number)
            known = (len(self._starts) + 1, number)
        self._lists[level] = (known[0], number)
        return known[0]


def _is_row(pair: tuple[Paragraph, list[Piece]]) -> bool:
    return pair[0].part.role is Role.ROW


class _Writing:
    """The text of one document as paragraphs with its comments."""

    def __init__(self, word: _Word, passages: Passages, first: str) -> None:
        self._word = word
        self._passages = passages
        self._first = first
        self._numbers: dict[str, int] = {}

    def paragraph(self, pair: tuple[Paragraph, list[Piece]]) -> str:
        paragraph, pieces = pair
        words = "".join(self._piece(piece, paragraph, self._passages.text[piece.start : piece.end]) for piece in pieces)
        return f"<w:p>{self._own_properties(paragraph)}{words}</w:p>\n"

    def table(self, group: Sequence[tuple[Paragraph, list[Piece]]]) -> Iterator[str]:
        rows = [self._cells(paragraph, pieces) for paragraph, pieces in group]
        width = max(map(len, rows))
        way = group[0][0].direction
        visual = "<w:bidiVisual/>" if way is Direction.RIGHT_TO_LEFT else ""
        edges = "".join(
            f'<w:{edge} w:val="single" w:sz="4" w:color="BFB8AA"/>' for edge in ("top", "bottom", "insideH")
        )
        grid = f'<w:gridCol w:w="{9300 // width}"/>' * width
        yield (
            f'<w:tbl><w:tblPr>{visual}<w:tblW w:w="0" w:type="auto"/><w:tblBorders>{edges}</w:tblBorders></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>"
        )
        for cells in rows:
            filled = [*cells, *[""] * (width - len(cells))]
            shown = "".join(f"<w:tc><w:p>{_properties('', way, '')}{cell}</w:p></w:tc>" for cell in filled)
            yield f"<w:tr>{shown}</w:tr>"
        yield "</w:tbl>\n"

    def _cells(self, paragraph: Paragraph, pieces: Sequence[Piece]) -> list[str]:
        cells: list[list[str]] = [[]]
        for piece in pieces:
            words = self._passages.text[piece.start : piece.end].split("\t")
            opened = self._opened(piece)
            for number, each in enumerate(words):
                if number:
                    cells.append([])
                cells[-1].append(opened if not number else "")
                cells[-1].append(_runs(each, _look(piece)))
            cells[-1].append(self._closed(piece, paragraph))
        return ["".join(cell) for cell in cells]

    def _piece(self, piece: Piece, paragraph: Paragraph, words: str) -> str:
        return f"{self._opened(piece)}{_runs(words, _look(piece))}{self._closed(piece, paragraph)}"

    def _opened(self, piece: Piece) -> str:
        """Where comments begin: tags that are met for the first time."""
        found = []
        for each in piece.under:
            if each.annotation.id not in self._numbers:
                number = self._numbers[each.annotation.id] = self._word.comment(each)
                found.append(f'<w:commentRangeStart w:id="{number}"/>')
        return "".join(found)

    def _closed(self, piece: Piece, paragraph: Paragraph) -> str:
        last = piece.end == paragraph.end
        ending = [each for each in piece.under if each.end == piece.end or (last and each.end == piece.end + 1)]
        ending += [each for each in piece.ending if each.annotation.id not in self._numbers]
        return "".join(self._end(each) for each in ending)

    def _end(self, each: Said) -> str:
        opened = ""
        number = self._numbers.get(each.annotation.id)
        if number is None:
            number = self._numbers[each.annotation.id] = self._word.comment(each)
            opened = f'<w:commentRangeStart w:id="{number}"/>'
        mark = f'<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="{number}"/></w:r>'
        return f'{opened}<w:commentRangeEnd w:id="{number}"/>{mark}'

    def _own_properties(self, paragraph: Paragraph) -> str:
        part, extra, self._first = paragraph.part, self._first, ""
        style = _STYLES.get(part.role, "")
        if part.role is Role.HEADING:
            style = f"Heading{min(max(part.level, 1), _DEEPEST_HEADING)}"
        elif part.role is Role.ITEM and part.level and part.opens:
            level = min(part.level, _DEEPEST_LIST)
            number = self._word.list_of(level, part.label)
            extra += f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="{number}"/></w:numPr>'
            style = "ListParagraph"
        return _properties(style, paragraph.direction, extra)


def _write_part(archive: zipfile.ZipFile, name: str, begin: str, middle: TextIO, end: str) -> None:
    root = "document" if name == "document" else name
    with archive.open(f"word/{name}.xml", "w", force_zip64=True) as out:
        out.write(f'{docx_parts.HEAD}<w:{root} xmlns:w="{docx_parts.W}">{begin}'.encode())
        middle.seek(0)
        while block := middle.read(1 << 16):
            out.write(block.encode())
        out.write(f"{end}</w:{root}>".encode())


def _properties(style: str, way: Direction, extra: str) -> str:
    """In the order the standard has them: style, page break, list, direction."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    runs = "<w:bidi/>" if way is Direction.RIGHT_TO_LEFT else '<w:bidi w:val="0"/>'
    return f"<w:pPr>{named}{extra}{runs}</w:pPr>"


def _runs(text: str, look: str) -> str:
    """The text as runs, each of one direction; figures and signs go with the letters that run to the left."""
    found = []
    place = 0
    for left in _LEFT_RUN.finditer(text):
        if left.start() > place:
            found.append(_run(text[place : left.start()], look, is_right=True))
        found.append(_run(left[0], look, is_right=False))
        place = left.end()
    if place < len(text):
        found.append(_run(text[place:], look, is_right=True))
    return "".join(found)


def _run(text: str, look: str, *, is_right: bool) -> str:
    properties = f"{look}{'<w:rtl/>' if is_right else ''}"
    shown = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    tabs = '</w:t><w:tab/><w:t xml:space="preserve">'.join(escaped(part) for part in text.split("\t"))
    return f'<w:r>{shown}<w:t xml:space="preserve">{tabs}</w:t></w:r>'


def _look(piece: Piece) -> str:
    """The ground of the shortest tag; a line where several lie over each other, dotted under what nobody decided."""
    decided = [each for each in piece.under if not each.is_suggested]
    lines = ""
    if len(piece.under) > 1 or not decided:
        form = "single" if decided else "dotted"
        lines = f'<w:u w:val="{form}" w:color="{_colours()[piece.under[0].colour][1]}"/>' if piece.under else ""
    fill = _colours()[decided[-1].colour][0] if decided else ""
    return lines + (f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else "")


@lru_cache(maxsize=1)
def _colours() -> tuple[tuple[str, str], ...]:
    """Ground and line for each colour of tags, ``RRGGBB``; the first for tags without one."""
    tags = tomllib.loads(resource("themes/light.toml").read_text("utf-8"))["tags"]
    pairs = (tags[f"tag-{number}"] for number in range(1, 13))
    return (("EEEAE2", "6B645A"), *((pair["fill"][1:].upper(), pair["line"][1:].upper()) for pair in pairs))


def _comment_line(line: str, *, bold: bool = False) -> str:
    clean = _without_controls(line)
    runs = _runs(clean, "<w:b/><w:bCs/>" if bold else "")
    return f"<w:p>{_properties('CommentText', dominant_direction(clean), '')}{runs}</w:p>"


def _core(title: str) -> str:
    return (
        f'{docx_parts.HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        f'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escaped(_without_controls(title))}'
        "</dc:title></cp:coreProperties>"
    )


def _without_controls(text: str) -> str:
    """What a person wrote about the text, with signs that XML does not have left out."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "", text)


def _quoted(text: str) -> str:
    return escaped(_without_controls(text)).replace('"', "&quot;").replace("\n", " ")

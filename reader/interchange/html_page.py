# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents as one page for reading in a browser: tags beneath the words with their names, notes beside the text.

The page holds everything it shows: no script, nothing from elsewhere, and a policy that forbids both. What is copied
out of it is the text as it is: names of tags and numbers of notes are shown, not written. It is not read back.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby, takewhile
from typing import BinaryIO, NamedTuple, TextIO

from reader import __version__
from reader.interchange.content import Content, Options
from reader.interchange.format import as_text
from reader.interchange.html_style import style_sheet
from reader.interchange.page_words import is_arabic, number_in, words_in
from reader.interchange.passages import Paragraph, Passages, Piece, Said, passages_of, shown_metadata
from reader.model.tagset import Tag
from reader.text.direction import Direction
from reader.text.structure import Role

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_BULLETS = ("•", "◦", "–")
_IN_MEMORY = 1 << 22
_MOST_MENTIONS = 40
_DEEPEST = 6
_FEWEST_HEADINGS = 3
_IN_FRONT = frozenset({Role.KICKER, Role.TITLE, Role.SUBTITLE})
_JOINED = frozenset({Role.ITEM, Role.QUOTATION, Role.ROW})
_PLAIN_CLASSES = {
    Role.KICKER: "kicker",
    Role.SUBTITLE: "subtitle",
    Role.CAPTION: "caption",
    Role.NOTE: "note-text",
    Role.CODE: "code",
    Role.CUE: "cue",
}


class _Entry(NamedTuple):
    """A line of the table of contents."""

    level: int
    target: str
    title: str


def write(contents: Iterable[Content], stream: BinaryIO, options: Options) -> None:
    """One page; the sections are kept in a file until their titles and tags are known. Memory: one document."""
    with tempfile.SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", newline="") as body, as_text(stream) as out:
        page = _Page(body, options)  # type: ignore[arg-type]
        for content in contents:
            page.add(passages_of(content, options.language))
        page.write_to(out)
        out.write("</main>\n</body>\n</html>\n")


class _Page:
    """A page while its documents are added."""

    def __init__(self, body: TextIO, options: Options) -> None:
        self._body = body
        self._language = options.language
        self._words = words_in(options.language)
        self._way = "rtl" if is_arabic(options.language) else "ltr"
        self._titles: list[_Entry] = []
        self._front: list[str] = []
        self._headings: list[_Entry] = []
        self._counts: Counter[tuple[str, int]] = Counter()
        self._descriptions: dict[str, str] = {}
        self._has_suggested = False

    def add(self, passages: Passages) -> None:
        number = len(self._titles) + 1
        section = _Section(passages, f"d{number}", self._language)
        self._titles.append(_Entry(1, section.key, passages.document.title))
        lines = section.lines()
        if number == 1:
            self._front = list(takewhile(bool, lines))
            self._body.writelines(lines)
            self._headings = section.headings
        else:
            self._body.writelines(lines)
        for each in passages.said:
            self._counts[each.name, each.colour] += 1
            self._has_suggested |= each.is_suggested
            tag: Tag | None = passages.tags.get(each.annotation.tag_id)
            if tag is not None and tag.description:
                self._descriptions[each.name] = tag.description

    def write_to(self, out: TextIO) -> None:
        """The page up to its last section. Contents and legend stand first, with one document under its title."""
        words, many = self._words, len(self._titles) != 1
        title = words["documents"] if many else self._titles[0].title
        self._write_head(out, title)
        if many:
            out.write(f"<header><div>\n<h1>{_shown(title)}</h1>\n")
            self._write_guide(out, many=True)
            out.write("</div></header>\n")
        out.write("<main>\n")
        out.writelines(self._front)
        if not many:
            out.write(f'<div dir="{self._way}" lang="{escape(self._language)}">\n')
            self._write_guide(out, many=False)
            out.write("</div>\n")
        self._body.seek(0)
        shutil.copyfileobj(self._body, out)

    def _write_head(self, out: TextIO, title: str) -> None:
        out.write(
            f'<!DOCTYPE html>\n<html lang="{escape(self._language)}" dir="{self._way}">\n<head>\n'
            '<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f'<meta name="generator" content="Hashiya {__version__}">\n<meta name="referrer" content="no-referrer">\n'
            f"<title>{_shown(title)}</title>\n<style>{style_sheet()}</style>\n</head>\n<body>\n"
        )
        if self._counts:
            label = f'<label class="switch" for="labels">{self._words["labels"]}</label>'
            out.write(f'<input type="checkbox" id="labels" checked>{label}\n')

    def _write_guide(self, out: TextIO, *, many: bool) -> None:
        self._write_contents(out, many=many)
        self._write_legend(out)

    def _write_contents(self, out: TextIO, *, many: bool) -> None:
        entries = self._titles if many else self._headings
        if not entries or (not many and len(entries) < _FEWEST_HEADINGS):
            return
        out.write(f'<nav aria-label="{self._words["contents"]}"><ul>\n')
        for each in entries:
            deep = ' class="deep"' if each.level > 1 else ""
            out.write(f'<li{deep}><a href="#{each.target}"><bdi>{_shown(each.title)}</bdi></a></li>\n')
        out.write("</ul></nav>\n")

    def _write_legend(self, out: TextIO) -> None:
        if not self._counts:
            return
        out.write(f'<ul class="legend" aria-label="{self._words["tags"]}">\n')
        for (name, colour), count in self._counts.most_common():
            about = self._descriptions.get(name, "")
            told = f' title="{escape(about)}"' if about else ""
            mark = f'<bdi class="m u0-{colour} f{colour}">{_shown(name)}</bdi>'
            out.write(f"<li{told}>{mark} <span>{number_in(self._language, count)}</span></li>\n")
        if self._has_suggested:
            sample = f"{self._words['tag']}{self._words['doubt']}"
            mark = f'<bdi class="m s0-0">{sample}</bdi>'
            out.write(f"<li><span>{mark} {self._words['suggested']}</span></li>\n")
        out.write("</ul>\n")


class _Section:
    """One document on the page; ``key`` begins all its ids."""

    def __init__(self, passages: Passages, key: str, language: str) -> None:
        self.key = key
        self.headings: list[_Entry] = []
        self._passages = passages
        self._language = language
        self._words = words_in(language)
        self._way = passages.document.direction

    def lines(self) -> Iterator[str]:
        """The section; an empty line follows what stands over its body: title, subtitle, where it is from."""
        document = self._passages.document
        about = dict(document.metadata)
        language = about.get("language", "") or ("ar" if self._way is Direction.RIGHT_TO_LEFT else "")
        named = f' lang="{escape(language)}"' if language else ""
        yield f'<section id="{self.key}" dir="{self._way.value}"{named} aria-label="{escape(document.title)}">\n'
        yield "<article>\n"
        own = next((each for each in self._passages.paragraphs if each.part.role is Role.TITLE), None)
        if own is None or own.text.strip() != document.title.strip():
            yield f'<h1 class="given">{_shown(document.title)}</h1>\n'
        in_front = True
        for _, together in groupby(self._passages.pieces(), key=_Grouping()):
            group = list(together)
            if in_front and group[0][0].part.role not in _IN_FRONT:
                in_front = False
                yield from self._about()
            yield from self._group(group)
        if in_front:
            yield from self._about()
        yield "</article>\n"
        yield from self._entities()
        yield from self._relations()
        yield "</section>\n"

    def _about(self) -> Iterator[str]:
        about = shown_metadata(self._passages.document)
        if about:
            told = "".join(f"<span>{self._words[name]}: <bdi>{_shown(value)}</bdi></span>" for name, value in about)
            yield f'<div class="about" dir="{"rtl" if is_arabic(self._language) else "ltr"}">{told}</div>\n'
        yield ""

    def _group(self, group: Sequence[tuple[Paragraph, list[Piece]]]) -> Iterator[str]:
        role = group[0][0].part.role
        if role is Role.ROW:
            yield from self._table(group)
        elif role is Role.QUOTATION:
            yield f"<blockquote{self._run(group[0][0])}>\n"
            for paragraph, pieces in group:
                yield self._block(paragraph, pieces)
            yield "</blockquote>\n"
        elif role is Role.ITEM:
            yield f'<ul class="items"{self._run(group[0][0])}>\n'
            for paragraph, pieces in group:
                yield self._item(paragraph, pieces)
            yield "</ul>\n"
        else:
            for paragraph, pieces in group:
                yield self._block(paragraph, pieces)

    def _block(self, paragraph: Paragraph, pieces: Sequence[Piece]) -> str:
        inner = self._inline(pieces) or "<br>"
        role, attributes = paragraph.part.role, self._run(paragraph) + _page_label(paragraph)
        if role in {Role.TITLE, Role.HEADING}:
            shown = self._heading(paragraph, inner, attributes)
        else:
            named = _PLAIN_CLASSES.get(role, "") + (" blank" if role is Role.BLANK else "")
            named += " page" if paragraph.part.above and attributes.count("data-p") else ""
            spoken = ' role="paragraph"' if role in {Role.BODY, Role.QUOTATION} else ""
            marker = f' data-m="{escape(paragraph.part.label)}"' if role in {Role.NOTE, Role.CUE} else ""
            shown = f'<div class="x {named}"{spoken}{marker}{attributes}>{inner}</div>'
        return self._beside(pieces, shown)

    def _heading(self, paragraph: Paragraph, inner: str, attributes: str) -> str:
        is_title = paragraph.part.role is Role.TITLE
        level = 1 if is_title else min(max(paragraph.part.level, 1) + 1, _DEEPEST)
        target = f"{self.key}-h{len(self.headings) + 1}"
        if not is_title:
            self.headings.append(_Entry(level - 1, target, paragraph.text.strip()))
        page = " page" if "data-p" in attributes else ""
        own = "" if is_title else f' id="{target}"'
        return f'<h{level} class="x{page}"{own}{attributes}>{inner}</h{level}>'

    def _item(self, paragraph: Paragraph, pieces: Sequence[Piece]) -> str:
        part = paragraph.part
        notes = self._notes(pieces)
        marker = ""
        if part.opens and (part.level or part.label):
            bullet = _BULLETS[(max(part.level, 1) - 1) % len(_BULLETS)]
            label = part.label if any(char.isalnum() for char in part.label) else bullet
            marker = "" if paragraph.text.lstrip().startswith(label) else f' data-m="{escape(label)}"'
        depth = f' style="--d:{part.level}"' if part.level > 1 else "" if part.level else ' style="--d:0"'
        way = self._run(paragraph)
        return f'<li class="p"{marker}{depth}{way}>{notes}<div class="x">{self._inline(pieces) or "<br>"}</div></li>\n'

    def _table(self, group: Sequence[tuple[Paragraph, list[Piece]]]) -> Iterator[str]:
        notes = "".join(self._notes(pieces) for _, pieces in group)
        yield f'<div class="p">{notes}<div class="wide"><table{self._run(group[0][0])}>\n'
        for _, pieces in group:
            cells: list[list[str]] = [[]]
            for piece in pieces:
                parts = self._passages.text[piece.start : piece.end].split("\t")
                for number, part in enumerate(parts):
                    if number:
                        cells.append([])
                    cells[-1].append(self._marked(part, piece))
                cells[-1].append(self._labels(piece))
            row = "".join(f"<td>{''.join(cell)}</td>" for cell in cells)
            yield f"<tr>{row}</tr>\n"
        yield "</table></div></div>\n"

    def _run(self, paragraph: Paragraph) -> str:
        return "" if paragraph.direction is self._way else f' dir="{paragraph.direction.value}"'

    # Words and what is said of them

    def _inline(self, pieces: Iterable[Piece]) -> str:
        text = self._passages.text
        return "".join(
            self._marked(text[piece.start : piece.end], piece) + (self._labels(piece) if piece.ending else "")
            for piece in pieces
        )

    def _marked(self, words: str, piece: Piece) -> str:
        if not piece.under or not words:
            return _shown(words)
        lanes = " ".join(f"{'s' if each.is_suggested else 'u'}{each.lane}-{each.colour}" for each in piece.under)
        decided = next((each for each in reversed(piece.under) if not each.is_suggested), None)
        fill = f" f{decided.colour}" if decided is not None else ""
        target = next((each for each in piece.under if each.entity is not None and each.start == piece.start), None)
        own = f' id="{self._place(target)}"' if target is not None else ""
        return f'<span class="m {lanes}{fill}"{own}>{_shown(words)}</span>'

    def _labels(self, piece: Piece) -> str:
        found = []
        for each in piece.ending:
            doubt = " g" if each.is_suggested else ""
            name = each.name + (self._words["doubt"] if each.is_suggested else "")
            found.append(f'<b class="l t{each.colour}{doubt}" data-l="{escape(name)}"></b>')
            if each.number:
                number = number_in(self._language, each.number)
                spoken = f'aria-label="{self._words["note"]} {number}"'
                target = f"{self.key}-n{each.number}"
                found.append(f'<a class="n" id="{target}r" href="#{target}" data-n="{number}" {spoken}></a>')
        return "".join(found)

    def _beside(self, pieces: Sequence[Piece], shown: str) -> str:
        notes = self._notes(pieces)
        return f'<div class="p">{notes}{shown}</div>\n' if notes else f"{shown}\n"

    def _notes(self, pieces: Iterable[Piece]) -> str:
        return "".join(self._note(each) for piece in pieces for each in piece.ending if each.number)

    def _note(self, each: Said) -> str:
        number, target = number_in(self._language, each.number), f"{self.key}-n{each.number}"
        note = each.annotation
        facts = "".join(
            f"<p><i><bdi>{_shown(name)}</bdi></i>: <bdi>{_shown(value)}</bdi></p>" for name, value in each.facts
        )
        words = f'<p dir="auto">{_shown(note.note)}</p>' if note.note.strip() else ""
        day = note.created[:10]
        who = f'<p class="who"><bdi>{_shown(note.author)}</bdi>{f" · <bdi>{day}</bdi>" if day else ""}</p>'
        back = f'<a href="#{target}r" aria-label="{self._words["back"]}">{number}</a>'
        about = f'<span class="of t{each.colour}"><bdi>{_shown(each.name)}</bdi></span>'
        return f'<aside id="{target}" tabindex="-1">{back} {about}{words}{facts}{who}</aside>'

    # What stands under the text

    def _place(self, each: Said) -> str:
        return f"{self.key}-a{each.start}-{each.end}"

    def _entities(self) -> Iterator[str]:
        mentions = self._passages.mentions()
        if not mentions:
            return
        yield f'<div class="list"><h3>{self._words["entities"]}</h3>\n<ul>\n'
        for found in mentions.values():
            entity = found[0].entity
            if entity is None:
                continue
            others = [name for _, name in entity.translations] + [
                f"{kind} {value}" for kind, value in entity.external_ids
            ]
            more = "".join(f' · <bdi class="more">{_shown(each)}</bdi>' for each in others)
            places = " ".join(
                f'<a href="#{self._place(each)}">{number_in(self._language, number)}</a>'
                for number, each in enumerate(found[:_MOST_MENTIONS], 1)
            )
            rest = f" … ({number_in(self._language, len(found))})" if len(found) > _MOST_MENTIONS else ""
            yield f"<li><bdi>{_shown(entity.name)}</bdi>{more} — {places}{rest}</li>\n"
        yield "</ul></div>\n"

    def _relations(self) -> Iterator[str]:
        quotes = {each.annotation.id: each.annotation.quote for each in self._passages.said}
        told = [each for each in self._passages.relations if each.source_id in quotes and each.target_id in quotes]
        if not told:
            return
        yield f'<div class="list"><h3>{self._words["relations"]}</h3>\n<ul>\n'
        for each in told:
            ends = [f"<bdi>{_shown(_shortened(quotes[end]))}</bdi>" for end in (each.source_id, each.target_id)]
            note = f' <span class="more">({_shown(each.note)})</span>' if each.note else ""
            yield f"<li>{ends[0]} — <i><bdi>{_shown(each.name)}</bdi></i> — {ends[1]}{note}</li>\n"
        yield "</ul></div>\n"


class _Grouping:
    """A key that stays the same for neighbours that are one list, quotation or table."""

    def __init__(self) -> None:
        self._number = 0
        self._before: Role | None = None

    def __call__(self, pair: tuple[Paragraph, list[Piece]]) -> int:
        role = pair[0].part.role
        if role not in _JOINED or role is not self._before:
            self._number += 1
        self._before = role
        return self._number


def _page_label(paragraph: Paragraph) -> str:
    label = next((mark.label for mark in reversed(paragraph.part.above) if mark.is_page), "")
    return f' data-p="{escape(label)}"' if label else ""


def _shortened(quote: str) -> str:
    plain = " ".join(quote.split())
    return plain if len(plain) <= 60 else f"{plain[:60]}…"


def _shown(text: str) -> str:
    """The text as it stands between elements; a carriage return stays one."""
    return escape(text, quote=False).replace("\r", "&#13;")

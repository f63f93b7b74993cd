# SPDX-License-Identifier: GPL-3.0-or-later
"""brat's standoff: for each document a .txt and an .ann file, with the configuration that shows them, in a zip file.

Counts code points, half-open. An annotation that goes over a line's end is written as brat wants it, in pieces. Names
of types are ASCII in brat; what they really are called stands in the configuration. Line feeds and tabs in notes become
their symbols (␤, ␉), for a note is one line.
Source: brat, "Standoff format" and "Annotation configuration", brat.nlplab.org.
"""

from __future__ import annotations

import re
import zipfile
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO

from reader.errors import AnnotationsUnreadable
from reader.interchange.content import Content, Options
from reader.interchange.fields import is_sound, read_bytes
from reader.interchange.format import ReadOptions
from reader.interchange.labels import ASCII_WORDS, label, labels_of
from reader.interchange.received import Received, ReceivedAnnotation, ReceivedEntity, ReceivedRelation, ReceivedTag
from reader.interchange.zip_members import ZipMembers
from reader.model.annotation import Annotation
from reader.model.ids import TagId

_NOTE, _ATTRIBUTE, _NAME, _ABOUT = "AnnotatorNotes", "HashiyaAttribute", "HashiyaName", "HashiyaAbout"
_SYMBOLS = str.maketrans({"\n": "␤", "\t": "␉", "\r": "␤"})
_MEANT = str.maketrans({"␤": "\n", "␉": "\t"})
_ENDS = re.compile(r"(-?[0-9]{1,18}) (-?[0-9]{1,18})")
_ORDER = {"T": 0, "E": 1, "R": 2}
"""Lines may stand in any order: those that others speak of are read first."""
_NOT_IN_NAMES = re.compile(r"[^\w. -]+")


def write(contents: Iterable[Content], stream: BinaryIO, options: Options) -> None:
    """All documents with the configuration that they share. Memory: one document."""
    labels: dict[str, str] = {}
    relations: set[str] = set()
    taken: set[str] = set()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for content in contents:
            stem = _stem(content.document.title, taken)
            spelt = labels_of(content, options.language, ASCII_WORDS)
            names = content.tag_names(options.language)
            labels |= {spelt[tag_id]: names[tag_id] for tag_id in spelt}
            archive.writestr(f"{stem}.txt", content.whole_text())
            archive.writestr(f"{stem}.ann", "".join(_lines(content, spelt, relations)))
        archive.writestr("annotation.conf", _configuration(labels, relations))
        archive.writestr("visual.conf", _looks(labels))


def _lines(content: Content, labels: dict[TagId, str], relations: set[str]) -> Iterator[str]:
    numbers: dict[str, str] = {}
    comments = _Comments()
    entities = {entity.id: entity for entity in content.entities}
    references = 0
    for number, each in enumerate(content.annotations(), 1):
        key = numbers[each.id] = f"T{number}"
        kind = label(labels, each.tag_id, ASCII_WORDS)
        yield f"{key}\t{kind} {_ends(each)}\t{_quoted(each)}\n"
        yield from comments.about(key, each)
        entity = entities.get(content.links[each.id]) if each.id in content.links else None
        if entity is not None:
            references += 1
            scheme, identifier = next(iter(entity.external_ids), ("hashiya", entity.id))
            yield f"N{references}\tReference {key} {scheme}:{identifier}\t{_one_line(entity.name)}\n"
    for number, relation in enumerate(content.relations(), 1):
        if relation.source_id in numbers and relation.target_id in numbers:
            kind = ASCII_WORDS.sub("_", relation.name).strip("_") or "related"
            relations.add(kind)
            ends = f"Arg1:{numbers[relation.source_id]} Arg2:{numbers[relation.target_id]}"
            yield f"R{number}\t{kind} {ends}\n"
            yield comments.line(_NAME, f"R{number}", relation.name)
            if relation.note:
                yield comments.line(_NOTE, f"R{number}", relation.note)
    document = content.document
    for name, value in (("id", document.id), ("title", document.title), *document.metadata):
        yield comments.line(_ABOUT, "T0", f"{name}={value}")


@dataclass(slots=True)
class _Comments:
    """The numbers of lines that begin with #."""

    count: int = 0

    def line(self, kind: str, key: str, text: str) -> str:
        self.count += 1
        return f"#{self.count}\t{kind} {key}\t{_one_line(text)}\n"

    def about(self, key: str, each: Annotation) -> Iterator[str]:
        if each.note:
            yield self.line(_NOTE, key, each.note)
        if each.quote != each.quote.strip("\n"):  # What brat's pieces cannot say.
            yield self.line(_ATTRIBUTE, key, f"@span={each.span.start} {each.span.end}")
        origin = (("author", each.author), ("created", each.created), ("modified", each.modified), ("id", each.id))
        for name, value in (*((f"@{name}", value) for name, value in origin if value), *each.attributes):
            yield self.line(_ATTRIBUTE, key, f"{name}={value}")


def _ends(each: Annotation) -> str:
    """``0 5``, or ``0 5;6 9`` where a line ends between: brat allows no line feed in a piece."""
    pieces, start = [], each.span.start
    for line in each.quote.split("\n"):
        if line:
            pieces.append(f"{start} {start + len(line)}")
        start += len(line) + 1
    return ";".join(pieces) or f"{each.span.start} {each.span.end}"


def _quoted(each: Annotation) -> str:
    return " ".join(line for line in each.quote.split("\n") if line).replace("\t", " ") or " "


def _one_line(text: str) -> str:
    return text.translate(_SYMBOLS)


def _configuration(labels: Mapping[str, str], relations: set[str]) -> str:
    kinds = "\n".join(sorted(labels))
    joined = "\n".join(f"{name} Arg1:<ENTITY>, Arg2:<ENTITY>" for name in sorted(relations))
    overlap = "<OVERLAP> Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>"
    return f"[entities]\n{kinds}\n\n[relations]\n{overlap}\n{joined}\n\n[events]\n\n[attributes]\n"


def _looks(labels: Mapping[str, str]) -> str:
    shown = "\n".join(f"{spelt} | {_one_line(name).replace('|', '¦')}" for spelt, name in sorted(labels.items()))
    return f"[labels]\n{shown}\n\n[drawing]\nSPAN_DEFAULT fgColor:black, bgColor:#ffe9a8, borderColor:darken\n"


def _stem(title: str, taken: set[str]) -> str:
    """A name for the pair of files: no folder in it, and no other has it."""
    wanted = " ".join(_NOT_IN_NAMES.sub(" ", title).split()).strip(". ")[:80] or "document"
    number, name = 1, wanted
    while name.casefold() in taken:
        number += 1
        name = f"{wanted} {number}"
    taken.add(name.casefold())
    return name


def read(path: Path, options: ReadOptions) -> Iterator[Received]:
    """The documents of a zip file or folder of .ann and .txt files, or of one .ann file beside its .txt.

    Events become relations from their trigger; an annotation in pieces covers all from the first to the last.

    Raises:
        FileError, AnnotationsUnreadable with the member and line among them.
    """
    members = _members(path, options)
    names = _labels(members)
    stems = [name.removesuffix(".ann") for name in members if name.endswith(".ann")]
    if not stems:
        raise AnnotationsUnreadable(path, "", "there is no .ann file in it")
    for stem in stems:
        text = members.get(f"{stem}.txt")
        reader = _Reader(path, f"{stem}.ann", text)
        lines = [pair for pair in enumerate(members[f"{stem}.ann"].split("\n"), 1) if pair[1].strip()]
        for number, line in sorted(lines, key=lambda pair: (_ORDER.get(pair[1][:1], len(_ORDER)), pair[0])):
            reader.take(line, number)
        yield reader.received(Path(stem).name, names)


def _members(path: Path, options: ReadOptions) -> dict[str, str]:
    """The texts of the files by name, line ends as they are counted: a CR LF counts two in brat, so it stays."""
    if path.is_dir():
        found = {each.name: each for each in sorted(path.iterdir()) if each.suffix in {".ann", ".txt", ".conf"}}
        return {name: _decoded(read_bytes(each, options.most_bytes), path, name) for name, each in found.items()}
    if path.suffix == ".ann":
        beside = path.with_suffix(".txt")
        files = [path, *([beside] if beside.exists() else [])]
        return {each.name: _decoded(read_bytes(each, options.most_bytes), path, each.name) for each in files}
    members = ZipMembers(read_bytes(path, options.most_bytes), path, options.most_bytes)
    wanted = [name for name in members.names if Path(name).suffix in {".ann", ".txt", ".conf"}]
    return {name: _decoded(members.read(name), path, name) for name in wanted}


def _decoded(raw: bytes, path: Path, name: str) -> str:
    try:
        text = raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise AnnotationsUnreadable(path, name, f"byte {error.start} is not UTF-8") from None
    if not name.endswith(".ann") and not is_sound(text):  # Lines of .ann files are judged one by one.
        raise AnnotationsUnreadable(path, name, "it has a character that no text has")
    return text


def _labels(members: Mapping[str, str]) -> dict[str, str]:
    """What types are called, from the first section of visual.conf."""
    names: dict[str, str] = {}
    for name, text in members.items():
        if name.endswith("visual.conf"):
            section = text.partition("[labels]")[2].partition("\n[")[0]
            for line in section.splitlines():
                spelt, _, shown = (part.strip() for part in line.partition("|"))
                if spelt and shown:
                    names[spelt] = shown.partition("|")[0].strip()
    return names


@dataclass(slots=True)
class _Reader:
    """One .ann file while its lines are read."""

    path: Path
    name: str
    text: str | None
    found: dict[str, ReceivedAnnotation] = field(default_factory=dict)
    relations: dict[str, ReceivedRelation] = field(default_factory=dict)
    events: dict[str, str] = field(default_factory=dict)
    waiting: list[tuple[str, str, str, int]] = field(default_factory=list)
    entities: dict[str, ReceivedEntity] = field(default_factory=dict)
    about: list[tuple[str, str]] = field(default_factory=list)

    def take(self, line: str, number: int) -> None:
        if not is_sound(line):
            raise self._fail(number, "it has a character that no text has")
        parts = line.rstrip("\r").split("\t")
        key = parts[0]
        if len(parts) < 2:
            raise self._fail(number, "its parts are not parted by tabs")
        takes = {"T": self._span, "R": self._relation, "E": self._event, "A": self._mark, "M": self._mark}
        if key[:1] in takes:
            takes[key[:1]](key, parts, number)
        elif key[:1] == "#":
            self._comment(parts, number)
        elif key[:1] == "N":
            self._reference(parts, number)
        elif key[:1] == "*":
            self._equals(parts, number)
        else:
            raise self._fail(number, f"“{key[:20]}” begins no line of brat")

    def received(self, title: str, names: Mapping[str, str]) -> Received:
        about = dict(self.about)
        for source, target, name, number in self.waiting:
            key = f"{source}-{target}-{number}"
            place = f"{self.name}, line {number}"
            self.relations[key] = ReceivedRelation(source=source, target=target, name=name, key=key, place=place)
        used = dict.fromkeys(each.tag for each in self.found.values())
        text, annotations = _with_line_feeds(self.text, tuple(self.found.values()))
        return Received(
            title=about.get("title", title),
            document_id=about.get("id", ""),
            metadata=tuple(pair for pair in self.about if pair[0] not in {"title", "id"}),
            text=text,
            annotations=annotations,
            relations=tuple(
                replace(
                    each,
                    source=self.events.get(each.source, each.source),
                    target=self.events.get(each.target, each.target),
                )
                for each in self.relations.values()
            ),
            tags=tuple(ReceivedTag(key=name, names=(("en", names[name]),)) for name in used if name in names),
            entities=tuple(self.entities.values()),
            tool="brat",
        )

    def _span(self, key: str, parts: list[str], number: int) -> None:
        kind, _, ends = parts[1].partition(" ")
        pieces = [_ENDS.fullmatch(piece) for piece in ends.split(";")]
        if not kind or not all(pieces):
            raise self._fail(number, "it is not “type start end”")
        places = [(int(piece[1]), int(piece[2])) for piece in pieces if piece is not None]
        start, end = min(place[0] for place in places), max(place[1] for place in places)
        if key in self.found:
            raise self._fail(number, f"there is another annotation “{key[:20]}”")
        pieces_there = [(self.text or "")[max(first, 0) : max(last, 0)] for first, last in places]
        self.found[key] = ReceivedAnnotation(
            start=start,
            end=end,
            tag=kind,
            quote=self._quote(parts[2], start, end, pieces_there) if len(parts) > 2 else "",
            attributes=self._fragments(places, pieces_there),
            key=key,
            place=f"{self.name}, line {number}",
        )

    def _quote(self, given: str, start: int, end: int, pieces: list[str]) -> str:
        """The words as the text has them, from the first piece to the last, where the line has those of the pieces."""
        if self.text is None and len(pieces) > 1:
            return ""
        is_so = " ".join(pieces).split() == given.split()
        return (self.text or "")[max(start, 0) : max(end, 0)] if is_so else given

    def _fragments(self, places: list[tuple[int, int]], pieces: list[str]) -> tuple[tuple[str, str], ...]:
        """What was tagged of an annotation in pieces, where more than the end of a line is between two of them."""
        text = self.text or ""
        gaps = (text[max(last, 0) : max(first, 0)] for (_, last), (first, _) in pairwise(places))
        return (("fragments", " … ".join(pieces)),) if any(gap.strip() for gap in gaps) else ()

    def _relation(self, key: str, parts: list[str], number: int) -> None:
        name, *arguments = parts[1].split()
        ends = [argument.partition(":")[2] for argument in arguments]
        if len(ends) != 2:
            raise self._fail(number, "a relation joins two annotations")
        self.relations[key] = ReceivedRelation(
            source=ends[0], target=ends[1], name=name, key=key, place=f"{self.name}, line {number}"
        )

    def _equals(self, parts: list[str], number: int) -> None:
        """A line that says that annotations are equal becomes a relation from each to the next."""
        name, *keys = parts[1].split() or [""]
        if len(keys) < 2:
            raise self._fail(number, "it joins fewer than two annotations")
        self.waiting += [(source, target, name, number) for source, target in pairwise(keys)]

    def _event(self, key: str, parts: list[str], number: int) -> None:
        (_, _, trigger), *arguments = (part.partition(":") for part in parts[1].split() or [""])
        if not trigger:
            raise self._fail(number, "an event needs a trigger")
        self.events[key] = trigger
        self.waiting += [(key, target, role, number) for role, _, target in arguments]

    def _mark(self, _key: str, parts: list[str], number: int) -> None:
        name, *rest = parts[1].split(" ", 2)
        if not rest:
            raise self._fail(number, "an attribute needs what it is about")
        self._add(rest[0], attributes=((name, rest[1] if len(rest) > 1 else "true"),))

    def _reference(self, parts: list[str], number: int) -> None:
        words = parts[1].split(" ", 2)
        about = self.events.get(words[1], words[1]) if len(words) == 3 else ""
        if about not in self.found:
            raise self._fail(number, "a reference needs an annotation and what it refers to")
        scheme, _, identifier = words[2].partition(":")
        key = identifier if scheme == "hashiya" else words[2]
        known = () if scheme == "hashiya" else ((scheme.casefold(), identifier),)
        name = parts[2].translate(_MEANT) if len(parts) > 2 else words[2]
        self.entities.setdefault(key, ReceivedEntity(key=key, name=name, external_ids=known))
        self.found[about] = replace(self.found[about], entity=key)

    def _comment(self, parts: list[str], number: int) -> None:
        kind, _, about = parts[1].partition(" ")
        text = (parts[2] if len(parts) > 2 else "").translate(_MEANT)
        name, _, value = text.partition("=")
        if kind == _ABOUT:
            self.about.append((name, value))
        elif kind == _NAME and about in self.relations:
            self.relations[about] = replace(self.relations[about], name=text)
        elif kind == _ATTRIBUTE and name == "@span" and about in self.found:
            self._widen(about, value, number)
        elif kind == _ATTRIBUTE and name[:1] == "@" and about in self.found:
            fields = {"@author": "author", "@created": "created", "@modified": "modified"}
            if name in fields:
                self.found[about] = replace(self.found[about], **{fields[name]: value})  # type: ignore[arg-type]
        elif kind == _ATTRIBUTE:
            self._add(about, attributes=((name, value),))
        elif about in self.relations:
            self.relations[about] = replace(self.relations[about], note=text)
        else:
            self._add(about, note=text)

    def _widen(self, key: str, value: str, number: int) -> None:
        ends = _ENDS.fullmatch(value)
        if ends is None:
            raise self._fail(number, "it is not “start end”")
        self.found[key] = replace(self.found[key], start=int(ends[1]), end=int(ends[2]))

    def _add(self, key: str, *, note: str = "", attributes: tuple[tuple[str, str], ...] = ()) -> None:
        """To an annotation, or to the trigger of an event; what is about anything else says nothing about the text."""
        key = self.events.get(key, key)
        each = self.found.get(key)
        if each is not None:
            joined = "\n".join(filter(None, (each.note, note)))
            self.found[key] = replace(each, note=joined, attributes=(*each.attributes, *attributes))

    def _fail(self, number: int, reason: str) -> AnnotationsUnreadable:
        return AnnotationsUnreadable(self.path, f"{self.name}, line {number}", reason)


def _with_line_feeds(
    text: str | None, annotations: tuple[ReceivedAnnotation, ...]
) -> tuple[str | None, tuple[ReceivedAnnotation, ...]]:
    """The text with line feeds alone, and the annotations where their words stand then."""
    if text is None or "\r" not in text:
        return text, annotations
    returns = [place for place in range(len(text) - 1) if text[place : place + 2] == "\r\n"]
    moved = tuple(
        replace(
            each,
            start=each.start - bisect_left(returns, each.start),
            end=each.end - bisect_left(returns, each.end),
            quote=each.quote.replace("\r\n", "\n"),
        )
        for each in annotations
    )
    return text.replace("\r\n", "\n").replace("\r", "\n"), moved

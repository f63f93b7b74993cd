# SPDX-License-Identifier: GPL-3.0-or-later
"""WebAnno TSV 3.3, the table of tokens of WebAnno and INCEpTION, one document a file.

Counts UTF-16 units from the beginning of the text, half-open. A tag is a ``NamedEntity`` with the tag's name as its
value, a relation a ``custom.Relation``. Annotations may overlap and cut tokens; one that goes over the end of a
sentence is parted there. The spaces between tokens are not kept: a file that comes in is matched with the library's
text letter by letter.
Source: WebAnno 3.6 user guide, appendix "WebAnno TSV 3.2 file format"; INCEpTION user guide, "WebAnno TSV 3.3".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, NamedTuple

from reader.errors import AnnotationsUnreadable
from reader.interchange.content import Content, Options
from reader.interchange.fields import is_sound, read_text
from reader.interchange.format import ReadOptions, as_text, only
from reader.interchange.losses import covered
from reader.interchange.received import Received, ReceivedAnnotation, ReceivedEntity, ReceivedRelation
from reader.interchange.tokens import Token, tokens_of
from reader.text.offsets import Utf16Map

_NAMED = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
_RELATION = "custom.Relation"
_RESERVED = re.compile(r"[\\\[\]|_;\t\n\r*]|->")
_ESCAPES = {"\t": "\\t", "\n": "\\n", "\r": "\\r"}
_MEANT = {"t": "\t", "n": "\n", "r": "\r"}
_NOTHING = "_\t_"
_LONGEST_TEXT = 1 << 26
"""UTF-16 units; what is between tokens is made of their positions, so that a few bytes could ask for any memory."""
_MOST_DIGITS = 18
_VALUE = re.compile(r"(?P<value>(?:\\.|[^\[\\])*)(?:\[(?P<number>\d+)\])?")
_VALUES = ("value", "label", "entityType", "PosValue", "identifier")


class _Piece(NamedTuple):
    """What one annotation covers of a sentence. ``number`` tells annotations apart."""

    start: int
    end: int
    number: int
    value: str
    identifier: str


@dataclass(slots=True)
class _Row:
    """A token, or the part of one that an annotation cuts out: its address, place, letters and annotations."""

    address: str
    start: int
    end: int
    form: str
    pieces: list[_Piece] = field(default_factory=list)


def write(contents: Iterable[Content], stream: BinaryIO, options: Options) -> None:
    content = only(contents)
    text = content.whole_text()
    units = Utf16Map(text)
    sentences = tokens_of(text)
    pieces, first_of = _pieces(content, sentences, options)
    rows = [
        _rows(sentence, number, its) for number, (sentence, its) in enumerate(zip(sentences, pieces, strict=True), 1)
    ]
    anchors = {piece.number: row for group in rows for row in reversed(group) for piece in row.pieces}
    relations = _relations(content, first_of, anchors)
    with as_text(stream) as out:
        out.write("#FORMAT=WebAnno TSV 3.3\n")
        out.write(f"#T_SP={_NAMED}|identifier|value\n#T_RL={_RELATION}|label|BT_{_NAMED}\n\n")
        for sentence, group in zip(sentences, rows, strict=True):
            shown = text[sentence[0].start : sentence[-1].end]
            out.write(f"\n#Text={_escaped_text(shown)}\n")
            for row in group:
                where = f"{units.to_utf16(row.start)}-{units.to_utf16(row.end)}"
                joined = relations.get(row.address, _NOTHING)
                out.write(f"{row.address}\t{where}\t{row.form}\t{_cells(row)}\t{joined}\t\n")


def _pieces(
    content: Content, sentences: Sequence[Sequence[Token]], options: Options
) -> tuple[list[list[_Piece]], dict[str, int]]:
    """The pieces of each sentence, and the number of the first piece of each annotation."""
    names = content.tag_names(options.language)
    entities = {entity.id: entity for entity in content.entities}
    pieces: list[list[_Piece]] = [[] for _ in sentences]
    bounds = [Token(sentence[0].start, sentence[-1].end, "") for sentence in sentences]
    first_of: dict[str, int] = {}
    number = 0
    for each in content.annotations():
        entity = entities.get(content.links[each.id]) if each.id in content.links else None
        scheme, identifier = next(iter(entity.external_ids), ("hashiya", entity.id)) if entity else ("", "")
        known = f"{scheme}:{identifier}" if entity else ""
        for index in range(*covered(bounds, each.span.start, each.span.end)):
            number += 1
            first_of.setdefault(each.id, number)
            start, end = max(each.span.start, bounds[index].start), min(each.span.end, bounds[index].end)
            pieces[index].append(_Piece(start, end, number, names.get(each.tag_id, each.tag_id), known))
    return pieces, first_of


def _rows(sentence: Sequence[Token], number: int, pieces: Sequence[_Piece]) -> list[_Row]:
    rows: list[_Row] = []
    for index, token in enumerate(sentence, 1):
        row = _Row(f"{number}-{index}", token.start, token.end, token.form)
        parts: dict[tuple[int, int], _Row] = {}
        for piece in pieces:
            start, end = max(piece.start, token.start), min(piece.end, token.end)
            if start >= end:
                continue
            if (start, end) == (token.start, token.end):
                row.pieces.append(piece)
            else:
                form = token.form[start - token.start : end - token.start]
                part = parts.setdefault((start, end), _Row("", start, end, form))
                part.pieces.append(piece)
        rows.append(row)
        for count, ends in enumerate(sorted(parts), 1):
            parts[ends].address = f"{row.address}.{count}"
            rows.append(parts[ends])
    return rows


def _cells(row: _Row) -> str:
    if not row.pieces:
        return _NOTHING
    identifiers = "|".join(f"{_escaped(piece.identifier) or '*'}[{piece.number}]" for piece in row.pieces)
    values = "|".join(f"{_escaped(piece.value)}[{piece.number}]" for piece in row.pieces)
    return f"{identifiers}\t{values}"


def _relations(content: Content, first_of: dict[str, int], anchors: dict[int, _Row]) -> dict[str, str]:
    """The cells of the rows where relations end: labels, and where each comes from."""
    found: dict[str, list[tuple[str, str]]] = {}
    for relation in content.relations():
        source, target = first_of.get(relation.source_id), first_of.get(relation.target_id)
        if source is not None and target is not None:
            came_from = f"{anchors[source].address}[{source}_{target}]"
            found.setdefault(anchors[target].address, []).append((_escaped(relation.name), came_from))
    return {
        address: "\t".join("|".join(pair[column] for pair in pairs) for column in (0, 1))
        for address, pairs in found.items()
    }


def _escaped(value: str) -> str:
    return _RESERVED.sub(lambda found: _ESCAPES.get(found[0]) or f"\\{found[0]}", value)


def _escaped_text(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def read(path: Path, options: ReadOptions) -> Iterator[Received]:
    """The document of a TSV 3 file, every span layer of it that has a value, and its relations.

    Raises:
        FileError, AnnotationsUnreadable with the line among them.
    """
    lines = read_text(path, options.most_bytes).split("\n")
    if not lines[0].startswith("#FORMAT=WebAnno TSV 3"):
        raise AnnotationsUnreadable(path, "line 1", "it is no WebAnno TSV of version 3")
    reader = _Reader(path)
    for number, line in enumerate(lines[1:], 2):
        if not is_sound(line):
            raise AnnotationsUnreadable(path, f"line {number}", "it has a character that no text has")
        reader.take(line, number)
    yield reader.received()


@dataclass(slots=True)
class _Layer:
    """A layer and the columns of its features, by name; ``base`` is the column of where a relation comes from."""

    name: str
    columns: dict[str, int]
    base: int | None = None


@dataclass(slots=True)
class _Span:
    start: int
    end: int
    value: str
    identifier: str
    place: str


class _Reader:
    """A file while its lines are read. Tokens stand at their places; what is between them is space."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._layers: list[_Layer] = []
        self._width = 3
        self._forms: list[tuple[int, int, str]] = []
        self._spans: dict[tuple[str, str], _Span] = {}
        self._links: list[tuple[str, str, str, str]] = []
        self._addresses: dict[str, dict[str, str]] = {}

    def take(self, line: str, number: int) -> None:
        if line.startswith(("#T_SP=", "#T_CH=", "#T_RL=")):
            self._layer(line[6:], is_relation=line.startswith("#T_RL="))
        elif line and not line.startswith("#"):
            self._row(line.split("\t"), number)

    def received(self) -> Received:
        text, units = self._text()
        found, entities = [], {}
        for (layer, key), span in self._spans.items():
            start, end = units.get(span.start), units.get(span.end)
            if start is None or end is None:
                raise AnnotationsUnreadable(self._path, span.place, "its place cuts a character")
            if span.identifier:
                scheme, _, identifier = span.identifier.partition(":")
                known = ((scheme, identifier),) if identifier and scheme != "hashiya" else ()
                own = identifier if scheme == "hashiya" else span.identifier
                entities[own] = ReceivedEntity(key=own, name=text[start:end], external_ids=known)
            found.append(
                ReceivedAnnotation(
                    start=start,
                    end=end,
                    tag=span.value,
                    key=f"{layer} {key}",
                    entity=span.identifier.removeprefix("hashiya:"),
                    place=span.place,
                )
            )
        return Received(
            title=self._path.stem,
            text=text,
            exact=False,
            annotations=tuple(found),
            relations=tuple(self._relations()),
            entities=tuple(entities.values()),
            tool="webanno",
        )

    def _layer(self, given: str, *, is_relation: bool) -> None:
        name, *features = given.split("|")
        layer = _Layer(name, {})
        for feature in features:
            if feature.startswith("BT_") and is_relation:
                layer.base = self._width
            else:
                layer.columns[feature] = self._width
            self._width += 1
        if not features:
            layer.columns[""] = self._width
            self._width += 1
        self._layers.append(layer)

    def _row(self, columns: list[str], number: int) -> None:
        place = f"line {number}"
        ends = columns[1].split("-") if len(columns) > 2 else []
        if len(ends) != 2 or not all(end.isdecimal() and len(end) <= _MOST_DIGITS for end in ends):
            raise AnnotationsUnreadable(self._path, place, "it is no row of token, place and letters")
        start, end = int(ends[0]), int(ends[1])
        if "." not in columns[0].partition("-")[2]:
            self._forms.append((start, end, columns[2]))
        for layer in self._layers:
            if layer.base is None:
                self._take_spans(layer, columns, start, end, place)
            else:
                self._take_links(layer, columns)

    def _take_spans(self, layer: _Layer, columns: list[str], start: int, end: int, place: str) -> None:
        usual = (layer.columns[name] for name in _VALUES if name in layer.columns)
        wanted = next(usual, next(iter(layer.columns.values()), None))
        if wanted is None or wanted >= len(columns) or columns[wanted] in {"_", ""}:
            return
        identifiers = columns[layer.columns["identifier"]] if "identifier" in layer.columns else ""
        known = dict(_values(identifiers)) if identifiers not in {"_", ""} else {}
        for number, value in _values(columns[wanted]):
            key = number or f"{columns[0]}"
            self._addresses.setdefault(columns[0], {})[number or "0"] = f"{layer.name} {key}"
            span = self._spans.get((layer.name, key))
            if span is None:
                identifier = known.get(number, "")
                called = value if value != "*" else layer.name.rpartition(".")[2]
                named = "" if identifier == "*" or wanted == layer.columns.get("identifier") else identifier
                self._spans[layer.name, key] = _Span(start, end, called, named, place)
            else:
                span.start, span.end = min(span.start, start), max(span.end, end)

    def _take_links(self, layer: _Layer, columns: list[str]) -> None:
        base = layer.base or 0
        if base >= len(columns) or columns[base] in {"_", ""}:
            return
        label = next(iter(layer.columns.values()), None)
        names = [value for _, value in _values(columns[label])] if label is not None else []
        for index, came_from in enumerate(_split(columns[base])):
            address, _, rest = came_from.partition("[")
            source, _, target = rest.rstrip("]").partition("_")
            name = names[index] if index < len(names) and names[index] != "*" else layer.name.rpartition(".")[2]
            self._links.append((address, source or "0", f"{columns[0]}\t{target or '0'}", name))

    def _relations(self) -> Iterator[ReceivedRelation]:
        for address, source, target, name in self._links:
            own, _, number = target.partition("\t")
            ends = self._at(address, source), self._at(own, number)
            if ends[0] and ends[1]:
                yield ReceivedRelation(source=ends[0], target=ends[1], name=name)

    def _at(self, address: str, number: str) -> str:
        there = self._addresses.get(address, {})
        return there.get(number) or (next(iter(there.values())) if number == "0" and len(there) == 1 else "")

    def _text(self) -> tuple[str, dict[int, int]]:
        """The text with spaces between tokens, and the code point of each UTF-16 unit at which a character begins."""
        parts: list[str] = []
        units: dict[int, int] = {}
        unit = length = 0
        for start, end, form in self._forms:
            if start < unit or end > _LONGEST_TEXT or end - start != len(form.encode("utf-16-le")) // 2:
                raise AnnotationsUnreadable(self._path, "", f"the token at {start}-{end} has another length, or order")
            parts.append(" " * (start - unit))
            length += start - unit
            unit = start
            for character in form:
                units[unit] = length
                unit += 1 + (ord(character) > 0xFFFF)
                length += 1
            units[unit] = length
            parts.append(form)
        return "".join(parts), units


def _values(cell: str) -> list[tuple[str, str]]:
    """The values of a cell with their numbers, "" for none."""
    found = []
    for part in _split(cell):
        match = _VALUE.fullmatch(part)
        value, number = (match["value"], match["number"] or "") if match else (part, "")
        found.append((number, re.sub(r"\\(->|.)", lambda each: _MEANT.get(each[1], each[1]), value)))
    return found


def _split(cell: str) -> list[str]:
    """The parts between bars that are not escaped."""
    return re.split(r"(?<!\\)\|", cell)

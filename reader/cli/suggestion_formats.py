# SPDX-License-Identifier: GPL-3.0-or-later
"""Suggestions as JSON, JSON lines and CoNLL columns, written piece by piece as a text is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, Protocol, TextIO

from reader.cli.output import as_json
from reader.model.ids import TagId
from reader.model.suggestion import Suggestion
from reader.recognisers.base import DATE, EVENT, ORGANISATION, PERSON, PLACE, QUANTITY, ROLE, TERM, WORK
from reader.recognisers.tokens import token_spans
from reader.text.segment import sentences

Form = Literal["json", "jsonl", "conll"]

COLUMNS: Final[tuple[frozenset[TagId], ...]] = (
    frozenset((DATE, QUANTITY)),
    frozenset((EVENT,)),
    frozenset((WORK, TERM)),
    frozenset((ROLE,)),
)
"""What stands in the columns behind the token; whatever else there is, names above all, stands in the last one."""
_LABELS: Final = {PERSON: "PER", ORGANISATION: "ORG", PLACE: "LOC"}
_SPACE: Final = re.compile(r"\s+")
_BLOCK: Final = 1 << 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One chunk of a text: ``start`` is its offset, ``found`` what was found in it, spans in the whole text."""

    start: int
    text: str
    found: Sequence[Suggestion]


class FileWriter(Protocol):
    """Writes what was found in one file; nothing before there is a first piece."""

    def __call__(self, out: TextIO, name: str, pieces: Iterator[Piece]) -> None: ...


def writer_of(form: Form) -> FileWriter:
    return {"json": write_json, "jsonl": write_lines, "conll": write_columns}[form]


def write_json(out: TextIO, name: str, pieces: Iterator[Piece]) -> None:  # noqa: ARG001 - the list has no names
    """A list of objects, one a line. It is closed even where reading stops."""
    begun = False
    try:
        for piece in pieces:
            for each in piece.found:
                out.write(f"{',' if begun else '['}\n{as_json(fields_of(each))}")
                begun = True
        out.write("\n]" if begun else "[]")
    except BaseException:
        out.write("\n]" if begun else "[]")
        raise


def write_lines(out: TextIO, name: str, pieces: Iterator[Piece]) -> None:
    """An object a line, with the file's name first."""
    for piece in pieces:
        out.writelines(f"{as_json({'file': name} | fields_of(each))}\n" for each in piece.found)


def write_columns(out: TextIO, name: str, pieces: Iterator[Piece]) -> None:  # noqa: ARG001
    """A token a line with its IOB2 labels, an empty line behind each sentence."""
    for piece in pieces:
        spans = list(token_spans(piece.text))
        columns = [_labels(spans, each, piece.start) for each in _by_column(piece.found)]
        ends = iter(sorted(span.end for span in sentences(piece.text)))
        end = next(ends, len(piece.text))
        for index, (first, after) in enumerate(spans):
            while first >= end:
                out.write("\n" if index else "")
                end = next(ends, len(piece.text) + 1)
            out.write("\t".join([piece.text[first:after], *(column[index] for column in columns)]) + "\n")
        out.write("\n" if spans else "")


def fields_of(each: Suggestion) -> dict[str, object]:
    """What is told of a suggestion. Offsets are code points of the text, half-open, from 0."""
    return {
        "start": each.span.start,
        "end": each.span.end,
        "text": each.quote,
        "tag": each.tag_id,
        "confidence": round(each.confidence, 4),
        "reason": each.reason,
        "value": each.value,
        "entity": each.entity,
    }


def _by_column(found: Iterable[Suggestion]) -> list[list[Suggestion]]:
    columns: list[list[Suggestion]] = [[] for _ in range(len(COLUMNS) + 1)]
    for each in found:
        place = next((place for place, tags in enumerate(COLUMNS) if each.tag_id in tags), len(COLUMNS))
        columns[place].append(each)
    return columns


def _labels(spans: Sequence[tuple[int, int]], found: Sequence[Suggestion], start: int) -> list[str]:
    """The label of each token: a suggestion has those it touches, the first one where two would have it. O(n)."""
    labels = ["O"] * len(spans)
    at = 0
    for each in found:
        first, after = each.span.start - start, each.span.end - start
        while at < len(spans) and spans[at][1] <= first:
            at += 1
        name, index, begun = _label(each.tag_id), at, False
        while index < len(spans) and spans[index][0] < after:
            if labels[index] == "O":
                labels[index] = f"{'I' if begun else 'B'}-{name}"
                begun = True
            index += 1
    return labels


def _label(tag: TagId) -> str:
    """PER, ORG and LOC as everybody writes them, our other tags in capitals, the user's own as they are."""
    known = tag in {DATE, QUANTITY, EVENT, WORK, TERM, ROLE}
    return _LABELS.get(tag) or (tag.upper() if known else _SPACE.sub("_", tag))

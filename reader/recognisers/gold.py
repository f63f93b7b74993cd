# SPDX-License-Identifier: GPL-3.0-or-later
"""Hand-annotated text in columns (CoNLL): read leniently, with a clear word where it is something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from reader.errors import GoldUnreadable
from reader.model.ids import TagId
from reader.recognisers.base import ORGANISATION, PERSON, PLACE

CLASSES: Final[dict[str, TagId]] = {
    "PER": PERSON,
    "PERS": PERSON,
    "PERSON": PERSON,
    "LOC": PLACE,
    "LOCATION": PLACE,
    "ORG": ORGANISATION,
    "ORGANIZATION": ORGANISATION,
    "ORGANISATION": ORGANISATION,
}
"""Names of classes in gold files, upper case, with our tag; other classes are read and left out."""
SENTENCES_IN_A_DOCUMENT: Final = 40
"""How many sentences are read as one document where the file does not say."""
_TAG: Final = re.compile(r"O|([BIESLU])-(\S+)")
_SAME_PLACE: Final = {"L": "E", "U": "S"}
"""BILOU's letters in BIOES."""
_DOCUMENT_STARTS: Final = "-DOCSTART-"


class Entity(NamedTuple):
    """Tokens ``first`` to ``after`` (half-open) that bear a name of the class ``kind``, as the file writes it."""

    first: int
    after: int
    kind: str


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """``entities`` are those of all classes, in order and without overlap."""

    tokens: tuple[str, ...]
    entities: tuple[Entity, ...]


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """Sentences that are read as one text: their tokens joined by spaces, the sentences by line feeds."""

    sentences: tuple[GoldSentence, ...]

    @property
    def tokens(self) -> list[str]:
        return [token for sentence in self.sentences for token in sentence.tokens]

    @property
    def text(self) -> str:
        return "\n".join(" ".join(sentence.tokens) for sentence in self.sentences)

    def spans(self) -> list[tuple[int, int]]:
        """Half-open ``(start, end)`` of each token in ``text``, in code points."""
        found: list[tuple[int, int]] = []
        offset = 0
        for token in self.tokens:
            found.append((offset, offset + len(token)))
            offset += len(token) + 1
        return found

    def entities(self) -> list[Entity]:
        """The entities of all sentences, as indices into ``tokens``."""
        found: list[Entity] = []
        shift = 0
        for sentence in self.sentences:
            found += [Entity(first + shift, after + shift, kind) for first, after, kind in sentence.entities]
            shift += len(sentence.tokens)
        return found


def read_gold(path: Path, sentences_in_a_document: int = SENTENCES_IN_A_DOCUMENT) -> list[GoldDocument]:
    """The documents of a file of two or more columns: the token first, its tag last. O(n).

    Columns are parted by a TAB, or by spaces where a line has no TAB; an empty line ends a sentence, ``-DOCSTART-`` a
    document, and so do many sentences. Lines that begin with ``#`` and do not end in a tag are remarks. Tags are IOB,
    IOB2, BIOES or BILOU; an I- that does not go on with the name before begins one. A token may be empty, as some are
    in AQMAR.

    Raises:
        GoldUnreadable: naming file and line, when it is not such a file.
    """
    documents = list(_documents(path, _text_of(path), sentences_in_a_document))
    _check(path, documents)
    return documents


def entities_of(tags: Sequence[str]) -> list[Entity]:
    """The entities that one sentence's tags mark, read leniently, as seqeval reads them."""
    found: list[Entity] = []
    first, kind = 0, ""
    for index, tag in enumerate([*tags, "O"]):
        place, its_kind = tag[:1], tag[2:]
        goes_on = bool(kind) and its_kind == kind and place in "IE"
        if kind and not goes_on:
            found.append(Entity(first, index, kind))
            kind = ""
        if its_kind and not goes_on:
            first, kind = index, its_kind
        if kind and place in "ES":
            found.append(Entity(first, index + 1, kind))
            kind = ""
    return found


def _text_of(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise GoldUnreadable(path, 0, error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise GoldUnreadable(path, line, "it is not UTF-8") from error


def _documents(path: Path, text: str, longest: int) -> Iterator[GoldDocument]:
    sentences: list[GoldSentence] = []
    for sentence in _sentences(path, text):
        if sentence is not None:
            sentences.append(sentence)
        if sentences and (sentence is None or len(sentences) == longest):
            yield GoldDocument(tuple(sentences))
            sentences = []
    if sentences:
        yield GoldDocument(tuple(sentences))


def _sentences(path: Path, text: str) -> Iterator[GoldSentence | None]:
    """The sentences; None where a document begins."""
    rows: list[tuple[str, str]] = []
    for number, raw in enumerate(text.split("\n"), start=1):
        line = raw.rstrip("\r")
        starts_document = line.startswith(_DOCUMENT_STARTS)
        row = None if starts_document else _row(path, number, line)
        if row is not None:
            rows.append(row)
        elif rows and (starts_document or not line.strip()):
            yield _sentence(rows)
            rows = []
        if starts_document:
            yield None
    if rows:
        yield _sentence(rows)


def _sentence(rows: Sequence[tuple[str, str]]) -> GoldSentence:
    return GoldSentence(tuple(token for token, _ in rows), tuple(entities_of([tag for _, tag in rows])))


def _row(path: Path, number: int, line: str) -> tuple[str, str] | None:
    """Token and tag of a line; None for an empty line and for a remark."""
    if not line.strip():
        return None
    cells = [cell.strip() for cell in line.rstrip().split("\t")] if "\t" in line.rstrip() else line.split()
    tag = _TAG.fullmatch(cells[-1]) if len(cells) > 1 else None
    if tag is None and line.startswith("#"):
        return None
    if len(cells) < 2:
        raise GoldUnreadable(path, number, f"one column where a token and its tag should be: “{line[:60]}”")
    if tag is None:
        raise GoldUnreadable(path, number, f"“{cells[-1][:40]}” is no IOB tag, such as O, B-PER or I-LOC")
    place, kind = tag[1], tag[2]
    return cells[0], f"{_SAME_PLACE.get(place, place)}-{kind}" if place else "O"


def _check(path: Path, documents: Sequence[GoldDocument]) -> None:
    if not documents:
        raise GoldUnreadable(path, 0, "it has no tokens")
    kinds = {entity.kind for document in documents for entity in document.entities()}
    if kinds and not any(kind.upper() in CLASSES for kind in kinds):
        seen = ", ".join(sorted(kinds)[:8])
        raise GoldUnreadable(path, 0, f"none of its classes is PER, LOC or ORG; it has {seen}")

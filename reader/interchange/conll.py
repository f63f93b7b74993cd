# SPDX-License-Identifier: GPL-3.0-or-later
"""Columns of tokens as the shared tasks of CoNLL 2002 and 2003 had them, with IOB2 or BIOES labels.

Counts tokens: words, and each mark between them. The text between tokens is not kept: a file that comes in is matched
with the library's text letter by letter, whatever the spaces. Of annotations that overlap, the longest stays; one that
goes over the end of a sentence is parted there.
Source: E. Tjong Kim Sang, F. De Meulder, Introduction to the CoNLL-2003 shared task, 2003.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, TextIO

from reader.errors import AnnotationsUnreadable
from reader.interchange.content import Content, Options
from reader.interchange.fields import is_sound, read_text
from reader.interchange.format import ReadOptions, as_text
from reader.interchange.labels import label, labels_of
from reader.interchange.losses import covered, without_overlaps
from reader.interchange.received import Received, ReceivedAnnotation
from reader.interchange.tokens import Token, tokens_of

_START = "-DOCSTART-"
_PREFIXES = frozenset("BIOESULM")
_LONGEST_LINE = 1 << 20


def write_2002(contents: Iterable[Content], stream: BinaryIO, options: Options) -> None:
    """Token and IOB2 label, parted by a space; an empty line behind each sentence."""
    _write(contents, stream, options, middle="", bioes=False)


def write_2003(contents: Iterable[Content], stream: BinaryIO, options: Options) -> None:
    """Token, two columns that say nothing, and IOB2 label."""
    _write(contents, stream, options, middle=" -X- _", bioes=False)


def write_bioes(contents: Iterable[Content], stream: BinaryIO, options: Options) -> None:
    """Token and BIOES label."""
    _write(contents, stream, options, middle="", bioes=True)


def _write(contents: Iterable[Content], stream: BinaryIO, options: Options, *, middle: str, bioes: bool) -> None:
    with as_text(stream) as text:
        for content in contents:
            text.write(f"{_START}{middle} O\n\n")
            _write_document(content, text, options, middle, bioes=bioes)


def _write_document(content: Content, stream: TextIO, options: Options, middle: str, *, bioes: bool) -> None:
    sentences = tokens_of(content.whole_text())
    marks = _marks(content, [token for sentence in sentences for token in sentence], sentences, options, bioes=bioes)
    number = 0
    for sentence in sentences:
        for token in sentence:
            stream.write(f"{_form(token)}{middle} {marks[number]}\n")
            number += 1
        stream.write("\n")


def _form(token: Token) -> str:
    """A token that would read as the beginning of a document gets a joiner that nobody sees."""
    return f"{token.form}\u2060" if token.form == _START else token.form


def _marks(
    content: Content, tokens: Sequence[Token], sentences: Sequence[Sequence[Token]], options: Options, *, bioes: bool
) -> list[str]:
    labels = labels_of(content, options.language)
    marks = ["O"] * len(tokens)
    begins = _begins(sentences)
    for each in without_overlaps(content.annotations()):
        first, after = covered(tokens, each.span.start, each.span.end)
        name = label(labels, each.tag_id)
        for start, end in _parts(first, after, begins):
            if any(mark != "O" for mark in marks[start:end]):
                continue  # Widened to whole tokens it touches a longer one.
            marks[start:end] = _labelled(name, end - start, bioes=bioes)
    return marks


def _begins(sentences: Sequence[Sequence[Token]]) -> set[int]:
    begins, number = set(), 0
    for sentence in sentences:
        begins.add(number)
        number += len(sentence)
    return begins


def _parts(first: int, after: int, begins: set[int]) -> Iterator[tuple[int, int]]:
    """The stretch of tokens, cut where a sentence begins."""
    start = first
    for place in range(first + 1, after):
        if place in begins:
            yield start, place
            start = place
    if after > start:
        yield start, after


def _labelled(name: str, length: int, *, bioes: bool) -> list[str]:
    if not bioes:
        return [f"B-{name}", *[f"I-{name}"] * (length - 1)]
    return [f"S-{name}"] if length == 1 else [f"B-{name}", *[f"I-{name}"] * (length - 2), f"E-{name}"]


def read(path: Path, options: ReadOptions) -> Iterator[Received]:
    """The documents of the file, in IOB, IOB2, BIOES or BILOU: token first, label last, columns parted by blanks.

    An I- that continues nothing begins a name. Without a line “-DOCSTART-” all is one document.

    Raises:
        FileError, AnnotationsUnreadable with the line among them.
    """
    document = _Document()
    for number, line in enumerate(read_text(path, options.most_bytes, options.encoding).split("\n"), 1):
        if len(line) > _LONGEST_LINE or not is_sound(line):
            raise AnnotationsUnreadable(path, f"line {number}", "it is no line of tokens")
        columns = line.split()
        if not columns:
            document.end_sentence()
        elif columns[0] == _START:
            if document.has_tokens:
                yield document.received()
            document = _Document()
        else:
            _take(document, columns, path, number)
    if not document.has_tokens:
        if document.is_new:
            raise AnnotationsUnreadable(path, "", "there is no token in it")
        return
    yield document.received()


def _take(document: _Document, columns: Sequence[str], path: Path, number: int) -> None:
    mark = columns[-1]
    if len(columns) < 2 or not (mark == "O" or (mark[:1] in _PREFIXES and mark[1:2] == "-" and mark[2:])):
        raise AnnotationsUnreadable(path, f"line {number}", "it has no token with a label such as O or B-place")
    document.is_new = False
    document.add(columns[0].removesuffix("\u2060"), mark, f"line {number}")


class _Document:
    """A document while its lines are read."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._open: tuple[int, str, str] | None = None
        self._end = 0
        self._found: list[ReceivedAnnotation] = []
        self._begins_sentence = True
        self.is_new = True

    @property
    def has_tokens(self) -> bool:
        return bool(self._parts)

    def add(self, form: str, mark: str, place: str) -> None:
        if self._parts:
            self._append("\n" if self._begins_sentence else " ")
        self._begins_sentence = False
        start = self._length
        kind, name = mark[0], mark[2:]
        goes_on = self._open is not None and kind in "IEML" and self._open[1] == name
        if not goes_on:
            self._close()
            if kind != "O":
                self._open = (start, name, place)
        self._append(form)
        self._end = self._length
        if kind in "ESUL" and self._open is not None:
            self._close()

    def end_sentence(self) -> None:
        self._close()
        self._begins_sentence = True

    def received(self) -> Received:
        self._close()
        return Received(text="".join(self._parts), exact=False, annotations=tuple(self._found), tool="conll")

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _close(self) -> None:
        if self._open is not None:
            start, name, place = self._open
            self._found.append(ReceivedAnnotation(start=start, end=self._end, tag=name, place=place, key=place))
            self._open = None

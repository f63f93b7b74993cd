# SPDX-License-Identifier: GPL-3.0-or-later
"""CoNLL-U: tokens in sentences, words that an annotation cuts (a clitic and its host) as parts of a multiword token.

Counts tokens; the spaces between them are kept as UDPipe writes them (``SpaceAfter``, ``SpacesAfter``,
``SpacesBefore``), so that the text is there letter by letter. What is said about the text stands in comments
(``# annotation = …``, with code points in that text, half-open), and as IOB2 labels under ``NE`` for others to use.
Source: universaldependencies.org, "CoNLL-U Format"; UDPipe 2 manual, "Tokenizer output".
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from reader.errors import AnnotationsUnreadable
from reader.interchange.content import Content, Options
from reader.interchange.fields import Fields, by_key, is_sound, parsed, read_text
from reader.interchange.format import ReadOptions, as_text
from reader.interchange.labels import label, labels_of
from reader.interchange.losses import covered, without_overlaps
from reader.interchange.received import Received, ReceivedAnnotation, ReceivedEntity, ReceivedRelation
from reader.interchange.tokens import Token, tokens_of
from reader.model.annotation import Annotation

_SPACES = {" ": "\\s", "\t": "\\t", "\n": "\\n", "\r": "\\r", "|": "\\p", "\\": "\\\\"}
_MEANT = {"s": " ", "t": "\t", "n": "\n", "r": "\r", "p": "|", "\\": "\\"}
_CODE = re.compile(r"\\u([0-9a-f]{4})")
_NAMES = ("NE", "NER", "NamedEntity", "Entity")
_EMPTY = "\t_" * 7
_MOST_DIGITS = 18


def write(contents: Iterable[Content], stream: BinaryIO, options: Options) -> None:
    """The documents, one behind the other. Memory: one document."""
    with as_text(stream) as text:
        for content in contents:
            _write_document(content, text, options)


def _write_document(content: Content, stream: TextIO, options: Options) -> None:
    document, text = content.document, content.whole_text()
    stream.write(f"# newdoc id = {document.id}\n# title = {_one_line(document.title)}\n")
    if document.metadata:
        stream.write(f"# metadata = {_json(by_key(document.metadata))}\n")
    for fact in _facts(content, options):
        stream.write(fact)
    annotations = list(content.annotations())
    sentences = tokens_of(text)
    marks = _marks(content, annotations, [token for sentence in sentences for token in sentence], options)
    cuts = sorted({edge for each in annotations for edge in (each.span.start, each.span.end)})
    place = number = 0
    for index, sentence in enumerate(sentences):
        end = sentences[index + 1][0].start if index + 1 < len(sentences) else len(text)
        begin = sentence[0].start
        before = text[place:begin] if index == 0 else ""
        stream.write(f"# sent_id = {document.id}-{index + 1}\n# text = {_one_line(text[begin : sentence[-1].end])}\n")
        rows = _rows(sentence, text, end, marks[number : number + len(sentence)], cuts, before)
        stream.writelines(rows)
        stream.write("\n")
        number += len(sentence)
        place = end
    if not sentences:
        stream.write("\n")


def _facts(content: Content, options: Options) -> Iterator[str]:
    """Comments that say all of the document's annotations and relations."""
    names = content.tag_names(options.language)
    entities = {entity.id: entity for entity in content.entities}
    for each in content.annotations():
        entity = entities.get(content.links[each.id]) if each.id in content.links else None
        more = {
            "note": each.note,
            "attributes": by_key(each.attributes),
            "author": each.author,
            "created": each.created,
            "modified": each.modified,
            "entity": {"id": entity.id, "name": entity.name, "ids": by_key(entity.external_ids)} if entity else None,
        }
        fact = {
            "id": each.id,
            "start": each.span.start,
            "end": each.span.end,
            "tag": names.get(each.tag_id, each.tag_id),
            **{name: value for name, value in more.items() if value},
        }
        yield f"# annotation = {_json(fact)}\n"
    for relation in content.relations():
        joined = {"source": relation.source_id, "target": relation.target_id, "name": relation.name}
        yield f"# relation = {_json(joined | ({'note': relation.note} if relation.note else {}))}\n"


def _marks(content: Content, annotations: Sequence[Annotation], tokens: Sequence[Token], options: Options) -> list[str]:
    """The IOB2 label of each token; of annotations that overlap, the longest."""
    labels = labels_of(content, options.language)
    marks = [""] * len(tokens)
    for each in without_overlaps(annotations):
        first, after = covered(tokens, each.span.start, each.span.end)
        if not any(marks[first:after]):
            name = label(labels, each.tag_id).replace("|", "¦").replace("=", "꞊")
            marks[first:after] = [f"B-{name}", *[f"I-{name}"] * (after - first - 1)][: after - first]
    return marks


def _rows(  # noqa: PLR0917 - what a row is made of
    sentence: Sequence[Token], text: str, end: int, marks: Sequence[str], cuts: Sequence[int], before: str
) -> Iterator[str]:
    number = 1
    for index, token in enumerate(sentence):
        following = sentence[index + 1].start if index + 1 < len(sentence) else end
        misc = _misc(text[token.end : following], marks[index], before if index == 0 else "")
        edges = cuts[bisect_right(cuts, token.start) : bisect_left(cuts, token.end)]
        ends = [token.start, *edges, token.end]
        parts = [text[start:stop] for start, stop in pairwise(ends)]
        if len(parts) == 1:
            yield f"{number}\t{_form(token.form)}{_EMPTY}\t{misc}\n"
        else:
            yield f"{number}-{number + len(parts) - 1}\t{_form(token.form)}{_EMPTY}\t{misc}\n"
            for shift, part in enumerate(parts):
                yield f"{number + shift}\t{_form(part)}{_EMPTY}\t_\n"
        number += len(parts)


def _form(form: str) -> str:
    """A form that means “nothing” in this format gets a joiner that nobody sees."""
    return "_\u2060" if form == "_" else form


def _misc(after: str, mark: str, before: str) -> str:
    facts = [f"NE={mark}"] if mark else []
    if before:
        facts.append(f"SpacesBefore={_escaped(before)}")
    if not after:
        facts.append("SpaceAfter=No")
    elif after != " ":
        facts.append(f"SpacesAfter={_escaped(after)}")
    return "|".join(facts) or "_"


def _escaped(spaces: str) -> str:
    """As UDPipe writes it; spaces that it writes as they are, which readers take off, as ``\\u`` and four digits."""
    return "".join(_SPACES.get(each) or (f"\\u{ord(each):04x}" if each.isspace() else each) for each in spaces)


def read(path: Path, options: ReadOptions) -> Iterator[Received]:
    """The documents of the file; without “# newdoc” all is one. Labels of others are read from ``NE`` or ``Entity``.

    Raises:
        FileError, AnnotationsUnreadable with the line among them.
    """
    document = _Document(path)
    for number, line in enumerate(read_text(path, options.most_bytes, options.encoding).split("\n"), 1):
        if not is_sound(line):
            raise AnnotationsUnreadable(path, f"line {number}", "it has a character that no text has")
        if line.startswith("# newdoc"):
            if document.has_tokens:
                yield document.received()
            document = _Document(path)
        if line.startswith("#"):
            document.comment(line[1:].strip(), number)
        elif line:
            document.row(line.split("\t"), number)
        else:
            document.end_sentence()
    if not document.has_tokens and not document.has_comments:
        raise AnnotationsUnreadable(path, "", "there is no token in it")
    yield document.received()


class _Document:
    """A document while its lines are read."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._parts: list[str] = []
        self._length = 0
        self._about: dict[str, str] = {}
        self._annotations: list[ReceivedAnnotation] = []
        self._named: list[ReceivedAnnotation] = []
        self._relations: list[ReceivedRelation] = []
        self._entities: dict[str, ReceivedEntity] = {}
        self._inside = 0
        self._open: tuple[int, int, str, str] | None = None
        self._waiting = ""

    @property
    def has_tokens(self) -> bool:
        return bool(self._parts)

    @property
    def has_comments(self) -> bool:
        return bool(self._about)

    def comment(self, text: str, number: int) -> None:
        name, _, value = (part.strip() for part in text.partition("="))
        if name == "annotation":
            self._annotation(self._fields(value, number), number)
        elif name == "relation":
            fields = self._fields(value, number)
            self._relations.append(
                ReceivedRelation(
                    source=fields.text("source"),
                    target=fields.text("target"),
                    name=fields.text("name"),
                    note=fields.text("note"),
                    place=fields.place,
                )
            )
        else:
            self._about[name] = value

    def row(self, columns: Sequence[str], number: int) -> None:
        if len(columns) != 10 or not columns[1]:
            raise AnnotationsUnreadable(self._path, f"line {number}", f"it has {len(columns)} columns, not 10")
        identity = columns[0]
        if "." in identity:
            return
        first, _, last = identity.partition("-")
        if not all(part.isdecimal() and len(part) <= _MOST_DIGITS for part in (first, last or "0")):
            raise AnnotationsUnreadable(self._path, f"line {number}", f"“{identity}” is no number of a token")
        if not last and int(first) <= self._inside:
            return
        if last:
            self._inside = int(last)
        misc = dict(pair.partition("=")[::2] for pair in columns[9].split("|"))
        self._token(columns[1], misc, f"line {number}")

    def end_sentence(self) -> None:
        self._close()
        self._inside = 0

    def received(self) -> Received:
        self._close()
        metadata = self._about.get("metadata", "")
        pairs = Fields(parsed(metadata, self._path), self._path, "metadata").pairs_of_texts() if metadata else ()
        text = "".join(self._parts)
        is_ours = bool(self._annotations) or "title" in self._about
        return Received(
            title=self._about.get("title", ""),
            document_id=self._about.get("newdoc id", ""),
            metadata=pairs,
            text=text if is_ours else text.rstrip(),
            exact=is_ours,
            annotations=tuple(self._annotations or self._named),
            relations=tuple(self._relations),
            entities=tuple(self._entities.values()),
            tool="conllu",
        )

    def _token(self, form: str, misc: Mapping[str, str], place: str) -> None:
        self._append(_unescaped(misc.get("SpacesBefore", "")))
        start = self._length
        self._append(form.removesuffix("\u2060") if form == "_\u2060" else form)
        mark = next((misc[name] for name in _NAMES if misc.get(name, "").startswith(("B-", "I-", "S-", "E-"))), "")
        kind, name = mark[:1], mark[2:]
        if self._open is not None and kind in {"I", "E"} and self._open[2] == name:
            self._open = (self._open[0], self._length, name, self._open[3])
        else:
            self._close()
            self._open = (start, self._length, name, place) if name else None
        self._append("" if misc.get("SpaceAfter") == "No" else _unescaped(misc.get("SpacesAfter", "\\s")))

    def _annotation(self, fields: Fields, number: int) -> None:
        entity = fields.inner("entity")
        key = entity.text("id")
        if key:
            known = entity.pairs("ids")
            self._entities.setdefault(key, ReceivedEntity(key=key, name=entity.text("name"), external_ids=known))
        self._annotations.append(
            ReceivedAnnotation(
                start=fields.number("start"),
                end=fields.number("end"),
                tag=fields.text("tag"),
                note=fields.text("note"),
                attributes=fields.pairs("attributes"),
                author=fields.text("author"),
                created=fields.text("created"),
                modified=fields.text("modified"),
                key=fields.text("id"),
                entity=key,
                place=f"line {number}",
            )
        )

    def _fields(self, value: str, number: int) -> Fields:
        place = f"line {number}"
        return Fields(parsed(value, self._path, place), self._path, place)

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _close(self) -> None:
        if self._open is not None:
            start, end, name, place = self._open
            self._named.append(ReceivedAnnotation(start=start, end=end, tag=name, key=place, place=place))
            self._open = None


def _unescaped(spaces: str) -> str:
    found, place = [], 0
    while place < len(spaces):
        if spaces[place] == "\\" and spaces[place + 1 : place + 2] in _MEANT:
            found.append(_MEANT[spaces[place + 1]])
            place += 2
        elif (code := _CODE.match(spaces, place)) is not None:
            found.append(chr(int(code[1], 16)))
            place = code.end()
        else:
            found.append(spaces[place])
            place += 1
    return "".join(found)


def _one_line(text: str) -> str:
    return " ".join(text.split("\n"))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)

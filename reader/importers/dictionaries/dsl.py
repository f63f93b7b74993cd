# SPDX-License-Identifier: GPL-3.0-or-later
"""ABBYY Lingvo dictionaries: .dsl and .dsl.dz, in UTF-16 or UTF-8.

Read by ourselves: pyglossary 5.2.1 makes HTML with links and pictures of the markup, which would be taken apart again.
Source: ABBYY Lingvo x6 help, "Creating a DSL dictionary": headers, headwords with parts in braces and parentheses,
cards whose lines begin with a space or a tab, subentries behind @.
"""

from __future__ import annotations

import codecs
import io
import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from reader.errors import DictionaryUnreadable
from reader.importers.dictionaries.mapped import Mapped, fingerprint_of
from reader.importers.dictionaries.records import Log, Markup, SourceEntry, Statement, one_line
from reader.importers.dictionaries.unpacking import Unpacked
from reader.model.dictionary import LONGEST_ARTICLE

SUFFIXES: Final = (".dsl", ".dsl.dz", ".dsl.gz")
_HEADER: Final = re.compile(r'^#([A-Z_]+)\s+"?(.*?)"?\s*$')
_UNSORTED: Final = re.compile(r"(?<!\\)\{[^{}]*(?<!\\)\}|\[/?['\w*!]{1,12}\]")
_OPTIONAL: Final = re.compile(r"(?<!\\)\(([^()]*)(?<!\\)\)")
_ESCAPED: Final = re.compile(r"\\(.)")
_COMMENT: Final = re.compile(r"\{\{.*?\}\}")
_MOST_OPTIONAL: Final = 4
_MOST_CARD_CHARACTERS: Final = 2 * LONGEST_ARTICLE
_LONGEST_LINE: Final = 1 << 20
_CODE_PAGES: Final = {
    "latin": "cp1252",
    "cyrillic": "cp1251",
    "easterneuropean": "cp1250",
    "greek": "cp1253",
    "turkish": "cp1254",
    "hebrew": "cp1255",
    "arabic": "cp1256",
    "baltic": "cp1257",
}
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LANGUAGES: Final = {"arabic": "ar", "english": "en", "french": "fr", "german": "de", "russian": "ru", "spanish": "es"}


class Dsl:
    """A dictionary in the language of ABBYY Lingvo."""

    format = "DSL"

    def __init__(self, path: Path, unpacked: Unpacked) -> None:
        self.path = path
        self.log = Log()
        is_packed = path.suffix.lower() in (".dz", ".gz")
        self._file = Mapped(unpacked.gunzipped(path) if is_packed else path)
        self._encoding, self._start = _encoding_of(path, self._file)
        self.statement = self._stated()
        self.fingerprint = fingerprint_of(self.format, [self._file])

    def close(self) -> None:
        self._file.close()

    def entries(self) -> Iterator[SourceEntry]:
        """Every card; subentries are entries of their own.

        Raises:
            DictionaryUnreadable: naming file and line.
        """
        self.log.total = self._file.size
        headwords: list[str] = []
        card: list[str] = []
        size = 0
        for _, line in self._lines():
            if not line.strip():
                continue
            if line[0] not in " \t":
                if card:
                    yield from _card(headwords, card)
                    headwords, card, size = [], [], 0
                headwords.append(line)
            elif headwords and size <= _MOST_CARD_CHARACTERS:
                card.append(line)
                size += len(line)
        yield from _card(headwords, card)

    # Inside

    def _lines(self) -> Iterator[tuple[int, str]]:
        """Number from 1 and text of every line, without headers, comments and line ends."""
        in_header = True
        with self._file.path.open("rb") as raw:
            raw.seek(self._start)
            text = io.TextIOWrapper(raw, encoding=self._encoding, newline=None)
            for number in itertools.count(1):
                try:
                    line = text.readline(_LONGEST_LINE)
                except UnicodeError as error:
                    raise DictionaryUnreadable(
                        self.path, "encoding", self._encoding.upper(), f"line {number}"
                    ) from error
                if not line:
                    return
                self.log.done = min(self.log.done + len(line.encode(self._encoding, "replace")), self._file.size)
                in_header = in_header and (line.startswith("#") or not line.strip())
                if not in_header:
                    yield number, _COMMENT.sub("", line.rstrip("\n"))

    def _stated(self) -> Statement:
        head = self._file.part(self._start, self._start + 8192).decode(self._encoding, "ignore")
        fields: dict[str, str] = {}
        for line in head.splitlines():
            if line.startswith("#") and (found := _HEADER.match(line)):
                fields[found[1]] = found[2]
        if not fields:
            raise DictionaryUnreadable(self.path, "header", "there is no line such as #NAME", "line 1")
        return Statement(
            title=one_line(fields.get("NAME", "")) or self.path.name.split(".")[0],
            source_language=_language(fields.get("INDEX_LANGUAGE", "")),
            target_language=_language(fields.get("CONTENTS_LANGUAGE", "")),
            description=self._note(),
        )

    def _note(self) -> str:
        """What stands in the .ann file beside the dictionary."""
        stem = re.sub(r"\.dsl(\.[dg]z)?$", "", self.path.name, flags=re.I)
        note = self.path.with_name(f"{stem}.ann")
        if not note.is_file() or note.stat().st_size > 1 << 20:
            return ""
        data = note.read_bytes()
        encoding = "utf-16" if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8-sig"
        return data.decode(encoding, "replace").strip()


def _card(headwords: list[str], card: list[str]) -> Iterator[SourceEntry]:
    """The entry of a card, and of each subentry in it."""
    if not headwords or not card:
        return
    main: list[str] = []
    words, lines = headwords, main
    for line in card:
        if line.lstrip().startswith("@"):
            if lines and words is not headwords:
                yield _entry(words, lines)
            name = line.lstrip()[1:].strip()
            words, lines = ([name], []) if name else (headwords, main)
        else:
            lines.append(line)
    if words is not headwords and lines:
        yield _entry(words, lines)
    if main:
        yield _entry(headwords, main)


def _entry(words: list[str], lines: list[str]) -> SourceEntry:
    spellings = tuple(dict.fromkeys(each for word in words for each in spellings_of(word)))
    body = "\n".join(line.strip() for line in lines)
    return SourceEntry(headwords=spellings, body=body, markup=Markup.DSL)


def spellings_of(headword: str) -> tuple[str, ...]:
    """What a headword stands for: parts in braces are not looked up, those in parentheses may be there or not."""
    plain = _UNSORTED.sub("", headword).strip()
    spellings = [plain]
    for _ in range(_MOST_OPTIONAL):
        if not any(_OPTIONAL.search(each) for each in spellings):
            break
        spellings = [
            variant
            for each in spellings
            for variant in (_OPTIONAL.sub(r"\1", each, count=1), _OPTIONAL.sub("", each, count=1))
        ]
    cleaned = (one_line(_ESCAPED.sub(r"\1", each)) for each in spellings)
    return tuple(dict.fromkeys(each for each in cleaned if each))


def _encoding_of(path: Path, file: Mapped) -> tuple[str, int]:
    """The encoding, and where the text begins behind its mark."""
    head = file.part(0, 4096)
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if head.startswith(mark):
            return name, len(mark)
    if head[:2] == b"#\0":
        return "utf-16-le", 0
    if head[:2] == b"\0#":
        return "utf-16-be", 0
    said = re.search(rb'#SOURCE_CODE_PAGE\s+"?(\w+)', head)
    if said:
        named = said[1].decode("ascii", "replace").lower()
        if named not in _CODE_PAGES:
            raise DictionaryUnreadable(path, "header", f"#SOURCE_CODE_PAGE {named}")
        return _CODE_PAGES[named], 0
    return "utf-8", 0


def _language(name: str) -> str:
    lower = name.lower()
    return next((code for word, code in _LANGUAGES.items() if lower.startswith(word)), name)

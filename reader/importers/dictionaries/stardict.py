# SPDX-License-Identifier: GPL-3.0-or-later
"""StarDict dictionaries: .ifo, .idx (or .idx.gz), .dict (or .dict.dz), .syn.

Read by ourselves: pyglossary 5.2.1 took more than two minutes for a packed .dict of 3 MB, decodes what is damaged
silently, and reads the whole index into Python objects; here everything but the offsets stays in the file.
Source: "Format for StarDict dictionary files", doc/StarDictFileFormat of the stardict 3.0.6 sources.
"""

from __future__ import annotations

import html
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from reader.errors import DictionaryUnreadable, FileMissing, FileUnreadable
from reader.importers.dictionaries.mapped import Mapped, fingerprint_of
from reader.importers.dictionaries.records import Log, Markup, Reason, SourceEntry, Statement, decoded, one_line
from reader.importers.dictionaries.unpacking import Unpacked, size_of

SUFFIXES: Final = (".ifo", ".idx", ".idx.gz", ".dict", ".dict.dz", ".syn", ".syn.dz")
_MAGIC: Final = "StarDict's dict ifo file"
_LARGEST_HEADER_BYTES: Final = 1 << 20
_LONGEST_WORD_BYTES: Final = 4096
_LARGEST_ARTICLE_BYTES: Final = 4 << 20
_MARKUPS: Final = {
    "m": Markup.PLAIN,
    "l": Markup.PLAIN,
    "g": Markup.HTML,
    "t": Markup.PLAIN,
    "x": Markup.XDXF,
    "y": Markup.PLAIN,
    "k": Markup.HTML,
    "w": Markup.WIKI,
    "h": Markup.HTML,
    "n": Markup.PLAIN,
}
_RICHEST: Final = (Markup.HTML, Markup.XDXF, Markup.WIKI, Markup.PLAIN)


class StarDict:
    """A StarDict dictionary named by its .ifo file, or by any of its files."""

    format = "StarDict"

    def __init__(self, path: Path, unpacked: Unpacked) -> None:
        self.path = path
        self._unpacked = unpacked
        self._stem = _stem_of(path)
        self.log = Log()
        self._fields = _header(self._beside(".ifo"))
        self.statement = _statement(self._fields, self._stem.name)
        self._types = self._fields.get("sametypesequence", "")
        self._offset_bytes = 8 if self._fields.get("idxoffsetbits") == "64" else 4
        self._index = self._mapped(".idx", ".idx.gz")
        self._articles = self._mapped(".dict", ".dict.dz")
        self._synonyms = self._mapped(".syn", ".syn.dz", is_needed=False)
        self._check_size()
        self.fingerprint = fingerprint_of(self.format, [self._index, self._articles])

    def close(self) -> None:
        for file in (self._index, self._articles, self._synonyms):
            file.close()

    def entries(self) -> Iterator[SourceEntry]:
        """Every entry; then every synonym, as a headword of the article it leads to.

        Raises:
            DictionaryUnreadable: naming file, entry and byte.
        """
        self.log.total = self._index.size + self._synonyms.size
        offsets, sizes = array("Q"), array("I")
        good = 0
        for number, (word, offset, size) in enumerate(self._places(), 1):
            offsets.append(offset)
            sizes.append(size)
            entry = self._entry(word, offset, size, f"entry {number}", good)
            if entry is not None:
                good += 1
                yield entry
        self._check_count(len(offsets))
        yield from self._synonym_entries(offsets, sizes, good)

    # Inside

    def _beside(self, *suffixes: str) -> Path:
        """The file of the dictionary with one of these suffixes."""
        for suffix in suffixes:
            for name in (self._stem.name + suffix, self._stem.name + suffix.upper()):
                if (found := self._stem.with_name(name)).is_file():
                    return found
        raise DictionaryUnreadable(self.path, "missing", self._stem.name + suffixes[0])

    def _mapped(self, plain: str, packed: str, *, is_needed: bool = True) -> Mapped:
        try:
            found = self._beside(plain, packed)
        except DictionaryUnreadable:
            if is_needed:
                raise
            return _NOTHING
        is_packed = found.suffix.lower() in (".gz", ".dz")
        return Mapped(self._unpacked.gunzipped(found) if is_packed else found)

    def _check_size(self) -> None:
        said = self._fields.get("idxfilesize", "")
        if said.isdecimal() and int(said) > self._index.size:
            raise DictionaryUnreadable(
                self._beside(".idx", ".idx.gz"), "cut", f"{self._index.size} bytes of {said}", "the index"
            )

    def _check_count(self, count: int) -> None:
        said = self.statement.entries
        if said and said != count:
            self.log.skip(Reason.WORDCOUNT, f"{said} ≠ {count}")

    def _places(self) -> Iterator[tuple[bytes, int, int]]:
        """Headword, offset and size of every entry of the index."""
        index, width = self._index, self._offset_bytes
        place, number = 0, 0
        while place < index.size:
            number += 1
            end = index.find(b"\0", place, min(place + _LONGEST_WORD_BYTES, index.size))
            if end < 0 or end + 1 + width + 4 > index.size:
                raise DictionaryUnreadable(self._index_path, "cut", "", f"entry {number}, byte {place} of the index")
            numbers = index.part(end + 1, end + 1 + width + 4)
            offset, size = int.from_bytes(numbers[:width], "big"), int.from_bytes(numbers[width:], "big")
            if offset + size > self._articles.size:
                raise DictionaryUnreadable(
                    self._index_path,
                    "outside",
                    f"byte {offset} and {size} more of {self._articles.size}",
                    f"entry {number}, byte {place} of the index",
                )
            yield index.part(place, end), offset, size
            place = end + 1 + width + 4
            self.log.done = place

    @property
    def _index_path(self) -> Path:
        return self._beside(".idx", ".idx.gz")

    def _synonym_entries(self, offsets: array[int], sizes: array[int], good: int) -> Iterator[SourceEntry]:
        file = self._synonyms
        place, number = 0, 0
        while place < file.size:
            number += 1
            end = file.find(b"\0", place, min(place + _LONGEST_WORD_BYTES, file.size))
            where = f"synonym {number}, byte {place}"
            if end < 0 or end + 5 > file.size:
                raise DictionaryUnreadable(self._beside(".syn", ".syn.dz"), "cut", "", where)
            index = int.from_bytes(file.part(end + 1, end + 5), "big")
            if index >= len(offsets):
                detail = f"entry {index} of {len(offsets)}"
                raise DictionaryUnreadable(self._beside(".syn", ".syn.dz"), "outside", detail, where)
            entry = self._entry(file.part(place, end), offsets[index], sizes[index], f"synonym {number}", good)
            if entry is not None:
                yield entry
            place = end + 5
            self.log.done = self._index.size + place

    def _entry(self, word: bytes, offset: int, size: int, where: str, good: int) -> SourceEntry | None:
        headword = decoded(self.path, word, self.log, where, good)
        if headword is None:
            return None
        if size > _LARGEST_ARTICLE_BYTES:
            self.log.skip(Reason.CUT, f"{where}: {headword}")
        data = self._articles.part(offset, offset + min(size, _LARGEST_ARTICLE_BYTES))
        body, markup = self._article(data, f"{where}: {headword}", good)
        if body is None:
            return None
        return SourceEntry(headwords=(headword,), body=body, markup=markup, place=offset << 32 | size)

    def _article(self, data: bytes, where: str, good: int) -> tuple[str | None, Markup]:
        """The text of an article of one part, or of several joined; markup of the richest."""
        parts: list[tuple[str, Markup]] = []
        for kind, piece in _parts(data, self._types):
            if kind.isupper() or kind == "r":
                continue
            if kind not in _MARKUPS:
                self.log.skip(Reason.UNKNOWN_PART, f"{where} ({kind!r})")
                continue
            text = decoded(self.path, piece, self.log, where, good)
            if text is None:
                return None, Markup.PLAIN
            parts.append((f"[{text}]" if kind in "ty" and text else text, _MARKUPS[kind]))
        markup = min((each for _, each in parts), key=_RICHEST.index, default=Markup.PLAIN)
        return "\n".join(as_markup(text, each, markup) for text, each in parts), markup


_NOTHING: Final = Mapped.nothing()


def as_markup(text: str, own: Markup, wanted: Markup) -> str:
    """Plain text as a part of an article with markup."""
    if own is wanted or own is not Markup.PLAIN:
        return text
    return html.escape(text, quote=False).replace("\n", "<br>") + "<br>"


def _stem_of(path: Path) -> Path:
    """The path without the suffix of a StarDict file."""
    lower = path.name.lower()
    suffix = max((each for each in SUFFIXES if lower.endswith(each)), key=len, default="")
    return path.with_name(path.name[: len(path.name) - len(suffix)]) if suffix else path


def _header(path: Path) -> dict[str, str]:
    if size_of(path) > _LARGEST_HEADER_BYTES:
        raise DictionaryUnreadable(path, "header", "it is too long")
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DictionaryUnreadable(path, "encoding", "UTF-8", f"byte {error.start}") from error
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise FileUnreadable(path, error.strerror or str(error)) from error
    first, *lines = text.splitlines() or [""]
    if first.strip() != _MAGIC:
        raise DictionaryUnreadable(path, "header", f"it does not begin with “{_MAGIC}”")
    return {key.strip(): value.strip() for key, _, value in (line.partition("=") for line in lines)}


def _statement(fields: dict[str, str], name: str) -> Statement:
    count = fields.get("wordcount", "")
    author = ", ".join(each for each in (fields.get("author", ""), fields.get("email", "")) if each)
    about = [fields.get(key, "") for key in ("description", "website", "date")]
    return Statement(
        title=one_line(fields.get("bookname", "")) or name,
        author=one_line(author),
        licence=one_line(fields.get("license", "") or fields.get("copyright", "")),
        description=" ".join(each for each in about if each),
        source_language=fields.get("sourceLang", "") or fields.get("lang", "").partition("-")[0],
        target_language=fields.get("targetLang", "") or fields.get("lang", "").partition("-")[2],
        entries=int(count) if count.isdecimal() else 0,
    )


def _parts(data: bytes, types: str) -> Iterator[tuple[str, bytes]]:
    """The parts of an article: with ``types`` in that order, the last to the end; else each behind its letter."""
    place = 0
    for number, kind in enumerate(types):
        if number == len(types) - 1:
            yield kind, data[place:]
            return
        piece, place = _part(data, place, kind)
        yield kind, piece
    while not types and place < len(data):
        kind = chr(data[place])
        piece, place = _part(data, place + 1, kind)
        yield kind, piece


def _part(data: bytes, place: int, kind: str) -> tuple[bytes, int]:
    """A part and where the next begins: small letters end with a zero, capitals begin with their size."""
    if kind.isupper():
        size = int.from_bytes(data[place : place + 4], "big")
        return data[place + 4 : place + 4 + size], place + 4 + size
    end = data.find(b"\0", place)
    return (data[place:], len(data)) if end < 0 else (data[place:end], end + 1)

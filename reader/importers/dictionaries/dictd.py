# SPDX-License-Identifier: GPL-3.0-or-later
"""dictd dictionaries: .index beside .dict or .dict.dz, as ``/usr/share/dictd`` has them.

Read by ourselves, for pyglossary 5.2.1 did not come to an end with a .dict.dz of 1 MB.
Source: dictd(8), dictfmt(1), dictzip(1); RFC 2229 for the names of the ``00-database`` entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from reader.errors import DictionaryUnreadable
from reader.importers.dictionaries.mapped import Mapped, fingerprint_of
from reader.importers.dictionaries.records import Log, Markup, SourceEntry, Statement, decoded, one_line
from reader.importers.dictionaries.unpacking import Unpacked
from reader.text.headwords import key_of

SUFFIXES: Final = (".index", ".dict", ".dict.dz")
SYSTEM_FOLDERS: Final = (Path("/usr/share/dictd"), Path("/usr/local/share/dictd"), Path("/opt/homebrew/share/dictd"))
_DIGITS: Final = {
    digit: value for value, digit in enumerate(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
}
_LONGEST_LINE_BYTES: Final = 8192
_LARGEST_ARTICLE_BYTES: Final = 4 << 20
_LARGEST_STATEMENT_BYTES: Final = 256 << 10
_OWN_ENTRIES: Final = ("00-database", "00database")
_FIRST_LINE: Final = re.compile(r"^(?P<word>[^/<\[{(\n]+?)\s*(?P<rest>[/<\[{(][^\n]*)?$", re.M)
_AUTHOR: Final = re.compile(r"^\s*(?:by|author|editor)s?:\s*(\S[^\n]*)$", re.I | re.M)
_LICENCES: Final = (
    re.compile(
        r"^([^\n]*\b(?:General Public License|GPL|Creative Commons|CC[ -]BY)\b[^\n]*(?:\n[ \t]*\w[^\n]*){0,2})",
        re.I | re.M,
    ),
    re.compile(r"^\s*((?:licen[cs]e|copyright)\b[^\n]*)$", re.I | re.M),
)
"""What names a licence, to the end of its sentence; else what begins as a statement of one."""
_SENTENCE_END: Final = re.compile(r"(?<=\.)\s+(?=[A-Z])")
_NAMED_LANGUAGES: Final = re.compile(r"(?:^|-)([a-z]{3})-([a-z]{3})$")


class Dictd:
    """A dictd dictionary named by its .index file, or by its .dict file."""

    format = "dictd"

    def __init__(self, path: Path, unpacked: Unpacked) -> None:
        self.path = path
        stem = stem_of(path)
        self.log = Log()
        self._index = Mapped(_present(path, stem, ".index"))
        found = _present(path, stem, ".dict", ".dict.dz")
        self._articles = Mapped(unpacked.gunzipped(found) if found.suffix == ".dz" else found)
        self.statement = self._stated(stem.name)
        self.fingerprint = fingerprint_of(self.format, [self._index, self._articles])

    def close(self) -> None:
        self._index.close()
        self._articles.close()

    def entries(self) -> Iterator[SourceEntry]:
        """Every entry but those in which the dictionary speaks of itself.

        Raises:
            DictionaryUnreadable: naming file and line.
        """
        self.log.total = self._index.size
        good = 0
        for number, word, offset, size, is_written in self._places():
            if word.startswith(b"00") and word.decode("utf-8", "replace").startswith(_OWN_ENTRIES):
                continue
            where = f"line {number}"
            headword = decoded(self.path, word, self.log, where, good)
            data = self._articles.part(offset, offset + min(size, _LARGEST_ARTICLE_BYTES))
            body = None if headword is None else decoded(self.path, data, self.log, f"{where}: {headword}", good)
            if headword is None or body is None:
                continue
            good += 1
            written, rest = _without_headword(headword, body)
            yield SourceEntry(
                headwords=(headword if is_written else written,),
                body=rest,
                markup=Markup.PLAIN,
                place=offset << 32 | size,
            )

    # Inside

    def _places(self) -> Iterator[tuple[int, bytes, int, int, bool]]:
        """Line, headword, offset and size of every entry, and whether the headword is written as it is meant."""
        index, place, number = self._index, 0, 0
        while place < index.size:
            number += 1
            end = index.find(b"\n", place, min(place + _LONGEST_LINE_BYTES, index.size))
            if end < 0:
                end = index.size
            line = index.part(place, min(end, place + _LONGEST_LINE_BYTES)).rstrip(b"\r")
            if line:
                yield number, *self._line(line, number)
            place = end + 1
            self.log.done = min(place, index.size)

    def _line(self, line: bytes, number: int) -> tuple[bytes, int, int, bool]:
        """The fourth column, where there is one, is the headword as it is meant to be shown."""
        word, *numbers = line.split(b"\t")
        try:
            offset, size = _number(numbers[0]), _number(numbers[1])
        except (IndexError, KeyError) as error:
            where = f"line {number}"
            raise DictionaryUnreadable(self._index.path, "cut", "no offset and length", where) from error
        if offset + size > self._articles.size:
            detail = f"byte {offset} and {size} more of {self._articles.size}"
            raise DictionaryUnreadable(self._index.path, "outside", detail, f"line {number}")
        is_written = len(numbers) > 2 and bool(numbers[2].strip())
        return numbers[2] if is_written else word, offset, size, is_written

    def _stated(self, name: str) -> Statement:
        own: dict[str, str] = {}
        count = 0
        for _, word, offset, size, _ in self._places():
            count += 1
            if word.startswith((b"00-database", b"00database")):
                key = re.sub(r"[^a-z0-9]", "", word.decode("ascii", "replace").lower())
                data = self._articles.part(offset, offset + min(size, _LARGEST_STATEMENT_BYTES))
                own[key.removeprefix("00database")] = data.decode("utf-8", "replace")
        info = _without_first_line(own.get("info", ""))
        languages = _NAMED_LANGUAGES.search(name.lower())
        return Statement(
            title=one_line(_without_first_line(own.get("short", ""))) or name,
            author=_first(_AUTHOR, info),
            licence=next((found for each in _LICENCES if (found := _first(each, info))), ""),
            description=info.strip(),
            source_language=languages[1] if languages else "",
            target_language=languages[2] if languages else "",
            entries=count - len(own),
        )


def stem_of(path: Path) -> Path:
    """The path without the suffix of a dictd file."""
    suffix = max((each for each in SUFFIXES if path.name.endswith(each)), key=len, default="")
    return path.with_name(path.name[: len(path.name) - len(suffix)]) if suffix else path


def _present(path: Path, stem: Path, *suffixes: str) -> Path:
    found = next((each for s in suffixes if (each := stem.with_name(stem.name + s)).is_file()), None)
    if found is None:
        raise DictionaryUnreadable(path, "missing", stem.name + suffixes[-1])
    return found


def _number(digits: bytes) -> int:
    """A number in the digits of base 64, the most significant first.

    Raises:
        KeyError, IndexError: when it is none.
    """
    if not digits or len(digits) > 10:
        raise IndexError
    value = 0
    for digit in digits:
        value = value << 6 | _DIGITS[digit]
    return value


def _without_headword(word: str, body: str) -> tuple[str, str]:
    """The headword as the article writes it, with its marks and capitals, and the article without its first line.

    An index has words folded and stripped of signs; most articles begin with the word itself.
    """
    first, _, rest = body.partition("\n")
    found = _FIRST_LINE.match(first.strip())
    if found is None or _letters(found["word"]) != _letters(word) or not rest.strip():
        return word, body
    said = found["rest"] or ""
    return found["word"].strip(), f"{said}\n{rest}" if said else rest


def _letters(text: str) -> str:
    return "".join(char for char in key_of(text) if char.isalnum())


def _without_first_line(text: str) -> str:
    """dictfmt puts the name of the entry above what it says."""
    first, _, rest = text.partition("\n")
    return rest if first.strip().startswith("00") else text


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    said = one_line(found[1]) if found else ""
    return _SENTENCE_END.split(said, maxsplit=1)[0][:300]

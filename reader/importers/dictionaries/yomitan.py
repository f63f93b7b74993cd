# SPDX-License-Identifier: GPL-3.0-or-later
"""Yomitan (Yomichan) dictionaries: a zip file of JSON, of which the term banks are read.

Read by ourselves: pyglossary 5.2.1 reads every bank into memory and makes HTML of it, with the styles and links that
a structured content may have; here a bank is read at a time, and text is all that remains.
Source: dictionary-index-schema.json and dictionary-term-bank-v3-schema.json of the Yomitan sources (ext/data/schemas).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from reader.errors import DictionaryUnreadable, FileDamaged, FileTooLarge, FileUnsafe
from reader.importers.archive import Archive, Budget
from reader.importers.dictionaries.mapped import Mapped, fingerprint_of
from reader.importers.dictionaries.records import Log, Markup, Reason, SourceEntry, Statement, one_line, well_formed
from reader.importers.dictionaries.structured import article_of

INDEX: Final = "index.json"
_BANK: Final = re.compile(r"(?:^|/)term_bank_(\d+)\.json$")
_LARGEST_INDEX_BYTES: Final = 1 << 20
_LARGEST_BANK_BYTES: Final = 96 << 20
_LARGEST_TOTAL_BYTES: Final = 4 << 30
_SHORTEST_ROW: Final = 6


class Yomitan:
    """A dictionary for Yomitan, in the formats 1 and 3."""

    format = "Yomitan"

    def __init__(self, path: Path) -> None:
        self.path = path
        self.log = Log()
        self._archive = _opened(path)
        self._index = self._indexed()
        self._form = self._index.get("format", self._index.get("version", 3))
        banks = [(int(found[1]), each) for each in self._archive.members if (found := _BANK.search(each.name))]
        self._banks = [each for _, each in sorted(banks, key=lambda bank: bank[0])]
        if not self._banks:
            raise DictionaryUnreadable(path, "missing", "term_bank_1.json")
        self.statement = _statement(self._index, path)
        file = Mapped(path)
        self.fingerprint = fingerprint_of(self.format, [file])
        file.close()

    def close(self) -> None:
        self._archive.close()

    def entries(self) -> Iterator[SourceEntry]:
        """Every term; its reading, where it has one that differs, is a second headword.

        Raises:
            DictionaryUnreadable: naming file, bank and record.
        """
        self.log.total = sum(each.size_bytes for each in self._banks)
        for bank in self._banks:
            for number, row in enumerate(self._rows(bank.name), 1):
                entry = self._entry(row, f"{bank.name}, record {number}")
                if entry is not None:
                    yield entry
            self.log.done += bank.size_bytes

    # Inside

    def _rows(self, name: str) -> list[Any]:
        rows = self._json(name, _LARGEST_BANK_BYTES)
        if not isinstance(rows, list):
            raise DictionaryUnreadable(self.path, "json", "there is no list in it", name)
        return rows

    def _json(self, name: str, largest_bytes: int) -> Any:
        try:
            return json.loads(self._archive.read(name, largest_bytes))
        except UnicodeDecodeError as error:
            raise DictionaryUnreadable(self.path, "encoding", "UTF-8", f"{name}, byte {error.start}") from error
        except json.JSONDecodeError as error:
            raise DictionaryUnreadable(self.path, "json", error.msg, f"{name}, line {error.lineno}") from error
        except RecursionError as error:
            raise DictionaryUnreadable(self.path, "json", "it is nested too deep", name) from error
        except FileDamaged as error:
            raise DictionaryUnreadable(self.path, "packed", error.reason, name) from error
        except (FileTooLarge, FileUnsafe) as error:
            raise DictionaryUnreadable(self.path, "bomb", f"more than {largest_bytes >> 20} MB", name) from error

    def _indexed(self) -> dict[str, Any]:
        index = self._json(INDEX, _LARGEST_INDEX_BYTES)
        if not isinstance(index, dict) or not isinstance(index.get("title"), str):
            raise DictionaryUnreadable(self.path, "header", "there is no title in it", INDEX)
        return index

    def _entry(self, row: Any, where: str) -> SourceEntry | None:
        if not isinstance(row, list) or len(row) < _SHORTEST_ROW or not isinstance(row[0], str):
            self.log.skip(Reason.FAILED, where)
            return None
        term, reading, tags = row[0], row[1], row[2]
        glossary = row[5:] if self._form == 1 else row[5]
        if not isinstance(glossary, list):
            self.log.skip(Reason.FAILED, f"{where}: {term}")
            return None
        words = (term, reading) if isinstance(reading, str) and reading and reading != term else (term,)
        body = article_of(glossary, tags if isinstance(tags, str) else "")
        return SourceEntry(headwords=words, body=body, markup=Markup.PACKED)


def is_yomitan(path: Path) -> bool:
    """Whether the zip file has the index of a Yomitan dictionary at its top.

    Raises:
        DictionaryUnreadable, FileError.
    """
    with _opened(path) as archive:
        return any(each.name == INDEX for each in archive.members)


def _opened(path: Path) -> Archive:
    try:
        return Archive(path, budget=Budget(bytes_left=_LARGEST_TOTAL_BYTES))
    except FileDamaged as error:
        raise DictionaryUnreadable(path, "packed", error.reason) from error
    except FileUnsafe as error:
        raise DictionaryUnreadable(path, "bomb", "its files overlap, or are too many") from error


def _statement(index: dict[str, Any], path: Path) -> Statement:
    said = {key: well_formed(value) for key, value in index.items() if isinstance(value, str)}
    about = (said.get(key, "") for key in ("description", "url", "revision"))
    return Statement(
        title=one_line(said.get("title", "")) or path.stem,
        author=one_line(said.get("author", "")),
        licence=one_line(said.get("attribution", "")),
        description="\n".join(each for each in about if each),
        source_language=said.get("sourceLanguage", ""),
        target_language=said.get("targetLanguage", ""),
    )

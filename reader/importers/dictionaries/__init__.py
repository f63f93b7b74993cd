# SPDX-License-Identifier: GPL-3.0-or-later
"""Dictionary files of others, read entry by entry into safe plain lines."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from reader.errors import DictionaryUnreadable, FileMissing
from reader.importers.dictionaries import dictd, dsl, others, stardict
from reader.importers.dictionaries.records import DictionarySource
from reader.importers.dictionaries.unpacking import Unpacked, is_archive

KNOWN: Final = "StarDict, dictd, DSL, Yomitan, MDict, Babylon, XDXF, TEI, tab-separated"
_MAIN_SUFFIXES: Final = (".ifo", ".dsl", ".dsl.dz", ".index", ".mdx", ".bgl", ".xdxf", ".tei", ".slob", ".mids")
_MEMBER_SUFFIXES: Final = (*stardict.SUFFIXES, *dsl.SUFFIXES, *dictd.SUFFIXES, *others.KINDS, ".ann")
_SHOWN: Final = 4


def open_dictionary(path: Path, near: Path, cancelled: Callable[[], bool] = lambda: False) -> DictionarySource:
    """The dictionary in a file, an archive or a folder; what must be unpacked is, into a folder in ``near``.

    ``close`` removes that folder too.

    Raises:
        DictionaryUnreadable, FileError, Cancelled.
    """
    unpacked = Unpacked(near, cancelled)
    try:
        source = _opened(path, unpacked)
    except BaseException:
        unpacked.close()
        raise
    source.path = path
    return _closing_both(source, unpacked)


def _closing_both(source: DictionarySource, unpacked: Unpacked) -> DictionarySource:
    close = source.close

    def close_both() -> None:
        close()
        unpacked.close()

    source.close = close_both  # type: ignore[method-assign]
    return source


def _opened(path: Path, unpacked: Unpacked) -> DictionarySource:
    if path.is_dir():
        return _opened_file(_main_file(path, path), unpacked)
    if not path.exists():
        raise FileMissing(path)
    if is_archive(path):
        return _opened_archive(path, unpacked)
    return _opened_file(path, unpacked)


def _opened_archive(path: Path, unpacked: Unpacked) -> DictionarySource:
    from reader.importers.dictionaries.yomitan import Yomitan, is_yomitan  # noqa: PLC0415 - json, for few

    if path.suffix.lower() == ".zip" and is_yomitan(path):
        return Yomitan(path)
    return _opened_file(_main_file(unpacked.unpacked(path, _MEMBER_SUFFIXES), path), unpacked)


def _main_file(folder: Path, path: Path) -> Path:
    """The one file in the folder that stands for a dictionary.

    Raises:
        DictionaryUnreadable: when there is none, or several.
    """
    names = sorted(each for each in folder.iterdir() if each.is_file())
    found = [each for each in names if each.name.lower().endswith(_MAIN_SUFFIXES) and _stands(each)]
    found = found or [each for each in names if others.kind_of(each)]
    if len(found) > 1:
        shown = ", ".join(each.name for each in found[:_SHOWN])
        raise DictionaryUnreadable(path, "several", shown + (", …" if len(found) > _SHOWN else ""))
    if not found:
        raise DictionaryUnreadable(path, "format", f"Known are: {KNOWN}.")
    return found[0]


def _stands(path: Path) -> bool:
    """Whether the file is a dictionary and no part of one: abbreviations of a DSL dictionary are none."""
    return not path.name.lower().endswith(("_abrv.dsl", "_abrv.dsl.dz"))


def _opened_file(path: Path, unpacked: Unpacked) -> DictionarySource:
    name = path.name.lower()
    if name.endswith(dsl.SUFFIXES):
        return dsl.Dsl(path, unpacked)
    if name.endswith(".index"):
        return dictd.Dictd(path, unpacked)
    if name.endswith(stardict.SUFFIXES):
        has_index = dictd.stem_of(path).with_name(dictd.stem_of(path).name + ".index").is_file()
        is_dictd = has_index and name.endswith((".dict", ".dict.dz"))
        return dictd.Dictd(path, unpacked) if is_dictd else stardict.StarDict(path, unpacked)
    if others.kind_of(path) is not None:
        return others.Other(path, unpacked)
    raise DictionaryUnreadable(path, "format", f"Known are: {KNOWN}.")

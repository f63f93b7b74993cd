# SPDX-License-Identifier: GPL-3.0-or-later
"""Word forms analysed by the slow analyser, in a worker process, and kept in the library between sessions."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict
from pathlib import Path

from reader.errors import Cancelled, LibraryError
from reader.lexicon import alkhalil
from reader.model.word_analysis import WordAnalysis
from reader.store import Library

Analyses = Mapping[str, tuple[WordAnalysis, ...]]
_log = logging.getLogger(__name__)


def kept_analyses(library: Library, words: Collection[str]) -> Analyses:
    """What was analysed before, by the version that is installed now."""
    kept = library.readings.analyses(alkhalil.installed_version(), words)
    return {word: unpacked(content) for word, content in kept.items()}


def analyse_words(library_path: Path | None, words: Collection[str], cancelled: Callable[[], bool]) -> Analyses:
    """The analyses of each word form: kept ones where there are, the others made and kept. 4 ms for each.

    A library that cannot be written costs the keeping, not the answer.

    Raises:
        Cancelled.
    """
    found = dict(_kept(library_path, words))
    fresh: dict[str, tuple[WordAnalysis, ...]] = {}
    for word in words:
        if cancelled():
            raise Cancelled
        if word not in found and word not in fresh:
            fresh[word] = alkhalil.analyse(word)
    if fresh and library_path is not None:
        _keep(library_path, fresh)
    return {**found, **fresh}


def packed(analyses: Collection[WordAnalysis]) -> str:
    """As JSON, as the library keeps them."""
    return json.dumps([asdict(analysis) for analysis in analyses], ensure_ascii=False)


def unpacked(content: str) -> tuple[WordAnalysis, ...]:
    """The analyses of ``packed``."""
    return tuple(
        WordAnalysis(**{**fields, "features": tuple(fields.get("features", ()))}) for fields in json.loads(content)
    )


def _kept(library_path: Path | None, words: Collection[str]) -> Analyses:
    if library_path is None:
        return {}
    try:
        with Library.open(library_path, create=False, read_only=True) as library:
            return kept_analyses(library, words)
    except LibraryError as error:
        _log.warning("analyses of words could not be read: %s", error)
        return {}


def _keep(library_path: Path, fresh: Analyses) -> None:
    try:
        with Library.open(library_path, create=False) as library:
            content = {word: packed(analyses) for word, analyses in fresh.items()}
            library.readings.keep_analyses(alkhalil.installed_version(), content)
    except LibraryError as error:
        _log.warning("analyses of words could not be kept: %s", error)

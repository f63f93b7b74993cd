# SPDX-License-Identifier: GPL-3.0-or-later
"""Terms as files of others have them: records with their place in the file, before the library is asked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reader.model.term import TermStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class TermRecord:
    """One entry of a file; ``number`` is its line or its place among the records, from 1. Fields as in ``Term``."""

    number: int
    source: str
    variants: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    domain: str = ""
    part_of_speech: str = ""
    status: TermStatus = TermStatus.PREFERRED
    definition: str = ""
    note: str = ""
    example: str = ""
    example_source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermFile:
    """What a file says of terms.

    ``unit`` is what ``number`` counts: ``"line"`` or ``"record"``. The languages are "" where the file names none.
    ``ignored`` is what in it nothing was made of.
    """

    path: Path
    unit: str
    records: tuple[TermRecord, ...]
    source_language: str = ""
    target_language: str = ""
    ignored: tuple[str, ...] = ()

# SPDX-License-Identifier: GPL-3.0-or-later
"""The library file; all SQL of the program is here. From outside use ``Library`` and what it gives."""

from reader.store.annotations import AnnotationFilter
from reader.store.check import CheckReport
from reader.store.entities import EntityOrder
from reader.store.history import Heed, HistoryEntry, Session, nobody_heeds
from reader.store.library import Library
from reader.store.texts import TextWriter

__all__ = [
    "AnnotationFilter",
    "CheckReport",
    "EntityOrder",
    "Heed",
    "HistoryEntry",
    "Library",
    "Session",
    "TextWriter",
    "nobody_heeds",
]

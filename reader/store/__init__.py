# SPDX-License-Identifier: GPL-3.0-or-later
"""The library file; all SQL of the program is here. From outside use ``Library`` and what it gives."""

from reader.store.annotations import AnnotationFilter
from reader.store.check import CheckReport
from reader.store.entities import EntityOrder
from reader.store.history import HistoryEntry
from reader.store.library import Library
from reader.store.texts import TextWriter

__all__ = ["AnnotationFilter", "CheckReport", "EntityOrder", "HistoryEntry", "Library", "TextWriter"]

# SPDX-License-Identifier: GPL-3.0-or-later
"""The documents of the library as a table model: title, length, annotations, date."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """A document and how many annotations it has."""

    document: Document
    annotation_count: int = 0

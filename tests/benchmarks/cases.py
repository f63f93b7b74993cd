# SPDX-License-Identifier: GPL-3.0-or-later
"""What a run of the benchmarks compares: sizes, number of samples, the texts, the shared geometry."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from reader.model.ids import DocumentId
from tests.benchmarks.corpora import make_single_paragraph, make_text
from tests.benchmarks.libraries import library_with_tags
from tests.benchmarks.subjects import Geometry

PEERS = ("QTextEdit", "QPlainTextEdit")
MEGABYTE = 1024 * 1024
SIZES = {"0.1 MB": MEGABYTE // 10, "1 MB": MEGABYTE, "10 MB": 10 * MEGABYTE, "100 MB": 100 * MEGABYTE}


def texts_folder() -> Path:
    folder = Path(tempfile.gettempdir()) / "hashiya-benchmarks"
    folder.mkdir(exist_ok=True)
    return folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """``quick`` takes fewer samples of smaller texts: good for a look, not for a figure to keep.

    ``long`` simulates twice the use.
    """

    quick: bool
    long: bool = False
    geometry: Geometry
    folder: Path = field(default_factory=texts_folder)

    @property
    def runs(self) -> int:
        return 3 if self.quick else 7

    @property
    def sizes(self) -> tuple[str, ...]:
        return tuple(SIZES)[:3] if self.quick else tuple(SIZES)

    def text(self, size: str) -> Path:
        return make_text(self.folder / f"{size.replace(' ', '')}.txt", SIZES[size])

    def single_paragraph(self) -> Path:
        return make_single_paragraph(self.folder / "paragraph.txt", MEGABYTE)

    def library(self, size: str, tags: int = 0) -> tuple[Path, DocumentId]:
        """A library with the text of that size and so many tags at its start, and the document's id."""
        path = self.folder / f"{size.replace(' ', '')}-{tags}.db"
        return library_with_tags(path, self.text(size), tags)

# SPDX-License-Identifier: GPL-3.0-or-later
"""How much of an article comes out of the PDF files of the programs people use, and whether the verdict on it is true.

    .venv/bin/python -m tests.benchmarks.pdf [FOLDER]

Producers that are not installed are left out. Accuracy is one minus the edit distance over the length, of characters
and of words in their order; the order of the marks on one letter and the kind of white space are not counted.
"""

from __future__ import annotations

import re
import sys
import tempfile
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from articles_for_pdf import ARTICLES, truth_of
from benchmarks.pdf_producers import made

from reader.errors import FileError
from reader.importers import pdf
from reader.importers.extracted import Options
from reader.importers.pdf_quality import Verdict, quality_of
from reader.text import arabic

LEAST_GOOD = 0.95
"""Share of words that have to be right for “good” to be true."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    producer: str
    article: str
    characters: float
    words: float
    verdict: str

    @property
    def is_false(self) -> bool:
        """Called good although it is not."""
        return self.verdict == Verdict.GOOD and self.words < LEAST_GOOD


def score(producer: str, article: str, path: Path) -> Score:
    truth = truth_of(ARTICLES[article])
    if producer == "baked-forms":
        truth = truth.translate(arabic.WITHOUT_TASHKEEL)  # its maker drops the vowels
    try:
        text = next(pdf.extract(path, Options(), lambda _done, _total: None, lambda: False)).text
    except FileError as error:
        return Score(producer=producer, article=article, characters=0, words=0, verdict=type(error).__name__)
    wanted, found = _normal(truth), _normal(text)
    return Score(
        producer=producer,
        article=article,
        characters=_accuracy(wanted, found),
        words=_accuracy(wanted.split(), found.split()),
        verdict=quality_of(text).verdict.value,
    )


def _normal(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def _accuracy(wanted: Sequence[str], found: Sequence[str]) -> float:
    return 1 - _distance(wanted, found) / max(len(wanted), 1)


def _distance(first: Sequence[str], second: Sequence[str]) -> int:
    """Source: V. I. Levenshtein, Soviet Physics Doklady 10 (1966)."""
    row = list(range(len(second) + 1))
    for at, one in enumerate(first, 1):
        before, row[0] = row[0], at
        for place, other in enumerate(second, 1):
            before, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, before + (one != other))
    return row[-1]


def main() -> int:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp())
    scores = [score(*one) for one in made(ARTICLES, folder)]
    print(f"{'producer':<20}{'article':<12}{'characters':>10}{'words':>8}  verdict")
    for one in scores:
        print(f"{one.producer:<20}{one.article:<12}{one.characters:>10.3f}{one.words:>8.3f}  {one.verdict}")
    false = [one for one in scores if one.is_false]
    print(f"{len(scores)} files; called good although under {LEAST_GOOD:.0%} of the words are right: {len(false)}")
    return 1 if false else 0


if __name__ == "__main__":
    sys.exit(main())

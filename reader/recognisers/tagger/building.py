# SPDX-License-Identifier: GPL-3.0-or-later
"""A tagger made from annotated corpora: weights from all of them, calibrated on parts that were held back."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from reader.recognisers.gold import GoldDocument, read_gold
from reader.recognisers.lexicon import Lexicon, shipped_lexicon
from reader.recognisers.paragraphs import ParagraphReader
from reader.recognisers.tagger.calibration import Calibration, Outcome, fitted
from reader.recognisers.tagger.corpus import LABELS, Lesson, lesson_of
from reader.recognisers.tagger.features import FeatureExtractor
from reader.recognisers.tagger.model import Model
from reader.recognisers.tagger.tagging import TAGS, Tagger
from reader.recognisers.tagger.training import Learned, Recipe, learn

PARTS: Final = 5
"""Parts of each corpus, one after the other held back for the calibration."""
CREDITS: Final = {
    "anercorp": "ANERcorp, Y. Benajiba; release agreed with the CAMeL Lab, New York University Abu Dhabi; CC BY-SA 4.0",
    "aqmar": "AQMAR Arabic Wikipedia Named Entity Corpus, Carnegie Mellon University; CC BY-SA 3.0",
}
"""Whom to name for a corpus, by how its file's name begins."""

Said = Callable[[str], None]
"""Told what is being done, a sentence for people."""


@dataclass(frozen=True, slots=True)
class Corpus:
    path: Path
    documents: tuple[GoldDocument, ...]
    lessons: tuple[Lesson, ...]

    def about(self) -> dict[str, Any]:
        """What the model says of it."""
        content = self.path.read_bytes()
        name = self.path.name.lower()
        credit = next((text for begins, text in CREDITS.items() if name.startswith(begins)), "")
        tokens = sum(len(document.tokens) for document in self.documents)
        return {
            "file": self.path.name,
            "sha256": hashlib.sha256(content).hexdigest(),
            "tokens": tokens,
            "credit": credit,
        }


def read_corpus(path: Path, extractor: FeatureExtractor, lexicon: Lexicon | None = None) -> Corpus:
    """The corpus in a file of columns.

    Raises:
        GoldUnreadable: when it is not one.
    """
    documents = tuple(read_gold(path))
    reader = ParagraphReader(lexicon or shipped_lexicon())
    return Corpus(path, documents, tuple(lesson_of(document, reader, extractor) for document in documents))


def build(paths: Sequence[Path], recipe: Recipe | None = None, say: Said = lambda _: None) -> Model:
    """The model for these corpora, in the order of their names; the same files give the same model.

    Raises:
        GoldUnreadable, OSError.
    """
    recipe = recipe or Recipe()
    extractor = FeatureExtractor()
    corpora = [read_corpus(path, extractor) for path in sorted(paths, key=lambda path: path.name)]
    outcomes: dict[str, list[Outcome]] = {kind: [] for kind in TAGS}
    for number in range(PARTS):
        say(f"Part {number + 1} of {PARTS} is held back to see how sure the tagger may be.")
        kept, held = _parted(corpora, number)
        if not kept or not held:
            continue
        tagger = Tagger(_model(_learned(kept, recipe), Calibration({}), {}))
        for lesson in held:
            for kind, outcome in outcomes_of(tagger, lesson):
                outcomes[kind].append(outcome)
    say("The tagger learns from everything.")
    learned = _learned([lesson for corpus in corpora for lesson in corpus.lessons], recipe)
    about = {"corpora": [corpus.about() for corpus in corpora], "licence": "CC BY-SA 4.0, within GPL-3.0-or-later"}
    return _model(learned, fitted(outcomes), about)


def outcomes_of(tagger: Tagger, lesson: Lesson) -> Iterator[tuple[str, Outcome]]:
    """The tagger's names in a text it has not learned from, by kind: how sure it was, and whether it was right."""
    true = set(lesson.chunks)
    for name in tagger.names(lesson.table):
        if name.chunk.kind in TAGS:
            yield name.chunk.kind, Outcome(name.chance, name.chunk in true)


def _parted(corpora: Sequence[Corpus], number: int) -> tuple[list[Lesson], list[Lesson]]:
    """What is learned from and what is held back: the ``number``-th of ``PARTS`` stretches of each corpus."""
    kept: list[Lesson] = []
    held: list[Lesson] = []
    for corpus in corpora:
        count = len(corpus.lessons)
        first, after = count * number // PARTS, count * (number + 1) // PARTS
        kept += [*corpus.lessons[:first], *corpus.lessons[after:]]
        held += corpus.lessons[first:after]
    return kept, held


def _learned(lessons: Sequence[Lesson], recipe: Recipe) -> Learned:
    return learn([sentence for lesson in lessons for sentence in lesson.sentences()], recipe)


def _model(learned: Learned, calibration: Calibration, about: dict[str, Any]) -> Model:
    return Model(
        labels=LABELS,
        features=learned.features,
        weights=learned.weights,
        chain=learned.chain,
        calibration=calibration,
        about=about,
    )

# SPDX-License-Identifier: GPL-3.0-or-later
"""A simulated reader corrects annotated documents one by one: how good are suggestions in the next one?

Reads the corpora in the folder that ``HASHIYA_CORPORA`` names, and says so when there are none. The tagger it begins
with has not seen the corpus that is read; it is trained once and kept beside the texts of the other benchmarks.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np

from reader.model.ids import TagId
from reader.model.suggestion import Suggestion
from reader.recognisers import DocumentRecogniser, Knowledge
from reader.recognisers.evaluation import Counts, Named, counted, named
from reader.recognisers.gold import CLASSES, GoldDocument, read_gold
from reader.recognisers.learning import learner
from reader.recognisers.learning.forms import form_key
from reader.recognisers.learning.lessons import Excerpt, Lesson, Mark
from reader.recognisers.learning.memory import FormCount
from reader.recognisers.learning.model import LearnedModel
from reader.recognisers.learning.study import Passage, Study
from reader.recognisers.lexicon import shipped_lexicon
from reader.recognisers.paragraphs import ParagraphReader
from reader.recognisers.tagger.building import build
from reader.recognisers.tagger.model import pack
from reader.recognisers.tagger.tagging import Tagger
from reader.recognisers.tokens import Tokeniser
from reader.text.chunks import paragraphs_of
from tests.benchmarks.cases import Plan
from tests.benchmarks.report import Table

VARIABLE: Final = "HASHIYA_CORPORA"
CORRECTED: Final = 20
"""Documents after which the gain is judged."""
LEAST_GAIN: Final = 4.0
"""Points of F1 that correcting them has to bring."""
THRESHOLD: Final = 0.5
OWN: Final = TagId("own")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """``read`` are the files whose documents are corrected, ``taught`` those the tagger was trained on."""

    title: str
    read: tuple[str, ...]
    taught: tuple[str, ...]
    sentences: int


TRIALS: Final = (
    Trial(
        title="AQMAR train, in blocks of 33 sentences; the tagger has seen ANERcorp alone",
        read=("aqmar-train.conll",),
        taught=("anercorp-train.conll",),
        sentences=33,
    ),
    Trial(
        title="AQMAR dev, article after article in blocks of 20 sentences; the tagger has seen ANERcorp alone",
        read=("aqmar-dev.conll",),
        taught=("anercorp-train.conll",),
        sentences=20,
    ),
    Trial(
        title="ANERcorp train, in blocks of 40 sentences; the tagger has seen AQMAR alone",
        read=("anercorp-train.conll",),
        taught=("aqmar-train.conll", "aqmar-dev.conll"),
        sentences=40,
    ),
)


class SimulatedReader:
    """Corrects every document completely: accepts what is right, rejects what is wrong, tags what was missed."""

    def __init__(self, tagger: Tagger, kinds: dict[str, TagId]) -> None:
        self.model = LearnedModel()
        self.seconds = 0.0
        self.kinds = kinds
        self._tagger = tagger
        lexicon = shipped_lexicon()
        self._tokeniser = Tokeniser(lexicon)
        self._study = Study(tagger, ParagraphReader(lexicon).read)
        self._past: list[Passage] = []
        self._random = np.random.default_rng(1)

    def suggestions(self, text: str, *, learned: bool = True) -> list[Suggestion]:
        knowledge = Knowledge(tagger=self._tagger, learned=self.model if learned else None)
        return [each for each in DocumentRecogniser(knowledge).read(text) if each.confidence >= THRESHOLD]

    def correct(self, document: GoldDocument, shown: Sequence[Suggestion]) -> None:
        """Learn what the reader says of a document, as ``workspace/learning.py`` does."""
        text = document.text
        gold = marks_of(document, self.kinds)
        settled = [each for each in shown if each.tag_id in self.kinds.values()]
        refused = [Mark(each.span.start, each.span.end, each.tag_id) for each in settled]
        refused = [mark for mark in refused if mark not in set(gold)]
        began = time.perf_counter()
        model = learner.with_forms(self.model, self._forms(text, gold, refused))
        model = learner.with_verdicts(model, self._verdicts(text, gold, settled))
        new = self._study.passages([_excerpt(text, gold, refused)])
        old = [self._past[index] for index in self._random.permutation(len(self._past))[: min(len(new), 40)]]
        self._past += new
        for tag in sorted(set(self.kinds.values()) - set(learner.KINDS)):
            model = learner.with_chain_tried(model, tag, new)
            its = [each for each in self._past if any(mark.tag == tag for mark in each.lesson.tagged)][-120:]
            if sum(mark.tag == tag for each in its for mark in each.lesson.tagged) >= 3:
                model = learner.with_chain_taught(model, tag, [*old, *its])
        model = learner.with_tagger_taught(model, self._tagger, new, old)
        self.model = learner.with_forms(model, learner.left_alone(model, new))
        self.seconds += time.perf_counter() - began

    def _forms(self, text: str, gold: Sequence[Mark], refused: Sequence[Mark]) -> dict[tuple[str, TagId], FormCount]:
        counts: dict[tuple[str, TagId], FormCount] = {}
        for marks, change in ((gold, FormCount(tagged=1)), (refused, FormCount(refused=1))):
            for mark in marks:
                is_edge = change.refused and any(_overlap(mark, other) and mark.tag == other.tag for other in gold)
                key = form_key(text[mark.start : mark.end], text[max(mark.start - 1, 0) : mark.start])
                if key and not is_edge:
                    counts[key, mark.tag] = counts.get((key, mark.tag), FormCount()).added(change)
        return counts

    def _verdicts(self, text: str, gold: Sequence[Mark], shown: Sequence[Suggestion]) -> list:  # type: ignore[type-arg]
        tokens = self._tokeniser.tokens(text)
        right = set(gold)
        found = []
        for each in shown:
            mark = Mark(each.span.start, each.span.end, each.tag_id)
            verdict = learner.Verdict(
                mark=mark, source=each.source, reason=each.reason, confidence=each.confidence, was_right=mark in right
            )
            found.append((tokens, verdict))
        return found


@dataclass(slots=True)
class Curve:
    """Counts of each document in turn, with learning and without."""

    with_learning: list[Counts] = field(default_factory=list)
    without: list[Counts] = field(default_factory=list)

    def f1(self, first: int, after: int) -> tuple[float, float]:
        """Per cent over documents ``first`` to ``after``: without learning, and with it."""
        return tuple(100 * total(its[first:after]).f1 for its in (self.without, self.with_learning))  # type: ignore[return-value]


def total(counts: Sequence[Counts]) -> Counts:
    found = Counts()
    for each in counts:
        found.add(each)
    return found


def marks_of(document: GoldDocument, kinds: dict[str, TagId]) -> list[Mark]:
    """The gold names as marks on the text; a proclitic that the tokens of the corpus keep stays part of the name."""
    spans = document.spans()
    return [
        Mark(spans[first][0], spans[after - 1][1], kinds[kind])
        for first, after, kind in document.entities()
        if kind in kinds and spans[first][0] < spans[after - 1][1]
    ]


def corrected_in_turn(documents: Sequence[GoldDocument], tagger: Tagger) -> tuple[Curve, SimulatedReader]:
    """Each document is judged before it is corrected."""
    reader, curve = SimulatedReader(tagger, dict(CLASSES)), Curve()
    for document in documents:
        gold = sorted(Named(*entity[:2], CLASSES[entity[2]]) for entity in document.entities() if entity[2] in CLASSES)
        shown = reader.suggestions(document.text)
        before = reader.suggestions(document.text, learned=False)
        curve.with_learning.append(counted(gold, list(named(document, shown))))
        curve.without.append(counted(gold, list(named(document, before))))
        reader.correct(document, touching_tokens(document, shown, marks_of(document, dict(CLASSES))))
    return curve, reader


def touching_tokens(document: GoldDocument, shown: Sequence[Suggestion], gold: Sequence[Mark]) -> list[Suggestion]:
    """Suggestions as a reader of this corpus sees them: one that leaves out a proclitic of a gold name is right."""
    from dataclasses import replace

    from reader.text.spans import Span

    starts = sorted(start for start, _ in document.spans())
    right = {(mark.end, mark.tag): mark for mark in gold}
    found = []
    for each in shown:
        mark = right.get((each.span.end, each.tag_id))
        index = int(np.searchsorted(starts, each.span.start, side="right")) - 1
        same = mark is not None and starts[index] == mark.start
        found.append(replace(each, span=Span(mark.start, mark.end)) if same and mark is not None else each)
    return found


def own_tag_in_turn(documents: Sequence[GoldDocument], tagger: Tagger, kind: str) -> Iterator[tuple[int, Counts]]:
    """A kind of the corpus as a tag of one's own: how many examples there were, and the next document's counts."""
    reader = SimulatedReader(tagger, {kind: OWN})
    examples = 0
    for document in documents:
        shown = [each for each in reader.suggestions(document.text) if each.tag_id == OWN]
        gold = marks_of(document, {kind: OWN})
        seen = touching_tokens(document, shown, gold)
        found = {Mark(each.span.start, each.span.end, OWN) for each in seen}
        yield examples, Counts(wanted=len(gold), found=len(found), exact=len(found & set(gold)))
        reader.correct(document, seen)
        examples += len(gold)


def _excerpt(text: str, gold: Sequence[Mark], refused: Sequence[Mark]) -> Excerpt:
    def within(marks: Sequence[Mark], start: int, end: int) -> tuple[Mark, ...]:
        return tuple(mark for mark in marks if start <= mark.start and mark.end <= end)

    lessons = [
        Lesson(
            start=start,
            end=end,
            tagged=within(gold, start, end),
            refused=within(refused, start, end),
            is_settled=True,
            is_new=True,
        )
        for start, end in paragraphs_of(text)
        if start < end
    ]
    return Excerpt(text=text, lessons=tuple(lessons))


def _overlap(one: Mark, other: Mark) -> bool:
    return one.start < other.end and other.start < one.end


def corpora_folder() -> Path | None:
    named_folder = os.environ.get(VARIABLE)
    return Path(named_folder) if named_folder and Path(named_folder).is_dir() else None


def tagger_taught_by(folder: Path, names: Sequence[str], kept: Path) -> Tagger:
    """A tagger that has seen these files alone; trained when it is not there yet, which takes minutes."""
    path = kept / f"tagger-{'-'.join(name.partition('.')[0] for name in names)}.bin"
    if not path.exists():
        path.write_bytes(pack(build([folder / name for name in names])))
    return Tagger.load(path)


def report(plan: Plan) -> list[Table]:
    folder = corpora_folder()
    if folder is None:
        table = Table("Learning from the reader", [])
        table.notes.append(f"No corpora: {VARIABLE} names no folder. Nothing was measured.")
        return [table]
    tables = [_table(trial, folder, plan) for trial in TRIALS[: 1 if plan.quick else None]]
    return [*tables, _own_tags(folder, plan)]


def _table(trial: Trial, folder: Path, plan: Plan) -> Table:
    documents = [each for name in trial.read for each in read_gold(folder / name, trial.sentences)]
    curve, reader = corrected_in_turn(documents, tagger_taught_by(folder, trial.taught, plan.folder))
    table = Table(f"Learning from the reader: {trial.title}", ["F1 without", "F1 with", "gain"])
    for first in range(0, len(documents), 5):
        after = min(first + 5, len(documents))
        without, with_learning = curve.f1(first, after)
        table.add(
            f"documents {first + 1}–{after}",
            f"{without:.1f}",
            f"{with_learning:.1f}",
            f"{with_learning - without:+.1f}",
        )
    judged = min(CORRECTED, len(documents) // 2)
    without, with_learning = curve.f1(judged, len(documents))
    table.add(
        f"after {judged} corrected",
        f"{without:.1f}",
        f"{with_learning:.1f}",
        f"{with_learning - without:+.1f}",
        figure=LEAST_GAIN / max(with_learning - without, 0.01),
        limit=1.0,
        unit=f"of {LEAST_GAIN:g} points",
    )
    precision = 100 * total(curve.with_learning[judged:]).precision
    table.notes.append(
        f"Precision then {precision:.1f} %; learning took {reader.seconds / len(documents):.2f} s a document."
    )
    return table


def _own_tags(folder: Path, plan: Plan) -> Table:
    table = Table(
        "A tag of the reader's own, from its first example on", ["examples", "wanted", "found", "precision", "recall"]
    )
    for name, kind, taught in (
        ("anercorp-train.conll", "MISC", ("aqmar-train.conll", "aqmar-dev.conll")),
        ("aqmar-train.conll", "MISC", ("anercorp-train.conll",)),
        ("anercorp-train.conll", "LOC", ("aqmar-train.conll", "aqmar-dev.conll")),
    ):
        tagger = tagger_taught_by(folder, taught, plan.folder)
        documents = read_gold(folder / name, 20)
        counts = list(own_tag_in_turn(documents[:120], tagger, kind))
        for least, below in ((0, 10), (10, 30), (30, 100), (100, 10_000)):
            its = total([each for examples, each in counts if least <= examples < below])
            table.add(
                f"{kind} of {name.partition('.')[0]}",
                f"{least}–{below - 1}" if below < 10_000 else f"{least}…",
                f"{its.wanted}",
                f"{its.found}",
                f"{100 * its.precision:.0f} %",
                f"{100 * its.recall:.0f} %",
            )
    return table

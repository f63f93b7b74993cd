# SPDX-License-Identifier: GPL-3.0-or-later
"""Annotations in texts that change: moved right, sent to review, left as orphans, or wrong, for each kind of edit.

An annotation is *right* when it stands for sure where its words truly are, *wrong* when it stands for sure anywhere
else. One that was truly deleted is right as an orphan or in review, and wrong wherever it stands for sure.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterable

from reader.text.places import Places
from reader.text.spans import Span
from tests.benchmarks.cases import Plan
from tests.benchmarks.edits_of_truth import KINDS, Case, case_of
from tests.benchmarks.report import Table

ANNOTATIONS = 10_000
_ON_ONE = 250
_SEED = 20251124
_COLUMNS = ("right", "review", "orphan", "gone", "gone, in review", "wrong")


def measure(kind: str, annotations: int = ANNOTATIONS, seed: int = _SEED) -> Counter[str]:
    """How many annotations came out how: right, review, orphan (their words are there), gone, wrong."""
    chance = random.Random(f"{seed} {kind}")
    outcomes = Counter[str]()
    while outcomes.total() < annotations:
        outcomes.update(outcome for _, outcome in judged(case_of(kind, chance, _ON_ONE)))
    return outcomes


def judged(case: Case) -> Iterable[tuple[int, str]]:
    places = Places(case.old, case.new)
    for number, (span, truth) in enumerate(zip(case.spans, case.truth, strict=True)):
        found = places.find(span)
        yield number, _outcome(found.span, found.how, truth)


def _outcome(span: Span | None, how: str, truth: Span | None) -> str:
    if how in {"exact", "moved"}:
        return "right" if span == truth else "wrong"
    if truth is None:
        return "gone, in review" if how == "doubtful" else "gone"
    return "review" if how == "doubtful" else "orphan"


def report(plan: Plan) -> list[Table]:
    """A table of all kinds; wrong has to be 0 of 10,000 each. ``--quick`` takes a tenth."""
    annotations = ANNOTATIONS // 10 if plan.quick else ANNOTATIONS
    table = Table(f"{annotations:,} annotations in texts that change, by kind of edit", list(_COLUMNS))
    for kind in KINDS:
        outcomes = measure(kind, annotations)
        figures = (f"{outcomes[column]:,}" for column in _COLUMNS)
        table.add(kind, *figures, figure=outcomes["wrong"], limit=0, unit="wrong")
    return [table]


def main() -> int:
    annotations = int(sys.argv[1]) if len(sys.argv) > 1 else ANNOTATIONS
    kinds = sys.argv[2:] or list(KINDS)
    print(f"{'':<30}" + "".join(f"{column:>17}" for column in _COLUMNS))
    wrong = 0
    for kind in kinds:
        outcomes = measure(kind, annotations)
        shares = "".join(f"{outcomes[column]:>17}" for column in _COLUMNS)
        print(f"{kind:<30}{shares}", flush=True)
        wrong += outcomes["wrong"]
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

# SPDX-License-Identifier: GPL-3.0-or-later
"""Recognition by length of text, and over texts made to be slow: time per code point must not grow with the length."""

from __future__ import annotations

import resource as process
import time
from statistics import median
from typing import Any

from reader.recognisers import DocumentRecogniser, Knowledge
from reader.text.chunks import split_into_chunks
from tests.benchmarks import sampling
from tests.benchmarks.cases import Plan
from tests.benchmarks.report import Table

ARTICLE = (
    "قال وزير الاتصالات الدكتور سيد ستار هاشمي يوم الإثنين 26 نوفمبر 2025 في باكو إن أكثر من 150 دولة تشارك.\n"
    "وأكد هاشمي أن الاتحاد الدولي للاتصالات (ITU) يدعم المشروع بخمسة ملايين دولار، ثم غادر الوزير إلى طهران.\n"
)
SLOW = {
    "one given name": "محمد ",
    "patronymics": "بن ",
    "surnames of one person": "قال محمد درويش ثم درويش ",
    "hyphenated names": "سامي-",
    "opening quotation marks": "«",
    "opening brackets": "( ",
    "acronyms in brackets": "الاتحاد الدولي للاتصالات (ITU, ",
    "heads of bodies": "وزارة ",
    "offices": "وزير الاتصالات ",
    "days of a range": "5 و",
    "number words": "وعشرون ",
    "millions": "مليون ",
    "percent signs": "%5",
    "names of several words": "صلاح الدين ",
    "one endless word": "و",
    "one endless number": "9",
    "NUL": "\x00",
    "lone surrogates": "\ud800",
}
SHORT, TIMES_LONGER = 25_000, 8
GROWTH = 1.6
TOKENS_A_SECOND = 20_000
_RATES = {"1,000 words": 1_000, "10,000 words": 10_000, "100,000 words": 100_000}


def measure_rate(*, words: int, tagger: bool) -> dict[str, Any]:
    """Tokens a second over an article repeated, read chunk by chunk, and the most memory in MB."""
    text = ARTICLE * (words // len(ARTICLE.split()) + 1)
    knowledge = Knowledge() if tagger else Knowledge(tagger=None)
    _seconds(ARTICLE, knowledge)
    before = _peak()
    seconds = _seconds(text, knowledge)
    return {"rate": len(text.split()) / seconds, "grown": _peak() - before}


def measure_slow(*, kind: str) -> dict[str, Any]:
    """How much longer a code point takes in a text eight times as long."""
    knowledge = Knowledge()
    piece = SLOW[kind]
    short, long = ((piece * (SHORT * times // len(piece) + 1))[: SHORT * times] for times in (1, TIMES_LONGER))
    _seconds(short, knowledge)
    one, eight = (min(_seconds(text, knowledge) for _ in range(2)) for text in (short, long))
    return {"short": one * 1e3, "growth": eight / one / TIMES_LONGER}


def report(plan: Plan) -> list[Table]:
    return [_rates(plan), _slow(plan)]


def _rates(plan: Plan) -> Table:
    jobs = {
        f"{name}, {stages}": sampling.Job("recognising", "measure_rate", {"words": words, "tagger": tagger})
        for name, words in _RATES.items()
        for stages, tagger in (("all stages", True), ("lists and rules", False))
    }
    table = Table("Recognition, tokens a second on one core", ["tokens/s", "memory grown"])
    for name, runs in sampling.in_turns(jobs, min(plan.runs, 3)).items():
        rate = median(float(run["rate"]) for run in runs)
        grown = max(float(run["grown"]) for run in runs)
        table.add(name, f"{rate:,.0f}", f"{grown:.0f} MB", figure=TOKENS_A_SECOND / rate, limit=1)
    table.notes.append(f"judged: {TOKENS_A_SECOND:,} tokens a second against the rate; beginning is not counted")
    return table


def _slow(plan: Plan) -> Table:
    jobs = {kind: sampling.Job("recognising", "measure_slow", {"kind": kind}) for kind in SLOW}
    table = Table(f"Texts made to be slow: {SHORT:,} code points against {TIMES_LONGER} times as many", ["short, ms"])
    for kind, runs in sampling.in_turns(jobs, 1 if plan.quick else 3).items():
        middle = median(float(run["short"]) for run in runs)
        table.add(kind, f"{middle:.0f}", figure=median(float(run["growth"]) for run in runs), limit=GROWTH)
    return table


def _seconds(text: str, knowledge: Knowledge) -> float:
    recogniser = DocumentRecogniser(knowledge)
    begun = time.process_time()
    for chunk in split_into_chunks(text):
        recogniser.read(chunk)
    return time.process_time() - begun


def _peak() -> float:
    return process.getrusage(process.RUSAGE_SELF).ru_maxrss / 1024

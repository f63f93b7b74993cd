# SPDX-License-Identifier: GPL-3.0-or-later
"""What of an article of 10,000 words is known, and the marks of a page of it; 5,000 words have a status."""

from __future__ import annotations

import tempfile
import time
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from reader.model.edit import Edit, RecordChange
from reader.model.vocabulary import WordScope, WordState, WordStatus
from reader.store import Library
from reader.text.segment import word_bounds
from reader.text.spans import Span
from reader.ui.controller import Controller
from reader.ui.jobs import Jobs
from reader.ui.page_words import PageWords
from reader.workspace.vocabulary_figures import ready_words, vocabulary_in
from tests.benchmarks import sampling
from tests.benchmarks.cases import Plan
from tests.benchmarks.report import Table

WORDS = 10_000
STATES = 5_000
FIGURES_MS, MARKS_MS = 2_000, 16
_PAGE = 2_500
"""Code points of a page."""
_FORMS = (
    *("كتاب", "مدرسة", "سياسة", "مؤتمر", "دولة", "وزير", "اتصال", "تعاون", "مشروع"),
    *("برنامج", "تقنية", "معلومة", "شبكة", "تنمية", "اقتصاد", "تجارة", "مدينة", "لغة"),
)


def measure(*, text_path: str, words: int = WORDS, states: int = STATES) -> dict[str, Any]:
    """Milliseconds: of parting the text into words, of its figures, of the marks of a page the first time (its words
    are known, their statuses are asked for) and again; and how long after the first look a page's words are known.
    """
    application = QCoreApplication.instance() or QCoreApplication([])
    text = _cut(Path(text_path).read_text("utf-8")[: 20 * words], words)
    if (lexicon := ready_words()) is not None:
        lexicon.close()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.hashiya"
        with Library.open(path) as library:
            document = library.texts.add(text, title="article")
            _say(library, states)
            reference = _ms(lambda: list(word_bounds(text)))
            figures = _ms(lambda: vocabulary_in(library, document.id, library.texts.open(document.id)))
        controller = Controller(path, "benchmark")
        controller.open_document(document.id)
        jobs = Jobs()
        page = PageWords(controller, jobs)
        page.shows_new = True
        span = Span(0, min(_PAGE, len(text)))
        page.marks_in(span)
        known = _ms(lambda: _wait(page))
        first = _ms(lambda: page.marks_in(span))
        again = _ms(lambda: page.marks_in(span))
        marks = len(page.marks_in(span))
        jobs.stop()
        controller.close()
    del application
    return {
        "reference": reference,
        "figures": figures,
        "known": known,
        "first": first,
        "again": again,
        "marks": marks,
        "forms": len({text[start:end] for start, end in word_bounds(text)}),
        "lexicon": float(lexicon is not None),
    }


def report(plan: Plan) -> list[Table]:
    job = sampling.Job("vocabulary", "measure", {"text_path": str(plan.text("1 MB"))})
    found = sampling.in_turns({"vocabulary": job}, plan.runs)["vocabulary"]
    middle = {key: median(float(run[key]) for run in found) for key in found[0]}
    kind = "" if middle["lexicon"] else ", without a lexicon"
    table = Table(f"{WORDS:,} words, {middle['forms']:,.0f} different, {STATES:,} statuses said{kind}, ms", ["ms"])
    table.add("parted into words (reference)", f"{middle['reference']:.1f}")
    ratio = middle["figures"] / middle["reference"]
    table.add("figures and list, against that", f"{middle['figures']:.0f}", figure=ratio)
    table.add("figures and list", figure=middle["figures"], limit=FIGURES_MS, unit="ms")
    table.add("words of a page known after the first look", f"{middle['known']:.0f}")
    table.add(f"{middle['marks']:.0f} marks of a page", figure=middle["first"], limit=MARKS_MS, unit="ms")
    table.add("the same again", figure=middle["again"], limit=MARKS_MS, unit="ms")
    return [table]


def _cut(text: str, words: int) -> str:
    bounds = list(islice(word_bounds(text), words))
    return text[: bounds[-1][1]] if bounds else ""


def _say(library: Library, count: int) -> None:
    """Statuses of so many words; the first are common ones, so that some of the text's are among them."""
    time_ = "2026-01-01T00:00:00.000Z"
    keys = [*_FORMS, *(f"{form}{number}" for number in range(count // len(_FORMS)) for form in _FORMS)][:count]
    states = [
        WordState(
            scope=WordScope.LEMMA,
            key=key,
            word=key,
            status=WordStatus.LEARNING_2 if number % 2 else WordStatus.KNOWN,
            author="benchmark",
            created=time_,
            modified=time_,
        )
        for number, key in enumerate(keys)
    ]
    changes = tuple(RecordChange(None, state) for state in states)
    library.apply(Edit(name="set-word-statuses", document_id=None, changes=changes), author="benchmark")


def _wait(page: PageWords) -> None:
    loop = QEventLoop()
    look = QTimer(interval=5)
    look.timeout.connect(lambda: None if page.is_looking else loop.quit())
    look.start()
    loop.exec()
    look.stop()


def _ms(work: Any) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000

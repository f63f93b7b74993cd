# SPDX-License-Identifier: GPL-3.0-or-later
"""Words explained: the popup's first picture, the lexicon opened and held, the slow analyser, terms found in a text."""

from __future__ import annotations

import resource as usage
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from reader.lexicon import alkhalil
from reader.lexicon.terms import TermIndex
from reader.model.ids import TermId
from reader.resources import resource
from reader.text.segment import words
from reader.workspace.words import compile_lexicon, open_words, ready_lexicon
from tests.benchmarks import sampling
from tests.benchmarks.cases import Plan
from tests.benchmarks.frames import settle
from tests.benchmarks.program import ProgramWindow, wait_until
from tests.benchmarks.report import Table, quantile
from tests.benchmarks.subjects import Geometry

FIRST_PAINT_MS = 16
"""A frame at 60 Hz: the first picture is to come within it at the 95th percentile."""
MATCHING_MS = 100
LOOKED_UP = 150
TERM_COUNTS = (1_000, 10_000, 50_000)
TEXT_WORDS = 10_000
_STEMS = ("شبكة", "وزارة", "مؤتمر", "اتصال", "جيل", "خدمة", "معيار", "طيف", "قمر", "محطة")


def measure_popup(*, geometry: dict[str, int], count: int = LOOKED_UP) -> dict[str, Any]:
    """Milliseconds from the wish to have a word explained to the popup's picture, of words never looked up before and
    of the same ones again.
    """
    window = ProgramWindow(Geometry(**geometry))
    desk = window.desk
    try:
        text = "".join(piece for _, piece in desk.controller.text.texts()) if desk.controller.text else ""
        offsets = [span.start for span in words(text)][:count]
        popup = desk.words.popup
        _explain(window, offsets[0])
        wait_until(lambda: popup.lookup is not None and bool(popup.rows))
        first = [_explain(window, offset) for offset in offsets[1:]]
        again = [_explain(window, offset) for offset in offsets[1:]]
    finally:
        window.close()
    return {
        "first": [wall for wall, _ in first],
        "again": [wall for wall, _ in again],
        "first_cpu": [cpu for _, cpu in first],
        "again_cpu": [cpu for _, cpu in again],
    }


def measure_lexicon() -> dict[str, Any]:
    """Milliseconds of opening the compiled lexicon and of the first sentence; MB it adds; seconds of compiling."""
    began = time.perf_counter()
    if ready_lexicon() is None:
        compile_lexicon(lambda _done, _total: None, lambda: False)
    compiled = time.perf_counter() - began
    before = _megabytes()
    text = _sample_text()
    opened: list[Any] = []
    open_ms = _ms(lambda: opened.append(open_words()))
    sentence_ms = _ms(lambda: opened[0].look_up_in(text, 0))
    all_ms = _ms(lambda: list(opened[0].gloss(text)))
    found = {
        "compile_s": compiled,
        "open": open_ms,
        "sentence": sentence_ms,
        "word": all_ms / max(len(words(text)), 1),
        "mb": _megabytes() - before,
    }
    opened[0].close()
    return found


def measure_analyser(*, count: int = 300) -> dict[str, Any]:
    """Milliseconds of the first word form and of each later one, and MB, where the extra is installed."""
    if not alkhalil.installed_version():
        return {"first": 0.0, "later": [], "mb": 0.0}
    text = _sample_text()
    forms = list(dict.fromkeys(text[span.start : span.end] for span in words(text)))[:count]
    before = _megabytes()
    first = _ms(lambda: alkhalil.analyse(forms[0]))
    later = [_ms(lambda form=form: alkhalil.analyse(form)) for form in forms[1:]]  # type: ignore[misc]
    return {"first": first, "later": later, "mb": _megabytes() - before}


def measure_terms(*, count: int) -> dict[str, Any]:
    """Milliseconds of indexing so many terms and of finding them in a text of 10,000 words; how many were found."""
    terms = [(TermId(str(number)), (f"{_STEMS[number % 10]} {_name(number)}",)) for number in range(count)]
    named = [number * 7 % count for number in range(TEXT_WORDS // 4)]
    sentence = [f"وبال{_STEMS[term % 10]} {_name(term)} في باكو" for term in named]
    text = ". ".join(sentence)
    made: list[TermIndex] = []
    index_ms = _ms(lambda: made.append(TermIndex(terms)))
    found: list[int] = []
    runs = [_ms(lambda: found.append(len(made[0].find(text)))) for _ in range(3)]
    return {"index": index_ms, "find": runs[0], "again": median(runs[1:]), "found": found[0]}


def report(plan: Plan) -> list[Table]:
    geometry = {
        "viewport_width": plan.geometry.viewport_width,
        "viewport_height": plan.geometry.viewport_height,
        "column": plan.geometry.column,
        "font_px": plan.geometry.font_px,
    }
    jobs = {
        "popup": sampling.Job("words", "measure_popup", {"geometry": geometry}),
        "lexicon": sampling.Job("words", "measure_lexicon", {}),
        "analyser": sampling.Job("words", "measure_analyser", {}),
        **{str(count): sampling.Job("words", "measure_terms", {"count": count}) for count in TERM_COUNTS},
    }
    found = sampling.in_turns(jobs, 1 if plan.quick else 3)
    return [_popup_table(found["popup"]), _lexicon_table(found), _terms_table(found)]


def _popup_table(samples: list[dict[str, Any]]) -> Table:
    table = Table("The word popup, from the wish to its picture, ms", ["median", "p95", "highest"])
    named = (("first", "words never looked up before"), ("again", "words looked up before"))
    timed = (("", FIRST_PAINT_MS), ("_cpu", None))
    for name, told, limit in ((f"{n}{t}", f"{s}{', CPU' if t else ''}", limit) for n, s in named for t, limit in timed):
        values = [value for sample in samples for value in sample[name]]
        high = quantile(values, 0.95)
        shown = (f"{median(values):.1f}", f"{high:.1f}", f"{max(values):.1f}")
        table.add(told, *shown, figure=high, limit=limit, unit="ms")
    return table


def _lexicon_table(found: dict[str, list[dict[str, Any]]]) -> Table:
    table = Table("Lexicon and analyser", ["median"])
    lexicon = {key: median(sample[key] for sample in found["lexicon"]) for key in found["lexicon"][0]}
    table.add("lexicon compiled, once, s", f"{lexicon['compile_s']:.1f}")
    table.add("lexicon opened, ms", f"{lexicon['open']:.0f}")
    table.add("first sentence, ms", f"{lexicon['sentence']:.1f}")
    table.add("a word of a text, ms", f"{lexicon['word']:.2f}")
    table.add("memory of the lexicon, MB", f"{lexicon['mb']:.0f}")
    analyser = [sample for sample in found["analyser"] if sample["later"]]
    if analyser:
        later = [value for sample in analyser for value in sample["later"]]
        table.add("AlKhalil, first word (in a worker), ms", f"{median(s['first'] for s in analyser):.0f}")
        table.add("AlKhalil, each later form, ms", f"{median(later):.1f}")
        table.add("AlKhalil, each later form, p95, ms", f"{quantile(later, 0.95):.1f}")
        table.add("memory of AlKhalil (in a worker), MB", f"{median(s['mb'] for s in analyser):.0f}")
    return table


def _terms_table(found: dict[str, list[dict[str, Any]]]) -> Table:
    table = Table(f"Terms found in {TEXT_WORDS:,} words, ms", ["index", "first time", "again", "found"])
    for count in TERM_COUNTS:
        runs = found[str(count)]
        index, find, again = (median(run[key] for run in runs) for key in ("index", "find", "again"))
        shown = (f"{index:.0f}", f"{find:.0f}", f"{again:.0f}", f"{runs[0]['found']}")
        table.add(f"{count:,} terms", *shown, figure=again, limit=MATCHING_MS, unit="ms")
    return table


def _explain(window: ProgramWindow, offset: int) -> tuple[float, float]:
    """The popup goes with the focus on the page, comes on the word, and is painted at once: milliseconds on the clock,
    and of the main thread's own time, which other work on the machine does not lengthen so much."""
    popup = window.desk.words.popup
    popup.leave()
    window.pane.go_to(offset)
    settle()

    def ask() -> None:
        window.desk.words.explaining.explain_at_caret()
        popup.repaint()

    began = time.thread_time()
    wall = _ms(ask)
    return wall, (time.thread_time() - began) * 1e3


def _sample_text() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(resource("samples").glob("*.txt")))


def _name(number: int) -> str:
    """A word of its own for each number, in Arabic letters."""
    letters = "بتثجحخدذرزسشصضطظعغفقكلمنهو"
    found = ""
    while number or len(found) < 3:
        number, rest = divmod(number, len(letters))
        found += letters[rest]
    return found


def _ms(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1e3


def _megabytes() -> float:
    """Of memory that is this process's own now."""
    status = Path("/proc/self/status")
    if not status.exists():
        return usage.getrusage(usage.RUSAGE_SELF).ru_maxrss / 1024
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024

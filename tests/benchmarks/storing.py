# SPDX-License-Identifier: GPL-3.0-or-later
"""The store by itself: how long an acknowledged tag takes, how many a second, how much room one takes."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from reader.model.edit import Edit
from reader.model.ids import DocumentId, TagId
from reader.store import Library
from reader.text.chunks import ChunkedText
from reader.text.spans import Span
from reader.workspace import edits
from reader.workspace.importing import import_file
from reader.workspace.workspace import Workspace
from tests.benchmarks import sampling
from tests.benchmarks.cases import Plan
from tests.benchmarks.report import Table, quantile


def measure(text: str, single: int, together: int) -> dict[str, Any]:
    """Milliseconds and bytes; the library lies in a folder of its own on the disk of the temporary files."""
    with tempfile.TemporaryDirectory(prefix="hashiya-store-") as folder:
        path = Path(folder) / "library.db"
        began = time.perf_counter()
        imported = import_file(path, Path(text), lambda _done, _total: None, lambda: False)
        import_s = time.perf_counter() - began
        bare = path.stat().st_size
        found = _tag_one_by_one(path, imported.document_id, single)
        with_single = path.stat().st_size
        found |= _tag_together(path, imported.document_id, together)
        with_many = path.stat().st_size
    found["bytes_single"] = (with_single - bare) / single
    found["bytes_many"] = (with_many - with_single) / together
    found["import_mb_s"] = Path(text).stat().st_size / 1024**2 / import_s
    return found


def _tag_one_by_one(path: Path, document_id: DocumentId, single: int) -> dict[str, Any]:
    """Closes the library at the end, so that its journal is in the file and the file can be measured."""
    with Library.open(path) as library:
        workspace = Workspace(library, "benchmark")
        text = library.texts.open(document_id)
        made = [_tags(text, document_id, place, 1) for place in range(single)]
        commits = [_time(lambda edit=edit: workspace.edit(edit)) for edit in made]
        undone = [_time(workspace.undo) for _ in range(single // 2)]
        redone = [_time(workspace.redo) for _ in range(single // 2)]
        return {"commit": commits, "undo": undone, "redo": redone, "journal": library.journal}


def _tag_together(path: Path, document_id: DocumentId, together: int) -> dict[str, Any]:
    with Library.open(path) as library:
        workspace = Workspace(library, "benchmark")
        edit = _tags(library.texts.open(document_id), document_id, 1000, together)
        took = _time(lambda: workspace.edit(edit))
        undone = _time(workspace.undo)
        workspace.redo()
        return {"many_per_s": together / took * 1e3, "undo_many_ms": undone}


def _tags(text: ChunkedText, document_id: DocumentId, first: int, number: int) -> Edit:
    spans = [Span(place * 13, place * 13 + 9) for place in range(first, first + number)]
    return edits.tag_spans(text, document_id, spans, TagId("person"), "benchmark")


def _time(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1e3


def report(plan: Plan) -> list[Table]:
    arguments = {"text": str(plan.text("1 MB")), "single": 200 if plan.quick else 500, "together": 20_000}
    runs = sampling.in_turns({"store": sampling.Job("storing", "measure", arguments)}, plan.runs)["store"]
    table = Table(f"Store (journal {runs[0]['journal']}), wall clock", ["median", "p99"])
    for field, name in (("commit", "one tag, committed"), ("undo", "its undo"), ("redo", "its redo")):
        middle = median(median(run[field]) for run in runs)
        high = median(quantile(run[field], 0.99) for run in runs)
        table.add(f"{name}, ms", f"{middle:.2f}", f"{high:.2f}")
    table.add("tags a second, one by one", f"{1e3 / median(median(run['commit']) for run in runs):.0f}")
    for field, name, form in (
        ("many_per_s", "tags a second, 20,000 in one step", ".0f"),
        ("undo_many_ms", "undo of 20,000 tags, ms", ".0f"),
        ("bytes_single", "bytes of a tag made alone, history included", ".0f"),
        ("bytes_many", "bytes of a tag made with others, history included", ".0f"),
        ("import_mb_s", "import of a text, MB a second", ".1f"),
    ):
        table.add(name, format(median(run[field] for run in runs), form))
    return [table]

# SPDX-License-Identifier: GPL-3.0-or-later
"""Every format of the registry: 100,000 annotations over 1,000 documents out of the library; seconds and memory."""

from __future__ import annotations

import hashlib
import json
import random
import subprocess
import sys
from pathlib import Path

from reader.interchange import FORMATS, Format, Unit
from reader.model.annotation import Annotation
from reader.model.ids import AnnotationId, TagId, now
from reader.store import Library, migrations
from reader.text.segment import word_bounds
from reader.text.spans import Span
from tests.benchmarks.cases import Plan, texts_folder
from tests.benchmarks.report import Table

_SECONDS = 30.0
_MEGABYTES = 400.0
"""Bounded means: not growing with the number of documents; a projects' file keeps what is said, not the texts."""
_TAGS = ("person", "role", "organisation", "place", "event", "date", "quantity", "term", "work")
_WORDS = (  # noqa: SIM905 - words as they are written
    "زار الوزير مدينة باكو يوم الاثنين ووعد منها في اليوم التالي وقال إن المؤتمر WTDC-25 ينعقد بمشاركة 150 دولة "
    "وَكَتَبَ الطَّالِبُ رِسَالَةً إلى أستاذه ثم ذهب إلى المكتبة وقرأ كتاب الرحلة"
).split()
_PARAGRAPHS, _WORDS_OF_ONE = 12, 45

_ONE = """
import json, re, sys, time
from pathlib import Path
from reader.interchange import FORMATS, Options
from reader.store import Library
from reader.workspace.exporting import Selection, export_documents

library, name, out = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
with Library.open(library, create=False, read_only=True) as opened:
    ids = [each.id for each in opened.documents.list()]
began, worked = time.perf_counter(), time.process_time()
count = export_documents(library, ids, FORMATS[name], out, options=Options(language="ar"), selection=Selection())
taken = time.perf_counter() - began
worked = time.process_time() - worked
peak = int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
print(json.dumps([taken, worked, peak, count, out.stat().st_size]))
"""


def report(plan: Plan) -> list[Table]:
    """Seconds and memory of each format, each in a process of its own."""
    documents = 100 if plan.quick else 1000
    library = library_of(documents, 100)
    table = Table(
        title=f"Exporting {documents * 100:,} annotations over {documents:,} documents",
        columns=("annotations/s", "file MB", "memory MB", "by the clock s"),
        notes=["Judged by seconds of one core, which other work on the machine does not change much."],
    )
    limit = _SECONDS * documents / 1000
    for form in FORMATS.values():
        if form.is_written:
            _measure(table, library, form, limit)
            print(f"  {table.rows[-2 if form.is_available else -1].cells()}", file=sys.stderr, flush=True)
    return [table]


def _measure(table: Table, library: Path, form: Format, limit: float) -> None:
    if not form.is_available:
        table.add(f"{form.name} (not installed)")
        return
    out = library.with_name(f"out{form.suffix}")
    command = [sys.executable, "-P", "-c", _ONE, str(library), form.name, str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=600, cwd=Path.cwd())
    taken, worked, peak, count, size = json.loads(done.stdout)
    out.unlink()
    rate = f"{count / worked:,.0f}" if form.unit is not Unit.NONE or count else "-"
    table.add(form.name, rate, f"{size / 1e6:.1f}", f"{peak:.0f}", f"{taken:.1f}", figure=worked, limit=limit, unit="s")
    table.add(f"{form.name}: memory", figure=peak, limit=_MEGABYTES, unit="MB")


def library_of(documents: int, tags: int) -> Path:
    """A library with so many documents, each with so many tags; made once and kept."""
    form = hashlib.sha256(Path(migrations.__file__).read_bytes() + Path(__file__).read_bytes()).hexdigest()[:8]
    path = texts_folder() / f"exporting-{documents}-{tags}-{form}.db"
    if path.exists():
        return path
    unfinished = path.with_suffix(".part")
    unfinished.unlink(missing_ok=True)
    chance = random.Random(5)
    with Library.open(unfinished) as library:
        for number in range(documents):
            text = _text(chance)
            document = library.texts.add(text, title=f"نص {number}")
            with library.transaction():
                library.annotations.insert(tuple(_annotations(document.id, number, text, tags, chance)))
    return unfinished.rename(path)


def _text(chance: random.Random) -> str:
    paragraphs = (" ".join(chance.choices(_WORDS, k=_WORDS_OF_ONE)) + "." for _ in range(_PARAGRAPHS))
    return "\n".join(paragraphs)


def _annotations(document_id: str, number: int, text: str, tags: int, chance: random.Random) -> list[Annotation]:
    """Tags on one to four words, some over others; one in five has a note."""
    words = list(word_bounds(text))
    time = now()
    made = []
    for place in range(tags):
        first = chance.randrange(len(words) - 4)
        start, end = words[first][0], words[first + chance.randrange(4)][1]
        made.append(
            Annotation(
                id=AnnotationId(f"{number * tags + place:032x}"),
                document_id=document_id,
                span=Span(start, end),
                quote=text[start:end],
                prefix=text[max(0, start - 32) : start],
                suffix=text[end : end + 32],
                tag_id=TagId(_TAGS[place % len(_TAGS)]),
                note="حاشية على هذا الموضع من النص" if place % 5 == 0 else "",
                author="benchmark",
                created=time,
                modified=time,
            )
        )
    return made

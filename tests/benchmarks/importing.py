# SPDX-License-Identifier: GPL-3.0-or-later
"""Articles of 5 KB taken into a library by the command, in each format: rates, and the most memory a process had."""

from __future__ import annotations

import html
import json
import random
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks.cases import MEGABYTE, Plan
from tests.benchmarks.corpora import make_text, sentences
from tests.benchmarks.report import Table

ARTICLES = 1000
QUICK_ARTICLES = 200
ARTICLE_BYTES = 5000
SECONDS = 60.0
MEMORY_OF_FILE = 12.0
"""Times the size of one large file: its text, its counted form and the interpreter, which alone takes 60 MB."""
_LARGE = {"text": 20, "markdown": 5, "html": 5, "jsonl": 20}
"""Megabytes of the single large file of a kind."""
_RUN = """
import resource, sys
from reader.__main__ import main
try:
    status = main()
except SystemExit as left:
    status = left.code
parts = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
print("\\nmeasured", status or 0, max(resource.getrusage(part).ru_maxrss for part in parts) / 1024, file=sys.stderr)
"""

Article = tuple[str, list[str]]


def articles(count: int) -> Iterator[Article]:
    """Titles and paragraphs of real sentences; no two articles are the same."""
    chance = random.Random(11)
    known = sentences()
    for number in range(count):
        paragraphs, size = [], 0
        while size < ARTICLE_BYTES:
            paragraphs.append(" ".join(chance.choice(known) for _ in range(4)))
            size += len(paragraphs[-1].encode())
        yield f"مقال رقم {number}", paragraphs


def _write_text(path: Path, article: Article) -> None:
    title, paragraphs = article
    path.with_suffix(".txt").write_text("\n\n".join([title, *paragraphs]), encoding="utf-8")


def _write_markdown(path: Path, article: Article) -> None:
    title, paragraphs = article
    text = "\n\n".join([f"# {title}", *paragraphs, "## فصل", f"> {paragraphs[0]}", "- بند\n- بند آخر"])
    path.with_suffix(".md").write_text(text, encoding="utf-8")


def _write_html(path: Path, article: Article) -> None:
    title, paragraphs = article
    menu = "".join(f'<li><a href="/{number}">قسم {number}</a></li>' for number in range(40))
    body = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs)
    page = f"<title>{title}</title><nav><ul>{menu}</ul></nav><article><h1>{title}</h1>{body}</article>"
    path.with_suffix(".html").write_text(f'<!doctype html><html lang="ar" dir="rtl">{page}</html>', encoding="utf-8")


def _write_docx(path: Path, article: Article) -> None:
    title, paragraphs = article
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    runs = "".join(f"<w:p><w:r><w:t>{html.escape(text)}</w:t></w:r></w:p>" for text in [title, *paragraphs])
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    with zipfile.ZipFile(path.with_suffix(".docx"), "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{types}"><Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{relations}"><Relationship Id="r1" Type="{office}" Target="word/document.xml"/>'
            "</Relationships>",
        )
        archive.writestr("word/document.xml", f"<w:document {space}><w:body>{runs}</w:body></w:document>")


WRITERS: dict[str, Callable[[Path, Article], None]] = {
    "text": _write_text,
    "markdown": _write_markdown,
    "html": _write_html,
    "docx": _write_docx,
}


def many(folder: Path, kind: str, count: int) -> Path:
    """A folder of articles, a file each; as JSON Lines one file with a row each."""
    place = folder / f"many-{kind}"
    place.mkdir()
    if kind == "jsonl":
        rows = ({"title": title, "text": "\n".join(paragraphs)} for title, paragraphs in articles(count))
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (place / "articles.jsonl").write_text("".join(lines), encoding="utf-8")
        return place
    for number, article in enumerate(articles(count)):
        WRITERS[kind](place / f"{number:04}", article)
    return place


def measure(folder: Path, paths: Path, expected: int) -> tuple[float, float]:
    """Seconds by the clock, and MB of the largest process, of taking ``paths`` in with the command.

    Raises:
        RuntimeError: when not so many documents came in.
    """
    library = folder / f"{paths.stem}.hashiya"
    call = [sys.executable, "-c", _RUN, "import", str(paths), "--library", str(library), "--json"]
    begun = time.perf_counter()
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - begun
    status, peak_mb = done.stderr.rpartition("measured")[2].split()[:2]
    found = len(json.loads(done.stdout)["imported"]) if done.stdout else 0
    if status != "0" or found != expected:
        raise RuntimeError(f"{paths}: {found} of {expected} came in: {done.stderr[-2000:]}")
    return seconds, float(peak_mb)


def report(plan: Plan) -> list[Table]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        return [_rates(folder, QUICK_ARTICLES if plan.quick else ARTICLES), _large_files(folder, plan)]


def _rates(folder: Path, count: int) -> Table:
    table = Table(f"{count:,} articles of 5 KB taken in, files of their own", ["seconds", "a second", "peak MB"])
    for kind in (*WRITERS, "jsonl"):
        seconds, peak_mb = measure(folder, many(folder, kind, count), count)
        of_a_thousand = seconds * ARTICLES / count
        figures = (f"{seconds:.1f}", f"{count / seconds:.0f}", f"{peak_mb:.0f}")
        table.add(kind, *figures, figure=of_a_thousand, limit=SECONDS, unit="s for 1,000")
    return table


def _large_files(folder: Path, plan: Plan) -> Table:
    table = Table("One large file taken in", ["MB", "seconds", "MB a second", "peak MB"])
    for kind, megabytes in _LARGE.items():
        size = max(1, megabytes // 4) if plan.quick else megabytes
        path = _large(folder, kind, size)
        expected = path.read_bytes().count(b"\n") if kind == "jsonl" else 1
        seconds, peak_mb = measure(folder, path, expected)
        figures = (str(size), f"{seconds:.1f}", f"{size / seconds:.2f}", f"{peak_mb:.0f}")
        limit = None if plan.quick else MEMORY_OF_FILE
        table.add(kind, *figures, figure=max(0.0, peak_mb - 60) / size, limit=limit, unit="of the file")
    return table


def _large(folder: Path, kind: str, megabytes: int) -> Path:
    text = make_text(folder / f"large-{megabytes}.txt", megabytes * MEGABYTE)
    if kind == "text":
        return text
    lines = text.read_text(encoding="utf-8").splitlines()
    if kind == "html":
        made, suffix = "".join(f"<p>{html.escape(line)}</p>\n" for line in lines), "html"
        made = f'<!doctype html><html dir="rtl"><title>كتاب</title><article><h1>كتاب</h1>{made}</article></html>'
    elif kind == "jsonl":
        grouped = ["\n".join(lines[at : at + 8]) for at in range(0, len(lines), 8)]
        made, suffix = "".join(json.dumps({"text": one}, ensure_ascii=False) + "\n" for one in grouped), "jsonl"
    else:
        made, suffix = "\n\n".join(lines), "md"
    path = folder / f"large.{suffix}"
    path.write_text(made, encoding="utf-8")
    return path

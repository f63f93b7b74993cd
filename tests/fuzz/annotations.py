# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of annotations nobody meant: ``python -m tests.fuzz.annotations --minutes 5 [--format NAME]``."""

from __future__ import annotations

import argparse
import io
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from reader.errors import FileError, FormatUnavailable
from reader.interchange import FORMATS, Feature, Format, Options, ReadOptions
from reader.interchange.received import Received
from tests.fuzz.harness import Unwelcome, any_damage
from tests.interchange.nasty import content_of

TEXTS = ("mixed", "astral", "markup")
MOST_BYTES = 8 << 20
MOST_SECONDS = 10
"""For a file of some kilobytes, on a machine that does other things too."""


def readable() -> dict[str, Format]:
    """The formats that are read here; those whose optional part is missing are not."""
    found = {}
    for name, form in FORMATS.items():
        if form.is_read:
            try:
                originals(form)
            except FormatUnavailable:
                continue
            found[name] = form
    return found


def originals(form: Format) -> list[bytes]:
    """Our own exports of a few nasty texts; one of a format that cannot be written is a few bytes of nothing."""
    if not form.is_written:
        return [b"{}"]
    overlapping = {Feature.OVERLAPS, Feature.PARTS, Feature.LINES} <= form.keeps
    made = []
    for name in TEXTS:
        stream = io.BytesIO()
        form.write([content_of(name, overlapping=overlapping)], stream, Options())
        made.append(stream.getvalue())
    return made


def check(form: Format, data: bytes, folder: Path) -> list[Received]:
    """Read the bytes as a file of the format; the documents, or [] for an expected failure.

    Raises:
        Unwelcome: when the reader failed in a way nobody expects, took too long, or gave what cannot be stored.
    """
    path = folder / f"fuzzed{form.suffix}"
    path.write_bytes(data)
    began = time.monotonic()
    try:
        documents = list(form.read(path, ReadOptions(most_bytes=MOST_BYTES)))
    except FileError as error:
        if str(path) not in str(error):
            raise Unwelcome(f"the error names no file: {error}") from error
        documents = []
    except Exception as error:
        raise Unwelcome(f"{type(error).__name__}: {error}") from error
    if time.monotonic() - began > MOST_SECONDS:
        raise Unwelcome("it took too long")
    for document in documents:
        judge(document)
    return documents


def judge(document: Received) -> None:
    """Raises Unwelcome for a document with what no library can store."""
    for text in texts_of(document):
        if not isinstance(text, str) or "\0" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
            raise Unwelcome(f"it gave {text!r:.200}, which cannot be stored")
    if document.text is not None and "\r" in document.text:
        raise Unwelcome("its text has carriage returns")
    for each in document.annotations:
        if type(each.start) is not int or type(each.end) is not int:
            raise Unwelcome(f"{each} has positions that are no numbers")


def texts_of(document: Received) -> list[object]:
    """Every string of it."""
    found: list[object] = [document.title, document.document_id, document.digest, document.source, document.tool]
    found += [] if document.text is None else [document.text]
    found += [part for pair in document.metadata for part in pair]
    records = (*document.annotations, *document.relations, *document.tags, *document.entities, *document.decisions)
    for record in records:
        for name in record.__slots__:
            found += _strings(getattr(record, name)) if name not in {"start", "end"} else []
    return found


def _strings(value: object) -> list[object]:
    return [part for each in value for part in _strings(each)] if isinstance(value, tuple) else [value]


def run(form: Format, made: Sequence[bytes], seconds: float, folder: Path, number: int) -> tuple[int, list[bytes]]:
    """Damage files of a format for so long: how many were tried, and those that broke the reader."""
    until, broken, tried = time.monotonic() + seconds, [], 0
    while time.monotonic() < until:
        data = any_damage(made, random.Random(number + tried))
        try:
            check(form, data, folder)
        except Unwelcome as failure:
            print(f"{form.name} {number + tried}: {failure}", flush=True)
            broken.append(data)
        tried += 1
    return tried, broken


def main() -> int:
    asked = argparse.ArgumentParser(prog="python -m tests.fuzz.annotations", description=__doc__)
    asked.add_argument("--minutes", type=float, default=5, help="for all formats together")
    asked.add_argument("--format", action="append", help="only this format; may be given more than once")
    asked.add_argument("--number", type=int, default=int(time.time()), help="where the numbers begin")
    asked.add_argument("--keep", type=Path, default=Path("fuzzed"), help="folder for files that break a reader")
    chosen = asked.parse_args()
    found = {name: form for name, form in readable().items() if not chosen.format or name in chosen.format}
    total = failures = 0
    for name, form in found.items():
        with tempfile.TemporaryDirectory() as folder:
            share = 60 * chosen.minutes / len(found)
            tried, broken = run(form, originals(form), share, Path(folder), chosen.number)
        for place, data in enumerate(broken):
            chosen.keep.mkdir(exist_ok=True)
            (chosen.keep / f"{name}-{chosen.number}-{place}").write_bytes(data)
        print(f"{name}: {tried} files, {len(broken)} broke the reader", flush=True)
        total, failures = total + tried, failures + len(broken)
    print(f"{total} files, {failures} broke a reader")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

# SPDX-License-Identifier: GPL-3.0-or-later
"""What is asked of every importer, whatever is in the file: an expected failure, or documents that can be stored."""

from __future__ import annotations

import importlib
import io
import pkgutil
import random
import re
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import tests.fuzz
from reader.errors import FileError, ImporterCrashed, ImportTooHeavy, ImportTooLong
from reader.importers.extracted import Extracted, Options
from reader.importers.registry import FORMATS, Format
from reader.model.structure import BlockKind
from reader.workspace.extraction import Extractor, Limits

Seed = Callable[[], bytes]
"""Makes a small file of the format as it should be."""

LIMITS = Limits(base_seconds=20, seconds_a_megabyte=20, base_bytes=768 << 20)
_UNFIT = re.compile("[\x00\r\ud800-\udfff]")
_NASTY = (
    *(b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\x1a", b"\r", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\\ud800", b"&#0;"),
    *("\u202e".encode(), "\u2029".encode(), "\u0651".encode() * 300, b"&#xD800;", b"<!--", b"]]>", b'"', b"'", b"---"),
    *(b"-1", b"99999999999999999999", b"../../", b"%s%n", b"\x7f\x80", b"[" * 400, b"{" * 400, b"<" * 400, b"> " * 400),
)
_MARKS = {BlockKind.PAGE, BlockKind.SECTION}


class Unwelcome(AssertionError):
    """An importer did what none may do; the message tells what."""


def seeds() -> dict[str, list[Seed]]:
    """Files as they should be, by the id of their format: the ``SEEDS`` of all modules ``tests.fuzz.seeds_*``."""
    found: dict[str, list[Seed]] = {}
    for module in pkgutil.iter_modules(tests.fuzz.__path__):
        if module.name.startswith("seeds_"):
            for identity, made in importlib.import_module(f"tests.fuzz.{module.name}").SEEDS.items():
                found.setdefault(identity, []).extend(made)
    return found


def format_of(identity: str) -> Format:
    return next(one for one in FORMATS if one.id == identity)


def damaged(seed: bytes, chance: random.Random, others: Sequence[bytes] = ()) -> bytes:
    """The file with one to six things done to it: cut, doubled, flipped, swapped, joined with another, poisoned."""
    data = bytearray(seed)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(data) + 1)
        length = chance.choice((1, 2, 4, 16, 100, 1000))
        match chance.randrange(8):
            case 0:
                del data[at:]
            case 1:
                del data[at : at + length]
            case 2:
                data[at:at] = data[at : at + length] * chance.choice((2, 50))
            case 3 if data:
                data[min(at, len(data) - 1)] ^= 1 << chance.randrange(8)
            case 4:
                data[at:at] = chance.choice(_NASTY)
            case 5:
                data[at : at + length] = chance.randbytes(length)
            case 6 if others:
                data[at:at] = chance.choice(others)[:5000]
            case _:
                data[at : at + length] = bytes(length)
    return bytes(data[: 4 << 20])


def any_damage(originals: Sequence[bytes], chance: random.Random) -> bytes:
    """One of the files, damaged in one way or another."""
    seed = chance.choice(originals)
    if seed.startswith(b"PK") and chance.random() < 0.8:
        return damaged_within(seed, chance)
    return damaged(seed, chance, originals)


def damaged_within(seed: bytes, chance: random.Random) -> bytes:
    """An archive in which some members are damaged, lost or doubled: what is packed is damaged behind the checksum."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(seed)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        members = old.infolist()
        chosen = chance.sample(members, min(len(members), chance.choice((1, 1, 2))))
        for info in members:
            data = old.read(info)
            if info in chosen:
                if chance.random() < 0.1:
                    continue
                data = damaged(data, chance)
            new.writestr(info.filename, data)
    return out.getvalue()


def check(extractor: Extractor, wanted: Format, data: bytes, folder: Path) -> list[Extracted]:
    """Read the bytes as a file of the format; the documents, or [] for an expected failure.

    Raises:
        Unwelcome: when the importer crashed, took too much, or gave what cannot be stored.
    """
    path = folder / f"fuzzed{wanted.suffixes[0]}"
    path.write_bytes(data)
    began = time.monotonic()
    try:
        documents = list(extractor.extract(path, wanted, Options(), lambda _done, _total: None, lambda: False))
    except (ImporterCrashed, ImportTooLong, ImportTooHeavy) as error:
        raise Unwelcome(str(error)) from error
    except FileError:
        return []
    if time.monotonic() - began > LIMITS.seconds(len(data)):
        raise Unwelcome("it took too long")
    for document in documents:
        judge(document)
    return documents


def judge(document: Extracted) -> None:
    """Raises Unwelcome for a document that could not be stored, or whose blocks do not fit its text."""
    length = len(document.text)
    if _UNFIT.search(document.text) or document.text.startswith("\ufeff"):
        raise Unwelcome("the text has characters that no text may have")
    for value in (document.title, document.encoding, document.source_detail, *sum(document.metadata, ())):
        value.encode()
    before = 0
    for block in document.blocks:
        if not before <= block.start <= block.end <= length:
            raise Unwelcome(f"{block} lies outside the text or out of order")
        if block.start == block.end and block.kind not in _MARKS:
            raise Unwelcome(f"{block} covers nothing")
        before = block.start
    for comment in document.comments:
        if not 0 <= comment.start < comment.end <= length:
            raise Unwelcome(f"{comment} is about nothing")


def run(identity: str, made: Sequence[Seed], seconds: float, folder: Path, number: int) -> Iterator[tuple[int, bytes]]:
    """Damage files of a format for so long; each number and file that broke the importer."""
    wanted, until = format_of(identity), time.monotonic() + seconds
    originals = [make() for make in made]
    with Extractor(LIMITS) as extractor:
        while time.monotonic() < until:
            chance = random.Random(number)
            data = any_damage(originals, chance)
            try:
                check(extractor, wanted, data, folder)
            except Unwelcome as failure:
                print(f"{identity} {number}: {failure}")
                yield number, data
            number += 1

# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts of any size from real sentences: shuffled, in paragraphs of 200 to 900 characters, always the same ones."""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path

from reader.resources import resource

_SHARED = Path(__file__).resolve().parents[3] / "shared"
_LATIN = ("WTDC-25", "5G", "Internet of Things", "(ITU, 2025)", "150", "3.14", "https://example.org/a?b=1", "UTF-8")
_SEED = 20251123


@cache
def sentences() -> tuple[str, ...]:
    """Every distinct sentence of the bundled samples and, where they lie beside the checkout, of the shared texts."""
    found: dict[str, None] = {}
    samples = resource("samples")
    for path in [*sorted(samples.glob("*.txt")), *sorted(_SHARED.glob("articles/*.txt"))]:
        for piece in re.split(r"(?<=[.؟!])\s+|\n+", path.read_text(encoding="utf-8")):
            found[piece.strip()] = None
    for path in sorted(_SHARED.glob("corpora/*-train.conll")):
        found.update(dict.fromkeys(_conll_sentences(path.read_text(encoding="utf-8"))))
    return tuple(sentence for sentence in found if 40 <= len(sentence) <= 400)


def _conll_sentences(text: str) -> list[str]:
    blocks = re.split(r"\n\s*\n", text)
    tokens = ([line.split()[0] for line in block.splitlines() if line.split()] for block in blocks)
    return [" ".join(block) for block in tokens]


def make_text(path: Path, size_bytes: int) -> Path:
    """A UTF-8 file of about that size; kept from one run to the next."""
    if path.exists() and path.stat().st_size >= size_bytes:
        return path
    chance = random.Random(_SEED)
    written = 0
    unfinished = path.with_suffix(".part")
    with unfinished.open("w", encoding="utf-8", newline="\n") as file:
        while written < size_bytes:
            paragraph = _paragraph(chance)
            file.write(paragraph + "\n")
            written += len(paragraph.encode()) + 1
    return unfinished.rename(path)


def make_single_paragraph(path: Path, size_bytes: int) -> Path:
    """The same kind of text as one paragraph, without any line feed."""
    if path.exists():
        return path
    chance = random.Random(_SEED + 1)
    pieces = []
    written = 0
    while written < size_bytes:
        pieces.append(_paragraph(chance))
        written += len(pieces[-1].encode()) + 1
    path.write_text(" ".join(pieces), encoding="utf-8")
    return path


def _paragraph(chance: random.Random) -> str:
    wanted = chance.randint(200, 900)
    chosen: list[str] = []
    length = 0
    while length < wanted:
        chosen.append(chance.choice(sentences()))
        length += len(chosen[-1]) + 1
    if chance.random() < 0.15:
        words = chosen[-1].split(" ")
        words.insert(chance.randrange(len(words) + 1), chance.choice(_LATIN))
        chosen[-1] = " ".join(words)
    return " ".join(chosen)[:900].rstrip()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the recognisers on CoNLL files: exact and partial F1 for people, organisations and places; for developers.

    python packaging/evaluate_recognisers.py FILE.conll… [--lines 40] [--errors person]

Two columns (token, IOB tag), an empty line between sentences; an I- without a B- begins an entity. Tokens are joined
by spaces, sentences by line feeds, and so many lines at a time are read as one document. A suggestion counts for the
tokens it touches. Partial: a right tag on an overlapping stretch counts half (as nervaluate's "partial").
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from reader.recognisers import recognise

CLASSES: Final = {"PER": "person", "ORG": "organisation", "LOC": "place", "PERS": "person"}

Sentence = list[tuple[str, str]]


class Entity(NamedTuple):
    """Tokens ``first`` to ``after``, half-open, with a tag."""

    first: int
    after: int
    tag: str


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the recognisers on CoNLL files.")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--lines", type=int, default=40, help="sentences read as one document")
    parser.add_argument("--threshold", type=float, default=0.0, help="leave out suggestions below this confidence")
    parser.add_argument("--errors", metavar="TAG", help="list what was wrong or missing for this tag, most often first")
    options = parser.parse_args()
    for path in options.files:
        started = time.perf_counter()
        gold, found, texts = [], [], []
        for document in documents(path, options.lines):
            wanted, seen, tokens = compare(document, options.threshold)
            gold.append(wanted)
            found.append(seen)
            texts.append(tokens)
        seconds = time.perf_counter() - started
        print(f"{path.name}: {sum(map(len, texts)) / seconds:,.0f} tokens a second")
        for tag in ("person", "organisation", "place", "all"):
            print(row(tag, gold, found))
        if options.errors:
            list_errors(options.errors, gold, found, texts)


def documents(path: Path, lines: int) -> Iterator[list[Sentence]]:
    sentences: list[Sentence] = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        pairs = [line.split() for line in block.splitlines() if line.strip()]
        if pairs:
            sentences.append([(pair[0], pair[-1]) for pair in pairs])
        if len(sentences) == lines:
            yield sentences
            sentences = []
    if sentences:
        yield sentences


def compare(document: Sequence[Sentence], threshold: float) -> tuple[set[Entity], set[Entity], list[str]]:
    """Gold and found entities of a document, and its tokens."""
    tokens = [token for sentence in document for token, _ in sentence]
    gold: set[Entity] = set()
    starts: list[int] = []
    pieces: list[str] = []
    offset = 0
    for sentence in document:
        gold |= entities_of([tag for _, tag in sentence], len(starts))
        for token, _ in sentence:
            starts.append(offset)
            offset += len(token) + 1
        pieces.append(" ".join(token for token, _ in sentence))
    token_at = [index for index, token in enumerate(tokens) for _ in range(len(token) + 1)]
    found = {
        Entity(token_at[each.span.start], token_at[each.span.end - 1] + 1, each.tag_id)
        for each in recognise("\n".join(pieces))
        if each.tag_id in CLASSES.values() and each.confidence >= threshold
    }
    return gold, found, tokens


def entities_of(tags: Sequence[str], shift: int) -> set[Entity]:
    """The entities of one sentence's tags, read leniently."""
    found: set[Entity] = set()
    begun: tuple[int, str] | None = None
    for index, tag in enumerate([*tags, "O"]):
        kind = CLASSES.get(tag[2:]) if tag != "O" else None
        goes_on = begun is not None and tag.startswith("I-") and kind == begun[1]
        if begun is not None and not goes_on:
            found.add(Entity(begun[0] + shift, index + shift, begun[1]))
            begun = None
        if kind is not None and begun is None:
            begun = (index, kind)
    return found


def row(tag: str, gold: Sequence[set[Entity]], found: Sequence[set[Entity]]) -> str:
    """One line of the table."""
    right = partly = wanted = seen = 0
    for document_gold, document_found in zip(gold, found, strict=True):
        its_gold = {each for each in document_gold if tag in ("all", each.tag)}
        its_found = {each for each in document_found if tag in ("all", each.tag)}
        right += len(its_gold & its_found)
        partly += overlapping(its_gold - its_found, its_found - its_gold)
        wanted += len(its_gold)
        seen += len(its_found)
    precision, recall = right / max(seen, 1), right / max(wanted, 1)
    exact = 2 * right / max(wanted + seen, 1)
    partial = 2 * (right + partly / 2) / max(wanted + seen, 1)
    figures = f"P {precision:6.1%}  R {recall:6.1%}  exact F1 {exact:6.1%}  partial F1 {partial:6.1%}"
    return f"  {tag:13} {figures}  ({wanted} wanted, {seen} found)"


def overlapping(gold: set[Entity], found: set[Entity]) -> int:
    """How many of ``gold`` share a token with one of ``found`` that has the same tag; each of ``found`` counts once."""
    covering: dict[tuple[int, str], Entity] = {(at, each.tag): each for each in found for at in range(*each[:2])}
    used: set[Entity] = set()
    for each in sorted(gold):
        for at in range(each.first, each.after):
            other = covering.get((at, each.tag))
            if other is not None and other not in used:
                used.add(other)
                break
    return len(used)


def list_errors(
    tag: str, gold: Sequence[set[Entity]], found: Sequence[set[Entity]], texts: Sequence[list[str]]
) -> None:
    wrong: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for wanted, seen, tokens in zip(gold, found, texts, strict=True):
        for counter, entities in ((wrong, seen - wanted), (missed, wanted - seen)):
            for each in entities:
                if each.tag == tag:
                    before = " ".join(tokens[max(each.first - 2, 0) : each.first])
                    after = " ".join(tokens[each.after : each.after + 2])
                    counter[f"[{' '.join(tokens[each.first : each.after])}]\t{before} _ {after}"] += 1
    for name, counter in (("wrong", wrong), ("missed", missed)):
        for text, count in sorted(counter.items(), key=lambda item: (-item[1], item[0])):
            print(f"{name}\t{count}\t{text}")


if __name__ == "__main__":
    main()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes what resources/lexicon/ holds: the frequencies of Arabic word forms, and how kinds of words follow each other.

    python packaging/build_word_data.py frequencies WORDFREQ_LIST     (large_ar.msgpack.gz of the package wordfreq)
    python packaging/build_word_data.py chain CORPUS.conll…           (any text, one token a line; no tag is read)

The second wants the first, and the extra ``lexicon``. Both give the same bytes each time.
"""

from __future__ import annotations

import argparse
import gzip
import math
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from reader.lexicon import context, frequencies
from reader.lexicon.context import START, Chain, kind_of, kind_of_unknown
from reader.lexicon.morphology import Analyser
from reader.lexicon.priors import Priors, estimate
from reader.lexicon.tables import MemoryStems, installed_tables, read_affixes, read_stems
from reader.text.arabic import is_arabic_letter
from reader.text.normalise import fold

RESOURCES: Final = Path(__file__).resolve().parents[1] / "resources"
KEPT_FORMS: Final = 100_000
ROUNDS: Final = 8
LEAST_PAIRS: Final = 2.0


def main() -> None:
    parser = argparse.ArgumentParser(description="Make the word data of resources/lexicon.")
    parser.add_argument("what", choices=("frequencies", "chain"))
    parser.add_argument("files", nargs="+", type=Path)
    options = parser.parse_args()
    if options.what == "frequencies":
        made = frequencies.pack(forms_of(options.files[0]))
        (RESOURCES / frequencies.LIST_NAME).write_bytes(made)
    else:
        text = context.pack_chain(chain_of(options.files), LEAST_PAIRS)
        (RESOURCES / context.CHAIN_NAME).write_text(text, encoding="utf-8")


def forms_of(path: Path) -> dict[str, int]:
    """The commonest forms in Arabic letters and their Zipf values in tenths.

    The list has at position n the words whose frequency is 10 ** (-n / 100) of all words.
    """
    import msgpack  # noqa: PLC0415 - a developer's dependency, and the command line may ask for the other thing

    found: dict[str, int] = {}
    for centibels, forms in enumerate(msgpack.unpackb(gzip.decompress(path.read_bytes()))[1:]):
        for form in forms:
            if all(is_arabic_letter(char) for char in form):
                found.setdefault(fold(form, "lemma").text, round(90 - centibels / 10))
        if len(found) >= KEPT_FORMS:
            break
    return found


def chain_of(paths: Sequence[Path]) -> Chain:
    """How kinds follow each other in the sentences of the corpora, by expectation maximisation."""
    folder = installed_tables()
    if folder is None:
        raise SystemExit("The extra “lexicon” is not installed.")
    analyser = Analyser(read_affixes(folder), MemoryStems(read_stems(folder)), "tables")
    priors = priors_of(analyser)
    sentences = [sentence for path in paths for sentence in sentences_of(path)]
    known = analyser.analyse_all({word for sentence in sentences for word in sentence})
    kinds = {word: kinds_of(word, readings, priors) for word, readings in known.items()}
    return chained([[kinds[word] for word in sentence] for sentence in sentences])


def priors_of(analyser: Analyser) -> Priors:
    listed = frequencies.shipped_frequencies()
    readings = analyser.analyse_all(listed)
    return estimate((10 ** (zipf / frequencies.TENTHS), readings[form]) for form, zipf in listed.items())


def sentences_of(path: Path) -> list[list[str]]:
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    return [[line.split()[0] for line in block.splitlines() if line.strip()] for block in blocks if block.strip()]


def kinds_of(word: str, readings: Sequence[object], priors: Priors) -> dict[str, float]:
    """The kinds a word can be with their weights, the greatest 1."""
    found: dict[str, float] = defaultdict(float)
    for reading, weight in zip(readings, priors.weights(readings), strict=True):  # type: ignore[arg-type]
        found[kind_of(reading)] += math.exp(weight)  # type: ignore[arg-type]
    highest = max(found.values(), default=1.0)
    likely = {kind: weight / highest for kind, weight in found.items() if weight / highest > 1e-6}
    return likely or {kind_of_unknown(word): 1.0}


def chained(sentences: Sequence[Sequence[dict[str, float]]]) -> Chain:
    shares = normalised(counted(sentences))
    chain = Chain(pairs={}, sums={}, shares=shares)
    for _ in range(ROUNDS):
        pairs: dict[tuple[str, str], float] = defaultdict(float)
        for sentence in sentences:
            observe(sentence, chain.step, pairs)
        sums: dict[str, float] = defaultdict(float)
        seen: dict[str, float] = defaultdict(float)
        for (before, after), count in pairs.items():
            sums[before] += count
            seen[after] += count
        chain = Chain(pairs=pairs, sums=sums, shares=normalised(seen))
    return chain


def counted(sentences: Sequence[Sequence[dict[str, float]]]) -> dict[str, float]:
    counts: dict[str, float] = defaultdict(float)
    for sentence in sentences:
        for kinds in sentence:
            total = sum(kinds.values())
            for kind, weight in kinds.items():
                counts[kind] += weight / total
    return counts


def normalised(counts: dict[str, float]) -> dict[str, float]:
    total = sum(counts.values())
    return {kind: count / total for kind, count in counts.items()}


def observe(
    sentence: Sequence[dict[str, float]],
    step: Callable[[str, str], float],
    pairs: dict[tuple[str, str], float],
) -> None:
    """Add the expected pairs of one sentence: forward sums, then backward ones."""
    forward: list[dict[str, float]] = [{START: 1.0}]
    for kinds in sentence:
        row = {kind: w * sum(p * step(b, kind) for b, p in forward[-1].items()) for kind, w in kinds.items()}
        total = sum(row.values())
        forward.append({kind: value / total for kind, value in row.items()})
    behind = dict.fromkeys(forward[-1], 1.0)
    for index in range(len(sentence) - 1, -1, -1):
        joint = {
            (before, after): share * step(before, after) * weight * behind[after]
            for before, share in forward[index].items()
            for after, weight in sentence[index].items()
        }
        total = sum(joint.values())
        rest: dict[str, float] = defaultdict(float)
        for (before, after), value in joint.items():
            pairs[before, after] += value / total
            rest[before] += value / total / forward[index][before]
        behind = rest


if __name__ == "__main__":
    main()

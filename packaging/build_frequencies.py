# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds resources/gazetteers/frequencies.bin, how often words are written and how; the same input, the same bytes.

Run it with the dependency group "gazetteers" installed:  python packaging/build_frequencies.py [--wheels FOLDER]
It reads the same packages as build_gazetteers.py. Origins and licences: resources/SOURCES.md.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from math import log2
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parent))

from build_gazetteers import ROOT, download_wheels, name_counts, read_frequencies

from reader.recognisers.tagger import frequencies
from reader.recognisers.tagger.frequencies import Behaviour

TABLE: Final = ROOT / "resources" / frequencies.TABLE_NAME
RARE_BELOW: Final = 15.0
"""Occurrences in a thousand million words, article or not, below which a form is left out."""
_WORD: Final = re.compile(r"[\u0621-\u063a\u0641-\u064a]{2,18}")
_WITH_ARTICLE: Final = ("ال", "وال", "بال", "لل", "فال", "كال")
_PRONOUNS: Final = ("ها", "هم", "نا", "هما", "كم")
_PLURALS: Final = ("ات", "ين", "ون")
_STEPS: Final = {
    "article": (0.05, 0.5, 4.0),
    "pronoun": (0.005, 0.03, 0.15),
    "plural": (0.01, 0.06, 0.3),
    "verb": (0.03, 0.15, 0.6),
    "bearers": (0.0001, 0.0008, 0.006),
}
"""Where one step of a ratio ends and the next begins."""


def main() -> None:
    parser = argparse.ArgumentParser(description="Build resources/gazetteers/frequencies.bin.")
    parser.add_argument("--wheels", type=Path, help="folder with the wheels that are read as archives")
    parser.add_argument("--output", type=Path, default=TABLE)
    options = parser.parse_args()
    if options.wheels:
        entries = build(options.wheels)
    else:
        with tempfile.TemporaryDirectory() as folder:
            download_wheels(Path(folder))
            entries = build(Path(folder))
    content = frequencies.pack(entries)
    options.output.write_bytes(content)
    print(f"{options.output.name}: {len(content):,} bytes, {len(entries):,} forms")


def build(wheels: Path) -> dict[str, Behaviour]:
    """The entries of the table, from the wheels in ``wheels``."""
    table = read_frequencies(wheels)
    given, other = name_counts(wheels)
    return entries_of({key: table[key] for key in table}, given, other)


def entries_of(
    per_milliard: Mapping[str, float], given: Mapping[str, int], other: Mapping[str, int]
) -> dict[str, Behaviour]:
    """What is known of each form, by its frequency, those of its family, and how many people bear it."""
    of = Counter(per_milliard)
    stems = {key[2:] if key.startswith("ال") and len(key) > 4 else key for key in of}
    found: dict[str, Behaviour] = {}
    for key in stems:
        alone, definite = of[key], sum(of[article + key] for article in _WITH_ARTICLE)
        if alone + definite < RARE_BELOW or not _WORD.fullmatch(key) or _is_joined(key, alone + definite, of):
            continue
        found[key] = Behaviour(_band(alone + definite), _family(key, of), _bearers(key, alone + definite, given, other))
    return found


def _is_joined(key: str, frequency: float, of: Mapping[str, float]) -> bool:
    """Is it likely a form with "و", "ب"… of a word that is written far more often?"""
    return key[0] in "وبلفك" and len(key) > 3 and of[key[1:]] + of["ال" + key[1:]] > 4 * frequency


def _band(frequency: float) -> int:
    return max(1, min(15, round((log2(frequency) - 3) * 0.75)))


def _family(key: str, of: Mapping[str, float]) -> int:
    alone = of[key] + of["و" + key] / 2 + 1
    article = sum(of[article + key] for article in _WITH_ARTICLE)
    stem = key[:-1] + "ت" if key.endswith("ه") else key
    pronoun = sum(of[stem + suffix] for suffix in _PRONOUNS) + of[key + "ه"] * 0.3
    whole = alone + article
    plural = sum(of[key + suffix] + of["ال" + key + suffix] for suffix in _PLURALS) + of[key + "ا"] * 0.6
    verb = sum(of[form] for form in ("ي" + key, "ت" + key, key + "ت", key + "وا", "سي" + key, _swapped(key)))
    steps = (
        _step("article", article / alone),
        _step("pronoun", pronoun / whole),
        _step("plural", plural / whole),
        _step("verb", verb / whole),
    )
    return sum(step << 2 * place for place, step in enumerate(steps))


def _swapped(key: str) -> str:
    """The imperfect of the other gender: "تكتب" for "يكتب"; of no imperfect a form that is never written."""
    return {"ي": "ت", "ت": "ي"}.get(key[0], "\0") + key[1:]


def _bearers(key: str, frequency: float, given: Mapping[str, int], other: Mapping[str, int]) -> int:
    definite = "ال" + key
    first = (given.get(key, 0) + given.get(definite, 0)) / (frequency + 100)
    later = (other.get(key, 0) + other.get(definite, 0)) / (frequency + 100)
    return _step("bearers", first) | _step("bearers", later) << 2


def _step(ratio: str, value: float) -> int:
    return sum(value >= bound for bound in _STEPS[ratio])


if __name__ == "__main__":
    main()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Base directions and orders, as the program gets them from python-bidi, against the Unicode bidirectional tests.

We rely on ``base_direction`` (it decides the side a paragraph is set to) and on the order of ``get_display`` (it
orders lines for terminals). Mirrored characters are not asked of ``get_display``: it leaves them as they are.
"""

import unicodedata
from collections import Counter

import pytest
from bidi import get_display
from unicode_data import data_lines, is_known_version, unicode_file

from reader.text.direction import Direction, base_direction

REPRESENTATIVES = {
    "L": "a",
    "R": "\u05d0",
    "AL": "\u0628",
    "EN": "1",
    "AN": "\u0661",
    "ES": "+",
    "ET": "$",
    "CS": ",",
    "NSM": "\u0300",
    "BN": "\u00ad",
    "B": "\u2029",
    "S": "\t",
    "WS": " ",
    "ON": "!",
    "LRE": "\u202a",
    "RLE": "\u202b",
    "LRO": "\u202d",
    "RLO": "\u202e",
    "PDF": "\u202c",
    "LRI": "\u2066",
    "RLI": "\u2067",
    "FSI": "\u2068",
    "PDI": "\u2069",
}
WITHOUT_REMOVED = dict.fromkeys(map(ord, "\u00ad\u202a\u202b\u202c\u202d\u202e"))
"""Rule X9 removes these from the order; python-bidi keeps them, and they are invisible in a terminal."""
BASES = {Direction.LEFT_TO_RIGHT: "L", Direction.RIGHT_TO_LEFT: "R"}

SEPARATOR = "a tab does not always return to the level of the paragraph (rule L1, 1 and 2)"
BEHIND_EMBEDDING = (
    "white space and isolate signs that end a line behind an embedding control keep its level (L1, 3 and 4)"
)
KNOWN = {SEPARATOR: 379, BEHIND_EMBEDDING: 1036}
"""Of 770,241 orders. A terminal line holds neither: tabs are spaces there, and controls are left out."""


def test_the_representatives_have_their_classes():
    assert {char: unicodedata.bidirectional(char) for char in REPRESENTATIVES.values()} == {
        char: kind for kind, char in REPRESENTATIVES.items()
    }


def cases_of_bidi_test(path):
    """``(classes, bits, order)`` of every line."""
    order = []
    for _, content in data_lines(path):
        if content.startswith("@Reorder:"):
            order = [int(place) for place in content.removeprefix("@Reorder:").split()]
        elif not content.startswith("@"):
            classes, _, bits = content.partition(";")
            yield classes.split(), int(bits, 16), order


def bases_of(text, bits):
    """The base directions a case holds for; one of them is what we find ourselves where it says so."""
    found = [base_direction(text)] if bits & 1 else []
    found += [Direction.LEFT_TO_RIGHT] if bits & 2 else []
    return found + ([Direction.RIGHT_TO_LEFT] if bits & 4 else [])


def wrong_orders(path):
    """``(classes, base)`` of every order that is not as the file has it."""
    for classes, bits, order in cases_of_bidi_test(path):
        text = "".join(map(REPRESENTATIVES.__getitem__, classes))
        expected = "".join(text[place] for place in order)
        for base in bases_of(text, bits):
            if get_display(text, base_dir=BASES[base]).translate(WITHOUT_REMOVED) != expected:
                yield classes, base


def exception_of(classes):
    if "S" in classes:
        return SEPARATOR
    return BEHIND_EMBEDDING if {"LRE", "LRO"} & set(classes) else None


def test_orders_of_classes_are_those_of_the_standard_but_for_named_exceptions():
    path = unicode_file("BidiTest.txt")

    exceptions = Counter(exception_of(classes) for classes, _ in wrong_orders(path))

    assert None not in exceptions
    assert not is_known_version(path) or dict(exceptions) == KNOWN


@pytest.fixture(scope="module")
def character_cases():
    """``(line number, text, wanted base, resolved level, levels, order)`` of BidiCharacterTest.txt."""
    cases = []
    for number, content in data_lines(unicode_file("BidiCharacterTest.txt")):
        codes, base, level, levels, order = content.split(";")
        text = "".join(chr(int(code, 16)) for code in codes.split())
        cases.append((number, text, base, int(level), levels.split(), [int(place) for place in order.split()]))
    return cases


def test_orders_of_characters_are_those_of_the_standard(character_cases):
    wrong = []
    for number, text, base, _, levels, order in character_cases:
        shown = get_display(text, base_dir={"0": "L", "1": "R", "2": BASES[base_direction(text)]}[base])
        removed = {ord(char): None for char, level in zip(text, levels, strict=True) if level == "x"}
        if shown.translate(removed) != "".join(text[place] for place in order):
            wrong.append(number)

    assert len(character_cases) > 91_000
    assert wrong == []


def test_base_directions_found_by_content_are_those_of_the_standard(character_cases):
    found = [(base_direction(text), level) for _, text, base, level, _, _ in character_cases if base == "2"]

    assert len(found) >= 28
    assert [level % 2 for _, level in found] == [direction is Direction.RIGHT_TO_LEFT for direction, _ in found]


def first_strong(classes):
    """Rules P2 and P3 written down once more: the first L, R or AL that no isolate initiator hides."""
    depth = 0
    for kind in classes:
        if kind in ("LRI", "RLI", "FSI"):
            depth += 1
        elif kind == "PDI":
            depth = max(depth - 1, 0)
        elif kind in ("L", "R", "AL") and not depth:
            return Direction.LEFT_TO_RIGHT if kind == "L" else Direction.RIGHT_TO_LEFT
    return Direction.LEFT_TO_RIGHT


def test_base_directions_of_all_sequences_of_classes_are_those_of_the_rules():
    path = unicode_file("BidiTest.txt")

    sequences = (classes for classes, _, _ in cases_of_bidi_test(path))
    wrong = [
        classes
        for classes in sequences
        if base_direction("".join(map(REPRESENTATIVES.__getitem__, classes))) is not first_strong(classes)
    ]

    assert wrong == []

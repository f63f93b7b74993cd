# SPDX-License-Identifier: GPL-3.0-or-later
"""The places a caret can stand at, as Qt finds them, against the Unicode grapheme break test.

The reading pane moves its caret by ``QTextLayout.nextCursorPosition``.
"""

from collections import Counter

import pytest
from PySide6.QtCore import QTextBoundaryFinder
from PySide6.QtGui import QTextLayout
from unicode_data import break_cases, is_known_version, unicode_file

from reader.text.offsets import Utf16Map

DEVANAGARI = "Qt has rules of its own for the syllables of Indic scripts, which part a spacing mark from its letter"
PICTOGRAPH = "Qt joins emoji by a joiner, but not the pictographs that are shown as text"
INDIC_CONJUNCT = "the rule for conjuncts of Indic scripts came with Unicode 15.1 (GB9c)"
KNOWN = {DEVANAGARI: 39, PICTOGRAPH: 1}
"""Qt 6.11, Unicode 15.0: none of them in Arabic, Hebrew or Latin script."""


def cursor_places(text):
    layout = QTextLayout(text)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return _walk(layout.nextCursorPosition, Utf16Map(text).length16)


def boundary_places(text):
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)

    def after(place):
        finder.setPosition(place)
        return finder.toNextBoundary()

    return _walk(after, Utf16Map(text).length16)


def _walk(after, length16):
    places = [0]
    while places[-1] < length16 and (following := after(places[-1])) > places[-1]:
        places.append(following)
    return places


def expected_places(segments):
    places = [0]
    for segment in segments:
        places.append(places[-1] + Utf16Map(segment).length16)
    return places


def exception_of(text):
    if "\u0903" in text:
        return DEVANAGARI
    if "\u2701" in text:
        return PICTOGRAPH
    return INDIC_CONJUNCT if any("\u0900" <= char <= "\u0d7f" for char in text) else None


@pytest.mark.parametrize("places_in", [cursor_places, boundary_places])
@pytest.mark.qt_log_ignore("OpenType support missing")
def test_the_caret_stops_between_graphemes_but_for_named_exceptions(qapp, places_in):
    path = unicode_file("auxiliary/GraphemeBreakTest.txt")

    exceptions = Counter(
        exception_of("".join(segments))
        for _, segments in break_cases(path)
        if places_in("".join(segments)) != expected_places(segments)
    )

    assert None not in exceptions
    assert not is_known_version(path) or dict(exceptions) == KNOWN


@pytest.mark.parametrize(
    ("text", "graphemes"),
    [
        ("كِتَابٌ", ["كِ", "تَ", "ا", "بٌ"]),
        ("الشَّمس", ["ا", "ل", "شَّ", "م", "س"]),
        ("هٰؤُلاء", ["هٰ", "ؤُ", "ل", "ا", "ء"]),
        ("بـَت", ["ب", "ـَ", "ت"]),
        ("می\u200cروم", ["م", "ی\u200c", "ر", "و", "م"]),
        ("\u064eا", ["\u064e", "ا"]),
        ("👩\u200d🚀𞸀", ["👩\u200d🚀", "𞸀"]),
    ],
)
@pytest.mark.parametrize("places_in", [cursor_places, boundary_places])
def test_the_caret_keeps_marks_on_their_letters(qapp, places_in, text, graphemes):
    assert places_in(text) == expected_places(graphemes)

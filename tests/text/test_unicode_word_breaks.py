# SPDX-License-Identifier: GPL-3.0-or-later
"""Words against the Unicode word break test; what we part otherwise on purpose has a name here."""

from collections import Counter

import pytest
from unicode_data import break_cases, is_known_version, properties, unicode_file

from reader.text.segment import words

FORMAT_AT_THE_END = "a direction control or joiner of words at the end stays outside the word, and marks on it too"
COLON_BETWEEN_LETTERS = "a colon parts words: it joins letters in Swedish abbreviations only"
COLON_BETWEEN_DIGITS = "a colon joins digits: a time of day is one number"
KATAKANA = "katakana joins with letters and digits beside it: a name with a foreign part is one word"
GERESH = "an apostrophe behind a Hebrew letter stays outside: it closes a quotation more often than it abbreviates"
EMOJI = "an emoji is no part of a word, even where a joiner stands between them"

KNOWN = {
    FORMAT_AT_THE_END: 92,
    COLON_BETWEEN_LETTERS: 15,
    COLON_BETWEEN_DIGITS: 10,
    KATAKANA: 36,
    GERESH: 3,
    EMOJI: 2,
}


@pytest.fixture(scope="module")
def kinds():
    return properties(unicode_file("auxiliary/WordBreakProperty.txt"))


def bounds_of_words(segments):
    """Where the segments lie that hold a letter or digit, which are words to us; the rest stands between words."""
    found = []
    at = 0
    for segment in segments:
        if any(char.isalnum() for char in segment):
            found.append((at, at + len(segment)))
        at += len(segment)
    return found


def without_format_at_the_end(text, bounds, kinds):
    shorter = []
    for start, end in bounds:
        last = max(at for at in range(start, end) if text[at].isalnum() or kinds.get(text[at]) == "ExtendNumLet")
        outside = next((at for at in range(last, end) if kinds.get(text[at]) == "Format"), end)
        shorter.append((start, outside))
    return shorter


def deviation(text, ours, expected, kinds):
    """The name of what parts us from the standard in this case, or None."""
    sequence = [kinds.get(char, "Other") for char in text if kinds.get(char) not in ("Extend", "Format", "ZWJ")]
    if without_format_at_the_end(text, expected, kinds) == ours:
        return FORMAT_AT_THE_END
    if "Katakana" in sequence:
        return KATAKANA
    for before, middle, behind in zip(sequence, sequence[1:], sequence[2:], strict=False):
        if middle == "MidLetter" and before == behind == "Numeric":
            return COLON_BETWEEN_DIGITS
        if middle == "MidLetter" and before == "ALetter" and behind in ("ALetter", "Hebrew_Letter"):
            return COLON_BETWEEN_LETTERS
    if sequence[-2:] == ["Hebrew_Letter", "Single_Quote"]:
        return GERESH
    return EMOJI if "\u200d" in text and "Other" in sequence else None


def test_words_are_those_of_the_standard_but_for_named_deviations(kinds):
    path = unicode_file("auxiliary/WordBreakTest.txt")
    deviations = Counter()
    unexplained = []
    for number, segments in break_cases(path):
        text, expected = "".join(segments), bounds_of_words(segments)
        ours = [(word.start, word.end) for word in words(text)]
        if ours != expected:
            name = deviation(text, ours, expected, kinds)
            deviations[name] += 1
            if name is None:
                unexplained.append((number, text, ours, expected))

    assert unexplained == []
    assert not is_known_version(path) or dict(deviations) == KNOWN

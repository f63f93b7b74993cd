# SPDX-License-Identifier: GPL-3.0-or-later
"""The tagger's names and the rules' findings become one: who gives way to whom, and where edges are mended."""

import pytest

from reader.recognisers.base import DATE, ORGANISATION, PERSON, PLACE, finding
from reader.recognisers.lexicon import Lexicon
from reader.recognisers.naming import with_names
from reader.recognisers.tokens import Tokeniser

TOKENISER = Tokeniser(Lexicon(flags={}, longest={}, months={}))


def tokens_of(text):
    return TOKENISER.tokens(text)


def made(tokens, each, source):
    first, after, tag, confidence = each
    return finding(tokens, first, after, tag, source=source, confidence=confidence, reason="by hand")


@pytest.fixture
def merged():
    """``merged(text, rules, names, outside)``: (tag, quote, source) of what stays."""

    def merge(text, rules, names, outside=0.0):
        tokens = tokens_of(text)
        found = [made(tokens, each, "rules") for each in rules]
        named = [made(tokens, each, "tagger") for each in names]
        kept = with_names(tokens, found, named, [outside] * len(tokens))
        return [(each.tag, text[each.start : each.end], each.source) for each in kept]

    return merge


def test_tagger_owns_people_and_places(merged):
    assert merged("زار سامر باكو", [(1, 3, PERSON, 0.7)], [(2, 3, PLACE, 0.9)]) == [(PLACE, "باكو", "tagger")]


def test_other_findings_stay(merged):
    found = merged("زار سامر باكو أمس", [(3, 4, DATE, 0.9)], [(1, 2, PERSON, 0.9)])
    assert found == [(PERSON, "سامر", "tagger"), (DATE, "أمس", "rules")]


def test_sure_place_of_several_words_takes_the_place_inside(merged):
    rules, names = [(1, 3, PLACE, 0.95)], [(2, 3, PLACE, 0.9)]
    assert merged("زار جمهورية أذربيجان", rules, names) == [(PLACE, "جمهورية أذربيجان", "rules")]


def test_doubtful_name_gives_way_to_a_body_around_it(merged):
    rules, names = [(1, 3, ORGANISATION, 0.75)], [(2, 3, PLACE, 0.6)]
    assert merged("زار مكتبة الإسكندرية", rules, names) == [(ORGANISATION, "مكتبة الإسكندرية", "rules")]


def test_sure_name_does_not(merged):
    rules, names = [(1, 3, ORGANISATION, 0.75)], [(2, 3, PLACE, 0.95)]
    assert merged("زار مكتبة الإسكندرية", rules, names) == [(PLACE, "الإسكندرية", "tagger")]


@pytest.mark.parametrize(
    ("text", "outside", "least", "most"),
    [
        ("افتتحت شركة النور فرعا", 0.2, 0.6, 0.7),
        ("افتتحت شركة النور فرعا", 0.999, 0.1, 0.3),
        ("افتتحت وزارة الثقافة فرعا", 0.999, 0.5, 0.6),
    ],
)
def test_body_is_as_sure_as_the_tagger_leaves_it_room_for(text, outside, least, most):
    tokens = tokens_of(text)
    (kept,) = with_names(tokens, [made(tokens, (1, 3, ORGANISATION, 0.7), "rules")], [], [outside] * len(tokens))
    assert least <= kept.confidence <= most


@pytest.mark.parametrize("outside", [0.5, 0.99])
def test_sure_person_stays_where_a_name_may_be(merged, outside):
    found = merged("قال سامر", [(1, 2, PERSON, 0.85)], [], outside)
    assert found == ([(PERSON, "سامر", "rules")] if outside == 0.5 else [])


def test_person_has_both_sides_of_a_hyphen(merged):
    found = merged("قالت آن-ماري دوفال", [], [(3, 5, PERSON, 0.9)])
    assert found == [(PERSON, "آن-ماري دوفال", "tagger")]


def test_words_apart_from_a_hyphen_are_not_joined(merged):
    assert merged("آن - ماري", [], [(2, 3, PERSON, 0.9)]) == [(PERSON, "ماري", "tagger")]


def test_person_does_not_end_in_an_indefinite_accusative(merged):
    found = merged("قال مراد بلقاسم بيتًا", [], [(1, 4, PERSON, 0.9)])
    assert found == [(PERSON, "مراد بلقاسم", "tagger")]

# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures are those that the usual scorers give; the numbers here were worked out by hand and by the scorers."""

import pytest

from reader.model.ids import TagId
from reader.model.suggestion import Suggestion
from reader.recognisers.evaluation import Named, counted, evaluate, named
from reader.recognisers.gold import read_gold
from reader.text.spans import Span

PERSON, PLACE, BODY = TagId("person"), TagId("place"), TagId("organisation")
GOLD = """\
قال\tO
محمود\tB-PER
درويش\tI-PER
في\tO
باكو\tB-LOC
أمس\tO

زار\tO
والهند\tB-LOC
شركة\tB-ORG
النهر\tI-ORG
الكبير\tI-ORG
ستار\tB-PERS
شيئا\tB-MISC
"""


def suggestion(text, quote, tag, confidence=0.9):
    start = text.index(quote)
    return Suggestion(
        span=Span(start, start + len(quote)),
        quote=quote,
        tag_id=tag,
        source="test",
        confidence=confidence,
        reason="by hand",
    )


def by_hand(text):
    """Right: the first person; India, without its clitic. Wrong tag: Baku. Too short: the company. Too much: "قال"."""
    return [
        suggestion(text, "محمود درويش", PERSON),
        suggestion(text, "باكو", BODY, 0.8),
        suggestion(text, "هند", PLACE),
        suggestion(text, "شركة النهر", BODY, 0.6),
        suggestion(text, "قال", PERSON, 0.3),
        suggestion(text, "أمس", TagId("date")),
    ]


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "gold.conll"
    path.write_text(GOLD, encoding="utf-8")
    return path


@pytest.fixture
def result(path):
    return evaluate([path], by_hand)


def test_exact_figures_are_those_of_seqeval(result):
    """seqeval 1.2.2: precision 2/5, recall 2/5, F1 0.4; PER 1/2 and 1/2, LOC 1/1 and 1/2, ORG 0."""
    assert (result.micro.precision, result.micro.recall, result.micro.f1) == pytest.approx((0.4, 0.4, 0.4))
    person, place, body = (result.by_tag[tag] for tag in (PERSON, PLACE, BODY))
    assert (person.precision, person.recall) == pytest.approx((0.5, 0.5))
    assert (place.precision, place.recall, place.f1) == pytest.approx((1.0, 0.5, 2 / 3))
    assert body.f1 == 0


def test_partial_figures_are_those_of_nervaluate(result):
    """nervaluate 1.2.1, strategy "partial": 3 correct, 1 partial, 1 spurious, 1 missed: precision and recall 3.5/5."""
    assert (result.micro.edges, result.micro.partial) == (3, 1)
    assert result.micro.partial_f1 == pytest.approx(0.7)


def test_partial_figures_of_a_class_are_of_that_class_alone(result):
    assert result.by_tag[BODY].partial_f1 == pytest.approx(2 * 0.5 / 3)


def test_other_classes_are_left_out_and_counted(result):
    assert result.other_classes == {"MISC": 1}
    assert result.micro.wanted == 5


def test_threshold_leaves_out_and_everything_does_not(path):
    result = evaluate([path], by_hand, threshold=0.5)
    assert (result.micro.found, result.everything.found) == (4, 5)
    assert result.micro.precision == pytest.approx(0.5)


def test_calibration_counts_suggestions_by_their_confidence(result):
    assert [(each.lowest, each.size, each.right) for each in result.calibration] == [
        (0.3, 1, 0.0),
        (0.6, 1, 0.0),
        (0.8, 1, 0.0),
        (0.9, 2, 1.0),
    ]
    assert result.calibration_error == pytest.approx((0.3 + 0.6 + 0.8 + 0.1 + 0.1) / 5)


def test_mistakes_are_noted_with_what_stands_around(result):
    assert list(result.wrong[BODY]) == ["[باكو]\tدرويش في _ أمس زار", "[شركة النهر]\tزار والهند _ الكبير ستار"]
    assert list(result.missed[PERSON]) == ["[ستار]\tالنهر الكبير _ شيئا"]


def test_several_files_are_counted_together(path):
    assert evaluate([path, path], by_hand).micro.wanted == 10


def test_token_bears_one_name_and_the_longer_stays(path):
    (document,) = read_gold(path)
    text = document.text
    found = named(document, [suggestion(text, "محمود", PLACE), suggestion(text, "محمود درويش", PERSON)])
    assert list(found) == [Named(1, 3, PERSON)]


def test_two_names_in_one_token_count_once(tmp_path):
    path = tmp_path / "joined.conll"
    path.write_text("سوريا/لبنان\tB-LOC\n", encoding="utf-8")
    result = evaluate([path], lambda text: [suggestion(text, "سوريا", PLACE), suggestion(text, "لبنان", PLACE)])
    assert (result.micro.found, result.micro.exact) == (1, 1)


def test_each_annotated_name_is_overlapped_once():
    """nervaluate 1.2.1: of two stretches in one name, one is partial and one spurious."""
    counts = counted([Named(0, 4, PERSON)], [Named(0, 1, PERSON), Named(2, 4, PERSON)])
    assert (counts.partial, counts.edges) == (1, 0)


def test_nothing_found_and_nothing_wanted_is_no_division_by_nothing(tmp_path):
    path = tmp_path / "plain.conll"
    path.write_text("قال\tO\n", encoding="utf-8")
    result = evaluate([path], lambda _: [])
    assert (result.micro.f1, result.calibration, result.calibration_error) == (0.0, [], 0.0)

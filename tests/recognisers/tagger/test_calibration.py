# SPDX-License-Identifier: GPL-3.0-or-later
"""After calibration, confidence is how often suggestions are right."""

import pytest

from reader.recognisers.tagger.calibration import Calibration, Curve, Outcome, fitted

BOASTFUL = [Outcome(0.95, number % 2 == 0) for number in range(400)] + [
    Outcome(0.6, number % 4 == 0) for number in range(400)
]


def test_boastful_chances_come_down_to_what_was_right():
    calibration = fitted({"PER": BOASTFUL})
    assert calibration.confidence("PER", 0.95) == pytest.approx(0.5, abs=0.03)
    assert calibration.confidence("PER", 0.6) == pytest.approx(0.25, abs=0.03)


def test_honest_chances_stay():
    honest = [Outcome(0.8, number % 5 != 0) for number in range(500)]
    assert fitted({"LOC": honest}).confidence("LOC", 0.8) == pytest.approx(0.8, abs=0.02)


def test_surer_stays_surer():
    calibration = fitted({"PER": BOASTFUL})
    grades = [calibration.confidence("PER", number / 100) for number in range(101)]
    assert grades == sorted(grades)
    assert all(0 < grade < 1 for grade in grades)


def test_kind_that_was_never_seen_keeps_its_chance():
    assert fitted({"PER": BOASTFUL}).confidence("ORG", 0.7) == 0.7


def test_few_outcomes_do_not_throw_it_far():
    assert 0.5 < fitted({"PER": [Outcome(0.9, was_right=False)]}).confidence("PER", 0.9) < 0.9


def test_values_go_to_a_file_and_back():
    calibration = Calibration({"PER": Curve(0.75, -0.125)})
    assert Calibration.of_values(calibration.as_values()) == calibration


def test_numbers_that_are_none_are_refused():
    with pytest.raises(ValueError, match="none"):
        Calibration.of_values({"PER": [float("nan"), 0.0]})

# SPDX-License-Identifier: GPL-3.0-or-later
"""What speaks for a reading that counting cannot tell: words of grammar, own endings, plurals, nisbas."""

from __future__ import annotations

import pytest

from reader.lexicon.morphology import agrees_with_hamza, ends_alike
from reader.lexicon.priors import biases, estimate
from reader.lexicon.records import Part, PartKind, PartOfSpeech, Reading

NOUN, ADJECTIVE = PartOfSpeech.NOUN, PartOfSpeech.ADJECTIVE


def reading(form, kind=NOUN, *, lemma="", category="", feminine=False):
    parts = [Part(form=form, kind=PartKind.STEM, function=kind.name)]
    if feminine:
        parts.append(Part(form="َة", kind=PartKind.SUFFIX, function="NSUFF_FEM_SG"))
    return Reading(
        form=form + ("َة" if feminine else ""), parts=tuple(parts), lemma=lemma or form,
        lemma_id=f"{lemma or form}_{kind}", root="", part_of_speech=kind, glosses=(), source="ours", category=category,
    )  # fmt: skip


LIKELIER = [
    (reading("قَد", PartOfSpeech.PARTICLE), reading("قِدّ")),
    (reading("مِن", PartOfSpeech.PREPOSITION), reading("لِقاءَ", PartOfSpeech.PREPOSITION)),
    (reading("دَوْر"), reading("دُور", lemma="دار")),
    (
        reading("دِبلُوماسِيّ", lemma="دِبلُوماسِيَّة", category="NapAt", feminine=True),
        reading("دِبلُوماسِيّ", category="Nall", feminine=True),
    ),
    (
        reading("مُشارَك", lemma="مُشارَكَة", category="NapAt", feminine=True),
        reading("مُشارِك", category="Nall", feminine=True),
    ),
]


@pytest.mark.parametrize(("one", "other"), LIKELIER)
def test_the_first_is_likelier_by_itself(one, other):
    first, second = biases([one, other])
    assert first > second


def test_nisba_that_can_be_an_adjective_is_one_before_it_is_a_person():
    person, alone = reading("فَنِّيّ", category="Nall"), reading("كُرْسِيّ", category="N")
    assert biases([person, reading("فَنِّيّ", ADJECTIVE)])[0] < biases([person])[0]
    assert biases([alone]) == [0.0]


def test_no_reading_is_ruled_out_by_numbers_alone():
    common, rare = reading("سِتار"), reading("سَتّار", PartOfSpeech.PROPER_NOUN)
    other = reading("سِتارَة", lemma="سِتار")
    priors = estimate([(1000.0, [common, rare]), (1000.0, [other])])
    one, two = priors.weights([common, rare])
    assert one > two > one - 12


@pytest.mark.parametrize(
    ("written", "read", "agrees"),
    [("أن", "أَنَّ", True), ("أن", "إِنَّ", False), ("ان", "إِنَّ", True), ("إلى", "إِلَى", True), ("آن", "أَن", False)],
)
def test_hamza_that_is_written_holds(written, read, agrees):
    assert agrees_with_hamza(written, read) is agrees


@pytest.mark.parametrize(
    ("written", "read", "agrees"),
    [("تُعدّ", "تُعِد", False), ("تُعدّ", "تُعَدّ", True), ("تعد", "تُعِد", True), ("مُعَلِّم", "مُعَلِّم", True)],
)
def test_shadda_that_ends_a_word_holds(written, read, agrees):
    assert ends_alike(written, read) is agrees

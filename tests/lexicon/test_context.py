# SPDX-License-Identifier: GPL-3.0-or-later
"""The reading that fits the sentence comes first."""

from __future__ import annotations

import pytest

from reader.errors import Cancelled
from reader.lexicon import frequencies
from reader.lexicon.context import (
    START,
    Chain,
    kind_of,
    kind_of_unknown,
    pack_chain,
    rank,
    shipped_chain,
    unpack_chain,
)
from reader.lexicon.lookup import meanings_of
from reader.lexicon.priors import Priors, estimate
from reader.lexicon.records import Part, PartKind, PartOfSpeech, Reading

EVEN = Priors(lemmas={}, affixes={})


def first_forms(analyser, sentence, chain, priors=EVEN):
    words = sentence.split()
    ranked = rank(words, [analyser.analyse(word) for word in words], priors, chain)
    return [each[0].reading.form if each else None for each in ranked]


def test_after_a_preposition_stands_a_noun(analyser):
    assert first_forms(analyser, "في كتب", shipped_chain()) == ["فِي", "كُتُب"]


def test_before_a_definite_noun_at_the_beginning_stands_a_verb_in_a_chain_that_says_so(analyser):
    pairs = {(START, "PERFECT/"): 90.0, (START, "NOUN/"): 1.0, ("PERFECT/", "NOUN/d"): 90.0, ("NOUN/", "NOUN/d"): 1.0}
    sums = {START: 91.0, "PERFECT/": 90.0, "NOUN/": 1.0}
    chain = Chain(pairs=pairs, sums=sums, shares={"PERFECT/": 0.3, "NOUN/": 0.4, "NOUN/d": 0.3})
    assert first_forms(analyser, "كتب الكتاب", chain)[0] == "كَتَبَ"


def test_probabilities_of_a_word_sum_to_one(analyser):
    for ranked in rank(["كتب", "الكتاب"], [analyser.analyse(w) for w in ("كتب", "الكتاب")], EVEN, shipped_chain()):
        assert sum(each.probability for each in ranked) == pytest.approx(1)


def test_words_without_readings_part_the_sentence_and_stay_empty(analyser):
    assert first_forms(analyser, "غغغ 12 . كتاب", shipped_chain())[:3] == [None, None, None]
    assert [kind_of_unknown(word) for word in ("غغغ", "١٢", ".", "")] == ["PROPER_NOUN/", "NUM/", "PUNCT/", "PUNCT/"]


def test_kind_tells_what_is_attached(analyser):
    assert kind_of(analyser.analyse("وبالمكتبة")[0]) == "NOUN/cpdf"


def test_lemma_that_explains_more_forms_is_likelier(analyser):
    forms = [(5.0, "كتابه"), (5.0, "كتاب"), (1.0, "باكو")]
    priors = estimate((share, analyser.analyse(form)) for share, form in forms)
    assert priors.lemmas["kitAb_1", "noun"] > priors.lemmas["bAkuw_1", "proper noun"]


def test_estimating_can_be_cancelled(analyser):
    with pytest.raises(Cancelled):
        estimate([(1.0, analyser.analyse("كتاب"))], cancelled=lambda: True)


def test_chain_is_the_same_after_writing_and_reading():
    chain = Chain(
        pairs={("a/", "b/"): 3.0, (START, "a/"): 1.0}, sums={"a/": 3.0, START: 1.0}, shares={"a/": 0.5, "b/": 0.5}
    )
    again = unpack_chain(pack_chain(chain, 2.0))
    assert again.pairs == {("a/", "b/"): 3.0}
    assert again.shares == chain.shares
    assert again.sums[START] == 1.0


@pytest.mark.parametrize("text", ["", "something else\n"])
def test_chain_of_another_form_is_refused(text):
    with pytest.raises(ValueError):
        unpack_chain(text)


def test_frequencies_are_the_same_after_packing_and_the_commonest_come_first():
    listed = {"كتاب": 54, "في": 75, "باكو": 39}
    assert list(frequencies.unpack(frequencies.pack(listed)).items()) == [("في", 75), ("كتاب", 54), ("باكو", 39)]


@pytest.mark.parametrize("content", [b"", b"no xz", frequencies.pack({})[:-5]])
def test_damaged_frequencies_are_refused(content):
    with pytest.raises(ValueError):
        frequencies.unpack(content)


def test_shipped_frequencies_know_that_of_two_words_one_is_rarer():
    listed = frequencies.shipped_frequencies()
    assert listed["في"] > listed["كتاب"] > listed["باكو"]


def test_readings_that_differ_in_endings_alone_are_one_meaning(analyser):
    ranked = rank(["كتاب"], [analyser.analyse("كتاب")], EVEN, shipped_chain())[0]
    meanings = meanings_of(ranked)
    assert sorted(meaning.glosses for meaning in meanings) == [("book",), ("school",)]
    assert sum(meaning.probability for meaning in meanings) == pytest.approx(1)


def test_particle_that_governs_verbs_is_read_before_a_verb_and_its_sister_before_a_noun():
    to, that = particle("أَن"), particle("أَنَّ")
    verb, noun = other("يَكْتُب", PartOfSpeech.IMPERFECT), other("كِتاب", PartOfSpeech.NOUN)
    chain = Chain(pairs={}, sums={}, shares={"FUNC_WORD/": 0.2, "IMPERFECT/": 0.4, "NOUN/": 0.4})
    before_verb = rank(["أن", "يكتب"], [(that, to), (verb,)], EVEN, chain)[0]
    before_noun = rank(["أن", "كتاب"], [(to, that), (noun,)], EVEN, chain)[0]
    assert before_verb[0].reading is to
    assert before_noun[0].reading.form == that.form


def particle(form):
    return other(form, PartOfSpeech.PARTICLE, "FUNC_WORD")


def other(form, kind, function=""):
    part = Part(form=form, kind=PartKind.STEM, function=function or kind.name)
    return Reading(
        form=form, parts=(part,), lemma=form, lemma_id=form, root="", part_of_speech=kind, glosses=(), source="ours"
    )

# SPDX-License-Identifier: GPL-3.0-or-later
"""A tag of the reader's own is suggested after ten examples, on other words than those; a bad one is hidden."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.model.ids import TagId
from reader.recognisers import Knowledge, recognise
from reader.recognisers.learning import learner
from reader.recognisers.learning.chains import FEWEST_EXAMPLES, Record, TagChain
from reader.recognisers.learning.lessons import Constraint, Excerpt, Lesson, Mark, longest_apart, stretches
from reader.recognisers.learning.model import LearnedModel
from reader.recognisers.learning.study import Study
from reader.recognisers.lexicon import shipped_lexicon
from reader.recognisers.paragraphs import ParagraphReader
from reader.recognisers.tagger.tagging import shipped_tagger
from reader.recognisers.tokens import Tokeniser

OWN = TagId("disease")
ILLNESSES = ["السكري", "الربو", "السل", "الحصبة", "الكوليرا", "الجدري", "الملاريا", "الزكام", "الطاعون", "التيفوئيد"]
LINES = ["يعاني المريض من مرض {} منذ سنة.", "أصيب الطفل بمرض {} في المدرسة.", "انتشر مرض {} في القرية كلها."]


@pytest.fixture(scope="module")
def study():
    return Study(shipped_tagger(), ParagraphReader(shipped_lexicon()).read)


def excerpt_of(text, phrase, tag=OWN, **fields):
    start = text.index(phrase)
    mark = Mark(start, start + len(phrase), tag)
    return Excerpt(text=text, lessons=(Lesson(start=0, end=len(text), tagged=(mark,), is_new=True, **fields),))


def examples(count):
    found = []
    for number in range(count):
        word = ILLNESSES[number % len(ILLNESSES)]
        found.append(excerpt_of(LINES[number % 3].format(word), word))
    return found


def taught(study, count):
    return learner.with_chain_taught(LearnedModel(), OWN, study.passages(examples(count)))


def suggested(model, text):
    return [each.quote for each in recognise(text, Knowledge(learned=model)) if each.tag_id == OWN]


@pytest.mark.parametrize(
    "text",
    [
        "يعاني الرجل من مرض النقرس منذ سنة.",
        "يُعَانِي الرَّجُلُ مِنْ مرض النقرس مُنْذُ سَنَة.",
        "WHO: يعاني الرجل من مرض النقرس منذ 2019.",
        "😀 𞸀 يعاني الرجل من مرض النقرس منذ سنة 👩‍🚀.",
    ],
    ids=["plain", "vocalised", "mixed", "astral"],
)
def test_ten_examples_are_enough_for_another_word_in_like_company(study, text):
    assert suggested(taught(study, 10), text) == ["النقرس"]


def test_where_nothing_of_the_kind_stands_nothing_is_suggested(study):
    model = taught(study, 10)

    assert suggested(model, "زار الوزير مدينة باكو يوم الاثنين وعاد في اليوم التالي.") == []


def test_few_examples_suggest_nothing(study):
    model = taught(study, FEWEST_EXAMPLES - 1)

    assert suggested(model, "يعاني الرجل من مرض النقرس منذ سنة.") == []


def test_a_chain_whose_guesses_are_wrong_is_hidden(study):
    model = taught(study, 10)
    bad = replace(model.chains[OWN], record=Record(right=2, wrong=12))

    assert suggested(replace(model, chains={OWN: bad}), "يعاني الرجل من مرض النقرس منذ سنة.") == []


def test_a_hidden_chain_is_tried_and_can_come_back(study):
    model = taught(study, 10)
    model = replace(model, chains={OWN: replace(model.chains[OWN], record=Record(right=0, wrong=3))})
    assert not model.chains[OWN].is_shown

    new = study.passages([excerpt_of(f"يعاني فلان من مرض {word} منذ سنة.", word) for word in ("النقرس", "الصرع") * 8])
    model = learner.with_chain_tried(model, OWN, new)

    assert model.chains[OWN].record.right > 10
    assert model.chains[OWN].is_shown


def test_rejections_of_its_suggestions_hide_a_chain(study):
    model = taught(study, 10)
    text = "يعاني الرجل من مرض النقرس منذ سنة."
    tokens = Tokeniser(shipped_lexicon()).tokens(text)
    at = text.index("النقرس")
    verdict = learner.Verdict(
        mark=Mark(at, at + 6, OWN), source="learned", reason="like 10 places", confidence=0.7, was_right=False
    )

    model = learner.with_verdicts(model, [(tokens, verdict)] * 8)

    assert not model.chains[OWN].is_shown


def test_the_tagger_learns_a_name_from_a_few_lessons(study):
    text = "قال زعفلون إن الاجتماع انتهى."
    lessons = [
        excerpt_of(text.replace("زعفلون", word), word, TagId("person")) for word in ("زعفلون", "قرطمان", "شمردل")
    ]
    model = learner.with_tagger_taught(LearnedModel(), study.tagger, study.passages(lessons * 2))

    found = recognise("قال برقعان إن الاجتماع انتهى.", Knowledge(learned=model))

    assert [each.quote for each in found if each.tag_id == "person"] == ["برقعان"]


def test_a_lesson_without_anything_new_changes_nothing(study):
    model = LearnedModel()

    assert learner.with_tagger_taught(model, study.tagger, []) is model


@pytest.mark.parametrize("settled", [True, False])
def test_what_was_not_marked_is_open_unless_the_text_is_settled(settled):
    tokens = Tokeniser(shipped_lexicon()).tokens("زار محمد علي باكو")
    lesson = Lesson(start=0, end=17, tagged=(Mark(4, 12, TagId("person")),), is_settled=settled)
    labels = ("O", "B-PER", "I-PER", "B-MISC", "I-MISC")

    allowed = Constraint(labels, {TagId("person"): "PER"}).allowed(tokens, lesson)

    assert allowed[1].tolist() == [False, True, False, False, False]
    assert allowed[2].tolist() == [False, False, True, False, False]
    assert allowed[0].tolist() == ([True, False, False, True, True] if settled else [True] * 5)


def test_a_refused_name_may_not_be_guessed_again():
    tokens = Tokeniser(shipped_lexicon()).tokens("زار محمد علي باكو")
    lesson = Lesson(start=0, end=17, refused=(Mark(4, 12, TagId("person")),))

    allowed = Constraint(("O", "B-PER", "I-PER"), {TagId("person"): "PER"}).allowed(tokens, lesson)

    assert allowed.tolist() == [[True] * 3, [True, False, False], [True, False, False], [True] * 3]


def test_marks_inside_words_touch_the_whole_word_and_the_longest_wins():
    tokens = Tokeniser(shipped_lexicon()).tokens("وبيروت الكبرى")
    found = stretches(tokens, [Mark(1, 6, OWN), Mark(1, 13, OWN), Mark(6, 7, OWN)])

    assert [each[:2] for each in found] == [(0, 1), (0, 2)]
    assert [each[:2] for each in longest_apart(found)] == [(0, 2)]


def test_an_empty_chain_guesses_nothing(study):
    passage = study.passages([excerpt_of("مرض السكري", "السكري")])[0]

    assert TagChain.new(OWN).guesses(passage.ids) == []

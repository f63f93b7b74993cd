# SPDX-License-Identifier: GPL-3.0-or-later
"""Training gives the same weights each time, learns what is in the text, and needs nothing but the text."""

import pytest

from reader.errors import GoldUnreadable
from reader.recognisers.gold import read_gold
from reader.recognisers.lexicon import shipped_lexicon
from reader.recognisers.paragraphs import ParagraphReader
from reader.recognisers.tagger.building import build
from reader.recognisers.tagger.corpus import LABELS, lesson_of
from reader.recognisers.tagger.features import FeatureExtractor
from reader.recognisers.tagger.model import pack
from reader.recognisers.tagger.training import Recipe, learn

QUICK = Recipe(rounds=2, averaged_from=1)


def lessons(path):
    reader, extractor = ParagraphReader(shipped_lexicon()), FeatureExtractor()
    return [lesson_of(document, reader, extractor) for document in read_gold(path)]


def test_same_corpus_gives_the_same_bytes(corpus):
    assert pack(build([corpus], QUICK)) == pack(build([corpus], QUICK))


def test_order_of_files_does_not_matter(corpus, tmp_path):
    other = tmp_path / "another.conll"
    other.write_text("باكو\tB-LOC\nجميلة\tO\n", encoding="utf-8")
    assert pack(build([corpus, other], QUICK)) == pack(build([other, corpus], QUICK))


def test_other_seed_gives_other_weights(corpus):
    sentences = [sentence for lesson in lessons(corpus) for sentence in lesson.sentences()]
    one, other = (learn(sentences, Recipe(rounds=2, averaged_from=1, seed=seed)) for seed in (1, 2))
    assert one.weights.tobytes() != other.weights.tobytes()


def test_labels_stand_on_our_own_tokens(tmp_path):
    path = tmp_path / "gold.conll"
    path.write_text("قال\tO\nمحمود\tB-PER\nدرويش؛\tI-PER\nفي\tO\n(باكو)\tB-LOC\n", encoding="utf-8")
    (lesson,) = lessons(path)
    (sentence,) = lesson.sentences()
    assert [LABELS[label] for label in sentence.labels] == [
        "O",
        "B-PER",
        "I-PER",
        "I-PER",
        "O",
        "B-LOC",
        "I-LOC",
        "I-LOC",
    ]


def test_corpus_without_names_gives_a_tagger_without_names(tmp_path):
    path = tmp_path / "plain.conll"
    path.write_text("\n".join("قال\tO\nشيئا\tO\n" for _ in range(200)), encoding="utf-8")
    assert build([path], QUICK).calibration.curves == {}


def test_progress_is_told(corpus):
    told = []
    sentences = [sentence for lesson in lessons(corpus) for sentence in lesson.sentences()]
    learn(sentences, QUICK, lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


def test_what_is_no_corpus_is_refused(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("ليس هذا متنا معلما", encoding="utf-8")
    with pytest.raises(GoldUnreadable, match=r"notes\.txt, line 1"):
        build([path], QUICK)


def test_model_says_what_it_was_made_from(model, corpus):
    (about,) = model.about["corpora"]
    assert about["file"] == corpus.name
    assert about["tokens"] == len(corpus.read_text(encoding="utf-8").split()) // 2

# SPDX-License-Identifier: GPL-3.0-or-later
"""Features of a token are numbers that depend on nothing but the text."""

import subprocess
import sys

import numpy as np
import pytest
from any_text import texts
from hypothesis import given, settings

from reader.recognisers.lexicon import shipped_lexicon
from reader.recognisers.paragraphs import ParagraphReader
from reader.recognisers.tagger.features import BUCKETS, REACH, TEMPLATES, FeatureExtractor, feature_ids

TEXT = "زار الوزير محمود درويش مدينة باكو.\nوعاد درويش منها (أمس) إلى «بيته»."
READER = ParagraphReader(shipped_lexicon())


def ids_of(text, extractor=None):
    return feature_ids(extractor or FeatureExtractor(), READER.read(text))


def test_each_token_has_a_number_for_each_template():
    first, second = ids_of(TEXT)
    assert first.shape == (7, len(TEMPLATES))
    assert first.min() >= 0
    assert max(first.max(), second.max()) < BUCKETS


def test_asking_again_gives_the_same_numbers():
    extractor = FeatureExtractor()
    once, again = ids_of(TEXT, extractor), ids_of(TEXT, extractor)
    assert all((one == other).all() for one, other in zip(once, again, strict=True))


def test_other_process_gives_the_same_numbers():
    program = (
        "import sys, zlib; sys.path.insert(0, 'tests'); from recognisers.tagger.test_features import *;"
        "print(hash('x') and [zlib.crc32(ids.tobytes()) for ids in ids_of(TEXT)])"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, check=True, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_what_is_far_away_in_another_paragraph_does_not_matter():
    alone = ids_of("عاد سلمان مساء")[0]
    together = ids_of("عاد سلمان مساء\nوصل القطار")[0]
    assert (alone == together).all()


def test_words_beyond_reach_do_not_matter():
    far = " ".join(["كلمة"] * (REACH + 1))
    one, other = ids_of(f"نهر {far} باكو")[0][-1], ids_of(f"قلم {far} باكو")[0][-1]
    assert (one == other).all()


def test_name_that_stands_elsewhere_with_a_title_has_a_feature_of_it():
    alone = ids_of("وعاد فلانوف مساء")[0][1]
    known = ids_of("وعاد فلانوف مساء\nقال الدكتور فلانوف")[0][1]
    changed = {TEMPLATES[index].group.value for index in np.flatnonzero(alone != known)}
    assert changed == {"document"}


def test_vowels_do_not_hide_the_word():
    plain, vocalised = ids_of("زار محمود باكو")[0], ids_of("زَارَ مَحْمُودُ بَاكُو")[0]
    assert (plain == vocalised).mean() > 0.95


@given(texts)
@settings(max_examples=100, deadline=None)
def test_any_text_has_features(text):
    assert all((ids >= 0).all() and (ids < BUCKETS).all() for ids in ids_of(text))


def test_long_paragraphs_are_cut_behind_sentences():
    table = FeatureExtractor().table(READER.read("كتب الولد درسا . " * 40 + "x " * 500))
    sequences = table.sequences(24, 160)
    assert [after - first for first, after in sequences if after - first > 160] == []
    assert sequences[0] == (0, 24)
    assert [first for first, _ in sequences[1:]] == [after for _, after in sequences[:-1]]
    assert sequences[-1][1] == len(table)


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_no_tokens_have_no_features(text):
    assert ids_of(text) == []

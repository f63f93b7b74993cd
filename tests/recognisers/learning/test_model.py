# SPDX-License-Identifier: GPL-3.0-or-later
"""A model goes into bytes and comes back; other bytes are refused, whatever they are; it never grows too large."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model.ids import TagId
from reader.recognisers.learning import codec
from reader.recognisers.learning.chains import Record, TagChain
from reader.recognisers.learning.confidence import MOST_FEATURES, ConfidenceModel
from reader.recognisers.learning.memory import MOST_FORMS, FormCount, FormMemory
from reader.recognisers.learning.model import (
    MOST_CHAINS,
    LearnedModel,
    TaggerChange,
    pack,
    revision_of,
    unpack,
)
from reader.recognisers.learning.weights import SparseWeights
from reader.recognisers.tagger.features import BUCKETS

LABELS = ("O", "B-PER", "I-PER")


def weights_of(count, n_labels=3, seed=0):
    random = np.random.default_rng(seed)
    ids = np.sort(random.choice(np.arange(1, BUCKETS), count, replace=False)).astype(np.int32)
    rows = random.normal(0, 1, (count, n_labels)).astype(np.float32)
    return SparseWeights.of(ids, rows, random.integers(0, 50, count).astype(np.float32))


def model_of(**fields):
    given = {
        "memory": FormMemory({("باكو", TagId("place")): FormCount(3, 1, 2), ("𞸀 😀 بَا", TagId("x")): FormCount(1)}),
        "confidence": ConfidenceModel({"place form باكو": -0.25}),
        "tagger": TaggerChange(labels=LABELS, weights=weights_of(50)),
        "chains": {TagId("x"): TagChain(TagId("x"), weights_of(20), Record(3.0, 1.0, 2.0), 12)},
        "features": "abc",
    }
    return LearnedModel(**(given | fields))


def test_a_model_comes_back_as_it_was():
    given = model_of()
    found, more = unpack(pack(given, {"a": ["ب"]}))

    assert found.memory == given.memory
    assert found.confidence.weights == given.confidence.weights
    assert (found.tagger.labels, len(found.tagger.weights)) == (LABELS, 50)
    assert (found.chains["x"].record, found.chains["x"].examples) == (Record(3.0, 1.0, 2.0), 12)
    assert more == {"a": ["ب"]}
    ids = np.arange(1, 2001, dtype=np.int32).reshape(20, 100)
    assert np.allclose(found.tagger.weights.scores(ids), given.tagger.weights.scores(ids), atol=0.02)


def test_the_same_model_has_the_same_bytes():
    assert pack(model_of()) == pack(model_of())
    assert revision_of(pack(model_of())) != revision_of(pack(model_of(features="other")))


def test_an_empty_model_comes_back_empty():
    assert unpack(pack(LearnedModel()))[0].is_empty


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 255))
def test_a_changed_byte_is_noticed(place, change):
    content = bytearray(pack(model_of()))
    content[place % len(content)] ^= change

    with pytest.raises(ValueError):
        unpack(bytes(content))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_refused_with_a_reason(content):
    for hostile in (content, codec.MAGIC + content, pack(model_of())[: len(content)]):
        with pytest.raises(ValueError):
            unpack(hostile)


@pytest.mark.parametrize(
    ("values", "arrays"),
    [
        ({}, {}),
        ({"features": "", "labels": 3, "forms": [], "confidence": {}, "chains": [], "more": {}}, {}),
        ({"features": "", "labels": [], "forms": [["a"]], "confidence": {}, "chains": [], "more": {}}, {}),
        (
            {"features": "", "labels": [], "forms": [["a", "b", -1, 0, 0]], "confidence": {}, "chains": [], "more": {}},
            {},
        ),
        ({"features": "", "labels": [], "forms": [], "confidence": {"a": "b"}, "chains": [], "more": {}}, {}),
        ({"features": "", "labels": ["O"], "forms": [], "confidence": {}, "chains": [], "more": {}}, {}),
    ],
)
def test_well_packed_nonsense_is_refused(values, arrays):
    with pytest.raises(ValueError):
        unpack(codec.packed(values, arrays))


def test_weights_for_features_that_do_not_exist_are_refused():
    with pytest.raises(ValueError):
        SparseWeights.of(np.array([BUCKETS], np.int32), np.zeros((1, 3), np.float32), np.zeros(1, np.float32))


def test_a_bomb_is_not_unpacked():
    import zlib

    bomb = zlib.compress(b"\0" * (80 << 20), 9)

    with pytest.raises(ValueError, match="too much"):
        codec.unpacked(codec.MAGIC + codec._digest(bomb) + bomb)


def test_the_largest_model_stays_within_its_bound():
    random = np.random.default_rng(5)
    forms = {
        (f"{random.integers(1 << 40):x} {random.integers(1 << 40):x}", TagId("place")): FormCount(int(i % 9) + 1)
        for i in range(MOST_FORMS * 2)
    }
    confidence = {f"place form {random.integers(1 << 60):x}": float(random.normal()) for _ in range(MOST_FEATURES * 2)}
    chains = {
        TagId(str(i)): TagChain(TagId(str(i)), weights_of(30_000, 3, i), Record(), i) for i in range(MOST_CHAINS + 5)
    }
    large = LearnedModel(
        memory=FormMemory(forms),
        confidence=ConfidenceModel(confidence),
        tagger=TaggerChange(labels=LABELS * 3, weights=weights_of(200_000, 9)),
        chains=chains,
    )

    assert len(pack(large)) <= codec.MOST_BYTES


def test_tags_are_renamed_and_those_that_are_not_there_left_out():
    found = model_of().of_tags({TagId("x"): TagId("mine")}, {TagId("mine")})

    assert [form for form, _ in found.memory.items()] == [("𞸀 😀 بَا", "mine")]
    assert list(found.chains) == ["mine"]
    assert found.confidence.weights == {}


def test_what_others_taught_is_added_and_the_own_word_counts():
    own = model_of(memory=FormMemory({("باكو", TagId("place")): FormCount(refused=1)}))

    both = own.over(model_of())

    assert both.memory.count("باكو", TagId("place")).is_refused
    ids = np.arange(1, 201, dtype=np.int32).reshape(2, 100)
    assert np.allclose(both.tagger.weights.scores(ids), 2 * own.tagger.weights.scores(ids), atol=1e-4)


def test_weights_for_another_tagger_are_not_used():
    scores = np.zeros((2, 3), np.float32)
    ids = np.arange(1, 201, dtype=np.int32).reshape(2, 100)

    assert model_of().adjust(scores, ids, ("O", "B-LOC", "I-LOC")) is scores
    assert model_of().adjust(scores, ids, LABELS) is not scores

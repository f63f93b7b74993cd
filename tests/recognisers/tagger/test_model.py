# SPDX-License-Identifier: GPL-3.0-or-later
"""Weights go to a file and come back; a file that is missing, damaged or of another version is named."""

import json
import time

import numpy as np
import pytest

from reader.errors import RecogniserUnavailable
from reader.recognisers.tagger.model import MAGIC, MODEL_NAME, Weights, pack, read_model, unpack
from reader.recognisers.tagger.tagging import Tagger
from reader.resources import resource


def test_model_comes_back_as_it_was(model):
    again = unpack(pack(model))
    assert (again.labels, again.calibration, dict(again.about)) == (model.labels, model.calibration, dict(model.about))
    assert (again.features == model.features).all()
    assert (again.weights == model.weights).all()
    assert all((one == other).all() for one, other in zip(again.chain, model.chain, strict=True))


def header_changed(content, **fields):
    line, rest = content[len(MAGIC) :].split(b"\n", 1)
    return MAGIC + json.dumps(json.loads(line) | fields).encode() + b"\n" + rest


DAMAGES = {
    "empty": lambda _: b"",
    "other file": lambda _: b"PK\x03\x04" * 100,
    "cut short": lambda content: content[:-9],
    "longer": lambda content: content + b"x",
    "one bit": lambda content: content[:-40] + bytes([content[-40] ^ 4]) + content[-39:],
    "no header": lambda content: MAGIC + content[-200:],
    "header no object": lambda content: MAGIC + b"[1]\n" + content.split(b"\n", 2)[2],
    "header not UTF-8": lambda content: MAGIC + b"\xff\xfe\n" + content.split(b"\n", 2)[2],
    "other templates": lambda content: header_changed(content, templates="00000000"),
    "fewer features": lambda content: header_changed(content, features=1),
    "negative features": lambda content: header_changed(content, features=-5),
    "other labels": lambda content: header_changed(content, labels=["O", "B-PER"]),
    "no calibration": lambda content: header_changed(content, calibration={"PER": [1]}),
    "wrong checksum": lambda content: header_changed(content, crc32=1),
}


@pytest.mark.parametrize("kind", DAMAGES)
def test_damaged_file_is_named(model, tmp_path, kind):
    path = tmp_path / "weights.bin"
    path.write_bytes(DAMAGES[kind](pack(model)))
    with pytest.raises(RecogniserUnavailable) as caught:
        Tagger.load(path)
    assert str(path) in str(caught.value)


def test_missing_file_is_named(tmp_path):
    with pytest.raises(RecogniserUnavailable, match=r"gone\.bin"):
        Tagger.load(tmp_path / "gone.bin")


def test_scores_are_sums_of_the_features_weights(model):
    ids = np.array([[model.features[0], model.features[1], 0], [0, 0, 0]], np.int32)
    wanted = (model.weights[0].astype(float) + model.weights[1]) / 64
    found = Weights(model).scores(ids)
    assert found[0] == pytest.approx(wanted)
    assert not found[1].any()


def test_shipped_weights_are_small_name_their_corpora_and_load_at_once():
    path = resource(MODEL_NAME)
    assert path.stat().st_size < 5_000_000
    started = time.perf_counter()
    model = read_model(path)
    Weights(model)
    assert time.perf_counter() - started < 2
    assert all("CC BY-SA" in corpus["credit"] for corpus in model.about["corpora"])

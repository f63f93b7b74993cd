# SPDX-License-Identifier: GPL-3.0-or-later
"""GLiNER models: what is asked for in words is found at the code points where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from recognisers.neural import tiny_models

from reader.errors import Cancelled, ModelUnusable
from reader.recognisers.neural import NeuralChoice, load
from reader.recognisers.neural.recogniser import NeuralRecogniser

WORDS = ["زار", "الوزير", "مدينة", "باكو", "رسالة", "الأمم", "المتحدة", "الطالب", "baku", "person", "place"]
NAMES = {
    ("باكو", "باكو"): "place",
    ("baku", "baku"): "place",
    ("الطالب", "الطالب"): "person",
    ("الأمم", "المتحدة"): "place",
}
TAGS = (("person", "person"), ("place", "place"))


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> NeuralRecogniser:
    folder = tiny_models.save_span_model(tmp_path_factory.mktemp("gliner"), WORDS, NAMES)
    return load(NeuralChoice(folder=folder, tags=TAGS))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("زار الوزير مدينة باكو يوم الاثنين", [("باكو", "place")]),
        ("كَتَبَ الطَّالِبُ رِسَالَةً", [("الطَّالِبُ", "person")]),
        ("مدينة باكو (Baku) 150", [("باكو", "place"), ("Baku", "place")]),
        ("𞸀 😀 باكو 𞸁𞸂 باكو", [("باكو", "place")] * 2),
        ("وقال الأُمَمُ المُتَّحِدَةُ، باكو", [("الأُمَمُ المُتَّحِدَةُ", "place"), ("باكو", "place")]),
        ("الأمم رسالة المتحدة", [("الأمم رسالة المتحدة", "place")]),
        ("المتحدة الأمم", []),
    ],
)
def test_what_is_asked_for_is_found_where_it_stands(model, found, text, wanted) -> None:
    assert found(model, text) == wanted


def test_a_stretch_wider_than_the_model_allows_is_not_found(model, found) -> None:
    assert found(model, "الأمم رسالة رسالة رسالة المتحدة") == []


def test_long_paragraphs_are_read_to_their_end(model, found) -> None:
    for stop in ("", "."):
        text = f"زار الأمم المتحدة مدينة باكو{stop} رسالة " * 200
        assert found(model, text) == [("الأمم المتحدة", "place"), ("باكو", "place")] * 200


def test_a_name_at_any_place_of_a_long_paragraph_is_found_once(model, found) -> None:
    for before in range(60):
        text = "مدينة " * before + "الأمم المتحدة " + "رسالة " * 60
        assert found(model, text) == [("الأمم المتحدة", "place")]


def test_words_without_end_and_texts_without_words_are_read(model, found) -> None:
    assert found(model, "ا" * 50_000 + " باكو") == [("باكو", "place")]
    assert found(model, " \n\u200f\n") == []


def test_it_stops_between_two_batches(tmp_path: Path, read) -> None:
    folder = tiny_models.save_span_model(tmp_path, WORDS, NAMES)
    model = load(NeuralChoice(folder=folder, tags=TAGS, batch_pieces=8))
    told: list[tuple[int, int]] = []
    with pytest.raises(Cancelled):
        model.find(
            read("\n".join(f"باكو {number}" for number in range(20))),
            lambda: len(told) >= 3,
            lambda done, total: told.append((done, total)),
        )

    assert told == [(1, 20), (2, 20), (3, 20)]


def test_the_last_piece_speaks_for_a_word_where_the_model_was_trained_so(tmp_path: Path, found) -> None:
    words = ["زار", "باكو", "ون", "person", "place"]
    folder = tiny_models.save_span_model(tmp_path, words, {("ون", "ون"): "place"}, config={"subtoken_pooling": "last"})

    tokenizer_speaks_in_pieces = "باكوون"
    tiny_models.score_piece(folder, "##ون", "place")
    model = load(NeuralChoice(folder=folder, tags=TAGS))
    assert found(model, f"زار {tokenizer_speaks_in_pieces}") == [(tokenizer_speaks_in_pieces, "place")]


@pytest.mark.parametrize(
    ("tags", "config", "problem"),
    [
        ((("person", ""),), {}, "no-kinds"),
        ((("person", "person"),), {}, "mismatch"),
        (TAGS, {"max_width": 7}, "mismatch"),
        (TAGS, {"max_width": "wide"}, "damaged"),
        (TAGS, {"ent_token": "<<NONE>>"}, "mismatch"),
        (tuple((f"kind {number}", "person") for number in range(400)), {}, "too-many-kinds"),
    ],
)
def test_what_does_not_fit_is_told(tmp_path: Path, found, tags, config, problem) -> None:
    folder = tiny_models.save_span_model(tmp_path, WORDS, NAMES, config=config)
    with pytest.raises(ModelUnusable) as told:
        found(load(NeuralChoice(folder=folder, tags=tags)), "مدينة باكو")

    assert (told.value.problem, told.value.folder) == (problem, folder)


def test_a_model_with_other_inputs_is_told(tmp_path: Path) -> None:
    folder = tiny_models.save_span_model(tmp_path / "spans", WORDS, NAMES)
    labels = tiny_models.save_label_model(tmp_path / "labels", tiny_models.word_piece(WORDS), {})
    (folder / "model.onnx").write_bytes((labels / "model.onnx").read_bytes())
    with pytest.raises(ModelUnusable, match="span_idx"):
        load(NeuralChoice(folder=folder))

# SPDX-License-Identifier: GPL-3.0-or-later
"""Token classification: names at the code points where they stand, whatever the tokenizer and the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import TEXTS
from recognisers.neural import tiny_models

from reader.errors import Cancelled
from reader.recognisers.neural import NeuralChoice, load
from reader.recognisers.neural.labels import Label
from reader.recognisers.neural.recogniser import NeuralRecogniser
from reader.recognisers.neural.token_labels import grouped

WORDS = ["زار", "الوزير", "مدينة", "باكو", "الطالب", "رسالة", "إلى", "وقال", "محمد", "علي", "الدين", "Baku", "baku"]
SAID = {"باكو": "B-LOC", "الطالب": "B-PER", "محمد": "B-PER", "علي": "I-PER"}
WANTED = {
    "plain": [("باكو", "place")],
    "vocalised": [("الطَّالِبُ", "person")],
    "mixed": [("باكو", "place"), ("Baku", "place")],
    "astral": [("باكو", "place")],
}
TOKENIZERS = {
    "word pieces": (tiny_models.word_piece, "baku"),
    "sentence pieces": (tiny_models.sentence_piece, "Baku"),
    "byte pairs": (tiny_models.byte_pairs, "Baku"),
}


@pytest.fixture(scope="module", params=TOKENIZERS)
def any_model(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> NeuralRecogniser:
    make, baku = TOKENIZERS[request.param]
    everything = sorted({word.strip("().\u200d") for text in TEXTS.values() for word in text.split()} - set(WORDS))
    tokenizer = make([*WORDS, *everything])
    folder = tmp_path_factory.mktemp("model")
    return load(NeuralChoice(folder=tiny_models.save_label_model(folder, tokenizer, {**SAID, baku: "B-LOC"})))


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> NeuralRecogniser:
    folder = tmp_path_factory.mktemp("model")
    said = {**SAID, "و": "O", "##باكو": "B-LOC"}
    return load(NeuralChoice(folder=tiny_models.save_label_model(folder, tiny_models.word_piece(WORDS), said)))


@pytest.mark.parametrize("kind", WANTED)
def test_names_are_found_where_they_stand(any_model: NeuralRecogniser, found, kind: str) -> None:
    assert found(any_model, TEXTS[kind]) == WANTED[kind]


def test_a_name_of_several_words_is_one(model: NeuralRecogniser, found) -> None:
    assert found(model, "زار مُحَمَّدٌ عليّ مدينة باكو 😀") == [("مُحَمَّدٌ عليّ", "person"), ("باكو", "place")]


def test_a_finding_says_who_found_it_and_how_sure_it_is(model: NeuralRecogniser, read) -> None:
    ((each,),) = model.find(read("مدينة باكو"))

    assert (each.source, each.reason) == ("neural", "the neural model calls it “LOC”")
    assert 0.9 < each.confidence < 1
    assert (each.first, each.after) == (1, 2)


def test_what_is_found_begins_behind_the_clitics(tmp_path: Path, found) -> None:
    tokenizer = tiny_models.word_piece([*WORDS, "وباكو", "بالقاهرة"])
    said = {"وباكو": "B-LOC", "بالقاهرة": "B-LOC"}
    model = load(NeuralChoice(folder=tiny_models.save_label_model(tmp_path, tokenizer, said)))

    assert found(model, "زار وباكو وبَاكُو") == [("باكو", "place"), ("بَاكُو", "place")]
    assert found(model, "زار بالقاهرة") == [("القاهرة", "place")]


def test_a_piece_behind_the_clitics_can_begin_the_name(tmp_path: Path, found) -> None:
    tokenizer = tiny_models.word_piece([*WORDS, "و", "سمرقند"])
    folder = tiny_models.save_label_model(tmp_path, tokenizer, {})
    tiny_models.say_of_piece(folder, tokenizer, "##سمرقند", "B-LOC")

    assert found(load(NeuralChoice(folder=folder)), "زار وَسَمَرْقَنْدَ") == [("سَمَرْقَنْدَ", "place")]


def test_long_paragraphs_are_read_to_their_end(model: NeuralRecogniser, found) -> None:
    for stop in ("", ". "):
        text = f"زار محمد علي مدينة باكو{stop} رسالة إلى " * 300
        assert found(model, text) == [("محمد علي", "person"), ("باكو", "place")] * 300


def test_a_name_across_the_border_of_two_windows_is_found_whole(model: NeuralRecogniser, found) -> None:
    for before in range(80):
        text = "مدينة " * before + "محمد علي " + "رسالة " * 80
        assert found(model, text) == [("محمد علي", "person")]


def test_small_batches_find_the_same(tmp_path: Path, found) -> None:
    folder = tiny_models.save_label_model(tmp_path, tiny_models.word_piece(WORDS), SAID)
    text = "\n".join("مدينة " * number + "باكو" for number in range(70))

    for batch_pieces in (1, 100, 5000):
        assert len(found(load(NeuralChoice(folder=folder, batch_pieces=batch_pieces, threads=1)), text)) == 70


def test_a_model_of_a_fixed_size_is_filled_up(tmp_path: Path, found) -> None:
    folder = tiny_models.save_label_model(tmp_path, tiny_models.word_piece(WORDS), SAID, shape=(2, 16))

    text = "مدينة باكو\n" * 3 + "رسالة " * 40 + "باكو"
    assert found(load(NeuralChoice(folder=folder)), text) == [("باكو", "place")] * 4


def test_words_without_end_and_texts_without_words_are_read(model: NeuralRecogniser, found) -> None:
    assert found(model, "ا" * 50_000 + " باكو") == [("باكو", "place")]
    assert found(model, "") == []
    assert found(model, " \n\u200f\n…") == []
    assert found(model, "\ud800باكو \udfff باكو") == [("باكو", "place")] * 2


def test_it_stops_between_two_batches_and_tells_how_far_it_is(tmp_path: Path, read) -> None:
    folder = tiny_models.save_label_model(tmp_path, tiny_models.word_piece(WORDS), SAID)
    model = load(NeuralChoice(folder=folder, batch_pieces=8))
    told: list[tuple[int, int]] = []
    with pytest.raises(Cancelled):
        model.find(
            read("\n".join(f"باكو {number}" for number in range(20))),
            lambda: len(told) >= 3,
            lambda done, total: told.append((done, total)),
        )

    assert [total for _, total in told] == [20, 20, 20]
    assert sorted(told) == told


def test_paragraphs_read_before_cost_nothing(tmp_path: Path, read) -> None:
    folder = tiny_models.save_label_model(tmp_path, tiny_models.word_piece(WORDS), SAID)
    model = load(NeuralChoice(folder=folder))
    told: list[int] = []
    first = model.find(read("مدينة باكو\nرسالة 😀"), progress=lambda _done, total: told.append(total))
    again = model.find(read("محمد\nمدينة باكو\nمدينة باكو\n"), progress=lambda _done, total: told.append(total))

    assert told == [2, 1]
    assert [(each.start, each.end, each.tag) for paragraph in first for each in paragraph] == [(6, 10, "place")]
    assert [(each.start, each.end, each.tag) for paragraph in again for each in paragraph] == [
        (0, 4, "person"),
        (11, 15, "place"),
        (22, 26, "place"),
    ]


def test_findings_less_sure_than_the_threshold_are_dropped(tmp_path: Path, found) -> None:
    folder = tiny_models.save_label_model(tmp_path, tiny_models.word_piece(WORDS), SAID)

    assert found(load(NeuralChoice(folder=folder, threshold=0.99)), "مدينة باكو") == []


def test_the_user_says_what_a_label_is(tmp_path: Path, found) -> None:
    labels = ("O", "HERO", "PLACE", "MISC")
    said = {"محمد": "HERO", "علي": "HERO", "باكو": "PLACE", "رسالة": "MISC"}
    folder = tiny_models.save_label_model(tmp_path, tiny_models.word_piece(WORDS), said, labels=labels)

    usual = load(NeuralChoice(folder=folder))
    chosen = load(NeuralChoice(folder=folder, tags=(("HERO", "my-tag"), ("PLACE", ""))))
    assert usual.kinds == ("HERO", "PLACE", "MISC")
    assert found(usual, "محمد علي رسالة باكو") == [("باكو", "place")]
    assert found(chosen, "محمد علي رسالة باكو") == [("محمد علي", "my-tag")]
    assert usual.identity != chosen.identity


def test_the_identity_is_that_of_the_files(tmp_path: Path) -> None:
    tokenizer = tiny_models.word_piece(WORDS)
    one, same, other = (tmp_path / name / "model" for name in ("a", "b", "c"))
    for folder, said in ((one, SAID), (same, SAID), (other, {**SAID, "رسالة": "B-ORG"})):
        tiny_models.save_label_model(folder, tokenizer, said)

    identities = [load(NeuralChoice(folder=folder)).identity for folder in (one, same, other)]
    assert identities[0] == identities[1] != identities[2]


@pytest.mark.parametrize(
    ("labels", "wanted"),
    [
        ("B-PER I-PER O B-PER", [(0, 2, "PER"), (3, 4, "PER")]),
        ("B-PER B-PER I-LOC", [(0, 1, "PER"), (1, 2, "PER"), (2, 3, "LOC")]),
        ("I-PER I-PER", [(0, 2, "PER")]),
        ("B-PER I-PER E-PER I-PER S-PER O", [(0, 3, "PER"), (3, 4, "PER"), (4, 5, "PER")]),
        ("B-PER L-PER U-PER U-LOC", [(0, 2, "PER"), (2, 3, "PER"), (3, 4, "LOC")]),
        ("PER PER LOC O LOC", [(0, 2, "PER"), (2, 3, "LOC"), (4, 5, "LOC")]),
        ("PER-B PER-I O ORG_S", [(0, 2, "PER"), (3, 4, "ORG")]),
        ("O O", []),
    ],
)
def test_every_scheme_of_labels_is_read(labels: str, wanted: list[tuple[int, int, str]]) -> None:
    from reader.recognisers.neural.labels import parsed

    said: list[Label] = [parsed(name) for name in labels.split()]
    assert list(grouped(said)) == wanted

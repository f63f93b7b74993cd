# SPDX-License-Identifier: GPL-3.0-or-later
"""Folders that do not hold what they should: told before anything in them is loaded, and nothing outside is read."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import onnx
import pytest
from recognisers.neural import tiny_models

from reader.errors import ModelUnusable, RecogniserUnavailable
from reader.recognisers.neural import Kind, NeuralChoice, load, look_into
from reader.recognisers.neural.onnx_file import external_files

WORDS = ["مدينة", "باكو"]
SAID = {"باكو": "B-LOC"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tiny_models.save_label_model(tmp_path / "نموذج model", tiny_models.word_piece(WORDS), SAID)


def problem_of(folder: Path) -> str:
    with pytest.raises(RecogniserUnavailable) as told:
        load(NeuralChoice(folder=folder)).find([])
    assert isinstance(told.value, ModelUnusable)
    assert str(folder) in str(told.value)
    return told.value.problem


def test_a_folder_tells_what_it_holds(folder: Path) -> None:
    found = look_into(folder)

    assert (found.kind, found.kinds, found.limit) == (Kind.LABELS, ("PER", "LOC", "ORG"), 64)
    assert found.name == "نموذج model"
    assert found.size_bytes == (folder / "model.onnx").stat().st_size


def test_the_model_may_lie_where_exporters_put_it(folder: Path) -> None:
    (folder / "onnx").mkdir()
    (folder / "model.onnx").rename(folder / "onnx" / "model_quantized.onnx")

    assert look_into(folder).model == folder / "onnx" / "model_quantized.onnx"


@pytest.mark.parametrize("name", ["model.onnx", "config.json", "tokenizer.json"])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(ModelUnusable, match=name):
        look_into(folder)


@pytest.mark.parametrize("name", ["model.onnx", "config.json", "tokenizer.json"])
@pytest.mark.parametrize("content", [b"", b"\x00\xff\x07garbage", b"[]", b"{}", b'{"id2label": {"0": "O", "7": "B"}}'])
def test_a_damaged_file_is_named(folder: Path, name: str, content: bytes) -> None:
    (folder / name).write_bytes(content)
    with pytest.raises(ModelUnusable, match=name.replace(".", r"\.")):
        load(NeuralChoice(folder=folder))


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json"])
def test_a_file_cut_short_is_told(folder: Path, name: str) -> None:
    whole = (folder / name).read_bytes()
    (folder / name).write_bytes(whole[: len(whole) // 2])

    assert problem_of(folder) == "damaged"


def test_no_folder_is_told(tmp_path: Path) -> None:
    assert problem_of(tmp_path / "nowhere") == "no-folder"
    assert problem_of(tmp_path / "file.txt") == "no-folder"


def test_other_labels_than_the_model_gives_are_told(tmp_path: Path, found) -> None:
    folder = tiny_models.save_label_model(tmp_path, tiny_models.word_piece(WORDS), SAID, outputs=9)
    with pytest.raises(ModelUnusable, match="7 labels") as told:
        found(load(NeuralChoice(folder=folder)), "مدينة باكو")

    assert told.value.problem == "mismatch"


def test_a_tokenizer_of_another_model_is_told(folder: Path) -> None:
    tiny_models.word_piece([f"كلمة{number}" for number in range(900)]).save(str(folder / "tokenizer.json"))

    assert problem_of(folder) == "mismatch"


def test_a_model_for_something_else_is_told(folder: Path) -> None:
    config = json.loads((folder / "config.json").read_text("utf-8"))
    (folder / "config.json").write_text(json.dumps({**config, "id2label": {}}))

    assert problem_of(folder) == "no-labels"


def test_operators_from_outside_are_refused(folder: Path) -> None:
    model = onnx.load(folder / "model.onnx")
    model.graph.node[0].domain = "somebody.else"
    model.opset_import.append(onnx.helper.make_opsetid("somebody.else", 1))
    (folder / "model.onnx").write_bytes(model.SerializeToString())

    assert problem_of(folder) == "damaged"


@pytest.mark.parametrize(
    "location", ["../weights.bin", "/etc/passwd", "a/../../weights.bin", "..\\weights.bin", "C:weights.bin", ""]
)
def test_weights_outside_the_folder_are_refused(folder: Path, location: str) -> None:
    (folder.parent / "weights.bin").write_bytes(b"\0" * 100_000)
    tiny_models.with_weights_at(folder, location)

    assert problem_of(folder) == "outside"


def test_a_link_out_of_the_folder_is_refused(folder: Path) -> None:
    (folder.parent / "weights.bin").write_bytes(b"\0" * 100_000)
    (folder / "weights.bin").symlink_to(folder.parent / "weights.bin")
    tiny_models.with_weights_at(folder, "weights.bin")

    assert problem_of(folder) == "outside"


def test_weights_in_a_graph_within_the_graph_are_seen(folder: Path) -> None:
    inner = onnx.load(
        tiny_models.with_weights_at(folder, "../hidden.bin") / "model.onnx", load_external_data=False
    ).graph
    branch = onnx.helper.make_node("If", ["yes"], ["out"], then_branch=inner, else_branch=inner)
    graph = onnx.helper.make_graph([branch], "outer", [], [])
    (folder / "model.onnx").write_bytes(onnx.helper.make_model(graph).SerializeToString())

    assert external_files(folder / "model.onnx") == ["../hidden.bin"]


def test_weights_inside_the_folder_are_read(folder: Path, found: Callable[..., object]) -> None:
    model = onnx.load(folder / "model.onnx")
    onnx.save(model, folder / "model.onnx", save_as_external_data=True, location="weights.bin", size_threshold=0)

    assert external_files(folder / "model.onnx") == ["weights.bin"]
    assert found(load(NeuralChoice(folder=folder)), "مدينة باكو") == [("باكو", "place")]


def test_missing_weights_are_named(folder: Path) -> None:
    tiny_models.with_weights_at(folder, "weights.bin")
    with pytest.raises(ModelUnusable, match=r"weights\.bin is missing"):
        look_into(folder)


def test_without_the_extra_it_says_what_to_install(folder: Path) -> None:
    script = (
        "import sys; sys.modules['onnxruntime'] = None\n"
        "from pathlib import Path\n"
        "from reader.recognisers.neural import NeuralChoice, load, require_extra\n"
        "for use in (require_extra, lambda folder: load(NeuralChoice(folder=folder))):\n"
        "    try: use(Path(sys.argv[1]))\n"
        "    except Exception as error: print(type(error).__name__, error)\n"
    )
    told = subprocess.run([sys.executable, "-c", script, str(folder)], capture_output=True, text=True, check=True)

    assert told.stdout.count("ModelUnusable") == 2
    assert told.stdout.count("hashiya[neural]") == 2


def test_looking_into_a_folder_loads_no_library(folder: Path) -> None:
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from reader.recognisers.neural import look_into\n"
        "look_into(Path(sys.argv[1]))\n"
        "print(sorted({'numpy', 'onnxruntime', 'tokenizers', 'onnx'} & set(sys.modules)))\n"
    )
    told = subprocess.run([sys.executable, "-c", script, str(folder)], capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "[]"

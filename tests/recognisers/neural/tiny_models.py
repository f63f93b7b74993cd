# SPDX-License-Identifier: GPL-3.0-or-later
"""Small models made for the tests: each piece of a word has its label or its score written into the graph."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

LABELS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG")
GLINER_KINDS = ("person", "place")
WIDTH = 4
MARKS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
Json = dict[str, Any]


def word_piece(words: Sequence[str], added: Sequence[str] = ()) -> Tokenizer:
    """As BERT's: lower case, without accents; a word that is not listed falls into its letters."""
    normaliser = normalizers.BertNormalizer(lowercase=True, strip_accents=True)
    words = [normaliser.normalize_str(word) for word in words]
    letters = sorted({letter for word in words for letter in word} | set("abcdefghijklmnopqrstuvwxyz0123456789"))
    pieces = [*MARKS, *added, *words, *letters, *(f"##{each}" for each in [*letters, *words])]
    numbers = {piece: number for number, piece in enumerate(dict.fromkeys(pieces))}
    tokenizer = Tokenizer(models.WordPiece(numbers, unk_token="[UNK]", max_input_chars_per_word=200))
    tokenizer.normalizer = normaliser
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return _framed(tokenizer, added)


def sentence_piece(words: Sequence[str]) -> Tokenizer:
    """As XLM-R's: spaces are part of the pieces."""
    pieces = [*((mark, 0.0) for mark in MARKS), ("▁", -2.0), *((f"▁{word}", -3.0) for word in words)]
    letters = sorted({letter for word in words for letter in word})
    tokenizer = Tokenizer(models.Unigram([*pieces, *((letter, -9.0) for letter in letters)], unk_id=1))
    tokenizer.normalizer = normalizers.NFKC()
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.decoder = decoders.Metaspace()
    return _framed(tokenizer)


def byte_pairs(words: Sequence[str]) -> Tokenizer:
    """As GPT's and RoBERTa's: pieces of bytes, which cut letters in two."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=True)
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(
        vocab_size=2000, special_tokens=list(MARKS), initial_alphabet=alphabet, show_progress=False
    )
    tokenizer.train_from_iterator([f" {word}" for word in words for _ in range(9)], trainer)
    return _framed(tokenizer)


def save_label_model(
    folder: Path,
    tokenizer: Tokenizer,
    said: Mapping[str, str],
    *,
    labels: Sequence[str] = LABELS,
    config: Json | None = None,
    outputs: int | None = None,
    shape: Sequence[int | str] = ("batch", "pieces"),
) -> Path:
    """A model for token classification; ``said`` maps words to what it calls their first piece (the rest is O)."""
    folder.mkdir(parents=True, exist_ok=True)
    table = np.full((tokenizer.get_vocab_size(), outputs or len(labels)), -4.0, dtype=np.float32)
    table[:, 0] = 0.0
    for word, label in said.items():
        for number in first_pieces(tokenizer, word):
            table[number, list(labels).index(label)] = 4.0
    ids, mask = (
        helper.make_tensor_value_info(name, TensorProto.INT64, shape) for name in ("input_ids", "attention_mask")
    )
    logits = helper.make_tensor_value_info("logits", TensorProto.FLOAT, [*shape, table.shape[1]])
    node = helper.make_node("Gather", ["table", "input_ids"], ["logits"])
    graph = helper.make_graph([node], "tiny", [ids, mask], [logits], [numpy_helper.from_array(table, "table")])
    onnx.save(_model(graph), folder / "model.onnx")
    tokenizer.save(str(folder / "tokenizer.json"))
    told = {
        "model_type": "bert",
        "vocab_size": tokenizer.get_vocab_size(),
        "id2label": {str(number): label for number, label in enumerate(labels)},
        "max_position_embeddings": 64,
    }
    (folder / "config.json").write_text(json.dumps({**told, **(config or {})}, ensure_ascii=False), "utf-8")
    return folder


def first_pieces(tokenizer: Tokenizer, word: str) -> set[int]:
    """The number of the word's first piece at the beginning of a text, behind a space, a Latin one's in brackets."""
    found = set()
    for before in ("", "و ", "(") if word.isascii() else ("", "و "):
        encoding = tokenizer.encode(before + word)
        begins = [start for start, _ in encoding.offsets]
        at = next(
            number
            for number, (start, end) in enumerate(encoding.offsets)
            if start < end and end > len(before) and (before + word)[start:end].strip()
        )
        assert begins[at] in (len(before), max(len(before) - 1, 0))
        found.add(encoding.ids[at])
    return found


def save_span_model(
    folder: Path, words: Sequence[str], names: Mapping[tuple[str, str], str], *, config: Json | None = None
) -> Path:
    """A GLiNER model; ``names`` maps the first and the last word of a name to its kind, one of ``GLINER_KINDS``."""
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer = word_piece(words, added=("<<ENT>>", "<<SEP>>"))
    size, kinds = tokenizer.get_vocab_size(), len(GLINER_KINDS)
    begins, ends = (np.full((size, kinds), -10.0, dtype=np.float32) for _ in range(2))
    for (first, last), kind in names.items():
        number = GLINER_KINDS.index(kind)
        begins[tokenizer.encode(first).ids[1], number] = 7.0
        ends[tokenizer.encode(last).ids[1], number] = 7.0
    onnx.save(_model(_span_graph(begins, ends)), folder / "model.onnx")
    tokenizer.save(str(folder / "tokenizer.json"))
    told = {"max_width": WIDTH, "max_len": 40, "ent_token": "<<ENT>>", "sep_token": "<<SEP>>", "span_mode": "markerV0"}
    (folder / "gliner_config.json").write_text(json.dumps({**told, **(config or {})}), "utf-8")
    return folder


def _span_graph(begins: np.ndarray, ends: np.ndarray) -> onnx.GraphProto:
    """Logit of a stretch: what its first word scores as a beginning, and its last as an end.

    A word's score is that of the piece that ``words_mask`` gives its number.
    """
    info = helper.make_tensor_value_info
    inputs = [
        *(info(name, TensorProto.INT64, ["b", "s"]) for name in ("input_ids", "attention_mask", "words_mask")),
        info("text_lengths", TensorProto.INT64, ["b", 1]),
        info("span_idx", TensorProto.INT64, ["b", "n", 2]),
        info("span_mask", TensorProto.BOOL, ["b", "n"]),
    ]
    node = helper.make_node
    nodes = [
        node("ReduceMax", ["text_lengths"], ["most"], keepdims=0),
        node("Add", ["most", "one"], ["behind"]),
        node("Range", ["one", "behind", "one"], ["numbers"]),
        node("Unsqueeze", ["words_mask", "axis2"], ["mask3"]),
        node("Equal", ["mask3", "numbers"], ["is_word"]),
        node("Cast", ["is_word"], ["word_pieces"], to=TensorProto.FLOAT),
        node("Transpose", ["word_pieces"], ["of_word"], perm=[0, 2, 1]),
    ]
    for side, column in (("begin", "zero"), ("end", "one")):
        nodes += [
            node("Gather", [f"{side}_table", "input_ids"], [f"{side}_pieces"]),
            node("MatMul", ["of_word", f"{side}_pieces"], [f"{side}_words"]),
            node("Gather", ["span_idx", column], [f"{side}_index"], axis=2),
            node("Unsqueeze", [f"{side}_index", "axis2"], [f"{side}_index3"]),
            node("GatherND", [f"{side}_words", f"{side}_index3"], [f"{side}_score"], batch_dims=1),
        ]
    nodes += [
        node("Add", ["begin_score", "end_score"], ["scores"]),
        node("Unsqueeze", ["span_mask", "axis2"], ["allowed"]),
        node("Where", ["allowed", "scores", "never"], ["masked"]),
        node("Reshape", ["masked", "shape"], ["logits"]),
    ]
    constants = {
        "zero": np.array(0),
        "one": np.array(1),
        "axis2": np.array([2]),
        "never": np.array(-50, dtype=np.float32),
        "shape": np.array([0, -1, WIDTH, len(GLINER_KINDS)]),
        "begin_table": begins,
        "end_table": ends,
    }
    weights = [numpy_helper.from_array(value, name) for name, value in constants.items()]
    logits = info("logits", TensorProto.FLOAT, ["b", "l", WIDTH, len(GLINER_KINDS)])
    return helper.make_graph(nodes, "tiny spans", inputs, [logits], weights)


def with_weights_at(folder: Path, location: str) -> Path:
    """Rewrite the model so that its table lies in another file, which is not written."""
    model = onnx.load(folder / "model.onnx")
    tensor = model.graph.initializer[0]
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    tensor.external_data.add(key="location", value=location)
    (folder / "model.onnx").write_bytes(model.SerializeToString())
    return folder


def _model(graph: onnx.GraphProto) -> onnx.ModelProto:
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)


def _framed(tokenizer: Tokenizer, added: Sequence[str] = ()) -> Tokenizer:
    tokenizer.add_special_tokens([*MARKS, *added])
    frame = [(mark, tokenizer.token_to_id(mark)) for mark in ("[CLS]", "[SEP]")]
    tokenizer.post_processor = processors.TemplateProcessing(single="[CLS] $A [SEP]", special_tokens=frame)
    return tokenizer


def say_of_piece(folder: Path, tokenizer: Tokenizer, piece: str, label: str) -> None:
    """Let a label model give one piece this label."""
    model = onnx.load(folder / "model.onnx")
    table = numpy_helper.to_array(model.graph.initializer[0]).copy()
    table[tokenizer.token_to_id(piece), LABELS.index(label)] = 4.0
    model.graph.initializer[0].CopyFrom(numpy_helper.from_array(table, "table"))
    onnx.save(model, folder / "model.onnx")


def score_piece(folder: Path, piece: str, kind: str) -> None:
    """Let a span model take one piece for the beginning and the end of a name."""
    model = onnx.load(folder / "model.onnx")
    number = Tokenizer.from_file(str(folder / "tokenizer.json")).token_to_id(piece)
    for weights in model.graph.initializer:
        if weights.name in ("begin_table", "end_table"):
            table = numpy_helper.to_array(weights).copy()
            table[number, GLINER_KINDS.index(kind)] = 7.0
            weights.CopyFrom(numpy_helper.from_array(table, weights.name))
    onnx.save(model, folder / "model.onnx")

# SPDX-License-Identifier: GPL-3.0-or-later
"""Which other files an ONNX file wants read, found without loading it.

An ONNX file is a protocol buffer; only the few fields that lead to tensors are followed, so that a file of gigabytes
takes milliseconds. Source: onnx.proto3 of ONNX 1.23 (fields of ModelProto, GraphProto, NodeProto, AttributeProto,
SparseTensorProto, FunctionProto, TrainingInfoProto, TensorProto and StringStringEntryProto); Protocol Buffers,
Encoding.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from reader.errors import ModelUnusable

_DEEPEST: Final = 64
"""Graphs in graphs; real models have two or three."""

_TENSOR: Final = "tensor"
_FIELDS: Final[dict[str, dict[int, str]]] = {
    "model": {7: "graph", 20: "training", 25: "function"},
    "training": {1: "graph", 2: "graph"},
    "function": {7: "node", 11: "attribute"},
    "graph": {1: "node", 5: _TENSOR, 15: "sparse"},
    "node": {5: "attribute"},
    "attribute": {5: _TENSOR, 6: "graph", 10: _TENSOR, 11: "graph", 22: "sparse", 23: "sparse"},
    "sparse": {1: _TENSOR, 2: _TENSOR},
    _TENSOR: {13: "entry"},
}
_View = memoryview


def external_files(path: Path) -> list[str]:
    """The locations, as written, of the data that the tensors of the file keep elsewhere; each once.

    Raises:
        ModelUnusable: when the file is not an ONNX model.
    """
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
            view = memoryview(mapped)
            try:
                return list(dict.fromkeys(_locations(view)))
            finally:
                view.release()
    except OSError as error:
        raise ModelUnusable(path.parent, "unreadable", f"{path.name}: {error.strerror or error}") from error
    except ValueError as error:
        raise ModelUnusable(path.parent, "damaged", f"{path.name}: {error}") from error


def _locations(model: _View) -> Iterator[str]:
    """Raises ValueError where the bytes are no protocol buffer."""
    waiting: list[tuple[str, int, int, int]] = [("model", 0, len(model), 0)]
    while waiting:
        message, start, end, depth = waiting.pop()
        if depth > _DEEPEST:
            raise ValueError("graphs are nested too deeply")
        for number, first, after in _embedded(model, start, end):
            inner = _FIELDS[message].get(number)
            if inner == "entry":
                yield from _location(model, first, after)
            elif inner is not None:
                waiting.append((inner, first, after, depth + 1))


def _location(model: _View, start: int, end: int) -> Iterator[str]:
    entry = {number: bytes(model[first:after]) for number, first, after in _embedded(model, start, end)}
    if entry.get(1) == b"location":
        yield entry.get(2, b"").decode("utf-8")


def _embedded(model: _View, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """``(field number, start, end)`` of each field of the message that is a string, bytes or a message."""
    at = start
    while at < end:
        tag, at = _varint(model, at, end)
        number, wire = tag >> 3, tag & 7
        if wire == 0:
            _, at = _varint(model, at, end)
        elif wire in (1, 5):
            at += 8 if wire == 1 else 4
        elif wire == 2:
            length, at = _varint(model, at, end)
            if length > end - at:
                raise ValueError("it is cut short, or no ONNX file")
            yield number, at, at + length
            at += length
        else:
            raise ValueError("it is no ONNX file")
    if at > end:
        raise ValueError("it is cut short, or no ONNX file")


def _varint(model: _View, at: int, end: int) -> tuple[int, int]:
    value = 0
    for shift in range(0, 70, 7):
        if at >= end:
            break
        byte = model[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
    raise ValueError("it is cut short, or no ONNX file")

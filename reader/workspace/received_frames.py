# SPDX-License-Identifier: GPL-3.0-or-later
"""What a file of annotations says, as the process that read it hands it over: JSON, one document a line."""

from __future__ import annotations

import json
import typing
from collections.abc import Iterator, Mapping
from dataclasses import asdict, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import IO, Any

from reader.interchange.received import Received
from reader.text.direction import Direction
from reader.workspace.extraction_frames import StrangeAnswer


def write_received(out: IO[str], received: Received) -> None:
    """Append a document to a file of them."""
    out.write(json.dumps(asdict(received)) + "\n")


def read_received(lines: IO[str]) -> Iterator[Received]:
    """The documents in a file that ``write_received`` wrote.

    Raises:
        StrangeAnswer: for what it did not write; whoever wrote it may have been taken over by the file it read.
    """
    for line in lines:
        try:
            yield _value_of(json.loads(line), Received)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise StrangeAnswer(f"a document cannot be read ({type(error).__name__}: {error})") from error


@cache
def _kinds(record: type) -> Mapping[str, Any]:
    hints = typing.get_type_hints(record)
    return {each.name: hints[each.name] for each in fields(record)}


def _value_of(value: Any, kind: Any) -> Any:
    """The value as ``kind``: a record, a tuple of one kind, a pair, or a plain value of exactly that kind.

    Raises:
        TypeError: when it is anything else. ValueError, KeyError: when something of a record is wrong or missing.
    """
    if is_dataclass(kind) and isinstance(kind, type):
        return kind(**{name: _value_of(value[name], each) for name, each in _kinds(kind).items()})
    if typing.get_origin(kind) is tuple:
        inner = typing.get_args(kind)
        if inner[-1] is Ellipsis:
            return tuple(_value_of(each, inner[0]) for each in value)
        return tuple(_value_of(each, one) for each, one in zip(value, inner, strict=True))
    if isinstance(kind, UnionType):
        return None if value is None else _value_of(value, typing.get_args(kind)[0])
    if kind is Direction:
        return Direction(value)
    if type(value) is not kind:
        raise TypeError(f"{value!r:.40} is no {kind.__name__}")
    return value

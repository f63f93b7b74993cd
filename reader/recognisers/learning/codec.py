# SPDX-License-Identifier: GPL-3.0-or-later
"""Learned models as bytes: named arrays and a table of plain values, compressed, with a checksum; hostile bytes fail.

``hashiya-learned 1\\n``, 16 bytes of BLAKE2b (RFC 7693) over the rest, then zlib (RFC 1950) over: the length of a JSON
object in 4 bytes, the object, the arrays behind each other, little-endian. The object has the values under ``"values"``
and ``[name, type, shape]`` of each array under ``"arrays"``.
"""

from __future__ import annotations

import hashlib
import json
import math
import zlib
from collections.abc import Mapping
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

MAGIC: Final = b"hashiya-learned 1\n"
MOST_BYTES: Final = 5 << 20
"""A model is never larger, in the library or in a file."""
_MOST_UNPACKED: Final = 64 << 20
_DIGEST: Final = 16
_TYPES: Final = {"i4": "<i4", "f2": "<f2", "f4": "<f4"}
_HEAD: Final = len(MAGIC) + _DIGEST

Values = Mapping[str, Any]
Array = NDArray[Any]


def packed(values: Values, arrays: Mapping[str, Array]) -> bytes:
    """The bytes of a model; the same for the same content."""
    described = [[name, _type_of(array), list(array.shape)] for name, array in sorted(arrays.items())]
    table = json.dumps({"values": values, "arrays": described}, ensure_ascii=False, sort_keys=True).encode("utf-8")
    pieces = [len(table).to_bytes(4, "little"), table]
    pieces += [array.astype(_TYPES[_type_of(array)]).tobytes() for _, array in sorted(arrays.items())]
    content = zlib.compress(b"".join(pieces), 6)
    return MAGIC + _digest(content) + content


def unpacked(content: bytes) -> tuple[dict[str, Any], dict[str, Array]]:
    """The values and arrays of a model.

    Raises:
        ValueError: saying why, when these are not bytes that ``packed`` made; never anything else.
    """
    if len(content) > MOST_BYTES:
        raise ValueError("it is too large")
    if not content.startswith(MAGIC):
        raise ValueError("it is not a learned model of this version of Hashiya")
    if _digest(content[_HEAD:]) != content[len(MAGIC) : _HEAD]:
        raise ValueError("its checksum is wrong: it is damaged")
    plain = _decompressed(content[_HEAD:])
    end = 4 + int.from_bytes(plain[:4], "little")
    try:
        table = json.loads(plain[4:end])
        return dict(table["values"]), _arrays(table["arrays"], plain[end:])
    except (TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ValueError(f"its table cannot be read ({error})") from error


def _decompressed(content: bytes) -> bytes:
    machine = zlib.decompressobj()
    try:
        plain = machine.decompress(content, _MOST_UNPACKED)
    except zlib.error as error:
        raise ValueError(f"it cannot be unpacked ({error})") from error
    if not machine.eof or machine.unused_data:
        raise ValueError("it unpacks to too much, or is not whole")
    return plain


def _arrays(described: Any, content: bytes) -> dict[str, Array]:
    found: dict[str, Array] = {}
    start = 0
    for name, kind, shape in described:
        if kind not in _TYPES or not all(type(side) is int and side >= 0 for side in shape):
            raise ValueError("it has an array of an unknown kind")
        size = math.prod(shape) * np.dtype(_TYPES[kind]).itemsize
        if size > len(content) - start:
            raise ValueError("an array in it is not whole")
        array = np.frombuffer(content[start : start + size], _TYPES[kind]).reshape(shape)
        if kind != "i4" and not np.isfinite(array).all():
            raise ValueError("it has numbers that are none")
        found[str(name)] = array
        start += size
    if start != len(content):
        raise ValueError("something stands behind its end")
    return found


def _type_of(array: Array) -> str:
    kind = f"{array.dtype.kind}{array.dtype.itemsize}"
    if kind not in _TYPES:
        raise ValueError(f"arrays of {array.dtype} are not kept")
    return kind


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=_DIGEST).digest()

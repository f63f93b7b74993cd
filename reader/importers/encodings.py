# SPDX-License-Identifier: GPL-3.0-or-later
"""Which encoding a text has: told by its mark, proven by its bytes, or guessed from the letters it would give."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from reader.errors import EncodingUnknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """How to read a file: ``name`` for codecs and people, ``unit`` and ``mark`` (to be skipped) in bytes."""

    name: str
    unit: int = 1
    mark: int = 0

    @property
    def is_utf8(self) -> bool:
        return self.name == "utf-8"


# The longer marks first: that of UTF-32 begins like that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le", 4),
    (codecs.BOM_UTF32_BE, "utf-32-be", 4),
    (codecs.BOM_UTF8, "utf-8", 1),
    (codecs.BOM_UTF16_LE, "utf-16-le", 2),
    (codecs.BOM_UTF16_BE, "utf-16-be", 2),
)
_READS_WELL = 0.1
"""Score a byte from which on a text in an encoding of single bytes is taken for one."""
_UNITS = {"utf-16-le": 2, "utf-16-be": 2, "utf-32-le": 4, "utf-32-be": 4}
_SINGLE_BYTE = ("windows-1256", "iso-8859-6", "mac-arabic", "windows-1252")
"""Of two that give the same letters the first is meant."""


def encoding_named(name: str, head: bytes) -> Encoding:
    """The encoding the user asked for; ``head``, the first bytes of the file, tells its mark and byte order.

    Raises:
        EncodingUnknown: for a name Python does not know, and for encodings that cannot be cut at any character.
    """
    wanted = _python_name(name)
    marked = _by_mark(head)
    if marked is not None and marked.name.startswith(wanted):
        return marked
    if wanted == "utf-8":
        return Encoding(name="utf-8")
    if wanted in ("utf-16", "utf-32"):
        order = "be" if _looks_big_endian(head) else "le"
        return Encoding(name=f"{wanted}-{order}", unit=_UNITS[f"{wanted}-{order}"])
    if wanted in _UNITS:
        return Encoding(name=wanted, unit=_UNITS[wanted])
    if _has_one_byte_a_character(wanted):
        return Encoding(name=wanted)
    raise EncodingUnknown(name)


def guess_encoding(samples: Sequence[bytes]) -> Encoding:
    """The likeliest encoding of a file of which ``samples`` are pieces, the first one from its start.

    The pieces begin at multiples of four bytes; they may begin and end within a character.
    """
    marked = _by_mark(samples[0])
    if marked is not None and _keeps_its_promise(marked, samples):
        return marked
    if marked is not None:
        rest = [samples[0][marked.mark :], *samples[1:]]
        return replace(guess_encoding(rest), mark=marked.mark)
    wide = _wide_without_mark(samples)
    if wide is not None:
        return wide
    if _is_utf8(samples):
        return Encoding(name="utf-8")
    sample = b"\n".join(samples)
    return Encoding(name=max(_SINGLE_BYTE, key=lambda name: _score(sample, name)))


def _by_mark(head: bytes) -> Encoding | None:
    for mark, name, unit in _MARKS:
        if head.startswith(mark):
            return Encoding(name=name, unit=unit, mark=len(mark))
    return None


def _keeps_its_promise(marked: Encoding, samples: Sequence[bytes]) -> bool:
    """Whether the text behind a mark can be what the mark says; some programs put one before anything."""
    body = [samples[0][marked.mark :], *samples[1:]]
    if not body[0]:
        return True
    if marked.is_utf8:
        return _is_utf8(body)
    if marked.unit == 4:
        return _units_in_range(body[0], marked) > 0.9
    if _units_in_range(body[0], marked) > 0.3:
        return True
    sample = body[0][:4096]
    reads_well = max(_score(sample, name) for name in _SINGLE_BYTE) > len(sample) * _READS_WELL
    return not (_is_utf8(body) or reads_well)


def _units_in_range(sample: bytes, encoding: Encoding) -> float:
    """Of the units, how many can be a character of UTF-32, or one of Latin or Arabic in UTF-16."""
    order = slice(None, None, -1) if encoding.name.endswith("le") else slice(None)
    units = [sample[at : at + encoding.unit][order] for at in range(0, min(len(sample), 4096), encoding.unit)]
    whole = [unit for unit in units if len(unit) == encoding.unit]
    if encoding.unit == 4:
        fitting = [unit for unit in whole if unit[0] == 0 and unit[1] <= 0x10]
    else:
        fitting = [unit for unit in whole if unit[0] in {0, 6}]
    return len(fitting) / max(len(whole), 1)


def _python_name(name: str) -> str:
    try:
        found = codecs.lookup(name).name
    except (LookupError, ValueError):
        raise EncodingUnknown(name) from None
    known = {"utf-8-sig": "utf-8", "ascii": "utf-8", "cp1256": "windows-1256", "cp1252": "windows-1252"}
    if found == "mac-arabic":
        return found
    if found.startswith("iso8859-"):
        return found.replace("iso8859-", "iso-8859-")
    return known.get(found, found)


def _has_one_byte_a_character(name: str) -> bool:
    try:
        decoded = bytes(range(256)).decode(name, "replace")
    except (LookupError, ValueError):
        return False
    return len(decoded) == 256 and decoded[10] == "\n" and decoded[13] == "\r" and decoded[32] == " "


def _wide_without_mark(samples: Sequence[bytes]) -> Encoding | None:
    """UTF-32 or UTF-16 without a mark.

    Of UTF-16, nearly every unit has the upper byte of Arabic or of Latin, and the lower bytes vary.
    """
    sample = b"".join(piece[: len(piece) & ~3] for piece in samples)
    if len(sample) >= 8:
        for order in ("le", "be"):
            quad = Encoding(name=f"utf-32-{order}", unit=4)
            if _units_in_range(sample, quad) > 0.98:
                return quad
    sample = b"".join(piece[: len(piece) & ~1] for piece in samples)
    if len(sample) < 4:
        return None
    order = "be" if _looks_big_endian(sample) else "le"
    upper = sample[0::2] if order == "be" else sample[1::2]
    lower = sample[1::2] if order == "be" else sample[0::2]
    if _share_of(b"\x00\x06", upper) < 0.85 or _share_of(b"\x00\x06", lower) > 0.3:
        return None
    return Encoding(name=f"utf-16-{order}", unit=2)


def _looks_big_endian(sample: bytes) -> bool:
    return _share_of(b"\x00\x06", sample[0::2]) > _share_of(b"\x00\x06", sample[1::2])


def _share_of(wanted: bytes, sample: bytes) -> float:
    return sum(sample.count(byte) for byte in wanted) / max(len(sample), 1)


_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")


def _is_utf8(samples: Sequence[bytes]) -> bool:
    """Whether no byte above 0x7F stands outside a UTF-8 sequence, or so few that it is UTF-8, but damaged."""
    whole = [_without_cut_character(piece, first=number == 0) for number, piece in enumerate(samples)]
    try:
        for piece in whole:
            piece.decode()
    except UnicodeDecodeError:
        sequences = sum(len(_SEQUENCE.findall(piece)) for piece in whole)
        stray = sum(len(_HIGH.findall(_SEQUENCE.sub(b"", piece))) for piece in whole)
        return stray * 50 < sequences
    return True


def _without_cut_character(piece: bytes, *, first: bool) -> bytes:
    start = 0
    while not first and start < min(3, len(piece)) and piece[start] & 0xC0 == 0x80:
        start += 1
    for back in range(1, min(4, len(piece)) + 1):
        if piece[-back] >= 0xC0:
            return piece[start:-back] if not _SEQUENCE.fullmatch(piece[-back:]) else piece[start:]
    return piece[start:]


_BY_FREQUENCY = "اليمونرتبعدسفهكقحأةجشصطخإىضزءثذغئظآؤ"
_WEIGHTS = {letter: 1 - 2 * rank / len(_BY_FREQUENCY) for rank, letter in enumerate(_BY_FREQUENCY)}


@cache
def _signs() -> tuple[tuple[float, re.Pattern[str]], ...]:
    """What written language has (a positive weight) and what it has not; only files in old encodings need it."""
    arabic = "\u0621-\u063a\u0640-\u0652\u067e\u0686\u0698\u06a9\u06af"
    latin = "A-Za-zÀ-ÖØ-öø-ÿ"
    common = "من|في|على|إلى|أن|عن|هذا|التي|الذي|كان|ما|لا"
    return (
        (3, re.compile(rf"(?<![{arabic}])[وفبك]?ال(?=[{arabic}])")),
        (3, re.compile(rf"(?<![{arabic}])(?:{common})(?![{arabic}])")),
        (-2, re.compile(r"[ةى](?=[\u0621-\u063a\u0641-\u064a])")),
        (-2, re.compile(rf"[{latin}][{arabic}]|[{arabic}][{latin}]")),
        (-3, re.compile(r"[À-ÖØ-öø-ÿ]{3}")),
        (-4, re.compile(r"[\ufffd\u0080-\u009f]")),
    )


def _score(sample: bytes, name: str) -> float:
    """How much like written language the bytes look when read as ``name``; only to be compared."""
    text = sample.decode(name, "replace")
    usual = sum(weight * text.count(letter) for letter, weight in _WEIGHTS.items()) / 4
    return usual + sum(weight * len(sign.findall(text)) for weight, sign in _signs())

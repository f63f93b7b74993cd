# SPDX-License-Identifier: GPL-3.0-or-later
"""Dictionary files for tests, written byte by byte as their formats say, and damaged where a test wants it."""

from __future__ import annotations

import gzip
import json
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

Entries = Sequence[tuple[str, str]]
SMALL: Entries = (
    ("كِتَاب", "book"),
    ("الكتاب", "the book"),
    ("مدرسة", "school"),
    ("book", "كتاب"),
    ("𞸀𞸁", "mathematical alef and beh"),
)
"""Plain, vocalised, with an article, left to right, beyond the basic plane."""


def write_stardict(
    folder: Path,
    entries: Entries = SMALL,
    *,
    name: str = "small",
    types: str = "m",
    synonyms: Sequence[tuple[str, int]] = (),
    packed: bool = False,
    wide_offsets: bool = False,
    fields: Mapping[str, str] | None = None,
) -> Path:
    """A StarDict dictionary; its .ifo file. ``synonyms`` are words with the number of their entry."""
    folder.mkdir(parents=True, exist_ok=True)
    index, articles = bytearray(), bytearray()
    for word, text in entries:
        data = text.encode()
        index += word.encode() + b"\0" + len(articles).to_bytes(8 if wide_offsets else 4, "big")
        index += len(data).to_bytes(4, "big")
        articles += data
    _write(folder / f"{name}.idx", bytes(index), ".gz" if packed else "")
    _write(folder / f"{name}.dict", bytes(articles), ".dz" if packed else "")
    if synonyms:
        lines = [word.encode() + b"\0" + number.to_bytes(4, "big") for word, number in synonyms]
        (folder / f"{name}.syn").write_bytes(b"".join(lines))
    said = {"version": "2.4.2", "bookname": f"The {name} one", "wordcount": str(len(entries))}
    said |= {"idxfilesize": str(len(index)), "sametypesequence": types}
    said |= {"idxoffsetbits": "64"} if wide_offsets else {}
    said |= fields or {}
    header = "".join(f"{key}={value}\n" for key, value in said.items())
    path = folder / f"{name}.ifo"
    path.write_text("StarDict's dict ifo file\n" + header, "utf-8")
    return path


def write_dictd(folder: Path, entries: Entries = SMALL, *, name: str = "small", packed: bool = True) -> Path:
    """A dictd dictionary with a title of its own; its .index file."""
    folder.mkdir(parents=True, exist_ok=True)
    own = [("00databaseshort", f"00databaseshort\nThe {name} one"), ("00databaseinfo", "By: somebody\nlicense: GPL")]
    lines, articles = [], bytearray()
    for word, text in (*own, *entries):
        data = text.encode() if word.startswith("00") else f"{word} /kitaːb/\n  {text}\n".encode()
        lines.append(f"{word}\t{in_base_64(len(articles))}\t{in_base_64(len(data))}\n")
        articles += data
    _write(folder / f"{name}.dict", bytes(articles), ".dz" if packed else "")
    path = folder / f"{name}.index"
    path.write_text("".join(lines), "utf-8")
    return path


DSL_HEADER = '#NAME "The small one"\n#INDEX_LANGUAGE "Arabic"\n#CONTENTS_LANGUAGE "English"\n\n'


def write_dsl(path: Path, body: str, *, encoding: str = "utf-16", header: str = DSL_HEADER) -> Path:
    """A DSL dictionary; packed where its name ends so."""
    path.parent.mkdir(parents=True, exist_ok=True)
    data = (header + body).encode(encoding)
    path.write_bytes(gzip.compress(data) if path.suffix == ".dz" else data)
    return path


def write_yomitan(path: Path, rows: Sequence[object], *, index: Mapping[str, object] | None = None) -> Path:
    """A Yomitan dictionary with one term bank."""
    path.parent.mkdir(parents=True, exist_ok=True)
    said = {"title": "The small one", "format": 3, "revision": "1", **(index or {})}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("index.json", json.dumps(said))
        archive.writestr("term_bank_1.json", json.dumps(list(rows)))
    return path


def yomitan_row(word: str, *glossary: object, reading: str = "", tags: str = "") -> list[object]:
    return [word, reading, tags, "", 0, list(glossary), 0, ""]


def in_base_64(number: int) -> str:
    digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    written = digits[number & 63]
    while number := number >> 6:
        written = digits[number & 63] + written
    return written


def _write(path: Path, data: bytes, packed: str) -> None:
    if packed:
        path.with_name(path.name + packed).write_bytes(gzip.compress(data))
    else:
        path.write_bytes(data)


def write_mdx(path: Path, entries: Entries, *, title: str = "The small one") -> Path:
    """An MDict dictionary of engine version 2, packed, with one block of keys and one of records.

    Source: "MDict MDX/MDD format" as github.com/zhansliu/writemdict, fileformat.md, describes it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    keys, records = bytearray(), bytearray()
    for word, text in entries:
        keys += _wide(len(records)) + word.encode() + b"\0"
        records += text.encode() + b"\0"
    first, last = (f"{entries[place][0]}".encode() for place in (0, -1))
    key_block, record_block = _packed(bytes(keys)), _packed(bytes(records))
    ends = b"".join(len(word).to_bytes(2, "big") + word + b"\0" for word in (first, last))
    info = _wide(len(entries)) + ends + _wide(len(key_block)) + _wide(len(keys))
    packed_info = _packed(info)
    sizes = b"".join(map(_wide, (1, len(entries), len(info), len(packed_info), len(key_block))))
    header = '<Dictionary GeneratedByEngineVersion="2.0" RequiredEngineVersion="2.0" Format="Html" Encoding="UTF-8" '
    header += f'Encrypted="No" Title="{title}" Description="small"/>\r\n\0'
    said = header.encode("utf-16-le")
    path.write_bytes(
        len(said).to_bytes(4, "big")
        + said
        + zlib.adler32(said).to_bytes(4, "little")
        + sizes
        + zlib.adler32(sizes).to_bytes(4, "big")
        + packed_info
        + key_block
        + b"".join(map(_wide, (1, len(entries), 16, len(record_block), len(record_block), len(records))))
        + record_block
    )
    return path


def _wide(number: int) -> bytes:
    return number.to_bytes(8, "big")


def _packed(data: bytes) -> bytes:
    return b"\2\0\0\0" + zlib.adler32(data).to_bytes(4, "big") + zlib.compress(data)

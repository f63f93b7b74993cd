# SPDX-License-Identifier: GPL-3.0-or-later
"""The bytes of a web page as text: its mark, what its envelope or its first lines declare, what the bytes prove."""

from __future__ import annotations

import codecs
import re

from reader.errors import EncodingUnknown
from reader.importers.encodings import encoding_named, guess_encoding

_DECLARED = re.compile(rb"""<meta[^>]{0,500}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_DECLARED_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_HEAD = 16 * 1024
_SAMPLE = 1 << 20
_MEANT = {
    "iso8859-1": "windows-1252",
    "latin-1": "windows-1252",
    "ascii": "windows-1252",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
    "utf-32": "utf-8",
    "iso8859-9": "windows-1254",
    "iso8859-6": "iso-8859-6",
}
"""What browsers take a declared name for. Source: WHATWG Encoding Standard, names and labels."""


def decode_page(data: bytes, wanted: str | None = None, declared: str = "") -> tuple[str, str, int]:
    """The text, the name of its encoding, and how many places did not decode (they become U+FFFD).

    ``wanted`` is what the user says and beats all; ``declared`` is what the envelope says and beats the page. What is
    declared counts only if the bytes bear it out: Arabic letters in UTF-8 are never another encoding by chance.

    Raises:
        EncodingUnknown: for a ``wanted`` that nobody knows.
    """
    name, mark = _encoding_of(data, wanted, declared)
    text = data[mark:].decode(name, "replace")
    return text, name, text.count("\ufffd") - data.count("\ufffd".encode()) if name == "utf-8" else text.count("\ufffd")


def _encoding_of(data: bytes, wanted: str | None, declared: str) -> tuple[str, int]:
    sample = data[:_SAMPLE]
    if wanted:
        named = encoding_named(wanted, sample)
        return named.name, named.mark
    guessed = guess_encoding([sample])
    if guessed.mark or guessed.unit > 1:
        return guessed.name, guessed.mark
    if not sample.isascii() and _decodes(data, "utf-8"):
        return "utf-8", 0
    for label in (declared, *_declared_in(sample[:_HEAD])):
        name = _meant(label)
        if name and name != "utf-8" and _bears_out(data, name, guessed.name):
            return name, 0
    return guessed.name, 0


def _declared_in(head: bytes) -> list[str]:
    found = [*_DECLARED_XML.findall(head), *_DECLARED.findall(head)]
    return [label.decode("ascii", "replace") for label in found]


def _meant(label: str) -> str:
    """The encoding a label stands for; empty for one nobody knows."""
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return ""
    name = _MEANT.get(name, name)
    try:
        return encoding_named(name, b"").name
    except EncodingUnknown:
        return name if name in ("gb18030", "gbk", "shift_jis", "euc_jp", "euc_kr", "big5", "mac-arabic") else ""


def _bears_out(data: bytes, name: str, guessed: str) -> bool:
    """Whether a declared encoding may be meant: it decodes, and is not the Latin one where the bytes look Arabic."""
    if name == "windows-1252" and guessed in ("windows-1256", "iso-8859-6"):
        return False
    return _decodes(data, name)


def _decodes(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except UnicodeError:
        return False
    return True

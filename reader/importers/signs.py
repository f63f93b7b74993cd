# SPDX-License-Identifier: GPL-3.0-or-later
"""The signs by which the content of a file tells its format. Nothing here reads files or trusts what it sees."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

SURE = 0.7
"""From here on the content has spoken, and what other kind of file it might be is not asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """The first and the last bytes of a file, which overlap in a short one."""

    head: bytes
    tail: bytes
    size_bytes: int

    @property
    def narrow(self) -> bytes:
        """The head with the NULs of UTF-16 and byte order marks taken out: ASCII signs can be looked for in it."""
        head = self.head.replace(b"\0", b"") if self.head.count(b"\0") * 3 > len(self.head) else self.head
        for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
            head = head.removeprefix(mark)
        return head

    def has(self, sign: bytes) -> bool:
        return sign in self.head or sign in self.tail


_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08PK")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (
    (b"{\\rtf", "RTF"),
    (_OLE, "Word 97–2003 (DOC)"),
    (b"\x89PNG", "PNG"),
    (b"GIF8", "GIF"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"RIFF", "RIFF"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"Rar!", "RAR"),
    (b"SQLite format 3\0", "SQLite"),
    (b"\x7fELF", "program"),
    (b"MZ", "program"),
    (b"OggS", "Ogg"),
    (b"ID3", "MP3"),
    (b"AT&TFORM", "DjVu"),
)
_MOBI = b"BOOKMOBI"
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1a\x1b\0"))


def text(ends: Ends, _path: Path) -> float:
    """Nothing that text cannot hold: it is text unless another format knows better."""
    if ends.head.startswith(tuple(sign for sign, name in _OTHERS if name != "program")) or _is_zip(ends):
        return 0
    head = ends.narrow
    strange = sum(head.count(control) for control in _CONTROLS) + head.count(0)
    return 0 if strange * 50 > len(head) else 0.35


def pdf(ends: Ends, _path: Path) -> float:
    return 1 if b"%PDF-" in ends.head[:1024] else 0


def docx(ends: Ends, _path: Path) -> float:
    return float(_is_zip(ends) and ends.has(b"word/") and ends.has(b"[Content_Types].xml"))


def odt(ends: Ends, _path: Path) -> float:
    if b"application/vnd.oasis.opendocument.text" in ends.head[:120]:
        return 1
    if b"<office:document " in ends.narrow[:4096] and b"opendocument.text" in ends.narrow[:8192]:
        return 1
    # Packed anew by an ordinary program, which puts the type of the file anywhere.
    return 0.9 if _is_zip(ends) and ends.has(b"content.xml") and ends.has(b"META-INF/manifest.xml") else 0


def epub(ends: Ends, _path: Path) -> float:
    if b"mimetypeapplication/epub+zip" in ends.head[:200]:
        return 1
    return 0.95 if _is_zip(ends) and ends.has(b"META-INF/container.xml") and ends.has(b".opf") else 0


def archive(ends: Ends, _path: Path) -> float:
    """Any zip that is nothing better."""
    return 0.6 if _is_zip(ends) and not ends.has(b"xl/workbook.xml") and not ends.has(b"ppt/presentation.xml") else 0


_PAGE = re.compile(
    rb"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,4000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_TAG = re.compile(rb"</?(?:p|div|span|a|h[1-6]|br|table|tr|td|ul|li|title|meta|script|link|img)\b[^<>]{0,500}>", re.I)


def html(ends: Ends, _path: Path) -> float:
    head = ends.narrow
    if _PAGE.match(head[:8192]):
        return 0.95
    tags = len(_TAG.findall(head[:16384]))
    if tags > 5 and head.lstrip()[:1] == b"<":
        return 0.6
    return 0.15 if tags > 1 else 0


_MIME = re.compile(rb"^content-type:\s*(?:multipart/related|text/html)", re.I | re.M)


def mhtml(ends: Ends, _path: Path) -> float:
    head = ends.narrow[:8192]
    begins = re.match(rb"\s*[A-Za-z-]+:[ \t]", head) is not None
    return 0.97 if begins and re.search(rb"^mime-version:", head, re.I | re.M) and _MIME.search(head) else 0


_CUE = re.compile(rb"\A\s*\d{1,9}[ \t]*(?:\r\n|\n|\r)\d{1,3}:\d\d:\d\d[,.]\d{1,3}[ \t]+-->[ \t]+\d")


def subtitles(ends: Ends, _path: Path) -> float:
    head = ends.narrow[:4096]
    return 1 if re.match(rb"WEBVTT(?:[ \t\r\n]|\Z)", head) or _CUE.match(head) else 0


def openiti(ends: Ends, _path: Path) -> float:
    return 1 if ends.narrow.lstrip()[:14] == b"######OpenITI#" else 0


_MARKDOWN = re.compile(
    rb"^(?:#{1,6} \S|```|~~~|> \S|={3,}\s*$|[-*] \[[ x]\] )|\[[^\]\n]{1,200}\]\([^)\s]{1,500}\)", re.M
)


def markdown(ends: Ends, path: Path) -> float:
    """Little enough never to win without the suffix: a hash or an asterisk is no proof."""
    sure = text(ends, path) and 0.15
    return 0.25 if sure and _MARKDOWN.search(ends.narrow) else sure


def table(ends: Ends, path: Path) -> float:
    """Wins with its suffix only: a text full of commas is a text."""
    return 0.25 if text(ends, path) and re.search(rb"[,;\t]", ends.narrow) else 0


def json_records(ends: Ends, path: Path) -> float:
    head = ends.narrow.lstrip()
    if not text(ends, path) or head[:1] not in (b"{", b"["):
        return 0
    return 0.5 if re.match(rb'\[?\s*\{\s*"(?:[^"\\\n]|\\.){1,200}"\s*:', head) else 0.2


def is_encrypted_office(ends: Ends) -> bool:
    """A DOCX with a password is no zip but an OLE file with a stream of this name."""
    name = "EncryptedPackage".encode("utf-16-le")
    return ends.head.startswith(_OLE) and ends.has(name)


def known_but_not_read(ends: Ends) -> str | None:
    """What a file is that cannot be imported; None when nobody knows."""
    if _is_zip(ends):
        if ends.has(b"xl/workbook.xml"):
            return "XLSX"
        return "PPTX" if ends.has(b"ppt/presentation.xml") else None
    if ends.head[60:68] == _MOBI:
        return "MOBI"
    for sign, name in _OTHERS:
        if ends.head.startswith(sign):
            return name if name != "program" or b"\0" in ends.head[:512] else None
    return None


def _is_zip(ends: Ends) -> bool:
    return ends.head.startswith(_ZIP)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Small PDF files made by hand: letters at places, labels, bookmarks, passwords, and damage of every kind."""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from unicodedata import combining

from bidi import get_display

WIDTH, HEIGHT = 595, 842
_CODES = (*range(48, 58), *range(65, 91), *range(97, 123), *range(192, 256))
"""What stands for our letters: in the typewriter face that is drawn, all of these have the height of letters."""
_PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


@dataclass(frozen=True)
class Line:
    """``text`` is given in reading order; it is drawn as the bidirectional algorithm says, ending at ``right``."""

    text: str
    level: float
    right: float = 545
    size: float = 12
    base: str = "R"


@dataclass
class Pdf:
    """A file in the making. ``picture`` pages are covered by an image and have no text."""

    pages: list[Sequence[Line]] = field(default_factory=list)
    labels: str = ""
    outline: Sequence[tuple[str, int]] = ()
    info: str = ""
    catalog: str = ""
    picture_pages: Sequence[int] = ()
    media: tuple[float, float] = (WIDTH, HEIGHT)
    rotate: int = 0
    user_password: str | None = None
    owner_password: str = "owner"

    def write(self, path: Path) -> Path:
        path.write_bytes(self.content())
        return path

    def content(self) -> bytes:
        """The whole file."""
        return _Writer(self).content()


def article(lines: Sequence[str], *, top: float = 780, step: float = 18, size: float = 12) -> list[Line]:
    """Lines of running text from the top of a page."""
    return [Line(text, top - number * step, size=size) for number, text in enumerate(lines)]


class _Writer:
    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        letters = sorted({char for page in pdf.pages for line in page for char in line.text} | {" "})
        self._codes = dict(zip(letters, _CODES, strict=False))
        assert len(letters) <= len(_CODES)
        self._objects: list[bytes] = []
        self._key = b""

    def content(self) -> bytes:
        pdf = self._pdf
        count = len(pdf.pages)
        first_page = 6
        kids = " ".join(f"{first_page + 2 * number} 0 R" for number in range(count))
        outline_at = first_page + 2 * count
        extra = f"/Outlines {outline_at} 0 R " if pdf.outline else ""
        labels = f"/PageLabels << /Nums [{pdf.labels}] >> " if pdf.labels else ""
        bodies = [
            f"<< /Type /Catalog /Pages 2 0 R {extra}{labels}{pdf.catalog} >>".encode(),
            f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
            self._font(),
            self._to_unicode(),
            self._image(),
        ]
        for number, page in enumerate(pdf.pages):
            bodies += [self._page(first_page + 2 * number + 1), self._drawn(number, page)]
        bodies += self._outline(outline_at, first_page)
        info_at = len(bodies) + 1
        bodies.append(f"<< {pdf.info} >>".encode("latin-1"))
        return self._file(bodies, info_at)

    def _font(self) -> bytes:
        of_code = {code: char for char, code in self._codes.items()}
        widths = " ".join("0" if combining(of_code.get(code, " ")) else "500" for code in range(33, 256))
        return (
            f"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /FirstChar 33 /LastChar 255 "
            f"/Widths [{widths}] /ToUnicode 4 0 R >>"
        ).encode()

    def _to_unicode(self) -> bytes:
        rows = "\n".join(f"<{code:02x}> <{char.encode('utf-16-be').hex()}>" for char, code in self._codes.items())
        chunks = rows.split("\n")
        blocks = "\n".join(
            f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar"
            for part in (chunks[at : at + 100] for at in range(0, len(chunks), 100))
        )
        text = (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
            f"1 begincodespacerange <00> <ff> endcodespacerange\n{blocks}\nendcmap end end"
        )
        return _stream(text.encode())

    def _image(self) -> bytes:
        pixels = zlib.compress(b"\x80" * 64)
        head = "/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8"
        return _stream(pixels, f"{head} /Filter /FlateDecode")

    def _page(self, contents: int) -> bytes:
        width, height = self._pdf.media
        turn = f"/Rotate {self._pdf.rotate} " if self._pdf.rotate else ""
        return (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] {turn}/Contents {contents} 0 R "
            "/Resources << /Font << /F 3 0 R >> /XObject << /I 5 0 R >> >> >>"
        ).encode()

    def _drawn(self, number: int, page: Sequence[Line]) -> bytes:
        parts = [f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /I Do Q"] if number in self._pdf.picture_pages else []
        for line in page:
            visual = get_display(line.text, base_dir=line.base)
            left = line.right - 0.5 * line.size * sum(not combining(char) for char in visual)
            codes = "".join(f"{self._codes[char]:02x}" for char in visual)
            parts.append(f"BT /F {line.size} Tf 1 0 0 1 {left:.2f} {line.level:.2f} Tm <{codes}> Tj ET")
        return _stream("\n".join(parts).encode())

    def _outline(self, at: int, first_page: int) -> list[bytes]:
        if not self._pdf.outline:
            return []
        count = len(self._pdf.outline)
        made = [f"<< /Type /Outlines /First {at + 1} 0 R /Last {at + count} 0 R /Count {count} >>".encode()]
        for number, (title, page) in enumerate(self._pdf.outline):
            following = f"/Next {at + number + 2} 0 R " if number + 1 < count else ""
            written = b"\xfe\xff" + title.encode("utf-16-be")
            destination = f"/Dest [{first_page + 2 * page} 0 R /Fit]"
            made.append(f"<< /Title <{written.hex()}> /Parent {at} 0 R {following}{destination} >>".encode())
        return made

    def _file(self, bodies: list[bytes], info_at: int) -> bytes:
        encrypt = ""
        identity = hashlib.md5(b"hashiya", usedforsecurity=False).digest()
        if self._pdf.user_password is not None:
            owner = _owner_entry(self._pdf.owner_password, self._pdf.user_password)
            key = hashlib.md5(
                _padded(self._pdf.user_password) + owner + struct.pack("<i", -4) + identity, usedforsecurity=False
            ).digest()[:5]
            user = _rc4(key, _PADDING)
            bodies = [_encrypted(body, number, key) for number, body in enumerate(bodies, 1)]
            bodies.append(f"<< /Filter /Standard /V 1 /R 2 /O <{owner.hex()}> /U <{user.hex()}> /P -4 >>".encode())
            encrypt = f"/Encrypt {len(bodies)} 0 R "
        out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
        places = []
        for number, body in enumerate(bodies, 1):
            places.append(len(out))
            out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
        start = len(out)
        out += f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n".encode()
        out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
        ids = f"/ID [<{identity.hex()}> <{identity.hex()}>] "
        out += (
            f"trailer\n<< /Size {len(bodies) + 1} /Root 1 0 R /Info {info_at} 0 R {ids}{encrypt}>>\n"
            f"startxref\n{start}\n%%EOF\n"
        ).encode()
        return bytes(out)


def _stream(data: bytes, head: str = "") -> bytes:
    return f"<< {head} /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


# The standard security handler, revision 2. Source: ISO 32000-1, 7.6.3.


def _padded(password: str) -> bytes:
    return (password.encode("latin-1") + _PADDING)[:32]


def _owner_entry(owner: str, user: str) -> bytes:
    key = hashlib.md5(_padded(owner), usedforsecurity=False).digest()[:5]
    return _rc4(key, _padded(user))


def _encrypted(body: bytes, number: int, key: bytes) -> bytes:
    """The body with its stream encrypted; hexadecimal strings of our dictionaries are encrypted too."""
    own = hashlib.md5(key + struct.pack("<I", number)[:3] + b"\0\0", usedforsecurity=False).digest()[:10]
    head, found, rest = body.partition(b"\nstream\n")
    if not found:
        return body
    data = rest.removesuffix(b"\nendstream")
    return head + found + _rc4(own, data) + b"\nendstream"


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)

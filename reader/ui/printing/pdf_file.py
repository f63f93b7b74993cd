# SPDX-License-Identifier: GPL-3.0-or-later
"""Sheets as a PDF file whose text can be found and copied: every glyph knows the letters it shows.

Qt's own writer (6.11) maps the glyphs of joined Arabic letters to nothing, so that no word can be found in its files.
Here each pair of glyph and letters has a code of its own. Faces are embedded with the glyphs that are used.
Source: ISO 32000-1, sections 7.5, 9.7 and 9.10.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping
from typing import BinaryIO

from PySide6.QtGui import QColor, QPainterPath, QRawFont

from reader.ui.printing.sheet import HEIGHT, UNITS_PER_POINT, WIDTH, Glyphs, Sheet, glyphs_of

_TABLES = ("head", "hhea", "maxp", "hmtx", "loca", "glyf", "cvt ", "fpgm", "prep")
_ON_ONE_LINE = 100
_PER_EM = 1000.0


class PdfFile:
    """A file while its pages are added; only the faces' lists of glyphs stay in memory."""

    def __init__(self, stream: BinaryIO, title: str, language: str, *, right_to_left: bool) -> None:
        self._stream = stream
        self._places: list[int] = []
        self._at = 0
        self._pages: list[int] = []
        self._faces: dict[str, _Face] = {}
        self._title, self._language, self._right_to_left = title, language, right_to_left
        self._write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        self._tree, self._resources = self._number(), self._number()

    def add(self, sheet: Sheet) -> None:
        """Write one page."""
        scale = 1 / UNITS_PER_POINT
        parts = [f"{scale:g} 0 0 {-scale:g} 0 {HEIGHT * scale:.2f} cm"]
        parts += [
            f"{_fill(box.colour)} {box.x:.1f} {box.y:.1f} {box.width:.1f} {box.height:.1f} re f" for box in sheet.boxes
        ]
        for glyphs in sorted(sheet.glyphs, key=lambda each: each.y):
            parts += self._shown(glyphs)
        content = self._add_stream("\n".join(parts).encode("latin-1"))
        size = f"[0 0 {WIDTH * scale:.2f} {HEIGHT * scale:.2f}]"
        self._pages.append(
            self._add(
                f"<</Type/Page/Parent {self._tree} 0 R/MediaBox{size}/Contents {content} 0 R"
                f"/Resources {self._resources} 0 R>>"
            )
        )

    def finish(self) -> None:
        """Write the faces, and what holds all together."""
        faces = " ".join(f"/{face.name} {self._add_face(face)} 0 R" for face in self._faces.values() if face.is_text)
        self._put(self._resources, f"<</Font<<{faces}>>>>".encode())
        kids = " ".join(f"{page} 0 R" for page in self._pages)
        self._put(self._tree, f"<</Type/Pages/Count {len(self._pages)}/Kids[{kids}]>>".encode())
        info = self._add(f"<</Title {_text(self._title)}/Producer {_text('Hashiya')}>>")
        way = "/ViewerPreferences<</Direction/R2L/DisplayDocTitle true>>" if self._right_to_left else ""
        root = self._add(f"<</Type/Catalog/Pages {self._tree} 0 R/Lang {_text(self._language)}{way}>>")
        begins = self._at
        rows = "".join(f"{place:010d} 00000 n \n" for place in self._places)
        count = len(self._places) + 1
        self._write(f"xref\n0 {count}\n0000000000 65535 f \n{rows}".encode())
        trailer = f"<</Size {count}/Root {root} 0 R/Info {info} 0 R>>"
        self._write(f"trailer\n{trailer}\nstartxref\n{begins}\n%%EOF\n".encode())

    # Inside

    def _shown(self, glyphs: Glyphs) -> list[str]:
        raw = glyphs.run.rawFont()
        key = f"{raw.familyName()}|{raw.styleName()}|{raw.weight()}"
        face = self._faces.get(key)
        if face is None:
            face = self._faces[key] = _Face(f"F{len(self._faces)}", raw)
        if not face.is_text:
            return [f"{_fill(glyphs.colour)} {_outline(raw, glyphs)}"]
        parts = [f"BT {_fill(glyphs.colour)} /{face.name} {raw.pixelSize():.1f} Tf"]
        for glyph in glyphs_of(glyphs):
            code = face.code(glyph.number, glyph.text)
            parts.append(f"1 0 0 -1 {glyph.x:.1f} {glyph.y:.1f} Tm <{code:04x}> Tj")
        parts.append("ET")
        return parts

    def _add_face(self, face: _Face) -> int:
        program = self._add_stream(face.program())
        spread = self._add_stream(face.glyphs())
        letters = self._add_stream(face.letters())
        name = f"{''.join(chr(65 + int(face.name[1:]) // 26**place % 26) for place in range(6))}+Hashiya{face.name}"
        descriptor = self._add(
            f"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[{face.box()}]/ItalicAngle 0"
            f"/Ascent {face.scaled(face.raw.ascent())}/Descent {-face.scaled(face.raw.descent())}"
            f"/CapHeight 700/StemV 80/FontFile2 {program} 0 R>>"
        )
        inner = self._add(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
            f"/Supplement 0>>/FontDescriptor {descriptor} 0 R/CIDToGIDMap {spread} 0 R/DW 0/W[{face.widths()}]>>"
        )
        return self._add(
            f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{inner} 0 R]"
            f"/ToUnicode {letters} 0 R>>"
        )

    def _number(self) -> int:
        self._places.append(0)
        return len(self._places)

    def _add(self, body: str) -> int:
        number = self._number()
        self._put(number, body.encode("latin-1"))
        return number

    def _add_stream(self, content: bytes) -> int:
        packed = zlib.compress(content, 6)
        number = self._number()
        head = f"<</Length {len(packed)}/Length1 {len(content)}/Filter/FlateDecode>>\nstream\n".encode()
        self._put(number, head + packed + b"\nendstream")
        return number

    def _put(self, number: int, body: bytes) -> None:
        self._places[number - 1] = self._at
        self._write(f"{number} 0 obj\n".encode() + body + b"\nendobj\n")

    def _write(self, raw: bytes) -> None:
        self._stream.write(raw)
        self._at += len(raw)


class _Face:
    """A face with what is used of it: a code for each glyph that shows certain letters."""

    def __init__(self, name: str, raw: QRawFont) -> None:
        self.name, self.raw = name, raw
        self._tables = {tag: bytes(raw.fontTable(tag).data()) for tag in _TABLES}
        self.is_text = all(self._tables[tag] for tag in ("head", "hhea", "maxp", "hmtx", "loca", "glyf"))
        """Whether its outlines can be embedded; glyphs of others are drawn, and cannot be searched."""
        self._codes: dict[tuple[int, str], int] = {}

    def code(self, glyph: int, letters: str) -> int:
        return self._codes.setdefault((glyph, letters), len(self._codes) + 1)

    def scaled(self, length: float) -> int:
        return round(length * _PER_EM / self.raw.pixelSize())

    def box(self) -> str:
        per_em = struct.unpack_from(">H", self._tables["head"], 18)[0]
        edges = struct.unpack_from(">4h", self._tables["head"], 36)
        return " ".join(str(round(edge * _PER_EM / per_em)) for edge in edges)

    def widths(self) -> str:
        advances = self.raw.advancesForGlyphIndexes([glyph for glyph, _ in self._codes])
        return "1[" + " ".join(str(self.scaled(advance.x())) for advance in advances) + "]"

    def glyphs(self) -> bytes:
        """Two bytes for each code: its glyph."""
        return b"\0\0" + b"".join(struct.pack(">H", glyph) for glyph, _ in self._codes)

    def letters(self) -> bytes:
        """The map of codes to letters; a glyph that adds to the letters of another shows a space without width."""
        lines = [
            f"<{code:04x}><{(letters or chr(0x200B)).encode('utf-16-be', 'replace').hex()}>"
            for (_, letters), code in self._codes.items()
        ]
        blocks = (lines[start : start + _ON_ONE_LINE] for start in range(0, len(lines), _ON_ONE_LINE))
        body = "".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar\n" for block in blocks)
        return (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CIDSystemInfo <</Registry (Adobe) "
            "/Ordering (UCS) /Supplement 0>> def /CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
            f"1 begincodespacerange <0000><ffff> endcodespacerange\n{body}"
            "endcmap CMapName currentdict /CMap defineresource pop end end"
        ).encode()

    def program(self) -> bytes:
        """The face as a TrueType file with the outlines of the glyphs that are used."""
        tables = dict(self._tables)
        tables["glyf"], tables["loca"] = _outlines_of(tables, {glyph for glyph, _ in self._codes} | {0})
        head = bytearray(tables["head"])
        struct.pack_into(">h", head, 50, 1)
        tables["head"] = bytes(head)
        return _font_file({tag: content for tag, content in tables.items() if content})


def _outlines_of(tables: Mapping[str, bytes], wanted: set[int]) -> tuple[bytes, bytes]:
    """New ``glyf`` and long ``loca`` that hold the wanted glyphs and those they are composed of alone."""
    is_long = struct.unpack_from(">h", tables["head"], 50)[0] == 1
    count = struct.unpack_from(">H", tables["maxp"], 4)[0]
    form = f">{count + 1}{'I' if is_long else 'H'}"
    places = [place if is_long else 2 * place for place in struct.unpack_from(form, tables["loca"])]
    glyf = tables["glyf"]
    waiting, used = list(wanted), set(wanted)
    while waiting:
        glyph = waiting.pop()
        for part in _parts_of(glyf[places[glyph] : places[glyph + 1]]) if glyph < count else ():
            if part not in used:
                used.add(part)
                waiting.append(part)
    kept, starts = bytearray(), []
    for glyph in range(count):
        starts.append(len(kept))
        if glyph in used:
            kept += glyf[places[glyph] : places[glyph + 1]]
            kept += b"\0" * (-len(kept) % 4)
    starts.append(len(kept))
    return bytes(kept), struct.pack(f">{len(starts)}I", *starts)


def _parts_of(outline: bytes) -> Iterable[int]:
    """The glyphs a composed glyph is made of."""
    if len(outline) < 10 or struct.unpack_from(">h", outline)[0] >= 0:
        return
    place, more = 10, True
    while more:
        flags, part = struct.unpack_from(">HH", outline, place)
        yield part
        place += 4 + (4 if flags & 1 else 2) + (2 if flags & 8 else 4 if flags & 0x40 else 8 if flags & 0x80 else 0)
        more = bool(flags & 0x20)


def _font_file(tables: Mapping[str, bytes]) -> bytes:
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    head = struct.pack(">IHHHH", 0x00010000, count, power * 16, power.bit_length() - 1, count * 16 - power * 16)
    place, directory, body = 12 + 16 * count, b"", b""
    for tag, content in sorted(tables.items()):
        padded = content + b"\0" * (-len(content) % 4)
        total = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        directory += struct.pack(">4sIII", tag.encode(), total, place + len(body), len(content))
        body += padded
    return head + directory + body


def _outline(raw: QRawFont, glyphs: Glyphs) -> str:
    """The glyphs of a face that cannot be embedded, as shapes."""
    shape = QPainterPath()
    for index, point in zip(glyphs.run.glyphIndexes(), glyphs.run.positions(), strict=True):
        shape.addPath(raw.pathForGlyph(index).translated(glyphs.x + point.x(), glyphs.y + point.y()))
    parts = []
    for polygon in shape.toSubpathPolygons():
        points = [f"{point.x():.1f} {point.y():.1f}" for point in polygon.toList()]
        parts.append(f"{points[0]} m " + " ".join(f"{point} l" for point in points[1:]) + " h")
    return " ".join([*parts, "f"]) if parts else ""


def _fill(colour: QColor) -> str:
    return f"{colour.redF():.3f} {colour.greenF():.3f} {colour.blueF():.3f} rg"


def _text(text: str) -> str:
    return f"<feff{text.encode('utf-16-be', 'replace').hex()}>"

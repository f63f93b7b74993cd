# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of a WordprocessingML package: found by their relations, read as trees, whichever dialect they are in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lxml.etree import _Element as Element

from reader.errors import FileDamaged, FileProtected, FormatNotRead
from reader.importers.archive import Archive, resolved
from reader.importers.decoding import read_bytes
from reader.importers.xml_safely import LARGEST_XML_BYTES, parse_xml

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
"""The namespaces of the strict dialect, and those of the usual one. Source: ISO/IEC 29500-1 and -4."""
_OFFICE_FILE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OFF = ("0", "false", "off")


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """``kind`` is the last part of the relation's type: ``footnotes``, ``styles``…; ``target`` a member's name."""

    kind: str
    target: str
    external: bool


class Package:
    """A package that is open for reading.

    Raises:
        FileProtected: for a document under a password.
        FormatNotRead: for a document of Word before 2007.
        FileDamaged: for what is no package.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        _refuse_office_file(path)
        self.archive = Archive(path)

    def part(self, name: str) -> Element | None:
        """The tree of a part; None when it is missing."""
        if name not in self.archive:
            return None
        data = self.archive.read(name, LARGEST_XML_BYTES)
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        return parse_xml(data, self.path)

    def relations(self, of: str = "") -> list[Relation]:
        """The relations of a part, or of the package itself."""
        folder, _, name = of.rpartition("/")
        root = self.part(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
        found = []
        for relation in root if root is not None else ():
            external = relation.get("TargetMode") == "External"
            target = relation.get("Target") or ""
            inside = None if external else resolved(of, target)
            kind = (relation.get("Type") or "").rpartition("/")[2]
            found.append(Relation(kind=kind, target=target if inside is None else inside, external=external))
        return found

    def main_part(self) -> str:
        """The name of the part with the text.

        Raises:
            FileDamaged: when there is none.
        """
        named = [one.target for one in self.relations() if one.kind == "officeDocument" and not one.external]
        for name in [*named, "word/document.xml"]:
            if name in self.archive:
                return name
        raise FileDamaged(self.path, "the part with the text is missing")


def value(element: Element | None, name: str = "val", otherwise: str = "") -> str:
    """An attribute in the namespace of WordprocessingML."""
    return otherwise if element is None else (element.get(f"{W}{name}") or otherwise)


def whole(element: Element | None, name: str = "val", otherwise: int = 0) -> int:
    """An attribute as a number; ``otherwise`` where it is missing or none, or absurd."""
    written = value(element, name)
    digits = written.removeprefix("-")
    return int(written) if digits.isdecimal() and len(digits) < 10 else otherwise


def switch(parent: Element | None, name: str) -> bool | None:
    """Whether a property is on or off; None when it is not said."""
    found = parent.find(f"{W}{name}") if parent is not None else None
    return None if found is None else value(found).lower() not in _OFF


def _refuse_office_file(path: Path) -> None:
    with path.open("rb") as opened:
        if opened.read(4) != _OFFICE_FILE:
            return
    if _ENCRYPTED in read_bytes(path, 1 << 30):
        raise FileProtected(path)
    raise FormatNotRead(path, "DOC")

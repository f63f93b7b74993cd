# SPDX-License-Identifier: GPL-3.0-or-later
"""The package of an EPUB: what is in it, in which order it is read, what it says about itself, what is encrypted."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote

from lxml.etree import _Element as Element

from reader.errors import FileCopyProtected, FileDamaged
from reader.importers.archive import Archive, resolved
from reader.importers.dates import iso_date
from reader.importers.markup_tags import local_name
from reader.importers.xml_safely import LARGEST_XML_BYTES, parse_xml

_CONTAINER = "META-INF/container.xml"
_PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document")
_NCX = "application/x-dtbncx+xml"
_FONT_OBFUSCATION = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""Ways to scramble embedded fonts, which no text needs. Source: EPUB OCF 3.3, section 4.4."""
_MOST_ITEMS = 50_000
_DC = {
    "creator": "author",
    "date": "date",
    "language": "language",
    "publisher": "publisher",
    "identifier": "identifier",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A file of the book; ``name`` is its name in the archive, ``linear`` false for what stands beside the text."""

    name: str
    kind: str
    properties: frozenset[str] = frozenset()
    linear: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A book as its package document describes it. ``nav`` and ``ncx`` are names of members, empty when missing."""

    spine: tuple[Item, ...]
    missing: int
    nav: str
    ncx: str
    title: str
    metadata: tuple[tuple[str, str], ...]
    right_to_left: bool


def read_package(archive: Archive) -> Package:
    """The package document.

    Raises:
        FileDamaged: when there is none, or nothing to read is named in it.
        FileCopyProtected: when what is to be read is encrypted.
        FileUnsafe, FileTooLarge, FileProtected.
    """
    name = _package_name(archive)
    root = parse_xml(archive.read(name, LARGEST_XML_BYTES), archive.path)
    manifest = _manifest(root, name)
    order = [one for one in root.iter() if local_name(one) == "itemref"][:_MOST_ITEMS]
    named = dict.fromkeys((one.get("idref") or "", one.get("linear") != "no") for one in order)
    wanted = [_page_of(manifest, identity, linear=linear) for identity, linear in named]
    spine = tuple(dict.fromkeys(item for item in wanted if item is not None and item.name in archive))
    if not spine:
        raise FileDamaged(archive.path, "it names no text to read")
    _refuse_copy_protection(archive, spine)
    spine_element = next((one for one in root.iter() if local_name(one) == "spine"), None)
    title, metadata = _described(root)
    return Package(
        spine=spine,
        missing=sum(1 for item in wanted if item is None or item.name not in archive),
        nav=next((item.name for item in manifest.values() if "nav" in item.properties), ""),
        ncx=_ncx_of(spine_element, manifest),
        title=title,
        metadata=metadata,
        right_to_left=spine_element is not None and spine_element.get("page-progression-direction") == "rtl",
    )


def member_of(base: str, reference: str) -> tuple[str | None, str]:
    """The member a reference written in ``base`` leads to, and the place in it; None when it leads outside."""
    address, _, fragment = reference.partition("#")
    if ":" in address.split("/", 1)[0]:
        return None, ""
    return (resolved(base, unquote(address)) if address else base), unquote(fragment)


def _package_name(archive: Archive) -> str:
    """The package document the container names, or else any."""
    if _CONTAINER in archive:
        container = parse_xml(archive.read(_CONTAINER, LARGEST_XML_BYTES), archive.path)
        for one in container.iter():
            name = one.get("full-path") if local_name(one) == "rootfile" else None
            if name and name in archive:
                return str(name)
    found = next((member.name for member in archive.members if member.name.lower().endswith(".opf")), None)
    if found is None:
        raise FileDamaged(archive.path, "its package document is missing")
    return found


def _manifest(root: Element, base: str) -> dict[str, Item]:
    found: dict[str, Item] = {}
    for one in root.iter():
        if local_name(one) != "item" or len(found) >= _MOST_ITEMS:
            continue
        name, _ = member_of(base, one.get("href") or "")
        properties = frozenset((one.get("properties") or "").split())
        if name:
            kind = (one.get("media-type") or "").strip().lower()
            found.setdefault(one.get("id") or "", Item(name=name, kind=kind, properties=properties))
    return found


def _page_of(manifest: dict[str, Item], identity: str, *, linear: bool) -> Item | None:
    """The page a place in the reading order names; a page whatever its type says, if its name ends like one's."""
    item = manifest.get(identity)
    if item is None or not (item.kind in _PAGES or item.name.lower().endswith((".xhtml", ".html", ".htm"))):
        return None
    return Item(name=item.name, kind=item.kind, properties=item.properties, linear=linear)


def _ncx_of(spine: Element | None, manifest: dict[str, Item]) -> str:
    named = manifest.get((spine.get("toc") or "") if spine is not None else "")
    return named.name if named else next((item.name for item in manifest.values() if item.kind == _NCX), "")


def _described(root: Element) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Title and metadata. Of several creators all count, of the rest the first."""
    told: dict[str, list[str]] = {}
    for one in root.iter():
        if isinstance(one.tag, str) and one.tag.startswith("{http://purl.org/dc/"):
            told.setdefault(local_name(one), []).append("".join(one.itertext()).strip())
    creators = "، ".join(dict.fromkeys(filter(None, told.get("creator", [])[:20])))
    known = {key: next(filter(None, told.get(name, [])), "") for name, key in _DC.items()}
    known["author"], known["date"] = creators, iso_date(known["date"])
    return next(filter(None, told.get("title", [])), ""), tuple((key, text) for key, text in known.items() if text)


def _refuse_copy_protection(archive: Archive, spine: tuple[Item, ...]) -> None:
    name = "META-INF/encryption.xml"
    if name not in archive:
        return
    root = parse_xml(archive.read(name, LARGEST_XML_BYTES), archive.path)
    pages = {item.name for item in spine}
    for data in root.iter():
        if local_name(data) != "encrypteddata":
            continue
        ways = {one.get("Algorithm") for one in data.iter() if local_name(one) == "encryptionmethod"}
        targets = {unquote(one.get("URI") or "") for one in data.iter() if local_name(one) == "cipherreference"}
        if targets & pages and not ways <= set(_FONT_OBFUSCATION):
            raise FileCopyProtected(archive.path)

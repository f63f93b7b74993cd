# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of contents and the list of printed pages of an EPUB, from its nav page or its NCX."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml.etree import _Element as Element

from reader.errors import FileDamaged, FileUnsafe
from reader.importers.archive import Archive
from reader.importers.epub_package import Package, member_of
from reader.importers.html_text import decode_page
from reader.importers.markup_tags import local_name, types_of
from reader.importers.text_builder import one_line
from reader.importers.xml_safely import LARGEST_XML_BYTES, parse_html, parse_xml

_MOST_ENTRIES = 50_000
_DEEPEST = 6
_LONGEST_LABEL = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry leads to ``fragment`` in the member ``name``; an empty fragment is the beginning of the page."""

    label: str
    level: int
    name: str
    fragment: str


@dataclass(slots=True)
class Contents:
    """Entries and pages by the member they lead to."""

    entries: dict[str, list[Entry]] = field(default_factory=dict)
    pages: dict[str, list[Entry]] = field(default_factory=dict)


def read_contents(archive: Archive, package: Package) -> Contents:
    """What the book says of its parts. The nav page counts; where it has nothing, the NCX of EPUB 2 does."""
    contents = Contents()
    for name, read in ((package.nav, _from_nav), (package.ncx, _from_ncx)):
        if not name or name not in archive:
            continue
        root = read_page(archive, name)
        for kind, entry in read(root, name) if root is not None else ():
            kept = contents.entries if kind == "toc" else contents.pages
            if sum(map(len, kept.values())) < _MOST_ENTRIES:
                kept.setdefault(entry.name, []).append(entry)
        if contents.entries:
            break
    return contents


def read_page(archive: Archive, name: str) -> Element | None:
    """The tree of a page: as XML, or, where it is none, as a browser would read it.

    Raises:
        FileDamaged, FileTooLarge, FileProtected, FileUnsafe: when the archive does not give it out.
    """
    return _tree(archive.read(name, LARGEST_XML_BYTES), archive.path)


def _tree(data: bytes, path: Path) -> Element | None:
    try:
        return parse_xml(data, path)
    except (FileDamaged, FileUnsafe):
        return parse_html(decode_page(data)[0])


def _from_nav(root: Element, base: str) -> Iterator[tuple[str, Entry]]:
    for nav in root.iter():
        if local_name(nav) != "nav":
            continue
        types = types_of(nav)
        kind = "pages" if types & {"page-list", "doc-pagelist"} else "toc" if types & {"toc", "doc-toc"} else ""
        for link in nav.iter() if kind else ():
            if local_name(link) == "a":
                level = sum(1 for above in link.iterancestors() if local_name(above) == "ol")
                yield from _entry(kind, "".join(link.itertext()), level, link.get("href"), base)


def _from_ncx(root: Element, base: str) -> Iterator[tuple[str, Entry]]:
    for point in root.iter():
        name = local_name(point)
        if name not in ("navpoint", "pagetarget"):
            continue
        label = next((child for child in point if local_name(child) == "navlabel"), None)
        content = next((child for child in point if local_name(child) == "content"), None)
        level = 1 + sum(1 for above in point.iterancestors() if local_name(above) == "navpoint")
        if content is not None:
            text = "".join(label.itertext()) if label is not None else ""
            yield from _entry("toc" if name == "navpoint" else "pages", text, level, content.get("src"), base)


def _entry(kind: str, label: str, level: int, reference: str | None, base: str) -> Iterator[tuple[str, Entry]]:
    name, fragment = member_of(base, reference or "")
    label = one_line(label)[:_LONGEST_LABEL]
    if name and label:
        yield kind, Entry(label=label, level=min(max(level, 1), _DEEPEST), name=name, fragment=fragment)

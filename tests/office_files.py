# SPDX-License-Identifier: GPL-3.0-or-later
"""DOCX, ODT and EPUB files made for tests: the least a program would write, around what a test is about."""

from __future__ import annotations

import zipfile
from importlib import import_module
from pathlib import Path

from reader.importers.extracted import Extracted, NoticeKind, Options

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
ODF = "urn:oasis:names:tc:opendocument:xmlns:"
ODF_NAMES = " ".join(
    f'xmlns:{short}="{ODF}{long}:1.0"'
    for short, long in {
        "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing", "meta": "meta",
        "fo": "xsl-fo-compatible",
    }.items()
)  # fmt: skip
DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'


def read_all(path: Path, format_id: str, options: Options | None = None) -> list[Extracted]:
    importer = import_module(f"reader.importers.{format_id}")
    return list(importer.extract(path, options or Options(), lambda _done, _total: None, lambda: False))


def read(path: Path, format_id: str, options: Options | None = None) -> Extracted:
    (only,) = read_all(path, format_id, options)
    return only


def shown(extracted: Extracted) -> list[tuple[str, ...]]:
    """Every paragraph with what its block says: kind with level, label, text."""
    blocks = {block.start: block for block in extracted.blocks if block.end > block.start}
    lines, at = [], 0
    for line in extracted.text.split("\n"):
        block = blocks.get(at)
        kind = f"{block.kind.value}{block.level or ''}" if block else ""
        lines.append((kind, block.label if block else "", line))
        at += len(line) + 1
    return lines


def notices(extracted: Extracted) -> dict[NoticeKind, int]:
    return {notice.kind: notice.count for notice in extracted.notices}


def page_places(extracted: Extracted) -> list[tuple[str, str]]:
    """The label of each page with the letters it begins with."""
    pages = [block for block in extracted.blocks if block.kind.value == "page"]
    return [(block.label, extracted.text[block.start : block.start + 6]) for block in pages]


def packed(path: Path, members: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def docx(path: Path, body: str, *, namespace: str = W, core: str = "", **parts: str) -> Path:
    """A DOCX with this content of ``w:body``; ``parts`` are the contents of ``word/<name>.xml``."""
    relations = "".join(f'<Relationship Id="r{name}" Type="{R}/{name}" Target="{name}.xml"/>' for name in parts)
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{R}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>',
    }
    for name, content in parts.items():
        members[f"word/{name}.xml"] = f'<w:{name} xmlns:w="{namespace}">{content}</w:{name}>'
    if core:
        members["docProps/core.xml"] = (
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
            f'{DC} xmlns:dcterms="http://purl.org/dc/terms/">{core}</cp:coreProperties>'
        )
    return packed(path, members)


def w_p(text: str = "", properties: str = "", runs: str = "") -> str:
    """A paragraph of a DOCX."""
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}{runs}</w:p>"


def w_r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def odt(path: Path, body: str, *, automatic: str = "", styles: str = "", meta: str = "", manifest: str = "") -> Path:
    """An ODT with this content of ``office:text``."""
    content = (
        f"<office:document-content {ODF_NAMES} {DC}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    common = f"<office:document-styles {ODF_NAMES}><office:styles>{styles}</office:styles></office:document-styles>"
    about = f"<office:document-meta {ODF_NAMES} {DC}><office:meta>{meta}</office:meta></office:document-meta>"
    members: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": content,
        "styles.xml": common,
        "meta.xml": about,
    }
    if manifest:
        members["META-INF/manifest.xml"] = manifest
    return packed(path, members)


def epub(
    path: Path,
    chapters: dict[str, str],
    *,
    nav: str = "",
    ncx: str = "",
    metadata: str = "",
    spine: str = "",
    spine_attributes: str = "",
    extra: dict[str, str | bytes] | None = None,
) -> Path:
    """An EPUB whose ``chapters`` are names of pages and the contents of their bodies, in reading order."""
    items = "".join(f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml"/>' for name in chapters)
    items += '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>' if nav else ""
    items += '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>' if ncx else ""
    order = spine or "".join(f'<itemref idref="{name}"/>' for name in chapters)
    members: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
        "OEBPS/book.opf": f'<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata {DC}>'
        f"{metadata}</metadata><manifest>{items}</manifest><spine {spine_attributes}>{order}</spine></package>",
    }
    for name, body in chapters.items():
        members[f"OEBPS/{name}.xhtml"] = xhtml(body)
    if nav:
        members["OEBPS/nav.xhtml"] = xhtml(nav)
    if ncx:
        members["OEBPS/toc.ncx"] = f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/">{ncx}</ncx>'
    return packed(path, members | (extra or {}))


def xhtml(body: str) -> str:
    return (
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
        f"<head><title>x</title></head><body>{body}</body></html>"
    )

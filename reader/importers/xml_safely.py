# SPDX-License-Identifier: GPL-3.0-or-later
"""XML and HTML of strangers as trees: no entity of the file's own, nothing from outside, bounded depth and size."""

from __future__ import annotations

import html
import re
from pathlib import Path

from lxml import etree
from lxml.etree import _Element as Element

from reader.errors import FileDamaged, FileTooLarge, FileUnsafe

LARGEST_XML_BYTES = 96 << 20
"""A tree takes some eight times as much memory. A book of a thousand pages is 10 MB of a word processor's XML."""
_DEEP = "XML_PARSE_HUGE"
_MOST_ATTRIBUTES = 2000
_LONG_TAG = 8000
_TAGS = re.compile(
    r"""<!--.*?(?:-->|\Z)
    |<(?:(script|style)\b).*?(?:</\1|\Z)
    |<([A-Za-z][\w:-]{0,40})((?:[^>"'=]++|=\s*+"[^"]*+"|=\s*+'[^']*+'|["'=])*+)(?:>|\Z)""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
"""Comments, scripts, tags. Every branch ends at the end of the text at the latest, which keeps a search linear."""
_IN_HEAD = frozenset({"title", "meta", "link", "script", "style", "base", "noscript", "template", "bgsound"})
_CONTAINER_TAGS = re.compile(
    r"</?(?:div|span|font|section|center|b|i|u|a|table|tbody|tr|td|ul|li)\b[^<>]{0,4000}>", re.I
)


def parse_xml(data: bytes, path: Path) -> Element:
    """The root of an XML file, or of a part of the file at ``path``.

    Comments and processing instructions are left out. Depth is 256 elements at most (libxml2's own bound).

    Raises:
        FileDamaged: when it is no well-formed XML, or is nested too deep.
        FileUnsafe: when it declares entities of its own.
        FileTooLarge.
    """
    if len(data) > LARGEST_XML_BYTES:
        raise FileTooLarge(path, LARGEST_XML_BYTES)
    try:
        root = etree.fromstring(data, _xml_parser())
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise FileDamaged(path, "what should be XML in it is none") from error
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and next(declared.iterentities(), None) is not None:
        raise FileUnsafe(path, "it declares entities of its own")
    _resolve_entities(root)
    return root


def parse_html(text: str) -> Element | None:
    """The root of an HTML page, however damaged; None when there is nothing in it.

    Elements nested deeper than libxml2 goes (2,048) are flattened rather than lost.
    """
    text = _TAGS.sub(_without_attributes, text)
    root, complete = _parsed_html(text)
    if not complete:
        root, _ = _parsed_html(_CONTAINER_TAGS.sub("<br>", text))
    if root is not None:
        _begin_body(root)
    return root


def _begin_body(root: Element) -> None:
    """Where no tag begins the body, libxml2 leaves elements that HTML 4 did not know in the head: take them out."""
    head = root.find("head")
    if head is None:
        return
    astray = next((at for at, child in enumerate(head) if str(child.tag).lower() not in _IN_HEAD), None)
    if astray is None:
        return
    body = root.find("body")
    if body is None:
        body = etree.SubElement(root, "body")
    for place, element in enumerate(list(head)[astray:]):
        body.insert(place, element)


def _without_attributes(tag: re.Match[str]) -> str:
    """A tag with thousands of attributes without them: the time to read them grows with the square of their number."""
    written = tag[3] or ""
    if len(written) < _LONG_TAG or written.count("=") + written.count("/") + len(written.split()) < _MOST_ATTRIBUTES:
        return tag[0]
    return f"<{tag[2]}>"


def _parsed_html(text: str) -> tuple[Element | None, bool]:
    """The root, and whether the parser went through to the end."""
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True, default_doctype=False
    )
    data = text.encode("utf-8", "replace")
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    return root, not any(_DEEP in entry.message for entry in parser.error_log)


def _xml_parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _resolve_entities(root: Element) -> None:
    """Put the characters of HTML's entities (``&nbsp;``) in their places; XHTML uses them without declaring them."""
    for entity in list(root.iter(etree.Entity)):
        written = entity.text or ""
        meant = html.unescape(written)
        parent, before = entity.getparent(), entity.getprevious()
        tail = (meant if meant != written else written) + (entity.tail or "")
        if parent is None:
            continue
        if before is not None:
            before.tail = (before.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
        entity.tail = None
        parent.remove(entity)

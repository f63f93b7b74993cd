# SPDX-License-Identifier: GPL-3.0-or-later
"""Web pages saved as one file (MHTML): the page in the envelope, with the address and encoding the envelope tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from pathlib import Path

from reader.errors import FileDamaged, NoText
from reader.importers.decoding import read_bytes
from reader.importers.extracted import Cancelled, Extracted, Options, Progress
from reader.importers.html import Page, extract_page
from reader.importers.html_text import decode_page

_LARGEST_BYTES = 256 << 20
_PAGES = ("text/html", "application/xhtml+xml")
_ADDRESS = re.compile(r"https?://\S{1,1900}")


def extract(path: Path, options: Options, progress: Progress, cancelled: Cancelled) -> Iterator[Extracted]:
    """The article of the page in the envelope. Pictures, styles and frames in it are not looked at.

    Raises:
        Cancelled, FileMissing, FileEmpty, FileUnreadable, FileTooLarge, EncodingUnknown.
        NoText: when there is no page in the envelope, or no text on it.
        FileDamaged: when the envelope cannot be read.
    """
    try:
        envelope = message_from_bytes(read_bytes(path, _LARGEST_BYTES))
        found = _page_in(envelope)
    except RecursionError as error:
        raise FileDamaged(path, "envelopes are nested in it too deep") from error
    if found is None:
        raise NoText(path, "there is no web page in it")
    text, encoding, bad = decode_page(_body_of(found), options.encoding, _charset_of(found))
    page = Page(text=text, encoding=encoding, bad_places=bad, address=_address_of(envelope, found))
    yield extract_page(path, page, options, progress, cancelled)


def _page_in(envelope: Message) -> Message | None:
    """The part the envelope names as its start, or else the first page in it."""
    start = str(envelope.get_param("start") or "").strip("<> ")
    pages = [part for part in envelope.walk() if part.get_content_type() in _PAGES]
    named = [part for part in pages if start and str(part.get("Content-ID") or "").strip("<> ") == start]
    return next(iter([*named, *pages]), None)


def _body_of(part: Message) -> bytes:
    body = part.get_payload(decode=True)
    return body if isinstance(body, bytes) else b""


def _charset_of(part: Message) -> str:
    told = part.get_param("charset")
    return told if isinstance(told, str) else ""


def _address_of(envelope: Message, page: Message) -> str:
    """Where the page was saved from."""
    told = (envelope.get("Snapshot-Content-Location"), page.get("Content-Location"), envelope.get("Content-Location"))
    for header in told:
        written = _readable(str(header)) if header else ""
        if found := _ADDRESS.fullmatch(written.strip()):
            return found[0]
    return ""


def _readable(header: str) -> str:
    try:
        return str(make_header(decode_header(header)))
    except (ValueError, LookupError):
        return header

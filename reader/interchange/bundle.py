# SPDX-License-Identifier: GPL-3.0-or-later
"""Hashiya's bundle: a zip file with one JSON document for each text, for moving work between libraries.

``bundle.json`` lists the members with the SHA-256 of each, so that damage is told before anything is taken in.
Positions are code points, half-open.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from reader.errors import AnnotationsUnreadable, FormatTooNew
from reader.interchange import json_document
from reader.interchange.content import Content, Options
from reader.interchange.fields import Fields, parsed, read_bytes
from reader.interchange.format import ReadOptions, as_text
from reader.interchange.received import Received
from reader.interchange.zip_members import ZipMembers

FORM = 1
_NAME = "hashiya-bundle"
_LIST = "bundle.json"
_TIME = (1980, 1, 1, 0, 0, 0)
"""The same work gives the same bytes, whenever it is written."""


def write(contents: Iterable[Content], stream: BinaryIO, _options: Options) -> None:
    """A member for each document, and the list of them behind all. Memory: one document's JSON."""
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        members = []
        for content in contents:
            raw = io.BytesIO()
            with as_text(raw) as text:
                json_document.write_object(content, text)
            name = f"documents/{content.document.id}.json"
            archive.writestr(_member(name), raw.getvalue())
            digest = hashlib.sha256(raw.getvalue()).hexdigest()
            members.append({"name": name, "title": content.document.title, "sha256": digest})
        listed = {"format": _NAME, "form": FORM, "documents": members}
        archive.writestr(_member(_LIST), json.dumps(listed, ensure_ascii=False, indent=1))


def read(path: Path, options: ReadOptions) -> Iterator[Received]:
    """The documents of the bundle, in the order of its list. Memory: the file and one document.

    Raises:
        AnnotationsUnreadable: naming the member; FormatTooNew, FileTooLarge when it would unpack to more than it may.
    """
    members = ZipMembers(read_bytes(path, options.most_bytes), path, options.most_bytes)
    listed = Fields(parsed(_text_of(members, _LIST, path), path, _LIST), path, _LIST)
    if listed.text("format") != _NAME:
        raise listed.fail("it is not a bundle of Hashiya")
    if listed.number("form") > FORM:
        raise FormatTooNew(path, _NAME)
    for member in listed.records("documents", "document"):
        text = _text_of(members, member.text("name"), path)
        if hashlib.sha256(text.encode()).hexdigest() != member.text("sha256"):
            raise member.fail("it is damaged: its checksum is another")
        value: Any = parsed(text, path, member.text("name"))
        yield json_document.received(value, path)


def _member(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _TIME)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    return info


def _text_of(members: ZipMembers, name: str, path: Path) -> str:
    try:
        return members.read(name).decode("utf-8")
    except UnicodeDecodeError as error:
        raise AnnotationsUnreadable(path, name, f"byte {error.start} is not UTF-8") from None

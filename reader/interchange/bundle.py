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
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from reader.errors import AnnotationsUnreadable, FileTooLarge, FormatTooNew
from reader.interchange import json_document
from reader.interchange.content import Content, Options
from reader.interchange.fields import Fields, parsed, read_bytes
from reader.interchange.format import ReadOptions, as_text
from reader.interchange.received import Received

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
    raw = read_bytes(path, options.most_bytes)
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
    except zipfile.BadZipFile as error:
        raise AnnotationsUnreadable(path, "", f"it is no bundle ({error})") from None
    with archive:
        left = options.most_bytes
        listed = Fields(parsed(_text_of(archive, _LIST, path, left), path, _LIST), path, _LIST)
        if listed.text("format") != _NAME:
            raise listed.fail("it is not a bundle of Hashiya")
        if listed.number("form") > FORM:
            raise FormatTooNew(path, _NAME)
        for member in listed.records("documents", "document"):
            text = _text_of(archive, member.text("name"), path, left)
            left -= len(text)
            if hashlib.sha256(text.encode()).hexdigest() != member.text("sha256"):
                raise member.fail("it is damaged: its checksum is another")
            value: Any = parsed(text, path, member.text("name"))
            yield json_document.received(value, path)


def _member(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _TIME)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    return info


def _text_of(archive: zipfile.ZipFile, name: str, path: Path, most: int) -> str:
    """A member as text, never more than ``most`` bytes of it, whatever its head says."""
    try:
        with archive.open(name) as member:
            raw = member.read(most + 1)
    except KeyError:
        raise AnnotationsUnreadable(path, name, "it is missing from the bundle") from None
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise AnnotationsUnreadable(path, name, f"it is damaged ({error})") from None
    if len(raw) > most:
        raise FileTooLarge(path, most)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise AnnotationsUnreadable(path, name, f"byte {error.start} is not UTF-8") from None

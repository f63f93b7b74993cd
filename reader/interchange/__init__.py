# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said about a document, out of the library and into files other programs read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TextIO

from reader.interchange import csv_table, json_document, web_annotation
from reader.interchange.content import Content, Options
from reader.interchange.files import write_file

__all__ = ["FORMATS", "Content", "Format", "Options", "write_file"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format that can be written; ``title`` is for people, English."""

    name: str
    title: str
    suffix: str
    media_type: str
    write: Callable[[Content, TextIO, Options], None]


_ALL = (
    Format(
        name="json",
        title="Hashiya JSON: the document with everything said about it",
        suffix=".json",
        media_type="application/json",
        write=json_document.write,
    ),
    Format(
        name="csv",
        title="Table of annotations (CSV)",
        suffix=".csv",
        media_type="text/csv; charset=utf-8",
        write=csv_table.write,
    ),
    Format(
        name="web-annotation",
        title="W3C Web Annotation (JSON-LD)",
        suffix=".jsonld",
        media_type='application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
        write=web_annotation.write,
    ),
)

FORMATS: Mapping[str, Format] = MappingProxyType({each.name: each for each in _ALL})
"""Every format by its name."""

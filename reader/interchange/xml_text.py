# SPDX-License-Identifier: GPL-3.0-or-later
"""Text in XML: what may stand there, and trees of strangers without entities of their own."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError
from xml.parsers import expat
from xml.sax.saxutils import escape

from reader.errors import AnnotationsUnreadable, FormatCannotHold

_DEEPEST = 200
"""Elements within each other; honest files have a dozen."""
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def refuse_controls(text: str, form: str) -> None:
    """XML 1.0 has no control characters but tab, line feed and carriage return; there is no way to write them.

    Raises:
        FormatCannotHold: naming the first one and its place.
    """
    found = _NOT_IN_XML.search(text)
    if found is not None:
        raise FormatCannotHold(form, f"U+{ord(found[0]):04X} at character {found.start()} has no place in XML")


def escaped(text: str) -> str:
    """The text as it stands between tags; a carriage return stays one."""
    return escape(text, {"\r": "&#13;"})


def refuse_hostile(raw: bytes, path: Path, place: str = "") -> None:
    """Read the XML once without keeping anything: what could unpack without end or read other files is refused.

    Raises:
        AnnotationsUnreadable: for what is no XML, declares a document type, or is nested too deeply.
    """
    depth = 0

    def begin(_name: str, _attributes: object) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise AnnotationsUnreadable(path, place, f"its elements are nested deeper than {_DEEPEST}")

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    def declare(*_given: object) -> None:
        raise AnnotationsUnreadable(path, place, "it declares entities of its own, which is refused")

    reader = expat.ParserCreate()
    reader.StartElementHandler, reader.EndElementHandler = begin, end
    reader.StartDoctypeDeclHandler = reader.EntityDeclHandler = declare
    try:
        reader.Parse(raw, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise AnnotationsUnreadable(path, place, f"it is no XML that can be read ({error})") from None


def parsed_xml(raw: bytes, path: Path, place: str = "") -> Any:
    """The root of an XML document that may be hostile.

    Raises:
        AnnotationsUnreadable: for what is no XML, declares a document type, or is nested too deeply.
    """
    refuse_hostile(raw, path, place)
    from defusedxml.common import DefusedXmlException  # noqa: PLC0415 - for files that come in only
    from defusedxml.ElementTree import fromstring  # noqa: PLC0415

    try:
        return fromstring(raw, forbid_dtd=True)
    except DefusedXmlException:
        raise AnnotationsUnreadable(path, place, "it declares entities of its own, which is refused") from None
    except (ParseError, ValueError, LookupError, RecursionError) as error:
        raise AnnotationsUnreadable(path, place, f"it is no XML that can be read ({error})") from None

# SPDX-License-Identifier: GPL-3.0-or-later
"""TBX, the exchange format of term bases: read in its versions 2 and 3, written as TBX-Basic in either.

Source: ISO 30042:2008 (``martif``) and ISO 30042:2019 (``tbx``, styles DCA and DCT); TBX-Basic dialect, tbxinfo.net.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO
from xml.sax.saxutils import escape, quoteattr

from reader.errors import FileIsFolder, FileMissing, FileUnreadable, RecordUnreadable
from reader.interchange.term_records import TermFile, TermRecord
from reader.model.term import Term, TermBase, TermStatus

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

V2, V3 = 2, 3
_ENTRIES: Final = frozenset(("termEntry", "conceptEntry"))
_LANGUAGES: Final = frozenset(("langSet", "langSec"))
_TERMS: Final = frozenset(("tig", "ntig", "termSec"))
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_RECORD: Final = "record"
_STATUS_OF: Final = {
    "preferredTerm-admn-sts": TermStatus.PREFERRED,
    "admittedTerm-admn-sts": TermStatus.ADMITTED,
    "deprecatedTerm-admn-sts": TermStatus.DEPRECATED,
    "supersededTerm-admn-sts": TermStatus.DEPRECATED,
}
_STATUS_NAME: Final = {
    TermStatus.PREFERRED: "preferredTerm-admn-sts",
    TermStatus.ADMITTED: "admittedTerm-admn-sts",
    TermStatus.PROPOSED: "admittedTerm-admn-sts",
    TermStatus.DEPRECATED: "deprecatedTerm-admn-sts",
}
_PARTS_OF_SPEECH: Final = frozenset(("noun", "verb", "adjective", "adverb", "properNoun", "other"))
"""What TBX-Basic allows; anything else is kept in a note."""


class _Entry:
    """What an entry says, gathered: terms by language, and its texts by kind."""

    def __init__(self) -> None:
        self.terms: dict[str, list[tuple[str, TermStatus]]] = {}
        self.texts: dict[str, str] = {}

    def text(self, kind: str) -> str:
        return self.texts.get(kind, "")


def read_tbx(path: Path, source_language: str = "", target_language: str = "") -> TermFile:
    """The entries that have a term in the source language; those without one are named as ignored.

    Languages match by their first part (``ar`` finds ``ar-EG``). Without a source language it is Arabic where the file
    has that, else the first one; the target is then the first other one.

    Raises:
        FileMissing, FileIsFolder, FileUnreadable.
        RecordUnreadable: naming the record.
    """
    entries = list(_entries(path))
    languages = list(dict.fromkeys(language for entry in entries for language in entry.terms))
    source = source_language or _default_source(languages)
    target = target_language or next((each for each in languages if not _same(each, source)), "")
    records, left = [], 0
    for number, entry in enumerate(entries, 1):
        record = _record(number, entry, source, target)
        if record is None:
            left += 1
        else:
            records.append(record)
    if not records:
        raise RecordUnreadable(path, _RECORD, 1, "no-terms", source)
    ignored = (f"{left} entries without a term in “{source}”",) if left else ()
    return TermFile(
        path=path,
        unit=_RECORD,
        records=tuple(records),
        source_language=source,
        target_language=target,
        ignored=ignored,
    )


def write_tbx(base: TermBase, terms: Iterable[Term], stream: TextIO, version: int = V3) -> None:
    """The base as TBX-Basic. What the dialect has no place for goes into notes."""
    names = _V3 if version == V3 else _V2
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n' + names["head"].format(title=_text(base.name)))
    for number, term in enumerate(terms, 1):
        stream.writelines(f"{line}\n" for line in _entry_lines(number, term, base, names))
    stream.write(names["foot"])


_V3: Final = {
    "head": (
        '<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">\n'
        "<tbxHeader><fileDesc><titleStmt><title>{title}</title></titleStmt>"
        "<sourceDesc><p>Written by Hashiya</p></sourceDesc></fileDesc></tbxHeader>\n<text><body>\n"
    ),
    "foot": "</body></text>\n</tbx>\n",
    "entry": "conceptEntry",
    "language": "langSec",
    "term": "termSec",
}
_V2: Final = {
    "head": (
        '<martif type="TBX-Basic" xml:lang="en">\n'
        "<martifHeader><fileDesc><titleStmt><title>{title}</title></titleStmt>"
        "<sourceDesc><p>Written by Hashiya</p></sourceDesc></fileDesc>"
        '<encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc></martifHeader>\n<text><body>\n'
    ),
    "foot": "</body></text>\n</martif>\n",
    "entry": "termEntry",
    "language": "langSet",
    "term": "tig",
}


def _entry_lines(number: int, term: Term, base: TermBase, names: dict[str, str]) -> Iterator[str]:
    yield f'<{names["entry"]} id="c{number}">'
    if term.domain:
        yield f'<descrip type="subjectField">{_text(term.domain)}</descrip>'
    yield from (f"<note>{_text(note)}</note>" for note in _notes(term))
    spellings = [(term.source, term.status), *((each, TermStatus.ADMITTED) for each in term.variants)]
    yield from _language_lines(base.source_language, spellings, term, names)
    preferred = [TermStatus.PREFERRED] + [TermStatus.ADMITTED] * len(term.targets)
    targets = [*zip(term.targets, preferred, strict=False), *((each, TermStatus.DEPRECATED) for each in term.forbidden)]
    if targets:
        yield from _language_lines(base.target_language, targets, None, names)
    yield f"</{names['entry']}>"


def _language_lines(
    language: str, terms: Iterable[tuple[str, TermStatus]], about: Term | None, names: dict[str, str]
) -> Iterator[str]:
    """One language of an entry; ``about`` is the term whose definition and example stand there."""
    yield f"<{names['language']} xml:lang={quoteattr(language)}>"
    if about is not None and about.definition:
        yield f'<descripGrp><descrip type="definition">{_text(about.definition)}</descrip></descripGrp>'
    for place, (written, status) in enumerate(terms):
        yield f"<{names['term']}><term>{_text(written)}</term>"
        if about is not None and about.part_of_speech in _PARTS_OF_SPEECH:
            yield f'<termNote type="partOfSpeech">{about.part_of_speech}</termNote>'
        yield f'<termNote type="administrativeStatus">{_STATUS_NAME[status]}</termNote>'
        if about is not None and place == 0 and about.example:
            source = f'<admin type="source">{_text(about.example_source)}</admin>' if about.example_source else ""
            yield f'<descripGrp><descrip type="context">{_text(about.example)}</descrip>{source}</descripGrp>'
        yield f"</{names['term']}>"
    yield f"</{names['language']}>"


def _notes(term: Term) -> Iterator[str]:
    if term.note:
        yield term.note
    if term.part_of_speech and term.part_of_speech not in _PARTS_OF_SPEECH:
        yield f"part of speech: {term.part_of_speech}"


def _text(value: str) -> str:
    """The value as XML text; characters that XML 1.0 cannot hold are left out."""
    return escape("".join(char for char in value if char in "\t\n\r" or " " <= char <= "\ud7ff" or char >= "\ue000"))


def _entries(path: Path) -> Iterator[_Entry]:
    """Every entry as it is read; entities of its own that a file declares are refused, and nothing is fetched."""
    from xml.etree.ElementTree import ParseError  # noqa: PLC0415 - only where it is used

    from defusedxml.common import DefusedXmlException  # noqa: PLC0415
    from defusedxml.ElementTree import iterparse  # noqa: PLC0415

    if path.is_dir():
        raise FileIsFolder(path)
    number = 0
    try:
        for _, element in iterparse(str(path), events=("end",)):
            if _name(element) in _ENTRIES:
                number += 1
                yield _entry(element)
                element.clear()
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise FileUnreadable(path, error.strerror or str(error)) from error
    except DefusedXmlException as error:
        raise RecordUnreadable(path, _RECORD, number + 1, "entities") from error
    except (ParseError, LookupError, ValueError) as error:
        raise RecordUnreadable(path, _RECORD, number + 1, "xml", str(error)) from error
    if not number:
        raise RecordUnreadable(path, _RECORD, 1, "no-terms", "TBX")


def _entry(element: Element) -> _Entry:
    found = _Entry()
    for child in element:
        if _name(child) in _LANGUAGES:
            language = child.get(_LANG) or child.get("lang") or ""
            _gather_language(child, found.terms.setdefault(language, []), found.texts)
        else:
            _gather_texts(child, found.texts)
    return found


def _gather_language(element: Element, terms: list[tuple[str, TermStatus]], texts: dict[str, str]) -> None:
    for child in element:
        if _name(child) not in _TERMS:
            _gather_texts(child, texts)
            continue
        own: dict[str, str] = {}
        _gather_texts(child, own)
        written = own.pop("term", "")
        status = _STATUS_OF.get(own.pop("administrativeStatus", ""), TermStatus.PREFERRED)
        if written:
            terms.append((written, status))
        for kind, text in own.items():
            texts.setdefault(kind, text)


def _gather_texts(element: Element, texts: dict[str, str]) -> None:
    """The text of each element by its ``type`` (style DCA) or its name (style DCT)."""
    for each in element.iter():
        text = " ".join("".join(each.itertext()).split()) if len(each) == 0 or _name(each) == "term" else ""
        if text:
            texts.setdefault(each.get("type") or _name(each), text)


def _record(number: int, entry: _Entry, source: str, target: str) -> TermRecord | None:
    own = [pair for language, terms in entry.terms.items() if _same(language, source) for pair in terms]
    others = [pair for language, terms in entry.terms.items() if target and _same(language, target) for pair in terms]
    if not own:
        return None
    own.sort(key=lambda pair: pair[1] is not TermStatus.PREFERRED)
    (first, status), *variants = own
    others.sort(key=lambda pair: pair[1] is not TermStatus.PREFERRED)
    return TermRecord(
        number=number,
        source=first,
        variants=tuple(written for written, _ in variants),
        targets=tuple(written for written, each in others if each is not TermStatus.DEPRECATED),
        forbidden=tuple(written for written, each in others if each is TermStatus.DEPRECATED),
        domain=entry.text("subjectField"),
        part_of_speech=entry.text("partOfSpeech"),
        status=status,
        definition=entry.text("definition"),
        note=entry.text("note"),
        example=entry.text("context"),
        example_source=entry.text("source"),
    )


def _default_source(languages: Iterable[str]) -> str:
    listed = list(languages)
    return next((each for each in listed if _same(each, "ar")), listed[0] if listed else "ar")


def _same(one: str, other: str) -> bool:
    return one.lower().replace("_", "-").split("-")[0] == other.lower().replace("_", "-").split("-")[0]


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]

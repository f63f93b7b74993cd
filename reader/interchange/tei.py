# SPDX-License-Identifier: GPL-3.0-or-later
"""TEI P5, one document a file: stand-off, with spans that point into the text, or inline, with segments in it.

Counts code points of the element that holds the text, half-open. The text stands verbatim in one ``ab`` whose space is
preserved. Stand-off holds everything; inline, of annotations that overlap, the longest.
Source: TEI P5 Guidelines, chapters 16 (string-range), 17 (span, interp) and 1 (att.global).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO, TextIO
from xml.sax.saxutils import quoteattr

from reader.errors import AnnotationsUnreadable
from reader.interchange.content import Content, Options
from reader.interchange.fields import is_sound, read_bytes
from reader.interchange.format import ReadOptions, as_text, only
from reader.interchange.losses import without_overlaps
from reader.interchange.received import Received, ReceivedAnnotation, ReceivedEntity, ReceivedRelation, ReceivedTag
from reader.interchange.xml_text import escaped, parsed_xml, refuse_controls
from reader.model.annotation import Annotation

_TEI = "http://www.tei-c.org/ns/1.0"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_RANGE = re.compile(r"#string-range\(text,([0-9]{1,18}),([0-9]{1,18})\)")
_NOT_IN_IDS = re.compile(r"[^A-Za-z0-9_.-]+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def write(contents: Iterable[Content], stream: BinaryIO, options: Options) -> None:
    """Stand-off: the text, then spans, notes and links that point into it and at each other."""
    content = only(contents)
    _refuse(content, "TEI")
    with as_text(stream) as out:
        _write_head(content, out, options)
        out.write('<text><body>\n<ab xml:id="text" xml:space="preserve">')
        for _, piece in content.text.texts() if content.text is not None else ():
            out.write(escaped(piece))
        out.write("</ab>\n")
        _write_spans(content, out)
        _write_notes(content, out)
        _write_links(content, out)
        out.write("</body></text>\n</TEI>\n")


def write_inline(contents: Iterable[Content], stream: BinaryIO, options: Options) -> None:
    """Inline: a ``seg`` around the words of each annotation."""
    content = only(contents)
    _refuse(content, "TEI")
    kept = without_overlaps(content.annotations())
    text = content.whole_text()
    with as_text(stream) as out:
        _write_head(content, out, options)
        out.write('<text><body>\n<ab xml:id="text" xml:space="preserve">')
        place = 0
        for each in kept:
            out.write(escaped(text[place : each.span.start]))
            words = escaped(text[each.span.start : each.span.end])
            out.write(f"<seg xml:id={_own(each.id)} ana={_to('tag', each.tag_id)}>{words}</seg>")
            place = each.span.end
        out.write(f"{escaped(text[place:])}</ab>\n")
        _write_notes(content, out, frozenset(each.id for each in kept))
        out.write("</body></text>\n</TEI>\n")


def _refuse(content: Content, form: str) -> None:
    for _, piece in content.text.texts() if content.text is not None else ():
        refuse_controls(piece, form)


def _write_head(content: Content, out: TextIO, options: Options) -> None:
    document = content.document
    about = dict(document.metadata)
    language = about.get("language", "")
    shown = f' xml:lang="{language}"' if _LANGUAGE.fullmatch(language) else ""
    authors = dict.fromkeys(each.author for each in content.annotations())
    out.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="{_TEI}"{shown}>\n<teiHeader>\n<fileDesc>\n')
    out.write(f"<titleStmt><title>{escaped(document.title)}</title>")
    for author in authors:
        named = f"<resp>annotation</resp><name>{escaped(author)}</name>"
        out.write(f"<respStmt xml:id={_own(author, 'user')}>{named}</respStmt>")
    out.write("</titleStmt>\n<publicationStmt><p>Written by Hashiya.</p></publicationStmt>\n<sourceDesc>")
    out.write(f'<bibl xml:id="document"><idno type="hashiya">{document.id}</idno>')
    for name, value in document.metadata:
        out.write(f"<note n={quoteattr(name)}>{escaped(value)}</note>")
    out.write("</bibl></sourceDesc>\n</fileDesc>\n")
    _write_tags(content, out, options)
    out.write("</teiHeader>\n")


def _write_tags(content: Content, out: TextIO, options: Options) -> None:
    known = {tag.id for tag in content.tags}
    unknown = dict.fromkeys(each.tag_id for each in content.annotations() if each.tag_id not in known)
    if not content.tags and not unknown:
        return
    out.write('<encodingDesc><classDecl><taxonomy xml:id="tagset">\n')
    for tag in content.tags:
        ordered = sorted(tag.names, key=lambda name: name[0] != options.language)
        names = "".join(
            f'<catDesc xml:lang="{language}">{escaped(name)}</catDesc>' if _LANGUAGE.fullmatch(language) else ""
            for language, name in ordered
        )
        out.write(f"<category xml:id={_own(tag.id, 'tag')}>{names or '<catDesc/>'}</category>\n")
    for tag_id in unknown:
        out.write(f"<category xml:id={_own(tag_id, 'tag')}><catDesc>{escaped(tag_id)}</catDesc></category>\n")
    out.write("</taxonomy></classDecl></encodingDesc>\n")


def _write_spans(content: Content, out: TextIO) -> None:
    lines = [
        f'<span xml:id={_own(each.id)} from="#string-range(text,{each.span.start},{len(each.span)})"'
        f" ana={_to('tag', each.tag_id)} resp={_to('user', each.author)}/>\n"
        for each in content.annotations()
    ]
    if lines:
        out.write(f'<spanGrp type="annotations">\n{"".join(lines)}</spanGrp>\n')


def _write_notes(content: Content, out: TextIO, kept: frozenset[str] | None = None) -> None:
    """What is said of annotations besides their tag, each in a note that points at its annotation."""
    entities = {entity.id: entity for entity in content.entities}
    for each in content.annotations():
        if kept is not None and each.id not in kept:
            continue
        for kind, name, value in _facts(each):
            named = f" n={quoteattr(name)}" if name else ""
            out.write(f'<note type="{kind}"{named} target={_to("a", each.id)}>{escaped(value)}</note>\n')
        entity = entities.get(content.links[each.id]) if each.id in content.links else None
        if entity is not None:
            number = dict(entity.external_ids).get("wikidata")
            known = f' corresp="http://www.wikidata.org/entity/{number}"' if number else ""
            where = f"n={quoteattr(entity.id)} target={_to('a', each.id)}"
            out.write(f'<note type="entity" {where}{known}>{escaped(entity.name)}</note>\n')


def _facts(each: Annotation) -> Iterator[tuple[str, str, str]]:
    if each.note:
        yield "note", "", each.note
    for name, value in each.attributes:
        yield "attribute", name, value
    for kind, value in (("created", each.created), ("modified", each.modified)):
        if value:
            yield kind, "", value


def _write_links(content: Content, out: TextIO) -> None:
    lines = []
    for each in content.relations():
        ends = f"{_to('a', each.source_id)[1:-1]} {_to('a', each.target_id)[1:-1]}"
        lines.append(f'<link xml:id={_own(each.id, "r")} n={quoteattr(each.name)} target="{ends}"/>\n')
    if lines:
        out.write(f'<linkGrp type="relations">\n{"".join(lines)}</linkGrp>\n')
    for each in content.relations():
        if each.note:
            out.write(f'<note type="relation" target={_to("r", each.id)}>{escaped(each.note)}</note>\n')


def _own(identity: str, kind: str = "a") -> str:
    return f'"{kind}-{_spelt(identity)}"'


def _to(kind: str, identity: str) -> str:
    return f'"#{kind}-{_spelt(identity)}"'


def _spelt(identity: str) -> str:
    """The identity as a part of an XML name, two never the same: letters that a name cannot have by their code."""
    return "".join(each if not _NOT_IN_IDS.match(each) else f".{ord(each):x}." for each in identity.replace(".", ".."))


def read(path: Path, options: ReadOptions) -> Iterator[Received]:
    """The document of a file as ``write`` and ``write_inline`` make it: spans that point into ``ab``, or segments.

    Raises:
        FileError, AnnotationsUnreadable with the element among them.
    """
    root = parsed_xml(read_bytes(path, options.most_bytes), path)
    held = next((each for each in root.iter() if each.get(_ID) == "text"), None)
    if held is None:
        raise AnnotationsUnreadable(path, "", "there is no element “text” that holds the text")
    text, inline = _with_segments(held)
    if not is_sound(text):
        raise AnnotationsUnreadable(path, "", "it has a character that no text has")
    found = {**inline, **_spans(root, path)}
    found, entities = _with_notes(root, found)
    document = next((each for each in root.iter(f"{{{_TEI}}}bibl") if each.get(_ID) == "document"), None)
    notes = document.iter(f"{{{_TEI}}}note") if document is not None else ()
    yield Received(
        title="".join(next(root.iter(f"{{{_TEI}}}title"), held).itertext()),
        document_id="".join(next(root.iter(f"{{{_TEI}}}idno"), root).itertext()) if document is not None else "",
        metadata=tuple((note.get("n", ""), note.text or "") for note in notes),
        text=text,
        annotations=tuple(found.values()),
        relations=tuple(_links(root)),
        tags=tuple(_tags(root)),
        entities=entities,
        tool="tei",
    )


def _with_segments(held: Any) -> tuple[str, dict[str, ReceivedAnnotation]]:
    """The text of the element, and the segments in it as annotations."""
    parts: list[str] = []
    found: dict[str, ReceivedAnnotation] = {}
    length = 0

    def walk(element: Any) -> None:
        nonlocal length
        start = length
        parts.append(element.text or "")
        length += len(element.text or "")
        for child in element:
            walk(child)
            parts.append(child.tail or "")
            length += len(child.tail or "")
        if element.get("ana") and element is not held:
            key = element.get(_ID) or f"segment {len(found) + 1}"
            found[key] = ReceivedAnnotation(
                start=start, end=length, tag=element.get("ana", "").removeprefix("#"), key=key, place=key
            )

    walk(held)
    return "".join(parts), found


def _spans(root: Any, path: Path) -> dict[str, ReceivedAnnotation]:
    people = {each.get(_ID): "".join(each.itertext()) for each in root.iter(f"{{{_TEI}}}respStmt")}
    names = {
        each.get(_ID): "".join(next(each.iter(f"{{{_TEI}}}name"), each).itertext())
        for each in root.iter(f"{{{_TEI}}}respStmt")
    }
    found = {}
    for number, each in enumerate(root.iter(f"{{{_TEI}}}span"), 1):
        place = _RANGE.fullmatch(each.get("from", "") or each.get("target", ""))
        if place is None:
            raise AnnotationsUnreadable(path, f"span {number}", "it points at no range of the text")
        key = each.get(_ID) or f"span {number}"
        if key in found:
            raise AnnotationsUnreadable(path, f"span {number}", f"there is another “{key}”")
        start = int(place[1])
        author = each.get("resp", "").removeprefix("#")
        found[key] = ReceivedAnnotation(
            start=start,
            end=start + int(place[2]),
            tag=each.get("ana", "").removeprefix("#"),
            author=names.get(author, people.get(author, "")),
            key=key,
            place=f"span {number}",
        )
    return found


def _with_notes(
    root: Any, found: Mapping[str, ReceivedAnnotation]
) -> tuple[dict[str, ReceivedAnnotation], tuple[ReceivedEntity, ...]]:
    made = dict(found)
    entities: dict[str, ReceivedEntity] = {}
    for note in root.iter(f"{{{_TEI}}}note"):
        key = note.get("target", "").removeprefix("#")
        each = made.get(key)
        value = "".join(note.itertext())
        kind = note.get("type")
        if each is None:
            continue
        if kind == "attribute":
            made[key] = replace(each, attributes=(*each.attributes, (note.get("n", ""), value)))
        elif kind in {"created", "modified"}:
            made[key] = replace(each, created=value) if kind == "created" else replace(each, modified=value)
        elif kind == "entity":
            known = note.get("corresp", "").rpartition("/entity/")[2]
            entity = note.get("n", "") or value
            ids = (("wikidata", known),) if known else ()
            entities.setdefault(entity, ReceivedEntity(key=entity, name=value, external_ids=ids))
            made[key] = replace(each, entity=entity)
        else:
            made[key] = replace(each, note="\n".join(filter(None, (each.note, value))))
    return made, tuple(entities.values())


def _links(root: Any) -> Iterator[ReceivedRelation]:
    notes = {
        note.get("target", "").removeprefix("#"): "".join(note.itertext()) for note in root.iter(f"{{{_TEI}}}note")
    }
    for link in root.iter(f"{{{_TEI}}}link"):
        ends = [end.removeprefix("#") for end in link.get("target", "").split()]
        if len(ends) == 2:
            yield ReceivedRelation(
                source=ends[0],
                target=ends[1],
                name=link.get("n", "") or link.get("type", "") or "related",
                note=notes.get(link.get(_ID, ""), ""),
                key=link.get(_ID, ""),
            )


def _tags(root: Any) -> Iterator[ReceivedTag]:
    for category in root.iter(f"{{{_TEI}}}category"):
        names = tuple(
            (each.get(_LANG, "en"), "".join(each.itertext())) for each in category if each.tag == f"{{{_TEI}}}catDesc"
        )
        yield ReceivedTag(key=category.get(_ID, ""), names=tuple(name for name in names if name[1]))

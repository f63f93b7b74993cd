# SPDX-License-Identifier: GPL-3.0-or-later
"""UIMA CAS for INCEpTION and DKPro: XMI with its type system in a zip file, or CAS JSON, through dkpro-cassis.

UIMA counts UTF-16 units; cassis converts them, so positions here are code points, half-open. A tag is a ``NamedEntity``
with the tag's name as its value, a relation a ``custom.Relation``; note, attributes, author and times stand in a type
of our own, which other programs pass over. XML 1.0 has no control characters: a text with one is refused.
Source: INCEpTION user guide, "Formats"; DKPro Core type system; Apache UIMA CAS JSON 0.4.0.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from reader.errors import AnnotationsUnreadable, FormatUnavailable
from reader.interchange.content import Content, Options
from reader.interchange.fields import Fields, by_key, is_sound, parsed, read_bytes
from reader.interchange.format import ReadOptions, only
from reader.interchange.received import Received, ReceivedAnnotation, ReceivedEntity, ReceivedRelation
from reader.interchange.tokens import tokens_of
from reader.interchange.xml_text import refuse_controls, refuse_hostile
from reader.interchange.zip_members import ZipMembers

_DKPRO = "de.tudarmstadt.ukp.dkpro.core.api"
_SENTENCE, _TOKEN = f"{_DKPRO}.segmentation.type.Sentence", f"{_DKPRO}.segmentation.type.Token"
_NAMED, _META = f"{_DKPRO}.ner.type.NamedEntity", f"{_DKPRO}.metadata.type.DocumentMetaData"
_RELATION, _DETAILS = "custom.Relation", "org.hashiya.Details"
_PASSED_OVER = (_SENTENCE, _TOKEN, _META, _DETAILS, _RELATION, "uima.tcas.DocumentAnnotation")
_VALUES = ("value", "label", "PosValue", "entityType", "identifier", "role")
"""Features that hold what an annotation is called, in layers of others, the likeliest first."""


def write_xmi(contents: Iterable[Content], stream: BinaryIO, options: Options) -> None:
    """A zip file with the XMI file and ``TypeSystem.xml``, as INCEpTION exports and imports them."""
    content = only(contents)
    made = _made(content, options)
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("document.xmi", made.to_xmi() or "")
        archive.writestr("TypeSystem.xml", made.typesystem.to_xml() or "")


def write_json(contents: Iterable[Content], stream: BinaryIO, options: Options) -> None:
    """CAS JSON with its types in the same file."""
    stream.write((_made(only(contents), options).to_json() or "").encode())


def _made(content: Content, options: Options) -> Any:
    cassis = _cassis()
    types = _types(cassis)
    cas = cassis.Cas(typesystem=types)
    text = content.whole_text()
    refuse_controls(text, "UIMA CAS")
    cas.sofa_string, cas.sofa_mime = text, "text/plain"
    _add_frame(cas, types, content, text)
    names = content.tag_names(options.language)
    entities = {entity.id: entity for entity in content.entities}
    named, details = types.get_type(_NAMED), types.get_type(_DETAILS)
    by_id: dict[str, Any] = {}
    for each in content.annotations():
        entity = entities.get(content.links[each.id]) if each.id in content.links else None
        made = named(
            begin=each.span.start,
            end=each.span.end,
            value=names.get(each.tag_id, each.tag_id),
            identifier=_identifier(entity) if entity is not None else None,
        )
        by_id[each.id] = made
        cas.add(made)
        facts = {
            "id": each.id,
            "note": each.note,
            "attributes": by_key(each.attributes),
            "author": each.author,
            "created": each.created,
            "modified": each.modified,
            "entity": entity.name if entity is not None else "",
        }
        cas.add(details(begin=each.span.start, end=each.span.end, of=made, facts=_json(facts)))
    for relation in content.relations():
        source, target = by_id.get(relation.source_id), by_id.get(relation.target_id)
        if source is not None and target is not None:
            joined = types.get_type(_RELATION)(
                begin=target.begin, end=target.end, Governor=source, Dependent=target, label=relation.name
            )
            cas.add(joined)
            if relation.note:
                cas.add(details(begin=target.begin, end=target.end, of=joined, facts=_json({"note": relation.note})))
    return cas


def _add_frame(cas: Any, types: Any, content: Content, text: str) -> None:
    """Sentences, tokens and what the document is called, without which INCEpTION shows nothing."""
    document = content.document
    meta = types.get_type(_META)
    about = _json(by_key(document.metadata))
    language = dict(document.metadata).get("language", "x-unspecified")
    cas.add(
        meta(
            begin=0,
            end=len(text),
            documentTitle=document.title,
            documentId=document.id,
            language=language,
            documentUri=about,
        )
    )
    sentence, token = types.get_type(_SENTENCE), types.get_type(_TOKEN)
    for number, tokens in enumerate(tokens_of(text)):
        cas.add(sentence(begin=tokens[0].start, end=tokens[-1].end, id=str(number)))
        for each in tokens:
            cas.add(token(begin=each.start, end=each.end))


def _types(cassis: Any) -> Any:
    """The types that are used, as DKPro Core and INCEpTION define them, and ours."""
    types = cassis.TypeSystem()
    text, span = "uima.cas.String", "uima.tcas.Annotation"
    for name, parent, features in (
        (_SENTENCE, span, (("id", text),)),
        (_TOKEN, span, (("id", text),)),
        (_NAMED, span, (("value", text), ("identifier", text))),
        (_META, "uima.tcas.DocumentAnnotation", (("documentTitle", text), ("documentId", text), ("documentUri", text))),
        (_RELATION, span, (("Governor", span), ("Dependent", span), ("label", text))),
        (_DETAILS, span, (("of", span), ("facts", text))),
    ):
        made = types.create_type(name=name, supertypeName=parent)
        for feature, kind in features:
            types.create_feature(domainType=made, name=feature, rangeType=kind)
    return types


def _identifier(entity: Any) -> str:
    scheme, identifier = next(iter(entity.external_ids), ("hashiya", entity.id))
    known = {"wikidata": f"http://www.wikidata.org/entity/{identifier}"}
    return known.get(scheme, f"urn:{scheme}:{identifier}")


def read_xmi(path: Path, options: ReadOptions) -> Iterator[Received]:
    """The documents of a zip file of XMI files and one type system, or of one XMI file beside ``TypeSystem.xml``.

    Raises:
        FormatUnavailable; FileError, AnnotationsUnreadable among them.
    """
    members = _members(path, options)
    types = next((raw for name, raw in members.items() if name.casefold().endswith("typesystem.xml")), None)
    documents = {name: raw for name, raw in members.items() if name.casefold().endswith(".xmi")}
    if types is None or not documents:
        missing = "no type system (TypeSystem.xml)" if types is None else "no .xmi file"
        raise AnnotationsUnreadable(path, "", f"there is {missing} in it")
    for name, raw in documents.items():
        refuse_hostile(raw, path, name)
        refuse_hostile(types, path, "TypeSystem.xml")
        cassis = _cassis()
        with _telling(path, name):
            known = cassis.load_typesystem(io.BytesIO(types))
            cas = cassis.load_cas_from_xmi(io.BytesIO(raw), typesystem=known, lenient=True)
        yield _received(cas, path, name)


def read_json(path: Path, options: ReadOptions) -> Iterator[Received]:
    """The document of a CAS JSON file.

    Raises:
        FormatUnavailable; FileError, AnnotationsUnreadable among them.
    """
    raw = read_bytes(path, options.most_bytes)
    parsed(raw.decode("utf-8", "replace"), path)  # Says where, if it is no JSON at all.
    cassis = _cassis()
    with _telling(path, ""):
        cas = cassis.load_cas_from_json(io.BytesIO(raw))
    yield _received(cas, path, "")


class _telling:  # noqa: N801 - reads as a word in a with statement
    """Whatever cassis makes of a stranger's file becomes one error that names it."""

    def __init__(self, path: Path, place: str) -> None:
        self._path, self._place = path, place

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, _failures()):
            reason = f"it is no CAS that can be read ({type(error).__name__}: {error})"
            raise AnnotationsUnreadable(self._path, self._place, reason) from error


def _received(cas: Any, path: Path, place: str) -> Received:
    text = cas.sofa_string
    if not isinstance(text, str) or not is_sound(text):
        raise AnnotationsUnreadable(path, place, "it has no text that can be kept")
    details = _details(cas, path)
    meta = next(iter(_select(cas, _META)), None)
    found: dict[int, ReceivedAnnotation] = {}
    entities: dict[str, ReceivedEntity] = {}
    for number, each in enumerate(_spans(cas), 1):
        facts = details.get(each.xmiID, Fields({}, path, f"annotation {number}"))
        made = _annotation(each, facts, number)
        found[each.xmiID] = made
        if made.entity:
            entities.setdefault(made.entity, _entity(made.entity, facts))
    about = getattr(meta, "documentUri", "") or ""
    given = parsed(about, path) if about.startswith("{") else {}
    return Received(
        title=getattr(meta, "documentTitle", None) or Path(place).stem,
        document_id=getattr(meta, "documentId", None) or "",
        metadata=Fields(given, path, "metadata").pairs_of_texts(),
        text=text,
        annotations=tuple(found.values()),
        relations=tuple(_relations(cas, found, details)),
        entities=tuple(entities.values()),
        tool="uima",
    )


def _details(cas: Any, path: Path) -> dict[int, Fields]:
    found = {}
    for each in _select(cas, _DETAILS):
        if each.of is not None and each.facts:
            place = f"details of {each.begin} to {each.end}"
            found[each.of.xmiID] = Fields(parsed(each.facts, path, place), path, place)
    return found


def _spans(cas: Any) -> Iterator[Any]:
    """Annotations that say something: not frame, not relation, and with a value, or of a layer of the user's own."""
    for each in sorted(cas.select_all_annotations(), key=lambda one: (getattr(one, "begin", None) or 0, one.xmiID)):
        begin, end = getattr(each, "begin", None), getattr(each, "end", None)
        is_span = isinstance(begin, int) and isinstance(end, int) and begin < end
        if is_span and each.type.name not in _PASSED_OVER and not _joins(each) and _called(each):
            yield each


def _joins(each: Any) -> bool:
    return getattr(each, "Governor", None) is not None and getattr(each, "Dependent", None) is not None


def _called(each: Any) -> str:
    values = [getattr(each, name, None) for name in _VALUES]
    found = next((value for value in values if isinstance(value, str) and value), "")
    is_own_layer = each.type.name.startswith(("webanno.custom.", "custom."))
    return found or (each.type.name.rsplit(".", 1)[-1] if is_own_layer else "")


def _annotation(each: Any, facts: Fields, number: int) -> ReceivedAnnotation:
    return ReceivedAnnotation(
        start=each.begin,
        end=each.end,
        tag=_called(each),
        note=facts.text("note"),
        attributes=facts.pairs("attributes"),
        author=facts.text("author"),
        created=facts.text("created"),
        modified=facts.text("modified"),
        key=str(each.xmiID),
        entity=str(getattr(each, "identifier", None) or "") if each.type.name == _NAMED else "",
        place=f"annotation {number}",
    )


def _entity(identifier: str, facts: Fields) -> ReceivedEntity:
    number = identifier.rpartition("/entity/")[2]
    known = (("wikidata", number),) if "wikidata.org/entity/" in identifier else ()
    key = identifier.removeprefix("urn:hashiya:")
    return ReceivedEntity(key=identifier, name=facts.text("entity") or key, external_ids=known)


def _relations(
    cas: Any, found: dict[int, ReceivedAnnotation], details: dict[int, Fields]
) -> Iterator[ReceivedRelation]:
    for each in cas.select_all_annotations():
        if _joins(each) and each.Governor.xmiID in found and each.Dependent.xmiID in found:
            facts = details.get(each.xmiID)
            yield ReceivedRelation(
                source=str(each.Governor.xmiID),
                target=str(each.Dependent.xmiID),
                name=_called(each) or each.type.name.rsplit(".", 1)[-1],
                note=facts.text("note") if facts is not None else "",
                key=str(each.xmiID),
            )


def _select(cas: Any, name: str) -> list[Any]:
    return list(cas.select(name)) if cas.typesystem.contains_type(name) else []


def _members(path: Path, options: ReadOptions) -> dict[str, bytes]:
    raw = read_bytes(path, options.most_bytes)
    if not raw.startswith(b"PK"):
        beside = path.with_name("TypeSystem.xml")
        return {path.name: raw} | ({beside.name: read_bytes(beside, options.most_bytes)} if beside.exists() else {})
    members = ZipMembers(raw, path, options.most_bytes)
    return {name: members.read(name) for name in members.names if name.casefold().endswith((".xmi", ".xml"))}


def _failures() -> tuple[type[Exception], ...]:
    """What cassis, and lxml under it, raise for a CAS that does not hold together."""
    from cassis import typesystem  # noqa: PLC0415 - an optional part, and slow to load
    from lxml.etree import LxmlError  # noqa: PLC0415

    own = (typesystem.TypeCheckError, typesystem.TypeNotFoundError, typesystem.AnnotationHasNoSofa)
    usual = (ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, RuntimeError, SyntaxError)
    return (*own, LxmlError, *usual, TypeError, ValueError)


def _cassis() -> Any:
    try:
        import cassis  # noqa: PLC0415 - an optional part, and slow to load
    except ImportError:
        raise FormatUnavailable("UIMA CAS", "interchange") from None
    return cassis


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)

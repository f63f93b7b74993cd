# SPDX-License-Identifier: GPL-3.0-or-later
"""Entities as concepts of SKOS in JSON-LD, written and read, also as others write them.

The name is a preferred label, a translation one in its language; aliases are alternative labels; identifiers are exact
matches, or ``dct:identifier`` where the scheme has no IRIs; the kind is ``dct:type``. What has no place here (broader
and narrower, related, close matches, collections) is named in ``EntityFile.ignored``.
Source: W3C Recommendation "SKOS Simple Knowledge Organization System Reference", 18 August 2009, sections 5 to 10.
"""

from __future__ import annotations

import json
import uuid
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import quote, unquote

from reader.errors import EntityInvalid, RecordUnreadable
from reader.interchange.entity_records import EntityFile, EntityRecord, checked, text_of
from reader.interchange.json_ld import DCTERMS, FOAF, OWL, RDFS, SCHEMA, SKOS, Node, Value, nodes_of
from reader.model.entity import Entity
from reader.model.entity_rules import LANGUAGE, SCHEMES, identifier_iri, read_identifier
from reader.model.ids import EntityId, TagId
from reader.text.arabic import is_arabic_letter

IRI = "iri"
"""Scheme of an identifier that is a whole IRI."""

_RECORD = "record"
_TAG = "urn:hashiya:tag:"
_PREFERRED, _ALTERNATIVE, _HIDDEN = SKOS + "prefLabel", SKOS + "altLabel", SKOS + "hiddenLabel"
_BROADER, _NARROWER = SKOS + "broader", SKOS + "narrower"
_NOTES = tuple(SKOS + word for word in ("definition", "scopeNote", "note", "editorialNote", "example"))
_SAME = (SKOS + "exactMatch", OWL + "sameAs")
_USED = {_PREFERRED, _ALTERNATIVE, _HIDDEN, *_NOTES, *_SAME, RDFS + "label"}
_USED |= {DCTERMS + "type", DCTERMS + "identifier", SKOS + "inScheme", SKOS + "topConceptOf"}
_CONTEXT = {
    "skos": SKOS,
    "dct": DCTERMS,
    "id": "@id",
    "type": "@type",
    **{word: {"@id": "skos:" + word} for word in ("prefLabel", "altLabel", "note")},
    "exactMatch": {"@id": "skos:exactMatch", "@type": "@id"},
    "kind": {"@id": "dct:type", "@type": "@id"},
    "identifier": "dct:identifier",
}
_TYPES = {
    **dict.fromkeys((FOAF + "Person", SCHEMA + "Person"), "person"),
    **dict.fromkeys((FOAF + "Organization", SCHEMA + "Organization"), "organisation"),
    **dict.fromkeys((SCHEMA + "Place", DCTERMS + "Location"), "place"),
    SCHEMA + "Event": "event",
    SCHEMA + "CreativeWork": "work",
}
_FARTHEST_ABOVE = 50
_FIRST_LANGUAGES = ("", "ar", "en")
"""Whose preferred label becomes the name."""


def write(entities: Sequence[Entity], stream: TextIO) -> None:
    """One JSON object whose context stands in it; each concept on a line of its own."""
    stream.write(f'{{\n"@context": {_line(_CONTEXT)},\n"@graph": [')
    for number, entity in enumerate(entities):
        stream.write(",\n" if number else "\n")
        stream.write(_line(_concept(entity)))
    stream.write("\n]}\n")


def read(path: Path) -> EntityFile:
    """The concepts of a file.

    Raises:
        FileMissing, FileIsFolder, FileUnreadable, FileUndecodable.
        RecordUnreadable: naming line or concept.
    """
    concepts = _joined(path, [node for node in _nodes(path) if _is_concept(node)])
    if not concepts:
        raise RecordUnreadable(path, _RECORD, 1, "no-concepts")
    _refuse_circles(path, concepts)
    by_iri = {node.iri: node for node in concepts if node.iri}
    records = [_record(path, number, node, by_iri) for number, node in enumerate(concepts, 1)]
    used = {name for node in concepts for name in node.properties}
    return EntityFile(
        path=path,
        unit=_RECORD,
        records=checked(path, _RECORD, records),
        ignored=tuple(sorted(_short(name) for name in used - _USED)),
    )


# Writing


def _concept(entity: Entity) -> dict[str, Any]:
    first = dict[str, str]()
    others = list[tuple[str, str]]()
    for language, name in entity.translations:
        if language in first:
            others.append((language, name))
        first.setdefault(language, name)
    language = "ar" if "ar" not in first and any(map(is_arabic_letter, entity.name)) else ""
    concept: dict[str, Any] = {
        "id": _entity_iri(entity.id),
        "type": "skos:Concept",
        "prefLabel": [_label(language, entity.name), *(_label(*pair) for pair in first.items())],
        "altLabel": [*(_label("", alias) for alias in entity.aliases), *(_label(*pair) for pair in others)],
        "exactMatch": [identifier_iri(*pair) for pair in entity.external_ids if pair[0] in SCHEMES]
        + [identifier for scheme, identifier in entity.external_ids if scheme == IRI],
        "identifier": [":".join(pair) for pair in entity.external_ids if pair[0] not in (*SCHEMES, IRI)],
        "kind": _TAG + quote(entity.kind, safe="") if entity.kind else "",
        "note": entity.note,
    }
    return {key: value for key, value in concept.items() if value}


def _label(language: str, text: str) -> dict[str, str]:
    return {"@value": text, "@language": language} if language else {"@value": text}


def _entity_iri(identity: str) -> str:
    try:
        return uuid.UUID(hex=identity).urn
    except ValueError:
        return f"urn:hashiya:entity:{quote(identity, safe='')}"


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


# Reading


def _nodes(path: Path) -> list[Node]:
    try:
        return list(nodes_of(json.loads(text_of(path))))
    except json.JSONDecodeError as error:
        raise RecordUnreadable(path, "line", error.lineno, "json", error.msg) from error
    except RecursionError as error:
        raise RecordUnreadable(path, _RECORD, 1, "json", "nested too deeply") from error
    except ValueError as error:
        raise RecordUnreadable(path, _RECORD, 1, "field", str(error)) from error


def _is_concept(node: Node) -> bool:
    return SKOS + "Concept" in node.types or (
        _PREFERRED in node.properties and SKOS + "ConceptScheme" not in node.types
    )


def _joined(path: Path, nodes: Sequence[Node]) -> list[Node]:
    """The nodes, those of one IRI joined: a concept may be said in pieces, but have its label in one of them only."""
    joined: dict[str, Node] = {}
    for number, node in enumerate(nodes, 1):
        key = node.iri or f" {number}"
        before = joined.get(key)
        if before is None:
            joined[key] = node
            continue
        if _PREFERRED in before.properties and _PREFERRED in node.properties:
            raise RecordUnreadable(path, _RECORD, number, "id-twice", node.iri)
        names = dict.fromkeys([*before.properties, *node.properties])
        properties = {n: (*before.properties.get(n, ()), *node.properties.get(n, ())) for n in names}
        joined[key] = Node(iri=node.iri, types=(*before.types, *node.types), properties=properties)
    return list(joined.values())


def _record(path: Path, number: int, node: Node, by_iri: Mapping[str, Node]) -> EntityRecord:
    labels = _labels(node)
    if not labels:
        raise RecordUnreadable(path, _RECORD, number, "no-name", node.iri)
    first = next((pair for wanted in _FIRST_LANGUAGES for pair in labels if pair[0] == wanted), labels[0])
    language, name = first
    alternatives = [(each.language, each.text) for key in (_ALTERNATIVE, _HIDDEN) for each in _texts(node, key)]
    others = [pair for pair in (*labels, *alternatives) if pair != first]
    # A label without a language, or in that of the name, is another name; the rest are translations.
    return EntityRecord(
        number=number,
        kinds=tuple(_kinds(node, by_iri)),
        entity=Entity(
            id=_entity_id(node.iri),
            name=name,
            aliases=tuple(text for tag, text in others if not LANGUAGE.fullmatch(tag) or tag == language),
            translations=tuple((tag, text) for tag, text in others if LANGUAGE.fullmatch(tag) and tag != language),
            external_ids=tuple(dict.fromkeys(_identifiers(node))),
            note="\n\n".join(dict.fromkeys(each.text for key in _NOTES for each in _texts(node, key))),
        ),
    )


def _labels(node: Node) -> list[tuple[str, str]]:
    preferred = [*_texts(node, _PREFERRED)] or [*_texts(node, RDFS + "label")]
    return [(each.language, each.text) for each in preferred if each.text.strip()]


def _texts(node: Node, name: str) -> Iterator[Value]:
    return (value for value in node.properties.get(name, ()) if value.text)


def _entity_id(iri: str) -> EntityId:
    """The id of an entity of ours that the IRI was made from; "" for other IRIs."""
    if iri.startswith("urn:uuid:"):
        return EntityId(iri.removeprefix("urn:uuid:").replace("-", ""))
    own = "urn:hashiya:entity:"
    return EntityId(unquote(iri.removeprefix(own))) if iri.startswith(own) else EntityId("")


def _identifiers(node: Node) -> Iterator[tuple[str, str]]:
    """What the concept is called elsewhere: its own IRI, those of its exact matches, and plain identifiers."""
    iris = [value.iri or value.text for name in _SAME for value in node.properties.get(name, ())]
    if node.iri and not _entity_id(node.iri) and not node.iri.startswith("_:"):
        iris = [node.iri, *iris]
    for iri in iris:
        yield _identifier_of(iri)
    for value in _texts(node, DCTERMS + "identifier"):
        yield _identifier_of(value.text)


def _identifier_of(written: str) -> tuple[str, str]:
    is_plain = not written.startswith(("http:", "https:", "urn:"))
    try:
        scheme, identifier = read_identifier(written)
    except EntityInvalid:
        return (IRI, written) if not is_plain else ("identifier", "-".join(written.split()))
    return (scheme, identifier) if is_plain or scheme in SCHEMES else (IRI, written)


def _kinds(node: Node, by_iri: Mapping[str, Node]) -> Iterator[str]:
    """Ids or names of tags the concept may have as its kind: its own, then those of what is broader, upwards."""
    for value in node.properties.get(DCTERMS + "type", ()):
        written = value.text or value.iri
        yield unquote(written.removeprefix(_TAG)) if written.startswith(_TAG) else written
    for name in node.types:
        if name in _TYPES:
            yield TagId(_TYPES[name])
    for above in _line_above(node, by_iri):
        yield from (text for _, text in _labels(above))


def _line_above(node: Node, by_iri: Mapping[str, Node]) -> Iterator[Node]:
    """What is broader, and what is broader than that, each once; not more of them than say anything about a kind."""
    seen, waiting = {node.iri}, deque(_broader(node))
    while waiting and len(seen) <= _FARTHEST_ABOVE:
        iri = waiting.popleft()
        if iri in by_iri and iri not in seen:
            seen.add(iri)
            yield by_iri[iri]
            waiting.extend(_broader(by_iri[iri]))


def _broader(node: Node) -> Iterable[str]:
    return dict.fromkeys(value.iri or value.text for value in node.properties.get(_BROADER, ()))


def _refuse_circles(path: Path, concepts: Sequence[Node]) -> None:
    """Walk up from each concept once; no recursion, for a chain may be as long as the file."""
    by_iri = {node.iri: node for node in concepts if node.iri}
    finished = set[str]()
    for start, node in by_iri.items():
        way = {start: iter(_broader(node))} if start not in finished else {}
        while way:
            here = next(reversed(way))
            above = next((iri for iri in way[here] if iri in by_iri and iri not in finished), None)
            if above is None:
                way.pop(here)
                finished.add(here)
            elif above in way:
                number = next(number for number, each in enumerate(concepts, 1) if each.iri == above)
                circle = [*way][[*way].index(above) :]
                raise RecordUnreadable(path, _RECORD, number, "circle", " → ".join([*circle, above]))
            else:
                way[above] = iter(_broader(by_iri[above]))


def _short(name: str) -> str:
    for prefix, start in (("skos", SKOS), ("dct", DCTERMS), ("owl", OWL), ("foaf", FOAF), ("schema", SCHEMA)):
        if name.startswith(start):
            return f"{prefix}:{name.removeprefix(start)}"
    return name

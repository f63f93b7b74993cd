# SPDX-License-Identifier: GPL-3.0-or-later
"""The little of JSON-LD that files of concepts use: nodes with full names of their properties. Nothing is fetched.

Read are prefixes, terms, ``@vocab``, ``@language`` and language maps of a context in the file. A context elsewhere is
taken to be the usual one for SKOS: what it would name is known by its last word.
Source: W3C Recommendation "JSON-LD 1.1", 16 July 2020, sections 3.1, 4.2 and 4.6.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
FOAF = "http://xmlns.com/foaf/0.1/"
OWL = "http://www.w3.org/2002/07/owl#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SCHEMA = "http://schema.org/"

_PREFIXES = {
    "skos": SKOS,
    "dct": DCTERMS,
    "dcterms": DCTERMS,
    "foaf": FOAF,
    "owl": OWL,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "wd": "http://www.wikidata.org/entity/",
}
_SKOS_WORDS = (
    "Concept", "ConceptScheme", "prefLabel", "altLabel", "hiddenLabel", "note", "definition", "scopeNote",
    "editorialNote", "example", "exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch", "broader",
    "narrower", "related", "inScheme", "topConceptOf", "hasTopConcept", "notation",
)  # fmt: skip
_USUAL = {word: SKOS + word for word in _SKOS_WORDS} | {"id": "@id", "type": "@type", "uri": "@id", "graph": "@graph"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A value of a property: a text with its language ("" for none), or the IRI of another node."""

    text: str = ""
    language: str = ""
    iri: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A thing with its IRI ("" for none), its types and its properties, each under its full name."""

    iri: str
    types: tuple[str, ...]
    properties: Mapping[str, tuple[Value, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Context:
    terms: Mapping[str, str] = field(default_factory=lambda: _USUAL | _PREFIXES)
    languages: Mapping[str, str] = field(default_factory=dict)
    links: frozenset[str] = frozenset()
    vocabulary: str = ""
    language: str = ""

    def name(self, term: str) -> str:
        """The full name of a property or type; a keyword for what is one; "" for what the context does not know."""
        if term.startswith("@"):
            return term
        if term in self.terms:
            return self.terms[term]
        prefix, colon, rest = term.partition(":")
        if colon and prefix in self.terms and not rest.startswith("//"):
            return self.terms[prefix] + rest
        if colon:
            return term
        return self.vocabulary + term if self.vocabulary else ""


def nodes_of(content: object) -> Iterator[Node]:
    """Every node of the document, those in others too, in the order they stand in.

    Raises:
        ValueError: naming a key whose value cannot be what it is.
    """
    yield from _nodes(content, _Context())


def _nodes(value: object, context: _Context) -> Iterator[Node]:
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item, context)
    elif isinstance(value, dict) and "@value" not in value:
        context = _with(context, value.get("@context"))
        yield from _node(value, context)


def _node(value: dict[str, Any], context: _Context) -> Iterator[Node]:
    iri, types = "", tuple[str, ...]()
    inner: list[object] = []
    properties: dict[str, tuple[Value, ...]] = {}
    for key, given in value.items():
        name = context.name(key)
        if name == "@id":
            iri = _iri(given, key, context)
        elif name == "@type":
            types = tuple(context.name(each) for each in _texts(given, key))
        elif name in ("@graph", "@included"):
            inner.append(given)
        elif name and not name.startswith("@"):
            properties[name] = properties.get(name, ()) + tuple(_values(given, key, context))
            inner.append(given)
    if iri or types or properties:
        yield Node(iri=iri, types=types, properties=properties)
    for each in inner:
        yield from _nodes(each, context)


def _values(given: object, key: str, context: _Context) -> Iterator[Value]:
    """The values behind a key: texts, texts with a language, language maps, references."""
    if isinstance(given, list):
        for item in given:
            yield from _values(item, key, context)
    elif isinstance(given, dict):
        yield from _values_of_object(given, key, context)
    elif isinstance(given, bool) or given is None:
        raise ValueError(key)
    elif key in context.links:
        yield Value(iri=context.name(str(given)) or str(given))
    else:
        yield Value(text=str(given), language=context.languages.get(key, context.language))


def _values_of_object(given: dict[str, Any], key: str, context: _Context) -> Iterator[Value]:
    if "@value" in given:
        yield Value(text=str(given["@value"]), language=str(given.get("@language", context.language)))
    elif "@list" in given or "@set" in given:
        yield from _values(given.get("@list", given.get("@set")), key, context)
    elif (reference := next((each for each in given if context.name(each) == "@id"), None)) is not None:
        yield Value(iri=_iri(given[reference], key, context))
    elif given and all(_is_language(each) for each in given):
        for language, texts in given.items():
            yield from (Value(text=text, language=language.strip("@")) for text in _texts(texts, key))


def _is_language(key: str) -> bool:
    return key == "@none" or (key.replace("-", "").isalnum() and len(key.partition("-")[0]) in (2, 3))


def _iri(given: object, key: str, context: _Context) -> str:
    if not isinstance(given, str):
        raise ValueError(key)
    prefix, colon, rest = given.partition(":")
    if colon and prefix in context.terms and not rest.startswith("//"):
        return context.terms[prefix] + rest
    return given


def _texts(given: object, key: str) -> list[str]:
    texts = [each for each in (given if isinstance(given, list) else [given]) if isinstance(each, str)]
    if len(texts) != (len(given) if isinstance(given, list) else 1):
        raise ValueError(key)
    return texts


def _with(context: _Context, given: object) -> _Context:
    """The context with what another adds to it; addresses of contexts are passed over, for nothing is fetched."""
    if isinstance(given, list):
        for each in given:
            context = _with(context, each)
        return context
    if not isinstance(given, dict):
        return context
    prefixes = {key: value for key, value in given.items() if isinstance(value, str) and not key.startswith("@")}
    context = replace(
        context,
        terms={**context.terms, **prefixes},
        vocabulary=str(given.get("@vocab") or context.vocabulary),
        language=str(given.get("@language") or ""),
    )
    terms, languages, links = dict(context.terms), dict(context.languages), set(context.links)
    for key, value in given.items():
        if key.startswith("@"):
            continue
        meant = value.get("@id", key) if isinstance(value, dict) else value
        if isinstance(meant, str):
            terms[key] = context.name(meant) or meant
        if isinstance(value, dict) and isinstance(value.get("@language"), str):
            languages[key] = value["@language"]
        if isinstance(value, dict) and value.get("@type") in ("@id", "@vocab"):
            links.add(key)
    return replace(context, terms=terms, languages=languages, links=frozenset(links))

# SPDX-License-Identifier: GPL-3.0-or-later
"""What the fields of an entity may hold, and how what people write into them is read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from reader.errors import EntityInvalid
from reader.model.entity import Entity

WIKIDATA, GEONAMES, VIAF, ISNI, GND, ORCID = "wikidata", "geonames", "viaf", "isni", "gnd", "orcid"

SCHEMES = {
    WIKIDATA: (re.compile(r"Q[1-9][0-9]{0,11}"), "http://www.wikidata.org/entity/"),
    GEONAMES: (re.compile(r"[1-9][0-9]{0,9}"), "https://sws.geonames.org/"),
    VIAF: (re.compile(r"[1-9][0-9]{0,21}"), "http://viaf.org/viaf/"),
    ISNI: (re.compile(r"[0-9]{15}[0-9X]"), "https://isni.org/isni/"),
    GND: (re.compile(r"[0-9]{1,9}-?[0-9X]"), "https://d-nb.info/gnd/"),
    ORCID: (re.compile(r"[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]"), "https://orcid.org/"),
}
"""What an identifier of a scheme looks like, and what stands before it in its IRI.

Source: Wikidata data model (entity ids); GeoNames web services (geonameId); VIAF, ISNI (ISO 27729), GND and ORCID
identifier descriptions of their keepers. Other schemes are taken as they are.
"""

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
"""A language tag as far as it can be told by its looks. Source: RFC 5646, section 2.1."""

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*")
_URL = re.compile(
    r"https?://(?:www\.|m\.|sws\.)?(?P<host>wikidata\.org|geonames\.org|viaf\.org|isni\.org|d-nb\.info|orcid\.org)"
    r"/(?:entity/|wiki/|viaf/|isni/|gnd/|wiki/Special:EntityData/)?(?P<id>[0-9A-Za-z-]+)[^\s]*"
)
_HOSTS = {
    "wikidata.org": WIKIDATA,
    "geonames.org": GEONAMES,
    "viaf.org": VIAF,
    "isni.org": ISNI,
    "d-nb.info": GND,
    "orcid.org": ORCID,
}
_LONGEST_NAME = 1_000


def tidied(entity: Entity) -> Entity:
    """The entity with every field in order: spaces trimmed, nothing twice, nothing empty.

    Raises:
        EntityInvalid: for a name, language or identifier that cannot be one.
    """
    name = tidy_name(entity.name)
    if not name:
        raise EntityInvalid("name", entity.name)
    translations = ((_language(language), tidy_name(text)) for language, text in entity.translations)
    pairs = tuple(dict.fromkeys((language, text) for language, text in translations if text))
    known = {name, *(text for _, text in pairs)}
    aliases = (tidy_name(alias) for alias in entity.aliases)
    return replace(
        entity,
        name=name,
        aliases=tuple(dict.fromkeys(alias for alias in aliases if alias and alias not in known)),
        translations=pairs,
        external_ids=tuple(dict.fromkeys(tidy_identifier(*pair) for pair in entity.external_ids if pair[1].strip())),
        note=entity.note.strip(),
    )


def tidy_name(name: str) -> str:
    """The name on one line, without spaces around it.

    Raises:
        EntityInvalid: when no name in the world is so long.
    """
    joined = " ".join(name.split())
    if len(joined) > _LONGEST_NAME:
        raise EntityInvalid("name", joined[:60] + "…")
    return joined


def tidy_identifier(scheme: str, identifier: str) -> tuple[str, str]:
    """Scheme and identifier as they are kept; ``q9248`` becomes Q9248, an address its last part.

    Raises:
        EntityInvalid: when the scheme has no such identifiers.
    """
    scheme, identifier = scheme.strip().casefold(), identifier.strip()
    written = f"{scheme}:{identifier}"
    if not _SCHEME.fullmatch(scheme):
        raise EntityInvalid("identifier", written)
    if scheme in SCHEMES:
        identifier = _bare(scheme, identifier)
        if not SCHEMES[scheme][0].fullmatch(identifier):
            raise EntityInvalid("identifier", written)
    if any(char.isspace() for char in identifier):
        raise EntityInvalid("identifier", written)
    return scheme, identifier


def read_identifier(text: str) -> tuple[str, str]:
    """What a person wrote or pasted: ``Q9248``, ``geonames:587084``, ``https://www.wikidata.org/wiki/Q9248``.

    Raises:
        EntityInvalid: when it is none of these.
    """
    written = text.strip()
    if address := _URL.fullmatch(written):
        return tidy_identifier(_HOSTS[address["host"]], address["id"])
    if re.fullmatch(r"[Qq][1-9][0-9]*", written):
        return tidy_identifier(WIKIDATA, written)
    scheme, colon, identifier = written.partition(":")
    if not colon or not identifier.strip() or identifier.startswith("//"):
        raise EntityInvalid("identifier", written)
    return tidy_identifier(scheme, identifier)


def identifier_iri(scheme: str, identifier: str) -> str:
    """The identifier as the world writes it: an IRI where the scheme has one, else ``scheme:identifier``."""
    slash = "/" if scheme == GEONAMES else ""
    return f"{SCHEMES[scheme][1]}{identifier}{slash}" if scheme in SCHEMES else f"{scheme}:{identifier}"


def written_identifiers(pairs: Iterable[tuple[str, str]]) -> list[str]:
    """Identifiers as people write them, ``scheme:identifier``."""
    return [f"{scheme}:{identifier}" for scheme, identifier in pairs]


def _bare(scheme: str, identifier: str) -> str:
    address = _URL.fullmatch(identifier)
    if address and _HOSTS[address["host"]] == scheme:
        identifier = address["id"]
    if scheme == ISNI:
        identifier = identifier.replace(" ", "").replace("-", "")
    return identifier.upper() if scheme in (WIKIDATA, ISNI) else identifier


def _language(tag: str) -> str:
    tag = tag.strip()
    if not LANGUAGE.fullmatch(tag):
        raise EntityInvalid("language", tag)
    first, *rest = tag.split("-")
    return "-".join((first.lower(), *rest))

# SPDX-License-Identifier: GPL-3.0-or-later
"""What a web page says about itself: title, author, date, address, language, site; from JSON-LD, meta and byline."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from lxml.etree import _Element as Element

from reader.importers.dates import iso_date
from reader.importers.html_article import is_byline
from reader.importers.markup_tags import local_name
from reader.importers.text_builder import one_line

_LARGEST_JSON = 2 << 20
_LONGEST_BYLINE = 120
_MOST_VALUES = 8
_MOST_BYLINES = 60
_MOST_HEADINGS = 2000
_LONGEST_TITLE = 1000
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{1,6}\)(\S{1,2000}?)\s*-->")
_SINGLE_FILE = re.compile(r"<!--\s*Page saved with SingleFile\s+url:\s*(\S{1,2000})")
_HEAD_CHARS = 8192
_ARTICLE_TYPES = ("Article", "Posting", "Report", "Review", "WebPage")
_BY = re.compile(r"^(?:بقلم|كتبت?|تحرير|الكاتبة?|المؤلف|إعداد|ترجمة|by|written by)\s*[:/：-]?\s+", re.IGNORECASE)
SITE_PARTS = re.compile(r"\s+[|–—«»•·:]+\s+|\s+-\s+|\s*::\s*")

_META_KEYS: Mapping[str, tuple[str, ...]] = {
    "title": ("og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title", "parsely-title"),
    "author": ("citation_author", "article:author", "author", "dc.creator", "dcterms.creator", "parsely-author"),
    "date": (
        "article:published_time", "citation_publication_date", "citation_date", "datepublished", "dc.date",
        "dcterms.date", "dc.date.issued", "dcterms.created", "pubdate", "publishdate", "publish-date", "date",
        "parsely-pub-date", "sailthru.date",
    ),
    "address": ("og:url", "twitter:url", "citation_public_url"),
    "site": ("og:site_name", "application-name", "citation_journal_title"),
    "publisher": ("citation_publisher", "dc.publisher", "dcterms.publisher", "publisher"),
    "language": ("og:locale", "dc.language", "dcterms.language", "content-language", "language"),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """Texts, empty where the page does not say. ``date`` is ISO 8601 where it could be read as one."""

    title: str = ""
    author: str = ""
    date: str = ""
    address: str = ""
    site: str = ""
    publisher: str = ""
    language: str = ""

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """All but the title, as the library keeps them."""
        keys = ("author", "date", "address", "site", "publisher", "language")
        return tuple((key, getattr(self, key)) for key in keys if getattr(self, key))


def page_metadata(root: Element, source: str, address: str = "") -> PageMetadata:
    """What the page says; ``source`` is its beginning as text, ``address`` what its envelope gives as its address."""
    linked, named = _from_json_ld(root), _from_meta(root)
    marked, known = _from_microdata(root), _from_page(root)
    known["address"] = known["address"] or _saved_from(source)

    def first(key: str) -> str:
        return next((one_line(found[key]) for found in (linked, named, marked, known) if found.get(key)), "")

    return PageMetadata(
        title=_page_title(first("title"), known.get("tab", ""), first("site"))[:_LONGEST_TITLE],
        author=_names_only(first("author")) or known["byline"],
        date=iso_date(first("date")),
        address=address or known["address"] or first("address"),
        site=first("site"),
        publisher=first("publisher"),
        language=_language(known["language"] or first("language")),
    )


def _from_json_ld(root: Element) -> dict[str, str]:
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "") or len(script.text or "") > _LARGEST_JSON:
            continue
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for record in _records(data):
            if found := _from_record(record):
                return found
    return {}


def _records(data: object) -> Iterator[Mapping[str, object]]:
    """The records in a piece of JSON-LD, two levels deep: alone, in a list, in a graph."""
    pending = list(data) if isinstance(data, list) else [data]
    for record in pending:
        if isinstance(record, dict):
            graph = record.get("@graph")
            pending += graph if isinstance(graph, list) and len(pending) < 1000 else []
            yield record


def _from_record(record: Mapping[str, object]) -> dict[str, str]:
    kinds = record.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    if not any(str(name).endswith(_ARTICLE_TYPES) for name in names):
        return {}
    headline = _text_of(record.get("headline")) or _text_of(record.get("name"))
    found = {
        "title": headline,
        "author": _text_of(record.get("author")) or _text_of(record.get("creator")),
        "date": _text_of(record.get("datePublished")) or _text_of(record.get("dateCreated")),
        "publisher": _text_of(record.get("publisher")),
        "language": _text_of(record.get("inLanguage")),
        "address": _address_of(record.get("mainEntityOfPage")) or _address_of(record.get("url")),
    }
    return found if found["author"] or found["date"] or found["title"] else {}


def _text_of(value: object) -> str:
    """The text of a JSON-LD value: itself, its name, or those of a list."""
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or ""
    if isinstance(value, list):
        texts = [_text_of(one) for one in value[:_MOST_VALUES] if not isinstance(one, list)]
        return "، ".join(dict.fromkeys(text for text in texts if text))
    return one_line(value) if isinstance(value, str) else ""


def _address_of(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("@id")
    return value if isinstance(value, str) and value.startswith(("http://", "https://")) else ""


def _from_meta(root: Element) -> dict[str, str]:
    told: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        name = (
            meta.get("property") or meta.get("name") or meta.get("http-equiv") or meta.get("itemprop") or ""
        ).lower()
        content = one_line(meta.get("content") or "")
        if name and content:
            told.setdefault(name, []).append(content)
    found = {}
    for key, names in _META_KEYS.items():
        values = next((told[name] for name in names if name in told and _is_value(key, told[name][0])), [])
        found[key] = "، ".join(dict.fromkeys(values[:_MOST_VALUES])) if key == "author" else "".join(values[:1])
    return found


def _is_value(key: str, content: str) -> bool:
    """Whether a value says what it should: some pages give the address of the author's page as the author."""
    return key != "author" or not content.startswith(("http://", "https://", "@"))


def _from_microdata(root: Element) -> dict[str, str]:
    wanted = {"headline": "title", "author": "author", "datePublished": "date", "publisher": "publisher"}
    found: dict[str, str] = {}
    for element in root.iter():
        property_of = element.get("itemprop") if isinstance(element.tag, str) else None
        if property_of not in wanted or wanted[property_of] in found:
            continue
        value = element.get("content") or element.get("datetime") or _name_within(element)
        if value := one_line(value)[:500]:
            found[wanted[property_of]] = value
    return found


def _name_within(element: Element) -> str:
    named = next((below for below in element.iterdescendants() if below.get("itemprop") == "name"), element)
    return named.get("content") or beginning_of(named, 500)


def _from_page(root: Element) -> dict[str, str]:
    """What the visible page and its links say."""
    found = {"language": root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""}
    found["address"] = next(
        (_web(link.get("href")) for link in root.iter("link") if link.get("rel") == "canonical"), ""
    )
    found["tab"] = next((one_line("".join(title.itertext())) for title in root.iter("title")), "")
    found["title"] = ""
    found["byline"], found["date"] = "", ""
    bylines = (element for element in root.iter() if local_name(element) == "time" or is_named_byline(element))
    for element in islice(bylines, _MOST_BYLINES):
        name = local_name(element)
        text = one_line(beginning_of(element, 4 * _LONGEST_BYLINE))
        if not found["date"]:
            moment = element if name == "time" else next(element.iter("time"), None)
            written = (moment.get("datetime") if moment is not None else "") or (text if len(text) < 60 else "")
            found["date"] = written if iso_date(written)[:2].isdecimal() else ""
        if not found["byline"] and name != "time":
            found["byline"] = _byline(element, text)
    return found


def _byline(element: Element, text: str) -> str:
    """The author a byline names: after a word like “by”, or in an element that says it is the author's name."""
    for below in islice(element.iter(), _MOST_BYLINES):
        if not isinstance(below.tag, str):
            continue
        words = f"{below.get('rel') or ''} {below.get('itemprop') or ''} {below.get('class') or ''}".split()
        if {"author", "author-name", "fn"} & set(words):
            name = one_line(beginning_of(below, 2 * _LONGEST_BYLINE))
            if 1 < len(name) <= _LONGEST_BYLINE:
                return _names_only(name)
    return _names_only(text) if len(text) <= _LONGEST_BYLINE and _BY.match(text) else ""


def _names_only(author: str) -> str:
    return _BY.sub("", author).strip(" :،,-|/")[:500]


def _page_title(told: str, tab: str, site: str) -> str:
    """The title without the site's name at its end."""
    title = told or tab
    parts = SITE_PARTS.split(title)
    if len(parts) > 1 and site and one_line(parts[-1]).casefold() == site.casefold():
        return one_line(title[: title.rindex(parts[-1])].rstrip(" |–—-«»•·:"))
    return title


def _saved_from(source: str) -> str:
    head = source[:_HEAD_CHARS]
    found = _SAVED_FROM.search(head) or _SINGLE_FILE.search(head)
    return _web(found[1]) if found else ""


def _web(address: str | None) -> str:
    address = (address or "").strip()
    return address if address.startswith(("http://", "https://")) and len(address) < 2000 else ""


def _language(told: str) -> str:
    """A BCP 47 tag, or nothing."""
    tag = told.replace("_", "-").strip()
    return tag if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", tag) else ""


def headings_of(root: Element) -> list[Element]:
    return list(islice(root.iter("h1", "h2", "h3", "h4", "h5", "h6"), _MOST_HEADINGS))


def is_named_byline(element: Element) -> bool:
    return bool(local_name(element)) and is_byline(element)


def beginning_of(element: Element, most: int) -> str:
    """The first code points of what stands in an element."""
    parts, size = [], 0
    for text in element.itertext():
        parts.append(text)
        size += len(text)
        if size >= most:
            break
    return "".join(parts)[:most]

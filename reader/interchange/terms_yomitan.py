# SPDX-License-Identifier: GPL-3.0-or-later
"""A term base as a dictionary for Yomitan: a zip file with structured content.

Written by ourselves, for pyglossary is an extra, and writes no structure. Source: dictionary-index-schema.json and
dictionary-term-bank-v3-schema.json of the Yomitan sources (ext/data/schemas).
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO, Final

from reader.interchange.terms_article import TermArticle, article_of, on_one_line
from reader.model.term import Term, TermBase, TermStatus

_ROWS_OF_A_BANK: Final = 10_000
_SCORES: Final = {
    TermStatus.PREFERRED: 2,
    TermStatus.ADMITTED: 1,
    TermStatus.PROPOSED: 0,
    TermStatus.DEPRECATED: -1,
}
_TIME: Final = (1980, 1, 1, 0, 0, 0)
"""The same terms make the same bytes."""


def write_yomitan(base: TermBase, terms: Sequence[Term], stream: BinaryIO) -> None:
    """Every spelling of a term is a row of its own; rows of one term share its number."""
    rows = list(_rows(base, terms))
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(archive, "index.json", _index(base, terms))
        for number, start in enumerate(range(0, max(len(rows), 1), _ROWS_OF_A_BANK), 1):
            _put(archive, f"term_bank_{number}.json", rows[start : start + _ROWS_OF_A_BANK])


def _put(archive: zipfile.ZipFile, name: str, value: object) -> None:
    member = zipfile.ZipInfo(name, _TIME)
    member.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(member, json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _index(base: TermBase, terms: Sequence[Term]) -> dict[str, Any]:
    return {
        "title": on_one_line(base.name) or "terms",
        "format": 3,
        "revision": max((term.modified for term in terms), default="") or "1",
        "sequenced": True,
        "sourceLanguage": base.source_language,
        "targetLanguage": base.target_language,
    }


def _rows(base: TermBase, terms: Sequence[Term]) -> Iterator[list[Any]]:
    for number, term in enumerate(terms, 1):
        glossary = [{"type": "structured-content", "content": _content(article_of(term, base), base.target_language)}]
        for spelling in dict.fromkeys(on_one_line(each) for each in term.spellings):
            yield [spelling, "", "", "", _SCORES[term.status], glossary, number, ""]


def _content(article: TermArticle, language: str) -> list[dict[str, Any]]:
    parts: list[dict[str, Any]] = []
    if article.labels:
        parts.append(_block(article.labels, "part-of-speech-info", fontStyle="italic"))
    if len(article.targets) > 1:
        items = [{"tag": "li", "lang": language, "content": each} for each in article.targets]
        parts.append({"tag": "ol", "data": {"content": "glossary"}, "content": items})
    else:
        parts += [{**_block(each, "glossary", fontWeight="bold"), "lang": language} for each in article.targets]
    if article.forbidden:
        struck = [_struck(each) for each in article.forbidden]
        joined: list[Any] = [f"✗ {article.forbidden_label}: "]
        for place, each in enumerate(struck):
            joined += [", ", each] if place else [each]
        parts.append({"tag": "div", "data": {"content": "forbidden"}, "content": joined})
    if article.definition:
        parts.append(_block(article.definition, "definition"))
    if article.note:
        parts.append(_block(article.note, "note", fontSize="0.9em"))
    if article.example:
        source = f" ({article.example_source})" if article.example_source else ""
        parts.append(_block(f"{article.example_label}: {article.example}{source}", "example-sentence"))
    return parts or [_block("—", "glossary")]


def _block(text: str, kind: str, **style: str) -> dict[str, Any]:
    block: dict[str, Any] = {"tag": "div", "data": {"content": kind}, "content": text}
    return block | {"style": style} if style else block


def _struck(text: str) -> dict[str, Any]:
    return {"tag": "span", "style": {"textDecorationLine": "line-through"}, "content": text}

# SPDX-License-Identifier: GPL-3.0-or-later
"""``hashiya versions`` and ``hashiya review``: the texts a document has had, and the tags that lost their places."""

from __future__ import annotations

import sys
from typing import Any

from reader.cli.output import write, write_json
from reader.cli.terminal import phrase
from reader.model.document import Document
from reader.model.tagset import name_in
from reader.model.version import TextVersion
from reader.store import Library
from reader.workspace.reviewing import Passage, ReviewItem, review_items

_MOST = 100_000


def list_versions(library: Library, document: Document, *, as_json: bool) -> None:
    """Print the versions of a document's text, the newest first; the one in force is marked."""
    versions = library.versions.of_document(document.id)
    if as_json:
        write_json(
            {
                "document": document.id,
                "title": document.title,
                "version": document.version,
                "versions": [_version_as_json(each) for each in versions],
            }
        )
        return
    for each in versions:
        mark = "*" if each.version == document.version else " "
        figures = f"{each.places:>6} places  -{each.removed} +{each.added}" if each.based_on is not None else ""
        write(
            f"{mark} {each.version:>4}  {each.created}  {each.origin.value:<10}  {each.length:>9}  {figures}".rstrip()
        )


def print_version(library: Library, document: Document, version: int) -> None:
    """Print the text of one version as it is."""
    library.versions.get(document.id, version)
    for _, piece in library.texts.open_version(document.id, version).texts():
        sys.stdout.write(piece)


def review(library: Library, document: Document, language: str, *, as_json: bool) -> None:
    """Print the tags of a document that have no sure place: doubtful ones with the place proposed, then orphans."""
    items = review_items(library, document.id, _MOST)
    names = {tag.id: name_in(tag.names, language) for tag in library.tagsets.tags()}
    if as_json:
        count = library.displaced.count(document.id)
        write_json(
            {
                "document": document.id,
                "title": document.title,
                "doubtful": count.doubtful,
                "orphans": count.orphans,
                "tags": [_item_as_json(each) for each in items],
            }
        )
        return
    for each in items:
        annotation = each.displaced.annotation
        state = "orphan  " if each.displaced.is_orphan else "doubtful"
        now = f"  →  {phrase(each.new.words)}" if each.new is not None else ""
        name = phrase(names.get(annotation.tag_id, annotation.tag_id))
        write(f"{annotation.id}  {state}  {name}  {phrase(annotation.quote)}{now}")


def _version_as_json(version: TextVersion) -> dict[str, Any]:
    return {
        "version": version.version,
        "created": version.created,
        "author": version.author,
        "origin": version.origin.value,
        "based_on": version.based_on,
        "length": version.length,
        "digest": version.digest,
        "places": version.places,
        "removed": version.removed,
        "added": version.added,
    }


def _item_as_json(item: ReviewItem) -> dict[str, Any]:
    annotation, proposed = item.displaced.annotation, item.displaced.proposed
    return {
        "id": annotation.id,
        "state": "orphan" if item.displaced.is_orphan else "doubtful",
        "tag": annotation.tag_id,
        "quote": annotation.quote,
        "note": annotation.note,
        "version": item.displaced.version,
        "old": _passage_as_json(item.old),
        "proposed": None
        if proposed is None or item.new is None
        else {"start": proposed.start, "end": proposed.end, **_passage_as_json(item.new)},
    }


def _passage_as_json(passage: Passage) -> dict[str, str]:
    return {"before": passage.before, "words": passage.words, "behind": passage.behind}

# SPDX-License-Identifier: GPL-3.0-or-later
"""``hashiya dictionary``: the user's dictionaries listed, taken in, ordered, switched and asked."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from reader.cli.cells import visible
from reader.cli.output import say, write, write_json, write_json_object
from reader.cli.progress import Progress
from reader.cli.terminal import phrase
from reader.errors import ReaderError
from reader.model.dictionary import DictionaryAbout, DictionaryEntry, DictionaryId
from reader.workspace.dictionaries import Shelf, open_dictionaries, own_shelf
from reader.workspace.dictionary_import import DictionaryPlan, import_dictionary, system_dictionaries

_SHOWN_ID: Final = 8


def list_dictionaries(*, as_json: bool) -> int:
    """Every dictionary in the user's order, then what is installed on the system and not on the shelf."""
    shelf = own_shelf()
    abouts, problems = shelf.all()
    offered = [plan for plan in system_dictionaries(shelf.folder) if not plan.same]
    for problem in problems:
        say(str(problem))
    if as_json:
        parts = [("dictionaries", map(_fields, abouts)), ("installed", map(_plan_fields, offered))]
        write_json_object(parts)
        return 1 if problems else 0
    for about in abouts:
        off = "" if about.is_on else "  (off)"
        skipped = sum(each.count for each in about.skipped)
        left_out = f"  ({skipped} left out)" if skipped else ""
        write(f"{about.id[:_SHOWN_ID]}  {about.entries:>8}  {phrase(about.title)}  [{about.format}]{left_out}{off}")
    for plan in offered:
        say(f"Installed on this machine: {visible(plan.title)}. Add it: hashiya dictionary add {plan.path}")
    return 1 if problems else 0


def show(name: str, *, as_json: bool) -> None:
    """What a dictionary says of itself, and what of it was left out.

    Raises:
        UnknownDictionary.
    """
    about = own_shelf().named(name)
    if as_json:
        write_json(_fields(about))
        return
    for label, value in (
        ("title", about.title),
        ("id", about.id),
        ("format", about.format),
        ("file", about.source),
        ("entries", str(about.entries)),
        ("articles", str(about.articles)),
        ("languages", " → ".join(each for each in (about.source_language, about.target_language) if each)),
        ("author", about.author),
        ("licence", about.licence),
    ):
        if value:
            write(f"{label:>10}  {phrase(value)}")
    for each in about.skipped:
        write(f"  left out  {each.count} × {each.reason}")
        for place in each.places:
            write(f"              {phrase(place)}")
    for line in about.description.splitlines():
        write(f"    {phrase(line)}")


def add(paths: Sequence[Path], *, as_json: bool) -> int:
    """Take the dictionaries in; one that cannot be is told, and the others come in."""
    folder = own_shelf().folder
    added: list[dict[str, Any]] = []
    failed: list[dict[str, str]] = []
    for path in paths:
        try:
            with Progress(path.name) as progress:
                about = import_dictionary(folder, path, progress=progress)
        except ReaderError as error:
            say(str(error))
            failed.append({"file": str(path), "error": type(error).__name__, "message": str(error)})
            continue
        added.append(_fields(about))
        skipped = sum(each.count for each in about.skipped)
        say(f"{path}: {about.entries} entries of “{about.title}”" + (f", {skipped} left out." if skipped else "."))
    if as_json:
        write_json({"added": added, "failed": failed})
    return 1 if failed else 0


def remove(names: Sequence[str]) -> None:
    """Take dictionaries off the shelf.

    Raises:
        UnknownDictionary, FileUnwritable.
    """
    shelf = own_shelf()
    for about in [shelf.named(name) for name in names]:
        shelf.remove(about.id)
        say(f"“{about.title}” was removed; {about.source} stays where it is.")


def switch(names: Sequence[str], *, is_on: bool) -> None:
    """Have dictionaries asked, or not.

    Raises:
        UnknownDictionary, FileUnwritable.
    """
    shelf = own_shelf()
    for about in [shelf.named(name) for name in names]:
        shelf.switch(about.id, is_on=is_on)


def order(names: Sequence[str]) -> None:
    """Put these first, in this order; the others follow as they were.

    Raises:
        UnknownDictionary, FileUnwritable.
    """
    shelf = own_shelf()
    first = [shelf.named(name).id for name in names]
    shelf.order([*first, *_others(shelf, first)])


def look_up(words: Sequence[str], *, as_json: bool) -> int:
    """What the dictionaries that are on say of each word; 1 where none says anything."""
    with closing(open_dictionaries()) as opened:
        for problem in opened.problems:
            say(str(problem))
        found = [(word, opened.entries_of([word])) for word in words]
    if as_json:
        write_json(
            {"words": [{"word": word, "entries": [entry_fields(e) for e in entries]} for word, entries in found]}
        )
    else:
        for word, entries in found:
            _write_entries(word, entries)
    return 0 if any(entries for _, entries in found) else 1


def entry_fields(entry: DictionaryEntry) -> dict[str, Any]:
    """What ``--json`` tells of an entry."""
    return {
        "headword": entry.headword,
        "match": entry.match.name.lower(),
        "source": entry.source,
        "dictionary": entry.dictionary_id,
        "lines": [{"text": line.text, "kind": line.kind.name.lower(), "depth": line.depth} for line in entry.lines],
    }


def _write_entries(word: str, entries: Sequence[DictionaryEntry]) -> None:
    write(phrase(word))
    for entry in entries:
        write(f"    {phrase(entry.headword)}  [{phrase(entry.source)}]")
        for line in entry.lines:
            write(f"        {'  ' * line.depth}{phrase(line.text)}")
    if not entries:
        write("    in none of the dictionaries")


def _others(shelf: Shelf, first: Sequence[DictionaryId]) -> list[DictionaryId]:
    return [each.id for each in shelf.all()[0] if each.id not in first]


def _fields(about: DictionaryAbout) -> dict[str, Any]:
    return {
        "id": about.id,
        "title": about.title,
        "format": about.format,
        "file": about.source,
        "entries": about.entries,
        "articles": about.articles,
        "on": about.is_on,
        "author": about.author,
        "licence": about.licence,
        "description": about.description,
        "source_language": about.source_language,
        "target_language": about.target_language,
        "imported": about.modified,
        "left_out": [
            {"reason": each.reason, "count": each.count, "places": list(each.places)} for each in about.skipped
        ],
    }


def _plan_fields(plan: DictionaryPlan) -> dict[str, Any]:
    return {"file": str(plan.path), "title": plan.title, "format": plan.format, "entries": plan.entries}

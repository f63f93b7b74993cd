# SPDX-License-Identifier: GPL-3.0-or-later
"""``hashiya repair``: what would change in a text that is stored in visual order or as shapes, and the change."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from reader.cli.output import say, write, write_json
from reader.cli.sources import Source, library_for_reading, source_named
from reader.cli.terminal import phrase
from reader.cli.vocabulary import AUTHOR
from reader.interchange.files import write_file
from reader.model.document import Document
from reader.store import Library
from reader.text.repair import Order
from reader.workspace.own_library import own_library_path
from reader.workspace.repairing import Proposal, proposal, repair_text
from reader.workspace.workspace import Workspace

_ORDERS = {
    Order.LOGICAL: "in reading order",
    Order.LINES: "in visual order, line by line",
    Order.WORDS: "in reading order, but the letters of each word are turned",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    preview: bool
    out: Path | None
    spell_words: bool
    order: str | None


def repair(name: str, wish: Wish, encoding: str | None, library: Path | None, *, as_json: bool) -> int:
    """Tell or do it; 1 when a file that the library does not have was named without a place for the result."""
    with library_for_reading(library) as opened, source_named(name, opened, encoding) as source:
        found = proposal(_whole(source), words_too=wish.spell_words, order=Order(wish.order) if wish.order else None)
        document = source.document
    done = found.is_needed and not wish.preview
    if done and wish.out is None and document is None:
        say(f"{name} is not in the library: name a file with --out, or look with --preview.")
        return 1
    if done:
        _do(found, wish, document, library or own_library_path())
    _tell(found, document, wish, as_json=as_json)
    return 0


def _whole(source: Source) -> str:
    return "".join(piece for _, piece in source.text.texts())


def _do(found: Proposal, wish: Wish, document: Document | None, library: Path) -> None:
    if wish.out is not None:

        def fill(file: TextIO) -> None:
            file.write(found.made.text)

        write_file(wish.out, fill)
        return
    assert document is not None
    order = Order(wish.order) if wish.order else None
    with Library.open(library, create=False) as opened:
        edit = repair_text(opened, document.id, AUTHOR, words_too=wish.spell_words, order=order)
        Workspace(opened, AUTHOR).edit(edit)


def _tell(found: Proposal, document: Document | None, wish: Wish, *, as_json: bool) -> None:
    if as_json:
        write_json(
            {
                "document": document.id if document else None,
                "order": found.finding.order.value,
                "forms": found.finding.forms,
                "changed_lines": found.changed,
                "proved_lines": found.made.proved,
                "done": found.is_needed and not wish.preview,
                "lines": [{"line": line.number, "before": line.before, "after": line.after} for line in found.shown],
            }
        )
        return
    if not found.is_needed:
        say("Nothing has to be repaired.")
        return
    say(f"The text is stored {_ORDERS[found.finding.order]}; {found.finding.forms:,} letters are presentation forms.")
    if wish.preview:
        for line in found.shown:
            write(f"{line.number}\t- {phrase(line.before)}")
            write(f"{line.number}\t+ {phrase(line.after)}")
    say(
        f"{found.changed:,} lines {'would change' if wish.preview else 'were changed'}; of {found.made.lines:,} put in "
        f"reading order, {found.made.proved:,} draw exactly as they stood."
    )

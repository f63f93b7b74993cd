# SPDX-License-Identifier: GPL-3.0-or-later
"""The command that puts text in visual order or presentation forms right."""

from __future__ import annotations

from pathlib import Path

import click

from reader.cli.options import FILE, library_named, with_encoding, with_json, with_library


@click.command()
@click.argument("text")
@click.option("--preview", is_flag=True, help="Show what would change, line by line, and change nothing.")
@click.option("--out", type=FILE, metavar="FILE", help="Write the repaired text to FILE (UTF-8); the library stays.")
@click.option("--spell-words", is_flag=True, help="Spell out words stored as one sign as well: ﷲ, ﷺ.")
@click.option(
    "--order",
    type=click.Choice(["logical", "lines", "words"]),
    help="How the letters are stored, where the guess is wrong: whole lines or the letters of each word turned.",
)
@with_encoding
@with_library
@with_json
def repair(
    *,
    text: str,
    preview: bool,
    out: Path | None,
    spell_words: bool,
    order: str | None,
    encoding: str | None,
    library: Path | None,
    as_json: bool,
) -> int:
    """Put the letters of TEXT in reading order and in place of their shapes.

    A document of the library gets a new version, in which its tags stand at the same words; the version before stays.
    """
    from reader.cli import repairing  # noqa: PLC0415

    wish = repairing.Wish(preview=preview, out=out, spell_words=spell_words, order=order)
    return repairing.repair(text, wish, encoding, library_named(library), as_json=as_json)

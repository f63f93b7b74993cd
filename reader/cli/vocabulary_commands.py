# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands about what a reader knows of words, and about cards."""

from __future__ import annotations

from pathlib import Path

import click

from reader.cli.options import FILE, library_named, with_encoding, with_json, with_library

_STATUSES = ("new", "learning-1", "learning-2", "learning-3", "learning-4", "known", "ignored")
_STATUS = click.Choice(_STATUSES)


@click.command()
@click.argument("words", nargs=-1)
@click.option("--set", "status", type=_STATUS, help="Give the WORDS this status instead of reading a text.")
@click.option("--this-form", is_flag=True, help="With --set: the form as written alone, not its lemma.")
@click.option("--import", "taken", type=FILE, help="Take in a list of words, one a line, with the status --as.")
@click.option("--export", "given", type=FILE, help="Write the words that have the status --as to a file, one a line.")
@click.option("--as", "status_of_list", type=_STATUS, default="known", show_default=True)
@click.option("--all", "everything", is_flag=True, help="List all words, not only those worth learning.")
@click.option("--limit", type=click.IntRange(min=0), help="List so many words at most.")
@click.option("--csv", "as_csv", is_flag=True, help="Print a table of the words, ready for a spreadsheet.")
@with_encoding
@with_library
@with_json
def vocabulary(
    *,
    words: tuple[str, ...],
    status: str | None,
    this_form: bool,
    taken: Path | None,
    given: Path | None,
    status_of_list: str,
    everything: bool,
    limit: int | None,
    as_csv: bool,
    encoding: str | None,
    library: Path | None,
    as_json: bool,
) -> None:
    """What of a TEXT is known, and which of its words are worth learning first; or say how well WORDS are known.

    The one argument is a text, a file or a document of the library; with --set the arguments are words.
    """
    from reader.cli import vocabulary as doing  # noqa: PLC0415

    path = library_named(library)
    if sum((status is not None, taken is not None, given is not None)) > 1:
        raise click.UsageError("--set, --import and --export do not go together.")
    if status is not None:
        if not words:
            raise click.UsageError("--set needs the words.")
        doing.set_words(path, words, status, for_form=this_form, as_json=as_json)
    elif taken is not None:
        doing.take_in(path, taken, status_of_list, encoding, as_json=as_json)
    elif given is not None:
        doing.give_out(path, given, status_of_list, as_json=as_json)
    elif len(words) != 1:
        raise click.UsageError("Name one text; words go with --set STATUS.")
    else:
        form = "csv" if as_csv else "json" if as_json else "text"
        doing.show(path, words[0], encoding, form=form, everything=everything, limit=limit)


@click.group(invoke_without_command=True)
@with_library
@with_json
@click.pass_context
def cards(context: click.Context, library: Path | None, as_json: bool) -> None:
    """List the cards of the library, make cards and export them."""
    context.meta["library"] = library_named(library)
    if context.invoked_subcommand is None:
        from reader.cli import vocabulary as doing  # noqa: PLC0415

        doing.list_cards(library_named(library), as_json=as_json)


@cards.command(name="make")
@click.argument("document")
@click.argument("words", nargs=-1)
@click.option("--worth", type=click.IntRange(min=1), help="The so many words most worth learning, instead of WORDS.")
@with_library
@with_json
def make_cards(document: str, words: tuple[str, ...], worth: int | None, library: Path | None, as_json: bool) -> None:
    """Make cards of WORDS as they first stand in DOCUMENT, a document of the library or a file that it has."""
    from reader.cli import vocabulary as doing  # noqa: PLC0415

    if bool(words) == (worth is not None):
        raise click.UsageError("Name words, or give --worth NUMBER.")
    doing.make_cards(library_named(library), document, words, worth, as_json=as_json)


@cards.command(name="export")
@click.argument("out", type=FILE)
@with_library
@with_json
def export_cards(out: Path, library: Path | None, as_json: bool) -> None:
    """Write every card to OUT, a package for Anki (.apkg) or a table (.csv)."""
    from reader.cli import vocabulary as doing  # noqa: PLC0415

    doing.export_cards(library_named(library), out, as_json=as_json)

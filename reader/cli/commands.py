# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands and their options; what they do is in the modules beside, loaded when it is needed."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from reader import __version__
from reader.cli.dictionary_commands import dictionary
from reader.cli.import_commands import import_files, outline
from reader.cli.interchange_commands import export, formats, import_annotations
from reader.cli.learning_commands import learning
from reader.cli.options import FILE, language_of_tags, library_named, with_encoding, with_json, with_library
from reader.cli.repair_command import repair
from reader.cli.term_commands import termbase, terms_in
from reader.cli.version_commands import review, versions
from reader.cli.vocabulary_commands import cards, vocabulary

if TYPE_CHECKING:
    from reader.cli.terminal import Terminal

F = TypeVar("F", bound=Callable[..., Any])
_PICTURE = "hashiya.png"


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """What the command line wants of the window, which it must not know.

    ``has_display`` tells whether there is a screen to show it on. ``open`` shows it on files, with a library or None
    for the user's own, and returns the exit code. ``save_picture`` draws it without a screen, on a text and into a
    PNG file.
    """

    open: Callable[[list[Path], Path | None], int]
    save_picture: Callable[[Path, Path], None]
    has_display: Callable[[], bool]


class _FilesOrCommand(click.Group):
    """A group whose first argument may also be a file: then the window opens."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] in self.commands or not _may_be_a_file(args[0]):
            return super().resolve_command(ctx, args)
        return "window", self.commands["window"], args

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own signature
        return list(self.commands)


def _may_be_a_file(name: str) -> bool:
    return os.path.lexists(name) or os.sep in name or "." in name


def _with_language(command: F) -> F:
    option = click.option("--language", type=click.Choice(["ar", "en"]), help="Language of tag names.")
    return option(command)


@click.group(cls=_FilesOrCommand, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@with_library
@click.version_option(__version__, prog_name="hashiya")
@click.pass_context
def hashiya(context: click.Context, library: Path | None) -> None:
    """Read and annotate Arabic texts.

    Without a command the window opens: hashiya [FILE]...
    """
    context.meta["library"] = library
    if context.invoked_subcommand is None:
        context.invoke(window, files=(), picture=Path(_PICTURE), library=library)


@hashiya.command(hidden=True)
@click.argument("files", nargs=-1, type=FILE)
@click.option("--picture", type=FILE, default=_PICTURE, help="Where the window is drawn when there is no display.")
@with_library
@click.pass_obj
def window(view: Window, files: tuple[Path, ...], picture: Path, library: Path | None) -> int:
    """Open the window on FILES, or on what was read last."""
    if view.has_display():
        return view.open(list(files), library_named(library))
    from reader.cli.no_display import show_without_display  # noqa: PLC0415

    terminal = _terminal(None, None, orders_text=False)
    return show_without_display(
        view.save_picture,
        files,
        picture=picture,
        library_path=library_named(library),
        terminal=terminal,
        language=language_of_tags(),
    )


@hashiya.command()
@click.argument("text")
@click.option("--width", type=click.IntRange(min=10), help="Columns of a line; those of the terminal unless given.")
@click.option(
    "--terminal-orders",
    is_flag=True,
    envvar="HASHIYA_TERMINAL_ORDERS",
    help="The terminal joins and orders Arabic itself: print as it is.",
    show_envvar=True,
)
@click.option("--colour/--no-colour", default=None, help="Colours or none; colours on a terminal unless said.")
@click.option("--recognise/--no-recognise", default=True, help="Whether to look for entities that are not tagged yet.")
@with_encoding
@_with_language
@with_library
@with_json
def show(
    *,
    text: str,
    width: int | None,
    terminal_orders: bool,
    colour: bool | None,
    recognise: bool,
    encoding: str | None,
    language: str | None,
    library: Path | None,
    as_json: bool,
) -> None:
    """Print TEXT, a file or a document of the library, with its entities in colour."""
    from reader.cli import entities, sources  # noqa: PLC0415
    from reader.cli import show as showing  # noqa: PLC0415

    with (
        sources.library_for_reading(library_named(library)) as opened,
        sources.source_named(text, opened, encoding) as source,
    ):
        if as_json:
            showing.show_as_json(source, opened, recognise=recognise)
            return
        terminal = _terminal(width, colour, orders_text=terminal_orders)
        tags = entities.tags_of(opened)
        showing.show(source, opened, tags, terminal, recognise=recognise, language=language or language_of_tags())


@hashiya.command()
@click.argument("text", required=False)
@click.option("--suggestions", is_flag=True, help="Also list what is recognised but not tagged.")
@with_encoding
@_with_language
@with_library
@with_json
def tags(
    *,
    text: str | None,
    suggestions: bool,
    encoding: str | None,
    language: str | None,
    library: Path | None,
    as_json: bool,
) -> None:
    """List the annotations of TEXT, a file or a document; without it the documents and tags of the library."""
    from reader.cli import entities, listing, output, sources  # noqa: PLC0415

    with sources.library_for_reading(library_named(library)) as opened:
        if text is None:
            listing.list_library(
                opened, entities.tags_of(opened), as_json=as_json, language=language or language_of_tags()
            )
            return
        with sources.source_named(text, opened, encoding) as source:
            if source.document is None and not suggestions:
                output.say(f"{text}: the library does not have this text, so nothing is tagged in it.")
            listing.list_annotations(source, opened, suggestions=suggestions, as_json=as_json)


hashiya.add_command(import_files)
hashiya.add_command(outline)
hashiya.add_command(repair)


@hashiya.command()
@click.argument("texts", nargs=-1, required=True)
@click.option("--json", "form", flag_value="json", help="Print what is found as a list of JSON objects.")
@click.option("--jsonl", "form", flag_value="jsonl", help="Print what is found as JSON, one object a line.")
@click.option("--conll", "form", flag_value="conll", help="Print tokens with IOB2 labels in columns.")
@click.option(
    "--keep", is_flag=True, help="Keep suggestions in the library though --json is given; it then tells how many."
)
@click.option("--jobs", type=click.IntRange(min=1), default=1, help="Processes that read files at the same time.")
@click.option("--names", "lists", type=FILE, multiple=True, help="File of names, or table of name, tag and entity.")
@click.option("--names-tag", default="person", show_default=True, help="Tag of names in them that have none.")
@click.option("--model", type=FILE, help="Folder of a neural model (ONNX) to ask as well.")
@click.option("--kind", "kinds", multiple=True, metavar="KIND=TAG", help="Tag of what the model calls so.")
@with_encoding
@with_library
def recognise(
    *,
    texts: tuple[str, ...],
    form: str | None,
    keep: bool,
    jobs: int,
    lists: tuple[Path, ...],
    names_tag: str,
    model: Path | None,
    kinds: tuple[str, ...],
    encoding: str | None,
    library: Path | None,
) -> int:
    """Look for entities in TEXTS, files or documents of the library.

    With a format what is found is printed, and nothing is kept; --library names a library whose entities, lists and
    learned model are used. Without one, what is found is kept in the library as suggestions.
    """
    if form is None or keep:
        if form not in (None, "json") or jobs > 1:
            raise click.UsageError("--keep goes with --json alone, and --jobs with a format that is printed.")
        if lists or model is not None:
            raise click.UsageError(
                "--names and --model go with a format that is printed. The window sets what is kept."
            )
        from reader.cli import taking_in  # noqa: PLC0415

        return taking_in.recognise(library_named(library), texts, encoding, as_json=form == "json")
    from reader.cli import recognising  # noqa: PLC0415

    if any("=" not in kind for kind in kinds):
        raise click.UsageError("--kind takes KIND=TAG, such as --kind 'job title=role'.")
    given = recognising.Given(paths=lists, tag=names_tag, model=model, kinds=kinds)
    return recognising.recognise_texts(library_named(library), texts, encoding, form=form, jobs=jobs, given=given)


@hashiya.command()
@click.argument("words", nargs=-1)
@click.option("--file", "path", type=FILE, help="Explain every word of this file.")
@with_encoding
@with_library
@with_json
def gloss(
    *, words: tuple[str, ...], path: Path | None, encoding: str | None, library: Path | None, as_json: bool
) -> None:
    """Explain WORDS: their parts, lemma, root and meanings. Words of one argument are read as a sentence.

    What you chose in the library comes first, and the dictionaries you took in are asked too.
    """
    from reader.cli import gloss as glossing  # noqa: PLC0415
    from reader.cli import sources  # noqa: PLC0415

    if bool(words) == (path is not None):
        raise click.UsageError("Give words, or --file FILE.")
    with sources.library_for_reading(library_named(library)) as opened:
        if path is not None:
            glossing.gloss_file(path, encoding, opened, as_json=as_json)
        else:
            glossing.gloss_words(words, opened, as_json=as_json)


@hashiya.group()
@with_library
@click.pass_context
def entities(context: click.Context, library: Path | None) -> None:
    """List, show, import, export and merge the entities of the library."""
    context.meta["library"] = library_named(library)


@entities.command("list")
@click.argument("text", default="")
@click.option("--kind", help='Only entities of this tag; "" for those without a kind.')
@click.option("--by-mentions", is_flag=True, help="Those mentioned most often first.")
@click.option("--csv", "as_csv", is_flag=True, help="Print a table.")
@with_library
@with_json
def list_of_entities(
    *, text: str, kind: str | None, by_mentions: bool, as_csv: bool, library: Path | None, as_json: bool
) -> None:
    """Print the entities with TEXT in a name or as identifier; all of them without TEXT."""
    from reader.cli import registry  # noqa: PLC0415

    registry.list_entities(library_named(library), text, kind, by_mentions=by_mentions, as_json=as_json, as_csv=as_csv)


@entities.command("show")
@click.argument("entity")
@with_library
@with_json
def show_entity(entity: str, library: Path | None, as_json: bool) -> None:
    """Print all about ENTITY, an id, identifier or name: every mention in the library among it."""
    from reader.cli import registry  # noqa: PLC0415

    registry.show_entity(library_named(library), entity, as_json=as_json)


@entities.command("import")
@click.argument("file", type=FILE)
@click.option("--take-theirs", is_flag=True, help="Where file and library contradict, the file is right.")
@click.option("--dry-run", is_flag=True, help="Only tell what would be new, changed or in conflict.")
@with_encoding
@with_library
@with_json
def import_of_entities(
    *, file: Path, take_theirs: bool, dry_run: bool, encoding: str | None, library: Path | None, as_json: bool
) -> None:
    """Take in the entities of FILE, a table (CSV) or SKOS (.jsonld). One undo takes all of it back."""
    from reader.cli import registry  # noqa: PLC0415

    registry.import_file(
        library_named(library), file, encoding=encoding, take_theirs=take_theirs, dry_run=dry_run, as_json=as_json
    )


@entities.command("export")
@click.option("--out", default="-", help="File to write; - is standard output.", show_default=True)
@click.option("--format", "form", type=click.Choice(["csv", "skos"]), help="By the file's suffix unless given.")
@with_library
@with_json
def export_of_entities(out: str, form: str | None, library: Path | None, as_json: bool) -> None:
    """Write every entity as a table (CSV) or as SKOS (.jsonld)."""
    from reader.cli import registry  # noqa: PLC0415

    if as_json and out == "-":
        raise click.UsageError("--json tells what was written, so it needs --out FILE.")
    registry.export_file(library_named(library), out, form=form, as_json=as_json)


@entities.command("merge")
@click.argument("into")
@click.argument("others", nargs=-1, required=True)
@with_library
@with_json
def merge_of_entities(into: str, others: tuple[str, ...], library: Path | None, as_json: bool) -> None:
    """Make one of INTO and OTHERS: links, names, translations and identifiers are joined. Undo takes it back."""
    from reader.cli import registry  # noqa: PLC0415

    registry.merge_entities(library_named(library), into, others, as_json=as_json)


@hashiya.command()
@click.argument("out", type=FILE)
@with_library
@with_json
def backup(out: Path, library: Path | None, as_json: bool) -> None:
    """Copy the library to OUT and prove the copy; an older backup there is replaced only then."""
    from reader.cli.caring import back_up  # noqa: PLC0415

    back_up(library_named(library), out, as_json=as_json)


@hashiya.command()
@with_library
@with_json
def doctor(library: Path | None, as_json: bool) -> int:
    """Check the installation and the library; the exit code is 1 when something is wrong."""
    from reader.cli.caring import examine  # noqa: PLC0415

    return examine(library_named(library), as_json=as_json)


def _terminal(width: int | None, colour: bool | None, *, orders_text: bool) -> Terminal:
    from reader.cli.terminal import Terminal  # noqa: PLC0415

    if colour is None:
        colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    columns = width or shutil.get_terminal_size().columns
    return Terminal(columns=columns, colours=colour, orders_text=orders_text)


hashiya.add_command(terms_in)
hashiya.add_command(termbase)
hashiya.add_command(versions)
hashiya.add_command(review)
hashiya.add_command(vocabulary)
hashiya.add_command(cards)
hashiya.add_command(dictionary)
hashiya.add_command(learning)
hashiya.add_command(export)
hashiya.add_command(import_annotations)
hashiya.add_command(formats)

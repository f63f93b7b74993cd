# SPDX-License-Identifier: GPL-3.0-or-later
"""``hashiya export``, ``import-annotations`` and ``formats``: annotations out to other programs and in from them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reader.cli.options import FILE, language_of_tags, library_named, with_encoding, with_json, with_library

if TYPE_CHECKING:
    from reader.interchange import Format


class FormatName(click.ParamType):  # type: ignore[type-arg]
    """The name of a format; which there are is looked up when one is named."""

    name = "format"

    def __init__(self, *, reading: bool = False) -> None:
        self._reading = reading

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Format:
        from reader.interchange import FORMATS, Format  # noqa: PLC0415 - as everything a command needs

        if isinstance(value, Format):
            return value
        known = [each.name for each in FORMATS.values() if (each.is_read if self._reading else each.is_written)]
        if value not in known:
            self.fail(f"“{value}” is none of {', '.join(known)}", param, ctx)
        return FORMATS[value]


class TagPair(click.ParamType):  # type: ignore[type-arg]
    """A name in the file and a tag of the library, as ``NAME=TAG``."""

    name = "name=tag"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        if isinstance(value, tuple):
            return value
        name, sign, tag = str(value).rpartition("=")
        if not sign or not name.strip():
            self.fail(f"“{value}” is not NAME=TAG", param, ctx)
        return name.strip(), tag.strip()


@click.command()
@click.argument("documents", nargs=-1)
@click.option("--format", "form", type=FormatName(), help="See hashiya formats; by the name of the file unless given.")
@click.option("--out", default="-", help="File to write; - is standard output.", show_default=True)
@click.option("--all", "every", is_flag=True, help="Every document of the library.")
@click.option("--tag", "tags", multiple=True, help="Only annotations with this tag; may be repeated.")
@click.option(
    "--suggestions", "least", type=click.FloatRange(0, 1), help="Suggestions too, from this confidence on, marked so."
)
@click.option(
    "--text/--no-text", "with_text", default=True, help="Whether formats that can leave it out have the text."
)
@click.option("--for-spreadsheets", is_flag=True, help="Keep cells of a table from being run as formulas.")
@click.option("--language", metavar="CODE", help="Language of tag names (ar, en…).")
@with_library
@with_json
def export(*, documents: tuple[str, ...], every: bool, **given: Any) -> None:
    """Write DOCUMENTS with their annotations to a file; a file that the library has is a name for its document.

    What the format cannot hold is counted and said first. Several documents in a format whose files hold one become a
    zip file.
    """
    from reader.cli import exporting  # noqa: PLC0415 - as everything a command needs

    if bool(documents) == every:
        raise click.UsageError("Name documents, or --all.")
    if given["as_json"] and given["out"] == "-":
        raise click.UsageError("--json tells what was written, so it needs --out FILE.")
    given["language"] = given["language"] or language_of_tags()
    given["library"] = library_named(given["library"])
    exporting.export(documents, exporting.Wanted(**given))


@click.command("import-annotations")
@click.argument("path", type=FILE)
@click.option("--format", "form", type=FormatName(reading=True), help="By the name of the file unless given.")
@click.option("--document", help="What the file is about, where it has no text of its own.")
@click.option("--create-tags", is_flag=True, help="Make the tags that the library lacks; else theirs are left out.")
@click.option(
    "--map",
    "mapped",
    multiple=True,
    type=TagPair(),
    help="A tag of the file is this one of the library: NAME=TAG; NAME= leaves it out. May be repeated.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be done; change nothing.")
@with_encoding
@with_library
@with_json
def import_annotations(*, path: Path, library: Path | None, **given: Any) -> None:
    """Take in the annotations of a file that another program wrote.

    Each position is checked against the words that stand there; what does not fit is looked for by its quotation, or
    reported and left out. Exit code 0: everything came in; 3: something was left out.
    """
    from reader.cli import exporting  # noqa: PLC0415 - as everything a command needs

    code = exporting.take_in(library_named(library), path, exporting.Given(**given))
    click.get_current_context().exit(code)


@click.command()
@with_json
def formats(*, as_json: bool) -> None:
    """List the formats annotations are exported to and imported from, with what each does not keep."""
    from reader.cli import exporting  # noqa: PLC0415 - as everything a command needs

    exporting.list_formats(as_json=as_json)

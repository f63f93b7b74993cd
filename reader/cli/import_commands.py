# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands that take files in and show how they are built."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import click

from reader.cli.options import FILE, library_named, with_encoding, with_json, with_library
from reader.importers.extracted import Columns


@click.command(name="import")
@click.argument("paths", nargs=-1, type=FILE, metavar="PATH...")
@click.option("--as", "as_format", metavar="FORMAT", help="Read as this format, whatever the content looks like.")
@with_encoding
@click.option("--rejoin", is_flag=True, help="Join hard-wrapped lines of plain text to paragraphs.")
@click.option("--repair", is_flag=True, help="Put text in visual order or presentation forms right.")
@click.option("--whole-page", is_flag=True, help="Keep all of a web page, menus and the like too.")
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="text=NAME",
    help="Column of a table that holds the text, title, author, date, address.",
)
@click.option("--again", is_flag=True, help="Import a text although the library has it.")
@click.option("--list-formats", is_flag=True, help="List the formats that can be imported, and do nothing.")
@with_library
@with_json
def import_files(
    *,
    paths: tuple[Path, ...],
    as_format: str | None,
    encoding: str | None,
    rejoin: bool,
    repair: bool,
    whole_page: bool,
    columns: tuple[str, ...],
    again: bool,
    list_formats: bool,
    library: Path | None,
    as_json: bool,
) -> int:
    """Take files into the library: text, web pages, DOCX, ODT, EPUB, PDF, Markdown, subtitles, tables, archives.

    A folder stands for all files in it. What a file is tells its content, then its suffix.
    """
    from reader.cli import taking_in  # noqa: PLC0415
    from reader.importers.extracted import Options  # noqa: PLC0415
    from reader.importers.registry import format_named  # noqa: PLC0415

    if list_formats:
        taking_in.list_formats(as_json=as_json)
        return 0
    if not paths:
        raise click.UsageError("Name the files to import.")
    wanted = format_named(as_format) if as_format else None
    if as_format and wanted is None:
        raise click.UsageError(f"“{as_format}” is no format; --list-formats lists them.")
    options = Options(
        encoding=encoding,
        as_format=wanted.id if wanted else None,
        rejoin_lines=rejoin,
        repair=repair,
        whole_page=whole_page,
        columns=_columns(columns),
    )
    return taking_in.import_files(library_named(library), paths, options, again=again, as_json=as_json)


@click.command()
@click.argument("text")
@with_encoding
@with_library
@with_json
def outline(text: str, encoding: str | None, library: Path | None, as_json: bool) -> None:
    """Print the headings of TEXT, a file or a document, with their pages."""
    from reader.cli import outline as outlines  # noqa: PLC0415
    from reader.cli import sources  # noqa: PLC0415

    with (
        sources.library_for_reading(library_named(library)) as opened,
        sources.source_named(text, opened, encoding) as source,
    ):
        outlines.outline(source, opened, as_json=as_json)


def _columns(given: tuple[str, ...]) -> Columns | None:
    if not given:
        return None
    known = [field.name for field in fields(Columns)]
    named = {}
    for one in given:
        what, _, name = one.partition("=")
        if what not in known or not name:
            raise click.UsageError(f"--column takes WHAT=NAME; WHAT is one of {', '.join(known)}.")
        named[what] = name
    if "text" not in named:
        raise click.UsageError("--column text=NAME is needed when columns are named.")
    return Columns(**named)

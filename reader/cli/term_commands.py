# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands about terms and term bases."""

from __future__ import annotations

from pathlib import Path

import click

from reader.cli.options import FILE, library_named, with_encoding, with_json, with_library

_TERM_FORMATS = ("csv", "omegat", "xlsx", "tbx", "tbx2")
_WRITTEN_FORMATS = (*_TERM_FORMATS, "stardict", "yomitan")


@click.command(name="terms")
@click.argument("text")
@with_encoding
@with_library
@with_json
def terms_in(text: str, encoding: str | None, library: Path | None, as_json: bool) -> None:
    """Find the terms of the library's term bases in TEXT, a file or a document."""
    from reader.cli import sources, terms  # noqa: PLC0415

    with sources.library_for_reading(library_named(library)) as opened:
        present = sources.required(opened)
        with sources.source_named(text, present, encoding) as source:
            terms.list_matches(source, present, as_json=as_json)


@click.group(invoke_without_command=True)
@with_library
@with_json
@click.pass_context
def termbase(context: click.Context, library: Path | None, as_json: bool) -> None:
    """List the term bases of the library, import terms and export them."""
    context.meta["library"] = library_named(library)
    if context.invoked_subcommand is None:
        from reader.cli import sources, terms  # noqa: PLC0415

        with sources.library_for_reading(library_named(library)) as opened:
            terms.list_bases(opened, as_json=as_json)


@termbase.command(name="import")
@click.argument("path", type=FILE)
@click.option("--into", required=True, help="Name of the term base; made when there is none.")
@click.option("--format", "form", type=click.Choice(_TERM_FORMATS), help="Format; by the file's name unless given.")
@click.option("--dry-run", is_flag=True, help="Only tell what would be done.")
@with_encoding
@with_library
@with_json
def import_terms(
    *,
    path: Path,
    into: str,
    form: str | None,
    dry_run: bool,
    encoding: str | None,
    library: Path | None,
    as_json: bool,
) -> None:
    """Put the terms of a file (CSV, TSV, XLSX, TBX) into a term base; what is there already is joined, never lost."""
    from reader.cli import terms  # noqa: PLC0415
    from reader.store import Library  # noqa: PLC0415
    from reader.workspace.own_library import own_library_path  # noqa: PLC0415
    from reader.workspace.terms_import import TermFormat  # noqa: PLC0415

    with Library.open(library_named(library) or own_library_path()) as opened:
        chosen = TermFormat(form) if form else None
        terms.take_in(opened, path, into, "hashiya", form=chosen, encoding=encoding, dry_run=dry_run, as_json=as_json)


@termbase.command(name="export")
@click.argument("name")
@click.argument("out", type=FILE)
@click.option("--format", "form", type=click.Choice(_WRITTEN_FORMATS), help="Format; by the file's name unless given.")
@with_library
def export_terms(name: str, out: Path, form: str | None, library: Path | None) -> None:
    """Write a term base to a file: CSV, OmegaT, XLSX, TBX-Basic, or as a dictionary for StarDict or Yomitan."""
    from reader.cli import sources, terms  # noqa: PLC0415
    from reader.workspace.terms_import import TermFormat  # noqa: PLC0415

    with sources.library_for_reading(library_named(library)) as opened:
        terms.write_out(sources.required(opened), name, out, TermFormat(form) if form else None)

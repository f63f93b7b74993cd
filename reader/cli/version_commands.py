# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands ``hashiya versions`` and ``hashiya review``."""

from __future__ import annotations

from pathlib import Path

import click

from reader.cli.options import language_of_tags, library_named, with_json, with_library


@click.command()
@click.argument("document")
@click.option("--text", "version", type=click.IntRange(min=1), help="Print the text of this version instead.")
@with_library
@with_json
def versions(*, document: str, version: int | None, library: Path | None, as_json: bool) -> None:
    """List the texts that DOCUMENT has had; the one in force is marked with a star."""
    from reader.cli import sources  # noqa: PLC0415
    from reader.cli import versions as listing  # noqa: PLC0415

    with sources.library_for_reading(library_named(library)) as opened:
        found = sources.document_named(document, opened)
        if opened is not None and version is not None:
            listing.print_version(opened, found, version)
        elif opened is not None:
            listing.list_versions(opened, found, as_json=as_json)


@click.command()
@click.argument("document")
@click.option("--language", type=click.Choice(["ar", "en"]), help="Language of tag names.")
@with_library
@with_json
def review(*, document: str, language: str | None, library: Path | None, as_json: bool) -> None:
    """List the tags of DOCUMENT that have no sure place since its text changed."""
    from reader.cli import sources  # noqa: PLC0415
    from reader.cli import versions as listing  # noqa: PLC0415

    with sources.library_for_reading(library_named(library)) as opened:
        found = sources.document_named(document, opened)
        if opened is not None:
            listing.review(opened, found, language or language_of_tags(), as_json=as_json)

# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands about what was learned from the user."""

from __future__ import annotations

from pathlib import Path

import click

from reader.cli.options import FILE, language_of_tags, library_named, with_json, with_library


@click.group(invoke_without_command=True)
@with_library
@with_json
@click.pass_context
def learning(context: click.Context, library: Path | None, as_json: bool) -> None:
    """Tell how good suggestions were and what was learned; reset it, or share it as a file."""
    context.meta["library"] = library_named(library)
    if context.invoked_subcommand is None:
        _show(library_named(library), as_json=as_json)


@learning.command()
@with_library
@with_json
def status(library: Path | None, as_json: bool) -> None:
    """Print the figures by tag and by text, and what was learned."""
    _show(library_named(library), as_json=as_json)


@learning.command()
@with_library
@with_json
@click.confirmation_option(prompt="Forget all that was learned in this library, and the figures?")
def reset(library: Path | None, as_json: bool) -> None:
    """Forget what was learned, and the figures; tags and decisions stay."""
    from reader.cli import learning as doing  # noqa: PLC0415

    doing.reset(library_named(library), as_json=as_json)


@learning.command()
@with_library
@with_json
def rebuild(library: Path | None, as_json: bool) -> None:
    """Learn everything anew from the tags and decisions in the library."""
    from reader.cli import learning as doing  # noqa: PLC0415

    doing.rebuild(library_named(library), as_json=as_json)


@learning.command("export")
@click.argument("out", type=FILE)
@with_library
@with_json
def export_of_learning(out: Path, library: Path | None, as_json: bool) -> None:
    """Write what was learned to the file OUT, to share or to keep. It holds the names that were tagged, no texts."""
    from reader.cli import learning as doing  # noqa: PLC0415

    doing.export_model(library_named(library), out, as_json=as_json)


@learning.command("import")
@click.argument("file", type=FILE)
@with_library
@with_json
def import_of_learning(file: Path, library: Path | None, as_json: bool) -> None:
    """Put FILE, which another library's learning was written to, beside what this library learned."""
    from reader.cli import learning as doing  # noqa: PLC0415

    doing.import_model(library_named(library), file, as_json=as_json)


def _show(library: Path | None, *, as_json: bool) -> None:
    from reader.cli import learning as doing  # noqa: PLC0415

    doing.show_status(library, as_json=as_json, language=language_of_tags())

# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands about the user's dictionaries."""

from __future__ import annotations

from pathlib import Path

import click

from reader.cli.options import FILE, with_json


@click.group(invoke_without_command=True)
@with_json
@click.pass_context
def dictionary(context: click.Context, as_json: bool) -> None:
    """List your dictionaries; take dictionary files in, order them, switch them on and off, look words up."""
    if context.invoked_subcommand is None:
        _list(context, as_json=as_json)


@dictionary.command(name="list")
@with_json
@click.pass_context
def list_them(context: click.Context, as_json: bool) -> None:
    """List your dictionaries, and those installed on this machine."""
    _list(context, as_json=as_json)


@dictionary.command()
@click.argument("name")
@with_json
def show(name: str, as_json: bool) -> None:
    """Show what a dictionary says of itself, and what of it was left out."""
    from reader.cli import dictionaries  # noqa: PLC0415

    dictionaries.show(name, as_json=as_json)


@dictionary.command()
@click.argument("paths", nargs=-1, required=True, type=FILE, metavar="FILE...")
@with_json
@click.pass_context
def add(context: click.Context, paths: tuple[Path, ...], as_json: bool) -> None:
    """Take in dictionary files, archives or folders: StarDict, dictd, DSL, Yomitan, MDict, Babylon, XDXF and others."""
    from reader.cli import dictionaries  # noqa: PLC0415

    context.exit(dictionaries.add(paths, as_json=as_json))


@dictionary.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
def remove(names: tuple[str, ...]) -> None:
    """Remove dictionaries, by title or id; the files they were read from stay."""
    from reader.cli import dictionaries  # noqa: PLC0415

    dictionaries.remove(names)


@dictionary.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
def on(names: tuple[str, ...]) -> None:
    """Have dictionaries asked again."""
    from reader.cli import dictionaries  # noqa: PLC0415

    dictionaries.switch(names, is_on=True)


@dictionary.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
def off(names: tuple[str, ...]) -> None:
    """Leave dictionaries unasked, without removing them."""
    from reader.cli import dictionaries  # noqa: PLC0415

    dictionaries.switch(names, is_on=False)


@dictionary.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
def order(names: tuple[str, ...]) -> None:
    """Put these dictionaries first, in this order."""
    from reader.cli import dictionaries  # noqa: PLC0415

    dictionaries.order(names)


@dictionary.command()
@click.argument("words", nargs=-1, required=True, metavar="WORD...")
@with_json
@click.pass_context
def lookup(context: click.Context, words: tuple[str, ...], as_json: bool) -> None:
    """Print what the dictionaries say of words, with and without what is joined to them."""
    from reader.cli import dictionaries  # noqa: PLC0415

    context.exit(dictionaries.look_up(words, as_json=as_json))


def _list(context: click.Context, *, as_json: bool) -> None:
    from reader.cli import dictionaries  # noqa: PLC0415

    context.exit(dictionaries.list_dictionaries(as_json=as_json))

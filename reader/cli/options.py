# SPDX-License-Identifier: GPL-3.0-or-later
"""Options that many commands have."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])
FILE: Final = click.Path(path_type=Path, readable=False)


def with_library(command: F) -> F:
    option = click.option("--library", type=FILE, help="Library file to use instead of your own.")
    return option(command)


def with_json(command: F) -> F:
    return click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")(command)


def with_encoding(command: F) -> F:
    return click.option("--encoding", help="Encoding of the file; guessed unless given.")(command)


def library_named(given: Path | None) -> Path | None:
    """The library named behind the command or before it."""
    found: Path | None = given or click.get_current_context().meta.get("library")
    return found

# SPDX-License-Identifier: GPL-3.0-or-later
"""Options that many commands have."""

from __future__ import annotations

import os
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


def language_of_tags() -> str:
    """Language of tag names where none is asked for: Arabic in an Arabic locale, else English."""
    names = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    said = next((os.environ[name] for name in names if os.environ.get(name)), "")
    return "ar" if said.startswith("ar") else "en"

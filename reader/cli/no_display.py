# SPDX-License-Identifier: GPL-3.0-or-later
"""What happens where a window was asked for and there is no screen: the text is printed and the window drawn."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from reader.cli.entities import tags_of
from reader.cli.output import say
from reader.cli.show import show
from reader.cli.sources import library_for_reading, source_named
from reader.cli.terminal import Terminal
from reader.errors import ResourceMissing
from reader.resources import resource

_SAMPLES = "samples"


def show_without_display(
    save_picture: Callable[[Path, Path], None],
    files: Sequence[Path],
    *,
    picture: Path,
    library_path: Path | None,
    terminal: Terminal,
    language: str,
) -> int:
    """Print the first of the files, or the sample article, and save a picture of the window that shows it."""
    say("there is no display, so no window can open. The text is printed instead; `hashiya --help` lists the commands.")
    path = files[0] if files else _sample()
    with library_for_reading(library_path) as library, source_named(str(path), library) as source:
        show(source, library, tags_of(library), terminal, recognise=True, language=language)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        save_picture(path, picture)
    except ImportError as error:
        say(f"the window cannot be drawn: {error}. `./packaging/run` installs what is missing.")
        return 1
    say(f"{picture}: a picture of the window.")
    return 0


def _sample() -> Path:
    """An article that comes with the program.

    Raises:
        ResourceMissing.
    """
    found = sorted(resource(_SAMPLES).glob("*.txt"))
    if not found:
        raise ResourceMissing(_SAMPLES)
    return found[0]

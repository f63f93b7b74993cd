# SPDX-License-Identifier: GPL-3.0-or-later
"""Hashiya without a window: the command line."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from reader.cli.commands import Window, hashiya
from reader.errors import ReaderError

__all__ = ["Window", "run"]

FAILURE, USAGE, INTERRUPTED = 1, 2, 130


def run(arguments: Sequence[str], window: Window) -> int:
    """Do what the arguments say; returns the exit code: 0, 1 for an expected failure, 2 for a wrong command line."""
    from reader.cli import output  # noqa: PLC0415

    output.speak_utf8()
    try:
        code = hashiya.main(list(arguments), prog_name="hashiya", standalone_mode=False, obj=window)
        sys.stdout.flush()
    except ReaderError as error:
        output.say(str(error))
        return FAILURE
    except click.ClickException as error:
        error.show()
        return USAGE
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        output.close_quietly()
        return 0
    except OSError as error:
        if not output.is_about_output(error):
            raise
        output.say(f"the output cannot be written ({error.strerror}).")
        output.close_quietly()
        return FAILURE
    return code if isinstance(code, int) else 0

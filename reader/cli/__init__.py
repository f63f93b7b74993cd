# SPDX-License-Identifier: GPL-3.0-or-later
"""Hashiya without a window: the command line."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from reader.cli import output
from reader.cli.commands import Window, hashiya
from reader.cli.training import evaluate, train
from reader.errors import ReaderError

__all__ = ["Window", "run"]

FAILURE, USAGE, INTERRUPTED = 1, 2, 130

for _command in (train, evaluate):
    hashiya.add_command(_command)


def run(arguments: Sequence[str], window: Window) -> int:
    """Do what the arguments say; returns the exit code: 0, 1 for an expected failure, 2 for a wrong command line."""
    output.speak_utf8()
    try:
        code = _invoke(arguments, window)
        sys.stdout.flush()
    except ReaderError as error:
        output.say(str(error))
        code = FAILURE
    except (click.Abort, KeyboardInterrupt):
        code = INTERRUPTED
    except BrokenPipeError:
        output.close_quietly()
        code = 0
    except OSError as error:
        if not output.is_about_output(error):
            raise
        output.say(f"the output cannot be written ({error.strerror}).")
        output.close_quietly()
        code = FAILURE
    return code


def _invoke(arguments: Sequence[str], window: Window) -> int:
    # Not hashiya.main(), which ends the process with 1 when the reader of the output goes away.
    try:
        with hashiya.make_context("hashiya", list(arguments), obj=window) as context:
            code = hashiya.invoke(context)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        error.show()
        return USAGE
    return code if isinstance(code, int) else 0

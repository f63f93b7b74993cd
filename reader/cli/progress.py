# SPDX-License-Identifier: GPL-3.0-or-later
"""How far a long job is, for somebody who waits at a terminal."""

from __future__ import annotations

import sys

from reader.cli.cells import visible


class Progress:
    """A line on standard error while it is a terminal; it is wiped at the end."""

    def __init__(self, name: str) -> None:
        self._name = visible(name)
        self._shown = ""
        self._is_terminal = sys.stderr.isatty()

    def __call__(self, done: int, total: int) -> None:
        percent = f"{self._name}: {100 * done // max(total, 1)} %"
        if self._is_terminal and percent != self._shown:
            sys.stderr.write(f"\r{percent}")
            sys.stderr.flush()
            self._shown = percent

    def name(self, name: str) -> None:
        """Speak of something else from now on."""
        self._name = visible(name)

    def wipe(self) -> None:
        """Take the line away, for something that stays to be written; the next progress shows it again."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._shown = ""

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self.wipe()

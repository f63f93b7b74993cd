# SPDX-License-Identifier: GPL-3.0-or-later
"""Which process did something, and whether it still runs."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Process:
    """A process told from others that had its number before: ``started`` is when it began, "" where that is unknown."""

    machine: str
    number: int
    started: str

    @classmethod
    def this(cls) -> Process:
        number = os.getpid()
        return cls(machine=platform.node(), number=number, started=_start_of(number))

    @property
    def is_here(self) -> bool:
        """Whether it belongs to this machine, so that ``runs`` knows."""
        return self.machine == platform.node()

    @property
    def runs(self) -> bool:
        """Whether it still runs. Where that cannot be known, such as without ``/proc``, a living number is enough."""
        if not _is_alive(self.number):
            return False
        return not self.started or _start_of(self.number) == self.started


def _is_alive(number: int) -> bool:
    if os.name == "nt":  # There os.kill(number, 0) would end the process.
        return True
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _start_of(number: int) -> str:
    """When the process began: the machine's start and the clock ticks since then; "" where the system does not tell.

    Source: proc(5): field 22 of ``/proc/PID/stat``, counted after the name in brackets, which may hold anything.
    """
    try:
        fields = Path(f"/proc/{number}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return ""
    return f"{boot} {fields[19]}"

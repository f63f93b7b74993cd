# SPDX-License-Identifier: GPL-3.0-or-later
"""What a process that reads untrusted files may not do: speak to others, start programs, write elsewhere, grow."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Any

MEBIBYTE = 1 << 20
_OUTSIDE = (
    *("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname"),
    *(
        "subprocess.Popen",
        "os.system",
        "os.exec",
        "os.fork",
        "os.forkpty",
        "os.posix_spawn",
        "os.spawn",
        "os.startfile",
    ),
    *("pty.spawn", "webbrowser.open", "urllib.Request", "http.client.connect", "ftplib.connect", "smtplib.connect"),
)
_CHANGES = {
    **dict.fromkeys(("os.remove", "os.rmdir", "os.mkdir", "os.truncate", "os.chmod", "os.chown", "os.utime"), (0,)),
    **dict.fromkeys(("os.rename", "os.link", "os.symlink"), (0, 1)),
}
"""Events that change files, and which of their arguments are paths."""

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Forbidden(PermissionError):
    """Something in this process wanted what it may not do."""


def confine(folder: Path) -> None:
    """From now on this process writes into ``folder`` alone, and neither connects to anything nor starts anything.

    It holds for Python and what asks Python; it cannot be taken back. Source: PEP 578.
    """
    sys.dont_write_bytecode = True
    tempfile.tempdir = str(folder)
    inside = os.path.realpath(folder) + os.sep

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event in _OUTSIDE:
            raise Forbidden(f"{event} is not for what reads files")
        if event == "open":
            path, _, flags = arguments
            if isinstance(flags, int) and flags & _WRITING:
                _refuse_outside(inside, path)
        elif event in _CHANGES:
            for place in _CHANGES[event]:
                _refuse_outside(inside, arguments[place])

    sys.addaudithook(watch)


def _refuse_outside(inside: str, path: object) -> None:
    if isinstance(path, str | bytes | os.PathLike):
        name = os.fsdecode(path)
        if name != os.devnull and not os.path.realpath(name).startswith(inside):
            raise Forbidden(f"{name} is not for what reads files to write")


def limit_memory(allowance_bytes: int) -> None:
    """Let this process have so much more than it has now, where the system can say so (Linux; elsewhere nothing)."""
    used = _address_space()
    if used is None:
        return
    import resource  # noqa: PLC0415 - not on every system

    _, hardest = resource.getrlimit(resource.RLIMIT_AS)
    wanted = used + allowance_bytes
    if hardest != resource.RLIM_INFINITY:
        wanted = min(wanted, hardest)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hardest))


def limit_output(most_bytes: int) -> None:
    """No file this process writes becomes larger, and a crash leaves no picture of its memory, where limits exist."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    for what, most in ((resource.RLIMIT_FSIZE, most_bytes), (resource.RLIMIT_CORE, 0)):
        hardest = resource.getrlimit(what)[1]
        if hardest != resource.RLIM_INFINITY:
            most = min(most, hardest)  # noqa: PLW2901
        resource.setrlimit(what, (most, hardest))


def _address_space() -> int | None:
    """Bytes of address space in use; None where nobody tells."""
    try:
        with open("/proc/self/statm", encoding="ascii") as told:  # noqa: PTH123
            return int(told.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return None

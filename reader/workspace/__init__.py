# SPDX-License-Identifier: GPL-3.0-or-later
"""What the user is doing, without Qt: a library, who works in it, and every change as an edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.workspace.workspace import Workspace

__all__ = ["Workspace"]


def __getattr__(name: str) -> object:
    """The store is loaded by whoever asks for the workspace: starting a worker process must not wait for it."""
    if name == "Workspace":
        from reader.workspace.workspace import Workspace  # noqa: PLC0415

        return Workspace
    raise AttributeError(name)

# SPDX-License-Identifier: GPL-3.0-or-later
"""What the user is doing, without Qt: a library, who works in it, and every change as an edit."""

from reader.workspace.workspace import Workspace

__all__ = ["Workspace"]

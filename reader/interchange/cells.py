# SPDX-License-Identifier: GPL-3.0-or-later
"""Cells of tables that a spreadsheet must not run as formulas, and the way back."""

from __future__ import annotations

_RUN_AS_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def safe_cell(cell: str) -> str:
    """The cell behind an apostrophe when a spreadsheet would run it, or when ``cell_as_meant`` would change it.

    Source: OWASP, CSV injection.
    """
    return f"'{cell}" if _would_run(cell) or _is_marked(cell) else cell


def cell_as_meant(cell: str) -> str:
    """What was there before ``safe_cell``."""
    return cell[1:] if _is_marked(cell) else cell


def _would_run(cell: str) -> bool:
    return cell.lstrip(" \n").startswith(_RUN_AS_FORMULAS)


def _is_marked(cell: str) -> bool:
    """Whether an apostrophe stands before what would run, or before a cell that is marked itself."""
    behind = cell[1:]
    return cell.startswith("'") and (_would_run(behind) or _is_marked(behind))

# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog that says what the program is, whose work it stands on, and under which licences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QWidget


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """A work the program contains or uses. ``text`` is its licence in full, or ""."""

    name: str
    purpose: str
    licence: str
    text: str = ""


class AboutDialog(QDialog):
    """Version, licence and credits."""

    def __init__(self, version: str, credits_: Sequence[Credit], licence_text: str = "", parent: QWidget | None = None):
        super().__init__(parent)

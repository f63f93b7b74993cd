# SPDX-License-Identifier: GPL-3.0-or-later
"""Which way a text runs: by its dominant script, and each paragraph by its content."""

from __future__ import annotations

from enum import StrEnum


class Direction(StrEnum):
    RIGHT_TO_LEFT = "rtl"
    LEFT_TO_RIGHT = "ltr"

# SPDX-License-Identifier: GPL-3.0-or-later
"""Hashiya, reader and annotator for Arabic and other right-to-left text."""

__version__ = "0.1.0"

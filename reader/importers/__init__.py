# SPDX-License-Identifier: GPL-3.0-or-later
"""Files in, texts out: ``open_text_file`` for plain text."""

from reader.importers.plain_text import TextFile, open_text_file

__all__ = ["TextFile", "open_text_file"]

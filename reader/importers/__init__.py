# SPDX-License-Identifier: GPL-3.0-or-later
"""Files in, texts out: ``open_text_file`` for plain text, which is streamed; a module for each other format.

``registry`` tells which format a file has, and each module's ``extract`` gives its documents (``extracted.Extracted``),
put together by ``text_builder.TextBuilder``. Files of strangers are read in a process of their own
(``workspace.extraction``), never here and now.
"""

from reader.importers.plain_text import TextFile, open_text_file

__all__ = ["TextFile", "open_text_file"]

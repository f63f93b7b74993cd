# SPDX-License-Identifier: GPL-3.0-or-later
"""``hashiya export``: from the library into a file, or to standard output."""

from __future__ import annotations

import sys
from pathlib import Path

from reader.interchange import Format, Options
from reader.model.document import Document
from reader.store import Library
from reader.workspace.exporting import content_of, write_document


def export(library: Library, document: Document, form: Format, options: Options, out: str, *, with_text: bool) -> int:
    """Write the document in a format to the file ``out``, or to standard output for ``-``; how many annotations it has.

    Raises:
        FileIsFolder, FileUnwritable: also where ``out`` is the library itself.
        LibraryError.
    """
    content = content_of(library, document, with_text=with_text)
    if out == "-":
        form.write(content, sys.stdout, options)
    else:
        write_document(library, content, form, options, Path(out))
    return library.annotations.count(document.id)

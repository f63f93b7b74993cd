# SPDX-License-Identifier: GPL-3.0-or-later
"""A document's file is read again as the user says: in another encoding, or with its lines joined."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reader.importers.extracted import Options
from reader.importers.whole_text import extract
from reader.model.ids import DocumentId
from reader.store import Library, Session
from reader.workspace.importing_known import Updated, bring_up_to_date


def reread_file(
    *,
    library_path: Path,
    session: Session | None,
    author: str,
    document_id: DocumentId,
    path: Path,
    encoding: str,
    rejoin: bool,
    cancelled: Callable[[], bool] = lambda: False,
) -> Updated:
    """Give the document the text that its file is in this encoding: an edit that can be taken back.

    Raises:
        Cancelled: nothing was changed.
        FileError, EncodingUnknown: when the file cannot be read so; nothing was changed.
        LibraryError.
    """
    options = Options(encoding=encoding, rejoin_lines=rejoin)
    (found,) = extract(path, options, lambda _done, _total: None, cancelled)
    with Library.open(library_path, create=False, session=session) as library:
        document = library.documents.get(document_id)
        return bring_up_to_date(
            library,
            document,
            found.text,
            author,
            encoding=found.encoding,
            blocks=found.blocks,
            cancelled=cancelled,
        )

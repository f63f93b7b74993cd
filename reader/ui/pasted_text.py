# SPDX-License-Identifier: GPL-3.0-or-later
"""Text from the clipboard as a file for a moment, so that it comes in on the same road as every other."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from reader.errors import FileUnwritable


class PastedText:
    """At most one text at a time; its file goes when it is forgotten."""

    def __init__(self) -> None:
        self._folder: Path | None = None

    def keep(self, text: str, name: str) -> Path:
        """The file with this text, in UTF-8; of lone surrogates question marks are left.

        Raises:
            FileUnwritable.
        """
        self.forget()
        path = Path(name)
        try:
            self._folder = Path(tempfile.mkdtemp(prefix="hashiya-"))
            path = self._folder / name
            path.write_bytes(text.encode("utf-8", "replace"))
        except OSError as error:
            self.forget()
            raise FileUnwritable(path, error.strerror or str(error)) from error
        return path

    def forget(self) -> None:
        """Leave nothing of it."""
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

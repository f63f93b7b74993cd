# SPDX-License-Identifier: GPL-3.0-or-later
"""Has the C library give back what is freed, so that a window that is used for hours stays as small as it began."""

from __future__ import annotations

import ctypes
import sys

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QPixmapCache

LARGE_BLOCK = 128 * 1024
"""Bytes from which a block of memory gets pages of its own, which go back to the system when it is freed.

The C library begins with this size, but raises it up to 32 MB as such blocks are freed. Chunks of text and pictures of
the window then lie among small blocks that live long, and where they were, holes remain.
"""

ARENAS = 2
"""Heaps for all threads together. Each worker thread would get its own and keep what it needed at its peak."""

KEPT_PICTURES_KB = 2048
"""Icons drawn for one theme are kept after a change to another: Qt would keep 10 MB of them."""

REST_MS = 1500
"""So long after a document was opened or left its work is done, and what it took can be given back."""

# Source: malloc.h of the GNU C library, the numbers mallopt(3) takes.
_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8


def give_back_what_is_freed() -> None:
    """Set the allocator and Qt's pictures up for a long life. Other systems than Linux have other allocators."""
    QPixmapCache.setCacheLimit(KEPT_PICTURES_KB)
    if sys.platform == "linux":
        _set_up_allocator()


class Tidying(QObject):
    """Gives the holes in the heap back, too, some time after another document was opened; 1 to 5 ms each time."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(give_back_holes)

    @Slot()
    def soon(self) -> None:
        self._rest.start()


def give_back_holes() -> None:
    """Return whole pages that are free inside the heap, where the C library can do so."""
    if sys.platform == "linux" and (trim := getattr(ctypes.CDLL(None), "malloc_trim", None)) is not None:
        trim(0)


def _set_up_allocator() -> None:
    set_option = getattr(ctypes.CDLL(None), "mallopt", None)
    if set_option is None:  # musl has no such options, and needs none
        return
    for option, value in ((_MMAP_THRESHOLD, LARGE_BLOCK), (_TRIM_THRESHOLD, LARGE_BLOCK), (_ARENA_MAX, ARENAS)):
        set_option(option, value)

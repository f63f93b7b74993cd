# SPDX-License-Identifier: GPL-3.0-or-later
"""What is freed goes back to the system."""

from __future__ import annotations

import subprocess
import sys

import pytest

_MEASURE = """
import ctypes, sys
from reader.ui.memory import give_back_what_is_freed

class Info(ctypes.Structure):
    names = "arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost"
    _fields_ = [(name, ctypes.c_size_t) for name in names.split()]

library = ctypes.CDLL(None)
library.mallinfo2.restype = Info
if "set up" in sys.argv:
    give_back_what_is_freed()
large = bytearray(4_000_000)
del large
before = library.mallinfo2().hblkhd
large = bytearray(2_000_000)
print(library.mallinfo2().hblkhd - before)
"""


_HOLES = """
import sys
from pathlib import Path
from reader.ui.memory import give_back_holes

def resident() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096

blocks = [bytearray(4000) for _ in range(20_000)]
last = bytearray(4000)
del blocks
before = resident()
give_back_holes()
print(before - resident())
"""


def own_pages_of_a_later_block(*arguments: str) -> int:
    """Bytes that stand in pages of their own for a block of 2 MB, taken after one of 4 MB was freed."""
    done = subprocess.run([sys.executable, "-c", _MEASURE, *arguments], capture_output=True, text=True, check=True)
    return int(done.stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="the allocator of the GNU C library is set up")
def test_large_blocks_have_pages_of_their_own_also_after_others_were_freed() -> None:
    assert own_pages_of_a_later_block() == 0
    assert own_pages_of_a_later_block("set up") >= 2_000_000


@pytest.mark.skipif(sys.platform != "linux", reason="the allocator of the GNU C library is asked")
def test_holes_among_blocks_that_stay_are_given_back() -> None:
    done = subprocess.run([sys.executable, "-c", _HOLES], capture_output=True, text=True, check=True)
    assert int(done.stdout) > 40_000_000

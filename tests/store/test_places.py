# SPDX-License-Identifier: GPL-3.0-or-later
"""Which mount a file lies on."""

from __future__ import annotations

import pytest

from reader.store.places import is_on_network, mount_type

MOUNTS = """\
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
30 22 0:26 / /home/reader/net rw - nfs4 server:/export rw
31 30 0:27 / /home/reader/net/disk rw - ext4 /dev/sdb1 rw
32 22 0:28 / /mnt/with\\040space rw,nosuid master:3 - fuse.sshfs me@host:/ rw
33 22 0:29 / /mnt/twice rw - ext4 /dev/sdc rw
34 22 0:30 / /mnt/twice rw - cifs //server/share rw
"""


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/home/reader/library.hashiya", "ext4"),
        ("/home/reader/net/library.hashiya", "nfs4"),
        ("/home/reader/network/library.hashiya", "ext4"),
        ("/home/reader/net/disk/library.hashiya", "ext4"),
        ("/mnt/with space/library.hashiya", "fuse.sshfs"),
        ("/mnt/twice/library.hashiya", "cifs"),
    ],
)
def test_innermost_and_last_mount_counts(path, expected):
    assert mount_type(path, MOUNTS) == expected


def test_folder_for_tests_is_not_on_a_network(tmp_path):
    assert not is_on_network(tmp_path / "library.hashiya")

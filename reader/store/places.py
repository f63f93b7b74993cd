# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a library file lies: on a network file system or on a disk of this machine."""

from __future__ import annotations

import os
import re
from pathlib import Path

_NETWORK_TYPES = frozenset({
    "9p", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "fuse.davfs", "fuse.gcsfuse", "fuse.glusterfs",
    "fuse.rclone", "fuse.s3fs", "fuse.sshfs", "glusterfs", "gfs", "gfs2", "lustre", "ncpfs", "nfs", "nfs4",
    "ocfs2", "orangefs", "prl_fs", "smb3", "smbfs", "vboxsf", "virtiofs", "vmhgfs", "fuse.vmhgfs-fuse",
})  # fmt: skip
_MOUNTS = Path("/proc/self/mountinfo")


def is_on_network(path: Path) -> bool:
    """Whether locks on this file are unreliable because a network or a shared folder lies between.

    Linux by the type of the mount, Windows by the form of the path (``\\\\server\\share``); elsewhere False.
    """
    if os.name == "nt":
        return os.fspath(path.absolute()).startswith("\\\\")
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    return mount_type(os.path.realpath(path), mounts) in _NETWORK_TYPES


def mount_type(path: str, mounts: str) -> str:
    """The file system type of the mount that holds ``path``, "" when none does.

    Source: proc(5), ``/proc/PID/mountinfo``: field 5 is the mount point, the type follows a lone hyphen.
    """
    best, found = -1, ""
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        point = _unescaped(before.split(" ")[4])
        inside = point in {"/", path} or path.startswith(point + "/")
        if inside and len(point) >= best:
            best, found = len(point), after.split(" ")[0]
    return found


def _unescaped(field: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), field)

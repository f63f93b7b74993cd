# SPDX-License-Identifier: GPL-3.0-or-later
"""A brat archive as the package bioc reads it."""

import io
import json
import sys
import zipfile

from bioc import brat

with zipfile.ZipFile(sys.argv[1]) as archive:
    stem = next(name for name in archive.namelist() if name.endswith(".ann")).removesuffix(".ann")
    text = archive.read(f"{stem}.txt").decode()
    lines = archive.read(f"{stem}.ann").decode()
document = brat.load(io.StringIO(text, newline=""), io.StringIO(lines, newline=""))
found = []
for entity in document.entities:
    pieces = [text[piece.begin : piece.end] for piece in sorted(entity.locations)]
    words = " ".join(pieces)
    if words.split() != entity.text.split():
        raise SystemExit(f"{entity.id}: “{words}” is not “{entity.text}”")
    found.append([words, entity.type])
print(json.dumps({"annotations": found}))

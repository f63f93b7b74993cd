# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON Lines by doccano's rules: positions in the units of the browser's strings, which are UTF-16."""

import json
import sys
from pathlib import Path

found = []
for line in filter(None, Path(sys.argv[1]).read_text("utf-8").split("\n")):
    value = json.loads(line)
    units = value["text"].encode("utf-16-le")
    for each in value["entities"]:
        words = units[2 * each["start_offset"] : 2 * each["end_offset"]].decode("utf-16-le")
        found.append([words, each["label"]])
print(json.dumps({"annotations": found}))

# SPDX-License-Identifier: GPL-3.0-or-later
"""Columns of tokens, their entities as seqeval finds them in strict IOB2."""

import json
import sys
from pathlib import Path

from seqeval.scheme import IOB2, Entities

sentences, words, marks = [], [], []
for line in [*Path(sys.argv[1]).read_text("utf-8").split("\n"), ""]:
    columns = line.split()
    if columns and columns[0] == "-DOCSTART-":
        continue
    if columns:
        words.append(columns[0])
        marks.append(columns[-1])
    elif words:
        sentences.append((words, marks))
        words, marks = [], []
found = []
for words, marks in sentences:
    for (entity,) in [[each] for group in Entities([marks], IOB2).entities for each in group]:
        found.append([" ".join(words[entity.start : entity.end]), entity.tag])
print(json.dumps({"annotations": found}))

# SPDX-License-Identifier: GPL-3.0-or-later
"""A REFI-QDA project through the models of pyrefiqda, which follow the standard's schema, strictly."""

import json
import sys
import tempfile

from pyrefiqda import RefiProject

with tempfile.TemporaryDirectory() as folder:
    project = RefiProject.load(sys.argv[1], extract_dir=folder)
    source = project.sources.text_source[0]
    path = RefiProject.resolve_source_path(source.plain_text_path, folder)
    text = path.read_bytes().decode("utf-8")
names, waiting = {}, list(project.code_book.codes.code)
while waiting:
    code = waiting.pop()
    names[code.guid] = code.name
    waiting += code.code
found = []
for each in source.plain_text_selection:
    words = text[each.start_position : each.end_position]
    found += [[words, names[coding.code_ref.target_guid]] for coding in each.coding]
print(json.dumps({"annotations": found}))

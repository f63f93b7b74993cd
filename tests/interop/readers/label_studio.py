# SPDX-License-Identifier: GPL-3.0-or-later
"""Tasks as Label Studio's own converter reads them, with the words beside each position compared."""

import json
import sys
import tempfile
from pathlib import Path

from label_studio_sdk.converter import Converter

CONFIG = """<View><Labels name="label" toName="text"><Label value="Person"/></Labels>
<Text name="text" value="$text"/></View>"""

converter = Converter(config=CONFIG, project_dir=None)
with tempfile.TemporaryDirectory() as folder:
    converter.convert_to_json_min(sys.argv[1], folder, is_dir=False)
    tasks = json.loads((Path(folder) / "result.json").read_text("utf-8"))
found = []
for task in tasks:
    for each in task["label"]:
        words = task["text"][each["start"] : each["end"]]
        if words != each["text"]:
            raise SystemExit(f"“{words}” is not “{each['text']}”")
        found.append([words, each["labels"][0]])
print(json.dumps({"annotations": found}))

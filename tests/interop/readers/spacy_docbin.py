# SPDX-License-Identifier: GPL-3.0-or-later
"""A DocBin that our writer made with spaCy, as spaCy reads it, and as our reader does; run where spaCy is."""

import io
import json
import sys
import tempfile
from pathlib import Path

from interchange.nasty import TEXTS, content_of
from spacy.tokens import DocBin
from spacy.vocab import Vocab

from reader.errors import AnnotationsUnreadable
from reader.interchange import FORMATS, Options, ReadOptions

form = FORMATS["spacy-docbin"]
contents = [content_of(name) for name in TEXTS]
stream = io.BytesIO()
form.write(contents, stream, Options())
found = []
documents = DocBin().from_bytes(stream.getvalue()).get_docs(Vocab())
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "file.spacy"
    path.write_bytes(stream.getvalue())
    received = list(form.read(path, ReadOptions()))
    broken = 0
    for place in range(0, len(stream.getvalue()), 97):
        path.write_bytes(stream.getvalue()[:place])
        try:
            list(form.read(path, ReadOptions()))
        except AnnotationsUnreadable:
            broken += 1
for content, document, back in zip(contents, documents, received, strict=True):
    sent = sorted((each.span.start, each.span.end, each.note, each.author) for each in content.annotations())
    found.append(
        {
            "text": document.text == content.whole_text() == back.text,
            "spans": sorted((span.start_char, span.end_char) for span in document.spans["sc"])
            == [each[:2] for each in sent],
            "entities": len(document.ents),
            "back": sorted((each.start, each.end, each.note, each.author) for each in back.annotations) == sent,
            "relations": len(back.relations) == sum(1 for _ in content.relations()),
        }
    )
tried = len(range(0, len(stream.getvalue()), 97))
print(json.dumps({"documents": found, "truncated": tried, "told": broken, "version": sys.version}))

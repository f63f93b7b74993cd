# SPDX-License-Identifier: GPL-3.0-or-later
"""Spans of JSON Lines as spaCy makes them in a document of its blank Arabic pipeline, through a DocBin and back."""

import json
import sys
from itertools import pairwise
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin

language = spacy.blank("ar")
found = []
for line in filter(None, Path(sys.argv[1]).read_text("utf-8").split("\n")):
    value = json.loads(line)
    # spaCy's spans begin and end with tokens, so the text is cut wherever one of ours begins or ends.
    text, edges = value["text"], {0, len(value["text"])}
    edges |= {each[end] for each in value["spans"] for end in ("start", "end")}
    places = sorted(edges)
    words = [text[start:end] for start, end in pairwise(places)]
    document = Doc(language.vocab, words=words, spaces=[False] * len(words))
    spans = [document.char_span(each["start"], each["end"], label=each["label"]) for each in value["spans"]]
    if None in spans:
        raise SystemExit("a span does not fit the text")
    document.spans["sc"] = spans
    (back,) = DocBin().from_bytes(DocBin(docs=[document], store_user_data=True).to_bytes()).get_docs(language.vocab)
    found += [[span.text, span.label_] for span in back.spans["sc"]]
print(json.dumps({"annotations": found}))

# SPDX-License-Identifier: GPL-3.0-or-later
"""CoNLL-U as the package conllu parses it: the text from forms and spaces, and the longest labelled stretch."""

import json
import re
import sys

import conllu

MEANT = {"\\s": " ", "\\t": "\t", "\\n": "\n", "\\r": "\r", "\\p": "|", "\\\\": "\\"}


def spaces(given):
    for written, meant in MEANT.items():
        given = given.replace(written, meant)
    return re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), given)


text, found, current = "", [], None
with open(sys.argv[1], encoding="utf-8") as file:  # noqa: PTH123
    for sentence in conllu.parse_incr(file):
        inside = 0
        for token in sentence:
            number = token["id"]
            if not isinstance(number, tuple) and number <= inside:
                continue
            if isinstance(number, tuple):
                inside = number[2]
            misc = token["misc"] or {}
            text += spaces(misc.get("SpacesBefore", "")) + token["form"].removesuffix("\u2060")
            mark = misc.get("NE", "")
            if mark.startswith("B-"):
                current = [token["form"], mark[2:]]
                found.append(current)
            elif mark.startswith("I-"):
                current[0] += " " + token["form"]
            if misc.get("SpaceAfter") != "No":
                text += spaces(misc.get("SpacesAfter", "\\s"))
found.sort(key=lambda each: -len("".join(each[0].split())))
print(json.dumps({"annotations": found, "text": text}))

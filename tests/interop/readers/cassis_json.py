# SPDX-License-Identifier: GPL-3.0-or-later
"""A CAS as dkpro-cassis reads it from JSON."""

import json
import sys

import cassis

with open(sys.argv[1], "rb") as file:  # noqa: PTH123
    cas = cassis.load_cas_from_json(file)
named = cas.select("de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity")
print(json.dumps({"annotations": [[each.get_covered_text(), each.value] for each in named]}))

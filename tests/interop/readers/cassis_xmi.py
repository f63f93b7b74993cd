# SPDX-License-Identifier: GPL-3.0-or-later
"""A CAS as dkpro-cassis reads it from XMI and type system."""

import io
import json
import sys
import zipfile

import cassis

with zipfile.ZipFile(sys.argv[1]) as archive:
    types = cassis.load_typesystem(io.BytesIO(archive.read("TypeSystem.xml")))
    cas = cassis.load_cas_from_xmi(io.BytesIO(archive.read("document.xmi")), typesystem=types)
named = cas.select("de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity")
print(json.dumps({"annotations": [[each.get_covered_text(), each.value] for each in named]}))

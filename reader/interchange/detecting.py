# SPDX-License-Identifier: GPL-3.0-or-later
"""Which format a file of annotations has, by its first bytes and its name; several programs use one ending."""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from reader.interchange import FORMATS, Format, format_of
from reader.interchange.csv_table import COLUMNS

HEAD_BYTES = 1 << 16
_MOST_MEMBERS = 2000
_DECLARED = re.compile(r"^(?:<\?xml.*?\?>|<!--.*?-->|<!DOCTYPE[^>]*>|\s)+", re.DOTALL)
_SAMPLE_LINES = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Detected:
    """A format, and whether the content says so: then no other kind of file looks so."""

    form: Format
    is_sure: bool


def detect_annotations(path: Path) -> Detected | None:
    """What the file is, by its content, else by its name; None when neither tells. Reads 64 KB, or a zip's list.

    A file that cannot be read has the format of its name, and its reader says what is wrong.
    """
    by_name = format_of(path.name, reading=True)
    try:
        with path.open("rb") as file:
            name = _by_content(file)
    except OSError:
        name = None
    if name is not None and FORMATS[name].is_read:
        return Detected(form=FORMATS[name], is_sure=True)
    return None if by_name is None else Detected(form=by_name, is_sure=False)


def _by_content(file: BinaryIO) -> str | None:
    head = file.read(HEAD_BYTES)
    if head.startswith(b"PK\x03\x04"):
        file.seek(0)
        return _in_zip(file)
    if head.startswith(b"PAR1"):
        return "parquet"
    text = head.decode("utf-8", errors="ignore").removeprefix("\ufeff").lstrip()
    if text.startswith(("{", "[")):
        return _json(text)
    if text.startswith("<"):
        return _xml(_DECLARED.sub("", text))
    return next((name for name, is_so in _SIGNS if is_so(text)), None)


def _in_zip(file: BinaryIO) -> str | None:
    try:
        with zipfile.ZipFile(file) as archive:
            names = {name.rsplit("/", 1)[-1].casefold() for name in islice(archive.namelist(), _MOST_MEMBERS)}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return None
    known = {"bundle.json": "bundle", "project.qde": "refi-qda", "typesystem.xml": "uima-xmi"}
    if found := next((form for name, form in known.items() if name in names), None):
        return found
    endings = {name.rsplit(".", 1)[-1] for name in names}
    if "ann" in endings:
        return "brat"
    return "refi-qda" if "qde" in endings else None


_KEYS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("json", (r'\A\{\s*"format"\s*:\s*"hashiya-document"',)),
    ("web-annotation", (r'"@context"\s*:\s*(?:\[\s*)?"https?://www\.w3\.org/ns/anno',)),
    ("uima-json", (r'"%(?:TYPES|FEATURE_STRUCTURES|VIEWS|FLAGS)"',)),
    ("gliner", (r'"tokenized_text"\s*:\s*\[', r'"ner"\s*:')),
    ("label-studio", (r"\A\[", r'"(?:annotations|completions|predictions)"\s*:\s*\[', r'"result"\s*:')),
    ("label-studio", (r"\A\[", r'"data"\s*:\s*\{', r'"(?:annotations|completions|predictions)"\s*:\s*\[')),
    ("doccano", (r"\A\{", r'"start_offset"\s*:|"labels?"\s*:\s*\[')),
    ("spacy-jsonl", (r"\A\{", r'"spans"\s*:\s*\[')),
)
"""Keys that only one of the programs writes; all of them are there. Each is looked for by itself, which is O(n)."""


def _json(text: str) -> str | None:
    """By the keys that only one of the programs writes."""
    return next((name for name, keys in _KEYS if all(re.search(key, text) for key in keys)), None)


def _xml(text: str) -> str | None:
    root = text[: text.find(">") + 1]
    if re.match(r"<(?:\w+:)?TEI\b|<(?:\w+:)?teiCorpus\b", root):
        return "tei"
    return "uima-xmi" if "http://www.omg.org/XMI" in root else None


def _is_webanno(text: str) -> bool:
    return text.startswith("#FORMAT=WebAnno TSV")


def _is_brat(text: str) -> bool:
    return re.match(r"T\d+\t\S+ \d+ \d+(?:;\d+ \d+)*\t", text) is not None


def _is_conllu(text: str) -> bool:
    lines = [line for line in text.splitlines()[:_SAMPLE_LINES] if line and not line.startswith("#")][:-1]
    return bool(lines) and all(len(line.split("\t")) == 10 and line[:1].isdigit() for line in lines)


def _is_table(text: str) -> bool:
    first = next(csv.reader(text.splitlines()[:1]), [])
    columns = {cell.strip().casefold().replace(" ", "_") for cell in first}
    return {"start", "end"} <= columns and bool({"tag", "tag_name"} & columns) and len(columns & {*COLUMNS}) > 3


def _columns_of(text: str) -> list[list[str]]:
    """The fields of the first lines of tokens; none when they are no columns with a label at the end."""
    lines = text.splitlines()[:_SAMPLE_LINES][: -1 if len(text) > HEAD_BYTES // 4 else None]
    rows = [line.split() for line in lines if line.strip()]
    is_labelled = rows and all(len(row) > 1 and re.match(r"(?:[BIOESLU]-\S+|O)$", row[-1]) for row in rows)
    return rows if is_labelled and len({len(row) for row in rows if row[0] != "-DOCSTART-"}) == 1 else []


def _is_bioes(text: str) -> bool:
    return any(re.match(r"[ESLU]-", row[-1]) for row in _columns_of(text))


def _is_2003(text: str) -> bool:
    return any(len(row) == 4 for row in _columns_of(text))


def _is_2002(text: str) -> bool:
    rows = _columns_of(text)
    return text.startswith("-DOCSTART-") or any(row[-1] != "O" for row in rows)


_SIGNS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("webanno-tsv", _is_webanno),
    ("conllu", _is_conllu),
    ("brat", _is_brat),
    ("csv", _is_table),
    ("bioes", _is_bioes),
    ("conll2003", _is_2003),
    ("conll2002", _is_2002),
)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents and what is said about them, in the formats of other programs: out to them and in from them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reader.interchange.content import Content, Options
from reader.interchange.files import write_binary_file, write_file
from reader.interchange.format import EVERYTHING, Feature, Format, ReadOptions, Unit

__all__ = [
    "EVERYTHING",
    "FORMATS",
    "Content",
    "Feature",
    "Format",
    "Options",
    "ReadOptions",
    "Unit",
    "format_of",
    "write_binary_file",
    "write_file",
]

_TOKENS: frozenset[Feature] = frozenset()
"""Columns of tokens with one label each hold names of tags on whole tokens, and nothing of the features."""
_LINES_OF_TEXT = frozenset(
    {Feature.TEXT, Feature.OVERLAPS, Feature.PARTS, Feature.LINES, Feature.RELATIONS, Feature.METADATA}
)

_TABLE = EVERYTHING - {Feature.TEXT, Feature.RELATIONS, Feature.TAGSET, Feature.METADATA}

_ALL = (
    Format(
        name="json",
        title="Hashiya JSON: one document with everything said about it",
        suffixes=(".json",),
        media_type="application/json",
        unit=Unit.CODE_POINTS,
        keeps=EVERYTHING,
        module="json_document",
        is_read=True,
    ),
    Format(
        name="bundle",
        title="Hashiya bundle: documents with everything said about them",
        suffixes=(".hashiya-bundle",),
        media_type="application/zip",
        unit=Unit.CODE_POINTS,
        keeps=EVERYTHING,
        module="bundle",
        holds_many=True,
        is_read=True,
    ),
    Format(
        name="csv",
        title="Table of annotations (CSV)",
        suffixes=(".csv",),
        media_type="text/csv; charset=utf-8",
        unit=Unit.CODE_POINTS,
        keeps=_TABLE,
        module="csv_table",
        holds_many=True,
        is_read=True,
    ),
    Format(
        name="xlsx",
        title="Table of annotations (XLSX)",
        suffixes=(".xlsx",),
        media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        unit=Unit.CODE_POINTS,
        keeps=_TABLE,
        module="tables",
        writer="write_xlsx",
        reader="read_xlsx",
        holds_many=True,
        is_read=True,
    ),
    Format(
        name="parquet",
        title="Table of annotations (Parquet)",
        suffixes=(".parquet",),
        media_type="application/vnd.apache.parquet",
        unit=Unit.CODE_POINTS,
        keeps=_TABLE,
        module="tables",
        writer="write_parquet",
        reader="read_parquet",
        holds_many=True,
        is_read=True,
        extra="parquet",
        library="pyarrow",
    ),
    Format(
        name="web-annotation",
        title="W3C Web Annotation (JSON-LD)",
        suffixes=(".jsonld",),
        media_type='application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
        unit=Unit.CODE_POINTS,
        keeps=EVERYTHING - {Feature.TEXT, Feature.TAGSET, Feature.METADATA},
        module="web_annotation",
        holds_many=True,
        is_read=True,
    ),
    Format(
        name="conll2002",
        title="CoNLL-2002: token and IOB2 label",
        suffixes=(".conll", ".iob", ".bio"),
        media_type="text/plain; charset=utf-8",
        unit=Unit.TOKENS,
        keeps=_TOKENS,
        module="conll",
        writer="write_2002",
        holds_many=True,
        is_read=True,
    ),
    Format(
        name="conll2003",
        title="CoNLL-2003: token, two empty columns and IOB2 label",
        suffixes=(".conll2003",),
        media_type="text/plain; charset=utf-8",
        unit=Unit.TOKENS,
        keeps=_TOKENS,
        module="conll",
        writer="write_2003",
        holds_many=True,
        is_read=True,
    ),
    Format(
        name="bioes",
        title="Columns of tokens with BIOES labels",
        suffixes=(".bioes",),
        media_type="text/plain; charset=utf-8",
        unit=Unit.TOKENS,
        keeps=_TOKENS,
        module="conll",
        writer="write_bioes",
        holds_many=True,
        is_read=True,
    ),
    Format(
        name="conllu",
        title="CoNLL-U: sentences and tokens, clitics parted where a tag parts them",
        suffixes=(".conllu",),
        media_type="text/plain; charset=utf-8",
        unit=Unit.TOKENS,
        keeps=EVERYTHING - {Feature.TAGSET},
        module="conllu",
        holds_many=True,
        is_read=True,
    ),
    Format(
        name="webanno-tsv",
        title="WebAnno TSV 3.3 for WebAnno and INCEpTION",
        suffixes=(".tsv",),
        media_type="text/tab-separated-values; charset=utf-8",
        unit=Unit.UTF16,
        keeps=frozenset({Feature.OVERLAPS, Feature.PARTS, Feature.RELATIONS, Feature.ENTITIES}),
        module="webanno_tsv",
        is_read=True,
    ),
    Format(
        name="tei",
        title="TEI P5, stand-off",
        suffixes=(".tei.xml", ".tei"),
        media_type="application/tei+xml",
        unit=Unit.CODE_POINTS,
        keeps=EVERYTHING - {Feature.TAGSET},
        module="tei",
        is_read=True,
    ),
    Format(
        name="tei-inline",
        title="TEI P5, inline",
        suffixes=(".inline.tei.xml",),
        media_type="application/tei+xml",
        unit=Unit.CODE_POINTS,
        keeps=EVERYTHING - {Feature.TAGSET, Feature.OVERLAPS, Feature.RELATIONS, Feature.AUTHORS},
        module="tei",
        writer="write_inline",
        is_read=True,
    ),
    Format(
        name="refi-qda",
        title="REFI-QDA project for MAXQDA, ATLAS.ti, NVivo, QualCoder",
        suffixes=(".qdpx",),
        media_type="application/zip",
        unit=Unit.CODE_POINTS,
        keeps=EVERYTHING - {Feature.ATTRIBUTES, Feature.STATUS, Feature.TAGSET, Feature.METADATA},
        module="refi_qda",
        holds_many=True,
        is_read=True,
    ),
    Format(
        name="refi-codebook",
        title="REFI-QDA codebook: the tags alone",
        suffixes=(".qdc",),
        media_type="application/xml",
        unit=Unit.NONE,
        keeps=frozenset({Feature.TAGSET}),
        module="refi_qda",
        writer="write_codebook",
        reader="read_codebook",
        holds_many=True,
    ),
    Format(
        name="doccano",
        title="doccano (JSON Lines)",
        suffixes=(".doccano.jsonl",),
        media_type="application/jsonl",
        unit=Unit.UTF16,
        keeps=_LINES_OF_TEXT,
        module="json_lines",
        writer="write_doccano",
        reader="read_doccano",
        holds_many=True,
        is_read=True,
    ),
    Format(
        name="spacy-jsonl",
        title="spaCy and Prodigy (JSON Lines)",
        suffixes=(".jsonl",),
        media_type="application/jsonl",
        unit=Unit.CODE_POINTS,
        keeps=_LINES_OF_TEXT | {Feature.NOTES, Feature.ATTRIBUTES, Feature.AUTHORS, Feature.TIMES, Feature.STATUS},
        module="json_lines",
        writer="write_spacy",
        reader="read_spacy",
        holds_many=True,
        is_read=True,
    ),
    Format(
        name="label-studio",
        title="Label Studio: tasks with annotations (JSON)",
        suffixes=(".label-studio.json",),
        media_type="application/json",
        unit=Unit.CODE_POINTS,
        keeps=EVERYTHING - {Feature.ENTITIES, Feature.TAGSET},
        module="label_studio",
        holds_many=True,
        is_read=True,
    ),
    Format(
        name="label-studio-config",
        title="Label Studio: labelling configuration (XML)",
        suffixes=(".label-studio.xml",),
        media_type="application/xml",
        unit=Unit.NONE,
        keeps=frozenset({Feature.TAGSET}),
        module="label_studio",
        writer="write_config",
        holds_many=True,
    ),
    Format(
        name="brat",
        title="brat standoff (zip file of .txt and .ann files)",
        suffixes=(".brat.zip", ".ann"),
        media_type="application/zip",
        unit=Unit.CODE_POINTS,
        keeps=EVERYTHING - {Feature.TAGSET},
        module="brat",
        holds_many=True,
        is_read=True,
    ),
    Format(
        name="uima-xmi",
        title="UIMA CAS for INCEpTION (zip file of XMI and type system)",
        suffixes=(".xmi.zip", ".xmi"),
        media_type="application/zip",
        unit=Unit.UTF16,
        keeps=EVERYTHING - {Feature.TAGSET},
        module="cas",
        writer="write_xmi",
        reader="read_xmi",
        is_read=True,
        extra="interchange",
        library="cassis",
    ),
    Format(
        name="uima-json",
        title="UIMA CAS for INCEpTION (JSON)",
        suffixes=(".cas.json",),
        media_type="application/json",
        unit=Unit.UTF16,
        keeps=EVERYTHING - {Feature.TAGSET},
        module="cas",
        writer="write_json",
        reader="read_json",
        is_read=True,
        extra="interchange",
        library="cassis",
    ),
    Format(
        name="gliner",
        title="GLiNER's training data (JSON)",
        suffixes=(".gliner.json",),
        media_type="application/json",
        unit=Unit.TOKENS,
        keeps=frozenset({Feature.OVERLAPS, Feature.LINES}),
        module="json_lines",
        writer="write_gliner",
        reader="read_gliner",
        holds_many=True,
        is_read=True,
    ),
)

FORMATS: Mapping[str, Format] = MappingProxyType({each.name: each for each in _ALL})
"""Every format by its name."""


def format_of(file_name: str, *, reading: bool = False) -> Format | None:
    """The first format whose suffix the name has, longest suffix first; None when there is none."""
    name = file_name.casefold()
    fitting = [
        (len(suffix), form)
        for form in _ALL
        if (form.is_read if reading else form.is_written)
        for suffix in form.suffixes
        if name.endswith(suffix)
    ]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else None

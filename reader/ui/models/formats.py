# SPDX-License-Identifier: GPL-3.0-or-later
"""The formats of other programs in words: their groups, names and what each is for, in the interface's language."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject

from reader.interchange import FORMATS, Feature, Format
from reader.ui.i18n import translate
from reader.ui.models.sentences import filled


class Group(StrEnum):
    """What people want a format for; the value is the English title."""

    LOSSLESS = "Keep everything"
    TOOLS = "Annotation tools"
    CORPUS = "Corpora and training"
    TABLES = "Tables"
    READING = "For reading"


GROUP_TITLES = (
    QT_TRANSLATE_NOOP("Formats", "Keep everything"),
    QT_TRANSLATE_NOOP("Formats", "Annotation tools"),
    QT_TRANSLATE_NOOP("Formats", "Corpora and training"),
    QT_TRANSLATE_NOOP("Formats", "Tables"),
    QT_TRANSLATE_NOOP("Formats", "For reading"),
)

_WORDS: Mapping[str, tuple[Group, Any, Any]] = {
    "bundle": (
        Group.LOSSLESS,
        QT_TRANSLATE_NOOP("Formats", "Hashiya bundle"),
        QT_TRANSLATE_NOOP("Formats", "Texts with everything said about them in one file, for another library."),
    ),
    "json": (
        Group.LOSSLESS,
        QT_TRANSLATE_NOOP("Formats", "Hashiya JSON"),
        QT_TRANSLATE_NOOP("Formats", "One text with everything said about it, for programs of your own."),
    ),
    "web-annotation": (
        Group.LOSSLESS,
        QT_TRANSLATE_NOOP("Formats", "W3C Web Annotation"),
        QT_TRANSLATE_NOOP("Formats", "The open standard for annotations, in JSON-LD; the texts are not in it."),
    ),
    "uima-xmi": (
        Group.TOOLS,
        QT_TRANSLATE_NOOP("Formats", "INCEpTION (UIMA XMI)"),
        QT_TRANSLATE_NOOP("Formats", "A text with its tags for INCEpTION, WebAnno and other UIMA programs."),
    ),
    "uima-json": (
        Group.TOOLS,
        QT_TRANSLATE_NOOP("Formats", "INCEpTION (UIMA JSON)"),
        QT_TRANSLATE_NOOP("Formats", "The newer form of the same, in one JSON file."),
    ),
    "webanno-tsv": (
        Group.TOOLS,
        QT_TRANSLATE_NOOP("Formats", "WebAnno TSV"),
        QT_TRANSLATE_NOOP("Formats", "A table of tokens for WebAnno and INCEpTION."),
    ),
    "brat": (
        Group.TOOLS,
        QT_TRANSLATE_NOOP("Formats", "brat"),
        QT_TRANSLATE_NOOP("Formats", "Texts and their stand-off annotations, with the configuration brat needs."),
    ),
    "doccano": (
        Group.TOOLS,
        QT_TRANSLATE_NOOP("Formats", "doccano"),
        QT_TRANSLATE_NOOP("Formats", "One line of JSON for each text."),
    ),
    "label-studio": (
        Group.TOOLS,
        QT_TRANSLATE_NOOP("Formats", "Label Studio"),
        QT_TRANSLATE_NOOP("Formats", "Tasks with their annotations."),
    ),
    "label-studio-config": (
        Group.TOOLS,
        QT_TRANSLATE_NOOP("Formats", "Label Studio: settings"),
        QT_TRANSLATE_NOOP("Formats", "The tags alone, as the labelling settings of a project."),
    ),
    "refi-qda": (
        Group.TOOLS,
        QT_TRANSLATE_NOOP("Formats", "REFI-QDA project"),
        QT_TRANSLATE_NOOP("Formats", "Coded texts for MAXQDA, ATLAS.ti, NVivo and QualCoder."),
    ),
    "refi-codebook": (
        Group.TOOLS,
        QT_TRANSLATE_NOOP("Formats", "REFI-QDA codebook"),
        QT_TRANSLATE_NOOP("Formats", "The tags alone, as codes for the same programs and for Taguette."),
    ),
    "tei": (
        Group.CORPUS,
        QT_TRANSLATE_NOOP("Formats", "TEI, tags beside the text"),
        QT_TRANSLATE_NOOP("Formats", "TEI P5 with the tags beside the text; they may overlap."),
    ),
    "tei-inline": (
        Group.CORPUS,
        QT_TRANSLATE_NOOP("Formats", "TEI, tags within the text"),
        QT_TRANSLATE_NOOP("Formats", "TEI P5 with the names marked where they stand."),
    ),
    "conllu": (
        Group.CORPUS,
        QT_TRANSLATE_NOOP("Formats", "CoNLL-U"),
        QT_TRANSLATE_NOOP("Formats", "Sentences and tokens in ten columns, as Universal Dependencies have them."),
    ),
    "conll2002": (
        Group.CORPUS,
        QT_TRANSLATE_NOOP("Formats", "CoNLL-2002 (IOB2)"),
        QT_TRANSLATE_NOOP("Formats", "A token and its label on each line, for training."),
    ),
    "conll2003": (
        Group.CORPUS,
        QT_TRANSLATE_NOOP("Formats", "CoNLL-2003 (IOB2)"),
        QT_TRANSLATE_NOOP("Formats", "The same in four columns."),
    ),
    "bioes": (
        Group.CORPUS,
        QT_TRANSLATE_NOOP("Formats", "BIOES columns"),
        QT_TRANSLATE_NOOP("Formats", "The same with labels that also mark where a name ends."),
    ),
    "spacy-jsonl": (
        Group.CORPUS,
        QT_TRANSLATE_NOOP("Formats", "spaCy and Prodigy"),
        QT_TRANSLATE_NOOP("Formats", "One line of JSON for each text, for training and for Prodigy."),
    ),
    "spacy-docbin": (
        Group.CORPUS,
        QT_TRANSLATE_NOOP("Formats", "spaCy DocBin"),
        QT_TRANSLATE_NOOP("Formats", "What spaCy is trained from."),
    ),
    "gliner": (
        Group.CORPUS,
        QT_TRANSLATE_NOOP("Formats", "GLiNER"),
        QT_TRANSLATE_NOOP("Formats", "Tokens and names as JSON, for training GLiNER."),
    ),
    "csv": (
        Group.TABLES,
        QT_TRANSLATE_NOOP("Formats", "Table (CSV)"),
        QT_TRANSLATE_NOOP("Formats", "One line for each tag, for spreadsheets and statistics."),
    ),
    "xlsx": (
        Group.TABLES,
        QT_TRANSLATE_NOOP("Formats", "Excel workbook (XLSX)"),
        QT_TRANSLATE_NOOP("Formats", "The same table as a workbook."),
    ),
    "parquet": (
        Group.TABLES,
        QT_TRANSLATE_NOOP("Formats", "Parquet"),
        QT_TRANSLATE_NOOP("Formats", "The same table for data science."),
    ),
    "html": (
        Group.READING,
        QT_TRANSLATE_NOOP("Formats", "Web page (HTML)"),
        QT_TRANSLATE_NOOP("Formats", "The text with its tags and notes, to be read in a browser or printed."),
    ),
    "markdown": (
        Group.READING,
        QT_TRANSLATE_NOOP("Formats", "Markdown"),
        QT_TRANSLATE_NOOP("Formats", "The text with its tags and notes as plain text."),
    ),
    "docx": (
        Group.READING,
        QT_TRANSLATE_NOOP("Formats", "Word document (DOCX)"),
        QT_TRANSLATE_NOOP("Formats", "The text with tags as highlights and notes as comments."),
    ),
    "pdf": (
        Group.READING,
        QT_TRANSLATE_NOOP("Formats", "Printed page (PDF)"),
        QT_TRANSLATE_NOOP("Formats", "The article with notes in its margin, as in the scholars’ books."),
    ),
}


def group_of(form: Format) -> Group:
    """The group it is listed in; one we have no words for is among the tools."""
    return _WORDS[form.name][0] if form.name in _WORDS else Group.TOOLS


def name_of(form: Format) -> str:
    return translate("Formats", str(_WORDS[form.name][1])) if form.name in _WORDS else form.title


def purpose_of(form: Format) -> str:
    """One sentence; "" for a format we have no words for."""
    return translate("Formats", str(_WORDS[form.name][2])) if form.name in _WORDS else ""


def in_groups(*, reading: bool = False) -> dict[Group, list[Format]]:
    """The formats that are written, or read, in the order they are offered."""
    order = {name: place for place, name in enumerate(_WORDS)}
    found: dict[Group, list[Format]] = {group: [] for group in Group}
    for form in sorted(FORMATS.values(), key=lambda form: order.get(form.name, len(order))):
        if form.is_read if reading else form.is_written:
            found[group_of(form)].append(form)
    return {group: forms for group, forms in found.items() if forms}


def why_unavailable(form: Format) -> str:
    """Why it cannot be used here; "" when it can."""
    if form.is_available:
        return ""
    sentence = translate("Formats", "A part for this format is not installed: %1")
    return filled(sentence, f"pip install 'hashiya[{form.extra}]'")


class LossWords(QObject):
    """What a format does not keep, in words."""

    def said(self, feature: Feature, count: int) -> str:
        """What is lost, counted, as a sentence."""
        say = {
            Feature.TEXT: lambda: self.tr("%n documents are written without their text.", "", count),
            Feature.OVERLAPS: lambda: self.tr("%n tags overlap a longer one and are left out.", "", count),
            Feature.PARTS: lambda: self.tr("%n tags on a part of a word are given to the whole word.", "", count),
            Feature.LINES: lambda: self.tr(
                "%n tags that run over the end of a sentence are parted or left out.", "", count
            ),
            Feature.NOTES: lambda: self.tr("%n notes are lost.", "", count),
            Feature.ATTRIBUTES: lambda: self.tr("%n tags lose their attributes.", "", count),
            Feature.RELATIONS: lambda: self.tr("%n relations are lost.", "", count),
            Feature.ENTITIES: lambda: self.tr("%n links to entities are lost.", "", count),
            Feature.STATUS: lambda: self.tr("%n suggestions can then not be told from what you decided.", "", count),
            Feature.UNPLACED: lambda: self.tr("%n tags without a sure place are not in the file.", "", count),
        }.get(feature)
        return say() if say is not None else f"{feature.value}: {count}"

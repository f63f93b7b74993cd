# SPDX-License-Identifier: GPL-3.0-or-later
"""Files as other programs write them, made here by the rules of their formats, come in where their words stand."""

from __future__ import annotations

import json
import zipfile

import pytest
from openpyxl import Workbook

from reader.errors import AnnotationsUnreadable
from reader.interchange import FORMATS, ReadOptions
from reader.workspace.annotation_placing import Placer

TEXT = "قال 😀 الوزير: وصل وفد باكو اليوم.\nوعاد وفد باكو غدا."


def received(tmp_path, name, content, suffix=""):
    path = tmp_path / f"file{suffix or FORMATS[name].suffix}"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(FORMATS[name].read(path, ReadOptions()))


def words(document):
    return sorted((document.text[each.start : each.end], each.tag) for each in document.annotations)


def brat(tmp_path, text, *lines):
    path = tmp_path / "doc.brat.zip"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("doc.txt", text)
        made.writestr("doc.ann", "\n".join(lines) + "\n")
    (document,) = FORMATS["brat"].read(path, ReadOptions())
    return document


def test_brat_with_pieces_events_numbers_and_lines_in_any_order(tmp_path):
    document = brat(
        tmp_path,
        "وفد مدينة باكو وصل",
        "R1\tin Arg1:E1 Arg2:T2\t",
        "N1\tReference E1 Wikidata:Q9248\tباكو",
        "E1\tArrive:T3 Who:T1",
        "A1\tNegation E1",
        "T1\tPlace 0 3;10 14\tوفد باكو",
        "T2\tPlace 4 9\tمدينة",
        "T3\tArrive 15 18\tوصل",
        "*\tEquiv T1 T2",
        "#1\tAnnotatorNotes T1\tملاحظة",
    )
    found = {each.key: each for each in document.annotations}

    assert (found["T1"].start, found["T1"].end, found["T1"].note) == (0, 14, "ملاحظة")
    assert found["T1"].attributes == (("fragments", "وفد … باكو"),)
    assert (found["T3"].attributes, found["T3"].entity) == ((("Negation", "true"),), "Wikidata:Q9248")
    assert {(each.source, each.target, each.name) for each in document.relations} == {
        ("T3", "T2", "in"),
        ("T3", "T1", "Who"),
        ("T1", "T2", "Equiv"),
    }


def test_brat_counts_both_characters_of_a_line_end_of_windows(tmp_path):
    document = brat(tmp_path, "سطر\r\nباكو 😀\r\nوفد", "T1\tPlace 5 9\tباكو\r", "T2\tX 13 16\tوفد\r")

    assert words(document) == [("باكو", "Place"), ("وفد", "X")]


def test_conll_2003_with_four_columns(tmp_path):
    start = "-DOCSTART- -X- -X- O\n\n"
    rows = f"{start}Baku NNP B-NP B-LOC\nباكو NN I-NP I-LOC\n. . O O\n\n{start}UN NNP O I-ORG\n"
    first, second = received(tmp_path, "conll2003", rows.replace("\n", "\r\n"))

    assert words(first) == [("Baku باكو", "LOC")]
    assert words(second) == [("UN", "ORG")]


def test_conllu_with_words_in_tokens_and_empty_nodes(tmp_path):
    rows = [
        "# sent_id = x",
        "# text = وباكو هناك",
        "1-2\tوباكو\t_\t_\t_\t_\t_\t_\t_\tNE=B-LOC",
        "1\tو\tو\tCCONJ\tC\t_\t2\tcc\t2:cc\t_",
        "2\tباكو\tباكو\tPROPN\tX\tCase=Nom|Number=Sing\t0\troot\t0:root\t_",
        "2.1\tهي\t_\tPRON\t_\t_\t_\t_\t2:nsubj\t_",
        "3\tهناك\tهناك\tADV\tF\t_\t2\tadvmod\t2:advmod\tSpaceAfter=No",
        "",
    ]
    (document,) = received(tmp_path, "conllu", "\n".join(rows) + "\n")

    assert document.text == "وباكو هناك"
    assert words(document) == [("وباكو", "LOC")]


def test_webanno_tsv_as_inception_writes_it(tmp_path):
    rows = [
        "#FORMAT=WebAnno TSV 3.3",
        "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value",
        "#T_SP=webanno.custom.Highlight",
        "#T_SP=webanno.custom.Kind|sort",
        "#T_RL=webanno.custom.Link|label|BT_de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity",
        "",
        "",
        "#Sentence.id=1",
        "#Text=😀 وفد باكو",
        "1-1\t0-2\t😀\t_\t_\t*\t_\t_\t_\t",
        "1-2\t3-6\tوفد\t*[1]\tORG[1]\t_\tA|B[4]\t_\t_\t",
        "1-3\t7-11\tباكو\thttp://www.wikidata.org/entity/Q9248[2]|*[1]\tLOC[2]|ORG[1]\t_\t_\tof\t1-2[1_2]\t",
        "",
    ]
    (document,) = received(tmp_path, "webanno-tsv", "\n".join(rows))

    assert words(document) == [
        ("باكو", "LOC"),
        ("وفد", "A"),
        ("وفد", "B"),
        ("وفد باكو", "ORG"),
        ("😀", "Highlight"),
    ]
    assert [each.name for each in document.relations] == ["of"]


def test_both_dialects_of_doccano(tmp_path):
    text = "😀 باكو"
    old = json.dumps({"id": 1, "text": text, "label": [[3, 7, "LOC"]], "Comments": []})
    new = {"id": 2, "text": text, "entities": [{"id": 5, "label": "LOC", "start_offset": 3, "end_offset": 7}]}

    documents = received(tmp_path, "doccano", f"{old}\n{json.dumps(new | {'relations': []})}\n")

    assert [words(each) for each in documents] == [[("باكو", "LOC")]] * 2


def region(identity, start, end, labels, text):
    value = {"start": start, "end": end, "text": text, "labels": labels}
    return {"id": identity, "from_name": "label", "to_name": "text", "type": "labels", "value": value}


def test_label_studio_of_two_annotators_with_several_labels_and_copied_regions(tmp_path):
    first = [region("x", 23, 27, ["LOC", "CITY"], "باكو"), region("y", 19, 22, ["ORG"], "وفد")]
    works = [
        {"id": 1, "completed_by": 7, "result": first},
        {"id": 2, "completed_by": {"email": "a@b.example"}, "result": [region("x", 23, 27, ["LOC"], "باكو")]},
    ]
    works[0]["result"].append({"type": "relation", "from_id": "x", "to_id": "y", "direction": "right"})
    task = {"id": 3, "data": {"body": TEXT}, "annotations": works, "predictions": []}
    (document,) = received(tmp_path, "label-studio", json.dumps([task]))

    assert [each.tag for each in document.annotations] == ["LOC", "CITY", "ORG", "LOC"]
    assert len({each.key for each in document.annotations}) == 4
    assert [each.author for each in document.annotations] == ["label-studio:7"] * 3 + ["a@b.example"]
    assert [(each.source, each.target) for each in document.relations] == [("x", "y")]


def test_positions_in_utf16_are_known_by_the_words_that_stand_there(tmp_path):
    places = [TEXT.index("باكو"), TEXT.rindex("باكو")]
    regions = [region(str(place), place + 1, place + 5, ["LOC"], "باكو") for place in places]
    task = {"id": 3, "data": {"text": TEXT}, "annotations": [{"id": 1, "result": regions}]}
    (document,) = received(tmp_path, "label-studio", json.dumps([task]))

    placed, problems = Placer(document, TEXT).annotations()

    assert [each.start for each in placed] == places
    assert problems == []


def test_web_annotations_as_hypothesis_and_recogito_have_them(tmp_path):
    place = TEXT.rindex("باكو")
    quoted = {"type": "TextQuoteSelector", "exact": "باكو", "prefix": "وعاد وفد ", "suffix": " غدا."}
    position = {"type": "TextPositionSelector", "start": place + 1, "end": place + 5}
    ranged = {
        "type": "RangeSelector",
        "startContainer": "/p[1]",
        "startOffset": 3,
        "endContainer": "/p[1]",
        "endOffset": 7,
    }
    hypothesis = {"id": "a", "uri": "http://a.example", "user": "acct:x@y", "text": "ملاحظة", "tags": ["مكان", "مدينة"]}
    hypothesis |= {"target": [{"source": "http://a.example", "selector": [ranged, position, quoted]}]}
    recogito = {"@context": "http://www.w3.org/ns/anno.jsonld", "id": "b", "type": "Annotation"}
    tag = {"type": "TextualBody", "purpose": "tagging", "value": "مكان"}
    recogito |= {"body": [tag, {"type": "TextualBody", "purpose": "commenting", "value": "كلام"}]}
    recogito |= {"target": {"source": "http://a.example", "selector": [quoted, position]}}
    plain = {"id": "c", "type": "Annotation", "motivation": "tagging", "body": "مكان"}
    plain |= {"target": {"source": "http://a.example", "selector": quoted}}
    (rows,) = received(tmp_path, "web-annotation", json.dumps({"total": 1, "rows": [hypothesis]}))
    (others,) = received(tmp_path, "web-annotation", json.dumps([recogito, plain]))

    assert [(each.tag, each.note, each.author) for each in rows.annotations] == [
        ("مكان", "ملاحظة", "acct:x@y"),
        ("مدينة", "", "acct:x@y"),
    ]
    assert [(each.tag, each.note) for each in others.annotations] == [("مكان", "كلام"), ("مكان", "")]
    for document in (rows, others):
        placed, problems = Placer(document, TEXT).annotations()
        assert {each.start for each in placed} == {place}
        assert problems == []


@pytest.mark.parametrize("body", [{"bodyValue": "كلام"}, {"body": "http://a.example/post"}, {}])
def test_a_web_annotation_without_a_tag_is_reported_not_guessed(tmp_path, body):
    one = {"id": "http://a.example/1", "type": "Annotation"} | body
    one["target"] = {"source": "http://a.example/2", "selector": {"type": "TextQuoteSelector", "exact": "الوزير"}}
    (document,) = received(tmp_path, "web-annotation", json.dumps(one))

    placed, problems = Placer(document, TEXT).annotations()

    assert (placed, [each.reason for each in problems]) == ([], ["it has no tag"])


def test_a_workbook_that_another_program_saved(tmp_path):
    book = Workbook()
    sheet = book.active
    sheet.sheet_view.rightToLeft = True
    for row in (
        ["Start", "End", "Tag", None, "Note"],
        [4.0, 5.0, "x", None, None],
        [None] * 5,
        [6.0, 12.0, "y", None, 2025],
    ):
        sheet.append(row)
    path = tmp_path / "saved.xlsx"
    book.save(path)

    (document,) = FORMATS["xlsx"].read(path, ReadOptions())

    assert [(each.start, each.end, each.tag, each.note) for each in document.annotations] == [
        (4, 5, "x", ""),
        (6, 12, "y", "2025"),
    ]


def test_words_without_positions_as_taguette_exports_them(tmp_path):
    rows = "id,document,tag,content\r\n1,مقال,مكان,الوزير\r\n2,مقال,مكان,باكو\r\n"
    (document,) = received(tmp_path, "csv", rows)

    placed, problems = Placer(document, TEXT).annotations()

    assert document.title == "مقال"
    assert [(each.start, each.quote) for each in placed] == [(TEXT.index("الوزير"), "الوزير")]
    assert "several places" in problems[0].reason


def test_a_codebook_as_taguette_writes_it(tmp_path):
    guid = "0D2A8C1E-0000-4000-8000-000000000001"
    code = f'<Code guid="{guid}" name="شخص" isCodable="true"><Description>وصف</Description></Code>'
    book = f'<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Taguette 1.5.2"><Codes>{code}</Codes><Sets/></CodeBook>'
    xml = f'<?xml version="1.0" encoding="utf-8"?>\n{book}'
    path = tmp_path / "book.qdc"
    path.write_text(xml, encoding="utf-8")

    (document,) = FORMATS["refi-codebook"].read(path, ReadOptions())

    assert [(tag.names[0][1], tag.description) for tag in document.tags] == [("شخص", "وصف")]


def test_spacy_lines_with_triples_and_answers(tmp_path):
    lines = [{"text": "وفد باكو", "entities": [[4, 8, "LOC"]]}, {"text": "لا", "spans": [], "answer": "reject"}]
    (document,) = received(tmp_path, "spacy-jsonl", "\n".join(map(json.dumps, lines)))

    assert words(document) == [("باكو", "LOC")]


def test_a_file_of_another_format_is_told(tmp_path):
    with pytest.raises(AnnotationsUnreadable):
        received(tmp_path, "webanno-tsv", "#FORMAT=WebAnno TSV 2\n")

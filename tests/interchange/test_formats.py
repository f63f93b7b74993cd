# SPDX-License-Identifier: GPL-3.0-or-later
"""Each format says what the library says, with offsets that hold in code points."""

import csv
import io
import json
from pathlib import Path

import pytest
from builders import NOW, TEXTS

from reader.interchange import FORMATS, Content, Options
from reader.interchange.json_document import _entity_fields
from reader.model.annotation import Annotation, Relation
from reader.model.document import Document
from reader.model.entity import Entity
from reader.model.ids import AnnotationId, DocumentId, EntityId, RelationId, TagId, TagsetId
from reader.model.tagset import Tag
from reader.text.chunks import ChunkedText
from reader.text.direction import Direction
from reader.text.spans import Span

DOCUMENT_ID = DocumentId("0123456789abcdef0123456789abcdef")


def tag(identity, position, **names):
    return Tag(
        id=TagId(identity),
        tagset_id=TagsetId("default"),
        names=tuple(names.items()),
        colour=f"tag-{position + 1}",
        shortcut=str(position + 1),
        position=position,
    )


def annotation(text, number, start, end, **fields):
    given = {
        "id": AnnotationId(f"{number:032x}"),
        "document_id": DOCUMENT_ID,
        "span": Span(start, end),
        "quote": text[start:end],
        "prefix": text[max(start - 32, 0) : start],
        "suffix": text[end : end + 32],
        "tag_id": TagId("place"),
        "author": "سلمى",
        "created": NOW,
        "modified": NOW,
    }
    return Annotation(**(given | fields))


def content_of(content, /, *annotations, **fields):
    given = {
        "document": Document(
            id=DOCUMENT_ID,
            title="عنوان «المقال»",
            digest="ab" * 32,
            length=len(content),
            direction=Direction.RIGHT_TO_LEFT,
            source="/home/reader/مقال.txt",
            created=NOW,
            modified=NOW,
        ),
        "tags": (tag("person", 0, ar="شخص", en="Person"), tag("place", 1, ar="مكان", en="Place")),
        "annotations": lambda: iter(annotations),
        "text": ChunkedText.from_string(content),
    }
    return Content(**(given | fields))


@pytest.fixture(params=TEXTS)
def text(request):
    return TEXTS[request.param]


@pytest.fixture
def content(text):
    first = annotation(text, 1, 4, 10, note='ملاحظة\nفي سطرين، "مقتبسة"', attributes=(("certainty", "high"),))
    second = annotation(text, 2, 8, 20, tag_id=TagId("person"))
    relation = Relation(
        id=RelationId("f" * 32),
        document_id=DOCUMENT_ID,
        source_id=second.id,
        target_id=first.id,
        name="lives-in",
        author="سلمى",
        created=NOW,
    )
    entity = Entity(
        id=EntityId("e1"),
        name="باكو",
        kind=TagId("place"),
        translations=(("en", "Baku"),),
        external_ids=(("wikidata", "Q9248"),),
    )
    return content_of(
        text,
        first,
        second,
        relations=lambda: iter([relation]),
        entities=(entity,),
        links={first.id: entity.id},
    )


TEXTUAL = ("json", "csv", "web-annotation")
"""Formats whose whole form is looked at here; all formats are in ``test_round_trips``."""


def written(name, content, **options):
    stream = io.BytesIO()
    FORMATS[name].write([content], stream, Options(**options))
    return stream.getvalue().decode()


def rows(content, **options):
    return list(csv.DictReader(io.StringIO(written("csv", content, **options), newline="")))


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_is_registered_under_its_name(name):
    assert FORMATS[name].name == name
    assert FORMATS[name].suffix.startswith(".")


@pytest.mark.parametrize("name", TEXTUAL)
@pytest.mark.parametrize("size", [0, 1, 3])
def test_every_format_is_whole_with_any_number_of_annotations(name, size):
    text = "زار الوزير باكو"
    made = [annotation(text, number, number, number + 4) for number in range(size)]

    output = written(name, content_of(text, *made))

    assert output.endswith("\n")
    counted = {
        "json": lambda: len(json.loads(output)["annotations"]),
        "csv": lambda: len(list(csv.reader(io.StringIO(output)))) - 1,
        "web-annotation": lambda: len(json.loads(output)["first"]["items"]),
    }
    assert counted[name]() == size


def test_json_quotes_what_stands_at_its_offsets(content, text):
    found = json.loads(written("json", content))

    assert found["text"] == text
    assert [found["text"][each["start"] : each["end"]] for each in found["annotations"]] == [text[4:10], text[8:20]]
    assert all(each["quote"] == text[each["start"] : each["end"]] for each in found["annotations"])


def test_json_leaves_nothing_out(content):
    found = json.loads(written("json", content))

    assert (found["format"], found["form"]) == ("hashiya-document", 2)
    assert found["document"]["title"] == "عنوان «المقال»"
    assert found["document"]["direction"] == "rtl"
    assert found["tags"][1]["names"] == {"ar": "مكان", "en": "Place"}
    assert found["annotations"][0]["note"] == 'ملاحظة\nفي سطرين، "مقتبسة"'
    assert found["annotations"][0]["attributes"] == {"certainty": "high"}
    assert found["annotations"][0]["entity"] == found["entities"][0]["id"]
    assert found["entities"][0]["external_ids"] == {"wikidata": "Q9248"}
    assert found["relations"][0]["source"] == found["annotations"][1]["id"]
    assert found["relations"][0]["target"] == found["annotations"][0]["id"]


def test_json_without_text_says_null(text):
    assert json.loads(written("json", content_of(text, text=None)))["text"] is None


def test_a_long_text_joins_again(text):
    long = text * 9_000

    assert json.loads(written("json", content_of(long)))["text"] == long


def test_csv_reads_back_exactly(content, text):
    first, second = rows(content)

    assert first["quote"] == text[int(first["start"]) : int(first["end"])]
    assert first["note"] == 'ملاحظة\nفي سطرين، "مقتبسة"'
    assert (first["tag"], first["tag_name"], first["entity"]) == ("place", "Place", "باكو")
    assert (second["tag"], second["attributes"]) == ("person", "")


def test_csv_names_tags_in_the_language_asked_for(content):
    assert [row["tag_name"] for row in rows(content, language="ar")] == ["مكان", "شخص"]


@pytest.mark.parametrize("note", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\n=1", "＝1"])
def test_cells_are_kept_from_running_only_where_that_is_asked_for(note):
    text = "زار الوزير باكو"
    content = content_of(text, annotation(text, 1, 0, 3, note=note))

    assert rows(content)[0]["note"] == note
    assert rows(content, for_spreadsheets=True)[0]["note"] == f"'{note}"


def test_a_table_for_spreadsheets_says_that_it_is_utf8(content):
    assert written("csv", content, for_spreadsheets=True).startswith("\ufeff")
    assert not written("csv", content).startswith("\ufeff")


def test_csv_lines_end_as_its_standard_says(content):
    assert written("csv", content).endswith("\r\n")


def test_web_annotations_select_by_quote_and_by_position(content, text):
    items = json.loads(written("web-annotation", content))["first"]["items"]
    quote, position = items[0]["target"]["selector"]

    assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
    assert quote["exact"] == text[position["start"] : position["end"]] == text[4:10]
    assert quote["prefix"] == text[:4]
    assert text[10:].startswith(quote["suffix"])


def test_web_annotations_have_what_the_model_requires(content):
    found = json.loads(written("web-annotation", content))
    tagged, _, linked = found["first"]["items"]

    assert found["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (found["type"], found["first"]["type"], found["total"]) == ("AnnotationCollection", "AnnotationPage", 3)
    assert tagged["type"] == "Annotation"
    assert tagged["id"] == "urn:uuid:00000000-0000-0000-0000-000000000001"
    assert tagged["target"]["source"] == "urn:uuid:01234567-89ab-cdef-0123-456789abcdef"
    assert [body.get("purpose") for body in tagged["body"]] == [
        "tagging",
        "classifying",
        "describing",
        "commenting",
        "identifying",
        "identifying",
    ]
    assert tagged["body"][-2]["source"] == "http://www.wikidata.org/entity/Q9248"
    assert tagged["body"][1]["source"] == "urn:hashiya:tag:place"
    assert (linked["motivation"], linked["body"][0], linked["target"]) == (
        "linking",
        tagged["id"],
        "urn:uuid:00000000-0000-0000-0000-000000000002",
    )


def test_a_tag_the_library_lacks_is_called_by_its_id(text):
    content = content_of(text, annotation(text, 1, 0, 3, tag_id="made up/تصنيف"))

    assert rows(content)[0]["tag_name"] == "made up/تصنيف"
    item = json.loads(written("web-annotation", content))["first"]["items"][0]
    assert item["body"][1]["source"] == "urn:hashiya:tag:made%20up%2F%D8%AA%D8%B5%D9%86%D9%8A%D9%81"


@pytest.mark.parametrize("text", [TEXTS["mixed"]], ids=["mixed"])
@pytest.mark.parametrize("name", TEXTUAL)
def test_a_format_is_written_as_it_always_was(content, name):
    """A change here is a change of the format: other programs, and people's files, must be thought of."""
    golden = Path(__file__).parent / "golden" / f"mixed{FORMATS[name].suffix}"

    assert written(name, content).encode() == golden.read_bytes()


def test_every_name_of_an_entity_is_in_the_json_also_two_in_one_language():
    entity = Entity(id=EntityId("e"), name="عين", translations=(("en", "Ain"), ("fr", "Aïn"), ("en", "Ayn")))
    assert _entity_fields(entity)["translations"] == {"en": ["Ain", "Ayn"], "fr": "Aïn"}


def test_the_readme_lists_every_format():
    page = (Path(__file__).parents[2] / "README.md").read_text("utf-8")

    assert [name for name in FORMATS if f"| `{name}` " not in page] == []

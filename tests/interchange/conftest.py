# SPDX-License-Identifier: GPL-3.0-or-later
"""A document to export, in each of the four kinds of text."""

import pytest

from reader.model.annotation import Relation
from reader.model.entity import Entity
from reader.model.ids import EntityId, RelationId, TagId
from tests.builders import NOW, TEXTS
from tests.interchange.contents import DOCUMENT_ID, annotation, content_of


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

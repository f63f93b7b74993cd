# SPDX-License-Identifier: GPL-3.0-or-later
"""What a format says it keeps comes back as it went out, on every text that breaks careless tools."""

from __future__ import annotations

import io

import pytest
from interchange.nasty import TEXTS, content_of

from reader.errors import FormatUnavailable
from reader.interchange import FORMATS, Feature, Options, ReadOptions
from reader.interchange.losses import without_overlaps
from reader.workspace.annotation_plan import tag_key

BOTH_WAYS = [name for name, form in FORMATS.items() if form.is_read and form.is_written]


def sent_and_received(name, contents, tmp_path):
    """The documents read from a file of those written."""
    form = FORMATS[name]
    path = tmp_path / f"file{form.suffix}"
    stream = io.BytesIO()
    try:
        form.write(contents, stream, Options())
        path.write_bytes(stream.getvalue())
        return list(form.read(path, ReadOptions()))
    except FormatUnavailable as error:
        pytest.skip(str(error))


def suited(name, text_name):
    """The content without what the format says it does not keep."""
    keeps = FORMATS[name].keeps
    return content_of(text_name, overlapping={Feature.OVERLAPS, Feature.PARTS, Feature.LINES} <= keeps)


@pytest.mark.parametrize("text_name", TEXTS)
@pytest.mark.parametrize("name", BOTH_WAYS)
def test_every_annotation_covers_the_same_words_when_it_comes_back(name, text_name, tmp_path):
    content = suited(name, text_name)
    (received,) = sent_and_received(name, [content], tmp_path)
    text = received.text if received.text is not None else TEXTS[text_name]

    sent = sorted(each.quote for each in content.annotations())
    assert sorted(text[each.start : each.end] for each in received.annotations) == sent
    assert received.problems == ()


@pytest.mark.parametrize("text_name", TEXTS)
@pytest.mark.parametrize("name", BOTH_WAYS)
def test_positions_and_tags_come_back(name, text_name, tmp_path):
    content = suited(name, text_name)
    (received,) = sent_and_received(name, [content], tmp_path)
    if not received.exact:
        return
    names = content.tag_names("en")

    sent = sorted((each.span.start, each.span.end) for each in content.annotations())
    assert sorted((each.start, each.end) for each in received.annotations) == sent
    allowed = {each.tag_id: {tag_key(each.tag_id), tag_key(names[each.tag_id])} for each in content.annotations()}
    given = {(tag.key, name) for tag in received.tags for name in (tag.key, *(text for _, text in tag.names))}
    by_ends = {(each.span.start, each.span.end, each.tag_id) for each in content.annotations()}
    for each in received.annotations:
        called = {tag_key(name) for name in (each.tag, *(name for key, name in given if key == each.tag))}
        assert any((each.start, each.end, tag_id) in by_ends and called & words for tag_id, words in allowed.items()), (
            each,
            called,
        )


@pytest.mark.parametrize("text_name", TEXTS)
@pytest.mark.parametrize("name", [name for name in BOTH_WAYS if Feature.TEXT in FORMATS[name].keeps])
def test_the_text_comes_back_letter_for_letter(name, text_name, tmp_path):
    (received,) = sent_and_received(name, [suited(name, text_name)], tmp_path)

    assert received.text == TEXTS[text_name]


@pytest.mark.parametrize("text_name", TEXTS)
@pytest.mark.parametrize("name", BOTH_WAYS)
def test_what_is_kept_beside_the_places_comes_back(name, text_name, tmp_path):
    content = suited(name, text_name)
    (received,) = sent_and_received(name, [content], tmp_path)
    keeps = FORMATS[name].keeps
    sent = list(content.annotations())

    if Feature.NOTES in keeps:
        assert sorted(each.note for each in received.annotations) == sorted(each.note for each in sent)
    if Feature.ATTRIBUTES in keeps:
        wanted = {pair for each in sent for pair in each.attributes}
        assert {pair for each in received.annotations for pair in each.attributes} >= wanted
    if Feature.AUTHORS in keeps:
        assert {each.author for each in received.annotations} == {"سلمى"}
    if Feature.TIMES in keeps:
        assert {each.created for each in received.annotations} == {sent[0].created}
    if Feature.ENTITIES in keeps:
        assert sum(bool(each.entity) for each in received.annotations) == 1
    if Feature.METADATA in keeps:
        assert dict(received.metadata) == dict(content.document.metadata)
        assert received.title == content.document.title


@pytest.mark.parametrize("text_name", TEXTS)
@pytest.mark.parametrize("name", [name for name in BOTH_WAYS if Feature.RELATIONS in FORMATS[name].keeps])
def test_relations_join_the_same_words_when_they_come_back(name, text_name, tmp_path):
    content = suited(name, text_name)
    (received,) = sent_and_received(name, [content], tmp_path)
    text = received.text if received.text is not None else TEXTS[text_name]
    quotes = {each.key: text[each.start : each.end] for each in received.annotations}
    sent = {each.id: each.quote for each in content.annotations()}

    assert [(quotes[each.source], quotes[each.target], each.name) for each in received.relations] == [
        (sent[each.source_id], sent[each.target_id], each.name) for each in content.relations()
    ]


@pytest.mark.parametrize("name", [name for name in BOTH_WAYS if FORMATS[name].holds_many])
def test_several_documents_come_back_apart(name, tmp_path):
    contents = [suited(name, "plain"), suited(name, "astral"), suited(name, "mixed")]
    received = sent_and_received(name, contents, tmp_path)

    assert [len(each.annotations) for each in received] == [sum(1 for _ in each.annotations()) for each in contents]


@pytest.mark.parametrize("name", BOTH_WAYS)
def test_overlaps_that_cannot_be_kept_leave_the_longer_one(name, tmp_path):
    if Feature.OVERLAPS in FORMATS[name].keeps:
        return
    content = content_of("plain", overlapping=False)
    first, second, *rest = content.annotations()
    inner = type(first)(**{**_fields(first), "id": "f" * 32})
    made = [first, inner, second, *rest]
    kept = without_overlaps(made)

    (received,) = sent_and_received(
        name, [type(content)(**{**_fields(content), "annotations": lambda: iter(made)})], tmp_path
    )
    assert len(received.annotations) == len(kept) == len(made) - 1


def _fields(record):
    return {name: getattr(record, name) for name in record.__slots__}

# SPDX-License-Identifier: GPL-3.0-or-later
"""Annotated files are read leniently; one of another kind is refused with its name and line."""

import pytest

from reader.errors import GoldUnreadable
from reader.recognisers.gold import Entity, entities_of, read_gold


@pytest.fixture
def gold(tmp_path):
    """``gold(content)``: a file with it, text or bytes."""

    def make(content):
        path = tmp_path / "gold.conll"
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    return make


SCHEMES = {
    "IOB2": "B-PER I-PER O B-LOC B-LOC",
    "IOB without beginnings": "I-PER I-PER O I-LOC B-LOC",
    "BIOES": "B-PER E-PER O S-LOC S-LOC",
    "BILOU": "B-PER L-PER O U-LOC U-LOC",
}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_scheme_says_the_same(gold, scheme):
    rows = zip(["محمود", "درويش", "في", "باكو", "تلمسان"], SCHEMES[scheme].split(), strict=True)
    (document,) = read_gold(gold("\n".join("\t".join(row) for row in rows)))
    assert document.entities() == [Entity(0, 2, "PER"), Entity(3, 4, "LOC"), Entity(4, 5, "LOC")]


def test_inside_of_another_kind_begins_a_name():
    assert entities_of(["B-PER", "I-LOC", "I-LOC", "O", "I-ORG"]) == [
        Entity(0, 1, "PER"),
        Entity(1, 3, "LOC"),
        Entity(4, 5, "ORG"),
    ]


def test_name_does_not_go_on_in_the_next_sentence(gold):
    (document,) = read_gold(gold("محمود\tB-PER\n\nدرويش\tI-PER\n"))
    assert document.entities() == [Entity(0, 1, "PER"), Entity(1, 2, "PER")]
    assert document.text == "محمود\nدرويش"


FORMS = {
    "tabs": "باكو\tNN\tB-LOC\n",
    "spaces": "باكو  NN   B-LOC\n",
    "carriage returns": "باكو\tB-LOC\r\n\r\n",
    "byte order mark": "\ufeffباكو B-LOC\n",
    "remark": "# source: us\n# باكو B-LOC of nothing \nباكو B-LOC\n",
    "document start": "-DOCSTART- -X- O O\n\nباكو B-LOC\n",
    "no last line feed": "باكو B-LOC",
    "empty lines": "\n\n\n  \nباكو B-LOC\n\n\n\n",
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_columns_is_read(gold, form):
    (document,) = read_gold(gold(FORMS[form]))
    assert document.tokens == ["باكو"]
    assert document.entities() == [Entity(0, 1, "LOC")]


def test_sign_that_begins_remarks_can_be_a_token(gold):
    (document,) = read_gold(gold("#\tO\nباكو\tB-LOC\n"))
    assert document.tokens == ["#", "باكو"]


def test_empty_token_keeps_its_place(gold):
    (document,) = read_gold(gold("في\tO\n\tO\nباكو\tB-LOC\n"))
    assert document.tokens == ["في", "", "باكو"]
    assert document.text[slice(*document.spans()[2])] == "باكو"


def test_documents_begin_where_the_file_says(gold):
    documents = read_gold(gold("أ O\n\n-DOCSTART- O\n\nب O\n\nت O\n"))
    assert [document.tokens for document in documents] == [["أ"], ["ب", "ت"]]


def test_documents_have_so_many_sentences_where_it_does_not(gold):
    documents = read_gold(gold("أ O\n\n" * 5), 2)
    assert [len(document.sentences) for document in documents] == [2, 2, 1]


@pytest.mark.parametrize("token", ["بَاكُو", "WTDC-25", "😀𞸀", "ا" * 5000])
def test_offsets_are_code_points_of_the_joined_text(gold, token):
    (document,) = read_gold(gold(f"في O\n{token} B-LOC\nأمس O\n"))
    assert [document.text[start:end] for start, end in document.spans()] == ["في", token, "أمس"]


BROKEN = {
    "one column": ("باكو B-LOC\nقال\n", "line 2"),
    "no tag": ("باكو LOC\n", "line 1"),
    "wrong scheme": ("في O\n\nباكو X-LOC\n", "line 3"),
    "numbers": ("باكو 17\n", "line 1"),
    "running text": ("وصل الوزير إلى باكو أمس\n", "line 1"),
    "not UTF-8": ("في O\n".encode() + "باكو B-LOC\n".encode("cp1256"), "line 2"),
    "empty": ("", "no tokens"),
    "only remarks": ("# nothing\n", "no tokens"),
    "other classes": ("باكو B-GPE\n", "GPE"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_what_is_no_such_file_is_named_with_its_line(gold, kind):
    content, told = BROKEN[kind]
    path = gold(content)
    with pytest.raises(GoldUnreadable) as caught:
        read_gold(path)
    assert str(path) in str(caught.value)
    assert told in str(caught.value)


def test_missing_file_is_named(tmp_path):
    with pytest.raises(GoldUnreadable, match=r"nowhere\.conll"):
        read_gold(tmp_path / "nowhere.conll")


def test_folder_is_named(tmp_path):
    with pytest.raises(GoldUnreadable, match=str(tmp_path)):
        read_gold(tmp_path)

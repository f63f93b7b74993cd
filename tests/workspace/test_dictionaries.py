# SPDX-License-Identifier: GPL-3.0-or-later
"""The shelf of dictionaries: imports whole or not at all, order and switches, and what is said of a word."""

import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from dictionary_files import SMALL, write_dsl, write_stardict, write_yomitan, yomitan_row
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import (
    Cancelled,
    DictionaryDamaged,
    DictionaryKnown,
    DictionaryUnreadable,
    FileUnwritable,
    ReaderError,
    UnknownDictionary,
)
from reader.model.dictionary import LONGEST_HEADWORD, Match
from reader.store.dictionary_file import DictionaryFile
from reader.text.headwords import headword_keys
from reader.workspace.dictionaries import Shelf, open_dictionaries
from reader.workspace.dictionary_import import import_dictionary, plan_dictionary


@pytest.fixture
def shelf(tmp_path):
    return Shelf(folder=tmp_path / "shelf")


@pytest.fixture
def taken(tmp_path, shelf):
    """Takes a StarDict dictionary of these entries in."""

    def take(entries=SMALL, name="small", **more):
        return import_dictionary(shelf.folder, write_stardict(tmp_path / name, entries, name=name, **more))

    return take


@pytest.fixture
def said(shelf):
    """What is said of words: headword, how it fits, article."""

    def ask(*words):
        with closing(open_dictionaries(shelf.folder)) as opened:
            return [(each.headword, each.match, each.text) for each in opened.entries_of(words)]

    return ask


def names(folder):
    return sorted(each.name for each in folder.iterdir()) if folder.exists() else []


def test_import_tells_what_it_made(taken, tmp_path):
    about = taken(synonyms=[("سفر", 0)])
    assert (about.title, about.format, about.entries, about.articles) == ("The small one", "StarDict", 6, 5)
    assert about.source == str(tmp_path / "small" / "small.ifo")
    assert about.skipped == ()


def test_words_are_found_with_other_marks_and_hamzas(taken, said):
    taken([("كِتَاب", "book"), ("أَسْئِلة", "questions")])
    assert said("كتاب") == [("كِتَاب", Match.SPELLING, "book")]
    assert said("كِتَاب") == [("كِتَاب", Match.EXACT, "book")]
    assert said("كـــتاب") == [("كِتَاب", Match.SPELLING, "book")]
    assert said("اسئله") == [("أَسْئِلة", Match.FOLDED, "questions")]


@pytest.mark.parametrize("word", ["لغة", "اللغة", "واللغة", "للغة", "باللغة", "لغته"])
def test_article_and_clitics_do_not_hide_a_headword(taken, said, word):
    taken([("اللغة", "language")])
    assert [headword for headword, _, _ in said(word)] == ["اللغة"]


def test_word_that_stands_in_the_dictionary_is_not_taken_apart(taken, said):
    taken([("كتاب", "book"), ("تاب", "repented")])
    assert [headword for headword, _, _ in said("كتاب")] == ["كتاب"]


def test_of_stems_the_longest_comes_first(taken, said):
    taken([("تاب", "repented"), ("كتاب", "book")])
    assert [headword for headword, _, _ in said("وكتابه")] == ["كتاب", "تاب"]


@pytest.mark.parametrize(
    ("asked", "headword"), [("BOOK", "Book"), ("𞸀𞸁", "𞸀𞸁"), ("كرة القدم", "كُرة القدم"), ("«كتاب»،", "كتاب")]
)
def test_other_scripts_phrases_and_signs_around_a_word(taken, said, asked, headword):
    taken([("Book", "x"), ("𞸀𞸁", "x"), ("كُرة القدم", "x"), ("كتاب", "x")])
    assert [each for each, _, _ in said(asked)] == [headword]


@pytest.mark.parametrize(
    ("asked", "first"),
    [("عِلْمٌ", "عِلْم"), ("عَلَمٌ", "عَلَم"), ("عَلَّمَ", "عَلَّمَ"), ("إنّ", "إن"), ("أن", "أن"), ("علم", "عِلْم")],
)
def test_vowels_and_hamzas_that_are_written_decide_which_headword_comes_first(taken, said, asked, first):
    taken([("عِلْم", "x"), ("عَلَم", "x"), ("عَلَّمَ", "x"), ("أن", "x"), ("إن", "x")])
    assert said(asked)[0][0] == first


def test_first_word_asked_for_comes_first_and_no_article_twice(taken, said):
    taken([("كتب", "wrote"), ("كاتب", "writer")])
    assert [each for each, _, _ in said("كاتب", "كتب", "كَاتِب")] == ["كاتب", "كتب"]


def test_dictionaries_answer_in_the_users_order(taken, shelf):
    first, second = taken([("كتاب", "one")], "one"), taken([("كتاب", "two")], "two")
    shelf.order([second.id, first.id])
    with closing(open_dictionaries(shelf.folder)) as opened:
        assert [each.source for each in opened.entries_of(["كتاب"])] == ["The two one", "The one one"]


def test_dictionary_that_is_off_is_not_asked_and_keeps_its_place(taken, shelf, said):
    first, second = taken([("كتاب", "one")], "one"), taken([("كتاب", "two")], "two")
    shelf.switch(first.id, is_on=False)
    assert [text for _, _, text in said("كتاب")] == ["two"]
    shelf.switch(first.id, is_on=True)
    assert [each.id for each in shelf.all()[0]] == [first.id, second.id]


def test_removed_dictionary_is_gone_and_its_source_is_not(taken, shelf, tmp_path):
    about = taken()
    shelf.remove(about.id)
    assert shelf.all() == ([], [])
    assert names(shelf.folder) == ["shelf.json"]
    assert (tmp_path / "small" / "small.ifo").exists()


def test_same_dictionary_again_is_told_before_anything_is_written(taken, shelf, tmp_path):
    taken()
    before = names(shelf.folder)
    again = write_stardict(tmp_path / "elsewhere", packed=True)
    assert plan_dictionary(shelf.folder, again).same == "The small one"
    with pytest.raises(DictionaryKnown, match="The small one"):
        import_dictionary(shelf.folder, again)
    assert names(shelf.folder) == before


def test_other_dictionary_of_the_same_name_is_told(taken, shelf, tmp_path):
    taken()
    plan = plan_dictionary(shelf.folder, write_stardict(tmp_path / "other", [("كتاب", "x")]))
    assert (plan.same, plan.alike) == ("", ("The small one",))


@pytest.mark.parametrize("name", ["", "none", "The"])
def test_name_of_none_or_of_several_is_refused(taken, shelf, name):
    taken([("كتاب", "one")], "one")
    taken([("كتاب", "two")], "two")
    with pytest.raises(UnknownDictionary):
        shelf.named(name)


def test_dictionary_is_named_by_title_id_and_their_beginnings(taken, shelf):
    about = taken()
    for name in ("The small one", "the SMALL one", "small", about.id, about.id[:6]):
        assert shelf.named(name).id == about.id


def test_damaged_file_on_the_shelf_is_told_and_the_others_work(taken, shelf):
    taken([("كتاب", "one")], "one")
    broken = taken([("كتاب", "two")], "two")
    shelf.path_of(broken.id).write_bytes(b"SQLite format 3\0" + bytes(200))
    with closing(open_dictionaries(shelf.folder)) as opened:
        assert [each.source for each in opened.entries_of(["كتاب"])] == ["The one one"]
        assert [type(each) for each in opened.problems] == [DictionaryDamaged]


@pytest.mark.parametrize("told", ["", "{", "[]", '{"order": 1, "off": 2}'])
def test_damaged_list_costs_the_order_and_no_dictionary(taken, shelf, told):
    taken()
    (shelf.folder / "shelf.json").write_text(told, "utf-8")
    assert len(shelf.all()[0]) == 1


def test_file_of_another_form_is_told(shelf, tmp_path):
    shelf.folder.mkdir()
    other = shelf.folder / "a.dictionary"
    other.write_bytes(b"")
    with pytest.raises(DictionaryDamaged):
        DictionaryFile.open(other)


@pytest.mark.parametrize(
    "entries", [[], [("كتاب", " ")], [("ــ", "x"), ("  ", "y")], [("ك" * (LONGEST_HEADWORD + 1), "x")]]
)
def test_dictionary_without_a_usable_entry_is_refused_and_leaves_nothing(shelf, tmp_path, entries):
    with pytest.raises(DictionaryUnreadable, match="no entry"):
        import_dictionary(shelf.folder, write_stardict(tmp_path / "small", entries))
    assert names(shelf.folder) == []


def test_what_is_left_out_is_counted_with_its_reason(taken):
    about = taken([("كتاب", "book"), ("فارغ", ""), ("ك" * (LONGEST_HEADWORD + 1), "x"), ("ــ", "x")])
    assert {each.reason: each.count for each in about.skipped} == {"empty": 1, "long-headword": 1, "no-headword": 1}
    assert about.entries == 1


def test_damage_in_the_middle_leaves_nothing(shelf, tmp_path):
    path = write_stardict(tmp_path / "small", [(f"كلمة{number}", "x") for number in range(5000)])
    path.with_suffix(".dict").write_bytes(b"x" * 4990)
    with pytest.raises(DictionaryUnreadable, match="entry 4991"):
        import_dictionary(shelf.folder, path)
    assert names(shelf.folder) == []


def test_cancelling_leaves_nothing(shelf, tmp_path):
    path = write_stardict(tmp_path / "small", [(f"كلمة{number}", "x") for number in range(5000)], packed=True)
    asked = iter([False] * 6 + [True] * 1000)
    with pytest.raises(Cancelled):
        import_dictionary(shelf.folder, path, cancelled=lambda: next(asked))
    assert names(shelf.folder) == []


def test_progress_goes_up_to_the_end(shelf, tmp_path):
    told = []
    path = write_stardict(tmp_path / "small", [(f"كلمة{number}", "x") for number in range(5000)])
    import_dictionary(shelf.folder, path, progress=lambda done, total: told.append(done / total))
    assert told == sorted(told)
    assert told[-1] > 0.8


def test_what_a_killed_process_unpacked_is_cleared(taken, shelf):
    left = shelf.folder / ".unpacked-999999999-abc"
    left.mkdir(parents=True)
    (left / "x.dict").write_bytes(b"x")
    taken()
    assert not left.exists()


def test_killed_import_leaves_no_dictionary_and_the_next_one_clears_up(taken, shelf, tmp_path):
    many = [(f"كلمة{number}", "<b>x</b> " * 20) for number in range(100_000)]
    path = write_stardict(tmp_path / "many", many, name="many", types="h", packed=True)
    code = (
        "import sys; from pathlib import Path; from reader.workspace.dictionary_import import import_dictionary as i; "
    )
    code += "i(Path(sys.argv[1]), Path(sys.argv[2]), progress=lambda done, total: print(done, flush=True))"
    process = subprocess.Popen([sys.executable, "-c", code, str(shelf.folder), str(path)], stdout=subprocess.PIPE)
    for _ in range(5):
        assert process.stdout.readline()
    process.kill()
    process.communicate()
    assert shelf.all() == ([], [])
    assert len(names(shelf.folder)) == 2
    about = taken()
    assert names(shelf.folder) == [shelf.path_of(about.id).name]


def test_shelf_is_read_while_an_import_is_under_way(taken, shelf, tmp_path, said):
    taken()
    path = write_stardict(tmp_path / "many", [(f"كلمة{number}", "x") for number in range(60_000)], name="many")
    thread = threading.Thread(target=import_dictionary, args=(shelf.folder, path))
    thread.start()
    answers = 0
    while thread.is_alive():
        assert said("كتاب")
        answers += 1
    thread.join()
    assert answers > 5


def test_kinds_and_depths_of_lines_survive(shelf, tmp_path):
    row = yomitan_row(
        "كتاب", {"type": "structured-content", "content": {"tag": "ul", "content": {"tag": "li", "content": "x"}}}
    )
    import_dictionary(shelf.folder, write_yomitan(tmp_path / "a.zip", [row]))
    with closing(open_dictionaries(shelf.folder)) as opened:
        (entry,) = opened.entries_of(["كتاب"])
    assert [(line.text, line.depth) for line in entry.lines] == [("• x", 1)]


def test_library_file_is_not_touched(shelf, tmp_path):
    import_dictionary(shelf.folder, write_dsl(tmp_path / "a.dsl", "كتاب\n book\n"))
    assert [each.suffix for each in shelf.folder.iterdir()] == [".dictionary"]


def test_halves_of_characters_are_shown_as_broken_and_break_nothing(shelf, tmp_path, said):
    path = write_yomitan(tmp_path / "a.zip", [["كتاب\ud800", "", "", "", 0, ["book\udc00"], 0, ""]])
    import_dictionary(shelf.folder, path)
    assert said("كتاب") == [("كتاب\ufffd", Match.FOLDED, "book\ufffd")]
    assert said("كتاب\udcff") == []


def test_shelf_that_cannot_be_is_told(tmp_path):
    (tmp_path / "shelf").write_text("a file", "utf-8")
    with pytest.raises(FileUnwritable, match="shelf"):
        import_dictionary(tmp_path / "shelf", write_stardict(tmp_path / "small"))
    with pytest.raises(FileUnwritable, match="shelf"):
        import_dictionary(tmp_path / "shelf", write_stardict(tmp_path / "packed", packed=True))


WORDS = st.text(min_size=1, max_size=20)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(WORDS.filter(lambda word: "\0" not in word), st.text(max_size=40)), min_size=1, max_size=20))
def test_every_headword_that_was_taken_in_is_found_by_itself(tmp_path_factory, entries):
    folder = tmp_path_factory.mktemp("fuzz")
    try:
        import_dictionary(folder / "shelf", write_stardict(folder, entries))
    except DictionaryUnreadable:
        assert not any(headword_keys(word.strip()) and text.isascii() and text.isalnum() for word, text in entries)
        return
    with closing(DictionaryFile.open(next((folder / "shelf").glob("*.dictionary")))) as file:
        present = file.headwords("", 100)
    with closing(open_dictionaries(folder / "shelf")) as opened:
        assert [word for word in present if word not in {e.headword for e in opened.entries_of([word], 1000)}] == []


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_damaged_bytes_are_read_or_told_and_leave_nothing_half(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("fuzz")
    path = write_stardict(folder, synonyms=[("سفر", 0)], packed=data.draw(st.booleans()))
    victim = data.draw(st.sampled_from(sorted(folder.iterdir())))
    content = bytearray(victim.read_bytes())
    place = data.draw(st.integers(0, len(content) - 1))
    content[place : place + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=9))
    victim.write_bytes(content)
    shelf = Shelf(folder=folder / "shelf")
    try:
        import_dictionary(shelf.folder, path)
    except ReaderError:
        assert names(shelf.folder) == []
    else:
        assert len(shelf.all()[0]) == len(names(shelf.folder)) == 1


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["a.dsl", "a.zip", "a.index", "a.ifo", "a.tar.gz", "a.dsl.dz"]))
def test_any_bytes_under_any_name_are_refused_in_words(tmp_path_factory, content, name):
    folder = tmp_path_factory.mktemp("fuzz")
    path = Path(folder) / name
    path.write_bytes(content)
    with pytest.raises(ReaderError, match=r"a\."):
        import_dictionary(folder / "shelf", path)
    assert names(folder / "shelf") == []

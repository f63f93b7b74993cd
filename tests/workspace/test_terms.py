# SPDX-License-Identifier: GPL-3.0-or-later
"""Term bases are edited like everything else: one step each, undone and kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.errors import EditConflict
from reader.store import Library
from reader.workspace import Workspace, terms

TEXT = "قال الوزير إن الشبكات في باكو.\n"


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.hashiya") as opened:
        yield opened


@pytest.fixture
def workspace(library):
    return Workspace(library, "سلمى")


@pytest.fixture
def base(workspace, library):
    workspace.edit(terms.add_base(library, "مصطلحات الاتصالات"))
    return library.terms.bases()[0]


def add(workspace, base, *sources, **fields):
    made = [terms.new_term(base.id, source, workspace.author, **fields) for source in sources]
    changes = workspace.edit(terms.add_terms(made))
    assert changes.terms
    return made


def test_term_keeps_every_field(workspace, library, base):
    (term,) = add(
        workspace,
        base,
        "شبكة",
        variants=("شبكات",),
        targets=("network", "net"),
        forbidden=("web",),
        domain="اتصالات",
        definition="تعريف 😀",
        note="ملاحظة",
        example="في الشَّبَكة",
        example_source="wtdc-25.txt",
    )
    assert library.terms.find([term.id]) == [term]


def test_terms_are_found_in_a_text(workspace, library, base):
    add(workspace, base, "وزير", "شبكة")
    found = terms.terms_of(library).find(TEXT)
    assert [TEXT[each.span.start : each.span.end] for each in found] == ["الوزير", "الشبكات"]


def test_base_that_is_off_finds_nothing(workspace, library, base):
    add(workspace, base, "وزير")
    workspace.edit(terms.change_base(base, replace(base, is_on=False)))
    assert terms.terms_of(library).find(TEXT) == []


def test_the_base_that_comes_first_is_named_first(workspace, library, base):
    workspace.edit(terms.add_base(library, "أخرى"))
    other = library.terms.bases()[1]
    (later,) = add(workspace, base, "وزير")
    (sooner,) = add(workspace, other, "وزير")
    workspace.edit(terms.order_bases(library, [other.id, base.id]))
    assert [each.term_id for each in terms.terms_of(library).find(TEXT)] == [sooner.id, later.id]


def test_dismissed_match_stays_away_until_that_is_undone(workspace, library, base):
    (term,) = add(workspace, base, "وزير")
    workspace.edit(terms.dismiss(library, term.id, "الوزير", "سلمى"))
    assert terms.terms_of(library).find(TEXT) == []
    assert not terms.dismiss(library, term.id, "وزيرُ", "سلمى").changes
    workspace.undo()
    assert len(terms.terms_of(library).find(TEXT)) == 1


def test_base_goes_with_all_that_is_in_it_and_comes_back(workspace, library, base):
    (term,) = add(workspace, base, "وزير")
    workspace.edit(terms.dismiss(library, term.id, "الوزير", "سلمى"))
    workspace.edit(terms.remove_base(library, base.id))
    assert library.terms.bases() == []
    workspace.undo()
    assert (library.terms.bases(), library.terms.find([term.id])) == ([base], [term])
    assert library.terms.dismissed() == {(term.id, "وزير")}


def test_change_on_what_was_changed_since_is_refused(workspace, library, base):
    (term,) = add(workspace, base, "وزير")
    workspace.edit(terms.change_term(term, replace(term, note="one")))
    with pytest.raises(EditConflict):
        workspace.edit(terms.change_term(term, replace(term, note="two")))


@pytest.mark.parametrize("phrase", ["شبك", "الشبكة", "NETWORK", "شَبَكة"])
def test_term_is_looked_up_by_any_spelling_or_target(workspace, library, base, phrase):
    add(workspace, base, "وزير", targets=("minister",))
    (network,) = add(workspace, base, "شبكة", targets=("network",))
    assert library.terms.page(base.id, phrase, None, 10) == [network]


def test_signs_of_patterns_stand_for_themselves(workspace, library, base):
    add(workspace, base, "شبكة", targets=("100 per cent",))
    assert library.terms.page(base.id, "%", None, 10) == []


def test_long_list_comes_in_pages(workspace, library, base):
    made = add(workspace, base, *(f"كلمة{number:03}" for number in range(25)))
    first = library.terms.page(base.id, "", None, 10)
    second = library.terms.page(base.id, "", (first[-1].source, first[-1].id), 20)
    assert [term.source for term in (*first, *second)] == [term.source for term in made]


def test_entry_of_the_same_spelling_is_found_before_another_is_made(workspace, library, base):
    (term,) = add(workspace, base, "الجيل الخامس", variants=("5G",))
    assert library.terms.with_spelling("جيلُ خامس") == [term]
    assert library.terms.with_spelling("5g") == [term]
    assert library.terms.with_spelling("الجيل") == []


def test_terms_outlive_a_restart(workspace, library, base):
    (term,) = add(workspace, base, "وزير")
    with Library.open(library.path) as again:
        assert again.terms.find([term.id]) == [term]
        assert again.check().is_whole

# SPDX-License-Identifier: GPL-3.0-or-later
"""Learning from a real library: what is tagged and refused changes what is suggested, whatever happens in between."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reader.model.ids import TagId
from reader.model.outcome import Outcome
from reader.model.suggestion import Verdict
from reader.recognisers.learning.forms import form_key
from reader.store import Library
from reader.text.spans import Span
from reader.workspace import deciding, edits, learning
from reader.workspace.learned_models import OWN, own_model
from reader.workspace.recognising import recognise_document
from reader.workspace.refreshing import learn, refresh

ARTICLES = {
    "plain": "زار الوزير مدينة بحمدون يوم الاثنين.\nوعاد من بحمدون.\nثم قال إن بحمدون جميلة وإن صوفر قريبة.",
    "vocalised": "زَارَ الوَزِيرُ مَدِينَةَ بحمدون يَوْمَ الاثْنَيْنِ.\nوَعَادَ مِنْ بَحْمَدُونَ.\nثُمَّ قَالَ إِنَّ بحمدون جَمِيلَةٌ وَإِنَّ صوفر قَرِيبَةٌ.",
    "mixed": "زار WTDC-25 مدينة بحمدون (Bhamdoun).\nوعاد من بحمدون 5G.\nثم قال ITU إن بحمدون جميلة وإن صوفر قريبة.",
    "astral": "😀 زار 𞸀 مدينة بحمدون 𞸁𞸂.\nوعاد 👩‍🚀 من بحمدون.\nثم قال إن بحمدون جميلة وإن صوفر قريبة 𞸀.",
}  # fmt: skip
AUTHOR = "سلمى"


def never():
    return False


@pytest.fixture
def any_text(request):
    return ARTICLES[request.param]


def pytest_generate_tests(metafunc):
    if "any_text" in metafunc.fixturenames:
        metafunc.parametrize("any_text", list(ARTICLES), indirect=True)


@pytest.fixture
def recognised(library, path, document):
    recognise_document(path, document.id, lambda *_: None, never)
    return document


def spans_of(library, document, phrase):
    text = library.texts.open(document.id)
    content = text.slice(0, text.length)
    found, start = [], content.find(phrase)
    while start >= 0:
        found.append(Span(start, start + len(phrase)))
        start = content.find(phrase, start + 1)
    return found


def tag(workspace, document, spans, tag_id="place"):
    text = workspace.library.texts.open(document.id)
    workspace.edit(edits.tag_spans(text, document.id, spans, TagId(tag_id), AUTHOR))


def open_in(library, document):
    return library.suggestions.open_overlapping(document.id, Span(0, document.length))


def quotes(library, document, tag_id="place"):
    return [each.quote for each in open_in(library, document) if each.tag_id == tag_id]


def outcomes(library, document):
    found = library.learning.outcomes_over(document.id, Span(0, document.length))
    return {(each.span, each.tag_id): each.outcome for each in found}


def forms(library):
    """What is known of forms, but for how often they were passed over."""
    return {form: replace(count, left=0) for form, count in own_model(library).model.memory.items()}


def count(library, form, tag_id="place"):
    return own_model(library).model.memory.count(form_key(form), TagId(tag_id))


def test_what_was_tagged_once_is_suggested_wherever_it_stands(workspace, path, recognised):
    library = workspace.library
    here = spans_of(library, recognised, "صوفر")
    tag(workspace, recognised, here, "event")
    other = library.texts.add("وصلوا إلى صوفر وقالوا إن وصوفر 😀 صَوفَر بعيدة", title="آخر")
    learn(path)
    recognise_document(path, other.id, lambda *_: None, never)

    assert quotes(library, other, "event") == ["صوفر", "صوفر", "صَوفَر"]


def test_the_open_document_is_brought_up_to_date_in_place(workspace, path, recognised):
    library = workspace.library
    first, *others = spans_of(library, recognised, "بحمدون")
    tag(workspace, recognised, [first], "work")

    result = learn(path, recognised.id, Span(0, 1))

    assert result.has_changed
    assert set(others) <= {each.span for each in open_in(library, recognised) if each.tag_id == "work"}


def test_a_rejected_form_does_not_come_back_anywhere(workspace, path, library):
    first = library.texts.add("زار مدينة القاهرة أمس.", title="أول")
    second = library.texts.add("عاد من مدينة القاهرة وقال إن القاهرة كبيرة.", title="ثان")
    for document in (first, second):
        recognise_document(path, document.id, lambda *_: None, never)
    given = [each for each in open_in(library, first) if each.quote == "القاهرة"]
    assert given
    assert "القاهرة" in quotes(library, second)
    workspace.edit(edits.reject_suggestions(first.id, given, AUTHOR))
    learn(path, second.id, Span(0, 1))

    assert "القاهرة" not in quotes(library, second)
    assert count(library, "القاهرة").is_refused


def test_a_form_rejected_here_and_accepted_there_is_suggested_again(workspace, path, library):
    first = library.texts.add("زار مدينة القاهرة أمس وعاد إلى القاهرة غدا.", title="أول")
    recognise_document(path, first.id, lambda *_: None, never)
    given = [each for each in open_in(library, first) if each.quote == "القاهرة"]
    text = library.texts.open(first.id)
    workspace.edit(edits.reject_suggestions(first.id, given[:1], AUTHOR))
    workspace.edit(edits.accept_suggestions(text, first.id, given[1:2], AUTHOR))
    second = library.texts.add("عاد من مدينة القاهرة.", title="ثان")
    learn(path)
    recognise_document(path, second.id, lambda *_: None, never)

    assert quotes(library, second) == ["القاهرة"]


def test_decided_suggestions_never_come_back_however_much_is_learned(workspace, path, recognised):
    library = workspace.library
    given = open_in(library, recognised)
    text = library.texts.open(recognised.id)
    workspace.edit(edits.accept_suggestions(text, recognised.id, given[::2], AUTHOR))
    workspace.edit(edits.reject_suggestions(recognised.id, given[1::2], AUTHOR))
    decisions = library.decisions.of_document(recognised.id)

    for _ in range(3):
        learn(path, recognised.id, Span(0, 1))
        refresh(library, recognised.id, Span(0, 1), never)

    places = {(each.span, each.tag_id) for each in given}
    assert places.isdisjoint((each.span, each.tag_id) for each in open_in(library, recognised))
    assert library.decisions.of_document(recognised.id) == decisions


def test_other_edges_of_what_was_tagged_are_not_suggested(workspace, path, library):
    document = library.texts.add("زار مدينة القاهرة الكبرى أمس.", title="أول")
    recognise_document(path, document.id, lambda *_: None, never)
    wider = spans_of(library, document, "القاهرة الكبرى")
    tag(workspace, document, wider)
    learn(path, document.id, Span(0, 1))

    assert not [each for each in open_in(library, document) if each.tag_id == "place" and each.span.overlaps(wider[0])]


def test_annotations_and_decisions_are_never_touched(workspace, path, recognised):
    library = workspace.library
    tag(workspace, recognised, spans_of(library, recognised, "بحمدون"))
    before = library.annotations.page_after(recognised.id, None, 100)
    history = library.history.entries()

    learn(path, recognised.id, Span(0, 1))

    assert library.annotations.page_after(recognised.id, None, 100) == before
    assert library.history.entries() == history


def test_learning_twice_learns_nothing_new(workspace, path, recognised):
    library = workspace.library
    tag(workspace, recognised, spans_of(library, recognised, "بحمدون"))
    first = learn(path)
    content = library.learning.model(OWN).content

    second = learn(path)

    assert (first.has_changed, second.has_changed) == (True, False)
    assert library.learning.model(OWN).content == content


def test_what_is_undone_is_unlearned_and_what_is_redone_learned_again(workspace, path, recognised):
    library = workspace.library
    spans = spans_of(library, recognised, "بحمدون")
    tag(workspace, recognised, spans)
    learn(path)
    assert count(library, "بحمدون").tagged == len(spans)

    workspace.undo()
    learn(path)
    assert count(library, "بحمدون").weight == 0
    assert outcomes(library, recognised) == {}

    workspace.redo()
    learn(path)
    assert count(library, "بحمدون").tagged == len(spans)


@pytest.mark.parametrize("between", [True, False])
def test_counts_are_true_after_any_order_of_undoing(workspace, path, library, between):
    document = library.texts.add("بحمدون صوفر عاليه بحمدون صوفر عاليه بحمدون", title="أول")
    recognise_document(path, document.id, lambda *_: None, never)
    steps = ["tag", "tag", "undo", "undo", "redo", "tag", "undo", "tag", "undo", "redo", "redo", "tag"]
    for number, step in enumerate(steps):
        if step == "tag":
            kind = ["place", "event", "work"][number % 3]
            tag(workspace, document, [spans_of(library, document, "بحمدون")[number % 3]], kind)
        else:
            getattr(workspace, step)()
        if between or number % 3 == 2:
            learn(path)
    learn(path)
    learned = forms(library)

    learning.rebuild(path)

    assert forms(library) == learned


def test_learning_anew_gives_the_same_memory(workspace, path, recognised):
    library = workspace.library
    given = open_in(library, recognised)
    text = library.texts.open(recognised.id)
    tag(workspace, recognised, spans_of(library, recognised, "بحمدون")[:2])
    learn(path)
    workspace.edit(edits.accept_suggestions(text, recognised.id, given[::2], AUTHOR))
    learn(path)
    workspace.edit(edits.reject_suggestions(recognised.id, given[1::2], AUTHOR))
    learn(path)
    learned, kept = forms(library), outcomes(library, recognised)

    learning.rebuild(path)

    assert forms(library) == learned
    assert outcomes(library, recognised) == kept


def test_outcomes_are_what_the_user_did(workspace, path, library):
    document = library.texts.add("زار محمد علي مدينة القاهرة ومدينة دمشق وبلدة صوفر ومدينة بيروت.", title="أول")
    recognise_document(path, document.id, lambda *_: None, never)
    by_quote = {each.quote: each for each in open_in(library, document)}
    text = library.texts.open(document.id)
    cairo, damascus, beirut = by_quote["القاهرة"], by_quote["دمشق"], by_quote["بيروت"]
    workspace.edit(edits.accept_suggestions(text, document.id, [cairo], AUTHOR))
    workspace.edit(edits.reject_suggestions(document.id, [damascus], AUTHOR))
    wider = spans_of(library, document, "مدينة بيروت")[0]
    workspace.edit(
        deciding.accept_corrected(library, text, document.id, beirut, AUTHOR, span=wider, tag_id=TagId("place"))
    )
    missed = spans_of(library, document, "زار")[0]
    tag(workspace, document, [missed], "event")

    learn(path)

    assert outcomes(library, document) == {
        (cairo.span, "place"): Outcome.ACCEPTED,
        (damascus.span, "place"): Outcome.REJECTED,
        (beirut.span, "place"): Outcome.CORRECTED,
        (missed, "event"): Outcome.MISSED,
    }
    assert count(library, "دمشق").is_refused
    assert not count(library, "بيروت").is_refused


def test_another_tag_on_a_suggestion_refuses_the_first_and_learns_the_second(workspace, path, library):
    document = library.texts.add("زار مدينة القاهرة أمس.", title="أول")
    recognise_document(path, document.id, lambda *_: None, never)
    given = next(each for each in open_in(library, document) if each.quote == "القاهرة")
    text = library.texts.open(document.id)
    workspace.edit(
        deciding.accept_corrected(
            library, text, document.id, given, AUTHOR, span=given.span, tag_id=TagId("organisation")
        )
    )
    learn(path)

    assert outcomes(library, document) == {(given.span, "place"): Outcome.RETAGGED}
    assert count(library, "القاهرة").is_refused
    assert count(library, "القاهرة", "organisation").tagged == 1


def test_a_damaged_model_is_learned_anew_and_that_is_logged(workspace, path, recognised, caplog):
    library = workspace.library
    tag(workspace, recognised, spans_of(library, recognised, "بحمدون"))
    learn(path)
    good = forms(library)
    content = library.learning.model(OWN).content
    with library.transaction():
        library.learning.put_model(OWN, library.learning.version_of(OWN), content[:-9] + b"x" * 9)
    caplog.clear()

    learn(path)

    assert forms(library) == good
    assert "learned anew" in caplog.text


@pytest.mark.parametrize(
    "content",
    [b"", b"nonsense", b"\x00" * 4000, b"hashiya-learned 1\n" + b"\xff" * 60],
    ids=["empty", "nonsense", "zeros", "broken"],
)
def test_any_bytes_in_place_of_the_model_do_no_harm(workspace, path, recognised, content):
    library = workspace.library
    tag(workspace, recognised, spans_of(library, recognised, "بحمدون"))
    learn(path)
    for name in library.learning.model_names():
        with library.transaction():
            library.learning.put_model(name, library.learning.version_of(name), content)

    assert recognise_document(path, recognised.id, lambda *_: None, never) >= 0
    learn(path)

    assert count(library, "بحمدون").tagged == len(spans_of(library, recognised, "بحمدون"))


def test_resetting_forgets_what_was_learned_and_nothing_else(workspace, path, recognised):
    library = workspace.library
    spans = spans_of(library, recognised, "بحمدون")
    tag(workspace, recognised, spans[:1])
    learn(path)
    learning.reset(library)
    learn(path)
    assert own_model(library).model.is_empty
    assert library.learning.scores_by_tag() == {}

    tag(workspace, recognised, spans[1:2])
    learn(path)

    assert count(library, "بحمدون").tagged == 1
    assert library.annotations.count(recognised.id) == 2


def test_a_form_that_was_removed_from_the_memory_stays_away_until_tagged_again(workspace, path, recognised):
    library = workspace.library
    spans = spans_of(library, recognised, "بحمدون")
    tag(workspace, recognised, spans[:1], "work")
    learn(path)
    learning.forget_form(library, form_key("بحمدون"), TagId("work"))
    learning.rebuild(path)
    assert count(library, "بحمدون", "work").weight == 0

    tag(workspace, recognised, spans[1:2], "work")
    learn(path)

    assert count(library, "بحمدون", "work").tagged == 1


def test_a_read_only_library_is_left_alone(workspace, path, recognised):
    tag(workspace, recognised, spans_of(workspace.library, recognised, "بحمدون"))
    with Library.open(path, read_only=True) as library:
        result = learning.learn_from(library, never)

    assert not result.has_changed


def test_a_removed_document_is_unlearned(workspace, path, recognised):
    library = workspace.library
    tag(workspace, recognised, spans_of(library, recognised, "بحمدون"))
    learn(path)
    workspace.edit(edits.remove_document(library, library.documents.get(recognised.id)))
    learn(path)

    assert count(library, "بحمدون").weight == 0


def test_a_rejection_among_many_is_a_decision_like_any_other(workspace, path, recognised):
    library = workspace.library
    given = open_in(library, recognised)
    workspace.edit(edits.reject_suggestions(recognised.id, given, AUTHOR))
    learn(path, recognised.id, Span(0, 1))

    verdicts = {each.verdict for each in library.decisions.of_document(recognised.id)}
    assert verdicts == {Verdict.REJECTED}
    assert set(outcomes(library, recognised).values()) == {Outcome.REJECTED}
    assert open_in(library, recognised) == []


def test_the_model_of_another_window_is_not_overwritten(workspace, path, recognised):
    library = workspace.library
    spans = spans_of(library, recognised, "بحمدون")
    tag(workspace, recognised, spans[:1])
    learn(path)
    mine = own_model(library)
    tag(workspace, recognised, spans[1:2])
    with Library.open(path) as other:
        learning.learn_from(other, never)

    stale = learning._kept(library, mine, mine.model, replace(mine.progress, edit=99), [])

    assert not stale
    assert count(library, "بحمدون").tagged == 2


def test_a_text_of_a_hundred_thousand_lines_is_read_around_the_edit_alone(workspace, path, library):
    line = "كتب بحمدون كلاما طويلا جدا في هذا اليوم من أيام السنة.\n"
    document = library.texts.add(line * 40_000, title="طويل")
    text = library.texts.open(document.id)
    at = line.index("بحمدون") + len(line) * 20_000
    tag(workspace, document, [Span(at, at + 6)], "work")
    assert text.slice(at, at + 6) == "بحمدون"

    learn(path, document.id, Span(at, at + 6))

    assert count(library, "بحمدون", "work").tagged == 1


def test_a_library_without_a_word_from_the_user_is_not_written_to(path: Path, library):
    version = library.data_version()

    assert learn(path).revision == ""
    assert library.data_version() == version


def test_of_a_long_text_what_is_in_view_is_brought_up_to_date(workspace, path, library):
    line = "كتب شملان كلاما طويلا 😀 جدا في هذا اليوم من أيام السنة.\n"
    content = line * 3_000
    document = library.texts.add(content, title="طويل")
    library.suggestions.replace(document.id, "1", [])
    at = line.index("شملان")
    tag(workspace, document, [Span(at, at + 6)], "work")
    view = Span(len(line) * 1_000, len(line) * 1_020)

    learn(path, document.id, view)

    found = [each for each in open_in(library, document) if each.tag_id == "work"]
    assert {each.quote for each in found} == {"شملان"[:6]}
    assert min(each.span.start for each in found) < view.start < view.end < max(each.span.start for each in found)
    assert 250 < len(found) < 450


def test_of_a_long_paragraph_without_line_ends_words_stay_whole(workspace, path, library):
    content = "كتب شملان كلاما طويلا جدا. " * 6_000
    document = library.texts.add(content, title="طويل")
    library.suggestions.replace(document.id, "1", [])
    tag(workspace, document, [Span(4, 9)], "work")

    learn(path, document.id, Span(80_003, 80_900))

    found = [each for each in open_in(library, document) if each.tag_id == "work"]
    assert found
    assert all(content[each.span.start : each.span.end] == each.quote == "شملان" for each in found)

# SPDX-License-Identifier: GPL-3.0-or-later
"""A text changes, and nothing that was said of it is lost or stands on other words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import TEXTS, span_of, suggestion

from reader.errors import Cancelled, EditConflict, TagInUse
from reader.model.ids import TagId
from reader.model.structure import Block, BlockKind
from reader.store import Library
from reader.text.spans import Span
from reader.workspace import Workspace, changing_text, comparing, edits, entities, reviewing

ARTICLE = (
    "أكد وزير الاتصالات، الدكتور ستار هاشمي، أهمية مشاركة الوفد في المؤتمر العالمي المنعقد في باكو 😀.\n"
    "\n"
    "وقال الوزير إن المؤتمر قد انطلق في مدينة باكو بمشاركة أكثر من 150 دولة (WTDC-25)، وإنه من أبرزها.\n"
    "\n"
    "وأَضَافَ الدُّكْتُورُ هاشمي أن برنامج الوفد يتضمن لقاءات مع عشرة وزراء من دول مختلفة.\n"
)


class Reader:
    """A user with one document open."""

    def __init__(self, library, content):
        self.library, self.workspace = library, Workspace(library, "قارئ")
        self.id = library.texts.add(content, title="مقال").id

    @property
    def text(self):
        text = self.library.texts.open(self.id)
        return text.slice(0, text.length)

    def tag(self, phrase, occurrence=1, tag="place", note=""):
        span = span_of(self.text, phrase, occurrence)
        text = self.library.texts.open(self.id)
        self.workspace.edit(edits.tag_spans(text, self.id, [span], TagId(tag), "قارئ", note=note))
        return next(each for each in self.library.annotations.on_span(self.id, span) if each.note == note)

    def tag_all_words(self):
        text, at, spans = self.text, 0, []
        for word in text.split():
            at = text.index(word, at)
            spans.append(span_of(text[at:], word).shifted(at))
            at += len(word)
        opened = self.library.texts.open(self.id)
        self.workspace.edit(edits.tag_spans(opened, self.id, spans, TagId("place"), "قارئ"))

    def correct(self, old, new, occurrence=1):
        span = span_of(self.text, old, occurrence)
        edit = changing_text.correct_text(self.library, self.id, (span.start, span.end), new, old, "قارئ")
        self.workspace.edit(edit)
        return edit

    def update(self, text, **more):
        update = changing_text.update_text(self.library, self.id, text, "قارئ", **more)
        if update.edit is not None:
            self.workspace.edit(update.edit)
        return update.placement

    @property
    def annotations(self):
        return self.library.annotations.page_after(self.id, None, 10_000)

    @property
    def displaced(self):
        return self.library.displaced.of_document(self.id)

    def everything(self):
        """All that is said of the document, to be compared."""
        library = self.library
        return (
            self.text, library.documents.get(self.id), self.annotations, library.relations.of_document(self.id),
            library.decisions.of_document(self.id), self.displaced, library.structure.all_blocks(self.id),
            library.entities.links_of([each.id for each in self.annotations]),
            library.annotations.counts_by_tag(self.id),
        )  # fmt: skip

    def is_sound(self):
        """Whether the library is whole, and each annotation stands on the words it quotes, with its surroundings."""
        text = self.text
        for each in self.annotations:
            around = each.prefix + each.quote + each.suffix
            assert text.startswith(around, each.span.start - len(each.prefix)), each
        return self.library.check().problems == ()


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.hashiya", patience_ms=50) as opened:
        yield opened


@pytest.fixture
def reader(library):
    return Reader(library, ARTICLE)


def test_corrected_word_changes_the_text_and_nothing_else(reader):
    reader.tag_all_words()
    before = [each.quote for each in reader.annotations]

    reader.correct("برنامج", "بَرنامِجَ")

    assert reader.text == ARTICLE.replace("برنامج", "بَرنامِجَ")
    assert [each.quote for each in reader.annotations] == [w.replace("برنامج", "بَرنامِجَ") for w in before]
    assert reader.displaced == []
    assert reader.is_sound()


@pytest.mark.parametrize("kind", TEXTS)
def test_any_text_can_be_corrected_and_the_correction_taken_back_and_made_again(library, kind):
    reader = Reader(library, TEXTS[kind])
    reader.tag_all_words()
    before = reader.everything()
    word = TEXTS[kind].split()[1]

    reader.correct(word, word + " 𞸀 (new)")
    after = reader.everything()
    assert reader.is_sound()
    reader.workspace.undo()
    assert reader.everything() == before
    assert reader.is_sound()
    reader.workspace.redo()

    assert reader.everything() == after
    assert reader.is_sound()


def test_undo_of_a_correction_is_one_step(reader):
    tag = reader.tag("باكو", 2)
    reader.correct("وزير", "الوزير")
    reader.workspace.undo()

    assert reader.annotations == [tag]
    reader.workspace.undo()
    assert reader.annotations == []


def test_typo_within_a_tagged_name_is_corrected_within_the_tag(reader):
    reader.tag("الدكتور ستار هاشمي", tag="person", note="الوزير")
    reader.correct("ستار", "ستّار")

    assert [(each.quote, each.note) for each in reader.annotations] == [("الدكتور ستّار هاشمي", "الوزير")]
    assert reader.is_sound()


def test_letters_added_to_a_tagged_word_are_of_the_tag(reader):
    reader.tag("الوفد")
    reader.correct("الوفد في", "الوفود في")

    assert [each.quote for each in reader.annotations] == ["الوفود"]


def test_words_put_in_before_a_tagged_word_are_not_of_the_tag(reader):
    reader.tag("باكو", 2)
    reader.correct("مدينة باكو", "مدينة الريح باكو")

    assert [each.quote for each in reader.annotations] == ["باكو"]
    assert reader.is_sound()


def test_tagged_word_replaced_by_another_waits_for_review_with_everything(reader):
    tag = reader.tag("الدكتور ستار هاشمي", tag="person", note="مهم")
    reader.correct("الدكتور ستار هاشمي", "السيد فلان")

    (displaced,) = reader.displaced
    assert displaced.annotation == tag
    assert reader.text[displaced.proposed.start : displaced.proposed.end] == "السيد فلان"
    assert reader.annotations == []
    assert reader.library.displaced.count(reader.id).doubtful == 1


def test_deleted_words_leave_their_tag_as_an_orphan_with_relations_and_entity(reader):
    person, place = reader.tag("ستار هاشمي", tag="person"), reader.tag("باكو")
    reader.workspace.edit(edits.add_relation(person, place, "في", "قارئ"))
    reader.workspace.edit(entities.add_entity(reader.library, entities.new_entity("ستار هاشمي"), [person]))
    before = reader.everything()
    reader.correct("، الدكتور ستار هاشمي،", "")

    (displaced,) = reader.displaced
    assert displaced.is_orphan
    assert displaced.annotation.quote == "ستار هاشمي"
    assert len(reader.library.displaced.relations_of([person.id])) == 1
    assert len(reader.library.displaced.links_of([person.id])) == 1
    assert reader.is_sound()
    reader.workspace.undo()
    assert reader.everything() == before


def test_paragraphs_are_joined_and_cut_and_what_stands_in_them_stays(reader):
    reader.tag_all_words()
    before = [each.quote for each in reader.annotations]
    reader.correct("أبرزها.\n\nوأَضَافَ", "أبرزها. وأَضَافَ")
    reader.correct("العالمي المنعقد", "العالمي\nالمنعقد")

    assert [each.quote for each in reader.annotations] == before
    assert reader.is_sound()


def test_structure_moves_with_its_paragraphs(reader):
    second = reader.text.index("وقال")
    block = Block(kind=BlockKind.QUOTATION, start=second, end=reader.text.index("\n", second))
    with reader.library.transaction():
        reader.library.structure.replace(reader.id, 1, [block])
    reader.correct("أكد وزير", "أكد معالي وزير")

    moved = replace(block, start=block.start + 6, end=block.end + 6)
    assert reader.library.structure.all_blocks(reader.id) == [moved]
    reader.workspace.undo()
    assert reader.library.structure.all_blocks(reader.id) == [block]


def test_same_words_put_in_once_more_change_nothing(reader):
    edit = reader.correct("باكو", "باكو")

    assert edit.changes == ()
    assert len(reader.library.versions.of_document(reader.id)) == 1


def test_correction_of_words_that_are_no_longer_there_is_refused(reader):
    with pytest.raises(EditConflict):
        changing_text.correct_text(reader.library, reader.id, (0, 4), "قال", "نفى ", "قارئ")

    assert reader.text == ARTICLE


def test_changed_file_takes_its_tags_along(reader):
    reader.tag_all_words()
    count = len(reader.annotations)
    changed = "عاجل: خبر جديد.\n" + ARTICLE.replace("الوفد يتضمن", "الوفود تتضمن").replace("150", "151")

    placement = reader.update(changed, source="/new.txt")

    assert reader.text == changed
    assert len(reader.annotations) == count
    assert (placement.doubtful, placement.orphans) == (0, 0)
    assert reader.library.documents.get(reader.id).source == "/new.txt"
    assert reader.is_sound()


def test_deleted_paragraph_leaves_orphans_and_taking_it_back_brings_all_back(reader):
    reader.tag_all_words()
    before = reader.everything()
    first, _, third = ARTICLE.split("\n\n")
    reader.update(first + "\n\n" + third)

    assert reader.library.displaced.count(reader.id).total > 10
    assert reader.is_sound()
    reader.workspace.undo()
    assert reader.everything() == before


def test_going_back_to_an_earlier_version_gives_orphans_their_places_again(reader):
    reader.tag_all_words()
    reader.workspace.edit(edits.add_relation(*reader.annotations[:2], "قبل", "قارئ"))
    before, relations = reader.annotations, reader.library.relations.of_document(reader.id)
    first, _, third = ARTICLE.split("\n\n")
    reader.update(third + "\n\n" + first)
    update = changing_text.revert_text(reader.library, reader.id, 1, "قارئ")
    reader.workspace.edit(update.edit)

    assert reader.text == ARTICLE
    assert [(each.id, each.span) for each in reader.annotations] == [(each.id, each.span) for each in before]
    assert reader.library.relations.of_document(reader.id) == relations
    assert reader.displaced == []
    assert reader.is_sound()


def test_earlier_versions_can_be_read(reader):
    reader.correct("باكو", "بَاكُو")
    reader.correct("150", "151")
    old = reader.library.texts.open_version(reader.id, 1)

    assert old.slice(0, old.length) == ARTICLE
    versions = reader.library.versions.of_document(reader.id)
    figures = [(each.version, each.places, each.removed, each.added) for each in versions]
    assert figures == [(3, 1, 1, 1), (2, 1, 2, 4), (1, 0, 0, 0)]


def test_undone_version_is_not_in_the_list_and_redone_it_is(reader):
    reader.correct("باكو", "بَاكُو")
    reader.workspace.undo()
    assert [each.version for each in reader.library.versions.of_document(reader.id)] == [1]
    reader.correct("150", "151")

    assert [each.version for each in reader.library.versions.of_document(reader.id)] == [3, 1]
    assert reader.is_sound()


def test_tag_made_in_another_version_of_the_text_is_refused(reader):
    text = reader.library.texts.open(reader.id)
    late = edits.tag_spans(text, reader.id, [span_of(ARTICLE, "باكو", 2)], TagId("place"), "قارئ")
    reader.correct("أكد", "وأكدت")
    with Library.open(reader.library.path) as other, pytest.raises(EditConflict):
        other.apply(late, author="x")
    reader.correct("وأكدت", "أكد وأكد")

    with pytest.raises(EditConflict):
        reader.workspace.edit(late)
    assert reader.annotations == []


def test_what_another_window_removed_is_not_put_back_into_another_text(reader):
    tag = reader.tag("باكو", 2)
    with Library.open(reader.library.path) as other:
        other.apply(edits.remove_annotations(other, [tag.id]), author="x")
        reader.correct("أكد", "وأكدت")
        with pytest.raises(EditConflict):
            other.undo()

    assert reader.annotations == []
    assert reader.is_sound()


def test_correction_is_not_taken_back_under_a_tag_of_another_window(reader):
    reader.correct("أكد", "وأكدت اليوم")
    with Library.open(reader.library.path) as other:
        text = other.texts.open(reader.id)
        span = span_of(reader.text, "اليوم")
        other.apply(edits.tag_spans(text, reader.id, [span], TagId("date"), "x"), author="x")
    with pytest.raises(EditConflict):
        reader.workspace.undo()

    assert [each.quote for each in reader.annotations] == ["اليوم"]
    assert reader.is_sound()


def test_tag_that_another_window_made_elsewhere_moves_back_with_the_text(reader):
    reader.correct("أكد", "وأكدت اليوم")
    with Library.open(reader.library.path) as other:
        text = other.texts.open(reader.id)
        span = span_of(reader.text, "150")
        other.apply(edits.tag_spans(text, reader.id, [span], TagId("quantity"), "x"), author="x")
    reader.workspace.undo()

    assert [(each.quote, each.span) for each in reader.annotations] == [("150", span_of(ARTICLE, "150"))]
    assert reader.is_sound()


def test_small_edit_of_a_long_text_copies_a_piece_of_it(library):
    reader = Reader(library, (ARTICLE * 40 + "\n") * 120)
    stored = "select coalesce(sum(bytes), 0) from text_chunks where document_id = ?"
    before = library._connection.value(stored, [reader.id])
    reader.correct("باكو", "بَاكُو", 5_000)

    assert library._connection.value(stored, [reader.id]) - before < before / 20
    assert reader.is_sound()


@pytest.fixture
def doubtful(reader):
    """A person whose name was replaced, related to a place and linked to an entity."""
    person, place = reader.tag("الدكتور ستار هاشمي", tag="person", note="مهم"), reader.tag("باكو")
    reader.workspace.edit(edits.add_relation(person, place, "في", "قارئ"))
    reader.workspace.edit(entities.add_entity(reader.library, entities.new_entity("ستار هاشمي"), [person]))
    reader.correct("الدكتور ستار هاشمي", "السيد فلان")
    return person


def test_proposed_place_that_is_accepted_gives_all_back(reader, doubtful):
    reader.workspace.edit(reviewing.place_proposed(reader.library, [doubtful.id]))

    (placed,) = reader.library.annotations.find([doubtful.id])
    assert (placed.quote, placed.note, placed.created) == ("السيد فلان", "مهم", doubtful.created)
    assert len(reader.library.relations.of_annotation(placed.id)) == 1
    assert reader.library.entities.entity_of(placed.id).name == "ستار هاشمي"
    assert reader.displaced == []
    assert reader.is_sound()


def test_review_shows_the_old_place_beside_the_new_one(reader, doubtful):
    (item,) = reviewing.review_items(reader.library, reader.id)

    assert (item.old.words, item.new.words) == ("الدكتور ستار هاشمي", "السيد فلان")
    assert item.old.before == item.new.before == "أكد وزير الاتصالات، "


def test_place_that_is_chosen_by_hand_is_taken(reader, doubtful):
    span = span_of(reader.text, "هاشمي")
    reader.workspace.edit(reviewing.place_at(reader.library, doubtful.id, span))

    assert reader.library.annotations.find([doubtful.id])[0].span == span
    reader.workspace.undo()
    assert [each.id for each in reader.displaced] == [doubtful.id]


def test_orphan_keeps_everything_and_can_be_removed_for_good(reader, doubtful):
    reader.workspace.edit(reviewing.leave_as_orphans(reader.library, [doubtful.id]))
    assert reader.displaced[0].is_orphan
    assert reader.displaced[0].annotation == doubtful
    reader.workspace.edit(reviewing.remove_displaced(reader.library, [doubtful.id]))
    assert reader.displaced == []
    reader.workspace.undo()

    assert reader.displaced[0].annotation == doubtful


def test_relation_of_two_displaced_tags_comes_back_with_the_second_of_them(reader):
    one, other = reader.tag("ستار هاشمي"), reader.tag("المؤتمر العالمي")
    reader.workspace.edit(edits.add_relation(one, other, "في", "قارئ"))
    reader.correct("، الدكتور ستار هاشمي، أهمية مشاركة الوفد في المؤتمر العالمي", "")
    reader.workspace.edit(reviewing.place_at(reader.library, one.id, Span(0, 3)))
    assert reader.library.relations.of_document(reader.id) == []
    reader.workspace.edit(reviewing.place_at(reader.library, other.id, Span(4, 8)))

    assert [each.name for each in reader.library.relations.of_document(reader.id)] == ["في"]
    assert reader.is_sound()


def test_proposed_place_moves_with_later_corrections(reader, doubtful):
    reader.correct("أكد", "أكد أمس")
    (item,) = reviewing.review_items(reader.library, reader.id)

    assert item.new.words == "السيد فلان"
    reader.workspace.undo()
    (item,) = reviewing.review_items(reader.library, reader.id)
    assert item.new.words == "السيد فلان"


def test_tag_of_a_displaced_annotation_can_be_deleted_and_merged(reader, doubtful):
    other = edits.delete_tag(reader.library, TagId("person"), move_to=TagId("organisation"))
    reader.workspace.edit(other)
    assert reader.displaced[0].annotation.tag_id == "organisation"
    reader.workspace.undo()
    reader.workspace.edit(edits.delete_tag(reader.library, TagId("person"), delete_annotations=True))

    assert reader.displaced == []
    reader.workspace.undo()
    assert [each.annotation for each in reader.displaced] == [doubtful]


def test_tag_that_only_displaced_annotations_have_is_in_use(reader, doubtful):
    with pytest.raises(TagInUse):
        edits.delete_tag(reader.library, TagId("person"))


def test_entity_of_a_displaced_annotation_can_be_merged_and_deleted(reader, doubtful):
    (entity,) = reader.library.entities.find([reader.library.displaced.links_of([doubtful.id])[0].entity_id])
    other = entities.new_entity("ستار الهاشمي")
    reader.workspace.edit(entities.add_entity(reader.library, other))
    reader.workspace.edit(entities.merge(reader.library, [entity], other))
    assert reader.library.displaced.links_of([doubtful.id])[0].entity_id == other.id
    reader.workspace.edit(entities.delete_entities(reader.library, [reader.library.entities.find([other.id])[0]]))

    assert reader.library.displaced.links_of([doubtful.id]) == []


def test_decisions_move_with_the_text_and_those_on_other_words_are_taken_back(reader):
    spans = [span_of(ARTICLE, "باكو", 2), span_of(ARTICLE, "150")]
    found = [suggestion(ARTICLE, span) for span in spans]
    reader.workspace.edit(edits.reject_suggestions(reader.id, found, "قارئ"))
    reader.correct("أكثر من 150 دولة", "عشرات الدول")

    assert [each.quote for each in reader.library.decisions.of_document(reader.id)] == ["باكو"]
    reader.workspace.undo()
    assert len(reader.library.decisions.of_document(reader.id)) == 2


def test_suggestions_move_with_the_text(reader):
    span = span_of(ARTICLE, "عشرة وزراء")
    reader.library.suggestions.replace(reader.id, "1", [suggestion(ARTICLE, span)])
    reader.correct("أكد", "وأكدت")

    (found,) = reader.library.suggestions.open_page_after(reader.id, None, 10)
    assert found.span == span.shifted(2)
    assert reader.text[found.span.start : found.span.end] == found.quote


def test_removed_document_keeps_what_waits_for_review(reader, doubtful):
    reader.workspace.edit(edits.remove_document(reader.library, reader.library.documents.get(reader.id)))
    reader.workspace.undo()
    reader.workspace.redo()
    reader.workspace.undo()

    assert [each.annotation for each in reader.displaced] == [doubtful]
    assert reader.is_sound()


def test_a_version_counts_the_places_that_the_comparison_shows(library):
    reader = Reader(library, ARTICLE * 3)
    old = reader.text
    new = old.replace("باكو 😀", "شوشة", 1).replace("عشرة وزراء", "تسعة", 1)
    reader.update(new)
    version = library.versions.get(reader.id, 2)
    shown = comparing.compared(old, new)

    assert version.places == shown.count == 2
    assert version.removed == sum(len(each.old.words) for each in shown.differences)
    assert version.added == sum(len(each.new.words) for each in shown.differences)


def test_an_update_that_is_given_up_leaves_nothing(library):
    reader = Reader(library, ARTICLE * 20)
    reader.tag_all_words()
    before = reader.everything()
    looks = iter(range(3))

    def give_up():
        if next(looks, None) is None:
            raise Cancelled

    with pytest.raises(Cancelled):
        changing_text.update_text(library, reader.id, reader.text.replace("باكو", "شوشة"), "قارئ", check=give_up)

    assert reader.everything() == before
    assert [each.version for each in library.versions.of_document(reader.id)] == [1]
    assert library._connection.value("select count(*) from version_drafts") == 0

# SPDX-License-Identifier: GPL-3.0-or-later
"""Every wire between the parts of the window, one line each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader import settings as names
from reader.model.vocabulary import WordStatus
from reader.text.direction import Direction
from reader.text.widening import Edge, Step
from reader.ui.import_filters import file_filter
from reader.ui.opening import RECOGNISE

if TYPE_CHECKING:
    from reader.ui.desk import Desk


def connect(desk: Desk) -> None:
    """Join the parts of the desk."""
    desk.controller.changed.connect(desk.correcting.on_changed)  # first: the others then ask about the new text
    _connect_actions(desk)
    _connect_page(desk)
    _connect_sidebar(desk)
    _connect_review(desk)
    _connect_rest(desk)
    _connect_importing(desk)
    _connect_interchange(desk)
    _connect_entities(desk)
    _connect_terms(desk)
    _connect_vocabulary(desk)
    _connect_dictionaries(desk)
    _connect_document(desk)


def _connect_actions(desk: Desk) -> None:
    on = {id_: desk.actions[id_].triggered.connect for id_ in desk.actions.ids}
    on["library"](desk.dialogs.show_library)
    on["sample"](desk.open_sample)
    on["backup"](desk.dialogs.back_up)
    on["quit"](desk.window.close)
    on["undo"](desk.review.undo)
    on["redo"](desk.review.redo)
    on["copy"](desk.copying.copy)
    on["select_all"](desk.window.pane.select_all)
    on["correct_text"](desk.correcting.ask)
    on["place_tags"](desk.placing.show)
    on["versions"](desk.versions.show)
    on["find"](lambda: desk.find_bar.open(desk.window.pane.selected_text()))
    on["find_next"](desk.search.go_next)
    on["find_previous"](desk.search.go_previous)
    on["tag_occurrences"](lambda: desk.tagging.ask_for_occurrences(""))
    on["note"](desk.tagging.write_note)
    on["change_tag"](desk.tagging.change_tag)
    on["relate"](desk.tagging.begin_relation)
    on["remove"](desk.tagging.remove)
    on["next_annotation"](desk.tagging.go_to_next)
    on["previous_annotation"](desk.tagging.go_to_previous)
    on["tagset"](desk.dialogs.edit_tagset)
    on["accept"](desk.review.accept)
    on["reject"](desk.review.reject)
    on["next_suggestion"](desk.review.go_to_next)
    on["previous_suggestion"](desk.review.go_to_previous)
    on["leave_review"](desk.review.leave)
    on["accept_same"](desk.bulk.accept_same)
    on["reject_same"](desk.bulk.reject_same)
    on["accept_kind"](desk.bulk.accept_kind)
    on["reject_kind"](desk.bulk.reject_kind)
    on["accept_seen"](desk.bulk.accept_seen)
    on["reject_seen"](desk.bulk.reject_seen)
    on["accept_all"](lambda: desk.bulk.accept_all([]))
    on["reject_all"](lambda: desk.bulk.reject_all([]))
    on["reject_weak"](desk.bulk.reject_weak)
    on["more_suggestions"](desk.least_confidence.show_more)
    on["fewer_suggestions"](desk.least_confidence.show_fewer)
    for step in Step:
        on[f"end_{step.value}_left"](partial(desk.review.move_end, step, to_left=True))
        on[f"end_{step.value}_right"](partial(desk.review.move_end, step, to_left=False))
        on[f"start_{step.value}_back"](partial(desk.review.move_edge, Edge.START, step, forwards=False))
        on[f"start_{step.value}_on"](partial(desk.review.move_edge, Edge.START, step, forwards=True))
    on["recognise"](desk.opening.recognise)
    on["preferences"](lambda: desk.preferences_desk.show(""))
    on["learning"](desk.learning_desk.show)
    on["name_lists"](lambda: desk.preferences_desk.show("names"))
    on["keys"](desk.dialogs.show_keys)
    on["about"](desk.dialogs.show_about)


def _connect_page(desk: Desk) -> None:
    pane = desk.window.pane
    pane.selection_changed.connect(desk.current.set_selection)
    pane.selection_changed.connect(lambda span: desk.picker.leave() if span is None else None)
    pane.selection_finished.connect(desk.tagging.on_selection_finished)
    pane.mark_activated.connect(desk.tagging.on_mark_activated)
    pane.edges_requested.connect(desk.tagging.on_edges_dragged)
    pane.menu_requested.connect(desk.views.show_page_menu)
    pane.visible_changed.connect(desk.place.on_visible_changed)
    pane.visible_changed.connect(desk.sidebar.follow)
    pane.verticalScrollBar().valueChanged.connect(desk.tagging.on_scrolled)
    pane.failed.connect(desk.tell)
    desk.daily_backup.failed.connect(desk.tell)
    desk.picker.tag_chosen.connect(desk.tagging.on_tag_picked)
    desk.picker.removal_requested.connect(desk.controller.remove)
    desk.picker.new_tag_requested.connect(desk.make_tag)
    desk.picker.all_occurrences_requested.connect(desk.tagging.ask_for_occurrences)
    desk.picker.closed.connect(pane.setFocus)
    desk.note.note_saved.connect(desk.tagging.save_note)
    desk.note.closed.connect(pane.setFocus)
    desk.tagging.hinted.connect(desk.window.status.show_hint)
    desk.tagging.relation_asked.connect(desk.dialogs.ask_relation)
    desk.tagging.occurrences_asked.connect(desk.occurrences.list_all)
    desk.find_bar.phrase_requested.connect(desk.find)
    desk.find_bar.next_requested.connect(desk.search.go_next)
    desk.find_bar.previous_requested.connect(desk.search.go_previous)
    desk.find_bar.closed.connect(pane.setFocus)
    desk.search.hits_changed.connect(desk.views.show_hits)
    desk.search.went_to.connect(pane.select)


def _connect_sidebar(desk: Desk) -> None:
    annotations, suggestions = desk.sidebar.annotations, desk.sidebar.suggestions
    annotations.annotation_chosen.connect(desk.tagging.choose_annotation)
    annotations.jump_requested.connect(desk.tagging.go_to_annotation)
    annotations.removal_requested.connect(desk.controller.remove)
    annotations.tag_change_requested.connect(desk.controller.change_tag)
    annotations.note_requested.connect(desk.tagging.write_note_beside)
    annotations.relation_requested.connect(desk.tagging.relate)
    annotations.relation_removal_requested.connect(desk.controller.remove_relations)
    suggestions.suggestion_chosen.connect(desk.tagging.choose_suggestion)
    suggestions.jump_requested.connect(desk.review.go_to)
    suggestions.accept_requested.connect(desk.deciding.accept)
    suggestions.reject_requested.connect(desk.deciding.reject)
    suggestions.accept_all_requested.connect(desk.bulk.accept_all)
    suggestions.reject_all_requested.connect(desk.bulk.reject_all)
    suggestions.groups_accept_requested.connect(desk.bulk.accept_groups)
    suggestions.groups_reject_requested.connect(desk.bulk.reject_groups)
    suggestions.least_chosen.connect(desk.least_confidence.set)
    suggestions.order_chosen.connect(lambda order: desk.settings.set(names.SUGGESTION_ORDER, order))
    suggestions.recognition_requested.connect(desk.opening.recognise)


def _connect_review(desk: Desk) -> None:
    pane, card = desk.window.pane, desk.suggestion_card
    card.accept_requested.connect(desk.review.accept)
    card.reject_requested.connect(desk.review.reject)
    card.tag_requested.connect(desk.tagging.change_tag)
    card.next_requested.connect(desk.review.go_to_next)
    card.all_accept_requested.connect(desk.bulk.accept_same)
    card.all_reject_requested.connect(desk.bulk.reject_same)
    pane.verticalScrollBar().valueChanged.connect(desk.review.on_page_moved)
    pane.visible_changed.connect(desk.review.on_page_moved)
    desk.review.hinted.connect(desk.window.status.show_hint)
    desk.review.changed.connect(desk.views.update_actions)
    desk.bulk.decided.connect(lambda current: desk.review.go_on_after(current) if current is not None else None)
    desk.current.changed.connect(desk.review.on_current_changed)
    desk.controller.document_changed.connect(desk.review.forget)
    desk.least_confidence.changed.connect(desk.views.on_least_confidence_changed)


def _connect_entities(desk: Desk) -> None:
    panel, linking, offers = desk.sidebar.entities, desk.linking, desk.offers
    desk.actions["link_entity"].triggered.connect(lambda: _ask_for_entity(desk))
    desk.actions["link_offered"].triggered.connect(offers.accept)
    desk.actions["entities"].triggered.connect(lambda _checked: desk.entities.show())
    desk.sidebar.annotations.offer_entities(True)
    desk.sidebar.annotations.entity_link_requested.connect(linking.ask_by_id)
    panel.mention_chosen.connect(desk.tagging.choose_annotation)
    panel.jump_requested.connect(desk.tagging.go_to_annotation)
    panel.entity_requested.connect(desk.entities.show)
    panel.registry_requested.connect(desk.entities.show)
    desk.entities.mention_requested.connect(desk.mention_jump.go)
    desk.opening.document_ready.connect(desk.mention_jump.on_document_ready)
    linking.alike_requested.connect(desk.alike.list)
    desk.alike.link_requested.connect(linking.link)
    offers.changed.connect(desk.sidebar.show_entity_offers)
    offers.changed.connect(lambda _count: desk.views.update_actions())
    for remembering in (linking, offers):
        desk.controller.document_changed.connect(remembering.on_document_changed)
    for looking in (linking, offers, desk.entities):
        desk.controller.changed.connect(looking.on_changed)
        looking.hinted.connect(desk.window.status.show_hint)
    for asking in (linking, desk.alike, desk.entities):
        asking.failed.connect(desk.tell)


def _connect_terms(desk: Desk) -> None:
    desk_of_terms, popup = desk.terms, desk.words.popup
    shown, show = desk.settings.get(names.TERMS_SHOWN), desk.actions["show_terms"]
    show.setChecked(shown)
    desk.marks.shows_terms = shown
    show.toggled.connect(desk.views.show_terms)
    desk.actions["new_term"].triggered.connect(lambda: desk_of_terms.ask_for_new(desk.current.selection))
    popup.term_edit_requested.connect(desk_of_terms.edit)
    popup.term_dismissal_requested.connect(desk_of_terms.dismiss)
    popup.copy_requested.connect(desk_of_terms.copy)
    for leaving in (popup.term_edit_requested, popup.term_dismissal_requested, popup.copy_requested):
        leaving.connect(popup.leave)
    desk.actions["term_bases"].triggered.connect(desk.term_bases.show)
    panel, pane = desk.sidebar.terms, desk.window.pane
    panel.match_chosen.connect(pane.select)
    panel.jump_requested.connect(pane.select)
    panel.jump_requested.connect(lambda _span: pane.setFocus())
    panel.bases_requested.connect(desk.term_bases.show)
    desk.term_bases.term_requested.connect(lambda base_id: desk_of_terms.ask_for_new(None, base_id))
    desk.term_bases.term_edit_requested.connect(desk_of_terms.edit)
    desk.term_bases.hinted.connect(desk.window.status.show_hint)
    desk.term_bases.failed.connect(desk.tell)
    desk.controller.changed.connect(desk.term_bases.on_changed)
    desk_of_terms.found.changed.connect(desk.window.pane.marks_changed)
    desk_of_terms.hinted.connect(desk.window.status.show_hint)
    desk_of_terms.failed.connect(desk.tell)
    desk.words.lexicon.ended.connect(desk_of_terms.found.look_again)
    families = desk.words.families
    families.document_requested.connect(desk.open_document)
    families.failed.connect(desk.tell)
    desk.words.analyses.failed.connect(desk.tell)
    desk.opening.document_ready.connect(families.on_document_ready)
    desk.controller.document_changed.connect(desk_of_terms.found.on_document_changed)
    desk.controller.changed.connect(desk_of_terms.on_changed)


def _connect_dictionaries(desk: Desk) -> None:
    desk.actions["dictionaries"].triggered.connect(desk.dictionaries.show)
    desk.dictionaries.hinted.connect(desk.window.status.show_hint)
    desk.dictionaries.failed.connect(desk.tell)


def _connect_vocabulary(desk: Desk) -> None:
    words, page, on = desk.vocabulary, desk.vocabulary.page, desk.actions
    desk.words.use_vocabulary(words)
    for status in WordStatus:
        on[f"status_{status.value.replace('-', '_')}"].triggered.connect(partial(_set_status, desk, status))
    on["make_card"].triggered.connect(words.make_card_here)
    on["know_rest"].triggered.connect(words.ask_for_rest)
    on["cards"].triggered.connect(desk.cards.show)
    on["words_in"].triggered.connect(desk.vocabulary_files.ask_for_import)
    on["words_out"].triggered.connect(desk.vocabulary_files.ask_for_export)
    page.shows_learning = desk.settings.get(names.LEARNING_WORDS_SHOWN)
    page.shows_new = desk.settings.get(names.NEW_WORDS_SHOWN)
    on["show_learning_words"].setChecked(page.shows_learning)
    on["show_new_words"].setChecked(page.shows_new)
    on["show_learning_words"].toggled.connect(desk.views.show_learning_words)
    on["show_new_words"].toggled.connect(desk.views.show_new_words)
    words.changed.connect(desk.window.pane.marks_changed)
    for telling in (words, desk.cards, desk.vocabulary_files):
        telling.hinted.connect(desk.window.status.show_hint)
        telling.failed.connect(desk.tell)
    for looking in (words, desk.cards):
        desk.controller.changed.connect(looking.on_changed)
    desk.words.lexicon.ended.connect(words.on_lexicon_ready)
    desk.controller.document_changed.connect(words.on_document_changed)


def _set_status(desk: Desk, status: WordStatus, _checked: bool = False) -> None:
    desk.vocabulary.set_status_here(status)


def _connect_document(desk: Desk) -> None:
    document, panel, pane = desk.document_desk, desk.sidebar.outline, desk.window.pane
    on = {id_: desk.actions[id_].triggered.connect for id_ in desk.actions.ids}
    on["details"](document.show_details)
    on["outline"](partial(_show_outline, desk))
    on["turn_paragraph"](document.turn)
    on["runs_by_letters"](lambda: document.turn_to(None))
    on["runs_leftward"](lambda: document.turn_to(Direction.RIGHT_TO_LEFT))
    on["runs_rightward"](lambda: document.turn_to(Direction.LEFT_TO_RIGHT))
    on["copy_citation"](document.citing.copy)
    panel.place_chosen.connect(pane.start_at)
    panel.jump_requested.connect(pane.start_at)
    panel.jump_requested.connect(lambda _offset: pane.setFocus())
    desk.preferences.can_make_signs = document.made_signs.can_make
    document.hinted.connect(desk.window.status.show_hint)
    for failing in (document.citing, document.outline, document.made_signs):
        failing.failed.connect(desk.tell)
    desk.controller.document_changed.connect(document.outline.on_document_changed)
    desk.controller.changed.connect(document.on_changed)
    _connect_file_of_document(desk)


def _connect_file_of_document(desk: Desk) -> None:
    picture, repairing = desk.page_picture, desk.repairing
    desk.actions["repair_text"].triggered.connect(repairing.ask)
    desk.actions["page_picture"].toggled.connect(picture.set_shown)
    picture.shown_changed.connect(desk.actions["page_picture"].setChecked)
    repairing.picture_requested.connect(lambda: desk.actions["page_picture"].setChecked(True))
    repairing.failed.connect(desk.tell)
    desk.window.pane.visible_changed.connect(picture.on_visible_changed)
    for follower in (picture, repairing):
        desk.controller.document_changed.connect(follower.on_document_changed)


def _show_outline(desk: Desk) -> None:
    """The outline beside the page, ready for the keyboard."""
    desk.actions["sidebar"].setChecked(True)
    desk.sidebar.setCurrentWidget(desk.sidebar.outline)
    desk.sidebar.outline.setFocus()


def _ask_for_entity(desk: Desk) -> None:
    """Which entity the words mention that are selected or set off."""
    if desk.current.selection is not None:
        desk.picker.leave()
        desk.linking.ask_about(desk.current.selection)
    else:
        desk.linking.ask(desk.current.annotation)


def _connect_importing(desk: Desk) -> None:
    importing, encodings = desk.importing, desk.encodings
    on = {id_: desk.actions[id_].triggered.connect for id_ in desk.actions.ids}
    on["open"](lambda: desk.dialogs.ask_for_file(desk.place.folder, file_filter()))
    on["open_encoded"](desk.ask_for_encoding)
    on["import_files"](lambda: importing.ask_for_files(desk.place.folder))
    on["import_folder"](lambda: importing.ask_for_folder(desk.place.folder))
    on["paste"](importing.paste)
    on["import_report"](importing.show_report)
    on["take_comments"](importing.take_comments)
    on["whole_page"](importing.read_whole_page)
    desk.window.data_dropped.connect(importing.take_data)
    importing.document_requested.connect(desk.open_document)
    importing.text_requested.connect(desk.show_text)
    importing.taken_in.connect(desk.on_taken_in)
    desk.opening.updated.connect(importing.tell_of_update)
    importing.progressed.connect(desk.window.status.show_activity)
    importing.ended.connect(desk.window.status.end_activity)
    for telling in (importing, encodings):
        telling.failed.connect(desk.tell)
        telling.told.connect(desk.window.messages.tell)
    encodings.text_requested.connect(desk.open_file_in)
    encodings.import_requested.connect(importing.open_as)
    encodings.document_requested.connect(desk.open_document)


def _connect_interchange(desk: Desk) -> None:
    exporting, annotations = desk.dialogs.exporting, desk.dialogs.annotations
    desk.actions["export"].triggered.connect(exporting.show)
    desk.actions["import_annotations"].triggered.connect(lambda: annotations.ask(desk.place.folder))
    exporting.told.connect(desk.window.messages.tell)
    annotations.document_requested.connect(desk.open_document)
    desk.actions["print"].triggered.connect(desk.printing.print_document)
    desk.actions["save_pdf"].triggered.connect(desk.printing.ask_for_file)
    desk.printing.hinted.connect(desk.window.status.show_hint)
    desk.printing.failed.connect(desk.tell)


def _connect_rest(desk: Desk) -> None:
    desk.menus.tag_chosen.connect(desk.tagging.give_tag)
    desk.menus.file_chosen.connect(desk.open_file)
    desk.dialogs.files_requested.connect(desk.open_files)
    desk.dialogs.document_requested.connect(desk.open_document)
    for about_text in (desk.correcting, desk.placing):
        about_text.hinted.connect(desk.window.status.show_hint)
    for following in (desk.placing, desk.versions):
        desk.controller.changed.connect(following.on_changed)
        desk.controller.document_changed.connect(following.on_document_changed)
    desk.versions.failed.connect(desk.tell)
    desk.placing.counted.connect(desk.window.status.show_displaced)
    desk.window.status.placing_requested.connect(desk.placing.show)
    desk.dialogs.failed.connect(desk.tell)
    desk.dialogs.hinted.connect(desk.window.status.show_hint)
    desk.occurrences.place_chosen.connect(desk.window.pane.select)
    desk.occurrences.failed.connect(desk.tell)
    desk.window.files_dropped.connect(desk.open_files)
    desk.window.language_changed.connect(desk.views.retell)
    desk.preferences_desk.recognition_requested.connect(desk.opening.recognise)
    desk.window.status.stop_requested.connect(desk.stop)
    desk.large_edits.began.connect(desk.views.update_actions)
    desk.large_edits.progressed.connect(desk.place.on_edit_progressed)
    desk.large_edits.done.connect(lambda _changes: desk.controller.look_around())
    desk.large_edits.failed.connect(desk.tell)
    desk.copying.progressed.connect(desk.place.on_copy_progressed)
    desk.copying.ended.connect(desk.place.on_edit_ended)
    desk.copying.failed.connect(desk.tell)
    desk.large_edits.ended.connect(desk.place.on_edit_ended)
    desk.large_edits.ended.connect(desk.views.update_actions)
    desk.preferences.theme_changed.connect(desk.views.on_theme_changed)
    desk.preferences.suggestions_toggled.connect(desk.views.show_suggestions)
    desk.current.changed.connect(desk.tagging.show_current)
    desk.current.changed.connect(desk.views.on_current_changed)
    desk.controller.changed.connect(desk.views.on_changed)
    desk.controller.changed.connect(desk.learning.on_changed)
    desk.learning.learned.connect(desk.learning_desk.refresh)
    desk.learning_desk.forgotten.connect(desk.learning.begin)
    desk.controller.failed.connect(desk.tell)
    desk.controller.library_opened.connect(desk.views.retag)
    desk.controller.document_changed.connect(desk.views.on_document_changed)
    desk.opening.file_shown.connect(desk.place.on_file_shown)
    desk.opening.document_ready.connect(desk.place.on_document_ready)
    desk.opening.document_ready.connect(lambda _was_shown: desk.views.on_page_ready())
    desk.opening.progressed.connect(desk.place.on_progressed)
    desk.opening.ended.connect(desk.place.on_ended)
    desk.opening.ended.connect(lambda kind: desk.learning.on_read() if kind == RECOGNISE else None)
    desk.opening.found_until.connect(desk.views.on_found_until)
    desk.opening.failed.connect(desk.tell)
    desk.search.failed.connect(desk.tell)
    desk.counts.changed.connect(desk.views.show_counts)
    desk.jobs.broke.connect(desk.raise_bug)

# SPDX-License-Identifier: GPL-3.0-or-later
"""After each change every part shows anew what it shows: marks, lists, counts, menus."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt

from reader import settings as names
from reader.model.edit import Changes
from reader.model.ids import DocumentId
from reader.text.spans import Span
from reader.ui.actions import State
from reader.ui.edit_names import edit_name
from reader.ui.models.tags import ShownTags, TagColour, TagColours
from reader.ui.sidebar.relations import ShownRelation
from reader.ui.sources import DocumentAnnotations
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.ui.desk import Desk

_PAGE_MENU = (
    *("accept", "reject", "note", "change_tag", "link_entity", "relate", "remove"),
    *("tag_occurrences", "new_term", "copy", "copy_citation", "find", "turn_paragraph"),
)


class Views(QObject):
    """Keeps the parts of the desk in step with the library, the language and the theme."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._annotations = DocumentAnnotations(desk.controller)
        self._found_until = 0

    # The library changed

    def on_changed(self, changes: Changes) -> None:
        """Show anew what an edit, ours or another program's, has touched."""
        document = self._desk.controller.document
        if changes.tagset:
            self.retag()
        if document is not None and self._touches(changes, document.id):
            self._desk.window.pane.marks_changed()
            self._desk.sidebar.refresh()
            self._desk.tagging.refresh_current()
            self._count()
        self._desk.dialogs.refresh()
        self._desk.preferences_desk.refresh()
        self.update_actions()

    def on_found_until(self, offset: int) -> None:
        """Suggestions were found up to the offset: those in view are shown at once, the others with the next look."""
        visible = self._desk.window.pane.visible_span
        is_news = visible is not None and self._found_until < visible.end and visible.start < offset
        if is_news and self._desk.controller.look_around():
            self._found_until = offset  # else they are found, and in the library with the next word of it

    def on_document_changed(self) -> None:
        """Another document is open, or none."""
        desk = self._desk
        self._found_until = 0
        has_document = desk.controller.document is not None
        desk.current.clear()
        self.retag()
        offset = desk.window.pane.top_offset or 0
        desk.sidebar.annotations.set_source(self._annotations if has_document else None, offset)
        desk.sidebar.suggestions.set_source(desk.suggestions if has_document else None, offset)
        desk.counts.forget()
        self._count()
        self.update_actions()

    def on_page_ready(self) -> None:
        """The document's text is on the page: its marks can be drawn."""
        self._desk.window.pane.set_marks(self._desk.marks)

    # Language and theme

    def retell(self) -> None:
        """Take every text anew from the translation in use."""
        for _ in self.retell_in_steps():
            pass

    def retell_in_steps(self) -> Iterator[None]:
        """As ``retell``; between the steps the window can do something else."""
        desk = self._desk
        desk.actions.retranslate()
        yield
        desk.menus.retranslate()
        desk.find_bar.retranslate()
        yield
        self._show_icons(desk.preferences.theme)
        yield
        self.retag()
        yield
        self.update_actions()

    def on_theme_changed(self, theme: Theme) -> None:
        self._show_icons(theme)
        self.retag()

    def retag(self) -> None:
        """Hand out the tags, in the present language and colours."""
        desk = self._desk
        theme = desk.preferences.theme
        colours = {role: TagColour(fill=fill, line=theme.lines[role]) for role, fill in theme.fills.items()}
        tags = ShownTags(desk.controller.tags(), language=desk.language.code, colours=TagColours(colours))
        desk.marks.tags = tags
        cards = (desk.picker, desk.note, desk.suggestion_card)
        dialogs = (desk.dialogs, desk.occurrences, desk.preferences_desk, desk.entities, desk.linking, desk.alike)
        for part in (desk.sidebar, *cards, *dialogs, desk.learning_desk, desk.placing):
            part.set_tags(tags)
        desk.tips.tags = desk.bulk.tags = tags
        desk.menus.show_tags(tags)
        desk.window.pane.marks_changed()

    # What is going on

    def on_current_changed(self) -> None:
        """Something else is selected or set off."""
        desk, current = self._desk, self._desk.current
        annotation, suggestion = current.annotation, current.suggestion
        desk.window.status.show_hint("")
        desk.sidebar.annotations.set_current(annotation.id if annotation is not None else "")
        if annotation is not None:
            relations = desk.controller.relations_of(annotation)
            desk.sidebar.annotations.show_relations(
                annotation.id,
                [
                    ShownRelation(
                        relation=relation,
                        other=target if source.id == annotation.id else source,
                        is_outgoing=source.id == annotation.id,
                    )
                    for relation, source, target in relations
                ],
            )
        desk.sidebar.suggestions.set_current(suggestion)
        self.update_actions()

    def update_actions(self) -> None:
        """Enable what is possible now, and say what undo and redo would do."""
        desk = self._desk
        undo, redo = desk.controller.undo_name, desk.controller.redo_name
        desk.actions.update(self._state(has_undo=undo is not None, has_redo=redo is not None))
        if undo is not None:
            desk.actions["undo"].setText(self.tr("&Undo: %1").replace("%1", edit_name(undo)))
        if redo is not None:
            desk.actions["redo"].setText(self.tr("&Redo: %1").replace("%1", edit_name(redo)))

    def show_hits(self) -> None:
        """The places found so far."""
        search, bar = self._desk.search, self._desk.find_bar
        if search.phrase:
            bar.show_result(search.count, search.current, is_complete=search.is_complete)
        else:
            bar.clear_result()
        self._desk.window.pane.marks_changed()
        self.update_actions()

    def show_suggestions(self, shown: bool) -> None:
        self._desk.marks.shows_suggestions = shown
        self._desk.window.pane.marks_changed()

    def show_terms(self, shown: bool) -> None:
        """Whether terms are underlined on the page."""
        self._desk.settings.set(names.TERMS_SHOWN, shown)
        self._desk.marks.shows_terms = shown
        self._desk.window.pane.marks_changed()

    def show_learning_words(self, shown: bool) -> None:
        """Whether words that are being learned are marked on the page."""
        self._desk.settings.set(names.LEARNING_WORDS_SHOWN, shown)
        self._desk.vocabulary.page.shows_learning = shown
        self._desk.window.pane.marks_changed()

    def show_new_words(self, shown: bool) -> None:
        """Whether words that are new to the reader are marked on the page."""
        self._desk.settings.set(names.NEW_WORDS_SHOWN, shown)
        self._desk.vocabulary.page.shows_new = shown
        self._desk.window.pane.marks_changed()

    def on_least_confidence_changed(self, least: float) -> None:
        """Other suggestions are shown now."""
        desk = self._desk
        desk.window.pane.marks_changed()
        desk.sidebar.suggestions.show_least(least)
        desk.review.refresh()
        self._count()

    def show_page_menu(self, at: QPoint, offset: int) -> None:
        """The page's own menu, about what stands at the offset."""
        desk = self._desk
        if desk.current.selection is None:
            self._choose_at(offset)
        desk.menus.show_page_menu(at, _PAGE_MENU)

    def _choose_at(self, offset: int) -> None:
        here = Span(offset, offset + 1)
        annotations = self._desk.controller.annotations_in(here)
        suggestions = self._desk.controller.suggestions_in(here)
        if annotations:
            self._desk.tagging.choose_annotation(min(annotations, key=lambda each: len(each.span)).id, reveal=False)
        elif suggestions:
            self._desk.tagging.choose_suggestion(suggestions[-1], reveal=False)

    def _state(self, *, has_undo: bool, has_redo: bool) -> State:
        desk = self._desk
        return State(
            has_document=True,
            is_in_library=desk.controller.document is not None,
            has_selection=desk.current.selection is not None,
            has_annotation=desk.current.annotation is not None,
            has_suggestion=desk.current.suggestion is not None,
            is_reviewing=desk.review.is_on,
            has_open_suggestions=desk.counts.total > 0,
            has_hidden_suggestions=desk.counts.hidden > 0,
            has_entity_offers=desk.offers.count > 0,
            has_search=desk.search.count > 0,
            can_undo=has_undo and not desk.controller.is_busy,
            can_redo=has_redo and not desk.controller.is_busy,
            can_write=desk.controller.can_write and not desk.controller.is_busy,
        )

    def show_counts(self) -> None:
        """The suggestions were counted."""
        self._desk.window.status.show_counts(self._annotations.count(), self._desk.counts.total)
        self._desk.sidebar.suggestions.refresh()
        self.update_actions()

    def _count(self) -> None:
        self._desk.window.status.show_counts(self._annotations.count(), self._desk.counts.total)
        self._desk.counts.count_again()

    def _show_icons(self, theme: Theme) -> None:
        right_to_left = self._desk.window.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self._desk.menus.show_icons(theme, right_to_left=right_to_left)

    def _touches(self, changes: Changes, document_id: DocumentId) -> bool:
        return document_id in changes.annotations_of | changes.relations_of | changes.suggestions_of

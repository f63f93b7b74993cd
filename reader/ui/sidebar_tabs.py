# SPDX-License-Identifier: GPL-3.0-or-later
"""The sidebar in tabs: the document's tags, the open suggestions, the entities it mentions, its terms, its words."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QTabWidget

from reader.text.spans import Span
from reader.ui.compact_tabs import CompactTabBar
from reader.ui.icons import icon
from reader.ui.models.tags import ShownTags
from reader.ui.sidebar.annotations import AnnotationPanel
from reader.ui.sidebar.entities import EntityPanel
from reader.ui.sidebar.outline import OutlinePanel
from reader.ui.sidebar.suggestions import SuggestionPanel
from reader.ui.sidebar.terms import TermPanel
from reader.ui.sidebar.vocabulary import VocabularyPanel

_ICONS = ("tag", "suggestion", "entity", "term", "word", "outline")
_NEW_LOOKS = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange)


class SidebarTabs(QTabWidget):
    """Passes on to the panels what concerns them all."""

    def __init__(self, quotes: QFont, annotations: AnnotationPanel, suggestions: SuggestionPanel) -> None:
        super().__init__()
        self.annotations = annotations
        self.suggestions = suggestions
        self.entities = EntityPanel()
        self.terms = TermPanel()
        self.vocabulary = VocabularyPanel()
        self.outline = OutlinePanel()
        self._entity_offers = 0
        self._bar = CompactTabBar()
        self.setTabBar(self._bar)
        for panel in (self.annotations, self.suggestions, self.entities, self.terms, self.vocabulary, self.outline):
            panel.set_quote_font(quotes)
            self.addTab(panel, "")
        self.setDocumentMode(True)
        self.retranslate()
        self._draw_icons()

    def set_tags(self, tags: ShownTags) -> None:
        self.annotations.set_tags(tags)
        self.suggestions.set_tags(tags)
        self.entities.set_tags(tags)

    def refresh(self) -> None:
        self.annotations.refresh()
        self.suggestions.refresh()

    def follow(self, span: Span) -> None:
        self.annotations.follow(span)
        self.suggestions.follow(span)
        self.terms.follow(span)
        self.outline.follow(span)

    def show_entity_offers(self, count: int) -> None:
        """So many tags have the name of an entity and no link yet: the tab says so, quietly."""
        self._entity_offers = count
        self.retranslate()

    def retranslate(self) -> None:
        count = self.locale().toString(self._entity_offers) if self._entity_offers else ""
        self._bar.name_tab(0, self.tr("Tags"))
        self._bar.name_tab(1, self.tr("Suggestions"))
        self._bar.name_tab(2, self.tr("Entities"), count)
        self._bar.name_tab(3, self.tr("Terms"))
        self._bar.name_tab(4, self.tr("Words"))
        self._bar.name_tab(5, self.tr("Outline"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        if event.type() in _NEW_LOOKS:
            self._draw_icons()
        super().changeEvent(event)

    def _draw_icons(self) -> None:
        colour = self.palette().color(QPalette.ColorRole.WindowText)
        for index, name in enumerate(_ICONS):
            self.setTabIcon(index, icon(name, colour, right_to_left=self.isRightToLeft()))

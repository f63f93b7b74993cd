# SPDX-License-Identifier: GPL-3.0-or-later
"""The sidebar in tabs: the document's tags, the open suggestions, the entities it mentions, its terms, its words."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QTabWidget

from reader.text.spans import Span
from reader.ui.models.sentences import filled
from reader.ui.models.tags import ShownTags
from reader.ui.sidebar.annotations import AnnotationPanel
from reader.ui.sidebar.entities import EntityPanel
from reader.ui.sidebar.outline import OutlinePanel
from reader.ui.sidebar.suggestions import SuggestionPanel
from reader.ui.sidebar.terms import TermPanel
from reader.ui.sidebar.vocabulary import VocabularyPanel


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
        for panel in (self.annotations, self.suggestions, self.entities, self.terms, self.vocabulary, self.outline):
            panel.set_quote_font(quotes)
            self.addTab(panel, "")
        self.setDocumentMode(True)
        self.tabBar().setExpanding(False)
        self.tabBar().setDrawBase(False)
        self.retranslate()

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
        self.setTabText(0, self.tr("Tags"))
        self.setTabText(1, self.tr("Suggestions"))
        entities, count = self.tr("Entities"), self.locale().toString(self._entity_offers)
        self.setTabText(2, filled("%1 (%2)", entities, count) if self._entity_offers else entities)
        self.setTabText(3, self.tr("Terms"))
        self.setTabText(4, self.tr("Words"))
        self.setTabText(5, self.tr("Outline"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

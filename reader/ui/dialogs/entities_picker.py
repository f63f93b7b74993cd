# SPDX-License-Identifier: GPL-3.0-or-later
"""A small board beside a tagged word: which entity is meant? Proposals, a search, a new entity; by keys alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reader.text.direction import Direction
from reader.ui.dialogs.entities_rows import NO_COLOUR
from reader.ui.entity_question import Question, Reach
from reader.ui.models.entities import EntityWords
from reader.ui.models.sentences import filled, isolated, on_one_line, qt_direction
from reader.ui.models.tags import ShownTags
from reader.ui.models.windows import Index
from reader.ui.popups.card import Card
from reader.ui.sidebar.entries import Entry, EntryPainter
from reader.ui.sidebar.window_list import key_is
from reader.workspace.entity_proposals import Proposal

_WIDTH_PX = 360
_ROWS_SHOWN = 6
_PROPOSAL_ROLE = Qt.ItemDataRole.UserRole + 1


class EntityPicker(Card):
    """Give it the main window as parent. On appearing it takes the keyboard: type to search, Return links.

    Signals:
        search_requested (str typed): give the proposals for what is typed; "" for those by the words.
        entity_chosen (Entity, Reach).
        creation_requested (str name, Reach): make an entity of this name and link to it.
        refusal_requested (Entity): it is not that one, and shall not be proposed here again.
        unlink_requested (Reach).
        closed (): the focus can go back to where it was.
    """

    search_requested = Signal(str)
    entity_chosen = Signal(object, object)
    creation_requested = Signal(str, object)
    refusal_requested = Signal(object)
    unlink_requested = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags = ShownTags()
        self._question = Question(words="")
        self.headline = QLabel()
        self.filter = QLineEdit()
        self.rows = QListWidget()
        self._delegate = _ProposalDelegate(self.rows)
        self.reach = QComboBox()
        self.unlink = QPushButton()
        self.keys = QLabel()
        self._lay_out()
        self._connect()
        self._retranslate()

    def set_tags(self, tags: ShownTags) -> None:
        self._tags = tags
        self._delegate.tags = tags
        self.rows.viewport().update()

    def set_quote_font(self, font: QFont) -> None:
        self._delegate.painter.set_quote_font(font)

    def ask(self, question: Question, proposals: Sequence[Proposal], rect: QRect, direction: Direction) -> None:
        """Appear beside ``rect`` (global) and ask."""
        self._question = question
        self.filter.blockSignals(True)
        self.filter.clear()
        self.filter.blockSignals(False)
        self.setFixedWidth(_WIDTH_PX)
        self._show_question()
        self.show_proposals(proposals)
        self.appear(rect, qt_direction(direction))
        self.filter.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_proposals(self, proposals: Sequence[Proposal]) -> None:
        """What may be meant, the likeliest first; below them a row that makes a new entity."""
        self.rows.clear()
        for proposal in proposals:
            self.rows.addItem(self._item(proposal))
        name = self._new_name()
        new = QListWidgetItem(filled(self.tr("New entity “%1”"), on_one_line(name, 60)))
        self.rows.addItem(new)
        self.rows.setCurrentRow(0)
        shown = min(self.rows.count(), _ROWS_SHOWN)
        height = sum(self.rows.sizeHintForRow(row) for row in range(shown))
        self.rows.setFixedHeight(height + 4)
        self.fit()

    @property
    def proposals(self) -> list[Proposal]:
        """What is listed."""
        found = (self.rows.item(row).data(_PROPOSAL_ROLE) for row in range(self.rows.count()))
        return [each for each in found if isinstance(each, Proposal)]

    def leave(self) -> None:
        """Close without choosing."""
        had_focus = self.has_keyboard
        self.hide()
        if had_focus:
            self.closed.emit()

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and watched in (self.filter, self.reach, self.unlink):
            if event.type() == QEvent.Type.ShortcutOverride and self._on_key(event, watched, is_claim=True):
                event.accept()
                return True
            return event.type() == QEvent.Type.KeyPress and self._on_key(event, watched, is_claim=False)
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _lay_out(self) -> None:
        self.headline.setWordWrap(True)
        self.headline.setTextFormat(Qt.TextFormat.PlainText)
        self.rows.setItemDelegate(self._delegate)
        self.rows.setFrameShape(QListWidget.Shape.NoFrame)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.setMouseTracking(True)
        self.keys.setObjectName("quiet")
        self.keys.setWordWrap(True)
        for widget in (self.headline, self.filter, self.rows, self.reach, self.unlink, self.keys):
            self.body.addWidget(widget)

    def _connect(self) -> None:
        for widget in (self.filter, self.reach, self.unlink):
            widget.installEventFilter(self)
        self.filter.textChanged.connect(lambda text: self.search_requested.emit(text.strip()))
        self.rows.itemClicked.connect(self._choose)
        self.rows.itemEntered.connect(self.rows.setCurrentItem)
        self.unlink.clicked.connect(self._on_unlink)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Link to an entity"))
        self.filter.setPlaceholderText(self.tr("Find an entity, or name a new one"))
        self.filter.setAccessibleName(self.tr("Find an entity, or name a new one"))
        self.rows.setAccessibleName(self.tr("Entities that may be meant"))
        self.reach.setAccessibleName(self.tr("What is linked"))
        self.keys.setText(self.tr("Return links, Delete says that it is not this one, Tab goes on, Escape closes."))
        self._show_question()

    def _show_question(self) -> None:
        question = self._question
        words = on_one_line(question.words, 80)
        if question.linked_to is None:
            self.headline.setText(filled(self.tr("Who or what is “%1”?"), words))
        else:
            self.headline.setText(filled(self.tr("“%1” is linked to %2."), words, question.linked_to.name))
        self.unlink.setText(self.tr("Take the link away"))
        self.unlink.setVisible(question.linked_to is not None)
        self.reach.clear()
        self.reach.addItem(self.tr("Link this tag only"), Reach.ONE)
        if question.alike_here:
            everyone = self.tr("Link all %n tags like this in the text", "", question.alike_here + 1)
            self.reach.addItem(everyone, Reach.ALIKE_HERE)
            self.reach.setCurrentIndex(1)
        if question.can_choose:
            self.reach.addItem(self.tr("Choose among all like this in the library…"), Reach.CHOOSE)

    def _item(self, proposal: Proposal) -> QListWidgetItem:
        item = QListWidgetItem(proposal.entity.name)
        item.setData(_PROPOSAL_ROLE, proposal)
        words = EntityWords(self)
        name, kind = proposal.entity.name, words.kind(proposal.entity, self._tags)
        described = f"{isolated(name)} — {isolated(kind)}. {words.reasons(proposal)}"
        item.setToolTip(described)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, described)
        return item

    def _new_name(self) -> str:
        return self.filter.text().strip() or " ".join(self._question.words.split())

    @property
    def _reach(self) -> Reach:
        return Reach(self.reach.currentData())

    def _on_key(self, event: QKeyEvent, watched: QObject, *, is_claim: bool) -> bool:
        if key_is(event, Qt.Key.Key_Escape):
            return is_claim or self._close()
        if watched is not self.filter:
            return False
        if key_is(event, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return is_claim or self._choose(self.rows.currentItem())
        if key_is(event, Qt.Key.Key_Down, Qt.Key.Key_Up):
            return is_claim or self._step(1 if event.key() == Qt.Key.Key_Down else -1)
        if key_is(event, Qt.Key.Key_Delete) and not self.filter.text():
            return is_claim or self._refuse()
        return False

    def _step(self, by: int) -> bool:
        self.rows.setCurrentRow((self.rows.currentRow() + by) % self.rows.count())
        return True

    def _close(self) -> bool:
        self.leave()
        return True

    def _choose(self, item: QListWidgetItem | None) -> bool:
        proposal = item.data(_PROPOSAL_ROLE) if item is not None else None
        name, reach = self._new_name(), self._reach
        self.leave()
        if isinstance(proposal, Proposal):
            self.entity_chosen.emit(proposal.entity, reach)
        elif name:
            self.creation_requested.emit(name, reach)
        return True

    def _refuse(self) -> bool:
        proposal = self.rows.currentItem().data(_PROPOSAL_ROLE) if self.rows.currentItem() is not None else None
        if isinstance(proposal, Proposal):
            self.refusal_requested.emit(proposal.entity)
        return True

    def _on_unlink(self) -> None:
        reach = self._reach
        self.leave()
        self.unlink_requested.emit(reach)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        """The user went to another part of the window: the board is in the way there."""
        if self.isVisible() and now is not None and not self.isAncestorOf(now) and now.window() is self.window():
            self.hide()


class _ProposalDelegate(QStyledItemDelegate):
    """Draws a proposal as an entry, and the row for a new entity as a sentence."""

    def __init__(self, rows: QListWidget) -> None:
        super().__init__(rows)
        self.tags = ShownTags()
        self._words = EntityWords(self)
        self.painter = EntryPainter()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if index.data(_PROPOSAL_ROLE) is None:
            return QSize(100, option.fontMetrics.height() + 14)
        return self.painter.size(option)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        proposal = index.data(_PROPOSAL_ROLE)
        if not isinstance(proposal, Proposal):
            super().paint(painter, option, index)
            return
        kind = proposal.entity.kind
        entry = Entry(
            quote=proposal.entity.name,
            name=self._words.kind(proposal.entity, self.tags),
            detail=self._words.reasons(proposal),
            is_detail_ours=True,
            colour=NO_COLOUR if kind is None else self.tags.colour(kind),
        )
        self.painter.draw(painter, option, entry)

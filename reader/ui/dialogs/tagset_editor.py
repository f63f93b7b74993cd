# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog in which users make, change, order, merge and delete tags."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from reader.model.ids import TagId
from reader.ui.dialogs.tag_deletion import TagDeletionDialog
from reader.ui.dialogs.tag_form import LANGUAGES, TagForm
from reader.ui.dialogs.tag_tree import TagTree
from reader.ui.models.tags import TAG_ROLES, ShownTags
from reader.ui.sidebar.tag_menu import TagMenu


class TagsetEditor(QDialog):
    """Shows the tags and asks for changes of them; each is an edit that can be undone. Knows no store.

    Show it without making it modal, so that the page can be seen, and call ``show_tags`` after every change.

    Signals:
        tag_addition_requested (tuple of (language, name), str colour role, str parent tag id or ""):
            a new tag at the end of its level.
        tag_change_requested (Tag before, Tag after): names, colour, shortcut or description.
        order_requested (list of str tag ids, str parent tag id or ""): these stand under that parent, in this order.
        merge_requested (str tag id, str tag id it becomes part of).
        deletion_requested (str tag id, str tag id its annotations move to): "" deletes them with it; nested tags
            move up.
        undo_requested ().
    """

    tag_addition_requested = Signal(object, str, str)
    tag_change_requested = Signal(object, object)
    order_requested = Signal(list, str)
    merge_requested = Signal(str, str)
    deletion_requested = Signal(str, str)
    undo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags = ShownTags()
        self._counts: Mapping[TagId, int] = {}
        self._shown_id = ""
        self._known: frozenset[TagId] | None = None
        self.tree = TagTree()
        self.form = TagForm()
        self.add = QPushButton()
        self.add_nested = QPushButton()
        self.up = QToolButton()
        self.down = QToolButton()
        self.nest = QToolButton()
        self.unnest = QToolButton()
        self.merge = QPushButton()
        self.delete = QPushButton()
        self.close_button = QPushButton()
        self.usage = QLabel()
        self._lay_out()
        self._connect()
        self._retranslate()

    def show_tags(self, tags: ShownTags, counts: Mapping[TagId, int]) -> None:
        """The tags and how many annotations each has in the whole library; call again after every edit."""
        new = [tag.id for tag in tags.tags if self._known is not None and tag.id not in self._known]
        self._tags, self._counts = tags, counts
        self._known = frozenset(tag.id for tag in tags.tags)
        self._shown_id = ""
        self.tree.show_tags(tags, counts)
        if len(new) == 1:
            self._edit_new(new[0])

    # Qt

    def done(self, result: int) -> None:
        """Closed by any road: what was typed is saved first."""
        self.form.save()
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.LayoutDirectionChange):
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _lay_out(self) -> None:
        self.usage.setObjectName("quiet")
        self.usage.setWordWrap(True)
        for button in (self.add, self.add_nested, self.merge, self.delete, self.close_button):
            button.setAutoDefault(False)
        under_tree = QHBoxLayout()
        under_tree.setSpacing(4)
        for tool in (self.add, self.add_nested, self.up, self.down, self.nest, self.unnest):
            under_tree.addWidget(tool)
        under_tree.addStretch()
        list_side = QVBoxLayout()
        list_side.setSpacing(8)
        list_side.addWidget(self.tree, 1)
        list_side.addLayout(under_tree)
        deeds = QHBoxLayout()
        deeds.setSpacing(8)
        deeds.addWidget(self.merge)
        deeds.addWidget(self.delete)
        deeds.addStretch()
        deeds.addWidget(self.close_button)
        form_side = QVBoxLayout()
        form_side.setSpacing(12)
        form_side.addWidget(self.form)
        form_side.addWidget(self.usage)
        form_side.addStretch()
        form_side.addLayout(deeds)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(20)
        layout.addLayout(list_side, 5)
        layout.addLayout(form_side, 6)
        self.resize(820, 520)

    def _connect(self) -> None:
        self.tree.tag_selected.connect(self._on_tag_selected)
        self.tree.order_requested.connect(self.order_requested)
        self.form.change_requested.connect(self.tag_change_requested)
        self.add.clicked.connect(lambda: self._add(""))
        self.add_nested.clicked.connect(lambda: self._add(self.tree.current_id))
        self.up.clicked.connect(lambda: self.tree.move_by(-1))
        self.down.clicked.connect(lambda: self.tree.move_by(1))
        self.nest.clicked.connect(self.tree.nest)
        self.unnest.clicked.connect(self.tree.unnest)
        self.merge.clicked.connect(self._on_merge)
        self.delete.clicked.connect(self._on_delete)
        self.close_button.clicked.connect(self.accept)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self.undo_requested.emit)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.tree, self._on_delete)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Tags"))
        self.tree.setHeaderLabels([self.tr("Tag"), self.tr("Key"), self.tr("Uses")])
        self.tree.setAccessibleName(self.tr("Tags"))
        self.add.setText(self.tr("New"))
        self.add_nested.setText(self.tr("New below"))
        self.add_nested.setToolTip(self.tr("A new tag nested under the chosen one"))
        self.merge.setText(self.tr("Merge into…"))
        self.delete.setText(self.tr("Delete…"))
        self.close_button.setText(self.tr("Close"))
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        inwards, outwards = ("⇠", "⇢") if is_mirrored else ("⇢", "⇠")
        self._name(self.up, "↑", self.tr("Move up (Alt+Up)"))
        self._name(self.down, "↓", self.tr("Move down (Alt+Down)"))
        self._name(self.nest, inwards, self.tr("Nest under the tag above (Alt+PageDown)"))
        self._name(self.unnest, outwards, self.tr("Take out of the nest (Alt+PageUp)"))
        self._show_usage()

    @staticmethod
    def _name(button: QToolButton, text: str, sentence: str) -> None:
        button.setText(text)
        button.setToolTip(sentence)
        button.setAccessibleName(sentence)

    @Slot(str)
    def _on_tag_selected(self, tag_id: str) -> None:
        if self._shown_id not in ("", tag_id):
            self.form.save()
        self._shown_id = tag_id
        self.form.show_tag(self._tags, tag_id)
        for button in (self.add_nested, self.up, self.down, self.nest, self.unnest, self.merge, self.delete):
            button.setEnabled(bool(tag_id))
        self.merge.setEnabled(bool(tag_id) and len(self._tags) > 1)
        self._show_usage()

    def _show_usage(self) -> None:
        count = self._counts.get(TagId(self.tree.current_id), 0)
        self.usage.setText(self.tr("%n annotations in the library have this tag.", "", count))
        self.usage.setVisible(bool(self.tree.current_id))

    def _add(self, parent_id: str) -> None:
        self.form.save()
        used = {tag.colour for tag in self._tags.tags}
        colour = next((role for role in TAG_ROLES if role not in used), TAG_ROLES[len(self._tags) % len(TAG_ROLES)])
        language = self._tags.language if self._tags.language in LANGUAGES else LANGUAGES[0]
        self.tag_addition_requested.emit(((language, self.tr("New tag")),), colour, parent_id)

    def _edit_new(self, tag_id: str) -> None:
        self.tree.go_to(tag_id)
        field = self.form.names.get(self._tags.language, self.form.names[LANGUAGES[0]])
        field.setFocus()
        field.selectAll()

    def _on_merge(self) -> None:
        self.form.save()
        tag_id = self.tree.current_id
        others = [tag for tag in self._tags.tags if tag.id != tag_id]
        shown = ShownTags(others, language=self._tags.language, colours=self._tags.colours)
        menu = TagMenu("", shown, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.tag_chosen.connect(lambda into: self.merge_requested.emit(tag_id, into))
        menu.popup(self.merge.mapToGlobal(self.merge.rect().bottomLeft()))

    def _on_delete(self) -> None:
        tag_id = TagId(self.tree.current_id)
        count = self._counts.get(tag_id, 0)
        if not tag_id:
            return
        if not count:
            self._shown_id = ""
            self.deletion_requested.emit(tag_id, "")
            return
        question = TagDeletionDialog(self._tags, tag_id, count, self)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.deletion_requested.connect(self.deletion_requested)
        question.open()

# SPDX-License-Identifier: GPL-3.0-or-later
"""The menu bar, made from the table of actions, with the tags, the recent files and the page's own menu."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from reader.ui.actions import ACTIONS, NESTED, NESTED_BEFORE, Actions, Menu
from reader.ui.i18n import isolated, translate
from reader.ui.icons import icon
from reader.ui.main_window import MainWindow
from reader.ui.models.tags import ShownTags
from reader.ui.theme import SPACE_PX, Theme

PAGE_KEYS = (
    *("accept", "reject", "remove", "leave_review", "accept_same", "reject_same"),
    *(entry.id for entry in ACTIONS if entry.menu is Menu.EDGES),
)
"""Actions whose keys are typed in other places too: theirs work on the page alone."""

_BESIDE_MENUS = ("undo", "redo", "find", "sidebar")
_DIGIT_ZEROS = ("0", "\u0660", "\u06f0")


class Menus(QObject):
    """Signals: tag_chosen (str tag id), file_chosen (Path)."""

    tag_chosen = Signal(str)
    file_chosen = Signal(object)

    def __init__(self, window: MainWindow, page: QWidget, actions: Actions) -> None:
        super().__init__(window)
        self._window = window
        self._bar = window.menu_bar
        self._page = page
        self._actions = actions
        self._menus = {menu: self._bar.addMenu("") for menu in Menu if menu not in NESTED}
        self._menus |= {menu: QMenu(self._menus[parent]) for menu, parent in NESTED.items()}
        self._recent = QMenu(self._menus[Menu.FILE])
        self._tag_actions: list[QAction] = []
        self._buttons = QWidget()
        self._fill()
        self._keep_page_keys_on_page()
        self._add_buttons()
        self.retranslate()

    def retranslate(self) -> None:
        for menu, widget in self._menus.items():
            widget.setTitle(translate("Actions", menu.value))
        self._recent.setTitle(self.tr("Open &recent"))

    def show_tags(self, tags: ShownTags) -> None:
        """List the tags on top of their menu, each with its shortcut."""
        for action in self._tag_actions:
            action.deleteLater()
        menu = self._menus[Menu.TAG]
        before = menu.actions()[0] if menu.actions() else None
        self._tag_actions = [self._tag_action(tags.name(tag.id), tag.id, tag.shortcut) for tag in tags.tags]
        for action in self._tag_actions:
            menu.insertAction(before, action) if before is not None else menu.addAction(action)

    def show_recent(self, paths: Sequence[Path]) -> None:
        self._recent.clear()
        self._recent.menuAction().setVisible(bool(paths))
        for path in paths:
            action = self._recent.addAction(isolated(str(path)))
            action.triggered.connect(lambda _checked=False, chosen=path: self.file_chosen.emit(chosen))

    def show_icons(self, theme: Theme, *, right_to_left: bool) -> None:
        """Draw the icons in the theme's colours."""
        for menu in Menu:
            for entry, action in self._actions.of_menu(menu):
                if entry.icon:
                    action.setIcon(icon(entry.icon, theme.colour("panel-ink"), right_to_left=right_to_left))
                    action.setIconVisibleInMenu(False)

    def show_page_menu(self, at: QPoint, ids: Sequence[str]) -> None:
        """Open a menu on the page: the tags where there is a selection, then these actions."""
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._actions["tag_occurrences"].isEnabled():
            menu.addActions(self._tag_actions)
            menu.addSeparator()
        for id_ in ids:
            if self._actions[id_].isEnabled():
                menu.addAction(self._actions[id_])
        menu.popup(at)

    def _fill(self) -> None:
        for menu, widget in self._menus.items():
            for entry, action in self._actions.of_menu(menu):
                if entry.new_group:
                    widget.addSeparator()
                widget.addAction(action)
        self._menus[Menu.FILE].insertMenu(self._actions["library"], self._recent)
        for menu, parent in NESTED.items():
            self._menus[parent].insertMenu(self._actions[NESTED_BEFORE[menu]], self._menus[menu])

    def _keep_page_keys_on_page(self) -> None:
        for id_ in PAGE_KEYS:
            self._put_on_page(self._actions[id_])

    def _put_on_page(self, action: QAction) -> None:
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._page.addAction(action)

    def _tag_action(self, name: str, tag_id: str, shortcut: str) -> QAction:
        action = QAction(name.replace("&", "&&"), self)
        action.setObjectName(f"tag {tag_id}")
        action.setShortcuts([QKeySequence(key) for key in same_keys(shortcut)])
        action.triggered.connect(lambda: self.tag_chosen.emit(tag_id))
        self._put_on_page(action)
        return action

    def _add_buttons(self) -> None:
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(SPACE_PX, 0, SPACE_PX, 0)
        row.setSpacing(SPACE_PX // 2)
        for id_ in _BESIDE_MENUS:
            button = QToolButton()
            button.setDefaultAction(self._actions[id_])
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)
        self._window.put_beside_menus(self._buttons)


def same_keys(shortcut: str) -> list[str]:
    """The shortcut, and for a digit the same on Arabic and Persian keyboards."""
    if not (len(shortcut) == 1 and shortcut.isdecimal()):
        return [shortcut] if shortcut else []
    return [chr(ord(zero) + int(shortcut)) for zero in _DIGIT_ZEROS]

# SPDX-License-Identifier: GPL-3.0-or-later
"""Colours by role, read from ``resources/themes``; the palette and the restrained style sheet made from them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

from reader.resources import resource

SPACE_PX = 8
"""The one unit of space in the window: gaps are halves and multiples of it."""

THEMES = ("light", "sepia", "dark")


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A set of colours. ``fills`` and ``lines`` are those of the tag roles, ``tag-1`` to ``tag-12``."""

    name: str
    is_dark: bool
    roles: Mapping[str, QColor]
    fills: Mapping[str, QColor]
    lines: Mapping[str, QColor]

    def colour(self, role: str) -> QColor:
        return self.roles[role]


def load_theme(name: str) -> Theme:
    """The theme of that name.

    Raises:
        ResourceMissing: when the installation lacks it.
    """
    table = tomllib.loads(resource(f"themes/{name}.toml").read_text("utf-8"))
    return Theme(
        name=name,
        is_dark=bool(table["dark"]),
        roles={role: QColor(value) for role, value in table["roles"].items()},
        fills={role: QColor(pair["fill"]) for role, pair in table["tags"].items()},
        lines={role: QColor(pair["line"]) for role, pair in table["tags"].items()},
    )


def palette_of(theme: Theme) -> QPalette:
    """What Qt's own widgets are painted with."""
    palette = QPalette()
    for role, name in _PALETTE_ROLES.items():
        palette.setColor(role, theme.colour(name))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("disabled"))
    return palette


_PALETTE_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "panel-ink",
    QPalette.ColorRole.Base: "panel",
    QPalette.ColorRole.AlternateBase: "window",
    QPalette.ColorRole.Text: "panel-ink",
    QPalette.ColorRole.PlaceholderText: "panel-quiet",
    QPalette.ColorRole.Button: "window",
    QPalette.ColorRole.ButtonText: "panel-ink",
    QPalette.ColorRole.BrightText: "panel-ink",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "accent-ink",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "panel",
    QPalette.ColorRole.ToolTipText: "panel-ink",
    QPalette.ColorRole.Light: "panel",
    QPalette.ColorRole.Midlight: "panel",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "border",
    QPalette.ColorRole.Shadow: "border",
    QPalette.ColorRole.Accent: "accent",
}

_SHEET = """
QMainWindow, QDialog {{ background: {window}; }}
QMenuBar {{ background: {window}; color: {panel-ink}; padding: 0 {space}px; }}
QMenuBar::item {{ padding: {space}px {space}px; border-radius: {half}px; background: transparent; }}
QMenuBar::item:selected {{ background: {border}; }}
QMenu {{ background: {panel}; color: {panel-ink}; border: 1px solid {border}; padding: {half}px; }}
QMenu::item {{ padding: {half}px {triple}px; border-radius: {half}px; }}
QMenu::item:selected {{ background: {accent}; color: {accent-ink}; }}
QMenu::item:disabled {{ color: {disabled}; background: transparent; }}
QMenu::separator {{ height: 1px; background: {border}; margin: {half}px {space}px; }}
QToolTip {{ background: {panel}; color: {panel-ink}; border: 1px solid {border}; padding: {half}px; }}
QSplitter::handle {{ background: {border}; }}
QStatusBar {{ background: {window}; color: {panel-quiet}; }}
QStatusBar::item {{ border: 0; }}
QTabWidget::pane {{ border: 0; background: {panel}; }}
QTabBar {{ background: {panel}; }}
QTabBar::tab {{ background: transparent; color: {panel-quiet}; border: 0; border-bottom: 2px solid transparent;
  padding: {space}px {space}px; }}
QTabBar::tab:selected {{ color: {panel-ink}; border-bottom-color: {accent}; }}
QTabBar::tab:hover {{ color: {panel-ink}; }}
QLineEdit, QPlainTextEdit, QTextEdit {{ background: {page}; color: {ink}; border: 1px solid {border};
  border-radius: {half}px; padding: {half}px; selection-background-color: {accent}; selection-color: {accent-ink}; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus {{ border-color: {accent}; }}
QAbstractItemView {{ background: {panel}; color: {panel-ink}; border: 0; outline: 0;
  selection-background-color: {selection}; selection-color: {panel-ink}; }}
QComboBox {{ background: {page}; color: {ink}; border: 1px solid {border}; border-radius: {half}px;
  padding: {half}px {space}px; }}
QComboBox:focus, QComboBox:on {{ border-color: {accent}; }}
QComboBox::drop-down {{ border: 0; width: {triple}px; }}
QComboBox::down-arrow {{ image: url("{arrow}"); width: 12px; height: 12px; }}
QPushButton {{ background: {panel}; color: {panel-ink}; border: 1px solid {border}; border-radius: {half}px;
  padding: {half}px {double}px; }}
QPushButton:hover, QPushButton:focus {{ border-color: {accent}; }}
QPushButton:default {{ background: {accent}; color: {accent-ink}; border-color: {accent}; }}
QPushButton:disabled {{ color: {disabled}; }}
QToolButton {{ background: transparent; color: {panel-ink}; border: 1px solid transparent; border-radius: {half}px;
  padding: {half}px; }}
QToolButton:hover, QToolButton:focus {{ border-color: {border}; background: {window}; }}
QToolButton:disabled {{ color: {disabled}; }}
QCheckBox {{ spacing: {space}px; }}
QCheckBox::indicator, QAbstractItemView::indicator {{ width: 14px; height: 14px; background: {page};
  border: 1px solid {thumb}; border-radius: 3px; }}
QCheckBox::indicator:hover, QCheckBox::indicator:focus {{ border-color: {accent}; }}
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {{ background: {accent}; border-color: {accent};
  image: url("{check}"); }}
QCheckBox::indicator:disabled, QAbstractItemView::indicator:disabled {{ border-color: {border}; }}
QSlider::groove:horizontal {{ height: 4px; background: {thumb}; border-radius: 2px; }}
QSlider::handle:horizontal {{ width: 14px; height: 14px; margin: -5px 0; background: {accent}; border-radius: 7px;
  border: 0; }}
QSlider::handle:horizontal:focus {{ background: {panel-ink}; }}
QHeaderView::section {{ background: {window}; color: {panel-quiet}; border: 0; border-bottom: 1px solid {border};
  padding: {half}px; }}
QProgressBar {{ background: {border}; border: 0; border-radius: 2px; max-height: {half}px; min-height: {half}px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 2px; }}
QScrollBar {{ background: transparent; border: 0; }}
QScrollBar:vertical {{ width: 12px; }}
QScrollBar:horizontal {{ height: 12px; }}
QScrollBar::handle {{ background: {thumb}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {panel-quiet}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
  background: transparent; border: 0; width: 0; height: 0; }}
#pageFrame QScrollBar {{ background: {page}; }}
#sidebar {{ background: {panel}; }}
#findBar {{ background: {panel}; border-bottom: 1px solid {border}; }}
#messageBar {{ border-bottom: 1px solid {border}; }}
#messageBar[tone="notice"] {{ background: {notice}; }}
#messageBar[tone="warning"] {{ background: {warning}; }}
#messageBar[tone="error"] {{ background: {error}; }}
#messageBar QLabel {{ color: {panel-ink}; background: transparent; }}
#meaning {{ border: 1px solid transparent; border-radius: {half}px; }}
#meaning:focus {{ border-color: {accent}; }}
#link {{ color: {accent}; border: 0; padding: 0; background: transparent; }}
#link:hover {{ text-decoration: underline; background: transparent; }}
#status:checked, #pin:checked {{ background: {selection}; border-color: {accent}; }}
#chosen {{ color: {accent}; }}
#fold {{ color: {panel-quiet}; padding: 2px 4px; }}
#failure {{ background: {error}; color: {panel-ink}; border-radius: {half}px; padding: {half}px {space}px; }}
#quiet {{ color: {panel-quiet}; }}
"""


def sheet_of(theme: Theme) -> str:
    """The style sheet of the window's frame; the page itself is painted by the reading pane."""
    values = {role: colour.name() for role, colour in theme.roles.items()}
    sizes = {"half": SPACE_PX // 2, "space": SPACE_PX, "double": 2 * SPACE_PX, "triple": 3 * SPACE_PX}
    values["arrow"] = resource("icons/arrow.svg").as_posix()
    values["check"] = resource("icons/check-dark.svg" if theme.is_dark else "icons/check.svg").as_posix()
    return _SHEET.format_map(values | {name: str(size) for name, size in sizes.items()})

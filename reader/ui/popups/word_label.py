# SPDX-License-Identifier: GPL-3.0-or-later
"""Text in the popup whose Arabic words can be clicked to look them up; they look like the rest until pointed at."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget

from reader.text.arabic import is_arabic_letter
from reader.text.segment import words
from reader.ui.models.sentences import isolated

_LINE_END = re.compile("\n")


class WordLabel(QLabel):
    """Signals: word_asked (str): a word of it, as it is written."""

    word_asked = Signal(str)

    def __init__(
        self, text: str = "", *, is_quiet: bool = False, is_ours: bool = False, parent: QWidget | None = None
    ) -> None:
        """``is_ours``: a sentence of the interface, whose values are isolated already."""
        super().__init__(parent)
        self._written = ""
        self._is_quiet = is_quiet
        self._is_ours = is_ours
        if is_quiet:
            self.setObjectName("quiet")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.linkActivated.connect(self.word_asked)
        self.show_text(text)

    @property
    def written(self) -> str:
        """The text without markup."""
        return self._written

    def show_text(self, text: str) -> None:
        """Show plain text; what looks like markup in it is shown as it is."""
        self._written = text
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        role = QPalette.ColorRole.PlaceholderText if self._is_quiet else QPalette.ColorRole.WindowText
        shown = linked(self._written, self.palette().color(role).name(), is_ours=self._is_ours)
        if self._is_ours:  # the interface's way, whatever letters it begins with
            is_leftward = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
            shown = ("\u200f" if is_leftward else "\u200e") + shown
        if shown != self.text():
            self.setText(shown)


def linked(text: str, colour: str, *, is_ours: bool = False) -> str:
    """The text as rich text in which every Arabic word leads to itself. Lines take their direction from their text;
    what ``is_ours`` keeps the interface's."""
    lines = [(line, "".join(_pieces(line, colour))) for line in _LINE_END.split(text)]
    return "<br>".join(shown if is_ours else _isolated(line, shown) for line, shown in lines)


def _isolated(line: str, shown: str) -> str:
    """What is shown of the line, between the isolates that its plain text needs."""
    marks = isolated(line)
    return f"{marks[0]}{shown}{marks[-1]}"


def _pieces(line: str, colour: str) -> Iterator[str]:
    end = 0
    for span in words(line):
        word = line[span.start : span.end]
        yield _escaped(line[end : span.start])
        if any(map(is_arabic_letter, word)):
            yield f'<a href="{html.escape(word)}" style="color:{colour};text-decoration:none">{_escaped(word)}</a>'
        else:
            yield _escaped(word)
        end = span.end
    yield _escaped(line[end:])


def _escaped(text: str) -> str:
    return html.escape(text, quote=False).replace("  ", " \u00a0")


def arabic_words(text: str) -> list[str]:
    """The Arabic words of a text, each once, in their order."""
    found = (text[span.start : span.end] for span in words(text))
    return list(dict.fromkeys(word for word in found if any(map(is_arabic_letter, word))))

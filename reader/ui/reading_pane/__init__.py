# SPDX-License-Identifier: GPL-3.0-or-later
"""The reading pane: a virtualised page of right-to-left text with marks beneath the letters."""

from reader.ui.reading_pane.pane import ReadingPane
from reader.ui.reading_pane.style import Arc, HiddenMarks, Mark, MarkKind, ReadingStyle, TagColour

__all__ = ["Arc", "HiddenMarks", "Mark", "MarkKind", "ReadingPane", "ReadingStyle", "TagColour"]

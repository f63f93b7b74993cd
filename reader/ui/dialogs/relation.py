# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog that asks what a relation between two annotations is called."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from reader.model.annotation import Annotation
from reader.ui.models.tags import ShownTags


class RelationDialog(QDialog):
    """Names a relation.

    Signals: relation_requested (str source id, str target id, str name, str note).
    """

    relation_requested = Signal(str, str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def set_tags(self, tags: ShownTags) -> None:
        """Names and colours of the tags."""

    def relate(self, source: Annotation, target: Annotation, names: Sequence[str]) -> None:
        """Ask for the relation between two annotations; ``names`` in use already are offered."""

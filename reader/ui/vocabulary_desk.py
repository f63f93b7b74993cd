# SPDX-License-Identifier: GPL-3.0-or-later
"""What has to do with the words a student learns: their statuses on the page and in the popup, lists, cards."""

from __future__ import annotations

from typing import Protocol

from reader.model.vocabulary import WordStatus
from reader.text.spans import Span
from reader.ui.models.vocabulary import ShownWord


class VocabularyOfWords(Protocol):
    """What the popup of a word asks of the vocabulary; ``VocabularyDesk`` is it.

    The popup holds a ``popups.vocabulary_row.VocabularyRow``, calls its ``show_word(vocabulary.shown(written))``
    whenever it shows a word and after each ``vocabulary.changed``, and passes its two signals on to ``set_status`` and
    ``make_card``.
    """

    def shown(self, written: str) -> ShownWord | None:
        """The word with its status, from memory or within 2 ms; None for what is no word to learn, such as a number,
        and while the lexicon is not open: ``changed`` tells when there is an answer."""

    def set_status(self, written: str, status: WordStatus, *, for_form: bool = False) -> None:
        """One step of undo; ``changed`` follows."""

    def make_card(self, span: Span) -> None:
        """A card of the word at the span of the open document."""

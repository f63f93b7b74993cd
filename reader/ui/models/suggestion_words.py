# SPDX-License-Identifier: GPL-3.0-or-later
"""A suggestion in words: for tooltips, for screen readers, for the card beside it."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from reader.model.suggestion import Suggestion
from reader.ui.models.reasons import reason_in_words
from reader.ui.models.sentences import filled, on_one_line
from reader.ui.models.tags import ShownTags

_PERHAPS = QT_TRANSLATE_NOOP("Suggestions", "Perhaps %1: “%2”. Reason: %3. Confidence: %4.")
_SHORT = QT_TRANSLATE_NOOP("Suggestions", "%1 (%2, %3)")
_VALUE = QT_TRANSLATE_NOOP("Suggestions", "Read as: %1.")
_ENTITY = QT_TRANSLATE_NOOP("Suggestions", "A mention of “%1”.")


def confidence_in_words(confidence: float) -> str:
    """As a share of a hundred, rounded down so that it never says more than is so."""
    return f"{int(confidence * 100 + 1e-9)}%"


def suggestion_in_words(suggestion: Suggestion, tags: ShownTags) -> str:
    """One paragraph with all that is known of the suggestion, values of either direction isolated."""
    name, quote = tags.name(suggestion.tag_id), on_one_line(suggestion.quote)
    reason = reason_in_words(suggestion.reason)
    sentences = [filled(_translated(_PERHAPS), name, quote, reason, confidence_in_words(suggestion.confidence))]
    if suggestion.value:
        sentences.append(filled(_translated(_VALUE), suggestion.value))
    if suggestion.entity and suggestion.entity != suggestion.quote:
        sentences.append(filled(_translated(_ENTITY), on_one_line(suggestion.entity)))
    return " ".join(sentences)


def suggestion_in_short(suggestion: Suggestion, tags: ShownTags) -> str:
    """What it is perhaps, why, and how sure."""
    confidence = confidence_in_words(suggestion.confidence)
    return _in_short(tags.name(suggestion.tag_id), suggestion.reason, confidence, tags.language)


@lru_cache(maxsize=4096)
def _in_short(name: str, reason: str, confidence: str, _language: str) -> str:
    """Kept, for each picture of the page asks for its marks; reasons and percents are few."""
    return filled(_translated(_SHORT), name, reason_in_words(reason), confidence)


def _translated(text: object) -> str:
    return QCoreApplication.translate("Suggestions", str(text))

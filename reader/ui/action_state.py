# SPDX-License-Identifier: GPL-3.0-or-later
"""What decides which actions are possible just now, and the conditions that the table of actions names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What decides which actions are possible just now."""

    has_document: bool = False
    is_in_library: bool = False
    has_selection: bool = False
    has_annotation: bool = False
    has_suggestion: bool = False
    is_reviewing: bool = False
    has_open_suggestions: bool = False
    has_hidden_suggestions: bool = False
    has_entity_offers: bool = False
    has_search: bool = False
    can_undo: bool = False
    can_redo: bool = False
    can_write: bool = True


Condition = Callable[[State], bool]


def always(_state: State) -> bool:
    return True


def with_document(state: State) -> bool:
    return state.has_document


def with_library_text(state: State) -> bool:
    return state.is_in_library


def with_selection(state: State) -> bool:
    return state.has_selection


def with_taggable(state: State) -> bool:
    return state.has_selection and state.can_write


def with_words(state: State) -> bool:
    return (state.has_selection or state.has_annotation) and state.can_write


def with_annotation(state: State) -> bool:
    return state.has_annotation and state.can_write


def with_suggestion(state: State) -> bool:
    return state.has_suggestion and state.can_write


def in_review(state: State) -> bool:
    return state.is_reviewing


def with_changeable(state: State) -> bool:
    return (state.has_annotation or state.has_suggestion) and state.can_write


def with_learnable(state: State) -> bool:
    return state.is_in_library and state.can_write


def with_open_suggestions(state: State) -> bool:
    return state.has_open_suggestions and state.can_write

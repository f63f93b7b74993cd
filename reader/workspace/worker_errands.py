# SPDX-License-Identifier: GPL-3.0-or-later
"""What a worker process can be asked to do: functions of the workspace, by name."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

ERRANDS: Mapping[str, str] = MappingProxyType(
    {
        "recognise_document": "reader.workspace.recognising",
        "import_file": "reader.workspace.importing",
        "import_files": "reader.workspace.importing_many",
        "reread_file": "reader.workspace.rereading",
        "preview_table": "reader.workspace.importing_previews",
        "preview_encodings": "reader.workspace.importing_previews",
        "carry_out": "reader.workspace.wishes",
        "make_library": "reader.workspace.own_library",
        "learn": "reader.workspace.refreshing",
        "learning_status_of": "reader.workspace.learning_status",
        "reset_learning": "reader.workspace.learning_status",
        "forget_learned_form": "reader.workspace.learning_status",
        "remove_shared_learning": "reader.workspace.learning_status",
        "export_model": "reader.workspace.learned_models",
        "import_model": "reader.workspace.learned_models",
        "propose_repair": "reader.workspace.repairing",
        "needs_repair": "reader.workspace.repairing",
        "outline_of_document": "reader.workspace.outline",
        "vocalise": "reader.workspace.vocalising",
        "compare_versions": "reader.workspace.comparing",
        "find_in_document": "reader.workspace.finding",
        "export_documents": "reader.workspace.exporting",
        "losses": "reader.workspace.exporting",
        "preview_export": "reader.workspace.export_preview",
        "plan_annotations": "reader.workspace.annotation_plan",
        "take_in_annotations": "reader.workspace.annotation_import",
        "entities_of_document": "reader.workspace.entity_proposals",
        "compile_lexicon": "reader.workspace.words",
        "analyse_words": "reader.workspace.morphology",
        "find_root_family": "reader.workspace.root_family",
        "occurrences_in_document": "reader.workspace.finding",
        "terms_in_document": "reader.workspace.document_terms",
        "vocabulary_of_document": "reader.workspace.vocabulary_figures",
        "facts_of_forms": "reader.workspace.vocabulary_figures",
        "draft_cards": "reader.workspace.cards",
        "give_out_cards": "reader.workspace.card_files",
        "take_in_words": "reader.workspace.vocabulary_lists",
        "give_out_words": "reader.workspace.vocabulary_lists",
        "plan_terms": "reader.workspace.term_files",
        "take_in_terms": "reader.workspace.term_files",
        "give_out_terms": "reader.workspace.term_files",
        "try_model": "reader.workspace.neural",
        "add_name_list": "reader.workspace.name_lists",
        "plan_entities": "reader.workspace.entity_import",
        "take_in_entities": "reader.workspace.entity_import",
        "give_out_entities": "reader.workspace.entity_import",
        "plan_dictionary": "reader.workspace.dictionary_import",
        "import_dictionary": "reader.workspace.dictionary_import",
        "system_dictionaries": "reader.workspace.dictionary_import",
    }
)
"""Each function and the module it is in. It takes and gives values of the program's own classes and plain ones.

A function that has parameters of these names gets: ``progress(done, total)``, ``deliver(part)``, ``cancelled()``.
"""

PREPARED = frozenset({"recognise_document", "learn"})
"""Errands that need what ``prepare`` loads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """A function of ``ERRANDS`` with its arguments, to be run in a process of its own."""

    name: str
    arguments: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.name not in ERRANDS:
            raise ValueError(f"“{self.name}” is not in the table of errands")


def errand(name: str, **arguments: Any) -> Errand:
    return Errand(name=name, arguments=arguments)


def function_of(name: str) -> Callable[..., Any]:
    function: Callable[..., Any] = getattr(importlib.import_module(ERRANDS[name]), name)
    return function


def prepare() -> None:
    """Load what the first errands will need, while there are none.

    Raises:
        ResourceMissing, RecogniserUnavailable.
    """
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - as the next

    from reader.recognisers.tagger.tagging import shipped_tagger  # noqa: PLC0415 - in the worker, at leisure

    with ThreadPoolExecutor(1) as beside:  # half of its time goes into decompressing, which lets others work
        tagger = beside.submit(shipped_tagger)
        from reader.workspace import importing, recognising  # noqa: F401, PLC0415 - as above

        tagger.result()
    recognising.prepare()

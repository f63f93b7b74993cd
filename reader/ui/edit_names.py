# SPDX-License-Identifier: GPL-3.0-or-later
"""What each edit is called in the menu: what undo would take back."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from reader.ui.i18n import translate

EDIT_TEXTS = {
    "add-annotation": QT_TRANSLATE_NOOP("Edits", "setting a tag"),
    "add-annotations": QT_TRANSLATE_NOOP("Edits", "setting several tags"),
    "remove-annotation": QT_TRANSLATE_NOOP("Edits", "removing a tag"),
    "remove-annotations": QT_TRANSLATE_NOOP("Edits", "removing several tags"),
    "change-annotation": QT_TRANSLATE_NOOP("Edits", "changing a tag"),
    "change-annotations": QT_TRANSLATE_NOOP("Edits", "changing several tags"),
    "add-relation": QT_TRANSLATE_NOOP("Edits", "relating two tags"),
    "change-relation": QT_TRANSLATE_NOOP("Edits", "changing a relation"),
    "remove-relation": QT_TRANSLATE_NOOP("Edits", "removing a relation"),
    "add-tag": QT_TRANSLATE_NOOP("Edits", "a new kind of tag"),
    "change-tag": QT_TRANSLATE_NOOP("Edits", "changing a kind of tag"),
    "reorder-tags": QT_TRANSLATE_NOOP("Edits", "another order of the tags"),
    "merge-tags": QT_TRANSLATE_NOOP("Edits", "merging tags"),
    "delete-tag": QT_TRANSLATE_NOOP("Edits", "deleting a kind of tag"),
    "accept-suggestion": QT_TRANSLATE_NOOP("Edits", "accepting a suggestion"),
    "accept-suggestions": QT_TRANSLATE_NOOP("Edits", "accepting several suggestions"),
    "reject-suggestion": QT_TRANSLATE_NOOP("Edits", "rejecting a suggestion"),
    "reject-suggestions": QT_TRANSLATE_NOOP("Edits", "rejecting several suggestions"),
    "correct-suggestion": QT_TRANSLATE_NOOP("Edits", "accepting a corrected suggestion"),
    "retag-suggestion": QT_TRANSLATE_NOOP("Edits", "accepting a suggestion with another tag"),
    "add-entity": QT_TRANSLATE_NOOP("Edits", "a new entity"),
    "change-entity": QT_TRANSLATE_NOOP("Edits", "changing an entity"),
    "delete-entity": QT_TRANSLATE_NOOP("Edits", "deleting an entity"),
    "delete-entities": QT_TRANSLATE_NOOP("Edits", "deleting several entities"),
    "merge-entities": QT_TRANSLATE_NOOP("Edits", "merging entities"),
    "split-entity": QT_TRANSLATE_NOOP("Edits", "splitting an entity"),
    "link-entity": QT_TRANSLATE_NOOP("Edits", "linking to an entity"),
    "link-entities": QT_TRANSLATE_NOOP("Edits", "linking several tags to an entity"),
    "unlink-entity": QT_TRANSLATE_NOOP("Edits", "removing a link to an entity"),
    "unlink-entities": QT_TRANSLATE_NOOP("Edits", "removing several links to entities"),
    "refuse-entity": QT_TRANSLATE_NOOP("Edits", "refusing a link to an entity"),
    "import-entities": QT_TRANSLATE_NOOP("Edits", "importing entities"),
    "import-annotations": QT_TRANSLATE_NOOP("Edits", "importing annotations"),
    "add-term-base": QT_TRANSLATE_NOOP("Edits", "a new term base"),
    "change-term-base": QT_TRANSLATE_NOOP("Edits", "changing a term base"),
    "order-term-bases": QT_TRANSLATE_NOOP("Edits", "another order of the term bases"),
    "remove-term-base": QT_TRANSLATE_NOOP("Edits", "removing a term base"),
    "add-terms": QT_TRANSLATE_NOOP("Edits", "adding terms"),
    "change-term": QT_TRANSLATE_NOOP("Edits", "changing a term"),
    "remove-terms": QT_TRANSLATE_NOOP("Edits", "removing terms"),
    "dismiss-term": QT_TRANSLATE_NOOP("Edits", "“not this term”"),
    "import-terms": QT_TRANSLATE_NOOP("Edits", "importing terms"),
    "choose-reading": QT_TRANSLATE_NOOP("Edits", "choosing a reading"),
    "forget-reading": QT_TRANSLATE_NOOP("Edits", "taking back a chosen reading"),
    "set-word-status": QT_TRANSLATE_NOOP("Edits", "how well a word is known"),
    "set-word-statuses": QT_TRANSLATE_NOOP("Edits", "how well several words are known"),
    "add-card": QT_TRANSLATE_NOOP("Edits", "making a card"),
    "add-cards": QT_TRANSLATE_NOOP("Edits", "making several cards"),
    "change-card": QT_TRANSLATE_NOOP("Edits", "changing a card"),
    "remove-card": QT_TRANSLATE_NOOP("Edits", "removing a card"),
    "remove-cards": QT_TRANSLATE_NOOP("Edits", "removing several cards"),
    "correct-text": QT_TRANSLATE_NOOP("Edits", "correcting the text"),
    "update-text": QT_TRANSLATE_NOOP("Edits", "updating the text"),
    "repair-text": QT_TRANSLATE_NOOP("Edits", "repairing the text"),
    "revert-text": QT_TRANSLATE_NOOP("Edits", "going back to an earlier text"),
    "place-annotation": QT_TRANSLATE_NOOP("Edits", "giving a tag its place"),
    "place-annotations": QT_TRANSLATE_NOOP("Edits", "giving several tags their places"),
    "orphan-annotations": QT_TRANSLATE_NOOP("Edits", "leaving tags without a place"),
    "remove-orphans": QT_TRANSLATE_NOOP("Edits", "removing tags without a place"),
    "change-document": QT_TRANSLATE_NOOP("Edits", "changing the document"),
    "turn-paragraphs": QT_TRANSLATE_NOOP("Edits", "turning paragraphs"),
    "remove-document": QT_TRANSLATE_NOOP("Edits", "removing the document"),
}


def edit_name(name: str) -> str:
    """The words for ``Edit.name``; the name itself when an edit of another version has one we do not know."""
    return translate("Edits", str(EDIT_TEXTS[name])) if name in EDIT_TEXTS else name

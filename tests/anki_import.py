# SPDX-License-Identifier: GPL-3.0-or-later
"""Run by a Python that has Anki's own library: imports packages one after the other and tells what is there then."""

from __future__ import annotations

import json
import sys
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any


def main(packages: list[str]) -> None:
    from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

    told: list[dict[str, Any]] = []
    with TemporaryDirectory() as folder:
        collection = Collection(str(Path(folder) / "collection.anki2"))
        options = ImportAnkiPackageOptions()
        for package in packages:
            log = collection.import_anki_package(ImportAnkiPackageRequest(package_path=package, options=options)).log
            notes = [collection.get_note(note_id) for note_id in collection.find_notes("")]
            told.append(
                {
                    "new": len(log.new),
                    "updated": len(log.updated),
                    "duplicate": len(log.duplicate),
                    "notes": [dict(note.items()) | {"guid": note.guid} for note in notes],
                    "cards": len(collection.find_cards("")),
                    "decks": sorted(deck.name for deck in collection.decks.all_names_and_ids()),
                    "question": [card.render_output().question_text for note in notes for card in note.cards()],
                    "answer": [card.render_output().answer_text for note in notes for card in note.cards()],
                }
            )
        collection.close()
    json.dump({"version": version("anki"), "imports": told}, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main(sys.argv[1:])

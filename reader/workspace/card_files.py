# SPDX-License-Identifier: GPL-3.0-or-later
"""Cards into files: a package of Anki or a table."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory

from reader.errors import FormatUnknown
from reader.interchange.cards_apkg import COLLECTION_NAME, collection_of, write_package
from reader.interchange.cards_csv import write_cards_csv
from reader.interchange.files import write_binary_file, write_file
from reader.model.ids import CardId
from reader.model.vocabulary import Card
from reader.store import Library
from reader.store.anki_file import write_collection


class CardFormat(StrEnum):
    """The formats; the values are what users call them and how the files' names end."""

    ANKI = "apkg"
    CSV = "csv"


def format_of(path: Path) -> CardFormat:
    """The format that the file's name tells.

    Raises:
        FormatUnknown.
    """
    try:
        return CardFormat(path.suffix.lower().removeprefix("."))
    except ValueError as error:
        raise FormatUnknown(path, ", ".join(f".{each.value}" for each in CardFormat)) from error


def write_cards(path: Path, cards: Sequence[Card]) -> None:
    """Write the cards in the format that the file's name tells; what was there is whole until the new one is.

    Raises:
        FormatUnknown, FileIsFolder, FileUnwritable.
    """
    if format_of(path) is CardFormat.CSV:
        write_file(path, lambda stream: write_cards_csv(cards, stream))
        return
    with TemporaryDirectory(prefix="hashiya-") as folder:
        collection = Path(folder) / COLLECTION_NAME
        write_collection(collection, collection_of(cards))
        write_binary_file(path, lambda stream: write_package(collection, stream))


def give_out_cards(library_path: Path, path: Path, card_ids: Sequence[str] | None) -> int:
    """Write these cards of the library, or all, to a file; returns how many they are.

    Raises:
        FormatUnknown, FileIsFolder, FileUnwritable, LibraryError.
    """
    with Library.open(library_path, create=False, read_only=True) as library:
        if card_ids is None:
            cards = library.vocabulary.cards()
        else:
            cards = library.vocabulary.find_cards([CardId(each) for each in card_ids])
    write_cards(path, cards)
    return len(cards)

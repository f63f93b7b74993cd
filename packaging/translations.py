# SPDX-License-Identifier: GPL-3.0-or-later
"""The interface's translations: ``update`` gathers the texts from the source, ``compile`` makes what the program loads.

python packaging/translations.py update    after texts in reader/ui have changed; then fill resources/i18n/*.ts
python packaging/translations.py compile   at set-up, and whenever a .ts file has changed
python packaging/translations.py check     exit code 1 when a text lacks its Arabic or the .ts files are behind
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
LANGUAGES = {"hashiya_ar.ts": ("ar", ()), "hashiya_en.ts": ("en", ("-pluralonly",))}
"""File, its language, and what lupdate is told besides: English is the source and needs only its plurals."""

Text = tuple[str, str, str]
"""Context, source text, comment."""


def update(folder: Path = FOLDER) -> None:
    """Bring the .ts files up to the source; translations stay, texts that are gone go."""
    folder.mkdir(parents=True, exist_ok=True)
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "reader" / "ui").rglob("*.py"))
    for name, (language, options) in LANGUAGES.items():
        _run(
            "lupdate", *sources, "-ts", str(folder / name), "-no-obsolete", "-locations", "none",
            "-source-language", "en", "-target-language", language, *options,
        )  # fmt: skip


def compile_all() -> None:
    """Make the .qm files that are older than their .ts file, or missing."""
    for source in sorted(FOLDER.glob("*.ts")):
        target = source.with_suffix(".qm")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            _run("lrelease", "-silent", str(source), "-qm", str(target))


def problems() -> list[str]:
    """What is missing, in words; empty when every text has its translation and the files are as the source is."""
    with tempfile.TemporaryDirectory() as folder:
        for name in LANGUAGES:
            kept = FOLDER / name
            (Path(folder) / name).write_bytes(kept.read_bytes() if kept.exists() else b"")
        _forget_empty(Path(folder))
        update(Path(folder))
        found = []
        for name in LANGUAGES:
            here, there = FOLDER / name, Path(folder) / name
            present = set(texts_of(here)) if here.exists() else set()
            found += [f"{name} lacks: {text}" for text in sorted(set(texts_of(there)) - present)]
            found += [f"{name} has what is gone: {text}" for text in sorted(present - set(texts_of(there)))]
            found += [f"{name} does not translate: {text}" for text in unfinished_in(there)]
    return found


def texts_of(path: Path) -> list[Text]:
    return [text for text, _ in _messages(path)]


def unfinished_in(path: Path) -> list[Text]:
    """The texts whose translation is empty, marked as unfinished, or short of a plural form."""
    found = []
    for text, translation in _messages(path):
        forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
        if translation.get("type") == "unfinished" or not all(form.strip() for form in forms):
            found.append(text)
    return found


def _messages(path: Path) -> Iterable[tuple[Text, ElementTree.Element]]:
    for context in ElementTree.parse(path).getroot().findall("context"):
        for message in context.findall("message"):
            translation = message.find("translation")
            if translation is not None:
                text = context.findtext("name", ""), message.findtext("source", ""), message.findtext("comment", "")
                yield text, translation


def _forget_empty(folder: Path) -> None:
    for path in folder.glob("*.ts"):
        if not path.stat().st_size:
            path.unlink()


def _run(tool: str, *arguments: str) -> None:
    """Run a Qt tool of the environment; its words are shown when it fails."""
    program = Path(sys.executable).parent / f"pyside6-{tool}"
    done = subprocess.run([str(program), *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{tool} failed:\n{done.stdout}{done.stderr}")


def main(words: list[str]) -> int:
    match words:
        case ["update"]:
            update()
        case [] | ["compile"]:
            compile_all()
        case ["check"]:
            found = problems()
            print("\n".join(found))
            return 1 if found else 0
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

# SPDX-License-Identifier: GPL-3.0-or-later
"""What was learned from the user, on the command line: how good suggestions are, and the model as a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from reader.cli import output
from reader.cli.terminal import phrase
from reader.model.outcome import Score, wilson
from reader.model.tagset import name_in
from reader.store import Library
from reader.workspace.own_library import own_library_path

_FORMS_SHOWN = 12


def show_status(library_path: Path | None, *, as_json: bool, language: str) -> None:
    """Print the running figures and what was learned."""
    from reader.workspace.learning_status import learning_status  # noqa: PLC0415 - needs numpy

    with Library.open(library_path or own_library_path(), create=False, read_only=True) as library:
        status = learning_status(library)
        names = {tag.id: name_in(tag.names, language) for tag in library.tagsets.tags()}
    if as_json:
        output.write_json(_as_values(status))
        return
    for line in _lines(status, names):
        output.write(line)


def reset(library_path: Path | None, *, as_json: bool) -> None:
    """Forget what was learned and the figures; annotations and decisions stay."""
    from reader.workspace import learning  # noqa: PLC0415 - needs numpy

    with Library.open(library_path or own_library_path(), create=False) as library:
        learning.reset(library)
    if as_json:
        output.write_json({"reset": True})
    else:
        output.say("what was learned is forgotten; annotations and decisions are as they were.")


def rebuild(library_path: Path | None, *, as_json: bool) -> None:
    """Learn everything anew from the annotations and decisions."""
    from reader.workspace import learning  # noqa: PLC0415 - needs numpy

    result = learning.rebuild(library_path or own_library_path())
    if as_json:
        output.write_json({"revision": result.revision})
    else:
        output.say("everything was learned anew.")


def export_model(library_path: Path | None, out: Path, *, as_json: bool) -> None:
    """Write what was learned to a file."""
    from reader.workspace import learned_models  # noqa: PLC0415 - needs numpy

    forms = learned_models.export_model(library_path or own_library_path(), out)
    if as_json:
        output.write_json({"out": str(out), "forms": forms})
    else:
        output.say(f"{out}: what was learned was written, {forms} forms among it.")


def import_model(library_path: Path | None, path: Path, *, as_json: bool) -> None:
    """Put what others taught beside what this library taught."""
    from reader.workspace import learned_models  # noqa: PLC0415 - needs numpy

    found = learned_models.import_model(library_path or own_library_path(), path)
    if as_json:
        output.write_json({"title": found.title, "forms": found.forms, "unknown_tags": found.unknown_tags})
        return
    output.say(f"{path}: {found.forms} forms came in as “{found.title}”.")
    if found.unknown_tags:
        output.say(f"{found.unknown_tags} tags of it are not in your tagset; what it says of them was left out.")


def _as_values(status: Any) -> dict[str, Any]:
    return {
        "revision": status.revision,
        "total": _figures(status.total),
        "tags": {tag: _figures(score) for tag, score in sorted(status.scores.items())},
        "documents": [{"title": each.title, "last": each.last, **_figures(each.score)} for each in status.documents],
        "tagged_forms": status.tagged_count,
        "refused_forms": status.refused_count,
        "forms": [
            {"form": form.key, "tag": form.tag_id, "tagged": form.tagged, "refused": form.refused}
            for form in (*status.tagged, *status.refused)
        ],
        "own_tags": [
            {"tag": tag.tag_id, "examples": tag.examples, "is_shown": tag.is_shown, "precision": tag.precision}
            for tag in status.tags
        ],
        "shared": [{"title": each.title, "forms": each.forms} for each in status.shared],
    }


def _figures(score: Score) -> dict[str, Any]:
    low, high = wilson(score.accepted, score.shown)
    return {
        "accepted": score.accepted,
        "rejected": score.rejected,
        "corrected": score.corrected,
        "retagged": score.retagged,
        "missed": score.missed,
        "precision": score.precision,
        "precision_interval": [low, high] if score.shown else None,
        "recall": score.recall,
        "f1": score.f1,
    }


def _lines(status: Any, names: Mapping[Any, str]) -> Iterator[str]:
    if status.is_empty:
        yield "Nothing was learned yet: accept, reject or tag something first."
        return
    yield f"{'':24}{'right':>8}{'of shown':>10}{'95 %':>14}{'missed':>8}"
    for tag, score in sorted(status.scores.items(), key=lambda each: -each[1].shown):
        yield _row(phrase(names.get(tag, tag)), score)
    yield _row("all", status.total)
    if status.documents:
        yield ""
        yield "The texts worked on last:"
        for each in status.documents[-_FORMS_SHOWN:]:
            yield _row(phrase(each.title)[:22], each.score)
    yield ""
    yield f"{status.tagged_count} forms known, {status.refused_count} refused; {status.features} features moved."
    for tag in status.tags:
        hidden = "" if tag.is_shown else " (hidden until its guesses are better)"
        yield f"{phrase(names.get(tag.tag_id, tag.tag_id))}: learned from {tag.examples} places{hidden}"
    for each in status.shared:
        yield f"shared: {phrase(each.title)}, {each.forms} forms"


def _row(name: str, score: Score) -> str:
    if score.precision is None:
        return f"{name:24}{'–':>8}{score.shown:>10}{'':>14}{score.missed:>8}"
    low, high = wilson(score.accepted, score.shown)
    interval = f"{low:.0%}–{high:.0%}"
    return f"{name:24}{score.precision:>8.0%}{score.shown:>10}{interval:>14}{score.missed:>8}"

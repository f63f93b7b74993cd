# SPDX-License-Identifier: GPL-3.0-or-later
"""``hashiya train`` and ``hashiya evaluate``: a tagger made from annotated corpora, and how good recognition is."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import click

from reader.cli.output import say, write, write_json
from reader.errors import FileUnwritable
from reader.settings import SUGGESTION_THRESHOLD

_FILE = click.Path(path_type=Path, readable=False)
_ERRORS_SHOWN: Final = 60
_CLASSES: Final = {"person": "PER", "organisation": "ORG", "place": "LOC"}
_WIDTH: Final = 9


@click.command()
@click.argument("corpora", nargs=-1, required=True, type=_FILE, metavar="CORPUS...")
@click.option("--out", type=_FILE, default="tagger.bin", show_default=True, help="File to write the weights to.")
def train(corpora: tuple[Path, ...], out: Path) -> None:
    """Make the tagger's weights from each CORPUS, a file of columns with IOB tags.

    The same corpora give the same weights, byte for byte. Those that come with Hashiya are made from ANERcorp's train
    part and AQMAR's train and dev parts. To use others, evaluate them with "hashiya evaluate --model FILE".
    """
    from reader.recognisers.tagger.building import build  # noqa: PLC0415 - they load numpy
    from reader.recognisers.tagger.model import pack  # noqa: PLC0415

    with _written(out) as partial:  # Made first: a place that cannot be written is told before the long work.
        model = build(corpora, say=say)
        content = pack(model)
        partial.write_bytes(content)
    for corpus in model.about["corpora"]:
        credit = corpus["credit"] or "no origin known: name it where you pass the weights on"
        write(f"{corpus['file']}: {corpus['tokens']:,} tokens; {credit}")
    write(f"{out}: {len(content):,} bytes, {len(model.features):,} features")


@click.command()
@click.option("--gold", "files", multiple=True, required=True, type=_FILE, help="Annotated file; may be repeated.")
@click.option(
    "--threshold",
    type=click.FloatRange(0, 1),
    default=SUGGESTION_THRESHOLD.default,
    show_default=True,
    help="Leave out suggestions less sure than this; the default is what the window hides.",
)
@click.option("--rules-only", is_flag=True, help="Lists and rules alone, without the tagger.")
@click.option("--model", type=_FILE, help="Weights made by hashiya train, instead of those that come along.")
@click.option(
    "--sentences", type=click.IntRange(min=1), default=40, show_default=True, help="Sentences read as one document."
)
@click.option("--errors", type=click.Choice(list(_CLASSES)), help="Also list what was wrong and missed of this kind.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
def evaluate(
    *,
    files: tuple[Path, ...],
    threshold: float,
    rules_only: bool,
    model: Path | None,
    sentences: int,
    errors: str | None,
    as_json: bool,
) -> None:
    """Measure recognition on hand-annotated text.

    A gold file has a token on each line and its tag last, parted by a TAB or by spaces (more columns between them are
    passed over), an empty line behind each sentence, UTF-8. Tags are O, B-PER, I-LOC and so on (IOB, IOB2, BIOES,
    BILOU); an I- that goes on with nothing begins a name. PER or PERS, ORG and LOC count, other classes are left out.
    "-DOCSTART-" begins a document; lines that begin with # are remarks.

    Tokens are joined by spaces, sentences by line feeds, and so many sentences are read as one text. A suggestion
    counts for the tokens it touches. Exact: the right class and all the right tokens, as seqeval counts. Partial: as
    nervaluate's "partial"; right edges count one and an overlap a half, whatever the class (in the line of a class:
    among names of that class). Calibration compares confidence with how often suggestions were exactly right.
    """
    from reader.recognisers import DocumentRecogniser, Knowledge  # noqa: PLC0415 - lists and weights are read here
    from reader.recognisers.evaluation import evaluate as measured  # noqa: PLC0415

    knowledge = _knowledge(model) if model else Knowledge(tagger=None) if rules_only else Knowledge()
    seen = _learned_from(knowledge.tagger, files)
    result = measured(
        files,
        lambda text: DocumentRecogniser(knowledge).read(text),
        threshold=threshold,
        sentences_in_a_document=sentences,
    )
    if as_json:
        write_json(_fields(result, files) | {"learned_from": seen})
        return
    if seen:
        say(f"The tagger has learned from {', '.join(seen)}: what it shows there, it will not show elsewhere.")
    for line in _table(result):
        write(line)
    if errors:
        _list_errors(result, errors)


def _knowledge(model: Path) -> Any:
    from reader.recognisers import Knowledge  # noqa: PLC0415
    from reader.recognisers.tagger.tagging import Tagger  # noqa: PLC0415

    return Knowledge(tagger=Tagger.load(model))


def _learned_from(tagger: Any, files: Sequence[Path]) -> list[str]:
    """Those of the files that the tagger's weights were made from."""
    corpora = tagger.model.about.get("corpora", []) if tagger is not None else []
    known = {corpus["sha256"] for corpus in corpora}
    return [str(path) for path in files if path.is_file() and sha256(path.read_bytes()).hexdigest() in known]


def _fields(result: Any, files: Sequence[Path]) -> dict[str, Any]:
    return {
        "files": [str(path) for path in files],
        "documents": result.documents,
        "sentences": result.sentences,
        "tokens": result.tokens,
        "tokens_per_second": round(result.tokens_per_second, 1),
        "threshold": result.threshold,
        "classes": {_CLASSES[tag]: _figures(counts) for tag, counts in result.by_tag.items()},
        "micro": _figures(result.micro),
        "without_threshold": _figures(result.everything),
        "calibration": {
            "error": round(result.calibration_error, 4),
            "bins": [
                {
                    "from": each.lowest,
                    "suggestions": each.size,
                    "confidence": round(each.confidence, 4),
                    "right": round(each.right, 4),
                }
                for each in result.calibration
            ],
        },
        "classes_left_out": result.other_classes,
    }


def _figures(counts: Any) -> dict[str, float]:
    return {
        "precision": round(counts.precision, 6),
        "recall": round(counts.recall, 6),
        "f1": round(counts.f1, 6),
        "partial_precision": round(counts.partial_precision, 6),
        "partial_recall": round(counts.partial_recall, 6),
        "partial_f1": round(counts.partial_f1, 6),
        "wanted": counts.wanted,
        "found": counts.found,
        "right": counts.exact,
    }


def _table(result: Any) -> Iterator[str]:
    yield f"{result.tokens:,} tokens, {result.sentences:,} sentences read as {result.documents:,} documents"
    yield f"{result.tokens_per_second:,.0f} tokens a second"
    yield ""
    heads = ("precision", "recall", "exact F1", "partial", "wanted", "found", "right")
    yield " " * 16 + "".join(head.rjust(10) for head in heads)
    for tag, counts in result.by_tag.items():
        yield _row(_CLASSES[tag], counts)
    yield _row("micro", result.micro)
    if result.threshold:
        yield f"{'':16}suggestions from confidence {result.threshold} on; without that limit:"
        yield _row("micro, all", result.everything)
    yield ""
    yield f"Calibration of all suggestions, expected error {100 * result.calibration_error:.1f} %:"
    yield "".join(head.rjust(14) for head in ("from", "suggestions", "confidence", "right"))
    for each in result.calibration:
        figures = f"{100 * each.confidence:13.1f}%{100 * each.right:13.1f}%"
        yield f"{each.lowest:14.1f}{each.size:14,}{figures}"
    if result.other_classes:
        seen = ", ".join(f"{kind} ({count})" for kind, count in sorted(result.other_classes.items()))
        yield f"Classes left out: {seen}"


def _row(name: str, counts: Any) -> str:
    shares = (counts.precision, counts.recall, counts.f1, counts.partial_f1)
    numbers = (counts.wanted, counts.found, counts.exact)
    return (
        f"{name:16}" + "".join(f"{100 * share:{_WIDTH}.2f}%" for share in shares) + "".join(f"{n:10,}" for n in numbers)
    )


def _list_errors(result: Any, tag: str) -> None:
    for name, mistakes in (("wrong", result.wrong[tag]), ("missed", result.missed[tag])):
        ranked = sorted(mistakes.items(), key=lambda item: (-item[1], item[0]))
        for text, count in ranked[:_ERRORS_SHOWN]:
            write(f"{name}\t{count}\t{text}")


@contextmanager
def _written(path: Path) -> Iterator[Path]:
    """A file beside ``path`` that takes its place when it is whole.

    Raises:
        FileUnwritable: naming the path.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        os.close(handle)
        partial = Path(name)
        try:
            yield partial
            partial.chmod(0o644)
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)
    except OSError as error:
        raise FileUnwritable(path, error.strerror or str(error)) from error

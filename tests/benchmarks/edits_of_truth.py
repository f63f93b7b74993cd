# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of known truth on real articles: for every span of the old text it is known where it went, and whether."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from reader.text.spans import Span
from tests.benchmarks.corpora import sentences

_TOKEN = re.compile(r"[\w\u064b-\u0652\u0670]+|\s|[^\w\s]")
_HARAKAT = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a sign or a space; ``number`` is its place in the old text, None for one that was put in.

    ``letters`` tell of each code point which one of the old word it was, None for a new one; empty when it is as it
    was.
    """

    text: str
    number: int | None
    letters: tuple[int | None, ...] = ()

    def edge(self, was: str, offset: int, *, is_end: bool) -> int | None:
        """Where an edge inside the word that ``was`` is now; None when the letter beside it is gone."""
        if not self.letters:
            return offset
        wanted = offset - 1 if is_end else offset
        while is_end and wanted and was[wanted] in _HARAKAT and wanted not in self.letters:
            wanted -= 1
        if wanted not in self.letters:
            return None
        at = self.letters.index(wanted)
        if not is_end:
            return at
        at += 1
        while at < len(self.text) and self.letters[at] is None and self.text[at] in _HARAKAT:
            at += 1
        return at


Tokens = list[Token]
Edit = Callable[[Tokens, random.Random], Tokens]


@dataclass(frozen=True, slots=True)
class Case:
    """Two versions of a text, spans of the old one, and where each truly is in the new one; None where it is gone."""

    old: str
    new: str
    spans: tuple[Span, ...]
    truth: tuple[Span | None, ...]


def case_of(kind: str, chance: random.Random, annotations: int) -> Case:
    """One article, edited by the kind of edit, with spans chosen at random all over it."""
    make, edit = KINDS[kind]
    tokens = [Token(text, number) for number, text in enumerate(_TOKEN.findall(make(chance)))]
    edited = edit(tokens, chance)
    spans, truth = list[Span](), list[Span | None]()
    old_places = _places(tokens)
    new_places = {token.number: span for token, span in zip(edited, _places(edited), strict=True)}
    order = {token.number: place for place, token in enumerate(edited) if token.number is not None}
    for _ in range(annotations):
        chosen = _chosen(tokens, chance)
        inside = _inside(tokens, chosen, chance)
        first, last = chosen[0], chosen[-1]
        start, end = old_places[first].start + inside[0], old_places[last].end - inside[1]
        spans.append(Span(start, end))
        truth.append(_truth(tokens, edited, chosen, inside, new_places, order))
    return Case(_text(tokens), _text(edited), tuple(spans), tuple(truth))


def _text(tokens: Sequence[Token]) -> str:
    return "".join(token.text for token in tokens)


def _places(tokens: Sequence[Token]) -> list[Span]:
    """The place of each; an empty one, which an edit can leave, has the place of the next code point."""
    found, at = list[Span](), 0
    for token in tokens:
        found.append(Span(at, at + max(1, len(token.text))))
        at += len(token.text)
    return found


def _chosen(tokens: Tokens, chance: random.Random) -> range:
    """One to five words that follow one another within a paragraph; now and then a sign."""
    while True:
        first = chance.randrange(len(tokens))
        if tokens[first].text.isspace():
            continue
        last, words = first, chance.choice((1, 1, 1, 2, 2, 3, 4, 5))
        while words > 1 and last + 2 < len(tokens) and tokens[last + 1].text == " ":
            last, words = last + 2, words - 1
        if not tokens[last].text.isspace():
            return range(first, last + 1)


def _inside(tokens: Tokens, chosen: range, chance: random.Random) -> tuple[int, int]:
    """Code points left out of the first and the last word: now and then a tag begins or ends within a word."""
    if chance.random() > 0.1:
        return 0, 0
    first, last = tokens[chosen[0]].text, tokens[chosen[-1]].text
    before = chance.randrange(min(3, len(first)))
    room = len(last) - (before if len(chosen) == 1 else 0)
    return before, chance.randrange(max(1, min(3, room)))


def _truth(  # noqa: PLR0917 - a table of places and what is asked of it
    tokens: Tokens, edited: Tokens, chosen: range, inside: tuple[int, int],
    places: dict[int | None, Span], order: dict[int | None, int],
) -> Span | None:  # fmt: skip
    """Where the tokens are: all of them or all but some in the middle, in their order with nothing strange between."""
    left = [number for number in chosen if number in order and edited[order[number]].text]
    if not left or left[0] != chosen[0] or left[-1] != chosen[-1]:
        return None
    at = [order[number] for number in left]
    if at != sorted(at) or at[-1] - at[0] > 2 * len(chosen) + 4:
        return None
    first, last = edited[at[0]], edited[at[-1]]
    from_, to = 0, len(last.text)
    if inside[0]:
        from_ = first.edge(tokens[chosen[0]].text, inside[0], is_end=False)
    if inside[1]:
        to = last.edge(tokens[chosen[-1]].text, len(tokens[chosen[-1]].text) - inside[1], is_end=True)
    if from_ is None or to is None or places[left[0]].start + from_ >= places[left[-1]].start + to:
        return None
    return Span(places[left[0]].start + from_, places[left[-1]].start + to)


# Articles


def article(chance: random.Random) -> str:
    """Some forty sentences that follow one another in a real text, in paragraphs."""
    pool = sentences()
    first = chance.randrange(max(1, len(pool) - 40))
    chosen = list(pool[first : first + chance.randint(15, 40)])
    return _in_paragraphs(chosen, chance)


def vocalised(chance: random.Random) -> str:
    return _vocalised(article(chance), chance)


def with_quotations(chance: random.Random) -> str:
    pieces = article(chance).split(" ")
    for _ in range(len(pieces) // 12):
        place = chance.randrange(len(pieces))
        pieces[place] = f"«{pieces[place]}»"
    return " ".join(pieces)


def with_numbers(chance: random.Random) -> str:
    pieces = article(chance).split(" ")
    for _ in range(len(pieces) // 8):
        pieces.insert(chance.randrange(len(pieces)), str(chance.randrange(3000)))
    return " ".join(pieces)


def repeating(chance: random.Random) -> str:
    """The same few sentences over and over, in whole and in part, as in minutes, tables and prayers."""
    pool = sentences()
    few = [pool[chance.randrange(len(pool))] for _ in range(chance.randint(3, 6))]
    chosen = []
    for _ in range(chance.randint(20, 40)):
        sentence = chance.choice(few)
        words = sentence.split(" ")
        cut = chance.choice((len(words), len(words), len(words) // 2, 3))
        chosen.append(" ".join(words[:cut]) + chance.choice((".", ".", "،", "")))
    return _in_paragraphs(chosen, chance)


def rows(chance: random.Random) -> str:
    """A table: rows that differ in a number or a word."""
    words = [word for word in article(chance).split() if len(word) > 3]
    head = " ".join(chance.sample(words, 3))
    tail = " ".join(chance.sample(words, 2))
    return "\n".join(
        f"{head} {number if chance.random() < 0.7 else chance.choice(words)} {tail}" for number in range(1, 60)
    )


def _in_paragraphs(chosen: Sequence[str], chance: random.Random) -> str:
    text = ""
    for sentence in chosen:
        text += sentence + chance.choice((" ", " ", " ", "\n", "\n\n"))
    return text.strip() + "\n"


def _vocalised(text: str, chance: random.Random) -> str:
    return "".join(
        letter + chance.choice(_HARAKAT) if letter in _LETTERS and chance.random() < 0.6 else letter for letter in text
    )


# Edits


def typos(tokens: Tokens, chance: random.Random) -> Tokens:
    """One word in 25 gets a letter too many, too few or another one."""
    return [_with_typo(token, chance) if _is_word(token) and chance.random() < 0.04 else token for token in tokens]


def one_typo(tokens: Tokens, chance: random.Random) -> Tokens:
    place = chance.choice([number for number, token in enumerate(tokens) if _is_word(token)])
    return [_with_typo(token, chance) if number == place else token for number, token in enumerate(tokens)]


def moved_sentence(tokens: Tokens, chance: random.Random) -> Tokens:
    return _moved(tokens, _sentences(tokens), chance)


def moved_paragraph(tokens: Tokens, chance: random.Random) -> Tokens:
    return _moved(tokens, _parts(tokens, "\n"), chance)


def deleted_paragraph(tokens: Tokens, chance: random.Random) -> Tokens:
    return _without(tokens, _parts(tokens, "\n"), chance)


def deleted_sentence(tokens: Tokens, chance: random.Random) -> Tokens:
    for _ in range(chance.randint(1, 4)):
        tokens = _without(tokens, _sentences(tokens), chance)
    return tokens


def deleted_words(tokens: Tokens, chance: random.Random) -> Tokens:
    return [token for token in tokens if not _is_word(token) or chance.random() > 0.04]


def copied_paragraph(tokens: Tokens, chance: random.Random) -> Tokens:
    """A paragraph that is there is put in once more, before or behind itself or elsewhere."""
    start, end = chance.choice(_parts(tokens, "\n"))
    copy = [Token(token.text, None) for token in tokens[start:end]]
    place = chance.choice([start, end, *(first for first, _ in _parts(tokens, "\n"))])
    return tokens[:place] + copy + tokens[place:]


def inserted_sentences(tokens: Tokens, chance: random.Random) -> Tokens:
    old = _text(tokens)
    others = [sentence for sentence in sentences() if sentence not in old]
    for _ in range(chance.randint(1, 5)):
        place = chance.choice(_sentences(tokens))[0]
        tokens = tokens[:place] + _new(chance.choice(others) + " ") + tokens[place:]
    return tokens


def stripped(tokens: Tokens, _chance: random.Random) -> Tokens:
    return [_respelt(token, lambda letter: "" if letter in _HARAKAT else letter) for token in tokens]


def marked(tokens: Tokens, chance: random.Random) -> Tokens:
    return [_respelt(token, lambda letter: _vocalised(letter, chance)) for token in tokens]


def without_hamza(tokens: Tokens, _chance: random.Random) -> Tokens:
    table = str.maketrans("أإآىؤئ", "اااييي")
    table[ord("ؤ")] = "و"
    return [replace(token, text=token.text.translate(table)) for token in tokens]


def other_quotation_marks(tokens: Tokens, chance: random.Random) -> Tokens:
    opening, closing = chance.choice((('"', '"'), ("“", "”"), ("„", "“")))
    return [replace(token, text=token.text.replace("«", opening).replace("»", closing)) for token in tokens]


def other_digits(tokens: Tokens, _chance: random.Random) -> Tokens:
    table = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    return [replace(token, text=token.text.translate(table)) for token in tokens]


def other_numbers(tokens: Tokens, chance: random.Random) -> Tokens:
    return [_renumbered(token, chance) if token.text.isdigit() and chance.random() < 0.5 else token for token in tokens]


def rewrapped(tokens: Tokens, chance: random.Random) -> Tokens:
    """Lines end elsewhere: paragraphs joined and cut."""
    swap = {" ": "\n", "\n": " "}
    return [
        replace(token, text=swap[token.text]) if token.text in swap and chance.random() < 0.1 else token
        for token in tokens
    ]


def reworded(tokens: Tokens, chance: random.Random) -> Tokens:
    """One word in eight becomes one or two others."""
    changed: Tokens = []
    for token in tokens:
        if _is_word(token) and chance.random() < 0.12:
            words = [word for word in chance.choice(sentences()).split() if not _is_alike(word, token.text)]
            changed += _new(" ".join(words[: chance.randint(1, 2)]) or "غير")
        else:
            changed.append(token)
    return changed


def rewritten(tokens: Tokens, chance: random.Random) -> Tokens:
    """Half of the sentences are others, some went elsewhere, and of the rest some words were replaced."""
    edited, old = list[Token](), _text(tokens)
    others = [sentence for sentence in sentences() if sentence not in old]
    for start, end in _sentences(tokens):
        edited += _new(chance.choice(others) + " ") if chance.random() < 0.5 else tokens[start:end]
    edited = typos(reworded(edited, chance), chance)
    for _ in range(3):
        edited = moved_sentence(edited, chance)
    return edited


def shuffled_rows(tokens: Tokens, chance: random.Random) -> Tokens:
    """Rows of a table go, come and change their order."""
    for _ in range(chance.randint(1, 3)):
        tokens = chance.choice((deleted_paragraph, moved_paragraph, copied_paragraph))(tokens, chance)
    return tokens


def mixed(tokens: Tokens, chance: random.Random) -> Tokens:
    edits: list[Edit] = [typos, moved_sentence, deleted_sentence, inserted_sentences, reworded, rewrapped, one_typo]
    for edit in chance.sample(edits, 3):
        tokens = edit(tokens, chance)
    return tokens


def _is_alike(word: str, other: str) -> bool:
    return SequenceMatcher(None, word, other, autojunk=False).ratio() > 0.5


def _is_word(token: Token) -> bool:
    return len(token.text) > 1 and token.text.isalpha()


def _with_typo(token: Token, chance: random.Random) -> Token:
    text, places = token.text, list(token.letters or range(len(token.text)))
    place = chance.randrange(len(text))
    letter = chance.choice([each for each in _LETTERS if each != text[place]])
    put_in, kept_to = chance.choice(((letter, place), (letter, place + 1), ("", place + 1)))
    letters = [*places[:place], *[None] * len(put_in), *places[kept_to:]]
    return replace(token, text=text[:place] + put_in + text[kept_to:], letters=tuple(letters))


def _respelt(token: Token, change: Callable[[str], str]) -> Token:
    """Each letter becomes what ``change`` says; the first of several is the letter itself."""
    text, letters = "", list[int | None]()
    for number, letter in enumerate(token.text):
        written = change(letter)
        letters += [number, *[None] * (len(written) - 1)] if written else []
        text += written
    return replace(token, text=text, letters=tuple(letters)) if text != token.text else token


def _renumbered(token: Token, chance: random.Random) -> Token:
    text = str(chance.randrange(3000))
    return token if text == token.text else replace(token, text=text, letters=(None,) * len(text))


def _new(text: str) -> Tokens:
    return [Token(piece, None) for piece in _TOKEN.findall(text)]


def _parts(tokens: Tokens, ends: str) -> list[tuple[int, int]]:
    """First and last place of each part, which ends with one of the signs and the space behind it."""
    found, start = list[tuple[int, int]](), 0
    for number, token in enumerate(tokens):
        if token.text and token.text in ends:
            end = number + 1
            if end < len(tokens) and tokens[end].text == " ":
                end += 1
            found.append((start, end))
            start = end
    found = [(first, last) for first, last in [*found, (start, len(tokens))] if first < last]
    return found or [(0, len(tokens))]


def _sentences(tokens: Tokens) -> list[tuple[int, int]]:
    return _parts(tokens, ".؟!\n")


def _moved(tokens: Tokens, parts: list[tuple[int, int]], chance: random.Random) -> Tokens:
    start, end = chance.choice(parts)
    place = chance.choice([first for first, _ in parts if not start <= first < end] or [start])
    if place >= end:
        return tokens[:start] + tokens[end:place] + tokens[start:end] + tokens[place:]
    return tokens[:place] + tokens[start:end] + tokens[place:start] + tokens[end:]


def _without(tokens: Tokens, parts: list[tuple[int, int]], chance: random.Random) -> Tokens:
    start, end = chance.choice(parts)
    return tokens[:start] + tokens[end:]


KINDS: dict[str, tuple[Callable[[random.Random], str], Edit]] = {
    "one typo": (article, one_typo),
    "typos": (article, typos),
    "sentence moved": (article, moved_sentence),
    "paragraph moved": (article, moved_paragraph),
    "paragraph deleted": (article, deleted_paragraph),
    "sentences deleted": (article, deleted_sentence),
    "words deleted": (article, deleted_words),
    "sentences put in": (article, inserted_sentences),
    "paragraph copied": (article, copied_paragraph),
    "marks stripped": (vocalised, stripped),
    "marks added": (article, marked),
    "hamza normalised": (article, without_hamza),
    "quotation marks": (with_quotations, other_quotation_marks),
    "digits in other script": (with_numbers, other_digits),
    "numbers changed": (with_numbers, other_numbers),
    "lines re-wrapped": (article, rewrapped),
    "words replaced": (article, reworded),
    "several edits": (article, mixed),
    "article rewritten": (article, rewritten),
    "repeated, typos": (repeating, typos),
    "repeated, sentences deleted": (repeating, deleted_sentence),
    "repeated, sentence moved": (repeating, moved_sentence),
    "repeated, several edits": (repeating, mixed),
    "table, typos": (rows, typos),
    "table, rows shuffled": (rows, shuffled_rows),
    "table, numbers changed": (rows, other_numbers),
}

# SPDX-License-Identifier: GPL-3.0-or-later
"""How far the reader's verdicts move a suggestion's confidence: a logistic model over what a suggestion is like."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from typing import Final

from reader.recognisers.base import Finding
from reader.recognisers.learning.forms import key_of
from reader.recognisers.tokens import Tokens

MOST_FEATURES: Final = 20_000
_RATES: Final = {
    "any": 0.008,
    "length": 0.008,
    "source": 0.03,
    "reason": 0.07,
    "first": 0.12,
    "last": 0.12,
    "before": 0.1,
    "behind": 0.1,
    "form": 0.3,
}
"""How far one verdict moves a weight, by what the feature looks at: what is true of all is learned slowly, so that one
text in which little was right does not silence all that follow."""
_DECAY: Final = 0.002
"""Of a weight at each step that touches it: what is not confirmed fades."""
_FURTHEST: Final = 3.0
"""A learned shift never exceeds this in log-odds, so that a few verdicts can turn it again."""
_EDGE: Final = 0.02
_QUOTED: Final = re.compile("“[^”]*”|[0-9]+")


def features_of(tokens: Tokens, each: Finding) -> tuple[str, ...]:
    """What the suggestion is like: its tag with source, reason, form, first and last word, neighbours, length."""
    words = tokens.words
    before = words[each.first - 1].key if each.first else "^"
    behind = words[each.after].key if each.after < len(words) else "$"
    kinds = (
        f"source {each.source}",
        f"reason {reason_kind(each.reason)}",
        f"form {key_of(tokens, each.first, each.after, each.start)}",
        f"first {words[each.first].key}",
        f"last {words[each.after - 1].key}",
        f"before {before}",
        f"behind {behind}",
        f"length {min(each.after - each.first, 5)}",
        "any",
    )
    return tuple(f"{each.tag} {kind}" for kind in kinds)


def reason_kind(reason: str) -> str:
    """The reason without the words and figures it quotes."""
    return _QUOTED.sub("…", reason)


class ConfidenceModel:
    """Weights of features, in log-odds, learned one verdict at a time."""

    def __init__(self, weights: Mapping[str, float] | None = None) -> None:
        self._weights = dict(weights or {})

    def __len__(self) -> int:
        return len(self._weights)

    @property
    def weights(self) -> Mapping[str, float]:
        return self._weights

    def copy(self) -> ConfidenceModel:
        return ConfidenceModel(self._weights)

    def judged(self, confidence: float, features: Iterable[str]) -> float:
        """The confidence after what was learned, 0…1; the same where nothing was."""
        shift = sum(self._weights.get(name, 0.0) for name in features)
        if not shift:
            return confidence
        return _chance(_log_odds(confidence) + max(-_FURTHEST, min(_FURTHEST, shift)))

    def learn(self, features: tuple[str, ...], shown: float, *, was_right: bool) -> None:
        """One verdict on a suggestion that was shown with the confidence ``shown``: a step of gradient descent."""
        step = (1.0 if was_right else 0.0) - shown
        for name in features:
            rate = _RATES[name.split(" ", 2)[1]]
            self._weights[name] = self._weights.get(name, 0.0) * (1 - _DECAY) + rate * step

    def bounded(self, most: int = MOST_FEATURES) -> ConfidenceModel:
        """The ``most`` features that weigh most."""
        if len(self._weights) <= most:
            return self
        ranked = sorted(self._weights.items(), key=lambda each: -abs(each[1]))
        return ConfidenceModel(dict(ranked[:most]))

    def over(self, other: ConfidenceModel) -> ConfidenceModel:
        """Both together: this one was learned on top of the other."""
        names = self._weights.keys() | other._weights.keys()
        return ConfidenceModel({name: self._weights.get(name, 0.0) + other._weights.get(name, 0.0) for name in names})


def _log_odds(chance: float) -> float:
    bounded = min(max(chance, _EDGE), 1 - _EDGE)
    return math.log(bounded / (1 - bounded))


def _chance(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds))

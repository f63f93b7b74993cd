# SPDX-License-Identifier: GPL-3.0-or-later
"""From how sure the chain is to how often that turned out right, learned on text that was held back."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

_EDGE: Final = 1e-4
_STEPS: Final = 30
_SMALLEST: Final = 1e-6
_PRIOR: Final = 2.0
"""So much a curve is pulled towards one that changes nothing, in outcomes."""


class Curve(NamedTuple):
    """A logistic curve over log-odds: ``chance(slope * log_odds + shift)``."""

    slope: float
    shift: float

    def at(self, chance: float) -> float:
        return _chance(self.slope * log_odds(chance) + self.shift)


class Outcome(NamedTuple):
    """How sure the chain was of a name, 0…1, and whether the name was there, exactly."""

    chance: float
    was_right: bool


@dataclass(frozen=True, slots=True)
class Calibration:
    """A curve for each kind of name; a kind without one keeps its chance."""

    curves: Mapping[str, Curve]

    def confidence(self, kind: str, chance: float) -> float:
        curve = self.curves.get(kind)
        return chance if curve is None else curve.at(chance)

    def as_values(self) -> dict[str, list[float]]:
        return {kind: [curve.slope, curve.shift] for kind, curve in sorted(self.curves.items())}

    @classmethod
    def of_values(cls, values: Mapping[str, Sequence[float]]) -> Calibration:
        """Raises: ValueError for what is no curve."""
        curves = {str(kind): Curve(float(slope), float(shift)) for kind, (slope, shift) in values.items()}
        if not all(math.isfinite(number) for curve in curves.values() for number in curve):
            raise ValueError("its calibration has numbers that are none")
        return cls(curves)


def fitted(outcomes: Mapping[str, Sequence[Outcome]]) -> Calibration:
    """The curves under which the outcomes are likeliest: logistic regression by Newton's method, rounded.

    Source: J. Platt, Probabilistic outputs for support vector machines, 1999.
    """
    return Calibration({kind: _curve(its) for kind, its in sorted(outcomes.items()) if its})


def _curve(outcomes: Sequence[Outcome]) -> Curve:
    points = [(log_odds(each.chance), float(each.was_right)) for each in outcomes]
    curve = Curve(1.0, 0.0)
    for _ in range(_STEPS):
        step = _newton(curve, points)
        size = 1.0
        while size > _SMALLEST and _loss(_moved(curve, step, size), points) > _loss(curve, points):
            size /= 2
        curve = _moved(curve, step, size if size > _SMALLEST else 0.0)
    return Curve(round(curve.slope, 4), round(curve.shift, 4))


def _moved(curve: Curve, step: Curve, size: float) -> Curve:
    return Curve(curve.slope + size * step.slope, curve.shift + size * step.shift)


def _newton(curve: Curve, points: Sequence[tuple[float, float]]) -> Curve:
    """The step to where the loss would be least, were it a parabola."""
    gradient_slope, gradient_shift = _PRIOR * (1.0 - curve.slope), -_PRIOR * curve.shift
    a, b, c = _PRIOR, 0.0, _PRIOR
    for x, right in points:
        chance = _chance(curve.slope * x + curve.shift)
        weight = chance * (1 - chance)
        gradient_slope += (right - chance) * x
        gradient_shift += right - chance
        a, b, c = a + weight * x * x, b + weight * x, c + weight
    determinant = a * c - b * b
    return Curve(
        (c * gradient_slope - b * gradient_shift) / determinant,
        (a * gradient_shift - b * gradient_slope) / determinant,
    )


def _loss(curve: Curve, points: Sequence[tuple[float, float]]) -> float:
    """How unlikely the outcomes are under the curve, as minus a logarithm, and how far it is from changing nothing."""
    loss = _PRIOR / 2 * ((curve.slope - 1) ** 2 + curve.shift**2)
    for x, right in points:
        odds = curve.slope * x + curve.shift
        signed = odds if right else -odds
        loss += math.log1p(math.exp(-signed)) if signed > -30 else -signed
    return loss


def log_odds(chance: float) -> float:
    """Bounded, so that certainty stays a number."""
    bounded = min(max(chance, _EDGE), 1 - _EDGE)
    return math.log(bounded / (1 - bounded))


def _chance(odds: float) -> float:
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, odds))))

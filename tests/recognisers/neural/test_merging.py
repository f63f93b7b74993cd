# SPDX-License-Identifier: GPL-3.0-or-later
"""The neural model decides where it speaks, and the other stages where it is silent."""

from __future__ import annotations

from reader.model.ids import TagId
from reader.recognisers.base import Finding
from reader.recognisers.neural.merging import with_neural


def made(start: int, end: int, tag: str, source: str = "rules", confidence: float = 0.8) -> Finding:
    return Finding(
        first=start,
        after=end,
        start=start,
        end=end,
        tag=TagId(tag),
        source=source,
        confidence=confidence,
        reason="",
    )


def shown(found: list[Finding]) -> list[tuple[int, int, str, str]]:
    return [(each.start, each.end, each.tag, each.source) for each in found]


def test_the_model_decides_on_edges_and_kinds() -> None:
    rules = [made(0, 9, "person"), made(20, 25, "place")]
    model = [made(2, 9, "organisation", "neural"), made(20, 30, "place", "neural")]

    assert shown(with_neural(rules, model)) == [(2, 9, "organisation", "neural"), (20, 30, "place", "neural")]


def test_where_it_is_silent_the_others_speak() -> None:
    rules = [made(0, 5, "person"), made(40, 45, "date")]

    assert shown(with_neural(rules, [made(10, 15, "place", "neural")])) == [
        (0, 5, "person", "rules"),
        (10, 15, "place", "neural"),
        (40, 45, "date", "rules"),
    ]
    assert with_neural(rules, []) == rules


def test_names_inside_roles_and_works_stand_together() -> None:
    rules = [made(0, 30, "role"), made(10, 20, "organisation")]

    assert shown(with_neural(rules, [made(10, 22, "organisation", "neural")])) == [
        (0, 30, "role", "rules"),
        (10, 22, "organisation", "neural"),
    ]


def test_what_both_see_is_as_sure_as_the_surer() -> None:
    (each,) = with_neural([made(0, 5, "place", confidence=0.95)], [made(0, 5, "place", "neural", 0.7)])

    assert (each.source, each.confidence) == ("neural", 0.95)

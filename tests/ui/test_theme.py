# SPDX-License-Identifier: GPL-3.0-or-later
"""Themes: every role there, text that can be read, tags that can be told apart by everyone."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from PySide6.QtGui import QColor, QPalette

from reader.ui.theme import THEMES, Theme, load_theme, palette_of, sheet_of

DEFAULT_TAGS = [f"tag-{number}" for number in range(1, 10)]
TEXT_ON = [
    ("ink", "page"),
    ("heading", "page"),
    ("quiet", "page"),
    ("ink", "selection"),
    ("ink", "hit"),
    ("suggestion", "page"),
    ("panel-ink", "panel"),
    ("panel-ink", "window"),
    ("panel-quiet", "panel"),
    ("panel-quiet", "window"),
    ("panel-ink", "selection"),
    ("accent-ink", "accent"),
    ("panel-ink", "notice"),
    ("panel-ink", "warning"),
    ("panel-ink", "error"),
]

# Sight without one kind of cone. Source: Machado, Oliveira and Fernandes (2009), severity 1, linear RGB.
SIGHTS = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
}


@pytest.fixture(params=THEMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(request.param)


def linear(colour: QColor) -> tuple[float, float, float]:
    """Source: IEC 61966-2-1."""
    values = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in values)
    return red, green, blue


def contrast(one: QColor, other: QColor) -> float:
    """Source: WCAG 2.2, contrast ratio."""
    light = [0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05 for r, g, b in (linear(one), linear(other))]
    return max(light) / min(light)


def oklab(colour: QColor, sight: str) -> tuple[float, float, float]:
    """Lightness and two opponent axes. Source: Ottosson (2020)."""
    seen = [sum(a * b for a, b in zip(row, linear(colour), strict=True)) for row in SIGHTS[sight]]
    red, green, blue = (min(1.0, max(0.0, each)) for each in seen)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
    )


@pytest.mark.parametrize(("text", "ground"), TEXT_ON)
def test_text_stands_out_from_its_ground(theme: Theme, text: str, ground: str) -> None:
    assert contrast(theme.colour(text), theme.colour(ground)) >= 4.5


@pytest.mark.parametrize("role", [f"tag-{number}" for number in range(1, 13)])
def test_ink_can_be_read_on_every_tag_and_its_line_be_seen(theme: Theme, role: str) -> None:
    assert contrast(theme.colour("ink"), theme.fills[role]) >= 4.5
    assert contrast(theme.lines[role], theme.colour("page")) >= 3


@pytest.mark.parametrize("sight", SIGHTS)
def test_the_lines_of_the_default_tags_differ_for_every_sight(theme: Theme, sight: str) -> None:
    places = [oklab(theme.lines[role], sight) for role in DEFAULT_TAGS]

    assert min(math.dist(one, other) for one, other in combinations(places, 2)) >= 0.06


def test_all_themes_have_the_same_roles() -> None:
    roles = {frozenset(load_theme(name).roles) for name in THEMES}

    assert len(roles) == 1


def test_all_colours_are_colours(theme: Theme) -> None:
    assert all(colour.isValid() for table in (theme.roles, theme.fills, theme.lines) for colour in table.values())
    assert list(theme.fills) == list(theme.lines) == [f"tag-{number}" for number in range(1, 13)]


def test_palette_and_sheet_are_made_of_the_theme(theme: Theme) -> None:
    assert palette_of(theme).color(QPalette.ColorRole.Window) == theme.colour("window")
    assert theme.colour("accent").name() in sheet_of(theme)


def test_dark_is_dark_and_the_others_are_not() -> None:
    assert [load_theme(name).is_dark for name in THEMES] == [False, False, True]

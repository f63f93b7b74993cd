# SPDX-License-Identifier: GPL-3.0-or-later
"""Tags as widgets show them, and values in sentences."""

from __future__ import annotations

from PySide6.QtCore import Qt
from ui.models.fakes import default_tags, make_tag, shown_tags

from reader.model.ids import TagId
from reader.ui.models.sentences import filled, isolated, layout_direction_of, on_one_line
from reader.ui.models.tags import ShownTags

CITY = make_tag("city", 9, (("ar", "مدينة"), ("en", "City")), parent="place")


def test_nested_tags_follow_their_parent():
    shown = shown_tags(tags=[*default_tags(), CITY])

    ids = [tag.id for tag, _ in shown.in_order]

    assert ids.index("city") == ids.index("place") + 1
    assert {tag.id: depth for tag, depth in shown.in_order}["city"] == 1


def test_tags_nested_in_a_circle_do_not_hang():
    first = make_tag("a", 0, (("en", "A"),), parent="b")
    second = make_tag("b", 1, (("en", "B"),), parent="a")

    assert len(shown_tags(tags=[first, second, CITY]).tags) == 1


def test_a_name_is_found_in_any_language():
    assert [tag.id for tag in shown_tags().matching("مك")] == ["place"]
    assert [tag.id for tag in shown_tags("ar").matching("PLA")] == ["place"]


def test_names_that_begin_with_the_text_come_first():
    found = [tag.id for tag in shown_tags().matching("o")]

    assert found[0] == "organisation"


def test_arabic_and_persian_digits_are_shortcuts_too():
    shown = shown_tags()

    assert [shown.with_shortcut(key).id for key in ("4", "٤", "۴")] == ["place"] * 3


def test_no_key_is_no_shortcut():
    without = make_tag("x", 11, (("en", "X"),))

    assert shown_tags(tags=[without]).with_shortcut("") is None


def test_a_tag_that_is_gone_shows_its_identity():
    assert ShownTags().name(TagId("lost")) == "lost"


def test_a_role_the_theme_lacks_still_has_a_colour():
    assert ShownTags(default_tags()).colour(TagId("place")).line.isValid()


def test_values_are_isolated_and_may_look_like_places():
    assert filled("%1 of %2", "%2", "b") == "\u2068%2\u2069 of \u2068b\u2069"


def test_an_arabic_value_that_begins_with_latin_runs_from_right_to_left():
    assert isolated("WTDC-25 مؤتمر")[0] == "\u2067"
    assert layout_direction_of("WTDC-25 مؤتمر") == Qt.LayoutDirection.RightToLeft


def test_a_latin_value_and_a_number_take_their_own_direction():
    assert isolated("International Union")[0] == isolated("50 %")[0] == "\u2068"


def test_long_texts_are_cut_to_one_line():
    assert on_one_line("كلمة\nأخرى \u2028 ثم", 100) == "كلمة أخرى ثم"
    assert len(on_one_line("🙂" * 1_000, 50)) == 51

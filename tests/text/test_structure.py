# SPDX-License-Identifier: GPL-3.0-or-later
"""What each paragraph of a plain text is taken for."""

from __future__ import annotations

import pytest

from reader.text.structure import Role, roles_of

BODY = (
    "هذه فقرة من المتن طويلة بما يكفي لأن يعرف القارئ أنها متن لا عنوان، "
    "ففيها جملة بعد جملة وكلام بعد كلام حتى تنتهي بنقطة."
)


def test_lead_in_title_and_body() -> None:
    roles = roles_of(["وزير الاتصالات من باكو:", "", "دور الدبلوماسية في المشاريع", "", BODY], opens_document=True)
    assert roles == [Role.KICKER, Role.BLANK, Role.TITLE, Role.BLANK, Role.BODY]


def test_title_and_what_stands_under_it() -> None:
    roles = roles_of(["دور الدبلوماسية", "بقلم فلان", BODY], opens_document=True)
    assert roles == [Role.TITLE, Role.SUBTITLE, Role.BODY]


def test_section_title_stands_before_a_long_paragraph() -> None:
    roles = roles_of([BODY, "\u00a0", " مكانة المؤتمر", "", BODY, "خاتمة قصيرة"], opens_document=False)
    assert roles == [Role.BODY, Role.BLANK, Role.HEADING, Role.BLANK, Role.BODY, Role.BODY]


@pytest.mark.parametrize("item", ["– تعزيز البنى", "- بند", "• بند", "1. بند", "(٢) بند", "١- بند", "  3) بند"])
def test_items_of_a_list(item: str) -> None:
    assert roles_of([BODY, item, item], opens_document=False)[1:] == [Role.ITEM, Role.ITEM]


@pytest.mark.parametrize("text", ["قال الوزير إن المؤتمر ناجح.", "وأضاف:", "هل من سؤال؟", "كلمة"])
def test_a_sentence_or_a_word_alone_heads_nothing(text: str) -> None:
    assert roles_of([BODY, text, BODY], opens_document=False)[1] is Role.BODY


def test_a_list_of_short_lines_has_no_title() -> None:
    assert set(roles_of(["بيت أول", "بيت ثان", "بيت ثالث", "بيت رابع"], opens_document=True)) == {Role.BODY}


def test_a_year_that_opens_a_sentence_is_no_item() -> None:
    assert roles_of(["2025 كان عاما حافلا بالأحداث."], opens_document=False) == [Role.BODY]


def test_nothing_has_no_roles() -> None:
    assert roles_of([], opens_document=True) == []

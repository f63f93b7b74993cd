# SPDX-License-Identifier: GPL-3.0-or-later
"""Tags, annotations and suggestions for widgets, and sources that give them page by page as the library does."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtGui import QColor

from reader.model.annotation import Annotation
from reader.model.ids import AnnotationId, DocumentId, TagId, TagsetId
from reader.model.suggestion import Suggestion, SuggestionFilter, SuggestionGroup, SuggestionOrder, group_of
from reader.model.tagset import Tag
from reader.text.spans import Span
from reader.ui.models.annotations import AnnotationFilter, AnnotationPosition
from reader.ui.models.suggestions import SuggestionPosition, position_of
from reader.ui.models.tags import TAG_ROLES, ShownTags, TagColour, TagColours

DOCUMENT = DocumentId("document")
_LOOKED_AT = 20_000
_NAMES = {
    "person": ("شخص", "Person"),
    "role": ("منصب", "Role"),
    "organisation": ("منظمة", "Organisation"),
    "place": ("مكان", "Place"),
    "event": ("حدث", "Event"),
    "date": ("تاريخ", "Date"),
    "quantity": ("كمية", "Quantity"),
    "term": ("مصطلح", "Term"),
    "work": ("عمل", "Work"),
}
QUOTES = (
    "مريم الساعدي",
    "وزيرة الثقافة",
    "الهيئة العربية للمخطوطات",
    "مدينة فاس",
    "WTDC-25 مؤتمر",
    "قَصِيدَةٌ قَدِيمَةٌ",
    "International Union",
    "رمز 𞸀 في الحاشية 🙂",
)


def default_tags() -> tuple[Tag, ...]:
    return tuple(
        make_tag(tag_id, number, names=(("ar", names[0]), ("en", names[1])))
        for number, (tag_id, names) in enumerate(_NAMES.items())
    )


def make_tag(tag_id: str, position: int, names: tuple[tuple[str, str], ...], parent: str | None = None) -> Tag:
    return Tag(
        id=TagId(tag_id),
        tagset_id=TagsetId("default"),
        names=names,
        colour=TAG_ROLES[position % len(TAG_ROLES)],
        shortcut=str(position + 1) if position < 9 else "",
        parent_id=None if parent is None else TagId(parent),
        position=position,
    )


def colours() -> TagColours:
    return TagColours(
        {role: TagColour(fill=hue(number, 40), line=hue(number, 255)) for number, role in enumerate(TAG_ROLES)}
    )


def hue(number: int, saturation: int) -> QColor:
    return QColor.fromHsv(30 * number, saturation, 200)


def shown_tags(language: str = "en", tags: Sequence[Tag] | None = None) -> ShownTags:
    return ShownTags(default_tags() if tags is None else tags, language=language, colours=colours())


def annotation(number: int, *, tag: str | None = None, quote: str | None = None, note: str = "") -> Annotation:
    """The annotation with that number: each is ten characters after the one before."""
    chosen = quote or QUOTES[number % len(QUOTES)]
    return Annotation(
        id=AnnotationId(f"{number:08}"),
        document_id=DOCUMENT,
        span=Span(10 * number, 10 * number + 5),
        quote=chosen,
        tag_id=TagId(tag or list(_NAMES)[number % len(_NAMES)]),
        note=note,
        author="سعاد" if number % 2 else "Ada",
        created="2026-01-01T00:00:00.000Z",
        modified="2026-01-01T00:00:00.000Z",
    )


def suggestion(number: int, *, tag: str | None = None) -> Suggestion:
    return Suggestion(
        span=Span(10 * number, 10 * number + 5),
        quote=QUOTES[number % len(QUOTES)],
        tag_id=TagId(tag or list(_NAMES)[number % len(_NAMES)]),
        source="gazetteer",
        confidence=(50 + number % 50) / 100,
        reason="a place name of the list",
    )


class AnnotationsInMemory:
    """A document with any number of annotations; they are made when they are asked for, and those asked are counted."""

    def __init__(self, count: int) -> None:
        self.numbers = list(range(count))
        self.changed: dict[int, Annotation] = {}
        self.rows_given = 0

    def page_after(
        self, position: AnnotationPosition | None, limit: int, wanted: AnnotationFilter
    ) -> Sequence[Annotation]:
        start = 0 if position is None else bisect_right(self.numbers, position, key=self._key)
        found: list[Annotation] = []
        for number in self.numbers[start : start + _LOOKED_AT]:
            if len(found) == limit:
                break
            self._take(number, wanted, found)
        return found

    def page_before(
        self, position: AnnotationPosition | None, limit: int, wanted: AnnotationFilter
    ) -> Sequence[Annotation]:
        end = len(self.numbers) if position is None else bisect_left(self.numbers, position, key=self._key)
        found: list[Annotation] = []
        for number in reversed(self.numbers[max(end - _LOOKED_AT, 0) : end]):
            if len(found) == limit:
                break
            self._take(number, wanted, found)
        return found[::-1]

    def get(self, annotation_id: AnnotationId) -> Annotation | None:
        at = bisect_left(self.numbers, int(annotation_id))
        is_there = at < len(self.numbers) and self.numbers[at] == int(annotation_id)
        return self._make(int(annotation_id)) if is_there else None

    def count(self) -> int:
        return len(self.numbers)

    def counts_by_tag(self) -> Mapping[TagId, int]:
        return Counter(self._make(number).tag_id for number in self.numbers[:1000])

    def authors(self) -> Sequence[str]:
        return ("Ada", "سعاد")

    def remove(self, number: int) -> None:
        self.numbers.remove(number)

    def _take(self, number: int, wanted: AnnotationFilter, found: list[Annotation]) -> None:
        made = self._make(number)
        fits_tag = not wanted.tag_ids or made.tag_id in wanted.tag_ids
        fits_author = wanted.author in ("", made.author)
        if fits_tag and fits_author and (wanted.text in made.quote or wanted.text in made.note):
            found.append(made)
            self.rows_given += 1

    def _make(self, number: int) -> Annotation:
        return self.changed.get(number) or annotation(number)

    @staticmethod
    def _key(number: int) -> AnnotationPosition:
        return (10 * number, f"{number:08}")


class SuggestionsInMemory:
    """Open suggestions of a document, page by page."""

    def __init__(self, suggestions: Sequence[Suggestion]) -> None:
        self.open = list(suggestions)
        self.least = 0.0

    def page_after(
        self, position: SuggestionPosition | None, limit: int, wanted: SuggestionFilter
    ) -> Sequence[Suggestion]:
        fitting = self._fitting(wanted)
        return [one for one in fitting if position is None or position_of(one) > position][:limit]

    def page_before(
        self, position: SuggestionPosition | None, limit: int, wanted: SuggestionFilter
    ) -> Sequence[Suggestion]:
        fitting = self._fitting(wanted)
        return [one for one in fitting if position is None or position_of(one) < position][-limit:]

    def ask_ranked(
        self, order: SuggestionOrder, limit: int, wanted: SuggestionFilter, then: Callable[[Sequence[Suggestion]], None]
    ) -> None:
        way = -1 if order is SuggestionOrder.CONFIDENCE else 1
        then(sorted(self._fitting(wanted), key=lambda one: way * one.confidence)[:limit])

    def ask_groups(
        self,
        after: SuggestionGroup | None,
        limit: int,
        wanted: SuggestionFilter,
        then: Callable[[Sequence[SuggestionGroup]], None],
    ) -> None:
        groups = self._groups(wanted)
        start = (
            0 if after is None else [(each.tag_id, each.key) for each in groups].index((after.tag_id, after.key)) + 1
        )
        then(groups[start : start + limit])

    def members(
        self, group: SuggestionGroup, position: SuggestionPosition | None, limit: int, wanted: SuggestionFilter
    ) -> Sequence[Suggestion]:
        named = [one for one in self._fitting(wanted) if (one.tag_id, group_of(one)) == (group.tag_id, group.key)]
        return [one for one in named if position is None or position_of(one) > position][:limit]

    def around(self, _span: Span, _reach: int) -> tuple[str, str]:
        return "كلمات قبلها ", " وكلمات بعدها"

    def counts_by_tag(self) -> Mapping[TagId, int]:
        return Counter(one.tag_id for one in self.open if one.confidence >= self.least)

    @property
    def hidden(self) -> int:
        return sum(one.confidence < self.least for one in self.open)

    def _groups(self, wanted: SuggestionFilter) -> list[SuggestionGroup]:
        named: dict[tuple[TagId, str], list[Suggestion]] = {}
        for one in self._fitting(wanted):
            named.setdefault((one.tag_id, group_of(one)), []).append(one)
        groups = [
            SuggestionGroup(
                tag_id=tag_id,
                key=key,
                name=found[0].entity or found[0].quote,
                count=len(found),
                best=max(one.confidence for one in found),
                first=found[0].span.start,
            )
            for (tag_id, key), found in named.items()
        ]
        return sorted(groups, key=lambda group: (-group.count, group.first, group.tag_id, group.key))

    def _fitting(self, wanted: SuggestionFilter) -> list[Suggestion]:
        least = max(wanted.least, self.least)
        fitting = (one for one in self.open if one.confidence >= least and wanted.text in one.quote)
        return sorted((one for one in fitting if not wanted.tag_ids or one.tag_id in wanted.tag_ids), key=position_of)

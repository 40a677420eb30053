"""The draft as cards: sections, items and fields with all that a page says about them."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from tocsin.cases.case_claims import CHANNELS
from tocsin.reports.decide import is_name
from tocsin.reports.fields import FIELDS, Field, field, main_field
from tocsin.reports.models import Decision, Report, ReviewField, ReviewItem, Section

from .review_words import FACTS, field_quote, item_quote, title_of

SUGGESTION_BELOW = 0.5
# Longer sections begin with their cards closed; forty contacts are lines that open one at a time.
MOST_OPEN = 12
LONG = 90
CHOSEN_ELSEWHERE = {"reference", "beside"}


@dataclass(frozen=True)
class FieldCard:
    row: ReviewField
    field: Field
    words: str
    proposed_words: str
    typed: str
    quote: str
    at: int | None
    is_name: bool
    error: str = ""
    others: tuple[tuple[int, str], ...] = ()

    @property
    def is_undecided(self) -> bool:
        return self.row.decision == Decision.PROPOSED

    @property
    def is_long(self) -> bool:
        return len(self.words) > LONG or len(self.quote) > LONG

    @property
    def can_be_shown(self) -> bool:
        """Headline and country go into the case; names wait for their ground, channels for confirmation."""
        section = self.row.item.section
        is_channel = section == Section.CONTACTS and self.row.name in CHANNELS
        is_said = section != Section.SOURCE and self.field.kind.widget != "beside"
        return is_said and not self.is_name and not is_channel


@dataclass(frozen=True)
class ItemCard:
    item: ReviewItem
    title: str
    facts: str
    quote: str
    fields: tuple[FieldCard, ...]
    missing: tuple[Field, ...]
    is_open: bool
    is_lean: bool

    @property
    def undecided(self) -> int:
        return sum(f.is_undecided for f in self.fields)

    @property
    def taken(self) -> int:
        return sum(f.row.is_taken for f in self.fields)

    @property
    def is_held(self) -> bool:
        return any(f.row.is_held for f in self.fields)

    @property
    def can_change(self) -> bool:
        return any(not f.row.is_held for f in self.fields)

    @property
    def is_suggestion(self) -> bool:
        return self.item.confidence is not None and self.item.confidence < SUGGESTION_BELOW


@dataclass(frozen=True)
class SectionCards:
    section: Section
    items: tuple[ItemCard, ...]
    main: Field

    @property
    def undecided(self) -> int:
        return sum(item.undecided for item in self.items)

    @property
    def in_one_press(self) -> int:
        """What one button accepts: nothing that a second reader suggested."""
        return sum(item.undecided for item in self.items if not item.item.suggested_by)


@dataclass(frozen=True)
class Wrong:
    """A correction that could not be read: which field, what was typed, why not."""

    field: int
    typed: str
    error: str


def section_cards(
    report: Report, items: list[ReviewItem], opened: int | None = None, wrong: Wrong | None = None
) -> list[SectionCards]:
    """Every section in the order of the review, empty ones too: something may be missing there."""
    by_section: dict[str, list[ReviewItem]] = defaultdict(list)
    for item in items:
        by_section[item.section].append(item)
    return [
        SectionCards(
            section,
            tuple(_item(i, report, by_section[section], opened, wrong) for i in by_section[section]),
            main_field(section),
        )
        for section in Section
    ]


def _item(
    item: ReviewItem, report: Report, siblings: list[ReviewItem], opened: int | None, wrong: Wrong | None
) -> ItemCard:
    rows = list(item.fields.all())
    cards = tuple(_field(row, report, siblings, wrong) for row in rows)
    names = {row.name for row in rows}
    is_undecided, is_short = any(c.is_undecided for c in cards), len(siblings) <= MOST_OPEN
    return ItemCard(
        item,
        title_of(item),
        ", ".join(c.words for c in cards if c.field.name in FACTS.get(item.section, ()) and c.words),
        item_quote(item, report),
        cards,
        tuple(
            f for f in FIELDS[item.section] if f.name not in names and f.kind.widget not in CHOSEN_ELSEWHERE
        ),
        is_open=item.pk == opened or (is_undecided and is_short),
        is_lean=item.section == Section.CONTACTS and item.pk != opened and not is_short,
    )


def _field(row: ReviewField, report: Report, siblings: list[ReviewItem], wrong: Wrong | None) -> FieldCard:
    kind = field(row.item.section, row.name).kind
    is_wrong = wrong is not None and wrong.field == row.pk
    reference = kind.widget == "reference"
    others = tuple((i.position, title_of(i)) for i in siblings if i.pk != row.item_id) if reference else ()
    return FieldCard(
        row,
        field(row.item.section, row.name),
        _words(row.value, kind, others),
        _words(row.proposed, kind, others) if row.decision == Decision.CORRECTED else "",
        wrong.typed if wrong and is_wrong else kind.typed(row.value),
        field_quote(row, report),
        row.spans[0][0] if row.spans else None,
        is_name(row),
        wrong.error if wrong and is_wrong else "",
        others,
    )


def _words(value: Any, kind: Any, others: tuple[tuple[int, str], ...]) -> str:
    if value is None:
        return ""
    return dict(others).get(value) or kind.words(value) if others else kind.words(value)

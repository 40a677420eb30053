"""The draft as cards: sections, items and fields with all that a page says about them."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from tocsin.reports.decide import is_name
from tocsin.reports.fields import FIELDS, main_field
from tocsin.reports.fields import field as field_of
from tocsin.reports.models import Decision, Report, ReviewField, ReviewItem, Section
from tocsin.reports.version import version
from tocsin.terms.flags import NEEDS_TWO

from .review_card import Clash, FieldCard, ItemCard, SectionCards, Tally, Typed
from .review_words import FACTS, field_quote, item_quote, title_of

# Longer sections begin with their cards folded; a hundred people are lines that open one at a time.
MOST_OPEN = 12
# In a draft of more items than these the short sections are folded too: hundreds of open fields load for seconds.
LONG_DRAFT, MOST_OPEN_IN_LONG = 40, 4
CHOSEN_ELSEWHERE = {"reference", "beside"}


@dataclass(frozen=True)
class Desk:
    """What the page knows beside the draft: the open card, what was typed and not saved, what did not go through.

    `count` is how many items the whole draft has.
    """

    report: Report
    count: int
    opened: int | None = None
    typed: Typed = field(default_factory=Typed)
    clash: Clash | None = None

    @property
    def most_open(self) -> int:
        return MOST_OPEN_IN_LONG if self.count > LONG_DRAFT else MOST_OPEN

    def flagged(self) -> list[list[int]]:
        """The words that two people look at."""
        return [s for w in self.report.draft["warnings"] if w["code"] in NEEDS_TWO for s in w["spans"]]


def section_cards(items: list[ReviewItem], desk: Desk) -> list[SectionCards]:
    """Every section in the order of the review, empty ones too: something may be missing there."""
    by_section: dict[str, list[ReviewItem]] = defaultdict(list)
    for item in items:
        by_section[item.section].append(item)
    return [
        one_section(section, by_section[section], by_section[section], desk, _tally(by_section[section]))
        for section in Section
    ]


def one_section(
    section: Section, items: list[ReviewItem], siblings: list[ReviewItem], desk: Desk, tally: Tally
) -> SectionCards:
    """With cards for `items`; `siblings` are those of the section whose titles a reference may need."""
    flagged, is_folded = desk.flagged(), tally.items > desk.most_open
    return SectionCards(
        section,
        tuple(_item(item, siblings, desk, flagged, not is_folded) for item in items),
        main_field(section),
        tally,
        is_folded,
        desk.typed.at(f"add-{section}"),
        desk.typed.at(f"words-{section}"),
        desk.typed.error_at(f"add-{section}"),
    )


def _tally(items: list[ReviewItem]) -> Tally:
    waiting = [f.item for i in items for f in i.fields.all() if f.decision == Decision.PROPOSED]
    return Tally(len(items), len(waiting), sum(not item.suggested_by for item in waiting))


def _item(
    item: ReviewItem, siblings: list[ReviewItem], desk: Desk, flagged: list[list[int]], is_short: bool
) -> ItemCard:
    rows = list(item.fields.all())
    is_opened = item.pk == desk.opened
    is_lean = not (is_opened or is_short or desk.typed.is_in(item, rows))
    cards = tuple(_field(row, siblings, desk, flagged, is_lean) for row in rows)
    names = {row.name for row in rows}
    return ItemCard(
        item,
        title_of(item),
        ", ".join(c.words for c in cards if c.field.name in FACTS.get(item.section, ()) and c.words),
        item_quote(item, desk.report),
        cards,
        tuple(
            f for f in FIELDS[item.section] if f.name not in names and f.kind.widget not in CHOSEN_ELSEWHERE
        ),
        is_open=not is_short or is_opened or any(c.is_undecided for c in cards),
        is_lean=is_lean,
        typed_new=desk.typed.at(f"new-{item.pk}"),
        error=desk.typed.error_at(f"new-{item.pk}"),
    )


def _field(
    row: ReviewField, siblings: list[ReviewItem], desk: Desk, flagged: list[list[int]], is_lean: bool
) -> FieldCard:
    known = field_of(row.item.section, row.name)
    kind, place = known.kind, f"value-{row.pk}"
    is_reference = kind.widget == "reference" and not is_lean
    others = tuple((i.position, title_of(i)) for i in siblings if i.pk != row.item_id) if is_reference else ()
    clash = desk.clash if desk.clash and desk.clash.field == row.pk else None
    ours = clash.typed if clash and clash.act == "correct" else ""
    was = row.proposed if row.decision == Decision.CORRECTED else None
    return FieldCard(
        row,
        known,
        _words(row.value, kind, others),
        _words(was, kind, others),
        ours or desk.typed.at(place) or kind.typed(row.value),
        "" if is_lean else field_quote(row, desk.report),
        row.spans[0][0] if row.spans else None,
        is_name(row),
        version(row),
        row.decision == Decision.PROPOSED and _is_doubtful(row, flagged),
        desk.typed.error_at(place),
        desk.typed.is_unsaved(place),
        clash,
        others,
    )


def _is_doubtful(row: ReviewField, flagged: list[list[int]]) -> bool:
    """Looked at before the rest: a low confidence, a warning, a contradiction, words that two people look at."""
    item = row.item
    is_unsure = item.confidence is not None and item.confidence < ItemCard.SUGGESTION_BELOW
    is_marked = bool(item.warnings or item.suggested_by) or row.name == "contradicts"
    return is_unsure or is_marked or any(_meet(s, f) for s in row.spans for f in flagged)


def _meet(one: list[int], other: list[int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _words(value: Any, kind: Any, others: tuple[tuple[int, str], ...]) -> str:
    if value is None:
        return ""
    return dict(others).get(value) or kind.words(value) if others else kind.words(value)

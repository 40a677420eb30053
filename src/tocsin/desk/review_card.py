"""What a card of the review holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar

from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tocsin.cases.standing_claims import CHANNELS
from tocsin.reports.fields import Field
from tocsin.reports.models import Decision, ReviewField, ReviewItem, Section

from .shortened import shortened

LONG = 90
LONGEST_TITLE, LONGEST_QUOTE = 160, 200


@dataclass(frozen=True)
class Typed:
    """What this member typed at the places of the page and has not saved, and why one of them could not be saved."""

    unsaved: Mapping[str, str] = field(default_factory=dict)
    wrong: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def at(self, place: str) -> str:
        return self.wrong[place][0] if place in self.wrong else self.unsaved.get(place, "")

    def error_at(self, place: str) -> str:
        return self.wrong[place][1] if place in self.wrong else ""

    def is_unsaved(self, place: str) -> bool:
        return place in self.unsaved and place not in self.wrong

    def is_in(self, item: ReviewItem, rows: Iterable[ReviewField]) -> bool:
        """Whether something is typed in the item's card, so that it is not folded away."""
        places = [f"new-{item.pk}", *(f"value-{row.pk}" for row in rows)]
        return any(place in self.unsaved or place in self.wrong for place in places)


@dataclass(frozen=True)
class Clash:
    """Somebody else decided on `field` meanwhile. `theirs` and `ours` say what was wanted, `act` is ours."""

    field: int
    act: str
    typed: str
    theirs: str
    ours: str
    who: str
    at: datetime | None


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
    version: str
    is_doubtful: bool
    error: str = ""
    is_unsaved: bool = False
    clash: Clash | None = None
    others: tuple[tuple[int, str], ...] = ()

    @property
    def is_undecided(self) -> bool:
        return self.row.decision == Decision.PROPOSED

    @property
    def is_long(self) -> bool:
        return len(self.words) > LONG or len(self.quote) > LONG

    @property
    def short_quote(self) -> str:
        return shortened(self.quote, LONGEST_QUOTE)

    @property
    def options(self) -> SafeString:
        """What can be chosen: items beside this one, or codes. Sixty of them took a template two milliseconds a field."""
        if self.field.kind.widget == "reference":
            return _options(((n, shortened(words, LONG)) for n, words in self.others), self.row.value)
        return _options(self.field.kind.choices, self.typed)

    @property
    def is_typing(self) -> bool:
        """Whether the correction stands open, with something in it that is not saved."""
        return bool(self.error) or self.is_unsaved or bool(self.clash and self.clash.typed)

    @property
    def can_be_shown(self) -> bool:
        """Headline and country go into the case; names wait for their ground, channels for confirmation."""
        section = self.row.item.section
        is_channel = section == Section.CONTACTS and self.row.name in CHANNELS
        is_said = section != Section.SOURCE and self.field.kind.widget != "beside"
        return is_said and not self.is_name and not is_channel


def _options(choices: Iterable[tuple[Any, Any]], chosen: Any) -> SafeString:
    rows = ((value, mark_safe(" selected") if value == chosen else "", words) for value, words in choices)
    return format_html_join("", '<option value="{}"{}>{}</option>', rows)


@dataclass(frozen=True)
class ItemCard:
    SUGGESTION_BELOW: ClassVar[float] = 0.5

    item: ReviewItem
    title: str
    facts: str
    quote: str
    fields: tuple[FieldCard, ...]
    missing: tuple[Field, ...]
    is_open: bool
    is_lean: bool
    typed_new: str = ""
    error: str = ""

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
        return self.item.confidence is not None and self.item.confidence < self.SUGGESTION_BELOW

    @property
    def is_doubtful(self) -> bool:
        return any(f.is_doubtful for f in self.fields)

    @property
    def state(self) -> str:
        """How its words are lit: 'open' while something is undecided, 'left' where all was rejected, else 'taken'."""
        if self.undecided:
            return "open"
        return "taken" if self.taken else "left"

    @property
    def state_words(self) -> str:
        if self.is_held:
            return _("in the case")
        if self.undecided:
            return ngettext("%(n)d undecided", "%(n)d undecided", self.undecided) % {"n": self.undecided}
        return _("accepted") if self.taken else _("left out")

    @property
    def has_one_state(self) -> bool:
        return not (self.item.suggested_by or self.item.added_by_id or self.is_suggestion)

    @property
    def short_title(self) -> str:
        return shortened(self.title)

    @property
    def long_title(self) -> str:
        return shortened(self.title, LONGEST_TITLE)

    @property
    def short_facts(self) -> str:
        return shortened(self.facts)

    @property
    def short_quote(self) -> str:
        return shortened(self.quote, 2 * LONGEST_QUOTE)

    @property
    def seen(self) -> str:
        """What the page shows of each decided field, so that nobody is overwritten by what comes back."""
        return " ".join(f"{f.row.pk}:{f.version}" for f in self.fields if f.version)


@dataclass(frozen=True)
class Tally:
    """Of a section: how many items, how many undecided fields, and how many of these one button accepts.

    That button takes nothing that a second reader suggested.
    """

    items: int = 0
    undecided: int = 0
    in_one_press: int = 0


@dataclass(frozen=True)
class SectionCards:
    """`is_folded`: it is so long that its cards are lines, opened one at a time."""

    section: Section
    items: tuple[ItemCard, ...]
    main: Field
    tally: Tally
    is_folded: bool = False
    typed_new: str = ""
    typed_words: str = ""
    error: str = ""

    @property
    def is_typing(self) -> bool:
        return bool(self.typed_new or self.typed_words or self.error)

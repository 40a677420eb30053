"""The contacts of a report beside what the directory knows, and the countries for which it knows nothing."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import ngettext

from tocsin.directory.missions import known_missions
from tocsin.reports.choose_known import Chosen, chosen_of
from tocsin.reports.label import report_label
from tocsin.reports.models import Decision, Report, ReviewItem, Section
from tocsin.routing.beside import Beside, beside, without_office
from tocsin.routing.draft_offices import printed_office
from tocsin.routing.hints import likely_seats
from tocsin.terms.offices import Office, Told

from .country_choices import country_words
from .review_words import title_of

NOTHING: dict[str, Any] = {
    "office": None,
    "kind": "other",
    "of_country": None,
    "in_country": None,
    "serves": (),
    "address": None,
    "phones": (),
    "faxes": (),
    "emails": (),
    "redacted_emails": 0,
}


@dataclass(frozen=True)
class BesideRow:
    """`chosen` is the reviewer's word as stored: None as long as nobody said one."""

    item: ReviewItem
    title: str
    found: Beside
    chosen: Chosen | None

    @property
    def is_mission(self) -> bool:
        return self.found.finding != "no_mission"

    @property
    def can_choose(self) -> bool:
        return self.is_mission and not (self.chosen and self.chosen.is_held)

    @property
    def is_sure(self) -> bool:
        """Same kind, same city, and nobody has said anything yet."""
        return self.found.finding == "same" and self.chosen is None

    @property
    def can_be_same(self) -> bool:
        return self.found.mission is not None


@dataclass(frozen=True)
class Alarm:
    """`named` are all countries for which the report names an office, `missing` those without one in the directory.

    `seats` are where a reviewer may look for each of these, in the order of `missing`.
    """

    named: tuple[str, ...]
    missing: tuple[str, ...]
    seats: tuple[tuple[str, ...], ...] = ()

    @property
    def sentence(self) -> str:
        words = ngettext(
            "%(missing)d of the %(named)d countries that this appeal names has no office in the directory:",
            "%(missing)d of the %(named)d countries that this appeal names have no office in the directory:",
            len(self.missing),
        )
        return words % {"missing": len(self.missing), "named": len(self.named)}

    @property
    def names(self) -> list[str]:
        return sorted(country_words(code) for code in self.missing)

    @property
    def hints(self) -> list[tuple[str, str]]:
        """The country, and the places to look at."""
        paired = zip(self.missing, self.seats, strict=True)
        return sorted(
            (country_words(code), ", ".join(map(country_words, seats))) for code, seats in paired if seats
        )


def beside_rows(report: Report, items: Sequence[ReviewItem]) -> list[BesideRow]:
    """One for each contact that is not rejected, in the order of the report."""
    contacts = [i for i in items if i.section == Section.CONTACTS and not _is_rejected(i)]
    told = Told("appeal", report_label(report), report.published or None)
    offices = [printed_office([_contact(item)], told) for item in contacts]
    known = {code: known_missions(code) for code in {office.of_country or "" for office in offices}}
    today = timezone.localdate()
    return [
        BesideRow(
            item,
            title_of(item),
            beside(office, known[office.of_country or ""], today),
            chosen_of(item.fields.all()),
        )
        for item, office in zip(contacts, offices, strict=True)
    ]


def alarm(rows: Sequence[BesideRow]) -> Alarm:
    """Of the sender whose missions the report mostly names."""
    printed = [row.found.printed for row in rows if row.is_mission]
    senders = Counter(office.of_country for office in printed if office.of_country)
    sender = next((code for code, _n in senders.most_common(1)), "")
    named = tuple(code for code in _countries(printed) if code not in (sender, "UN"))
    missions = known_missions(sender)
    missing = without_office(named, missions, timezone.localdate())
    return Alarm(named, missing, tuple(likely_seats(code, missions) for code in missing))


def _countries(offices: Sequence[Office]) -> list[str]:
    codes = [
        code
        for office in offices
        for code in (office.in_country, *(a.serves for a in office.accreditations))
        if code
    ]
    return list(dict.fromkeys(codes))


def _is_rejected(item: ReviewItem) -> bool:
    fields = list(item.fields.all())
    return bool(fields) and all(f.decision == Decision.REJECTED for f in fields)


def _contact(item: ReviewItem) -> dict[str, Any]:
    values = {f.name: f.value for f in item.fields.all() if f.decision != Decision.REJECTED}
    return NOTHING | {name: value for name, value in values.items() if name in NOTHING}

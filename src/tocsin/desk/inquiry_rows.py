"""The offices that were asked and the log of attempts, as rows of the page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.utils.translation import gettext as _

from tocsin.cases.access import holds_on
from tocsin.cases.inquiries.local_time import office_zone
from tocsin.cases.inquiries.next_step import NextStep, next_step
from tocsin.cases.inquiries.offices import Asked
from tocsin.cases.inquiries.statements import Said, said_in
from tocsin.cases.inquiries.waiting import Waiting, waiting
from tocsin.cases.models import Case, Deadline, Inquiry, InquiryOutcome
from tocsin.language.zones import clock
from tocsin.members.models import Member, Role

from .inquiry_form import BY_NAME, wall_time, zone_words
from .inquiry_strip import Strip, strip


@dataclass(frozen=True)
class OfficeRow:
    """An office with what it owes us, as it is `now`. `value` is how the form names it; `deadline` was made from the next step.

    `last_time` says in words how the last attempt ended. A page shows the strips and next steps of a few of all offices.
    """

    asked: Asked
    value: str
    now: datetime
    waiting: Waiting | None = None
    deadline: Deadline | None = None
    said: "SaidRow | None" = None
    last_time: str = ""

    @cached_property
    def strip(self) -> Strip | None:
        return strip(self.asked.inquiries, self.now) if self.asked.inquiries else None

    @cached_property
    def next(self) -> NextStep | None:
        return next_step(self.asked.inquiries)


@dataclass(frozen=True)
class SaidRow:
    """One thing that was said; `before` is what the same office said last before it. Times are the office's own."""

    said: Said
    when: datetime
    before: "SaidRow | None" = None

    @property
    def is_marked(self) -> bool:
        return self.said.contradicts is not None


@dataclass(frozen=True)
class LogRow:
    inquiry: Inquiry
    when: datetime
    zone: str
    said: tuple[SaidRow, ...]
    may_change: bool


def office_rows(asked: Iterable[Asked], now: datetime) -> list[OfficeRow]:
    """At the same number of queries for one office and for two hundred."""
    offices = list(asked)
    last = [each.inquiries[-1].pk for each in offices if each.inquiries]
    deadlines = {deadline.after_id: deadline for deadline in Deadline.objects.filter(after__in=last)}
    outcomes = {code.value: _("Last time: %(outcome)s") % {"outcome": code.label} for code in InquiryOutcome}
    return [_office_row(each, now, deadlines, outcomes) for each in offices]


def _office_row(
    asked: Asked, now: datetime, deadlines: dict[int | None, Deadline], last_time: dict[str, str]
) -> OfficeRow:
    if not asked.inquiries:
        return OfficeRow(asked, asked.key, now)
    last = asked.inquiries[-1]
    zone = clock(office_zone(last.case, last.office))
    return OfficeRow(
        asked,
        asked.key or BY_NAME + asked.name,
        now,
        waiting(asked.inquiries, zone, now),
        deadlines.get(last.pk),
        _said_row(asked.last_said) if asked.last_said else None,
        last_time.get(last.outcome, ""),
    )


def _said_row(said: Said, before: SaidRow | None = None) -> SaidRow:
    zone = office_zone(said.inquiry.case, said.inquiry.office)
    return SaidRow(said, wall_time(said.inquiry.asked_at, zone), before)


def log_rows(
    case: Case, inquiries: Sequence[Inquiry], asked: Iterable[Asked], member: Member
) -> list[LogRow]:
    """Each attempt with what was said in it, beside what the same office had said before."""
    before = _before(asked)
    said = said_in(inquiries)
    reviews = holds_on(case, member, Role.REVIEWER)
    contributes = holds_on(case, member, Role.CONTRIBUTOR)
    rows = []
    for inquiry in inquiries:
        zone = office_zone(case, inquiry.office)
        told = tuple(_said_row(s, before.get(s.subject.pk)) for s in said.get(inquiry.pk, ()))
        may_change = reviews or (contributes and inquiry.logged_by_id == member.pk)
        when = wall_time(inquiry.asked_at, zone)
        rows.append(LogRow(inquiry, when, zone_words(zone), told, may_change))
    return rows


def _before(asked: Iterable[Asked]) -> dict[int, SaidRow]:
    """By the key of a statement, what its office had said last before it."""
    pairs = [pair for each in asked for pair in zip(each.said[1:], each.said, strict=False)]
    return {later.subject.pk: _said_row(earlier) for later, earlier in pairs}

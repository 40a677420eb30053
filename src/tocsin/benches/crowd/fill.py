"""Many reports with their reviews, people, incidents and claims, stored a thousand reports at a time."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product

from django.db import connection, transaction
from django.utils import timezone

from tocsin.cases.models import Case, CaseMember
from tocsin.cases.search.rebuild import rebuild
from tocsin.members.models import Member, Role
from tocsin.reports.models import Report, ReportState
from tocsin.reports.receive import from_draft

from .claims import Placed, add_claims
from .drafts import USUAL, Told, Writer

AT_ONCE = 1_000
A_CASE = 100  # reports in it, of which ten have not been reviewed yet and stand in none
BIG = 40  # reports of the one case that tells of 130 people and 300 incidents
FEW = 3  # cases of the member who sees few
Progress = Callable[[str], None]


@dataclass(frozen=True)
class Crowd:
    """`everybody` is on all cases and administers, `few` reviews and is on three; `big` holds the most."""

    everybody: Member
    few: Member
    cases: tuple[Case, ...]
    big: Case


def make_crowd(reports: int, progress: Progress = lambda said: None) -> Crowd:
    """So many reports in a case a hundred, each with some ten claims, and all of it to be found by searching."""
    progress(f"Inventing {reports} reports ...")
    with transaction.atomic():
        crowd = _cases(max(FEW, reports // A_CASE))
        big = min(BIG, reports // 2)
        plans = (*_big_plans(crowd.big, big), *_plans(crowd.cases, reports - big))
        writer, rest = Writer(), iter(plans)
        while some := list(islice(rest, AT_ONCE)):
            _store(some, writer, crowd.everybody)
    progress("Making them searchable ...")
    rebuild()
    _settle()
    return crowd


def _settle() -> None:
    """What PostgreSQL does by itself within some minutes: without it no plan of a query knows how much there is."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM (ANALYZE)")


def _cases(count: int) -> Crowd:
    ada = Member.objects.create_user("ada@bench.example", "Ada", Role.ADMINISTRATOR)
    few = Member.objects.create_user("few@bench.example", "Few", Role.REVIEWER)
    named = [Case(slug=f"case-{n}", title=f"Case {n}", country="KZ", opened_by=ada) for n in range(count + 1)]
    big, *cases = Case.objects.bulk_create(named)
    on = [*product([ada], [big, *cases]), *product([few], cases[:FEW])]
    CaseMember.objects.bulk_create(
        CaseMember(case=case, member=member, role=member.role) for member, case in on
    )
    return Crowd(ada, few, tuple(cases), big)


@dataclass(frozen=True)
class Plan:
    """One report to be: of which case, None while it waits, and how much it tells of."""

    case: Case | None
    told: Told = USUAL


def _plans(cases: Sequence[Case], count: int) -> Iterator[Plan]:
    for n in range(count):
        yield Plan(cases[n // 10 % len(cases)] if n % 10 else None)


def _big_plans(case: Case, count: int) -> Iterator[Plan]:
    for n in range(count):
        yield Plan(case, Told(people=3 + (n % 4 == 0), incidents=7 + n % 2))


def _store(plans: Sequence[Plan], writer: Writer, by: Member) -> None:
    drafts = [writer.draft(plan.told) for plan in plans]
    reports = Report.objects.bulk_create(
        Report(
            name=draft.source.name,
            publisher=f"Bulletin {number % 30}",
            sha256=draft.source.sha256,
            original=draft.source.text.encode(),
            received_by=by,
            state=ReportState.ACCEPTED if plan.case else ReportState.RECEIVED,
            **from_draft(draft),
        )
        for number, (plan, draft) in enumerate(zip(plans, drafts, strict=True))
    )
    placed = [Placed(plan.case, r) for plan, r in zip(plans, reports, strict=True) if plan.case]
    links = Case.reports.through
    links.objects.bulk_create(links(case=each.case, report=each.report) for each in placed)
    add_claims(placed, by, timezone.now())

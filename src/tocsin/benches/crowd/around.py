"""What else a desk has to show: offices, calls, deadlines, a sent action, an audit trail, a long review."""

import uuid
from datetime import date, timedelta
from itertools import islice

from django.utils import timezone

from tocsin.actions.models import Action, ActionState, Target
from tocsin.benches.appeals import appeals
from tocsin.cases.find_same import find_same
from tocsin.cases.models import (
    Case,
    Deadline,
    DeadlineKind,
    Inquiry,
    InquiryChannel,
    InquiryOutcome,
    Remedy,
    RemedyKind,
)
from tocsin.delivery.models import Delivery, DeliveryState
from tocsin.directory.models import Channel, ContactPoint, Office, OfficeKind
from tocsin.members.chain import link_entries
from tocsin.members.models import AuditEntry, Member, Revision
from tocsin.reports.models import Arrival, ArrivalState, ArrivalWay, Report
from tocsin.reports.open_review import open_review
from tocsin.reports.receive import receive

from .fill import Crowd

LONG_REVIEW = 11_600  # characters of the report that is in review: some 390 fields


def add_around(crowd: Crowd, scale: int) -> Report:
    """As much of each as fits `scale` reports; gives the report with the long review."""
    offices = _offices(max(5, scale // 20))
    _asked(crowd.big, offices, crowd.everybody, max(5, scale // 100))
    _sent(crowd, offices, max(5, scale // 4))
    _trail(crowd, max(5, scale))
    _arrivals(crowd.everybody, max(5, scale // 50))
    find_same(crowd.big)
    report = receive(appeals(1, LONG_REVIEW)[0].encode(), "long.txt", by=crowd.everybody)
    open_review(report, crowd.everybody)
    return report


def _offices(count: int) -> list[Office]:
    rows = (
        Office(
            name=f"Embassy number {n}",
            kind=OfficeKind.EMBASSY,
            of_country="KZ",
            in_country=("NO", "LV", "FR", "DE")[n % 4],
            in_directory=True,
        )
        for n in range(count)
    )
    offices = Office.objects.bulk_create(rows)
    ContactPoint.objects.bulk_create(
        ContactPoint(office=office, channel=Channel.EMAIL, value=f"desk{n}@office.example", source="invented")
        for n, office in enumerate(offices)
    )
    return offices


def _asked(case: Case, offices: list[Office], by: Member, count: int) -> None:
    """Calls, remedies and deadlines of the big case."""
    now = timezone.now()
    asked = [offices[n % len(offices)] for n in range(count)]
    about = list(islice(case.subjects.filter(kind="person").iterator(), count))
    Inquiry.objects.bulk_create(
        Inquiry(
            case=case,
            office=office,
            office_name=office.name,
            about=about[n % len(about)],
            channel=InquiryChannel.PHONE,
            asked_by="Ada",
            asked_at=now - timedelta(hours=n),
            outcome=InquiryOutcome.REFUSED,
            said="Nobody may say.",
            logged_by=by,
        )
        for n, office in enumerate(asked)
    )
    Remedy.objects.bulk_create(
        Remedy(
            case=case,
            kind=RemedyKind.COURT,
            office_name=office.name,
            asked_for="release",
            tried_on="2020-01-01",
            logged_by=by,
        )
        for office in asked
    )
    Deadline.objects.bulk_create(
        Deadline(
            case=case, kind=DeadlineKind.HEARING, due_on=date.today() + timedelta(days=n % 30), set_by=by
        )
        for n in range(count)
    )


def _sent(crowd: Crowd, offices: list[Office], count: int) -> None:
    """An action a case, and so many letters of the first one delivered or given up."""
    actions = Action.objects.bulk_create(
        Action(case=case, slug=f"act-{case.pk}", title=f"Call {case.pk}", state=ActionState.CLOSED)
        for case in (crowd.big, *crowd.cases)
    )
    target = Target.objects.create(action=actions[0], office=offices[0])
    point = offices[0].contact_points.get()
    states = (DeliveryState.ACCEPTED, DeliveryState.FAILED, DeliveryState.DEFERRED)
    Delivery.objects.bulk_create(
        (
            Delivery(
                action=actions[0],
                target=target,
                contact_point=point,
                state=states[n % 3],
                message_id=f"<{uuid.uuid4()}@bench.example>",
            )
            for n in range(count)
        ),
        batch_size=1_000,
    )


def _trail(crowd: Crowd, count: int) -> None:
    """So many acts, a tenth of them in the big case with what they changed."""
    big = crowd.big.pk
    entries = AuditEntry.objects.bulk_create(
        (
            AuditEntry(
                act="case.edited" if n % 10 == 0 else "report.accepted",
                subject=f"case {big}" if n % 10 == 0 else f"report {n}",
                member=crowd.everybody,
                about_case=big if n % 10 == 0 else None,
            )
            for n in range(count)
        ),
        batch_size=1_000,
    )
    Revision.objects.bulk_create(
        (
            Revision(record=entry.subject, entry=entry, before={"title": str(n)}, after={"title": str(n + 1)})
            for n, entry in enumerate(entries)
            if entry.about_case
        ),
        batch_size=1_000,
    )
    link_entries()


def _arrivals(by: Member, count: int) -> None:
    states = (ArrivalState.FAILED, ArrivalState.READ, ArrivalState.KNOWN)
    Arrival.objects.bulk_create(
        Arrival(
            way=ArrivalWay.UPLOAD,
            name=f"file-{n}.pdf",
            sha256=f"{n:064}",
            data=b"",
            size=1,
            state=states[n % 3],
            reason="This file cannot be read." if n % 3 == 0 else "",
            arrived_by=by,
        )
        for n in range(count)
    )

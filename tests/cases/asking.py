"""A case with a remand prison whose number is confirmed, a police chief whose number is not, and somebody at risk."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.utils import timezone

from tocsin.cases.inquiries.attempt import Attempt
from tocsin.cases.models import Case, CaseMember, Claim, PersonAtRisk, Subject, SubjectKind
from tocsin.directory.models import Channel, ContactPoint, Office, OfficeKind
from tocsin.members.models import Member

CANARY = "Amira Quellenbach"
NUMBER = "+77292500101"
NOON = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)


def a_case(*members: Member, slug: str = "aktau-2026") -> Case:
    """Each member is on it by her own role. Its one person is `CANARY`, whose name is withheld."""
    case = Case.objects.create(slug=slug, title="Kazakhstan, March 2026", country="KZ")
    for member in members:
        CaseMember.objects.create(case=case, member=member, role=member.role)
    person = PersonAtRisk.objects.create(case=case, kind=SubjectKind.PERSON)
    Claim.objects.create(subject=person, predicate="name", value=CANARY)
    return case


def person_of(case: Case) -> PersonAtRisk:
    return PersonAtRisk.objects.get(case=case)


def an_office(case: Case, name: str = "Remand prison, Aqtau", kind: str = OfficeKind.PRISON) -> Office:
    office = Office.objects.create(name=name, kind=kind, in_country="KZ", of_country="KZ", city="Aqtau")
    Subject.objects.create(case=case, kind=SubjectKind.OFFICE, office=office)
    return office


def a_number(office: Office, by: Member | None, value: str = NUMBER) -> ContactPoint:
    """Confirmed by `by`; as printed where that is None."""
    confirmed = {"confirmed_at": timezone.now(), "confirmed_by": by} if by else {}
    return ContactPoint.objects.create(
        office=office, channel=Channel.PHONE, value=value, source="its own site", **confirmed
    )


def attempt(outcome: str = "answered", hours: float = 0, **more: Any) -> Attempt:
    """An attempt so many hours after `NOON` of 2 March 2026 in Aqtau."""
    return Attempt(outcome=outcome, asked_at=NOON + timedelta(hours=hours), **more)

"""Finding a record by the name that the audit trail gives it, and who may read and change its history."""

from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse

from tocsin.cases.access import role_on, role_on_report
from tocsin.members.models import Member, Revision, Role

from .history_kinds import KINDS


def find_record(kind: str, pk: int) -> Any:
    """None where there is none."""
    return KINDS[kind].model._default_manager.filter(pk=pk).first() if kind in KINDS else None


def role_towards(member: Member, kind: str, pk: int, **_others: Any) -> Role | None:
    """What the member may be towards a record: as in its case, its report or the organisation."""
    record = find_record(kind, pk)
    if record is None:
        return None
    about = KINDS[kind]
    if about.report_of:
        return role_on_report(about.report_of(record), member)
    if about.case_of:
        return role_on(about.case_of(record), member)
    return Role(member.role) if member.holds(about.seen_by) else None


def revisions_of(kind: str, record: Any) -> QuerySet[Revision]:
    """The latest first, those of what belongs to it among them: of a case everything in it."""
    wanted = Q(record=f"{kind} {record.pk}") | KINDS[kind].beside(record)
    return Revision.objects.filter(wanted).select_related("entry__member").order_by("-pk")


def history_address(subject: str) -> str:
    """Of a record as the audit trail names it: 'case 7'; empty where it has none."""
    kind, _space, pk = subject.partition(" ")
    return reverse("history", args=[kind, pk]) if kind in KINDS and pk.isdecimal() else ""

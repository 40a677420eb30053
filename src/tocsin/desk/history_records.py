"""Which records have a history, who may read it, and what each is called."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tocsin.actions.models import Action
from tocsin.cases.access import role_on, role_on_report
from tocsin.cases.models import Case, Claim, Deadline, Inquiry, PersonAtRisk, Relay, Remedy
from tocsin.directory.models import ContactPoint, Office
from tocsin.members.models import HouseRules, Member, Role
from tocsin.reports.models import Report


@dataclass(frozen=True)
class Kind:
    """`case_of` gives the case that a record is part of; `page` where it is worked on."""

    model: type[Model]
    label: Any
    page: Callable[[Any], str]
    case_of: Callable[[Any], Case] | None = None


def _of_case(view: str) -> Callable[[Any], str]:
    return lambda record: reverse(view, args=[record.case.slug])


def _own_case(record: Any) -> Case:
    case: Case = record.case
    return case


def _claim_page(claim: Claim) -> str:
    return reverse("claims_beside", args=[claim.subject.case.slug, claim.subject_id, claim.predicate])


KINDS: dict[str, Kind] = {
    "case": Kind(Case, _("Case"), lambda case: reverse("case_desk", args=[case.slug]), lambda case: case),
    "personatrisk": Kind(
        PersonAtRisk,
        _("Person"),
        lambda person: reverse("person_card", args=[person.case.slug, person.pk]),
        _own_case,
    ),
    "claim": Kind(Claim, _("Claim"), _claim_page, lambda claim: claim.subject.case),
    "inquiry": Kind(Inquiry, _("Inquiry"), _of_case("inquiries"), _own_case),
    "remedy": Kind(Remedy, _("Remedy"), _of_case("remedies"), _own_case),
    "deadline": Kind(Deadline, _("Deadline"), _of_case("deadlines"), _own_case),
    "relay": Kind(
        Relay,
        _("Call relay"),
        lambda relay: reverse("relay_desk", args=[relay.case.slug, relay.pk]),
        _own_case,
    ),
    "action": Kind(Action, _("Action"), lambda action: reverse("action_edit", args=[action.slug]), _own_case),
    "report": Kind(Report, _("Report"), lambda report: reverse("report", args=[report.public_id])),
    "office": Kind(Office, _("Office"), lambda office: reverse("office", args=[office.pk])),
    "contactpoint": Kind(ContactPoint, _("Contact"), lambda point: reverse("office", args=[point.office_id])),
    "member": Kind(Member, _("Member"), lambda _member: reverse("members")),
    "houserules": Kind(HouseRules, _("House rules"), lambda _rules: reverse("house_rules")),
}


def find_record(kind: str, pk: int) -> Any:
    """None where there is none."""
    return KINDS[kind].model._default_manager.filter(pk=pk).first() if kind in KINDS else None


def role_towards(member: Member, kind: str, pk: int, **_others: Any) -> Role | None:
    """What the member may be towards a record: as in its case, its report or the organisation."""
    record = find_record(kind, pk)
    if record is None:
        return None
    if isinstance(record, Report):
        return role_on_report(record, member)
    case_of = KINDS[kind].case_of
    if case_of:
        return role_on(case_of(record), member)
    if isinstance(record, Member | HouseRules) and not member.holds(Role.ADMINISTRATOR):
        return None
    return Role(member.role)


def history_address(subject: str) -> str:
    """Of a record as the audit trail names it: 'case 7'; empty where it has none."""
    kind, _space, pk = subject.partition(" ")
    return reverse("history", args=[kind, pk]) if kind in KINDS and pk.isdecimal() else ""

"""Which records have a history: where each is worked on, which revisions belong to it, and which act takes it back."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tocsin.actions.asks.gather.models import Gathering
from tocsin.actions.models import Action
from tocsin.cases.models import (
    Assessment,
    Case,
    Claim,
    Consent,
    Deadline,
    Inquiry,
    Judgement,
    PersonAtRisk,
    Relay,
    ReliableSource,
    Remedy,
)
from tocsin.cases.one_subject import one_subject
from tocsin.directory.models import Accreditation, ContactPoint, Office
from tocsin.followup.models import Update
from tocsin.members.models import HouseRules, Member, Role
from tocsin.reports.models import IntakeSource, RepeatJudgement, Report


@dataclass(frozen=True)
class Kind:
    """`case_of` gives the case that a record is part of, `report_of` the report; `page` where it is worked on.

    `seen_by` and `restored_by` are the least roles; `beside` the revisions that belong to it, beside its own.
    `stored` and `ended` name its columns for who and when. `own_act` says which act takes it back, where
    nothing is brought back from its history.
    """

    model: type[Model]
    label: Any
    page: Callable[[Any], str]
    case_of: Callable[[Any], Case] | None = None
    seen_by: Role = Role.VIEWER
    restored_by: Role = Role.REVIEWER
    beside: Callable[[Any], Q] = lambda record: Q()
    stored: tuple[str, str] = ("", "")
    ended: tuple[str, str] = ("", "")
    own_act: Any = ""
    report_of: Callable[[Any], Report] | None = None


def _of_case(view: str) -> Callable[[Any], str]:
    return lambda record: reverse(view, args=[record.case.slug])


def _own_case(record: Any) -> Case:
    case: Case = record.case
    return case


def _of_action(record: Any) -> Case:
    case: Case = record.action.case
    return case


def _claim_page(claim: Claim | Assessment) -> str:
    return reverse("claims_beside", args=[claim.subject.case.slug, claim.subject_id, claim.predicate])


def _of_subject(record: Any) -> Case:
    case: Case = record.subject.case
    return case


def _of_its_claims(word: ReliableSource) -> str:
    """Beside a claim of its report, where the word was given."""
    claim = Claim.objects.filter(subject__case=word.case, report=word.report).order_by("pk").first()
    return _claim_page(claim) if claim else reverse("case_desk", args=[word.case.slug])


def _named(name: str, keys: Any) -> Q:
    return Q(record__in=[f"{name} {key}" for key in keys])


def _of_office(office: Office) -> Q:
    """Its addresses, and whom it answers to: also what was taken back."""
    points = ContactPoint.objects.filter(office=office).values_list("pk", flat=True)
    return _named("contactpoint", points) | Q(within=f"office {office.pk}")


def _versions(assessment: Assessment) -> Q:
    people = one_subject(assessment.subject)
    of_one = Assessment.objects.filter(subject__in=people, predicate=assessment.predicate)
    return _named("assessment", of_one.values_list("pk", flat=True))


def _same_pair(judgement: Judgement) -> Q:
    pair = (judgement.left_id, judgement.right_id)
    return _named(
        "judgement", Judgement.objects.filter(left__in=pair, right__in=pair).values_list("pk", flat=True)
    )


def _same_source(word: ReliableSource) -> Q:
    words = ReliableSource.objects.filter(case=word.case_id, report=word.report_id)
    return _named("reliablesource", words.values_list("pk", flat=True))


def _repeats(report: Report) -> Q:
    """What was ever judged of it beside another report."""
    return _named("repeatjudgement", report.judged_repeats.values_list("pk", flat=True))


KINDS: dict[str, Kind] = {
    "case": Kind(
        Case,
        _("Case"),
        lambda case: reverse("case_desk", args=[case.slug]),
        lambda case: case,
        beside=lambda case: Q(within=f"case {case.pk}"),
        stored=("opened_by", "opened_at"),
    ),
    "personatrisk": Kind(
        PersonAtRisk,
        _("Person"),
        lambda person: reverse("person_card", args=[person.case.slug, person.pk]),
        _own_case,
    ),
    "claim": Kind(Claim, _("Claim"), _claim_page, _of_subject, stored=("accepted_by", "accepted_at")),
    "assessment": Kind(
        Assessment,
        _("Our assessment"),
        _claim_page,
        _of_subject,
        beside=_versions,
        stored=("written_by", "written_at"),
    ),
    "reliablesource": Kind(
        ReliableSource,
        _("reliable source"),
        _of_its_claims,
        _own_case,
        beside=_same_source,
        stored=("marked_by", "marked_at"),
        ended=("ended_by", "ended_at"),
        own_act=_(
            "A word on a source is taken back, or given anew, beside the claims of its report, under “How it was said”."
        ),
    ),
    "judgement": Kind(
        Judgement,
        _("What was judged"),
        lambda judgement: reverse("case_same", args=[judgement.left.case.slug]),
        lambda judgement: judgement.left.case,
        beside=_same_pair,
        stored=("judged_by", "judged_at"),
        ended=("ended_by", "ended_at"),
        own_act=_("A judgement is taken back with “Undo”, on the page where it was made."),
    ),
    "consent": Kind(
        Consent,
        _("Consent"),
        lambda consent: reverse("person_card", args=[consent.person.case.slug, consent.person_id]),
        lambda consent: consent.person.case,
        stored=("recorded_by", "recorded_at"),
        ended=("withdrawn_by", "withdrawn_at"),
        own_act=_(
            "A consent is withdrawn, or given anew, on the card of the person; it is never brought back."
        ),
    ),
    "inquiry": Kind(
        Inquiry, _("Inquiry"), _of_case("inquiries"), _own_case, stored=("logged_by", "logged_at")
    ),
    "remedy": Kind(Remedy, _("Remedy"), _of_case("remedies"), _own_case, stored=("logged_by", "logged_at")),
    "deadline": Kind(Deadline, _("Deadline"), _of_case("deadlines"), _own_case, stored=("set_by", "set_at")),
    "relay": Kind(
        Relay,
        _("Call relay"),
        lambda relay: reverse("relay_desk", args=[relay.case.slug, relay.pk]),
        _own_case,
        stored=("opened_by", "opened_at"),
    ),
    "action": Kind(
        Action,
        _("Action"),
        lambda action: reverse("action_edit", args=[action.slug]),
        _own_case,
        stored=("created_by", "created_at"),
    ),
    "gathering": Kind(
        Gathering,
        _("Gathering"),
        lambda gathering: reverse("day_of_action", args=[gathering.action.slug]),
        _of_action,
        restored_by=Role.PUBLISHER,
        stored=("added_by", "proposed_at"),
    ),
    "update": Kind(
        Update,
        _("Update"),
        lambda update: reverse("update_desk", args=[update.action.slug, update.pk]),
        _of_action,
        restored_by=Role.PUBLISHER,
        stored=("created_by", "created_at"),
    ),
    "report": Kind(
        Report,
        _("Report"),
        lambda report: reverse("report", args=[report.public_id]),
        beside=_repeats,
        stored=("received_by", "received_at"),
        report_of=lambda report: report,
    ),
    "repeatjudgement": Kind(
        RepeatJudgement,
        _("What the report is to another"),
        lambda judgement: reverse("report_repeats", args=[judgement.report.public_id]),
        beside=lambda judgement: _repeats(judgement.report),
        stored=("judged_by", "judged_at"),
        ended=("ended_by", "ended_at"),
        own_act=_("A judgement is taken back with “Undo”, on the page where it was made."),
        report_of=lambda judgement: judgement.report,
    ),
    "office": Kind(
        Office, _("Office"), lambda office: reverse("office", args=[office.pk]), beside=_of_office
    ),
    "contactpoint": Kind(ContactPoint, _("Contact"), lambda point: reverse("office", args=[point.office_id])),
    "accreditation": Kind(
        Accreditation, _("Answers to"), lambda stated: reverse("office", args=[stated.office_id])
    ),
    "intakesource": Kind(
        IntakeSource,
        _("Way in"),
        lambda _source: reverse("sources"),
        seen_by=Role.ADMINISTRATOR,
        restored_by=Role.ADMINISTRATOR,
        stored=("added_by", "added_at"),
    ),
    "member": Kind(Member, _("Member"), lambda _member: reverse("members"), seen_by=Role.ADMINISTRATOR),
    "houserules": Kind(
        HouseRules,
        _("House rules"),
        lambda _rules: reverse("house_rules"),
        seen_by=Role.ADMINISTRATOR,
        restored_by=Role.ADMINISTRATOR,
    ),
}

"""Children: said by the printed age, or by a person. A child's full name takes more to be shown."""

from collections.abc import Collection

from django.db import transaction

from tocsin.members.models import Member, Role
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision
from tocsin.reports.models import Report

from .access import must_hold_on
from .changed import case_changed
from .elsewhere.hold import hold_elsewhere, lift_elsewhere
from .elsewhere.named_like import NamedElsewhere
from .how_said import meet
from .models import Case, HeldBecause, Naming, PersonAtRisk
from .one_person import all_rows
from .set_naming import withhold


@transaction.atomic
def set_minor(person: PersonAtRisk, is_minor: bool, by: Member | None) -> None:
    """Notes whether the person is under 18. A full name that was shown is withheld until it is decided anew.

    Of all who were judged to be the person, so that it holds where that is undone.
    """
    must_hold_on(person.case, by, Role.REVIEWER)
    people = all_rows(person)
    for one in people:
        _mark(one, is_minor, by)
    if is_minor and any(one.naming == Naming.FULL for one in people):
        withhold(person, by)
    (hold_elsewhere if is_minor else lift_elsewhere)(person, HeldBecause.CHILD)
    case_changed(person.case)


def mark_minors(report: Report, case: Case, known: Collection[int], by: Member | None) -> None:
    """People that the case has from a report just accepted, whose printed age the reader marked as that of a child.

    Not those that it had from it before (`known`, by key): of them a reviewer may have said since that they are none.
    """
    marked = [w["spans"] for w in report.draft["warnings"] if w["code"] == "minor"]
    if not marked:
        return
    people = PersonAtRisk.objects.filter(case=case, item__report=report).exclude(pk__in=known)
    new = list(people.select_related("item", "case"))
    young = [p for p in new if p.item and any(meet(p.item.spans, spans) for spans in marked)]
    others = NamedElsewhere(case) if young else None
    for person in young:
        _mark(person, True, by)
        hold_elsewhere(person, HeldBecause.CHILD, others)


def _mark(person: PersonAtRisk, is_minor: bool, by: Member | None) -> None:
    was = as_it_is(person, ["is_minor"])
    person.is_minor = is_minor
    person.save(update_fields=["is_minor"])
    keep_revision(record("person.minor_set", person, by, is_minor=is_minor), person, was, within=person.case)
